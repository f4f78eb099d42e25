package claim_test

import (
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim"
	"github.com/travaux/travaux/internal/claim/claimtest"
)

// check reports what a reading must never be.
func check(t testing.TB, g *travaux.Reading) {
	t.Helper()
	text := g.Report.Text
	ids, claims := map[string]bool{}, map[string]bool{}
	for i := range g.Statements {
		ids[g.Statements[i].ID] = true
	}
	carried := func(what string, s travaux.Span, by []string) {
		if err := s.Check(text); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if len(by) == 0 {
			t.Fatalf("%s %q is carried by no statement", what, s.Quote)
		}
		for _, id := range by {
			if !ids[id] {
				t.Fatalf("%s %q is carried by no statement of the reading", what, s.Quote)
			}
		}
	}
	all := func(what string, lists ...[]travaux.Value) {
		for _, vs := range lists {
			for _, v := range vs {
				for _, s := range v.Spans {
					carried(what, s, v.SupportedBy)
				}
				if v.Value == "" || len(v.Spans) == 0 {
					t.Fatalf("%s: an empty value %+v", what, v)
				}
			}
		}
	}
	for i := range g.Events {
		e := &g.Events[i]
		carried("event", e.Span, e.SupportedBy)
		carried("trigger", e.Trigger, e.SupportedBy)
		all("event", e.Dates, e.Durations, e.Places, e.Outcomes)
		if e.Same != "" && !claims[e.Same] {
			t.Fatalf("event %q is said to be one told later, or of no report", e.Trigger.Quote)
		}
		claims[e.ID] = true
	}
	texts := map[string]bool{}
	for i := range g.Proposals {
		texts[g.Proposals[i].ID] = true
	}
	for i := range g.Proposals {
		p := &g.Proposals[i]
		carried("text", p.Span, p.SupportedBy)
		all("text", p.Names, p.Points, p.Authors, p.Origins, p.FirstReportedBy, p.TabledBy, p.Forms, p.Statuses, p.Dates, p.TrackCounts)
		for _, other := range []string{p.DerivedFrom, p.CounterTo} {
			if other != "" && (!texts[other] || other == p.ID) {
				t.Fatalf("text %q leads to no other text", p.Quote)
			}
		}
		for _, q := range p.Provisions {
			carried("provision", q.Span, q.SupportedBy)
		}
		for _, q := range p.Tracks {
			carried("track", q.Span, q.SupportedBy)
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add("Foreign Minister Jana Roth met Ivan Sokol in Oslo, along with aides, for two hours.\n")
	f.Add("The draft — a version of the plan, the chair said — required Norway to:\n- Leave, and\n- Pay.\n")
	f.Add("# Talks between\nand\n- ,\n\"The deal\" of of of 12 points, first reported by Reuters, as\n")
	f.Add("The four tracks: a, b, and c; plans for a meeting, who, which\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		_, g := claimtest.Read(t, strings.ToValidUTF8(text, ""))
		check(t, g)
	})
}

func TestLaws(t *testing.T) {
	const text = `Foreign Minister Jana Roth met Ivan Sokol in Oslo on Monday. The 12-point plan, written by Ivan Sokol, would require Norway to leave the bay. Sweden drew up its own counter-proposal.
`
	_, g := claimtest.Read(t, text)
	check(t, g)
	if len(g.Events) == 0 || len(g.Proposals) != 2 {
		t.Errorf("%d events and %d texts, want some and 2", len(g.Events), len(g.Proposals))
	}
	voice := 0
	for i := range g.Statements {
		if g.Statements[i].Rule == "outlet-voice" {
			voice++
		}
	}
	if voice != 3 {
		t.Errorf("%d statements in the outlet's own voice, want one a sentence: 3", voice)
	}
}

func BenchmarkExtract(b *testing.B) {
	const para = "Foreign Minister Jana Roth met Ivan Sokol in Oslo on Monday, officials said. The 12-point plan, written by Ivan Sokol, would require Norway to leave the bay and pay for the dredging. Sweden's envoy was dispatched to Lisbon, where talks between the two sides were postponed. \n"
	d, c, g := claimtest.Statements(b, strings.Repeat(para, 40))
	b.SetBytes(int64(len(d.Text)))
	actors := c.Actors
	packs := claimtest.Packs(b)
	for b.Loop() {
		own := *g
		c.Actors = actors
		claim.Extract(d, c, &own, packs)
	}
}
