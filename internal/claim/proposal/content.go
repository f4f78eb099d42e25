package proposal

import (
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

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
	if c := t.complement(p); c >= 0 && (len(p.Object) == 0 || t.lex.in("compel", t.Lemma(p.At)) || t.Lemma(p.At) == "have" && !t.hasIn(p) || t.Low(t.Clauses.Kid(c, "mark")) == "that") {
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
	for _, h := range heads {
		if ids := t.sideAt(h); len(ids) > 0 {
			return ids[0] // who is bound is one who acts, though its name be a place's
		}
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
