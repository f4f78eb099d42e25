package reconcile

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// happening is what one report says of one event.
type happening struct {
	src    *source
	claims []*travaux.EventClaim
	family string
	who    map[string]bool // record ids of actors, and of the text it is about
	places map[string]bool // record ids
	states map[string]bool // world ids of the places' states, where known
	when   travaux.Interval
	known  bool // when comes from the event's own dates
	dated  bool // when is set at all
	done   bool // some claim has it happen or not happen
}

// events is the merged events with the claims behind each.
type events struct {
	rows   []travaux.Event
	groups [][]*happening // by row
}

// eventFamilies lists which kinds may be one event under two descriptions.
var eventFamilies = map[travaux.EventKind]string{
	travaux.Meeting: "contact", travaux.Visit: "contact", travaux.Shuttle: "contact",
	travaux.Publication: "publication", travaux.Leak: "publication",
	travaux.Speech: "words", travaux.PressStatement: "words", travaux.Readout: "words",
	travaux.Absence: "absence", travaux.Walkout: "absence",
}

func eventFamily(k travaux.EventKind) string {
	if f := eventFamilies[k]; f != "" {
		return f
	}
	return string(k)
}

const (
	windowDays  = 7  // around the document's time, for an event without a date
	aheadDays   = 30 // that what is announced may lie ahead
	nearDays    = 2  // by which two reports may differ on one event's date
	vagueDays   = 31 // a longer interval does not place an event
	sweepWindow = 64 // candidates compared per event and block
)

// mergeEvents decides which claims are of one event.
func mergeEvents(sources []*source, c *cast, t *texts, atlas Atlas) *events {
	var all []*happening
	for _, s := range sources {
		all = append(all, happeningsOf(s, c, t, atlas)...)
	}
	g := newGroups(len(all))
	g.accept(eventLinks(all, c), func(a, b int) bool { return apart(all[a], all[b]) })
	out := &events{}
	g.each(func(ms []int, reasons []string) {
		hs := make([]*happening, len(ms))
		for i, m := range ms {
			hs[i] = all[m]
		}
		out.groups = append(out.groups, hs)
		out.rows = append(out.rows, buildEvent(hs, strings.Join(reasons, "; "), c))
	})
	order := make([]int, len(out.rows))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(out.rows[a].ID, out.rows[b].ID) })
	sorted := &events{}
	for _, i := range order {
		sorted.rows = append(sorted.rows, out.rows[i])
		sorted.groups = append(sorted.groups, out.groups[i])
	}
	return sorted
}

// happeningsOf gathers a report's claims by the event that they name as the
// same.
func happeningsOf(s *source, c *cast, t *texts, atlas Atlas) []*happening {
	index := map[string]*happening{}
	var out []*happening
	for i := range s.Events {
		e := &s.Events[i]
		h := index[e.Same]
		if e.Same == "" || h == nil {
			h = &happening{src: s, family: eventFamily(e.Kind), who: map[string]bool{}, places: map[string]bool{}, states: map[string]bool{}}
			out = append(out, h)
		}
		index[e.ID] = h
		h.add(e, c, t)
	}
	for _, h := range out {
		h.date()
		for p := range h.places {
			if st := stateOf(c, atlas, p); st != "" {
				h.states[st] = true
			}
		}
	}
	return out
}

func (h *happening) add(e *travaux.EventClaim, c *cast, t *texts) {
	h.claims = append(h.claims, e)
	for _, a := range append(slices.Clone(e.Actors), e.Recipients...) {
		if id := c.of(h.src, a); id != "" {
			h.who[id] = true
		}
	}
	if id := t.of(h.src, e.About); id != "" {
		h.who[id] = true
	}
	for _, p := range e.Places {
		h.places[c.of(h.src, p.Value)] = true
	}
	h.done = h.done || !ahead(e.Status)
}

// ahead reports whether a status is of what was still to come.
func ahead(s travaux.EventStatus) bool {
	switch s {
	case travaux.Proposed, travaux.Agreed, travaux.Scheduled, travaux.ExpectedAbsence:
		return true
	}
	return false
}

