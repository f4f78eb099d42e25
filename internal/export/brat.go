package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/travaux/travaux"
)

// Brat writes the attributions of a reading as brat standoff: a Source, a Cue
// and a Content per attribution and an event at the cue. Offsets are code
// points. Joint speakers form one Source, and quotations that go on for the
// speaker of one cue one Content; an attribution whose cue lies inside another's
// content is left out, as is what has no cue.
func Brat(w io.Writer, g *travaux.Reading) error {
	b := bratWriter{w: bufio.NewWriter(w), text: g.Report.Text, points: newPoints(g.Report.Text)}
	for _, a := range outermost(g.Statements) {
		b.attribution(a)
	}
	if err := b.w.Flush(); err != nil {
		return fmt.Errorf("write brat of %q: %w", g.Report.File, err)
	}
	return nil
}

// attribution is one or several statements with the same cue.
type attribution struct {
	source  []travaux.Span
	cue     travaux.Span
	content []travaux.Span
}

// outermost joins statements with the same cue, of joint speakers or of words
// that go on, and drops those reported inside another's content.
func outermost(stmts []travaux.Statement) []attribution {
	var list []attribution
	for _, s := range stmts {
		if s.Cue == nil || len(s.Content) == 0 || s.Attribution == travaux.ByOutlet && s.Source == nil {
			continue
		}
		a := attribution{cue: *s.Cue, content: s.Content}
		if s.Source != nil {
			a.source = []travaux.Span{*s.Source}
		}
		same := slices.IndexFunc(list, func(b attribution) bool {
			return b.cue == a.cue
		})
		if same < 0 {
			a.content = slices.Clone(a.content)
			list = append(list, a)
			continue
		}
		list[same].source = joined(list[same].source, a.source)
		list[same].content = joined(list[same].content, a.content)
	}
	return slices.DeleteFunc(slices.Clone(list), func(a attribution) bool {
		return slices.ContainsFunc(list, func(b attribution) bool {
			return slices.ContainsFunc(b.content, func(c travaux.Span) bool { return c.Contains(a.cue) })
		})
	})
}

// joined adds to a the spans of b that it lacks.
func joined(a, b []travaux.Span) []travaux.Span {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

type bratWriter struct {
	w      *bufio.Writer
	text   string
	points points
	t, e   int
}

func (b *bratWriter) attribution(a attribution) {
	args := ""
	if len(a.source) > 0 {
		args += fmt.Sprintf(" Source:T%d", b.bound("Source", a.source))
	}
	args += fmt.Sprintf(" Cue:T%d", b.bound("Cue", []travaux.Span{a.cue}))
	args += fmt.Sprintf(" Content:T%d", b.bound("Content", a.content))
	b.e++
	fmt.Fprintf(b.w, "E%d\tAttribution:T%d%s\n", b.e, b.bound("Attribution", []travaux.Span{a.cue}), args)
}

// bound writes a text-bound annotation and returns its number.
func (b *bratWriter) bound(label string, spans []travaux.Span) int {
	var at, words []string
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(x, y travaux.Span) int { return x.Start - y.Start })
	for _, s := range spans {
		for _, p := range withoutBreaks(b.text, s) {
			at = append(at, fmt.Sprintf("%d %d", b.points.at(p.Start), b.points.at(p.End)))
			words = append(words, p.Quote)
		}
	}
	b.t++
	fmt.Fprintf(b.w, "T%d\t%s %s\t%s\n", b.t, label, strings.Join(at, ";"), strings.Join(words, " "))
	return b.t
}

// withoutBreaks splits a span at line breaks.
func withoutBreaks(text string, s travaux.Span) []travaux.Span {
	var out []travaux.Span
	for start := s.Start; start < s.End; {
		end := s.End
		if i := strings.IndexAny(text[start:s.End], "\r\n"); i >= 0 {
			end = start + i
		}
		if end > start {
			out = append(out, travaux.SpanOf(text, start, end))
		}
		start = end + 1
	}
	return out
}

// points converts byte offsets to code points. It keeps the count at every
// 256th byte, so that a conversion reads at most that many.
type points struct {
	text  string
	every []int
}

const pointsStep = 256

func newPoints(text string) points {
	p := points{text: text}
	n := 0
	for i := 0; i < len(text); i += pointsStep {
		p.every = append(p.every, n)
		n += starts(text[i:min(i+pointsStep, len(text))])
	}
	return p
}

// at returns the number of code points before a byte offset.
func (p points) at(offset int) int {
	if len(p.every) == 0 {
		return 0
	}
	i := min(offset/pointsStep, len(p.every)-1)
	return p.every[i] + starts(p.text[i*pointsStep:offset])
}

// starts counts the bytes that begin a code point.
func starts(s string) int {
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}
