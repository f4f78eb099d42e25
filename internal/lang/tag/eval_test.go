package tag

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/lang"
)

// goldDoc reads a treebank with its own sentences and words; the gold columns
// are returned beside the document.
func goldDoc(t *testing.T, path string) (*lang.Doc, [][]string) {
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("no treebank: %v", err)
	}
	defer f.Close()
	var text strings.Builder
	var cols [][]string
	d := &lang.Doc{}
	first := 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		col := strings.Split(sc.Text(), "\t")
		if len(col) == 10 && !strings.ContainsAny(col[0], "-.") {
			start := text.Len()
			text.WriteString(col[1])
			d.Toks = append(d.Toks, lang.Tok{Span: lang.Span{Start: start, End: text.Len()}, Sent: int32(len(d.Sents))})
			text.WriteByte(' ')
			cols = append(cols, col)
		}
		if sc.Text() == "" && len(d.Toks) > first {
			d.Sents = append(d.Sents, lang.Sent{Span: d.TokSpan(first, len(d.Toks)), First: first, Last: len(d.Toks)})
			first = len(d.Toks)
		}
	}
	d.Text = text.String()
	return d, cols
}

// TestEval measures tags and lemmas on the gold words of the development parts
// of EWT and GUM. The floors are a little under what was measured.
func TestEval(t *testing.T) {
	tagger, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path                string
		upos, xpos, lemmata float64
	}{{"ewt/dev.conllu", 93, 92.3, 96.2}, {"gum/dev.conllu", 95, 94.6, 97.5}} {
		t.Run(filepath.Dir(c.path), func(t *testing.T) {
			d, cols := goldDoc(t, filepath.Join("../../../../shared/data/treebank", c.path))
			if err := tagger.Annotate(d); err != nil {
				t.Fatal(err)
			}
			var upos, xpos, lemmata int
			for i, col := range cols {
				tok := d.Toks[i]
				if tok.UPOS.String() == col[3] {
					upos++
				} else if os.Getenv("SHOW") != "" {
					s := d.Sents[tok.Sent]
					t.Logf("tag %s for %s: %q in %q", tok.UPOS, col[3], col[1], d.Text[d.Toks[max(s.First, i-4)].Start:d.Toks[min(s.Last-1, i+4)].End])
				}
				if tok.XPOS == col[4] {
					xpos++
				}
				if tok.Lemma == col[2] {
					lemmata++
				} else if os.Getenv("SHOW") != "" && tok.UPOS.String() == col[3] {
					t.Logf("lemma %s for %s: %q %s", tok.Lemma, col[2], col[1], tok.XPOS)
				}
			}
			n := float64(len(cols)) / 100
			t.Logf("UPOS %.2f, XPOS %.2f, lemma %.2f (%d words)", float64(upos)/n, float64(xpos)/n, float64(lemmata)/n, len(cols))
			if float64(upos)/n < c.upos || float64(xpos)/n < c.xpos || float64(lemmata)/n < c.lemmata {
				t.Errorf("below the floors %v, %v, %v", c.upos, c.xpos, c.lemmata)
			}
		})
	}
}

func BenchmarkAnnotate(b *testing.B) {
	tagger, err := New()
	if err != nil {
		b.Fatal(err)
	}
	words := strings.Fields("The foreign minister of Merin , Gen. Tove Lind , told reporters on Tuesday that the 28 - point plan was n't a final text and that talks would resume on Monday in Port Halle .")
	d := &lang.Doc{}
	for range 200 {
		first := len(d.Toks)
		for _, w := range words {
			d.Toks = append(d.Toks, lang.Tok{Span: lang.Span{Start: len(d.Text), End: len(d.Text) + len(w)}, Sent: int32(len(d.Sents))})
			d.Text += w + " "
		}
		d.Sents = append(d.Sents, lang.Sent{Span: d.TokSpan(first, len(d.Toks)), First: first, Last: len(d.Toks)})
	}
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := tagger.Annotate(d); err != nil {
			b.Fatal(err)
		}
	}
}
