package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

// use is one citation of a passage: by which row, and as what.
type use struct {
	span travaux.Span
	row  string // id of the row
	// kind is what the row is: statement, event, …; "voice" for a statement of
	// the outlet itself, "name" for bare names and metadata.
	kind string
}

// quiet passages have an anchor and no tint: in many reports the outlet's own
// voice is all that is not somebody else's.
func (u use) quiet() bool { return u.kind == "name" || u.kind == "voice" }

// collectUses gathers every passage that some page cites, so that each has its
// anchor in the report's page.
func (s *Site) collectUses() {
	c := collector{}
	r := s.rec
	for i := range r.Reports {
		s.collectReport(c, &r.Reports[i])
	}
	for _, x := range r.Actors {
		for _, f := range x.NameForms {
			c.add("name", x.ID, f.First)
		}
		for _, role := range x.Roles {
			c.add("name", x.ID, role.Spans...)
		}
	}
	for i := range r.Statements {
		c.statement(&r.Statements[i])
	}
	for i := range r.Events {
		c.event(&r.Events[i])
	}
	for i := range r.Proposals {
		c.proposal(&r.Proposals[i])
	}
	c.others(r)
	s.collectAnswers(c)
	for _, list := range c {
		slices.SortStableFunc(list, func(a, b use) int {
			return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
		})
	}
	s.uses = c
}

// collectReport gathers the passages that a report's metadata stands in.
func (s *Site) collectReport(c collector, x *travaux.ReportRow) {
	c.add("name", x.ID, x.Spans...)
	if d := x.Compared; d != nil {
		c.add("name", x.ID, d.Only...)
		c.add("name", x.ID, d.OtherOnly...)
	}
	fields := slices.Concat([]travaux.Field{x.Outlet, x.Deck, x.Byline, {Start: x.Date.Start, End: x.Date.End}}, x.Places, x.Contributors, x.Listed)
	for _, f := range fields {
		if sp, ok := s.fieldSpan(x, f.Start, f.End); ok {
			c.add("name", x.ID, sp)
		}
	}
}

// collector holds the uses of passages by report.
type collector map[string][]use

func (c collector) add(kind, row string, spans ...travaux.Span) {
	for _, sp := range spans {
		c[sp.Report] = append(c[sp.Report], use{sp, row, kind})
	}
}

func (c collector) values(kind, row string, lists ...[]travaux.Value) {
	for _, l := range lists {
		for _, v := range l {
			c.add(kind, row, v.Spans...)
		}
	}
}

func (c collector) statement(x *travaux.Statement) {
	kind := "statement"
	if x.Attribution == travaux.ByOutlet {
		kind = "voice"
	}
	c.add(kind, x.ID, x.Content...)
	if len(x.Content) == 0 {
		c.add(kind, x.ID, x.Spans...)
	}
	for _, sp := range []*travaux.Span{x.Source, x.Cue} {
		if sp != nil {
			c.add("name", x.ID, *sp)
		}
	}
	if x.SaidAt != nil && x.SaidAt.Span != nil {
		c.add("name", x.ID, *x.SaidAt.Span)
	}
}

func (c collector) event(x *travaux.Event) {
	c.add("event", x.ID, x.Spans...)
	c.values("event", x.ID, x.Dates, x.Durations, x.Places, x.Outcomes, x.Statuses)
	for _, p := range x.Participants {
		c.add("name", x.ID, p.Spans...)
	}
}

func (c collector) proposal(x *travaux.Proposal) {
	c.add("proposal", x.ID, x.Spans...)
	c.values("proposal", x.ID, x.Names, x.Authors, x.Origins, x.FirstReportedBy)
	for _, v := range x.Versions {
		c.add("proposal", x.ID, v.Spans...)
		c.values("proposal", x.ID, v.Points, v.Forms, v.Statuses, v.Dates, v.TabledBy, v.TrackCounts)
		for _, p := range v.Provisions {
			c.add("provision", p.ID, p.Spans...)
		}
	}
}

func (c collector) others(r *travaux.Record) {
	for _, x := range r.Issues {
		c.add("name", x.ID, x.Spans...)
	}
	for _, x := range r.Tracks {
		c.add("track", x.ID, x.Spans...)
	}
	for _, x := range r.Positions {
		c.add("position", x.ID, x.Spans...)
	}
	for _, x := range r.Consultations {
		c.add("consultation", x.ID, x.Spans...)
	}
	for _, x := range r.Forecasts {
		c.add("forecast", x.ID, x.Spans...)
	}
	for _, x := range r.Relations {
		kind := "difference"
		if x.Kind == travaux.Variant {
			kind = "name"
		}
		c.add(kind, x.ID, x.A, x.B)
	}
	for _, x := range r.Corroborations {
		c.add("corroboration", x.ID, x.Spans...)
	}
	for _, x := range r.Judgements {
		c.add("name", x.ID, x.Spans...)
	}
}
