package travaux_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/record"
)

// conflictsFloor is how many percent of the rows of the hand reading's
// conflicts that are not merely apparent must be found.
const conflictsFloor = 80

// goldRelations are the relations that the words of the hand reading stand for.
var goldRelations = map[string][]travaux.RelationKind{
	"granularity":   {travaux.Entails, travaux.EntailedBy, travaux.Overlapping},
	"later_change":  {travaux.Updates, travaux.ScheduleVsReport},
	"contradiction": {travaux.Contradicts},
	"identity":      {travaux.UnrelatedSameForm},
	"viewpoint":     {travaux.Viewpoint},
	"variant":       {travaux.Variant},
}

// conflict is a row of the hand reading: two passages and how they stand to
// each other.
type conflict struct {
	id, relation string
	a, b         goldRow
}

// TestConflictsGold counts the conflicts of the hand reading that are found:
// some relation of the right kind lies between passages that share words with
// both. An apparent conflict must not be called a contradiction. The two
// reports that were read by hand are taken by themselves, and with the others.
func TestConflictsGold(t *testing.T) {
	conflicts := goldConflicts(t)
	readings := seedReadings(t)
	var two, all []*travaux.Reading
	for _, name := range sortedNames(readings) {
		all = append(all, readings[name])
		if slices.ContainsFunc(conflicts, func(c conflict) bool { return c.a.seed == name || c.b.seed == name }) {
			two = append(two, readings[name])
		}
	}
	for _, run := range []struct {
		name     string
		readings []*travaux.Reading
	}{{"the two reports read by hand", two}, {"all reports", all}} {
		t.Run(run.name, func(t *testing.T) { compareConflicts(t, conflicts, run.readings) })
	}
}

func compareConflicts(t *testing.T, conflicts []conflict, readings []*travaux.Reading) {
	world, err := knowledge.Default()
	if err != nil {
		t.Fatal(err)
	}
	rec, err := record.Build(asStored(readings), record.Options{Name: "seeds", Atlas: record.WorldAtlas(world)})
	if err != nil {
		t.Fatal(err)
	}
	found, real, wrong := 0, 0, 0
	for _, c := range conflicts {
		between := c.between(rec.Relations)
		if c.relation == "apparent" {
			for _, x := range between {
				if x.Kind == travaux.Contradicts {
					wrong++
					t.Errorf("%s is called a contradiction: %q, %q", c.id, x.A.Quote, x.B.Quote)
				}
			}
			continue
		}
		real++
		if slices.ContainsFunc(between, func(x travaux.Relation) bool { return slices.Contains(goldRelations[c.relation], x.Kind) }) {
			found++
			continue
		}
		t.Logf("missed %s %s: %q, %q; between them: %s", c.id, c.relation, c.a.cols["a_span"], c.b.cols["b_span"], kindsOf(between))
	}
	t.Logf("conflicts: %d of %d (%.0f %%); apparent ones called contradictions: %d; relations in all: %d",
		found, real, 100*float64(found)/float64(real), wrong, len(rec.Relations))
	if found*100 < conflictsFloor*real {
		t.Errorf("%d of %d conflicts are found, below %d %%", found, real, conflictsFloor)
	}
}

// asStored returns the readings as a record gets them from a store: without
// their sentences.
func asStored(readings []*travaux.Reading) []*travaux.Reading {
	out := make([]*travaux.Reading, len(readings))
	for i, g := range readings {
		slim := *g
		slim.Sentences = nil
		out[i] = &slim
	}
	return out
}

// between returns the relations whose passages share words with both of the
// row's, in either order.
func (c conflict) between(relations []travaux.Relation) []travaux.Relation {
	var out []travaux.Relation
	for _, x := range relations {
		if c.a.meets(x.A) && c.b.meets(x.B) || c.a.meets(x.B) && c.b.meets(x.A) {
			out = append(out, x)
		}
	}
	return out
}

func (r goldRow) meets(s travaux.Span) bool {
	return filepath.Base(s.File) == r.seed && common(r, s) > 0
}

func kindsOf(relations []travaux.Relation) string {
	var out []string
	for _, x := range relations {
		out = append(out, string(x.Kind)+" "+x.Subkind)
	}
	return strings.Join(out, ", ")
}

func goldConflicts(t *testing.T) []conflict {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared, "gold", "conflicts.tsv"))
	if err != nil {
		t.Skip("no hand reading beside the module")
	}
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	var out []conflict
	for _, line := range lines[1:] {
		cols := map[string]string{}
		for i, c := range strings.Split(line, "\t") {
			cols[head[i]] = c
		}
		side := func(p string) goldRow {
			start, _ := strconv.Atoi(cols[p+"_bstart"])
			end, _ := strconv.Atoi(cols[p+"_bend"])
			return goldRow{id: cols["id"], seed: cols["seed_"+p], start: start, end: end, cols: cols}
		}
		out = append(out, conflict{cols["id"], cols["relation"], side("a"), side("b")})
	}
	return out
}

func sortedNames(readings map[string]*travaux.Reading) []string {
	var out []string
	for name := range readings {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}
