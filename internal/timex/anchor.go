package timex

import "github.com/travaux/travaux"

// grain is how fine a date is.
type grain uint8

const (
	noGrain grain = iota
	yearGrain
	seasonGrain
	quarterGrain
	monthGrain
	weekGrain
	dayGrain
)

// tense is the direction of the clause around an expression.
type tense int8

const (
	past   tense = -1
	future tense = 1
)

// point is a resolved date: its days, and how fine it is.
type point struct {
	travaux.Interval
	grain grain
}

// anchorage is what dates are resolved against.
type anchorage struct {
	doc   point // the document time; noGrain where unknown
	basis travaux.Basis
	prev  point // the last date of the text that was resolved

	of    travaux.DocTime // what doc was read from
	until int             // where the part ends that it is of

	zone string // whose clock the report keeps, "" where unknown

	story            bool // the text tells of years long past
	block, prevBlock int  // of what is anchored, and of prev
}

// at moves to what holds at a byte offset: a story of its own, or a post of
// another day, has its own time, and its dates lean on none before it.
func (a *anchorage) at(report *travaux.Report, offset int) {
	if report == nil || len(report.Parts) == 0 || offset < a.until {
		return
	}
	p := report.At(offset)
	if p == nil {
		return
	}
	a.until = p.End
	date := p.Date
	if p.Kind == travaux.PartPost && date.EDTF == "" {
		date = report.Date
	}
	a.prev = point{}
	if date == a.of {
		return
	}
	own := anchorOn(date)
	a.doc, a.basis, a.of = own.doc, own.basis, date
}

// anchorOn reads the document time.
func anchorOn(t travaux.DocTime) anchorage {
	a := anchorage{basis: t.Basis, of: t}
	iv, err := t.EDTF.Interval()
	if err != nil || t.EDTF == "" {
		return a
	}
	lo, hi := iv.Open()
	if lo || hi {
		return a
	}
	a.doc = point{iv, grainOf(iv)}
	if a.basis == "" || a.basis == travaux.BasisUnknown {
		a.basis = travaux.BasisMetadata
	}
	return a
}

// grainOf is the coarsest calendar unit that holds the interval, as far as an
// anchor needs it: day, month or year.
func grainOf(iv travaux.Interval) grain {
	y1, m1, _ := iv.Lo.Date()
	y2, m2, _ := iv.Hi.Date()
	switch {
	case iv.Lo == iv.Hi:
		return dayGrain
	case y1 == y2 && m1 == m2:
		return monthGrain
	case y1 == y2:
		return yearGrain
	}
	return noGrain
}

// answer is an expression in normal form.
type answer struct {
	value string
	edtf  travaux.EDTF
	basis travaux.Basis
	point point // noGrain where nothing was resolved
}

// resolve anchors m, which stands in a clause of tense t.
func (a *anchorage) resolve(m *meaning, t tense) answer {
	var r answer
	switch m.kind {
	case kDuration:
		return answer{value: durationValue(m), basis: travaux.BasisExplicit}
	case kSet:
		return answer{value: m.value, basis: travaux.BasisExplicit}
	case kRef:
		return answer{value: m.value, basis: travaux.BasisUnknown}
	case kClock:
		return a.clockAlone(m)
	case kWeekday:
		r = a.weekday(m, t)
	case kStep:
		r = a.step(m, t)
	case kHoliday:
		r = a.holiday(m, t)
	default:
		r = a.calendar(m, t)
	}
	if r.point.grain != noGrain {
		r = a.finish(m, r)
	}
	if m.clock != "" {
		if r.point.grain == noGrain && len(r.value) < 10 {
			r.value = "XXXX-XX-XX"
		}
		r.value += m.clock + m.zone
	}
	return r
}

// finish narrows or opens a resolved date and notes where it came from.
func (a *anchorage) finish(m *meaning, r answer) answer {
	if m.week {
		lo := monday(r.point.Lo)
		r.point = point{travaux.Interval{Lo: lo, Hi: lo + 6}, weekGrain}
		r.value, r.edtf = weekValue(lo), edtfOf(r.point.Interval)
	}
	if m.part != 0 {
		r.edtf = edtfOf(a.narrow(r.point, m))
	}
	if m.open {
		r.edtf = r.point.Lo.EDTF() + "/.."
		if r.point.grain == yearGrain {
			r.edtf = r.edtf[:4] + "/.."
		}
	}
	return r
}

