package consultation_test

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
	for i := range g.Consultations {
		x := &g.Consultations[i]
		s := fmt.Sprintf("%s %s: %s", x.Relation, x.Polarity, claimtest.Names(c, x.Who))
		if len(x.ByWhom) > 0 {
			s += " | by " + claimtest.Names(c, x.ByWhom)
		}
		if x.Topic != "" {
			s += " | on " + x.Topic
		}
		out = append(out, s+" | "+x.Quote)
	}
	return out
}

// check reports what consultations must never be.
func check(t interface{ Fatalf(string, ...any) }, g *travaux.Reading) {
	carried := map[string]bool{}
	for i := range g.Statements {
		carried[g.Statements[i].ID] = true
	}
	ids := map[string]bool{}
	for i := range g.Consultations {
		x := &g.Consultations[i]
		if err := x.Check(g.Report.Text); err != nil || x.Rule == "" {
			t.Fatalf("consultation %q by rule %q: %v", x.Quote, x.Rule, err)
		}
		if len(x.SupportedBy) == 0 || slices.ContainsFunc(x.SupportedBy, func(id string) bool { return !carried[id] }) {
			t.Fatalf("consultation %q is carried by %q", x.Quote, x.SupportedBy)
		}
		if len(x.Who)+len(x.ByWhom) == 0 || slices.Contains(x.Who, "") || ids[x.ID] {
			t.Fatalf("consultation %q of %q by %q", x.Quote, x.Who, x.ByWhom)
		}
		ids[x.ID] = true
	}
}

// TestMirror holds that two parties are read alike: with their names swapped
// the claims are the same of the other one.
func TestMirror(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		names := rapid.Permutation([]string{"Norway", "Sweden", "Kenya", "Egypt"}).Draw(r, "names")
		text := rapid.SampledFrom([]string{
			"A said on Monday that it had not been consulted on the draft by B.\n",
			"Officials in Vienna said that B had bypassed A to sign the treaty with the islands.\n",
			"The mediator briefed A on the plan, and B was kept in the dark.\n",
			"A is in regular contact with B about the river plan, diplomats said.\n",
		}).Draw(r, "text")
		a := strings.NewReplacer("A ", names[0]+" ", " B.", " "+names[1]+".", " B ", " "+names[1]+" ", " A,", " "+names[0]+",").Replace(text)
		b := strings.NewReplacer("A ", names[1]+" ", " B.", " "+names[0]+".", " B ", " "+names[0]+" ", " A,", " "+names[1]+",").Replace(text)
		swap := strings.NewReplacer(names[0], names[1], names[1], names[0])
		c1, g1 := claimtest.Read(t, a)
		c2, g2 := claimtest.Read(t, b)
		check(r, g1)
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
	f.Add("Kenya was not consulted on the plan, and its envoy kept Egypt in the dark.\n")
	f.Add("# Without consulting of with\n- , no contact with\n“Nobody asked us without whether it declined to say\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		_, g := claimtest.Read(t, strings.ToValidUTF8(text, ""))
		check(t, g)
	})
}
