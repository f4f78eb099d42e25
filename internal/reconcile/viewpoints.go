package reconcile

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/view"
)

// seen is a judgement in its report.
type seen struct {
	src    *source
	v      view.View
	holder string // record id; "" where the words leave out whose view it is
}

const (
	viewsWithin = 12 // pairs of views drawn from one report on one matter
	viewsAcross = 6  // pairs drawn from the reports of one event or text
	viewDays    = 31 // by which two reports may differ and still judge one conduct
	stateDays   = 2  // by which they may differ and still judge one state of the talks
)

// viewpoints relates judgements of one matter by different holders that point
// in opposite directions: within a report, and between reports that share an
// event or a text.
func (rs *relations) viewpoints(r *Result) {
	views := map[string][]seen{} // by report
	for _, s := range rs.sources {
		vs := rs.views(s)
		views[s.id] = vs
		rs.oppose(vs, "", viewsWithin, nil)
	}
	drawn := map[[2]string]bool{}
	across := func(about string, reports []string) {
		var all []seen
		for _, id := range orderIDs(reports) {
			all = append(all, views[id]...)
		}
		slices.SortStableFunc(all, compareSeen)
		rs.oppose(all, about, viewsAcross, drawn)
	}
	for i := range r.Proposals {
		across(r.Proposals[i].ID, r.Proposals[i].Reports)
	}
	for i := range r.Events {
		across(r.Events[i].ID, r.Events[i].Reports)
	}
	rs.opposeNeighbours(views, drawn)
}

// viewSweep is how many reports with a view on a matter come between two that
// are still compared.
const viewSweep = 12

// opposeNeighbours relates the judgements of reports that stand near each other
// in time and name the same people, whether or not they share an event.
func (rs *relations) opposeNeighbours(views map[string][]seen, drawn map[[2]string]bool) {
	byMatter := map[string][][]seen{} // one entry a report
	for _, s := range rs.sources {
		of := map[string][]seen{}
		for _, x := range views[s.id] {
			of[x.v.Matter] = append(of[x.v.Matter], x)
		}
		for m, list := range of {
			byMatter[m] = append(byMatter[m], list)
		}
	}
	for _, m := range sortedKeys(byMatter) {
		reports := byMatter[m]
		for i, a := range reports {
			for _, b := range reports[i+1 : min(len(reports), i+1+viewSweep)] {
				if samePeople(a[0].src, b[0].src, rs.actors) {
					rs.oppose(slices.Concat(a, b), "", viewsAcross, drawn)
				}
			}
		}
	}
}

func compareSeen(a, b seen) int {
	return cmp.Or(cmp.Compare(a.src.n, b.src.n), cmp.Compare(a.v.Span.Start, b.v.Span.Start))
}

// viewsOf are the views that a report tells of.
func viewsOf(s *source) []view.View {
	sents := s.sentences()
	parts := make([]view.Stretch, len(sents))
	for i, sent := range sents {
		parts[i] = view.Stretch{Start: sent.Start, End: sent.End}
	}
	return view.Read(s.Reading, parts)
}

// views are the judgements of a report, the same words of one holder once.
func (rs *relations) views(s *source) []seen {
	type key struct{ matter, words, holder string }
	had := map[key]bool{}
	var out []seen
	for _, v := range s.Views {
		x := seen{s, v, ""}
		if v.Speaker != "" {
			x.holder = rs.actors.of(s, v.Speaker)
		}
		if k := (key{v.Matter, v.Words, x.holder}); !had[k] {
			had[k] = true
			out = append(out, x)
		}
	}
	return out
}

// oppose relates the judgements that point in opposite directions: of one
// report where drawn is nil, else of two that were not yet related.
func (rs *relations) oppose(list []seen, about string, limit int, drawn map[[2]string]bool) {
	count := map[string]int{} // by matter
	for i, a := range list {
		for _, b := range list[i+1:] {
			if a.v.Matter != b.v.Matter || a.v.Good == b.v.Good || a.holder == b.holder || count[a.v.Matter] >= limit || rs.mouthpiece(a.holder, b.holder) {
				continue
			}
			if drawn != nil {
				holders := [2]string{a.v.Matter + a.src.id + a.holder, b.src.id + b.holder}
				pair := [2]string{spanKey(a.src.span(a.v.Span)), spanKey(b.src.span(b.v.Span))}
				if a.src == b.src || drawn[pair] || rs.actors.outletOf(a.src) == rs.actors.outletOf(b.src) ||
					a.src.dated && b.src.dated && gap(a.src.when, b.src.when) > reach(a.v.Matter) || drawn[holders] {
					continue
				}
				drawn[pair], drawn[holders] = true, a.v.Matter != "coordination"
			}
			count[a.v.Matter]++
			rs.seeDifferently(a, b, about)
		}
	}
}

// reach is how many days apart two reports can judge one thing: how the parties
// deal with each other lasts, how near they are changes with every session.
func reach(matter string) int {
	if matter == "coordination" || matter == "novelty" {
		return viewDays
	}
	return stateDays
}

// mouthpiece reports whether one of two actors belongs to the other, or speaks
// for it: theirs is one view.
func (rs *relations) mouthpiece(a, b string) bool {
	return rs.belongs(a, b) || rs.belongs(b, a)
}

func (rs *relations) belongs(a, b string) bool {
	row := rs.actors.row(a)
	return row != nil && b != "" && (row.Parent == b || slices.ContainsFunc(row.Roles, func(r travaux.Role) bool { return r.Organisation == b }))
}

var matterWords = map[string]string{
	"coordination": "whether those concerned act together", "novelty": "whether it is new", "outlook": "what is to be hoped of the talks",
	"progress": "how near an agreement is", "tone": "the tone of the talks",
}

func (rs *relations) seeDifferently(a, b seen, about string) {
	who := func(x seen) string {
		if x.holder == "" {
			return "somebody not named"
		}
		return inSentence(rs.actors.name(x.holder))
	}
	subkind := "tone"
	if a.v.Matter == "coordination" {
		subkind = "consultation"
	}
	strength := "medium"
	if a.src != b.src {
		strength = "weak"
	}
	rs.put(a.src.span(a.v.Span), b.src.span(b.v.Span), a.v.Words, b.v.Words, []string{a.v.Statement, b.v.Statement}, finding{
		kind: travaux.Viewpoint, subkind: subkind, strength: strength, about: about, rule: "viewpoint." + a.v.Matter,
		explanation: fmt.Sprintf("Two holders see %s differently: “%s” (%s) and “%s” (%s).", matterWords[a.v.Matter], a.v.Words, who(a), b.v.Words, who(b)),
	})
}
