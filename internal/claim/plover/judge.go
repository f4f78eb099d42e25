package plover

import (
	"fmt"
	"sort"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// Judge reads m with p, a pipeline that gives trees, and returns the root of
// what its sources do to its targets and the word that tells it.
func Judge(p *lang.Pipeline, m Marked) (Root, string, error) {
	d := &lang.Doc{Text: m.Text, Blocks: []lang.Block{{Span: lang.Span{End: len(m.Text)}}}}
	if err := p.Annotate(d); err != nil {
		return "", "", fmt.Errorf("read record %s: %w", m.ID, err)
	}
	root, at := NewReader(d, clause.New(d)).Between(sides(d, m.Sources), sides(d, m.Targets))
	if at < 0 {
		return "", "", nil
	}
	return root, d.Form(at), nil
}

func sides(d *lang.Doc, spans [][2]int) []Side {
	var out []Side
	for _, s := range spans {
		first := sort.Search(len(d.Toks), func(i int) bool { return d.Toks[i].End > s[0] })
		last := first
		for last < len(d.Toks) && d.Toks[last].Start < s[1] {
			last++
		}
		out = append(out, Side{first, last})
	}
	return out
}
