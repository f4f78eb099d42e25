package consultation

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/frame"
	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
)

// actors returns the ids of who fills the first of roles that is filled.
func (r *reader) actors(roles []string, w frame.Word) []string {
	for _, role := range roles {
		heads := r.Fills(role, w)
		ids := r.Who(role, heads)
		if role == "without" && len(heads) > 0 && len(r.Parties(heads[:1])) == 0 { // "a deal without money and …"
			continue
		}
		if len(ids) == 0 {
			ids = r.inherited(heads, w)
		}
		if role == "obj" && w.Verb.Passive && len(ids) < len(heads) {
			ids = append(ids, r.addressed(heads, w.At)...)
		}
		if ids = distinct(ids); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// inherited returns who "they" and "it" are in a clause that depends on what
// somebody says or wants, where nothing else resolves them.
func (r *reader) inherited(heads []int, w frame.Word) []string {
	if len(heads) != 1 || r.POS(heads[0]) != lang.PRON || !r.Clauses.Is(w.Verb.At, "ccomp") {
		return nil
	}
	switch r.Low(heads[0]) {
	case "they", "them", "it":
		if p, ok := r.Clauses.Predicate(r.Clauses.Head(w.Verb.At)); ok {
			return r.Parties(p.Subject)
		}
	}
	return nil
}

// distinct is ids without empty ones and repetitions.
func distinct(ids []string) []string {
	var out []string
	for _, id := range ids {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// addressed registers the noun phrases that are told or asked: whoever is
// consulted can be nothing but people.
func (r *reader) addressed(heads []int, verb int) []string {
	var ids []string
	for _, h := range heads {
		if h > verb && !r.Clauses.Is(verb, "acl") {
			continue // what they are given
		}
		if m := r.Mention(h); m != nil && r.POS(h) == lang.PROPN { // a seat that was taken for a place
			ids = append(ids, r.Cast.ID(m.Entity))
		}
		if r.POS(h) != lang.NOUN || len(r.Actor(h)) > 0 || r.theme(h) || coref.KindOf(r.Lemma(h)) == coref.DocumentNoun || r.Timex(h) != nil {
			continue
		}
		if first, last := r.Clauses.Core(h); last > first {
			ids = append(ids, r.Cast.Add(r.Doc.TokSpan(first, last), travaux.ActorGroup))
		}
	}
	return ids
}

// audience reports whether those told are the press or the public.
func (r *reader) audience(roles []string, w frame.Word) bool {
	for _, role := range roles {
		for _, h := range r.Fills(role, w) {
			if r.lex.in("audience", r.Lemma(h)) && !page.FirstPerson(r.Low(h)) {
				return true
			}
		}
	}
	return false
}

// filled reports whether a preposition among roles has its phrase.
func (r *reader) filled(roles []string, w frame.Word) bool {
	return slices.ContainsFunc(roles, func(role string) bool {
		switch role {
		case "subj", "obj", "iobj", "owner", "carrier", "clause":
			return false
		}
		return len(r.Fills(role, w)) > 0
	})
}

// meets reports whether a need of telling f stands with w.
func (r *reader) meets(n frame.Need, f *telling, w frame.Word) bool {
	switch n.Role {
	case "negated":
		return w.Verb.Negated || r.denied(w)
	case "about":
		return r.about(f, w) >= 0
	case "theme":
		at := r.about(f, w)
		return at >= 0 && r.theme(at)
	case "who":
		return len(r.actors(f.Who, w)) > 0
	case "bare":
		return r.without(w) && w.Verb.Complement < 0
	case "alone":
		return w.Verb.Complement < 0 && len(w.Verb.Object)+len(w.Verb.Indirect) < 2 && !r.filled([]string{"for", "to", "from"}, w)
	case "whole":
		at := r.about(f, w)
		return at < 0 || r.lex.in("process", r.Lemma(at))
	case "light":
		return w.Carried && r.lex.in("light", r.Lemma(w.Verb.At)) && r.Clauses.Is(w.At, "obj", "nsubj:pass")
	case "advance":
		return r.advance(w)
	case "owner":
		return len(r.Owners(w.At)) > 0
	}
	return r.Meets(n, w)
}

// advance reports whether what w says came beforehand.
func (r *reader) advance(w frame.Word) bool {
	for _, kid := range r.Clauses.Kids(w.At) {
		if k := int(kid); k > w.At && r.Clauses.Is(k, "advmod", "obl") && r.lex.in("advance", r.Lemma(k)) {
			return true
		}
	}
	return false
}
