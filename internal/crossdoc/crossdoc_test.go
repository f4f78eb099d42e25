package crossdoc

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux/internal/knowledge"
)

func resolver(t testing.TB) *Resolver {
	t.Helper()
	world, err := knowledge.Default()
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(world)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// columnsOf makes columns of annotated text, and lists the labels in the order
// of Mentions.
func columnsOf(t testing.TB, text string) (columns string, labels [][]string) {
	t.Helper()
	var out strings.Builder
	name := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if doc, ok := strings.CutPrefix(line, "== "); ok {
			name = doc
			fmt.Fprintf(&out, "#begin document (%s); part 000\n", name)
			labels = append(labels, nil)
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		open := -1
		words := strings.Fields(line)
		for i, w := range words {
			mark := "-"
			if strings.HasPrefix(w, "[") {
				w, mark, open = w[1:], "(m", i
			}
			if word, label, ok := strings.Cut(w, "]"); ok {
				if w = word; i == open {
					mark = "(m)"
				} else {
					mark = "m)"
				}
				labels[len(labels)-1] = append(labels[len(labels)-1], label)
			}
			fmt.Fprintf(&out, "%s\t0\t%d\t%s\t%s\n", name, i, w, mark)
		}
		out.WriteString("\n")
	}
	return out.String(), labels
}

func read(t testing.TB, columns string) *File {
	t.Helper()
	f, err := Read(strings.NewReader(columns), "test")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// chainsOf lists the words of the mentions of each chain, by topic.
func chainsOf(f *File, of func(doc, mention int) string) []string {
	by := map[string][]string{}
	for d, doc := range f.Docs {
		words := slices.Concat(doc.Sents...)
		for i, m := range doc.Mentions {
			k := doc.Topic + " " + of(d, i)
			by[k] = append(by[k], doc.Name+": "+strings.Join(words[m.First:m.Last], " "))
		}
	}
	var out []string
	for _, c := range by {
		slices.Sort(c)
		out = append(out, strings.Join(c, "; "))
	}
	slices.Sort(out)
	return out
}

func TestResolve(t *testing.T) {
	text, err := os.ReadFile("testdata/topics.txt")
	if err != nil {
		t.Fatal(err)
	}
	columns, labels := columnsOf(t, string(text))
	f := read(t, columns)
	got, err := resolver(t).Resolve(context.Background(), []*File{f})
	if err != nil {
		t.Fatal(err)
	}
	want := chainsOf(f, func(d, i int) string { return labels[d][i] })
	have := chainsOf(f, func(d, i int) string { return fmt.Sprint(got[0][d][i]) })
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("chains (-want +got):\n%s", diff)
	}
}

// Neither the labels nor the order of the documents, nor in how many files they
// stand, decide what is one.
func TestOrder(t *testing.T) {
	text, err := os.ReadFile("testdata/topics.txt")
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(text), "== ")[1:]
	r := resolver(t)
	chains := func(parts []string, label string, split int) []string {
		var files []*File
		for _, half := range [][]string{parts[:split], parts[split:]} {
			columns, _ := columnsOf(t, "== "+strings.Join(half, "== "))
			if len(half) > 0 {
				files = append(files, read(t, strings.NewReplacer("(m", "("+label, "m)", label+")").Replace(columns)))
			}
		}
		got, err := r.Resolve(context.Background(), files)
		if err != nil {
			t.Fatal(err)
		}
		all := &File{}
		var of [][]int
		for i, f := range files {
			all.Docs, of = append(all.Docs, f.Docs...), append(of, got[i]...)
		}
		return chainsOf(all, func(d, i int) string { return fmt.Sprint(of[d][i]) })
	}
	want := chains(parts, "m", len(parts))
	for n, label := range []string{"7", "x_EVENT", "ACTOR-1"} {
		shuffled := slices.Concat(parts[n+1:], parts[:n+1])
		slices.Reverse(shuffled[:2])
		if diff := cmp.Diff(want, chains(shuffled, label, n+1)); diff != "" {
			t.Errorf("chains differ:\n%s", diff)
		}
	}
}

