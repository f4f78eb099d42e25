package dossier

import (
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
	s.issues = map[string]string{}
	for _, i := range r.Issues {
		s.issues[i.ID] = i.Label
	}
	s.href = map[string]string{}
	s.rankReports()
	s.indexStatements()
	s.indexEvents()
	s.indexRelations()
	s.indexStances()
	s.nameRows()
}

func (s *Site) indexStances() {
	s.positionsOf = map[string][]*travaux.Position{}
	for i := range s.rec.Positions {
		p := &s.rec.Positions[i]
		s.positionsOf[p.Party] = append(s.positionsOf[p.Party], p)
	}
	s.consultedOf = map[string][]*travaux.Consultation{}
	for i := range s.rec.Consultations {
		c := &s.rec.Consultations[i]
		for _, id := range unique(slices.Concat(c.Who, c.ByWhom)) {
			s.consultedOf[id] = append(s.consultedOf[id], c)
		}
	}
}

func (s *Site) indexStatements() {
	s.bySpeaker = map[string][]*travaux.Statement{}
	s.lead = map[string]*travaux.Statement{}
	for i := range s.rec.Statements {
		x := &s.rec.Statements[i]
		for _, id := range unique(append([]string{x.Speaker}, x.JointWith...)) {
			s.bySpeaker[id] = append(s.bySpeaker[id], x)
		}
		if x.Attribution != travaux.ByOutlet && x.Speaker != "" && len(x.Content) > 0 && leads(x, s.lead[x.Report]) {
			s.lead[x.Report] = x
		}
	}
	for _, list := range s.bySpeaker {
		s.sortStatements(list)
	}
}

// leads reports whether a says more of a report than b does: quotation before
// paraphrase, then what comes first.
func leads(a, b *travaux.Statement) bool {
	if b == nil {
		return true
	}
	order := []travaux.Mode{travaux.Direct, travaux.Mixed, travaux.Indirect}
	rank := func(m travaux.Mode) int {
		if i := slices.Index(order, m); i >= 0 {
			return i
		}
		return len(order)
	}
	if ra, rb := rank(a.Mode), rank(b.Mode); ra != rb {
		return ra < rb
	}
	return a.Content[0].Start < b.Content[0].Start
}

func (s *Site) indexEvents() {
	s.eventsOf = map[string][]*travaux.Event{}
	for i := range s.rec.Events {
		x := &s.rec.Events[i]
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
}

// indexRelations files a relation under the row it is about, the actors that
// are its values, and the speakers whose statements carry it.
func (s *Site) indexRelations() {
	s.relsOf = map[string][]*travaux.Relation{}
	for i := range s.rec.Relations {
		x := &s.rec.Relations[i]
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
	for _, x := range s.rec.Relations {
		s.rowWords[x.ID] = relationName(x.Kind) + ", " + plain(x.Subkind)
	}
	for _, t := range s.rec.Tracks {
		s.rowWords[t.ID] = oneLine(t.Label)
	}
	for _, p := range s.rec.Positions {
		s.rowWords[p.ID] = s.actor(p.Party).Text + ", " + plain(string(p.Stance))
	}
	for _, c := range s.rec.Consultations {
		s.rowWords[c.ID] = consultationWords(c.Relation, c.Polarity)
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
