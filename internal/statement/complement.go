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
	head  int // token that heads it in the tree, -1 where the tree has none
	colon bool
	apart bool // a colon leads to it, but other words stand between it and the cue
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

// complement reads what follows a cue by the frames of its entry: a quotation,
// else what hangs on its words in the tree, else what the words themselves show.
func (r *reader) complement(u *unit, c *candidate) complement {
	if x := r.spoken(u, c); x.ok {
		return x
	}
	var best complement
	for k := c.head; k < c.to; k++ {
		for _, kid := range r.x.Kids(u.e[k].first) {
			if x := r.shape(u, c, int(kid)); x.ok && (!best.ok || rank(x.frame) < rank(best.frame)) {
				best = x
			}
		}
	}
	if best.ok && best.clausal() {
		return r.fromThat(u, c, best)
	}
	if x := r.surface(u, c); x.ok && (!best.ok || x.clausal()) {
		return x
	}
	if !best.ok && c.e.has(fNone) {
		return complement{ok: true, frame: fNone, from: c.to, head: -1}
	}
	return best
}

// rank puts clauses before phrases, and an object with what is said of it
// before either alone.
func rank(f frame) int {
	switch f {
	case fThat, fBare, fWh:
		return 0
	case fObjAs, fObjTo, fObjPrep, fObj:
		return 1
	case fTo, fGerund:
		return 2
	case fNP:
		return 3
	}
	return 4
}

// shape reads one dependent of the cue.
func (r *reader) shape(u *unit, c *candidate, k int) complement {
	e := c.e
	l, _ := r.x.Yield(k)
	from := r.place(u, l)
	if at := r.place(u, k); at < c.to || from < 0 {
		return complement{}
	} else if from < c.from && !(e.has(fBare) && r.x.Is(k, "ccomp") && r.finiteAt(u, c.to)) { // but "which she said was a mistake"
		return complement{}
	}
	from = max(from, c.to)
	for from < len(u.e)-1 && r.punct(u, from) && !r.is(u, from, "(") {
		from++
	}
	is := func(f frame, at int) complement {
		return complement{ok: e.has(f), frame: f, from: at, head: k}
	}
	switch {
	case r.x.Is(k, "ccomp", "xcomp", "advcl", "acl") && !r.x.Is(k, "acl:relcl"):
		return r.clauseShape(u, c, k, from)
	case r.x.Is(k, "obj"):
		if r.timeHead(k) && r.x.Kid(k, "det", "amod", "nmod") < 0 || relativePronoun(r.x.Low(k)) && !e.has(fQuote) {
			return complement{}
		}
		if i := r.x.Kid(c.verb, "iobj"); e.has(fObj) && i > c.verb && i < k { // "called him a master"
			l, _ := r.x.Yield(i)
			return is(fObj, max(c.to, r.place(u, l)))
		}
		if e.has(fObjPrep) || e.has(fObjAs) {
			if p := r.marked(c, k, e); p >= 0 {
				x := is(fObjAs, from)
				if r.x.Low(p) != "as" {
					x = is(fObjPrep, from)
				}
				if x.ok {
					return x
				}
			}
		}
		if e.has(fObj) && r.predicated(u, k) {
			return is(fObj, from)
		}
		if w := r.wh(k); w != "" && e.has(fWh) {
			return is(fWh, from)
		}
		return is(fNP, from)
	case r.x.Is(k, "obl") && r.x.Case(k) == "" && !r.timeHead(k) && from == c.to: // "played down the quarrel"
		return is(fNP, from)
	case r.x.Is(k, "obl", "nmod") && (e.has(fPrep) || c.passive && e.has(fObjPrep)):
		if p := r.x.Kid(k, "case"); p >= 0 && e.prep(r.x.Low(p)) {
			return complement{ok: true, frame: fPrep, from: max(from, r.place(u, p)+1), head: k}
		}
	case r.x.Is(k, "obl", "nmod") && e.has(fObjAs) && r.x.Low(r.x.Kid(k, "case")) == "as": // "which they see as a threat"
		return is(fObjAs, from)
	case r.x.Is(k, "obl", "nmod") && e.has(fNP) && len(e.After) > 0: // "called for steep tariffs"
		if p := r.x.Kid(k, "case"); p >= 0 && r.place(u, p) == c.to-1 {
			return is(fNP, from)
		}
	}
	return complement{}
}

// clauseShape reads a clause that hangs on the cue by its subordinator and verb
// form.
func (r *reader) clauseShape(u *unit, c *candidate, k, from int) complement {
	e := c.e
	first := r.form(u, from)
	mark := r.x.Low(r.x.Kid(k, "mark"))
	is := func(f frame, at int) complement {
		return complement{ok: e.has(f) || f == fTo && c.passive && e.Held, frame: f, from: at, head: k}
	}
	if r.x.Is(k, "advcl", "acl") {
		return r.adverbial(u, c, k, from, first, mark)
	}
	object := r.x.Kid(c.verb, "obj", "iobj")
	own := r.x.Kid(k, "nsubj")
	gerund := r.d.Toks[k].XPOS == "VBG" && own < 0 && r.x.Kid(k, "aux", "cop") < 0
	switch {
	case gerund && r.is(u, from-1, ","): // "…, he said, adding that"
		return complement{}
	case (first == "which" || first == "who") && !r.whClause(first, e): // what is added about the one told
		return complement{}
	case first == "what" && !e.has(fWh) && e.has(fNP):
		return is(fNP, from)
	case first == "that" && mark == "that":
		return is(fThat, from)
	case first != "to" && r.whClause(first, e):
		return is(fWh, from)
	case mark == "to" && own >= 0 && own < k: // "wants both sides to meet" read as one clause
		return is(fObjTo, from)
	case mark == "to" && object >= c.verb && object < k:
		if l, _ := r.x.Yield(object); e.has(fObjTo) {
			return is(fObjTo, max(c.to, r.place(u, l)))
		}
		return is(fTo, from)
	case mark == "to":
		return is(fTo, from)
	case gerund:
		return is(fGerund, from)
	case r.x.Is(k, "xcomp") && object >= c.verb && object < k:
		l, _ := r.x.Yield(object)
		if x := is(fObj, max(c.to, r.place(u, l))); x.ok {
			return x
		}
		return complement{ok: e.has(fObjTo) || e.has(fNP), frame: fObjTo, from: max(c.to, r.place(u, l)), head: k}
	case r.x.Is(k, "xcomp") && own < 0:
		return is(fObj, from)
	}
	if x := is(fBare, from); x.ok {
		if object >= c.verb && object < k && !e.has(fTell) && !e.has(fNP) && r.place(u, object) >= c.to { // a subject that the tree has cut off
			return complement{ok: true, frame: fBare, from: c.to, head: -1}
		}
		return x
	}
	if own >= 0 { // "wants the sluices opened", "called the text a trap"
		return is(fObjTo|fObj, from).when(e.has(fObjTo) || e.has(fObj))
	}
	return complement{}
}

