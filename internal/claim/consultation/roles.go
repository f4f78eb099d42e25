package consultation

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
)

// fills returns the heads of the phrases that fill a role of w.
func (r *reader) fills(role string, w word) []int {
	own := r.Clauses.Is(w.at, "acl:relcl") || w.at == w.verb.At
	switch role {
	case "subj":
		return w.verb.Subject
	case "obj":
		if len(w.verb.Object) == 0 && w.verb.Infinite && r.Doc.Toks[w.at].XPOS == "VBN" { // "felt sidelined"
			return w.verb.Subject
		}
		return w.verb.Object
	case "iobj":
		return w.verb.Indirect
	case "owner":
		return r.owners(w.at)
	case "carrier":
		if o := r.owners(w.at); len(o) > 0 && !own {
			return o
		}
		return r.doers(w)
	case "clause":
		if w.verb.Complement >= 0 && own {
			return []int{w.verb.Complement}
		}
		return nil
	}
	if prep, noun, ok := strings.Cut(role, ":"); ok { // "owner:back": whose back
		for _, o := range w.verb.Obliques {
			if r.Lemma(o.Head) == noun && prep == "owner" {
				return r.owners(o.Head)
			}
		}
		return nil
	}
	return r.after(role, w)
}

// doers returns the subject of the verb that carries w, or of a subject that is
// nobody its owner: "the envoy's plan involved no coordination".
func (r *reader) doers(w word) []int {
	if s := w.verb.Subject; len(s) == 1 && len(r.Parties(s)) == 0 {
		if o := r.owners(s[0]); len(o) > 0 {
			return o
		}
	}
	return w.verb.Subject
}

// filled reports whether a preposition among roles has its phrase.
func (r *reader) filled(roles []string, w word) bool {
	return slices.ContainsFunc(roles, func(role string) bool { return len(r.after(role, w)) > 0 })
}

// after returns the heads of the phrases with a preposition that belong to w:
// its own, those of the verb behind it, and those that hang on its object.
func (r *reader) after(prep string, w word) []int {
	var out []int
	take := func(head int) {
		for _, kid := range r.Clauses.Kids(head) {
			k := int(kid)
			if r.Clauses.Is(k, "nmod", "obl") && (k > w.at || w.verb.Passive) && r.cased(k, prep) && !slices.Contains(out, k) {
				out = append(out, r.Clauses.Conj(k)...)
			}
		}
	}
	take(w.at)
	if w.at != w.verb.At && w.verb.At >= 0 && len(out) == 0 && r.lex.in("light", r.Lemma(w.verb.At)) {
		take(w.verb.At)
	}
	if len(out) == 0 && w.at == w.verb.At {
		for _, o := range w.verb.Object {
			if o > w.at {
				take(o)
			}
		}
		if c := w.verb.Complement; c >= 0 { // "kept abreast of the talks"
			take(c)
		}
	}
	return out
}

// cased reports whether phrase k has the preposition: "out" is met by "out of".
func (r *reader) cased(k int, prep string) bool {
	for _, kid := range r.Clauses.Kids(k) {
		if j := int(kid); r.Clauses.Is(j, "case") && j < k && r.Low(j) == prep {
			return true
		}
	}
	return false
}

// owners returns the heads of who noun i belongs to: "the envoy's", "its", and
// names before it: "Norwegian and Swedish input".
func (r *reader) owners(i int) []int {
	var out []int
	for _, kid := range r.Clauses.Kids(i) {
		k := int(kid)
		switch {
		case k > i:
		case r.Clauses.Is(k, "nmod:poss"):
			out = append(out, r.Clauses.Conj(k)...)
		case r.Clauses.Is(k, "amod", "compound") && r.Mention(k) != nil:
			out = append(out, r.Clauses.Conj(k)...)
		}
	}
	return out
}

