package proposal

import (
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// unsettled reads what is said to be open in a text: "leaves open who will
// pay", "the levy remains a sticking point", "one point is whether to name the
// port", "much of it is in flux, including the levy".
func (t *Texts) unsettled(p *clause.Predicate) (*Text, []provision) {
	if p.Negated {
		return nil, nil
	}
	l := t.Lemma(p.At)
	switch {
	case l == "leave" && t.Low(p.At+1) == "open":
		return t.text(p, p.Subject), t.leftOpen(p.At)
	case l == "remain" || l == "stay":
		return t.remains(p)
	case t.Clauses.Kid(p.At, "cop") >= 0:
		return t.isOpen(p)
	case l == "include" || l == "be" || l == "involve" || l == "concern":
		return t.pointsAre(p)
	}
	return nil, nil
}

// leftOpen reads what follows "leave open" at verb v.
func (t *Texts) leftOpen(v int) []provision {
	end := t.Sent(v).Last
	for k := v + 2; k < end; k++ {
		switch t.Low(k) {
		case ":", ";", ".", "—":
			end = k
		case ",":
			if w := t.Low(k + 1); w == "but" || w == "while" || w == "according" {
				end = k
			}
		}
	}
	return []provision{{first: v + 2, last: min(end, v+maxContent), rule: "left-open", state: "bracketed"}}
}

// remains reads "the levy remains a sticking point", "fees remain to be
// settled", "aspects of the plan remained in flux, including the levy".
func (t *Texts) remains(p *clause.Predicate) (*Text, []provision) {
	state := ""
	for _, h := range append(p.Object[:len(p.Object):len(p.Object)], p.Complement) {
		if h >= 0 && state == "" {
			state = t.openness(h)
		}
	}
	for _, kid := range t.Clauses.Kids(p.At) {
		k := int(kid)
		if k > p.At && t.Clauses.Is(k, "obl", "nmod", "advcl", "xcomp", "advmod") && state == "" {
			state = t.openness(k)
		}
	}
	if state == "" {
		return nil, nil
	}
	return t.open(p, state)
}

// isOpen reads "the levy is a sticking point", "is still unresolved", "one
// aspect is whether to name the port".
func (t *Texts) isOpen(p *clause.Predicate) (*Text, []provision) {
	if state := t.openness(p.At); state != "" {
		return t.open(p, state)
	}
	return t.pointsAre(p)
}

// openness tells how far what h says makes a thing open: "disputed" where sides
// are at odds, "bracketed" where it is only not settled; "" for neither.
func (t *Texts) openness(h int) string {
	l := t.Lemma(h)
	prep := t.Clauses.Case(h)
	switch {
	case t.lex.in("unsettled", l):
		return "bracketed"
	case l == "flux" && prep == "in", l == "bracket" && prep == "in":
		return "bracketed"
	case l == "dispute" && (prep == "in" || prep == "under"), l == "odds":
		return "disputed"
	case (l == "point" || l == "issue") && t.Lemma(h-1) == "sticking",
		l == "block" && t.Lemma(h-1) == "stumbling", l == "obstacle", l == "hurdle":
		return "disputed"
	case l == "contentious" || l == "disputed" || l == "contested":
		return "disputed"
	case (l == "settle" || l == "agree" || l == "decide" || l == "resolve" || l == "negotiate") && t.Clauses.Kid(h, "aux:pass") >= 0 && t.Clauses.Kid(h, "mark") >= 0:
		return "bracketed"
	}
	return ""
}

// open makes provisions of the subject of a clause that says that it is open,
// or of what "including" names of it.
func (t *Texts) open(p *clause.Predicate, state string) (*Text, []provision) {
	heads := p.Subject
	if p.Passive {
		heads = p.Object
	}
	for _, h := range heads {
		if t.Clauses.Is(h, "conj") {
			continue
		}
		x := t.At(h)
		if x == nil {
			x = t.whole(h)
		}
		if ps := t.including(p, h); len(ps) > 0 {
			for i := range ps {
				ps[i].state = state
			}
			if x == nil {
				x = t.before(p.At, 2, t.sure)
			}
			return x, ps
		}
		if x != nil || !t.nominal(h) {
			return nil, nil
		}
		if x = t.before(p.At, 2, t.sure); x == nil {
			return nil, nil
		}
		first, last := t.nounPhrase(h)
		return x, []provision{{first: first, last: min(last, max(p.At, h+1)), rule: "open-issue", state: state}}
	}
	return nil, nil
}

// including are the provisions that "including" gives, of the subject or of the
// clause.
func (t *Texts) including(p *clause.Predicate, h int) []provision {
	if ps := t.included(h, "", ""); len(ps) > 0 {
		return ps
	}
	if ps := t.included(p.At, "", ""); len(ps) > 0 {
		return ps
	}
	for _, o := range p.Obliques {
		if ps := t.included(o.Head, "", ""); len(ps) > 0 {
			return ps
		}
	}
	if p.Complement >= 0 {
		return t.included(p.Complement, "", "")
	}
	return nil
}

// pointsAre reads "sticking points include the levy and the fund", "one aspect
// still discussed is whether to name the port".
func (t *Texts) pointsAre(p *clause.Predicate) (*Text, []provision) {
	copular := t.Clauses.Kid(p.At, "cop") >= 0
	for _, h := range p.Subject {
		if !t.lex.in("issue", t.Lemma(h)) {
			continue
		}
		sticking := t.Lemma(h-1) == "sticking" || t.Lemma(h-1) == "open" || t.Lemma(h-1) == "outstanding" || t.Lemma(h-1) == "unresolved"
		x := t.whole(h)
		if x == nil {
			x = t.before(h, 3, t.sure)
		}
		if x == nil {
			return nil, nil
		}
		if q := t.question(p); q >= 0 && (sticking || t.pondered(h)) {
			first, last := q, t.tail(p.At, p.At+maxContent, 0)
			return x, []provision{{first: first, last: last, rule: "open-question", state: "bracketed"}}
		}
		if !sticking {
			continue
		}
		var ps []provision
		if copular {
			first, last := t.nounPhrase(p.At)
			if k := t.Clauses.Kid(p.At, "cop"); k >= first {
				first = k + 1
			}
			ps = []provision{{first: first, last: last, rule: "open-issue"}}
		} else {
			for _, o := range p.Object {
				if !t.Clauses.Is(o, "conj") {
					ps = append(ps, t.members(o, "", "", "open-issue")...)
				}
			}
		}
		for i := range ps {
			ps[i].state = "disputed"
		}
		return x, ps
	}
	return nil, nil
}

// question is the first token of the question that a copular clause ends in:
// "is whether and how to name the port"; -1 for none.
func (t *Texts) question(p *clause.Predicate) int {
	cop := t.Clauses.Kid(p.At, "cop", "aux")
	for k := max(cop, t.Sent(p.At).First); k <= p.At && k >= 0; k++ {
		switch t.Low(k) {
		case "whether", "how", "who", "when", "where", "what", "which":
			if k > cop {
				return k
			}
		}
	}
	return -1
}

// pondered reports whether the issue that h names is said to be weighed or open:
// "one aspect officials are still pondering".
func (t *Texts) pondered(h int) bool {
	for _, kid := range t.Clauses.Kids(h) {
		k := int(kid)
		if t.Clauses.Is(k, "acl") && (t.lex.careers[t.Lemma(k)].object == "under_discussion" || t.lex.in("unsettled", t.Lemma(k)) || t.Lemma(k) == "remain" || t.Lemma(k) == "settle") {
			return true
		}
		if t.POS(k) == lang.ADJ && (t.Low(k) == "main" || t.Low(k) == "key" || t.Low(k) == "big" || t.Low(k) == "biggest") {
			return true
		}
	}
	return false
}
