package dossier

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/analysis"
)

// maxEdges is how many edges are drawn; the table has all.
const maxEdges = 90

// networkView is who is said to have consulted or passed over whom.
type networkView struct {
	Date    string
	Drawing template.HTML
	Left    int // edges that are not drawn
	Nodes   int
	Edges   []edgeView
}

type edgeView struct {
	By, Who   link
	How       string
	Topics    []string
	About     []link
	First     string
	Href      string // of a row of the page of consultations
	Reports   int
	Cites     []cite
	SenseName string
}

func (s *Site) layOutNetwork() {
	s.addPage(page{path: "network.html", title: "Consultation network", template: "network", body: func() any { return s.network(s.view.Network()) }})
}

func (s *Site) network(n analysis.Network) networkView {
	v := networkView{Date: dateOrNothing(s.view.Date), Nodes: len(n.Nodes)}
	for _, e := range n.Edges {
		v.Edges = append(v.Edges, s.edgeView(e))
	}
	drawn := slices.Clone(n.Edges)
	if len(drawn) > maxEdges {
		slices.SortStableFunc(drawn, func(a, b analysis.Edge) int { return cmp.Compare(b.Reports, a.Reports) })
		v.Left, drawn = len(drawn)-maxEdges, drawn[:maxEdges]
	}
	if len(drawn) > 0 {
		v.Drawing = template.HTML(s.drawNetwork(drawn)) //nolint:gosec // every word in it is escaped
	}
	return v
}

func (s *Site) edgeView(e analysis.Edge) edgeView {
	v := edgeView{
		By: s.actor(e.By), Who: s.actor(e.Who), How: consultationWords(e.Relation, e.Polarity), First: dateOrNothing(e.First),
		Reports: e.Reports, Cites: s.cites(e.Spans, e.SupportedBy), SenseName: senseOf(e.Sense).words,
	}
	for _, t := range e.Topics {
		v.Topics = append(v.Topics, s.quote(oneLine(t), e.Spans...))
	}
	for _, id := range e.About {
		v.About = append(v.About, s.rowLink(id))
	}
	if len(e.Rows) > 0 {
		v.Href = s.href[e.Rows[0]]
	}
	return v
}

// sense says how an edge is drawn and named.
type sense struct {
	senses []analysis.Sense
	class  string
	words  string
}

// senses are the kinds of edge, in the order of the legend.
var senses = [...]sense{
	{[]analysis.Sense{analysis.LetIn}, "let-in", "consulted, told or in contact"},
	{[]analysis.Sense{analysis.PartlyLetIn}, "partly", "partly"},
	{[]analysis.Sense{analysis.PassedOver}, "passed-over", "not consulted, not told"},
	{[]analysis.Sense{analysis.PlannedSense, analysis.DemandedIn, analysis.NotAnswered}, "open-edge", "planned, demanded or not answered"},
}

func senseOf(x analysis.Sense) sense {
	for _, s := range senses {
		if slices.Contains(s.senses, x) {
			return s
		}
	}
	return senses[0]
}

// Measures of the drawing: rows in CSS pixels, columns in percent of the width,
// so that its letters keep their size on a phone.
const (
	networkRow   = 30
	networkTop   = 40
	networkLeft  = 36.0
	networkRight = 64.0
)

// side is a column of names.
type side struct {
	ids []string
	at  map[string]int
}

func newSide(ids []string) side {
	out := side{at: map[string]int{}}
	for _, id := range ids {
		if _, ok := out.at[id]; !ok {
			out.at[id] = len(out.ids)
			out.ids = append(out.ids, id)
		}
	}
	return out
}

// y is the middle of a name's row in a drawing of n rows: the shorter column
// is spread over the height.
func (c side) y(id string, n int) float64 {
	return networkTop + networkRow*float64(n)/float64(len(c.ids))*(float64(c.at[id])+0.5)
}

// drawNetwork draws who consults on the left and who is consulted on the right.
// Somebody who does both stands on both sides.
func (s *Site) drawNetwork(edges []analysis.Edge) string {
	var bys, whos []string
	for _, e := range edges {
		bys, whos = append(bys, e.By), append(whos, e.Who)
	}
	left := newSide(bys)
	right := newSide(s.untangled(edges, left, unique(whos)))
	n := max(len(left.ids), len(right.ids))
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="network" width="100%%" height="%d" role="img" aria-labelledby="net-title net-desc" focusable="false">`, networkTop+n*networkRow+8)
	fmt.Fprintf(&b, `<title id="net-title">%s</title>`, count(len(edges), "pair", "pairs")+" of who consults and who is consulted")
	b.WriteString(`<desc id="net-desc">On the left who consults or tells, on the right who is consulted or told, a line for each pair. The table below the drawing holds the same with its words.</desc>`)
	b.WriteString(`<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>`)
	for i, words := range [...]string{"by", "who"} {
		fmt.Fprintf(&b, `<text class="tick" x="%g%%" y="16" text-anchor="%s">%s</text>`, [...]float64{networkLeft, networkRight}[i], [...]string{"end", "start"}[i], words)
	}
	b.WriteByte('\n')
	beside := map[[2]string]float64{} // lines of one pair stand apart
	for _, e := range edges {
		k, key := senseOf(e.Sense), [2]string{e.By, e.Who}
		apart := beside[key]
		beside[key] += 5
		fmt.Fprintf(&b, `<g><title>%s: %s (%s)</title><line class="%s" x1="%g%%" x2="%g%%" y1="%.1f" y2="%.1f" marker-end="url(#tip)"/></g>`+"\n",
			html.EscapeString(s.actor(e.By).Text), html.EscapeString(s.actor(e.Who).Text), html.EscapeString(consultationWords(e.Relation, e.Polarity)),
			k.class, networkLeft+1, networkRight-1, left.y(e.By, n)+apart, right.y(e.Who, n)+apart)
	}
	for _, c := range [...]struct {
		side
		x      float64
		anchor string
	}{{left, networkLeft, "end"}, {right, networkRight, "start"}} {
		for _, id := range c.ids {
			name := cmp.Or(s.actor(id).Text, "by whom is not said")
			y := c.y(id, n) + 5
			fmt.Fprintf(&b, `<text class="what wide" x="%g%%" y="%.1f" text-anchor="%s"><title>%s</title>%s</text>`, c.x, y, c.anchor, html.EscapeString(name), html.EscapeString(clip(name, 40)))
			fmt.Fprintf(&b, `<text class="what narrow" x="%g%%" y="%.1f" text-anchor="%s">%s</text>`+"\n", c.x, y, c.anchor, html.EscapeString(clip(name, 17)))
		}
	}
	b.WriteString(`</svg>`)
	return b.String()
}

// untangled orders the right column by where its lines come from, so that few
// of them cross.
func (s *Site) untangled(edges []analysis.Edge, left side, whos []string) []string {
	sum, n := map[string]int{}, map[string]int{}
	for _, e := range edges {
		sum[e.Who] += left.at[e.By]
		n[e.Who]++
	}
	slices.SortStableFunc(whos, func(a, b string) int {
		return cmp.Or(cmp.Compare(sum[a]*n[b], sum[b]*n[a]), cmp.Compare(s.actor(a).Text, s.actor(b).Text), cmp.Compare(a, b))
	})
	return whos
}
