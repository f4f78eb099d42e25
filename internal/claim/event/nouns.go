package event

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// nounEvent reads the event that noun i heads; first is the trigger's first
// token.
func (r *reader) nounEvent(t *trigger, first, i int) {
	if p, ok := r.x.Predicate(i); ok && p.Negated || r.caption(i) { // "we are not in talks"
		return
	}
	if t.Kind == travaux.Call && r.Low(i+1) == "to" { // a ship's, at a port
		if m := r.Mention(i + 2); m != nil && m.Type == lang.Place && m.Sense == lang.AsPlace {
			return
		}
	}
	if r.modifies(i) || t.Words[0] == "talk" && r.xpos(i) == "NN" || t.Kind == travaux.Call && r.calledFor(i) {
		return
	}
	if h := r.x.Head(i); r.x.Is(i, "nmod") && r.x.Case(i) == "of" && (r.Lemma(h) == "lack" || r.Lemma(h) == "absence" || r.Lemma(h) == "want") {
		return // "the lack of a formal vote"
	}
	if t.Kind == travaux.Absence {
		r.absenceNoun(t, i)
		return
	}
	carrier, support := r.carrier(i)
	f := &found{t: t, kind: t.Kind, first: first, last: i + 1, at: i, carrier: carrier, rule: "noun-frame", said: r.turns(i)}
	var ok bool
	if f.status, ok = r.nounStatus(f, support); !ok || r.denies(i) {
		return
	}
	if t.Kind == travaux.Ceasefire && carrier >= 0 && !support && r.Low(r.x.Kid(carrier, "mark")) == "to" {
		f.status = travaux.Proposed
	}
	f.definite, f.order = r.definite(i), r.order(i)
	f.held = carrier >= 0 && support && f.status != travaux.Proposed
	f.dates, f.places, f.durations = r.datesOf(f), r.placesOf(f), r.durationsOf(f)
	if t.Kind == travaux.Call && t.Words[0] == "conversation" && r.plural(i) {
		f.kind = travaux.Meeting // one may be by telephone, several are a way of meeting
	}
	r.nounSides(f, support)
	r.onStrike(f)
	if !r.enough(f) {
		return
	}
	r.settleByDate(f)
	if k := r.talksOf(i); k >= 0 { // "a round of talks" is one event, not two
		r.claimed[k] = true
	}
	r.claim(f)
}

// onStrike reads "the crews are on strike".
func (r *reader) onStrike(f *found) {
	if !f.t.has("labour") || r.x.Case(f.at) != "on" {
		return
	}
	p, ok := r.x.Predicate(f.at)
	if h := r.x.Head(f.at); (!ok || len(p.Subject) == 0) && h >= 0 { // "have been on strike"
		p, ok = r.x.Predicate(h)
	}
	if !ok {
		return
	}
	f.actors.join(r.subject(&p))
	if f.status == travaux.StatusUnknown && !p.Past {
		f.status = travaux.UnderWay
	}
}

// modifies reports whether noun i only stands before another: "meeting room".
func (r *reader) modifies(i int) bool {
	return r.x.Is(i, "compound", "amod", "flat", "nmod:desc") && r.x.Head(i) > i
}

// calledFor reports whether the call at token i is one for something.
func (r *reader) calledFor(i int) bool {
	for _, kid := range r.x.Kids(i) {
		if c := r.x.Case(int(kid)); int(kid) > i && (c == "for" || c == "on") && r.Timex(int(kid)) == nil {
			return true
		}
	}
	return r.Low(i+1) == "for" || r.Low(i+1) == "to" && r.xpos(i+2) == "VB" || r.x.Kid(i, "acl") > i && r.Low(r.x.Kid(r.x.Kid(i, "acl"), "mark")) == "to"
}

