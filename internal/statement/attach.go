package statement

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// attach finds source and complement of a verb.
func (r *reader) attach(u *unit, c *candidate) bool {
	head := r.tok(u, c.head)
	switch {
	case c.passive || r.reducedPassive(u, c):
		return r.attachPassive(u, c)
	case c.participle && r.pos(u, c.from) != lang.AUX:
		return r.attachParticiple(u, c)
	case c.infinitive:
		return r.attachInfinitive(u, c)
	case r.asked(u, c):
		return true
	case c.e.Held && !c.e.has(fTo) && r.is(u, c.to, "to") && !r.is(u, c.from-1, "who") && c.from == c.head && strings.HasPrefix(head.XPOS, "VB") && head.XPOS != "VBZ" && r.x.Kid(c.verb, "obj") < 0: // "the leaders believed to be in the hills"
		return false
	case c.from == c.head && r.x.Kid(c.verb, "nsubj") < 0 && !r.closesQuote(u, c) && (r.x.Is(c.verb, "acl") && !r.x.Is(c.verb, "acl:relcl") || r.xpos(u, c.head) == "VBN" && !r.x.Is(c.verb, "conj", "root")): // "people briefed on the talks"
		return false
	case r.attachInverted(u, c):
		return true
	}
	c.comp = r.complement(u, c)
	c.src = r.subject(u, c, c.verb)
	if !c.src.ok || c.bareForm && c.from == c.head && !sameInPast(c.e.Lemma) && !r.plural(c.src.head) {
		return r.attachCoordinated(u, c)
	}
	if m := r.mention(c.verb); m != nil && m == r.mention(c.src.head) && c.src.relative < 0 { // "people briefed on the talks"
		return false
	}
	if c.e.has(fPost) && r.afterContent(u, c) {
		c.post, c.rule = true, "parenthetical"
		return true
	}
	c.rule = "verb-" + c.comp.name()
	return c.comp.ok || r.ofRelative(u, c)
}

// ofRelative reads a cue of which a relative pronoun is the object: "the charge,
// which Ruiz denies". What is reported is what the pronoun stands for.
func (r *reader) ofRelative(u *unit, c *candidate) bool {
	at := -1
	for _, kid := range r.x.Kids(c.verb) {
		if k := int(kid); k < c.verb && r.x.Is(k, "obj") && relativePronoun(r.x.Low(k)) {
			at = k
		}
	}
	on := r.x.Head(c.verb)
	if at < 0 || on < 0 || on > at || !r.x.Is(c.verb, "acl:relcl") || !c.e.has(fNP) || r.place(u, on) < 0 {
		return false
	}
	first, last := r.nounPhrase(on)
	c.content = []lang.Span{r.d.TokSpan(first, min(last, at)), r.d.Toks[at].Span}
	c.comp = complement{ok: true, frame: fNone, from: c.to, head: -1}
	c.rule = "relative-np"
	return true
}

// afterContent reports whether the clause follows what it reports: "…," Ruiz
// said; as Ruiz said; the plan, Ruiz said, is dead.
func (r *reader) afterContent(u *unit, c *candidate) bool {
	b := c.src.from - 1
	if b < 0 || c.src.from > c.from {
		return false
	}
	if c.comp.frame == fNone && (r.is(u, b, "as") || r.isQuote(u, b)) { // "“…,” as one put it"
		c.comp = complement{}
	}
	head := c.src.head
	if c.src.relative >= 0 {
		head = c.src.relative
	}
	somebody := r.speaks(head) || r.document(head) || c.e.Clausal && r.pos(u, c.to) == lang.PUNCT && !r.abstract(head)
	if r.is(u, b, "as") { // not "as the talks continue"
		if !c.comp.ok && somebody {
			return true
		}
		b = max(b-1, 0)
	}
	if r.spokenBefore(u, c, b) {
		if c.comp.frame != fQuote { // "“…,” Ruiz told a meeting that was held on a boat"
			c.comp = complement{}
		}
		return true
	}
	quote := u.e[b].quote >= 0 || b > 0 && r.is(u, b, ",") && u.e[b-1].quote >= 0
	if quote && (!c.comp.ok || c.comp.from >= c.to+1 && c.comp.frame == fQuote) {
		return true
	}
	if c.comp.ok {
		return false
	}
	if c.e.Lemma == "add" && !quote && r.x.Kid(c.verb, "obj") > c.verb {
		return false // "Indeed, employers added 200 jobs"
	}
	return quote || somebody && (r.is(u, b, ",") || r.dash(u, b))
}

