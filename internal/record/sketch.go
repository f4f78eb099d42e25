package record

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile"
)

// sketched reports whether the draft is without its statements.
func (b *builder) sketched() bool { return b.opt.Sketches != nil }

// sketch returns the sketches of the readings: those that are given, and new ones
// of what is whole, which is kept for its statements.
func (b *builder) sketch(readings []*travaux.Reading) []*reconcile.Sketch {
	var whole []*travaux.Reading
	var out []*reconcile.Sketch
	for _, g := range readings {
		if k := b.opt.Sketches[g]; k != nil {
			out = append(out, k)
			continue
		}
		b.whole[g.Report.ID] = g
		whole = append(whole, g)
	}
	return append(out, reconcile.Sketches(whole)...)
}

// release drops from sketches all but statements and outlets, which corroboration
// and notes need when the other rows are made.
func (b *builder) release() {
	for _, g := range b.readings {
		var outlets []travaux.Actor
		for _, a := range g.Actors {
			if a.Type == travaux.ActorMedia {
				outlets = append(outlets, a)
			}
		}
		*g = travaux.Reading{Report: g.Report, Actors: outlets, Statements: g.Statements}
	}
	b.res.Release()
}
