package statement

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// rightEdge is where content that starts at start ends: before the next cue of
// the same rank, where the tree goes on with the clause around the cue, or with
// the unit.
func (r *reader) rightEdge(u *unit, cs []candidate, i, start int) int {
	c := &cs[i]
	end := len(u.e)
	if u.e[start].quote >= 0 && c.comp.frame == fQuote {
		// several quotations in a row belong together
		k := start + 1
		for r.isQuote(u, k) {
			k++
		}
		if k < end && !r.continues(u, k) && (r.wholeQuote(u.e[start].quote) || r.joins(u, k)) {
			end = k
		}
	}
	for j := range cs {
		if j == i || cs[j].dropped {
			continue
		}
		if e := r.cut(u, &cs[j], c, start); e > start && e < end {
			end = e
		}
	}
	if h := c.src.from - 1; c.e.Class == nounCue && h > start { // "criticism of the plan from the union"
		end = min(end, h)
	}
	end = r.clauseEnd(u, c, start, end)
	if k := r.predicateOf(u, c, start, end); k > start {
		end = k
	}
	end = r.enclosed(u, c, start, end)
	if e := r.tail(u, c, start, end); e > start {
		end = e
	}
	return end
}

// predicateOf returns where the verb stands whose subject a noun with its content
// is, and which the tree has taken into the content: "the belief that the port
// was to blame for the storm rang hollow"; -1 for none. It is a second finite verb
// that nothing joins to the first and that no phrase of its own comes before.
func (r *reader) predicateOf(u *unit, c *candidate, start, end int) int {
	if c.e.Class != nounCue || c.comp.frame&(fThat|fTo) == 0 || c.src.from > c.to {
		return -1
	}
	told := c.comp.frame == fTo
	for k := start + 1; k < end; k++ {
		if r.is(u, k, ",") && told && r.finiteAt(u, k+1) { // "a prediction that it would fall, were taken from a study"
			return k
		}
		if u.e[k].quote >= 0 || r.is(u, k, ",") || r.pos(u, k) == lang.SCONJ || r.pos(u, k) == lang.CCONJ && !r.listed(u, k) || r.dash(u, k) || relativePronoun(r.form(u, k)) && k > start+1 || r.whAdverb(u, k) {
			return -1
		}
		if !r.finiteVerb(u, k) || r.finiteVerb(u, k-1) || r.pos(u, k-1) == lang.ADV && r.finiteVerb(u, k-2) {
			continue
		}
		if s := r.npStart(u, k); told && (s < 0 || r.pos(u, s-1) == lang.ADP) && r.pos(u, k-1) != lang.PRON {
			return k
		}
		told = true
	}
	return -1
}

// listed reports whether "and" at k joins two phrases: "taxes and cuts".
func (r *reader) listed(u *unit, k int) bool {
	return r.npStart(u, k) >= 0 && r.npEnd(u, k+1) > 0 && !r.finiteAt(u, r.npEnd(u, k+1))
}

// clauseEnd walks from where the tree ends the content over what follows. What
// hangs on the cue as more of its content is taken; the walk ends at a clause
// that is about the saying, or that is beside or around the cue's.
func (r *reader) clauseEnd(u *unit, c *candidate, start, end int) int {
	if h := r.x.Head(c.verb); h > c.verb && !c.post && r.x.Is(c.verb, "advcl", "acl:relcl") { // a clause before its main clause
		_, last := r.x.Yield(c.verb)
		if k := r.place(u, last-1) + 1; k > start {
			end = min(end, k)
		}
	}
	if c.post || c.comp.head < 0 { // the tree knows nothing of the content
		return end
	}
	p := start + 1
	if c.comp.head >= 0 {
		_, last := r.x.Yield(c.comp.head)
		if k := r.place(u, last-1); k >= p {
			p = k + 1
		}
	}
	for p < end {
		if u.e[p].quote >= 0 || r.punct(u, p) {
			p++
			continue
		}
		t, g := r.beside(c, u.e[p].first)
		if t < 0 {
			p++
			continue
		}
		if r.leaves(u, c, t, g, p) {
			return max(p, start+1)
		}
		_, last := r.x.Yield(t)
		p = max(p+1, r.place(u, last-1)+1)
	}
	return end
}

