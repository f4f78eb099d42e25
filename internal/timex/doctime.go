package timex

import (
	"sort"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// DocTime returns the document time: the report's own, or, where it has none,
// the interval that the text leaves. A date that something is said to have
// happened on is a lower bound, one that something is still to happen on an
// upper bound; bounds that cross leave it unknown. tx is what Find returned.
// Start and End are those of the words that bind.
func DocTime(doc *lang.Doc, report *travaux.Report, tx []travaux.Timex) travaux.DocTime {
	if report == nil {
		report = &travaux.Report{}
	}
	if report.Date.EDTF != "" {
		return report.Date
	}
	unknown := report.Date
	unknown.Basis = travaux.BasisUnknown
	var lo, hi *travaux.Timex
	var lower, upper travaux.Day
	g := theGrammar()
	var ws []word
	next := 0
	for _, p := range pieces(doc) {
		scanned := false
		for next < len(tx) && tx[next].Start < p.Start {
			next++
		}
		for ; next < len(tx) && tx[next].End <= p.End; next++ {
			t := &tx[next]
			iv, ok := bindingDate(t)
			if !ok {
				continue
			}
			if !scanned {
				ws = g.scan(ws[:0], doc.Text, p.Start, p.End, 0)
				align(ws, doc, p.first, p.last)
				scanned = true
			}
			first, last := wordsOf(ws, t)
			switch tenseAround(doc, ws, first, last) {
			case past:
				if lo == nil || iv.Lo > lower {
					lo, lower = t, iv.Lo
				}
			case future:
				if hi == nil || iv.Hi < upper {
					hi, upper = t, iv.Hi
				}
			}
		}
	}
	out := travaux.DocTime{Basis: travaux.BasisAnchored, Weekday: report.Date.Weekday}
	switch {
	case lo == nil && hi == nil, lo != nil && hi != nil && lower > upper:
		return unknown
	case hi == nil:
		out.EDTF, out.Start, out.End = lower.EDTF()+"/..", lo.Start, lo.End
	case lo == nil:
		out.EDTF, out.Start, out.End = "../"+upper.EDTF(), hi.Start, hi.End
	default:
		out.EDTF, out.Start, out.End = lower.EDTF()+"/"+upper.EDTF(), lo.Start, lo.End
	}
	return out
}

// bindingDate is the days of an expression that is fine enough to bind the
// document time: an explicit day or month of a year.
func bindingDate(t *travaux.Timex) (travaux.Interval, bool) {
	from, _, _ := strings.Cut(string(t.EDTF), "/")
	if t.Basis != travaux.BasisExplicit || t.Type != "DATE" && t.Type != "TIME" || len(from) < 7 {
		return travaux.Interval{}, false
	}
	iv, err := t.EDTF.Interval()
	if err != nil {
		return iv, false
	}
	lo, hi := iv.Open()
	if lo {
		return iv, false
	}
	if hi {
		iv.Hi = iv.Lo
	}
	return iv, iv.Days() <= 31
}

// wordsOf returns the range of the words of an expression.
func wordsOf(ws []word, t *travaux.Timex) (first, last int) {
	first = sort.Search(len(ws), func(i int) bool { return ws[i].end > t.Start })
	return first, sort.Search(len(ws), func(i int) bool { return ws[i].start >= t.End })
}
