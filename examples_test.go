package travaux_test

import (
	"bufio"
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/pipeline"
	"github.com/travaux/travaux/internal/record"
)

// TestExamples compares the record of each folder of examples, without and
// with its profile, with what a careful reader finds in it (testdata/examples).
// Run with -v to see what is missing.
func TestExamples(t *testing.T) {
	for _, folder := range []string{"harbour", "river"} {
		rows := readRows(t, filepath.Join("testdata", "examples", folder+".tsv"))
		for _, profile := range []string{"", folder + ".yaml"} {
			t.Run(cmp.Or(profile, folder), func(t *testing.T) {
				t.Parallel()
				ex := readExample(t, folder, profile)
				for _, r := range rows {
					ex.check(t, r)
				}
				ex.compare(t, cmp.Or(profile, folder), rows)
			})
		}
	}
}

// compare counts the rows that are found, by kind, and fails below the floors.
func (ex *example) compare(t *testing.T, name string, rows []expected) {
	t.Helper()
	ex.assign(rows)
	found, total := map[string]int{}, map[string]int{}
	for _, r := range rows {
		total[r.kind]++
		if ex.found(r) {
			found[r.kind]++
		} else if testing.Verbose() {
			t.Logf("line %d: %s: %s %q is not found as %q %q", r.line, r.report, r.kind, r.quote, r.value, r.otherQuote)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(total)) {
		t.Logf("%-14s %-13s %3d of %3d", name, kind, found[kind], total[kind])
		if found[kind] < floors[name][kind] {
			t.Errorf("%s: %d rows found of %d, there were %d", kind, found[kind], total[kind], floors[name][kind])
		}
	}
}

// expected is a row of testdata/examples, whose head says what the kinds mean.
type expected struct {
	line                       int
	kind, report, quote, value string
	otherReport, otherQuote    string
}

// pair returns the value of a key in a row's "key=value; key=value".
func (r expected) pair(key string) (string, bool) {
	for p := range strings.SplitSeq(r.value, "; ") {
		if k, v, ok := strings.Cut(p, "="); ok && k == key {
			return v, true
		}
	}
	return "", false
}

func readRows(t *testing.T, name string) []expected {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []expected
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "kind\t") {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 6 {
			t.Fatalf("%s:%d has %d columns, want 6", name, n, len(c))
		}
		rows = append(rows, expected{n, c[0], c[1], c[2], c[3], c[4], c[5]})
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}

// example is a folder of examples as the program reads it.
type example struct {
	rec        *travaux.Record
	reports    map[string]*travaux.Report // by file name
	timexes    map[string][]travaux.Timex // by file name, as the next
	quantities map[string][]travaux.Quantity
	names      map[string][]string // the forms of an actor's name, by id
	actors     map[string]string   // actor ids by the value of the rows that name them
}

func readExample(t *testing.T, folder, profile string) *example {
	t.Helper()
	world, err := knowledge.Default()
	if err != nil {
		t.Fatal(err)
	}
	prof := readProfile(t, profile)
	reader, err := pipeline.NewReader(world, prof, nil)
	if err != nil {
		t.Fatal(err)
	}
	ex := &example{
		reports: map[string]*travaux.Report{}, names: map[string][]string{},
		timexes: map[string][]travaux.Timex{}, quantities: map[string][]travaux.Quantity{},
	}
	var readings []*travaux.Reading
	err = pipeline.Read(t.Context(), reader, []string{filepath.Join("examples", folder)}, pipeline.Options{}, func(o pipeline.Outcome) error {
		if o.Err == nil {
			ex.add(o.Reading)
			readings = append(readings, o.Reading)
		}
		return o.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	ex.rec, err = record.Build(readings, record.Options{Name: folder, Atlas: record.WorldAtlas(world), Known: prof.Known()})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range ex.rec.Actors {
		ex.names[a.ID] = append(ex.names[a.ID], a.Canonical)
		for _, f := range a.NameForms {
			ex.names[a.ID] = append(ex.names[a.ID], f.Form)
		}
	}
	return ex
}

// readProfile reads a profile; no name is no profile.
func readProfile(t *testing.T, name string) *knowledge.Profile {
	t.Helper()
	if name == "" {
		return nil
	}
	f, err := os.Open(filepath.Join("examples", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, err := knowledge.ReadProfile(f)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// add keeps what a record leaves out of a reading.
func (ex *example) add(g *travaux.Reading) {
	name := filepath.Base(g.Report.File)
	ex.reports[name] = g.Report
	for _, x := range g.Timexes {
		x.Report = g.Report.ID
		ex.timexes[name] = append(ex.timexes[name], x)
	}
	for _, x := range g.Quantities {
		x.Report = g.Report.ID
		ex.quantities[name] = append(ex.quantities[name], x)
	}
}

// check holds that the words of a row stand in their reports. What stands in
// the other column of a statement is its cue, in the same report.
func (ex *example) check(t *testing.T, r expected) {
	t.Helper()
	rep := ex.reports[r.report]
	if rep == nil {
		t.Fatalf("line %d: there is no report %s", r.line, r.report)
	}
	if !strings.Contains(rep.Text, r.quote) && (r.kind != "furniture" || !ex.cut(r)) {
		t.Errorf("line %d: %s does not hold %q", r.line, r.report, r.quote)
	}
	other := rep
	if r.otherReport != "" {
		if other = ex.reports[r.otherReport]; other == nil {
			t.Fatalf("line %d: there is no report %s", r.line, r.otherReport)
		}
	}
	if !strings.Contains(other.Text, r.otherQuote) {
		t.Errorf("line %d: %s does not hold %q", r.line, r.otherReport, r.otherQuote)
	}
}

// cut reports whether the words stand in the file and not in the text made of
// it, as furniture of a web page may.
func (ex *example) cut(r expected) bool {
	b, err := os.ReadFile(ex.reports[r.report].File)
	return err == nil && strings.Contains(string(b), r.quote)
}

// places returns every place where the words stand in the report.
func (ex *example) places(report, quote string) []travaux.Span {
	var list []travaux.Span
	rep := ex.reports[report]
	for at := 0; quote != ""; {
		i := strings.Index(rep.Text[at:], quote)
		if i < 0 {
			break
		}
		list = append(list, travaux.Span{Report: rep.ID, Start: at + i, End: at + i + len(quote), Quote: quote})
		at += i + len(quote)
	}
	return list
}

// covers reports whether one of the spans shares a byte with the words.
func (ex *example) covers(report, quote string, spans ...travaux.Span) bool {
	return slices.ContainsFunc(ex.places(report, quote), func(p travaux.Span) bool {
		return slices.ContainsFunc(spans, p.Overlaps)
	})
}

// named returns the ids of the actors whose name stands at the words.
func (ex *example) named(r expected) []string {
	var ids []string
	for _, a := range ex.rec.Actors {
		if r.kind == "anonymous" && !a.Type.Anonymous() {
			continue
		}
		if ex.covers(r.report, r.quote, a.Spans...) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// assign gives each actor that rows name the one actor of the record that most
// of these rows point to, and no actor of the record to two.
func (ex *example) assign(rows []expected) {
	votes := map[[2]string]int{} // by value and actor id
	for _, r := range rows {
		if r.kind == "actor" || r.kind == "anonymous" {
			for _, id := range ex.named(r) {
				votes[[2]string{r.actor(), id}]++
			}
		}
	}
	var pairs [][2]string
	for p := range votes {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(a, b [2]string) int {
		return cmp.Or(votes[b]-votes[a], strings.Compare(a[0], b[0]), strings.Compare(a[1], b[1]))
	})
	ex.actors = map[string]string{}
	taken := map[string]bool{}
	for _, p := range pairs {
		if ex.actors[p[0]] == "" && !taken[p[1]] {
			ex.actors[p[0]], taken[p[1]] = p[1], true
		}
	}
}

// actor tells the actors of a folder apart; unnamed ones are their report's.
func (r expected) actor() string {
	if r.kind == "anonymous" {
		return r.report + " " + r.value
	}
	return r.value
}