// actors returns the ids of who fills the first of roles that is filled.
func (r *reader) actors(roles []string, w word) []string {
	for _, role := range roles {
		heads := r.fills(role, w)
		ids := r.Parties(heads)
		if role == "obj" && w.verb.Passive && len(ids) < len(heads) {
			ids = append(ids, r.addressed(heads)...)
		}
		for _, h := range heads {
			if m := r.Mention(h); len(ids) == 0 && m != nil && m.Use == lang.AsAdjective && role == "owner" {
				ids = append(ids, r.Cast.ID(m.Entity))
			}
		}
		ids = distinct(ids)
		if len(ids) > 0 {
			return ids
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
func (r *reader) addressed(heads []int) []string {
	var ids []string
	for _, h := range heads {
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
func (r *reader) audience(roles []string, w word) bool {
	for _, role := range roles {
		for _, h := range r.fills(role, w) {
			if r.lex.in("audience", r.Lemma(h)) && !page.FirstPerson(r.Low(h)) {
				return true
			}
		}
	}
	return false
}

// meets reports whether a need of frame f stands with w.
func (r *reader) meets(n need, f *frame, w word) bool {
	switch n.Role {
	case "passive":
		return w.verb.Passive
	case "negated":
		return w.verb.Negated || r.denied(w)
	case "about":
		return r.about(f, w) >= 0
	case "theme":
		at := r.about(f, w)
		return at >= 0 && r.theme(at)
	case "who":
		return len(r.actors(f.Who, w)) > 0
	case "bare":
		return r.without(w) && w.verb.Complement < 0
	case "alone":
		return w.verb.Complement < 0 && len(w.verb.Object)+len(w.verb.Indirect) < 2 && !r.filled([]string{"for", "to", "from"}, w)
	case "whole":
		at := r.about(f, w)
		return at < 0 || r.lex.in("process", r.Lemma(at))
	case "light":
		return w.carried && r.lex.in("light", r.Lemma(w.verb.At)) && r.Clauses.Is(w.at, "obj", "nsubj:pass")
	case "advance":
		return r.advance(w)
	case "prt":
		return n.Words[w.verb.Particle] || r.particle(n, w.at)
	case "case":
		return n.Words[r.Clauses.Case(w.at)]
	case "comp":
		return r.complement(n, w)
	case "adv":
		return r.modified(n, w.at, "advmod", "obl")
	case "adj":
		return r.modified(n, w.at, "amod", "compound", "det")
	case "under":
		return n.Words[r.Lemma(r.Clauses.Head(w.at))]
	case "owner":
		return len(r.owners(w.at)) > 0
	}
	for _, h := range r.fills(n.Role, w) {
		if len(n.Words) == 0 || n.Words[r.Lemma(h)] || n.Words[r.Low(h)] {
			return true
		}
	}
	return false
}

// particle reports whether one of the words of n goes with verb i.
func (r *reader) particle(n need, i int) bool {
	for k := i + 1; k < min(i+6, r.Sent(i).Last); k++ {
		if h := r.Clauses.Head(k); n.Words[r.Low(k)] && (h == i || r.Clauses.Head(h) == i) {
			return true
		}
	}
	return false
}

// complement reports whether one of the words of n completes the verb or its
// object: "kept the islands informed".
func (r *reader) complement(n need, w word) bool {
	if n.Words[r.Lemma(w.verb.Complement)] || n.Words[r.Low(w.verb.Complement)] {
		return true
	}
	return r.modified(n, w.at, "xcomp", "advmod", "advcl", "ccomp") ||
		slices.ContainsFunc(w.verb.Object, func(o int) bool { return o > w.at && r.modified(n, o, "amod", "acl") })
}

// modified reports whether one of the words of n hangs on i by one of rels.
func (r *reader) modified(n need, i int, rels ...string) bool {
	for _, kid := range r.Clauses.Kids(i) {
		if k := int(kid); r.Clauses.Is(k, rels...) && (n.Words[r.Lemma(k)] || n.Words[r.Low(k)]) {
			return true
		}
	}
	return false
}

// advance reports whether what w says came beforehand.
func (r *reader) advance(w word) bool {
	for _, kid := range r.Clauses.Kids(w.at) {
		if k := int(kid); k > w.at && r.Clauses.Is(k, "advmod", "obl") && r.lex.in("advance", r.Lemma(k)) {
			return true
		}
	}
	return false
}