// beside climbs from token t to what hangs, with t in it, on the cue's verb or
// on something above it; -1 when t is part of the content. It gives the token
// that the stretch hangs on, too.
func (r *reader) beside(c *candidate, t int) (at, on int) {
	for steps := 0; steps < 64; steps++ {
		h := r.x.Head(t)
		if t == c.comp.head || t == c.verb {
			return -1, -1
		}
		if h < 0 {
			if r.d.Toks[t].Sent != r.d.Toks[c.verb].Sent {
				return -1, -1
			}
			return t, -1
		}
		if h == c.verb || r.x.Under(c.verb, h) {
			return t, h
		}
		t = h
	}
	return -1, -1
}

// leaves reports whether what t heads, from place p on, is no part of the
// content of c.
func (r *reader) leaves(u *unit, c *candidate, t, on, p int) bool {
	if r.x.Under(c.verb, t) { // the clause around the cue goes on
		return true
	}
	comma := r.is(u, p-1, ",") || r.dash(u, p-1)
	if c.e.Class == nounCue && !c.comp.clausal() && on >= 0 && t > c.verb && r.x.Head(c.verb) == on && r.x.Is(c.verb, "obj") && r.x.Is(t, "obl", "advcl") {
		return true // of the verb that carries the cue: "stepped up its criticism of the plan in a letter"
	}
	if on != c.verb { // of a clause around the cue's
		return !r.x.Is(t, "punct") && (r.x.Is(t, "nsubj", "conj", "aux", "cop", "cc", "root", "parataxis") || t < c.verb || on < 0 || !c.comp.clausal() && comma || r.x.Under(c.verb, on) && r.x.Is(c.topUnder(r, on), "acl", "nsubj", "obl", "nmod"))
	}
	switch {
	case r.x.Is(t, "conj"):
		return r.sameRank(u, c, t, comma)
	case r.x.Is(t, "parataxis"):
		return !c.comp.clausal()
	case r.x.Is(t, "advcl"):
		return r.occasion(u, c, t, p, comma)
	case r.x.Is(t, "obl", "advmod"):
		return (comma || r.isQuote(u, p-1) && r.leftOpen(u.e[p-1].quote)) && !c.comp.clausal()
	}
	return false
}

// topUnder is the dependent of on that the cue's verb stands under.
func (c *candidate) topUnder(r *reader, on int) int {
	t := c.verb
	for steps := 0; steps < 64 && t >= 0 && r.x.Head(t) != on; steps++ {
		t = r.x.Head(t)
	}
	return t
}

// sameRank reports whether clause t, joined to the cue's verb, goes on in the
// outlet's voice rather than in the content: it has no subject of its own, or a
// verb in the past as the cue's is.
func (r *reader) sameRank(u *unit, c *candidate, t int, comma bool) bool {
	if !c.comp.clausal() || r.x.Kid(t, "nsubj") < 0 {
		return true
	}
	if r.d.Toks[t].Lemma == "have" && r.x.Kid(t, "xcomp") > t && !comma { // "said it was late and they had to go"
		return false
	}
	p, _ := r.x.Predicate(t)
	return p.Past && r.d.Toks[c.verb].XPOS == "VBD" || comma && p.Past
}

// enclosed ends a content before the mark that closes the aside which the cue
// stands in: "the plan (which Ruiz said was dead)".
func (r *reader) enclosed(u *unit, c *candidate, start, end int) int {
	b := c.begin()
	open := ""
	switch {
	case r.dash(u, b-1):
		open = r.form(u, b-1)
	case r.is(u, b-1, "("):
		open = ")"
	}
	for k := start; open != "" && !c.post && k < end; k++ {
		if r.is(u, k, open) {
			return k
		}
	}
	return end
}

