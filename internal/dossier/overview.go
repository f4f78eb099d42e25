package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

// How many rows the overview shows of each kind.
const (
	maxNewest   = 5
	maxDisputed = 5
	maxAlone    = 5
	maxTexts    = 8
	maxMeetings = 8
	maxNext     = 5
)

// overviewView is the first page.
type overviewView struct {
	Negotiation string
	Readers     []string
	Newest      []reportLead
	Standings   []countView // how many issues are in reach
	Principals  []link
	Next        []calendarEntry
	MoreNext    int
	Date        string // from which the record is looked at
	Asked       int    // questions answered
	Meetings    []eventView
	MoreEvents  int
	Absences    []eventView
	Texts       []planView
	MoreTexts   int
	Disputed    []relationView
	MoreDispute int
	Alone       []factView
	MoreAlone   int
	Counts      []countView
	Unread      []travaux.Unread
	Withdrawn   []travaux.Unread
	Excerpts    bool
	Notes       []string
}

// reportLead is a report with the first words quoted from it.
type reportLead struct {
	Report reportRow
	Lead   *statementView
}

// countView is a number with what was counted and how.
type countView struct {
	N                    int
	Label, Href, Meaning string
}

func (s *Site) overview() any {
	v := overviewView{
		Negotiation: s.rec.Negotiation.Name, Unread: s.unread(s.rec.Negotiation.Unread),
		Withdrawn: s.unread(s.rec.Negotiation.Withdrawn), Excerpts: s.data.Options.Excerpts, Counts: s.counts(),
		Notes: s.notes(),
	}
	v.Readers = append(v.Readers, s.rec.Negotiation.Readers...)
	v.Newest = s.newest()
	s.outlook(&v)
	met, absent := s.met()
	v.MoreEvents = max(0, len(met)-maxMeetings)
	for _, x := range met[:min(len(met), maxMeetings)] {
		v.Meetings = append(v.Meetings, s.eventView(x))
	}
	for _, x := range absent[:min(len(absent), maxMeetings)] {
		v.Absences = append(v.Absences, s.eventView(x))
	}
	plans := s.plansByReports()
	v.MoreTexts = max(0, len(plans)-maxTexts)
	for _, p := range plans[:min(len(plans), maxTexts)] {
		v.Texts = append(v.Texts, s.planView(p, nil))
	}
	for _, x := range s.relations {
		if x.Kind != travaux.Contradicts {
			break
		}
		if len(v.Disputed) == maxDisputed {
			v.MoreDispute++
			continue
		}
		v.Disputed = append(v.Disputed, s.relationView(x))
	}
	for _, x := range s.facts {
		if !x.SingleAnonymous {
			break
		}
		if len(v.Alone) == maxAlone {
			v.MoreAlone++
			continue
		}
		v.Alone = append(v.Alone, s.factView(x))
	}
	return v
}

// outlook fills in what is in reach and what is announced.
func (s *Site) outlook(v *overviewView) {
	v.Date, v.Principals = dateOrNothing(s.view.Date), s.actorLinks(s.view.Principals())
	n := map[analysis.Standing]int{}
	for _, r := range s.view.Reach() {
		n[r.Standing]++
	}
	for _, x := range standings {
		if n[x] > 0 {
			v.Standings = append(v.Standings, countView{n[x], string(x), "reach.html", ""})
		}
	}
	for _, e := range s.view.Calendar() {
		if e.State != analysis.Upcoming {
			continue
		}
		if len(v.Next) == maxNext {
			v.MoreNext++
			continue
		}
		v.Next = append(v.Next, s.calendarEntry(e))
	}
	if _, ok := s.byPath["questions.html"]; ok {
		v.Asked = len(s.data.Answers)
	}
}

