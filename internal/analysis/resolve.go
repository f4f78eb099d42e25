package analysis

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

// resolver finds what later passages say of a forecast.
type resolver struct {
	v      *View
	events map[string][]eventAt // by report, in text order
}

type eventAt struct {
	span  travaux.Span
	event *travaux.Event
}

func (v *View) newResolver() *resolver {
	r := &resolver{v: v, events: map[string][]eventAt{}}
	for i := range v.Record.Events {
		e := &v.Record.Events[i]
		if e.Kind == travaux.PressStatement || e.Kind == travaux.Speech {
			continue
		}
		for _, s := range e.Spans {
			r.events[s.Report] = append(r.events[s.Report], eventAt{s, e})
		}
	}
	for _, list := range r.events {
		slices.SortFunc(list, func(a, b eventAt) int {
			return cmp.Or(compareSpans(a.span, b.span), cmp.Compare(a.event.ID, b.event.ID))
		})
	}
	return r
}

// find proposes a resolution of a forecast, nil where nothing decides it.
func (r *resolver) find(x Foreseen, told, horizon travaux.Interval, ends bool) *Resolution {
	if x.Conditional {
		return nil
	}
	return r.byEvent(x, told, horizon, ends)
}

// byEvent follows the event that the forecast's own words announce.
func (r *resolver) byEvent(x Foreseen, told, horizon travaux.Interval, ends bool) *Resolution {
	for _, s := range x.Spans {
		for _, at := range r.events[s.Report] {
			if !at.span.Overlaps(s) {
				continue
			}
			if res := r.outcome(at.event, told, horizon, ends); res != nil {
				return res
			}
		}
	}
	return nil
}

// outcome is what a later report says of an announced event.
func (r *resolver) outcome(e *travaux.Event, told, horizon travaux.Interval, ends bool) *Resolution {
	if len(statusOf(e, travaux.Scheduled, travaux.Agreed, travaux.ExpectedAbsence)) == 0 {
		return nil
	}
	for _, s := range e.Statuses {
		at, ok := r.v.told(s.Spans)
		if !ok || !told.Before(at) {
			continue
		}
		res := &Resolution{When: edtf(at), Row: e.ID, Rule: "resolution.event", Evidence: gather(ofValue(s))}
		switch travaux.EventStatus(s.Value) {
		case travaux.Happened, travaux.UnderWay, travaux.Absent:
			res.Fate, res.Why = CameTrue, "A later report has the event that was looked ahead to as "+plain(s.Value)+"."
			return res
		case travaux.Cancelled, travaux.Postponed, travaux.Superseded:
			res.Fate, res.Why = DidNot, "A later report has the event that was looked ahead to as "+plain(s.Value)+"."
			return res
		}
	}
	return nil
}
