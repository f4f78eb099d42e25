package position_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/claim"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/knowledge/pack"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/english"
	"github.com/travaux/travaux/internal/statement"
	"github.com/travaux/travaux/internal/timex"
)

var update = flag.Bool("update", false, "write what is found into the annotated texts; read the difference before it is kept")

// stages is what reads a text up to claims.
type stages struct {
	text  *lang.Pipeline
	world *knowledge.World
	packs *pack.Set
}

var setUp = sync.OnceValues(func() (stages, error) {
	w, err := knowledge.Default()
	if err != nil {
		return stages{}, err
	}
	p, err := pack.Default()
	if err != nil {
		return stages{}, err
	}
	text, err := english.New(w.Names(), w.Given())
	return stages{text, w, p}, err
})

// read reads a text in which each line is a paragraph and "# " opens a heading.
func read(t testing.TB, text string) (*cast.Cast, *travaux.Reading) {
	t.Helper()
	s, err := setUp()
	if err != nil {
		t.Fatal(err)
	}
	d := &lang.Doc{Text: text}
	rep := &travaux.Report{
		ID: "report", Text: text, Outlet: travaux.Field{Value: "Harbour Herald"},
		Date: travaux.DocTime{EDTF: "2031-05-14", Basis: travaux.BasisMetadata},
	}
	at := 0
	for line := range strings.Lines(text) {
		b := lang.Block{Span: lang.Span{Start: at, End: at + len(strings.TrimRight(line, " \n"))}}
		at += len(line)
		if strings.HasPrefix(line, "# ") {
			b.Kind, b.Start = lang.Heading, b.Start+2
		}
		if !b.Empty() {
			d.Blocks = append(d.Blocks, b)
			rep.Blocks = append(rep.Blocks, travaux.Block{Start: b.Start, End: b.End, Class: travaux.LineBody})
		}
	}
	if err := s.text.Annotate(d); err != nil {
		t.Fatal(err)
	}
	g := &travaux.Reading{Report: rep}
	g.Timexes, g.Quantities = timex.Find(d, rep)
	c := cast.New(d, rep, func(id string) (travaux.ActorType, string, bool) {
		e, ok := s.world.Lookup(id)
		if !ok || len(e.Forms) == 0 {
			return "", "", false
		}
		return e.Type, e.Forms[0].Text, true
	})
	g.Statements = statement.Extract(d, rep, c, g.Timexes)
	claim.Extract(d, c, g, s.packs)
	return c, g
}

// TestDocuments reads the annotated texts of testdata. In a file, a block is a
// text and, after "=>" at the beginning of lines, all positions that are to be
// found in it; a block without such lines has none.
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
			c, g := read(t, strings.Join(text, "\n")+"\n")
			var got []string
			for i := range g.Positions {
				got = append(got, show(c, &g.Positions[i]))
				mended.WriteString("=> " + got[i] + "\n")
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

// show writes a position as the annotated texts have it. Issues are the packs'.
func show(c *cast.Cast, p *travaux.PositionClaim) string {
	s := fmt.Sprintf("%s %s: %s", c.Actor(p.Party).Canonical, p.Stance, p.Option)
	field := func(name, value string) {
		if value != "" {
			s += " | " + name + ": " + value
		}
	}
	if p.Kind != "position" {
		field("kind", p.Kind)
	}
	if p.Strength != "plain" {
		field("strength", p.Strength)
	}
	field("from", string(p.From))
	field("if", strings.Join(p.Conditions, "; "))
	if p.AccordingTo != "outlet" {
		field("in", p.AccordingTo)
	}
	field("since", string(p.Since))
	return s
}
