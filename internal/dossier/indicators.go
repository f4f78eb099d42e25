package dossier

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

// indicatorView is a count over time with its definition.
type indicatorView struct {
	Anchor     string
	Label      string
	Definition string
	Now        string
	None       bool // nothing was counted: the words are headlines of reports looked through
	Cites      []cite
	Drawing    template.HTML
	Href       string // where it is told in full
	HrefText   string
	Weeks      []weekView
}

type weekView struct {
	Week, Value string
	Cites       []cite
}

// maxWeekCites is how many passages a week quotes.
const maxWeekCites = 2

func (s *Site) layOutIndicators() {
	list := s.view.Indicators()
	s.addPage(page{path: "indicators.html", title: "Indicators", template: "indicators", body: func() any {
		v := struct {
			Date       string
			Indicators []indicatorView
		}{Date: dateOrNothing(s.view.Date)}
		for _, x := range list {
			v.Indicators = append(v.Indicators, s.indicatorView(x))
		}
		return v
	}})
	for _, x := range list {
		if len(x.Weeks) == 0 {
			continue
		}
		s.addPage(page{path: weeksPath(x), title: capital(x.Label), section: "indicators.html", template: "weeks", body: func() any {
			v := s.indicatorView(x)
			for _, c := range x.Weeks {
				v.Weeks = append(v.Weeks, weekView{"week of " + dateWords(c.Week), countWords(c, x.Share), s.cites(c.Spans[:min(len(c.Spans), maxWeekCites)], c.SupportedBy)})
			}
			return v
		}})
	}
}

func weeksPath(x analysis.Indicator) string { return "indicator-" + slug(plainID(x.ID)) + ".html" }

func plainID(id string) string { return strings.ReplaceAll(id, ".", "-") }

func (s *Site) indicatorView(x analysis.Indicator) indicatorView {
	v := indicatorView{
		Anchor: plainID(x.ID), Label: capital(x.Label), Definition: x.Definition, Now: countWords(x.Now, x.Share), None: x.Now.N == 0,
		Cites: s.cites(x.Now.Spans[:min(len(x.Now.Spans), 3)], x.Now.SupportedBy),
	}
	switch {
	case len(x.Weeks) > 0:
		v.Href, v.HrefText = weeksPath(x), "Week by week, with the words"
	case strings.HasPrefix(x.ID, "reach."):
		v.Href, v.HrefText = "reach.html", "Issue by issue, with the words"
	}
	if len(x.Weeks) > 1 {
		v.Drawing = template.HTML(drawWeeks(x)) //nolint:gosec // numbers, dates and words of our own
	}
	return v
}

// countWords puts a count in words; a share says of how many.
func countWords(c analysis.Count, share bool) string {
	switch {
	case !share:
		return number(c.N)
	case c.Of == 0:
		return "none of none"
	}
	return fmt.Sprintf("%s of %s, %d %%", number(c.N), number(c.Of), (200*c.N+c.Of)/(2*c.Of))
}

// Measures of a chart, in CSS pixels.
const (
	chartHeight = 96
	chartTop    = 16
	chartBottom = 20
)

// drawWeeks draws one bar a week, at its place in time: an empty place is a
// week without a report, a bar of no height one of which nothing was counted.
func drawWeeks(x analysis.Indicator) string {
	first, _ := x.Weeks[0].Week.Interval()
	last, _ := x.Weeks[len(x.Weeks)-1].Week.Interval()
	weeks := int(last.Lo-first.Lo)/7 + 1
	top := 0
	for _, c := range x.Weeks {
		top = max(top, c.N)
	}
	if x.Share {
		top = 100
	}
	top = max(top, 1)
	var b strings.Builder
	id := "chart-" + plainID(x.ID)
	fmt.Fprintf(&b, `<svg class="chart" width="100%%" height="%d" role="img" aria-labelledby="%s" focusable="false"><title id="%s">%s by week, from %s to %s</title>`,
		chartHeight, id, id, capital(x.Label), dateWords(x.Weeks[0].Week), dateWords(x.Weeks[len(x.Weeks)-1].Week))
	room := chartHeight - chartTop - chartBottom
	for _, t := range [...]struct {
		n, y int
	}{{top, chartTop}, {0, chartTop + room}} {
		unit := ""
		if x.Share {
			unit = " %"
		}
		fmt.Fprintf(&b, `<line class="tick" x1="0" x2="100%%" y1="%d" y2="%d"/><text class="tick" x="100%%" y="%d" text-anchor="end">%d%s</text>`, t.y, t.y, t.y-3, t.n, unit)
	}
	width := 94.0 / float64(weeks)
	for _, c := range x.Weeks {
		iv, _ := c.Week.Interval()
		n := c.N
		if x.Share {
			n = 0
			if c.Of > 0 {
				n = 100 * c.N / c.Of
			}
		}
		h := float64(room*n) / float64(top)
		fmt.Fprintf(&b, `<g><title>week of %s: %s</title><rect class="bar" x="%.2f%%" width="%.2f%%" y="%.1f" height="%.1f"/></g>`,
			dateWords(c.Week), countWords(c, x.Share), float64(int(iv.Lo-first.Lo)/7)*width, max(width*0.8, 0.15), float64(chartTop+room)-max(h, 1), max(h, 1))
	}
	for _, at := range []struct {
		x, anchor string
		d         travaux.Day
	}{{"0", "start", first.Lo}, {"94%", "end", last.Lo}} {
		fmt.Fprintf(&b, `<text class="tick" x="%s" y="%d" text-anchor="%s">%s</text>`, at.x, chartHeight-5, at.anchor, dateWords(at.d.EDTF()))
	}
	b.WriteString(`</svg>`)
	return b.String()
}
