package dossier

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

const (
	pairsPerPage = 12
	fitsPerPage  = 3 // texts, each with all parties
)

// pair is two versions that a record gives reason to compare, the earlier first.
type pair struct {
	a, b string // ids of versions or texts
	how  string
}

// draftRow is a version in the order of time.
type draftRow struct {
	Dated  string
	Text   link
	Label  string // of the version, where the text has several
	Points string
	Links  []planLink
	Cites  []cite
}

// comparisonView sets two versions beside each other.
type comparisonView struct {
	Anchor     string
	A, B       link
	How        string
	Attributes []attributeView
	Points     []pointPair
	Missing    []string
}

type attributeView struct {
	What, Change string
	A, B         []value
}

// pointPair is a provision of one version beside that of the other.
type pointPair struct {
	Issue, Change, Why string
	Obliged            link
	A, B               []cite
}

func (s *Site) layOutVersions() {
	drafts := s.view.Drafts()
	pairs := comparable(drafts)
	s.addList("versions", "Versions compared", "versions", len(pairs), pairsPerPage, func(path string, from, to int) func() any {
		if from == 0 {
			s.placeIdentities(path)
		}
		return func() any {
			v := struct {
				Drafts []draftRow
				Left   int
				Maybe  []identityView
				Pairs  []comparisonView
			}{}
			if from == 0 {
				v.Drafts, v.Left = s.lineage(drafts)
				v.Maybe = s.identities()
			}
			for _, p := range pairs[from:to] {
				if c, ok := s.view.Compare(p.a, p.b); ok {
					v.Pairs = append(v.Pairs, s.comparisonView(c, p.how))
				}
			}
			return v
		}
	})
}

// comparable are the pairs of versions to compare: those of one text that follow
// each other, and texts that one is told to come from or to answer.
func comparable(drafts []analysis.Draft) []pair {
	var out []pair
	last := map[string]string{} // the version of a text before this one
	for _, d := range drafts {
		if before := last[d.Proposal.ID]; before != "" {
			out = append(out, pair{before, d.Version.ID, "versions of one text"})
		}
		last[d.Proposal.ID] = d.Version.ID
	}
	for _, d := range drafts {
		for _, l := range d.Links {
			p := pair{l.To, d.Version.ID, string(l.How)}
			switch l.How {
			case analysis.BasisOf, analysis.CounteredBy:
				continue // the other text has the link too
			case analysis.DerivesFrom, analysis.CounterTo:
			default: // both have it
				if slices.ContainsFunc(out, func(x pair) bool { return x.how == p.how && x.a == d.Proposal.ID }) {
					continue
				}
			}
			out = append(out, p)
		}
	}
	return out
}

// maxDrafts is how many versions the lineage shows.
const maxDrafts = 80

// lineage lists versions in order of time: all where they are few, else those
// that stand to others, have several versions or a number of points.
func (s *Site) lineage(drafts []analysis.Draft) (rows []draftRow, left int) {
	for _, d := range drafts {
		telling := len(d.Links) > 0 || len(d.Proposal.Versions) > 1 || len(d.Version.Points) > 0 || len(d.Proposal.Reports) > 1
		if len(rows) == maxDrafts || len(drafts) > maxDrafts && !telling {
			left++
			continue
		}
		row := draftRow{Dated: dateOrNothing(d.Dated), Text: s.rowLink(d.Proposal.ID), Cites: s.cites(d.Spans, d.SupportedBy)}
		if len(d.Proposal.Versions) > 1 {
			row.Label = oneLine(d.Version.Label)
		}
		for i, n := range s.field("", asNumber, d.Version.Points).Values {
			if i > 0 {
				row.Points += ", "
			}
			row.Points += n.Text
		}
		for _, l := range d.Links {
			row.Links = append(row.Links, planLink{string(l.How), s.rowLink(l.To)})
		}
		rows = append(rows, row)
	}
	return rows, left
}

