package reconcile

import (
	"cmp"
	"slices"
)

// Decisions is what people have decided of identity. They come before every
// rule, and no rule undoes them.
type Decisions struct {
	Actors Identity
	Events Identity
	Texts  Identity
}

// Identity is what was decided of actors, of events or of texts.
type Identity struct {
	Same  []Same
	Apart []Apart
	// Names are those under which actors are to be shown.
	Names map[Local]string
}

// Local names an actor, event or text of one report by its id in the reading.
type Local struct{ Report, ID string }

// Same decides that its members are one.
type Same struct {
	Members []Local
	Reason  string
}

// Apart decides that no member of one side is one with a member of another.
type Apart struct{ Sides [][]Local }

// name returns the name that was decided for a group of actors, "" for none or
// for several.
func (d Identity) name(group []member) string {
	name := ""
	for _, m := range group {
		n := d.Names[Local{m.src.id, m.Actor.ID}]
		if n != "" && name != "" && n != name {
			return ""
		}
		name = cmp.Or(n, name)
	}
	return name
}

// side is the place of an item in a decision to keep apart.
type side struct{ decision, side int }

// decide takes the decisions into a fresh partition: first what is apart, so
// that nothing joins it, then what is one.
func (g *groups) decide(d Identity, index map[Local]int) {
	for k, a := range d.Apart {
		for n, members := range a.Sides {
			for _, m := range members {
				if i, ok := index[m]; ok {
					if g.sides == nil {
						g.sides = make([][]side, len(g.parent))
					}
					g.sides[i] = append(g.sides[i], side{k, n})
				}
			}
		}
	}
	for _, s := range d.Same {
		first := -1
		for _, m := range s.Members {
			i, ok := index[m]
			if ok && first >= 0 {
				g.join(first, i, s.Reason)
			} else if ok {
				first = i
			}
		}
	}
}

// opposed reports whether two groups were decided to be apart.
func (g *groups) opposed(a, b int) bool {
	if g.sides == nil {
		return false
	}
	return slices.ContainsFunc(g.sides[a], func(x side) bool {
		return slices.ContainsFunc(g.sides[b], func(y side) bool { return x.decision == y.decision && x.side != y.side })
	})
}

// decided reports whether the item itself is on a side of some decision.
func (g *groups) decided(i int) bool { return g.sides != nil && len(g.sides[g.find(i)]) > 0 }

// open returns the undecided items whose strongest links lead equally to groups
// that were decided to be apart: either may be meant.
func (g *groups) open(links []link) map[int]bool {
	if g.sides == nil {
		return nil
	}
	return between(links, func(item, other int) bool { return !g.decided(item) && g.decided(other) },
		func(a, b int) bool { return g.opposed(g.find(a), g.find(b)) })
}

// between returns the items whose strongest links, of those that count, lead
// equally to two that are apart.
func between(links []link, counts, apart func(a, b int) bool) map[int]bool {
	best := map[int]link{}
	out := map[int]bool{}
	look := func(item, other, score int) {
		if !counts(item, other) {
			return
		}
		first, ok := best[item]
		switch {
		case !ok || score > first.score:
			best[item] = link{a: item, b: other, score: score}
			delete(out, item)
		case score == first.score && apart(first.b, other):
			out[item] = true
		}
	}
	for _, l := range links {
		look(l.a, l.b, l.score)
		look(l.b, l.a, l.score)
	}
	return out
}

// localIndex numbers the members of items.
func localIndex[T any](items []T, members func(T) []Local) map[Local]int {
	index := map[Local]int{}
	for i, x := range items {
		for _, m := range members(x) {
			index[m] = i
		}
	}
	return index
}

func actorLocals(m member) []Local { return []Local{{m.src.id, m.Actor.ID}} }

func textLocals(x *text) []Local { return []Local{{x.src.id, x.claim.ID}} }

func eventLocals(h *happening) []Local {
	out := make([]Local, len(h.claims))
	for i, c := range h.claims {
		out[i] = Local{h.src.id, c.ID}
	}
	return out
}
