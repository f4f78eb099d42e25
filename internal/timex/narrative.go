package timex

import (
	"strings"

	"github.com/travaux/travaux"
)

// A history leans its dates on one another, not on the day it was written: "in
// September" is that of the year told of last.

// retrospective reports whether a text of time doc tells of years long past:
// it names them often, and seldom counts from its own day.
func retrospective(said []expression, doc point) bool {
	if doc.grain == noGrain {
		return false
	}
	now, _, _ := doc.Lo.Date()
	old, near := 0, 0
	for i := range said {
		switch m := said[i].mean; {
		case m.bc, m.kind == kCal && m.y > 0 && m.y <= now-2:
			old++
		case m.kind == kWeekday, m.kind == kStep && !m.fromText && (m.today() || m.step != 0):
			near++
		}
	}
	return old >= 4 && old >= 3*near
}

// today reports whether m counts from the day of speaking in so many words.
func (m *meaning) today() bool {
	return m.kind == kStep && m.unit == day && !m.exact && !m.fromText
}

// narrating reports whether a date without a year is to be read from the date
// before it: in a history; in a report whose own time is unknown, within a
// paragraph that tells what was.
func (a *anchorage) narrating(m *meaning, t tense) bool {
	if a.prev.grain == noGrain {
		return false
	}
	if a.story {
		return true
	}
	return a.doc.grain == noGrain && a.prevBlock == a.block && t != future && !m.stepped && (m.m > 0 || m.sub > 0)
}

// A story goes on: what is told next lies seldom more than some months before
// what was told last.
const lookBack = 200

// yearAfter is the year that a month, day or season has where p was told last.
func yearAfter(p point, m *meaning) int {
	y, _, _ := p.Lo.Date()
	if m.stepped && m.finer == year {
		return y + m.step
	}
	if p.grain <= yearGrain {
		return y
	}
	at := func(y int) travaux.Interval {
		iv, _ := travaux.EDTF(four(y) + edtfPart(m)).Interval()
		return iv
	}
	switch {
	case m.stepped && m.step < 0:
		if at(y).Lo >= p.Lo {
			y--
		}
	case m.stepped && m.step > 0 && m.step < 3:
		if at(y).Hi <= p.Hi {
			y++
		}
	case at(y).Hi < p.Lo-lookBack:
		y++
	case at(y-1).Hi > p.Lo-lookBack/3 && at(y).Lo > p.Hi+200:
		y-- // January was told of, now the December before it
	}
	return y
}

// shareYears gives a month, day or season the year printed with the one that it
// is joined to: "from April to June 1968", "the spring and summer of 1931".
func shareYears(text string, said []expression) {
	for i := len(said) - 2; i >= 0; i-- {
		m, next := said[i].mean, said[i+1].mean
		if m.kind != kCal || m.y != 0 || m.stepped || m.m == 0 && m.sub == 0 || next.kind != kCal || next.y == 0 || next.m == 0 && next.sub == 0 {
			continue
		}
		between := text[said[i].End:said[i+1].Start]
		if len(between) > 24 || !joint[strings.Join(strings.Fields(lower(between)), " ")] {
			continue
		}
		c := *m
		c.y, c.bc = next.y, next.bc
		if c.m > next.m && next.m > 0 && c.m > 0 && !next.bc {
			c.y--
		}
		said[i].mean = &c
	}
}

// joint are the words between two dates of which the second prints the year.
var joint = map[string]bool{
	"to": true, "and": true, "or": true, "-": true, "–": true, "—": true, "until": true, "till": true, "through": true,
	"and in": true, "and the": true, "to the": true, "and from": true, "and on": true, "and again in": true, "until the": true,
}

// aside reports whether a date only looks back, and the story goes on from the
// one before it: a bare year that lies before what the paragraph tells of.
func (a *anchorage) aside(p point, x *expression) bool {
	return a.story && p.grain == yearGrain && x.block == a.prevBlock && p.Hi < a.prev.Lo-366
}
