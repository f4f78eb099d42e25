package reconcile

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// account is a report that names two people and tells of some texts.
type account struct {
	date  string
	texts []string // the name of each
	by    []string // its author, "" for none
	facts []string // what each is said to provide
	also  string   // named besides
}

func (x account) reading(t *testing.T, n int) (*travaux.Reading, []Local) {
	body := fmt.Sprintf("Talks, day %d\nJana Roth met Emil Voss. %s\n", n, x.also)
	for i, name := range x.texts {
		body += strings.Join([]string{name, "came from", x.author(i), "and would", x.fact(i)}, " ") + ".\n"
	}
	b := readingtest.New(t, fmt.Sprint(n), fmt.Sprintf("Outlet %d", n), x.date, body)
	b.Person("Jana Roth", "")
	b.Person("Emil Voss", "")
	var ids []Local
	for i, name := range x.texts {
		p := b.Text(name)
		if by := x.author(i); by != "nobody" {
			p.Authors = []travaux.Value{b.Value(b.Person(by, ""), by)}
		}
		if strings.Contains(name, "-point") {
			k := strings.Fields(strings.ReplaceAll(name, "-", " "))[1]
			p.Points = []travaux.Value{b.Value(k, k, travaux.Exact)}
		}
		p.CounterTo = map[bool]string{true: "another"}[strings.Contains(name, "counter")]
		if f := x.fact(i); f != "lapse" {
			p.Provisions = append(p.Provisions, travaux.ProvisionClaim{Claim: travaux.Claim{ID: travaux.NewID("provision", fmt.Sprint(n, i)), Span: b.Span(f), Rule: "test", SupportedBy: p.SupportedBy}, Issue: travaux.OtherIssue})
		}
		ids = append(ids, Local{b.Reading().Report.ID, p.ID})
	}
	return b.Reading(), ids
}

func (x account) author(i int) string {
	if i < len(x.by) && x.by[i] != "" {
		return x.by[i]
	}
	return "nobody"
}

func (x account) fact(i int) string {
	if i < len(x.facts) && x.facts[i] != "" {
		return x.facts[i]
	}
	return "lapse"
}

// suggestions lists what is suggested, each pair once, with the rules for and
// against.
func suggestions(r *Result) []string {
	label := map[string]string{}
	for _, p := range r.Proposals {
		label[p.ID] = p.Label
	}
	seen := map[string]bool{}
	out := []string{}
	for _, p := range r.Proposals {
		for _, s := range p.IdentityWith {
			if seen[s.ID] {
				continue
			}
			seen[s.ID] = true
			pair := []string{label[p.ID], label[s.With]}
			slices.Sort(pair)
			words := fmt.Sprintf("%s, %s %s:", strings.Join(pair, " | "), s.Strength, s.Extent)
			for _, x := range s.For {
				words += " +" + strings.TrimPrefix(x.Rule, "identity.")
			}
			for _, x := range s.Against {
				words += " -" + strings.TrimPrefix(x.Rule, "identity.")
			}
			out = append(out, words)
		}
	}
	slices.Sort(out)
	return out
}

