package statement

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// subject finds who does what v, the verb of c's clause, tells: what stands
// between a quotation and a verb of saying, else the subject in the tree, the
// nearest where it has several, else the name or phrase right before the cue.
func (r *reader) subject(u *unit, c *candidate, v int) source {
	if src := r.behindQuote(u, c); src.ok {
		return src
	}
	best := -1
	for _, kid := range r.x.Kids(v) {
		if k := int(kid); r.x.Is(k, "nsubj") && (best < 0 || k < v && !r.x.Aside(k, v)) {
			best = k
		}
	}
	if best >= 0 {
		if src := r.phraseOf(u, c, best); src.ok {
			return src
		}
	}
	return r.adjacent(u, c)
}

// phraseOf makes a source of the phrase that token s heads, on its side of the
// cue.
func (r *reader) phraseOf(u *unit, c *candidate, s int) source {
	k := r.place(u, s)
	if k < 0 || u.e[k].quote >= 0 || k >= c.from && k < c.to {
		return nobody()
	}
	if k < c.from && relativePronoun(r.x.Low(s)) {
		return r.relative(u, k, s)
	}
	lo, hi := 0, c.from
	if k >= c.to {
		lo, hi = c.to, len(u.e)
	}
	first, last := r.nounPhrase(s)
	if m := r.mention(s); m != nil {
		first, last = min(first, m.First), max(last, m.Last)
	}
	if r.x.Low(first) == "whose" {
		first++
	}
	a, b := k, k+1
	for a > lo && u.e[a-1].quote < 0 && u.e[a-1].first >= first {
		a--
	}
	for b < hi && u.e[b].first < last && (u.e[b].quote < 0 || r.title(u.e[b].quote)) { // "the author of “The River”"
		b++
	}
	if d := r.dateline(u, k); a < d {
		a = d
	}
	return r.sourceFrom(u, a, r.closed(u, k, b, hi), s)
}

// relative is the source "who" at k, a subject; its speaker is the antecedent.
func (r *reader) relative(u *unit, k, s int) source {
	a := -1
	for v := r.x.Head(s); v >= 0 && a < 0; v = r.x.Head(v) {
		if r.x.Is(v, "acl") {
			a = r.x.Head(v)
		}
	}
	if a < 0 {
		p := k
		if r.is(u, p-1, ",") {
			p--
		}
		if p = r.npStart(u, p); p >= 0 {
			a = r.npHead(u, p)
		}
		for h := r.x.Head(a); r.x.Is(a, "nmod", "appos") && h >= 0 && h < a; h = r.x.Head(a) {
			a = h
		}
	}
	if a < 0 || a >= s || r.x.Low(s) != "who" && !r.speaks(a) {
		return nobody()
	}
	return source{from: k, to: k + 1, span: r.span(u, k, k+1), head: s, ok: true, relative: a}
}

// nounPhrase is the stretch of tokens [first, last) that a source shows of the
// phrase that s heads: title, apposition, relative clause, what it is joined to;
// no phrases of time and medium, and nothing of the clause around it.
func (r *reader) nounPhrase(s int) (first, last int) {
	first, last = s, s+1
	kids := r.x.Kids(s)
	for n := len(kids) - 1; n >= 0; n-- {
		k := int(kids[n])
		if k > s {
			continue
		}
		hyphen := r.x.Is(k, "punct") && (r.x.Low(k) == "-" || r.x.Low(k) == "." || quoteRune(r.d.Form(k)))
		if !hyphen && !r.x.Is(k, "det", "amod", "nummod", "compound", "nmod", "flat", "cc:preconj", "goeswith") || r.x.Low(k) == "whose" {
			break
		}
		l, _ := r.x.Yield(k)
		first = min(first, l)
	}
	for _, kid := range kids {
		k := int(kid)
		if k < s || r.x.Is(k, "punct") && !strings.ContainsRune(":;", rune(r.d.Form(k)[0])) {
			continue
		}
		l, e := r.x.Yield(k)
		if !r.adds(k, l) {
			break
		}
		last = max(last, e)
	}
	return first, last
}

// adds reports whether k, which hangs on a noun before it and begins at token
// l, belongs to the words of a source.
func (r *reader) adds(k, l int) bool {
	comma := r.x.Low(l) == "," || r.x.Low(l-1) == ","
	switch {
	case r.x.Is(k, "conj", "flat", "fixed", "compound", "goeswith", "nummod", "case", "list"):
		return true
	case r.x.Is(k, "acl:relcl"):
		return true
	case r.x.Is(k, "acl", "amod"): // "…, speaking in Oslo,"
		return !comma
	case r.x.Is(k, "nmod", "obl", "appos"):
		return !r.timeHead(k) && (r.x.Case(k) == "of" || !mediumNoun(r.d.Toks[k].Lemma))
	}
	return r.x.Low(l) == "(" || r.x.Low(l-1) == "("
}

// closed takes in the comma that closes an apposition or relative clause which
// ends at b, or the bracket.
func (r *reader) closed(u *unit, head, b, hi int) int {
	if b < hi && r.is(u, b, ")") {
		return b + 1
	}
	if b >= hi || !r.is(u, b, ",") {
		return b
	}
	for k := head + 1; k < b; k++ {
		if r.is(u, k, ",") {
			return b + 1
		}
	}
	return b
}

// sourceFrom makes a source of elements [a, b) headed by token head.
func (r *reader) sourceFrom(u *unit, a, b, head int) source {
	if a < 0 || b <= a || b > len(u.e) {
		return nobody()
	}
	s := source{from: a, to: b, head: head, span: r.span(u, a, b), ok: !r.timeHead(head), relative: -1}
	switch r.form(u, a) {
	case "him", "them", "me", "us", "her":
		s.ok = s.ok && b > a+1
	case "this", "that", "there", "which", "what", "you":
		s.ok = s.ok && b > a+1
	}
	return s
}

// finiteVerb reports whether element k is a finite verb or auxiliary.
func (r *reader) finiteVerb(u *unit, k int) bool {
	if p := r.pos(u, k); p != lang.AUX && p != lang.VERB {
		return false
	}
	switch r.xpos(u, k) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// finiteAt reports whether a finite verb group begins at k, adverbs aside.
func (r *reader) finiteAt(u *unit, k int) bool {
	for n := 0; n < 3 && (r.pos(u, k) == lang.ADV || r.is(u, k, "both") || r.is(u, k, "all")); n++ {
		k++
	}
	return r.finiteVerb(u, k)
}
