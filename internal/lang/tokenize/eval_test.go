package tokenize

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/lang"
)

// gold is a treebank read for its surface: paragraphs as blocks, the spans of
// its words and sentences.
type gold struct {
	text   strings.Builder
	blocks []lang.Block
	toks   map[lang.Span]bool
	sents  map[lang.Span]bool
}

// readGold joins the text of the sentences of a paragraph with spaces. Words of
// a multiword token are found in it one after the other.
func readGold(t *testing.T, path string) *gold {
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("no treebank: %v", err)
	}
	defer f.Close()
	g := &gold{toks: map[lang.Span]bool{}, sents: map[lang.Span]bool{}}
	base, at, par := 0, 0, true
	var sent string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line := sc.Text()
		if strings.HasPrefix(line, "# newpar") || strings.HasPrefix(line, "# newdoc") {
			par = true
		}
		if text, ok := strings.CutPrefix(line, "# text = "); ok {
			if par {
				g.text.WriteByte('\n')
				g.blocks = append(g.blocks, lang.Block{Span: lang.Span{Start: g.text.Len()}})
			} else {
				g.text.WriteByte(' ')
			}
			par, sent, base, at = false, text, g.text.Len(), 0
			g.text.WriteString(text)
			g.sents[lang.Span{Start: base, End: g.text.Len()}] = true
			g.blocks[len(g.blocks)-1].End = g.text.Len()
		}
		col := strings.Split(line, "\t")
		if len(col) != 10 || strings.ContainsAny(col[0], "-.") {
			continue
		}
		if i := strings.Index(sent[at:], col[1]); i >= 0 {
			g.toks[lang.Span{Start: base + at + i, End: base + at + i + len(col[1])}] = true
			at += i + len(col[1])
		}
	}
	return g
}

func f1(right, found, gold int) float64 { return 200 * float64(right) / float64(found+gold) }

// TestEval measures tokens and sentences, from raw text, on the development
// parts of EWT and GUM. The floors are a little under what was measured.
func TestEval(t *testing.T) {
	for _, c := range []struct {
		path        string
		toks, sents float64
	}{{"ewt/dev.conllu", 98.6, 84.5}, {"gum/dev.conllu", 99.6, 93.5}} {
		t.Run(filepath.Dir(c.path), func(t *testing.T) {
			g := readGold(t, filepath.Join("../../../../shared/data/treebank", c.path))
			d := annotate(t, g.text.String(), g.blocks...)
			var toks, sents int
			for _, tok := range d.Toks {
				if g.toks[tok.Span] {
					toks++
				} else if os.Getenv("SHOW") != "" {
					t.Logf("token %q in …%s…", d.Quote(tok.Span), d.Text[max(0, tok.Start-15):min(len(d.Text), tok.End+15)])
				}
			}
			for _, s := range d.Sents {
				if g.sents[s.Span] {
					sents++
				} else if os.Getenv("SHOW") != "" {
					t.Logf("sentence %q", d.Quote(s.Span))
				}
			}
			ft, fs := f1(toks, len(d.Toks), len(g.toks)), f1(sents, len(d.Sents), len(g.sents))
			t.Logf("tokens %.2f, sentences %.2f F1 (%d tokens, %d sentences)", ft, fs, len(g.toks), len(g.sents))
			if ft < c.toks || fs < c.sents {
				t.Errorf("below the floors %.1f and %.1f", c.toks, c.sents)
			}
		})
	}
}
