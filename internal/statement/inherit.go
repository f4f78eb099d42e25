package statement

import (
	"strings"
)

// inherit gives a cue without a subject that of the cue it is joined to or hangs
// on, or that of the clause it belongs to.
func (r *reader) inherit(u *unit, cs []candidate, i int) bool {
	c := &cs[i]
	v, through := c.verb, false // through: past a verb that is no cue
	for steps := 0; steps < 32; steps++ {
		h := r.x.Head(v)
		if h < 0 {
			break
		}
		for j := range cs {
			o := &cs[j]
			if j == i || o.verb != h || o.dropped || !o.src.ok || strings.HasPrefix(o.rule, "noun-") || o.rule == "according-to" {
				continue
			}
			if !c.participle && !r.resumesCue(u, o, c) && (through || r.cueAbove(u, cs, i, h)) {
				continue
			}
			c.src = o.src
			return true
		}
		if r.x.Kid(h, "nsubj") >= 0 && !through {
			through = true
			own := c.comp.clausal() && c.e.Mode == "" || r.tense(r.d.Toks[h].XPOS) != r.tense(r.d.Toks[c.verb].XPOS)
			if !c.participle && !(own && r.cueAbove(u, cs, i, h)) {
				return r.clauseSubject(u, c, h)
			}
		}
		v = h
	}
	if r.sequel(u, cs, i) {
		return true
	}
	return r.clauseSubject(u, c, c.verb)
}

// cueAbove reports whether an earlier cue with the same tense stands above h.
func (r *reader) cueAbove(u *unit, cs []candidate, i, h int) bool {
	for v, steps := h, 0; v >= 0 && steps < 32; v, steps = r.x.Head(v), steps+1 {
		for j := 0; j < i; j++ {
			if cs[j].verb == v && cs[j].src.ok && !cs[j].dropped && r.resumesCue(u, &cs[j], &cs[i]) {
				return true
			}
		}
	}
	return false
}

// resumesCue reports whether a verb that the tree puts into the content of o
// goes with o's verb: "said the pilots were patient and warned that".
func (r *reader) resumesCue(u *unit, o, c *candidate) bool {
	return o.e.Mode == "" && o.from < c.from && r.tense(r.d.Toks[o.verb].XPOS) == r.tense(r.d.Toks[c.verb].XPOS)
}

// sequel gives a cue after "and" or a comma, which the tree ties to nothing, the
// source of the cue before it.
func (r *reader) sequel(u *unit, cs []candidate, i int) bool {
	c := &cs[i]
	for j := i - 1; j >= 0; j-- {
		o := &cs[j]
		if o.dropped || !o.src.ok || strings.HasPrefix(o.rule, "noun-") || c.participle && o.post && c.from < o.from {
			continue
		}
		if !c.participle && !(c.comp.clausal() && r.resumesCue(u, o, c)) {
			return false
		}
		c.src = o.src
		return true
	}
	return false
}

// clauseSubject takes the subject that the tree gives the clause of v.
func (r *reader) clauseSubject(u *unit, c *candidate, v int) bool {
	if c.participle && c.comp.frame != fQuote && inferred(c.e.Lemma) {
		for h := v; h >= 0; h = r.x.Head(h) {
			if r.x.Kid(h, "nsubj:pass") >= 0 { // what is so suggests it: "is expected to miss the talks, hinting at a rift"
				return false
			}
		}
	}
	p, ok := r.x.Predicate(v)
	if !ok || len(p.Subject) == 0 {
		return false
	}
	s := p.Subject[0]
	if h := r.x.Head(s); h >= 0 && r.x.Is(s, "conj") {
		s = h
	}
	c.src = r.phraseOf(u, c, s)
	return c.src.ok && c.src.relative < 0 && r.speaks(c.src.head)
}

// inferred reports whether a verb tells as often what a happening means as what
// somebody says.
func inferred(lemma string) bool {
	switch lemma {
	case "suggest", "indicate", "signal", "hint", "hint at", "imply", "show", "reflect", "reveal", "mean":
		return true
	}
	return false
}

// tense is the form of a verb, past tense and participle being one: taggers
// take one for the other.
func (r *reader) tense(xpos string) string {
	if xpos == "VBN" {
		return "VBD"
	}
	return xpos
}
