package statement

import (
	"math/bits"

	"github.com/travaux/travaux/internal/lang"
)

// complement is the shape in which a cue's content follows it.
type complement struct {
	ok    bool
	frame frame
	from  int // element where the content starts; after the addressee and the like
	colon bool
	apart bool // a colon leads to it, but other words stand between it and the cue
	addr  int  // element where an addressee starts, 0 for none
}

func (c complement) name() string {
	if i := bits.TrailingZeros16(uint16(c.frame)); i < len(frameOrder) {
		return frameOrder[i]
	}
	return "none"
}

// clausal reports whether the content is a clause or a quotation.
func (c complement) clausal() bool {
	return c.frame&(fQuote|fThat|fBare|fWh) != 0
}

// complement reads what follows a cue that ends at p, by the frames of e.
// Phrases of time, place and medium and an addressee are stepped over.
func (r *reader) complement(u *unit, e *entry, p int) complement {
	if c := r.direct(u, e, p); c.ok {
		return c
	}
	// "said on Tuesday in Oslo that", "told reporters on Tuesday that"
	q, addr := p, 0
	for n := 0; n < 4; n++ {
		next, isAddr := r.adjunct(u, e, q, addr > 0)
		if next <= q {
			break
		}
		if isAddr {
			addr = q
		}
		timed := r.timePhrase(u, q) || r.timePhrase(u, q+1)
		q = next
		if timed && e.has(fNP) && addr == 0 && r.npEnd(u, q) > 0 && !r.finiteClause(u, q) { // "announced on Friday the arrest"
			if c := r.nominalObject(u, e, q); c.ok {
				return c
			}
		}
		if c := r.clause(u, e, q, addr > 0); c.ok {
			c.addr = addr
			if c.frame == fObjTo { // who is to do it is part of what is asked
				c.from = addr
			}
			return c
		}
	}
	if k := r.farThat(u, p); k > 0 && e.has(fThat) {
		return complement{ok: true, frame: fThat, from: k}
	}
	if c := r.nominalObject(u, e, p); c.ok {
		return c
	}
	if e.has(fNone) {
		return complement{ok: true, frame: fNone, from: p}
	}
	// what follows a verb of saying is a clause, also where its verb was not
	// recognised as one
	if e.Clausal && len(u.e)-p > 4 && (r.npEnd(u, p) > 0 && !r.timePhrase(u, p) || r.verbAhead(u, p)) {
		return complement{ok: true, frame: fBare, from: p}
	}
	return complement{}
}

// farThat returns the place of a "that" which a clause follows, behind phrases
// without a verb: "says at a stop in Port Alder, Velia, that it was late"; 0 for
// none.
func (r *reader) farThat(u *unit, p int) int {
	if r.pos(u, p) != lang.ADP {
		return 0
	}
	for k := p; k < len(u.e) && k < p+14 && u.e[k].quote < 0 && !r.finiteVerb(u, k); k++ {
		if r.is(u, k, "that") && r.is(u, k-1, ",") && r.finiteClause(u, k+1) {
			return k
		}
	}
	return 0
}

// verbAhead reports whether a finite verb follows at p without a stop before
// it, after words that begin no phrase: "too much is made of it".
func (r *reader) verbAhead(u *unit, p int) bool {
	switch r.pos(u, p) {
	case lang.ADV, lang.ADJ, lang.NUM, lang.DET, lang.NOUN, lang.PROPN:
	default:
		return false
	}
	for k := p + 1; k < len(u.e) && k < p+10 && !r.punct(u, k) && u.e[k].quote < 0; k++ {
		if r.finiteVerb(u, k) {
			return true
		}
	}
	return false
}

// direct reads a clause or quotation right after the cue.
func (r *reader) direct(u *unit, e *entry, p int) complement {
	if c := r.clause(u, e, p, false); c.ok {
		return c
	}
	if e.has(fPrep) && e.prep(r.form(u, p)) {
		if p+1 < len(u.e) && !(r.is(u, p, "to") && r.pos(u, p+1) == lang.VERB) {
			return complement{ok: true, frame: fPrep, from: p + 1}
		}
	}
	return complement{}
}

