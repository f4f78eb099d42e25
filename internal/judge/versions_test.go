package judge_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

const vote = "Jana Roth expects a vote of the crews on Friday."

// telling is one version of an article about a vote: what a reader has of a
// sentence wherever it stands in it.
func telling(t *testing.T, id, date, text string) *travaux.Reading {
	t.Helper()
	b := readingtest.New(t, id, "Delta Post", date, text)
	g := b.Reading()
	g.Report.File = "ferry.txt"
	if !strings.Contains(text, "expects") {
		return g
	}
	roth := b.Actor(travaux.ActorPerson, "Jana Roth").ID
	line := text[strings.LastIndexByte(text[:strings.Index(text, "expects")], '\n')+1:]
	line = line[:strings.IndexByte(line, '.')+1]
	g.Forecasts = append(g.Forecasts, travaux.ForecastClaim{
		Claim:  travaux.Claim{ID: "forecast_" + id, Span: b.Span(line), SupportedBy: []string{b.Voice(line)}},
		Holder: roth, Proposition: b.Span(line), Type: "prediction",
	})
	return g
}

// TestOtherVersions wants a judgement on one version of an article to bear on
// the same passage of the others, and to be listed where a later one words it
// otherwise.
func TestOtherVersions(t *testing.T) {
	tests := []struct {
		name, second string
		state        travaux.JudgementState
		resolved     int    // forecasts
		why          string // a part of it
	}{
		{"a paragraph more", "Ferry talks\nThe port was shut.\n" + vote, travaux.JudgementApplied, 2, ""},
		{"another wording", "Ferry talks\nJana Roth expects a vote of the crews on Sunday.", travaux.JudgementReview, 1, "on Sunday"},
		{"told twice", "Ferry talks\n" + vote + "\nThe port was shut.\n" + vote, travaux.JudgementReview, 1, "more than once"},
		{"left out", "Ferry talks\nThe port was shut.", travaux.JudgementApplied, 1, ""},
	}
	for _, tt := range tests {
		for _, judged := range []int{0, 1} { // on the earlier, on the later version
			t.Run(tt.name, func(t *testing.T) {
				d := &docket{t: t, readings: []*travaux.Reading{telling(t, "a", "2031-03-06", "Ferry talks\n"+vote), telling(t, "b", "2031-03-07", tt.second)}}
				d.build()
				i := slices.IndexFunc(d.rec.Forecasts, func(f travaux.Forecast) bool { return f.Spans[0].Report == d.readings[judged].Report.ID })
				if i < 0 {
					t.Skip("nothing to judge there")
				}
				if judged == 1 && tt.state == travaux.JudgementReview {
					tt.state, tt.why = travaux.JudgementApplied, "" // what an earlier version says otherwise needs no look
				}
				id := d.decide("ana", travaux.Judgement{Kind: travaux.JudgeResolve, Anchors: d.anchors(d.rec.Forecasts[i].ID), Set: one("resolution", "came_true")})
				slices.Reverse(d.readings)
				d.build()
				n := 0
				for _, f := range d.rec.Forecasts {
					if f.Resolution == "came_true" {
						n++
					}
				}
				j := d.rec.Judgements[0]
				if j.ID != id || j.State != tt.state || n != tt.resolved || !strings.Contains(j.Why, tt.why) {
					t.Errorf("%s (%s), %d resolved; want %s (%s), %d", j.State, j.Why, n, tt.state, tt.why, tt.resolved)
				}
			})
		}
	}
}

// TestDoubtIsSettled wants a doubt about a later version to end once somebody
// has judged its words, and one's own judgement on a version to go before one
// that was carried there.
func TestDoubtIsSettled(t *testing.T) {
	d := &docket{t: t, readings: []*travaux.Reading{
		telling(t, "a", "2031-03-06", "Ferry talks\n"+vote), telling(t, "b", "2031-03-07", "Ferry talks\nJana Roth expects a vote of the crews on Sunday."),
	}}
	d.build()
	on := func(report string) []travaux.Anchor {
		i := slices.IndexFunc(d.rec.Forecasts, func(f travaux.Forecast) bool { return f.Spans[0].Report == report })
		return d.anchors(d.rec.Forecasts[i].ID)
	}
	id := d.decide("ana", travaux.Judgement{Kind: travaux.JudgeCorrect, Anchors: on("report_a"), Set: one("type", "fear")})
	if d.state(id) != travaux.JudgementReview {
		t.Fatalf("%s", d.state(id))
	}
	d.decide("ben", travaux.Judgement{Kind: travaux.JudgeNote, Anchors: on("report_b")})
	if d.state(id) != travaux.JudgementApplied {
		t.Errorf("%s after the words were noted", d.state(id))
	}

	d.readings[1] = telling(t, "b", "2031-03-07", "Ferry talks\nThe port was shut.\n"+vote)
	d.list = nil
	d.build()
	older := d.decide("ana", travaux.Judgement{Kind: travaux.JudgeCorrect, Anchors: on("report_a"), Set: one("type", "fear")})
	newer := d.decide("ben", travaux.Judgement{Kind: travaux.JudgeCorrect, Anchors: on("report_b"), Set: one("type", "plan")})
	if d.state(older) != travaux.JudgementApplied || d.state(newer) != travaux.JudgementApplied {
		t.Errorf("on the older %s, on the newer %s", d.state(older), d.state(newer))
	}
	for _, f := range d.rec.Forecasts {
		if want := map[string]string{"report_a": "fear", "report_b": "plan"}[f.Spans[0].Report]; f.Type != want {
			t.Errorf("the forecast of %s is a %s, want %s", f.Spans[0].Report, f.Type, want)
		}
	}
}

