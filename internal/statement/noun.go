package statement

import (
	"github.com/travaux/travaux/internal/lang"
)

// nominal reads a noun as a cue: "their insistence on", "voiced concern about",
// "scepticism among the growers".
func (r *reader) nominal(u *unit, c *candidate) bool {
	c.comp = r.complement(u, c)
	if !c.comp.ok {
		c.comp = r.beyondHolder(u, c)
	}
	if !c.comp.ok {
		return false
	}
	if r.predicateNoun(u, c) || c.e.Role {
		return c.src.ok
	}
	if r.lightVerb(u, c) {
		return true
	}
	c.rule = "noun-" + c.comp.name()
	if v := r.x.Head(c.verb); r.x.Is(c.verb, "obl") && v >= 0 && r.quoteVerb(v) { // "said in a statement that"
		return false
	}
	return r.possessor(u, c) || r.holder(u, c) || c.comp.frame == fThat && r.x.Low(r.x.Kid(c.verb, "det")) != "no"
}

// beyondHolder reads what a noun is about where the tree hangs it on the holder:
// "scepticism among the growers about the map".
func (r *reader) beyondHolder(u *unit, c *candidate) complement {
	for _, kid := range r.x.Kids(c.verb) {
		if !r.x.Is(int(kid), "nmod") || int(kid) < c.verb {
			continue
		}
		switch r.x.Case(int(kid)) {
		case "among", "by", "from":
			for _, k := range r.x.Kids(int(kid)) {
				if x := r.shape(u, c, int(k)); x.ok && x.frame == fPrep {
					return x
				}
			}
		}
	}
	return complement{}
}

// predicateNoun reads "is in favour of", "was a critic of", "has been a
// supporter of".
func (r *reader) predicateNoun(u *unit, c *candidate) bool {
	cop := r.place(u, r.x.Kid(c.verb, "cop"))
	if !c.e.Role || cop < 0 || cop > c.head {
		return false
	}
	g := candidate{e: c.e, head: cop, verb: c.verb, from: cop, to: c.to, src: nobody()}
	r.group(u, &g)
	c.from = g.from
	c.src = r.subject(u, &g, c.verb)
	c.rule = "predicate-" + c.comp.name()
	return true
}

// possessor finds the source before the noun: "the ministry's demand", "its
// demand", "French concern".
func (r *reader) possessor(u *unit, c *candidate) bool {
	for _, kid := range r.x.Kids(c.verb) {
		k := int(kid)
		if k > c.verb {
			break
		}
		l, e := r.x.Yield(k)
		a, b := r.place(u, l), r.place(u, e-1)+1
		if a < 0 || b > c.head || b <= a || u.e[a].quote >= 0 {
			continue
		}
		switch m := r.mention(k); {
		case r.x.Is(k, "nmod:poss"):
			switch r.form(u, a) {
			case "my", "our", "your", "whose":
				return false
			}
			c.src = source{from: a, to: b, head: k, span: r.span(u, a, b), ok: true, relative: -1}
		case r.x.Is(k, "amod", "compound") && m != nil && (m.Use == lang.AsAdjective || m.Type == lang.Person || m.Type == lang.Organisation || m.Use == lang.AsSeat):
			c.src = source{from: a, to: b, head: k, span: lang.Span{Start: m.Start, End: m.End}, ok: true, relative: -1}
		default:
			continue
		}
		c.from = b
		return true
	}
	return false
}

// holder finds the source after the noun: "scepticism among the growers",
// "criticism from the union".
func (r *reader) holder(u *unit, c *candidate) bool {
	for _, kid := range r.x.Kids(c.verb) {
		k := int(kid)
		if k < c.verb || !r.x.Is(k, "nmod", "obl") || k == c.comp.head {
			continue
		}
		switch r.x.Case(k) {
		case "among", "by", "from", "of", "within":
		default:
			continue
		}
		if !r.speaks(k) {
			continue
		}
		if c.src = r.phraseOf(u, c, k); !c.src.ok {
			continue
		}
		if p := r.x.Case(k); c.src.from >= c.comp.from && p != "from" && p != "among" {
			c.src = nobody()
			continue
		}
		if end := c.comp.from - 1; c.comp.frame == fPrep && end > c.src.from && end < c.src.to {
			c.src.to, c.src.span.End = end, r.end(u, end-1)
		}
		return true
	}
	return false
}

// lightVerb reads a verb that only carries the noun: "issued a warning that".
func (r *reader) lightVerb(u *unit, c *candidate) bool {
	v := r.x.Head(c.verb)
	k := r.place(u, v)
	if !r.x.Is(c.verb, "obj") || k < 0 || k >= c.head || u.e[k].quote >= 0 || r.x.Low(r.x.Kid(c.verb, "det")) == "no" {
		return false
	}
	switch r.d.Toks[v].Lemma {
	case "express", "voice", "issue", "make", "repeat", "reiterate", "renew", "raise", "offer", "give",
		"have", "share", "state", "declare", "deliver", "sound", "air", "echo", "hold", "reject":
	default:
		return false
	}
	if c.comp.frame == fPrep && r.x.Kid(c.verb, "amod") >= 0 && r.takesPhrase(u, k) { // "expressed cautious optimism about"
		return false
	}
	for p := k + 1; p < c.head; p++ {
		if u.e[p].quote >= 0 || r.is(u, p, ",") {
			return false
		}
	}
	g := candidate{e: c.e, head: k, verb: v, from: k, to: c.to, src: nobody()}
	r.group(u, &g)
	if g.infinitive || g.passive || g.participle && r.pos(u, g.from) != lang.AUX {
		return false
	}
	if p := r.x.Kid(c.verb, "nmod:poss"); p >= 0 && r.x.Low(p) != "its" && r.x.Low(p) != "his" && r.x.Low(p) != "her" && r.x.Low(p) != "their" {
		return false // "rejected the union's demand"
	}
	src := r.subject(u, &g, v)
	if !src.ok {
		return false
	}
	c.from, c.src, c.verb = g.from, src, v
	c.rule = "light-verb-" + c.comp.name()
	return true
}

// takesPhrase reports whether the verb at k is a cue of its own with a noun
// phrase as content.
func (r *reader) takesPhrase(u *unit, k int) bool {
	for _, e := range r.entries(u, k) {
		if e.Class == verbCue && e.has(fNP) && len(e.After) == 0 {
			return true
		}
	}
	return false
}
