package dossier

import "strings"

// negotiatorView is somebody who negotiates for a party.
type negotiatorView struct {
	Group       string // party that this one opens
	Person      link
	Titles      string
	Former      bool
	First, Last string
	From, To    string
	Cites       []cite
}

// handoverView is a change of who negotiates.
type handoverView struct {
	Party, Before, After link
	Title, When          string
	Cites                []cite
}

func (s *Site) layOutNegotiators() {
	s.addPage(page{path: "negotiators.html", title: "Who negotiates", template: "negotiators", body: func() any {
		v := struct {
			Date        string
			Negotiators []negotiatorView
			Handovers   []handoverView
		}{Date: dateOrNothing(s.view.Date)}
		party := ""
		for i, n := range s.view.Negotiators() {
			x := negotiatorView{
				Person: s.actor(n.Person), Former: n.Former, First: dateOrNothing(n.First), Last: dateOrNothing(n.Last),
				From: dateOrNothing(n.From), To: dateOrNothing(n.To), Cites: s.cites(n.Spans, n.SupportedBy), Titles: s.quote(oneLine(strings.Join(n.Titles, "; ")), n.Spans...),
			}
			name := s.actor(n.Party).Text
			if name == "" {
				name = oneLine(n.PartyWords)
			}
			if name == "" {
				name = "Party " + notInRecord
			}
			if i == 0 || name != party {
				party, x.Group = name, name
			}
			v.Negotiators = append(v.Negotiators, x)
		}
		for _, h := range s.view.Handovers() {
			v.Handovers = append(v.Handovers, handoverView{
				Party: s.actor(h.Party), Before: s.actor(h.Before), After: s.actor(h.After), Title: s.quote(oneLine(h.Title), h.Spans...),
				When: dateOrNothing(h.When), Cites: s.cites(h.Spans, h.SupportedBy),
			})
		}
		return v
	}})
}
