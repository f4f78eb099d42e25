package event

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang/clause"
)

// turn is what a clause says of a noun: "the talks began", "a round planned for
// May", "the session, which lasted", "a session that she chaired".
type turn struct {
	at      int                 // its verb, or the word after the copula
	object  bool                // the noun is the object
	status  travaux.EventStatus // what it makes of the event, "" where it says nothing of it
	happens bool                // it says that the event is, was or will be
}

// turns returns what the sentence says of noun n.
func (r *reader) turns(n int) []turn {
	var out []turn
	add := func(v int, object bool) {
		if p, ok := r.x.Predicate(v); ok && len(out) < 8 {
			out = append(out, r.turnOf(&p, object))
		}
	}
	if h := r.x.Head(n); r.x.Is(n, "nsubj") && h >= 0 {
		add(h, false)
		for _, kid := range r.x.Kids(h) {
			k := int(kid)
			if r.x.Is(k, "conj") && r.verb(k) && r.x.Kid(k, "nsubj") < 0 {
				add(k, false)
			}
		}
	}
	for _, kid := range r.x.Kids(n) {
		k := int(kid)
		switch {
		case r.x.Is(k, "acl:relcl"):
			add(k, r.x.Kid(k, "nsubj") >= 0 && !relative(r.Low(r.x.Kid(k, "nsubj"))))
		case r.x.Is(k, "acl"):
			for _, v := range r.x.Conj(k) { // "hosted by A and mediated by B"
				add(v, false)
			}
		case r.x.Is(k, "conj") && r.verb(k):
			add(k, false)
		case r.x.Is(k, "amod") && k > n && r.verb(k): // "talks scheduled for May"
			add(k, false)
		}
	}
	if h := r.x.Head(n); r.x.Is(n, "obj", "obl") { // "in a ballot to be held in May" may hang on the verb
		if k := r.x.Kid(h, "xcomp", "advcl"); k > n && r.x.Kid(k, "aux:pass") > n && r.x.Kid(k, "mark") == n+1 {
			add(k, false)
		}
	}
	return out
}

func relative(low string) bool {
	switch low {
	case "that", "which", "who":
		return true
	}
	return false
}

// turnOf tells what clause p makes of the event that is its subject, or its
// object.
func (r *reader) turnOf(p *clause.Predicate, object bool) turn {
	t := turn{at: p.At, object: object}
	k, l := p.At, r.Lemma(p.At)
	if !r.verb(k) || l == "be" || l == "set" && r.x.Kid(k, "cop") >= 0 {
		t.status, t.happens = r.copular(p)
		return t
	}
	passive := p.Passive || object
	held := r.lex.in("held", l)
	switch {
	case object:
		if r.lex.in("support", l) || r.lex.in("ends", l) || r.lex.in("timed", l) || held {
			if s, ok := r.verbStatus(k); ok {
				t.status, t.happens = s, true
			}
		}
	case r.calledOff(p, l, passive):
		t.status, t.happens = travaux.Cancelled, true
	case r.lex.in("postpone", l) && passive, l == "put" && passive && (p.Particle == "off" || r.x.Low(k+1) == "off" || r.x.Low(k+1) == "on"):
		t.status, t.happens = travaux.Postponed, true
	case passive && r.lex.in("plan", l), l == "await" && passive, l == "loom":
		t = r.planned(p, t)
	case p.Infinite && !p.Progressive && p.Marker == "to" && !p.Passive && !r.comesAbout(l): // "a vote to leave": what for, not when
	case p.Infinite && !p.Progressive && p.Marker == "to": // "a vote to be held"
		t.status, t.happens = travaux.Scheduled, true
		if r.wished(k) {
			t.status = travaux.Proposed
		}
	case p.Progressive && p.Infinite && r.lex.in("begins", l): // "the talks starting in May"
		t.status, t.happens = travaux.StatusUnknown, len(r.datesIn(k, k, false)) > 0
	case passive && held, r.lex.in("begins", l), r.lex.in("ends", l) && r.going(p), r.lex.in("lasting", l):
		t = r.ran(p, t)
	case p.Modal == "will", p.Modal == "shall":
		t.status = travaux.Scheduled
	case p.Modal != "":
		t.status = travaux.Proposed
	}
	return t
}

// comesAbout reports whether a verb tells how an event itself goes.
func (r *reader) comesAbout(l string) bool {
	switch l {
	case "happen", "occur", "take", "come", "follow", "be":
		return true
	}
	return r.lex.in("begins", l) || r.lex.in("ends", l) || r.lex.in("lasting", l) || r.lex.in("held", l)
}

