package judge

import (
	"slices"

	"github.com/travaux/travaux"
)

// given is a value that a judgement sets: words, or the local id of an actor.
type given struct {
	text  string
	actor string
	words travaux.Span // in the report; empty where the value is in the analyst's words
}

// one returns an actor's id where an actor is meant, else the words.
func (v given) one() string {
	if v.actor != "" {
		return v.actor
	}
	return v.text
}

// editor changes copies of readings; those it was given stay as they are.
type editor struct{ copies map[string]*travaux.Reading }

// copyOf returns the copy of a reading whose lists may be changed, but not what
// their rows share with the original: such are replaced whole.
func (e *editor) copyOf(s *sheet) *travaux.Reading {
	if g := e.copies[s.Report.ID]; g != nil {
		return g
	}
	g := *s.Reading
	rep := *g.Report
	g.Report = &rep
	g.Actors, g.Statements = slices.Clone(g.Actors), slices.Clone(g.Statements)
	g.Events, g.Proposals, g.Positions = slices.Clone(g.Events), slices.Clone(g.Proposals), slices.Clone(g.Positions)
	g.Consultations, g.Forecasts = slices.Clone(g.Consultations), slices.Clone(g.Forecasts)
	for i := range g.Proposals {
		g.Proposals[i].Provisions = slices.Clone(g.Proposals[i].Provisions)
	}
	e.copies[s.Report.ID] = &g
	return &g
}

// ruleAnalyst stands in the place of a rule where a person read.
const ruleAnalyst = "analyst"
