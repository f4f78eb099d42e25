package proposal

import (
	"slices"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// requirement reads what a text does as the subject of a verb: "the draft
// requires Norway to leave", "a bill that would cut the levy", "it calls for".
func (t *Texts) requirement(p *clause.Predicate) (*Text, []provision) {
	v := p.At
	l := t.Lemma(v)
	if t.POS(v) != lang.VERB || p.Passive {
		return nil, nil
	}
	provide, operate := t.lex.in("provide", l) || t.lex.in("provide", t.particle(p)), t.lex.in("operate", l)
	provide = provide || t.hasIn(p)
	reads := provide || operate && (len(p.Object) > 0 || p.Particle != "" || l == "pay" && t.takes(p, "for"))
	modal := binds(p.Modal) == "shall" && (!t.lex.in("career", l) || len(p.Indirect) > 0 && !t.lex.in("provide", l)) && (len(p.Object) > 0 || p.Complement >= 0)
	have := l == "have" && p.Complement >= 0 && p.Modal != ""
	if !reads && !modal && !have {
		return nil, nil
	}
	if l == "call" && !t.takes(p, "for") || l == "ensure" && p.Complement < 0 || p.Negated && !operate && l != "allow" && l != "permit" && !t.lex.in("holds", l) {
		return nil, nil
	}
	if p.Marker == "if" || p.Marker == "to" && t.xpos(v) == "VB" && !t.purpose(p) {
		return nil, nil
	}
	if t.xpos(v) == "VBG" && p.Infinite && !t.Clauses.Is(v, "acl") && !t.strays(v) && !t.Clauses.Is(v, "conj") {
		return nil, nil // "will succeed in forcing", "…, putting jobs at risk"
	}
	x := t.text(p, p.Subject)
	if x == nil && p.Marker == "to" && t.purpose(p) {
		x = t.At(t.Clauses.Head(v))
	}
	if k := t.Clauses.Kid(v, "nsubj"); k >= 0 && t.Low(k) == "who" {
		return nil, nil
	}
	if x == nil && t.lex.in("holds", l) {
		x = t.over(p)
	}
	if it := len(t.pronouns(p.Subject)) > 0; x == nil || it && (!reads || operate && (p.Past || p.Perfect)) || t.gapped(p) {
		return nil, nil
	}
	if t.lex.in("goal", l) && (p.Marker == "to" || !operate && !provide) {
		return nil, nil
	}
	if len(p.Object) > 0 && (t.lex.in("strife", t.Lemma(p.Object[0])) || t.At(p.Object[0]) != nil && !provide) {
		return nil, nil // "would end the strike" is what it is for
	}
	if x.plural && !provide && p.Marker != "to" {
		return nil, nil
	}
	ob := obligation(l, p.Modal)
	if provide || have {
		if ps := t.content(p, ob); len(ps) > 0 {
			if p.Negated && t.lex.in("holds", l) {
				for i := range ps {
					ps[i].state = "not_discussed"
				}
			}
			return x, ps
		}
		return nil, nil
	}
	if ob == "" {
		ob = "shall"
	}
	first, last := t.verbPhrase(v)
	out := provision{first: first, last: last, obligation: ob, rule: "does"}
	if t.lex.in("bars", l) {
		out.obliged = t.first(p.Object)
	}
	if p.Negated && p.Modal == "" {
		out.obligation, out.state = "", "not_discussed"
	}
	if ps := t.of2(x).provisions; t.strays(v) && len(ps) > 0 {
		out.rule, out.obliged = "including", ps[len(ps)-1].obliged
	}
	return x, []provision{out}
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

// content are the provisions that a verb of providing takes: clauses,
// infinitives, noun phrases, or the list that follows.
func (t *Texts) content(p *clause.Predicate, ob string) []provision {
	if t.ends(p.At, ":") {
		who := ""
		if ids := t.Actors(append(p.Object[:len(p.Object):len(p.Object)], p.Indirect...)); len(ids) > 0 {
			who = ids[0]
		}
		if ps := t.items(int(t.Doc.Toks[p.At].Sent), ob, who); len(ps) > 0 {
			return ps
		}
	}
	if c := t.complement(p); c >= 0 && (len(p.Object) == 0 || t.lex.in("compel", t.Lemma(p.At)) || t.Lemma(p.At) == "have" || t.Low(t.Clauses.Kid(c, "mark")) == "that") {
		return t.clauses(p, c, ob)
	}
	if ps := t.calledFor(p, ob); len(ps) > 0 {
		return ps
	}
	var out []provision
	for _, h := range p.Object {
		if t.Clauses.Is(h, "conj") {
			continue // read with what it is joined to
		}
		if k := t.pointsIn(h-2, h+1); k >= 0 && t.lex.in("part", t.Lemma(h)) {
			continue // "contains 12 points"
		}
		ps := t.members(h, ob, t.first(p.Indirect), "provides")
		if n := len(ps); n > 0 && !t.nominal(h) {
			ps[n-1].last = t.sumFor(p, ps[n-1].last)
		}
		out = append(out, ps...)
	}
	for _, o := range p.Obliques {
		if o.Head > p.At && (o.Case == "for" && (len(out) == 0 || t.Lemma(p.At) == "call") || o.Case == "to" && t.Lemma(p.At) == "commit") {
			out = append(out, t.members(o.Head, ob, t.first(p.Object), "provides")...)
		}
	}
	return t.goesOn(p, append(out, t.stray(p, out, ob)...), ob)
}

// sumFor is where a sum ends with what it is for, which the tree may hang on
// the verb: "includes $2 million for dredgers".
func (t *Texts) sumFor(p *clause.Predicate, last int) int {
	for _, o := range p.Obliques {
		if o.Case == "for" && o.Head > last && o.Head < last+6 && t.Low(last) == "for" {
			return t.tail(o.Head, o.Head+maxContent, 0)
		}
	}
	return last
}

// stray are members of a list that the tree hangs on the verb itself: "calls for
// a ban, a fund and a review".
func (t *Texts) stray(p *clause.Predicate, out []provision, ob string) []provision {
	if len(out) == 0 || out[0].rule != "provides" {
		return nil
	}
	var more []provision
	last := out[len(out)-1].last
	for _, kid := range t.Clauses.Kids(p.At) {
		k := int(kid)
		if k < last || !t.nominal(k) || !t.Clauses.Is(k, "parataxis", "conj", "appos", "dep", "list") || t.Clauses.Kid(k, "nsubj", "cop", "case") >= 0 {
			continue
		}
		if first, _ := t.Clauses.Yield(k); t.joins(last, first) && t.Low(last) != "-" && t.Low(last) != "—" && t.Low(last) != "–" {
			more = append(more, t.members(k, ob, out[0].obliged, "provides")...)
			last = t.tail(k, k+maxContent, 0)
		}
	}
	return more
}

// calledFor reads "calls for the parties to leave and for the port to be
// reopened".
func (t *Texts) calledFor(p *clause.Predicate, ob string) []provision {
	if t.Lemma(p.At) != "call" {
		return nil
	}
	var out []provision
	for _, kid := range t.Clauses.Kids(p.At) {
		if k := int(kid); k < p.At || t.Clauses.Case(k) != "for" {
			continue
		}
		for _, h := range t.Clauses.Conj(int(kid)) {
			v := t.Clauses.Kid(h, "acl")
			if v < 0 && h == int(kid) && len(t.Actor(h)) > 0 {
				v = t.Clauses.Kid(p.At, "advcl", "xcomp", "ccomp")
			}
			if v < h || t.xpos(v) != "VB" && t.Clauses.Kid(v, "aux:pass") < 0 || t.Clauses.Kid(v, "mark") < 0 {
				continue
			}
			first, last := t.verbPhrase(v)
			if t.Clauses.Kid(v, "aux:pass") >= 0 {
				first, _ = t.Clauses.Phrase(h)
			}
			out = append(out, provision{first: first, last: last, obligation: ob, obliged: t.first([]int{h}), rule: "requires-to"})
		}
	}
	return out
}

// goesOn replaces what a verb takes by what "including" names of it, and adds
// the that-clauses that a demand goes on with.
func (t *Texts) goesOn(p *clause.Predicate, out []provision, ob string) []provision {
	who := ""
	if len(out) > 0 {
		who = out[0].obliged
	}
	for _, o := range p.Obliques {
		if o.Case == "including" || o.Case == "such as" {
			return t.members(o.Head, ob, who, "including")
		}
	}
	if len(out) == 0 || out[0].rule != "demanded" {
		return out
	}
	for _, kid := range t.Clauses.Kids(p.At) {
		if k := int(kid); k > out[0].last && t.Clauses.Is(k, "conj") && t.that(k) {
			first, last := t.clauseOf(k)
			q, _ := t.Clauses.Predicate(k)
			out = append(out, provision{first: first, last: last, obligation: "shall", obliged: t.first(q.Subject), rule: "demanded"})
		}
	}
	return out
}

func (t *Texts) first(heads []int) string {
	if ids := t.Actors(heads); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

// complement is the clause that a verb of providing takes: "requires Norway to
// leave", "calls for the fund to be split", "says that fees stay"; -1 for none.
func (t *Texts) complement(p *clause.Predicate) int {
	if p.Complement > p.At {
		return p.Complement
	}
	for _, kid := range t.Clauses.Kids(p.At) {
		k := int(kid)
		if k < p.At || !t.Clauses.Is(k, "advcl", "xcomp", "ccomp") || t.POS(k) != lang.VERB && t.Clauses.Kid(k, "cop") < 0 {
			continue
		}
		if m := t.Clauses.Kid(k, "mark"); m >= 0 && (t.Low(m) == "for" || t.Low(m) == "that" || t.Low(m) == "to" && len(p.Object) > 0) {
			return k
		}
	}
	for _, h := range p.Object { // "require Norway to leave" as a clause of its object
		if a := t.Clauses.Kid(h, "acl"); a > h && t.that(a) && t.xpos(a) == "VB" && (len(t.Actor(h)) > 0 || t.lex.in("compel", t.Lemma(p.At))) {
			return a
		}
	}
	if k := t.infinitive(p); k >= 0 {
		return k
	}
	return -1
}

// infinitive is the verb after "to" where the tree took it for a noun: "allows
// Norway to fish in the strait"; -1 for none.
func (t *Texts) infinitive(p *clause.Predicate) int {
	if !t.lex.in("compel", t.Lemma(p.At)) {
		return -1
	}
	for k := p.At + 2; k < t.Sent(p.At).Last-1 && k < p.At+10; k++ {
		switch {
		case t.POS(k) == lang.VERB || t.POS(k) == lang.PUNCT || t.POS(k) == lang.SCONJ:
			return -1
		case t.Low(k) == "to" && t.POS(k+1) == lang.NOUN && t.nominal(k-1):
			return k + 1
		}
	}
	return -1
}

// clauses are the provisions in clause c and in those joined to it.
func (t *Texts) clauses(p *clause.Predicate, c int, ob string) []provision {
	var out []provision
	if t.POS(c) == lang.NOUN && t.Clauses.Kid(c, "cop") < 0 {
		return []provision{{first: c, last: t.tail(c, c+maxContent, 0), obligation: ob, obliged: t.first(p.Object), rule: "requires-to"}}
	}
	for _, k := range t.Clauses.Conj(c) {
		q, ok := t.Clauses.Predicate(k)
		if !ok || t.lex.in("saying", t.Lemma(k)) || k != c && t.xpos(c) == "VB" && t.xpos(k) != "VB" && q.Marker == "" && t.Clauses.Kid(k, "nsubj", "nsubj:pass") < 0 {
			continue
		}
		who := t.first(q.Subject)
		if q.Passive {
			who = t.first(q.Object)
		}
		if who == "" && k == c {
			who = t.first(p.Object)
		} else if who == "" && len(out) > 0 {
			who = out[0].obliged
		}
		first, last := t.verbPhrase(k)
		rule := "requires-to"
		if t.Clauses.Kid(k, "nsubj") >= 0 && (q.Modal != "" || !q.Infinite) || q.Passive {
			first, last = t.clauseOf(k)
			rule = "provides-that"
			if o := binds(q.Modal); o != "" {
				ob = o
			}
		}
		out = append(out, provision{first: first, last: last, obligation: ob, obliged: who, rule: rule})
	}
	return out
}

// ends reports whether the sentence of token i ends with mark.
func (t *Texts) ends(i int, mark string) bool { return t.Low(t.Sent(i).Last-1) == mark }

// contained reads what is said to be in a text: "the levy is included in the
// bill", "money set out in the plan".
func (t *Texts) contained(p *clause.Predicate) (*Text, []provision) {
	switch t.Lemma(p.At) {
	case "include", "contain", "write", "enshrine", "insert", "spell", "set", "foresee", "envisage", "envision", "propose":
	default:
		return nil, nil
	}
	if !p.Passive || p.Negated {
		return nil, nil
	}
	for _, o := range p.Obliques {
		if o.Case != "in" && o.Case != "into" && o.Case != "by" && o.Case != "under" {
			continue
		}
		x := t.At(o.Head)
		if x == nil {
			continue
		}
		var out []provision
		for _, h := range p.Object {
			if t.thing(h) && t.At(h) == nil && !t.Clauses.Is(h, "conj") {
				first, last := t.Clauses.Phrase(h)
				if h < p.At {
					last = min(last, p.At)
				}
				out = append(out, provision{first: first, last: last, rule: "contained"})
			}
		}
		return x, out
	}
	return nil, nil
}

// owns reads what a text is said to have: "the plan's limits on fishing", "its
// ban on levies".
func (t *Texts) owns(h int) (*Text, []provision) {
	if !t.nominal(h) || !t.lex.in("restraint", t.Lemma(h)) && !t.lex.in("piece", t.Lemma(h)) {
		return nil, nil
	}
	k := t.Clauses.Owner(h)
	if k < 0 || t.At(k) == nil {
		return nil, nil
	}
	on := -1
	for _, kid := range t.Clauses.Kids(h) {
		if c := int(kid); c > h && t.Clauses.Is(c, "nmod", "acl") {
			on = c
		}
	}
	if on < 0 {
		return nil, nil
	}
	_, last := t.nounPhrase(h)
	first := k + 1
	if t.xpos(first) == "POS" {
		first++
	}
	return t.At(k), []provision{{first: first, last: last, rule: "of-text"}}
}
