package reconcile

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

// standsFor says, for the unnamed groups of a report, whose they are: the one
// organisation or state named within the words for them, "representatives of
// the Quay Union", "Corrinian officials".
func standsFor(s *source) map[string]string {
	named := map[string]bool{} // organisations and states
	var groups []*travaux.Actor
	for i := range s.Actors {
		a := &s.Actors[i]
		switch {
		case a.Type == travaux.ActorAnonymousGroup || a.Type == travaux.ActorGroup && a.World == "":
			groups = append(groups, a)
		case a.Type == travaux.ActorPlace: // "the Sark basin states" are not the river's
		case family(a.Type) == "organisation" || family(a.Type) == "state":
			named[a.ID] = a.World != "" || properName(a.Canonical)
		}
	}
	if len(groups) == 0 {
		return nil
	}
	var within []Naming
	for _, m := range s.Named {
		if named[m.Actor] {
			within = append(within, m)
		}
	}
	slices.SortStableFunc(within, func(a, b Naming) int { return cmp.Compare(a.Start, b.Start) })
	out := map[string]string{}
	for _, g := range groups {
		if len(g.Spans) == 0 {
			continue
		}
		words := g.Spans[0]
		i, _ := slices.BinarySearchFunc(within, words.Start, func(m Naming, at int) int { return int(m.Start) - at })
		whose := ""
		for ; i < len(within) && int(within[i].End) <= words.End; i++ {
			if whose != "" && whose != within[i].Actor {
				whose = "" // of two sides, or of one in the place of the other
				break
			}
			whose = within[i].Actor
		}
		if whose != "" {
			out[g.ID] = whose
		}
	}
	return out
}
