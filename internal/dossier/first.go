package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

const firstPerPage = 300

// firstView is who had a fact first.
type firstView struct {
	About   *link
	Fact    string
	Href    string // of the fact
	When    string
	Reports []link // that can have been first
	N       int    // reports that have it
	Cites   []cite // of those that can have been first
}

// namedFirst is a text with whom reports name as the first to tell of it.
type namedFirst struct {
	Text link
	By   []value
}

// layOutFirst lists the facts that several reports have, the earliest first.
func (s *Site) layOutFirst() {
	var list []*travaux.Corroboration
	reports := map[string]int{}
	for i := range s.rec.Corroborations {
		x := &s.rec.Corroborations[i]
		in := map[string]bool{}
		for _, sp := range x.Spans {
			in[sp.Report] = true
		}
		if reports[x.ID] = len(in); len(in) > 1 {
			list = append(list, x)
		}
	}
	slices.SortStableFunc(list, func(a, b *travaux.Corroboration) int {
		return cmp.Or(cmp.Compare(firstDay(a.First), firstDay(b.First)), cmp.Compare(a.Fact, b.Fact), cmp.Compare(a.ID, b.ID))
	})
	s.addList("first", "Who reported first", "first", len(list), firstPerPage, func(_ string, from, to int) func() any {
		return func() any {
			v := struct {
				First bool
				Named []namedFirst
				Facts []firstView
			}{First: from == 0}
			if v.First {
				v.Named = s.namedFirst()
			}
			for _, x := range list[from:to] {
				v.Facts = append(v.Facts, s.firstView(x, reports[x.ID]))
			}
			return v
		}
	})
}

func (s *Site) namedFirst() []namedFirst {
	var out []namedFirst
	for _, p := range s.plansByReports() {
		if len(p.FirstReportedBy) > 0 {
			out = append(out, namedFirst{s.rowLink(p.ID), s.field("", asActor, p.FirstReportedBy).Values})
		}
	}
	return out
}

func (s *Site) firstView(x *travaux.Corroboration, n int) firstView {
	v := firstView{Fact: s.quote(oneLine(x.Fact), x.Spans...), Href: s.href[x.ID], When: dateOrNothing(x.First), N: n}
	if x.About != "" {
		l := s.rowLink(x.About)
		v.About, v.Fact = &l, shortFact(v.Fact, l.Text)
	}
	for _, id := range unique(x.FirstReports) {
		src := s.source(id)
		v.Reports = append(v.Reports, link{Text: src.Outlet, Href: src.Href, Note: src.Date})
	}
	spans := slices.DeleteFunc(slices.Clone(x.Spans), func(sp travaux.Span) bool { return !slices.Contains(x.FirstReports, sp.Report) })
	support := s.byReport(x.SupportedBy)
	v.Cites = s.citesFrom(sentences(spans, support), support)
	return v
}
