package event

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// enough reports whether the event of a noun has what makes it worth a row.
func (r *reader) enough(f *found) bool {
	if r.outlets(f.others) && f.kind != travaux.PressStatement { // an interview
		return false
	}
	if r.audience(f.others.heads) && f.kind != travaux.PressStatement {
		return false
	}
	all := f.actors
	all.join(f.hosts)
	all.join(f.mediators)
	sides := len(all.ids) + len(without(f.others.ids, all.ids))
	named := len(f.places) > 0 || len(f.dates) > 0 || r.timed(f.at, true) || f.carrier >= 0 && r.timed(f.carrier, false)
	switch {
	case f.t.Words[len(f.t.Words)-1] == "round" && r.round(f): // of a contest, of drinks
		return false
	case f.t.has("stands") && r.stands(f):
		if f.t.has("labour") && f.actors.none() {
			f.actors = r.workers(f.at)
		}
		return true
	case f.t.has("named"):
		return sides >= 2 && named && !r.otherSense(f)
	case f.t.has("labour"):
		if f.actors.none() {
			f.actors = r.workers(f.at)
		}
		return r.labour(f.actors)
	case f.t.has("dated"):
		return r.dated(f)
	case f.t.has("due"):
		return r.due(f)
	}
	switch f.kind {
	case travaux.Aid:
		return !f.actors.none() && !f.others.none()
	case travaux.MilitaryAct:
		return !f.actors.none() && !f.others.none()
	case travaux.Vote:
		return sides > 0 && named
	case travaux.Ceasefire:
		return sides > 1
	case travaux.Visit:
		return !f.actors.none() && (len(f.places) > 0 || !f.others.none())
	case travaux.PressStatement:
		return !f.actors.none()
	}
	switch {
	case sides >= 2, r.refersBack(f):
		return true
	case f.status == travaux.Proposed:
		return false
	case sides == 1:
		return named || len(f.durations) > 0
	}
	return false
}

// dated reports whether a date stands in the phrase of f or right after, as
// deadlines have it, and sets the status by it.
func (r *reader) dated(f *found) bool {
	f.dates = r.datesIn(f.at, f.at, true)
	if len(f.dates) == 0 {
		for _, t := range f.said {
			f.dates = append(f.dates, r.datesIn(t.at, f.at, false)...)
		}
	}
	f.status = r.byDate(f.dates)
	return len(f.dates) > 0
}

// dueReach is how many words may stand between what is due and the day.
const dueReach = 8

// due reports whether what noun f names is said to be due or expected on a day
// to come, and takes the day: "their answer is due by Friday".
func (r *reader) due(f *found) bool {
	waited := false
	for k := f.at + 1; k < min(f.at+dueReach, r.Sent(f.at).Last); k++ {
		switch low := r.Low(k); {
		case waited && r.date(k) != nil:
			f.dates = []travaux.Value{*r.date(k)}
			f.status = r.byDate(f.dates)
			return f.status == travaux.Scheduled
		case low == "due" || low == "expected" && k > f.at+1:
			waited = true
		case r.POS(k) == lang.AUX || r.POS(k) == lang.ADV, waited && (r.POS(k) == lang.ADP || r.POS(k) == lang.DET):
		default:
			return false
		}
	}
	return false
}

// workers returns the workers that stand in the phrase of noun i: "a dockers'
// strike".
func (r *reader) workers(i int) party {
	first, _ := r.x.Core(i)
	for k := first; k < i; k++ {
		if r.lex.in("labour", r.Lemma(k)) {
			return party{ids: []string{r.Cast.Add(r.Doc.Toks[k].Span, travaux.ActorGroup)}, heads: []int{k}, first: k, last: k + 1}
		}
	}
	return party{}
}

// refersBack reports whether a definite phrase without sides adds something to
// the event told last: "The session, lasting two hours".
func (r *reader) refersBack(f *found) bool {
	if !r.definite(f.at) {
		return false
	}
	if len(f.durations) == 0 && f.status != travaux.Cancelled && f.status != travaux.Postponed {
		return false
	}
	return r.antecedent(f.first, f.kind) >= 0
}
