package coref_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
	"github.com/travaux/travaux/internal/lang/model"
	"github.com/travaux/travaux/internal/lang/ner"
	"github.com/travaux/travaux/internal/lang/parse"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

var update = flag.Bool("update", false, "write the annotated texts anew; read the difference before keeping it")

// names is the lexicon of an invented world.
var names = []lang.Name{
	{Form: "Valdoria", ID: "state/valdoria", Type: lang.Place},
	{Form: "Valdorian", ID: "adj/valdoria", Type: lang.Group, Use: lang.AsAdjective, Of: "state/valdoria"},
	{Form: "Valdorians", ID: "dem/valdoria", Type: lang.Group, Use: lang.AsDemonym, Of: "state/valdoria"},
	{Form: "Port Alder", ID: "city/port-alder", Type: lang.Place, Use: lang.AsSeat, Of: "state/valdoria"},
}

func parser(t testing.TB) *parse.Parser {
	t.Helper()
	m, err := model.English()
	if err != nil {
		t.Fatal(err)
	}
	return parse.New(m)
}

func annotate(t testing.TB, text string) *lang.Doc {
	t.Helper()
	parser := parser(t)
	p, err := lang.NewPipeline(tokenize.New(), parser, ner.New(names, []string{"Maria", "Dan", "Ana", "Jonas", "Peter"}), coref.New())
	if err != nil {
		t.Fatal(err)
	}
	d := &lang.Doc{Text: text}
	at := 0
	for _, l := range strings.SplitAfter(text, "\n") {
		if w := strings.TrimSpace(l); w != "" {
			start := at + strings.Index(l, w)
			d.Blocks = append(d.Blocks, lang.Block{Span: lang.Span{Start: start, End: start + len(w)}})
		}
		at += len(l)
	}
	if err := p.Annotate(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestAnnotated reads testdata/*.txt: a text in which every mention stands in
// brackets with the number of its entity, and a line for every entity.
func TestAnnotated(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no annotated texts", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var anew []string
		for _, c := range strings.Split(strings.TrimRight(string(data), "\n"), "\n---\n") {
			remark, want, _ := strings.Cut(c, "\n")
			got := bracketed(annotate(t, plain(want)))
			anew = append(anew, remark+"\n"+got)
			if *update {
				continue
			}
			t.Run(strings.Trim(remark, "# "), func(t *testing.T) {
				if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(got)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", f, diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(f, []byte(strings.Join(anew, "\n---\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func plain(s string) string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		if strings.HasPrefix(l, "= ") {
			continue
		}
		var b strings.Builder
		for i := 0; i < len(l); i++ {
			switch {
			case l[i] == '[':
			case l[i] == ']':
				for i+1 < len(l) && l[i+1] >= '0' && l[i+1] <= '9' {
					i++
				}
			default:
				b.WriteByte(l[i])
			}
		}
		out = append(out, b.String())
	}
	return strings.Join(out, "\n")
}

func bracketed(d *lang.Doc) string {
	type tag struct {
		at, rank int
		s        string
	}
	var tags []tag
	for _, m := range d.Mentions {
		if m.Entity < 0 {
			continue
		}
		tags = append(tags, tag{m.Start, 1_000_000 - m.Len(), "["}, tag{m.End, m.Len() - 1_000_000, fmt.Sprintf("]%d", m.Entity+1)})
	}
	sort.SliceStable(tags, func(i, j int) bool {
		if tags[i].at != tags[j].at {
			return tags[i].at < tags[j].at
		}
		return tags[i].rank < tags[j].rank
	})
	var b strings.Builder
	at := 0
	for _, g := range tags {
		b.WriteString(d.Text[at:g.at] + g.s)
		at = g.at
	}
	b.WriteString(d.Text[at:])
	out := strings.TrimRight(b.String(), "\n")
	for i, e := range d.Entities {
		out += fmt.Sprintf("\n= %d %s %s", i+1, e.Type, e.Name)
		if e.KB != "" {
			out += " kb:" + e.KB
		}
		if e.Ordinal > 0 {
			out += fmt.Sprint(" ordinal:", e.Ordinal)
		}
		if e.Plural {
			out += " plural"
		}
		for _, m := range e.Members {
			out += fmt.Sprint(" member:", m+1)
		}
	}
	return out
}

// check tests what every document must satisfy: entities and
// mentions point at each other, and mentions lie in the text in order.
func check(t testing.TB, d *lang.Doc) {
	t.Helper()
	for i, m := range d.Mentions {
		if m.Start < 0 || m.End > len(d.Text) || m.Start >= m.End || m.First >= m.Last {
			t.Fatalf("mention %d is %v of a text of %d bytes", i, m.Span, len(d.Text))
		}
		if i > 0 && d.Mentions[i-1].Start > m.Start {
			t.Fatalf("mention %d is out of order", i)
		}
		if m.Entity >= len(d.Entities) {
			t.Fatalf("mention %d has entity %d of %d", i, m.Entity, len(d.Entities))
		}
	}
	for i, e := range d.Entities {
		for _, m := range e.Mentions {
			if d.Mentions[m].Entity != i {
				t.Fatalf("entity %d lists mention %d, which is of %d", i, m, d.Mentions[m].Entity)
			}
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	f.Add("Foreign Minister Maria Okafor met a second official. She said the first person left.")
	f.Add("“He (PWU) said the\nfirst and third persons 's")
	f.Add("the the another familiar, \xff\xfe Mr. Mr. of of")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			t.Skip()
		}
		d := annotate(t, text)
		check(t, d)
		again := annotate(t, text)
		if diff := cmp.Diff(d.Entities, again.Entities); diff != "" {
			t.Errorf("two runs differ:\n%s", diff)
		}
	})
}

func TestKinds(t *testing.T) {
	for lemma, want := range map[string]coref.Kind{
		"diplomat": coref.PersonNoun, "Ambassador": coref.PersonNoun, "ministry": coref.BodyNoun, "poll": coref.DocumentNoun, "river": coref.NotKnown,
	} {
		if got := coref.KindOf(lemma); got != want {
			t.Errorf("KindOf(%q) = %v, want %v", lemma, got, want)
		}
	}
}
