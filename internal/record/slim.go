package record

import (
	"slices"

	"github.com/travaux/travaux"
)

// Slim returns a reading without sentences, the lines of the page, and of
// statements all that only their own rows show. Every record is drafted from
// slim readings, so that those of many reports fit into memory together, and so
// that no rule can come to see more of a report in one record than in another.
func Slim(g *travaux.Reading) *travaux.Reading {
	out := *g
	rep := *g.Report
	rep.Lines = nil
	out.Report = &rep
	out.Sentences = nil
	out.Statements = make([]travaux.Statement, len(g.Statements))
	for i, st := range g.Statements {
		st.GroundRule, st.Venue, st.SaidAt, st.Spans = "", "", nil, nil
		st.Factive, st.ScopeUncertain = false, false
		out.Statements[i] = st
	}
	return &out
}

// slim returns the readings as they are drafted from, and keeps those that are
// whole for their statements.
func (b *builder) slim(readings []*travaux.Reading) []*travaux.Reading {
	out := slices.Clone(readings)
	for i, g := range out {
		if id := g.Report.ID; !b.opt.Slim || b.opt.Whole[id] {
			b.whole[id], out[i] = g, Slim(g)
		}
	}
	return out
}

// release drops from the slim readings all but statements and outlets, which
// corroboration and notes need when the other rows are made.
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
