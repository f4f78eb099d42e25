package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// events relates the values that reports give for one event.
func (rs *relations) events(ev *events, atlas Atlas) {
	for i, hs := range ev.groups {
		id := ev.rows[i].ID
		var dates, durations, places []reading
		for _, h := range hs {
			for _, cl := range h.claims {
				for _, v := range cl.Dates {
					dates = append(dates, newEventReading(h, cl, v))
				}
				for _, v := range cl.Durations {
					durations = append(durations, newEventReading(h, cl, v))
				}
				for _, v := range cl.Places {
					v.Value = rs.actors.of(h.src, v.Value)
					places = append(places, newEventReading(h, cl, v))
				}
			}
		}
		rs.pairs(dates, func(a, b reading) { rs.dates(a, b, id, "event") })
		rs.pairs(durations, func(a, b reading) { rs.durations(a, b, id) })
		rs.pairs(places, func(a, b reading) { rs.places(a, b, id, atlas) })
		rs.counts(hs, id)
		rs.statuses(hs, id)
		rs.compositions(hs, id)
	}
	rs.once(ev)
}

func newEventReading(h *happening, cl *travaux.EventClaim, v travaux.Value) reading {
	r := newReading(h.src, &cl.Claim, v, ahead(cl.Status))
	r.of = h
	return r
}

// pairs calls f for the distinct values, pair by pair, leaving out two values
// of one passage: "on 3 and 4 May" is no disagreement.
func (rs *relations) pairs(in []reading, f func(a, b reading)) {
	list := distinct(in)
	for i, a := range list {
		for _, b := range list[i+1:] {
			if a.claim != b.claim {
				f(a, b)
			}
		}
	}
}

// dates relates two dates of one event or text. A date announced and a date
// reported are no contradiction: plans change.
func (rs *relations) dates(a, b reading, about, what string) {
	kind := compareDates(travaux.EDTF(a.value.Value), travaux.EDTF(b.value.Value))
	if kind == "" {
		return
	}
	f := finding{kind: kind, subkind: "date", about: about, strength: "medium", rule: "date." + string(kind)}
	x, y := DateWords(a.value.Value), DateWords(b.value.Value)
	switch {
	case kind != travaux.Contradicts:
		f.explanation = dateGrain(kind, x, y)
	case a.ahead != b.ahead:
		if b.ahead {
			x, y = y, x
		}
		f.kind, f.rule = travaux.ScheduleVsReport, "date.schedule_vs_report"
		f.explanation = fmt.Sprintf("One passage announces the %s for %s, the other reports it for %s.", what, x, y)
	case a.ahead && b.ahead:
		if a.src != b.src && (!a.src.dated || !b.src.dated || a.src.when.Overlaps(b.src.when)) {
			f.strength = "weak"
		}
		f.kind, f.rule = travaux.Updates, "date.updates"
		f.explanation = fmt.Sprintf("Both passages announce the %s, one for %s and one for %s: the date was changed, or one is mistaken.", what, x, y)
	case a.of != nil && !oneSitting(a, b):
		return
	default:
		if strong(a.value.Basis) && strong(b.value.Basis) {
			f.strength = "strong"
		}
		f.holdsIf = fmt.Sprintf("Both passages speak of the same %s, not of two on different days.", what)
		f.alternative = "Two sittings, or a difference of time zone."
		f.explanation = fmt.Sprintf("One passage dates the %s %s, the other %s; no day fits both.", what, x, y)
	}
	rs.add(a, b, f)
}

// oneSitting reports whether two accounts of one event are surely of one
// sitting, so that it cannot have been on two days: two reports place it in one
// town, and neither tells of an occasion of several days.
func oneSitting(a, b reading) bool {
	return a.src != b.src && overlapPlaces(a.of.places, b.of.places) && !ofDays(a) && !ofDays(b)
}

// daysWords betray an occasion of several days, of which two reports may mean
// different ones.
var daysWords = wordSet("summit conference forum congress assembly days day-long week weeklong week-long marathon rounds opened opens began begin begins start started opening session's")

func ofDays(r reading) bool {
	sent := r.src.sentence(r.claim.Start)
	for w := range strings.FieldsSeq(strings.ToLower(r.src.words(sent))) {
		if daysWords[strings.Trim(w, ".,;:’'\"“”")] {
			return true
		}
	}
	return false
}

