package coref

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/chunk"
)

// describe adds the mentions of unnamed speakers and of definite descriptions.
func (r *run) describe() {
	for _, np := range r.np.NPs {
		head := &r.d.Toks[np.Head]
		kind := KindOf(head.Lemma)
		another := np.Last == np.First+1 && strings.EqualFold(r.d.Form(np.First), "another") && r.afterFamiliar(np.Last)
		if kind != PersonNoun && kind != BodyNoun && !another || r.titled(np) || r.predicate(np) || r.inHeading(np) || strings.EqualFold(r.d.Form(np.First), "no") {
			continue
		}
		d := r.detail(np, another)
		m := lang.Mention{First: np.First, Last: np.Last, Head: np.Head, Type: lang.Nominal, Entity: -1}
		if another || kind == PersonNoun && (!d.definite || unnamedWord(head.Lemma)) {
			m.Type = lang.Anonymous
			m.Last = r.modifiers(np.Last)
		}
		if m.Type == lang.Nominal && head.Lemma == "chief" && m.Last+1 < len(r.d.Toks) && r.d.Form(m.Last) == "of" && r.d.Form(m.Last+1) == "staff" {
			m.Last += 2
		}
		if m.Type == lang.Nominal && !d.definite && kind == BodyNoun && !r.plural(np.Head) {
			continue
		}
		m.Span = r.d.TokSpan(m.First, m.Last)
		m.Name = m.Span
		r.d.Mentions = append(r.d.Mentions, m)
		r.extra = append(r.extra, d)
	}
}

// inHeading reports whether a phrase stands in a heading and may be more than
// one: there a verb looks like a noun ("Envoys Press Council Chiefs").
func (r *run) inHeading(np chunk.NP) bool {
	s := r.d.Sents[r.d.Toks[np.First].Sent]
	if r.d.Blocks[s.Block].Kind != lang.Heading {
		return false
	}
	nouns := 0
	for i := np.First; i < np.Last; i++ {
		m := r.nameAt(i)
		switch {
		case i < np.Head && r.d.Toks[i].UPOS == lang.NOUN && r.plural(i):
			return true
		case m != nil && m.Type != lang.Group && np.Head > m.Last:
			return true
		case r.d.Toks[i].UPOS == lang.NOUN:
			nouns++
		}
	}
	return nouns > 3
}

// unnamedWord reports whether a definite noun refers back to an unnamed
// speaker rather than to the holder of an office.
func unnamedWord(lemma string) bool {
	switch lemma {
	case "person", "individual", "people", "source", "official", "diplomat", "aide", "insider", "informant", "officer", "adviser", "advisor", "staffer", "lawmaker", "executive", "negotiator", "delegate", "analyst", "participant":
		return true
	}
	return false
}

// titled reports whether a phrase is part of a named person: it holds the name,
// or the name stands in apposition to it ("a spokesman, Dan Kern,").
func (r *run) titled(np chunk.NP) bool {
	if m := r.nameAt(np.Head); m != nil {
		return true
	}
	end := r.d.Sents[r.d.Toks[np.First].Sent].Last
	if np.Last < end && r.d.Form(np.Last) == "of" { // "chief of staff Dan Kern"
		if n := r.np.Starts(np.Last + 1); n >= 0 {
			head := r.np.NPs[n].Head
			if m := r.nameAt(head); m != nil && m.Type == lang.Person && m.First > np.Last+1 && m.Last == head+1 {
				return true
			}
		}
	}
	for _, n := range [...]int{np.Last, r.phrases(np.Last, end)} {
		comma := n < end && r.d.Form(n) == ","
		if comma {
			n++
		}
		m := r.nameAt(n)
		if n < end && m != nil && m.Type == lang.Person && m.First == n && (n == np.Last || comma && !r.plural(np.Head) && r.closes(m.Last, end)) {
			return true
		}
	}
	// the phrase is itself the apposition: "Dan Kern, a spokesman for the union"
	if p := np.First - 1; p > 0 && r.d.Form(p) == "," {
		if m := r.nameAt(p - 1); m != nil && m.Type == lang.Person && m.Last == p && r.d.Toks[p].Sent == r.d.Toks[np.First].Sent {
			return true
		}
	}
	return false
}

