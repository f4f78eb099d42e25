package export

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// BenchmarkJSONL writes a reading with the tokens of a long report; the rate is
// of article text.
func BenchmarkJSONL(b *testing.B) {
	text := strings.Repeat("The envoys of Ostmark met in Tallow Bay. ", 200)
	g := &travaux.Reading{Report: &travaux.Report{ID: "report_1", Text: text}}
	at := 0
	for i, form := range strings.Fields(text) {
		g.Sentences = append(g.Sentences, travaux.Sentence{Start: at, End: at + len(form), Tokens: []travaux.Token{
			{Start: at, End: at + len(form), Form: form, Lemma: form, UPOS: "NOUN", XPOS: "NN", Feats: "Number=Sing", Head: -1},
		}})
		if i%8 == 0 {
			g.Statements = append(g.Statements, travaux.Statement{ID: fmt.Sprint("statement_", i)})
		}
		at += len(form) + 1
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := JSONL(io.Discard, g); err != nil {
			b.Fatal(err)
		}
	}
}
