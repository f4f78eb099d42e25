package position

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// seenAs is the stance of a party that views the object of p so.
func (r *reader) seenAs(p *clause.Predicate) travaux.Stance {
	judge := func(h int) travaux.Stance {
		for _, k := range append([]int{h}, r.modifiers(h)...) {
			for _, part := range [...]string{"adj", "noun"} {
				for _, e := range r.match(k, part) {
					if e.takes("subj") {
						return e.Stance
					}
				}
			}
			switch {
			case r.lex.in("threat", r.Lemma(k)):
				return travaux.Wary
			case r.lex.in("bad", r.Lemma(k)):
				return travaux.Opposes
			case r.lex.in("good", r.Lemma(k)):
				return travaux.Supports
			}
		}
		return ""
	}
	for _, o := range p.Obliques {
		if o.Case == "as" {
			return judge(o.Head)
		}
	}
	first := true // "called it a trap" may have two objects
	for _, kid := range r.Clauses.Kids(p.At) {
		k := int(kid)
		switch {
		case k > p.At && r.Clauses.Is(k, "xcomp") && r.POS(k) != lang.VERB, !first && r.Clauses.Is(k, "obj"):
			return judge(k)
		case r.Clauses.Is(k, "obj", "iobj"):
			first = false
		}
	}
	return ""
}

func (r *reader) modifiers(h int) []int {
	var out []int
	for _, k := range r.Clauses.Kids(h) {
		if r.Clauses.Is(int(k), "amod", "compound") {
			out = append(out, int(k))
		}
	}
	return out
}
