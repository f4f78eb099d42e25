package reconcile

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// people returns one reading a name, and the local id of each.
func people(t *testing.T, names ...string) ([]*travaux.Reading, []Local) {
	t.Helper()
	var rs []*travaux.Reading
	var ids []Local
	for i, name := range names {
		b := readingtest.New(t, string(rune('a'+i)), "Delta Post", "2031-03-0"+string(rune('1'+i)), name+" spoke at the docks.")
		a := b.Actor(travaux.ActorPerson, name)
		rs = append(rs, b.Reading())
		ids = append(ids, Local{b.Reading().Report.ID, a.ID})
	}
	return rs, ids
}

// TestDecidedActors wants what was decided to hold against every rule, and
// what was not decided to be left to the rules, or open where either may be
// meant.
func TestDecidedActors(t *testing.T) {
	tests := []struct {
		name  string
		names []string
		same  [][]int
		apart [][][]int
		want  []int // by report, the first report with the same actor
	}{
		{"rules alone", []string{"Jana Roth", "Jana Roth", "Emil Voss"}, nil, nil, []int{0, 0, 2}},
		{"one under two names", []string{"Jana Roth", "Jana Holm", "Jana Holm"}, [][]int{{0, 1}}, nil, []int{0, 0, 0}},
		{"two of one name", []string{"Jana Roth", "Jana Roth", "Jana Roth"}, nil, [][][]int{{{0, 2}, {1}}}, []int{0, 1, 0}},
		{"two of one name, and a third report", []string{"Jana Roth", "Jana Roth", "Jana Roth"}, nil, [][][]int{{{0}, {1}}}, []int{0, 1, 2}},
		{"two spellings that are two people", []string{"Oskar Wendel", "Oskar Vendel"}, nil, [][][]int{{{0}, {1}}}, []int{0, 1}},
		{"of reports that are not there", []string{"Jana Roth", "Jana Roth"}, nil, [][][]int{{{0}, {7}}}, []int{0, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rs, ids := people(t, tt.names...)
			locals := func(of []int) (out []Local) {
				for _, i := range of {
					if i < len(ids) {
						out = append(out, ids[i])
					} else {
						out = append(out, Local{"report_none", "actor_none"})
					}
				}
				return out
			}
			var d Decisions
			for _, s := range tt.same {
				d.Actors.Same = append(d.Actors.Same, Same{Members: locals(s), Reason: "decided"})
			}
			for _, a := range tt.apart {
				var sides [][]Local
				for _, s := range a {
					sides = append(sides, locals(s))
				}
				d.Actors.Apart = append(d.Actors.Apart, Apart{sides})
			}
			res := Given{Decisions: d}.Reconcile(Sketches(rs))
			for i, id := range ids {
				for j := range ids[:i+1] {
					if res.Actor(ids[j].Report, ids[j].ID) == res.Actor(id.Report, id.ID) {
						if j != tt.want[i] {
							t.Errorf("the actor of report %d is that of %d, want %d", i, j, tt.want[i])
						}
						break
					}
				}
			}
		})
	}
}

// TestVersions wants the versions of an article to be told as they are in the
// record, from the earliest.
func TestVersions(t *testing.T) {
	text := "Talks resume\nThe crews of the night ferry and the port authority met on Monday and will meet again on Friday, both sides said."
	a := readingtest.New(t, "a", "Delta Post", "2031-03-05", text).Reading()
	b := readingtest.New(t, "b", "Delta Post", "2031-03-06", text+"\nCORRECTION: An earlier version of this article misnamed the ferry.").Reading()
	c := readingtest.New(t, "c", "Sund Wire", "2031-03-04", "Other talks\nThe mayor opened a school.").Reading()
	d := readingtest.New(t, "d", "Sund Wire", "2031-03-07", "Other talks\nThe mayor opened two schools.").Reading()
	d.Report.File = c.Report.File
	got := Versions([]*travaux.Reading{d, b, a, c})
	if diff := cmp.Diff([][]string{{"report_c", "report_d"}, {"report_a", "report_b"}}, got); diff != "" {
		t.Error(diff)
	}
	res := Reconcile([]*travaux.Reading{a, b, c, d}, nil)
	if diff := cmp.Diff(map[string]string{"report_b": "report_a", "report_d": "report_c"}, res.VersionOf); diff != "" {
		t.Error(diff)
	}
}
