package statement

import (
	"strings"
	"sync"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/english"
	"github.com/travaux/travaux/internal/timex"
)

var testPipeline = sync.OnceValues(func() (*lang.Pipeline, error) {
	w, err := testWorld()
	if err != nil {
		return nil, err
	}
	return english.New(w.Names(), w.Given())
})

var testWorld = sync.OnceValues(knowledge.Default)

// testKnown tells actor types from the world file.
func testKnown(t testing.TB) cast.Known {
	t.Helper()
	w, err := testWorld()
	if err != nil {
		t.Fatal(err)
	}
	return func(kb string) (travaux.ActorType, string, bool) {
		e, ok := w.Lookup(kb)
		return e.Type, "", ok
	}
}

// annotate reads text as paragraphs, a line each.
func annotate(t testing.TB, text string) *lang.Doc {
	t.Helper()
	p, err := testPipeline()
	if err != nil {
		t.Fatal(err)
	}
	d := &lang.Doc{Text: text, Blocks: lines(text)}
	if err := p.Annotate(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func lines(text string) []lang.Block {
	var bs []lang.Block
	at := 0
	for _, l := range strings.SplitAfter(text, "\n") {
		trimmed := strings.TrimSpace(l)
		if trimmed != "" {
			start := at + strings.Index(l, trimmed)
			bs = append(bs, lang.Block{Span: lang.Span{Start: start, End: start + len(trimmed)}})
		}
		at += len(l)
	}
	return bs
}

// read extracts the statements of a text whose outlet is the "Harbour Herald".
func read(t testing.TB, text string) (*lang.Doc, *cast.Cast, []travaux.Statement) {
	t.Helper()
	d := annotate(t, text)
	rep := &travaux.Report{ID: "report_test", Text: text, Outlet: travaux.Field{Value: "Harbour Herald"}}
	for _, b := range d.Blocks {
		rep.Blocks = append(rep.Blocks, travaux.Block{Start: b.Start, End: b.End, Class: travaux.LineBody})
	}
	c := cast.New(d, rep, testKnown(t))
	tx, _ := timex.Find(d, rep)
	return d, c, Extract(d, rep, c, tx)
}

// show writes a statement on one line.
func show(s *travaux.Statement) string {
	var b strings.Builder
	b.WriteString(string(s.Mode) + " [")
	if s.Source != nil {
		b.WriteString(s.Source.Quote)
	}
	b.WriteString("] {")
	if s.Cue != nil {
		b.WriteString(s.Cue.Quote)
	}
	b.WriteString("}")
	for _, c := range s.Content {
		b.WriteString(" <" + c.Quote + ">")
	}
	b.WriteString(" " + string(s.Attribution) + " " + string(s.SpeechAct) + " " + string(s.Certainty) + " " + s.Rule)
	if s.SaidAt != nil {
		b.WriteString(" at " + string(s.SaidAt.EDTF))
	}
	if s.Venue != "" {
		b.WriteString(" venue " + s.Venue)
	}
	return b.String()
}
