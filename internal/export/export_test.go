package export

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

func TestRecord(t *testing.T) {
	rec := &travaux.Record{
		Schema: travaux.Schema,
		Actors: []travaux.Actor{{ID: "a", Canonical: "Crane & <Dock>"}},
		Events: []travaux.Event{{ID: "e", Dates: []travaux.Value{{Value: "2031"}}}},
	}
	var b strings.Builder
	if err := Record(&b, rec); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	if !json.Valid([]byte(out)) {
		t.Fatalf("not JSON: %s", out)
	}
	if strings.Contains(out, "null") {
		t.Errorf("an empty list is null: %s", out)
	}
	if !strings.Contains(out, "Crane & <Dock>") {
		t.Error("names are escaped beyond what JSON asks")
	}
	if rec.Actors[0].Spans != nil || rec.Events[0].Dates[0].Spans != nil || rec.Stories != nil {
		t.Error("the caller's record was changed")
	}
}

func TestBrat(t *testing.T) {
	text := "“Zoë agrees,\nin part,” said Ada and Bo."
	span := func(words string) *travaux.Span {
		i := strings.Index(text, words)
		s := travaux.SpanOf(text, i, i+len(words))
		return &s
	}
	content := []travaux.Span{*span("“Zoë agrees,\nin part,”")}
	g := &travaux.Reading{Report: &travaux.Report{Text: text}, Statements: []travaux.Statement{
		{Source: span("Ada"), Cue: span("said"), Content: content},
		{Source: span("Bo"), Cue: span("said"), Content: content},
		{Source: span("Zoë"), Cue: span("agrees"), Content: []travaux.Span{*span("in part")}}, // nested
		{Attribution: travaux.ByOutlet, Content: content},
	}}
	var b strings.Builder
	if err := Brat(&b, g); err != nil {
		t.Fatal(err)
	}
	want := "T1\tSource 28 31;36 38\tAda Bo\n" +
		"T2\tCue 23 27\tsaid\n" +
		"T3\tContent 0 12;13 22\t“Zoë agrees, in part,”\n" +
		"T4\tAttribution 23 27\tsaid\n" +
		"E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPoints(t *testing.T) {
	text := strings.Repeat("aé–𝄞 ", 200)
	p := newPoints(text)
	for i := 0; i <= len(text); i++ {
		if i < len(text) && !utf8.RuneStart(text[i]) {
			continue
		}
		if got, want := p.at(i), utf8.RuneCountInString(text[:i]); got != want {
			t.Fatalf("byte %d is code point %d, want %d", i, got, want)
		}
	}
}
