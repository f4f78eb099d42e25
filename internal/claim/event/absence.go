package event

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// missing reads who stays away from what: "skipped the session", "is expected
// to miss the talks", "did not attend", "stayed back in the capital".
func (r *reader) missing(t *trigger, p *clause.Predicate, end int) {
	i := p.At
	h := r.x.Head(i)
	refused := p.Infinite && r.x.Is(i, "xcomp") && h >= 0 && r.lex.in("refuse", r.Lemma(h))
	unplanned := p.Infinite && r.x.Is(i, "xcomp") && r.unplanned(h)
	denied := p.Negated || refused || unplanned
	if t.has("negated") != denied || r.conditional(i) {
		return
	}
	f := &found{t: t, kind: travaux.Absence, first: i, last: end, at: i, carrier: -1, rule: "absence-verb"}
	f.actors = r.subject(p)
	if f.actors.none() || !t.has("missed") && !r.assemblyIn(i) || !r.whatIsMissed(f, p) {
		return
	}
	var ok bool
	if f.status, ok = r.absenceStatus(p, refused || unplanned); !ok {
		return
	}
	if p.Infinite && h >= 0 && r.lex.in("plan", r.Lemma(h)) && i-h < 4 && h < i {
		f.first = h
	} else if k := r.x.Kid(i, "aux", "advmod"); k >= 0 && k < i && i-k < 4 {
		f.first = k
	}
	f.dates, f.places = r.datesOf(f), r.placesOf(f)
	r.claim(f)
}

// whatIsMissed finds the meeting missed, and reports whether the verb may go
// without or has one.
func (r *reader) whatIsMissed(f *found, p *clause.Predicate) bool {
	if !f.t.has("missed") {
		return true
	}
	heads := p.Object
	for _, o := range p.Obliques {
		switch o.Case {
		case "of", "at", "in", "for", "from":
			heads = append(heads, o.Head)
		}
	}
	for _, o := range heads {
		if r.Timex(o) == nil && r.assembly(o) {
			f.outcomes = []travaux.Value{r.missed(o)}
			r.claimed[o] = true
			return true
		}
	}
	return f.t.has("alone") && len(p.Object) == 0 && r.aboutTalks()
}

func (r *reader) absenceStatus(p *clause.Predicate, avoided bool) (travaux.EventStatus, bool) {
	switch {
	case p.Modal == "will" || p.Modal == "shall":
		return travaux.ExpectedAbsence, true
	case p.Modal != "":
		return "", false
	case avoided:
		return travaux.ExpectedAbsence, true
	case p.Infinite && p.Marker == "to":
		s, ok := r.verbStatus(p.At)
		switch {
		case ok && s == travaux.Scheduled:
			return travaux.ExpectedAbsence, true
		case ok && s == travaux.Happened:
			return travaux.Absent, true
		}
		return "", false
	case p.Progressive && !p.Infinite:
		return travaux.ExpectedAbsence, true
	}
	return travaux.Absent, true
}

// unplanned reports whether verb h plans and is denied: "is not expected to".
func (r *reader) unplanned(h int) bool {
	p, ok := r.x.Predicate(h)
	return ok && p.Negated && r.lex.in("plan", r.Lemma(h))
}

// away reads who is said not to be there: "was absent", "will not be at the
// session".
func (r *reader) away(i int) {
	cop := r.x.Kid(i, "cop")
	if cop < 0 || r.claimed[i] || !r.aboutTalks() || r.conditional(i) {
		return
	}
	p, ok := r.x.Predicate(i)
	if !ok || p.Modal != "" && p.Modal != "will" || p.Infinite && p.Marker == "to" {
		return
	}
	f := &found{kind: travaux.Absence, status: travaux.Absent, first: cop, last: i + 1, at: i, carrier: -1, rule: "absence-state"}
	switch c := r.x.Case(i); {
	case r.Low(i) == "absent" && !p.Negated:
	case p.Negated && r.Low(i) == "present", p.Negated && (c == "at" || c == "in") && r.assembly(i):
	case p.Negated && (c == "at" || c == "in") && r.placed(i) && (p.Modal == "will" || len(r.datesIn(i, i, false)) > 0):
	default:
		return
	}
	f.actors = r.subject(&p)
	if r.anybody(i) {
		return
	}
	if f.actors.none() || len(f.actors.ids) == 1 && r.bodies(f.actors) && r.Low(i) != "absent" {
		return
	}
	if p.Modal == "will" {
		f.status = travaux.ExpectedAbsence
	}
	f.dates, f.places = r.datesOf(f), r.placesOf(f)
	r.claim(f)
}

