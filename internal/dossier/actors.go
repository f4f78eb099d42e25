package dossier

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

const actorsPerPage = 1000

// How many rows an actor's page shows before it leads to the full list.
const (
	maxSaid      = 100
	maxActorRows = 60
	maxFirst     = 100 // reports for one form of a name
	maxHeard     = 20  // actors above a long list of them
)

// actorRow is an actor in the list of actors.
type actorRow struct {
	Group                              string // heading that this actor opens
	Who                                link
	Type                               string
	Forms, Reports, Statements, Events int
}

// actorView is an actor's page.
type actorView struct {
	Name       string
	Type       string
	Unnamed    string // for an unnamed source, how the report describes it
	Parent     *link
	Side       string
	Reason     string
	Forms      []formView
	Roles      []roleView
	Members    []link
	Said       []statementView
	SaidTotal  int
	SaidMore   string // where the rest stands
	Events     []actorEvent
	MoreEvents int
	Positions  []positionView
	Consulted  []consultationView
	Spellings  []relationView
	Relations  []relationView
	MoreRel    int
}

// formView is a way of writing the name, with its first place in each report.
type formView struct {
	Form    string
	N       int // in all reports
	Reports int
	First   []cite
}

type roleView struct {
	Title        string
	Organisation link
	From, To     string
	Cites        []cite
}

type actorEvent struct {
	Event link
	Part  string
	When  []value
	Cites []cite
}

// actorGroup is the heading an actor is listed under.
func actorGroup(t travaux.ActorType) (order int, heading string) {
	switch {
	case t == travaux.ActorPlace:
		return 3, "Places named"
	case t == travaux.ActorMedia:
		return 2, "News outlets"
	case t.Anonymous():
		return 1, "Unnamed sources"
	}
	return 0, "Named persons, states and bodies"
}

func (s *Site) layOutActors() {
	acts := s.acting()
	var list, named []*travaux.Actor
	for i := range s.rec.Actors {
		if a := &s.rec.Actors[i]; acts[a.ID] {
			list = append(list, a)
		} else {
			named = append(named, a)
		}
	}
	slices.SortStableFunc(list, func(a, b *travaux.Actor) int {
		ga, _ := actorGroup(a.Type)
		gb, _ := actorGroup(b.Type)
		return cmp.Or(cmp.Compare(ga, gb), cmp.Compare(sortName(a), sortName(b)), cmp.Compare(a.ID, b.ID))
	})
	s.addList("actors", "Actors", "actors", len(list), actorsPerPage, func(_ string, from, to int) func() any {
		return func() any {
			v := struct {
				Most  []actorRow
				Rows  []actorRow
				Named int
			}{Rows: s.actorRows(list[from:to]), Named: len(named)}
			if from == 0 && len(list) > 3*maxHeard {
				v.Most = s.mostHeard(list)
			}
			return v
		}
	})
	s.layOutNamed(named)
	members := map[string][]string{}
	for _, a := range list {
		if a.Parent != "" {
			members[a.Parent] = append(members[a.Parent], a.ID)
		}
	}
	var few []*travaux.Actor
	for _, a := range list {
		if len(list) > crowd && s.tellsFew(a, len(members[a.ID])) {
			few = append(few, a)
			continue
		}
		s.href[a.ID] = actorPath(a.ID)
		s.addPage(page{
			path: actorPath(a.ID), title: actorName(a), section: "actors.html", template: "actor",
			body: func() any { return s.actorView(a, members[a.ID]) },
		})
	}
	slices.SortStableFunc(few, func(a, b *travaux.Actor) int {
		return cmp.Or(cmp.Compare(sortName(a), sortName(b)), cmp.Compare(a.ID, b.ID))
	})
	s.layOutFew(few, members)
}

// mostHeard are the named actors with most statements and events.
func (s *Site) mostHeard(list []*travaux.Actor) []actorRow {
	n := func(a *travaux.Actor) int { return len(s.bySpeaker[a.ID]) + len(s.eventsOf[a.ID]) }
	most := slices.DeleteFunc(slices.Clone(list), func(a *travaux.Actor) bool {
		order, _ := actorGroup(a.Type)
		return order > 0
	})
	slices.SortStableFunc(most, func(a, b *travaux.Actor) int { return cmp.Compare(n(b), n(a)) })
	rows := s.actorRows(most[:min(len(most), maxHeard)])
	if len(rows) > 0 {
		rows[0].Group = "With most statements and events"
	}
	return rows
}

func (s *Site) actorRows(list []*travaux.Actor) []actorRow {
	var rows []actorRow
	heading := ""
	for _, a := range list {
		row := actorRow{
			Who: s.actor(a.ID), Type: actorTypeWords(a.Type), Forms: len(distinctForms(a)), Reports: len(reportsOf(a)),
			Statements: len(s.bySpeaker[a.ID]), Events: len(s.eventsOf[a.ID]),
		}
		if _, g := actorGroup(a.Type); g != heading {
			heading, row.Group = g, g
		}
		rows = append(rows, row)
	}
	return rows
}

