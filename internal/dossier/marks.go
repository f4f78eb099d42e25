package dossier

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/travaux/travaux"
)

// mark is a passage of a report that some page cites.
type mark struct {
	start, end int
	// quiet passages have an anchor and no tint.
	quiet bool
}

func (m mark) id() string { return anchor(travaux.Span{Start: m.start, End: m.end}) }

// marksOf returns the distinct passages of uses that lie in text, outer ones
// before inner ones.
func marksOf(text string, uses []use) []mark {
	var out []mark
	at := map[[2]int]int{}
	for _, u := range uses {
		k := [2]int{u.span.Start, u.span.End}
		if u.span.Check(text) != nil || !onRunes(text, k[0], k[1]) {
			continue
		}
		i, ok := at[k]
		if !ok {
			i, at[k] = len(out), len(out)
			out = append(out, mark{start: k[0], end: k[1], quiet: true})
		}
		if !u.quiet() {
			out[i].quiet = false
		}
	}
	slices.SortStableFunc(out, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return out
}

func onRunes(text string, start, end int) bool {
	return start < end && utf8.RuneStart(text[start]) && (end == len(text) || utf8.RuneStart(text[end]))
}

// marker writes stretches of one report's text as HTML with its passages
// marked. Passages may nest, cross each other and run over several stretches;
// elements cannot cross, so that a passage is closed and opened again where it
// must be, and its first part carries the anchor.
type marker struct {
	text  string
	marks []mark // as marksOf returns them
	next  int    // first mark that no stretch has reached
	live  []mark // reached, and not ended before the last stretch
	named map[string]bool
}

// write returns text[from:to]. Stretches must be asked for in text order.
func (m *marker) write(from, to int) string {
	m.live = slices.DeleteFunc(m.live, func(k mark) bool { return k.end <= from })
	for m.next < len(m.marks) && m.marks[m.next].start < to {
		if k := m.marks[m.next]; k.end > from {
			m.live = append(m.live, k)
		}
		m.next++
	}
	var cuts []int
	for _, k := range m.live {
		cuts = append(cuts, max(k.start, from), min(k.end, to))
	}
	cuts = append(cuts, from, to)
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	var b strings.Builder
	var open []mark
	opened := 0 // marks of live that were opened
	for i, at := range cuts {
		open = m.closeAt(&b, open, at)
		for ; opened < len(m.live) && max(m.live[opened].start, from) <= at && at < to; opened++ {
			k := m.live[opened]
			m.open(&b, k)
			open = append(open, k)
		}
		if i+1 < len(cuts) {
			b.WriteString(html.EscapeString(m.text[at:cuts[i+1]]))
		}
	}
	for i := len(open) - 1; i >= 0; i-- {
		b.WriteString(open[i].closing())
	}
	return b.String()
}

// closeAt closes the marks that end at a place, with those opened within them,
// and opens again the ones that go on.
func (m *marker) closeAt(b *strings.Builder, open []mark, at int) []mark {
	first := slices.IndexFunc(open, func(k mark) bool { return k.end <= at })
	if first < 0 {
		return open
	}
	for i := len(open) - 1; i >= first; i-- {
		b.WriteString(open[i].closing())
	}
	kept := open[:first]
	for _, k := range open[first:] {
		if k.end > at {
			m.open(b, k)
			kept = append(kept, k)
		}
	}
	return kept
}

func (m *marker) open(b *strings.Builder, k mark) {
	b.WriteString(`<`)
	b.WriteString(k.element())
	if id := k.id(); !m.named[id] {
		m.named[id] = true
		b.WriteString(` id="` + id + `"`)
	}
	b.WriteString(`>`)
}

func (m mark) element() string {
	if m.quiet {
		return "span"
	}
	return "mark"
}

func (m mark) closing() string { return "</" + m.element() + ">" }
