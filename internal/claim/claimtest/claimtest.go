// Package claimtest reads invented texts up to their claims, and compares what
// is found with what annotated files expect.
//
// It is for the tests of those who read claims. It is not for reports.
package claimtest

import (
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

// Read reads a text up to its claims. Each line is a paragraph, "# " opens a
// heading and "- " an item of a list; it is of the Harbour Herald of 14 May 2031.
func Read(t testing.TB, text string) (*cast.Cast, *travaux.Reading) {
	t.Helper()
	d, c, g := Statements(t, text)
	claim.Extract(d, c, g, Packs(t))
	return c, g
}

// Statements reads a text up to its statements.
func Statements(t testing.TB, text string) (*lang.Doc, *cast.Cast, *travaux.Reading) {
	t.Helper()
	s, err := setUp()
	if err != nil {
		t.Fatal(err)
	}
	d := &lang.Doc{Text: text, Blocks: blocks(text)}
	if err := s.text.Annotate(d); err != nil {
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
		e, ok := s.world.Lookup(id)
		if !ok || len(e.Forms) == 0 {
			return "", "", false
		}
		return e.Type, e.Forms[0].Text, true
	})
	g.Statements = statement.Extract(d, rep, c, g.Timexes)
	return d, c, g
}

func blocks(text string) []lang.Block {
	var out []lang.Block
	at := 0
	for line := range strings.Lines(text) {
		b := lang.Block{Span: lang.Span{Start: at, End: at + len(strings.TrimRight(line, " \n"))}}
		at += len(line)
		switch {
		case strings.HasPrefix(line, "# "):
			b.Kind, b.Start = lang.Heading, b.Start+2
		case strings.HasPrefix(line, "- "):
			b.Kind, b.Start = lang.Item, b.Start+2
		}
		if !b.Empty() {
			out = append(out, b)
		}
	}
	return out
}

// Packs are those that texts are read with.
func Packs(t testing.TB) *pack.Set {
	t.Helper()
	s, err := setUp()
	if err != nil {
		t.Fatal(err)
	}
	return s.packs
}

// Documents reads the annotated texts of testdata whose names fit a pattern. In
// a file, a block is a text and, after "=>" at the beginning of lines, all that
// show is to write of it; a block without such lines has nothing. With update
// the files are rewritten.
func Documents(t *testing.T, pattern string, update bool, show func(*cast.Cast, *travaux.Reading) []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no annotated texts: %v", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var mended []string
		for n, block := range strings.Split(strings.TrimRight(string(data), "\n"), "\n\n") {
			lines, text, want := split(block)
			if text != "" {
				c, g := Read(t, text)
				got := show(c, g)
				for _, s := range got {
					lines = append(lines, "=> "+s)
				}
				if diff := cmp.Diff(want, got); diff != "" && !update {
					t.Errorf("%s, block %d: %s(-want +got)\n%s", filepath.Base(f), n+1, text, diff)
				}
			}
			mended = append(mended, strings.Join(lines, "\n"))
		}
		if update {
			if err := os.WriteFile(f, []byte(strings.Join(mended, "\n\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// split parts a block into the lines that stay, the text, and what is expected.
func split(block string) (lines []string, text string, want []string) {
	for line := range strings.SplitSeq(block, "\n") {
		if s, ok := strings.CutPrefix(line, "=> "); ok {
			want = append(want, s)
			continue
		}
		lines = append(lines, line)
		if !strings.HasPrefix(line, "##") {
			text += line + "\n"
		}
	}
	return lines, text, want
}

// Names are the names of actors; what is no actor is written as it is.
func Names(c *cast.Cast, ids []string) string {
	var out []string
	for _, id := range ids {
		if a := c.Actor(id); a != nil {
			id = a.Canonical
		}
		out = append(out, id)
	}
	return strings.Join(out, "; ")
}
