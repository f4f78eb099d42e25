package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

const eventsPerPage = 250

// eventView is an event with every value reported for it.
type eventView struct {
	Anchor  string
	Href    string
	Label   string
	Kind    string
	Group   string // heading that this event opens, "" when it continues one
	Status  string
	Fields  []field
	Took    []partView
	Absent  []partView
	About   *link
	Reason  string
	Reports []source
	Differ  []link
	Words   []cite // the passages that tell of it
}

// partView is an actor's part in an event.
type partView struct {
	Who   link
	Part  string
	Cites []cite
}

// eventGroup is the heading an event is listed under.
func eventGroup(k travaux.EventKind) (order int, heading string) {
	switch k {
	case travaux.Meeting, travaux.Call, travaux.Visit, travaux.Shuttle:
		return 0, "Meetings, calls and visits"
	case travaux.Absence, travaux.Walkout:
		return 1, "Absences and walkouts"
	case travaux.DraftTabled, travaux.Publication, travaux.Leak:
		return 2, "Texts tabled, published or leaked"
	case travaux.Decision, travaux.Vote, travaux.Signature, travaux.Ratification, travaux.Appointment, travaux.Deadline:
		return 3, "Decisions and deadlines"
	case travaux.Briefing, travaux.Speech, travaux.PressStatement, travaux.Readout:
		return 4, "Briefings and speeches"
	}
	return 5, "Other events"
}

func (s *Site) layOutEvents() {
	s.layOutTimeline()
	list := make([]*travaux.Event, 0, len(s.rec.Events))
	for i := range s.rec.Events {
		list = append(list, &s.rec.Events[i])
	}
	slices.SortStableFunc(list, func(a, b *travaux.Event) int {
		ga, _ := eventGroup(a.Kind)
		gb, _ := eventGroup(b.Kind)
		return cmp.Or(cmp.Compare(ga, gb), cmp.Compare(eventDay(a), eventDay(b)), cmp.Compare(a.ID, b.ID))
	})
	s.addList("events", "Events", "events", len(list), eventsPerPage, func(path string, from, to int) func() any {
		for _, x := range list[from:to] {
			s.href[x.ID] = path + "#" + slug(x.ID)
		}
		return func() any {
			var views []eventView
			heading := ""
			for _, x := range list[from:to] {
				v := s.eventView(x)
				if _, g := eventGroup(x.Kind); g != heading {
					heading, v.Group = g, g
				}
				views = append(views, v)
			}
			return struct {
				Events []eventView
				Total  int
			}{views, len(list)}
		}
	})
}

func (s *Site) eventView(x *travaux.Event) eventView {
	v := eventView{
		Anchor: slug(x.ID), Href: s.href[x.ID], Label: oneLine(x.Label), Kind: capital(plain(string(x.Kind))),
		Status: statusWords(string(x.Status)), Reason: x.Reason,
		Fields: []field{
			s.field("When", asDate, x.Dates),
			s.field("How long", asDuration, x.Durations),
			s.field("Where", asActor, x.Places),
			s.field("Status", asStatus, x.Statuses),
		},
	}
	v.Fields = append(v.Fields, given(s.field("Outcome", asWords, x.Outcomes))...)
	for _, p := range x.Participants {
		part := partView{Who: s.actor(p.Actor), Part: partWords(p.Part), Cites: s.cites(p.Spans, p.SupportedBy)}
		if p.Part == "absent" {
			v.Absent = append(v.Absent, part)
		} else {
			v.Took = append(v.Took, part)
		}
	}
	if x.About != "" {
		l := s.rowLink(x.About)
		v.About = &l
	}
	for _, id := range unique(x.Reports) {
		v.Reports = append(v.Reports, s.source(id))
	}
	v.Differ = s.differLinks(x.ID)
	v.Words = s.cites(x.Spans, x.SupportedBy)
	return v
}

// differLinks leads to the relations that concern a row, to the first of each
// kind and matter; spellings are left out.
func (s *Site) differLinks(id string) []link {
	var out []link
	n := map[link]int{}
	for _, r := range s.relsOf[id] {
		if r.About == id && r.Kind != travaux.Variant && r.Kind != travaux.Same {
			key := link{Text: relationName(r.Kind), Note: plain(r.Subkind)}
			if n[key]++; n[key] == 1 {
				out = append(out, link{Text: key.Text, Note: key.Note, Href: s.href[r.ID]})
			}
		}
	}
	for i, l := range out {
		if pairs := n[link{Text: l.Text, Note: l.Note}]; pairs > 1 {
			out[i].Note += ", " + count(pairs, "pair", "pairs")
		}
	}
	return out
}

// rowLink names an event, text, actor or issue and leads to it.
func (s *Site) rowLink(id string) link {
	if x := s.events[id]; x != nil {
		return link{Text: oneLine(x.Label), Href: s.href[id]}
	}
	if x := s.proposals[id]; x != nil {
		return link{Text: oneLine(x.Label), Href: s.href[id]}
	}
	if label, ok := s.issues[id]; ok {
		return link{Text: oneLine(label)}
	}
	return s.actor(id)
}
