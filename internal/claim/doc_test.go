package claim

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/knowledge/pack"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/english"
	"github.com/travaux/travaux/internal/statement"
	"github.com/travaux/travaux/internal/timex"
)

var stages = sync.OnceValues(func() (*lang.Pipeline, error) {
	w, err := knowledge.Default()
	if err != nil {
		return nil, err
	}
	return english.New(w.Names(), w.Given())
})

var update = flag.Bool("update", false, "write what is found into the annotated texts; read the difference before it is kept")

var world = sync.OnceValues(knowledge.Default)

// reading is everything up to claims, of a text in which each line is a
// paragraph, "- " opens a list item and "# " a heading.
func reading(t testing.TB, text string) (*lang.Doc, *cast.Cast, *travaux.Reading) {
	t.Helper()
	p, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	w, err := world()
	if err != nil {
		t.Fatal(err)
	}
	d := &lang.Doc{Text: text}
	at := 0
	for line := range strings.Lines(text) {
		b := lang.Block{Span: lang.Span{Start: at, End: at + len(strings.TrimRight(line, " \n"))}}
		at += len(line)
		switch {
		case strings.HasPrefix(line, "- "):
			b.Kind = lang.Item
			b.Start += 2
		case strings.HasPrefix(line, "# "):
			b.Kind = lang.Heading
			b.Start += 2
		}
		if !b.Empty() {
			d.Blocks = append(d.Blocks, b)
		}
	}
	if err := p.Annotate(d); err != nil {
		t.Fatal(err)
	}
	rep := &travaux.Report{
		ID: "report", Text: text, Outlet: travaux.Field{Value: "Harbour Herald"},
		Date: travaux.DocTime{EDTF: "2031-05-14", Basis: travaux.BasisMetadata},
	}
	for _, b := range d.Blocks {
		rep.Blocks = append(rep.Blocks, travaux.Block{Start: b.Start, End: b.End, Class: travaux.LineBody})
	}
	g := &travaux.Reading{Report: rep}
	g.Timexes, g.Quantities = timex.Find(d, rep)
	c := cast.New(d, rep, func(id string) (travaux.ActorType, string, bool) {
		e, ok := w.Lookup(id)
		return e.Type, "", ok
	})
	g.Statements = statement.Extract(d, rep, c, g.Timexes)
	return d, c, g
}

func extract(t testing.TB, text string) (*cast.Cast, *travaux.Reading) {
	t.Helper()
	d, c, g := reading(t, text)
	Extract(d, c, g, packs(t))
	return c, g
}

// TestDocuments reads the annotated texts of testdata. In a file, a block is a
// text and, after "=>" at the beginning of lines, all that is to be found in
// it; a block without such lines has nothing.
func TestDocuments(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) == 0 {
		t.Fatal("no annotated texts")
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		show := events
		if strings.Contains(f, "texts") {
			show = texts
		}
		var mended strings.Builder
		for n, block := range strings.Split(strings.TrimRight(string(data), "\n"), "\n\n") {
			var text, want []string
			if n > 0 {
				mended.WriteString("\n")
			}
			for line := range strings.Lines(block) {
				line = strings.TrimRight(line, "\n")
				if strings.HasPrefix(line, "=> ") {
					want = append(want, line[3:])
					continue
				}
				mended.WriteString(line + "\n")
				if !strings.HasPrefix(line, "##") {
					text = append(text, line)
				}
			}
			if len(text) == 0 {
				continue
			}
			c, g := extract(t, strings.Join(text, "\n")+"\n")
			got := show(c, g)
			for _, line := range got {
				mended.WriteString("=> " + line + "\n")
			}
			if diff := cmp.Diff(want, got); diff != "" && !*update {
				t.Errorf("%s, block %d: %s\n(-want +got)\n%s", filepath.Base(f), n+1, text[0], diff)
			}
		}
		if *update {
			if err := os.WriteFile(f, []byte(mended.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func events(c *cast.Cast, g *travaux.Reading) []string {
	var out []string
	for i := range g.Events {
		e := &g.Events[i]
		s := fmt.Sprintf("%s %s", e.Kind, e.Status)
		field := func(name string, vs []string) {
			if len(vs) > 0 {
				s += " | " + name + ": " + strings.Join(vs, "; ")
			}
		}
		field("by", names(c, e.Actors))
		field("with", names(c, e.Recipients))
		field("when", values(c, e.Dates))
		field("for", values(c, e.Durations))
		field("at", values(c, e.Places))
		field("out", values(c, e.Outcomes))
		if e.Same != "" {
			k := slices.IndexFunc(g.Events, func(f travaux.EventClaim) bool { return f.ID == e.Same })
			s += fmt.Sprintf(" | as %d", k+1)
		}
		out = append(out, s)
	}
	return out
}

func texts(c *cast.Cast, g *travaux.Reading) []string {
	var out []string
	number := func(id string) string {
		k := slices.IndexFunc(g.Proposals, func(p travaux.ProposalClaim) bool { return p.ID == id })
		return fmt.Sprint(k + 1)
	}
	for i := range g.Proposals {
		p := &g.Proposals[i]
		s := strings.Join(values(c, p.Names), "; ")
		field := func(name string, vs []travaux.Value) {
			if len(vs) > 0 {
				s += " | " + name + ": " + strings.Join(values(c, vs), "; ")
			}
		}
		field("points", p.Points)
		field("author", p.Authors)
		field("origin", p.Origins)
		field("first", p.FirstReportedBy)
		field("tabled", p.TabledBy)
		field("status", p.Statuses)
		field("date", p.Dates)
		field("tracks", p.TrackCounts)
		if p.CounterTo != "" {
			s += " | counter to " + number(p.CounterTo)
		}
		if p.DerivedFrom != "" {
			s += " | from " + number(p.DerivedFrom)
		}
		out = append(out, s)
		for _, q := range p.Provisions {
			who := "nobody"
			if a := c.Actor(q.Obliged); a != nil {
				who = a.Canonical
			}
			line := fmt.Sprintf("  %s %s: %s", who, q.Obligation, q.Quote)
			if q.PointNo > 0 {
				line += fmt.Sprintf(" | point %d", q.PointNo)
			}
			if q.AgreedState != "unknown" {
				line += " | " + q.AgreedState
			}
			out = append(out, line)
		}
		for _, q := range p.Tracks {
			out = append(out, fmt.Sprintf("  track %d: %s", q.List, q.Label))
		}
	}
	return out
}

func names(c *cast.Cast, ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, c.Actor(id).Canonical)
	}
	return out
}

func values(c *cast.Cast, vs []travaux.Value) []string {
	var out []string
	for _, v := range vs {
		if a := c.Actor(v.Value); a != nil {
			out = append(out, a.Canonical)
		} else {
			out = append(out, v.Value)
		}
	}
	return out
}

func packs(t testing.TB) *pack.Set {
	t.Helper()
	s, err := pack.Default()
	if err != nil {
		t.Fatal(err)
	}
	return s
}
