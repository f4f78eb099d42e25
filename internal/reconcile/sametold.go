package reconcile

import (
	"strings"

	"github.com/travaux/travaux"
)

// sameTold decides about two happenings that share a party and the words that
// tell of them, or the day and the other party, as far as a group without a name
// can be known: "a delegation of harbour masters", "harbour masters".
func sameTold(a, b *happening, c *cast) (score int, reason string) {
	if a.src == b.src || a.family == "words" || !common(a.who, b.who) || elsewhere(a, b) {
		return 0, ""
	}
	sameDay := a.known && b.known && a.when == b.when && a.when.Days() == 1
	switch {
	case (sameDay || !a.known && !b.known && a.dated && b.dated && gap(a.src.when, b.src.when) <= 1) && wordsAlike(a.claims[0].Quote, b.claims[0].Quote):
		return 14, "told in the same words"
	case sameDay && (a.family == "contact" || a.family == "call") && inCommon(a.persons, b.persons) == 1 && samePartner(a, b, c):
		return 9, "the same principal, with a group of one name, on the same day"
	}
	return 0, ""
}

// wordsAlike reports whether most words of two passages are the same.
func wordsAlike(a, b string) bool {
	x, y := wordSet(fold(a)), wordSet(fold(b))
	n := inCommon(x, y)
	return n >= 4 && 4*n >= 3*max(len(x), len(y))
}

// samePartner reports whether the groups that two happenings are told of, which
// have no name of their own, share a word that tells.
func samePartner(a, b *happening, c *cast) bool {
	x, y := groupWords(a, c), groupWords(b, c)
	return len(x) > 0 && inCommon(x, y) > 0
}

func groupWords(h *happening, c *cast) map[string]bool {
	out := map[string]bool{}
	for w := range h.who {
		row := c.row(w)
		if row == nil || row.Type != travaux.ActorGroup && row.Type != travaux.ActorAnonymousGroup {
			continue
		}
		for word := range strings.FieldsSeq(fold(row.Canonical)) {
			if len(word) > 3 && !groupNouns[word] {
				out[word] = true
			}
		}
	}
	return out
}

// groupNouns tell of any group.
var groupNouns = wordSet(`group groups delegation delegations members member leaders leader officials official team teams several other
 others some many most representatives senior select people both with from lawmakers ministers negotiators counterparts`)

// sameOnce decides about what comes about once: a deadline on a day, and
// somebody's coming into an office or leaving it.
func sameOnce(a, b *happening, c *cast) (score int, reason string) {
	switch a.family {
	case string(travaux.Deadline):
		if a.known && b.known && a.when == b.when && a.when.Days() == 1 && (a.src == b.src || samePeople(a.src, b.src, c) || common(a.who, b.who)) {
			return 7, "a deadline of one day, in reports of the same people"
		}
	case string(travaux.Appointment):
		if a.done && b.done && inCommon(a.persons, b.persons) > 0 && sameNoun(a, b) && !otherDays(a, b) {
			return 7, "the same person, and the same words for coming or going"
		}
	}
	return 0, ""
}
