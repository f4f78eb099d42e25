package crossdoc

import (
	"maps"
	"math"
	"slices"

	"github.com/travaux/travaux/internal/lang"
)

// bag is what items speak of: concepts with weights.
type bag map[string]float64

func (b bag) add(o bag) {
	for k, v := range o {
		b[k] += v
	}
}

// like is the cosine of two bags. Sums are taken in the order of the words, so
// that they are the same everywhere.
func like(a, b bag) float64 {
	if len(b) < len(a) {
		a, b = b, a
	}
	var dot float64
	for _, k := range slices.Sorted(maps.Keys(a)) {
		dot += float64(a[k] * b[k])
	}
	if dot == 0 {
		return 0
	}
	return dot / math.Sqrt(float64(a.square()*b.square()))
}

func (b bag) square() float64 {
	var s float64
	for _, k := range slices.Sorted(maps.Keys(b)) {
		s += float64(b[k] * b[k])
	}
	return s
}

// Weights in a bag: of the head, of other words, of words that say little.
const (
	ofHead  = 2.0
	ofOther = 1.0
	ofLight = 0.25
)

// things fills in what items speak of, rare concepts counting for more, and the
// concept of the heads of those that name no person and no side.
func (t *topic) things() {
	in := map[string]int{} // items that speak of a concept
	for _, x := range t.items {
		x.bag = bag{}
		if x.empty() {
			continue
		}
		x.words(func(i int, l string) {
			c, w := t.lex.concept(l), ofOther
			if t.lex.classes.In("light", l) {
				w = ofLight
			} else if i == x.head {
				w = ofHead
			}
			x.bag[c] = max(x.bag[c], w)
		})
		if l := lemma(x.d, x.head); x.who == "" && !t.lex.classes.In("light", l) {
			switch x.d.Toks[x.head].UPOS {
			case lang.NOUN, lang.PROPN, lang.VERB:
				x.key = t.lex.concept(l)
			}
		}
		for c := range x.bag {
			in[c]++
		}
	}
	for _, x := range t.items {
		for c := range x.bag {
			x.bag[c] *= math.Log(1 + float64(len(t.items))/float64(in[c]))
		}
	}
}
