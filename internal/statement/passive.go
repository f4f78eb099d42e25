package statement

// reducedPassive reports whether a participle without auxiliary is a passive:
// "the draft, described by the union as".
func (r *reader) reducedPassive(u *unit, c *candidate) bool {
	return c.from == c.head && r.xpos(u, c.head) == "VBN" && r.x.Kid(c.verb, "obl:agent") >= 0 && r.x.Is(c.verb, "acl", "advcl") && r.x.Kid(c.verb, "nsubj") < 0
}

// asked reads "asked whether", "when asked about", which say neither who asked
// nor whom.
func (r *reader) asked(u *unit, c *candidate) bool {
	if !c.e.Held || c.from != c.head || r.x.Kid(c.verb, "nsubj") >= 0 || !(c.from == 0 || r.is(u, c.from-1, "when") || r.is(u, c.from-1, "if")) || r.xpos(u, c.head) != "VBN" && r.xpos(u, c.head) != "VBD" {
		return false
	}
	c.comp = r.complement(u, c)
	c.rule = "holderless"
	return c.comp.frame&(fWh|fThat|fPrep) != 0 && c.comp.ok
}

// attachPassive reads "was described by Ruiz as a start", and, with nobody
// named, "is expected to rise", "was told that".
func (r *reader) attachPassive(u *unit, c *candidate) bool {
	agent := -1
	for _, k := range r.x.Kids(c.verb) {
		if r.x.Case(int(k)) == "by" && r.x.Is(int(k), "obl", "nmod") {
			agent = int(k)
			break
		}
	}
	if agent < 0 && r.is(u, c.to, "by") && r.npEnd(u, c.to+1) > 0 {
		agent = r.npHead(u, c.to+1)
	}
	subj := r.subject(u, c, c.verb)
	if !subj.ok && r.x.Is(c.verb, "acl") {
		subj = r.phraseOf(u, c, r.x.Head(c.verb))
	}
	c.comp = r.complement(u, c)
	if agent >= 0 {
		if !subj.ok || c.e.Frames&(fPassive|fNP|fObj|fObjAs|fObjTo|fThat) == 0 {
			return false
		}
		if c.src = r.phraseOf(u, c, agent); !c.src.ok {
			return false
		}
		if c.comp.frame&(fObjAs|fTo|fThat|fPrep) == 0 || c.comp.from < c.src.to {
			c.comp = complement{}
		}
		r.overAgent(u, c)
		c.rule = "passive"
	} else if c.rule = "holderless"; !c.e.Held || !c.comp.ok || c.comp.frame&(fTo|fThat|fBare|fWh|fQuote|fObjTo|fObjAs|fPrep) == 0 || !subj.ok {
		return false
	}
	if !c.e.has(fTell) || !c.comp.clausal() {
		c.content = append(c.content, subj.span)
	}
	return true
}

// overAgent gives back a clause that the tree has put into the phrase after
// "by": "was told by her advisers that the port would close".
func (r *reader) overAgent(u *unit, c *candidate) {
	if !c.e.has(fThat) || c.comp.ok {
		return
	}
	for k := c.src.from + 1; k < c.src.to; k++ {
		if r.is(u, k, "that") && r.npEnd(u, k+1) > 0 {
			c.src.to, c.src.span.End = k, r.end(u, k-1)
			c.comp = complement{ok: true, frame: fThat, from: k, head: -1}
			return
		}
	}
}
