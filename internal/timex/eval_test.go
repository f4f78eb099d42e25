package timex

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/model"
	"github.com/travaux/travaux/internal/lang/parse"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

var (
	textElem  = regexp.MustCompile(`(?s)<TEXT>(.*)</TEXT>`)
	dctElem   = regexp.MustCompile(`(?s)<TIMEX3[^>]*value="([^"]*)"[^>]*functionInDocument="CREATION_TIME"|<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*value="([^"]*)"`)
	anyElem   = regexp.MustCompile(`<(/?)(\w+)([^>]*)>`)
	valueAttr = regexp.MustCompile(`\bvalue="([^"]*)"`)
	typeAttr  = regexp.MustCompile(`\btype="([^"]*)"`)
)

type goldTimex struct {
	lang.Span
	typ, value string
}

// readTimeML returns the text of a TimeML document, its creation time and its
// time expressions.
func readTimeML(t *testing.T, path string) (string, travaux.EDTF, []goldTimex) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var dct travaux.EDTF
	if m := dctElem.FindStringSubmatch(string(data)); m != nil {
		dct = travaux.EDTF(m[1] + m[2])
		if len(dct) > 10 {
			dct = dct[:10]
		}
	}
	m := textElem.FindStringSubmatch(string(data))
	if m == nil {
		return "", dct, nil
	}
	var b strings.Builder
	var gold []goldTimex
	var open []goldTimex
	at := 0
	for _, e := range anyElem.FindAllStringSubmatchIndex(m[1], -1) {
		b.WriteString(html.UnescapeString(m[1][at:e[0]]))
		at = e[1]
		if m[1][e[4]:e[5]] != "TIMEX3" {
			continue
		}
		if e[2] < e[3] {
			n := len(open) - 1
			open[n].End = b.Len()
			gold = append(gold, open[n])
			open = open[:n]
			continue
		}
		g := goldTimex{Span: lang.Span{Start: b.Len()}}
		attrs := m[1][e[6]:e[7]]
		if v := valueAttr.FindStringSubmatch(attrs); v != nil {
			g.value = v[1]
		}
		if v := typeAttr.FindStringSubmatch(attrs); v != nil {
			g.typ = v[1]
		}
		open = append(open, g)
	}
	b.WriteString(html.UnescapeString(m[1][at:]))
	sort.Slice(gold, func(i, j int) bool { return gold[i].Start < gold[j].Start })
	return b.String(), dct, gold
}

