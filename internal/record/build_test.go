package record

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

func TestCorroborations(t *testing.T) {
	rec := build(t, delta(t), Options{})
	got := map[string]string{}
	for _, c := range rec.Corroborations {
		got[c.Fact] = fmt.Sprintf("%d %v", c.Independent, c.SingleAnonymous)
	}
	for fact, want := range map[string]string{
		"Meeting of Ilir Marko and Oskar Wendel, Tarn: happened":            "2 false",
		"Meeting of Ilir Marko and Oskar Wendel, Tarn: dated 2 May 2031":    "3 false",
		"Meeting of Ilir Marko and Oskar Wendel, Tarn: lasted over 5 hours": "1 false",
		"The text “28-point plan” exists":                                   "3 false",
		"The text “28-point counter-plan” exists":                           "1 false",
	} {
		if got[fact] != want {
			t.Errorf("%s: %q, want %q", fact, got[fact], want)
		}
	}
}

func TestSingleAnonymous(t *testing.T) {
	b := readingtest.New(t, "a", "Delta Post", "2031-05-02", "Leak\nAn aide said the Tarn Plan exists.\n")
	aide := b.Actor(travaux.ActorAnonymousPerson, "An aide").ID
	st := b.Says(aide, travaux.ByAnonymousPerson, "the Tarn Plan exists")
	b.Text("Tarn Plan").SupportedBy = []string{st}
	one := build(t, []*travaux.Reading{b.Reading()}, Options{})
	if c := one.Corroborations; len(c) != 1 || !c[0].SingleAnonymous || c[0].Independent != 1 {
		t.Errorf("one anonymous person and nothing else: %+v", c)
	}
}

// TestCopyIsNoSource: a reprint adds an outlet, not a source.
func TestCopyIsNoSource(t *testing.T) {
	const body = "Envoy Oskar Wendel met President Ilir Marko in Tarn on 2 May, and both sides said that the talks had been useful and would go on next week."
	var rs []*travaux.Reading
	for i, outlet := range []string{"River Wire", "Bay News"} {
		b := readingtest.New(t, string(rune('a'+i)), outlet, fmt.Sprintf("2031-05-0%d", 2+i), "Headline "+outlet+"\n"+body)
		e := b.Event(travaux.Meeting, travaux.Happened, "Oskar Wendel met President Ilir Marko", b.Person("Oskar Wendel", "Envoy"), b.Person("Ilir Marko", "President"))
		b.Date(e, "2031-05-02", "2 May")
		rs = append(rs, b.Reading())
	}
	rec := build(t, rs, Options{})
	for _, c := range rec.Corroborations {
		if c.Independent != 1 || len(c.Outlets) != 2 {
			t.Errorf("%s: %d sources, outlets %v", c.Fact, c.Independent, c.Outlets)
		}
	}
	if rec.Reports[1].CopyOf != rec.Reports[0].ID {
		t.Errorf("copy_of %q, want %q", rec.Reports[1].CopyOf, rec.Reports[0].ID)
	}
}

func TestKnownBy(t *testing.T) {
	reports := []struct{ id, date string }{{"a", "2031-05-01"}, {"b", "2031-05-03"}, {"c", "2031-05"}, {"d", ""}, {"e", "2031"}}
	var rs []*travaux.Reading
	for _, r := range reports {
		rs = append(rs, readingtest.New(t, r.id, "Outlet "+r.id, r.date, "Headline "+r.id+"\nWords of "+r.id).Reading())
	}
	tests := []struct {
		by   travaux.EDTF
		want []string
	}{
		{"", []string{"a", "b", "c", "d", "e"}},
		{"2031-05-02", []string{"a", "c", "d", "e"}},
		{"2031-04", []string{"d", "e"}},
		{"2030", []string{"d"}},
	}
	for _, tt := range tests {
		rec := build(t, rs, Options{KnownBy: tt.by})
		var got []string
		for _, r := range rec.Reports {
			got = append(got, r.SHA256)
			if r.Undated != (r.SHA256 == "d") {
				t.Errorf("known by %q: %s undated = %v", tt.by, r.SHA256, r.Undated)
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("known by %q (-want +got):\n%s", tt.by, diff)
		}
	}
	if _, err := Build(rs, Options{KnownBy: "soon"}); travaux.CodeOf(err) != travaux.CodeInvalid {
		t.Errorf("known by soon: %v", err)
	}
}

func TestAsOf(t *testing.T) {
	status := func(asOf travaux.EDTF) []string {
		var out []string
		rec := build(t, delta(t), Options{AsOf: asOf})
		checkRecord(t, delta(t), rec)
		for _, e := range rec.Events {
			out = append(out, e.Label+": "+string(e.Status))
		}
		slices.Sort(out)
		return out
	}
	tests := []struct {
		asOf travaux.EDTF
		want []string
	}{
		{"2031-04-30", nil},
		{"2031-05-01", []string{"Absence of Ada Lund: expected_absence", "Meeting of Ilir Marko and Oskar Wendel, Tarn: scheduled"}},
		{"2031-05-02", []string{"Absence of Ada Lund: expected_absence", "Meeting of Ilir Marko and Oskar Wendel, Tarn: happened"}},
		{"2031-05-03", []string{"Absence of Ada Lund: absent", "Meeting of Ilir Marko and Oskar Wendel, Tarn: happened"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, status(tt.asOf)); diff != "" {
			t.Errorf("as of %s (-want +got):\n%s", tt.asOf, diff)
		}
	}
}

// TestHeldBy: a record cut to a day has the events of one made as of that day.
func TestHeldBy(t *testing.T) {
	whole, before := build(t, delta(t), Options{}), build(t, delta(t), Options{})
	for _, day := range []travaux.EDTF{"2031-05-03", "2031-05-04"} {
		cut, err := analysis.HeldBy(whole, day)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(build(t, delta(t), Options{AsOf: day}).Events, cut.Events); diff != "" {
			t.Errorf("as of %s (-made +cut):\n%s", day, diff)
		}
	}
	if diff := cmp.Diff(before, whole); diff != "" {
		t.Errorf("cutting changed the record:\n%s", diff)
	}
}

func TestStories(t *testing.T) {
	rec := build(t, delta(t), Options{})
	var sizes []int
	for _, s := range rec.Stories {
		sizes = append(sizes, len(s.Reports))
	}
	slices.Sort(sizes)
	if diff := cmp.Diff([]int{4}, sizes); diff != "" {
		t.Errorf("stories (-want +got):\n%s", diff)
	}
}

func TestSharedStatementIsRefused(t *testing.T) {
	rs := delta(t)
	rs[1].Statements[0].ID = rs[0].Statements[0].ID
	if _, err := Build(rs, Options{}); travaux.CodeOf(err) != travaux.CodeInvalid {
		t.Errorf("two reports sharing a statement's identifier: %v", err)
	}
	if _, err := Build([]*travaux.Reading{nil}, Options{}); travaux.CodeOf(err) != travaux.CodeInvalid {
		t.Errorf("a reading that is nil: %v", err)
	}
	empty := build(t, nil, Options{})
	checkRecord(t, nil, empty)
}

// BenchmarkBuild makes the record of reports by 60 outlets about a tenth as
// many meetings. Time for a report should not grow with their number.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rs := readingtest.Many(b, n)
			for b.Loop() {
				if _, err := Build(rs, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/report")
		})
	}
}