func distinctForms(a *travaux.Actor) []string {
	var out []string
	for _, f := range a.NameForms {
		out = append(out, f.Form)
	}
	return unique(out)
}

func reportsOf(a *travaux.Actor) []string {
	seen := map[string]bool{}
	var out []string
	add := func(id string) {
		if id != "" && !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	for _, f := range a.NameForms {
		add(f.First.Report)
	}
	for _, sp := range a.Spans {
		add(sp.Report)
	}
	return out
}

func (s *Site) actorView(a *travaux.Actor, members []string) actorView {
	v := s.nameOf(a, members)
	s.actorDeeds(&v, a)
	return v
}

// nameOf is how an actor is called, and whose it is.
func (s *Site) nameOf(a *travaux.Actor, members []string) actorView {
	v := actorView{Name: actorName(a), Type: actorTypeWords(a.Type), Side: a.Side, Reason: a.Reason, Members: s.actorLinks(members)}
	if a.Anonymous != nil {
		v.Unnamed = oneLine(a.Anonymous.Description)
	}
	if a.Parent != "" {
		l := s.actor(a.Parent)
		v.Parent = &l
	}
	forms := slices.Clone(a.NameForms)
	slices.SortStableFunc(forms, func(x, y travaux.NameForm) int {
		return cmp.Or(cmp.Compare(x.Form, y.Form), cmp.Compare(s.rank[x.First.Report], s.rank[y.First.Report]))
	})
	for i, f := range forms {
		if i == 0 || f.Form != forms[i-1].Form {
			v.Forms = append(v.Forms, formView{Form: oneLine(f.Form)})
		}
		last := &v.Forms[len(v.Forms)-1]
		last.N += f.N
		last.Reports++
		if last.Reports <= maxFirst {
			last.First = append(last.First, s.cite(f.First, nil))
		}
	}
	for _, r := range a.Roles {
		role := roleView{Title: oneLine(r.Title), Cites: s.cites(r.Spans, r.SupportedBy)}
		if r.Organisation != "" {
			role.Organisation = s.actor(r.Organisation)
		}
		if r.ValidFrom != "" {
			role.From = dateWords(r.ValidFrom)
		}
		if r.ValidTo != "" {
			role.To = dateWords(r.ValidTo)
		}
		v.Roles = append(v.Roles, role)
	}
	return v
}

// actorDeeds fills in what an actor said and did, and where it stands.
func (s *Site) actorDeeds(v *actorView, a *travaux.Actor) {
	said := s.bySpeaker[a.ID]
	v.SaidTotal = len(said)
	if len(said) > maxSaid {
		said, v.SaidMore = said[:maxSaid], s.saidBy[a.ID]
		if v.SaidMore == "" {
			v.SaidMore = "statements.html"
		}
	}
	for _, st := range said {
		v.Said = append(v.Said, s.statementView(st))
	}
	events := slices.Clone(s.eventsOf[a.ID])
	slices.SortStableFunc(events, func(x, y *travaux.Event) int { return cmp.Compare(eventDay(x), eventDay(y)) })
	if len(events) > maxActorRows {
		v.MoreEvents, events = len(events)-maxActorRows, events[:maxActorRows]
	}
	v.Events = s.actorEvents(a, events)
	for _, p := range s.positionsOf[a.ID] {
		v.Positions = append(v.Positions, s.positionView(p))
	}
	for _, c := range s.consultedOf[a.ID] {
		v.Consulted = append(v.Consulted, s.consultationView(c))
	}
	rels := s.relsOf[a.ID]
	if len(rels) > maxActorRows {
		v.MoreRel, rels = len(rels)-maxActorRows, rels[:maxActorRows]
	}
	for _, r := range rels {
		if r.Kind == travaux.Variant {
			v.Spellings = append(v.Spellings, s.relationView(r))
		} else {
			v.Relations = append(v.Relations, s.relationView(r))
		}
	}
}

// actorEvents are events with the part that an actor had in each.
func (s *Site) actorEvents(a *travaux.Actor, events []*travaux.Event) []actorEvent {
	var out []actorEvent
	for _, x := range events {
		e := actorEvent{Event: s.rowLink(x.ID), When: s.field("", asDate, x.Dates).Values}
		var parts []string
		for _, p := range x.Participants {
			if p.Actor == a.ID {
				parts = append(parts, partWords(p.Part))
				e.Cites = append(e.Cites, s.cites(p.Spans, p.SupportedBy)...)
			}
		}
		for _, p := range x.Places {
			if p.Value == a.ID {
				parts = append(parts, "where it was")
				e.Cites = append(e.Cites, s.cites(p.Spans, p.SupportedBy)...)
			}
		}
		e.Part = strings.Join(unique(parts), ", ")
		out = append(out, e)
	}
	return out
}
