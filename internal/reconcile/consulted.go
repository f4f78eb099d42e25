package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// told is a consultation in its report.
type told struct {
	reading
	claim   *travaux.ConsultationClaim
	by      []string
	about   string
	speaker string // whoever says so
	yes     bool   // let in; not so of what is planned
	planned bool
	// depth is how far somebody was let in or kept out: 1 for knowledge, 2 for
	// a say. Who had a say knew; who knew need not have had a say.
	depth int
}

// consultations relates passages of which one has somebody consulted or told
// and the other passed over.
func (rs *relations) consultations(r *Result) {
	by := map[string][]told{}
	for _, s := range rs.sources {
		var nos, plans []told
		for i := range s.Consultations {
			t, ok := rs.newTold(s, &s.Consultations[i], r)
			if !ok {
				continue
			}
			switch {
			case t.planned:
				plans = append(plans, t)
			case !t.yes:
				nos = append(nos, t)
			}
			for _, k := range rs.toldKeys(s, t) {
				if len(by[k]) < pairLimit {
					by[k] = append(by[k], t)
				}
			}
		}
		rs.toBeTold(nos, plans)
	}
	drawn := map[[3]string]bool{} // pairs of reports, and who
	for _, k := range sortedKeys(by) {
		for i, a := range by[k] {
			for _, b := range by[k][i+1:] {
				pair := [3]string{a.src.id, b.src.id, k}
				if !drawn[pair] && !overlapping(a.reading, b.reading) && rs.consulted(a, b) {
					drawn[pair] = true
				}
			}
		}
	}
}

func (rs *relations) newTold(s *source, c *travaux.ConsultationClaim, r *Result) (told, bool) {
	t := told{
		reading: newReading(s, &c.Claim, travaux.Value{Value: plainWords(c.Relation) + ": " + plainWords(c.Polarity), SupportedBy: c.SupportedBy}, false),
		claim:   c, about: r.Text(s.id, c.About), planned: c.Polarity == "planned", yes: c.Polarity == "yes",
		speaker: rs.speaker(s, c.SupportedBy),
	}
	switch c.Relation {
	case "informed", "briefed":
		t.depth = 1
	case "consulted", "gave_input":
		t.depth = 2
	case "sidelined", "excluded":
		t.depth, t.yes = 2, !t.yes
	}
	if t.depth == 0 || !t.planned && c.Polarity != "yes" && c.Polarity != "no" || ownChoice(t.claim.Quote) {
		return t, false
	}
	if t.about == "" {
		t.about = textBeside(s, c.Span, r)
	}
	for _, id := range c.ByWhom {
		t.by = append(t.by, rs.actors.of(s, id))
	}
	return t, true
}

// ownChoice reports whether somebody chose not to be told.
func ownChoice(words string) bool {
	w := strings.ToLower(words)
	return strings.Contains(w, "declined to be") || strings.Contains(w, "refused to be") || strings.Contains(w, "did not want to")
}

// textBeside returns the record's id of the only text that the sentence of a
// passage names.
func textBeside(s *source, at travaux.Span, r *Result) string {
	sent, found := s.sentence(at.Start), ""
	for i := range s.Proposals {
		for _, v := range s.Proposals[i].Names {
			if slices.ContainsFunc(v.Spans, func(sp travaux.Span) bool { return sent.Start <= sp.Start && sp.End <= sent.End }) {
				if id := r.Text(s.id, s.Proposals[i].ID); found == "" || found == id {
					found = id
				} else {
					return ""
				}
			}
		}
	}
	return found
}

// speaker is whoever is said to say what the statements hold: the record's id
// of the last of the closest chain.
func (rs *relations) speaker(s *source, ids []string) string {
	best, depth := "", 0
	for _, st := range s.statementsOf(ids) {
		if n := len(st.Chain); st.Speaker != "" && n > depth {
			best, depth = rs.actors.of(s, st.Speaker), n
		}
	}
	return best
}

// toldKeys are whom a passage is about: the actors, and within the report those
// it calls by the same common noun ("their branch", "the branch").
func (rs *relations) toldKeys(s *source, t told) []string {
	var keys []string
	for _, id := range t.claim.Who {
		who := rs.actors.of(s, id)
		keys = append(keys, who)
		row := rs.actors.row(who)
		if row == nil || row.World != "" || properName(row.Canonical) {
			continue
		}
		words := strings.Fields(fold(row.Canonical))
		if len(words) == 2 && pointers[words[0]] {
			keys = append(keys, s.id+"\x00"+words[1])
		}
	}
	return orderIDs(keys)
}

// pointers are the words by which a text points back to somebody it named.
var pointers = wordSet("the their his her its this that our")

