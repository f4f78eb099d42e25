package reconcile

import "github.com/travaux/travaux"

// sameTalks reports whether two reports are about the same talks: they name two
// persons in common, or three of the persons, states and bodies.
func sameTalks(s, t *source, c *cast) bool {
	return samePeople(s, t, c) || peopleInCommon(s, t, c)+bodiesInCommon(s, t, c) >= 3
}

// bodiesInCommon counts the states, bodies and organisations that two reports
// both name.
func bodiesInCommon(s, t *source, c *cast) int {
	named := map[string]bool{}
	eachBody(s, c, func(id string) { named[id] = true })
	n := 0
	eachBody(t, c, func(id string) {
		if named[id] {
			n++
			delete(named, id)
		}
	})
	return n
}

// eachBody calls f for the states, bodies and organisations that a report names.
func eachBody(s *source, c *cast, f func(id string)) {
	for i := range s.Actors {
		if a := &s.Actors[i]; a.Type != travaux.ActorMedia && (family(a.Type) == "state" || family(a.Type) == "organisation") && properName(a.Canonical) {
			f(c.of(s, a.ID))
		}
	}
}

// samePeople reports whether two reports name at least two persons in common:
// they are about the same negotiation.
func samePeople(s, t *source, c *cast) bool { return peopleInCommon(s, t, c) >= 2 }

// peopleOf are the persons that a report names.
func peopleOf(s *source, c *cast) []string {
	var out []string
	for i := range s.Actors {
		if s.Actors[i].Type == travaux.ActorPerson {
			out = append(out, c.of(s, s.Actors[i].ID))
		}
	}
	return orderIDs(out)
}

// peopleInCommon counts the persons that two reports both name.
func peopleInCommon(s, t *source, c *cast) int {
	persons := map[string]bool{}
	for _, id := range peopleOf(s, c) {
		persons[id] = true
	}
	n := 0
	for i := range t.Actors {
		if t.Actors[i].Type == travaux.ActorPerson && persons[c.of(t, t.Actors[i].ID)] {
			n++
		}
	}
	return n
}
