package timex

import (
	"slices"
	"sort"
	"strings"

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
		at.zone = zoneOf(report)
	}
	g := theGrammar()
	names := namesIn(doc.Text)
	var ws []word
	var said []expression
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
				said = append(said, expression{lang.Span{Start: ws[i].start, End: ws[i].end}, ws[i].cls, ws[i].mean, tenseAt(doc, ws, i), p.block})
			}
		}
		qs = quantities(qs, doc, id, ws)
	}
	said = slices.DeleteFunc(said, inNames(doc))
	shareYears(doc.Text, said)
	at.story = retrospective(said, at.doc)
	tx := make([]travaux.Timex, 0, len(said))
	for i := range said {
		if x := &said[i]; !x.idle() {
			at.at(report, x.Start)
			tx = append(tx, at.timex(doc.Text, id, x))
		}
	}
	sort.SliceStable(tx, func(i, j int) bool { return tx[i].Start < tx[j].Start })
	return tx, qs
}

// piece is a stretch that no expression crosses, with its tokens.
type piece struct {
	lang.Span
	first, last int
	block       int
}

// expression is a time expression before it is anchored.
type expression struct {
	lang.Span
	cls   class
	mean  *meaning
	tense tense // of the clause around
	block int
}

// idle reports whether the expression gives no time where it stands: "soon" in
// a story of the past is no future.
func (x *expression) idle() bool {
	return x.mean.kind == kRef && x.mean.passing && x.tense == past
}

// inNames tells of an expression, asked in text order, whether it is a part of
// the name of somebody ("Mark Easter") or begins that of a body ("the Sunday
// Mirror"). A name may take in a day that follows it ("Ms Roth Tuesday"), which
// is none of it.
func inNames(doc *lang.Doc) func(expression) bool {
	next := 0
	return func(x expression) bool {
		for next < len(doc.Mentions) && doc.Mentions[next].Name.End <= x.Start {
			next++
		}
		for i := next; i < len(doc.Mentions) && doc.Mentions[i].Name.Start <= x.Start; i++ {
			m := &doc.Mentions[i]
			if m.Name.End < x.End || m.Name.Len() <= x.Len() || x.cls&(cDate|cTime) == 0 {
				continue
			}
			day := strings.HasSuffix(doc.Quote(x.Span), "day")
			switch m.Type {
			case lang.Person:
				return !day
			case lang.Organisation:
				return x.End < m.Name.End
			}
		}
		return false
	}
}

// pieces are the sentences; without any, the blocks; without those, the text.
func pieces(doc *lang.Doc) []piece {
	var ps []piece
	for _, s := range doc.Sents {
		ps = append(ps, piece{s.Span, s.First, s.Last, s.Block})
	}
	if doc.Done&lang.Sentences != 0 {
		return ps
	}
	if ps == nil {
		for i, b := range doc.Blocks {
			ps = append(ps, piece{Span: b.Span, block: i})
		}
	}
	if ps == nil && doc.Text != "" {
		ps = append(ps, piece{Span: lang.Span{End: len(doc.Text)}})
	}
	return ps
}

// timex anchors an expression.
func (a *anchorage) timex(text, report string, w *expression) travaux.Timex {
	span := travaux.SpanOf(text, w.Start, w.End)
	a.block = w.block
	r := a.resolve(w.mean, w.tense)
	if r.point.grain != noGrain && w.mean.kind != kHoliday && !a.aside(r.point, w) {
		a.prev, a.prevBlock = r.point, w.block
	}
	t := travaux.Timex{
		ID: travaux.SpanID("x", report, span.Start, span.End), Span: span,
		Value: r.value, EDTF: r.edtf, Basis: r.basis, Bound: w.mean.bound,
	}
	switch {
	case w.cls&cTime != 0:
		t.Type = "TIME"
		if w.mean.zone == "" && strings.Contains(w.mean.clock, ":") {
			t.Zone = a.zone
		}
	case w.cls&cDur != 0:
		t.Type = "DURATION"
	case w.cls&cSet != 0:
		t.Type = "SET"
	default:
		t.Type = "DATE"
	}
	return t
}