func (r *reader) calledOff(p *clause.Predicate, l string, passive bool) bool {
	next := r.x.Low(p.At + 1)
	switch {
	case p.Negated:
		return false
	case l == "fall":
		return next == "apart" || next == "through"
	case l == "call":
		return passive && (next == "off" || p.Particle == "off")
	}
	return r.lex.in("cancel", l) && passive && l != "collapse"
}

// planned reads "was scheduled for May", "are expected to resume".
func (r *reader) planned(p *clause.Predicate, t turn) turn {
	if p.Modal != "" && p.Modal != "will" {
		t.status = travaux.Proposed
		return t
	}
	t.status, t.happens = travaux.Scheduled, !p.Negated
	if p.Past && p.Perfect || r.lex.in("formerly", r.Low(r.x.Kid(p.At, "advmod"))) {
		t.status = travaux.Superseded // "had been scheduled", "was originally due"
	}
	if p.Complement >= 0 {
		l := r.Lemma(p.Complement)
		t.happens = !p.Negated && (r.lex.in("begins", l) || r.lex.in("ends", l) || r.lex.in("held", l))
	}
	return t
}

// ran reads verbs of what begins, goes on, is held and ends.
func (r *reader) ran(p *clause.Predicate, t turn) turn {
	if p.Passive && p.Infinite && r.x.Is(p.At, "acl") { // "the talks held in May"
		t.happens = true
		if r.x.Kid(p.At, "obl:agent") >= 0 { // "a meeting held by the mayor"
			t.status = travaux.Happened
		}
		return t
	}
	s, ok := r.verbStatus(p.At)
	if !ok {
		t.status, t.happens = travaux.Proposed, !p.Negated && !r.conditional(p.At)
		return t
	}
	t.status, t.happens = s, true
	if s != travaux.Happened || !r.present(p.At) {
		return t
	}
	switch dated := len(r.datesIn(p.At, p.At, false)) > 0; {
	case !dated:
		t.status, t.happens = travaux.UnderWay, p.Passive || p.Progressive || r.Lemma(p.At) == "continue"
	case r.lex.in("ends", r.Lemma(p.At)):
		t.status = ""
	default:
		t.status = travaux.Scheduled
	}
	return t
}

// copular reads "is due", "are under way", "was over", "is on Friday".
func (r *reader) copular(p *clause.Predicate) (travaux.EventStatus, bool) {
	if p.Modal != "" && p.Modal != "will" || p.Negated {
		return "", false
	}
	k := p.At
	c := r.x.Case(k)
	switch l := r.Low(k); {
	case l == "due", l == "set", l == "imminent", l == "upcoming":
		return travaux.Scheduled, true
	case l == "underway", l == "way" && c == "under", l == "progress" && c == "in", l == "ongoing":
		return travaux.UnderWay, true
	case l == "hold" && c == "on":
		return travaux.Postponed, true
	case l == "off" && r.x.Kid(k, "obl", "nmod") < 0:
		return travaux.Cancelled, true
	case l == "over" && r.x.Kid(k, "obl", "nmod") < 0:
		return travaux.Happened, true
	case r.Timex(k) != nil && (c == "on" || c == "in" || c == "at"):
		return "", true
	}
	return "", false
}

// wished reports whether the noun before the infinitive at verb k is what
// somebody calls for: "demanded a vote to be held".
func (r *reader) wished(k int) bool {
	for steps, h := 0, r.x.Head(k); h >= 0 && steps < 3; steps, h = steps+1, r.x.Head(h) {
		l := r.Lemma(h)
		if l == "call" || r.lex.in("propose", l) && l != "open" && l != "ready" || l == "reject" || r.lex.in("wish", l) {
			return true
		}
		if r.clausal(h) {
			return false
		}
	}
	return false
}

// going keeps verbs with a second word to their event sense: "took place",
// "went on", "broke up".
func (r *reader) going(p *clause.Predicate) bool {
	next := r.x.Low(p.At + 1)
	switch r.Lemma(p.At) {
	case "take":
		return next == "place"
	case "go":
		switch next {
		case "on", "ahead", "well", "late", "into", "nowhere":
			return true
		}
		return false
	case "break":
		return next == "up" || next == "off" || next == "down"
	case "fall":
		return next == "on"
	case "close", "run", "stretch":
		return len(p.Object) == 0 || r.Timex(p.Object[0]) != nil
	}
	return true
}

// outcomeOf is the status that turns give an event, and whether they say of it
// that it is, was or will be.
func outcomeOf(ts []turn) (status travaux.EventStatus, happens bool) {
	for _, t := range ts {
		happens = happens || t.happens
		if status == "" || t.status == travaux.Cancelled || t.status == travaux.Postponed {
			status = t.status
		}
	}
	return status, happens
}
