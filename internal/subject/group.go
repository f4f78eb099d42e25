package subject

import (
	"cmp"
	"math"
	"slices"
)

const (
	partOfMany  = 40
	centreWords = 40 // words of a subject
	alone       = 20 // a group up to this size is measured without the report that is measured
	rounds      = 6  // of growing
	share       = 1 << 16
)

// group is a set of reports with the words that they share and others do not.
type group struct {
	core     []int // reports, ascending
	words    []int32
	scores   []int64 // of every report: of its passage that has most of the words
	cohesion int     // of the median member, in percent of a scale on which one word alone is 100
	least    int64   // the score from which a report belongs to the group
	clear    int64   // the same, were it large
}

// measure finds the words of a group and how much of them each report has.
func (x *Index) measure(core []int) *group {
	g := &group{core: core}
	weights, without, norm := x.centre(g)
	g.scores = x.score(g.words, weights)
	own := g.scores
	if len(core) <= alone {
		own = x.score(g.words, without)
	}
	members := make([]int64, 0, len(core))
	for _, i := range core {
		g.scores[i] = own[i]
		members = append(members, own[i])
	}
	if len(members) == 0 || norm == 0 {
		return g
	}
	slices.Sort(members)
	median := members[len(members)/2]
	g.cohesion = int(100 * median / norm)
	g.least, g.clear = median*part(len(core))/100, median*partOfMany/100
	return g
}

// part is the score that makes a report one of a group, in percent of the
// median member's. Few reports say little of what belongs to them.
func part(size int) int64 { return min(partOfMany, int64(13+2*size)) }

// centre chooses the words: those that the largest share of the group and the
// smallest of other reports have. without is their weight for a member of the
// group, which does not count for itself.
func (x *Index) centre(g *group) (weights, without []int64, norm int64) {
	counts := map[int32]int64{}
	for _, i := range g.core {
		for _, n := range x.has[i] {
			counts[n]++
		}
	}
	type candidate struct {
		n               int32
		weight, without int64
	}
	var list []candidate
	size := int64(len(g.core))
	rest := int64(len(x.ids)) - size
	for n, c := range counts {
		if c < 2 {
			continue
		}
		w := &x.words[n]
		// A few others tell little: they are counted as a third of the group
		// more, which has none of the words.
		outside := (int64(w.reports) - c) * share * 3 / (3*rest + size)
		if weight := w.rarity * apart(c*share/size, outside); weight > 0 {
			list = append(list, candidate{n, weight, w.rarity * apart((c-1)*share/max(1, size-1), outside)})
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(x.words[a.n].text, x.words[b.n].text))
	})
	squares := int64(0)
	for _, c := range list[:min(len(list), centreWords)] {
		g.words = append(g.words, c.n)
		weights, without = append(weights, c.weight), append(without, c.without)
		squares += c.weight * c.weight
	}
	return weights, without, int64(math.Sqrt(float64(squares)))
}

// apart is how much more of the group has a word than of other reports: the
// share within, less the more of it the share outside is.
func apart(within, outside int64) int64 {
	if within <= outside {
		return 0
	}
	return (within - outside) * (within - outside) / within >> 8
}

// score gives each report the weight of the words in its best passage.
func (x *Index) score(words []int32, weights []int64) []int64 {
	passages := make([]int64, len(x.of))
	for i, n := range words {
		for _, p := range x.words[n].passages {
			passages[p] += weights[i]
		}
	}
	scores := make([]int64, len(x.ids))
	for p, s := range passages {
		scores[x.of[p]] = max(scores[x.of[p]], s)
	}
	return scores
}

// grow takes in the reports that share the words of the core, finds the words
// anew, and so on until nothing changes; it stops where the reports taken in
// would make another subject of it.
func (x *Index) grow(core []int) *group {
	g := x.measure(core)
	enough := g.cohesion * 85 / 100
	for range rounds {
		next := g.members()
		if len(next) < 2 || slices.Equal(next, g.core) {
			break
		}
		h := x.measure(next)
		if h.cohesion < enough {
			break
		}
		g = h
	}
	return g
}

// members are the reports that have enough of the words.
func (g *group) members() []int {
	var out []int
	for i, s := range g.scores {
		if s >= g.least && s > 0 {
			out = append(out, i)
		}
	}
	return out
}

// overlaps reports whether two groups have half of the smaller in common.
func (g *group) overlaps(h *group) bool {
	both := 0
	for _, i := range g.core {
		if _, ok := slices.BinarySearch(h.core, i); ok {
			both++
		}
	}
	return 2*both >= min(len(g.core), len(h.core))
}