// settleByDate gives an event of open status the one that its date has against
// the report's own.
func (r *reader) settleByDate(f *found) {
	turned, _ := outcomeOf(f.said)
	open := f.status == travaux.StatusUnknown || f.status == travaux.Happened && !f.held && turned == "" && len(f.dates) > 0
	if !open {
		return
	}
	if s := r.byDate(f.dates); s != travaux.StatusUnknown && !(f.status == travaux.Happened && r.lex.in("past", f.order)) {
		f.status = s
	}
	if c := r.x.Case(f.at); f.status == travaux.StatusUnknown && (c == "after" || c == "of") && len(f.durations) > 0 {
		f.status = travaux.Happened
	}
}

// talksOf is the noun for talks in "a round of talks", -1 for none.
func (r *reader) talksOf(i int) int {
	for _, kid := range r.x.Kids(i) {
		if k := int(kid); r.x.Is(k, "nmod") && r.x.Case(k) == "of" && r.talksNoun(k) {
			return k
		}
	}
	return -1
}

// denies reports whether the phrase of noun i says that there was none.
func (r *reader) denies(i int) bool {
	switch r.Low(r.x.Kid(i, "det")) {
	case "no", "any", "every", "each":
		return true
	}
	return false
}

// definite reports whether the phrase of noun i refers back by its article.
func (r *reader) definite(i int) bool {
	switch r.Low(r.x.Kid(i, "det")) {
	case "the", "that", "this", "these", "those":
		return true
	}
	return false
}

// order returns the word that numbers the event in a series.
func (r *reader) order(i int) string {
	for _, kid := range r.x.Kids(i) {
		if k := int(kid); k < i && r.lex.in("order", r.Low(k)) {
			return r.Low(k)
		}
	}
	return ""
}

// nounStatus tells how far the event of a noun is said to have come: by the
// words before it, by what is said of it, by the verb that carries it.
func (r *reader) nounStatus(f *found, support bool) (travaux.EventStatus, bool) {
	if s := r.byWords(f.at); s != "" {
		return s, true
	}
	if s, _ := outcomeOf(f.said); s != "" {
		return s, true
	}
	if s, ok, told := r.byCarrier(f, support); told {
		return s, ok
	}
	if s := r.byNoun(f.at); s != "" {
		return s, true
	}
	if r.lex.in("past", r.order(f.at)) || r.hasWord(f.at, "past") {
		return travaux.Happened, true
	}
	switch r.x.Case(f.at) {
	case "after", "since", "during", "following":
		if at, _ := r.clauseOf(f.at); at != f.at {
			if s, ok := r.verbStatus(at); ok && (s == travaux.Happened || s == travaux.Scheduled) {
				return s, true
			}
		}
	}
	if f.carrier < 0 && !r.settled(f.at) {
		return travaux.StatusUnknown, true
	}
	if f.carrier >= 0 && r.conditional(f.carrier) {
		return travaux.Proposed, true
	}
	return travaux.Happened, true
}

// byWords reads the words before the noun: "the postponed summit".
func (r *reader) byWords(i int) travaux.EventStatus {
	switch {
	case r.hasWord(i, "gone"):
		return travaux.Cancelled
	case r.hasWord(i, "late"):
		return travaux.Postponed
	case r.hasWord(i, "ahead"):
		return travaux.Scheduled
	case r.hasWord(i, "maybe"):
		return travaux.Proposed
	case r.hasWord(i, "ongoing"):
		return travaux.UnderWay
	}
	return ""
}

func (r *reader) hasWord(i int, class string) bool {
	first, _ := r.x.Core(i)
	for k := first; k < i; k++ {
		if r.lex.in(class, r.Low(k)) && r.x.Under(k, i) {
			return true
		}
	}
	return false
}

// settled reports whether the phrase of noun i speaks of an event as known: it
// is definite or owned, and stands in no heading.
func (r *reader) settled(i int) bool {
	if r.Doc.Blocks[r.Sent(i).Block].Kind == lang.Heading {
		return false
	}
	return r.Low(r.x.Kid(i, "det")) == "the" || r.x.Owner(i) >= 0
}
