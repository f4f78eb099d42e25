package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// pairLimit is how many passages on one party and issue, or on one party's
// being consulted, are compared with one another.
const pairLimit = 24

// held is a position in its report.
type held struct {
	reading
	claim *travaux.PositionClaim
	party string
	words map[string]bool // of what the stance is on
	about string          // id of the text that it is on
}

// positions relates the stances of one party on one thing that point in
// opposite directions.
func (rs *relations) positions(r *Result) {
	by := map[string][]held{}
	for _, s := range rs.sources {
		for i := range s.Positions {
			p := &s.Positions[i]
			if direction(p.Stance) == 0 || p.Kind == "interest" {
				continue
			}
			h := held{
				reading: newReading(s, &p.Claim, travaux.Value{Value: plainWords(p.Stance), SupportedBy: p.SupportedBy}, false),
				claim:   p, party: rs.actors.of(s, p.Party), words: labelWords(p.Option), about: r.Text(s.id, p.About),
			}
			if k := h.party + "\x00" + p.Issue; h.party != "" && len(by[k]) < pairLimit {
				by[k] = append(by[k], h)
			}
		}
	}
	for _, k := range sortedKeys(by) {
		for i, a := range by[k] {
			for _, b := range by[k][i+1:] {
				if direction(a.claim.Stance)*direction(b.claim.Stance) < 0 && sameMatter(a, b) {
					rs.stances(a, b)
				}
			}
		}
	}
}

// direction of a stance: for, against, or neither.
func direction(s travaux.Stance) int {
	switch s {
	case travaux.RulesOut, travaux.Opposes:
		return -1
	case travaux.Supports, travaux.Demands:
		return 1
	}
	return 0 // wary, undecided and conditional agree with either
}

// sameMatter reports whether two stances are on one text, or on what is called
// by mostly the same words.
func sameMatter(a, b held) bool {
	if a.about != "" || b.about != "" {
		return a.about == b.about
	}
	n := 0
	for w := range a.words {
		if b.words[w] {
			n++
		}
	}
	return n > 0 && 2*n >= min(len(a.words), len(b.words)) && 3*n >= max(len(a.words), len(b.words))
}

func (rs *relations) stances(a, b held) {
	f := finding{subkind: "stance", strength: "medium", about: a.about}
	x, y := plainWords(a.claim.Stance), plainWords(b.claim.Stance)
	switch {
	case laterThan(b.src, a.src) || laterThan(a.src, b.src):
		f.kind, f.rule = travaux.Updates, "stance.updates"
		f.explanation = fmt.Sprintf("The reports are of different dates: one passage has the party's stance as “%s”, the other as “%s”.", x, y)
	case a.src == b.src && a.claim.AccordingTo == b.claim.AccordingTo:
		return // one account may tell of two sides of a matter
	default:
		f.kind, f.rule = travaux.Contradicts, "stance.contradicts"
		f.strength = "weak"
		f.holdsIf = "Both passages speak of the same point and of the same time."
		f.alternative = "The party takes the matter one way and rejects a part of it, or has changed its mind."
		f.explanation = fmt.Sprintf("One passage has the party's stance as “%s”, the other as “%s”.", x, y)
	}
	rs.add(a.reading, b.reading, f)
}

func plainWords[T ~string](s T) string { return strings.ReplaceAll(string(s), "_", " ") }

// told is a consultation in its report.
type told struct {
	reading
	claim *travaux.ConsultationClaim
	by    []string
	about string
	yes   bool
}

// consultations relates passages of which one has somebody consulted or told
// and the other passed over.
func (rs *relations) consultations(r *Result) {
	by := map[string][]told{}
	for _, s := range rs.sources {
		for i := range s.Consultations {
			c := &s.Consultations[i]
			yes, ok := included(c)
			if !ok {
				continue
			}
			t := told{
				reading: newReading(s, &c.Claim, travaux.Value{Value: plainWords(c.Relation) + ": " + plainWords(c.Polarity), SupportedBy: c.SupportedBy}, false),
				claim:   c, about: r.Text(s.id, c.About), yes: yes,
			}
			for _, id := range c.ByWhom {
				t.by = append(t.by, rs.actors.of(s, id))
			}
			for _, id := range c.Who {
				if who := rs.actors.of(s, id); len(by[who]) < pairLimit {
					by[who] = append(by[who], t)
				}
			}
		}
	}
	for _, who := range sortedKeys(by) {
		drawn := map[[2]string]bool{} // pairs of reports
		for i, a := range by[who] {
			for _, b := range by[who][i+1:] {
				pair := [2]string{a.src.id, b.src.id}
				if a.yes != b.yes && !drawn[pair] && a.about == b.about && meet(a.by, b.by) && a.claim.Span != b.claim.Span {
					drawn[pair] = true
					rs.consulted(a, b, who)
				}
			}
		}
	}
}

// included reports whether a consultation says that somebody was let in; ok is
// false for what is planned, partial or not answered, and for mere contact.
func included(c *travaux.ConsultationClaim) (yes, ok bool) {
	if c.Relation == "in_contact" || c.Polarity != "yes" && c.Polarity != "no" {
		return false, false
	}
	out := c.Relation == "sidelined" || c.Relation == "excluded"
	return (c.Polarity == "yes") != out, true
}

// meet reports whether two lists have a member in common, or one is empty.
func meet(a, b []string) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

func (rs *relations) consulted(a, b told, who string) {
	f := finding{subkind: "consultation", about: a.about}
	no, yes := a, b
	if a.yes {
		no, yes = b, a
	}
	name := rs.actors.name(who)
	switch {
	case laterThan(yes.src, no.src):
		f.kind, f.strength, f.rule = travaux.Updates, "medium", "consultation.updates"
		f.explanation = fmt.Sprintf("The earlier report has %s passed over, the later one has it consulted or told.", name)
	default:
		f.kind, f.strength, f.rule = travaux.Contradicts, "medium", "consultation.contradicts"
		f.holdsIf = "Both passages speak of the same matter and of the same time."
		f.alternative = "It was told of one thing and not of another, or told later."
		f.explanation = fmt.Sprintf("One passage has %s consulted or told, the other passed over.", name)
	}
	rs.add(a.reading, b.reading, f)
}
