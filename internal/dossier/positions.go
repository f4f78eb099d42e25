package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

const positionsPerPage = 200

// positionView is where a party is said to stand on an issue.
type positionView struct {
	Anchor     string
	Group      string // issue that this position opens
	Party      link
	Issue      string
	Option     string
	Plain      bool // the citation shows the same words
	Stance     string
	From       string // the stance given up
	Kind       string
	Strength   string
	According  string
	About      link
	Conditions []string
	Asserted   string
	Since      string
	Until      string
	Superseded string // where the later position stands
	Cites      []cite
}

// positionsPage is a page of positions; the first has the matrix.
type positionsPage struct {
	Matrix    *matrix
	Positions []positionView
}

func (s *Site) layOutPositions() {
	list := make([]*travaux.Position, 0, len(s.rec.Positions))
	for i := range s.rec.Positions {
		list = append(list, &s.rec.Positions[i])
	}
	slices.SortStableFunc(list, func(a, b *travaux.Position) int {
		return cmp.Or(compareIssues(s, a.Issue, b.Issue),
			cmp.Compare(s.actor(a.Party).Text, s.actor(b.Party).Text), cmp.Compare(positionDay(a), positionDay(b)), cmp.Compare(a.ID, b.ID))
	})
	s.listed.positions = list
	s.addList("positions", "Positions", "positions", len(list), positionsPerPage, func(path string, from, to int) func() any {
		for _, x := range list[from:to] {
			s.href[x.ID] = path + "#" + slug(x.ID)
		}
		return func() any {
			v := positionsPage{Positions: s.positionViews(list[from:to])}
			if from == 0 {
				v.Matrix = s.matrix(list)
			}
			return v
		}
	})
}

// positionDay is since when a position is held, else when it was told.
func positionDay(x *travaux.Position) travaux.Day { return firstDay(cmp.Or(x.Since, x.Asserted)) }

// compareIssues sorts by label; what no pack knows comes last.
func compareIssues(s *Site, a, b string) int {
	return cmp.Or(cmp.Compare(unknownIssue(a), unknownIssue(b)), cmp.Compare(s.issueLink(a).Text, s.issueLink(b).Text))
}

func unknownIssue(id string) int {
	if id == "" || id == travaux.OtherIssue {
		return 1
	}
	return 0
}

func (s *Site) positionViews(list []*travaux.Position) []positionView {
	var out []positionView
	for i, x := range list {
		p := s.positionView(x)
		if i == 0 || x.Issue != list[i-1].Issue {
			p.Group = p.Issue
		}
		out = append(out, p)
	}
	return out
}

func (s *Site) positionView(x *travaux.Position) positionView {
	v := positionView{
		Anchor: slug(x.ID), Party: s.actor(x.Party), Issue: s.issueLabel(x.Issue), Option: s.quote(oneLine(x.Option), x.Spans...),
		Stance: plain(string(x.Stance)), From: plain(string(x.From)), According: accordingWords(x.AccordingTo),
		Cites: s.cites(x.Spans, x.SupportedBy), Superseded: s.href[x.SupersededBy],
	}
	v.Plain = quoted(v.Option, v.Cites)
	if x.Kind != "position" {
		v.Kind = plain(x.Kind)
	}
	if x.Strength != "plain" {
		v.Strength = plain(x.Strength)
	}
	if x.About != "" {
		v.About = s.rowLink(x.About)
	}
	for _, c := range x.Conditions {
		v.Conditions = append(v.Conditions, s.quote(oneLine(c), x.Spans...))
	}
	v.Asserted, v.Since, v.Until = dateOrNothing(x.Asserted), dateOrNothing(x.Since), dateOrNothing(x.Until)
	return v
}

func dateOrNothing(d travaux.EDTF) string {
	if d == "" {
		return ""
	}
	return dateWords(d)
}

// issueLabel names an issue, known or not.
func (s *Site) issueLabel(id string) string {
	if unknownIssue(id) == 1 {
		return "On no issue of the packs"
	}
	return s.issueLink(id).Text
}
