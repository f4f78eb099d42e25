package event

import (
	"slices"

	"github.com/travaux/travaux"
)

// above tells what a verb that governs the finite clause of i makes of it.
func (r *reader) above(i int) (travaux.EventStatus, bool) {
	h := r.x.Head(i)
	if h < 0 || !r.x.Is(i, "ccomp", "acl") || r.x.Is(i, "acl:relcl") {
		return "", false
	}
	g, ok := r.x.Predicate(h)
	switch l := r.Lemma(h); {
	case r.lex.in("deny", l) && !(ok && g.Negated):
		return travaux.Denied, true
	case r.lex.in("propose", l):
		return travaux.Proposed, true
	}
	return "", false
}

// reported reports whether the finite clause of i is what somebody said, so that
// its "would" is the "will" of the speaker.
func (r *reader) reported(i int) bool {
	for steps := 0; steps < 3; steps++ {
		h := r.x.Head(i)
		if h < 0 {
			return false
		}
		if r.x.Is(i, "ccomp") {
			return r.lex.in("say", r.Lemma(h))
		}
		if k := r.x.Kid(i, "parataxis"); k >= 0 && r.lex.in("say", r.Lemma(k)) {
			return true
		}
		if !r.x.Is(i, "conj") {
			return false
		}
		i = h
	}
	return false
}

// conditional reports whether the clause of i, or one that it depends on, stands
// under "if", "unless" or "whether".
func (r *reader) conditional(i int) bool {
	for steps := 0; i >= 0 && steps < deepest; steps++ {
		for _, kid := range r.x.Kids(i) {
			k := int(kid)
			if !r.x.Is(k, "mark", "advmod") || k > i {
				continue
			}
			switch r.Low(k) {
			case "if", "unless", "whether":
				return true
			case "once", "until", "when":
				p, ok := r.x.Predicate(i)
				if ok && !p.Past && !p.Perfect && !p.Infinite && r.x.Is(i, "advcl") && r.Low(k) != "when" {
					return true
				}
			}
		}
		if r.x.Is(i, "advcl") && r.xpos(i) == "VBN" && r.Low(i) == "given" {
			return false
		}
		if !r.x.Is(i, "conj", "xcomp", "ccomp", "acl", "advcl", "obj", "obl", "nmod") {
			return false
		}
		if r.x.Is(i, "advcl", "obl", "obj", "nmod", "acl") && !r.under(i) {
			return false
		}
		i = r.x.Head(i)
	}
	return false
}

// under reports whether what i says shares the mood of what it hangs on.
func (r *reader) under(i int) bool {
	p, ok := r.x.Predicate(i)
	return !ok || p.Infinite
}

// doubted reports whether what the clause of i says is what there is no sign of:
// "no proof that talks are taking place".
func (r *reader) doubted(i int) bool {
	h := r.x.Head(i)
	if g, ok := r.x.Predicate(h); ok && g.Negated && r.x.Is(i, "ccomp") && !r.lex.in("say", r.Lemma(h)) && !r.lex.in("deny", r.Lemma(h)) {
		return true // "does not guarantee that she will sign"
	}
	return r.x.Is(i, "acl", "ccomp") && !r.x.Is(i, "acl:relcl") && r.nominal(h) && r.denies(h)
}

// hasCondition reports whether an "if" clause hangs on the clause of i.
func (r *reader) hasCondition(i int) bool {
	for _, kid := range r.x.Kids(i) {
		k := int(kid)
		if !r.x.Is(k, "advcl") {
			continue
		}
		switch r.Low(r.x.Kid(k, "mark")) {
		case "if", "unless":
			return true
		}
	}
	return false
}

// habit reports whether verb i says what somebody is wont to
// do: "often visits the ministry".
func (r *reader) habit(i int) bool {
	switch r.xpos(i) {
	case "VBZ", "VBP", "VBD":
	default:
		return false
	}
	for _, k := range r.x.Kids(i) {
		if r.x.Is(int(k), "advmod") && r.lex.in("habit", r.Lemma(int(k))) {
			return true
		}
	}
	return false
}

// cited reports whether noun h stands after "according to".
func (r *reader) cited(h int) bool {
	first, _ := r.x.Core(h)
	return r.Low(first-1) == "to" && r.Low(first-2) == "according"
}

// describes reports whether f only says who an unnamed source is: "said a
// lobbyist who has spoken to the minister".
func (r *reader) describes(f *found) bool {
	h := r.x.Head(f.at)
	if !contact(f.kind) || h < 0 || !r.x.Is(f.at, "acl:relcl") {
		return false
	}
	switch g := r.x.Head(h); {
	case r.x.Is(h, "nsubj") && r.lex.in("say", r.Lemma(g)):
	case r.x.Is(h, "obj") && r.Lemma(g) == "cite": // "citing three people who have spoken to the minister"
	case r.cited(h):
	default:
		return false
	}
	return !slices.ContainsFunc(f.actors.ids, func(id string) bool { a := r.Cast.Actor(id); return a == nil || !a.Type.Anonymous() })
}
