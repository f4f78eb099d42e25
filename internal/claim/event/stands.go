package event

import (
	"github.com/travaux/travaux"
)

// stands reports whether a noun tells of one event though nobody is named who
// takes part: it has a length, a day, a place, a number in a series, or a verb
// that says that it is, was or will be. "Wants talks" has none of these.
func (r *reader) stands(f *found) bool {
	if r.otherSense(f) {
		return false
	}
	near, place := r.timed(f.at, true), len(f.places) > 0
	day := near || len(f.dates) > 0
	long := len(f.durations) > 0
	_, happens := outcomeOf(f.said)
	if f.status == travaux.Proposed {
		return (happens || f.carrier >= 0) && (day || place) && (!f.t.has("named") || day)
	}
	if f.t.has("named") { // a dinner, a hearing: only what is set in time
		return long || near || day && (happens || f.held)
	}
	c := r.x.Case(f.at)
	switch {
	case long, happens:
		return true
	case day && (near || f.held || c == "after" || c == "at"):
		return true
	case place && (r.settled(f.at) || f.held || r.plural(f.at)) && r.ownPlace(f):
		return true
	case f.order != "" && f.order != "last" && f.kind == travaux.Meeting:
		return r.settled(f.at) || f.held
	}
	return false
}

// ownPlace reports whether the place hangs on the noun itself.
func (r *reader) ownPlace(f *found) bool {
	for _, k := range r.placeKids(f.at, "nmod") {
		if _, ok := r.placeAt(k); ok {
			return true
		}
	}
	return false
}

// otherSense reports whether the noun means something else than an event of a
// negotiation: a round of golf, a parliament's session, an air strike.
func (r *reader) otherSense(f *found) bool {
	if r.hasWord(f.at, "unlike") {
		return true
	}
	head := f.t.Words[len(f.t.Words)-1]
	switch {
	case f.kind == travaux.Vote:
		return !r.aboutLabour() && !r.aboutTalks()
	case f.t.has("labour"):
		return !r.aboutLabour() || r.hasCase(f.at, "on", "against")
	case head == "session":
		return r.Low(f.at-1) == "in"
	case head == "round":
		return r.round(f)
	case head == "ceremony", head == "signing", head == "dinner", head == "lunch":
		return !r.aboutTalks()
	}
	return false
}

// round reports whether a round is not one of talks.
func (r *reader) round(f *found) bool {
	for _, kid := range r.x.Kids(f.at) {
		if k := int(kid); r.x.Is(k, "nmod") && r.x.Case(k) == "of" {
			return !r.talksNoun(k)
		}
	}
	first, _ := r.x.Core(f.at)
	for k := first; k < f.at; k++ {
		if r.talksNoun(k) || r.lex.in("bargain", r.Low(k)) {
			return false
		}
	}
	return f.order == "" && first == f.at || !r.aboutTalks()
}

func (r *reader) hasCase(i int, cases ...string) bool {
	for _, kid := range r.x.Kids(i) {
		k := int(kid)
		if k < i || !r.x.Is(k, "nmod") || r.Timex(k) != nil {
			continue
		}
		for _, c := range cases {
			if r.x.Case(k) == c {
				return true
			}
		}
	}
	return false
}

// talksNoun reports whether token k is a noun for negotiating.
func (r *reader) talksNoun(k int) bool {
	switch r.Lemma(k) {
	case "talk", "talks":
		return r.plural(k)
	case "negotiation", "consultation", "discussion", "bargaining", "meeting", "dialogue", "mediation":
		return r.nominal(k)
	}
	return false
}

// aboutTalks reports whether the report speaks of talks at all.
func (r *reader) aboutTalks() bool {
	return r.mentionsAny("talks", func(k int) bool { return r.talksNoun(k) || r.lex.in("settling", r.Lemma(k)) }, 1)
}

// aboutLabour reports whether the report speaks of unions or workers.
func (r *reader) aboutLabour() bool {
	return r.mentionsAny("labour", func(k int) bool {
		return r.lex.in("labour", r.Lemma(k)) && r.Low(k) != "members" && r.Low(k) != "staff"
	}, 2)
}

// mentionsAny reports whether at least n tokens of the report pass; the answer is
// kept by name.
func (r *reader) mentionsAny(name string, pass func(int) bool, n int) bool {
	if known, ok := r.about[name]; ok {
		return known
	}
	left := n
	for k := range r.Doc.Toks {
		if pass(k) {
			if left--; left == 0 {
				break
			}
		}
	}
	r.about[name] = left == 0
	return r.about[name]
}
