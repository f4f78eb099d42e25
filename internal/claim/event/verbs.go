package event

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang/clause"
)

// verbEvent reads the event that verb i tells of; end is the token after the
// trigger's words.
func (r *reader) verbEvent(t *trigger, i, end int) {
	p, ok := r.x.Predicate(i)
	if !ok || !r.clausal(i) { // "the sanctioned port"
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
	if !r.frame(f, &p) {
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
	if f.status == travaux.Happened && r.present(i) && r.byDate(f.dates) == travaux.Scheduled { // "the parties meet next Tuesday"
		f.status = travaux.Scheduled
	}
	if f.status == travaux.UnderWay && r.byDate(f.dates) == travaux.Scheduled { // "is meeting them on Friday"
		f.status = travaux.Scheduled
	}
	r.claim(f)
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
		f.kind = travaux.IndustrialAction
		return true
	}
	return r.assemblyIn(f.at)
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

// encounter reads two sides that meet, speak or brief.
func (r *reader) encounter(f *found, p *clause.Predicate) bool {
	if f.t.has("joint") { // "the chair and the envoy discussed a draft"
		for _, o := range p.Object {
			if c := r.texts.At(o); c != nil {
				f.about = c.ID
			}
		}
		f.others = r.with(p, "with")
		return len(f.actors.ids) > 1 || len(f.actors.ids) == 1 && !f.others.none()
	}
	if f.t.has("obj") {
		if r.audience(p.Object) {
			return false
		}
		f.others = r.party(p.Object)
		f.others.join(r.party(p.Indirect))
	}
	if f.t.Words[0] == "speak" && r.speech(f, p) {
		return true
	}
	for _, o := range p.Obliques {
		if o.Case == "with" || o.Case == "to" && f.t.has("to") {
			heads := r.x.Conj(o.Head)
			if r.audience(heads) {
				return false
			}
			if len(p.Object) > 0 && !f.others.none() && f.t.Words[0] == "meet" || f.t.has("obj") && !f.t.has("with") {
				continue
			}
			f.others.join(r.party(heads))
		}
	}
	r.pair(f, p)
	f.medium = r.mediumOf(f)
	if f.t.has("person") {
		if f.kind == travaux.Call {
			return r.calls(f, p)
		}
		f.hosts = f.actors
		return !f.actors.none() && r.hosted(f)
	}
	if r.outlets(f.others) {
		return false
	}
	switch {
	case f.kind == travaux.Call && f.t.Words[0] == "talk" && f.medium != travaux.ByPhone:
		return false
	case f.medium == travaux.ByPhone:
		f.kind = travaux.Call
	case f.kind == travaux.Call && f.medium == travaux.InPerson:
		f.kind = travaux.Meeting
	}
	switch f.kind {
	case travaux.Briefing:
		return !f.others.none()
	case travaux.Sanction, travaux.MilitaryAct:
		return !f.others.none() && !f.actors.none()
	}
	if f.others.none() {
		return len(f.actors.ids) > 1 || r.gathering(f, p)
	}
	return !f.actors.none() || f.t.Words[0] == "meet" && r.xpos(f.first) != "VBG"
}

// calls reads who calls whom: "called and congratulated the winner", but not
// "called her a winner".
func (r *reader) calls(f *found, p *clause.Predicate) bool {
	if f.others.none() && len(p.Object) == 0 {
		if k := r.x.Kid(p.At, "conj"); k >= 0 && r.verb(k) {
			f.others = r.party(r.x.Conj(r.x.Kid(k, "obj")))
		}
	}
	for _, o := range p.Obliques {
		if o.Case == "for" || o.Case == "on" {
			return false
		}
	}
	return !p.Passive && p.Complement < 0 && p.Particle == "" && !f.actors.none() && r.persons(f.others) && r.persons(f.actors)
}

// hosted reports whether those received are people or those who speak for a
// side.
func (r *reader) hosted(f *found) bool {
	if f.others.none() {
		return false
	}
	if r.persons(f.others) {
		return true
	}
	return slices.ContainsFunc(f.others.heads, func(h int) bool { return r.lex.in("delegates", r.Lemma(h)) })
}

// with is the party after preposition c.
func (r *reader) with(p *clause.Predicate, c string) party {
	var w party
	for _, o := range p.Obliques {
		if o.Case == c && r.Timex(o.Head) == nil {
			w.join(r.party(r.x.Conj(o.Head)))
		}
	}
	return w
}

// pair gives "they" and "the two leaders" without a known reference the sides of
// the contact told last.
func (r *reader) pair(f *found, p *clause.Predicate) {
	if !f.others.none() || len(p.Subject) != 1 || len(f.actors.ids) > 1 || !contact(f.kind) {
		return
	}
	s := p.Subject[0]
	first, _ := r.x.Core(s)
	two := r.Low(s) == "they" || r.Low(s) == "both" || r.Low(first) == "the" && (r.Low(first+1) == "two" || r.Low(s) == "pair")
	if !two {
		return
	}
	if j := r.antecedent(f.first, f.kind); j >= 0 {
		f.actors = party{ids: sides(&r.events[j]), heads: f.actors.heads, first: first, last: s + 1}
	}
}

// speech reads who spoke at a meeting: "speaking at the forum".
func (r *reader) speech(f *found, p *clause.Predicate) bool {
	if f.actors.none() {
		return false
	}
	for _, o := range p.Obliques {
		if o.Case == "with" {
			return false
		}
	}
	for _, o := range p.Obliques {
		if o.Case != "at" && o.Case != "to" || !r.assembly(o.Head) {
			continue
		}
		s := r.Span(r.x.Core(o.Head))
		f.kind, f.rule = travaux.Speech, "spoke-at"
		f.outcomes = []travaux.Value{r.Value("spoke at "+quoted(s.Quote), s, "spoke-at")}
		if vs := r.placeBefore(o.Head); vs != nil {
			f.places = vs
		}
		return true
	}
	return false
}

// gathering reports whether a group in the plural meets at a place or on a day:
// "the ministers will meet in Oslo".
func (r *reader) gathering(f *found, p *clause.Predicate) bool {
	if f.t.Words[0] != "meet" || f.actors.none() || len(p.Object) > 0 {
		return false
	}
	if !slices.ContainsFunc(f.actors.heads, func(h int) bool { return r.plural(h) || r.lex.in("gathers", r.Lemma(h)) }) {
		return false
	}
	return len(r.placesOf(f)) > 0 || len(r.datesOf(f)) > 0
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