// tail ends a content that is no clause before what is added about its last
// noun or about the saying: ", which would …", ", prompting", "― the first
// since", "; the other side refused".
func (r *reader) tail(u *unit, c *candidate, start, end int) int {
	if c.comp.clausal() && c.comp.frame != fWh || c.post {
		return -1
	}
	for k := start + 1; k+1 < end; k++ {
		if r.is(u, k, ";") || r.is(u, k, ":") || r.dash(u, k) {
			return k
		}
		if !r.is(u, k, ",") {
			continue
		}
		switch r.form(u, k+1) {
		case "which", "who", "whose":
			if r.resumes(u, k+1, end) {
				continue
			}
			return k
		case "but", "though", "although", "while":
			return k
		case "he", "she", "they", "it": // the main clause: "while she accepted the blame, she praised the port"
			if r.finiteAt(u, k+2) {
				return k
			}
		}
		if c.comp.frame&(fNP|fObj|fObjAs|fPrep) != 0 && r.xpos(u, k+1) == "VBG" && !r.is(u, k+1, "including") {
			return k
		}
	}
	return -1
}

// resumes reports whether the clause goes on after a relative clause that
// begins at k: "the plan, which he wrote, is dead".
func (r *reader) resumes(u *unit, k, end int) bool {
	for ; k+1 < end; k++ {
		if r.is(u, k, ",") && (r.finiteAt(u, k+1) || r.xpos(u, k+1) == "VBN" && !r.is(u, k+2, "by")) {
			return true
		}
	}
	return false
}

// wholeQuote reports whether a quotation is sentences of its own rather than
// words within a sentence.
func (r *reader) wholeQuote(q int) bool {
	inner := r.d.Quote(r.quotes[q].Inner)
	return capital(inner) && r.words(q) >= 3
}

// continues reports whether what a cue reports goes on at k behind a quotation:
// "and" or "but", and no verb that goes with the cue's subject.
func (r *reader) continues(u *unit, k int) bool {
	if r.is(u, k, ",") {
		k++
	}
	return (r.is(u, k, "and") || r.is(u, k, "but") || r.is(u, k, "or")) && !r.finiteAt(u, k+1)
}

// cut returns where the content of c, which starts at start, must end because
// of candidate o, or -1.
func (r *reader) cut(u *unit, o, c *candidate, start int) int {
	b := o.begin()
	if b < start {
		return -1
	}
	k := b
	for k > start && (r.joins(u, k-1) || r.pos(u, k-1) == lang.ADV && k < b) {
		k--
	}
	comma := r.is(u, k-1, ",") || r.dash(u, k-1) || r.is(u, k-1, ";") || r.isQuote(u, k-1) && r.leftOpen(u.e[k-1].quote)
	edge := k
	if comma && !r.isQuote(u, k-1) {
		edge = k - 1
	}
	switch {
	case c.rule == "holderless" && c.from == 0 && comma && o.src.ok: // "Asked whether it would, Ruiz said"
		return edge
	case o.post && o.rule != "according-to" && (comma || u.e[max(k-1, 0)].quote >= 0): // "…, Ruiz said": what stands before is Ruiz's
		return edge
	case o.rule == "according-to":
		if comma {
			return edge
		}
		return b
	case o.elided && o.participle && (comma || k < b):
		return edge
	case o.elided && k < b && (o.src.from == c.src.from || o.src.ok && !o.participle && o.src.from < c.src.from && c.src.from < b):
		return edge
	case o.src.ok && o.src.relative < 0 && comma && k < b && o.e.Mode == "" && (o.comp.clausal() || r.personalPronoun(o.src.head)):
		return edge
	case r.is(u, b-1, "with") && r.is(u, b-2, ",") && o.participle:
		return b - 2
	case r.is(u, k-1, ";") && o.src.ok:
		return edge
	case o.src.ok && !o.elided && o.src.relative < 0: // "…; on Friday he said …"
		for j := b - 1; j > start && j > b-6 && !r.finiteVerb(u, j); j-- {
			if r.is(u, j, ";") {
				return j
			}
		}
	}
	return -1
}

// joins reports whether the word at k joins clauses.
func (r *reader) joins(u *unit, k int) bool {
	switch r.form(u, k) {
	case "and", "but", "while", "as", "though", "although":
		return true
	}
	return false
}

func (r *reader) personalPronoun(tok int) bool {
	if tok < 0 || tok >= len(r.d.Toks) {
		return false
	}
	switch strings.ToLower(r.d.Form(tok)) {
	case "he", "she", "they":
		return true
	}
	return false
}
