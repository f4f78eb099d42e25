package verify

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

const text = "The port minister met the union in Halle."

func whole() *travaux.Record {
	report := travaux.ReportRow{Report: travaux.Report{ID: "r1", File: "a.txt", Text: text}}
	span := func(start, end int) travaux.Span {
		s := travaux.SpanOf(text, start, end)
		s.Report, s.File = "r1", "a.txt"
		return s
	}
	all := []travaux.Span{span(0, len(text))}
	report.Spans = all
	return &travaux.Record{
		Reports:    []travaux.ReportRow{report},
		Statements: []travaux.Statement{{ID: "s1", Spans: all, Content: all}},
		Events: []travaux.Event{{
			ID: "e1", Spans: all, SupportedBy: []string{"s1"},
			Places: []travaux.Value{{Value: "Halle", SupportedBy: []string{"s1"}, Spans: []travaux.Span{span(35, 40)}}},
		}},
		Relations: []travaux.Relation{{ID: "x1", Kind: travaux.Contradicts, HoldsIf: "one meeting", A: span(0, 3), B: span(4, 8), Spans: all}},
	}
}

func TestRecord(t *testing.T) {
	for name, tt := range map[string]struct {
		harm func(*travaux.Record)
		want []string
	}{
		"whole":     {func(*travaux.Record) {}, nil},
		"text":      {func(r *travaux.Record) { r.Reports[0].Text = "A" + text[1:] }, []string{`a.txt: e1: span 0-41 quotes "` + text + `", the text has "A` + text[1:] + `"`, `a.txt: r1: span 0-41 quotes "` + text + `", the text has "A` + text[1:] + `"`, `a.txt: s1: span 0-41 quotes "` + text + `", the text has "A` + text[1:] + `"`, `a.txt: x1: span 0-3 quotes "The", the text has "Ahe"`, `a.txt: x1: span 0-41 quotes "` + text + `", the text has "A` + text[1:] + `"`}},
		"value":     {func(r *travaux.Record) { r.Events[0].Places[0].Spans[0].Quote = "halle" }, []string{`a.txt: e1: span 35-40 quotes "halle", the text has "Halle"`}},
		"no words":  {func(r *travaux.Record) { r.Events[0].Places[0].Spans = nil }, []string{`e1: the value "Halle" has no words`}},
		"support":   {func(r *travaux.Record) { r.Events[0].SupportedBy = []string{"s2"} }, []string{`e1: it rests on statement "s2", which is not in the record`}},
		"report":    {func(r *travaux.Record) { r.Relations[0].B.Report = "r2" }, []string{`a.txt: x1: a span names report "r2", which is not in the record`}},
		"no row":    {func(r *travaux.Record) { r.Events[0].Spans = nil }, []string{"e1: the row has no words of its own"}},
		"no id":     {func(r *travaux.Record) { r.Events[0].ID = "" }, []string{"a row of Event has no id"}},
		"holds if":  {func(r *travaux.Record) { r.Relations[0].HoldsIf = "" }, []string{"a.txt: x1: a contradiction without what must be the same"}},
		"past text": {func(r *travaux.Record) { r.Statements[0].Content = []travaux.Span{{Report: "r1", Start: 40, End: 90}} }, []string{"a.txt: s1: span 40-90 is outside a text of 41 bytes"}},
	} {
		t.Run(name, func(t *testing.T) {
			rec := whole()
			tt.harm(rec)
			var got []string
			for _, f := range Record(rec) {
				got = append(got, f.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
