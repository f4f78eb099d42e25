package record

import (
	"github.com/travaux/travaux"
)

// Slim returns a reading with no more than the other rows of a record need of
// it: no times, of the mentions those in passages on events, of a statement who
// said it, how it reached the page and what it says. A record of many reports
// is drafted from slim readings, so that they fit into memory together.
func Slim(g *travaux.Reading) *travaux.Reading {
	out := *g
	rep := *g.Report
	rep.Lines = nil
	out.Report = &rep
	out.Sentences, out.Timexes = nil, nil
	out.Mentions = nil
	for _, m := range g.Mentions {
		if m.Actor != "" && inEvent(g.Events, m) {
			out.Mentions = append(out.Mentions, m)
		}
	}
	out.Statements = make([]travaux.Statement, len(g.Statements))
	for i, st := range g.Statements {
		out.Statements[i] = travaux.Statement{
			ID: st.ID, Speaker: st.Speaker, Chain: st.Chain, Content: st.Content,
			Mode: st.Mode, Attribution: st.Attribution, Polarity: st.Polarity, Certainty: st.Certainty, Rule: st.Rule,
		}
	}
	return &out
}

// inEvent reports whether a mention stands in a passage on an event.
func inEvent(events []travaux.EventClaim, m travaux.Mention) bool {
	for i := range events {
		if events[i].Start <= m.Start && m.End <= events[i].End {
			return true
		}
	}
	return false
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
