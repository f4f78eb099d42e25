package clause

import "github.com/travaux/travaux/internal/lang"

// Phrase is the stretch [first, last) of the phrase that i heads, with its
// determiners, adjectives and prepositional phrases, without the preposition
// before it, and without what it is joined to, appositions, relative clauses
// and the punctuation around it.
func (x *Index) Phrase(i int) (first, last int) {
	return x.around(i, func(k int) bool {
		return x.Is(k, "case", "conj", "cc", "appos", "acl:relcl", "parataxis", "punct", "cop", "nsubj", "mark", "aux", "advcl")
	})
}

// Core is Phrase without what follows the head: no prepositional phrases and
// no participles.
func (x *Index) Core(i int) (first, last int) {
	return x.around(i, func(k int) bool {
		return k > i && !x.Is(k, "flat", "fixed", "compound", "goeswith", "nummod") ||
			x.Is(k, "case", "conj", "cc", "appos", "acl", "parataxis", "punct", "cop", "nsubj", "mark", "aux", "advcl")
	})
}

// around is the stretch around i of what hangs on it and is not left out. It
// never leaps over what is left out.
func (x *Index) around(i int, out func(k int) bool) (first, last int) {
	if i < 0 || i >= len(x.head) {
		return 0, 0
	}
	first, last = i, i+1
	kids := x.Kids(i)
	for n := len(kids) - 1; n >= 0; n-- {
		k := int(kids[n])
		if k > i {
			continue
		}
		if out(k) {
			if x.Is(k, "punct") && n > 0 && !out(int(kids[n-1])) && x.Low(k) != "," {
				continue // a hyphen, a mark within the phrase
			}
			break
		}
		first = min(first, int(x.left[k]))
	}
	for _, kid := range kids {
		k := int(kid)
		if k < i {
			continue
		}
		if out(k) {
			break
		}
		_, end := x.around(k, func(j int) bool {
			return j > k && (x.Is(j, "acl:relcl", "appos", "parataxis", "advcl") || x.Low(j) == "," && x.Is(j, "punct"))
		})
		last = max(last, end)
	}
	return first, last
}

// Case is the preposition of the phrase that i heads, in lower case, with all
// its words: "according to", "'s" of an owner, "" for none.
func (x *Index) Case(i int) string {
	k := x.Kid(i, "case")
	if k < 0 { // "with special envoy Lund" may hang the preposition on the title
		if t := x.Kid(i, "nmod:desc"); t >= 0 && t < i {
			k = x.Kid(t, "case")
		}
	}
	if k < 0 {
		return ""
	}
	s := x.Low(k)
	for _, f := range x.Kids(k) {
		if x.Is(int(f), "fixed") {
			s += " " + x.Low(int(f))
		}
	}
	return s
}

// Owner is the head of the possessor of noun i: "Lund's" or "its"; -1 for none.
func (x *Index) Owner(i int) int { return x.Kid(i, "nmod:poss") }

// Noun reports whether i is a noun, a name or a pronoun.
func (x *Index) Noun(i int) bool {
	if i < 0 || i >= len(x.head) {
		return false
	}
	switch x.d.Toks[i].UPOS {
	case lang.NOUN, lang.PROPN, lang.PRON:
		return true
	}
	return false
}
