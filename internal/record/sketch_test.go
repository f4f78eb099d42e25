package record

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
	"github.com/travaux/travaux/internal/reconcile"
)

// sketched sketches the readings of which whole does not say that they stay
// whole, as they are when they were kept.
func sketched(t *testing.T, readings []*travaux.Reading, whole map[string]bool) ([]*travaux.Reading, Options) {
	t.Helper()
	opt := Options{Sketches: map[*travaux.Reading]*reconcile.Sketch{}}
	out := slices.Clone(readings)
	for i, g := range readings {
		if whole[g.Report.ID] {
			continue
		}
		body, err := reconcile.NewSketch(g).Append(nil)
		if err != nil {
			t.Fatal(err)
		}
		k, err := reconcile.ReadSketch(body, g.Report.Text, g.Report.File)
		if err != nil {
			t.Fatal(err)
		}
		out[i] = k.Reading
		opt.Sketches[k.Reading] = k
	}
	return out, opt
}

// TestSketched holds that a draft of sketches has the rows of whole readings, and
// with the statements of these is the record.
func TestSketched(t *testing.T) {
	whole := delta(t)
	readings, opt := sketched(t, whole, nil)
	d, err := NewDraft(readings, opt)
	if err != nil {
		t.Fatal(err)
	}
	got := *d.Record()
	if len(got.Statements) > 0 {
		t.Errorf("a sketched draft has %d statements", len(got.Statements))
	}
	for _, r := range got.Reports {
		for _, g := range whole {
			if g.Report.ID == r.ID {
				got.Statements = append(got.Statements, d.Statements(g)...)
			}
		}
	}
	if diff := cmp.Diff(build(t, whole, Options{}), &got); diff != "" {
		t.Errorf("(-whole +sketched):\n%s", diff)
	}
}

// TestSketchedJudged holds that a draft of sketches, and of whole readings where
// judgements bear on them, makes the record that whole readings make under them.
func TestSketchedJudged(t *testing.T) {
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
	readings, opt := sketched(t, whole, keep)
	opt.Judgements = list
	d, err := NewDraft(readings, opt)
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
		t.Errorf("(-whole +sketched):\n%s", diff)
	}
	for _, j := range want.Judgements {
		if j.State != travaux.JudgementApplied {
			t.Errorf("%s is %s: %s", j.Kind, j.State, j.Why)
		}
	}
}
