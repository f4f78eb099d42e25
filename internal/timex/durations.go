package timex

import (
	"strings"

	"github.com/travaux/travaux"
)

// boundRules fold the words that make a number a limit.
func boundRules() []*rule {
	table := []struct {
		bound    travaux.Bound
		patterns string
	}{
		{travaux.Over, "just|well|slightly? over; more than; a little over; upwards of; in excess of; greater than"},
		{travaux.AtLeast, "at least; no|not fewer|less than; a minimum of"},
		{travaux.Under, "less than; fewer than; under; just|well|slightly under"},
		{travaux.AtMost, "up to; at most; no|not more than; as many|much|long as; a maximum of"},
		{travaux.Nearly, "nearly; almost; close to; just under|short; not quite"},
		{travaux.About, "about; around; roughly; approximately; an? estimated; some; more or less; circa; approx"},
	}
	var rules []*rule
	for _, row := range table {
		for p := range strings.SplitSeq(row.patterns, "; ") {
			rules = append(rules, &rule{pattern: p, cls: cBound, build: func(m *match) *meaning {
				return &meaning{kind: kBound, bound: row.bound}
			}})
		}
	}
	return rules
}

// durationRules are lengths of time, and the recurring times.
func durationRules() []*rule {
	d := func(p string, f func(*match) *meaning) *rule { return &rule{pattern: p, build: f, cls: cDur} }
	s := func(p string, f func(*match) *meaning) *rule { return &rule{pattern: p, build: f, cls: cSet} }
	return []*rule{
		d("BOUND? NUM -? UNITS|UNIT", length),
		{pattern: "NUM -? UNITS|UNIT -? old", build: age, cls: cTaken},
		d("BOUND? NUM more|additional|full|whole|straight|consecutive|working|business|trading UNITS|UNIT", length),
		d("BOUND? NUM ADJ UNITS", length),
		d("BOUND? NUM to|or|- NUM UNITS", lengthRange),
		d("between< NUM and|to NUM UNITS", lengthRange),
		d("BOUND? a|an UNIT", oneUnit),
		d("BOUND? a full|whole|further|single|additional UNIT", oneUnit),
		d("BOUND? a|an UNIT and a half", oneUnit),
		d("BOUND? half an|a UNIT", halfUnit),
		d("BOUND? the? THIS|first|final|latest|initial|additional|other NUM UNITS", length),
		d("the NUM THIS UNITS", length),
		d("BOUND? the NUM UNITS", length),
		d("BOUND? the? THIS VAGUE UNITS", vagueLength),
		d("BOUND? the? THIS couple of UNITS", vagueLength),
		d("BOUND? a? VAGUE of? more? UNITS", vagueLength),
		d("the? recent|coming UNITS", vagueLength),
		d("the? THIS UNITS", vagueLength),
		d("the UNITS ahead", vagueLength),
		d("UNITS or|and UNITS", bareUnits),
		d("UNITS", bareUnits),
		d("UNIT|UNITS - long", dayLong),
		d("some|a? long|short? time", someTime),
		d("a while", someTime),
		s("EVERY UNIT", everyUnit),
		s("EVERY WDAY|MONTH|SEASON|PART", everyName),
		s("EVERY NUM UNITS", everyUnit),
		s("EVERY other UNIT", everyUnit),
		s("EVERY WDAY PART", everyName),
		s("FREQ", frequency),
		s("once|twice a UNIT", aUnit),
		s("per UNIT", aUnit),
	}
}

// age takes "6-year-old" out of what is read as a duration.
func age(*match) *meaning { return &meaning{} }

func (m *match) bound() travaux.Bound {
	if w := m.get(cBound, 0); w != nil && w.mean != nil {
		return w.mean.bound
	}
	return ""
}

// overThe reports whether the match begins with a preposition that only looks
// like a bound: "over the past two weeks", "over several years".
func (m *match) overThe() bool {
	w := m.word(0)
	if !w.is(cBound) {
		return false
	}
	switch lower(w.form) {
	case "over":
		if b := m.before(); b != nil && b.is(cNum|cCurWord|cPct) {
			return true // "$5 million over two years"
		}
		fallthrough
	case "about", "around", "under", "some":
		next := lower(m.word(1).form)
		return next == "the" || m.word(1).is(cThis|cVague)
	}
	return false
}

func (m *match) unit() unit {
	if w := m.get(cUnit|cUnits, 0); w != nil {
		return unit(w.num)
	}
	return 0
}

func length(m *match) *meaning {
	n := m.get(cNum, 0)
	w := &m.ws[m.last-1]
	u := unit(w.num)
	if u == second && w.form == "second" || n == nil || u == weekend {
		return nil
	}
	if w.is(cUnit) && n.num != 1 && w.form != "" && m.ws[m.last-2].form != "-" && m.after() != nil && !m.after().is(cUnit) && lower(w.form) == "quarter" {
		return nil
	}
	if b := m.before(); b != nil && b.is(cCur) || m.overThe() || u == quarter && m.ws[m.last-2].form == "-" && w.is(cUnits) {
		return nil
	}
	c := &meaning{kind: kDuration, num: n.num, unit: u, bound: m.bound()}
	return c
}

