package analysis

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

// HeldBy is a record as of a date, where its reports can all have been published
// by then and nobody judged it. What is counted over the whole of a record stays
// as it was: corroborations, stories, issues, and which stance gave way. The
// record is not changed.
func HeldBy(rec *travaux.Record, date travaux.EDTF) (*travaux.Record, error) {
	iv, err := date.Interval()
	if err != nil {
		return nil, err
	}
	out := *rec
	out.Events, out.Proposals, out.Tracks = slices.Clone(rec.Events), slices.Clone(rec.Proposals), slices.Clone(rec.Tracks)
	out.Positions, out.Consultations = slices.Clone(rec.Positions), slices.Clone(rec.Consultations)
	out.Forecasts, out.Relations = slices.Clone(rec.Forecasts), slices.Clone(rec.Relations)
	for i := range out.Events {
		out.Events[i].Statuses = slices.Clone(out.Events[i].Statuses)
	}
	UpTo(&out, iv.Hi)
	return &out, nil
}

// UpTo leaves in rec what can have happened or held by the day. Reports and
// statements stay: they are the evidence, whenever they were published.
//
// An event stays with those of its states that had come about: an announcement
// counts from its report's time, a happening from the event's own date. What
// has no date stays, since nothing says that it was later.
func UpTo(rec *travaux.Record, day travaux.Day) {
	begun := map[string]bool{}
	for _, r := range rec.Reports {
		begun[r.ID] = beganBy(r.Date.EDTF, day)
	}
	said := func(spans []travaux.Span) bool {
		return slices.ContainsFunc(spans, func(s travaux.Span) bool { return begun[s.Report] })
	}
	gone := map[string]bool{}
	rec.Events = slices.DeleteFunc(rec.Events, func(e travaux.Event) bool {
		gone[e.ID] = !eventBy(&e, day, said)
		return gone[e.ID]
	})
	for i := range rec.Events {
		trimStatuses(&rec.Events[i], day, said)
	}
	rec.Proposals = slices.DeleteFunc(rec.Proposals, func(p travaux.Proposal) bool {
		gone[p.ID] = !said(p.Spans) && !datedBy(p.Versions, day)
		return gone[p.ID]
	})
	rec.Tracks = slices.DeleteFunc(rec.Tracks, func(t travaux.Track) bool { return gone[t.Proposal] })
	rec.Positions = slices.DeleteFunc(rec.Positions, func(p travaux.Position) bool { return !beganBy(cmp.Or(p.Since, p.Asserted), day) })
	rec.Consultations = slices.DeleteFunc(rec.Consultations, func(c travaux.Consultation) bool { return !said(c.Spans) })
	rec.Forecasts = slices.DeleteFunc(rec.Forecasts, func(f travaux.Forecast) bool { return !said(f.Spans) })
	rec.Relations = slices.DeleteFunc(rec.Relations, func(r travaux.Relation) bool { return gone[r.About] })
	for i := range rec.Proposals {
		p := &rec.Proposals[i]
		if gone[p.CounterTo] {
			p.CounterTo = ""
		}
		if gone[p.DerivedFrom] {
			p.DerivedFrom = ""
		}
		p.IdentityWith = slices.DeleteFunc(slices.Clone(p.IdentityWith), func(s travaux.PossibleIdentity) bool { return gone[s.With] })
	}
}

// beganBy reports whether a date can lie on or before the day; no date can.
func beganBy(e travaux.EDTF, day travaux.Day) bool {
	iv, err := e.Interval()
	return err != nil || iv.Lo <= day
}

func datedBy(versions []travaux.Version, day travaux.Day) bool {
	for _, v := range versions {
		for _, d := range v.Dates {
			if beganBy(travaux.EDTF(d.Value), day) {
				return true
			}
		}
	}
	return false
}

// eventBy reports whether anything of the event had come about by the day.
func eventBy(e *travaux.Event, day travaux.Day, said func([]travaux.Span) bool) bool {
	return slices.ContainsFunc(e.Statuses, func(s travaux.Value) bool { return stateBy(e, s, day, said) })
}

func stateBy(e *travaux.Event, status travaux.Value, day travaux.Day, said func([]travaux.Span) bool) bool {
	if announced(travaux.EventStatus(status.Value)) {
		return said(status.Spans)
	}
	if len(e.Dates) == 0 {
		return said(status.Spans)
	}
	return slices.ContainsFunc(e.Dates, func(d travaux.Value) bool { return beganBy(travaux.EDTF(d.Value), day) })
}

func announced(s travaux.EventStatus) bool {
	switch s {
	case travaux.Proposed, travaux.Agreed, travaux.Scheduled, travaux.ExpectedAbsence:
		return true
	}
	return false
}

// trimStatuses drops the states that had not come about, and shows the last
// that had.
func trimStatuses(e *travaux.Event, day travaux.Day, said func([]travaux.Span) bool) {
	e.Statuses = slices.DeleteFunc(e.Statuses, func(s travaux.Value) bool { return !stateBy(e, s, day, said) })
	if slices.ContainsFunc(e.Statuses, func(s travaux.Value) bool { return s.Value == string(e.Status) }) {
		return
	}
	e.Status = travaux.EventStatus(e.Statuses[0].Value)
	e.PLOVER = travaux.DerivePLOVER(e.Kind, e.Status)
}