// TestAddedInOtherVersions wants what was added by hand to be there in every
// version that has the words, with the actors that it names.
func TestAddedInOtherVersions(t *testing.T) {
	d := &docket{t: t, readings: []*travaux.Reading{
		telling(t, "a", "2031-03-06", "Ferry talks\n"+vote+"\nThe crews of the night ferry walked out at noon."),
		telling(t, "b", "2031-03-07", "Ferry talks\nThe crews of the night ferry walked out at noon.\nBoats lay idle.\n"+vote),
	}}
	d.build()
	at, err := d.marker().Quoted("report_a", judge.Position, "The crews of the night ferry walked out at noon")
	if err != nil {
		t.Fatal(err)
	}
	who, err := d.marker().Named("report_a", "Jana Roth")
	if err != nil {
		t.Fatal(err)
	}
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeAdd, Anchors: []travaux.Anchor{at}, Set: []travaux.Setting{
		{Field: "party", Value: "Jana Roth", Means: &who}, {Field: "issue", Value: "other"}, {Field: "stance", Value: "opposes"},
	}})
	roth := d.actor("Jana Roth")
	if len(d.rec.Positions) != 2 || d.rec.Positions[0].Party != roth || d.rec.Positions[1].Party != roth {
		t.Errorf("positions %+v", d.rec.Positions)
	}
}

// TestBelonging wants reports to be kept and set aside as was decided, and what
// bears on a report that is set aside to be listed with the reason.
func TestBelonging(t *testing.T) {
	d := newDocket(t)
	row := func(report string) *travaux.ReportRow {
		return &d.rec.Reports[slices.IndexFunc(d.rec.Reports, func(r travaux.ReportRow) bool { return r.ID == report })]
	}
	wary := d.decide("ana", travaux.Judgement{Kind: travaux.JudgeCorrect, Anchors: d.anchors(d.rec.Positions[0].ID), Set: one("stance", "wary")})
	grade := d.decide("ana", travaux.Judgement{Kind: travaux.JudgeReliability, Anchors: d.anchors(d.actor("Delta Post")), Set: one("reliability", "B")})
	aside := d.decide("ana", travaux.Judgement{Kind: travaux.JudgeSetAside, Anchors: d.anchors("report_a")})
	if r := row("report_a"); r.SetAside == nil || !strings.Contains(r.SetAside.Reason, "ana decided so") || !slices.Contains(r.Judgements, aside) {
		t.Fatalf("%+v", r.SetAside)
	}
	if len(d.rec.Positions) != 0 || len(row("report_b").Judgements) != 0 || row("report_b").SetAside != nil {
		t.Errorf("positions %+v", d.rec.Positions)
	}
	i := slices.IndexFunc(d.rec.Judgements, func(j travaux.Judgement) bool { return j.ID == wary })
	if j := d.rec.Judgements[i]; j.State != travaux.JudgementWaiting || !strings.Contains(j.Why, "set aside") {
		t.Errorf("on what is set aside: %s (%s)", j.State, j.Why)
	}
	if d.state(grade) != travaux.JudgementApplied || d.state(aside) != travaux.JudgementApplied {
		t.Errorf("the grade of its outlet %s, setting it aside %s", d.state(grade), d.state(aside))
	}
	keep := d.decide("ben", travaux.Judgement{Kind: travaux.JudgeKeep, Anchors: d.anchors("report_a")})
	if d.state(keep) != travaux.JudgementConflict || d.state(aside) != travaux.JudgementConflict || row("report_a").SetAside != nil {
		t.Errorf("in conflict: %s and %s", d.state(keep), d.state(aside))
	}
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeUndo, Undoes: aside})
	if d.state(keep) != travaux.JudgementApplied || d.state(wary) != travaux.JudgementApplied || d.rec.Positions[0].Stance != travaux.Wary {
		t.Errorf("kept: %s; what bears on it: %s", d.state(keep), d.state(wary))
	}
}
