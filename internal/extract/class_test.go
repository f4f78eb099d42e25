package extract

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

var update = flag.Bool("update", false, "write what the code gives into the annotated files")

// TestLines reads testdata/lines: each line of a document stands behind its
// expected class and "| ". A line without that is blank. Lines "# field: value"
// before the first are what the report is to say of itself.
func TestLines(t *testing.T) {
	files, err := filepath.Glob("testdata/lines/*")
	if err != nil || len(files) < 10 {
		t.Fatalf("found %d annotated files: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var text strings.Builder
			var fields []string
			for line := range strings.Lines(string(data)) {
				if name, ok := strings.CutPrefix(line, "# "); ok && text.Len() == 0 {
					name, _, _ = strings.Cut(name, ":")
					fields = append(fields, name)
					continue
				}
				_, words, _ := strings.Cut(line, "| ")
				text.WriteString(strings.TrimSuffix(words, "\n") + "\n")
			}
			r, err := Extract(context.Background(), Input{File: file, Data: []byte(text.String())})
			if err != nil {
				t.Fatal(err)
			}
			check(t, r)
			got := annotated(r, fields)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want := strings.ReplaceAll(string(data), "blank| \n", "\n")
			if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// annotated renders a report as the annotated files are written, with the named
// fields first.
func annotated(r *travaux.Report, fields []string) string {
	var b strings.Builder
	for _, f := range fields {
		value := map[string]string{
			"outlet": r.Outlet.Value, "headline": r.Headline.Value, "byline": r.Byline.Value, "weekday": r.Date.Weekday,
			"date": string(r.Date.EDTF) + " (" + string(r.Date.Basis) + ")", "genre": string(r.Genre), "language": r.Language,
			"parts": shownParts(r), "notes": strings.Join(r.Notes, "; "),
		}[f]
		b.WriteString("# " + f + ": " + value + "\n")
	}
	for _, l := range r.Lines {
		if l.Class != travaux.LineBlank {
			b.WriteString(string(l.Class) + "| " + r.Text[l.Start:l.End])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// shownParts renders the parts of a report.
func shownParts(r *travaux.Report) string {
	var list []string
	for _, p := range r.Parts {
		list = append(list, strings.TrimSpace(string(p.Kind)+" "+p.Clock+p.Headline.Value)+" ("+strings.TrimSpace(string(p.Date.EDTF)+" "+string(p.Date.Basis))+")")
	}
	return strings.Join(list, "; ")
}

// check verifies what must hold of every report: the lines tile the text, each
// class is known, blocks lie in prose lines in order, fields quote the text.
func check(t interface {
	Helper()
	Errorf(string, ...any)
}, r *travaux.Report,
) {
	t.Helper()
	at := 0
	known := map[travaux.LineClass]bool{}
	for _, c := range travaux.LineClasses() {
		known[c] = true
	}
	for i, l := range r.Lines {
		if gap := r.Text[at:l.Start]; i > 0 && gap != "\n" && gap != "\r\n" || i == 0 && gap != "" {
			t.Errorf("between lines %d and %d lies %q", i, i+1, gap)
		}
		if strings.ContainsAny(r.Text[l.Start:l.End], "\n") || !known[l.Class] {
			t.Errorf("line %d, %q, has class %q", i+1, r.Text[l.Start:l.End], l.Class)
		}
		at = l.End
	}
	if rest := r.Text[at:]; rest != "" && rest != "\n" && rest != "\r\n" {
		t.Errorf("after the last line lies %q", rest)
	}
	end := 0
	for _, b := range r.Blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(r.Text) {
			t.Errorf("block %+v is empty, out of order or outside the text", b)
			continue
		}
		end = b.End
		for _, l := range r.Lines {
			if l.Start < b.End && b.Start < l.End && !l.Class.Prose() {
				t.Errorf("block %+v reaches into a line of class %q", b, l.Class)
			}
		}
	}
	at = 0
	for _, p := range r.Parts {
		if p.Start < at || p.End <= p.Start || p.End > len(r.Text) || !p.Date.EDTF.Valid() || p.Date.Basis == "" {
			t.Errorf("part %+v is empty, out of order, outside the text or of no time", p)
		}
		at = p.End
	}
	fields := append([]travaux.Field{r.Outlet, r.Headline, r.Deck, r.Byline, r.URL}, r.Contributors...)
	fields = append(append(fields, r.Listed...), r.Places...)
	for _, f := range fields {
		if f.End == 0 {
			continue
		}
		if f.Start < 0 || f.End > len(r.Text) || f.Start >= f.End {
			t.Errorf("field %+v is outside the text", f)
		} else if quote := strings.Join(strings.Fields(r.Text[f.Start:f.End]), " "); f.Basis == "text" && quote != f.Value {
			t.Errorf("field %+v quotes %q", f, quote)
		}
	}
	if !r.Date.EDTF.Valid() || (r.Date.EDTF == "") != (r.Date.Basis == travaux.BasisUnknown) || r.Date.End > len(r.Text) {
		t.Errorf("document time %+v", r.Date)
	}
}
