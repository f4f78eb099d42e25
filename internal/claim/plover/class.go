package plover

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang/clause"
)

// class is the class of the phrase that noun h heads: its own, or of what it is
// made of.
func (r *Reader) class(h int) string { return r.classIn(h, 0) }

func (r *Reader) classIn(h, depth int) string {
	own := r.noun(h)
	inner := ""
	for _, kid := range r.x.Kids(h) {
		k := int(kid)
		if !r.x.Is(k, "compound", "amod", "nmod") || r.x.Is(k, "nmod:poss") {
			continue
		}
		c := r.noun(k)
		if depth < 2 && own == "" && r.x.Case(k) == "of" { // "part of an aid programme"
			c = r.classIn(k, depth+1)
		}
		switch {
		case c == "peacekeeper" && k < h:
			return c
		case inner == "" && c != "" && (k < h && !r.x.Is(k, "nmod") || r.x.Case(k) == "of"):
			inner = c
		}
	}
	if own == "" {
		return inner
	}
	return own
}

func (r *Reader) noun(h int) string {
	l := r.lemma(h)
	for _, kid := range r.x.Kids(h) {
		k := int(kid)
		if c := r.lex.nouns[l+" "+r.x.Case(k)]; c != "" && r.x.Is(k, "nmod", "obl") {
			return c
		}
		if c := r.lex.nouns[r.lemma(k)+" "+l]; c != "" && r.x.Is(k, "compound", "amod", "nmod") {
			return c
		}
	}
	return r.lex.nouns[l]
}

// civil reports whether those at heads are people rather than an authority: who
// blocks a road in protest, and who closes it.
func (r *Reader) civil(heads []int) bool {
	return len(heads) > 0 && (r.class(heads[0]) == "people" || r.d.Toks[heads[0]].XPOS == "NNPS")
}

func (r *Reader) lemma(i int) string { return strings.ToLower(r.d.Toks[i].Lemma) }

// senses looks the word at token i up; a lemma that kept a doubled consonant, or
// lost one, is mended.
func (r *Reader) senses(i int) []sense {
	l := r.lemma(i)
	if ss := r.lex.verbs[l]; ss != nil || l == "" {
		return ss
	}
	end := l[len(l)-1:]
	if ss := r.lex.verbs[strings.TrimSuffix(l, end)]; ss != nil {
		return ss
	}
	if ss := r.lex.verbs[l+end]; ss != nil {
		return ss
	}
	return r.lex.verbs[l+"e"]
}

// known reports whether the lexicon has the word at token i by itself.
func (r *Reader) known(i int) bool {
	return slices.ContainsFunc(r.senses(i), func(s sense) bool { return len(s.more) == 0 })
}

// speaks reports whether the verb at token i only reports.
func (r *Reader) speaks(i int) bool {
	return slices.ContainsFunc(r.senses(i), func(s sense) bool { return s.deals == says && len(s.more) == 0 })
}

// follows reports whether p has all of words by it: its particle, what hangs on
// it, or what stands next.
func (r *Reader) follows(p *clause.Predicate, words []string) bool {
	for n, w := range words {
		if !r.by(p, w) && !(p.At+1+n < len(r.d.Toks) && r.x.Low(p.At+1+n) == w) {
			return false
		}
	}
	return true
}

func (r *Reader) by(p *clause.Predicate, w string) bool {
	if p.Particle == w {
		return true
	}
	for _, kid := range r.x.Kids(p.At) {
		k := int(kid)
		if r.x.Is(k, "obj", "iobj", "xcomp", "obl", "advmod", "compound", "nsubj:pass") && r.lemma(k) == w || r.x.Is(k, "obl", "xcomp", "ccomp") && r.x.Case(k) == w || r.x.Is(k, "case") && r.x.Low(k) == w {
			return true
		}
	}
	return false
}
