package judge_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/pipeline"
	"github.com/travaux/travaux/internal/record"
)

// TestChangedReportsAreReadAnew judges every row of some reports, changes their
// texts, and has them read again: what stands in a paragraph that is still
// there, once, must be found, and nothing else.
func TestChangedReportsAreReadAnew(t *testing.T) {
	world, err := knowledge.Default()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := pipeline.NewReader(world, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var paths []string
	paragraphs := map[string][]string{}
	for _, name := range []string{"harbour/03-halna-minister-readout.txt", "harbour/11-strandwire-ballot.txt", "river/10-parallax-compromise.txt"} {
		body, err := os.ReadFile(filepath.Join("../../examples", name))
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, filepath.Base(name))
		paths = append(paths, path)
		paragraphs[path] = strings.Split(string(body), "\n\n")
	}
	read := func(change func([]string) []string) []*travaux.Reading {
		var out []*travaux.Reading
		for _, p := range paths {
			text := strings.Join(change(append([]string{}, paragraphs[p]...)), "\n\n")
			if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		err := pipeline.Read(t.Context(), reader, paths, pipeline.Options{}, func(o pipeline.Outcome) error {
			if o.Err == nil {
				o.Reading.Sentences = nil
				out = append(out, o.Reading)
			}
			return o.Err
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	first := read(func(p []string) []string { return p })
	list := noteAll(t, first)
	middle := func(p []string) int { return len(p) / 2 }

	for _, tt := range []struct {
		name   string
		change func([]string) []string
		lost   bool // what stands in the middle paragraph
	}{
		{"a paragraph before", func(p []string) []string {
			return append([]string{p[0], "The talks are in their third week."}, p[1:]...)
		}, false},
		{"a paragraph told twice", func(p []string) []string { return append(p, p[middle(p)]) }, true},
		{"a paragraph dropped", func(p []string) []string { return append(p[:middle(p)], p[middle(p)+1:]...) }, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rec, err := record.Build(read(tt.change), record.Options{Judgements: list})
			if err != nil {
				t.Fatal(err)
			}
			found, kept := 0, 0
			for _, j := range rec.Judgements {
				a := j.Anchors[0]
				p := paragraphs[a.File]
				from := len(strings.Join(p[:middle(p)], "\n\n"))
				if inside := a.End > from && a.Start < from+2+len(p[middle(p)]); tt.lost && inside {
					if j.State == travaux.JudgementApplied {
						t.Errorf("%s “%s” is found, though its words are not there once", a.What, a.Quote)
					}
					continue
				}
				kept++
				if j.State == travaux.JudgementApplied {
					found++
				} else {
					t.Logf("%s “%s”: %s", a.What, a.Quote, j.Why)
				}
			}
			t.Logf("%d of %d found", found, kept)
			if found*100 < kept*95 {
				t.Errorf("%d of %d found, want 95 %%", found, kept)
			}
		})
	}
}

// noteAll makes a note on every row of the readings that can be judged.
func noteAll(t *testing.T, readings []*travaux.Reading) []travaux.Judgement {
	t.Helper()
	rec, err := record.Build(readings, record.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, r := range rec.Actors {
		ids = append(ids, r.ID)
	}
	for _, r := range rec.Events {
		ids = append(ids, r.Claims...)
	}
	for _, r := range rec.Proposals {
		ids = append(ids, r.ID)
	}
	for _, r := range rec.Statements {
		ids = append(ids, r.ID)
	}
	for _, r := range rec.Positions {
		ids = append(ids, r.ID)
	}
	for _, r := range rec.Consultations {
		ids = append(ids, r.ID)
	}
	for _, r := range rec.Forecasts {
		ids = append(ids, r.ID)
	}
	m := judge.NewMarker(rec, readings, nil)
	var out []travaux.Judgement
	for _, id := range ids {
		parts, err := m.Row(id)
		if err != nil {
			t.Errorf("a row that cannot be judged: %v", err)
			continue
		}
		out = append(out, judge.Identify(travaux.Judgement{
			Kind: travaux.JudgeNote, By: "ana", At: "2031-03-05T09:00:00Z", Reason: id, Anchors: []travaux.Anchor{parts[0].Anchor},
		}))
	}
	return out
}
