// Package clause answers questions of grammar about a document with trees: what
// a verb's subject is, through control, relative clauses and coordination; what
// it takes; whether it is negated, modal, passive; how far a phrase reaches.
//
// It is for what follows from Universal Dependencies alone. It knows no words
// but those of grammar, and does not say who is meant by a phrase.
package clause

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// Index holds the trees of a document, from the top down. Tokens are given by
// their index in Doc.Toks; -1 is none. It is read-only once made.
type Index struct {
	d     *lang.Doc
	head  []int32
	first []int32 // into kids, per token
	kids  []int32
	left  []int32 // per token, the first token of all that hangs on it
	right []int32 // per token, the token after the last of it
	lows  []string
}

// New indexes d, which needs trees. Tokens without a head are roots.
func New(d *lang.Doc) *Index {
	n := len(d.Toks)
	x := &Index{
		d: d, head: make([]int32, n), first: make([]int32, n+1), kids: make([]int32, n),
		left: make([]int32, n), right: make([]int32, n), lows: make([]string, n),
	}
	for _, s := range d.Sents {
		for i := s.First; i < s.Last; i++ {
			h := int32(-1)
			if t := d.Toks[i].Head; t > 0 && s.First+int(t)-1 < s.Last && int(t)-1 != i-s.First {
				h = int32(s.First) + t - 1
			}
			x.head[i] = h
			x.left[i], x.right[i] = int32(i), int32(i+1)
			x.lows[i] = strings.ToLower(d.Form(i))
		}
	}
	x.hang()
	x.stretch()
	return x
}

// hang fills kids, in text order for each head.
func (x *Index) hang() {
	for _, h := range x.head {
		if h >= 0 {
			x.first[h+1]++
		}
	}
	for i := 1; i < len(x.first); i++ {
		x.first[i] += x.first[i-1]
	}
	at := append([]int32(nil), x.first...)
	for i, h := range x.head {
		if h >= 0 {
			x.kids[at[h]] = int32(i)
			at[h]++
		}
	}
}

// stretch finds how far all that hangs on each token reaches.
func (x *Index) stretch() {
	for i := range x.head {
		l, r := x.left[i], x.right[i]
		steps := 0
		for h := x.head[i]; h >= 0 && steps < len(x.head); h = x.head[h] {
			if x.left[h] <= l && x.right[h] >= r {
				break
			}
			x.left[h], x.right[h] = min(x.left[h], l), max(x.right[h], r)
			steps++
		}
	}
}

// Head is the token that i hangs on, -1 of a root.
func (x *Index) Head(i int) int {
	if i < 0 || i >= len(x.head) {
		return -1
	}
	return int(x.head[i])
}

// Rel is the relation of i to its head, with its subtype: "nsubj:pass".
func (x *Index) Rel(i int) string {
	if i < 0 || i >= len(x.head) {
		return ""
	}
	return x.d.Toks[i].Deprel
}

// Is reports whether i hangs on its head by one of rels, with any subtype
// where rels name none.
func (x *Index) Is(i int, rels ...string) bool {
	r := x.Rel(i)
	for _, want := range rels {
		if r == want || strings.HasPrefix(r, want) && r[len(want)] == ':' {
			return true
		}
	}
	return false
}

// Kids are the tokens that hang on i, in text order; they must not be changed.
func (x *Index) Kids(i int) []int32 {
	if i < 0 || i >= len(x.head) {
		return nil
	}
	return x.kids[x.first[i]:x.first[i+1]]
}

// Kid is the first token that hangs on i by one of rels.
func (x *Index) Kid(i int, rels ...string) int {
	for _, k := range x.Kids(i) {
		if x.Is(int(k), rels...) {
			return int(k)
		}
	}
	return -1
}

// Under reports whether i is top or hangs on it, at any depth.
func (x *Index) Under(i, top int) bool {
	for steps := 0; i >= 0 && steps <= len(x.head); steps++ {
		if i == top {
			return true
		}
		i = x.Head(i)
	}
	return false
}

// Yield is the stretch of tokens [first, last) from the leftmost to the
// rightmost of all that hangs on i.
func (x *Index) Yield(i int) (first, last int) {
	if i < 0 || i >= len(x.head) {
		return 0, 0
	}
	return int(x.left[i]), int(x.right[i])
}

// Conj is i with all that is joined to it: "A, B and C" from A.
func (x *Index) Conj(i int) []int {
	if i < 0 {
		return nil
	}
	out := []int{i}
	for n := 0; n < len(out) && len(out) < 64; n++ {
		for _, k := range x.Kids(out[n]) {
			if x.Is(int(k), "conj") {
				out = append(out, int(k))
			}
		}
	}
	return out
}

// Low is the form of i in lower case, "" where there is none.
func (x *Index) Low(i int) string {
	if i < 0 || i >= len(x.lows) {
		return ""
	}
	return x.lows[i]
}
