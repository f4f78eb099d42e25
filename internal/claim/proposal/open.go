package proposal

import (
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// unsettled reads what is said to be open in a text: "leaves open who will
// pay", "the levy remains a sticking point", "one point is whether to name the
// port", "much of it is in flux".
func (t *Texts) unsettled(p *clause.Predicate) (*Text, []provision) {
	if p.Negated || p.Modal != "" || p.Marker == "if" || p.Marker == "whether" {
		return nil, nil
	}
	l := t.Lemma(p.At)
	switch {
	case l == "leave" && t.Low(p.At+1) == "open":
		return t.text(p.Subject), t.leftOpen(p.At)
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
// settled", "much of the draft is still in flux, such as the levy".
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
	case t.lex.in("unsettled", l) && t.Low(h+1) != "to":
		return "bracketed"
	case l == "flux" && prep == "in", l == "bracket" && prep == "in":
		return "bracketed"
	case l == "dispute" && (prep == "in" || prep == "under"), l == "odds":
		return "disputed"
	case (l == "point" || l == "issue") && t.Low(h-1) == "sticking",
		l == "block" && t.Low(h-1) == "stumbling", l == "obstacle", l == "hurdle":
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
		if x != nil && (x.family == "demand" || !t.kept(x)) {
			x = nil
		} else if x == nil {
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
		if x != nil || !t.nominal(h) || t.lex.in("issue", t.Lemma(h)) || len(t.Actor(h)) > 0 || t.Clauses.Under(h, p.At) && t.Mention(h) != nil {
			return nil, nil
		}
		if x = t.before(p.At, 2, t.sure); x == nil {
			return nil, nil
		}
		if state == "bracketed" && (t.Low(p.At) == "open" || t.Clauses.Kid(p.At, "xcomp") >= 0 && t.Low(t.Clauses.Kid(p.At, "xcomp")) == "open") {
			return nil, nil // a border remains open, too
		}
		first, last := t.clauseOf(p.At)
		return x, []provision{{first: first, last: last, rule: "open-issue", state: state}}
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
		sticking := t.Low(h-1) == "sticking" || t.lex.in("unsettled", t.Low(h-1))
		x := t.whole(h)
		if x == nil {
			x = t.before(h, 3, t.sure)
		}
		if x == nil {
			return nil, nil
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

// question reads "one aspect still discussed is whether to name the port" at the
// word that opens the question. Such clauses are often parsed wrongly, so that
// only their order counts.
func (t *Texts) question(i int) (*Text, []provision) {
	switch t.Low(i) {
	case "whether", "how", "who", "when", "what", "which":
	default:
		return nil, nil
	}
	sent := t.Sent(i)
	be := i - 1
	for be > sent.First && (t.POS(be) == lang.ADV || t.Low(be) == ":") {
		be--
	}
	if l := t.Lemma(be); be <= sent.First || l != "be" && l != "remain" && l != "concern" {
		return nil, nil
	}
	for h := be - 1; h >= sent.First && h > be-12; h-- {
		if !t.lex.in("issue", t.Lemma(h)) || !t.pondered(h, be) {
			continue
		}
		x := t.whole(h)
		if x == nil {
			x = t.before(h, 2, t.sure)
		}
		end := i
		for end < sent.Last && end < i+maxContent && (t.POS(end) != lang.PUNCT || t.Low(end) == "-") {
			end++
		}
		return x, []provision{{first: i, last: end, rule: "open-question", state: "bracketed"}}
	}
	return nil, nil
}

// pondered reports whether the issue that h names is said to be weighed or open,
// before token end: "one aspect officials are still pondering".
func (t *Texts) pondered(h, end int) bool {
	for k := h - 1; k >= t.Sent(h).First && k > h-4; k-- {
		switch t.Low(k) {
		case "sticking", "open", "outstanding", "unresolved", "remaining", "unanswered":
			return true
		}
	}
	for k := h + 1; k < end; k++ {
		l := t.Lemma(k)
		if t.lex.careers[l].object == "under_discussion" || t.lex.in("unsettled", l) || l == "remain" || l == "settle" || l == "decide" ||
			(l == "discussion" || l == "negotiation" || l == "debate" || l == "consideration") && t.Clauses.Case(k) == "under" {
			return true
		}
	}
	return false
}
