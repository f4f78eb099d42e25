package answer

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// param is the value that a parameter was given, or its default; it is kept in
// the answer.
func (a *asker) param(name, standard string) string {
	v := cmp.Or(a.set[name], standard)
	a.out.Parameters[name] = v
	return v
}

// fail notes that a parameter names nothing in the record.
func (a *asker) fail(name, value, what string) {
	a.err = travaux.Errorf(travaux.CodeInvalid, "ask", a.out.ID, "%s=%s: no %s of the record is called that", name, value, what)
}

// matches reports whether the words, or the id, are what a parameter asks for.
func matches(asked, id string, names ...string) bool {
	return asked == id || slices.ContainsFunc(names, func(n string) bool { return strings.Contains(strings.ToLower(n), strings.ToLower(asked)) })
}

// actor is the one that a parameter names, or the default. ok is false when
// there is none.
func (a *asker) actor(param string, standard *travaux.Actor) (*travaux.Actor, bool) {
	asked := a.set[param]
	if asked == "" {
		if standard == nil {
			a.param(param, "")
			return nil, false
		}
		a.param(param, standard.Canonical)
		return standard, true
	}
	a.param(param, "")
	for exact := range 2 {
		for i := range a.rec.Actors {
			x := &a.rec.Actors[i]
			var forms []string
			for _, f := range x.NameForms {
				forms = append(forms, f.Form)
			}
			forms = append(forms, x.Canonical)
			if exact == 0 && (x.ID == asked || slices.ContainsFunc(forms, func(f string) bool { return strings.EqualFold(f, asked) })) || exact == 1 && matches(asked, x.ID, forms...) {
				return x, true
			}
		}
	}
	a.fail(param, asked, "actor")
	return nil, false
}

// text is the proposal that a parameter names, or the default.
func (a *asker) text(param string, standard *travaux.Proposal) (*travaux.Proposal, bool) {
	asked := a.set[param]
	if asked == "" {
		if standard == nil {
			a.param(param, "")
			return nil, false
		}
		a.param(param, standard.Label)
		return standard, true
	}
	a.param(param, "")
	var best *travaux.Proposal
	for _, p := range a.texts() {
		names := []string{p.Label}
		for _, v := range p.Names {
			names = append(names, v.Value)
		}
		for _, v := range p.Versions {
			for _, n := range v.Points {
				names = append(names, n.Value+"-point", n.Value+" points")
			}
		}
		if matches(asked, p.ID, names...) && (best == nil || len(p.Reports) == len(best.Reports) && provided(p) > provided(best)) {
			best = p
		}
	}
	if best == nil {
		a.fail(param, asked, "text")
	}
	return best, best != nil
}

// provided is how many provisions are told of a text.
func provided(p *travaux.Proposal) int {
	n := 0
	for i := range p.Versions {
		n += len(p.Versions[i].Provisions)
	}
	return n
}

// texts are the proposals, those that most reports tell of first.
func (a *asker) texts() []*travaux.Proposal {
	var out []*travaux.Proposal
	for i := range a.rec.Proposals {
		out = append(out, &a.rec.Proposals[i])
	}
	slices.SortStableFunc(out, func(x, y *travaux.Proposal) int {
		return cmp.Or(cmp.Compare(len(y.Reports), len(x.Reports)), cmp.Compare(len(y.Spans), len(x.Spans)), cmp.Compare(x.ID, y.ID))
	})
	return out
}

// event is the one that a parameter names by its label, place or date, or the
// meeting that most reports tell of. Of several, a meeting that took place comes
// before others.
func (a *asker) event(param string) (*travaux.Event, bool) {
	asked := a.param(param, "")
	day, dateErr := travaux.EDTF(asked).Interval()
	var best *travaux.Event
	for i := range a.rec.Events {
		e := &a.rec.Events[i]
		switch {
		case asked == "" && !held(e):
			continue
		case asked != "" && !matches(asked, e.ID, e.Label, a.values(e.Places)) && (dateErr != nil || !onDay(e, day)):
			continue
		}
		if best == nil || cmp.Or(cmp.Compare(rank(e), rank(best)), cmp.Compare(len(e.Reports), len(best.Reports)), cmp.Compare(len(e.Spans), len(best.Spans))) > 0 {
			best = e
		}
	}
	if best == nil {
		if asked != "" {
			a.fail(param, asked, "event")
		}
		return nil, false
	}
	a.out.Parameters[param] = best.Label
	return best, true
}

// held reports whether an event is a meeting or call that is said to have taken
// place.
func held(e *travaux.Event) bool {
	return (e.Kind == travaux.Meeting || e.Kind == travaux.Call) && e.Status == travaux.Happened
}

func rank(e *travaux.Event) int {
	if held(e) {
		return 1
	}
	return 0
}

// onDay reports whether an event is said to have been on the day, or in the
// month, that is asked for.
func onDay(e *travaux.Event, day travaux.Interval) bool {
	return slices.ContainsFunc(e.Dates, func(v travaux.Value) bool {
		iv, ok := travaux.EDTF(v.Value).Bounded()
		return ok && iv.Overlaps(day)
	})
}

// date is what a date parameter was given, or the day that the record is seen
// from.
func (a *asker) date(param string) travaux.EDTF {
	d := travaux.EDTF(a.param(param, string(a.now())))
	if !d.Valid() {
		a.err = travaux.Errorf(travaux.CodeInvalid, "ask", a.out.ID, "%s=%s is no date; write it as 2031-03-05", param, d)
		return ""
	}
	return d
}
