package position

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang/clause"
)

// clefted is what a stance is on whose object the sentence puts behind "is":
// "what the union wants is a cap", "what we cannot live with is a levy".
func (r *reader) clefted(p *clause.Predicate, e *entry) []option {
	what := r.Clauses.Head(p.At)
	if what < 0 || what > p.At || !r.Clauses.Is(p.At, "acl:relcl") || r.Low(what) != "what" || e.Part != "verb" {
		return nil
	}
	stranded := slices.Contains(e.Preps, r.Low(p.At+1))
	if !stranded && !e.takes("obj") && !e.takes("ing") || p.Complement >= 0 {
		return nil
	}
	out := r.said(what)
	if len(out) == 0 { // "what it wants, she said, is a cap"
		if h := r.Clauses.Head(what); h >= 0 {
			if c := r.Clauses.Kid(h, "ccomp"); c > p.At && r.Clauses.Kid(c, "cop") > p.At && r.Clauses.Kid(c, "nsubj") < 0 {
				first, last := r.stretch(c)
				first, last = r.trim(max(first, r.Clauses.Kid(c, "cop")+1), last)
				if r.Low(first) == "to" && first < c {
					first++
				}
				if first < last {
					out = []option{r.option(c, first, last, !r.Clauses.Noun(c))}
				}
			}
		}
	}
	for i := range out {
		out[i].frame, out[i].lo = "cleft", what
		out[i].matter = out[i].matter || r.carrier(p.At) != nil
	}
	return out
}

// shut reads what is said to be no matter of the talks: "a seat is out of the
// question", "the border is off the table", "the date is not up for debate".
// It is the speaker's stance, where no other is named.
func (r *reader) shut(i int, p *clause.Predicate) bool {
	stance := travaux.RulesOut
	switch c, w := r.Clauses.Case(i), r.Lemma(i); {
	case r.Low(i) == "question" && (c == "out" || c == "out of"), c == "off" && (w == "table" || w == "limit"):
		if p.Negated {
			return false
		}
	case p.Negated && (c == "on" && (w == "table" || w == "agenda") || c == "for" && r.Low(i-2) == "up" && (w == "discussion" || w == "debate" || w == "negotiation")):
	case r.Low(i) == "option" && c == "" && (p.Negated || r.without(i)):
	default:
		return false
	}
	st := r.carrier(i)
	if st == nil || p.Modal == "may" || p.Modal == "might" {
		return false
	}
	party := r.speaks(st)
	for _, o := range p.Obliques {
		if o.Case == "for" && o.Head > i {
			party = r.parties(r.Clauses.Conj(o.Head))
		}
	}
	opts := r.nominal(p.Subject)
	if len(opts) != 1 || len(party) == 0 || !opts[0].matter && r.Low(i) == "option" { // "failure is not an option" rules out nothing
		return false
	}
	opts[0].frame = "shut"
	f := found{at: i, party: party, on: opts[0], stance: stance, strength: "plain", kind: "position", rule: "shut-out"}
	r.finish(&f, p, i)
	return true
}
