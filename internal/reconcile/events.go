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
	named  map[string]bool // those of who that are persons or states; a body may be the host
	// persons are those of who that are persons, sides the states of all of who,
	// those that a person acts for included.
	persons, sides map[string]bool
	places         map[string]bool // record ids
	states         map[string]bool // world ids of the places' states, where known
	when           travaux.Interval
	known          bool // when comes from the event's own dates
	dated          bool // when is set at all
	done           bool // some claim has it happen or not happen

	electorate map[string]bool // of a vote, see electorateOf
	asState    bool            // a vote of one state

	number   int // by which it is called, once looked for: see round
	numbered bool
}

// events is the merged events with the claims behind each.
type events struct {
	rows   []travaux.Event
	groups [][]*happening    // by row
	ids    map[string]string // report id + local id → record id
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
	fewDays     = 3  // after which a report may still tell of a sitting without its date
	vagueDays   = 31 // a longer interval does not place an event
	sweepWindow = 64 // candidates compared per event and block
)

// mergeEvents decides which claims are of one event.
func mergeEvents(sources []*source, c *cast, t *texts, atlas Atlas, decided Identity) *events {
	var all []*happening
	for _, s := range sources {
		all = append(all, happeningsOf(s, c, t, atlas)...)
	}
	byOffice(all, c)
	c.offices = nil
	recall(all, c)
	g := newGroups(len(all))
	g.decide(decided, localIndex(all, eventLocals))
	g.accept(eventLinks(all, c), func(a, b int) bool { return vetoed(all[a], all[b]) })
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
	sorted := &events{ids: map[string]string{}}
	for _, i := range order {
		sorted.rows = append(sorted.rows, out.rows[i])
		sorted.groups = append(sorted.groups, out.groups[i])
		for _, h := range out.groups[i] {
			for _, cl := range h.claims {
				sorted.ids[localKey(h.src, cl.ID)] = out.rows[i].ID
			}
		}
	}
	return sorted
}

// happeningsOf gathers a report's claims by the event that they name as the
// same.
func happeningsOf(s *source, c *cast, t *texts, atlas Atlas) []*happening {
	index := map[string]*happening{}
	whose := standsFor(s)
	var out []*happening
	for i := range s.Events {
		e := &s.Events[i]
		h := index[e.Same]
		if e.Same == "" || h == nil {
			h = &happening{src: s, family: eventFamily(e.Kind), who: map[string]bool{}, named: map[string]bool{}, persons: map[string]bool{}, sides: map[string]bool{}, places: map[string]bool{}, states: map[string]bool{}}
			out = append(out, h)
		}
		index[e.ID] = h
		h.add(e, c, t, whose)
	}
	for _, h := range out {
		h.date()
		for p := range h.places {
			if st := stateOf(c, atlas, p); st != "" {
				h.states[st] = true
			}
		}
		if h.family == string(travaux.Vote) {
			h.electorate = electorateOf(h, c, atlas)
		}
	}
	return out
}

func (h *happening) add(e *travaux.EventClaim, c *cast, t *texts, whose map[string]string) {
	h.claims = append(h.claims, e)
	for _, a := range append(slices.Clone(e.Actors), e.Recipients...) {
		for _, id := range c.parties(h.src, a) {
			h.party(id, c)
		}
		if of := whose[a]; of != "" {
			h.party(c.of(h.src, of), c)
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

// party adds an actor to those who took part.
func (h *happening) party(id string, c *cast) {
	if id == "" {
		return
	}
	h.who[id] = true
	row := c.row(id)
	if row == nil {
		return
	}
	switch family(row.Type) {
	case "person":
		h.named[id], h.persons[id] = true, true
		for _, r := range row.Roles {
			if of := c.row(r.Organisation); of != nil && family(of.Type) == "state" {
				h.sides[of.ID] = true
			}
		}
	case "state":
		h.named[id], h.sides[id] = true, true
	}
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
	if iv, ok := h.dayBeside(); !h.known && ok {
		h.when, h.known, h.dated = iv, true, true
	}
	if h.known || !h.src.dated || h.src.when.Days() == 0 || h.done && h.family == string(travaux.Appointment) {
		return // who holds an office may have come into it years before
	}
	h.dated = true
	if h.done {
		h.when = travaux.Interval{Lo: h.src.when.Lo - windowDays, Hi: h.src.when.Hi}
	} else {
		h.when = travaux.Interval{Lo: h.src.when.Lo, Hi: h.src.when.Hi + aheadDays}
	}
}

// dayBeside is the only day that the sentence of a session told of with its
// length names, where the claim has none: "Monday's marathon, when the talks
// lasted ten hours".
func (h *happening) dayBeside() (iv travaux.Interval, ok bool) {
	if h.family != "contact" || !long(h) {
		return iv, false
	}
	sent := h.src.sentence(h.claims[0].Start)
	for i := range h.src.Timexes {
		t := &h.src.Timexes[i]
		if t.Type != "DATE" || t.Start < sent.Start || t.End > sent.End {
			continue
		}
		day, err := t.EDTF.Interval()
		if ok || err != nil || day.Days() != 1 || h.claims[0].Overlaps(t.Span) {
			return travaux.Interval{}, false
		}
		iv, ok = day, true
	}
	return iv, ok
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
