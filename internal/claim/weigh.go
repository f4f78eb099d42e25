package claim

import (
	"github.com/travaux/travaux"
)

// enough reports whether the event has what makes it worth a row.
func (r *reader) enough(f *found) bool {
	if r.medium(f.others) && f.kind != travaux.PressStatement { // an interview
		return false
	}
	sides := len(f.actors.ids) + len(without(f.others.ids, f.actors.ids))
	if f.others.first >= 0 && r.audienceAt(f.others.first) && f.kind != travaux.PressStatement {
		return false
	}
	named := len(f.places) > 0 || len(r.places(f.first, f.last, f.carrier)) > 0 || len(r.placeBefore(f.np)) > 0 || len(r.dates(f.first, f.last)) > 0
	switch {
	case f.t.has("stands") && r.stands(f):
		if f.t.has("labour") && len(f.actors.ids) == 0 {
			f.actors = r.labourPhrase(f.np)
		}
		return true
	case f.t.has("named"):
		return sides >= 2 && named && !r.otherSense(f)
	case f.t.has("labour"):
		if len(f.actors.ids) == 0 {
			f.actors = r.labourPhrase(f.np)
		}
		return r.labour(f.actors) && len(f.actors.ids) > 0
	case f.t.has("dated"):
		return r.dated(f)
	case f.kind == travaux.Sanction:
		return len(f.others.ids) > 0 && len(f.actors.ids) > 0 && f.carrier >= 0 && r.lex.in("impose", r.lemma(f.carrier))
	case f.kind == travaux.MilitaryAct:
		return len(f.actors.ids) > 0 && len(f.others.ids) > 0
	case f.kind == travaux.Vote:
		return sides > 0 && named
	case f.kind == travaux.Ceasefire:
		return sides > 1
	case f.kind == travaux.Visit:
		return len(f.actors.ids) > 0 && (len(f.places) > 0 || f.others.first >= 0)
	case f.kind == travaux.PressStatement:
		return len(f.actors.ids) > 0
	case sides >= 2:
		return true
	case r.refersBack(f):
		return true
	case f.status == travaux.Proposed:
		return false
	case sides == 1:
		return named || len(r.durations(f)) > 0
	}
	return false
}

// dated sets the date that stands in or right after the phrase of f, as
// deadlines have it, and the status by it. It reports whether there is one.
func (r *reader) dated(f *found) bool {
	np := r.np.NPs[f.np]
	for k := np.First; k < min(np.Last+3, r.sent(f.first).Last); k++ {
		if v := r.date(k); v != nil {
			f.dates = []travaux.Value{*v}
			f.status = r.byDate(f.dates)
			return true
		}
	}
	return false
}

// byDate tells from a date and the report's own whether an event was still to
// come.
func (r *reader) byDate(dates []travaux.Value) travaux.EventStatus {
	doc, err := r.g.Report.Date.EDTF.Interval()
	if err != nil || r.g.Report.Date.EDTF == "" {
		return travaux.StatusUnknown
	}
	for _, d := range dates {
		switch iv, err := travaux.EDTF(d.Value).Interval(); {
		case err != nil:
		case iv.Lo > doc.Hi:
			return travaux.Scheduled
		case iv.Hi < doc.Lo:
			return travaux.Happened
		}
	}
	return travaux.StatusUnknown
}

// labourPhrase returns the workers that stand in the phrase: "a dockers'
// strike".
func (r *reader) labourPhrase(n int) who {
	np := r.np.NPs[n]
	for k := np.First; k < np.Head; k++ {
		if r.lex.in("labour", r.lemma(k)) {
			return who{[]string{r.c.Add(r.d.Toks[k].Span, travaux.ActorGroup)}, k, k + 1}
		}
	}
	return nobody()
}

// refersBack reports whether a definite phrase without sides adds something to
// the event told last: "The session, lasting two hours".
func (r *reader) refersBack(f *found) bool {
	switch r.low(r.np.NPs[f.np].First) {
	case "the", "that", "this", "those", "these":
	default:
		return false
	}
	if len(r.durations(f)) == 0 && f.status != travaux.Cancelled && f.status != travaux.Postponed {
		return false
	}
	return r.antecedent(f.first, f.kind) >= 0
}
