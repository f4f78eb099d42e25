package position

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// sides returns whose stance that of actor id is, who is described by tokens
// [first, last) around h: of those who speak for somebody, theirs; of
// bystanders, nobody's.
func (r *reader) sides(id string, h, first, last int) []string {
	a := r.Cast.Actor(id)
	if a == nil || id == r.Cast.Outlet {
		return nil
	}
	switch a.Type {
	case travaux.ActorMedia, travaux.ActorDocument, travaux.ActorExpertGroup, travaux.ActorPlace:
		return nil
	}
	if a.Parent != "" {
		return []string{a.Parent}
	}
	named := a.Type == travaux.ActorPerson
	agent := !named && r.lex.in("agent", r.Lemma(h))
	if a.Type == travaux.ActorOffice && len(a.Spans) > 0 { // "she", of the minister
		agent = agent || r.lex.in("agent", r.Lemma(r.headOf(r.Tokens(a.Spans[0]))))
	}
	for _, role := range a.Roles {
		switch r.office(role.Title) {
		case "bystander":
			return nil
		case "agent":
			agent = true
			if org := r.organisation(role.Organisation, role.Spans); org != "" {
				return []string{org}
			}
		}
	}
	if !named && r.lex.in("bystander", r.Lemma(h)) {
		return nil
	}
	if !agent && !a.Type.Anonymous() {
		return []string{id}
	}
	if of := r.within(h, first, last); len(of) > 0 {
		return of
	}
	if a.Type.Anonymous() && len(a.Spans) > 0 { // "the official", described before
		first, last = r.Tokens(a.Spans[0])
		h = r.headOf(first, last)
		if of := r.within(h, first, last); len(of) > 0 {
			return of
		}
	}
	if a.Type == travaux.ActorOffice && len(a.Spans) > 0 {
		if of := r.introduced(a.Spans[0]); len(of) > 0 {
			return of
		}
	}
	if a.Type.Anonymous() && (agent || a.Type == travaux.ActorAnonymousPerson) {
		return nil // an official of nobody knows whom
	}
	return []string{id}
}

// introduced is whose officer an office without a name is that was told of
// before with its owner: "the minister", after "Norland, its water minister
// said".
func (r *reader) introduced(s travaux.Span) []string {
	first, last := r.Tokens(s)
	h := r.headOf(first, last)
	const reach = 400 // tokens
	for i := h; i >= 0 && i > h-reach; i-- {
		if i > first && i != h || r.Lemma(i) != r.Lemma(h) {
			continue
		}
		k := r.Clauses.Owner(i)
		if k < 0 {
			continue
		}
		if id := r.state(k); id != "" {
			return []string{id}
		}
		if r.POS(k) == lang.PRON {
			for _, id := range r.named(k) {
				if a := r.Cast.Actor(id); a != nil && a.Type != travaux.ActorPerson && !a.Type.Anonymous() {
					return []string{id}
				}
			}
		}
		return nil
	}
	return nil
}

// office tells what kind of office a title is: of an agent, of a bystander, or
// neither.
func (r *reader) office(title string) string {
	low := strings.ToLower(title)
	if strings.Contains(low, "prime minister") && !strings.Contains(low, "deputy") {
		return ""
	}
	for w := range strings.FieldsFuncSeq(low, func(c rune) bool { return c == ' ' || c == ',' || c == '-' }) {
		switch {
		case r.lex.in("agent", w):
			return "agent"
		case r.lex.in("bystander", w):
			return "bystander"
		}
	}
	return ""
}

// organisation is the actor that a role names by a lexicon id or an actor's.
func (r *reader) organisation(id string, spans []travaux.Span) string {
	if id == "" || len(spans) == 0 {
		return ""
	}
	if r.Cast.Actor(id) != nil {
		return id
	}
	return r.Cast.Known(id, lang.Span{Start: spans[0].Start, End: spans[0].End})
}

// within returns the states, bodies and persons that tokens [first, last)
// around h name, to whom an official described so belongs.
func (r *reader) within(h, first, last int) []string {
	var out []string
	for i := last - 1; i >= first; i-- {
		if i < h && r.POS(i) == lang.PUNCT && r.Low(i) != "-" && r.Low(i) != "’" { // a dateline, an aside
			break
		}
		if i == h {
			continue
		}
		if of := r.theirs(i); len(of) == 1 && !slices.Contains(out, of[0]) { // "a member of her delegation"
			out = append(out, of[0])
		}
		if r.nested[i] == 0 {
			continue
		}
		id := r.state(i)
		if id == "" && r.Clauses.Is(i, "nmod:poss") {
			if m := r.mention(i); m.Type == lang.Person {
				id = r.Cast.ID(m.Entity)
			}
		}
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	slices.Reverse(out)
	return out
}