func TestPossibleIdentity(t *testing.T) {
	tests := []struct {
		name  string
		tells []account
		want  []string
	}{
		{
			"the same author and nothing else, of two names",
			[]account{{date: "2031-05-02", texts: []string{"the harbour plan"}, by: []string{"Ada Lund"}}, {date: "2031-05-09", texts: []string{"a quota paper"}, by: []string{"Ada Lund"}}},
			[]string{"harbour plan | quota paper, weak version: +party +talks"},
		},
		{
			"in other talks, a year later",
			[]account{{date: "2031-05-02", texts: []string{"the harbour plan"}, by: []string{"Ada Lund"}}, {date: "2033-05-09", texts: []string{"a quota paper"}, by: []string{"Ada Lund"}}},
			nil,
		},
		{
			"one number of points, of two authors",
			[]account{{date: "2031-05-02", texts: []string{"the 14-point plan"}, by: []string{"Ada Lund"}}, {date: "2031-05-09", texts: []string{"a 14-point offer"}, by: []string{"Oskar Wendel"}}},
			nil, // the rules take them for one
		},
		{
			"a deal and a deal",
			[]account{{date: "2031-05-02", texts: []string{"a deal"}}, {date: "2031-05-03", texts: []string{"the deal"}}},
			nil,
		},
		{
			"a counter-proposal of as many points",
			[]account{{date: "2031-05-02", texts: []string{"the 14-point plan"}, by: []string{"Ada Lund"}}, {date: "2031-05-09", texts: []string{"a 14-point counter-proposal"}, by: []string{"Oskar Wendel"}}},
			nil,
		},
		{
			"two numbers of points of one author",
			[]account{
				{date: "2031-05-02", texts: []string{"the 14-point plan"}, by: []string{"Ada Lund"}, facts: []string{"close every quay at Tarn by winter"}},
				{date: "2031-05-09", texts: []string{"the 9-point draft"}, by: []string{"Ada Lund"}, facts: []string{"close every quay of Tarn before winter"}},
			},
			[]string{"14-point plan | 9-point draft, weak text: +party +provision +talks -other_points"},
		},
		{
			"two phases of one whole",
			[]account{{date: "2031-05-02", texts: []string{"the phase one plan"}, by: []string{"Ada Lund"}}, {date: "2031-05-09", texts: []string{"the second-phase plan"}, by: []string{"Ada Lund"}}},
			nil,
		},
		{
			"names the other way round",
			[]account{{date: "2031-05-02", texts: []string{"the Lund-Wendel paper"}}, {date: "2031-05-09", texts: []string{"the Wendel-Lund offer"}}},
			[]string{"Lund-Wendel paper | Wendel-Lund offer, medium version: +name +name +talks"},
		},
		{
			"a bill is no amendment",
			[]account{{date: "2031-05-02", texts: []string{"the harbour bill"}, by: []string{"Ada Lund"}}, {date: "2031-05-09", texts: []string{"the quota amendment"}, by: []string{"Ada Lund"}}},
			nil,
		},
		{
			"several texts at once",
			[]account{{date: "2031-05-02", texts: []string{"two harbour bills"}, by: []string{"Ada Lund"}}, {date: "2031-05-09", texts: []string{"the quota paper"}, by: []string{"Ada Lund"}}},
			nil,
		},
		{
			"three that may be one are held together by two pairs",
			[]account{{date: "2031-05-02", texts: []string{"the harbour plan"}, by: []string{"Ada Lund"}}, {date: "2031-05-09", texts: []string{"a quota paper"}, by: []string{"Ada Lund"}}, {date: "2031-05-12", texts: []string{"a berth outline"}, by: []string{"Ada Lund"}}},
			[]string{"berth outline | harbour plan, weak version: +party +talks", "berth outline | quota paper, weak version: +party +talks"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var rs []*travaux.Reading
			for i, x := range tt.tells {
				r, _ := x.reading(t, i+1)
				rs = append(rs, r)
			}
			got := suggestions(Reconcile(rs, nil))
			if tt.want == nil {
				tt.want = []string{}
			}
			if strings.HasPrefix(tt.name, "three") {
				if len(got) != len(tt.want) {
					t.Errorf("got %v, want %d pairs", got, len(tt.want))
				}
				return // which two, hangs on the ids
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("suggestions (-want +got):\n%s", diff)
			}
		})
	}
}

// TestIdentityIsDecided wants a suggestion to go when an analyst decides either
// way, and to be the same for both texts in whatever order reports come.
func TestIdentityIsDecided(t *testing.T) {
	tells := []account{
		{date: "2031-05-02", texts: []string{"the harbour plan"}, by: []string{"Ada Lund"}},
		{date: "2031-05-09", texts: []string{"a quota paper"}, by: []string{"Ada Lund"}},
		{date: "2031-05-12", texts: []string{"the Tarn accord"}},
	}
	var rs []*travaux.Reading
	var ids []Local
	for i, x := range tells {
		r, id := x.reading(t, i+1)
		rs, ids = append(rs, r), append(ids, id...)
	}
	for name, d := range map[string]Identity{
		"one": {Same: []Same{{Members: ids[:2], Reason: "one"}}},
		"two": {Apart: []Apart{{Sides: [][]Local{ids[:1], ids[1:2]}}}},
	} {
		if got := suggestions((Given{Decisions: Decisions{Texts: d}}).Reconcile(Sketches(rs))); len(got) > 0 {
			t.Errorf("decided to be %s, and suggested: %v", name, got)
		}
	}
	want := Reconcile(rs, nil).Proposals
	var pair []travaux.PossibleIdentity
	for _, p := range want {
		pair = append(pair, p.IdentityWith...)
	}
	if len(pair) != 2 || pair[0].ID != pair[1].ID || pair[0].With == pair[1].With || !cmp.Equal(pair[0].For, pair[1].For) {
		t.Fatalf("the two do not have one suggestion: %v", pair)
	}
	for range 5 {
		rand.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		if diff := cmp.Diff(want, Reconcile(rs, nil).Proposals); diff != "" {
			t.Errorf("in another order (-first +then):\n%s", diff)
		}
	}
}

