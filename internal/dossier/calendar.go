package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

const calendarPerPage = 250

// calendarEntry is what is announced, due, put off or called off.
type calendarEntry struct {
	Group  *calendarGroup // heading that this entry opens
	What   link
	When   string
	Before []string // the days set earlier
	Status string
	Cites  []cite
}

type calendarGroup struct {
	Heading, Meaning string
	Continued        bool
}

// expectations are the sections of the calendar, in their order.
var expectations = [...]struct {
	state            analysis.Expectation
	heading, meaning string
}{
	{analysis.Upcoming, "Still to come", "Scheduled or agreed, for a day that is not past."},
	{analysis.Due, "Due", "The last day of what somebody plans or has promised."},
	{analysis.Overdue, "Day past, nothing told", "Scheduled for a day that is past; no report tells what came of it."},
	{analysis.Slipped, "Put off", "Postponed, or given a later day."},
	{analysis.CalledOff, "Called off", "Cancelled, or denied to take place."},
	{analysis.Undated, "No day told", "Scheduled, for no day that a report gives."},
	{analysis.Faded, "Not told of since", "Scheduled for no day that a report gives, and not told of for a month."},
	{analysis.Held, "Announced, then held", "Announced before, and reported to have taken place."},
}

func expectation(e analysis.Entry) int {
	for i, x := range expectations {
		if x.state == e.State {
			return i
		}
	}
	return len(expectations)
}

func (s *Site) layOutCalendar() {
	list := s.view.Calendar()
	slices.SortStableFunc(list, func(a, b analysis.Entry) int { return cmp.Compare(expectation(a), expectation(b)) })
	s.addList("calendar", "Calendar", "calendar", len(list), calendarPerPage, func(_ string, from, to int) func() any {
		return func() any {
			v := struct {
				Date    string
				Nothing bool // still to come, though there are entries
				Entries []calendarEntry
			}{Date: dateOrNothing(s.view.Date), Nothing: from == 0 && len(list) > 0 && list[0].State != analysis.Upcoming}
			for i, e := range list[from:to] {
				x := s.calendarEntry(e)
				if g := expectation(e); g < len(expectations) && (i == 0 || g != expectation(list[from+i-1])) {
					x.Group = &calendarGroup{expectations[g].heading, expectations[g].meaning, i == 0 && from > 0 && g == expectation(list[from-1])}
				}
				v.Entries = append(v.Entries, x)
			}
			return v
		}
	})
}

func (s *Site) calendarEntry(e analysis.Entry) calendarEntry {
	v := calendarEntry{When: dateOrNothing(e.When)}
	for _, d := range e.Before {
		v.Before = append(v.Before, dateWords(d))
	}
	if e.Event != nil {
		spans := slices.Clone(e.Event.Spans) // whole passages, then words that stand in none of them
		for _, sp := range e.Spans {
			if !slices.ContainsFunc(spans, func(x travaux.Span) bool { return x.Contains(sp) }) {
				spans = append(spans, sp)
			}
		}
		support := s.byReport(e.Event.SupportedBy)
		v.Cites = s.citesFrom(sentences(spans, support), support)
		v.What, v.Status = s.rowLink(e.Event.ID), statusWords(string(e.Event.Status))
		return v
	}
	f := e.Forecast
	v.Cites = s.cites(e.Spans, e.SupportedBy)
	v.What = link{Text: s.actor(f.Holder).Text + ": " + s.quote(oneLine(f.Proposition), f.Spans...), Href: s.href[f.ID]}
	v.Status = plain(f.Type)
	return v
}
