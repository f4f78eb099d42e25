package reconcile

import (
	"github.com/travaux/travaux"
)

// buildEvent makes the row of one event.
func buildEvent(hs []*happening, reason string, c *cast) travaux.Event {
	var dates, durations, places, outcomes, statuses values
	e := travaux.Event{Reason: reason}
	kinds := map[travaux.EventKind]int{}
	parts := &participants{index: map[string]int{}}
	for _, h := range hs {
		e.Reports = append(e.Reports, h.src.id)
		for _, cl := range h.claims {
			kinds[cl.Kind]++
			e.Claims = append(e.Claims, cl.ID)
			e.SupportedBy = append(e.SupportedBy, cl.SupportedBy...)
			e.Spans = append(e.Spans, h.src.span(cl.Span))
			addAll(&dates, h.src, cl.Dates, &cl.Claim)
			addAll(&durations, h.src, cl.Durations, &cl.Claim)
			addAll(&outcomes, h.src, cl.Outcomes, &cl.Claim)
			for _, p := range cl.Places {
				p.Value = c.of(h.src, p.Value)
				places.add(h.src, p, &cl.Claim)
			}
			statuses.add(h.src, statusValue(cl), &cl.Claim)
			parts.add(h.src, cl, c)
		}
	}
	e.ID = recordID("event", hs, func(h *happening) string {
		return recordID("claim", h.claims, func(cl *travaux.EventClaim) string { return h.src.id + cl.ID })
	})
	e.Kind = commonKind(kinds)
	e.Dates, e.Durations, e.Places = dates.sorted(), durations.sorted(), places.sorted()
	e.Outcomes, e.Statuses = outcomes.sorted(), statuses.sorted()
	e.Status = latestStatus(hs)
	e.PLOVER = travaux.DerivePLOVER(e.Kind, e.Status)
	e.Participants = parts.sorted()
	e.Claims, e.Reports, e.SupportedBy = orderIDs(e.Claims), orderIDs(e.Reports), orderIDs(e.SupportedBy)
	e.Spans = orderSpans(e.Spans)
	e.Label = eventLabel(&e, c)
	return e
}

func addAll(vs *values, s *source, in []travaux.Value, claim *travaux.Claim) {
	for _, v := range in {
		vs.add(s, v, claim)
	}
}

// statusValue is the status of a claim with the words that carry it.
func statusValue(cl *travaux.EventClaim) travaux.Value {
	v := travaux.Value{Value: string(cl.Status), SupportedBy: cl.SupportedBy, Rule: cl.Rule}
	if cl.Trigger.Len() > 0 {
		v.Spans = []travaux.Span{cl.Trigger}
	}
	return v
}

func commonKind(kinds map[travaux.EventKind]int) travaux.EventKind {
	var best travaux.EventKind
	for k, n := range kinds {
		if best == "" || n > kinds[best] || n == kinds[best] && k < best {
			best = k
		}
	}
	return best
}

// finality orders statuses by how little can come after them.
func finality(s travaux.EventStatus) int {
	switch s {
	case travaux.Happened, travaux.Absent, travaux.Cancelled, travaux.Superseded:
		return 4
	case travaux.UnderWay, travaux.Postponed:
		return 3
	case travaux.Scheduled, travaux.Agreed, travaux.ExpectedAbsence, travaux.Denied:
		return 2
	case travaux.Proposed:
		return 1
	}
	return 0
}

// latestStatus is the most final status; of two equally final ones that of the
// later report. A report that has the event take place before its first day
// counts only when no other says anything.
func latestStatus(hs []*happening) travaux.EventStatus {
	best, order := travaux.StatusUnknown, -1
	day, known := earliest(hs)
	for _, foretold := range []bool{false, true} {
		for _, h := range hs {
			n := -1
			if h.src.dated {
				n = h.src.n
			}
			early := known && h.src.dated && h.src.when.Hi < day
			for _, cl := range h.claims {
				if (early && tookPlace(cl.Status)) != foretold {
					continue
				}
				f, g := finality(cl.Status), finality(best)
				if f > g || f == g && n > order || f == g && n == order && cl.Status < best {
					best, order = cl.Status, n
				}
			}
		}
		if best != travaux.StatusUnknown {
			break
		}
	}
	return best
}
