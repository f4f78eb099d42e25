package reconcile

import (
	"strings"

	"github.com/travaux/travaux"
)

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

const (
	wellKnown = 4 // reports that name in full whom a surname alone stands for, though others bear it
	outshines = 4 // times as many as name any of the others
)

// mergeWellKnown takes a surname that several bear for the one of whom far more
// reports speak, in reports that name none of the others and do not say who
// else it is.
func mergeWellKnown(g *groups, single []*person, byFamily map[string][]*person, met *company) {
	for _, p := range single {
		bearers := byFamily[p.name.famSk]
		best, second := (*person)(nil), 0
		counted := map[int]bool{}
		for _, q := range bearers {
			root := g.find(q.root)
			if counted[root] || p.name.family != q.name.family {
				continue
			}
			counted[root] = true
			n := len(met.reports[root])
			switch {
			case best == nil || n > len(met.reports[g.find(best.root)]):
				if best != nil {
					second = max(second, len(met.reports[g.find(best.root)]))
				}
				best = q
			default:
				second = max(second, n)
			}
		}
		if best == nil || len(counted) < 2 || g.find(p.root) == g.find(best.root) {
			continue
		}
		root := g.find(best.root)
		if n := len(met.reports[root]); n < wellKnown || n < outshines*second || p.isAnother(best) || met.namesAnother(g, p, root, counted) {
			continue
		}
		g.join(best.root, p.root, "the one of that surname of whom far more reports speak")
	}
}

// isAnother reports whether a surname alone is given another office, or is
// addressed as a woman where the other is a man's, or the other way.
func (p *person) isAnother(q *person) bool {
	if p.world() != "" && p.world() != q.world() || len(p.offices) > 0 && !p.sharesOffice(q) {
		return true
	}
	return p.addressed() != "" && q.addressed() != "" && p.addressed() != q.addressed()
}

// addressed is "f" or "m" where some report uses Ms or Mr of the person, and none
// the other.
func (p *person) addressed() string {
	as := ""
	for _, m := range p.members {
		for _, f := range m.NameForms {
			if a := addressOf(m.src, f.First); a != "" {
				if as != "" && as != a {
					return ""
				}
				as = a
			}
		}
	}
	return as
}

// addressOf is "f" or "m" for Ms or Mr before a name or at its head.
func addressOf(s *source, name travaux.Span) string {
	text := s.Report.Text
	if name.Start < 0 || name.End > len(text) || name.Start > name.End {
		return ""
	}
	words := strings.Fields(fold(text[max(0, name.Start-5):name.Start] + " " + firstWords(text[name.Start:name.End], 12)))
	for _, w := range words {
		switch strings.Trim(w, ".,") {
		case "ms", "mrs", "miss":
			return "f"
		case "mr":
			return "m"
		}
	}
	return ""
}

// namesAnother reports whether a report of a surname names another who bears it.
func (c *company) namesAnother(g *groups, p *person, root int, bearers map[int]bool) bool {
	for _, m := range p.members {
		for other := range c.groups[m.src] {
			if other = g.find(other); other != root && bearers[other] {
				return true
			}
		}
	}
	return false
}
