package statement

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

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
	if r.spokenBefore(u, b) {
		if c.comp.frame != fQuote { // "“…,” Ruiz told a meeting that was held on a boat"
			c.comp = complement{}
		}
		return true
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

// spokenBefore reports whether a quotation of some length, left open by a comma,
// stands at b, before the subject of a reporting clause.
func (r *reader) spokenBefore(u *unit, b int) bool {
	if r.is(u, b, ",") {
		b--
	}
	if !r.isQuote(u, b) || r.words(u.e[b].quote) < 4 {
		return false
	}
	if r.is(u, b+1, ",") {
		return b == 0
	}
	return r.quoteEnd(u.e[b].quote) == ','
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
