package record

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

// TestSlim holds that a draft of slim readings has the rows of whole ones, and
// with the statements of the whole ones is the record.
func TestSlim(t *testing.T) {
	whole := delta(t)
	var slim []*travaux.Reading
	for _, g := range whole {
		slim = append(slim, Slim(g))
	}
	d, err := NewDraft(slim, Options{Slim: true})
	if err != nil {
		t.Fatal(err)
	}
	got := *d.Record()
	if len(got.Statements) > 0 {
		t.Errorf("a slim draft has %d statements", len(got.Statements))
	}
	for _, r := range got.Reports {
		for _, g := range whole {
			if g.Report.ID == r.ID {
				got.Statements = append(got.Statements, d.Statements(g)...)
			}
		}
	}
	if diff := cmp.Diff(build(t, whole, Options{}), &got); diff != "" {
		t.Errorf("(-whole +slim):\n%s", diff)
	}
}
