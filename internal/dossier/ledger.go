package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

const forecastsPerPage = 150

// forecastView is what somebody expects, and what came of it.
type forecastView struct {
	Anchor  string
	Also    []string // anchors of the same forecast told elsewhere
	Holder  link
	Words   string
	Plain   bool // the citation shows the same words
	Details []string
	Fate    string
	Cites   []cite
	Why     string // what came of it, or why it cannot be told
	Row     *link  // the row of the record that tells what came of it
	Told    []cite // the passage that does
}

// forecastGroup is the forecasts of one section that stand on a page.
type forecastGroup struct {
	Heading, Meaning string
	N                int // in all
	Continued        bool
	Folded           bool // behind the others of the page
	Forecasts        []forecastView
}

// unresolvable is the section of what can never be told to have come true.
const unresolvable = len(fates) - 1

// fates are the sections of the ledger, in their order.
var fates = [...]struct{ heading, meaning string }{
	{"Came true, as proposed", "A later passage tells so, or that what was held unlikely came about. A rule proposes it; an analyst can confirm or refuse it."},
	{"Did not come true, as proposed", "A later passage tells so. A rule proposes it; an analyst can confirm or refuse it."},
	{"Confirmed by the analyst", "What came of it was entered by hand."},
	{"Still open", "Its time is not over."},
	{"Time is over, nothing told", "No report tells what came of it. That is no “did not”."},
	{"On a condition", "Whether they hold hangs on something that must come first. They are kept apart."},
	{"Cannot be resolved", "They name no time with an end, or are feared rather than foretold."},
}

func fateOf(x *analysis.Foreseen) int {
	switch {
	case x.Confirmed:
		return 2
	case x.Fate == analysis.CameTrue:
		return 0
	case x.Fate == analysis.DidNot:
		return 1
	case x.Conditional:
		return 5
	case !x.Resolvable:
		return 6
	case x.Fate == analysis.StillOpen:
		return 3
	}
	return 4
}

func (s *Site) layOutForecasts() {
	list := s.view.Ledger()
	scores := analysis.Scores(list)
	slices.SortStableFunc(list, func(a, b analysis.Foreseen) int {
		return cmp.Or(cmp.Compare(fateOf(&a), fateOf(&b)), cmp.Compare(firstDay(a.Forecast.Horizon), firstDay(b.Forecast.Horizon)))
	})
	var n [len(fates)]int
	for i := range list {
		n[fateOf(&list[i])]++
	}
	s.listed.forecasts = list
	var pathOf [len(fates)]string
	s.addList("forecasts", "Forecasts", "forecasts", len(list), forecastsPerPage, func(path string, from, to int) func() any {
		for _, x := range list[from:to] {
			s.href[x.Forecast.ID] = path + "#" + slug(x.Forecast.ID)
			for _, o := range x.Others {
				s.href[o.ID] = path + "#" + slug(o.ID)
			}
			if g := fateOf(&x); pathOf[g] == "" {
				pathOf[g] = path + "#" + slug(x.Forecast.ID)
			}
		}
		return func() any {
			v := struct {
				Jump   []countView
				Scores []scoreView
				Groups []*forecastGroup
			}{Groups: s.forecastGroups(list, from, to, n)}
			if from == 0 {
				for g, x := range fates {
					if n[g] > 0 {
						v.Jump = append(v.Jump, countView{n[g], x.heading, pathOf[g], ""})
					}
				}
				for _, x := range scores {
					v.Scores = append(v.Scores, s.scoreView(x))
				}
			}
			return v
		}
	})
}

func (s *Site) forecastGroups(list []analysis.Foreseen, from, to int, n [len(fates)]int) []*forecastGroup {
	var out []*forecastGroup
	for i := from; i < to; i++ {
		g := fateOf(&list[i])
		if i == from || g != fateOf(&list[i-1]) {
			out = append(out, &forecastGroup{
				Heading: fates[g].heading, Meaning: fates[g].meaning, N: n[g],
				Continued: i == from && from > 0 && g == fateOf(&list[i-1]), Folded: g == unresolvable && i > from,
			})
		}
		last := out[len(out)-1]
		last.Forecasts = append(last.Forecasts, s.forecastView(&list[i]))
	}
	return out
}

func (s *Site) forecastView(x *analysis.Foreseen) forecastView {
	f := x.Forecast
	v := forecastView{
		Anchor: slug(f.ID), Holder: s.actor(f.Holder), Words: s.quote(oneLine(f.Proposition), f.Spans...),
		Fate: x.Outcome(), Why: x.Why, Cites: s.cites(x.Spans, x.SupportedBy),
	}
	for _, o := range x.Others {
		v.Also = append(v.Also, slug(o.ID))
	}
	v.Plain = quoted(v.Words, v.Cites)
	if v.Holder.Text == "" {
		v.Holder.Text = "Holder " + notInRecord
	}
	v.Details = s.forecastDetails(f)
	if x.Resolvable {
		v.Why = "" // that it has an end is told by the date
	}
	if r := x.Resolution; r != nil {
		support := s.byReport(r.SupportedBy)
		v.Why, v.Told = r.Why, s.citesFrom(sentences(r.Spans, support), support)
		if s.events[r.Row] != nil || s.proposals[r.Row] != nil {
			l := s.rowLink(r.Row)
			v.Row = &l
		}
	}
	return v
}

func (s *Site) forecastDetails(f *travaux.Forecast) []string {
	out := []string{plain(f.Type)}
	if f.Hedge != "" {
		out = append(out, "worded “"+s.quote(oneLine(f.Hedge), f.Spans...)+"”")
	}
	if f.Horizon != "" {
		out = append(out, "by "+dateWords(f.Horizon))
	}
	if f.Condition != "" {
		out = append(out, "on condition: "+s.quote(oneLine(f.Condition), f.Spans...))
	}
	if f.Band != "" {
		words := strings.ReplaceAll(f.Band, "-", " to ") + " %"
		if f.Scale != "" {
			words += " on the scale " + f.Scale
		}
		out = append(out, words)
	}
	return out
}

// scoreView is how well stated probabilities did.
type scoreView struct {
	Of, Brier, Log string
	N, BaseRate    int
	Proposed       int
}

func (s *Site) scoreView(x analysis.Score) scoreView {
	v := scoreView{Of: "all forecasts with a stated probability", N: x.N, BaseRate: x.BaseRate, Proposed: x.Proposed, Brier: fmt.Sprintf("%.3f", x.Brier), Log: strings.Replace(fmt.Sprintf("%.3f", x.Log), "-", "−", 1)}
	if x.Group != "all" {
		v.Of = s.actor(x.Group).Text
	}
	if x.Conditional {
		v.Of += ", on a condition"
	}
	return v
}