// adverbial reads a clause that the tree hangs on the cue as an adverb or on its
// noun: "wary of signing", "their demand that", "see it as rewarding".
func (r *reader) adverbial(u *unit, c *candidate, k, from int, first, mark string) complement {
	e := c.e
	is := func(f frame, at int) complement {
		return complement{ok: e.has(f), frame: f, from: at, head: k}
	}
	p := r.x.Kid(k, "mark", "case")
	switch {
	case p >= 0 && r.place(u, p) == c.to-1 && e.has(fGerund): // "ruled out sending", "calls for ending"
		return is(fGerund, from)
	case p >= 0 && (e.has(fPrep) || c.passive && e.has(fObjPrep)) && e.prep(r.x.Low(p)) && r.x.Low(p) != "to":
		return complement{ok: true, frame: fPrep, from: max(from, r.place(u, p)+1), head: k}
	case p >= 0 && r.x.Low(p) == "as" && e.has(fObjAs) && r.x.Is(k, "advcl") && r.x.Kid(k, "nsubj") < 0:
		return is(fObjAs, from)
	case mark == "that" && first == "that":
		if e.Class == nounCue && r.lacksObject(k) { // "the commitment that they will bring to the talks"
			return complement{}
		}
		return is(fThat, from)
	case mark == "to" && first == "to":
		return is(fTo, from)
	case r.whClause(first, e) && r.x.Is(k, "advcl") && from == c.to:
		return is(fWh, from)
	}
	return complement{}
}

// lacksObject reports whether verb k is one that needs an object and has none:
// its clause is about the noun before it rather than what that noun reports.
func (r *reader) lacksObject(k int) bool {
	switch r.d.Toks[k].Lemma {
	case "bring", "make", "give", "offer", "take", "hold", "put", "have", "share", "express", "get", "need", "want", "propose", "submit", "accept",
		"keep", "break", "honour", "honor", "secure", "seek", "voice", "receive", "raise", "lay", "table", "present", "set", "issue", "deliver":
	default:
		return false
	}
	return r.x.Kid(k, "obj", "ccomp", "xcomp", "nsubj:pass") < 0
}

// when keeps a complement only if the entry takes it.
func (c complement) when(ok bool) complement {
	c.ok = ok
	if ok && c.frame == fObjTo|fObj {
		c.frame = fObj
	}
	return c
}

// predicated reports whether something is said of object k that the tree takes
// for a part of it: "called the offer “a trap”", "called the talks useful".
func (r *reader) predicated(u *unit, k int) bool {
	for _, kid := range r.x.Kids(k) {
		if j := int(kid); j > k && (r.x.Is(j, "appos", "amod") || r.x.Is(j, "acl") && r.d.Toks[j].XPOS == "VBN") {
			return true
		}
	}
	for p := r.place(u, k) + 1; p < len(u.e) && p < r.place(u, k)+14; p++ {
		if u.e[p].quote >= 0 {
			return true
		}
		if w := r.form(u, p); (w == "a" || w == "an") && (r.pos(u, p-1) == lang.NOUN || r.pos(u, p-1) == lang.PROPN) { // a second phrase
			return true
		}
		if r.finiteVerb(u, p) || r.punct(u, p) && !r.isQuote(u, p+1) {
			return false
		}
	}
	return false
}

// marked returns the "as", or the entry's preposition, of a phrase that hangs
// on the cue or on its object k; -1 for none.
func (r *reader) marked(c *candidate, k int, e *entry) int {
	for _, on := range [...]int{c.verb, k} {
		for _, kid := range r.x.Kids(on) {
			if int(kid) < k || !r.x.Is(int(kid), "obl", "nmod", "advcl", "acl", "xcomp") {
				continue
			}
			p := r.x.Kid(int(kid), "case", "mark")
			if p > k && (r.x.Low(p) == "as" && e.has(fObjAs) || e.has(fObjPrep) && e.prep(r.x.Low(p))) {
				return p
			}
		}
	}
	return -1
}

// wh is the question word that k is or begins with.
func (r *reader) wh(k int) string {
	l, _ := r.x.Yield(k)
	switch w := r.x.Low(l); w {
	case "what", "how", "why", "whether", "who", "which", "where", "when":
		return w
	}
	return ""
}

func (r *reader) whClause(f string, e *entry) bool {
	if !e.has(fWh) {
		return false
	}
	switch f {
	case "whether", "how", "why", "what":
		return true
	case "if", "where", "who", "when", "which":
		return e.Cert == "Uu"
	}
	return false
}
