package statement

import (
	"github.com/travaux/travaux/internal/lang"
)

// spoken reads a quotation that follows the cue, with a comma or colon or
// without, also behind phrases that hang on the cue: "told reporters on Friday:".
func (r *reader) spoken(u *unit, c *candidate) complement {
	if !c.e.has(fQuote) {
		return complement{}
	}
	apart := false // more than adverbs stands between
	for p := c.to; p < len(u.e) && p < c.to+24; {
		quote := complement{ok: true, frame: fQuote, from: p, head: -1}
		switch {
		case u.e[p].quote >= 0:
			quote.head = r.quoteHead(u, p)
			return quote
		case r.is(u, p, ",") && r.isQuote(u, p+1):
			quote.from, quote.head = p+1, r.quoteHead(u, p+1)
			return quote
		case r.is(u, p, ":") && (!apart || p+1 >= len(u.e) || r.isQuote(u, p+1)):
			quote.from, quote.colon = p+1, !apart
			quote.apart = apart
			return quote
		}
		apart = apart || r.pos(u, p) != lang.ADV
		next := r.over(u, c, p)
		if next <= p {
			break
		}
		p = next
	}
	return complement{}
}

// quoteHead is the token of the quotation at p that hangs on something outside
// it.
func (r *reader) quoteHead(u *unit, p int) int {
	e := u.e[p]
	for t := e.first; t < e.last; t++ {
		if h := r.x.Head(t); h >= 0 && (h < e.first || h >= e.last) && r.d.Toks[t].UPOS != lang.PUNCT {
			return t
		}
	}
	return -1
}

// over steps over a phrase between cue and quotation: a time, a place, an
// addressee; the place itself where something else stands.
func (r *reader) over(u *unit, c *candidate, p int) int {
	t := u.e[p].first
	for r.x.Head(t) >= 0 && r.x.Head(t) != c.verb && r.x.Head(t) > c.verb {
		t = r.x.Head(t)
	}
	l, e := r.x.Yield(t)
	if r.x.Head(t) != c.verb || l != u.e[p].first || !r.x.Is(t, "obl", "iobj", "advmod", "obj", "advcl") {
		return p
	}
	if r.x.Is(t, "obj") && !c.e.has(fTell) || r.x.Is(t, "advcl") && r.d.Toks[t].XPOS != "VBN" && r.d.Toks[t].XPOS != "VBG" {
		return p
	}
	q := r.place(u, e-1)
	if q < p {
		return p
	}
	for k := p; k <= q; k++ {
		switch {
		case u.e[k].quote < 0:
		case r.is(u, k-1, ","), r.is(u, k-1, ":"):
			return k - 1
		default: // a name in marks: "in an interview on “The Hour”"
			return p
		}
	}
	return q + 1
}

// surface reads what the words right after the cue show where the tree has
// nothing that fits.
func (r *reader) surface(u *unit, c *candidate) complement {
	e, p := c.e, c.to
	f := r.form(u, p)
	is := func(f frame) complement { return complement{ok: e.has(f), frame: f, from: p, head: -1} }
	switch {
	case p >= len(u.e)-1:
		return complement{}
	case f == "that" && e.has(fThat) && !r.x.Is(u.e[p].first, "det") && (r.npEnd(u, p+1) > 0 || r.isQuote(u, p+1) || r.is(u, p+1, ",") && r.isQuote(u, p+2)):
		return is(fThat)
	case f == "to" && e.has(fTo) && r.pos(u, p+1) == lang.VERB:
		return is(fTo)
	case (f == "whether" || f == "how" || f == "why") && e.has(fWh):
		return is(fWh)
	case e.has(fPrep) && e.prep(f) && !(f == "to" && r.pos(u, p+1) == lang.VERB):
		return complement{ok: true, frame: fPrep, from: p + 1, head: -1}
	}
	if n := r.npEnd(u, p); n > 0 && !e.has(fNP) && e.has(fBare) && r.pos(u, n) == lang.AUX && r.finiteVerb(u, n) { // "reckoned 900 would come", whatever the tree made of it
		return is(fBare)
	}
	if k := r.farThat(u, p); k > 0 && e.has(fThat) {
		return complement{ok: true, frame: fThat, from: k, head: -1}
	}
	// what follows a verb of saying is a clause, also where its verb was not
	// recognised as one
	if e.Clausal && len(u.e)-p > 4 && (r.npEnd(u, p) > 0 && !r.timePhrase(u, p) || r.pos(u, p) == lang.ADV && !r.whAdverb(u, p) || r.pos(u, p) == lang.ADJ || r.pos(u, p) == lang.PROPN) {
		return is(fBare)
	}
	if r.npEnd(u, p) > 0 && !r.timePhrase(u, p) && r.x.Kid(c.verb, "obj", "obl", "ccomp", "xcomp") < 0 {
		return is(fNP)
	}
	return complement{}
}

// farThat returns the place of a "that" which a clause follows, behind phrases
// without a verb: "says at a stop in Port Alder, Velia, that it was late"; 0 for
// none.
func (r *reader) farThat(u *unit, p int) int {
	if p >= len(u.e) || r.pos(u, p) == lang.VERB {
		return 0
	}
	for k := p; k < len(u.e) && k < p+14 && u.e[k].quote < 0 && r.pos(u, k) != lang.VERB && !r.finiteVerb(u, k); k++ {
		if r.is(u, k, "that") && k > p && (r.npEnd(u, k+1) > 0 || r.isQuote(u, k+1)) {
			return k
		}
	}
	return 0
}

// fromThat lets a clause begin at the "that" before it which the tree has put
// elsewhere: "said at the hearing that drafting it is a duty".
func (r *reader) fromThat(u *unit, c *candidate, x complement) complement {
	for k := c.to; x.frame == fBare && c.e.has(fThat) && k < x.from; k++ {
		if r.is(u, k, "that") && !r.x.Is(u.e[k].first, "det") {
			x.frame, x.from = fThat, k
		}
	}
	return x
}
