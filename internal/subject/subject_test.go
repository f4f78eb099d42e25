package subject

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var syllables = strings.Fields("ba co du fe gi lo mu na pi ro sa te")

// invented makes reports that draw some of their words from the names of a
// subject and the rest from words that stand anywhere.
func invented(id, names string, n int, r *rand.Rand) []Report {
	anywhere := func() string { return syllables[r.IntN(12)] + syllables[r.IntN(12)] + syllables[r.IntN(12)] }
	own := strings.Fields(names)
	var out []Report
	for i := range n {
		var b strings.Builder
		for range 12 {
			for range 3 {
				b.WriteString(own[r.IntN(len(own))] + " ")
			}
			for range 9 {
				b.WriteString(anywhere() + " ")
			}
		}
		out = append(out, Report{ID: fmt.Sprintf("%s%03d", id, i), Headline: own[i%len(own)], Body: b.String()})
	}
	return out
}

const (
	river = "Velkora Tamsin Ordelay Quenby Marrowdene sluice barrage Isquith"
	cod   = "Brackhaven Pellow Skarne trawler quota Wexmoor herring Oldersund"
	rail  = "Ferrolby signalmen Hadrick timetable Lowick overtime Pendry depots"
)

func aside(f Finding) string {
	var ids []string
	for _, a := range f.Aside {
		ids = append(ids, a.Report)
	}
	return strings.Join(ids, " ")
}

func TestFind(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	strays := slices.Concat(invented("w", cod, 1, r), invented("x", rail, 1, r))
	tests := []struct {
		name     string
		reports  []Report
		known    [][]string
		aside    string
		subjects int
	}{
		{"no report", nil, nil, "", 0},
		{"two reports are never judged", slices.Concat(invented("a", river, 1, r), strays[:1]), nil, "", 0},
		{"one subject", invented("a", river, 12, r), nil, "", 1},
		{"one stray among eight", slices.Concat(invented("a", river, 8, r), strays[:1]), nil, "w000", 1},
		{"one stray among three is not clear", slices.Concat(invented("a", river, 3, r), strays[:1]), nil, "", 1},
		{"two strays among thirty", slices.Concat(invented("a", river, 30, r), strays), nil, "w000 x000", 1},
		{"two subjects of like size", slices.Concat(invented("a", river, 20, r), invented("b", cod, 18, r)), nil, "", 2},
		{"a stray between two subjects", slices.Concat(invented("a", river, 20, r), invented("b", cod, 18, r), strays[1:]), nil, "x000", 2},
		{
			"the profile chooses", slices.Concat(invented("a", river, 3, r), invented("b", cod, 4, r)),
			[][]string{{"Brackhaven"}, {"the Oldersund"}, {"Skarne"}, {"Nobody Heardof"}},
			"a000 a001 a002", 1,
		},
		{
			"a profile of another negotiation does not", slices.Concat(invented("a", river, 8, r), strays[:1]),
			[][]string{{"Nobody Heardof"}},
			"w000", 1,
		},
		{"too few words to be judged", append(invented("a", river, 8, r), Report{ID: "z", Body: "Pigeons cooed."}), nil, "", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := index(tt.reports).Find(tt.known)
			if diff := cmp.Diff(tt.aside, aside(f)); diff != "" || len(f.Subjects) != tt.subjects {
				t.Errorf("%d subjects, want %d; set aside (-want +got):\n%s", len(f.Subjects), tt.subjects, diff)
			}
		})
	}
}

// A small negotiation among thousands of reports on another subject is found
// by what is known of it.
func TestFindAmongMany(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	reports := slices.Concat(invented("a", river, 12, r), invented("b", cod, 1500, r))
	known := [][]string{{"Velkora"}, {"Tamsin Ordelay", "Ordelay"}, {"Quenby"}, {"Isquith"}}
	f := index(reports).Find(known)
	if len(f.Aside) != 1500 || f.Aside[0].Report != "b000" {
		t.Errorf("%d set aside, want the 1,500", len(f.Aside))
	}
	// Without it, the many are the subject; the twelve are set aside, not lost.
	f = index(reports).Find(nil)
	if len(f.Aside) != 12 || f.Aside[0].Report != "a000" {
		t.Errorf("without a profile %d set aside, want the 12", len(f.Aside))
	}
}

func TestFindShares(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	stray := invented("w", cod, 1, r)[0]
	stray.Body += " Isquith"
	f := index(invented("a", river, 12, r), []Report{stray}).Find(nil)
	if len(f.Aside) != 1 || !reflect.DeepEqual(f.Aside[0].Shares, []string{"Isquith"}) {
		t.Errorf("set aside: %+v, want w000 sharing Isquith", f.Aside)
	}
}

// What is found depends on the set of reports, not on their order.
func TestFindInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		reports := slices.Concat(
			invented("a", river, rapid.IntRange(1, 25).Draw(t, "river"), r),
			invented("b", cod, rapid.IntRange(0, 25).Draw(t, "cod"), r),
			invented("c", rail, rapid.IntRange(0, 4).Draw(t, "rail"), r),
		)
		want := index(reports).Find(nil)
		r.Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
		if diff := cmp.Diff(want, index(reports).Find(nil)); diff != "" {
			t.Fatalf("in another order (-first +second):\n%s", diff)
		}
	})
}
