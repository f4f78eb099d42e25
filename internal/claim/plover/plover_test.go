package plover_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux/internal/claim/plover"
	"github.com/travaux/travaux/internal/lang/english"
)

// TestBetween reads sentences with their sides marked. The second of a pair is
// what the first is easily taken for.
func TestBetween(t *testing.T) {
	p, err := english.New(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text string
		want plover.Root
	}{
		{"The (SRC: foreign minister) met his counterpart from (TAR: Brazil) on Monday.", plover.Consult},
		{"The (SRC: foreign minister) will meet his counterpart from (TAR: Brazil) on Monday.", plover.Agree},
		{"(SRC: Norway) has promised to send grain to the (TAR: refugees) in the valley.", plover.Agree},
		{"(SRC: Norway) sent grain to the (TAR: refugees) in the valley.", plover.Aid},
		{"The (SRC: ministry) suspended all loans to the (TAR: ferry company) on Friday.", plover.Sanction},
		{"The (SRC: ministry) lifted its embargo against the (TAR: island) on Friday.", plover.Retreat},
		{"The (SRC: ministry) imposed an embargo on the (TAR: island) on Friday.", plover.Sanction},
		{"The (SRC: ministry) threatened to impose an embargo on the (TAR: island).", plover.Threaten},
		{"The (SRC: union) said it would strike unless the (TAR: port operator) raised wages.", plover.Threaten},
		{"Hundreds of (SRC: dockers) blocked the road to the (TAR: terminal) for a third day.", plover.Protest},
		{"The (SRC: police) blocked the road to the (TAR: terminal) for a third day.", plover.Coerce},
		{"The (SRC: government) rejected a proposal by the (TAR: union) to reopen the talks.", plover.Reject},
		{"The (SRC: government) accepted a proposal by the (TAR: union) to reopen the talks.", plover.Agree},
		{"The (SRC: government) did not sign the accord with the (TAR: rebels).", plover.Reject},
		{"The (SRC: government) signed an accord with the (TAR: rebels).", plover.Support},
		{"(SRC: Canada) said the (TAR: mining company) must clean up the river.", plover.Request},
		{"(SRC: Canada) said it will help the (TAR: villages) to clean up the river.", plover.Agree},
		{"The (SRC: opposition) accused the (TAR: government) of breaking the truce.", plover.Accuse},
		{"(SRC: Rebels) shelled the (TAR: provincial capital) overnight, witnesses said.", plover.Assault},
		{"The (TAR: provincial capital) was shelled by (SRC: rebels) overnight, witnesses said.", plover.Assault},
		{"The (SRC: army) moved tanks towards the (TAR: border town) on Sunday.", plover.Mobilize},
		{"The (SRC: army) has withdrawn its troops from the (TAR: border town).", plover.Retreat},
		{"The (SRC: regional court) opened an investigation into the (TAR: governor).", plover.Accuse},
		{"The (SRC: regional court) lifted the ban on the (TAR: Farmers' Party).", plover.Concede},
		{"The two (SRC/TAR: navies) began joint exercises off the coast.", plover.Cooperate},
	} {
		in := "id\ttext\n1\t" + test.text + "\n"
		ms, err := plover.ReadMarked(strings.NewReader(in), "test")
		if err != nil {
			t.Fatal(err)
		}
		got, at, err := plover.Judge(p, ms[0])
		if err != nil {
			t.Fatal(err)
		}
		if got != test.want {
			t.Errorf("%s: %s at %q, want %s", test.text, got, at, test.want)
		}
	}
}

// TestReadMarked reads records as they come.
func TestReadMarked(t *testing.T) {
	for name, test := range map[string]struct {
		in   string
		want []plover.Marked
	}{
		"json": {
			`[{"id":"0","event":"DOCUMENT"},{"id":"1","event":"DISAPPROVE","text":"x","textInfo":{"markup":"The (SRC: union) (of dockers) {(EVT: blamed} (SRC/TAR: itself)."}}]`,
			[]plover.Marked{{ID: "1", Text: "The union (of dockers) blamed itself.", Sources: [][2]int{{4, 9}, {30, 36}}, Targets: [][2]int{{30, 36}}, Root: plover.Accuse}},
		},
		"json, named": {
			`{"id":"1","event":"FIGHT","text":"Rebels shelled a town.","source":[{"actorText":"Rebels"}],"target":"town"}`,
			[]plover.Marked{{ID: "1", Text: "Rebels shelled a town.", Sources: [][2]int{{0, 6}}, Targets: [][2]int{{17, 21}}, Root: plover.Assault}},
		},
		"tsv": {
			"text\tsource\ttarget\nA met B.\tA\tB\n",
			[]plover.Marked{{Text: "A met B.", Sources: [][2]int{{0, 1}}, Targets: [][2]int{{6, 7}}}},
		},
	} {
		got, err := plover.ReadMarked(strings.NewReader(test.in), name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
	for _, bad := range []string{"", "  ", "[", "[1]", "id\tevent\n1\tAID\n"} {
		if _, err := plover.ReadMarked(strings.NewReader(bad), "bad"); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

// FuzzReadMarked checks that spans always lie in the text.
func FuzzReadMarked(f *testing.F) {
	f.Add([]byte(`[{"text":"a","textInfo":{"markup":"(SRC: a) (TAR: (b)"}}]`))
	f.Add([]byte("text\n(SRC/TAR: a)) {b} (X\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		ms, err := plover.ReadMarked(strings.NewReader(string(data)), "fuzz")
		if err != nil {
			return
		}
		for _, m := range ms {
			for _, s := range append(m.Sources, m.Targets...) {
				if s[0] < 0 || s[0] >= s[1] || s[1] > len(m.Text) {
					t.Fatalf("side %v of %q", s, m.Text)
				}
			}
		}
	})
}