// predicate reports whether a phrase says what somebody is: "is a diplomat",
// "as an adviser".
func (r *run) predicate(np chunk.NP) bool {
	p := np.First - 1
	if p < 0 || r.d.Toks[p].Sent != r.d.Toks[np.First].Sent {
		return false
	}
	if w := r.d.Form(p); w == "and" || w == "or" { // "is an investor and a friend"
		n := r.np.Ends(p)
		return n >= 0 && r.predicate(r.np.NPs[n])
	}
	for p > 0 && r.d.Toks[p].UPOS == lang.ADV && r.d.Toks[p-1].Sent == r.d.Toks[np.First].Sent { // "is also a friend"
		p--
	}
	switch r.d.Toks[p].Lemma {
	case "be", "become":
		return true
	case "as":
		return r.d.Toks[p].UPOS == lang.ADP && (np.Last >= len(r.d.Toks) || r.d.Toks[np.Last].UPOS != lang.VERB)
	}
	return false
}

// afterFamiliar reports whether what follows a bare "another" describes a
// source.
func (r *run) afterFamiliar(i int) bool {
	if i >= len(r.d.Toks) {
		return false
	}
	switch r.d.Toks[i].Lemma {
	case "familiar", "close", "brief", "briefed", "involved", "with":
		return true
	}
	return false
}

// modifiers extends an unnamed speaker over "familiar with the matter", "close
// to the talks", "in the delegation", "of the union".
func (r *run) modifiers(i int) int {
	for n := 0; n < 2 && i < len(r.d.Toks); n++ {
		t := &r.d.Toks[i]
		j := i
		if t.UPOS == lang.ADJ || t.UPOS == lang.VERB && describes(t.Lemma) {
			j++
		}
		if j+1 >= len(r.d.Toks) || r.d.Toks[j].UPOS != lang.ADP || r.d.Toks[j+1].Sent != t.Sent {
			return i
		}
		switch strings.ToLower(r.d.Form(j)) {
		case "with", "of", "to", "on", "in", "at", "from", "for", "about", "inside", "within":
		default:
			return i
		}
		k := r.np.Starts(j + 1)
		if k < 0 || chunk.Weekday(r.d.Toks[r.np.NPs[k].Head].Lemma) || circumstance(r.d.Toks[r.np.NPs[k].Head].Lemma) {
			return i
		}
		i = r.np.NPs[k].Last
	}
	return i
}

// circumstance reports whether a noun after a preposition tells how something
// was done rather than who the speaker is: "officials on condition of".
func circumstance(lemma string) bool {
	switch lemma {
	case "statement", "condition", "hope", "hopes", "order", "part", "addition", "response", "return", "exchange", "advance", "interview":
		return true
	}
	return false
}

// describes reports whether the participle of a verb says who an unnamed
// speaker is; any other is taken for the verb of the sentence.
func describes(lemma string) bool {
	switch lemma {
	case "brief", "involve", "acquaint", "base", "connect", "link", "participate", "take", "work", "speak", "represent", "attend", "travel", "advise", "accredit", "appoint", "station", "associate", "affiliate":
		return true
	}
	return false
}

// detail reads the words of a description.
func (r *run) detail(np chunk.NP, another bool) detail {
	d := detail{first: np.First, head: np.Head, another: another}
	lemma := r.d.Toks[np.Head].Lemma
	if another {
		lemma = ""
	}
	d.class = classOf(lemma)
	for i := np.First; i < np.Last; i++ {
		w := strings.ToLower(r.d.Form(i))
		if n := ordinal(w); n > 0 {
			d.nums = append(d.nums, n)
			continue
		}
		switch {
		case i == np.First && (w == "the" || w == "that" || w == "this" || w == "those" || w == "these" || r.d.Toks[i].UPOS == lang.PRON):
			d.definite = true
		case w == "another" || w == "other":
			d.another = true
		case w == "same" && d.definite: // "the same participant"
		case i < np.Head && r.d.Toks[i].UPOS != lang.DET && r.d.Toks[i].UPOS != lang.PUNCT && r.d.Toks[i].UPOS != lang.CCONJ && r.d.Toks[i].UPOS != lang.NUM:
			d.mods = append(d.mods, w)
		}
	}
	if i := np.First; r.possessed(i, np.Head) {
		d.definite = true
	}
	if len(d.nums) == 1 {
		d.num = d.nums[0]
	}
	return d
}

func (r *run) possessed(first, head int) bool {
	for i := first; i < head; i++ {
		if r.d.Toks[i].XPOS == "POS" {
			return true
		}
	}
	return false
}

// classOf groups the words for an unnamed speaker that stand for one another.
func classOf(lemma string) string {
	switch lemma {
	case "person", "people", "individual", "source", "insider", "informant":
		return "person"
	}
	return lemma
}

func ordinal(w string) int {
	switch w {
	case "first":
		return 1
	case "second":
		return 2
	case "third":
		return 3
	case "fourth":
		return 4
	case "fifth":
		return 5
	case "sixth":
		return 6
	}
	return 0
}
