package travaux_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/pipeline"
	"github.com/travaux/travaux/internal/record"
	"github.com/travaux/travaux/internal/table"
)

var contradictionsFlag = flag.Bool("contradictions", false, "print the contradictions that nobody has read yet, with their words")

// contradictionsFloor is how many percent of what is called a contradiction
// must be one under its assumption.
const contradictionsFloor = 80

// verdict is a row of eval/precision/contradictions.tsv.
type verdict struct{ truth, why string }

// TestConflictsContradictions counts the verdicts on what is called a
// contradiction in the examples and, where they are there, in the seeds and the
// corpora. What has not been read is not counted as right.
func TestConflictsContradictions(t *testing.T) {
	verdicts := readVerdicts(t)
	sets := []string{filepath.Join("examples", "harbour"), filepath.Join("examples", "river"), filepath.Join(shared, "seeds")}
	if os.Getenv("TRAVAUX_EVAL") != "" || *contradictionsFlag {
		for _, c := range corpora {
			sets = append(sets, filepath.Join(shared, "data", "corpora", c+".jsonl"))
		}
	}
	right, all := 0, 0
	for _, set := range sets {
		if _, err := os.Stat(set); err != nil {
			continue
		}
		called, unread := 0, 0
		for _, x := range contradictions(t, set) {
			called++
			switch v, ok := verdicts[passages(x)]; {
			case !ok:
				unread++
				if *contradictionsFlag {
					t.Logf("unread\t%s\n\t%q\n\t%q\n\t%s\n\t%s", passages(x), x.A.Quote, x.B.Quote, x.Explanation, x.HoldsIf)
				}
			case v.truth == "true":
				right++
			}
		}
		all += called
		t.Logf("contradictions in %s: %d called, %d not read", filepath.Base(set), called, unread)
	}
	t.Logf("contradictions: %d of %d called are so under their assumption", right, all)
	if right*100 < contradictionsFloor*all {
		t.Errorf("%d of %d are right, below %d %%", right, all, contradictionsFloor)
	}
}

// passages names a relation by its rule and where its passages stand; the order
// of the two does not count.
func passages(x travaux.Relation) string {
	p := []string{fmt.Sprintf("%s:%d-%d", x.A.Report, x.A.Start, x.A.End), fmt.Sprintf("%s:%d-%d", x.B.Report, x.B.Start, x.B.End)}
	slices.Sort(p)
	return x.Rule + "\t" + p[0] + "\t" + p[1]
}

func readVerdicts(t *testing.T) map[string]verdict {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("eval", "precision", "contradictions.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]verdict{}
	err = table.Rows("contradictions.tsv", string(data), func(cols []string) error {
		if len(cols) != 5 || cols[3] != "true" && cols[3] != "false" || cols[3] == "false" && cols[4] == "" {
			return fmt.Errorf("%q is not a rule, two passages, a verdict and why", cols)
		}
		out[strings.Join(cols[:3], "\t")] = verdict{cols[3], cols[4]}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// contradictions reads a folder or corpus into a record and returns what it
// calls contradictions.
func contradictions(t *testing.T, path string) []travaux.Relation {
	t.Helper()
	var readings []*travaux.Reading
	err := pipeline.Read(t.Context(), newReader(t), []string{path}, pipeline.Options{}, func(o pipeline.Outcome) error {
		if o.Err == nil {
			readings = append(readings, o.Reading)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	world, err := knowledge.Default()
	if err != nil {
		t.Fatal(err)
	}
	rec, err := record.Build(asStored(readings), record.Options{Name: path, Atlas: record.WorldAtlas(world)})
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(rec.Relations, func(x travaux.Relation) bool { return x.Kind != travaux.Contradicts })
}
