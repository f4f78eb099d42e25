package pack

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// reader matches frames over the trees of one document.
type reader struct {
	d     *lang.Doc
	x     *clause.Index
	w     *words
	place []bool // tokens within the name of a place
}

func newReader(d *lang.Doc, x *clause.Index, w *words) *reader {
	r := &reader{d, x, w, make([]bool, len(d.Toks))}
	for _, m := range d.Mentions {
		for i := max(m.First, 0); i < m.Last && i < len(r.place) && m.Type == lang.Place; i++ {
			r.place[i] = true
		}
	}
	return r
}

// match returns the tokens of f at i, which has one of its words, or nil.
func (r *reader) match(f *frame, i int) []int {
	h := slices.IndexFunc(f.heads, func(h head) bool { return r.w.is(i, h.word) })
	if h < 0 {
		return nil
	}
	at := []int{i}
	if p := f.heads[h].particle; p != "" {
		k := r.particle(i, p)
		if k < 0 {
			return nil
		}
		at = append(at, k)
	}
	var a arguments
	if r.d.Toks[i].UPOS == lang.NOUN {
		a = r.ofNoun(i)
	} else if p, ok := r.x.Predicate(i); ok && (p.Particle == "" || len(at) > 1) { // "give up arms" gives none
		a = arguments{p.Subject, p.Object, p.Obliques}
		if x := r.d.Toks[i].XPOS; len(a.object) == 0 && (x == "VBN" || x == "VBD" && r.x.Is(i, "xcomp")) {
			a.object = r.bare(i, p.Subject) // "want the levy cut"
		}
	} else {
		return nil
	}
	if f.subject != nil {
		if at = r.fill(*f.subject, a.subject, at); at == nil {
			return nil
		}
	}
	if f.object != nil {
		if at = r.fill(*f.object, a.object, at); at == nil {
			return nil
		}
	}
	for _, o := range f.obliques {
		var heads []int
		for _, b := range a.obliques {
			if slices.Contains(strings.Split(o.prep, "|"), b.Case) {
				heads = append(heads, r.x.Conj(b.Head)...)
			}
		}
		if at = r.fill(o.slot, heads, at); at == nil {
			return nil
		}
	}
	return at
}

// bare is what bare participle i is said of: its subject by what controls it, or
// a noun before it that the parser left without a role.
func (r *reader) bare(i int, subject []int) []int {
	if r.x.Kid(i, "aux") >= 0 {
		return nil
	}
	if k := r.x.Kid(i, "obl:unmarked", "nsubj"); k >= 0 && k < i {
		return r.x.Conj(k)
	}
	return subject
}

type arguments struct {
	subject, object []int
	obliques        []clause.Oblique
}

// ofNoun reads the arguments of a noun made of a verb: "withdrawal of troops
// from the coast", "troop withdrawal", "territorial concessions".
func (r *reader) ofNoun(i int) arguments {
	var a arguments
	for _, kid := range r.x.Kids(i) {
		k := int(kid)
		switch {
		case r.x.Is(k, "nmod:poss"):
			a.subject = append(a.subject, r.x.Conj(k)...)
			a.object = append(a.object, k)
		case r.x.Is(k, "compound", "amod"), r.x.Is(k, "nmod") && r.x.Kid(k, "case") < 0:
			a.object = append(a.object, k)
		case r.x.Is(k, "nmod", "obl"):
			switch c := r.x.Case(k); c {
			case "of":
				a.object = append(a.object, r.x.Conj(k)...)
				a.subject = append(a.subject, r.x.Conj(k)...)
			case "by":
				a.subject = append(a.subject, r.x.Conj(k)...)
			default:
				a.obliques = append(a.obliques, clause.Oblique{Case: c, Head: k})
			}
		}
	}
	return a
}

// particle is where the particle of verb i stands: on it, or hung elsewhere
// right behind it or its object.
func (r *reader) particle(i int, word string) int {
	for _, kid := range r.x.Kids(i) {
		k := int(kid)
		if k > i && r.w.is(k, word) && r.x.Is(k, "compound:prt", "advmod", "case", "obl") {
			return k
		}
	}
	if i+1 < len(r.d.Toks) && r.d.Toks[i+1].Sent == r.d.Toks[i].Sent && r.w.is(i+1, word) {
		return i + 1
	}
	return -1
}

// fill finds a phrase of s among those that heads head, and adds its tokens.
func (r *reader) fill(s slot, heads, at []int) []int {
	switch {
	case s.place:
		for _, h := range heads {
			if k := r.placeAt(h); k >= 0 {
				return append(at, k)
			}
		}
		return nil
	case len(s.phrases) == 0 && len(heads) > 0:
		return at
	}
	for _, h := range heads {
		for _, words := range s.phrases {
			if found := r.phrase(words, h); found != nil {
				return append(at, found...)
			}
		}
	}
	return nil
}

// placeAt is the token of a place's name that h is, or counts: "all of Norland".
func (r *reader) placeAt(h int) int {
	for _, k := range [...]int{h, r.x.Kid(h, "nmod")} {
		if k >= 0 && r.place[k] && (k == h || r.x.Case(k) == "of") {
			return k
		}
	}
	return -1
}

// phrase finds words in the phrase that h heads: the last is h or what h counts
// ("thousands of soldiers"), the others hang on it.
func (r *reader) phrase(words []string, h int) []int {
	last := len(words) - 1
	if !r.w.is(h, words[last]) {
		k := r.x.Kid(h, "nmod")
		if k < 0 || r.x.Case(k) != "of" || !r.w.is(k, words[last]) {
			return nil
		}
		h = k
	}
	at := []int{h}
	for _, w := range words[:last] {
		k := slices.IndexFunc(r.x.Kids(h), func(k int32) bool { return r.w.is(int(k), w) })
		if k < 0 {
			return nil
		}
		at = append(at, int(r.x.Kids(h)[k]))
	}
	return at
}
