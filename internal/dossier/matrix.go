package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

// How many parties and issues the matrix has room for.
const (
	maxParties = 7
	maxIssues  = 30
)

// matrix is where each party is said to stand on each issue, at a glance.
type matrix struct {
	Parties []link
	Rows    []matrixRow
	Left    int // parties without a column
}

type matrixRow struct {
	Issue string
	Cells []matrixCell
}

// matrixCell lists the stances that a party is said to take; none is chosen.
type matrixCell struct {
	Party   string
	Stances []stanceLink
}

// stanceLink leads to the first of the positions with a stance.
type stanceLink struct {
	Words, Href string
	N           int
	Ascribed    bool // only others say so: an opponent, the outlet, an unnamed person
}

// matrix is made of the parties with most positions, by name, and of the known
// issues on which they have any. It is nil when there is none.
func (s *Site) matrix(list []*travaux.Position) *matrix {
	n := map[string]int{}
	for _, x := range list {
		if inMatrix(x) {
			n[x.Party]++
		}
	}
	if len(n) == 0 {
		return nil
	}
	parties := make([]string, 0, len(n))
	for id := range n {
		parties = append(parties, id)
	}
	name := func(id string) string { return s.actor(id).Text }
	slices.SortFunc(parties, func(a, b string) int {
		return cmp.Or(cmp.Compare(n[b], n[a]), cmp.Compare(name(a), name(b)), cmp.Compare(a, b))
	})
	m := &matrix{Left: max(0, len(parties)-maxParties)}
	parties = parties[:min(len(parties), maxParties)]
	slices.SortFunc(parties, func(a, b string) int { return cmp.Or(cmp.Compare(name(a), name(b)), cmp.Compare(a, b)) })
	for _, id := range parties {
		m.Parties = append(m.Parties, s.actor(id))
	}
	var issue string
	for _, x := range list { // by issue
		column := slices.Index(parties, x.Party)
		if column < 0 || !inMatrix(x) {
			continue
		}
		if x.Issue != issue || len(m.Rows) == 0 {
			if len(m.Rows) == maxIssues {
				break
			}
			row := matrixRow{Issue: s.issueLabel(x.Issue)}
			for _, p := range m.Parties {
				row.Cells = append(row.Cells, matrixCell{Party: p.Text})
			}
			m.Rows, issue = append(m.Rows, row), x.Issue
		}
		m.Rows[len(m.Rows)-1].Cells[column].add(x, s.href[x.ID])
	}
	return m
}

// inMatrix reports whether a position is a stance of somebody on a known issue;
// an interest is none.
func inMatrix(x *travaux.Position) bool {
	return x.Party != "" && unknownIssue(x.Issue) == 0 && x.Kind != "interest" && x.Stance != travaux.NotStated
}

func (c *matrixCell) add(x *travaux.Position, href string) {
	words := plain(string(x.Stance))
	others := ascribed(x)
	for i := range c.Stances {
		if c.Stances[i].Words == words {
			c.Stances[i].N++
			c.Stances[i].Ascribed = c.Stances[i].Ascribed && others
			return
		}
	}
	c.Stances = append(c.Stances, stanceLink{words, href, 1, others})
}
