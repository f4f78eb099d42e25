package travaux_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/pipeline"
)

// party is an invented party of the mirror test.
type party struct{ state, adj, man, org, city string }

var parties = []party{
	{"Norvania", "Norvanian", "Ilmar Teske", "Norvanian Defence Ministry", "Norvagrad"},
	{"Maldora", "Maldoran", "Oren Paskal", "Maldoran State Council", "Maldor"},
	{"Kestria", "Kestrian", "Jun Barakat", "Kestrian Trade Board", "Kestrin"},
	{"Ulmaria", "Ulmarian", "Tomas Eriksen", "Ulmarian Foreign Ministry", "Ulmar"},
}

// TestMirror reads reports about two parties, and again with the parties' names
// swapped throughout: what is claimed of one must be claimed of the other.
func TestMirror(t *testing.T) {
	data, err := os.ReadFile("testdata/mirror.txt")
	if err != nil {
		t.Fatal(err)
	}
	reader := newReader(t)
	same, all := 0, 0
	for n, text := range strings.Split(strings.TrimSpace(string(data)), "\n\n")[1:] {
		for i, a := range parties {
			for _, b := range parties[i+1:] {
				all++
				want := claimsOf(t, reader, fill(text, a, b), a, b)
				got := claimsOf(t, reader, fill(text, b, a), b, a)
				if diff := cmp.Diff(want, got); diff == "" {
					same++
				} else if testing.Verbose() {
					t.Logf("missed in report %d, %s and %s (-as written +mirrored)\n%s", n+1, a.state, b.state, diff)
				}
			}
		}
	}
	t.Logf("%d of %d reports give the mirrored claims", same, all)
	if same*100 < 80*all {
		t.Errorf("%d of %d reports give the mirrored claims", same, all)
	}
}

func fill(text string, a, b party) string {
	return strings.NewReplacer(append(places("A", a), places("B", b)...)...).Replace(text)
}

func places(key string, p party) []string {
	_, last, _ := strings.Cut(p.man, " ")
	return []string{
		"{" + key + "}", p.state, "{" + key + ".adj}", p.adj, "{" + key + ".man}", p.man,
		"{" + key + ".last}", last, "{" + key + ".org}", p.org, "{" + key + ".city}", p.city,
	}
}

// claimsOf reads a text and writes each statement and claim as a line, with the
// names of parties a and b as A and B.
func claimsOf(t *testing.T, r *pipeline.Reader, text string, a, b party) []string {
	t.Helper()
	rep := &travaux.Report{
		ID: "mirror", Text: text, Outlet: travaux.Field{Value: "Lantern"},
		Date:   travaux.DocTime{EDTF: "2031-05-14", Basis: travaux.BasisMetadata},
		Blocks: []travaux.Block{{Start: 0, End: len(text), Class: travaux.LineBody}},
	}
	g, err := r.Read(rep)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, kind := range claimKinds {
		for _, d := range drawings(g, kind) {
			_, what, _ := strings.Cut(d.text, "\t")
			_, what, _ = strings.Cut(what, "\t")
			what, _, _ = strings.Cut(what, "\n\tSENTENCE")
			lines = append(lines, fmt.Sprintf("%s %s", kind, unnamed(what, a, b)))
		}
	}
	slices.Sort(lines)
	return lines
}

func unnamed(s string, a, b party) string {
	var pairs []string
	for key, p := range map[string]party{"A": a, "B": b} {
		_, last, _ := strings.Cut(p.man, " ")
		pairs = append(pairs, p.org, key+".org", p.man, key+".man", last, key+".last", p.adj, key+".adj", p.state, key, p.city, key+".city")
	}
	return strings.NewReplacer(pairs...).Replace(s)
}
