package claim_test

import (
	"flag"
	"fmt"
	"slices"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/claim/claimtest"
)

var update = flag.Bool("update", false, "write what is found into the annotated texts; read the difference before it is kept")

// TestDocuments compares the events, and the texts, of the annotated texts.
func TestDocuments(t *testing.T) {
	claimtest.Documents(t, "*events.txt", *update, events)
	claimtest.Documents(t, "*texts.txt", *update, texts)
}

func events(c *cast.Cast, g *travaux.Reading) []string {
	var out []string
	for i := range g.Events {
		e := &g.Events[i]
		s := fmt.Sprintf("%s %s", e.Kind, e.Status)
		field := func(name, value string) {
			if value != "" {
				s += " | " + name + ": " + value
			}
		}
		field("by", claimtest.Names(c, e.Actors))
		field("with", claimtest.Names(c, e.Recipients))
		field("when", values(c, e.Dates))
		field("for", values(c, e.Durations))
		field("at", values(c, e.Places))
		field("out", values(c, e.Outcomes))
		if e.Same != "" {
			k := slices.IndexFunc(g.Events, func(f travaux.EventClaim) bool { return f.ID == e.Same })
			s += fmt.Sprintf(" | as %d", k+1)
		}
		out = append(out, s)
	}
	return out
}

func texts(c *cast.Cast, g *travaux.Reading) []string {
	var out []string
	number := func(id string) string {
		k := slices.IndexFunc(g.Proposals, func(p travaux.ProposalClaim) bool { return p.ID == id })
		return fmt.Sprint(k + 1)
	}
	for i := range g.Proposals {
		p := &g.Proposals[i]
		s := values(c, p.Names)
		field := func(name string, vs []travaux.Value) {
			if len(vs) > 0 {
				s += " | " + name + ": " + values(c, vs)
			}
		}
		field("points", p.Points)
		field("author", p.Authors)
		field("origin", p.Origins)
		field("first", p.FirstReportedBy)
		field("tabled", p.TabledBy)
		field("status", p.Statuses)
		field("date", p.Dates)
		field("tracks", p.TrackCounts)
		if p.CounterTo != "" {
			s += " | counter to " + number(p.CounterTo)
		}
		if p.DerivedFrom != "" {
			s += " | from " + number(p.DerivedFrom)
		}
		out = append(out, s)
		for _, q := range p.Provisions {
			who := "nobody"
			if a := c.Actor(q.Obliged); a != nil {
				who = a.Canonical
			}
			line := fmt.Sprintf("  %s %s: %s", who, q.Obligation, q.Quote)
			if q.PointNo > 0 {
				line += fmt.Sprintf(" | point %d", q.PointNo)
			}
			if q.AgreedState != "unknown" {
				line += " | " + q.AgreedState
			}
			out = append(out, line)
		}
		for _, q := range p.Tracks {
			out = append(out, fmt.Sprintf("  track %d: %s", q.List, q.Label))
		}
	}
	return out
}

func values(c *cast.Cast, vs []travaux.Value) string {
	var out []string
	for _, v := range vs {
		out = append(out, v.Value)
	}
	return claimtest.Names(c, out)
}
