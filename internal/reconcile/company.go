package reconcile

// company is who is named together with whom: the groups of full names by
// report, and the reports by group.
type company struct {
	groups  map[*source]map[int]bool
	reports map[int][]*source
}

func newCompany(g *groups, full []*person) *company {
	c := &company{map[*source]map[int]bool{}, map[int][]*source{}}
	for _, p := range full {
		root := g.find(p.root)
		for _, m := range p.members {
			if c.groups[m.src] == nil {
				c.groups[m.src] = map[int]bool{}
			}
			if !c.groups[m.src][root] {
				c.groups[m.src][root] = true
				c.reports[root] = append(c.reports[root], m.src)
			}
		}
	}
	return c
}

// often is in how many reports somebody must be named in full for a surname
// alone to be taken for theirs in any report.
const often = 3

// likely reports whether a surname alone may be taken for the one full name
// that has it: somebody named often, in the same report, or in one that names
// another person in common.
func (c *company) likely(g *groups, p, q *person) bool {
	root := g.find(q.root)
	reports := c.reports[root]
	if len(reports) >= often {
		return true
	}
	for _, m := range p.members {
		for _, s := range reports {
			if s == m.src {
				return true
			}
			for other := range c.groups[s] {
				if other != root && c.groups[m.src][other] {
					return true
				}
			}
		}
	}
	return false
}