// newest are the latest of the dated reports, each with its first statement by
// somebody other than the outlet.
func (s *Site) newest() []reportLead {
	var out []reportLead
	for i := len(s.sorted) - 1; i >= 0 && len(out) < maxNewest; i-- {
		r := s.sorted[i]
		if firstDay(r.Date.EDTF) == never || r.SetAside != nil {
			continue
		}
		lead := reportLead{Report: s.reportRow(r, 0)}
		if st := s.lead[r.ID]; st != nil {
			v := s.statementView(st)
			lead.Lead = &v
		}
		out = append(out, lead)
	}
	return out
}

// met are the meetings, calls and visits, latest first, and the absences.
func (s *Site) met() (met, absent []*travaux.Event) {
	for i := range s.rec.Events {
		x := &s.rec.Events[i]
		switch group, _ := eventGroup(x.Kind); group {
		case 0:
			met = append(met, x)
		case 1:
			absent = append(absent, x)
		}
	}
	latest := func(a, b *travaux.Event) int {
		da, db := eventDay(a), eventDay(b)
		if (da == never) != (db == never) {
			return cmp.Compare(da, db) // undated ones last
		}
		return cmp.Or(-cmp.Compare(da, db), -cmp.Compare(len(a.Reports), len(b.Reports)), cmp.Compare(a.ID, b.ID))
	}
	slices.SortStableFunc(met, latest)
	slices.SortStableFunc(absent, latest)
	return met, absent
}

// plansByReports are the texts, those that most reports tell of first, then
// those whose number of points is given and those with most provisions.
func (s *Site) plansByReports() []*travaux.Proposal {
	var out []*travaux.Proposal
	for i := range s.rec.Proposals {
		out = append(out, &s.rec.Proposals[i])
	}
	slices.SortStableFunc(out, func(a, b *travaux.Proposal) int {
		return cmp.Or(-cmp.Compare(len(a.Reports), len(b.Reports)), cmp.Compare(unnumbered(a), unnumbered(b)), -cmp.Compare(provisions(a), provisions(b)), -cmp.Compare(len(a.Spans), len(b.Spans)), cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func provisions(p *travaux.Proposal) int {
	n := 0
	for _, v := range p.Versions {
		n += len(v.Provisions)
	}
	return n
}

// unnumbered is 0 for a text with a number of points and 1 for one without.
func unnumbered(p *travaux.Proposal) int {
	for _, v := range p.Versions {
		if len(v.Points) > 0 {
			return 0
		}
	}
	return 1
}

func (s *Site) counts() []countView {
	r := s.rec
	outlets := map[string]bool{}
	for i := range r.Reports {
		outlets[r.Reports[i].Outlet.Value] = true
	}
	delete(outlets, "")
	undated := 0
	for i := range r.Reports {
		if firstDay(r.Reports[i].Date.EDTF) == never {
			undated++
		}
	}
	speakers, disputes := 0, 0
	for id := range s.bySpeaker {
		if s.actors[id] != nil {
			speakers++
		}
	}
	for i := range r.Relations {
		if r.Relations[i].Kind == travaux.Contradicts {
			disputes++
		}
	}
	return []countView{
		{len(r.Reports), "reports", "reports.html", "texts that were read, each from one file or address"},
		{len(outlets), "outlets", "reports.html", "names of outlets found in or with the reports"},
		{undated, "reports without a date", "reports.html", "reports in which no publication date was found; none is guessed"},
		{len(r.Statements), "statements", "statements.html", "passages that somebody, or the outlet itself, is the source of"},
		{speakers, "speakers", "statements.html", "actors with at least one statement, unnamed ones included"},
		{len(r.Events), "events", "events.html", "happenings, held, planned or called off; several reports may tell of one"},
		{len(r.Proposals), "texts", "plans.html", "plans, drafts and counter-proposals that reports tell of"},
		{len(r.Positions), "positions", "positions.html", "passages that say where a party stands, and on whose word"},
		{len(r.Consultations), "consultations", "consultations.html", "passages that say who was consulted, told or passed over"},
		{len(r.Forecasts), "forecasts", "forecasts.html", "passages that say what is expected, planned, promised or feared"},
		{disputes, "contradictions", "differences.html", "pairs of passages that cannot both hold if what is stated there is so"},
	}
}
