package proposal

import (
	"slices"

	"github.com/travaux/travaux/internal/lang"
)

// maxContent is the longest provision, in tokens.
const maxContent = 60

// tail is the token after all that belongs to what i heads on its right: not
// what is joined to it, told in passing, or behind a comma and a pronoun.
func (t *Texts) tail(i, limit, depth int) int {
	end := i + 1
	if depth > 30 {
		return end
	}
	c := t.Clauses
	for _, kid := range c.Kids(i) {
		k := int(kid)
		if k < i {
			continue
		}
		if k >= limit || c.Is(k, "conj", "parataxis", "appos", "discourse", "list", "vocative") {
			break
		}
		if c.Is(k, "punct", "cc") {
			if w := t.Low(k); w == "—" || w == ";" || w == ":" || w == "–" {
				break
			}
			continue
		}
		first, _ := c.Yield(k)
		set := (t.Low(first-1) == "," || t.Low(first) == ",") && first > i
		switch {
		case t.aside(k), c.Is(k, "acl:relcl") && t.lex.in("holds", t.Lemma(k)):
			return min(end, limit)
		case set && c.Is(k, "acl", "advcl", "nmod", "obl", "amod") && c.Case(k) != "including":
			if o := c.Kid(i, "obj", "xcomp", "ccomp"); o > k { // "require, in its current form, concessions"
				continue
			}
			return min(end, limit)
		}
		end = max(end, t.chain(k, limit, depth+1))
	}
	return min(end, limit)
}

// chain is tail with what is joined to i.
func (t *Texts) chain(i, limit, depth int) int {
	end := t.tail(i, limit, depth)
	if depth > 30 {
		return end
	}
	for _, kid := range t.Clauses.Kids(i) {
		k := int(kid)
		if k < end || k >= limit || !t.Clauses.Is(k, "conj") || !t.nominal(k) && t.POS(k) != t.POS(i) {
			continue
		}
		if first, _ := t.Clauses.Yield(k); !t.joins(end, first) {
			break
		}
		end = max(end, t.chain(k, limit, depth+1))
	}
	return end
}

// joins reports whether tokens [a, b) are marks and joining words alone.
func (t *Texts) joins(a, b int) bool {
	for k := a; k < b; k++ {
		if t.POS(k) != lang.PUNCT && t.POS(k) != lang.CCONJ {
			return false
		}
	}
	return true
}

// aside reports whether k heads words that tell where the rest comes from, or
// another matter: "according to the ministry", "while Norway would pay".
func (t *Texts) aside(k int) bool {
	switch t.Clauses.Case(k) {
	case "according to", "per", "under":
		return true
	}
	if m := t.Clauses.Kid(k, "mark"); m >= 0 && t.Clauses.Is(k, "advcl") {
		switch t.Low(m) {
		case "while", "although", "though", "as", "after", "whereas", "because", "since":
			return true
		}
	}
	return false
}

// verbPhrase is the stretch of what verb v says, with what it takes and without
// its subject and modal: "cut the levy by half".
func (t *Texts) verbPhrase(v int) (first, last int) {
	first = v
	lo := t.Sent(v).First
	for first > lo && t.Clauses.Head(first-1) == v {
		k := first - 1
		if !t.Clauses.Is(k, "advmod", "aux:pass", "aux", "cop") || t.xpos(k) == "MD" || t.xpos(k) == "TO" {
			break
		}
		switch t.Low(k) {
		case "also", "still", "then", "thus", "therefore", "instead", "do", "does", "did":
			return first, t.tail(v, v+maxContent, 0)
		}
		first = k
	}
	return first, t.tail(v, v+maxContent, 0)
}

// clauseOf is the stretch of the clause that v heads, with its subject.
func (t *Texts) clauseOf(v int) (first, last int) {
	first, last = t.verbPhrase(v)
	if s := t.Clauses.Kid(v, "expl", "nsubj", "csubj"); s >= 0 && s < v {
		a, _ := t.Clauses.Yield(s)
		first = min(first, max(a, v-maxContent))
	}
	return first, last
}

// bare is clauseOf without the marks and joining words around it.
func (t *Texts) bare(v int) (first, last int) {
	first, last = t.clauseOf(v)
	p := t.trim(provision{first: first, last: last})
	return p.first, p.last
}

