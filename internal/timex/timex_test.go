package timex

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/travaux/travaux"
)

// TestAnnotated checks the texts of testdata, which carry what is expected
// beside the words: {words|TYPE|value|bound|edtf=…|basis=…} for a time
// expression, {words|Q|value|unit|of|bound} for a quantity. A group of lines
// begins with "date", the document time and its basis, and may end with
// "doctime" and what DocTime gives. Nothing else may be found.
func TestAnnotated(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no annotated texts", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		report := &travaux.Report{}
		var group []string
		for n, line := range strings.Split(string(data), "\n") {
			kind, rest, _ := strings.Cut(line, " ")
			switch {
			case kind == "date":
				d, basis, _ := strings.Cut(rest, " ")
				report = &travaux.Report{Date: travaux.DocTime{EDTF: travaux.EDTF(d), Basis: travaux.Basis(basis)}}
				group = nil
			case kind == "doctime":
				checkDocTime(t, report, strings.Join(group, "\n"), rest)
			case line != "" && kind != "#":
				plain := checkLine(t, fmt.Sprintf("%s:%d", f, n+1), report, line)
				group = append(group, plain)
			}
		}
	}
}

func checkDocTime(t *testing.T, report *travaux.Report, text, want string) {
	t.Helper()
	doc := annotated(t, text, parser(t))
	tx, _ := Find(doc, report)
	got := DocTime(doc, report, tx)
	shown := string(got.EDTF)
	if shown == "" {
		shown = "-"
	}
	if shown += " " + string(got.Basis); shown != want {
		t.Errorf("%s\ndocument time %s, want %s", text, shown, want)
	}
}

// checkLine compares one line with what it says, and returns its plain text.
func checkLine(t *testing.T, at string, report *travaux.Report, line string) string {
	t.Helper()
	var plain strings.Builder
	var want []string
	rest := line
	type mark struct {
		start  int
		fields []string
	}
	var marks []mark
	for {
		before, after, ok := strings.Cut(rest, "{")
		plain.WriteString(before)
		if !ok {
			break
		}
		inner, tail, _ := strings.Cut(after, "}")
		f := strings.Split(inner, "|")
		marks = append(marks, mark{plain.Len(), f})
		plain.WriteString(f[0])
		rest = tail
	}
	doc := annotated(t, plain.String(), parser(t))
	tx, qs := Find(doc, report)
	got := map[int]string{}
	for _, x := range tx {
		got[x.Start] = strings.Join([]string{x.Quote, x.Type, x.Value}, "|")
		for _, m := range marks {
			if m.start != x.Start {
				continue
			}
			for _, f := range m.fields[min(3, len(m.fields)):] { // show what the line asks for
				switch {
				case strings.HasPrefix(f, "edtf="):
					got[x.Start] += "|edtf=" + string(x.EDTF)
				case strings.HasPrefix(f, "basis="):
					got[x.Start] += "|basis=" + string(x.Basis)
				default:
					got[x.Start] += "|" + string(x.Bound)
				}
			}
		}
	}
	for _, q := range qs {
		got[q.Start] = strings.Join([]string{q.Quote, "Q", q.Value, q.Unit, q.Of}, "|")
		if q.Bound != travaux.Exact {
			got[q.Start] += "|" + string(q.Bound)
		}
	}
	for _, m := range marks {
		want = append(want, strings.Join(m.fields, "|"))
	}
	var starts []int
	for s := range got {
		starts = append(starts, s)
	}
	sort.Ints(starts)
	var found []string
	for _, s := range starts {
		found = append(found, got[s])
	}
	if d := cmp.Diff(want, found); d != "" {
		t.Errorf("%s: %s\n(-want +got)\n%s", at, line, d)
	}
	return plain.String()
}

// checkFound reports what must hold of anything found in any text.
func checkFound(t *testing.T, text string, tx []travaux.Timex, qs []travaux.Quantity) {
	t.Helper()
	end := 0
	for _, x := range tx {
		if err := x.Check(text); err != nil || x.Len() == 0 {
			t.Errorf("%v %q", err, x.Quote)
		}
		if x.Start < end {
			t.Errorf("%q overlaps the expression before", x.Quote)
		}
		end = x.End
		if !x.EDTF.Valid() {
			t.Errorf("%q has the EDTF %q", x.Quote, x.EDTF)
		}
		if x.Value == "" || x.Basis == "" {
			t.Errorf("%q has value %q, basis %q", x.Quote, x.Value, x.Basis)
		}
	}
	for _, q := range qs {
		if err := q.Check(text); err != nil || q.Value == "" || q.Bound == "" {
			t.Errorf("%v %+v", err, q)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"May 3-5, 2031", "the end of the week of 31 June", "between 30 and 40 percent", "€1.5bn–$2bn", "12:60 p.m. 1999-13-45",
		"nineteen ninety-six and two and a half", "99999999999999999999 years ago", "'80s’s", "Q3", "\xff 3 May\x00", "the 0th century",
		"February 29", "9999 million billion trillion years", "late early mid-May", "", "twelve hundred dozen million",
	} {
		f.Add(s, "2031-05-07")
	}
	f.Fuzz(func(t *testing.T, text, date string) {
		report := &travaux.Report{Date: travaux.DocTime{EDTF: travaux.EDTF(date)}}
		if !report.Date.EDTF.Valid() {
			report.Date.EDTF = ""
		}
		doc := annotated(t, text)
		tx, qs := Find(doc, report)
		checkFound(t, text, tx, qs)
		report.Date.EDTF = ""
		if d := DocTime(doc, report, tx); !d.EDTF.Valid() {
			t.Errorf("document time %q", d.EDTF)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	for text.Len() < 1<<16 {
		text.WriteString("Delegates of Ostmark and Velia left the hall on Friday after over five hours of talks about the 28-point plan. " +
			"The minister said that nothing would be signed before the end of next month, and that the fund of $5 billion, " +
			"agreed on 3 May 2029, was not open to everyone who asked; others disagreed with him.\n\n")
	}
	doc := annotated(b, text.String())
	report := &travaux.Report{Date: travaux.DocTime{EDTF: "2031-05-07"}}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		Find(doc, report)
	}
}

func TestLexiconLoads(t *testing.T) {
	g := &grammar{words: map[string]entry{}}
	if err := g.load(wordsTSV); err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, l := range strings.Split(strings.TrimSpace(wordsTSV), "\n") {
		if !strings.HasPrefix(l, "#") {
			rows = append(rows, l)
		}
	}
	if !sort.StringsAreSorted(rows) {
		t.Error("words.tsv is not sorted")
	}
	if err := g.load("NOSUCH\tword\t1"); err == nil {
		t.Error("an unknown class was taken")
	}
}

func TestJulianEaster(t *testing.T) {
	for y, want := range map[int]travaux.EDTF{1999: "1999-04-11", 2008: "2008-04-27", 2016: "2016-05-01", 2024: "2024-05-05", 2025: "2025-04-20"} {
		if got := julianEaster(y).EDTF(); got != want {
			t.Errorf("Julian Easter %d is %s, want %s", y, got, want)
		}
	}
}

func TestEaster(t *testing.T) {
	for y, want := range map[int]travaux.EDTF{1961: "1961-04-02", 2000: "2000-04-23", 2019: "2019-04-21", 2024: "2024-03-31", 2038: "2038-04-25"} {
		if got := easter(y).EDTF(); got != want {
			t.Errorf("Easter %d is %s, want %s", y, got, want)
		}
	}
}
