package reconcile

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// plan is one report's account of a text.
type plan struct {
	date    string
	name    string // begins the report's sentence
	points  string // number, in words of name
	bound   travaux.Bound
	author  string
	first   string // first reporter
	counter bool
}

func (p plan) add(b *readingtest.Reading) *travaux.ProposalClaim {
	x := b.Text(p.name)
	if p.points != "" {
		x.Points = []travaux.Value{b.Value(p.points, p.points, p.bound)}
	}
	if p.author != "" {
		x.Authors = []travaux.Value{b.Value(b.Person(p.author, ""), p.author)}
	}
	if p.first != "" {
		x.FirstReportedBy = []travaux.Value{b.Value(b.Actor(travaux.ActorMedia, p.first).ID, p.first)}
	}
	if p.counter {
		x.CounterTo = "another"
	}
	return x
}

func (p plan) reading(t *testing.T, id string) *travaux.Reading {
	b := readingtest.New(t, id, "Outlet "+id, p.date, "Plans\n"+p.name+" by "+p.author+" was first reported by "+p.first+".\n")
	p.add(b)
	return b.Reading()
}

func TestTextRelations(t *testing.T) {
	tests := []struct {
		name  string
		a, b  plan
		texts int
		want  []string
	}{
		{
			name:  "two first reporters of one plan",
			a:     plan{date: "2031-05-02", name: "The 14-point plan", points: "14", author: "Oskar Wendel", first: "River Wire"},
			b:     plan{date: "2031-05-09", name: "a 14-point draft", points: "14", author: "Oskar Wendel", first: "Delta Post"},
			texts: 1,
			want:  []string{"contradicts first_report: River Wire | Delta Post"},
		},
		{
			name:  "one first reporter, named twice",
			a:     plan{date: "2031-05-02", name: "The 14-point plan", points: "14", author: "Oskar Wendel", first: "River Wire"},
			b:     plan{date: "2031-05-09", name: "a 14-point draft", points: "14", author: "Oskar Wendel", first: "River Wire"},
			texts: 1,
			want:  []string{},
		},
		{
			name:  "a counter-proposal of as many points is another text",
			a:     plan{date: "2031-05-02", name: "The 14-point plan", points: "14", author: "Oskar Wendel", first: "River Wire"},
			b:     plan{date: "2031-05-09", name: "a 14-point counter-proposal", points: "14", author: "Oskar Wendel", first: "Delta Post"},
			texts: 2,
			want:  []string{"unrelated_same_form identity: 14 | 14"},
		},
		{
			name:  "one name of its own",
			a:     plan{date: "2031-05-02", name: "The Tarn accord"},
			b:     plan{date: "2031-08-09", name: "the Tarn accord"},
			texts: 1,
			want:  []string{},
		},
		{
			name:  "one name, of two authors",
			a:     plan{date: "2031-05-02", name: "The Tarn accord", author: "Oskar Wendel"},
			b:     plan{date: "2031-08-09", name: "the Tarn accord", author: "Jana Roth"},
			texts: 2,
			want:  []string{},
		},
		{
			name:  "any accord on the matter",
			a:     plan{date: "2031-05-02", name: "The Tarn accord"},
			b:     plan{date: "2031-08-09", name: "A Tarn accord"},
			texts: 2,
			want:  []string{},
		},
		{
			name:  "the number alone makes no text one",
			a:     plan{date: "2031-05-02", name: "The 14-point plan", points: "14", author: "Oskar Wendel"},
			b:     plan{date: "2032-09-09", name: "a 14-point offer", points: "14", author: "Ada Lund"},
			texts: 2,
			want:  []string{"unrelated_same_form identity: 14 | 14"},
		},
		{
			name:  "another number of points is another text",
			a:     plan{date: "2031-05-02", name: "The 14-point plan", points: "14", author: "Oskar Wendel", first: "River Wire"},
			b:     plan{date: "2031-05-09", name: "the 9-point draft", points: "9", author: "Oskar Wendel", first: "Delta Post"},
			texts: 2,
			want:  []string{},
		},
		{
			name:  "a plan with a name of its own and two numbers of points",
			a:     plan{date: "2031-05-02", name: "the 14-point Tarn Plan", points: "14", author: "Oskar Wendel", first: "River Wire"},
			b:     plan{date: "2031-05-09", name: "the 12-point Tarn Plan", points: "12", author: "Oskar Wendel", first: "River Wire"},
			texts: 1,
			want:  []string{"contradicts number: 14 | 12"},
		},
		{
			name:  "more than ten can be twelve",
			a:     plan{date: "2031-05-02", name: "the 10-point Tarn Plan", points: "10", bound: travaux.Over, author: "Oskar Wendel"},
			b:     plan{date: "2031-05-09", name: "the 12-point Tarn Plan", points: "12", author: "Oskar Wendel"},
			texts: 1,
			want:  []string{"entailed_by number: 10 | 12"},
		},
		{
			name:  "a revised text with the same number may be another version",
			a:     plan{date: "2031-05-02", name: "The 14-point plan", points: "14", author: "Oskar Wendel"},
			b:     plan{date: "2031-05-09", name: "a revised 14-point plan", points: "14", author: "Oskar Wendel"},
			texts: 1,
			want:  []string{"unrelated_same_form identity: 14 | 14"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			res := Reconcile([]*travaux.Reading{tt.a.reading(t, "a"), tt.b.reading(t, "b")}, nil)
			if len(res.Proposals) != tt.texts {
				t.Errorf("%d texts, want %d", len(res.Proposals), tt.texts)
			}
			if diff := cmp.Diff(tt.want, found(res)); diff != "" {
				t.Errorf("relations (-want +got):\n%s", diff)
			}
		})
	}
}

