package subject

import (
	"slices"

	"github.com/travaux/travaux/internal/story"
)

// standing is what the naming of known things says of a report; the zero value
// is nothing.
type standing int

const (
	sure     standing = iota + 1 // it is of the subject, whatever else it says
	doubtful                     // it names nothing known
)

// named returns the reports that name much of what is known, and how each
// report stands.
func (x *Index) named(known [][]string) (seed []int, naming map[int]standing) {
	counts := make([]int, len(x.ids))
	for _, k := range known {
		for _, i := range x.naming(k) {
			counts[i]++
		}
	}
	var some []int
	for i, n := range counts {
		if n > 0 && x.judged(i) {
			some = append(some, n)
		}
	}
	if len(some) == 0 {
		return nil, nil
	}
	slices.Sort(some)
	// Reports on other subjects name one party or two.
	enough := max(min(3, some[len(some)-1]), some[len(some)-1]/3)
	naming = map[int]standing{}
	for i, n := range counts {
		switch {
		case n == 0:
			naming[i] = doubtful
		case n >= enough:
			naming[i] = sure
			if x.judged(i) {
				seed = append(seed, i)
			}
		}
	}
	return seed, naming
}

// naming lists the reports with all words of some form in one passage.
func (x *Index) naming(forms []string) []int {
	var out []int
	for _, name := range forms {
		var passages []int32
		begun := false
		for f := range story.Forms(name) {
			w, _ := spoken(f)
			n, ok := x.numbers[w]
			if w == "" || ok && n < 0 {
				continue // it tells nothing
			}
			if !ok {
				passages, begun = nil, true
				break
			}
			at := x.words[n].passages
			if !begun {
				passages, begun = at, true
				continue
			}
			passages = intersect(passages, at)
		}
		for _, p := range passages {
			out = append(out, int(x.of[p]))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func intersect(a, b []int32) []int32 {
	var out []int32
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, a[i])
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return out
}