// anybody reports whether the clause of i tells of no one person, but of a
// sort: "a chair who is absent".
func (r *reader) anybody(i int) bool {
	h := r.x.Head(i)
	if h < 0 || !r.x.Is(i, "acl:relcl") {
		return false
	}
	first, _ := r.x.Core(h)
	cop := r.x.Kid(i, "cop")
	return (r.Low(first) == "a" || r.Low(first) == "an") && cop >= 0 && r.xpos(cop) != "VBD"
}

func (r *reader) placed(h int) bool { _, ok := r.placeAt(h); return ok }

// sentOnly reads a side that sent somebody lesser: "sent only a deputy".
func (r *reader) sentOnly(p *clause.Predicate) bool {
	only := -1
	for k := p.At + 1; k < min(p.At+3, r.Sent(p.At).Last); k++ {
		if r.Low(k) == "only" {
			only = k
		}
	}
	if only < 0 {
		return false
	}
	f := &found{kind: travaux.Absence, status: travaux.Absent, first: p.At, last: only + 1, at: p.At, carrier: -1, rule: "sent-only"}
	f.actors = r.subject(p)
	if w := r.party(p.Object); !f.actors.none() && !w.none() {
		f.dates = r.datesOf(f)
		r.claim(f)
	}
	return true
}

// assembly reports whether noun h names a meeting that one can miss.
func (r *reader) assembly(h int) bool { return r.nominal(h) && r.lex.in("assembly", r.Lemma(h)) }

// assemblyIn reports whether the sentence of token i speaks of a meeting.
func (r *reader) assemblyIn(i int) bool {
	s := r.Sent(i)
	for k := s.First; k < s.Last; k++ {
		if r.lex.in("assembly", r.Lemma(k)) && r.POS(k) == lang.NOUN {
			return true
		}
	}
	return false
}

// missed returns the words of the meeting that noun h names.
func (r *reader) missed(h int) travaux.Value {
	s := r.Span(r.x.Core(h))
	return r.Value(quoted(s.Quote)+" missed", s, "meeting-missed")
}

// absenceNoun reads "the minister's absence from the talks".
func (r *reader) absenceNoun(t *trigger, i int) {
	f := &found{t: t, kind: travaux.Absence, status: travaux.Absent, first: i, last: i + 1, at: i, carrier: -1, rule: "absence-noun"}
	f.actors = r.owner(i)
	for _, kid := range r.x.Kids(i) {
		k := int(kid)
		if !r.x.Is(k, "nmod") || k < i {
			continue
		}
		c := r.x.Case(k)
		if c == "of" && f.actors.none() && !r.assembly(k) {
			f.actors = r.party(r.x.Conj(k))
		}
		if (c == "from" || c == "at" || c == "of") && r.assembly(k) {
			f.outcomes = []travaux.Value{r.missed(k)}
			if r.hasWord(k, "ahead") {
				f.status = travaux.ExpectedAbsence
			}
		}
	}
	if f.actors.none() {
		return
	}
	if a := r.Cast.Actor(f.actors.ids[0]); a == nil || len(f.outcomes) == 0 && a.Type != travaux.ActorPerson {
		return
	}
	if r.hasWord(i, "ahead") {
		f.status = travaux.ExpectedAbsence
	}
	if len(f.outcomes) == 0 { // "his absence": whatever the report said of it before
		j := r.absenceBefore(i, f.actors.ids)
		if j < 0 || t.Words[0] == "boycott" {
			return
		}
		f.status = r.events[j].Status
	}
	f.dates = r.datesIn(i, i, true)
	r.claim(f)
}

// absenceBefore returns the absence of one of the actors told before token i.
func (r *reader) absenceBefore(i int, ids []string) int {
	for j := len(r.events) - 1; j >= 0; j-- {
		e := &r.events[j]
		if e.Kind == travaux.Absence && e.Start < r.Doc.Toks[i].Start && slices.ContainsFunc(ids, func(id string) bool { return slices.Contains(e.Actors, id) }) {
			return j
		}
	}
	return -1
}
