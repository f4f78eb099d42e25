package dossier

import (
	"slices"

	"github.com/travaux/travaux"
)

// In a dossier of many actors those of whom little is told share pages.
const (
	crowd      = 200 // actors that each have a page of their own
	fewPerPage = 150
	fewRows    = 6 // of statements, events, positions…: more than that is a page
)

// fewView is an actor among others on one page: what there is, and no word on
// what there is not.
type fewView struct {
	Anchor, Name, Type, Unnamed, Side, Reason string
	Parent                                    *link
	Members                                   []link
	Forms                                     []formView
	Roles                                     []roleView
	Said                                      []saidView
	Events                                    []actorEvent
	Rows                                      []fewRow
}

// saidView is a statement by its words; the rest of it stands with it on the
// page of statements.
type saidView struct {
	Words cite
	Full  string
}

// fewRow is another row that an actor stands in.
type fewRow struct {
	Row   link
	Cites []cite
}

// tellsFew reports whether little is told of an actor.
func (s *Site) tellsFew(a *travaux.Actor, members int) bool {
	n := len(s.bySpeaker[a.ID]) + len(s.eventsOf[a.ID]) + len(s.positionsOf[a.ID]) + len(s.consultedOf[a.ID]) + len(s.relsOf[a.ID])
	return n <= fewRows && members <= fewRows
}

// layOutFew lists, in alphabetical order, the actors without a page of their
// own of whom there is more than the name.
func (s *Site) layOutFew(list []*travaux.Actor, members map[string][]string) {
	if len(list) == 0 {
		return
	}
	s.addList("few", "Actors of whom little is told", "few", len(list), fewPerPage, func(path string, from, to int) func() any {
		for _, a := range list[from:to] {
			s.href[a.ID] = path + "#" + slug(a.ID)
		}
		return func() any {
			rows := make([]fewView, 0, to-from)
			for _, a := range list[from:to] {
				rows = append(rows, s.fewView(a, members[a.ID]))
			}
			return struct {
				Total int
				Rows  []fewView
			}{len(list), rows}
		}
	})
}

func (s *Site) fewView(a *travaux.Actor, members []string) fewView {
	full := s.nameOf(a, members)
	v := fewView{
		Anchor: slug(a.ID), Name: full.Name, Type: full.Type, Unnamed: full.Unnamed, Side: full.Side, Reason: full.Reason,
		Parent: full.Parent, Members: full.Members, Forms: full.Forms, Roles: full.Roles, Events: s.actorEvents(a, s.eventsOf[a.ID]),
	}
	if v.Unnamed == v.Name {
		v.Unnamed = ""
	}
	for _, st := range s.bySpeaker[a.ID] {
		content := st.Content
		if len(content) == 0 {
			content = st.Spans
		}
		if len(content) == 0 {
			continue
		}
		said := saidView{Words: s.cite(content[0], nil), Full: s.href[st.ID]}
		if st.Attribution == travaux.ByOutlet {
			said.Words.Quote = s.quoteVoice(said.Words.Quote, content[0])
		}
		v.Said = append(v.Said, said)
	}
	for _, p := range s.positionsOf[a.ID] {
		v.Rows = append(v.Rows, fewRow{link{Text: s.rowWords[p.ID], Href: s.href[p.ID]}, s.cites(p.Spans, p.SupportedBy)})
	}
	for _, c := range s.consultedOf[a.ID] {
		v.Rows = append(v.Rows, fewRow{link{Text: s.rowWords[c.ID], Href: s.href[c.ID]}, s.cites(c.Spans, c.SupportedBy)})
	}
	for _, r := range s.relsOf[a.ID] {
		v.Rows = append(v.Rows, fewRow{link{Text: s.rowWords[r.ID], Href: s.href[r.ID]}, s.cites([]travaux.Span{r.A, r.B}, r.SupportedBy)})
	}
	if len(v.Said)+len(v.Roles)+len(v.Events)+len(v.Rows) > 0 { // they have words of their own
		v.Forms = slices.DeleteFunc(v.Forms, func(f formView) bool { return f.Form == v.Name })
	}
	return v
}
