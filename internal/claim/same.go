package claim

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// near is how far back, in sentences, a definite phrase looks for its event.
const near = 3

// antecedent returns the event told last before token i that a definite phrase
// of the kind can mean, or -1.
func (r *reader) antecedent(i int, kind travaux.EventKind) int {
	at := int(r.d.Toks[i].Sent)
	lo := r.d.Sents[max(at-near, 0)].Start
	for j := len(r.happenings) - 1; j >= 0; j-- {
		e := &r.happenings[j]
		if e.Trigger.Start >= r.d.Toks[i].Start {
			continue
		}
		if e.Trigger.Start < lo {
			return -1
		}
		if contact(e.Kind) && contact(kind) && len(e.Actors)+len(e.Recipients) > 1 {
			return j
		}
	}
	return -1
}

func contact(k travaux.EventKind) bool {
	return k == travaux.Meeting || k == travaux.Call || k == travaux.Visit
}

// sameEvents links claims about one event: a phrase that refers back, and two
// claims of a kind with the same sides whose dates and status can agree.
func (r *reader) sameEvents() {
	es := r.happenings
	slices.SortStableFunc(es, func(a, b travaux.EventClaim) int { return a.Trigger.Start - b.Trigger.Start })
	for i := range es {
		e := &es[i]
		sides := sides(e)
		for j := range i {
			f := &es[j]
			if f.Same == "" && r.oneEvent(f, e, sides) {
				e.Same = f.ID
				break
			}
		}
	}
}

func sides(e *travaux.EventClaim) []string {
	return without(append(slices.Clone(e.Actors), e.Recipients...), nil)
}

// oneEvent reports whether the later claim e can only be about the event of f.
func (r *reader) oneEvent(f, e *travaux.EventClaim, who []string) bool {
	if e.Kind != f.Kind && !(contact(e.Kind) && contact(f.Kind)) {
		return false
	}
	if e.Kind == travaux.Absence {
		return len(who) > 0 && slices.Equal(e.Actors, f.Actors) && e.Status == f.Status
	}
	if len(who) == 0 {
		k := r.tokenAt(e.Trigger.Start)
		j := r.antecedent(k, e.Kind)
		return j >= 0 && r.happenings[j].ID == f.ID
	}
	if !statusesAgree(e.Status, f.Status) || len(who) < 2 || !agree(e.Dates, f.Dates) || !sharePlace(e.Places, f.Places) {
		return false
	}
	old := sides(f)
	return len(without(who, old)) == 0 && len(without(old, who)) == 0
}

// statusesAgree reports whether two claims of one event can have the statuses.
func statusesAgree(a, b travaux.EventStatus) bool {
	if a == travaux.StatusUnknown || b == travaux.StatusUnknown {
		return true
	}
	return ahead(a) == ahead(b) && (a == travaux.Cancelled) == (b == travaux.Cancelled)
}

func ahead(s travaux.EventStatus) bool {
	return s == travaux.Scheduled || s == travaux.Agreed || s == travaux.Proposed || s == travaux.ExpectedAbsence
}

// agree reports whether dates of two claims can be of one day.
func agree(a, b []travaux.Value) bool {
	for _, x := range a {
		for _, y := range b {
			p, err1 := travaux.EDTF(x.Value).Interval()
			q, err2 := travaux.EDTF(y.Value).Interval()
			if err1 == nil && err2 == nil && !p.Overlaps(q) {
				return false
			}
		}
	}
	return true
}

// sharePlace reports whether nothing in the places tells the claims apart.
func sharePlace(a, b []travaux.Value) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			if x.Value == y.Value {
				return true
			}
		}
	}
	return false
}

func (r *reader) tokenAt(offset int) int {
	i, _ := slices.BinarySearchFunc(r.d.Toks, offset, func(t lang.Tok, o int) int { return t.Start - o })
	return min(i, len(r.d.Toks)-1)
}
