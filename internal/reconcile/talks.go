package reconcile

import "strings"

// announcedDays is how far apart two reports may announce one round of talks.
const announcedDays = 31

// sameTalksTold decides about two passages on talks of which at least one names
// the parties in general words, or as states where the other has who acted for
// them: of one time, in one report or in reports of the same people.
func sameTalksTold(a, b *happening, c *cast) (score int, reason string) {
	if a.family != "contact" || b.family != "contact" || !a.known || !b.known || strangers(a, b) {
		return 0, ""
	}
	if len(a.places) > 0 && len(b.places) > 0 && !overlapPlaces(a.places, b.places) || elsewhere(a, b) {
		return 0, ""
	}
	if a.src == b.src && a.when == b.when && overlapPlaces(a.places, b.places) && common(a.who, b.who) {
		return 12, "one report, the same party at one place at one time"
	}
	alike := general(a, c) || general(b, c) || onlySides(a, b)
	if !alike || !a.talks() || !b.talks() || a.src != b.src && !samePeople(a.src, b.src, c) {
		return 0, ""
	}
	switch {
	case a.when == b.when && a.done && b.done && a.when.Days() <= 7:
		return 6, "talks of the same time, of which one names the parties in general words"
	case a.broken() && b.broken() && a.when.Overlaps(b.when):
		return 6, "the breaking off of talks, at times that can agree"
	case !a.done && !b.done && a.when == b.when && a.when.Days() <= vagueDays && (a.src == b.src || gap(a.src.when, b.src.when) <= announcedDays):
		return 5, "talks announced for the same time, in reports of the same people"
	}
	return 0, ""
}

// onlySides reports whether one of two contacts is told of states alone, and
// the other of those and who acted for them.
func onlySides(a, b *happening) bool {
	return len(a.sides) > 1 && len(a.persons) == 0 && allOf(a.sides, b.sides) || len(b.sides) > 1 && len(b.persons) == 0 && allOf(b.sides, a.sides)
}

// talks reports whether a contact is called talks, or a round of them.
func (h *happening) talks() bool { return h.saysAnyOf(talkWords) }

// broken reports whether the words for talks say that they ended badly.
func (h *happening) broken() bool { return h.saysAnyOf(brokenWords) }

func (h *happening) saysAnyOf(list map[string]bool) bool {
	for _, cl := range h.claims {
		for w := range strings.FieldsSeq(strings.ToLower(cl.Quote)) {
			if list[strings.Trim(w, ".,;:“”\"'()")] {
				return true
			}
		}
	}
	return false
}

var (
	talkWords   = wordSet("talks negotiations negotiation discussions consultations round rounds parley bargaining")
	brokenWords = wordSet("broke broken collapsed collapse stalled stall apart failed unravelled unraveled faltered")
)
