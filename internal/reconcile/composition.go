package reconcile

import (
	"fmt"
	"slices"

	"github.com/travaux/travaux"
)

// present is the persons whom one report has at an event.
type present struct {
	src  *source
	who  []string // record ids, sorted
	span travaux.Span
	ids  []string
}

// presentLimit is how many differing lists of those present are related to the
// first.
const presentLimit = 4

// compositions relates reports that name different persons at one event: who
// is left out of one account need not have been absent.
func (rs *relations) compositions(hs []*happening, about string) {
	var list []present
	for _, h := range hs {
		if c, ok := rs.presentAt(h); ok && !slices.ContainsFunc(list, func(o present) bool { return slices.Equal(o.who, c.who) }) {
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b present) int { return rs.compareInRecord(a.span, b.span) })
	if len(list) == 0 {
		return
	}
	a := list[0]
	for _, b := range list[1:min(len(list), 1+presentLimit)] {
		f := finding{subkind: "composition", strength: "medium", about: about}
		x, y := rs.names(a.who), rs.names(b.who)
		switch {
		case a.src == b.src:
			continue
		case within(a.who, b.who):
			f.kind = travaux.EntailedBy
			f.explanation = fmt.Sprintf("The first passage names %s, the second %s: it names more, both can be true.", x, y)
		case within(b.who, a.who):
			f.kind = travaux.Entails
			f.explanation = fmt.Sprintf("The first passage names %s, the second %s: it names fewer, both can be true.", x, y)
		case shared(a.who, b.who) > 1:
			f.kind = travaux.Overlapping
			f.explanation = fmt.Sprintf("The first passage names %s, the second %s: both can be true.", x, y)
		default:
			continue
		}
		f.rule = "composition." + string(f.kind)
		rs.put(a.span, b.span, x, y, append(slices.Clone(a.ids), b.ids...), f)
	}
}

func shared(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(x string) bool { return !slices.Contains(b, x) })
}

// presentAt are the persons that a happening's passages name among its
// participants, and the words that name them.
func (rs *relations) presentAt(h *happening) (c present, ok bool) {
	c.src = h.src
	for _, cl := range h.claims {
		if ahead(cl.Status) || cl.Kind != travaux.Meeting && cl.Kind != travaux.Call && cl.Kind != travaux.Visit {
			continue
		}
		start, end := 0, 0
		var who []string
		for _, m := range h.src.Named {
			id := rs.actors.of(h.src, m.Actor)
			if row := rs.actors.row(id); row == nil || row.Type != travaux.ActorPerson || !m.in(cl.Start, cl.End) || !slices.Contains(cl.Actors, m.Actor) && !slices.Contains(cl.Recipients, m.Actor) {
				continue
			}
			if len(who) == 0 {
				start = int(m.Start)
			}
			end = max(end, int(m.End))
			who = append(who, id)
		}
		if len(who) > len(c.who) {
			c.who, c.span, c.ids = orderIDs(who), h.src.stretch(start, end), cl.SupportedBy
		}
	}
	return c, len(c.who) > 1
}
