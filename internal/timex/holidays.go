package timex

import (
	"time"

	"github.com/travaux/travaux"
)

// feast is a holiday with its date by rule: a fixed day, days from Easter
// Sunday, or the n-th weekday of a month (the last for -1).
type feast struct {
	pattern    string
	month, day int
	easter     bool
	julian     bool // Easter of the Julian calendar
	weekday    time.Weekday
	nth        int
}

var feasts = []feast{
	{pattern: "new year 's day?", month: 1, day: 1},
	{pattern: "new year 's eve", month: 12, day: 31},
	{pattern: "epiphany", month: 1, day: 6},
	{pattern: "orthodox christmas day|eve?", month: 1, day: 7},
	{pattern: "martin luther king jr? .? day", month: 1, weekday: time.Monday, nth: 3},
	{pattern: "presidents ' day", month: 2, weekday: time.Monday, nth: 3},
	{pattern: "international women 's day", month: 3, day: 8},
	{pattern: "st patrick 's day", month: 3, day: 17},
	{pattern: "earth day", month: 4, day: 22},
	{pattern: "valentine 's day", month: 2, day: 14},
	{pattern: "ash wednesday", easter: true, day: -46},
	{pattern: "palm sunday", easter: true, day: -7},
	{pattern: "maundy thursday", easter: true, day: -3},
	{pattern: "good friday", easter: true, day: -2},
	{pattern: "holy|easter saturday", easter: true, day: -1},
	{pattern: "easter day|sunday?", easter: true},
	{pattern: "easter monday", easter: true, day: 1},
	{pattern: "ascension day", easter: true, day: 39},
	{pattern: "whit monday", easter: true, day: 50},
	{pattern: "corpus christi", easter: true, day: 60},
	{pattern: "orthodox easter sunday|day?", easter: true, julian: true},
	{pattern: "pentecost", easter: true, day: 49},
	{pattern: "may day", month: 5, day: 1},
	{pattern: "bastille day", month: 7, day: 14},
	{pattern: "human rights day", month: 12, day: 10},
	{pattern: "world environment day", month: 6, day: 5},
	{pattern: "international labour|workers ' day", month: 5, day: 1},
	{pattern: "remembrance sunday", month: 11, weekday: time.Sunday, nth: 2},
	{pattern: "labor day", month: 9, weekday: time.Monday, nth: 1},
	{pattern: "memorial day", month: 5, weekday: time.Monday, nth: -1},
	{pattern: "columbus day", month: 10, weekday: time.Monday, nth: 2},
	{pattern: "veterans day", month: 11, day: 11},
	{pattern: "armistice day", month: 11, day: 11},
	{pattern: "thanksgiving day?", month: 11, weekday: time.Thursday, nth: 4},
	{pattern: "halloween", month: 10, day: 31},
	{pattern: "all saints ' day", month: 11, day: 1},
	{pattern: "christmas eve", month: 12, day: 24},
	{pattern: "christmas day?", month: 12, day: 25},
	{pattern: "boxing day", month: 12, day: 26},
}

// holidayRules fold the names of holidays, for the rules that date them.
func holidayRules() []*rule {
	var rules []*rule
	for i, f := range feasts {
		rules = append(rules, &rule{pattern: f.pattern, cls: cHoliday, build: func(m *match) *meaning {
			if !m.word(0).cap || m.after() != nil && m.after().cap && m.after().glued {
				return nil
			}
			return &meaning{kind: kHoliday, feast: i}
		}})
	}
	return rules
}

// in returns the holiday's day in a year.
func (f *feast) in(y int) travaux.Day {
	switch {
	case f.julian:
		return julianEaster(y) + travaux.Day(f.day)
	case f.easter:
		return easter(y) + travaux.Day(f.day)
	case f.nth < 0:
		d := travaux.DayOf(y, f.month+1, 1) - 1
		return d - travaux.Day((int(d.Weekday())-int(f.weekday)+7)%7)
	case f.nth > 0:
		d := travaux.DayOf(y, f.month, 1)
		return d + travaux.Day((int(f.weekday)-int(d.Weekday())+7)%7+7*(f.nth-1))
	}
	return travaux.DayOf(y, f.month, f.day)
}

// easter is Easter Sunday of the Gregorian calendar, by the anonymous
// algorithm of Nature (1876) as Meeus gives it.
func easter(y int) travaux.Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return travaux.DayOf(y, n/31, n%31+1)
}

// julianEaster is Easter Sunday of the Julian calendar, by its Gregorian date;
// the thirteen days between the calendars hold from 1900 to 2099.
func julianEaster(y int) travaux.Day {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	return travaux.DayOf(y, n/31, n%31+1) + 13
}

func (a *anchorage) holiday(m *meaning, t tense) answer {
	f := &feasts[m.feast]
	if m.y > 0 {
		return dayAnswer(f.in(m.y), travaux.BasisExplicit)
	}
	if a.doc.grain != dayGrain {
		if !f.easter && f.nth == 0 {
			c := meaning{m: f.month, d: f.day}
			return (&anchorage{}).calendar(&c, t)
		}
		return answer{value: "XXXX-XX-XX", basis: travaux.BasisUnknown}
	}
	y, _, _ := a.doc.Lo.Date()
	switch {
	case m.stepped && m.step < 0:
		if f.in(y) >= a.doc.Lo {
			y--
		}
	case m.stepped && m.step > 0:
		if f.in(y) <= a.doc.Lo {
			y++
		}
	default:
		y = nearestYear(y, a.doc.Lo, t, f.in)
	}
	return dayAnswer(f.in(y), a.basis)
}
