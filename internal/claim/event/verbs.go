package event

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// verbEvent reads the event that verb i tells of; end is the token after the
// trigger's words.
func (r *reader) verbEvent(t *trigger, i, end int) {
	p, ok := r.x.Predicate(i)
	if !ok || !r.clausal(i) || r.caption(i) { // "the sanctioned port"
		return
	}
	switch {
	case t.Words[0] == "send" && r.sentOnly(&p):
		return
	case t.has("missed") || t.Kind == travaux.Absence:
		r.missing(t, &p, end)
		return
	case t.has("press"):
		r.told(&p)
		return
	}
	status, ok := r.verbStatus(i)
	if !ok {
		return
	}
	f := &found{t: t, kind: t.Kind, status: status, first: i, last: end, at: i, carrier: -1, rule: "verb-frame"}
	f.actors = r.subject(&p)
	if !r.frame(f, &p) || status == travaux.Proposed && r.onlySought(f) {
		return
	}
	f.dates = first(f.dates, r.datesOf(f))
	if f.places == nil {
		f.places = r.placesOf(f)
	}
	switch f.kind {
	case travaux.Meeting, travaux.Call, travaux.Visit, travaux.Briefing, travaux.IndustrialAction:
		f.durations = r.durationsOf(f)
	}
	if len(f.dates) == 0 && (r.habit(i) || r.describes(f)) {
		return
	}
	if f.status == travaux.Happened && r.present(i) && r.byDate(f.dates) == travaux.Scheduled { // "the parties meet next Tuesday"
		f.status = travaux.Scheduled
	}
	if f.status == travaux.UnderWay && r.byDate(f.dates) == travaux.Scheduled { // "is meeting them on Friday"
		f.status = travaux.Scheduled
	}
	r.claim(f)
}

// onlySought reports whether an act of deciding is only asked for, with no day for
// it.
func (r *reader) onlySought(f *found) bool {
	switch f.kind {
	case travaux.Decision, travaux.Vote, travaux.Ratification, travaux.Signature, travaux.Visit, travaux.Appointment:
		return len(r.datesOf(f)) == 0
	}
	return false
}

func first(a, b []travaux.Value) []travaux.Value {
	if a != nil {
		return a
	}
	return b
}

// frame fills the sides of f as its trigger takes them, and reports whether it
// has what it needs.
func (r *reader) frame(f *found, p *clause.Predicate) bool {
	t := f.t
	switch {
	case t.has("text"):
		return r.textEvent(f, p)
	case t.has("moved"):
		return r.moved(f, p)
	case t.has("place") || t.has("to") && t.Kind == travaux.Visit || t.has("for"):
		return r.journey(f, p)
	case t.has("labour"):
		return r.labour(f.actors) && len(p.Object) == 0
	case t.Kind == travaux.Vote:
		return r.bodies(f.actors) || r.labour(f.actors)
	case t.has("left"):
		return r.leaves(f, p)
	case t.Kind == travaux.Walkout:
		return !f.actors.none() && r.walksOut(f, p)
	case t.has("office"):
		return r.office(f, p)
	case t.has("alone"):
		return !f.actors.none() && !reflexive(r.Low(f.last))
	}
	return r.encounter(f, p)
}

func reflexive(low string) bool {
	return strings.HasSuffix(low, "self") || strings.HasSuffix(low, "selves")
}

// leaves reads who leaves talks: "walked out of pay talks", "pulled out of the
// negotiations".
func (r *reader) leaves(f *found, p *clause.Predicate) bool {
	k := r.talksLeft(p)
	if k < 0 || f.actors.none() || r.xpos(p.At) == "VBG" || f.t.Words[0] == "leave" && r.persons(f.actors) {
		return false
	}
	if r.x.Is(p.At, "advcl") && !p.Infinite && p.Marker != "" { // "as she left the talks"
		return false
	}
	r.claimed[k] = true
	return true
}

