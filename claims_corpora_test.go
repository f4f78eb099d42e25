package travaux_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/pipeline"
)

var sampleFlag = flag.String("sample", "", "of claims: print 100 drawn of this kind from the corpora, with their sentences, for reading")

// corpora are what claims are counted in and drawn from: real coverage of four
// negotiations.
var corpora = []string{"us-china-trade", "paris-climate", "brexit", "shutdown-2018"}

// claimKinds are the kinds that are counted and drawn.
var claimKinds = []string{"statements", "events", "proposals", "positions", "consultations", "forecasts"}

// TestClaimsCorpora counts claims in real coverage of four negotiations.
func TestClaimsCorpora(t *testing.T) {
	if testing.Short() || os.Getenv("TRAVAUX_EVAL") == "" && *sampleFlag == "" {
		t.Skip("counting takes half a minute: make eval asks for it")
	}
	var drawn []drawing
	for _, name := range corpora {
		words, n, named := 0, map[string]int{}, 0
		quotes, explained := 0, 0
		readCorpus(t, name, func(g *travaux.Reading) {
			words += countWords(g)
			for _, kind := range claimKinds {
				spans := claimSpans(g, kind)
				n[kind] += len(spans)
				if kind == *sampleFlag {
					drawn = append(drawn, drawings(g, kind)...)
				}
			}
			for _, s := range g.Statements {
				if s.Attribution != travaux.ByOutlet && s.Speaker != "" {
					named++
				}
			}
			a, b := quotationMarks(g)
			quotes, explained = quotes+a, explained+b
		})
		if *sampleFlag != "" {
			continue
		}
		var per []string
		for _, kind := range claimKinds {
			per = append(per, fmt.Sprintf("%s %.1f", kind, 1000*float64(n[kind])/float64(words)))
		}
		t.Logf("%s: %d words; per 1,000: %s", name, words, strings.Join(per, ", "))
		t.Logf("%s: statements with a speaker in the record %.1f %%, quotations explained %.1f %%", name,
			100*float64(named)/float64(max(1, n["statements"])), 100*float64(explained)/float64(max(1, quotes)))
	}
	slices.SortFunc(drawn, func(a, b drawing) int { return strings.Compare(a.key, b.key) })
	for _, d := range drawn[:min(100, len(drawn))] {
		fmt.Println(d.text)
	}
}

func readCorpus(t *testing.T, name string, f func(*travaux.Reading)) {
	t.Helper()
	path := filepath.Join(shared, "data", "corpora", name+".jsonl")
	if _, err := os.Stat(path); err != nil {
		t.Skip("no corpora beside the module")
	}
	err := pipeline.Read(t.Context(), newReader(t), []string{path}, pipeline.Options{}, func(o pipeline.Outcome) error {
		if o.Err == nil {
			f(o.Reading)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func countWords(g *travaux.Reading) int {
	n := 0
	for _, s := range g.Sentences {
		for _, tok := range s.Tokens {
			if tok.UPOS != "PUNCT" {
				n++
			}
		}
	}
	return n
}

// quotationMarks counts the opening double marks of a report, and those that
// some statement's content holds.
func quotationMarks(g *travaux.Reading) (all, explained int) {
	open := false
	for i, r := range g.Report.Text {
		switch {
		case r == '“', r == '"' && !open:
			all++
			open = r == '"'
			if slices.ContainsFunc(g.Statements, func(s travaux.Statement) bool {
				return s.Attribution != travaux.ByOutlet && slices.ContainsFunc(s.Content, func(c travaux.Span) bool { return c.Start <= i && i < c.End })
			}) {
				explained++
			}
		case r == '"', r == '\n':
			open = false
		}
	}
	return all, explained
}
