package dossier

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

const coursesPerPage = 150

// changeView is a stance that gave way to another.
type changeView struct {
	Party, About   link
	Issue          string
	Kind, From, To string
	When, Matter   string
	Cites          []cite
}

// courseView is where a party stood on an issue over time.
type courseView struct {
	Group  string // party that this course opens
	Party  link
	Issue  string
	Points []pointView
	Others []stanceView // of no known date
}

// pointView is one matter of a course.
type pointView struct {
	Words   string
	About   *link
	Stances []heldView
}

// heldView is a stance with the time for which it is known to have held.
type heldView struct {
	stanceView
	From, Until string
}

func (s *Site) layOutChanges() {
	courses := s.view.Courses()
	moving := courses[:0:0]
	for _, c := range courses {
		n := len(c.Undated)
		for _, pt := range c.Points {
			n += len(pt.Stances)
		}
		if n > 1 {
			moving = append(moving, c)
		}
	}
	s.addList("changes", "Positions over time", "changes", len(moving), coursesPerPage, func(_ string, from, to int) func() any {
		return func() any {
			v := struct {
				First   bool
				Changes []changeView
				Courses []courseView
			}{First: from == 0}
			if v.First {
				for _, c := range s.view.Changes() {
					v.Changes = append(v.Changes, s.changeView(c))
				}
			}
			for i, c := range moving[from:to] {
				x := s.courseView(c)
				if i == 0 || c.Party != moving[from+i-1].Party {
					x.Group = x.Party.Text
				}
				v.Courses = append(v.Courses, x)
			}
			return v
		}
	})
}

func (s *Site) changeView(c analysis.Change) changeView {
	return changeView{
		Party: s.actor(c.Party), Issue: s.issueLabel(c.Issue), Kind: changeWords(c.Kind), From: plain(string(c.From)), To: plain(string(c.To)),
		When: dateOrNothing(c.When), Matter: s.quote(oneLine(c.Matter), c.Spans...), Cites: s.cites(c.Spans, c.SupportedBy),
	}
}

func changeWords(k analysis.ChangeKind) string {
	switch k {
	case analysis.Reversed:
		return "turned round"
	case analysis.Moved:
		return "moved"
	case analysis.Conceded:
		return "told as given up"
	}
	return plain(string(k))
}

func (s *Site) courseView(c analysis.Course) courseView {
	v := courseView{Party: s.actor(c.Party), Issue: s.issueLabel(c.Issue)}
	for _, pt := range c.Points {
		x := pointView{}
		if pt.About != "" {
			l := s.rowLink(pt.About)
			x.About = &l
		}
		var spans []travaux.Span
		for _, st := range pt.Stances {
			x.Stances = append(x.Stances, heldView{s.stanceView(st.Position), dateOrNothing(st.From), dateOrNothing(st.Until)})
			spans = append(spans, st.Position.Spans...)
		}
		x.Words = s.quote(oneLine(pt.Words), spans...)
		v.Points = append(v.Points, x)
	}
	for _, p := range c.Undated {
		v.Others = append(v.Others, s.stanceView(p))
	}
	return v
}
