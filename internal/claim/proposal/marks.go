package proposal

import (
	"slices"
	"strings"
	"unicode"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// money reports whether a unit is a currency.
func money(unit string) bool { return len(unit) == 3 && unit == strings.ToUpper(unit) }

// modifiers reads the words before a text's noun.
func (t *Texts) modifiers(m *mention) {
	m.counter = m.noun.Form == "counter-proposal"
	owner := t.Clauses.Owner(m.head)
	lo, hi := -1, -1
	if owner >= 0 {
		lo, hi = t.Clauses.Yield(owner)
	}
	for k := m.first; k < m.last; k++ {
		l := t.Low(k)
		if q := t.Quantity(k); q != nil && money(q.Unit) {
			m.sum = q.Value
		}
		switch {
		case k == m.first && (l == "the" || l == "this" || l == "that" || l == "both"):
			m.definite = true
		case k == m.head || t.Quantity(k) != nil || k >= lo && k < hi:
		case t.POS(k) == lang.DET || t.POS(k) == lang.PUNCT || t.POS(k) == lang.PART || t.POS(k) == lang.NUM || t.POS(k) == lang.PRON:
		case t.lex.in("counter", l) && m.noun.Family == "plan" && (l != "own" || k == m.head-1 || t.Quantity(k+1) != nil):
			m.counter = true
			m.score++
		case t.lex.in("revised", l):
			m.derived = true
			m.score++
		case t.lex.in("textual", l):
			m.textual, m.draft = true, m.draft || l == "draft"
			m.score += 2
		case t.lex.in("former", l):
			m.former = true
		case l == "new" && (t.Low(m.first) == "a" || t.Low(m.first) == "an"), l == "another", l == "different":
			m.fresh = true
		case l == "new" || l == "latest":
			m.latest = true
		case l == "original" || l == "initial" || l == "first" || l == "current":
		case t.nominal(k) || t.POS(k) == lang.ADJ:
			t.modify(m, k)
		}
	}
	if t.Low(m.head+1) == "of" && t.Low(m.head+3) == "own" { // "a text of its own"
		m.counter = true
	}
	if t.paged(m.first, m.head) {
		m.textual = true
		m.score += 2
	}
}

func (t *Texts) modify(m *mention, k int) {
	w := t.Lemma(k)
	m.mods = append(m.mods, w)
	switch {
	case t.Mention(k) != nil || t.POS(k) == lang.PROPN:
		m.telling = append(m.telling, w)
	case t.lex.in("topic", w), t.POS(k) == lang.NOUN && !t.lex.in("generic", w):
		m.subjects = append(m.subjects, w)
	}
	if t.lex.in("topic", w) {
		m.score++
	}
}

// belongs reads whose text it is, and with whom a deal is.
func (t *Texts) belongs(m *mention) {
	if k := t.Clauses.Owner(m.head); k >= 0 {
		m.owned = true
		m.owners = t.Actors(t.Clauses.Conj(k))
	} else {
		m.owners = t.named(m)
	}
	for _, kid := range t.Clauses.Kids(m.head) {
		k := int(kid)
		if k < m.head || !t.Clauses.Is(k, "nmod") {
			continue
		}
		switch t.Clauses.Case(k) {
		case "with", "between":
			m.partners = t.Actors(t.Clauses.Conj(k))
		case "of", "for", "on":
			m.content = append(m.content, t.Lemma(k))
			if t.Clauses.Case(k) == "of" && len(m.owners) == 0 && m.definite {
				m.owners = t.writers(t.Clauses.Conj(k)) // "the plan of the Council"
			}
		case "by", "from":
			if ids := t.Actors(t.Clauses.Conj(k)); len(m.owners) == 0 {
				m.owners = ids
			}
		}
	}
	for k := m.first + 2; k < m.head && len(m.owners) == 0; k++ { // "a union-backed plan"
		if t.Low(k-1) == "-" && (t.xpos(k) == "VBN" || t.xpos(k) == "VBD") {
			m.owners = t.sideAt(k - 2)
		}
	}
	m.owned = m.owned || len(m.owners) > 0
	if len(m.owners) > 0 {
		if a := t.Cast.Actor(m.owners[0]); a != nil && a.Canonical != "" {
			m.office = unicode.IsLower([]rune(a.Canonical)[0])
		}
	}
}

// writers are those of some phrases that can have a text written: persons and
// bodies, no states, which a text may be about.
func (t *Texts) writers(heads []int) []string {
	return slices.DeleteFunc(t.Actors(heads), func(id string) bool {
		a := t.Cast.Actor(id)
		if a == nil {
			return true
		}
		switch a.Type {
		case travaux.ActorPerson, travaux.ActorOrganisation, travaux.ActorBody, travaux.ActorOffice, travaux.ActorCompany:
			return false
		}
		return true
	})
}

// named are the actors whose name stands before a text's noun: "a Norwegian
// proposal". A place's name makes it not that place's: "the Lisbon accord".
func (t *Texts) named(m *mention) []string {
	if d := t.Mention(m.first); d != nil && d.First < m.first || t.Mention(m.head) != nil {
		return nil // a longer name, or people told by the text
	}
	return slices.DeleteFunc(t.Owner(m.head), func(id string) bool {
		a := t.Cast.Actor(id)
		return a == nil || a.Type == travaux.ActorPlace
	})
}

// sideAt is the actor that a name before another word stands for, an adjective
// of a state among them.
func (t *Texts) sideAt(k int) []string {
	if ids := t.Actor(k); len(ids) > 0 {
		return ids
	}
	if d := t.Mention(k); d != nil && d.Entity >= 0 && t.Cast.ID(d.Entity) != "" {
		return []string{t.Cast.ID(d.Entity)}
	}
	return nil
}
