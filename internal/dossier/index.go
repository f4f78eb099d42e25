package dossier

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/travaux/travaux"
)

// index makes the look-ups by identifier.
func (s *Site) index() {
	r := s.rec
	s.reports = byID(r.Reports, func(x *travaux.ReportRow) string { return x.ID })
	s.actors = byID(r.Actors, func(x *travaux.Actor) string { return x.ID })
	s.statements = byID(r.Statements, func(x *travaux.Statement) string { return x.ID })
	s.events = byID(r.Events, func(x *travaux.Event) string { return x.ID })
	s.proposals = byID(r.Proposals, func(x *travaux.Proposal) string { return x.ID })
	s.href = map[string]string{}
	s.rankReports()
	s.issues = map[string]string{}
	for _, i := range r.Issues {
		s.issues[i.ID] = i.Label
	}
	s.bySpeaker = map[string][]*travaux.Statement{}
	for i := range r.Statements {
		x := &r.Statements[i]
		for _, id := range unique(append([]string{x.Speaker}, x.JointWith...)) {
			s.bySpeaker[id] = append(s.bySpeaker[id], x)
		}
	}
	for _, list := range s.bySpeaker {
		s.sortStatements(list)
	}
	s.firstSaid = map[string]*travaux.Statement{}
	for i := range r.Statements {
		x := &r.Statements[i]
		first := s.firstSaid[x.Report]
		if x.Attribution != travaux.ByOutlet && x.Speaker != "" && len(x.Content) > 0 &&
			(first == nil || x.Content[0].Start < first.Content[0].Start) {
			s.firstSaid[x.Report] = x
		}
	}
	s.eventsOf = map[string][]*travaux.Event{}
	for i := range r.Events {
		x := &r.Events[i]
		var who []string
		for _, p := range x.Participants {
			who = append(who, p.Actor)
		}
		for _, p := range x.Places {
			who = append(who, p.Value)
		}
		for _, id := range unique(who) {
			s.eventsOf[id] = append(s.eventsOf[id], x)
		}
	}
	s.relsOf = map[string][]*travaux.Relation{}
	s.nameRows()
	for i := range r.Relations {
		x := &r.Relations[i]
		s.rowWords[x.ID] = relationName(x.Kind) + ", " + plain(x.Subkind)
		keys := []string{x.About, x.ValueA, x.ValueB}
		for _, id := range x.SupportedBy {
			if st := s.statements[id]; st != nil {
				keys = append(keys, st.Speaker)
			}
		}
		for _, id := range unique(keys) {
			if s.actors[id] != nil || s.events[id] != nil || s.proposals[id] != nil {
				s.relsOf[id] = append(s.relsOf[id], x)
			}
		}
	}
}

// nameRows gives the rows without a label the words that a note beside a text
// names them with.
func (s *Site) nameRows() {
	s.rowWords = map[string]string{}
	for _, p := range s.rec.Proposals {
		for _, v := range p.Versions {
			for _, pr := range v.Provisions {
				s.rowWords[pr.ID] = "of " + oneLine(p.Label)
			}
		}
	}
	for _, t := range s.rec.Tracks {
		s.rowWords[t.ID] = oneLine(t.Label)
	}
	for _, p := range s.rec.Positions {
		s.rowWords[p.ID] = s.actor(p.Party).Text + ", " + plain(string(p.Stance))
	}
	for _, c := range s.rec.Consultations {
		s.rowWords[c.ID] = plain(c.Relation) + ", " + plain(c.Polarity)
	}
	for _, f := range s.rec.Forecasts {
		s.rowWords[f.ID] = s.actor(f.Holder).Text
	}
}

func byID[T any](rows []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(rows))
	for i := range rows {
		m[id(&rows[i])] = &rows[i]
	}
	return m
}

// unique returns the distinct strings of list that are not empty, in the order
// of their first appearance.
func unique(list []string) []string {
	var out []string
	for _, x := range list {
		if x != "" && !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

func pagePath(name string, i int) string {
	if i == 0 {
		return name + ".html"
	}
	return name + "-" + strconv.Itoa(i+1) + ".html"
}

func pageNumber(i int) string { return strconv.Itoa(i + 1) }

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
	s.uses = map[string][]use{}
	add := func(kind, row string, spans ...travaux.Span) {
		for _, sp := range spans {
			s.uses[sp.Report] = append(s.uses[sp.Report], use{sp, row, kind})
		}
	}
	values := func(kind, row string, lists ...[]travaux.Value) {
		for _, l := range lists {
			for _, v := range l {
				add(kind, row, v.Spans...)
			}
		}
	}
	r := s.rec
	for i := range r.Reports {
		x := &r.Reports[i]
		add("name", x.ID, x.Spans...)
		fields := slices.Concat([]travaux.Field{x.Deck, x.Byline, {Start: x.Date.Start, End: x.Date.End}}, x.Places, x.Contributors, x.Listed)
		for _, f := range fields {
			if sp, ok := s.fieldSpan(x, f.Start, f.End); ok {
				add("name", x.ID, sp)
			}
		}
	}
	for _, x := range r.Actors {
		for _, f := range x.NameForms {
			add("name", x.ID, f.First)
		}
		for _, role := range x.Roles {
			add("name", x.ID, role.Spans...)
		}
	}
	for _, x := range r.Statements {
		kind := "statement"
		if x.Attribution == travaux.ByOutlet {
			kind = "voice"
		}
		add(kind, x.ID, x.Content...)
		for _, sp := range []*travaux.Span{x.Source, x.Cue} {
			if sp != nil {
				add("name", x.ID, *sp)
			}
		}
		if x.SaidAt != nil && x.SaidAt.Span != nil {
			add("name", x.ID, *x.SaidAt.Span)
		}
		if len(x.Content) == 0 {
			add(kind, x.ID, x.Spans...)
		}
	}
	for _, x := range r.Events {
		add("event", x.ID, x.Spans...)
		values("event", x.ID, x.Dates, x.Durations, x.Places, x.Outcomes, x.Statuses)
		for _, p := range x.Participants {
			add("name", x.ID, p.Spans...)
		}
	}
	for _, x := range r.Proposals {
		add("proposal", x.ID, x.Spans...)
		values("proposal", x.ID, x.Names, x.Authors, x.Origins, x.FirstReportedBy)
		for _, v := range x.Versions {
			add("proposal", x.ID, v.Spans...)
			values("proposal", x.ID, v.Points, v.Forms, v.Statuses, v.Dates, v.TabledBy, v.TrackCounts)
			for _, p := range v.Provisions {
				add("provision", p.ID, p.Spans...)
			}
		}
	}
	s.collectMinorUses(add)
	for _, list := range s.uses {
		slices.SortStableFunc(list, func(a, b use) int {
			return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
		})
	}
}

func (s *Site) collectMinorUses(add func(kind, row string, spans ...travaux.Span)) {
	r := s.rec
	for _, x := range r.Issues {
		add("name", x.ID, x.Spans...)
	}
	for _, x := range r.Tracks {
		add("track", x.ID, x.Spans...)
	}
	for _, x := range r.Positions {
		add("position", x.ID, x.Spans...)
	}
	for _, x := range r.Consultations {
		add("consultation", x.ID, x.Spans...)
	}
	for _, x := range r.Forecasts {
		add("forecast", x.ID, x.Spans...)
	}
	for _, x := range r.Relations {
		add("difference", x.ID, x.A, x.B)
	}
	for _, x := range r.Corroborations {
		add("corroboration", x.ID, x.Spans...)
	}
	for _, x := range r.Judgements {
		add("name", x.ID, x.Spans...)
	}
}