func lengthRange(m *match) *meaning {
	a, b := m.get(cNum, 0), m.get(cNum, 1)
	if a == nil || b == nil || a.num >= b.num {
		return nil
	}
	return &meaning{kind: kDuration, num: a.num, unit: m.unit(), bound: m.bound()}
}

func oneUnit(m *match) *meaning {
	u := m.unit()
	if u == second || u == quarter {
		return nil
	}
	if a := m.after(); a != nil && a.form == "-" && a.glued {
		return nil // "a year-earlier quarter"
	}
	if u == weekend || m.bound() == "" && m.rate() {
		return nil
	}
	n := 1.0
	if lower(m.ws[m.last-1].form) == "half" {
		n = 1.5
	}
	return &meaning{kind: kDuration, num: n, unit: u, bound: m.bound()}
}

// rate reports whether "a year" says how often: "$5 million a year".
func (m *match) rate() bool {
	b, a := m.before(), m.after()
	if a != nil && (a.form == "ago" || a.form == "earlier" || a.form == "later") {
		return false
	}
	return b != nil && m.last-m.first == 2 && b.is(cNum|cCurWord|cPct|cUnits|cDur)
}

func halfUnit(m *match) *meaning {
	return &meaning{kind: kDuration, num: 0.5, unit: m.unit(), bound: m.bound()}
}

func vagueLength(m *match) *meaning {
	u := m.unit()
	if u == second || u == weekend || m.overThe() {
		return nil
	}
	c := &meaning{kind: kDuration, unit: u, vague: true, bound: m.bound()}
	if t := m.get(cThis, 0); t != nil && (t.val == 1 || t.val == 2) {
		c.ahead = true
	}
	for i := m.first; i < m.last; i++ {
		if lower(m.ws[i].form) == "couple" {
			c.num, c.vague = 2, false
		}
	}
	return c
}

// bareUnits reads "for months", "weeks of talks".
func bareUnits(m *match) *meaning {
	u := m.unit()
	if u <= minute || u == weekend || u == quarter {
		return nil
	}
	b, a := m.before(), m.after()
	led := b != nil && unitLead[lower(b.form)]
	followed := a != nil && (a.form == "of" || a.form == "ago" || a.form == "later" || a.form == "earlier" || a.form == "before" || a.form == "after")
	if b != nil && (b.form == "'s" || b.is(cPart|cTime)) || !led && !followed && m.last-m.first == 1 {
		return nil
	}
	return &meaning{kind: kDuration, unit: u, vague: true}
}

var unitLead = map[string]bool{"for": true, "in": true, "over": true, "within": true, "after": true, "took": true, "take": true, "spent": true, "lasted": true, "through": true}

func dayLong(m *match) *meaning {
	u := unit(m.word(0).num)
	if m.word(0).is(cUnits) {
		return &meaning{kind: kDuration, unit: u, vague: true}
	}
	return &meaning{kind: kDuration, unit: u, num: 1}
}

func someTime(m *match) *meaning {
	f := lower(m.word(0).form)
	if m.last-m.first < 2 || f != "some" && f != "a" {
		return nil
	}
	if f == "some" && m.last-m.first > 2 || m.after() != nil && m.after().form == "ago" {
		return nil
	}
	if b := m.before(); b == nil || lower(b.form) != "for" && lower(b.form) != "in" && lower(b.form) != "quite" {
		return nil
	}
	return &meaning{kind: kDuration, vague: true}
}

func everyUnit(m *match) *meaning {
	n := 1.0
	if w := m.get(cNum, 0); w != nil {
		n = w.num
	}
	if m.last-m.first == 3 && m.word(1).form == "other" {
		n = 2
	}
	u := m.unit()
	if u == second {
		return nil
	}
	return &meaning{kind: kSet, value: lengthValue(n, u)}
}

func everyName(m *match) *meaning {
	w := m.word(1)
	c := &meaning{kind: kSet}
	switch {
	case w.is(cWday):
		c.value = "XXXX-WXX-" + string('0'+w.val)
		if p := m.get(cPart, 0); p != nil {
			c.value += p.text
		}
	case w.is(cMonth):
		if w.named {
			return nil
		}
		c.value = "XXXX-" + two(int(w.val))
	case w.is(cSeason):
		c.value = "XXXX-" + seasonCode[w.val-21]
	default:
		c.value = "XXXX-XX-XX" + w.text
	}
	return c
}

func frequency(m *match) *meaning {
	if m.word(0).cap && m.before() != nil {
		return nil // a newspaper's name
	}
	return &meaning{kind: kSet, value: m.word(0).text}
}

func aUnit(m *match) *meaning {
	u := m.unit()
	if u <= second {
		return nil
	}
	return &meaning{kind: kSet, value: lengthValue(1, u)}
}
