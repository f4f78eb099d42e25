package reconcile

import "strings"

// roundDays is how far apart two reports may be that mean the same round by its
// number; talks begun anew count theirs from one again.
const roundDays = 21

// sameRound decides about two meetings that reports of the same people call by
// one number: "the first round".
func sameRound(a, b *happening, c *cast) (score int, reason string) {
	n := a.round()
	if n == 0 || n != b.round() || a.src == b.src || strangers(a, b) || otherDays(a, b) {
		return 0, ""
	}
	if a.src.dated && b.src.dated && gap(a.src.when, b.src.when) > roundDays || peopleInCommon(a.src, b.src, c) == 0 && !sameTalks(a.src, b.src, c) {
		return 0, ""
	}
	return 7, "called by one number, in reports of the same people"
}

// otherDays reports whether the days of both are told and exclude each other.
func otherDays(a, b *happening) bool {
	return a.known && b.known && gap(a.when, b.when) > nearDays
}

// otherRound reports whether two meetings are called by different numbers.
func otherRound(a, b *happening) bool {
	x, y := a.round(), b.round()
	return x > 0 && y > 0 && x != y
}

// round is the number by which a meeting is called, 0 for none.
func (h *happening) round() int {
	if h.family != "contact" || h.numbered {
		return h.number
	}
	h.numbered = true
	for _, cl := range h.claims {
		words := strings.Fields(strings.ToLower(cl.Quote))
		for i, w := range words {
			n := roundNumbers[strings.Trim(w, ".,;:“”\"'")]
			if n == 0 || i+1 >= len(words) {
				continue
			}
			if roundWords[strings.Trim(words[i+1], ".,;:“”\"'")] {
				h.number = n
				return n
			}
		}
	}
	return 0
}

var (
	roundNumbers = map[string]int{
		"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
		"opening": 1, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
	}
	roundWords = wordSet("round leg")
)

// onItsDay decides about a sitting told of without a date, in a report of the
// day for which another report of the same people announced one.
func onItsDay(a, b *happening, c *cast) (score int, reason string) {
	if a.done {
		a, b = b, a
	}
	if a.src == b.src || a.done || !b.done || !a.known || b.known || a.when.Days() != 1 || !long(b) || !b.src.dated || b.src.when != a.when {
		return 0, ""
	}
	if !general(b, c) || len(a.places) > 0 && len(b.places) > 0 && !overlapPlaces(a.places, b.places) || !samePeople(a.src, b.src, c) {
		return 0, ""
	}
	return 5, "a sitting of the day for which one was announced, in reports of the same people"
}
