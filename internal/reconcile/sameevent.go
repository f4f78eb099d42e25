package reconcile

import (
	"slices"
	"strconv"

	"github.com/travaux/travaux"
)

// eventLinks proposes which happenings are one. Candidates share a family and
// an actor, a text or a place, or stand in copies of one report.
func eventLinks(all []*happening, c *cast) []link {
	blocks := map[string][]int{}
	people := map[*source][]string{}
	for i, h := range all {
		if deed(h) {
			if _, ok := people[h.src]; !ok {
				people[h.src] = peopleOf(h.src, c)
			}
			for _, p := range people[h.src] {
				k := h.family + "\x00with " + p
				blocks[k] = append(blocks[k], i)
			}
		}
		for w := range h.who {
			k := h.family + "\x00" + w
			blocks[k] = append(blocks[k], i)
		}
		for p := range h.places {
			blocks[h.family+"\x00at "+p] = append(blocks[h.family+"\x00at "+p], i)
		}
		if h.family == "contact" && (h.done || h.known) {
			blocks["contact"] = append(blocks["contact"], i)
		}
		if n := h.round(); n > 0 {
			k := "round " + strconv.Itoa(n)
			blocks[k] = append(blocks[k], i)
		}
		if name := h.summit(); name != "" {
			blocks["summit "+name] = append(blocks["summit "+name], i)
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
	if score, why := sameDeed(a, b, c); score > 0 {
		return score, why
	}
	if score, why := sameRound(a, b, c); score > 0 {
		return score, why
	}
	if score, why := sameOnce(a, b, c); score > 0 {
		return score, why
	}
	if score, why := sameTold(a, b, c); score > 0 {
		return score, why
	}
	if score, why := sameSummit(a, b); score > 0 {
		return score, why
	}
	if score, why := sameSaying(a, b, c); score > 0 {
		return score, why
	}
	if score, why := sameTalksTold(a, b, c); score > 0 {
		return score, why
	}
	shared, persons, texts := sharedParties(a, b, c)
	if shared == 0 {
		if score, why := inGeneralWords(a, b, c); score > 0 {
			return score, why
		}
		return sameSitting(a, b, c)
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
	case a.family == "absence" && leaves(a) && leaves(b) && a.known && b.known && gap(a.when, b.when) <= 1:
		return 8 + shared, "the same party leaving, no more than a day apart"
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
	case shared == 1 && persons == 1 && samePlace && overlap && !(a.done && b.done):
		return 9, "the same principal, who was expected at the place at a time that can agree"
	}
	return 0, ""
}

// inGeneralWords decides about two happenings of which no actor is known to be
// shared: one may name the parties in general words ("the parties"), and one
// may give the month of which the other gives the day.
func inGeneralWords(a, b *happening, c *cast) (score int, reason string) {
	if a.src == b.src || oneSided(a.family) || !a.known || !b.known || !overlapPlaces(a.places, b.places) || !(general(a, c) || general(b, c)) {
		return 0, ""
	}
	switch {
	case a.when == b.when && a.when.Days() == 1:
		return 8, "the same place and day; one report names the parties in general words"
	case a.done && b.done && !a.vague() && !b.vague() && a.when.Overlaps(b.when) && peopleInCommon(a.src, b.src, c) >= 2:
		return 6, "the same place, and times that can agree, in reports of the same people; one names the parties in general words"
	}
	return 0, ""
}

// sameSitting decides about two meetings of different reports of which one
// names no parties: they are one if the reports are of the same people and give
// the meetings the same day, or at one place the day after; or if they are
// reports of one day that give no date and only a length.
func sameSitting(a, b *happening, c *cast) (score int, reason string) {
	placed := overlapPlaces(a.places, b.places)
	if a.family == "contact" && a.done != b.done {
		return onItsDay(a, b, c)
	}
	if a.src == b.src || a.family != "contact" || a.done != b.done || strangers(a, b) || !(general(a, c) || general(b, c) || placed) {
		return 0, ""
	}
	if n := peopleInCommon(a.src, b.src, c); len(a.places) > 0 && len(b.places) > 0 && !placed || n < 2 && !(n == 1 && placed) {
		return 0, ""
	}
	switch {
	case a.known && b.known && a.when.Days() == 1 && a.when == b.when && (placed || general(a, c) && general(b, c) || long(a) && long(b)):
		return 7, "the same day, in reports of the same people"
	case !a.done:
		return 0, ""
	case placed && a.known && b.known && a.when.Days() == 1 && b.when.Days() == 1 && gap(a.when, b.when) <= 1:
		return 5, "a day apart at one place, in reports of the same people"
	case !long(a) || !long(b) || !a.src.dated || !b.src.dated:
	case !a.known && !b.known && gap(a.src.when, b.src.when) <= 1:
		return 4, "told of with its length in reports of the same days and people; no date is given"
	case a.known && !b.known && lately(a, b.src) || b.known && !a.known && lately(b, a.src):
		return 4, "told of with its length in reports of the same people, one of which gives no date and came days after"
	}
	return 0, ""
}

// lately reports whether a happening's day lies a few days before a report.
func lately(h *happening, s *source) bool {
	return h.when.Days() == 1 && h.when.Lo <= s.when.Hi && gap(h.when, s.when) <= fewDays
}

// strangers reports whether two contacts are told of parties by name, and have
// none in common: two leaders' meetings on the day of one summit.
func strangers(a, b *happening) bool {
	if a.family != "contact" || len(a.named) == 0 || len(b.named) == 0 {
		return false
	}
	if len(a.persons) == 0 && len(a.sides) > 0 && allOf(a.sides, b.sides) || len(b.persons) == 0 && len(b.sides) > 0 && allOf(b.sides, a.sides) {
		return false // one tells of the states, the other of who acted for them
	}
	return !common(a.named, b.named)
}

// allOf reports whether b has all of a.
func allOf(a, b map[string]bool) bool {
	for x := range a {
		if !b[x] {
			return false
		}
	}
	return true
}

// leaves reports whether a happening is that somebody left talks.
func leaves(h *happening) bool {
	return slices.ContainsFunc(h.claims, func(c *travaux.EventClaim) bool { return c.Kind == travaux.Walkout })
}

// long reports whether the length of a happening is told.
func long(h *happening) bool {
	return slices.ContainsFunc(h.claims, func(c *travaux.EventClaim) bool { return len(c.Durations) > 0 })
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

// vetoed reports what keeps two happenings from being of one event, though
// others unite them.
func vetoed(a, b *happening) bool {
	return apart(a, b) || strangers(a, b) || otherBallot(a, b) || otherVenue(a, b) ||
		a.family == "contact" && elsewhere(a, b) && inCommon(a.persons, b.persons) < 2
}

func inCommon(a, b map[string]bool) int {
	n := 0
	for x := range a {
		if b[x] {
			n++
		}
	}
	return n
}

// apart reports what speaks against one event: another kind, or dates too far
// apart.
func apart(a, b *happening) bool {
	if a.family != b.family || otherRound(a, b) {
		return true
	}
	if a.dated && b.dated {
		d := gap(a.when, b.when)
		near := nearDays
		switch {
		case a.src == b.src:
			near = 0
		case a.done == b.done && !(a.known && b.known):
			near = 1 // one's day is only bounded by its report, and reports differ by a day
		}
		if d > near {
			return true
		}
	}
	return false
}
