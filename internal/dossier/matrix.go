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
	People  bool // some column has stances of those who act for a party
	Left    int  // parties without a column
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

// matrix has a column for each principal, and for as many others as there is
// room for, those with most positions first. Whoever acts for a party stands in
// its column. It is nil where there is no position on a known issue.
func (s *Site) matrix(list []*travaux.Position) *matrix {
	n := map[string]int{}
	for _, x := range list {
		if inMatrix(x) {
			n[s.view.Party(x.Party)]++
		}
	}
	if len(n) == 0 {
		return nil
	}
	parties, left := s.columns(n)
	m := &matrix{Left: left}
	for _, id := range parties {
		m.Parties = append(m.Parties, s.actor(id))
	}
	var issue string
	for _, x := range list { // by issue
		column := slices.Index(parties, s.view.Party(x.Party))
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
		m.People = m.People || x.Party != parties[column]
		m.Rows[len(m.Rows)-1].Cells[column].add(x, s.href[x.ID])
	}
	return m
}

// columns are the parties of the matrix, principals and then others, each by
// name, and how many have none. n is how many positions each has.
func (s *Site) columns(n map[string]int) (parties []string, left int) {
	byName := func(a, b string) int {
		return cmp.Or(cmp.Compare(s.actor(a).Text, s.actor(b).Text), cmp.Compare(a, b))
	}
	principals := s.view.Principals()
	slices.SortFunc(principals, byName)
	principals = principals[:min(len(principals), maxParties)]
	var others []string
	for id := range n {
		if !slices.Contains(principals, id) {
			others = append(others, id)
		}
	}
	slices.SortFunc(others, func(a, b string) int { return cmp.Or(cmp.Compare(n[b], n[a]), byName(a, b)) })
	left = max(0, len(others)-(maxParties-len(principals)))
	others = others[:len(others)-left]
	slices.SortFunc(others, byName)
	return append(principals, others...), left
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
