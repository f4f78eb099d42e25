package dossier

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

const timelinePerPage = 120

// maxDrawn is how many events may be drawn before briefings and speeches are
// left to the table.
const maxDrawn = 60

// timelineView is a page of the timeline: a drawing, the same as a table, and
// what has no date.
type timelineView struct {
	Drawing template.HTML
	Left    int // events of the table that are not drawn
	Rows    []timelineRow
	Undated []eventView
}

type timelineRow struct {
	Event link
	Kind  string
	Stat  string
	Dates []value
}

func (s *Site) layOutTimeline() {
	var dated, undated []*travaux.Event
	for i := range s.rec.Events {
		x := &s.rec.Events[i]
		if eventDay(x) == never {
			undated = append(undated, x)
		} else {
			dated = append(dated, x)
		}
	}
	slices.SortStableFunc(dated, func(a, b *travaux.Event) int {
		return cmp.Or(cmp.Compare(eventDay(a), eventDay(b)), cmp.Compare(a.ID, b.ID))
	})
	all := append(slices.Clone(dated), undated...)
	s.addList("timeline", "Timeline", "timeline", len(all), timelinePerPage, func(_ string, from, to int) func() any {
		return func() any { return s.timeline(all[from:to], len(dated) > maxDrawn) }
	})
}

func (s *Site) timeline(list []*travaux.Event, leave bool) timelineView {
	var v timelineView
	var d drawing
	for _, x := range list {
		if eventDay(x) == never {
			v.Undated = append(v.Undated, s.eventView(x))
			continue
		}
		row := timelineRow{
			Event: s.rowLink(x.ID), Kind: capital(plain(string(x.Kind))), Stat: statusWords(string(x.Status)),
			Dates: s.field("", asDate, x.Dates).Values,
		}
		v.Rows = append(v.Rows, row)
		if heading, _ := eventGroup(x.Kind); leave && heading == spoken {
			v.Left++
			continue
		}
		d.add(row.Event.Text, x)
	}
	if len(d.rows) > 0 {
		v.Drawing = template.HTML(d.svg()) //nolint:gosec // every word in it is escaped by svg
	}
	return v
}

// drawing is a timeline to be drawn: one row an event, one bar a reported
// date. Across, it is laid out in percent of its width, so that it fits a
// phone and a desk without scaling its letters.
type drawing struct {
	rows   []drawnRow
	lo, hi travaux.Day // the window of days
}

type drawnRow struct {
	label string
	dates string
	bars  []bar
}

func (r drawnRow) height() int { return rowHeight + barStep*(max(1, len(r.bars))-1) }

type bar struct {
	travaux.Interval
	edtf   travaux.EDTF
	status travaux.EventStatus
}

// vague reports whether the date is less exact than a day, or marked so.
func (b bar) vague() bool { return b.Days() != 1 || strings.ContainsAny(string(b.edtf), "?~%") }

func (d *drawing) add(label string, x *travaux.Event) {
	row := drawnRow{label: label}
	var words []string
	for _, v := range x.Dates {
		iv, err := travaux.EDTF(v.Value).Interval()
		if err != nil || firstDay(travaux.EDTF(v.Value)) == never {
			continue
		}
		w := dateWords(travaux.EDTF(v.Value))
		if slices.Contains(words, w) {
			continue
		}
		words = append(words, w)
		row.bars = append(row.bars, bar{iv, travaux.EDTF(v.Value), x.Status})
	}
	row.dates = strings.Join(words, "; ")
	d.rows = append(d.rows, row)
}

// window sets the days drawn. Dates far from most others would squeeze the
// rest into a line, so a window much wider than what holds four in five of the
// ends is cut to that; what lies outside is drawn as an arrow at the edge.
func (d *drawing) window() {
	var ends []travaux.Day
	for _, r := range d.rows {
		for _, b := range r.bars {
			lo, hi := b.Open()
			if !lo {
				ends = append(ends, b.Lo)
			}
			if !hi {
				ends = append(ends, b.Hi)
			}
		}
	}
	slices.Sort(ends)
	n := len(ends)
	d.lo, d.hi = ends[0], ends[n-1]
	if inner := ends[n-1-n/10] - ends[n/10]; n >= 10 && d.hi-d.lo > 400 && d.hi-d.lo > 3*inner {
		d.lo, d.hi = ends[n/10], ends[n-1-n/10]
	}
	pad := max(1, (d.hi-d.lo)/40)
	d.lo, d.hi = d.lo-pad, d.hi+pad
}

// x is where a day begins, in percent of the width; half a percent is left at
// either edge for the arrows.
func (d *drawing) x(day travaux.Day) float64 {
	f := float64(day-d.lo) / float64(d.hi+1-d.lo)
	return 0.5 + 99*min(1, max(0, f))
}

// Measures of the drawing, in CSS pixels.
const (
	axisHeight = 34
	rowHeight  = 46 // with one bar
	barTop     = 27
	barHeight  = 9
	barStep    = 12 // from one bar of a row to the next
)

