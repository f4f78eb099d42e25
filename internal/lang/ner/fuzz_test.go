package ner

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// check reports mentions that break the contract of lang.Mention.
func check(t *testing.T, d *lang.Doc) {
	t.Helper()
	for i, m := range d.Mentions {
		if m.First < 0 || m.Last <= m.First || m.Last > len(d.Toks) || m.Span != d.TokSpan(m.First, m.Last) {
			t.Errorf("mention %d: tokens %d-%d, span %v", i, m.First, m.Last, m.Span)
		}
		if !m.Contains(m.Name) || m.Name.Empty() || !m.Title.Empty() && !m.Contains(m.Title) || m.Title.Overlaps(m.Name) && !m.Title.Empty() {
			t.Errorf("mention %d: span %v, title %v, name %v", i, m.Span, m.Title, m.Name)
		}
		if m.Head < m.First || m.Head >= m.Last || m.Entity != -1 || d.Toks[m.First].Sent != d.Toks[m.Last-1].Sent {
			t.Errorf("mention %d: head %d of %d-%d, entity %d", i, m.Head, m.First, m.Last, m.Entity)
		}
	}
	if !slices.IsSortedFunc(d.Mentions, func(a, b lang.Mention) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	}) {
		t.Error("mentions are not in text order")
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{"", "A", "Gen. Tove", "Minister of", "Bank of the", "Jana al-", "O. K. - X", "PORT HALLE -", "President-elect Sam", "In May, Merin's", "Secretary of the Council", "Ministry of\xff Port Halle summit", "son-in-law Rolf", "the Port Halle, Merin,"} {
		f.Add(s)
	}
	parser := parser(f)
	r := New(someNames(), given)
	f.Fuzz(func(t *testing.T, s string) {
		run := func() *lang.Doc {
			d := &lang.Doc{Text: s, Blocks: []lang.Block{{Span: lang.Span{End: len(s)}, Kind: lang.Kind(len(s) % 2)}}}
			for _, c := range []lang.Component{tokenize.New(), parser, r} {
				if err := c.Annotate(d); err != nil {
					t.Fatal(err)
				}
			}
			return d
		}
		d := run()
		check(t, d)
		if diff := cmp.Diff(d.Mentions, run().Mentions); diff != "" {
			t.Errorf("a second run differs: %s", diff)
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	names, given := worldNames(b)
	r := New(names, given)
	text := strings.Repeat("German Foreign Minister Jana Roth told reporters in Lisbon on Tuesday that the Dockers Union and the European Union had agreed. Gen. Tove Lind, who met her, said nothing about the plan.\n", 200)
	d := annotate(b, r, text, lang.Paragraph)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Mentions = d.Mentions[:0]
		if err := r.Annotate(d); err != nil {
			b.Fatal(err)
		}
	}
}
