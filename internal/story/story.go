// Package story finds the reports that are about one event: by the rare words
// that they share, and the days on which they can have appeared.
//
// It looks at texts and dates alone. It is not for copies of a text (that is
// reconcile's), and does not say what the event is.
package story

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

// Doc is a report to be grouped.
type Doc struct {
	ID             string
	Headline, Body string
	When           travaux.EDTF // document time; empty for a report without
}

const (
	// alike is the mean cosine of the reports of a story.
	alike = 0.21
	// distinct is the least cosine of two reports that are compared at all.
	distinct = 0.10
	// alikeUndated is alike for reports that no date keeps apart.
	alikeUndated = 0.25
	// apartDays is how many days may lie between two reports of one story.
	apartDays = 3
	// frequent is in how many documents a word is looked for; more than that
	// tell nothing apart.
	frequent = 400
)

// Cluster returns, for each document, the number of its story: the index of
// the first of its documents by id. Average-link clustering of the pairs that
// are alike, the most alike first; the outcome does not hang on the order of
// docs.
func Cluster(docs []Doc) []int {
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(docs[a].ID, docs[b].ID) })
	c := &clusters{docs: make([]Doc, len(docs)), when: make([]travaux.Interval, len(docs)), vecs: make([]vector, len(docs))}
	for i, o := range order {
		c.docs[i] = docs[o]
		c.when[i], _ = docs[o].When.Interval()
		c.vecs[i] = weigh(docs[o])
	}
	c.measure()
	roots := c.join()
	out := make([]int, len(docs))
	for i, o := range order {
		out[o] = order[roots[i]]
	}
	return out
}

type clusters struct {
	docs []Doc
	when []travaux.Interval
	vecs []vector
	sim  map[[2]int]float64 // of pairs a < b that can be of one story
}

type pair struct {
	a, b int
	sim  float64
}

// measure compares the documents that share a word which is not frequent.
func (c *clusters) measure() {
	byWord := map[string][]posting{}
	dots := make([]int64, len(c.docs)) // of one document with those before it
	var touched []int
	c.sim = map[[2]int]float64{}
	for i, v := range c.vecs {
		for _, t := range v.terms {
			for _, p := range byWord[t.word] {
				if dots[p.doc] == 0 {
					touched = append(touched, p.doc)
				}
				dots[p.doc] += p.weight * t.weight
			}
			if l := byWord[t.word]; len(l) < frequent {
				byWord[t.word] = append(l, posting{i, t.weight})
			}
		}
		for _, j := range touched {
			if s := float64(dots[j]) / (c.vecs[j].norm * v.norm); s >= distinct && c.near(j, i) {
				c.sim[[2]int{j, i}] = s
			}
			dots[j] = 0
		}
		touched = touched[:0]
	}
}

type posting struct {
	doc    int
	weight int64
}

// near reports whether two documents can have appeared within the same days; a
// document without a date can have appeared on any.
func (c *clusters) near(a, b int) bool {
	x, y := c.when[a], c.when[b]
	return x.Lo <= y.Hi+apartDays && y.Lo <= x.Hi+apartDays
}

// dated reports whether two documents both have dates, which then can keep
// them apart.
func (c *clusters) dated(a, b int) bool { return c.docs[a].When != "" && c.docs[b].When != "" }

func (c *clusters) join() []int {
	var links []pair
	for p, s := range c.sim {
		if s >= c.threshold(p[0], p[1]) {
			links = append(links, pair{p[0], p[1], s})
		}
	}
	slices.SortFunc(links, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.sim, x.sim), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	root := make([]int, len(c.docs))
	members := make([][]int, len(c.docs))
	for i := range root {
		root[i], members[i] = i, []int{i}
	}
	for _, l := range links {
		a, b := root[l.a], root[l.b]
		if a == b || !c.hold(members[a], members[b]) {
			continue
		}
		if b < a {
			a, b = b, a
		}
		for _, m := range members[b] {
			root[m] = a
		}
		members[a] = append(members[a], members[b]...)
		members[b] = nil
	}
	return root
}

func (c *clusters) threshold(a, b int) float64 {
	if c.dated(a, b) {
		return alike
	}
	return alikeUndated
}

// hold reports whether two groups are one story: alike on average, and no pair
// too far apart in time.
func (c *clusters) hold(x, y []int) bool {
	sum, need := 0.0, 0.0
	for _, a := range x {
		for _, b := range y {
			if !c.near(a, b) {
				return false
			}
			sum += c.sim[[2]int{min(a, b), max(a, b)}]
			need += c.threshold(a, b)
		}
	}
	return sum >= need
}