func strong(b travaux.Basis) bool {
	return b == travaux.BasisExplicit || b == travaux.BasisDateline || b == travaux.BasisMetadata
}

func dateGrain(kind travaux.RelationKind, x, y string) string {
	switch kind {
	case travaux.Entails:
		return fmt.Sprintf("%s is within %s: the first is finer, both can be true.", x, y)
	case travaux.EntailedBy:
		return fmt.Sprintf("%s is within %s: the second is finer, both can be true.", y, x)
	}
	return fmt.Sprintf("%s and %s overlap: both can be true.", x, y)
}

// durations relates two durations of one event, each with its bound.
func (rs *relations) durations(a, b reading, about string) {
	x, ok1 := durationAmount(a.value)
	y, ok2 := durationAmount(b.value)
	if !ok1 || !ok2 || a.ahead != b.ahead || inDays(a.value) != inDays(b.value) {
		return // the sitting, and the days of which it was one
	}
	kind := compareAmounts(x, y)
	f := finding{kind: kind, subkind: "duration", about: about, strength: "strong", rule: "duration." + string(kind)}
	u, v := DurationWords(a.value), DurationWords(b.value)
	switch kind {
	case "":
		return
	case travaux.Contradicts:
		if a.src == b.src {
			f.strength = "medium"
		}
		f.holdsIf = "Both passages measure the same session, from its beginning to its end."
		f.alternative = "One passage measures a single session, the other all of them."
		f.explanation = fmt.Sprintf("One passage has it last %s, the other %s; no length fits both.", u, v)
	default:
		f.strength = "medium"
		f.explanation = fmt.Sprintf("%s and %s can both be true; they differ in precision.", u, v)
	}
	rs.add(a, b, f)
}

// inDays reports whether a length is given in days or more, not in hours.
func inDays(v travaux.Value) bool { return !strings.Contains(v.Value, "T") }

// places relates two places of one event, where the world file knows the
// states in which they lie.
func (rs *relations) places(a, b reading, about string, atlas Atlas) {
	if a.value.Value == b.value.Value || a.ahead != b.ahead {
		return
	}
	s, t := stateOf(rs.actors, atlas, a.value.Value), stateOf(rs.actors, atlas, b.value.Value)
	if s == "" || t == "" {
		return
	}
	x, y := rs.actors.row(a.value.Value), rs.actors.row(b.value.Value)
	f := finding{subkind: "place", about: about, strength: "medium"}
	switch {
	case s != t:
		if a.src == b.src {
			return // a journey, or two places of one account
		}
		f.kind = travaux.Contradicts
		f.holdsIf = "Both passages speak of the same sitting, held in one place."
		f.explanation = fmt.Sprintf("One passage places it in %s, the other in %s.", x.Canonical, y.Canonical)
	case x.World == t:
		f.kind = travaux.EntailedBy
		f.explanation = fmt.Sprintf("%s lies in %s: the second is finer.", y.Canonical, x.Canonical)
	case y.World == s:
		f.kind = travaux.Entails
		f.explanation = fmt.Sprintf("%s lies in %s: the first is finer.", x.Canonical, y.Canonical)
	default:
		return
	}
	f.rule = "place." + string(f.kind)
	rs.add(a, b, f)
}

// counts relates the numbers of the same things counted in passages on one
// event by different reports: strikers, delegations, ministers.
func (rs *relations) counts(hs []*happening, about string) {
	byThing := map[string][]reading{}
	for _, h := range hs {
		for _, cl := range h.claims {
			if ahead(cl.Status) {
				continue
			}
			for i := range h.src.Quantities {
				q := &h.src.Quantities[i]
				if q.Start < cl.Start || q.End > cl.End || q.Of == "" {
					continue
				}
				v := travaux.Value{Value: q.Value, Bound: q.Bound, Spans: []travaux.Span{q.Span}, SupportedBy: cl.SupportedBy}
				k := q.Unit + "\x00" + thing(q.Of)
				byThing[k] = append(byThing[k], newReading(h.src, &cl.Claim, v, false))
			}
		}
	}
	for _, k := range sortedKeys(byThing) {
		_, of, _ := strings.Cut(k, "\x00")
		rs.pairs(byThing[k], func(a, b reading) {
			if a.src == b.src {
				return // one account may count two groups
			}
			x, ok1 := numberAmount(a.value)
			y, ok2 := numberAmount(b.value)
			if !ok1 || !ok2 || compareAmounts(x, y) != travaux.Contradicts {
				return
			}
			rs.add(a, b, finding{
				kind: travaux.Contradicts, subkind: "number", strength: "medium", about: about, rule: "number.contradicts",
				holdsIf:     "Both passages count the same " + of + " of the same event.",
				alternative: "The passages count at different times or in different places.",
				explanation: fmt.Sprintf("One passage counts %s %s, the other %s; no number fits both.", rs.show(a.value), of, rs.show(b.value)),
			})
		})
	}
}