func (d *drawing) svg() string {
	d.window()
	var b strings.Builder
	height := axisHeight
	for _, r := range d.rows {
		height += r.height()
	}
	fmt.Fprintf(&b, `<svg class="timeline" width="100%%" height="%d" role="img" aria-labelledby="tl-title tl-desc" focusable="false">`, height)
	fmt.Fprintf(&b, `<title id="tl-title">%s from %s to %s</title>`, count(len(d.rows), "event", "events"),
		dateWords(d.lo.EDTF()), dateWords(d.hi.EDTF()))
	b.WriteString(`<desc id="tl-desc">One row for each event, one bar for each date reported for it. The table below the drawing holds the same.</desc>`)
	d.axis(&b, height)
	y := axisHeight
	for _, row := range d.rows {
		fmt.Fprintf(&b, `<g><title>%s: %s</title>`, html.EscapeString(row.label), html.EscapeString(row.dates))
		fmt.Fprintf(&b, `<line class="rule" x1="0" x2="100%%" y1="%d" y2="%d"/>`, y, y)
		fmt.Fprintf(&b, `<text class="what wide" x="0" y="%d">%s <tspan class="when" dx="6">%s</tspan></text>`,
			y+18, html.EscapeString(clip(row.label, 84)), html.EscapeString(clip(row.dates, 40)))
		fmt.Fprintf(&b, `<text class="what narrow" x="0" y="%d">%s</text>`, y+18, html.EscapeString(clip(row.label, 44)))
		for j, bar := range row.bars {
			d.bar(&b, bar, y+barTop+j*barStep)
		}
		b.WriteString("</g>\n")
		y += row.height()
	}
	b.WriteString(`</svg>`)
	return b.String()
}

// clip cuts words to n characters.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimRight(string(r[:n-1]), " ") + "…"
}

func (d *drawing) bar(b *strings.Builder, v bar, y int) {
	openLo, openHi := v.Open()
	lo, hi := v.Lo, v.Hi
	if openLo || lo < d.lo {
		lo, openLo = d.lo, true
	}
	if openHi || hi > d.hi {
		hi, openHi = d.hi, true
	}
	class := "bar"
	if v.vague() {
		class += " vague"
	}
	switch v.status {
	case travaux.Happened, travaux.UnderWay, travaux.Absent:
	default:
		class += " planned"
	}
	x1, x2 := d.x(lo), d.x(hi+1)
	fmt.Fprintf(b, `<rect class="%s" x="%.2f%%" width="%.2f%%" y="%d" height="%d" rx="2" data-date="%s"/>`,
		class, x1, max(x2-x1, 0.1), y, barHeight, html.EscapeString(string(v.edtf)))
	mid := y + barHeight/2
	if openLo {
		fmt.Fprintf(b, `<svg x="%.2f%%" y="%d" width="1" height="1" overflow="visible"><path class="open" d="M6 -6L-1 0L6 6"/></svg>`, x1, mid)
	}
	if openHi {
		fmt.Fprintf(b, `<svg x="%.2f%%" y="%d" width="1" height="1" overflow="visible"><path class="open" d="M-6 -6L1 0L-6 6"/></svg>`, x2, mid)
	}
}

// axis draws the ticks: days, months or years, at most about six of them.
func (d *drawing) axis(b *strings.Builder, height int) {
	for _, t := range d.ticks() {
		x := d.x(t.day)
		fmt.Fprintf(b, `<line class="tick" x1="%.2f%%" x2="%.2f%%" y1="20" y2="%d"/>`, x, x, height)
		at := "middle"
		if x < 8 {
			at = "start"
		} else if x > 92 {
			at = "end"
		}
		fmt.Fprintf(b, `<text class="tick" x="%.2f%%" y="14" text-anchor="%s">%s</text>`, x, at, t.label)
	}
	b.WriteByte('\n')
}

type tick struct {
	day   travaux.Day
	label string
}

const maxTicks = 5

func (d *drawing) ticks() []tick {
	var out []tick
	span := int(d.hi - d.lo)
	switch {
	case span <= 62:
		step := 1
		for _, n := range [...]int{1, 2, 7, 14} {
			if step = n; span/n <= maxTicks {
				break
			}
		}
		for day := d.lo; day <= d.hi; day++ {
			if int(day-d.lo)%step == 0 {
				_, m, n := day.Date()
				out = append(out, tick{day, fmt.Sprintf("%d %s", n, m.String()[:3])})
			}
		}
	case span <= 800:
		step := 1 + span/30/(maxTicks+1)
		y, m, _ := d.lo.Date()
		for i := int(m); ; i += step {
			day := travaux.DayOf(y, i+1, 1)
			if day > d.hi {
				break
			}
			yy, mm, _ := day.Date()
			out = append(out, tick{day, fmt.Sprintf("%s %d", mm.String()[:3], yy)})
		}
	default:
		y1, _, _ := d.lo.Date()
		y2, _, _ := d.hi.Date()
		step := 1 + (y2-y1)/(maxTicks+1)
		for y := y1 + 1; y <= y2; y += step {
			out = append(out, tick{travaux.DayOf(y, 1, 1), fmt.Sprint(y)})
		}
	}
	return out
}