// TestTextsOfOneReport: a report that tells two texts apart is believed, and a
// compact version keeps its origin.
func TestTextsOfOneReport(t *testing.T) {
	b := readingtest.New(t, "a", "River Wire", "2031-05-02", `Plans
The 14-point plan met a 14-point counter-proposal; a 9-point compromise is a shorter version of the original plan.
`)
	first := plan{name: "The 14-point plan", points: "14"}.add(b).ID
	b.Text("a 14-point counter-proposal").CounterTo = first
	b.Reading().Proposals[1].Points = []travaux.Value{b.Value("14", "14-point counter")}
	b.Text("a 9-point compromise").DerivedFrom = first
	res := Reconcile([]*travaux.Reading{b.Reading()}, nil)
	if len(res.Proposals) != 3 {
		t.Fatalf("%d texts, want 3", len(res.Proposals))
	}
	got := map[string]string{}
	labels := map[string]string{}
	for _, p := range res.Proposals {
		labels[p.ID] = p.Label
	}
	for _, p := range res.Proposals {
		got[p.Label] = labels[p.CounterTo] + "/" + labels[p.DerivedFrom]
	}
	want := map[string]string{"14-point plan": "/", "14-point counter-proposal": "14-point plan/", "9-point compromise": "/14-point plan"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lineage (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"unrelated_same_form identity: 14 | 14-point counter"}, found(res)); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
}

func TestTrackLists(t *testing.T) {
	tests := []struct {
		name   string
		lists  [2][]string
		differ bool
	}{
		{"the same in other words", [2][]string{{"security guarantees", "territorial issues"}, {"security arrangements", "territory"}}, false},
		{"one list is shorter", [2][]string{{"water", "ports", "fishing"}, {"ports", "water rights"}}, false},
		{"each has one of its own", [2][]string{{"water", "ports", "fishing"}, {"water", "ports", "customs"}}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := "Tracks\nThe delta plan has tracks:"
			for i, l := range tt.lists {
				for _, w := range l {
					text += " " + w + string(rune('1'+i)) + ","
				}
			}
			b := readingtest.New(t, "a", "River Wire", "2031-05-02", text+"\n")
			p := b.Text("The delta plan")
			for i, l := range tt.lists {
				for j, w := range l {
					sp := b.Span(w + string(rune('1'+i)))
					p.Tracks = append(p.Tracks, travaux.TrackClaim{
						Claim: travaux.Claim{ID: string(rune('a'+i)) + string(rune('a'+j)), Span: sp, Rule: "test", SupportedBy: p.SupportedBy},
						Label: w, List: i + 1,
					})
				}
			}
			res := Reconcile([]*travaux.Reading{b.Reading()}, nil)
			if got := len(res.Relations) == 1 && res.Relations[0].Kind == travaux.Contradicts; got != tt.differ {
				t.Errorf("differ = %v, want %v: %v", got, tt.differ, found(res))
			}
			if len(res.Tracks) != len(tt.lists[0])+len(tt.lists[1]) {
				t.Errorf("%d tracks", len(res.Tracks))
			}
		})
	}
}