// nounPhrase is the stretch of the phrase that h heads, without what it is
// joined to.
func (t *Texts) nounPhrase(h int) (first, last int) {
	first, _ = t.Clauses.Phrase(h)
	return max(first, h-maxContent/2), t.tail(h, h+maxContent, 0)
}

// members are the provisions that stand at h and at what is joined to it: noun
// phrases, or verbs with what they take. What "including" introduces, and the
// that-clauses of a demand, stand for the phrase itself.
func (t *Texts) members(h int, ob, obliged, rule string) []provision {
	var out []provision
	for _, k := range t.Clauses.Conj(h) {
		if len(out) > 30 {
			break
		}
		who := obliged
		if who == "" && len(out) > 0 {
			who = out[0].obliged
		}
		if t.POS(k) == lang.VERB {
			first, last := t.verbPhrase(k)
			out = append(out, provision{first: first, last: last, obligation: ob, obliged: who, rule: rule})
			continue
		}
		if who == "" {
			who = t.from(k)
		}
		if ps := t.asked(k, rule); len(ps) > 0 {
			out = append(out, ps...)
			continue
		}
		if ps := t.included(k, ob, who); len(ps) > 0 {
			out = append(out, ps...)
			continue
		}
		if !t.thing(k) || t.At(k) != nil && t.mentions[t.naming(k)].score >= 3 {
			continue
		}
		first, last := t.nounPhrase(k)
		switch t.Low(first) {
		case "little", "no", "few", "nothing":
			continue
		}
		out = append(out, provision{first: first, last: last, obligation: ob, obliged: who, rule: rule})
	}
	return out
}

// thing reports whether h heads a phrase of a thing or a sum: "$2 million for
// the port".
func (t *Texts) thing(h int) bool {
	return t.nominal(h) || (t.POS(h) == lang.NUM || t.POS(h) == lang.SYM) && t.Quantity(h) != nil
}

// from is who is to give what h names: "concessions from Norway".
func (t *Texts) from(h int) string {
	for _, kid := range t.Clauses.Kids(h) {
		if k := int(kid); k > h && t.Clauses.Is(k, "nmod", "obl") && (t.Clauses.Case(k) == "from" || t.Clauses.Case(k) == "by") {
			if ids := t.Actors(t.Clauses.Conj(k)); len(ids) > 0 {
				return ids[0]
			}
		}
	}
	if k := t.Clauses.Owner(h); k >= 0 {
		if ids := t.Actors([]int{k}); len(ids) > 0 {
			return ids[0]
		}
	}
	return ""
}

// included are the provisions that "including" or "such as" gives of what h
// names.
func (t *Texts) included(h int, ob, obliged string) []provision {
	for _, kid := range t.Clauses.Kids(h) {
		k := int(kid)
		if k < h {
			continue
		}
		switch t.Clauses.Case(k) {
		case "including", "such as", "like":
			return t.members(k, ob, obliged, "including")
		}
	}
	return nil
}

// asked are the provisions that the clauses of a demand say: "the demand that
// Norway pay and that Sweden leave".
func (t *Texts) asked(h int, rule string) []provision {
	if !t.lex.in("ask", t.Lemma(h)) {
		return nil
	}
	var out []provision
	for _, kid := range t.Clauses.Kids(h) {
		k := int(kid)
		if k < h || !t.Clauses.Is(k, "acl", "ccomp") || !t.that(k) {
			continue
		}
		for _, v := range t.Clauses.Conj(k) {
			p, ok := t.Clauses.Predicate(v)
			if !ok {
				continue
			}
			first, last := t.clauseOf(v)
			who := ""
			if ids := t.Actors(p.Subject); len(ids) > 0 {
				who = ids[0]
			}
			out = append(out, provision{first: first, last: last, obligation: "shall", obliged: who, rule: "demanded"})
		}
	}
	return slices.Clip(out)
}

// that reports whether "that" or "to" subordinates the clause that k heads.
func (t *Texts) that(k int) bool {
	m := t.Clauses.Kid(k, "mark")
	return m >= 0 && (t.Low(m) == "that" || t.Low(m) == "to")
}
