package event

import (
	"slices"

	"github.com/travaux/travaux"
)

// carrier returns the verb whose object, or object of a preposition, noun i is,
// and whether that verb only carries the noun ("held talks", "sat down for
// talks"). The noun may stand in a list or be what "months of" counts.
func (r *reader) carrier(i int) (int, bool) {
	n := i
	for steps := 0; steps < 4; steps++ {
		h := r.x.Head(n)
		switch {
		case h < 0:
			return -1, false
		case r.x.Is(n, "conj") && r.nominal(h), r.x.Is(n, "nmod") && (r.Timex(h) != nil || r.lex.in("counts", r.Lemma(h))) && r.x.Case(n) == "of":
			n = h
			continue
		}
		break
	}
	v := r.x.Head(n)
	if v < 0 || !r.verb(v) || r.lex.in("neutral", r.Lemma(v)) {
		return -1, false
	}
	l := r.Lemma(v)
	switch {
	case r.x.Is(n, "obj"):
		return v, r.lex.in("support", l)
	case r.x.Is(n, "obl"):
		switch c := r.x.Case(n); c {
		case "with":
			if r.lex.in("follow", l) { // "will follow it up with a series of briefings"
				return v, false
			}
		case "for", "to", "on", "in", "into", "at", "through":
			carries := r.lex.in("support", l) || r.lex.in("motion", l) || r.encounters(l)
			if !carries && c != "for" && c != "to" && c != "on" { // what happens at a meeting does not make it
				return -1, false
			}
			return v, carries
		}
	}
	return -1, false
}

// encounters reports whether a verb's subject is with others: "met for talks".
func (r *reader) encounters(l string) bool {
	return slices.ContainsFunc(r.lex.verbs[l], func(t *trigger) bool { return t.Kind == travaux.Meeting }) || l == "engage" || l == "gather"
}

// byCarrier reads the verb that governs the noun.
func (r *reader) byCarrier(f *found, support bool) (s travaux.EventStatus, ok, told bool) {
	if f.carrier < 0 {
		return "", false, false
	}
	l := r.Lemma(f.carrier)
	p, _ := r.x.Predicate(f.carrier)
	switch {
	case r.lex.in("postpone", l), l == "put" && p.Particle == "off":
		return travaux.Postponed, true, true
	case r.lex.in("cancel", l), l == "call" && p.Particle == "off":
		return travaux.Cancelled, !p.Negated, true
	case r.lex.in("deny", l) && !p.Negated:
		return travaux.Denied, true, true
	case support:
		s, ok = r.verbStatus(f.carrier)
		return s, ok, true
	case !r.x.Is(f.at, "obj", "conj", "nmod") && !r.lex.in("plan", l) && !r.lex.in("agree", l) && !r.lex.in("propose", l):
		return "", false, false // what happens at a meeting does not make it
	case p.Modal == "will":
		return travaux.Scheduled, true, true
	case p.Modal != "" && (r.settled(f.at) || len(r.datesIn(f.at, f.at, true)) > 0): // "could derail Sunday's summit"
		return "", false, false
	case p.Modal != "":
		return travaux.Proposed, true, true
	case l == "agree", l == "announce", l == "confirm":
		return travaux.Agreed, true, true
	case r.lex.in("plan", l):
		s, ok = travaux.Scheduled, !p.Negated
		if p.Past && (p.Progressive || p.Perfect) {
			s = travaux.Superseded // "was planning a trip"
		}
		return s, ok, true
	case r.lex.in("propose", l):
		return travaux.Proposed, true, true
	}
	return "", false, false
}

// byNoun reads a noun that governs this one: "plans for a meeting", "hopes of
// talks".
func (r *reader) byNoun(i int) travaux.EventStatus {
	h := r.x.Head(i)
	if h < 0 || !r.nominal(h) || !r.x.Is(i, "nmod") {
		return ""
	}
	l := r.Lemma(h)
	if !r.lex.in("wish", l) && !r.lex.in("plan", l) {
		return ""
	}
	for _, t := range r.turns(h) { // "plans for a meeting fell apart"
		if t.status == travaux.Cancelled || t.status == travaux.Postponed {
			return t.status
		}
	}
	if _, last := r.x.Yield(h); r.verb(last) && r.x.Kid(last, "nsubj") < 0 && last < r.Sent(h).Last { // the tree may hang the verb elsewhere
		if p, ok := r.x.Predicate(last); ok {
			if t := r.turnOf(&p, false); t.status == travaux.Cancelled || t.status == travaux.Postponed {
				return t.status
			}
		}
	}
	if c := r.x.Case(i); c == "for" || c == "of" || c == "to" {
		return travaux.Proposed
	}
	return ""
}
