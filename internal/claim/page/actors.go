package page

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
)

// Actors returns the ids of the actors that the phrases headed by heads name,
// without doubles: those that a plural is made of where that is known, and new
// ones for phrases of people or bodies that nothing else names.
func (p *Page) Actors(heads []int) []string {
	var ids []string
	for _, h := range heads {
		for _, id := range p.Actor(h) {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// Actor returns the ids of the actors that the phrase headed by token h names;
// none for things, times and places that are only places.
func (p *Page) Actor(h int) []string {
	if h < 0 || h >= len(p.Doc.Toks) || p.timex[h] > 0 && p.mention[h] == 0 {
		return nil
	}
	if m := p.apposed(h); m != nil {
		if ids := p.members(m, m.Head); len(ids) > 0 {
			return ids
		}
	}
	if m := p.Mention(h); m != nil && m.Last > h {
		if ids := p.members(m, h); len(ids) > 0 {
			return ids
		}
	}
	if id := p.unnamed(h); id != "" {
		return []string{id}
	}
	return nil
}

// apposed is the name in apposition to the office that noun h names: "the
// deputy mediator, Jana Roth"; nil for none.
func (p *Page) apposed(h int) *lang.Mention {
	if p.POS(h) != lang.NOUN || !personal(p.Lemma(h)) {
		return nil
	}
	if m := p.Mention(p.Clauses.Kid(h, "appos")); m != nil && m.Type == lang.Person && m.First > h {
		return m
	}
	return nil
}

// members returns the actors of mention m, which stands at token h.
func (p *Page) members(m *lang.Mention, h int) []string {
	if m.Entity < 0 || m.Type == lang.Event || m.Use == lang.AsAdjective && p.POS(h) == lang.ADJ {
		return nil
	}
	if h < m.Last-1 && m.Head != h && m.Type != lang.Person && p.Clauses.Head(h) >= 0 && !p.Clauses.Under(m.Head, h) {
		return nil // a modifier within a longer name
	}
	switch m.Type {
	case lang.Pronoun, lang.Nominal, lang.Anonymous:
		var ids []string
		for _, k := range p.Doc.Entities[m.Entity].Members {
			if id := p.Cast.ID(k); id != "" {
				ids = append(ids, id)
			}
		}
		if len(ids) > 1 {
			return ids
		}
	}
	if m.Type == lang.Nominal && !personal(p.Lemma(m.Head)) {
		return nil
	}
	if id := p.Cast.ID(m.Entity); id != "" {
		if a := p.Cast.Actor(id); a != nil && (a.Type != travaux.ActorPlace || m.Sense != lang.AsPlace) {
			return []string{id}
		}
	}
	return nil
}

func personal(lemma string) bool {
	k := coref.KindOf(lemma)
	return k == coref.PersonNoun || k == coref.BodyNoun
}

// unnamed registers the phrase headed by noun h if it is of people or of a body:
// "union negotiators", "representatives of the ministry".
func (p *Page) unnamed(h int) string {
	if p.POS(h) != lang.NOUN || !personal(p.Lemma(h)) {
		return ""
	}
	first, last := p.Clauses.Phrase(h)
	for k := h + 1; k < last; k++ { // "envoys of the bloc", not "envoys in Oslo"
		if p.Clauses.Head(k) != h || !p.Clauses.Is(k, "nmod") {
			continue
		}
		if p.Clauses.Case(k) != "of" {
			last, _ = p.Clauses.Yield(k)
			break
		}
	}
	if a := p.Clauses.Kid(h, "acl"); a > h {
		l, _ := p.Clauses.Yield(a)
		last = min(last, l)
	}
	switch p.Low(first) {
	case "no", "any", "which", "what", "every":
		return ""
	case "the", "a", "an":
		first++
	}
	if first > h || last <= h {
		return ""
	}
	return p.Cast.Add(p.Doc.TokSpan(first, last), travaux.ActorGroup)
}

// Owner returns the actors that own the phrase headed by token h: "the
// envoy's", "its", and the name before a noun: "a Norwegian proposal".
func (p *Page) Owner(h int) []string {
	if k := p.Clauses.Owner(h); k >= 0 {
		return p.Actors(p.Clauses.Conj(k))
	}
	for _, kid := range p.Clauses.Kids(h) {
		k := int(kid)
		if !p.Clauses.Is(k, "amod", "compound", "nmod:unmarked", "nmod:desc") || k > h {
			continue
		}
		if m := p.Mention(k); m != nil && m.Entity >= 0 {
			if id := p.Cast.ID(m.Entity); id != "" {
				return []string{id}
			}
		}
	}
	return nil
}
