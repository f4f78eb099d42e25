package timex

import (
	"sort"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// Find returns the time expressions and the quantities of a document, in text
// order. Offsets are bytes into doc.Text. Dates that lean on the document time
// are resolved against report.Date; where that is unknown they stay
// unspecified. A nil report is one of which nothing is known.
func Find(doc *lang.Doc, report *travaux.Report) ([]travaux.Timex, []travaux.Quantity) {
	var at anchorage
	id := ""
	if report != nil {
		at, id = anchorOn(report.Date), report.ID
	}
	g := theGrammar()
	names := namesIn(doc.Text)
	var ws []word
	var tx []travaux.Timex
	var qs []travaux.Quantity
	for _, p := range pieces(doc) {
		ws = g.scan(ws[:0], doc.Text, p.Start, p.End, names)
		align(ws, doc, p.first, p.last)
		ws = foldNumbers(ws)
		for _, p := range g.passes {
			ws = p.fold(ws)
		}
		for i := range ws {
			if ws[i].is(cDate | cTime | cDur | cSet) {
				tx = append(tx, at.timex(doc, id, ws, i))
			}
		}
		qs = quantities(qs, doc, id, ws)
	}
	sort.SliceStable(tx, func(i, j int) bool { return tx[i].Start < tx[j].Start })
	return tx, qs
}

// piece is a stretch that no expression crosses, with its tokens.
type piece struct {
	lang.Span
	first, last int
}

// pieces are the sentences; without any, the blocks; without those, the text.
func pieces(doc *lang.Doc) []piece {
	var ps []piece
	for _, s := range doc.Sents {
		ps = append(ps, piece{s.Span, s.First, s.Last})
	}
	if ps == nil {
		for _, b := range doc.Blocks {
			ps = append(ps, piece{Span: b.Span})
		}
	}
	if ps == nil && doc.Text != "" {
		ps = append(ps, piece{Span: lang.Span{End: len(doc.Text)}})
	}
	return ps
}

// timex writes the folded word ws[i].
func (a *anchorage) timex(doc *lang.Doc, report string, ws []word, i int) travaux.Timex {
	w := &ws[i]
	span := travaux.SpanOf(doc.Text, w.start, w.end)
	r := a.resolve(w.mean, tenseAt(doc, ws, i))
	if r.point.grain != noGrain && w.mean.kind != kHoliday {
		a.prev = r.point
	}
	t := travaux.Timex{
		ID: travaux.SpanID("x", report, span.Start, span.End), Span: span,
		Value: r.value, EDTF: r.edtf, Basis: r.basis, Bound: w.mean.bound,
	}
	switch {
	case w.is(cTime):
		t.Type = "TIME"
	case w.is(cDur):
		t.Type = "DURATION"
	case w.is(cSet):
		t.Type = "SET"
	default:
		t.Type = "DATE"
	}
	return t
}
