package event

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

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
	if f.t.Words[0] == "meet" && p.Passive && len(p.Object) == 1 && r.Low(p.Object[0]) == "it" { // "it was met by a storm of protest"
		return false
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
			if m := r.Mention(o.Head); o.Case == "to" && (m == nil || m.Type == lang.Place) && !r.nominalParty(o.Head) {
				continue // "speaking on the way to the capital"
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

// nominalParty reports whether noun h names somebody by what they are.
func (r *reader) nominalParty(h int) bool { return r.POS(h) == lang.NOUN && r.Mention(h) == nil }

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
	switch x := r.xpos(f.others.last); { // "called her a friend"
	case f.others.last <= p.At:
	case x == "DT", x == "JJ", x == "``", x == "PRP$", x == "''":
		return false
	}
	return !p.Passive && !p.Infinite && p.Complement < 0 && p.Particle == "" && !f.actors.none() && r.persons(f.others) && r.persons(f.actors)
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