func (s *Site) comparisonView(c analysis.Comparison, how string) comparisonView {
	v := comparisonView{Anchor: "cmp-" + slug(c.A.Version.ID) + "-" + slug(c.B.Version.ID), A: s.draftLink(c.A), B: s.draftLink(c.B), How: how}
	kinds := map[string]valueKind{"number of points": asNumber, "authors": asActor, "form": asMember, "status": asMember, "date": asDate}
	for _, a := range c.Attributes {
		v.Attributes = append(v.Attributes, attributeView{
			What: capital(a.What), Change: outcomeWords(a.Change), A: s.field("", kinds[a.What], a.A).Values, B: s.field("", kinds[a.What], a.B).Values,
		})
	}
	for _, p := range c.Points {
		x := pointPair{Issue: s.issueLabel(p.Issue), Change: outcomeWords(p.Change), Why: p.Why, A: s.provisionCites(p.A), B: s.provisionCites(p.B)}
		if p.Obliged != "" {
			x.Obliged = s.actor(p.Obliged)
		}
		v.Points = append(v.Points, x)
	}
	for _, m := range c.NotInRecord {
		v.Missing = append(v.Missing, oneLine(m))
	}
	return v
}

func (s *Site) draftLink(d analysis.Draft) link {
	l := s.rowLink(d.Proposal.ID)
	if len(d.Proposal.Versions) > 1 && d.Version.Label != "" {
		l.Note = oneLine(d.Version.Label)
	}
	return l
}

func (s *Site) provisionCites(p *travaux.Provision) []cite {
	if p == nil {
		return nil
	}
	return s.cites(p.Spans, p.SupportedBy)
}

func outcomeWords(o analysis.Outcome) string {
	switch o {
	case analysis.Changed:
		return "told otherwise"
	case analysis.Unclear:
		return "told of one only"
	}
	return plain(string(o))
}

// fitsView is a version beside what the principals want.
type fitsView struct {
	Anchor  string
	Text    link
	Parties []partyFits
}

type partyFits struct {
	Party link
	Fits  []fitView
	Open  []fitView // of which nothing can be said
}

type fitView struct {
	Issue, Verdict, Why string
	Wants, Provides     []cite
}

// fitRows is rows of a party, for the template.
type fitRows struct {
	Party string
	Rows  []fitView
}

func fitsOf(party string, rows []fitView) fitRows { return fitRows{party, rows} }

// maxFits is how many undecided rows of one party a text shows.
const maxFits = 40

func (s *Site) layOutCloseness() {
	var drafts []analysis.Draft
	for _, d := range s.view.Drafts() {
		if len(d.Version.Provisions) > 1 {
			drafts = append(drafts, d)
		}
	}
	slices.SortStableFunc(drafts, func(a, b analysis.Draft) int { return len(b.Version.Provisions) - len(a.Version.Provisions) })
	drafts = drafts[:min(len(drafts), 8*fitsPerPage)]
	s.addList("closeness", "Texts beside demands", "closeness", len(drafts), fitsPerPage, func(_ string, from, to int) func() any {
		return func() any {
			var out []fitsView
			for _, d := range drafts[from:to] {
				out = append(out, s.fitsView(d))
			}
			return out
		}
	})
}

func (s *Site) fitsView(d analysis.Draft) fitsView {
	v := fitsView{Anchor: "fit-" + slug(d.Version.ID), Text: s.draftLink(d)}
	v.Text.Note = strings.TrimPrefix(v.Text.Note+", "+dateWords(d.Dated), ", ")
	for _, f := range s.view.Closeness(d.Version.ID) {
		party := s.actor(f.Party)
		if n := len(v.Parties); n == 0 || v.Parties[n-1].Party != party {
			v.Parties = append(v.Parties, partyFits{Party: party})
		}
		last := &v.Parties[len(v.Parties)-1]
		x := fitView{Issue: s.issueLabel(f.Issue), Verdict: string(f.Verdict), Why: f.Why, Provides: s.provisionCites(f.Provision)}
		if p := f.Position; p != nil {
			x.Wants = s.cites(p.Spans, p.SupportedBy)
		}
		if f.Verdict != analysis.NotDecided {
			last.Fits = append(last.Fits, x)
		} else if len(last.Open) < maxFits {
			last.Open = append(last.Open, x)
		}
	}
	return v
}
