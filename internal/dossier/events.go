package dossier

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

const eventsPerPage = 100

// eventView is an event with every value reported for it.
type eventView struct {
	Anchor  string
	Href    string
	Label   string
	Kind    string
	Group   string // heading that this event opens, "" when it continues one
	Status  string
	Known   []field // when, how long and where, given or not
	More    []field // what else is given
	Fields  []field // all that is given
	Took    []partView
	Absent  []partView
	About   *link
	Reason  string
	Reports []source
	Differ  []link
	Words   []cite // the passages that tell of it
	Unknown string // what no report gives
}

// partView is an actor's part in an event.
type partView struct {
	Who   link
	Part  string
	Cites []cite
}

// spoken is the order of the heading of briefings and speeches.
const spoken = 4

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
		return spoken, "Briefings and speeches"
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
		Words: s.cites(x.Spans, x.SupportedBy),
	}
	v.Known = []field{
		s.field("When", asDate, x.Dates),
		s.field("How long", asDuration, x.Durations),
		s.field("Where", asActor, x.Places),
	}
	if f := s.field("Status", asStatus, x.Statuses); len(f.Values) > 1 || len(f.Values) == 1 && f.Values[0].Text != v.Status {
		v.More = append(v.More, f)
	}
	v.More = append(v.More, given(s.field("Outcome", asWords, x.Outcomes))...)
	v.Fields = append(given(v.Known...), v.More...)
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
	v.Unknown = unknown(v.Known, len(v.Took) > 0)
	v.Reports = s.uncited(x.Reports, v.Words)
	v.Differ = s.differLinks(x.ID)
	if len(unique(x.Reports)) == 1 && len(v.Words) > 0 {
		for i := range v.Fields {
			v.Fields[i].bare()
		}
		for _, list := range [][]partView{v.Took, v.Absent} {
			for i := range list {
				bare(list[i].Cites)
			}
		}
	}
	return v
}

// unknown lists, in words, what no report gives of an event.
func unknown(fields []field, took bool) string {
	out := missing(fields)
	if took {
		return out
	}
	return strings.TrimPrefix(out+", who took part", ", ")
}

// uncited are the sources of reports that no citation of the list names.
func (s *Site) uncited(reports []string, cites []cite) []source {
	var out []source
	for _, id := range unique(reports) {
		if src := s.source(id); !slices.ContainsFunc(cites, func(c cite) bool { return c.From == src }) {
			out = append(out, src)
		}
	}
	return out
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
