package claim

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// publication reads how something became known: "first reported by the
// Gazette", "as the Gazette first reported", "revealed by the Gazette on
// Monday".
func (r *reader) publication(i int) {
	if !r.verb(i) || r.claimed[i] || !r.lex.in("published", r.lemma(i)) {
		return
	}
	var by who
	first := i
	if r.low(i-1) == "first" || r.low(i-1) == "originally" || r.low(i-1) == "previously" {
		first = i - 1
	}
	switch {
	case r.low(i+1) == "by":
		by = r.list(i+2, r.clauseEnd(i+1))
	case r.low(i+1) == "first" && r.low(i+2) == "by":
		by = r.list(i+3, r.clauseEnd(i+1))
	default:
		by = r.leftList(first)
		if by.first <= r.sent(i).First || r.low(by.first-1) != "as" && first == i {
			return
		}
	}
	if by.first < 0 || !r.medium(by) {
		return
	}
	c := r.published(i)
	if k := by.first - 1; k > 0 && r.low(k) == "as" { // what "as" refers to is a text only right before it
		if c = nil; r.low(k-1) == "," {
			if n := r.np.Ends(k - 1); n >= 0 && r.pos(r.np.NPs[n].First-1) != lang.ADP {
				c = r.textOf(n)
			}
		}
	}
	kind := travaux.Publication
	if r.lemma(i) == "leak" || r.lemma(i) == "reveal" || r.lemma(i) == "obtain" {
		kind = travaux.Leak
	}
	f := &found{kind: kind, status: travaux.Happened, first: first, last: i + 1, np: -1, carrier: -1, actors: by, others: nobody(), rule: "first-reported", places: []travaux.Value{}}
	if c != nil {
		c.used = true
		f.about = c.id
	}
	r.claim(f)
	if c != nil {
		e := &r.happenings[len(r.happenings)-1]
		r.firsts = append(r.firsts, reported{c, by, e.Dates, first, i + 1})
	}
}

// reported is who first reported a text, and when.
type reported struct {
	text  *cluster
	by    who
	dates []travaux.Value
	at    int // tokens [at, end) say that it was reported
	end   int
}

// medium reports whether all who are named are outlets.
func (r *reader) medium(w who) bool {
	for _, id := range w.ids {
		if a := r.c.Actor(id); a == nil || a.Type != travaux.ActorMedia {
			return false
		}
	}
	return len(w.ids) > 0
}

// published returns the text that a report at verb i made known: the last one
// named before it in the sentence, or nil.
func (r *reader) published(i int) *cluster {
	for k := i - 1; k >= r.sent(i).First; k-- {
		if t := r.text[k]; t > 0 {
			return r.mentions[t-1].cluster
		}
	}
	return nil
}
