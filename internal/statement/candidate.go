package statement

import (
	"slices"
	"strings"

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
	uncertain,
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
	c.passive = c.e.Class == verbCue && be && !c.participle && head.XPOS == "VBN" && r.lemma(u, c.head-1) != "have"
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

// attach finds source and complement of a verb or adjective.
func (r *reader) attach(u *unit, c *candidate) bool {
	if c.e.Class == adjCue {
		return r.attachAdjective(u, c)
	}
	if c.passive {
		return r.attachPassive(u, c)
	}
	if c.participle && r.pos(u, c.from) != lang.AUX {
		return r.attachParticiple(u, c)
	}
	if c.bareForm && c.from == c.head && !sameInPast(c.e.Lemma) && !r.pluralSubject(u, c.from) {
		return false
	}
	if c.e.has(fPost) && r.attachInverted(u, c) {
		return true
	}
	c.src = r.subject(u, c.from)
	if !c.src.ok {
		return r.attachCoordinated(u, c)
	}
	c.comp = r.complement(u, c.e, c.to)
	if c.e.has(fPost) && r.afterContent(u, c) {
		c.post = true
		c.rule = "parenthetical"
		return true
	}
	c.rule = "verb-" + c.comp.name()
	return c.comp.ok
}

// afterContent reports whether the clause follows what it reports: "…," Ruiz
// said; as Ruiz said; the plan, Ruiz said, is dead.
func (r *reader) afterContent(u *unit, c *candidate) bool {
	b := c.src.from - 1
	if b < 0 {
		return false
	}
	if c.comp.frame == fNone && (r.is(u, b, "as") || r.isQuote(u, b)) { // "“…,” as one put it"
		c.comp = complement{}
	}
	if r.is(u, b, "as") && b > 0 {
		b--
		if !c.comp.ok {
			return true
		}
	}
	quote := u.e[b].quote >= 0 || b > 0 && r.is(u, b, ",") && u.e[b-1].quote >= 0
	if quote && (c.comp.frame == 0 || c.comp.from >= c.to+1 && c.comp.frame == fQuote || !c.comp.ok) {
		return true
	}
	if c.comp.ok {
		return false
	}
	if c.e.Lemma == "add" && !quote && r.npEnd(u, c.to) > 0 && !r.timePhrase(u, c.to) {
		return false // "Indeed, employers added 200 jobs"
	}
	return quote || r.is(u, b, ",") || r.dash(u, b)
}

// attachInverted reads "…," said Ana Ruiz, the minister.
func (r *reader) attachInverted(u *unit, c *candidate) bool {
	if c.from != c.head || c.from == 0 {
		return false
	}
	b := c.from - 1
	if !(u.e[b].quote >= 0 || r.is(u, b, ",")) || r.npEnd(u, c.to) < 0 {
		return false
	}
	if b == 0 && u.e[b].quote < 0 {
		return false
	}
	if f := r.form(u, c.to); f == "it" || f == "that" || f == "this" || f == "he" || f == "she" || f == "they" {
		// "…, said he" is rare; ", said it" is the object of something else
		if u.e[b].quote < 0 {
			return false
		}
	}
	end := r.phrase(u, c.to, -1)
	if r.finiteAt(u, end) && u.e[b].quote < 0 { // ", says the plan is dead"
		return false
	}
	if u.e[b].quote < 0 && !invertible(c.e.Lemma) {
		return false
	}
	if u.e[b].quote < 0 && r.subject(u, c.from).ok { // "Ruiz, the minister, said both sides …"
		return false
	}
	c.src = r.sourceFrom(u, c.to, r.withApposition(u, end))
	c.post = true
	c.rule = "inverted"
	return c.src.ok
}

// invertible reports whether a verb comes before its subject after reported
// words without quotation marks: "…, said Ruiz".
func invertible(lemma string) bool {
	switch lemma {
	case "say", "add", "write", "report", "note", "warn", "explain", "announce", "argue", "suggest", "recall":
		return true
	}
	return false
}

// attachCoordinated reads "Ruiz said … and warned that …".
func (r *reader) attachCoordinated(u *unit, c *candidate) bool {
	b := c.from - 1
	if b < 1 || r.pos(u, b) != lang.CCONJ && !(r.is(u, b, ",") && !c.bareForm) {
		return false
	}
	c.comp = r.complement(u, c.e, c.to)
	if !c.comp.ok {
		return false
	}
	c.elided = true
	c.rule = "coordinated-" + c.comp.name()
	return true
}

// attachParticiple reads "…, adding that", "with one official saying", and
// "a statement declaring that".
func (r *reader) attachParticiple(u *unit, c *candidate) bool {
	c.comp = r.complement(u, c.e, c.to)
	if !c.comp.ok {
		return false
	}
	if s := r.npStart(u, c.from); s >= 0 {
		if !c.comp.clausal() && !r.is(u, s-1, "with") {
			return false
		}
		start := s
		for r.pos(u, start-1) == lang.ADP && !r.is(u, start-1, "with") && r.npStart(u, start-1) >= 0 {
			start = r.npStart(u, start-1)
		}
		c.src = r.sourceFrom(u, start, c.from)
		c.rule = "reduced-" + c.comp.name()
		if r.document(r.npHead(u, start)) {
			r.issuer(u, c, start)
		}
		return c.src.ok
	}
	b := c.from - 1
	switch {
	case b < 0:
		return false
	case r.is(u, b, ","), u.e[b].quote >= 0, r.pos(u, b) == lang.CCONJ, r.is(u, b, "while"), r.dash(u, b):
		c.elided = true
		c.rule = "participle-" + c.comp.name()
		return true
	}
	return false
}

// issuer gives a document's words to whoever put it out: "the union issued a
// statement declaring that".
func (r *reader) issuer(u *unit, c *candidate, start int) {
	v := start - 1
	if r.is(u, v, "out") {
		v--
	}
	switch r.lemma(u, v) {
	case "issue", "release", "publish", "put", "send", "post", "give", "make":
	default:
		return
	}
	if r.pos(u, v) != lang.VERB {
		return
	}
	g := candidate{e: c.e, head: v, from: v, to: start}
	r.group(u, &g)
	if s := r.subject(u, g.from); s.ok && !g.infinitive {
		c.from, c.src, c.rule, c.participle = g.from, s, "issued-"+c.comp.name(), false
	}
}

// attachPassive reads "was described by Ruiz as a start", "as first reported by
// the Herald".
func (r *reader) attachPassive(u *unit, c *candidate) bool {
	if !r.is(u, c.to, "by") || r.npEnd(u, c.to+1) < 0 || !(c.e.has(fPassive) || c.e.has(fObjAs)) {
		return false
	}
	end := r.phrase(u, c.to+1, -1)
	subj := r.subject(u, c.from)
	c.src = r.sourceFrom(u, c.to+1, end)
	if !c.src.ok || !subj.ok {
		return false
	}
	c.content = append(c.content, r.span(u, subj.from, subj.to))
	if r.is(u, end, "as") {
		c.comp = complement{ok: true, from: end, frame: fObjAs}
	}
	c.rule = "passive"
	return true
}

// attachAdjective reads "was wary of the plan" and "officials worried that".
func (r *reader) attachAdjective(u *unit, c *candidate) bool {
	c.comp = r.complement(u, c.e, c.to)
	if !c.comp.ok {
		return false
	}
	if c.from == c.head && !r.copulaBefore(u, c) {
		s := r.npStart(u, c.from)
		if s < 0 || !c.comp.clausal() && c.comp.frame != fPrep {
			return false
		}
		c.src = r.subject(u, c.from)
		c.rule = "adjective"
		return c.src.ok && r.pos(u, c.src.from-1) != lang.ADP
	}
	c.src = r.subject(u, c.from)
	c.rule = "adjective"
	return c.src.ok
}

// copulaBefore takes a form of "be" into the cue across a phrase of time:
// "have for months been wary of" is found by group; "been, for months, wary"
// is not.
func (r *reader) copulaBefore(u *unit, c *candidate) bool {
	return r.pos(u, c.from) == lang.AUX
}

// sameInPast reports whether a verb looks in the past as it does bare.
func sameInPast(lemma string) bool {
	return strings.HasPrefix(lemma, "put ") || lemma == "read"
}

// pluralSubject reports whether a phrase that can take a bare verb form stands
// before k: "officials say", not "let him say".
func (r *reader) pluralSubject(u *unit, k int) bool {
	s := r.npStart(u, k)
	return s >= 0 && r.pos(u, s-1) != lang.VERB
}
