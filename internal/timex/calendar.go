package timex

import (
	"github.com/travaux/travaux"
)

// calendar resolves a date whose parts are named: its own year, or the one
// that the document time and the tense leave.
func (a *anchorage) calendar(m *meaning, t tense) answer {
	if m.bc {
		return answer{value: eraValue(m), basis: travaux.BasisExplicit}
	}
	if m.years > 0 {
		return centuryOrDecade(m)
	}
	y, basis := m.y, travaux.BasisExplicit
	if y == 0 {
		y, basis = a.yearFor(m, t)
		if y == 0 {
			return answer{value: "XXXX" + partValue(m), edtf: unknownYear(m), basis: travaux.BasisUnknown}
		}
	}
	value, edtf := four(y)+partValue(m), travaux.EDTF(four(y)+edtfPart(m))
	iv, err := edtf.Interval()
	if err != nil { // 31 June
		return answer{value: value, basis: travaux.BasisUnknown}
	}
	g := yearGrain
	switch {
	case m.d > 0:
		g = dayGrain
	case m.m > 0:
		g = monthGrain
	case m.sub >= 33:
		g = quarterGrain
	case m.sub > 0:
		g = seasonGrain
	}
	switch {
	case m.lastD > 0:
		hi := iv.Lo + travaux.Day(m.lastD-m.d)
		iv.Hi = hi
		value = value + "/" + string(hi.EDTF())
		edtf = travaux.EDTF(value)
	case m.lastY > 0:
		iv.Hi = travaux.DayOf(m.lastY, 12, 31)
		value = value + "/" + four(m.lastY)
		edtf = travaux.EDTF(value)
	}
	return answer{value, edtf, basis, point{iv, g}}
}

func centuryOrDecade(m *meaning) answer {
	iv := travaux.Interval{Lo: travaux.DayOf(m.y, 1, 1), Hi: travaux.DayOf(m.y+m.years-1, 12, 31)}
	s := four(m.y)
	r := answer{basis: travaux.BasisExplicit, point: point{iv, yearGrain}}
	if m.years == 10 {
		r.value, r.edtf = s[:3], travaux.EDTF(s[:3]+"X")
	} else {
		r.value, r.edtf = s[:2], travaux.EDTF(s[:2]+"XX")
	}
	return r
}

// yearFor chooses the year of a month, day, quarter or season without one; 0
// where the document time does not settle it.
func (a *anchorage) yearFor(m *meaning, t tense) (int, travaux.Basis) {
	if a.narrating(m, t) {
		return yearAfter(a.prev, m), travaux.BasisAnchored
	}
	base, basis := a.doc, a.basis
	if m.fromText && m.finer == year {
		base, basis = a.prev, travaux.BasisAnchored
	}
	if base.grain == noGrain {
		return 0, ""
	}
	y, _, _ := base.Lo.Date()
	if m.stepped && m.finer == year {
		return y + m.step, basis
	}
	if m.sub > 0 && m.stepped && m.step == -1 && m.sub >= 33 { // "last year's third quarter"
		return y - 1, basis
	}
	if base.grain == yearGrain {
		return 0, ""
	}
	at := func(y int) travaux.Interval {
		iv, _ := travaux.EDTF(four(y) + edtfPart(m)).Interval()
		return iv
	}
	switch {
	case m.stepped && m.step < 0:
		if at(y).Hi >= base.Lo {
			y--
		}
	case m.stepped && m.step == 1:
		if at(y).Lo <= base.Hi {
			y++
		}
	case m.stepped:
		if m.sub == 24 && base.Lo < at(y).Lo-180 {
			y--
		}
	case m.d > 0:
		y = nearestYear(y, base.Lo, t, func(y int) travaux.Day { return at(y).Lo })
	case t == future:
		if at(y).Hi < base.Lo-travaux.Day(120*boolInt(m.sub >= 33)) { // results of a quarter come months later
			y++
		}
	default:
		if at(y).Lo > base.Hi {
			y--
		}
	}
	return y, basis
}

// nearestYear is the year in which a day lies nearest to base; a tense against
// the result counts only for days more than a month off.
func nearestYear(y int, base travaux.Day, t tense, at func(int) travaux.Day) int {
	best := y
	for _, c := range [...]int{y - 1, y + 1} {
		if gap(at(c), base) < gap(at(best), base) {
			best = c
		}
	}
	switch d := at(best); {
	case t == past && d > base+120:
		best--
	case t == future && d < base-120:
		best++
	}
	return best
}

func gap(a, b travaux.Day) travaux.Day {
	if a > b {
		return a - b
	}
	return b - a
}

// step resolves a unit some steps from the document time or from the last date.
func (a *anchorage) step(m *meaning, t tense) answer {
	base, basis := a.doc, a.basis
	if (m.fromText || a.story && !m.today()) && a.prev.grain != noGrain && (m.unit != day || a.prev.grain == dayGrain) {
		base, basis = a.prev, travaux.BasisAnchored
	} else if m.fromText && m.unit == day && !m.exact {
		base = point{}
	}
	need := map[unit]grain{day: dayGrain, week: dayGrain, weekend: dayGrain, month: monthGrain, quarter: monthGrain}[m.unit]
	if base.grain == noGrain || base.grain < need {
		return answer{value: unknownStep[m.unit], basis: travaux.BasisUnknown}
	}
	y, mon, _ := base.Lo.Date()
	cal := func(c meaning) answer {
		r := (&anchorage{}).calendar(&c, 0)
		r.basis = basis
		return r
	}
	switch m.unit {
	case day:
		return dayAnswer(base.Lo+travaux.Day(m.step), basis)
	case week, weekend:
		return a.weekStep(m, t, base.Lo, basis)
	case month:
		n := y*12 + int(mon) - 1 + m.step
		return cal(meaning{y: n / 12, m: n%12 + 1})
	case quarter:
		n := y*4 + (int(mon)-1)/3 + m.step
		return cal(meaning{y: n / 4, sub: 33 + n%4})
	case decade:
		return cal(meaning{y: (y/10 + m.step) * 10, years: 10})
	case century:
		return cal(meaning{y: (y/100 + m.step) * 100, years: 100})
	}
	if prevY, _, _ := a.prev.Lo.Date(); !m.fromText && m.exact && m.step == -1 && a.prev.grain == quarterGrain && y-prevY <= 1 {
		base, basis = a.prev, travaux.BasisAnchored // a quarter is compared with the same one a year ago
		y, mon, _ = base.Lo.Date()
		if base.Hi < a.doc.Lo-200 {
			y++ // it was compared already
		}
	}
	if base.grain == quarterGrain && (m.fromText || m.exact) {
		return cal(meaning{y: y + m.step, sub: 33 + (int(mon)-1)/3})
	}
	return cal(meaning{y: y + m.step})
}

func (a *anchorage) weekStep(m *meaning, t tense, d travaux.Day, basis travaux.Basis) answer {
	n := m.step
	if m.unit == weekend && n == 0 && t != future && isoWeekday(d) < 6 {
		n = -1
	}
	lo := monday(d) + travaux.Day(7*n)
	iv := travaux.Interval{Lo: lo, Hi: lo + 6}
	value := weekValue(lo)
	if m.unit == weekend {
		iv.Lo = lo + 5
		value += "-WE"
	}
	return answer{value, edtfOf(iv), basis, point{iv, weekGrain}}
}

var unknownStep = map[unit]string{
	day: "XXXX-XX-XX", week: "XXXX-WXX", weekend: "XXXX-WXX-WE", month: "XXXX-XX", quarter: "XXXX-QX",
	year: "XXXX", decade: "XXX", century: "XX", millennium: "X",
}
