package dossier

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

const consultationsPerPage = 200

// consultationView is who is said to have been consulted, told or passed over.
type consultationView struct {
	Anchor  string
	Group   string // what the consultations from here on have in common
	Who, By []link
	How     string // the relation and whether it is affirmed
	Topic   string
	About   link
	Cites   []cite
}

// consultationGroups are the sections of the page, in their order.
var consultationGroups = []struct{ title, relations, polarities string }{
	{"Passed over", "sidelined excluded", "yes partial"},
	{"Not consulted, not told", "", "no"},
	{"Demanded, planned or not answered", "", "demanded planned refused_to_say"},
	{"Consulted, told or in contact", "", ""},
}

func consultationGroup(x *travaux.Consultation) int {
	return slices.IndexFunc(consultationGroups, func(g struct{ title, relations, polarities string }) bool {
		return within(g.relations, x.Relation) && within(g.polarities, x.Polarity)
	})
}

// within reports whether a list of words holds w; an empty list holds all.
func within(list, w string) bool {
	return list == "" || slices.Contains(strings.Fields(list), w)
}

func (s *Site) layOutConsultations() {
	list := make([]*travaux.Consultation, 0, len(s.rec.Consultations))
	for i := range s.rec.Consultations {
		list = append(list, &s.rec.Consultations[i])
	}
	first := func(ids []string) string {
		if len(ids) == 0 {
			return "\uffff"
		}
		return s.actor(ids[0]).Text
	}
	slices.SortStableFunc(list, func(a, b *travaux.Consultation) int {
		return cmp.Or(cmp.Compare(consultationGroup(a), consultationGroup(b)), cmp.Compare(first(a.Who), first(b.Who)), cmp.Compare(a.ID, b.ID))
	})
	s.listed.consultations = list
	s.addList("consultations", "Consultations", "consultations", len(list), consultationsPerPage, func(path string, from, to int) func() any {
		for _, x := range list[from:to] {
			s.href[x.ID] = path + "#" + slug(x.ID)
		}
		return func() any {
			var out []consultationView
			for i, x := range list[from:to] {
				v := s.consultationView(x)
				if g := consultationGroup(x); i == 0 || g != consultationGroup(list[from+i-1]) {
					v.Group = consultationGroups[g].title
				}
				out = append(out, v)
			}
			return out
		}
	})
}

func (s *Site) consultationView(x *travaux.Consultation) consultationView {
	v := consultationView{
		Anchor: slug(x.ID), Who: s.actorLinks(x.Who), By: s.actorLinks(x.ByWhom), Topic: s.quote(oneLine(x.Topic), x.Spans...),
		How: consultationWords(x.Relation, x.Polarity), Cites: s.cites(x.Spans, x.SupportedBy),
	}
	if x.About != "" {
		v.About = s.rowLink(x.About)
	}
	return v
}

// consultationWords says how somebody stands to being consulted: "not
// consulted", "briefed in part".
func consultationWords(relation, polarity string) string {
	how := plain(relation)
	switch polarity {
	case "", "yes":
		return how
	case "no":
		if relation == "gave_input" {
			return "gave no input"
		}
		return "not " + how
	case "partial":
		return how + " in part"
	case "refused_to_say":
		return how + " or not: would not say"
	}
	return how + ", as " + plain(polarity)
}
