package dossier

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// generate makes a record of n reports with k statements each, and events,
// texts, relations and facts in proportion.
func generate(n, k int) Data {
	g := generator{rec: &travaux.Record{Schema: travaux.Schema}, reports: map[string]*travaux.Report{}}
	g.rec.Negotiation.Name = "Generated"
	for i := range 40 {
		id := fmt.Sprintf("act_%d", i)
		g.rec.Actors = append(g.rec.Actors, travaux.Actor{ID: id, Canonical: fmt.Sprintf("Speaker %d", i), Type: travaux.ActorPerson})
	}
	for i := range n {
		g.report(i, k)
	}
	return Data{Record: g.rec, Reports: g.reports, RecordJSON: asWritten([]byte("{}"))}
}

type generator struct {
	rec     *travaux.Record
	reports map[string]*travaux.Report
}

func (g *generator) report(i, k int) {
	id := fmt.Sprintf("rep_%04d", i)
	var b strings.Builder
	r := &travaux.Report{
		ID: id, File: id + ".txt", Outlet: travaux.Field{Value: fmt.Sprintf("Outlet %d", i%30)},
		Headline: travaux.Field{Value: fmt.Sprintf("Report %d of the talks", i)}, Date: travaux.DocTime{EDTF: (travaux.DayOf(2031, 1, 1) + travaux.Day(i%300)).EDTF(), Basis: travaux.BasisMetadata},
	}
	add := func(words string, class travaux.LineClass) {
		l := travaux.Line{Start: b.Len(), End: b.Len() + len(words), Class: class}
		r.Lines = append(r.Lines, l)
		if class.Prose() {
			r.Blocks = append(r.Blocks, travaux.Block(l))
		}
		b.WriteString(words + "\n")
	}
	add(r.Headline.Value, travaux.LineHeadline)
	for j := range k {
		add(fmt.Sprintf("Speaker %d said that the sluice at kilometre %d would be opened for %d hours on the following day.", (i+j)%40, j, 1+j%9), travaux.LineBody)
	}
	add("Subscribe", travaux.LineSubscribe)
	r.Text = b.String()
	g.reports[id] = r
	span := func(from, to int) travaux.Span {
		sp := travaux.SpanOf(r.Text, from, to)
		sp.Report, sp.File = id, r.File
		return sp
	}
	g.rec.Reports = append(g.rec.Reports, travaux.ReportRow{Report: *r, Spans: []travaux.Span{span(0, r.Lines[0].End)}})
	for j := range k {
		g.statement(i, j, r.Lines[j+1], span)
	}
	g.event(i, r.Lines[1], span)
}

func (g *generator) statement(i, j int, l travaux.Line, span func(from, to int) travaux.Span) {
	words := span(l.Start, l.End).Quote
	cue := l.Start + strings.Index(words, " said") + 1
	a := &g.rec.Actors[(i+j)%40]
	source, said, content := span(l.Start, cue-1), span(cue, cue+4), span(cue+10, l.End-1)
	g.rec.Statements = append(g.rec.Statements, travaux.Statement{
		ID: fmt.Sprintf("stmt_%d_%d", i, j), Report: source.Report, Speaker: a.ID, Source: &source, Cue: &said,
		Content: []travaux.Span{content}, Mode: travaux.Indirect, Attribution: travaux.ByNamedPerson, Chain: []string{a.ID}, Certainty: travaux.CertainTrue, Spans: []travaux.Span{content},
	})
	a.NameForms = append(a.NameForms, travaux.NameForm{Form: a.Canonical, Report: source.Report, First: source, N: 1})
	a.Spans = append(a.Spans, source)
}

func (g *generator) event(i int, l travaux.Line, span func(from, to int) travaux.Span) {
	words := span(l.Start, l.End)
	long := strings.Index(words.Quote, "for ") + l.Start
	when := strings.Index(words.Quote, "on the") + l.Start
	id, stmt := fmt.Sprintf("ev_%d", i), []string{fmt.Sprintf("stmt_%d_0", i)}
	value := func(v string, sp travaux.Span) []travaux.Value {
		return []travaux.Value{{Value: v, SupportedBy: stmt, Spans: []travaux.Span{sp}}}
	}
	g.rec.Events = append(g.rec.Events, travaux.Event{
		ID: id, Kind: travaux.Meeting, Label: fmt.Sprintf("Meeting %d", i), Status: travaux.Happened,
		Dates: value(string((travaux.DayOf(2031, 1, 1) + travaux.Day(i)).EDTF()), span(when, when+20)), Durations: value("PT1H", span(long, long+11)),
		Participants: []travaux.Participant{{Actor: fmt.Sprintf("act_%d", i%40), Part: "actor", SupportedBy: stmt, Spans: []travaux.Span{words}}},
		Reports:      []string{words.Report}, SupportedBy: stmt, Spans: []travaux.Span{words},
	})
	g.rec.Corroborations = append(g.rec.Corroborations, travaux.Corroboration{
		ID: fmt.Sprintf("cor_%d", i), Fact: fmt.Sprintf("Meeting %d", i), About: id, Independent: 1 + i%2,
		SingleAnonymous: i%7 == 0, SupportedBy: stmt, Spans: []travaux.Span{words},
	})
	kind := travaux.Contradicts
	if i%3 == 0 {
		kind = travaux.Variant
	}
	if i > 0 {
		before := g.rec.Events[i-1].Spans[0]
		g.rec.Relations = append(g.rec.Relations, travaux.Relation{ID: fmt.Sprintf("rel_%d", i), Kind: kind, Subkind: "date", A: words, B: before, HoldsIf: "same day", About: id, Spans: []travaux.Span{words, before}})
	}
}

// A thousand reports with thirty thousand statements.
func BenchmarkWrite(b *testing.B) {
	d := generate(1000, 30)
	dir := filepath.Join(b.TempDir(), "dossier")
	b.ResetTimer()
	for range b.N {
		if err := Write(dir, d); err != nil {
			b.Fatal(err)
		}
	}
}
