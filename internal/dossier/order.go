package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

// never is later than any day of the calendar; undated rows sort there.
const never = travaux.Day(1 << 29)

// firstDay is the earliest day a date can mean, or never.
func firstDay(e travaux.EDTF) travaux.Day {
	iv, err := e.Interval()
	if e == "" || err != nil {
		return never
	}
	lo, hi := iv.Open()
	switch {
	case lo && hi:
		return never
	case lo:
		return iv.Hi
	}
	return iv.Lo
}

// eventDay is the day decided for an event, else the earliest given, or never.
func eventDay(x *travaux.Event) travaux.Day {
	if v, ok := travaux.Decided(x.Dates); ok {
		return firstDay(travaux.EDTF(v.Value))
	}
	day := never
	for _, v := range x.Dates {
		day = min(day, firstDay(travaux.EDTF(v.Value)))
	}
	return day
}

// rankReports orders the reports by document time, undated ones last.
func (s *Site) rankReports() {
	for i := range s.rec.Reports {
		s.sorted = append(s.sorted, &s.rec.Reports[i])
	}
	slices.SortFunc(s.sorted, func(a, b *travaux.ReportRow) int {
		return cmp.Or(cmp.Compare(firstDay(a.Date.EDTF), firstDay(b.Date.EDTF)),
			cmp.Compare(a.Outlet.Value, b.Outlet.Value), cmp.Compare(a.Headline.Value, b.Headline.Value), cmp.Compare(a.ID, b.ID))
	})
	s.rank = map[string]int{}
	for i, r := range s.sorted {
		s.rank[r.ID] = i
	}
}

// sortStatements orders statements by report and place in it.
func (s *Site) sortStatements(list []*travaux.Statement) {
	start := func(x *travaux.Statement) int {
		if len(x.Content) > 0 {
			return x.Content[0].Start
		}
		if len(x.Spans) > 0 {
			return x.Spans[0].Start
		}
		return 0
	}
	slices.SortStableFunc(list, func(a, b *travaux.Statement) int {
		return cmp.Or(cmp.Compare(s.rank[a.Report], s.rank[b.Report]), cmp.Compare(start(a), start(b)), cmp.Compare(a.ID, b.ID))
	})
}
