package crossdoc

import (
	"cmp"
	"slices"
)

const (
	alike      = 0.4 // how alike two groups of things are that are one
	somewhat   = 0.1 // how alike what stands alone is to what takes it
	share      = 100 // a group of fewer than one in so many mentions stands alone
	leastAlone = 1   // and any of so few
	maxThings  = 300 // groups of things compared, the largest
)

// group is items taken for one.
type group struct {
	items []*item
	sort  sort
	key   string
	bag   bag
	order int // of its first item
}

// grouping is the groups of a topic.
type grouping struct{ groups []*group }

// newGrouping puts items of one key together.
func newGrouping(items []*item) *grouping {
	g := &grouping{}
	by := map[string]*group{}
	for i, x := range items {
		k := x.groupKey()
		y := by[k]
		if y == nil || k == "" {
			y = &group{sort: x.sort, key: k, bag: bag{}, order: i}
			by[k] = y
			g.groups = append(g.groups, y)
		}
		y.items = append(y.items, x)
		y.bag.add(x.bag)
	}
	return g
}

func (x *item) groupKey() string {
	switch {
	case x.who != "":
		return x.who
	case x.key != "":
		return "concept " + x.key
	}
	return ""
}

// likeThings unites groups of things that speak of the same, the most alike
// first.
func (g *grouping) likeThings() {
	var things []*group
	for _, x := range g.groups {
		if x.sort == thing {
			things = append(things, x)
		}
	}
	slices.SortStableFunc(things, func(a, b *group) int { return cmp.Compare(len(b.items), len(a.items)) })
	things = things[:min(len(things), maxThings)]
	pairs := make([][]float64, len(things)) // likeness of each to those before it
	for i, a := range things {
		pairs[i] = make([]float64, i)
		for j, b := range things[:i] {
			pairs[i][j] = like(a.bag, b.bag)
		}
	}
	for {
		best, at, with := alike, -1, -1
		for i := range pairs {
			for j, s := range pairs[i] {
				if s > best {
					best, at, with = s, i, j
				}
			}
		}
		if at < 0 {
			return
		}
		g.unite(things[with], things[at])
		for i := range things {
			var s float64
			if i != with && len(things[i].items) > 0 {
				s = like(things[i].bag, things[with].bag)
			}
			if i < with {
				pairs[with][i] = s
			} else if i > with {
				pairs[i][with] = s
			}
			if i < at {
				pairs[at][i] = 0
			} else if i > at {
				pairs[i][at] = 0
			}
		}
	}
}

// unite moves the items of b to a.
func (g *grouping) unite(a, b *group) {
	a.items = append(a.items, b.items...)
	a.order = min(a.order, b.order)
	a.bag.add(b.bag)
	b.items = nil
}

// leftOvers takes what stands alone to what it is most like, else persons and
// bodies to the side that the topic is mostly of, and things to what was spoken
// of last: a mention was marked because others are of the same.
func (g *grouping) leftOvers(t *topic) {
	alone := max(leastAlone, len(t.items)/share)
	of := map[*item]*group{}
	var large, small []*group
	for _, x := range g.groups {
		for _, i := range x.items {
			of[i] = x
		}
		switch {
		case len(x.items) == 0:
		case len(x.items) <= alone:
			small = append(small, x)
		default:
			large = append(large, x)
		}
	}
	before := map[*item]*group{} // the last large group spoken of
	last := map[[2]int]*group{}
	for _, i := range t.items {
		k := [2]int{i.doc, int(i.sort.party())}
		before[i] = last[k]
		if len(of[i].items) > alone {
			last[k] = of[i]
		}
	}
	home := g.find(t.home)
	for _, x := range small {
		best := mostLike(x, large)
		if best == nil && x.sort != thing {
			best = home
		}
		if best == nil {
			best = before[x.items[0]]
		}
		if best != nil && best != x {
			g.unite(best, x)
		}
	}
}

// mostLike finds the group of persons and sides, or of things, that x is most
// like.
func mostLike(x *group, among []*group) *group {
	var best *group
	score := somewhat
	for _, y := range among {
		if y.sort.party() != x.sort.party() {
			continue
		}
		if s := like(x.bag, y.bag); s > score {
			best, score = y, s
		}
	}
	return best
}

func (g *grouping) find(key string) *group {
	for _, x := range g.groups {
		if x.key == key && len(x.items) > 0 {
			return x
		}
	}
	return nil
}

// chains lists the groups in the order of their first items.
func (g *grouping) chains() [][]*item {
	slices.SortFunc(g.groups, func(a, b *group) int { return cmp.Compare(a.order, b.order) })
	var out [][]*item
	for _, x := range g.groups {
		if len(x.items) > 0 {
			out = append(out, x.items)
		}
	}
	return out
}