// talksLeft is the noun for talks that p's object or a phrase after "of" or
// "from" is, -1 for none.
func (r *reader) talksLeft(p *clause.Predicate) int {
	for _, o := range p.Object {
		if r.talksNoun(o) {
			return o
		}
	}
	for _, o := range p.Obliques {
		if c := r.cases(o.Head); (c == "of" || c == "from" || c == "out of") && r.talksNoun(o.Head) {
			return o.Head
		}
	}
	end := min(p.At+7, r.Sent(p.At).Last)
	for k := p.At + 1; k < end; k++ { // "of pay talks", whatever the parser made of "pay"
		if c := r.Low(k - 1); r.talksNoun(k) && (c == "of" || c == "from" || r.Low(k-2) == "of" || r.Low(k-2) == "from") {
			return k
		}
	}
	return -1
}

// walksOut tells a strike from who leaves a meeting.
func (r *reader) walksOut(f *found, p *clause.Predicate) bool {
	switch k := r.talksLeft(p); {
	case k >= 0:
		r.claimed[k] = true
		return true
	case r.labour(f.actors):
		if !r.offeredIn(f.at) {
			f.kind = travaux.IndustrialAction
		}
		return true
	}
	return r.assemblyIn(f.at)
}

// offeredIn reports whether the sentence of token i tells of an offer being
// made, so that who walks out then walks out of talks, not of work: "what the
// company offered on Monday, when the union walked out".
func (r *reader) offeredIn(i int) bool {
	s := r.Sent(i)
	for k := s.First; k < s.Last; k++ {
		if l := r.Lemma(k); (l == "offer" || l == "propose" || l == "table") && r.POS(k) == lang.VERB {
			return true
		}
	}
	return false
}

// office reads who takes or gives up an office: "took office", "was sworn in",
// "resigned".
func (r *reader) office(f *found, p *clause.Predicate) bool {
	if f.status == travaux.Proposed || reflexive(r.Low(f.last)) {
		return false
	}
	if p.Passive {
		f.actors, f.others = party{}, r.party(p.Object)
		return !f.others.none()
	}
	for _, h := range f.actors.heads { // "since taking office, she and her aides"
		if w := r.one(h); r.persons(w) {
			f.actors = w
			return true
		}
	}
	return !f.actors.none() && f.t.Words[0] == "resign"
}

// journey reads who went where.
func (r *reader) journey(f *found, p *clause.Predicate) bool {
	if f.t.has("place") {
		for _, o := range p.Object {
			if v, ok := r.placeAt(o); ok && f.places == nil {
				f.places = []travaux.Value{v}
			} else if !ok {
				f.others.join(r.party([]int{o}))
			}
		}
	}
	for _, o := range p.Obliques {
		switch {
		case f.places != nil:
		case o.Case == "to", o.Case == "into", o.Case == "in", o.Case == "for" && f.t.has("for"):
			for _, k := range r.x.Conj(o.Head) {
				if v, ok := r.placeAt(k); ok {
					f.places = append(f.places, v)
				}
			}
		}
	}
	if f.t.Words[0] != "return" {
		f.actors.join(r.with(p, "with"))
	}
	return !f.actors.none() && len(f.places)+len(f.others.ids) > 0 && !r.things(f.actors)
}

// things reports whether what goes is not somebody: "the draft went to Oslo".
func (r *reader) things(w party) bool {
	return !slices.ContainsFunc(w.ids, func(id string) bool { a := r.Cast.Actor(id); return a != nil && a.Type != travaux.ActorDocument })
}

// moved reads who was sent or appointed.
func (r *reader) moved(f *found, p *clause.Predicate) bool {
	gone := r.party(p.Object)
	if gone.none() {
		return false
	}
	if f.kind == travaux.Appointment {
		as := slices.ContainsFunc(p.Obliques, func(o clause.Oblique) bool { return o.Case == "as" }) || p.Complement >= 0 || r.x.Kid(p.At, "xcomp", "obl") >= 0
		if f.t.has("as") && !as || !r.persons(gone) {
			return false
		}
		f.others = gone
		return true
	}
	f.actors, f.rule = gone, "sent-to"
	for _, o := range p.Obliques {
		if o.Case == "to" || o.Case == "into" {
			if v, ok := r.placeAt(o.Head); ok {
				f.places = []travaux.Value{v}
				return true
			}
		}
	}
	return false
}
