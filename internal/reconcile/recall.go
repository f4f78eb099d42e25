package reconcile

import (
	"slices"
	"strconv"

	"github.com/travaux/travaux"
)

// recallLimit is how many dated happenings are looked at for one without a day.
const recallLimit = 64

// recallDays is how long before its report a meeting may lie that is told of
// without a date, by who met where.
const recallDays = 400

// peopleRecallDays is how long a vote of the people is spoken of.
const peopleRecallDays = 10 * 366

// recall gives what is told of without a day the day that the record has for
// it, where there is only one: “the 2031 referendum”, “their meeting in Tarn”,
// “last week’s talks”. Days that disagree leave it as it is.
func recall(all []*happening, c *cast) {
	for range 2 { // “the vote” of a report that has “the 2031 referendum” beside it
		recallOnce(all, c)
	}
}

func recallOnce(all []*happening, c *cast) {
	days := map[string][]*happening{}
	for _, h := range all {
		if h.known && h.when.Days() >= 1 && h.when.Days() <= 3 {
			for _, k := range h.memory(true) {
				days[k] = append(days[k], h)
			}
		}
	}
	type found struct {
		h    *happening
		when travaux.Interval
	}
	var out []found // so that nothing hangs on the order
	for _, h := range all {
		if h.known && h.when.Days() <= 3 {
			continue
		}
		for _, k := range h.memory(false) {
			if when, ok := only(h, days[k], c); ok {
				out = append(out, found{h, when})
				break
			}
		}
	}
	for _, f := range out {
		f.h.when, f.h.known, f.h.dated = f.when, true, true
	}
}

// only is the time of the only happening among those dated that h can be.
func only(h *happening, dated []*happening, c *cast) (when travaux.Interval, ok bool) {
	if len(dated) > 4*recallLimit {
		return when, false
	}
	n := 0
	for _, d := range dated {
		if d == h || !canRecall(h, d, c) {
			continue
		}
		switch n++; {
		case n > recallLimit:
			return when, false
		case !ok || d.when.Days() < when.Days() && d.when.Overlaps(when):
			when, ok = d.when, true
		case gap(when, d.when) > 1 || h.family == string(travaux.Vote) && !when.Overlaps(d.when):
			return when, false
		}
	}
	return when, ok
}

// canRecall reports whether h may be what d dates.
func canRecall(h, d *happening, c *cast) bool {
	if h.known && (d.when.Lo < h.when.Lo || d.when.Hi > h.when.Hi) || otherBallot(h, d) || strangers(h, d) || otherRound(h, d) || elsewhere(h, d) {
		return false
	}
	if !h.known && (!h.src.dated || d.when.Lo > h.src.when.Hi) {
		return false
	}
	if h.family == string(travaux.Vote) {
		if h.src == d.src {
			return h.known || h.definite() || h.partOfVote()
		}
		return h.ballot() == ofThePeople && d.ballot() == ofThePeople && (h.known || h.src.when.Lo-d.when.Hi <= peopleRecallDays)
	}
	if len(h.places) > 0 && len(d.places) > 0 && !overlapPlaces(h.places, d.places) {
		return false
	}
	if h.family == "contact" && !h.known {
		return h.src.when.Lo-d.when.Hi <= recallDays
	}
	return h.src == d.src || common(h.named, d.named) && samePeople(h.src, d.src, c)
}

// memory are the keys under which a happening is recalled: of dated ones all
// that they can be recalled by, of others those that may find them.
func (h *happening) memory(dated bool) []string {
	var out []string
	if name := h.summit(); name != "" && (dated || h.done && h.definite()) {
		return []string{"summit " + name}
	}
	switch {
	case h.family == string(travaux.Vote):
		out = append(out, "in "+h.src.id)
		if h.ballot() == ofThePeople {
			for _, st := range sortedKeys(h.electorate) {
				out = append(out, "people "+st)
			}
		}
	case h.family == "contact" && !dated && !h.known:
		if h.done && h.definite() {
			out = h.pairs()
		}
	case h.family == "contact" && dated:
		out = h.pairs()
		if h.when.Days() == 1 && h.done {
			out = append(out, h.months()...)
			out = append(out, h.month())
		}
	case h.family == "contact" && h.when.Days() <= vagueDays && h.done && monthOf(h.when.Lo) == monthOf(h.when.Hi):
		if len(h.named) == 0 {
			return []string{h.month()}
		}
		out = h.months()
	}
	return out
}

func (h *happening) month() string { return "month " + strconv.Itoa(monthOf(h.when.Lo)) }

// months are the month with each of those who took part.
func (h *happening) months() []string {
	var out []string
	for _, w := range sortedKeys(h.named) {
		out = append(out, h.month()+" "+w)
	}
	return out
}

func monthOf(d travaux.Day) int {
	y, m, _ := d.Date()
	return 12*y + int(m)
}

// pairs are the pairs of persons at a place who were together.
func (h *happening) pairs() []string {
	who := slices.DeleteFunc(sortedKeys(h.named), func(id string) bool { return !h.persons[id] })
	who = who[:min(len(who), 4)]
	var out []string
	for i, a := range who {
		for _, b := range who[i+1:] {
			for _, p := range sortedKeys(h.places) {
				out = append(out, a+"\x00"+b+"\x00"+p)
			}
		}
	}
	return out
}
