package parse_test

import (
	"testing"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/model"
	"github.com/travaux/travaux/internal/lang/parse"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// FuzzAnnotate parses any text: every sentence is a tree with one root, and
// proposals lie within one sentence.
func FuzzAnnotate(f *testing.F) {
	m, err := model.English()
	if err != nil {
		f.Fatal(err)
	}
	p, err := lang.NewPipeline(tokenize.New(), parse.New(m))
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Envoys of the two states met in Varn on Monday. They did not agree.")
	f.Add("((((([“ «\xff\xfe é\u0301 👩‍👩‍👧 שלום")
	f.Add("THE TALKS FAILED – – – 's n't")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			t.Skip()
		}
		d := &lang.Doc{Text: text, Blocks: []lang.Block{{Span: lang.Span{End: len(text)}}}}
		if err := p.Annotate(d); err != nil {
			t.Skip()
		}
		for _, s := range d.Sents {
			roots := 0
			for i := s.First; i < s.Last; i++ {
				steps, at := 0, i
				for d.Toks[at].Head > 0 && steps <= s.Last-s.First {
					at = s.First + int(d.Toks[at].Head) - 1
					if at >= s.Last {
						t.Fatalf("token %d has its head outside the sentence", i)
					}
					steps++
				}
				if d.Toks[at].Head != 0 {
					t.Fatalf("token %d does not lead to a root", i)
				}
				if d.Toks[i].Head == 0 {
					roots++
				}
			}
			if roots != 1 {
				t.Fatalf("%d roots", roots)
			}
		}
		for _, q := range d.Proposed {
			if q.First >= q.Last || d.Toks[q.First].Sent != d.Toks[q.Last-1].Sent {
				t.Fatalf("proposal %v", q)
			}
		}
	})
}
