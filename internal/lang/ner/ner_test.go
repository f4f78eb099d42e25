package ner

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/model"
	"github.com/travaux/travaux/internal/lang/parse"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// someNames is small and partly invented.
func someNames() []lang.Name {
	return []lang.Name{
		{Form: "Merin", ID: "state/merin", Type: lang.Place},
		{Form: "Merinian", ID: "state/merin", Type: lang.Group, Use: lang.AsAdjective, Of: "state/merin"},
		{Form: "Merinian", ID: "state/merin", Type: lang.Group, Use: lang.AsDemonym, Of: "state/merin"},
		{Form: "Merinians", ID: "state/merin", Type: lang.Group, Use: lang.AsDemonym, Of: "state/merin"},
		{Form: "Port Halle", ID: "place/halle", Type: lang.Place, Use: lang.AsSeat, Of: "state/merin"},
		{Form: "Ostrava Hill", ID: "place/hill", Type: lang.Place, Use: lang.AsSeat, Of: "state/oster"},
		{Form: "Oster", ID: "state/oster", Type: lang.Place},
		{Form: "Germany", ID: "state/deu", Type: lang.Place},
		{Form: "German", ID: "state/deu", Type: lang.Group, Use: lang.AsAdjective, Of: "state/deu"},
		{Form: "Germans", ID: "state/deu", Type: lang.Group, Use: lang.AsDemonym, Of: "state/deu"},
		{Form: "European Union", ID: "body/eu", Type: lang.Organisation},
		{Form: "EU", ID: "body/eu", Type: lang.Organisation},
		{Form: "European", ID: "region/europe", Type: lang.Group, Use: lang.AsAdjective, Of: "region/europe"},
		{Form: "Rift", ID: "place/rift", Type: lang.Place, Ambiguous: true},
		{Form: "Jura", ID: "state/jura", Type: lang.Place, Ambiguous: true},
		{Form: "Buff", ID: "state/jura", Type: lang.Group, Use: lang.AsAdjective, Of: "state/jura", Ambiguous: true},
		{Form: "Lisbon", ID: "place/lisbon", Type: lang.Place, Site: true},
		{Form: "Foreign Minister", ID: "office/foreign-minister", Type: lang.Person, Use: lang.AsTitle},
	}
}

var given = []string{"Ana", "Jana", "Rolf", "Sam", "Tove"}

func parser(t testing.TB) *parse.Parser {
	t.Helper()
	m, err := model.English()
	if err != nil {
		t.Fatal(err)
	}
	return parse.New(m)
}

func annotate(t testing.TB, r *Recogniser, text string, kind lang.Kind) *lang.Doc {
	t.Helper()
	d := &lang.Doc{Text: text}
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		d.Blocks = append(d.Blocks, lang.Block{Span: lang.Span{Start: at, End: at + len(line)}, Kind: kind})
		at += len(line)
		kind = lang.Paragraph
	}
	parser := parser(t)
	p, err := lang.NewPipeline(tokenize.New(), parser, r)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Annotate(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// marked writes the names of d into its text: [type words], with the title and
// a bar before a bare name, "=actor" or "=place" after the type of a place, and
// "<id" after it for the state or body it belongs to.
func marked(d *lang.Doc) string {
	var b strings.Builder
	at := 0
	for _, m := range d.Mentions {
		if m.Start < at {
			continue // inside another
		}
		b.WriteString(d.Text[at:m.Start] + "[" + m.Type.String())
		if m.Type == lang.Place {
			b.WriteString("=" + m.Sense.String())
		}
		if m.Of != "" {
			b.WriteString("<" + m.Of)
		}
		b.WriteString(":")
		if !m.Title.Empty() {
			b.WriteString(d.Quote(m.Title) + "|")
		}
		b.WriteString(d.Quote(m.Name) + "]")
		at = m.End
	}
	return b.String() + d.Text[at:]
}

// unmarked takes the marks out again.
func unmarked(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '[')
		if open < 0 {
			return b.String() + s
		}
		b.WriteString(s[:open])
		colon := open + strings.IndexByte(s[open:], ':')
		end := open + strings.IndexByte(s[open:], ']')
		b.WriteString(strings.Replace(s[colon+1:end], "|", " ", 1))
		s = s[end+1:]
	}
}

// TestMarked reads testdata/*.txt: documents parted by an empty line, with the
// names marked in the text. A document that begins with "# " has a heading
// first.
func TestMarked(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test files: %v", err)
	}
	r := New(someNames(), given)
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
			kind := lang.Paragraph
			if w, ok := strings.CutPrefix(want, "# "); ok {
				want, kind = w, lang.Heading
			}
			got := marked(annotate(t, r, unmarked(want), kind))
			if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", f, diff)
			}
		}
	}
}
