package forecast_test

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/claim/claimtest"
)

var update = flag.Bool("update", false, "write what is found into the annotated texts; read the difference before it is kept")

func TestDocuments(t *testing.T) { claimtest.Documents(t, "*.txt", *update, show) }

func show(c *cast.Cast, g *travaux.Reading) []string {
	var out []string
	for i := range g.Forecasts {
		f := &g.Forecasts[i]
		s := fmt.Sprintf("%s of %s: %s | %s", f.Type, claimtest.Names(c, []string{f.Holder}), f.Proposition.Quote, f.Hedge)
		for _, field := range [][2]string{{"when", string(f.Horizon)}, {"if", f.Condition}, {f.Scale, f.Band}} {
			if field[1] != "" {
				s += " | " + field[0] + ": " + field[1]
			}
		}
		out = append(out, s)
	}
	return out
}

// check reports what forecasts must never be.
func check(t interface{ Fatalf(string, ...any) }, c *cast.Cast, g *travaux.Reading) {
	carried := map[string]bool{}
	for i := range g.Statements {
		carried[g.Statements[i].ID] = true
	}
	ids := map[string]bool{}
	for i := range g.Forecasts {
		f := &g.Forecasts[i]
		if err := f.Check(g.Report.Text); err != nil || f.Rule == "" {
			t.Fatalf("forecast %q by rule %q: %v", f.Quote, f.Rule, err)
		}
		if err := f.Proposition.Check(g.Report.Text); err != nil || !f.Contains(f.Proposition) {
			t.Fatalf("%q is no part of %q: %v", f.Proposition.Quote, f.Quote, err)
		}
		if len(f.SupportedBy) == 0 || slices.ContainsFunc(f.SupportedBy, func(id string) bool { return !carried[id] }) {
			t.Fatalf("forecast %q is carried by %q", f.Quote, f.SupportedBy)
		}
		if c.Actor(f.Holder) == nil || !f.Horizon.Valid() || ids[f.ID] || (f.Band == "") != (f.Scale == "") {
			t.Fatalf("forecast %+v", f)
		}
		ids[f.ID] = true
	}
}

// TestMirror holds that two parties are read alike: with their names swapped
// the claims are the same of the other one.
func TestMirror(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		names := rapid.Permutation([]string{"Norway", "Sweden", "Kenya", "Egypt"}).Draw(r, "names")
		text := rapid.SampledFrom([]string{
			"Diplomats in Vienna said that A plans to sign the treaty by Friday. B expects a long dispute, its envoy said on Monday.\n",
			"Officials in Vienna said that B could leave the pact if A raises tariffs.\n",
			"The mediator said that B is expected to accept the truce, while A will need to lift the blockade.\n",
			"A is very likely to ratify the river treaty, diplomats said.\n",
		}).Draw(r, "text")
		a := strings.NewReplacer("A ", names[0]+" ", "B ", names[1]+" ").Replace(text)
		b := strings.NewReplacer("A ", names[1]+" ", "B ", names[0]+" ").Replace(text)
		swap := strings.NewReplacer(names[0], names[1], names[1], names[0])
		c1, g1 := claimtest.Read(t, a)
		c2, g2 := claimtest.Read(t, b)
		check(r, c1, g1)
		var swapped []string
		for _, s := range show(c2, g2) {
			swapped = append(swapped, swap.Replace(s))
		}
		if got := show(c1, g1); len(got) == 0 || !slices.Equal(got, swapped) {
			r.Fatalf("%q gives %q, its mirror %q", a, got, swapped)
		}
	})
}

func FuzzExtract(f *testing.F) {
	f.Add("Kenya will probably sign by Friday, and even as soon as this week, unless Egypt could.\n")
	f.Add("# Chance of at one in three\n- likely to be expected that, risks\n“It will” would plan to\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		c, g := claimtest.Read(t, strings.ToValidUTF8(text, ""))
		check(t, c, g)
	})
}
