package coref

import (
	"slices"
	"strconv"
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
		if kind != PersonNoun && kind != BodyNoun && !another || r.titled(np) || r.predicate(np) {
			continue
		}
		d := r.detail(np, another)
		m := lang.Mention{First: np.First, Last: np.Last, Head: np.Head, Type: lang.Nominal, Entity: -1}
		if another || kind == PersonNoun && (!d.definite || unnamedWord(head.Lemma)) {
			m.Type = lang.Anonymous
			m.Last = r.modifiers(np.Last)
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
		if t.UPOS == lang.ADJ || t.UPOS == lang.VERB && (t.XPOS == "VBN" || t.XPOS == "VBG") {
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
		if k < 0 || chunk.Weekday(r.d.Toks[r.np.NPs[k].Head].Lemma) || r.d.Toks[r.np.NPs[k].Head].Lemma == "statement" || r.d.Toks[r.np.NPs[k].Head].Lemma == "condition" {
			return i
		}
		i = r.np.NPs[k].Last
	}
	return i
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

func (r *run) detailOf(m *lang.Mention) *detail {
	at, ok := slices.BinarySearchFunc(r.extra, m.First, func(d detail, first int) int { return d.first - first })
	if !ok {
		return nil
	}
	return &r.extra[at]
}

// unnamed resolves an unnamed speaker. An indefinite one is new, except that
// equal plurals without a number ("diplomats") are one group; a definite one is
// the last that fits.
func (r *run) unnamed(i int) int {
	m := &r.d.Mentions[i]
	d := r.detailOf(m)
	if d == nil {
		return -1
	}
	plural := r.plural(m.Head)
	if d.definite {
		if len(d.nums) > 1 {
			return r.several(i, d)
		}
		if e := r.earlier(d, plural); e >= 0 {
			return e
		}
		if !plural && len(d.nums) == 0 { // "the diplomat": somebody named by title
			if e := r.holder(i); e >= 0 {
				return e
			}
		}
	}
	words := strings.ToLower(fold(r.bare(m.First, m.Last)))
	key := "a:" + words
	if plural && !counted(r.d.Form(m.First)) && !d.another {
		if e, ok := r.byKey[key]; ok {
			return e
		}
	}
	e := r.newUnnamed(i, d, plural)
	r.byKey[key] = e
	return e
}

// holder finds the person who was given the description of mention i as title.
func (r *run) holder(i int) int {
	m := &r.d.Mentions[i]
	words := strings.ToLower(fold(r.bare(m.First, m.Last)))
	var fit []int
	for e := range r.ents {
		if slices.ContainsFunc(r.ents[e].titles, func(t string) bool { return endsWithWords(t, words) }) {
			fit = append(fit, e)
		}
	}
	return r.nearest(fit, i)
}

func (r *run) newUnnamed(i int, d *detail, plural bool) int {
	m := &r.d.Mentions[i]
	x := entity{class: d.class, mods: d.mods, num: d.num}
	if x.class == "" { // "another familiar with the matter"
		x.class = r.lastClass()
	}
	if x.num == 0 && !plural {
		x.num = 1 + r.highest(x.class, x.mods)
	}
	r.anon++
	x.Type = lang.Anonymous
	x.Name = fold(r.d.Quote(m.Span))
	x.Description = x.Name
	x.Plural = plural
	x.Ordinal = r.anon
	if d.num > 0 {
		x.Ordinal = d.num
	}
	return r.add(i, x)
}

func (r *run) lastClass() string {
	for e := len(r.ents) - 1; e >= 0; e-- {
		if r.ents[e].Type == lang.Anonymous && !r.ents[e].Plural {
			return r.ents[e].class
		}
	}
	return "person"
}

// highest is the highest number of an unnamed speaker of a class and kind.
func (r *run) highest(class string, mods []string) int {
	n := 0
	for e := range r.ents {
		if x := &r.ents[e]; x.Type == lang.Anonymous && !x.Plural && x.class == class && related(mods, x.mods) {
			n = max(n, x.num)
		}
	}
	return n
}

// related reports whether two descriptions can be of one kind of speaker: one
// has no modifier, or they share one.
func related(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// earlier finds the last unnamed speaker that a definite description fits: of
// its class and number, with all its modifiers.
func (r *run) earlier(d *detail, plural bool) int {
	best := -1
	for e := range r.ents {
		x := &r.ents[e]
		if x.Type != lang.Anonymous || x.Plural != plural || x.class != d.class && !(d.class == "person" && d.num == 0 && !plural && r.head(d) == "source") {
			continue
		}
		if d.num > 0 && x.num != d.num {
			continue
		}
		fits := true
		for _, w := range d.mods {
			fits = fits && (slices.Contains(x.mods, w) || strings.Contains(strings.ToLower(x.Description), w))
		}
		if fits && (best < 0 || x.last > r.ents[best].last) {
			best = e
		}
	}
	return best
}

func (r *run) head(d *detail) string { return r.d.Toks[d.head].Lemma }

// several makes the group of "the first and third persons" out of its members.
func (r *run) several(i int, d *detail) int {
	m := &r.d.Mentions[i]
	var members []int
	key := "g:" + d.class
	for _, n := range d.nums {
		one := *d
		one.num, one.nums = n, nil
		if e := r.earlier(&one, false); e >= 0 {
			members = append(members, e)
		}
		key += ":" + strconv.Itoa(n)
	}
	if e, ok := r.byKey[key]; ok {
		return e
	}
	e := r.newUnnamed(i, &detail{class: d.class, mods: d.mods}, true)
	r.ents[e].Members = members
	r.byKey[key] = e
	_ = m
	return e
}

// counted reports whether a plural is of a definite number of people, each time
// possibly others: "two officials".
func counted(w string) bool {
	switch strings.ToLower(w) {
	case "two", "three", "four", "five", "six", "seven", "several", "both", "multiple":
		return true
	}
	return false
}
