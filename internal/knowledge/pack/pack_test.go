package pack_test

import (
	"sync"
	"testing"

	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/knowledge/pack"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/english"
)

var stages = sync.OnceValues(func() (*lang.Pipeline, error) {
	w, err := knowledge.Default()
	if err != nil {
		return nil, err
	}
	return english.New(w.Names(), w.Given())
})

func parse(text string) (*lang.Doc, error) {
	p, err := stages()
	if err != nil {
		return nil, err
	}
	d := &lang.Doc{Text: text, Blocks: []lang.Block{{Span: lang.Span{End: len(text)}}}}
	return d, p.Annotate(d)
}

// TestEmbedded checks every embedded pack with its examples.
func TestEmbedded(t *testing.T) {
	all, err := pack.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range all {
		t.Run(f.Pack.S, func(t *testing.T) {
			var beside []*pack.File
			for j, g := range all {
				if j != i {
					beside = append(beside, g)
				}
			}
			problems, err := pack.Check(f, beside, parse)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				t.Error(p)
			}
		})
	}
}
