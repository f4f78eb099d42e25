package travaux_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/answer"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/pipeline"
	"github.com/travaux/travaux/internal/record"
)

// TestAnswers asks every question of both examples: each row must quote its
// reports, and each column must be one of the question's.
func TestAnswers(t *testing.T) {
	for _, folder := range []string{"harbour", "river"} {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			s := subject(t, "", filepath.Join("examples", folder))
			texts := map[string]string{}
			for _, g := range s.Readings {
				texts[g.Report.ID] = g.Report.Text
			}
			for _, q := range answer.Questions() {
				ans, err := answer.Ask(s, q.ID, nil)
				if err != nil {
					t.Errorf("%s: %v", q.ID, err)
					continue
				}
				if len(ans.Rows) == 0 && q.Kind == answer.Unknown && len(ans.NotInRecord) == 0 {
					t.Errorf("%s: nothing is answered, and nothing said to be missing", q.ID)
				}
				for _, r := range ans.Rows {
					for _, sp := range r.Spans {
						if err := sp.Check(texts[sp.Report]); err != nil {
							t.Errorf("%s: %v", q.ID, err)
						}
					}
					for c := range r.Values {
						if !slices.Contains(q.Columns, c) {
							t.Errorf("%s: a row has the column %q", q.ID, c)
						}
					}
				}
			}
		})
	}
}

func TestAnswersRefuse(t *testing.T) {
	s := subject(t, "", filepath.Join("examples", "harbour"))
	for _, test := range []struct {
		id   string
		set  map[string]string
		code travaux.Code
	}{
		{"Z9", nil, travaux.CodeNotFound},
		{"M2", map[string]string{"party": "x"}, travaux.CodeInvalid},
		{"M3", map[string]string{"party": "Nobody of that name"}, travaux.CodeInvalid},
		{"R3", map[string]string{"date": "next week"}, travaux.CodeInvalid},
		{"J3", map[string]string{"event": "no such event"}, travaux.CodeInvalid},
	} {
		if _, err := answer.Ask(s, test.id, test.set); travaux.CodeOf(err) != test.code {
			t.Errorf("%s %v: %v, want code %s", test.id, test.set, err, test.code)
		}
	}
}

// subject is a record of the paths as ask sees it.
func subject(t *testing.T, profile string, paths ...string) answer.Subject {
	t.Helper()
	world, err := knowledge.Default()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := pipeline.NewReader(world, readProfile(t, profile), nil)
	if err != nil {
		t.Fatal(err)
	}
	var readings []*travaux.Reading
	err = pipeline.Read(t.Context(), reader, paths, pipeline.Options{}, func(o pipeline.Outcome) error {
		if o.Err == nil {
			readings = append(readings, o.Reading)
		}
		return o.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	at := func(asOf, knownBy travaux.EDTF) (*travaux.Record, error) {
		return record.Build(readings, record.Options{
			Name: "example", AsOf: asOf, KnownBy: knownBy, Atlas: record.WorldAtlas(world), Issues: reader.Issues(), Readers: reader.Versions(),
		})
	}
	rec, err := at("", "")
	if err != nil {
		t.Fatal(err)
	}
	return answer.Subject{Record: rec, Readings: readings, At: at}
}
