package coref

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// apposition is a description set off by a comma from the name of its person:
// "the minister of ports, Ana Ruiz," or "Ana Ruiz, minister of ports,".
type apposition struct {
	first, last int // tokens of the title, from after article and possessor
	noun        int // the token after the noun phrase that it begins with
	of          string
}

// apposed finds the description of the person named by mention m.
func (r *run) apposed(m *lang.Mention) (apposition, bool) {
	d := r.d
	sent := d.Sents[d.Toks[m.First].Sent]
	if p := m.First - 1; p > sent.First && d.Form(p) == "," {
		if n := r.phraseBefore(p, sent.First); n >= 0 && r.closes(m.Last, sent.Last) {
			return r.apposition(n, p), true
		}
	}
	if m.Last+1 < sent.Last && d.Form(m.Last) == "," {
		if n := r.np.Starts(m.Last + 1); n >= 0 && r.personal(n) {
			end := r.phrases(r.np.NPs[n].Last, sent.Last)
			if end >= sent.Last || !r.verbal(end) {
				return r.apposition(n, end), true
			}
		}
	}
	return apposition{}, false
}

// personal reports whether noun phrase n describes one person without naming
// one.
func (r *run) personal(n int) bool {
	head := r.np.NPs[n].Head
	return KindOf(r.d.Toks[head].Lemma) == PersonNoun && !r.plural(head) && r.named[head] == 0
}

// closes reports whether what follows a name at token i lets it be an
// apposition: another comma, the end, a preposition, but no verb.
func (r *run) closes(i, limit int) bool { return i >= limit || !r.verbal(i) }

func (r *run) verbal(i int) bool {
	switch t := &r.d.Toks[i]; t.UPOS {
	case lang.AUX:
		return true
	case lang.VERB:
		return t.XPOS != "VBG" && t.XPOS != "VBN"
	}
	return false
}

// phraseBefore finds the description that ends before token p, with what is
// attached to it by "of", "for", "to", "in" or "and": the number of its first
// noun phrase, or -1.
func (r *run) phraseBefore(p, from int) int {
	for range 4 {
		n := r.np.Ends(p)
		if n < 0 {
			return -1
		}
		if r.personal(n) {
			return n
		}
		p = r.np.NPs[n].First - 1
		if p <= from || !attaches(r.d.Form(p)) {
			return -1
		}
	}
	return -1
}

// phrases returns the token after the phrases that a preposition or "and"
// attaches from token i on.
func (r *run) phrases(i, limit int) int {
	for i+1 < limit && attaches(r.d.Form(i)) {
		n := r.np.Starts(i + 1)
		if n < 0 {
			return i
		}
		i = r.np.NPs[n].Last
	}
	return i
}

func attaches(w string) bool {
	switch w {
	case "of", "for", "to", "in", "at", "on", "and", "&":
		return true
	}
	return false
}

func (r *run) apposition(n, end int) apposition {
	np := r.np.NPs[n]
	a := apposition{first: np.First, last: end, noun: np.Last}
	for k := np.First; k < np.Head; k++ {
		t := &r.d.Toks[k]
		if t.XPOS == "POS" || t.UPOS == lang.DET || t.UPOS == lang.PRON || t.XPOS == "PRP$" {
			a.first = k + 1
		}
	}
	for k := np.First; k < end && a.of == ""; k++ {
		m := r.nameAt(k)
		if m == nil || m.Type == lang.Person {
			continue
		}
		a.of = orElse(m.Of, m.KB)
	}
	return a
}

// entitle notes the office of the person of mention i: its title and, where it
// has none, the description set off by a comma. What is returned is in lower
// case: the full words, and those without what "of" adds.
func (r *run) entitle(i int) []string {
	m := &r.d.Mentions[i]
	var out []string
	if !m.Title.Empty() {
		t := strings.ToLower(fold(r.d.Quote(m.Title)))
		out = append(out, t)
		if k := strings.LastIndexByte(t, ' '); k > 0 && strings.HasSuffix(t, ".") {
			out = append(out, t[:k]) // "chief of staff Gen."
		}
	}
	a, ok := r.apposed(m)
	if !ok {
		return out
	}
	if m.Title.Empty() || genericTitle(r.d.Quote(m.Title)) {
		m.Title = r.d.TokSpan(a.first, a.last)
		m.Of = orElse(m.Of, a.of)
	}
	out = append(out, strings.ToLower(fold(r.d.Quote(r.d.TokSpan(a.first, a.noun)))))
	if a.last > a.noun {
		out = append(out, strings.ToLower(fold(r.d.Quote(r.d.TokSpan(a.first, a.last)))))
	}
	return out
}

// genericTitle reports whether a title says no office: "Mr".
func genericTitle(title string) bool {
	switch strings.ToLower(strings.TrimSuffix(title, ".")) {
	case "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady":
		return true
	}
	return false
}