// date sets when the event was: by its own dates (the finest), else around
// the document's time.
func (h *happening) date() {
	for _, e := range h.claims {
		for _, d := range e.Dates {
			iv, err := travaux.EDTF(d.Value).Interval()
			if err != nil || d.Value == "" {
				continue
			}
			if lo, hi := iv.Open(); lo && hi {
				continue
			}
			if !h.known || iv.Hi-iv.Lo < h.when.Hi-h.when.Lo {
				h.when, h.known, h.dated = iv, true, true
			}
		}
	}
	if h.known || !h.src.dated || h.src.when.Days() == 0 {
		return
	}
	h.dated = true
	if h.done {
		h.when = travaux.Interval{Lo: h.src.when.Lo - windowDays, Hi: h.src.when.Hi}
	} else {
		h.when = travaux.Interval{Lo: h.src.when.Lo, Hi: h.src.when.Hi + aheadDays}
	}
}

// vague reports whether the happening's time does not place it.
func (h *happening) vague() bool {
	n := h.when.Days()
	return !h.dated || n == 0 && !h.oneEnd() || n > vagueDays
}

// oneEnd reports whether exactly one end is open: "on 2 May and the following
// days" is placed by its beginning.
func (h *happening) oneEnd() bool {
	lo, hi := h.when.Open()
	return lo != hi
}

// eventLinks proposes which happenings are one. Candidates share a family and
// an actor, a text or a place, or stand in copies of one report.
func eventLinks(all []*happening, c *cast) []link {
	blocks := map[string][]int{}
	for i, h := range all {
		for w := range h.who {
			k := h.family + "\x00" + w
			blocks[k] = append(blocks[k], i)
		}
		for p := range h.places {
			blocks[h.family+"\x00at "+p] = append(blocks[h.family+"\x00at "+p], i)
		}
		blocks["origin "+h.src.origin] = append(blocks["origin "+h.src.origin], i)
	}
	seen := map[[2]int]bool{}
	var links []link
	for _, k := range sortedKeys(blocks) {
		b := blocks[k]
		slices.SortStableFunc(b, func(x, y int) int { return compareHappenings(all[x], all[y], x, y) })
		for i, x := range b {
			for _, y := range b[i+1 : min(len(b), i+1+sweepWindow)] {
				p := [2]int{min(x, y), max(x, y)}
				if seen[p] {
					continue
				}
				seen[p] = true
				if score, why := sameEvent(all[p[0]], all[p[1]], c); score > 0 {
					links = append(links, link{p[0], p[1], score, why})
				}
			}
		}
	}
	return links
}

func compareHappenings(a, b *happening, x, y int) int {
	switch {
	case a.dated && b.dated && a.when.Lo != b.when.Lo:
		return int(a.when.Lo - b.when.Lo)
	case a.dated != b.dated && a.dated:
		return -1
	case a.dated != b.dated:
		return 1
	}
	return x - y
}

// sameEvent scores how likely two happenings are one event, 0 for no, and says
// why in plain words.
func sameEvent(a, b *happening, c *cast) (score int, reason string) {
	if apart(a, b) {
		return 0, ""
	}
	if a.src != b.src && a.src.origin == b.src.origin && sameTrigger(a, b) {
		return 50, "one report is a copy or version of the other"
	}
	shared, persons, texts := sharedParties(a, b, c)
	if shared == 0 {
		return inGeneralWords(a, b, c)
	}
	samePlace := overlapPlaces(a.places, b.places)
	if a.src == b.src && !samePlace && !overlapKinds(a, b) {
		return 0, "" // one report's journey and one of its meetings
	}
	placed := !a.vague() && !b.vague()
	overlap := placed && a.when.Overlaps(b.when)
	sameDay := overlap && a.known && b.known
	if elsewhere(a, b) && (a.src == b.src || !sameDay || persons < 2 || max(a.when.Days(), b.when.Days()) > 1) {
		return 0, ""
	}
	where := ""
	if samePlace {
		where = ", at the same place"
	}
	switch {
	case a.family == "absence" && persons > 0 && (overlap || !placed):
		return 10 + shared, "the same person absent, at times that agree" + where
	case a.family == "publication" && texts > 0:
		return 10 + shared, "the same text becoming public"
	case oneSided(a.family):
		if sameDay && (shared > 1 || samePlace) {
			return 10 + shared, "the same parties at the same time" + where
		}
		return 0, ""
	case shared >= 2 && sameDay && (persons > 0 || samePlace || a.when.Days() == 1 && a.when == b.when):
		return 40 + shared, "the same participants at the same time" + where
	case shared >= 2 && overlap && (persons > 0 || samePlace):
		return 20 + shared, "the same participants, at times that can agree" + where
	case shared >= 2 && placed && samePlace:
		return 15 + shared, "the same participants and place, days apart by no more than the reports may differ"
	case shared >= 2 && persons >= 2 && samePlace && !placed && gapUnknown(a, b):
		return 5 + shared, "the same participants and place; the time is not reported"
	case shared == 1 && persons == 1 && samePlace && sameDay:
		return 10, "the same principal and place at the same time"
	}
	return 0, ""
}

