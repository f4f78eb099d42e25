package position

import (
	"github.com/travaux/travaux/internal/lang/clause"
)

// bygone reports whether the words say until when a stance was held: "demanded
// a fixed figure until last week", "had ruled that out as recently as January".
// Who held it no longer does.
func (r *reader) bygone(p *clause.Predicate) bool {
	if h := r.Clauses.Head(p.At); p.Progressive && r.mark(p.At) == "of" && r.Clauses.Case(h) == "after" && r.lex.in("while", r.Lemma(h)) { // "after months of refusing"
		return true
	}
	if !p.Past || p.Negated || p.Modal != "" {
		return false
	}
	sent := r.Sent(p.At)
	_, end := r.Clauses.Yield(p.At)
	const reach = 12 // tokens behind the verb
	for i := p.At + 1; i < min(end, p.At+reach, sent.Last); i++ {
		switch r.Low(i) {
		case "until", "till":
			if r.bounded(i+1) && r.Clauses.Kid(r.Clauses.Head(i), "nsubj") < 0 {
				return true
			}
		case "recently", "late":
			if r.Low(i-1) == "as" && r.Low(i+1) == "as" {
				return true
			}
		}
	}
	return false
}

// bounded reports whether a time that is past begins at i: "last week", "recently",
// "January".
func (r *reader) bounded(i int) bool {
	switch r.Low(i) {
	case "recently", "now", "lately":
		return true
	}
	t := r.Timex(i)
	if t == nil || t.EDTF == "" {
		return false
	}
	doc, ok := r.Reading.Report.Date.EDTF.Bounded()
	at, known := t.EDTF.Bounded()
	return ok && known && at.Lo <= doc.Hi
}

// relinquished gives the stance at f that the party is said to have changed, in a
// clause about what it is on: "accepted the cap, which it had opposed since May".
func (r *reader) relinquished(p *clause.Predicate, f *found) bool {
	if !p.Perfect || !r.Clauses.Is(p.At, "acl:relcl") || len(p.Object) != 1 || !r.pointing(p.Object[0]) && p.Object[0] > p.At {
		return false
	}
	for n := len(r.found) - 1; n >= 0; n-- {
		g := &r.found[n]
		if r.Doc.Toks[g.at].Sent != r.Doc.Toks[p.At].Sent || g.at >= p.At {
			return false
		}
		if g.kind != "position" || g.from != "" || !overlap(g.party, f.party) || scale[g.stance]*scale[f.stance] >= 0 {
			continue
		}
		g.from, g.kind, g.last = f.stance, "concession", max(g.last, f.last)
		if r.Timex(r.Clauses.Head(p.At)) != nil { // the time is of the matter
			g.since = ""
		}
		return true
	}
	return false
}