// TestPassagesAndSources: a statement in a passage taken from another outlet is
// no second source; what a copy adds of its own is one.
func TestPassagesAndSources(t *testing.T) {
	const (
		met = "Envoy Oskar Wendel met President Ilir Marko in Tarn on 2 May, in a hall above the railway station that had been swept for the purpose, and nobody took minutes."
		// Longer than what is taken, so that the whole is no copy.
		boats  = "Schoolchildren released forty paper boats on the canal in memory of the old lock keeper, and rain fell on them all afternoon until the last one went under near the mill. Two of the oldest boats were pulled out with a rake by a man who asked not to be thanked for it."
		band   = "A brass band played outside the town hall while the councillors argued about parking fees until dusk, and the mayor left early without saying where she would spend the evening."
		signed = "Envoy Oskar Wendel saw President Ilir Marko again in Tarn on 3 May."
	)
	reading := func(id, outlet, date, text, event, when, day string) *travaux.Reading {
		b := readingtest.New(t, id, outlet, date, "Headline "+id+"\n"+text)
		e := b.Event(travaux.Meeting, travaux.Happened, event, b.Person("Oskar Wendel", "Envoy"), b.Person("Ilir Marko", "President"))
		b.Date(e, when, day)
		return b.Reading()
	}
	sources := func(rec *travaux.Record) map[int]int {
		n := map[int]int{}
		for _, c := range rec.Corroborations {
			n[c.Independent]++
		}
		return n
	}
	lifted := build(t, []*travaux.Reading{
		reading("a", "Quay Post", "2031-05-02", band+"\n"+met, "Oskar Wendel met President Ilir Marko in Tarn on 2 May", "2031-05-02", "2 May"),
		reading("b", "Bay News", "2031-05-03", boats+"\n"+met, "Oskar Wendel met President Ilir Marko in Tarn on 2 May", "2031-05-02", "2 May"),
	}, Options{})
	if lifted.Reports[1].CopyOf != "" || sources(lifted)[2] > 0 {
		t.Errorf("a passage taken over counts as a source: %v, copy of %q", sources(lifted), lifted.Reports[1].CopyOf)
	}
	added := build(t, []*travaux.Reading{
		reading("a", "Quay Post", "2031-05-03", band+"\n"+boats+"\n"+met+"\n", "Oskar Wendel met", "2031-05-02", "2 May"),
		reading("b", "Bay News", "2031-05-04", band+"\n"+boats+"\n"+met+"\n"+signed, "Oskar Wendel saw President Ilir Marko again in Tarn on 3 May", "2031-05-03", "3 May"),
		reading("c", "Hill Courier", "2031-05-05", signed, "Oskar Wendel saw President Ilir Marko again in Tarn on 3 May", "2031-05-03", "3 May"),
	}, Options{})
	if added.Reports[1].CopyOf != added.Reports[0].ID || sources(added)[2] == 0 {
		t.Errorf("what a copy adds counts as no source: %v, copy of %q", sources(added), added.Reports[1].CopyOf)
	}
}
