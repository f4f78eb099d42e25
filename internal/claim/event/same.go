package event

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// near is how far back, in sentences, a definite phrase looks for its event.
const near = 3

// antecedent returns the event told last before token i that a definite phrase
// of the kind can mean, or -1.
func (r *reader) antecedent(i int, kind travaux.EventKind) int {
	at := int(r.Doc.Toks[i].Sent)
	lo := r.Doc.Sents[max(at-near, 0)].Start
	for j := len(r.events) - 1; j >= 0; j-- {
		e := &r.events[j]
		if e.Trigger.Start >= r.Doc.Toks[i].Start {
			continue
		}
		if e.Trigger.Start < lo {
			return -1
		}
		if e.Kind == travaux.Visit && kind == travaux.Meeting && len(e.Recipients) == 0 {
			continue // a journey of one side is no meeting
		}
		if r.refs[j].meal && !strings.Contains(strings.ToLower(e.Trigger.Quote), r.Lemma(i)) {
			continue
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

// reference is how a claim's phrase names its event.
type reference struct {
	definite bool   // "the session"
	order    string // "second"
	meal     bool   // "a dinner", which no later "session" means
}

// sort puts the events in text order.
func (r *reader) sort() {
	order := make([]int, len(r.events))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.events[a].Trigger.Start - r.events[b].Trigger.Start })
	es, refs := make([]travaux.EventClaim, len(order)), make([]reference, len(order))
	for i, k := range order {
		es[i], refs[i] = r.events[k], r.refs[k]
	}
	r.events, r.refs = es, refs
}

// sameEvents links claims about one event: a phrase that refers back, and two
// claims of a kind with the same sides whose dates and status can agree.
func (r *reader) sameEvents() {
	es := r.events
	first := map[string][]int{} // by their sides, the claims that no earlier one is the event of
	for i := range es {
		e := &es[i]
		sides := sides(e)
		key := sidesKey(e, sides)
		earlier := first[key]
		if len(sides) == 0 && e.Kind != travaux.Absence {
			earlier = nil
			if j := r.antecedent(r.tokenAt(e.Trigger.Start), e.Kind); j >= 0 && j < i {
				earlier = []int{j}
			}
		}
		for _, j := range earlier {
			f := &es[j]
			if f.Same == "" && r.oneEvent(f, e, sides) {
				e.Same = f.ID
				break
			}
		}
		if e.Same == "" {
			if j := r.referent(i); j >= 0 {
				e.Same = es[j].ID
				if es[j].Same != "" {
					e.Same = es[j].Same
				}
			}
		}
		if e.Same == "" {
			first[key] = append(first[key], i)
		}
	}
}

// sidesKey is equal for claims whose sides can be those of one event.
func sidesKey(e *travaux.EventClaim, sides []string) string {
	if e.Kind == travaux.Absence {
		return "absent " + strings.Join(e.Actors, " ")
	}
	return strings.Join(slices.Sorted(slices.Values(sides)), " ")
}

// referent returns the meeting told before claim i that its phrase means: the
// nearest for "the session", the one with the same number for "the first round";
// -1 for none.
func (r *reader) referent(i int) int {
	e, ref := &r.events[i], r.refs[i]
	if !contact(e.Kind) || !ref.definite && !ordinal(ref.order) || len(sides(e)) > 1 {
		return -1
	}
	at := int(r.Doc.Toks[r.tokenAt(e.Trigger.Start)].Sent)
	for j := i - 1; j >= 0; j-- {
		f := &r.events[j]
		if f.Kind != travaux.Meeting && f.Kind != e.Kind {
			continue
		}
		if r.refs[j].meal && !ref.meal || ordinal(ref.order) && r.refs[j].order != ref.order || ref.definite && at-int(r.Doc.Toks[r.tokenAt(f.Trigger.Start)].Sent) > 2*near {
			continue
		}
		if r.events[j].Status == travaux.Cancelled || !statusesAgree(e.Status, f.Status) || !agree(e.Dates, f.Dates) || !sharePlace(e.Places, f.Places) || !sameLength(e.Durations, f.Durations) {
			continue
		}
		if who := sides(e); len(who) > 0 && len(sides(f)) > 0 && len(without(who, sides(f))) == len(who) && ref.definite && len(e.Dates) > 0 && len(f.Dates) == 0 {
			continue
		}
		return j
	}
	return -1
}

// ordinal reports whether the word tells one event of a series from the others.
func ordinal(w string) bool {
	switch w {
	case "", "next", "last", "latest", "new", "fresh", "previous", "final":
		return false
	}
	return true
}

// sameLength reports whether two lengths, where both are told, are one.
func sameLength(a, b []travaux.Value) bool {
	return len(a) == 0 || len(b) == 0 || a[0].Value == b[0].Value
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
		return j >= 0 && r.events[j].ID == f.ID
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
