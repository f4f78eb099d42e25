package answer

import (
	"testing"
	"time"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
	"github.com/travaux/travaux/internal/record"
)

// BenchmarkAsk asks each question of a record of 10,000 reports, none of them
// about another date. first-ms is what it takes where nothing was asked before.
func BenchmarkAsk(b *testing.B) {
	readings := readingtest.Many(b, 10000)
	rec, err := record.Build(readings, record.Options{})
	if err != nil {
		b.Fatal(err)
	}
	s := Subject{Record: rec, Readings: readings, At: func(_, _ travaux.EDTF) (*travaux.Record, error) { return rec, nil }}
	for _, q := range Questions() {
		b.Run(q.ID, func(b *testing.B) {
			start := time.Now()
			x := NewIndex(s)
			ask := func() {
				if _, err := x.Ask(q.ID, nil); err != nil {
					b.Fatal(err)
				}
			}
			ask()
			first := time.Since(start)
			for b.Loop() {
				ask()
			}
			b.ReportMetric(float64(first.Microseconds())/1000, "first-ms")
		})
	}
}
