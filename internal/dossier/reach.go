package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

// maxStances is how many stances an option shows on each side; the page of
// positions has them all.
const maxStances = 6

// reachView is the reach test of one issue.
type reachView struct {
	Anchor   string
	Issue    string
	Standing string
	Why      string
	Blockers []stanceView
	Options  []optionView
	Silent   []link
}

// optionView is one way to settle an issue, with who is for and against it.
type optionView struct {
	Words string
	About *link
	Sides []optionSide
}

type optionSide struct {
	Label   string
	Stances []stanceView
	More    int
}

// stanceView is a stance of a party with its words.
type stanceView struct {
	Party  link
	Stance string
	Href   string // of the position
	Note   string // who ascribes it
	Cites  []cite
}

func (s *Site) stanceView(p *travaux.Position) stanceView {
	v := stanceView{Party: s.actor(p.Party), Stance: plain(string(p.Stance)), Href: s.href[p.ID], Cites: s.cites(p.Spans, p.SupportedBy)}
	if ascribed(p) {
		v.Note = accordingWords(p.AccordingTo)
	}
	return v
}

// standings are the outcomes of the test, in the order in which they are shown.
var standings = [...]analysis.Standing{analysis.Blocked, analysis.InReach, analysis.NotKnown}

func (s *Site) layOutReach() {
	s.addPage(page{path: "reach.html", title: "Which issues are in reach", template: "reach", body: func() any {
		list := s.view.Reach()
		slices.SortStableFunc(list, func(a, b analysis.Reach) int {
			return cmp.Or(cmp.Compare(slices.Index(standings[:], a.Standing), slices.Index(standings[:], b.Standing)), compareIssues(s, a.Issue, b.Issue))
		})
		v := struct {
			Date       string
			Principals []link
			Issues     []reachView
		}{Date: dateOrNothing(s.view.Date), Principals: s.actorLinks(s.view.Principals())}
		for _, r := range list {
			v.Issues = append(v.Issues, s.reachView(r))
		}
		return v
	}})
}

func (s *Site) reachView(r analysis.Reach) reachView {
	v := reachView{Anchor: "issue-" + slug(r.Issue), Issue: s.issueLabel(r.Issue), Standing: string(r.Standing), Why: curly(r.Why), Silent: s.actorLinks(r.Silent)}
	for _, p := range r.Blockers {
		v.Blockers = append(v.Blockers, s.stanceView(p))
	}
	for _, o := range r.Options {
		x := optionView{Words: oneLine(o.Words)}
		if o.About != "" {
			l := s.rowLink(o.About)
			x.About = &l
		}
		var all []travaux.Span
		for _, side := range []struct {
			label string
			list  []*travaux.Position
		}{{"for", o.For}, {"open", o.Open}, {"against", o.Against}} {
			if len(side.list) == 0 {
				continue
			}
			n := min(len(side.list), maxStances)
			view := optionSide{Label: side.label, More: len(side.list) - n}
			for _, p := range side.list[:n] {
				view.Stances = append(view.Stances, s.stanceView(p))
				all = append(all, p.Spans...)
			}
			x.Sides = append(x.Sides, view)
		}
		x.Words = s.quote(x.Words, all...)
		v.Options = append(v.Options, x)
	}
	return v
}

// ascribed reports whether only others say that a party holds a position.
func ascribed(p *travaux.Position) bool {
	return p.AccordingTo != "own_words" && p.AccordingTo != "reported" && p.AccordingTo != "document"
}
