package dossier

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The pages of the fixture whose bytes are kept in testdata/golden.
func TestGolden(t *testing.T) {
	files := render(t, loadFixture(t))
	pages := []string{
		briefFile, "index.html", "questions.html", "questions-m.html", "questions-j.html", "questions-c.html", "timeline.html", "calendar.html", "events.html", "plans.html", "versions.html", "closeness.html",
		"positions.html", "reach.html", "changes.html", "network.html", "consultations.html", "forecasts.html", "statements.html",
		"differences.html", "sources.html", "first.html", "actors.html", "negotiators.html", "named.html", "indicators.html", "indicator-voice-outlet.html", "actor-act_venn.html", "reports.html", "report-courier.html", "report-harbour.html",
	}
	for _, p := range pages {
		name := filepath.Join("testdata", "golden", p)
		if *update {
			if err := os.WriteFile(name, []byte(files[p]), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), files[p]); diff != "" {
			t.Errorf("%s (-golden +now; -update writes it anew):\n%s", p, diff)
		}
	}
}

// tree reads every file below a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(b)
	}
	return out
}

func TestWriteIsDeterministicAndReplaces(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "out", "dossier")
	d := loadFixture(t)
	if err := Write(dir, d); err != nil {
		t.Fatal(err)
	}
	first := tree(t, dir)
	var record strings.Builder
	if err := d.RecordJSON(&record); err != nil {
		t.Fatal(err)
	}
	if first[recordFile] != record.String() {
		t.Error("record.json is not the bytes given")
	}
	if err := Write(dir, d); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, tree(t, dir)); diff != "" {
		t.Errorf("the second dossier differs:\n%s", diff)
	}
	d.Record = &travaux.Record{}
	if err := Write(dir, d); err != nil {
		t.Fatal(err)
	}
	if _, ok := tree(t, dir)["report-courier.html"]; ok {
		t.Error("a page of the earlier dossier is left")
	}
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(entries) != 1 {
		t.Errorf("left beside the dossier: %v, %v", entries, err)
	}
}

func TestWriteRefusesToReplace(t *testing.T) {
	write := func(name, content string) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	tests := map[string]struct {
		prepare func(t *testing.T, dir string)
		want    travaux.Code
		says    string
	}{
		"a folder of something else": {write("index.html", "mine"), travaux.CodeConflict, "not a dossier"},
		"a marker of another format": {write(markerFile, "travaux.dossier/9\n"), travaux.CodeConflict, "not a dossier"},
		"a dossier with a file added": {func(t *testing.T, dir string) {
			if err := Write(dir, loadFixture(t)); err != nil {
				t.Fatal(err)
			}
			write("notes.txt", "mine")(t, dir)
		}, travaux.CodeConflict, "notes.txt"},
		"a file": {func(t *testing.T, dir string) {
			if err := os.WriteFile(dir, []byte("mine"), 0o666); err != nil {
				t.Fatal(err)
			}
		}, travaux.CodeConflict, "it is a file"},
		"an empty folder": {func(t *testing.T, dir string) {
			if err := os.Mkdir(dir, 0o777); err != nil {
				t.Fatal(err)
			}
		}, "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "dossier")
			tt.prepare(t, dir)
			err := Write(dir, loadFixture(t))
			if got := travaux.CodeOf(err); got != tt.want {
				t.Fatalf("Write: %v, code %q, want %q", err, got, tt.want)
			}
			if err != nil && !strings.Contains(err.Error(), tt.says) {
				t.Errorf("the error %q does not say %q", err, tt.says)
			}
		})
	}
}

func TestWriteThroughASymlink(t *testing.T) {
	root := t.TempDir()
	real, via := filepath.Join(root, "real"), filepath.Join(root, "via")
	if err := os.Mkdir(real, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, via); err != nil {
		t.Skip("no symbolic links here")
	}
	if err := Write(via, loadFixture(t)); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(via); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v, %v", info, err)
	}
	if _, ok := tree(t, real)["index.html"]; !ok {
		t.Error("nothing was written where the link leads")
	}
}

func TestWriteNeedsARecord(t *testing.T) {
	if err := Write(filepath.Join(t.TempDir(), "x"), Data{}); travaux.CodeOf(err) != travaux.CodeInvalid {
		t.Errorf("Write without a record: %v", err)
	}
}

func TestRenderOfNoPage(t *testing.T) {
	site, err := New(loadFixture(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := site.Render(nil, "../secret"); travaux.CodeOf(err) != travaux.CodeNotFound {
		t.Errorf("Render of no page: %v", err)
	}
}

// A passage that is not in the text held is said to be missing, not quoted.
func TestBrokenSpans(t *testing.T) {
	d := loadFixture(t)
	sp := &d.Record.Events[0].Dates[0].Spans[0]
	sp.Quote = "on Sunday"
	sp2 := &d.Record.Events[1].Durations[0].Spans[0]
	sp2.Start, sp2.End = 1<<20, 1<<20+5
	for p, content := range render(t, d) {
		if p != recordFile && strings.Contains(content, "on Sunday") {
			t.Errorf("%s quotes words that the report does not hold", p)
		}
		if p == "events.html" && strings.Count(content, "the words are not in the text held") != 2 {
			t.Errorf("%s does not say that two passages are missing", p)
		}
	}
}

// Long lists are split, and every row stands on exactly one page.
func TestListsAreSplit(t *testing.T) {
	files := render(t, generate(60, 30))
	for _, list := range []struct {
		pages, row string
		want       int
	}{{"statements", `id="stmt_`, 1800}, {"events", `id="ev_`, 60}, {"sources", `id="cor_`, 60}} {
		n := 0
		for p, content := range files {
			if strings.HasPrefix(p, list.pages) {
				n += strings.Count(content, list.row)
			}
		}
		if n != list.want {
			t.Errorf("%s: %d rows on its pages, want %d", list.pages, n, list.want)
		}
	}
	var pages []string
	for p := range files {
		if strings.HasPrefix(p, "statements") {
			pages = append(pages, p)
		}
	}
	slices.Sort(pages)
	if len(pages) != 1800/statementsPerPage {
		t.Errorf("pages of statements: %v", pages)
	}
}

// Of a list of many pages each leads to the first, the last and those around it.
func TestPageLinks(t *testing.T) {
	var all []string
	for i := range 40 {
		all = append(all, pagePath("list", i))
	}
	labels := func(i int) string {
		var out []string
		for _, l := range pageLinks(page{path: all[i], siblings: all}) {
			out = append(out, l.Label)
		}
		return strings.Join(out, " ")
	}
	for i, want := range map[int]string{
		0:  "1 2 3 4 5 … 40",
		5:  "1 2 3 4 5 6 7 8 9 10 … 40",
		20: "1 … 17 18 19 20 21 22 23 24 25 … 40",
		39: "1 … 36 37 38 39 40",
	} {
		if got := labels(i); got != want {
			t.Errorf("page %d leads to %q, want %q", i+1, got, want)
		}
	}
}