// thing is what is counted, folded: "the striking dockers" and "striking
// dockers" are the same.
func thing(of string) string {
	words := strings.Fields(fold(of))
	words = slices.DeleteFunc(words, func(w string) bool { return w == "the" || w == "of" || w == "its" || w == "their" })
	return strings.Join(words, " ")
}

// statuses relates what was announced to what came of it: the first passage
// that announces to the first outcome of every later report, and every other
// announcing report to the first outcome.
func (rs *relations) statuses(hs []*happening, about string) {
	var before, after []reading
	day, known := earliest(hs)
	for _, h := range hs {
		if h.src.origin != h.src.id && h.src.origin != "" {
			continue // a copy or version has what its original has
		}
		seen := map[bool]bool{}
		for _, cl := range h.claims {
			up := ahead(cl.Status)
			if finality(cl.Status) == 0 || cl.Status == travaux.Denied || seen[up] {
				continue
			}
			if known && h.src.dated && h.src.when.Hi < day && tookPlace(cl.Status) {
				continue // a report cannot tell what came after it
			}
			seen[up] = true
			r := newEventReading(h, cl, statusValue(cl))
			if up {
				before = append(before, r)
			} else {
				after = append(after, r)
			}
		}
	}
	slices.SortStableFunc(before, compareReadings)
	slices.SortStableFunc(after, compareReadings)
	for i, a := range before {
		for j, b := range after {
			if (i == 0 || j == 0) && !laterThan(a.src, b.src) && !sameSentence(a, b) && !tooSoon(a, b) {
				rs.update(a, b, about)
			}
		}
	}
}

// tooSoon reports whether a passage that has an event take place stands in a
// report of before the day for which the other announces it.
func tooSoon(plan, done reading) bool {
	return plan.of.known && done.src.dated && done.src.when.Hi < plan.of.when.Lo && tookPlace(travaux.EventStatus(done.value.Value))
}

// tookPlace reports whether a status says that the day of the event has come.
func tookPlace(s travaux.EventStatus) bool {
	return s == travaux.Happened || s == travaux.UnderWay || s == travaux.Absent
}

// earliest is the first day that the reports' dates leave for the event; ok is
// false when none is reported.
func earliest(hs []*happening) (day travaux.Day, ok bool) {
	for _, h := range hs {
		if h.known && (!ok || h.when.Lo < day) {
			day, ok = h.when.Lo, true
		}
	}
	return day, ok
}

// laterThan reports whether s was surely published after t.
func laterThan(s, t *source) bool { return s.dated && t.dated && t.when.Before(s.when) }

// sameSentence reports whether two passages stand in one sentence, which says
// one thing of an event, not first this and then that.
func sameSentence(a, b reading) bool {
	if a.src != b.src {
		return false
	}
	sent := a.src.sentence(a.span.Start)
	return sent.Start <= b.span.Start && b.span.Start < sent.End
}

func (rs *relations) update(a, b reading, about string) {
	f := finding{
		kind: travaux.Updates, subkind: "status", strength: "strong", about: about, rule: "status.updates",
		explanation: fmt.Sprintf("What the first passage has as %s the second has as %s: a later state, not a contradiction.",
			statusWords(a.value.Value), statusWords(b.value.Value)),
	}
	rs.put(a.span, b.span, a.value.Value, b.value.Value, append(slices.Clone(a.value.SupportedBy), b.value.SupportedBy...), f)
}

func statusWords(s string) string { return strings.ReplaceAll(s, "_", " ") }