// annotated is a text with blocks at its empty lines, sentences and tokens.
func annotated(t testing.TB, text string, more ...lang.Component) *lang.Doc {
	doc := &lang.Doc{Text: text}
	at := 0
	for _, para := range strings.SplitAfter(text, "\n\n") {
		if strings.TrimSpace(para) != "" {
			lead := len(para) - len(strings.TrimLeft(para, " \n\t"))
			doc.Blocks = append(doc.Blocks, lang.Block{Span: lang.Span{Start: at + lead, End: at + len(strings.TrimRight(para, " \n\t"))}})
		}
		at += len(para)
	}
	p, err := lang.NewPipeline(append([]lang.Component{tokenize.New()}, more...)...)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Annotate(doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// parser is that part of the language core which timex leans on.
var newParser = sync.OnceValues(func() (lang.Component, error) {
	weights, err := model.English()
	if err != nil {
		return nil, err
	}
	return parse.New(weights), nil
})

func parser(t testing.TB) lang.Component {
	p, err := newParser()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

type tally struct{ gold, found, strict, relaxed, value, typ int }

func (s *tally) add(o tally) {
	s.gold, s.found, s.strict, s.relaxed = s.gold+o.gold, s.found+o.found, s.strict+o.strict, s.relaxed+o.relaxed
	s.value, s.typ = s.value+o.value, s.typ+o.typ
}

func f1(hit, gold, found int) float64 {
	if gold+found == 0 {
		return 0
	}
	return 200 * float64(hit) / float64(gold+found)
}

func (s tally) String() string {
	return fmt.Sprintf("gold %d, found %d: strict %.1f, relaxed %.1f (P %.1f, R %.1f), type %.1f, value %.1f", s.gold, s.found,
		f1(s.strict, s.gold, s.found), f1(s.relaxed, s.gold, s.found),
		100*float64(s.relaxed)/float64(max(s.found, 1)), 100*float64(s.relaxed)/float64(max(s.gold, 1)),
		f1(s.typ, s.gold, s.found), f1(s.value, s.gold, s.found))
}

// TestEval scores extents and values as TempEval-3 does: strict extents, any
// overlap, and the value among overlapping ones. TRAVAUX_MISSES=1 lists what
// is wrong.
func TestEval(t *testing.T) {
	sets := []struct {
		name    string
		folders string
		parity  int // of the file's number: odd 1, even 2; 0 for all
		floor   [3]float64
	}{
		{"timebank", "timebank", 0, [3]float64{88.5, 93, 80}},
		{"aquaint", "aquaint", 0, [3]float64{83.5, 93.5, 75}},
		{"news", "timebank aquaint", 0, [3]float64{87, 93, 78.5}},
		{"wikiwars-odd", "wikiwars", 1, [3]float64{80, 88, 73}},
		{"wikiwars-even", "wikiwars", 2, [3]float64{80, 88, 73}},
	}
	seen := map[string]tally{}
	for _, set := range sets {
		t.Run(set.name, func(t *testing.T) {
			var s tally
			for folder := range strings.FieldsSeq(set.folders) {
				files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "data", "timex", folder, "*.tml"))
				if len(files) == 0 {
					t.Skip("the annotated texts are not here")
				}
				for _, f := range files {
					if set.parity == 0 || int(filepath.Base(f)[1]-'0')%2 == set.parity%2 {
						if _, ok := seen[f]; !ok {
							var one tally
							score(t, f, &one)
							seen[f] = one
						}
						s.add(seen[f])
					}
				}
			}
			t.Log(s)
			if f1(s.strict, s.gold, s.found) < set.floor[0] || f1(s.relaxed, s.gold, s.found) < set.floor[1] || f1(s.value, s.gold, s.found) < set.floor[2] {
				t.Errorf("below the floor of strict %.1f, relaxed %.1f, value %.1f", set.floor[0], set.floor[1], set.floor[2])
			}
		})
	}
}

func score(t *testing.T, path string, s *tally) {
	text, dct, gold := readTimeML(t, path)
	list := os.Getenv("TRAVAUX_MISSES") != ""
	doc := annotated(t, text, parser(t))
	found, _ := Find(doc, &travaux.Report{Date: travaux.DocTime{EDTF: dct, Basis: travaux.BasisMetadata}})
	s.gold += len(gold)
	s.found += len(found)
	used := make([]bool, len(found))
	miss := func(what string, at lang.Span, more string) {
		if list {
			line := func(s string) string { return strings.ReplaceAll(s, "\n", " ") }
			t.Logf("%s\t%s\t%s\t…%s[%s]%s\t(%s %s)", what, line(doc.Quote(at)), more, line(text[max(0, at.Start-50):at.Start]), line(doc.Quote(at)),
				line(text[at.End:min(len(text), at.End+40)]), dct, filepath.Base(path))
		}
	}
	for _, g := range gold {
		best := -1
		for i, f := range found {
			if !used[i] && f.Start < g.End && g.Start < f.End && (best < 0 || f.Start == g.Start && f.End == g.End) {
				best = i
			}
		}
		if best < 0 {
			miss("MISS", g.Span, g.typ+" "+g.value)
			continue
		}
		used[best] = true
		f := found[best]
		s.relaxed++
		if f.Start == g.Start && f.End == g.End {
			s.strict++
		} else {
			miss("EXTENT", g.Span, f.Quote)
		}
		if f.Type == g.typ {
			s.typ++
		}
		if f.Value == g.value {
			s.value++
		} else {
			miss("VALUE", g.Span, g.value+" got "+f.Value)
		}
	}
	for i, f := range found {
		if !used[i] {
			miss("EXTRA", lang.Span{Start: f.Start, End: f.End}, f.Type+" "+f.Value)
		}
	}
}
