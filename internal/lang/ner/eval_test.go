package ner

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/lang"
)

type span struct {
	first, last int
	typ         lang.Type
}

// goldNames reads IOB2: a document with its own words, and the names.
func goldNames(t *testing.T, path string) (*lang.Doc, map[span]bool) {
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("no names: %v", err)
	}
	defer f.Close()
	types := map[string]lang.Type{"PER": lang.Person, "ORG": lang.Organisation, "LOC": lang.Place}
	d, gold := &lang.Doc{}, map[span]bool{}
	var text strings.Builder
	first, open := 0, span{}
	shut := func() {
		if open.last > open.first {
			gold[open] = true
		}
		open = span{}
	}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		col := strings.Split(sc.Text(), "\t")
		if len(col) > 2 && col[0] != "" && col[0][0] >= '0' && col[0][0] <= '9' {
			i, start := len(d.Toks), text.Len()
			text.WriteString(col[1])
			d.Toks = append(d.Toks, lang.Tok{Span: lang.Span{Start: start, End: text.Len()}, Sent: int32(len(d.Sents))})
			text.WriteByte(' ')
			if !strings.HasPrefix(col[2], "I-") {
				shut()
			}
			if kind, ok := strings.CutPrefix(col[2], "B-"); ok {
				open = span{i, i + 1, types[kind]}
			} else if strings.HasPrefix(col[2], "I-") {
				open.last = i + 1
			}
		}
		if sc.Text() == "" && len(d.Toks) > first {
			shut()
			s := d.TokSpan(first, len(d.Toks))
			d.Sents = append(d.Sents, lang.Sent{Span: s, First: first, Last: len(d.Toks), Block: len(d.Blocks)})
			d.Blocks = append(d.Blocks, lang.Block{Span: s})
			first = len(d.Toks)
		}
	}
	d.Text = text.String()
	return d, gold
}

// TestEval measures exact spans of names with their types on the development
// part of Universal NER's EWT. Tokens are gold, tags are not. The guidelines
// differ from ours: no titles, no peoples, documents or events.
func TestEval(t *testing.T) {
	d, gold := goldNames(t, "../../../../shared/data/ner/uner-ewt/dev.iob2")
	parser := parser(t)
	if err := parser.Annotate(d); err != nil {
		t.Fatal(err)
	}
	names, given := worldNames(t)
	if err := New(names, given).Annotate(d); err != nil {
		t.Fatal(err)
	}
	var right, answers [4]int
	all := map[span]bool{}
	for _, m := range d.Mentions {
		if m.Type != lang.Person && m.Type != lang.Organisation && m.Type != lang.Place {
			continue
		}
		first := m.First
		for d.Toks[first].Start < m.Name.Start {
			first++
		}
		sp := span{first, m.Last, m.Type}
		all[sp] = true
		answers[m.Type]++
		if gold[sp] {
			right[m.Type]++
		} else if os.Getenv("SHOW") != "" {
			s := d.Sents[d.Toks[m.First].Sent]
			t.Logf("wrong %s %q in %.140q", m.Type, d.Quote(m.Name), d.Text[max(s.Start, m.Start-60):min(s.End, m.End+60)])
		}
	}
	total := [4]int{}
	for sp := range gold {
		total[sp.typ]++
	}
	if os.Getenv("SHOW") != "" {
		for i := range d.Toks {
			for sp := range gold {
				if sp.first == i && !all[sp] {
					s := d.Sents[d.Toks[i].Sent]
					q := d.TokSpan(sp.first, sp.last)
					t.Logf("missed %s %q in %.140q", sp.typ, d.Quote(q), d.Text[max(s.Start, q.Start-60):min(s.End, q.End+60)])
				}
			}
		}
	}
	var r, a, g int
	for _, k := range []lang.Type{lang.Person, lang.Organisation, lang.Place} {
		t.Logf("%s: precision %.1f, recall %.1f (%d)", k, 100*float64(right[k])/float64(answers[k]), 100*float64(right[k])/float64(total[k]), total[k])
		r, a, g = r+right[k], a+answers[k], g+total[k]
	}
	f1 := 200 * float64(r) / float64(a+g)
	t.Logf("F1 %.1f", f1)
	if f1 < 57 {
		t.Errorf("below the floor")
	}
}