// inGeneralWords decides about two happenings of which no actor is known to be
// shared: one may name the parties in general words ("the parties").
func inGeneralWords(a, b *happening, c *cast) (score int, reason string) {
	sameDay := a.known && b.known && a.when == b.when && a.when.Days() == 1
	if a.src == b.src || oneSided(a.family) || !sameDay || !overlapPlaces(a.places, b.places) || !(general(a, c) || general(b, c)) {
		return 0, ""
	}
	return 8, "the same place and day; one report names the parties in general words"
}

// general reports whether nobody in particular is named.
func general(h *happening, c *cast) bool {
	for w := range h.who {
		if row := c.row(w); row == nil || row.Type != travaux.ActorGroup || row.World != "" {
			return false
		}
	}
	return true
}

// sameTrigger reports whether some claims of both are made in the same words.
func sameTrigger(a, b *happening) bool {
	return slices.ContainsFunc(a.claims, func(x *travaux.EventClaim) bool {
		return slices.ContainsFunc(b.claims, func(y *travaux.EventClaim) bool { return x.Kind == y.Kind && x.Quote == y.Quote })
	})
}

// gapUnknown reports whether nothing is known that sets two vague happenings
// apart in time: they may not both be long past and told anew.
func gapUnknown(a, b *happening) bool {
	return !a.dated || !b.dated || gap(a.when, b.when) <= windowDays
}

// oneSided families are done by one party, often: the same party is not enough.
func oneSided(family string) bool {
	switch family {
	case "contact", "call", "briefing", "absence", "publication", "signature":
		return false
	}
	return true
}

func sharedParties(a, b *happening, c *cast) (n, persons, texts int) {
	for w := range a.who {
		if !b.who[w] {
			continue
		}
		n++
		row := c.row(w)
		switch {
		case row == nil:
			texts++
		case row.Type == travaux.ActorPerson:
			persons++
		}
	}
	return n, persons, texts
}

// elsewhere reports whether the places are known to lie in different states.
func elsewhere(a, b *happening) bool {
	return len(a.states) > 0 && len(b.states) > 0 && !overlapPlaces(a.states, b.states)
}

// stateOf returns the world id of the state of a place, or "".
func stateOf(c *cast, atlas Atlas, id string) string {
	if row := c.row(id); row != nil && row.World != "" && atlas != nil {
		return atlas.State(row.World)
	}
	return ""
}

// overlapKinds reports whether some claims of both are of one kind.
func overlapKinds(a, b *happening) bool {
	return slices.ContainsFunc(a.claims, func(x *travaux.EventClaim) bool {
		return slices.ContainsFunc(b.claims, func(y *travaux.EventClaim) bool { return x.Kind == y.Kind })
	})
}

func overlapPlaces(a, b map[string]bool) bool {
	for p := range a {
		if b[p] {
			return true
		}
	}
	return false
}

// apart reports what speaks against one event: another kind, or dates too far
// apart.
func apart(a, b *happening) bool {
	if a.family != b.family {
		return true
	}
	if a.dated && b.dated {
		d := gap(a.when, b.when)
		near := nearDays
		if a.src == b.src || a.done == b.done && !(a.known && b.known) {
			near = 0
		}
		if d > near {
			return true
		}
	}
	return false
}

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