// consulted relates two passages on one party, and reports whether there was
// anything to relate.
func (rs *relations) consulted(a, b told) bool {
	no, yes := a, b
	if a.yes || a.planned {
		no, yes = b, a
	}
	if no.yes || no.planned || !yes.yes && !yes.planned || yes.depth < no.depth || !sameBusiness(no, yes) {
		return false
	}
	name := rs.whoIn(no, yes)
	f := finding{kind: travaux.Updates, subkind: "consultation", strength: "medium", rule: "consultation.updates", about: no.about}
	switch {
	case yes.planned && laterThan(no.src, yes.src):
		f.explanation = fmt.Sprintf("The earlier passage has it planned to tell or ask %s, the later one has it not done.", name)
	case yes.planned:
		f.explanation = fmt.Sprintf("One passage has %s not told or asked, the other has it planned: a state and what is to follow.", name)
	case laterThan(yes.src, no.src):
		f.explanation = fmt.Sprintf("The earlier report has %s passed over, the later one has it consulted or told.", name)
	case laterThan(no.src, yes.src):
		f.explanation = fmt.Sprintf("The earlier report has %s consulted or told, the later one passed over.", name)
		f.strength = "weak"
	case since(yes.reading):
		f.strength = "weak"
		f.explanation = fmt.Sprintf("One passage has %s passed over, the other has it consulted or told afterwards.", name)
	case no.src == yes.src && no.speaker == yes.speaker:
		return false // one account of two things
	default:
		f.kind, f.rule = travaux.Contradicts, "consultation.contradicts"
		f.holdsIf = "Both passages speak of the same matter and of the same time."
		f.alternative = "It was told of one thing and not of another, or told later."
		f.explanation = fmt.Sprintf("One passage has %s consulted or told, the other passed over.", name)
	}
	rs.add(a.reading, b.reading, f)
	return true
}

// sameBusiness reports whether two passages are about one matter: one text; or
// in one report, where not both name different ones; or by the same party
// within days.
func sameBusiness(a, b told) bool {
	if len(a.by) > 0 && len(b.by) > 0 && !meet(a.by, b.by) {
		return false
	}
	switch {
	case a.about != "" && b.about != "":
		return a.about == b.about
	case a.src == b.src:
		return true
	}
	near := a.src.dated && b.src.dated && gap(a.src.when, b.src.when) <= nearDays
	return near && len(a.by) > 0 && len(b.by) > 0 && a.about == b.about
}

// meet reports whether two lists have a member in common.
func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// whoIn names whom both passages are about.
func (rs *relations) whoIn(a, b told) string {
	for _, x := range a.claim.Who {
		for _, y := range b.claim.Who {
			if id := rs.actors.of(a.src, x); id == rs.actors.of(b.src, y) {
				return inSentence(rs.actors.name(id))
			}
		}
	}
	return inSentence(rs.actors.name(rs.actors.of(a.src, a.claim.Who[0])))
}

// afterWords say that something came after what went before.
var afterWords = wordSet("subsequently later afterwards since then eventually now")

// since reports whether a passage says that it tells of something later.
func since(r reading) bool {
	for w := range strings.FieldsSeq(strings.ToLower(r.src.words(r.src.sentence(r.claim.Start)))) {
		if afterWords[strings.Trim(w, ".,;:")] {
			return true
		}
	}
	return false
}

// collectives are the words for those who stand together with somebody, of
// whom one that is named may be one.
var collectives = wordSet("allies partners members capitals governments colleagues delegations parties leaders lawmakers branches")

// toBeTold relates those who were not told to the plan of telling a collective
// of which they may be one, within one report.
func (rs *relations) toBeTold(nos, plans []told) {
	for _, p := range plans {
		for _, n := range nos {
			if n.claim.Relation != p.claim.Relation || len(n.claim.Who) == 0 || !rs.collective(p) {
				continue
			}
			rs.add(n.reading, p.reading, finding{
				kind: travaux.Updates, subkind: "consultation", strength: "weak", rule: "consultation.planned", about: n.about,
				explanation: fmt.Sprintf("One passage has %s not %s, the other has it planned for %s: a state and what is to follow, if it is one of them and the same text is meant.",
					inSentence(rs.actors.name(rs.actors.of(n.src, n.claim.Who[0]))), plainWords(n.claim.Relation), inSentence(rs.actors.name(rs.actors.of(p.src, p.claim.Who[0])))),
			})
		}
	}
}

func (rs *relations) collective(t told) bool {
	return len(t.claim.Who) > 0 && slices.ContainsFunc(strings.Fields(fold(rs.actors.name(rs.actors.of(t.src, t.claim.Who[0])))), func(w string) bool { return collectives[w] })
}
