package judge

import (
	"slices"

	"github.com/travaux/travaux"
)

// reject takes what was read out of a copy of a reading, and with a statement
// the claims that rest on it alone. It returns how many those were.
func reject(g *travaux.Reading, what, id string) (with int) {
	switch what {
	case Event:
		g.Events = rejectEvent(g.Events, id)
	case Text:
		g.Proposals = slices.DeleteFunc(g.Proposals, func(p travaux.ProposalClaim) bool { return p.ID == id })
		for i := range g.Proposals {
			p := &g.Proposals[i]
			p.CounterTo, p.DerivedFrom = without(p.CounterTo, id), without(p.DerivedFrom, id)
		}
		for i := range g.Positions {
			g.Positions[i].About = without(g.Positions[i].About, id)
		}
		for i := range g.Events {
			g.Events[i].About = without(g.Events[i].About, id)
		}
	case Provision:
		for i := range g.Proposals {
			p := &g.Proposals[i]
			p.Provisions = slices.DeleteFunc(p.Provisions, func(v travaux.ProvisionClaim) bool { return v.ID == id })
		}
	case Position:
		g.Positions = slices.DeleteFunc(g.Positions, func(p travaux.PositionClaim) bool { return p.ID == id })
	case Consultation:
		g.Consultations = slices.DeleteFunc(g.Consultations, func(c travaux.ConsultationClaim) bool { return c.ID == id })
	case Forecast:
		g.Forecasts = slices.DeleteFunc(g.Forecasts, func(f travaux.ForecastClaim) bool { return f.ID == id })
	case Statement:
		return rejectStatement(g, id)
	}
	return 0
}

func without(have, id string) string {
	if have == id {
		return ""
	}
	return have
}

// rejectEvent drops a claim; the claims that named it as their event's first
// name the next.
func rejectEvent(events []travaux.EventClaim, id string) []travaux.EventClaim {
	out := slices.DeleteFunc(events, func(e travaux.EventClaim) bool { return e.ID == id })
	heir := ""
	for i := range out {
		switch {
		case out[i].Same != id:
		case heir == "":
			heir, out[i].Same = out[i].ID, ""
		default:
			out[i].Same = heir
		}
	}
	return out
}

// rejectStatement drops a statement and what rests on nothing else.
func rejectStatement(g *travaux.Reading, id string) (with int) {
	g.Statements = slices.DeleteFunc(g.Statements, func(s travaux.Statement) bool { return s.ID == id })
	var gone []string
	falls := func(c *travaux.Claim) bool {
		if !slices.Contains(c.SupportedBy, id) {
			return false
		}
		c.SupportedBy = slices.DeleteFunc(slices.Clone(c.SupportedBy), func(s string) bool { return s == id })
		if len(c.SupportedBy) == 0 {
			with++
			return true
		}
		return false
	}
	for i := range g.Events {
		if falls(&g.Events[i].Claim) {
			gone = append(gone, g.Events[i].ID)
		}
	}
	for _, e := range gone {
		g.Events = rejectEvent(g.Events, e)
	}
	gone = nil
	for i := range g.Proposals {
		if falls(&g.Proposals[i].Claim) {
			gone = append(gone, g.Proposals[i].ID)
		}
		p := &g.Proposals[i]
		p.Provisions = deleteFalling(p.Provisions, func(v *travaux.ProvisionClaim) bool { return falls(&v.Claim) })
	}
	for _, p := range gone {
		reject(g, Text, p)
	}
	g.Positions = deleteFalling(g.Positions, func(p *travaux.PositionClaim) bool { return falls(&p.Claim) })
	g.Consultations = deleteFalling(g.Consultations, func(c *travaux.ConsultationClaim) bool { return falls(&c.Claim) })
	g.Forecasts = deleteFalling(g.Forecasts, func(f *travaux.ForecastClaim) bool { return falls(&f.Claim) })
	dropSupport(g, id)
	return with
}

func deleteFalling[T any](rows []T, falls func(*T) bool) []T {
	out := rows[:0]
	for i := range rows {
		if !falls(&rows[i]) {
			out = append(out, rows[i])
		}
	}
	return out
}

// dropSupport takes a statement out of the support of values and roles; values
// that name none of their own rest on those of their claim.
func dropSupport(g *travaux.Reading, id string) {
	drop := func(vs []travaux.Value) []travaux.Value {
		out := slices.Clone(vs)
		for i := range out {
			out[i].SupportedBy = slices.DeleteFunc(slices.Clone(out[i].SupportedBy), func(s string) bool { return s == id })
		}
		return out
	}
	for i := range g.Events {
		e := &g.Events[i]
		e.Dates, e.Durations, e.Places, e.Outcomes = drop(e.Dates), drop(e.Durations), drop(e.Places), drop(e.Outcomes)
	}
	for i := range g.Proposals {
		p := &g.Proposals[i]
		for _, f := range []*[]travaux.Value{
			&p.Names, &p.Points, &p.Authors, &p.Origins, &p.FirstReportedBy, &p.TabledBy, &p.Forms, &p.Statuses, &p.Dates, &p.TrackCounts,
		} {
			*f = drop(*f)
		}
	}
	for i := range g.Actors {
		a := &g.Actors[i]
		a.Roles = slices.Clone(a.Roles)
		for k := range a.Roles {
			r := &a.Roles[k]
			r.SupportedBy = slices.DeleteFunc(slices.Clone(r.SupportedBy), func(s string) bool { return s == id })
		}
	}
}
