package reconcile

import (
	"cmp"
	"slices"
)

// link proposes that items a and b (indices) are one.
type link struct {
	a, b   int
	score  int
	reason string
}

// groups is a partition of items 0..n-1 built by accepting links.
type groups struct {
	parent  []int
	members [][]int    // by root
	reasons [][]string // by root
	sides   [][]side   // by root, what was decided to keep it apart from; nil where nothing was
}

func newGroups(n int) *groups {
	g := &groups{parent: make([]int, n), members: make([][]int, n), reasons: make([][]string, n)}
	for i := range n {
		g.parent[i], g.members[i] = i, []int{i}
	}
	return g
}

func (g *groups) find(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

// join unites the groups of a and b under the smaller index, and reports
// whether they are one. What was decided to be apart is not united.
func (g *groups) join(a, b int, reason string) bool {
	a, b = g.find(a), g.find(b)
	if a == b {
		return true
	}
	if g.opposed(a, b) {
		return false
	}
	if b < a {
		a, b = b, a
	}
	g.parent[b] = a
	g.members[a] = append(g.members[a], g.members[b]...)
	g.reasons[a] = append(g.reasons[a], g.reasons[b]...)
	if reason != "" {
		g.reasons[a] = append(g.reasons[a], reason)
	}
	g.members[b], g.reasons[b] = nil, nil
	if g.sides != nil {
		g.sides[a] = append(g.sides[a], g.sides[b]...)
	}
	return true
}

// accept takes the links from the strongest to the weakest, and unites two
// groups unless some pair across them is vetoed. The outcome depends only on
// the items' numbering and the links, not on the order of the links.
func (g *groups) accept(links []link, veto func(a, b int) bool) {
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	open := g.open(links)
	for _, l := range links {
		a, b := g.find(l.a), g.find(l.b)
		if a == b || open[l.a] && g.decided(b) || open[l.b] && g.decided(a) || g.vetoed(a, b, veto) {
			continue
		}
		g.join(a, b, l.reason)
	}
}

func (g *groups) vetoed(a, b int, veto func(a, b int) bool) bool {
	for _, x := range g.members[a] {
		for _, y := range g.members[b] {
			if veto(x, y) {
				return true
			}
		}
	}
	return false
}

// each calls f for every group, by its smallest member, members in order.
func (g *groups) each(f func(members []int, reasons []string)) {
	for i := range g.parent {
		if g.parent[i] != i {
			continue
		}
		m := slices.Clone(g.members[i])
		slices.Sort(m)
		f(m, orderIDs(g.reasons[i]))
	}
}
