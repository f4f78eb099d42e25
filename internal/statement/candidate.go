package statement

import (
	"slices"

	"github.com/travaux/travaux/internal/lang"
)

// candidate is a cue found in a unit, with its source and the shape of what it
// reports. Places are elements of the unit; -1 stands for none.
type candidate struct {
	e        *entry
	head     int // the cue's head
	from, to int // the cue: elements [from, to)

	participle bool // "…, saying"
	passive    bool
	infinitive bool // "to say", with nobody governing it
	bareForm   bool

	src  source
	comp complement

	post    bool // what it reports stands (also) before it
	elided  bool // the subject is that of an earlier cue or of the clause
	outer   int  // index of the candidate in whose content this cue lies, -1
	rule    string
	content []lang.Span
	dropped bool
}

// source is who a cue belongs to.
type source struct {
	from, to int       // elements; from is where the clause's subject starts
	span     lang.Span // what is shown, adjuncts stripped
	head     int       // head token
	ok       bool
	relative int // head token of the antecedent of "who", -1
}

// begin is where the reporting clause starts.
func (c *candidate) begin() int {
	if c.src.ok && c.src.from < c.from && c.src.from >= 0 && !c.elided {
		return c.src.from
	}
	return c.from
}

// candidates finds the cues of a unit, in order.
func (r *reader) candidates(u *unit) []candidate {
	var cs []candidate
	for k := 0; k < len(u.e); k++ {
		if u.e[k].quote >= 0 {
			continue
		}
		if c, ok := r.candidate(u, k); ok {
			cs = append(cs, c)
			k = max(k, c.to-1)
		}
	}
	return cs
}

// candidate tries the entries of the lemma at k, the longest first.
func (r *reader) candidate(u *unit, k int) (candidate, bool) {
	entries := r.lex[r.lemma(u, k)]
	if x := r.xpos(u, k); x == "VBN" || x == "VBD" || x == "JJ" { // "worried" is listed as an adjective
		if adj := r.lex[r.form(u, k)]; len(adj) > 0 && adj[0].Class == adjCue {
			entries = append(slices.Clone(entries), adj...)
		}
	}
	for _, e := range entries {
		after := r.matchAfter(u, k, e)
		if after < 0 || !r.classFits(u, k, e) {
			continue
		}
		c := candidate{e: e, head: k, from: k, to: after, outer: -1}
		c.src.relative = -1
		if e.Class == nounCue {
			if r.nominal(u, &c) {
				return c, true
			}
			continue
		}
		r.group(u, &c)
		if c.infinitive {
			continue
		}
		if r.attach(u, &c) {
			return c, true
		}
	}
	return candidate{}, false
}

// matchAfter returns the place after the entry's words at k, or -1. One adverb
// may stand between: "made it very clear".
func (r *reader) matchAfter(u *unit, k int, e *entry) int {
	p := k + 1
	for _, w := range e.After {
		if r.form(u, p) != w && r.lemma(u, p) != w && r.pos(u, p) == lang.ADV {
			p++
		}
		if r.form(u, p) != w && r.lemma(u, p) != w {
			return -1
		}
		p++
	}
	return p
}

func (r *reader) classFits(u *unit, k int, e *entry) bool {
	t := r.tok(u, k)
	switch e.Class {
	case nounCue:
		return t.UPOS == lang.NOUN
	case adjCue:
		return t.UPOS == lang.ADJ || t.UPOS == lang.VERB && (t.XPOS == "VBN" || t.XPOS == "VBD")
	}
	if len(e.After) > 0 {
		return t.UPOS == lang.VERB || t.UPOS == lang.AUX
	}
	return t.UPOS == lang.VERB && (t.XPOS != "VB" || k > 0)
}

// group takes in the words of the verb group before the head: auxiliaries,
// negation, adverbs, "to", and verbs such as "seek to" or "go on to".
func (r *reader) group(u *unit, c *candidate) {
	head := r.tok(u, c.head)
	c.participle = head.XPOS == "VBG"
	c.bareForm = head.XPOS == "VB"
	be := false
	k := c.from
	for k > 0 {
		p := k - 1
		if u.e[p].quote >= 0 {
			break
		}
		switch r.pos(u, p) {
		case lang.AUX:
			switch r.lemma(u, p) {
			case "be", "get":
				be = true
			}
			c.participle, c.bareForm = false, false
			k = p
			continue
		case lang.ADV:
			if r.whAdverb(u, p) || p > 0 && r.is(u, p-1, ",") && r.is(u, p+1, ",") {
				break
			}
			k = p
			continue
		case lang.PART:
			if r.is(u, p, "to") {
				if q := r.catenative(u, p); q >= 0 {
					c.bareForm = false
					c.participle = r.xpos(u, q) == "VBG"
					k = q
					continue
				}
				c.infinitive = true
				return
			}
			if r.negation(u, p) {
				k = p
				continue
			}
		case lang.DET, lang.CCONJ, lang.PRON:
			if w := r.form(u, p); (w == "both" || w == "all") && p > 0 && c.from == k {
				k = p
				continue
			}
		case lang.VERB:
			// "is going on record …" is no group; copulas of adjectives are
			if c.e.Class == adjCue && copula(r.lemma(u, p)) {
				be = true
				c.participle = r.xpos(u, p) == "VBG"
				k = p
				continue
			}
		}
		if q := r.timeWithin(u, k); q >= 0 { // "have for months been wary"
			k = q
			continue
		}
		if r.is(u, p, "first") {
			k = p
			continue
		}
		break
	}
	c.from = k
	c.passive = c.e.Class == verbCue && be && !c.participle && (head.XPOS == "VBN" || head.XPOS == "VBD") && r.lemma(u, c.head-1) != "have"
}

// timeWithin returns the place of the auxiliary before a phrase of time that
// ends before k, or -1.
func (r *reader) timeWithin(u *unit, k int) int {
	s := r.npStart(u, k)
	if s < 2 || !r.timePhrase(u, s) {
		return -1
	}
	if r.pos(u, s-1) == lang.ADP {
		s--
	}
	if r.lemma(u, s-1) == "have" {
		return s - 1
	}
	return -1
}

func (r *reader) whAdverb(u *unit, k int) bool {
	switch r.form(u, k) {
	case "when", "where", "why", "how", "as", "so", "then", "thus", "however", "meanwhile":
		return true
	}
	return false
}

func (r *reader) negation(u *unit, k int) bool {
	switch r.form(u, k) {
	case "not", "n't", "n’t", "never":
		return true
	}
	return false
}

func copula(lemma string) bool {
	switch lemma {
	case "remain", "feel", "become", "grow", "seem", "appear", "sound", "be", "stay":
		return true
	}
	return false
}

// catenative returns the place of the verb that governs "to" at p, or -1.
func (r *reader) catenative(u *unit, p int) int {
	q := p - 1
	if r.pos(u, q) == lang.ADV {
		q--
	}
	if r.is(u, q, "on") {
		q--
	}
	switch r.lemma(u, q) {
	case "seek", "try", "attempt", "begin", "start", "continue", "go", "come", "move", "appear", "seem", "tend", "rush", "proceed", "need", "have":
		if r.pos(u, q) == lang.VERB {
			return q
		}
	}
	return -1
}
