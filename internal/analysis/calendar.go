package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Expectation is what is to become of a date in the calendar.
type Expectation string

// What a calendar holds.
const (
	Upcoming  Expectation = "scheduled"         // still to come, as of the date
	Overdue   Expectation = "overdue"           // its day is past, and nothing tells what came of it
	Undated   Expectation = "undated"           // scheduled, for no day that is told
	Faded     Expectation = "not told of since" // the same, and not told of for a month
	Slipped   Expectation = "put off"           // postponed, or given a later day
	CalledOff Expectation = "called off"        // cancelled
	Due       Expectation = "due"               // the horizon of a plan or commitment
	Held      Expectation = "held"              // was announced before, and took place
)

// Entry is a line of the calendar.
type Entry struct {
	Event    *travaux.Event    // nil of a commitment
	Forecast *travaux.Forecast // nil of an event
	State    Expectation
	When     travaux.EDTF // the day told last; "" where none is told
	// Before are the days that it was set for earlier, of one that slipped.
	Before []travaux.EDTF
	Evidence
}

// Calendar is what is announced as of the view's date, by day; what has no day
// stands last.
func (v *View) Calendar() []Entry {
	var out []Entry
	for i := range v.Record.Events {
		e := &v.Record.Events[i]
		if x, ok := v.entry(e); ok {
			out = append(out, x)
		}
	}
	for i := range v.Record.Forecasts {
		f := &v.Record.Forecasts[i]
		iv, ok := f.Horizon.Bounded()
		if a := v.actors[f.Holder]; a == nil || a.Type == travaux.ActorMedia || a.Type == travaux.ActorExpertGroup {
			continue // not theirs to do
		}
		if ok && (f.Type == "plan" || f.Type == "commitment") && (v.Date == "" || iv.Hi >= v.Day) && len(f.Spans) > 0 {
			out = append(out, Entry{Forecast: f, State: Due, When: f.Horizon, Evidence: gather(Evidence{f.SupportedBy, f.Spans})})
		}
	}
	slices.SortFunc(out, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(startOf(a.When), startOf(b.When)), compareEvidence(a.Evidence, b.Evidence), strings.Compare(a.id(), b.id()))
	})
	return out
}

func (e Entry) id() string {
	if e.Event != nil {
		return e.Event.ID
	}
	return e.Forecast.ID
}

// startOf is the first day of a date; what has none sorts last.
func startOf(d travaux.EDTF) travaux.Day {
	iv, ok := d.Bounded()
	if !ok {
		return 1 << 30
	}
	return iv.Lo
}

func (v *View) entry(e *travaux.Event) (Entry, bool) {
	announced := statusOf(e, travaux.Scheduled, travaux.Agreed, travaux.Proposed, travaux.ExpectedAbsence)
	slipped := statusOf(e, travaux.Postponed, travaux.Superseded)
	off := statusOf(e, travaux.Cancelled)
	if len(announced) == 0 && len(slipped) == 0 && len(off) == 0 {
		return Entry{}, false
	}
	if e.Status == travaux.Proposed && len(statusOf(e, travaux.Scheduled, travaux.Agreed)) == 0 && len(slipped) == 0 && len(off) == 0 {
		return Entry{}, false // what is only asked for is not scheduled
	}
	parts := make([]Evidence, 0, 4)
	for _, s := range slices.Concat(announced, slipped, off) {
		parts = append(parts, ofValue(s))
	}
	x := Entry{Event: e}
	x.When, x.Before = v.setFor(e)
	for _, d := range e.Dates {
		parts = append(parts, ofValue(d))
	}
	x.Evidence = gather(parts...)
	x.State = v.stateOf(e, x)
	if (x.State == Undated || x.State == Faded) && !awaited(e.Kind) {
		return Entry{}, false
	}
	return x, len(x.Spans) > 0
}

// awaited are the kinds of event that parties wait for even where no day is
// told; of others, what has no day is a mere intention.
func awaited(k travaux.EventKind) bool {
	switch k {
	case travaux.Meeting, travaux.Visit, travaux.Shuttle, travaux.Vote, travaux.Signature, travaux.Ratification, travaux.Deadline, travaux.Absence:
		return true
	}
	return false
}

// fadeDays is after how many days of silence what has no day is taken to have
// faded.
const fadeDays = 31

// stateOf is what the last status makes of an announced event.
func (v *View) stateOf(e *travaux.Event, x Entry) Expectation {
	switch e.Status {
	case travaux.Cancelled, travaux.Denied:
		return CalledOff
	case travaux.Postponed, travaux.Superseded:
		return Slipped
	case travaux.Happened, travaux.UnderWay, travaux.Absent:
		return Held
	}
	iv, ok := x.When.Bounded()
	switch {
	case !ok:
		if last, dated := v.lastTold(e.Spans); dated && last.Hi+fadeDays < v.Day {
			return Faded
		}
		return Undated
	case v.Date != "" && iv.Hi < v.Day:
		return Overdue
	}
	return Upcoming
}

func statusOf(e *travaux.Event, which ...travaux.EventStatus) []travaux.Value {
	var out []travaux.Value
	for _, s := range e.Statuses {
		if slices.Contains(which, travaux.EventStatus(s.Value)) {
			out = append(out, s)
		}
	}
	return out
}

// setFor are the day decided or else told last, and those that do not agree with it and were told
// before.
func (v *View) setFor(e *travaux.Event) (last travaux.EDTF, before []travaux.EDTF) {
	type told struct {
		d  travaux.EDTF
		iv travaux.Interval
		at travaux.Interval
	}
	var list []told
	for _, d := range e.Dates {
		iv, ok := travaux.EDTF(d.Value).Bounded()
		if !ok {
			continue
		}
		at, _ := v.lastTold(d.Spans)
		list = append(list, told{travaux.EDTF(d.Value), iv, at})
	}
	if len(list) == 0 {
		return "", nil
	}
	slices.SortFunc(list, func(a, b told) int {
		return cmp.Or(cmp.Compare(a.at.Lo, b.at.Lo), cmp.Compare(a.at.Hi, b.at.Hi), cmp.Compare(b.iv.Days(), a.iv.Days()), strings.Compare(string(a.d), string(b.d)))
	})
	now := list[len(list)-1]
	if d, ok := travaux.Decided(e.Dates); ok {
		if i := slices.IndexFunc(list, func(x told) bool { return string(x.d) == d.Value }); i >= 0 {
			now = list[i]
		}
	}
	for _, x := range list {
		if x.at.Before(now.at) && !x.iv.Overlaps(now.iv) {
			before = append(before, x.d)
		}
	}
	return now.d, before
}
