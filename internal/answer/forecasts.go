package answer

import (
	"fmt"
	"strconv"

	"github.com/travaux/travaux"
)

func (a *asker) resolvable() {
	_, last := a.firstAndLast()
	latest := begin(travaux.EDTF(last))
	for i := range a.rec.Forecasts {
		f := &a.rec.Forecasts[i]
		iv, ok := bounded(f.Horizon)
		if !ok && f.Resolution == "" {
			continue
		}
		can := "no: the horizon is open"
		if ok {
			can = "from " + string(iv.Hi.EDTF())
			if iv.Hi > latest {
				can += ", after the last report"
			}
		}
		resolution := f.Resolution
		if resolution == "" {
			resolution = "not in the record"
			a.missing("what came of: " + words(f.Spans))
		}
		a.row(f.ID, f.SupportedBy, f.Spans, a.name(f.Holder), f.Proposition, string(f.Horizon), can, resolution)
	}
	a.out.Note = "A forecast can be resolved where it names a time with an end. " + fmt.Sprintf("%d of %d do.", len(a.out.Rows), len(a.rec.Forecasts))
}

func (a *asker) allForecasts() {
	for i := range a.rec.Forecasts {
		f := &a.rec.Forecasts[i]
		a.row(f.ID, f.SupportedBy, f.Spans, a.name(f.Holder), plain(f.Type), f.Proposition, f.Hedge, string(f.Horizon), f.Condition)
	}
}

func (a *asker) banded() {
	for i := range a.rec.Forecasts {
		if f := &a.rec.Forecasts[i]; f.Band != "" {
			a.row(f.ID, f.SupportedBy, f.Spans, a.name(f.Holder), f.Proposition, f.Hedge, f.Band, f.Scale)
		}
	}
	a.out.Note = fmt.Sprintf("%d of %d forecasts. “Could”, “may”, “might” and “expected” are on no scale.", len(a.out.Rows), len(a.rec.Forecasts))
	if len(a.out.Rows) == 0 {
		a.missing("any forecast with a word on a scale")
	}
}

// indicators are counts with their definitions; none is a judgement.
func (a *asker) indicators() {
	issues, by := a.issueStances()
	principals := a.principals()
	reach := map[string]int{}
	spans := map[string][]travaux.Span{}
	for _, issue := range issues {
		r := reachOf(principals, by[issue])
		if len(r.all) > 0 {
			reach[r.result]++
			spans[r.result] = append(spans[r.result], r.all[0].Spans...)
		}
	}
	for _, k := range []string{"in reach", "blocked", "unknown"} {
		a.row(k, nil, spans[k], "issues "+k, strconv.Itoa(reach[k]), map[string]string{
			"in reach": "issues on which every principal has a position and none rules out or opposes what another wants",
			"blocked":  "issues on which one principal rules out or opposes what another demands or supports",
			"unknown":  "issues on which a principal has no position in the record",
		}[k])
	}
	count := func(label, definition string, want func(*travaux.Event) bool) {
		n := 0
		var s []travaux.Span
		for i := range a.rec.Events {
			if e := &a.rec.Events[i]; want(e) {
				n++
				s = append(s, e.Spans...)
			}
		}
		a.row(label, nil, s, label, strconv.Itoa(n), definition)
	}
	contact := func(e *travaux.Event) bool {
		return e.Kind == travaux.Meeting || e.Kind == travaux.Call || e.Kind == travaux.Visit
	}
	count("contacts held", "meetings, calls and visits that are said to have taken place", func(e *travaux.Event) bool { return contact(e) && e.Status == travaux.Happened })
	count("contacts scheduled", "meetings, calls and visits said to be scheduled or agreed and not yet told as held", func(e *travaux.Event) bool {
		return contact(e) && (e.Status == travaux.Scheduled || e.Status == travaux.Agreed)
	})
	count("contacts called off or put off", "meetings, calls and visits whose last status is cancelled, postponed or superseded", func(e *travaux.Event) bool {
		return contact(e) && (e.Status == travaux.Cancelled || e.Status == travaux.Postponed || e.Status == travaux.Superseded)
	})
	open, all := 0, 0
	var s []travaux.Span
	a.provisions(func(_ *travaux.Proposal, x *travaux.Provision) {
		all++
		if x.AgreedState == "bracketed" || x.AgreedState == "disputed" {
			open++
			s = append(s, x.Spans...)
		}
	})
	a.row("open provisions", nil, s, "provisions open", fmt.Sprintf("%d of %d", open, all), "provisions told as disputed or not settled, of all that are told")
	sole := 0
	s = nil
	for i := range a.rec.Corroborations {
		if c := &a.rec.Corroborations[i]; c.Independent == 1 {
			sole++
			s = append(s, c.Spans...)
		}
	}
	a.row("sole source", nil, s, "facts with one source, percent", share(sole, len(a.rec.Corroborations)), "facts behind which one independent source stands, of all facts counted")
}