func TestWrite(t *testing.T) {
	const in = "#begin document (t/a); part 000\n" +
		"t/a\t0\t0\tThe\t(A|(B\t\n" +
		"t/a\t0\t1\tenvoy\tB)\t\n" +
		"t/a\t0\t2\tof\t-\t\n" +
		"t/a\t0\t3\tLund\tA)| (C)\t\n" +
		"\n#end document\n"
	f := read(t, in)
	if diff := cmp.Diff([]Mention{{0, 4}, {0, 2}, {3, 4}}, f.Docs[0].Mentions); diff != "" {
		t.Error(diff)
	}
	var out bytes.Buffer
	if err := f.Write(&out, [][]int{{5, 5, 6}}); err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("(A|(B", "(5|(5", "B)", "5)", "A)| (C)", "5)|(6)").Replace(in)
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestReadErrors(t *testing.T) {
	const begin = "#begin document (t/a); part 000\n"
	for name, tt := range map[string]struct{ in, want string }{
		"end without begin":   {begin + "a\t0\t0\tLund\tA)\n", "line 2"},
		"begin without end":   {begin + "a\t0\t0\tLund\t(A\n", "1 mentions do not end"},
		"no document":         {"a\t0\t0\tLund\t-\n", "before the first document"},
		"too few columns":     {begin + "Lund\t-\n", "fewer than five columns"},
		"a mark of no kind":   {begin + "a\t0\t0\tLund\tA\n", "neither where"},
		"a mark without name": {begin + "a\t0\t0\tLund\t()\n", "neither where"},
	} {
		if _, err := Read(strings.NewReader(tt.in), "in.conll"); err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "in.conll") {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("#begin document (t/a); part 000\na 0 0 The (1\na 0 1 envoy 1)\n\n#end document\n")
	f.Add("#begin document t/b; part 001\nb\t0\t0\t\u00a0\t(A)|(B\t\nb\t0\t1\tx\tB)\t\n")
	r := resolver(f)
	f.Fuzz(func(t *testing.T, in string) {
		file, err := Read(strings.NewReader(in), "fuzz")
		if err != nil {
			return
		}
		chains, err := r.Resolve(context.Background(), []*File{file})
		if err != nil {
			t.Fatal(err)
		}
		apart := 0 // chains of their own, so that reading again pairs begins and ends alike
		for d := range chains[0] {
			for i := range chains[0][d] {
				chains[0][d][i] = apart
				apart++
			}
		}
		var out bytes.Buffer
		if err := file.Write(&out, chains[0]); err != nil {
			t.Fatal(err)
		}
		again, err := Read(&out, "written")
		if err != nil {
			t.Fatalf("%v in %q", err, in)
		}
		if a, b := spans(file), spans(again); !maps.Equal(a, b) {
			t.Errorf("%q: mentions %v, read again %v", in, a, b)
		}
	})
}

// spans counts the mentions of a file by document and extent.
func spans(f *File) map[string]int {
	n := map[string]int{}
	for d, doc := range f.Docs {
		for _, m := range doc.Mentions {
			n[fmt.Sprint(d, m)]++
		}
	}
	return n
}

// The embedded words are in order, and no concept says the same as another.
func TestLexicon(t *testing.T) {
	l, err := newLexicon()
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for line := range strings.Lines(conceptsTSV) {
		if line[0] != '#' && strings.TrimSpace(line) != "" {
			id, words, _ := strings.Cut(strings.TrimSpace(line), "\t")
			ids = append(ids, id)
			if l.concepts[id] != id {
				t.Errorf("concept %s is not one of its words %q", id, words)
			}
		}
	}
	if !slices.IsSorted(ids) {
		t.Error("concepts.tsv is not in the order of its concepts")
	}
	for _, tt := range [][2]string{{"suspend", "suspension"}, {"investigate", "probe"}, {"resignation", "resign"}, {"protester", "rally"}, {"cancellation", "cancel"}} {
		if a, b := l.concept(tt[0]), l.concept(tt[1]); a != b {
			t.Errorf("%s is %s, %s is %s", tt[0], a, tt[1], b)
		}
	}
	for _, tt := range [][2]string{{"treaty", "tariff"}, {"union", "unity"}, {"minister", "ministry"}} {
		if a, b := l.concept(tt[0]), l.concept(tt[1]); a == b {
			t.Errorf("%s and %s are both %s", tt[0], tt[1], a)
		}
	}
}
