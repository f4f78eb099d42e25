package proposal

import "github.com/travaux/travaux/internal/lang/clause"

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
				for steps := 0; steps < 4 && h < p.At && t.Clauses.Is(h, "nmod") && t.nominal(t.Clauses.Head(h)) && t.Clauses.Head(h) < h; steps++ {
					h = t.Clauses.Head(h) // "rest between shifts written into the contract"
				}
				if t.wished(h) {
					continue
				}
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

// wished reports whether noun h is what somebody wants: it is not in the text yet.
func (t *Texts) wished(h int) bool {
	if !t.Clauses.Is(h, "obj", "nsubj:pass") {
		return false
	}
	switch t.Lemma(t.Clauses.Head(h)) {
	case "want", "demand", "seek", "request":
		return true
	}
	return false
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
