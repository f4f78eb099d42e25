package judge

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// add puts what an analyst read at a passage into a copy of a reading, and
// returns its id, which is the same for whoever reads the same there.
func add(g *travaux.Reading, what string, at place, j *travaux.Judgement) string {
	span := travaux.SpanOf(g.Report.Text, at.start, at.end)
	parts := []string{ruleAnalyst}
	for _, s := range j.Set {
		parts = append(parts, s.Field, s.Value)
	}
	c := travaux.Claim{ID: travaux.SpanID(what, g.Report.ID, at.start, at.end, parts...), Span: span, Rule: ruleAnalyst}
	for _, r := range rowsOf(g) {
		if r.what == what && r.id == c.ID {
			return c.ID // another analyst has read the same
		}
	}
	if what == Statement {
		g.Statements = append(g.Statements, travaux.Statement{
			ID: c.ID, Content: []travaux.Span{span}, Mode: travaux.Indirect, Attribution: travaux.Unattributed, Chain: outletChain(g),
			SpeechAct: travaux.ActReport, Polarity: travaux.Positive, Certainty: travaux.CertainTrue, Rule: ruleAnalyst, Spans: []travaux.Span{span},
		})
		return c.ID
	}
	c.SupportedBy = []string{carrier(g, span)}
	switch what {
	case Event:
		e := travaux.EventClaim{Claim: c, Status: travaux.Happened, Trigger: span}
		g.Events = append(g.Events, e)
	case Text:
		g.Proposals = append(g.Proposals, travaux.ProposalClaim{Claim: c})
	case Position:
		g.Positions = append(g.Positions, travaux.PositionClaim{
			Claim: c, Option: span.Quote, Strength: "plain", Kind: "position", AccordingTo: "reported", Conditions: []string{},
		})
	case Consultation:
		g.Consultations = append(g.Consultations, travaux.ConsultationClaim{Claim: c, Polarity: "yes"})
	case Forecast:
		g.Forecasts = append(g.Forecasts, travaux.ForecastClaim{Claim: c, Proposition: span})
	}
	return c.ID
}

// carrier returns the innermost attributed statement whose content holds the
// span, else one in the outlet's own voice, which is made where there is none.
func carrier(g *travaux.Reading, span travaux.Span) string {
	best, size, voiced := -1, 0, false
	for i := range g.Statements {
		st := &g.Statements[i]
		own := st.Attribution == travaux.ByOutlet
		for _, c := range st.Content {
			if c.Contains(span) && (best < 0 || voiced && !own || voiced == own && c.Len() < size) {
				best, size, voiced = i, c.Len(), own
			}
		}
	}
	if best >= 0 {
		return g.Statements[best].ID
	}
	chain := outletChain(g)
	st := travaux.Statement{
		ID:      travaux.SpanID("statement", g.Report.ID, span.Start, span.End, "outlet-voice"),
		Content: []travaux.Span{span}, Mode: travaux.Indirect, Attribution: travaux.ByOutlet, Chain: chain, SpeechAct: travaux.ActReport,
		Polarity: travaux.Positive, Certainty: travaux.CertainTrue, Rule: ruleAnalyst, Spans: []travaux.Span{span},
	}
	if len(chain) > 0 {
		st.Speaker = chain[0]
	}
	g.Statements = append(g.Statements, st)
	return st.ID
}

// outletChain is the chain of what the outlet itself says: the head of the
// report's chains.
func outletChain(g *travaux.Reading) []string {
	for i := range g.Statements {
		if ch := g.Statements[i].Chain; len(ch) > 0 {
			return slices.Clone(ch[:1])
		}
	}
	for i := range g.Actors {
		if a := &g.Actors[i]; a.Type == travaux.ActorMedia && strings.EqualFold(a.Canonical, g.Report.Outlet.Value) {
			return []string{a.ID}
		}
	}
	return []string{}
}
