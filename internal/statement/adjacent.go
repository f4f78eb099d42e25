package statement

import (
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
)

// behindQuote reads “…,” Ana Ruiz, the head of the union, said, where the tree
// has taken the name for a part of what was said.
func (r *reader) behindQuote(u *unit, c *candidate) source {
	if !c.e.has(fPost) || !c.e.has(fQuote) {
		return nobody()
	}
	q := c.from - 1
	for ; q >= 0 && q > c.from-40 && u.e[q].quote < 0; q-- {
		if r.finiteVerb(u, q) && !r.before(u, q, "who", 8) {
			return nobody()
		}
	}
	a := q + 1
	if r.is(u, a, ",") {
		a++
	}
	if q < 0 || u.e[q].quote < 0 || !r.leftOpen(u.e[q].quote) && !r.is(u, q+1, ",") || a >= c.from || r.npEnd(u, a) < 0 && !r.nameLike(u, a) || r.timePhrase(u, a) {
		return nobody()
	}
	b := c.from
	for k := a + 1; k < b; k++ { // ", speaking in Oslo,"
		if r.is(u, k, ",") && (r.xpos(u, k+1) == "VBG" || r.pos(u, k+1) == lang.ADP || r.pos(u, k+1) == lang.ADV) {
			b = k
		}
	}
	return r.sourceFrom(u, a, b, r.npHead(u, a))
}

// leftOpen reports whether a quotation ends as one does that a reporting clause
// follows.
func (r *reader) leftOpen(q int) bool {
	switch r.quoteEnd(q) {
	case ',', '?', '!', '—', '-', '…':
		return true
	}
	return false
}

// before reports whether word w stands among the n elements before k.
func (r *reader) before(u *unit, k int, w string, n int) bool {
	for p := k - 1; p >= 0 && p >= k-n; p-- {
		if r.is(u, p, w) {
			return true
		}
	}
	return false
}

// adjacent is the source right before the cue, where the tree has none: a
// phrase that can begin a clause there, or a word that is written as a name,
// whatever it was taken for.
func (r *reader) adjacent(u *unit, c *candidate) source {
	t := c.from
	if t > 0 && u.e[t-1].quote < 0 && relativePronoun(r.form(u, t-1)) {
		return r.relative(u, t-1, u.e[t-1].first)
	}
	if src := r.beforeAside(u, c); src.ok {
		return src
	}
	if s := r.npStart(u, t); s >= 0 && !r.timePhrase(u, s) && r.pos(u, s-1) != lang.ADP && r.pos(u, s-1) != lang.VERB && !reflexive(r.form(u, s)) {
		head := r.npHead(u, s)
		first := head
		for h := r.x.Head(first); r.x.Is(first, "conj") && h >= 0 && r.place(u, h) >= 0 && u.e[r.place(u, h)].quote < 0; h = r.x.Head(first) {
			first = h
		}
		if src := r.phraseOf(u, c, first); first != head && src.ok && src.to == t {
			return src
		}
		return r.sourceFrom(u, s, t, head)
	}
	s := t
	for s > 0 && s > t-5 && r.nameLike(u, s-1) {
		s--
	}
	if s == t {
		return nobody()
	}
	return r.sourceFrom(u, s, t, u.e[t-1].first)
}

// beforeAside is the source that an aside before the cue describes: "Ruiz,
// speaking in Oslo, said".
func (r *reader) beforeAside(u *unit, c *candidate) source {
	k := c.from - 1
	if k < 2 || !r.is(u, k, ",") || u.e[k-1].quote >= 0 {
		return nobody()
	}
	for t := u.e[k-1].first; t >= 0 && t != c.verb; t = r.x.Head(t) {
		h := r.x.Head(t)
		if at := r.place(u, h); r.x.Is(t, "acl", "appos", "nmod") && at >= 0 && h < t && u.e[at].quote < 0 && r.is(u, max(r.place(u, r.first(t))-1, 0), ",") {
			return r.phraseOf(u, c, h)
		}
	}
	return nobody()
}

// first is the first token of all that hangs on t.
func (r *reader) first(t int) int {
	l, _ := r.x.Yield(t)
	if r.x.Low(l) == "," {
		l++
	}
	return l
}

// nameLike reports whether the word at k is written as a name and is no word of
// grammar.
func (r *reader) nameLike(u *unit, k int) bool {
	if u.e[k].quote >= 0 || r.pos(u, k) == lang.PUNCT || r.pos(u, k) == lang.NUM || grammatical(r.form(u, k)) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.d.Form(u.e[k].first))
	return unicode.IsUpper(c)
}
