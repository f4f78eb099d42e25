package frame

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux/internal/table"
)

func TestNeeds(t *testing.T) {
	classes, err := table.ReadClasses("words.tsv", "# talks\nprocess\ttalk round\n")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Needs("passive out:@process|room,prt:out with:", classes, []string{"passive"})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]Need{
		{{Role: "passive"}},
		{{Role: "out", Words: map[string]bool{"talk": true, "round": true, "room": true}}, {Role: "prt", Words: map[string]bool{"out": true}}},
		{{Role: "with", Words: map[string]bool{}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, bad := range []string{"soon", "with:@nobody"} {
		if _, err := Needs(bad, classes, nil); err == nil {
			t.Errorf("%q is read without an error", bad)
		}
	}
}

func TestLookup(t *testing.T) {
	m := map[string][]int{"blindside": {1}, "bypass": {2}}
	for lemma, want := range map[string][]int{"blindside": {1}, "blindsid": {1}, "bypasse": {2}, "consult": nil, "": nil} {
		if diff := cmp.Diff(want, Lookup(m, lemma)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", lemma, diff)
		}
	}
}
