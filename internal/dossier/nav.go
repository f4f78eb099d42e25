package dossier

import (
	"slices"
	"strings"
)

// navigation is the parts of the dossier in their order, each with its pages.
// A page that is not in it belongs to the entry its section names.
var navigation = [...]navPart{
	{"Overview", []navItem{{Label: "Summary", Href: "index.html"}, {Label: "Indicators", Href: "indicators.html"}}},
	{"Questions", []navItem{{Label: "All questions", Href: "questions.html"}}},
	{"Events", []navItem{{Label: "Timeline", Href: "timeline.html"}, {Label: "Calendar", Href: "calendar.html"}, {Label: "Each event", Href: "events.html"}}},
	{"Texts", []navItem{{Label: "Texts on the table", Href: "plans.html"}, {Label: "Versions compared", Href: "versions.html"}, {Label: "Beside demands", Href: "closeness.html"}}},
	{"Positions", []navItem{{Label: "Positions", Href: "positions.html"}, {Label: "In reach", Href: "reach.html"}, {Label: "Over time", Href: "changes.html"}}},
	{"Consultations", []navItem{{Label: "Network", Href: "network.html"}, {Label: "Each consultation", Href: "consultations.html"}}},
	{"Forecasts", []navItem{{Label: "Forecasts", Href: "forecasts.html"}}},
	{"Differences", []navItem{{Label: "Where reports differ", Href: "differences.html"}}},
	{"Sources", []navItem{{Label: "Sources behind each fact", Href: "sources.html"}, {Label: "Who reported first", Href: "first.html"}}},
	{"Actors", []navItem{{Label: "Who acts or speaks", Href: "actors.html"}, {Label: "Who negotiates", Href: "negotiators.html"}, {Label: "Little told", Href: "few.html"}, {Label: "Merely named", Href: "named.html"}}},
	{"Reports", []navItem{{Label: "Reports", Href: "reports.html"}, {Label: "Statements", Href: "statements.html"}}},
}

type navPart struct {
	label string
	pages []navItem
}

// frame is what the layout prints around a page's body.
type frame struct {
	Title   string
	Site    string
	Path    string
	Version string
	AsOf    string
	Nav     []navItem
	Sub     []navItem // the pages of this part, where it has several
	Pages   []navItem // of a list that was split
	Home    bool
	Body    any
}

type navItem struct {
	Label, Href string
	Here        bool // the page itself
	Within      bool // a page of this entry
}

func (n navItem) on(p page) navItem {
	n.Here, n.Within = n.Href == p.path, n.Href == p.section && p.siblings != nil
	return n
}

func (s *Site) frame(p page) frame {
	f := frame{
		Title: p.title, Site: s.title, Path: p.path, Version: s.data.Options.Version,
		AsOf: s.asOf(), Home: p.path == "index.html", Body: p.body(),
	}
	for _, part := range navigation {
		if _, ok := s.byPath[part.pages[0].Href]; !ok {
			continue
		}
		n := navItem{Label: part.label, Href: part.pages[0].Href}.on(p)
		if slices.ContainsFunc(part.pages, func(x navItem) bool { return x.Href == p.section }) {
			n.Within = true
			for _, x := range s.subPages(part) {
				f.Sub = append(f.Sub, x.on(p))
			}
		}
		f.Nav = append(f.Nav, n)
	}
	if len(f.Sub) < 2 {
		f.Sub = nil
	}
	f.Pages = pageLinks(p)
	return f
}

// How many pages of a list are all linked, and of more how many on each side.
const (
	maxPages  = 15
	nearPages = 4
)

// pageLinks lead to the pages of a list that was split: of many to the first, the
// last and those around this one. A gap has no address.
func pageLinks(p page) []navItem {
	n, here := len(p.siblings), slices.Index(p.siblings, p.path)
	var out []navItem
	for i, path := range p.siblings {
		switch {
		case n <= maxPages, i == 0, i == n-1, i >= here-nearPages && i <= here+nearPages:
			out = append(out, navItem{Label: pageNumber(i), Href: path, Here: path == p.path})
		case out[len(out)-1].Href != "":
			out = append(out, navItem{Label: "…"})
		}
	}
	return out
}

// subPages are the pages of a part: those of the questions hang on who asks.
func (s *Site) subPages(part navPart) []navItem {
	pages := slices.DeleteFunc(slices.Clone(part.pages), func(x navItem) bool { return !s.has(x.Href) })
	if part.label != "Questions" {
		return pages
	}
	for _, p := range s.pages {
		if p.section == pages[0].Href && p.path != p.section {
			pages = append(pages, navItem{Label: p.title, Href: p.path})
		}
	}
	return pages
}

// has reports whether the site has a page: one of few actors has none that
// they share.
func (s *Site) has(path string) bool {
	_, ok := s.byPath[path]
	return ok
}

// asOf says, in words, to which dates the record was cut; "" for neither.
func (s *Site) asOf() string {
	var parts []string
	if d := s.rec.Negotiation.AsOf; d != "" {
		parts = append(parts, "as of "+dateWords(d))
	}
	if d := s.rec.Negotiation.KnownBy; d != "" {
		parts = append(parts, "from what was published by "+dateWords(d))
	}
	return strings.Join(parts, ", ")
}
