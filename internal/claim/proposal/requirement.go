package proposal

import (
	"slices"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// requirement reads what a text does as the subject of a verb: "the draft
// requires Norway to leave", "a bill that would cut the levy", "it calls for".
func (t *Texts) requirement(p *clause.Predicate) (*Text, []provision) {
	how := t.reading(p)
	if how == notRead || t.idle(p, how) {
		return nil, nil
	}
	x := t.requirer(p, how)
	if x == nil || x.plural && how != takes && p.Marker != "to" {
		return nil, nil
	}
	l := t.Lemma(p.At)
	ob := obligation(l, p.Modal)
	if how == takes {
		ps := t.content(p, ob)
		if p.Negated && t.lex.in("holds", l) {
			for i := range ps {
				ps[i].state = "not_discussed"
			}
		}
		return x, ps
	}
	return x, []provision{t.deed(p, x, ob)}
}

// deed is the provision that a verb with its object is: "cut the levy".
func (t *Texts) deed(p *clause.Predicate, x *Text, ob string) provision {
	if ob == "" {
		ob = "shall"
	}
	first, last := t.verbPhrase(p.At)
	out := provision{first: first, last: last, obligation: ob, rule: "does"}
	if t.lex.in("bars", t.Lemma(p.At)) {
		out.obliged = t.first(p.Object)
	}
	if p.Negated && p.Modal == "" {
		out.obligation, out.state = "", "not_discussed"
	}
	if ps := t.saidOf(x).provisions; t.strays(p.At) && len(ps) > 0 {
		out.rule, out.obliged = "including", ps[len(ps)-1].obliged
	}
	return out
}

// manner is how a verb says what a text provides.
type manner int

const (
	notRead manner = iota
	takes          // in what it takes: "requires a licence"
	does           // with what it takes: "cuts the levy"
	bound          // by its modal alone: "would move the border"
)

// reading tells how the verb of p says what a text provides, if it does.
func (t *Texts) reading(p *clause.Predicate) manner {
	l := t.Lemma(p.At)
	switch {
	case t.POS(p.At) != lang.VERB || p.Passive:
		return notRead
	case l == "call" && !t.takes(p, "for"), l == "ensure" && p.Complement < 0:
		return notRead
	case t.lex.in("provide", l), t.lex.in("provide", t.particle(p)), t.hasIn(p), l == "have" && p.Complement >= 0 && p.Modal != "":
		return takes
	case t.lex.in("operate", l) && (len(p.Object) > 0 || p.Particle != "" || l == "pay" && t.takes(p, "for")):
		return does
	case binds(p.Modal) == "shall" && (len(p.Object) > 0 || p.Complement >= 0) && (!t.lex.in("career", l) || len(p.Indirect) > 0):
		return bound
	}
	return notRead
}

// idle reports whether a clause only wishes, denies, or says what a text is for.
func (t *Texts) idle(p *clause.Predicate, how manner) bool {
	v, l := p.At, t.Lemma(p.At)
	participle := t.xpos(v) == "VBG" && p.Infinite
	switch {
	case p.Marker == "if", p.Marker == "to" && t.xpos(v) == "VB" && !t.purpose(p):
		return true
	case p.Negated && how != does && l != "allow" && l != "permit" && !t.lex.in("holds", l):
		return true
	case participle && !t.Clauses.Is(v, "acl") && !t.strays(v) && !t.Clauses.Is(v, "conj"): // "will succeed in forcing", "…, putting jobs at risk"
		return true
	case !participle && p.Infinite && t.xpos(v) != "VB" && t.Clauses.Is(v, "advcl"): // "however limited its scope"
		return true
	case t.lex.in("goal", l) && (p.Marker == "to" || how == bound):
		return true
	case t.Low(t.Clauses.Kid(v, "nsubj")) == "who":
		return true
	case t.lex.in("strife", t.Lemma(p.Complement)):
		return true
	}
	return len(p.Object) > 0 && (t.lex.in("strife", t.Lemma(p.Object[0])) || t.At(p.Object[0]) != nil && how != takes) // "would end the strike" is what it is for
}

// requirer is the text that a clause says something of, or nil.
func (t *Texts) requirer(p *clause.Predicate, how manner) *Text {
	x := t.text(p.Subject)
	if x == nil && p.Marker == "to" && t.purpose(p) {
		x = t.At(t.Clauses.Head(p.At))
	}
	if x == nil && t.lex.in("holds", t.Lemma(p.At)) {
		x = t.over(p)
	}
	if t.gapped(p) {
		return nil
	}
	if len(t.pronouns(p.Subject)) > 0 && (how == bound || how == does && (p.Past || p.Perfect || binds(p.Modal) == "may")) {
		return nil
	}
	return x
}

// hasIn reports whether a predicate says that a text has money or words for
// something: "has money for the port".
func (t *Texts) hasIn(p *clause.Predicate) bool {
	if t.Lemma(p.At) != "have" || p.Modal != "" && p.Modal != "would" {
		return false
	}
	for _, h := range p.Object {
		if t.lex.in("funds", t.Lemma(h)) || t.lex.in("restraint", t.Lemma(h)) || !t.nominal(h) && t.thing(h) {
			return true
		}
	}
	return false
}

// particle is the lemma of a predicate with its particle, as classes of words
// have it: "set-out".
func (t *Texts) particle(p *clause.Predicate) string {
	w := p.Particle
	if k := p.At + 1; w == "" && t.Clauses.Head(k) == p.At && (t.Low(k) == "out" || t.Low(k) == "down") {
		w = t.Low(k)
	}
	return t.Lemma(p.At) + "-" + w
}

// over is the text over the noun that a relative clause hangs on: "a deal to end
// the strike that includes more pay".
func (t *Texts) over(p *clause.Predicate) *Text {
	if !t.Clauses.Is(p.At, "acl") {
		return nil
	}
	h := t.Clauses.Head(p.At)
	if h < 0 || len(t.Actor(h)) > 0 {
		return nil
	}
	for steps := 0; h >= 0 && steps < 4; steps++ {
		if x := t.At(h); x != nil && h < p.At {
			return x
		}
		if !t.Clauses.Is(h, "nmod", "acl", "obj", "obl", "conj") {
			return nil
		}
		h = t.Clauses.Head(h)
	}
	return nil
}

// strays reports whether v is a participle that the tree joins to a verb of
// another form, where it belongs to a list in that verb's sentence.
func (t *Texts) strays(v int) bool {
	return t.Clauses.Is(v, "conj") && t.xpos(v) == "VBG" && t.xpos(t.Clauses.Head(v)) != "VBG"
}

// pronouns are those of heads that are pronouns.
func (t *Texts) pronouns(heads []int) []int {
	var out []int
	for _, h := range heads {
		if t.POS(h) == lang.PRON {
			out = append(out, h)
		}
	}
	return out
}

// gapped reports whether the clause only tells of another noun: "the precedent
// that the deal would set".
func (t *Texts) gapped(p *clause.Predicate) bool {
	if !t.Clauses.Is(p.At, "acl:relcl") {
		return false
	}
	h := t.Clauses.Head(p.At)
	if len(t.pronouns(p.Subject)) > 0 {
		return t.At(h) != nil // "the bill that they want to ban"
	}
	return t.At(h) == nil && !slices.Contains(p.Subject, h) && slices.Contains(p.Object, h)
}

// purpose reports whether an infinitive says what a text is to do: "a bill to
// fund the ports".
func (t *Texts) purpose(p *clause.Predicate) bool {
	return t.Clauses.Is(p.At, "acl") && t.At(t.Clauses.Head(p.At)) != nil
}

// takes reports whether a predicate has a phrase with the preposition.
func (t *Texts) takes(p *clause.Predicate, prep string) bool {
	for _, o := range p.Obliques {
		if o.Case == prep {
			return true
		}
	}
	for _, kid := range t.Clauses.Kids(p.At) {
		if m := t.Clauses.Kid(int(kid), "mark", "case"); m > p.At && t.Low(m) == prep {
			return true
		}
	}
	return false
}