// spokenBefore reports whether a quotation of some length, left open by a comma,
// stands at b, before the subject of a reporting clause.
func (r *reader) spokenBefore(u *unit, c *candidate, b int) bool {
	if r.is(u, b, ",") {
		b--
	}
	if !r.isQuote(u, b) || r.words(u.e[b].quote) < 2 {
		return false
	}
	if inside := b > 0 && !r.punct(u, b-1) && !r.isQuote(u, b-1); inside && c.comp.clausal() && c.comp.from == c.to { // "noting the “…,” she said a text was near"
		return false
	}
	if r.is(u, b+1, ",") {
		return b == 0
	}
	return r.quoteEnd(u.e[b].quote) == ',' || b == 0 && r.breaksOff(u.e[b].quote)
}

// closesQuote reports whether a phrase and the cue are all that follows a
// quotation in its sentence: "“It failed,” one adviser recalled."
func (r *reader) closesQuote(u *unit, c *candidate) bool {
	s := r.npStart(u, c.from)
	return c.e.has(fPost) && c.e.has(fQuote) && s > 0 && u.e[s-1].quote >= 0 && r.leftOpen(u.e[s-1].quote) && r.pos(u, c.to) == lang.PUNCT
}

// attachInverted reads "…," said Ana Ruiz, the minister.
func (r *reader) attachInverted(u *unit, c *candidate) bool {
	b := c.from - 1
	if !c.e.has(fPost) || c.from != c.head || b < 0 || b == 0 && u.e[b].quote < 0 {
		return false
	}
	quoted := u.e[b].quote >= 0 || r.is(u, b, ",") && r.isQuote(u, b-1) && c.e.has(fQuote)
	if !quoted && (!r.is(u, b, ",") || !invertible(c.e.Lemma)) || r.npEnd(u, c.to) < 0 {
		return false
	}
	s := -1
	for _, k := range r.x.Kids(c.verb) {
		if r.x.Is(int(k), "nsubj") {
			s = int(k)
		}
	}
	switch {
	case s > c.verb:
	case s >= 0 && r.place(u, s) >= 0 && u.e[r.place(u, s)].quote < 0: // "Ruiz, the minister, said both sides …"
		return false
	default:
		s = r.npHead(u, c.to)
		if r.finiteAt(u, r.npEnd(u, c.to)) && u.e[b].quote < 0 || !quoted && r.adjacent(u, &candidate{from: b}).ok && !r.speaks(s) {
			return false
		}
	}
	if k := r.place(u, s); k < c.to || k > r.npEnd(u, c.to) { // not right after the verb
		return false
	}
	if c.src = r.phraseOf(u, c, s); !c.src.ok {
		return false
	}
	c.post, c.rule = true, "inverted"
	return true
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
	if b < 1 || r.pos(u, b) != lang.CCONJ && !(r.is(u, b, ",") && !c.bareForm) && !(r.x.Is(c.verb, "conj") && !c.bareForm) || !c.comp.ok {
		return false
	}
	c.elided = true
	c.rule = "coordinated-" + c.comp.name()
	return true
}

// attachAdjective reads "was wary of the plan" and "officials worried that".
func (r *reader) attachAdjective(u *unit, c *candidate) bool {
	c.comp = r.complement(u, c)
	if !c.comp.ok || c.infinitive || r.x.Kid(c.verb, "obj") > c.verb {
		return false
	}
	c.rule = "adjective"
	h := r.x.Head(c.verb)
	switch {
	case r.x.Kid(c.verb, "nsubj") >= 0:
		c.src = r.subject(u, c, c.verb)
	case r.x.Is(c.verb, "xcomp") && h >= 0 && copula(r.d.Toks[h].Lemma):
		c.src = r.subject(u, c, h)
	case c.from == c.head && r.x.Is(c.verb, "acl", "amod") && h >= 0 && h < c.verb && (c.comp.clausal() || c.comp.frame == fPrep || c.comp.frame == fTo):
		c.src = r.phraseOf(u, c, h)
	case r.x.Is(c.verb, "advcl", "conj", "acl") && (c.from == 0 || r.is(u, c.from-1, ",") || r.pos(u, c.from-1) == lang.CCONJ):
		c.elided = true
		return true
	case c.from < c.head:
		c.src = r.adjacent(u, c)
	}
	return c.src.ok
}

// sameInPast reports whether a verb looks in the past as it does bare.
func sameInPast(lemma string) bool {
	return strings.HasPrefix(lemma, "put ") || lemma == "read"
}

// plural reports whether what token i heads can take a bare verb form:
// "officials say", not "let him say".
func (r *reader) plural(i int) bool {
	t := &r.d.Toks[i]
	switch strings.ToLower(r.d.Form(i)) {
	case "he", "she", "it", "him", "her", "them", "us", "me":
		return false
	}
	return t.UPOS == lang.PRON || strings.HasPrefix(t.XPOS, "NN") || t.UPOS == lang.NUM || t.UPOS == lang.ADJ || t.UPOS == lang.DET
}