// clause reads a clause, quotation, infinitive or gerund at p. After an
// addressee an infinitive belongs to it.
func (r *reader) clause(u *unit, e *entry, p int, addressed bool) complement {
	if p >= len(u.e) {
		return complement{}
	}
	if e.has(fQuote) {
		if u.e[p].quote >= 0 {
			return complement{ok: true, frame: fQuote, from: p}
		}
		if r.is(u, p, ",") && r.isQuote(u, p+1) {
			return complement{ok: true, frame: fQuote, from: p + 1}
		}
		if r.is(u, p, ":") {
			return complement{ok: true, frame: fQuote, from: p + 1, colon: true}
		}
	}
	if r.is(u, p, ",") && e.has(fThat) && r.is(u, p+1, "that") {
		return complement{}
	}
	f := r.form(u, p)
	switch {
	case f == "that" && e.has(fThat) && !r.demonstrative(u, p):
		if !r.finiteAt(u, p+1) || r.npEnd(u, p+1) > 0 {
			return complement{ok: true, frame: fThat, from: p}
		}
	case e.has(fWh) && r.whWord(f, e) && !(f == "that"):
		return complement{ok: true, frame: fWh, from: p}
	case f == "to" || f == "not" && r.is(u, p+1, "to"):
		q := p + 1
		for r.pos(u, q) == lang.ADV || r.is(u, q, "to") {
			q++
		}
		if e.has(fTo) && !addressed && (r.pos(u, q) == lang.VERB || r.pos(u, q) == lang.AUX) {
			return complement{ok: true, frame: fTo, from: p}
		}
		if e.has(fObjTo) && addressed && (r.pos(u, q) == lang.VERB || r.pos(u, q) == lang.AUX) {
			return complement{ok: true, frame: fObjTo, from: p}
		}
	case e.has(fGerund) && !addressed && r.pos(u, p) == lang.VERB && r.xpos(u, p) == "VBG":
		return complement{ok: true, frame: fGerund, from: p}
	}
	if e.has(fBare) && r.finiteClause(u, p) {
		return complement{ok: true, frame: fBare, from: p}
	}
	return complement{}
}

// demonstrative reports whether "that" at p is the thing meant: "ruled that
// out as recently as May".
func (r *reader) demonstrative(u *unit, p int) bool {
	switch r.form(u, p+1) {
	case "out", "off", "up", "down", "away", "back", "over":
		return true
	}
	return false
}

func (r *reader) whWord(f string, e *entry) bool {
	switch f {
	case "whether", "how", "why", "what":
		return true
	case "if":
		return e.Cert == "Uu" && e.has(fWh)
	case "where", "who", "when", "which":
		return e.has(fWh) && e.Cert == "Uu"
	}
	return false
}

// finiteClause reports whether a clause with its own subject starts at p:
// "both sides must meet", "after the talks both sides …", "“peace” is near".
func (r *reader) finiteClause(u *unit, p int) bool {
	if r.npEnd(u, p) < 0 {
		switch r.pos(u, p) {
		case lang.SCONJ:
			if w := r.form(u, p); w == "if" || w == "once" || w == "unless" {
				return true
			}
			return false
		case lang.PRON:
			return r.is(u, p, "there")
		case lang.ADV:
			if r.is(u, p, "there") {
				return r.finiteAt(u, p+1)
			}
			return p+1 < len(u.e) && r.npEnd(u, p+1) > 0 && r.finiteClause(u, p+1)
		}
		return false
	}
	q := r.npEnd(u, p)
	if r.nominative(u, p) && r.pastAt(u, q) || r.negation(u, q) || r.is(u, q, "be") { // "that they not leave", "that it be signed"
		return true
	}
	for steps := 0; q < len(u.e) && steps < 12; steps++ {
		if r.finiteAt(u, q) {
			return true
		}
		if u.e[q].quote >= 0 { // a quotation that holds the verb
			return r.words(u.e[q].quote) >= 2 && q > p && r.pos(u, q-1) != lang.ADP
		}
		n := r.attachment(u, q, -1)
		if n <= q {
			if r.npEnd(u, q) > 0 && r.timePhrase(u, q) {
				n = r.npEnd(u, q)
			} else if r.is(u, q, ",") || r.dash(u, q) {
				n = r.closing(u, q)
			}
		}
		if n <= q {
			return false
		}
		q = n
	}
	return false
}

// nominative reports whether the word at p can only be a subject.
func (r *reader) nominative(u *unit, p int) bool {
	switch r.form(u, p) {
	case "he", "she", "they", "we", "i":
		return true
	}
	return false
}

// closing returns the end of an aside that begins with the comma or dash at q,
// when a finite verb follows it; else q.
func (r *reader) closing(u *unit, q int) int {
	w := r.form(u, q)
	for k := q + 2; k < len(u.e) && k < q+25; k++ {
		if r.is(u, k, w) {
			if r.finiteAt(u, k+1) && r.asideWords(u, q+1, k) {
				return k + 1
			}
			return q
		}
	}
	return q
}
