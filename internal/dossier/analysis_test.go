package dossier

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

// chain of consultations among n actors, each telling the next two.
func consultations(n int) *travaux.Record {
	rec := &travaux.Record{}
	id := func(i int) string { return fmt.Sprintf("act_%d", i%n) }
	for i := range n {
		rec.Actors = append(rec.Actors, travaux.Actor{ID: id(i), Canonical: fmt.Sprintf("Delegation of the %dth harbour", i), Type: travaux.ActorOrganisation})
		rec.Consultations = append(rec.Consultations, travaux.Consultation{
			ID: fmt.Sprintf("con_%d", i), ByWhom: []string{id(i)}, Who: []string{id(i + 1), id(i + 2)}, Relation: "briefed", Polarity: "yes",
			Spans: []travaux.Span{{Report: "r", Quote: "briefed", End: 7}},
		})
	}
	return rec
}

var nameAt = regexp.MustCompile(`class="what wide" x="(\d+)%" y="([\d.]+)"`)

// Few or many, every name has a line to itself, and lines are bounded.
func TestNetworkIsLegible(t *testing.T) {
	for _, n := range []int{5, 30, 60, 400} {
		site, err := New(Data{Record: consultations(n)})
		if err != nil {
			t.Fatal(err)
		}
		v := site.network(site.view.Network())
		drawing := string(v.Drawing)
		if got := strings.Count(drawing, "<line "); got != min(2*n, maxEdges) || v.Left != max(0, 2*n-maxEdges) {
			t.Errorf("%d actors: %d lines drawn, %d left", n, got, v.Left)
		}
		rows := map[string][]float64{}
		for _, m := range nameAt.FindAllStringSubmatch(drawing, -1) {
			y, _ := strconv.ParseFloat(m[2], 64)
			rows[m[1]] = append(rows[m[1]], y)
		}
		if len(rows) != 2 {
			t.Fatalf("%d actors: %d columns", n, len(rows))
		}
		for x, ys := range rows {
			slices.Sort(ys)
			for i := 1; i < len(ys); i++ {
				if ys[i]-ys[i-1] < 16 {
					t.Fatalf("%d actors, column at %s %%: names at %.1f and %.1f overlap", n, x, ys[i-1], ys[i])
				}
			}
		}
		if len(v.Edges) != 2*n {
			t.Errorf("%d actors: the table has %d rows", n, len(v.Edges))
		}
	}
}

func TestConsultationWords(t *testing.T) {
	for _, tt := range []struct{ relation, polarity, want string }{
		{"consulted", "yes", "consulted"},
		{"briefed", "no", "not briefed"},
		{"gave_input", "no", "gave no input"},
		{"in_contact", "partial", "in contact in part"},
		{"invited", "planned", "invited, as planned"},
		{"consulted", "refused_to_say", "consulted or not: would not say"},
	} {
		if got := consultationWords(tt.relation, tt.polarity); got != tt.want {
			t.Errorf("%s, %s: %q, want %q", tt.relation, tt.polarity, got, tt.want)
		}
	}
}

var barAt = regexp.MustCompile(`<rect class="bar" x="([\d.]+)%" width="([\d.]+)%" y="([\d.]+)" height="([\d.]+)"`)

// A week stands at its place in time, within the chart, and a share fills it at
// a hundred percent.
func TestWeeksAreDrawn(t *testing.T) {
	x := analysis.Indicator{ID: "a.b", Label: "contacts", Share: true, Weeks: []analysis.Count{
		{Week: "2031-03-03", N: 2, Of: 2}, {Week: "2031-03-10", N: 0, Of: 4}, {Week: "2031-05-05", N: 1, Of: 2},
	}}
	var got [][4]string
	for _, m := range barAt.FindAllStringSubmatch(drawWeeks(x), -1) {
		got = append(got, [4]string{m[1], m[2], m[3], m[4]})
	}
	want := [][4]string{{"0.00", "7.52", "16.0", "60.0"}, {"9.40", "7.52", "75.0", "1.0"}, {"84.60", "7.52", "46.0", "30.0"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("place, width, top and height (-want +got):\n%s", diff)
	}
}

func TestComparable(t *testing.T) {
	text := func(id string) *travaux.Proposal { return &travaux.Proposal{ID: id} }
	version := func(id string) *travaux.Version { return &travaux.Version{ID: id} }
	plan, answer := text("plan"), text("answer")
	got := comparable([]analysis.Draft{
		{Proposal: plan, Version: version("v1"), Links: []analysis.Link{{How: analysis.CounteredBy, To: "answer"}}},
		{Proposal: answer, Version: version("a1"), Links: []analysis.Link{{How: analysis.CounterTo, To: "plan"}}},
		{Proposal: plan, Version: version("v2")},
	})
	want := []pair{{"v1", "v2", "versions of one text"}, {"plan", "a1", "counter-text to"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(pair{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFateOf(t *testing.T) {
	for _, tt := range []struct {
		x    analysis.Foreseen
		want string
	}{
		{analysis.Foreseen{Fate: analysis.CameTrue, Resolvable: true}, "Came true, as proposed"},
		{analysis.Foreseen{Fate: analysis.CameTrue, Confirmed: true}, "Confirmed by the analyst"},
		{analysis.Foreseen{Fate: analysis.DidNot}, "Did not come true, as proposed"},
		{analysis.Foreseen{Fate: analysis.NoWord, Conditional: true}, "On a condition"},
		{analysis.Foreseen{Fate: analysis.StillOpen, Resolvable: true}, "Still open"},
		{analysis.Foreseen{Fate: analysis.NoWord, Resolvable: true}, "Time is over, nothing told"},
		{analysis.Foreseen{Fate: analysis.NoWord}, "Cannot be resolved"},
	} {
		if got := fates[fateOf(&tt.x)].heading; got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.x, got, tt.want)
		}
	}
}

// Who is merely named has no page, and stands on one that leads to the words.
func TestMerelyNamed(t *testing.T) {
	d := generate(3, 4)
	first := d.Record.Actors[0].NameForms[0]
	first.Form = "Port of Ness"
	d.Record.Actors = append(d.Record.Actors, travaux.Actor{ID: "act_ness", Canonical: "Port of Ness", Type: travaux.ActorPlace, NameForms: []travaux.NameForm{first}, Spans: []travaux.Span{first.First}})
	files := render(t, d)
	if _, ok := files["actor-act_ness.html"]; ok {
		t.Error("there is a page of its own")
	}
	if want := `<li id="act_ness"><a href="` + reportPath(first.First.Report) + "#" + anchor(first.First); !strings.Contains(files["named.html"], want) {
		t.Errorf("named.html lacks %s", want)
	}
}

func TestQuoteMarks(t *testing.T) {
	for words, want := range map[string]string{
		"plain words":          "",
		"“all quoted”":         "own",
		"\"all quoted,”":       "own",
		"‘all quoted’":         "own",
		"partly “quoted”":      "single",
		"“one” and “two”":      "single",
		"’":                    "",
		"":                     "",
		"the ministers' words": "",
	} {
		if got := quoteMarks(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}
