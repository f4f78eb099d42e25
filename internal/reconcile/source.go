package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// source is a report in its place among the others.
type source struct {
	*Sketch
	n      int // place in the record's order
	id     string
	file   string
	outlet string           // its name, folded
	when   travaux.Interval // document time
	dated  bool
	// origin is the report of which this one is a copy or a later version,
	// itself when it is neither.
	origin string

	actorIDs []localID // by local id, once actors are merged
}

func newSource(k *Sketch) *source {
	r := k.Report
	s := &source{Sketch: k, id: r.ID, file: r.File, outlet: foldOutlet(r.Outlet.Value)}
	if iv, err := r.Date.EDTF.Interval(); err == nil && r.Date.EDTF != "" {
		s.when, s.dated = iv, true
	}
	return s
}

// newSources orders reports by document time, undated ones last, then by file
// and id, so that nothing hangs on the order of arrival.
func newSources(sketches []*Sketch) []*source {
	out := make([]*source, len(sketches))
	for i, k := range sketches {
		out[i] = newSource(k)
	}
	slices.SortFunc(out, compareSources)
	for i, s := range out {
		s.n = i
	}
	return out
}

// unsketched are readings as sources of which nothing is looked at but the report.
func unsketched(readings []*travaux.Reading) []*source {
	sketches := make([]*Sketch, len(readings))
	for i, r := range readings {
		sketches[i] = &Sketch{Reading: r}
	}
	return newSources(sketches)
}

func compareSources(a, b *source) int {
	if a.dated != b.dated {
		if a.dated {
			return -1
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(a.when.Lo, b.when.Lo),
		cmp.Compare(a.when.Hi, b.when.Hi),
		strings.Compare(a.file, b.file),
		strings.Compare(a.id, b.id),
	)
}

// setOrigins follows copies and versions to the first of them.
func setOrigins(sources []*source, copyOf, versionOf map[string]string) {
	for _, s := range sources {
		s.origin = s.id
		for range 4 { // a version of a copy of a version; the limit ends a circle
			if o := cmp.Or(copyOf[s.origin], versionOf[s.origin]); o != "" {
				s.origin = o
			}
		}
	}
}

// span fills in the report, the file and, where it is missing, the quotation.
func (s *source) span(sp travaux.Span) travaux.Span {
	sp.Report, sp.File = s.id, s.file
	if sp.Quote == "" && sp.Start >= 0 && sp.Start < sp.End && sp.End <= len(s.Report.Text) {
		sp.Quote = s.Report.Text[sp.Start:sp.End]
	}
	return sp
}

func (s *source) spans(in []travaux.Span) []travaux.Span {
	out := make([]travaux.Span, 0, len(in))
	for _, sp := range in {
		out = append(out, s.span(sp))
	}
	return out
}

// stretch returns the span from start to end of the report's text, as far as
// it is in it.
func (s *source) stretch(start, end int) travaux.Span {
	n := len(s.Report.Text)
	end = min(max(end, 0), n)
	start = min(max(start, 0), end)
	return s.span(travaux.SpanOf(s.Report.Text, start, end))
}

// anchor is the words that stand for the whole report: its headline, else its
// first prose, else its first line with anything on it.
func (s *source) anchor() travaux.Span {
	r := s.Report
	if h := r.Headline; h.End > h.Start && h.End <= len(r.Text) {
		return s.stretch(h.Start, h.End)
	}
	for _, b := range r.Blocks {
		if b.End > b.Start {
			return s.firstLine(b.Start, b.End)
		}
	}
	trimmed := strings.TrimLeft(r.Text, " \t\r\n")
	return s.firstLine(len(r.Text)-len(trimmed), len(r.Text))
}

func (s *source) firstLine(start, end int) travaux.Span {
	if i := strings.IndexByte(s.Report.Text[start:end], '\n'); i > 0 {
		end = start + i
	}
	return s.stretch(start, end)
}

// orderSpans sorts spans by report and place and drops repetitions.
func orderSpans(in []travaux.Span) []travaux.Span {
	out := slices.Clone(in)
	slices.SortFunc(out, compareSpans)
	out = slices.CompactFunc(out, func(a, b travaux.Span) bool { return a == b })
	if out == nil {
		out = []travaux.Span{}
	}
	return out
}

func compareSpans(a, b travaux.Span) int {
	return cmp.Or(
		strings.Compare(a.File, b.File), strings.Compare(a.Report, b.Report),
		cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
	)
}

// orderIDs sorts strings and drops repetitions; the result is never nil.
func orderIDs(in []string) []string {
	out := slices.Clone(in)
	slices.Sort(out)
	out = slices.Compact(out)
	if out == nil {
		out = []string{}
	}
	return out
}
