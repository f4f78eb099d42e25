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
	// frequent is with how many documents of a time a document is compared for
	// one word; more tell nothing apart.
	frequent = 400
	// placedDays is how many days the date of a document may leave open for it to be
	// compared with those of its time alone.
	placedDays = 7
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
	v := newVocabulary()
	for i, o := range order {
		c.docs[i] = docs[o]
		c.when[i], _ = docs[o].When.Interval()
		c.vecs[i] = v.weigh(docs[o])
	}
	c.measure(len(v.weight))
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

// measure compares the documents of one time that share a word, one after the
// other in time. Those whose date leaves much open come first: they are compared
// with all.
func (c *clusters) measure(words int) {
	m := &meetings{clusters: c, dots: make([]int64, len(c.docs)), open: make([][]posting, words), placed: make([][]posting, words)}
	byTime := make([]int, len(c.docs))
	for i := range byTime {
		byTime[i] = i
	}
	slices.SortFunc(byTime, func(a, b int) int {
		if x, y := c.isPlaced(a), c.isPlaced(b); x != y {
			if y {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(c.when[a].Lo, c.when[b].Lo), cmp.Compare(a, b))
	})
	c.sim = map[[2]int]float64{}
	for _, i := range byTime {
		m.meet(i)
	}
}

// meetings are the documents that were looked at, by their words.
type meetings struct {
	*clusters
	open, placed [][]posting
	dots         []int64 // of one document with those before it
	touched      []int
}

// meet compares a document with those before it.
func (m *meetings) meet(i int) {
	v := &m.vecs[i]
	for _, t := range v.terms {
		list := m.open[t.word]
		m.multiply(list, t)
		if !m.isPlaced(i) {
			if len(list) < frequent {
				m.open[t.word] = append(list, posting{i, t.weight})
			}
			continue
		}
		list = m.placed[t.word]
		from := len(list)
		for from > 0 && len(list)-from < frequent && m.when[list[from-1].doc].Lo+placedDays+apartDays >= m.when[i].Lo {
			from--
		}
		m.multiply(list[from:], t)
		m.placed[t.word] = append(list, posting{i, t.weight})
	}
	for _, j := range m.touched {
		if s := float64(m.dots[j]) / (m.vecs[j].norm * v.norm); s >= distinct && m.near(j, i) {
			m.sim[[2]int{min(i, j), max(i, j)}] = s
		}
		m.dots[j] = 0
	}
	m.touched = m.touched[:0]
}

func (m *meetings) multiply(list []posting, t term) {
	for _, p := range list {
		if m.dots[p.doc] == 0 {
			m.touched = append(m.touched, p.doc)
		}
		m.dots[p.doc] += p.weight * t.weight
	}
}

// isPlaced reports whether a document's date says within days when it appeared.
func (c *clusters) isPlaced(i int) bool {
	return c.docs[i].When != "" && c.when[i].Hi-c.when[i].Lo <= placedDays
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
