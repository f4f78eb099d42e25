package clause_test

import (
	"slices"
	"testing"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
	"github.com/travaux/travaux/internal/lang/english"
)

// TestClause marks how far clauses reach.
func TestClause(t *testing.T) {
	p, err := english.New(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, verb, want string }{
		{"On Monday, the envoys were briefed on the draft, officials said.", "briefed", "the envoys were briefed on the draft"},
		{"The union said that the owners would pay the arrears by Friday, but doubted it.", "pay", "the owners would pay the arrears by Friday"},
		{"The port plans to hire pilots and to build a new quay.", "plans", "The port plans to hire pilots and to build a new quay"},
		{"The bloc expects the talks to fail, which would hurt the ports.", "expects", "The bloc expects the talks to fail"},
		{"The minister is in “close touch” with the islands, which worry.", "touch", "The minister is in “close touch” with the islands"},
	} {
		d := &lang.Doc{Text: test.text, Blocks: []lang.Block{{Span: lang.Span{End: len(test.text)}}}}
		if err := p.Annotate(d); err != nil {
			t.Fatal(err)
		}
		x := clause.New(d)
		at := slices.IndexFunc(d.Toks, func(k lang.Tok) bool { return d.Quote(k.Span) == test.verb })
		first, last := x.Clause(at)
		if got := d.Quote(d.TokSpan(first, last)); got != test.want {
			t.Errorf("clause of %q: %q, want %q", test.verb, got, test.want)
		}
	}
}
