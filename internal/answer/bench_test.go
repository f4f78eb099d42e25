package answer

import (
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
	"github.com/travaux/travaux/internal/record"
)

// BenchmarkAsk asks each question of a record of 10,000 reports, none of them
// about another date.
func BenchmarkAsk(b *testing.B) {
	readings := readingtest.Many(b, 10000)
	rec, err := record.Build(readings, record.Options{})
	if err != nil {
		b.Fatal(err)
	}
	s := Subject{Record: rec, Readings: readings, At: func(_, _ travaux.EDTF) (*travaux.Record, error) { return rec, nil }}
	for _, q := range Questions() {
		b.Run(q.ID, func(b *testing.B) {
			for b.Loop() {
				if _, err := Ask(s, q.ID, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
