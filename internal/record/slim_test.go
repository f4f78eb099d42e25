package record

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
)

// TestSlim holds that a draft of slim readings has the rows of whole ones, and
// with the statements of the whole ones is the record.
func TestSlim(t *testing.T) {
	whole := delta(t)
	var slim []*travaux.Reading
	for _, g := range whole {
		slim = append(slim, Slim(g))
	}
	d, err := NewDraft(slim, Options{Slim: true})
	if err != nil {
		t.Fatal(err)
	}
	got := *d.Record()
	if len(got.Statements) > 0 {
		t.Errorf("a slim draft has %d statements", len(got.Statements))
	}
	for _, r := range got.Reports {
		for _, g := range whole {
			if g.Report.ID == r.ID {
				got.Statements = append(got.Statements, d.Statements(g)...)
			}
		}
	}
	if diff := cmp.Diff(build(t, whole, Options{}), &got); diff != "" {
		t.Errorf("(-whole +slim):\n%s", diff)
	}
}

// TestSlimJudged holds that a draft of slim readings, whole where judgements
// bear on them, makes the record that whole readings make under them.
func TestSlimJudged(t *testing.T) {
	whole := delta(t)
	plain := build(t, whole, Options{})
	m := judge.NewMarker(plain, whole, nil)
	var list []travaux.Judgement
	decide := func(kind travaux.JudgementKind, id string, set ...travaux.Setting) {
		parts, err := m.Row(id)
		if err != nil {
			t.Fatal(err)
		}
		j := travaux.Judgement{Kind: kind, By: "ana", At: "2031-03-05T09:00:00Z", Reason: id, Set: set}
		for _, p := range parts {
			j.Anchors = append(j.Anchors, p.Anchor)
		}
		list = append(list, judge.Identify(j))
	}
	decide(travaux.JudgeNote, plain.Statements[0].ID)
	decide(travaux.JudgeReject, plain.Statements[1].ID)
	decide(travaux.JudgeCorrect, plain.Statements[2].ID, travaux.Setting{Field: "certainty", Value: "PS+"})
	decide(travaux.JudgeNote, plain.Actors[0].ID)
	decide(travaux.JudgeCorrect, plain.Events[0].ID, travaux.Setting{Field: "status", Value: "cancelled"})

	reports := make([]*travaux.Report, len(whole))
	for i, g := range whole {
		reports[i] = g.Report
	}
	keep := judge.Whole(reports, list)
	if len(keep) == 0 || len(keep) == len(whole) {
		t.Fatalf("%d of %d reports are whole", len(keep), len(whole))
	}
	slim := make([]*travaux.Reading, len(whole))
	for i, g := range whole {
		own := *g // a draft drops from what it is given
		if slim[i] = &own; !keep[g.Report.ID] {
			slim[i] = Slim(g)
		}
	}
	d, err := NewDraft(slim, Options{Slim: true, Whole: keep, Judgements: list})
	if err != nil {
		t.Fatal(err)
	}
	got := *d.Record()
	for _, r := range got.Reports {
		for _, g := range whole {
			if g.Report.ID == r.ID {
				got.Statements = append(got.Statements, d.Statements(g)...)
			}
		}
	}
	want := build(t, whole, Options{Judgements: list})
	if diff := cmp.Diff(want, &got); diff != "" {
		t.Errorf("(-whole +slim):\n%s", diff)
	}
	for _, j := range want.Judgements {
		if j.State != travaux.JudgementApplied {
			t.Errorf("%s is %s: %s", j.Kind, j.State, j.Why)
		}
	}
}
