package statement

import (
	"github.com/travaux/travaux/internal/lang"
)

// attachInfinitive reads what is done by speaking: "took to the floor to accuse
// the bloc of delay". What is only meant to be said is no statement.
func (r *reader) attachInfinitive(u *unit, c *candidate) bool {
	h := r.x.Head(c.verb)
	if c.e.Mode != "" || !r.x.Is(c.verb, "advcl", "xcomp") || h < 0 || r.d.Toks[h].XPOS != "VBD" || !r.x.Is(c.verb, "advcl") && !manages(r.d.Toks[h].Lemma) {
		return false
	}
	c.comp = r.complement(u, c)
	c.elided = true
	c.rule = "infinitive-" + c.comp.name()
	return c.comp.ok && r.place(u, h) >= 0 && r.place(u, h) < c.from
}

// manages reports whether what a verb governs was done.
func manages(lemma string) bool {
	switch lemma {
	case "use", "take", "hasten", "manage", "choose", "pause", "write", "stop", "turn":
		return true
	}
	return false
}

// attachParticiple reads "…, adding that", "with one official saying", and
// "a statement declaring that".
func (r *reader) attachParticiple(u *unit, c *candidate) bool {
	c.comp = r.complement(u, c)
	if !c.comp.ok {
		return false
	}
	b := c.from - 1
	s, before := r.x.Kid(c.verb, "nsubj"), r.x.Head(c.verb)
	mark := r.x.Kid(c.verb, "mark")
	apart := b < 0 || mark >= 0 && mark < c.verb && manner(r.x.Low(mark)) || b >= 0 && (r.is(u, b, ",") || u.e[b].quote >= 0 || r.pos(u, b) == lang.CCONJ || r.is(u, b, "while") || r.dash(u, b))
	switch {
	case s >= 0 && s < c.verb:
		c.src = r.phraseOf(u, c, s)
	case r.x.Is(c.verb, "acl") && !apart && r.place(u, before) >= 0 && r.place(u, before) < c.from:
		if !c.comp.clausal() && !r.speaks(before) {
			return false
		}
		c.src = r.phraseOf(u, c, before)
		c.rule = "reduced-" + c.comp.name()
		if r.document(before) {
			r.issuer(u, c, before)
		}
		return c.src.ok
	case apart && c.e.Gloss:
		return false
	case apart:
		c.elided = true
		c.rule = "participle-" + c.comp.name()
		return true
	default:
		c.src = r.adjacent(u, c)
		if c.src.ok && !r.is(u, c.src.from-1, "with") && !c.comp.clausal() {
			return false
		}
	}
	c.rule = "reduced-" + c.comp.name()
	return c.src.ok
}

// manner reports whether a gerund after a preposition tells what was said: "by
// telling them that", "before adding that".
func manner(low string) bool {
	switch low {
	case "by", "before", "after", "while", "when", "in", "from", "for", "besides":
		return true
	}
	return false
}

// issuer gives a document's words to whoever put it out: "the union issued a
// statement declaring that".
func (r *reader) issuer(u *unit, c *candidate, doc int) {
	v := r.x.Head(doc)
	k := r.place(u, v)
	if !r.x.Is(doc, "obj") || k < 0 || k >= c.from {
		return
	}
	switch r.d.Toks[v].Lemma {
	case "issue", "release", "publish", "put", "send", "post", "give", "make":
	default:
		return
	}
	g := candidate{e: c.e, head: k, verb: v, from: k, to: k + 1}
	r.group(u, &g)
	if s := r.subject(u, &g, v); s.ok && !g.infinitive {
		c.from, c.src, c.rule, c.participle = g.from, s, "issued-"+c.comp.name(), false
	}
}