// narrow is the part of a period that early, mid, late and the like speak of:
// a third; a half, of a month from the 16th; what lies on the one side of
// the document time for earlier and later.
func (a *anchorage) narrow(p point, m *meaning) travaux.Interval {
	iv := p.Interval
	third, half := (iv.Days()+1)/3, iv.Days()/2
	if p.grain == monthGrain {
		third, half = 10, 15
	}
	switch m.part {
	case partEarly, partStart:
		iv.Hi = iv.Lo + travaux.Day(max(third, 1)) - 1
	case partMid:
		iv.Lo, iv.Hi = iv.Lo+travaux.Day(third), iv.Lo+travaux.Day(max(2*third, third+1))-1
	case partLate, partEnd:
		iv.Lo += travaux.Day(2 * third)
	case partFirstHalf:
		iv.Hi = iv.Lo + travaux.Day(half) - 1
	case partSecondHalf:
		iv.Lo += travaux.Day(half)
	case partLater:
		if a.doc.grain == dayGrain && a.doc.Lo >= iv.Lo && a.doc.Lo <= iv.Hi {
			iv.Lo = a.doc.Lo
		}
	case partEarlier:
		if a.doc.grain == dayGrain && a.doc.Lo >= iv.Lo && a.doc.Lo <= iv.Hi {
			iv.Hi = a.doc.Lo
		}
	}
	if iv.Lo > iv.Hi {
		return p.Interval
	}
	return iv
}

// clockAlone gives a time of day the day last spoken of, unless that is one still
// to come of an earlier paragraph; else the document's.
func (a *anchorage) clockAlone(m *meaning) answer {
	p, basis := a.prev, travaux.BasisAnchored
	if p.grain != dayGrain || a.prevBlock != a.block && a.doc.grain == dayGrain && p.Lo > a.doc.Lo {
		p, basis = a.doc, a.basis
	}
	if p.grain != dayGrain {
		return answer{value: "XXXX-XX-XX" + m.clock + m.zone, basis: travaux.BasisUnknown}
	}
	d := p.Lo.EDTF()
	return answer{value: string(d) + m.clock + m.zone, edtf: d, basis: basis}
}

// weekday is the nearest such day in the direction of the tense, the document's
// own day included; behind last and next, excluded.
func (a *anchorage) weekday(m *meaning, t tense) answer {
	base, basis := a.doc, a.basis
	if m.stepped && (m.step == 2 || m.step == -2 || m.step == 3) || a.story {
		base, basis = a.prev, travaux.BasisAnchored
	}
	if base.grain != dayGrain {
		return answer{value: "XXXX-WXX-" + string(rune('0'+m.wday)), basis: travaux.BasisUnknown}
	}
	d := base.Lo
	ahead := travaux.Day((m.wday - isoWeekday(d) + 7) % 7)
	switch {
	case m.finer == week:
		d = monday(d) + travaux.Day(7*m.step+m.wday-1)
	case m.stepped && m.step < 0:
		d += ahead - 7
	case m.stepped && (m.step == 1 || m.step == 2):
		if ahead == 0 {
			ahead = 7
		}
		d += ahead
	case t == future || ahead == 0 || a.story:
		d += ahead
	default:
		d += ahead - 7
	}
	return dayAnswer(d, basis)
}

func dayAnswer(d travaux.Day, basis travaux.Basis) answer {
	return answer{string(d.EDTF()), d.EDTF(), basis, point{travaux.Interval{Lo: d, Hi: d}, dayGrain}}
}

// isoWeekday numbers the days of the week from Monday, 1.
func isoWeekday(d travaux.Day) int { return (int(d.Weekday())+6)%7 + 1 }

func monday(d travaux.Day) travaux.Day { return d - travaux.Day(isoWeekday(d)-1) }