func TestNumbersIn(t *testing.T) {
	for words, want := range map[string]string{
		"the 86-page Phase 1 deal":       "pages 86, ordinal phase 1",
		"a “first- phase” deal":          "ordinal phase 1",
		"a second-stage pact":            "ordinal stage 2",
		"phase two of the plan":          "ordinal phase 2",
		"the third draft":                "ordinal draft 3",
		"a two-page working paper":       "pages 2",
		"a nearly 1,000-page bill":       "",
		"the 2015 nuclear accord":        "year 2015",
		"the 22-point plan":              "",
		"the one deal that was on offer": "",
	} {
		var got []string
		for _, m := range numbersIn(nameWords(words)) {
			got = append(got, string(m.kind)+" "+m.value)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: %v, want %q", words, got, want)
		}
	}
}

func TestOwnName(t *testing.T) {
	for _, test := range []struct {
		words, name string
		passing     bool
	}{
		{"the Tarn accord", "tarn accord", false},
		{"the latest Tarn accord", "tarn accord", false},
		{"the Tarn bill", "tarn bill", true},
		{"the proposed Lowland–Corrin Fisheries Agreement", "lowland corrin fisheries agreement", false},
		{"a Tarn accord", "", false},
		{"Roth's accord", "", false},
		{"the accord", "", false},
	} {
		if name, passing := ownName(test.words); name != test.name || passing != test.passing {
			t.Errorf("%q: %q, %v", test.words, name, passing)
		}
	}
}

// TestAgreementOfTexts has accounts that agree on little: what makes them one.
func TestAgreementOfTexts(t *testing.T) {
	tests := []struct {
		name string
		a, b account
		want int
	}{
		{
			"one author and one word, in the same weeks and talks",
			account{date: "2031-05-02", texts: []string{"the fishing plan"}, by: []string{"Ada Lund"}},
			account{date: "2031-05-20", texts: []string{"her fishing paper"}, by: []string{"Ada Lund"}},
			1,
		},
		{
			"one author and one word, months later",
			account{date: "2031-05-02", texts: []string{"the fishing plan"}, by: []string{"Ada Lund"}},
			account{date: "2031-08-20", texts: []string{"her fishing paper"}, by: []string{"Ada Lund"}},
			2,
		},
		{
			"one number of points, and other provisions",
			account{date: "2031-05-02", texts: []string{"the 14-point plan"}, facts: []string{"close every quay at Tarn by winter"}},
			account{date: "2031-08-20", texts: []string{"a 14-point offer"}, facts: []string{"open two berths at Orle next year"}},
			2,
		},
		{
			"one number of points and a provision in nearly the same words",
			account{date: "2031-05-02", texts: []string{"the 14-point plan"}, facts: []string{"close every quay at Tarn by winter"}},
			account{date: "2031-08-20", texts: []string{"a 14-point offer"}, facts: []string{"close every quay of Tarn before winter"}},
			1,
		},
		{
			"one phase of two reports",
			account{date: "2031-05-02", texts: []string{"the phase one deal"}},
			account{date: "2031-05-20", texts: []string{"a first-phase pact"}},
			1,
		},
		{
			"a bill of the chamber, and of another season",
			account{date: "2031-05-02", texts: []string{"the Senate bill"}},
			account{date: "2031-10-20", texts: []string{"the Senate bill"}, also: "Nobody at the port had thought that a second winter of talks would begin so soon after the first."},
			2,
		},
	}
	for _, tt := range tests {
		a, _ := tt.a.reading(t, 1)
		b, _ := tt.b.reading(t, 2)
		if got := len(Reconcile([]*travaux.Reading{a, b}, nil).Proposals); got != tt.want {
			t.Errorf("%s: %d texts, want %d", tt.name, got, tt.want)
		}
	}
}
