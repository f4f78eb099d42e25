package reconcile

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// member is one report's actor.
type member struct {
	src *source
	*travaux.Actor
}

// cast is the actors of all reports.
type cast struct {
	rows  []travaux.Actor
	index map[string]int // record id → row

	offices offices // until events are merged

	folded map[string][]string // the distinct folded names of those asked for
}

func localKey(s *source, local string) string { return s.id + "\x00" + local }

// of returns the record's id of a local actor; what is no local id is returned
// as it is.
func (c *cast) of(s *source, local string) string {
	if i, ok := slices.BinarySearchFunc(s.actorIDs, local, func(x localID, local string) int { return strings.Compare(x.local, local) }); ok {
		return s.actorIDs[i].id
	}
	return local
}

// localID is what a report's actor is in the record.
type localID struct{ local, id string }

// row returns the actor of a record id, or nil.
func (c *cast) row(id string) *travaux.Actor {
	if i, ok := c.index[id]; ok {
		return &c.rows[i]
	}
	return nil
}

// name is how an actor, or a value that is words, is called.
func (c *cast) name(id string) string {
	if a := c.row(id); a != nil {
		return a.Canonical
	}
	return id
}

// foldedForms are the names of an actor, folded as titles are, in the order of
// its forms.
func (c *cast) foldedForms(id string) []string {
	forms, ok := c.folded[id]
	if ok {
		return forms
	}
	if row := c.row(id); row != nil {
		for _, f := range row.NameForms {
			if k := foldTitle(f.Form); len(forms) == 0 || forms[len(forms)-1] != k {
				forms = append(forms, k)
			}
		}
	}
	c.folded[id] = forms
	return forms
}

// outletOf returns the actor that published a report: the head of its chains,
// else the media actor of the outlet's name, else a key of the report alone.
func (c *cast) outletOf(s *source) string {
	for i := range s.Statements {
		if ch := s.Statements[i].Chain; len(ch) > 0 {
			if a := c.row(c.of(s, ch[0])); a != nil && a.Type == travaux.ActorMedia {
				return a.ID
			}
		}
	}
	want := foldOutlet(s.Report.Outlet.Value)
	for i := range s.Actors {
		if a := &s.Actors[i]; want != "" && a.Type == travaux.ActorMedia && foldOutlet(a.Canonical) == want {
			return c.of(s, a.ID)
		}
	}
	return "report " + s.id
}

// family is the coarse type within which actors are compared.
func family(t travaux.ActorType) string {
	switch t {
	case travaux.ActorPerson:
		return "person"
	case travaux.ActorState, travaux.ActorPlace, travaux.ActorRegion:
		return "state"
	case travaux.ActorGroup:
		return "group"
	case travaux.ActorAnonymousPerson, travaux.ActorAnonymousGroup, travaux.ActorDocument, travaux.ActorOffice:
		return "" // never one across reports: "the minister" is whoever the report means
	case travaux.ActorGovernment:
		return "government"
	}
	return "organisation"
}

// mergeActors decides which actors of the reports are one.
func mergeActors(sources []*source, decided Identity, tenures []Tenure) *cast {
	var all []member
	for _, s := range sources {
		for i := range s.Actors {
			all = append(all, member{s, &s.Actors[i]})
		}
	}
	g := newGroups(len(all))
	g.decide(decided, localIndex(all, actorLocals))
	mergeByKey(g, all)
	mergeCollectives(g, all)
	mergeAcronyms(g, all)
	mergeComplements(g, all)
	mergePersons(g, all)
	forms := formsByEntry(all)
	held := officesOf(all, forms, tenures)
	held.merge(g, all, forms)
	mergeShortBodies(g, all)
	mergeTypings(g, all)

	c := &cast{index: map[string]int{}, offices: held, folded: map[string][]string{}}
	var merged [][]member
	var reasons []string
	g.each(func(ms []int, why []string) {
		group := make([]member, len(ms))
		for i, m := range ms {
			group[i] = all[m]
		}
		id := recordID("actor", group, func(m member) string { return m.src.id + m.Actor.ID })
		for _, m := range group {
			m.src.actorIDs = append(m.src.actorIDs, localID{m.Actor.ID, id})
		}
		merged = append(merged, group)
		reasons = append(reasons, strings.Join(why, "; "))
	})
	for _, s := range sources {
		slices.SortFunc(s.actorIDs, func(a, b localID) int { return strings.Compare(a.local, b.local) })
	}
	held.named(all, c)
	for i, group := range merged {
		row := c.build(group, reasons[i])
		if name := decided.name(group); slices.ContainsFunc(row.NameForms, func(f travaux.NameForm) bool { return f.Form == name }) {
			row.Canonical = name
		}
		c.rows = append(c.rows, row)
	}
	c.resolveOrganisations()
	slices.SortFunc(c.rows, func(a, b travaux.Actor) int { return strings.Compare(a.ID, b.ID) })
	for i := range c.rows {
		c.index[c.rows[i].ID] = i
	}
	return c
}

// recordID makes the id of a merged row from its least member, so that it does
// not hang on the order of arrival.
func recordID[T any](kind string, group []T, key func(T) string) string {
	least := key(group[0])
	for _, m := range group[1:] {
		least = min(least, key(m))
	}
	return travaux.NewID(kind, least)
}
