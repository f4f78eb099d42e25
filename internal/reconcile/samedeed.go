package reconcile

import (
	"slices"

	"github.com/travaux/travaux"
)

// sameDeed decides about two deeds of one side of which reports often do not
// say whose they are, for the whole report is about it: a strike, a ballot, a
// party that leaves talks. People in common and a time that can agree are not
// enough; the deeds must share their length, their name or their day as well.
func sameDeed(a, b *happening, c *cast) (score int, reason string) {
	if a.family != b.family || foreign(a, b, c) {
		return 0, ""
	}
	if score, why := sameBallot(a, b, c); score > 0 {
		return score, why
	}
	if score, why := sameSigning(a, b, c); score > 0 {
		return score, why
	}
	switch {
	case a.family == string(travaux.IndustrialAction) && sameLasting(a, b):
		if a.src == b.src && agreeInTime(a, b) {
			return 9, "one report, the same length"
		}
		if a.src != b.src && agreeInTime(a, b) && samePeople(a.src, b.src, c) {
			return 8, "the same length, at times that can agree, in reports of the same people"
		}
	case a.src == b.src:
	case a.family == string(travaux.Vote) && !otherBallot(a, b) && a.known && b.known && a.when.Overlaps(b.when) && max(a.when.Days(), b.when.Days()) <= 7 && sameNoun(a, b) && samePeople(a.src, b.src, c):
		return 6, "called by the same word, on the same days, in reports of the same people"
	case leaves(a) && leaves(b) && a.known && b.known && gap(a.when, b.when) <= 1 && samePeople(a.src, b.src, c):
		return 6, "a party leaving, no more than a day apart, in reports of the same people"
	}
	return 0, ""
}

// deed reports whether a happening is one that sameDeed decides about.
func deed(h *happening) bool {
	return h.family == string(travaux.IndustrialAction) || h.family == string(travaux.Vote) || h.family == string(travaux.Signature) || h.family == string(travaux.Deadline) || leaves(h)
}

// foreign reports whether both deeds are told of somebody by name, and of
// nobody in common.
func foreign(a, b *happening, c *cast) bool {
	x, y := ownNames(a, c), ownNames(b, c)
	return len(x) > 0 && len(y) > 0 && !common(x, y)
}

// ownNames are those who took part that are known by a name, not as "the union".
func ownNames(h *happening, c *cast) map[string]bool {
	out := map[string]bool{}
	for w := range h.who {
		if row := c.row(w); row != nil && (row.World != "" || properName(row.Canonical)) && row.Type != travaux.ActorGroup && row.Type != travaux.ActorAnonymousGroup {
			out[w] = true
		}
	}
	return out
}

// agreeInTime reports whether the times of two happenings, as far as they are
// told, can be one.
func agreeInTime(a, b *happening) bool {
	return !a.dated || !b.dated || a.when.Overlaps(b.when)
}

// sameLasting reports whether both are told with a length, and one: two days
// are 48 hours.
func sameLasting(a, b *happening) bool {
	x, ok1 := lasting(a)
	y, ok2 := lasting(b)
	return ok1 && ok2 && x.lo <= y.hi && y.lo <= x.hi
}

func lasting(h *happening) (amount, bool) {
	for _, cl := range h.claims {
		for _, d := range cl.Durations {
			if x, ok := durationAmount(d); ok {
				return x, true
			}
		}
	}
	return amount{}, false
}

// sameNoun reports whether some claims of both are made with the same word.
func sameNoun(a, b *happening) bool {
	return slices.ContainsFunc(a.claims, func(x *travaux.EventClaim) bool {
		return slices.ContainsFunc(b.claims, func(y *travaux.EventClaim) bool {
			return x.Trigger.Len() > 0 && fold(x.Trigger.Quote) == fold(y.Trigger.Quote)
		})
	})
}

// byOffice adds to the absences of somebody told by an office alone the only
// person who is said to hold it at the time: "the mediator did not turn up".
func byOffice(all []*happening, c *cast) {
	for _, h := range all {
		if h.family != "absence" || leaves(h) || len(h.who) != 1 {
			continue
		}
		for w := range h.who {
			row := c.row(w)
			if row == nil || row.Type == travaux.ActorPerson || row.World != "" || properName(withoutArticle(row.Canonical)) {
				continue
			}
			if id := c.offices.absent(row.Canonical, h.src); id != "" {
				h.party(id, c)
			}
		}
	}
}
