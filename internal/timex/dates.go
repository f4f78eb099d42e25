package timex

// passes lists the rule tables in the order in which they are applied. Each
// pass sees what the one before has folded.
func passes() [][]*rule {
	return [][]*rule{
		append(append(boundRules(), holidayRules()...), eraRules()...),
		append(append(append(dateRules(), relativeRules()...), durationRules()...), clockRules()...),
		joinRules(),
		modRules(),
		comboRules(),
	}
}

// dateRules are the dates that name their parts.
func dateRules() []*rule {
	cal := func(p string, f func(*match) *meaning) *rule { return &rule{pattern: p, build: f, cls: cDate} }
	return []*rule{
		cal("ISO", func(m *match) *meaning {
			v := int(m.word(0).val)
			return calendar(v/10000, v/100%100, v%100)
		}),
		cal("YEAR|INT bc|bce|b.c.|b.c.e.", beforeChrist),
		cal("MONTH|SEASON of? YEAR|INT bc|bce|b.c.|b.c.e.", beforeChrist),
		cal("the SEASON of YEAR|INT bc|bce|b.c.|b.c.e.", beforeChrist),
		cal("the? DECADE bc|bce|b.c.|b.c.e.", beforeChrist),
		cal("the? ORD UNIT bc|bce|b.c.|b.c.e.", beforeChrist),
		cal("MONTH|MONABBR the? DAY ,? YEAR", monthDay),
		cal("MONTH|MONABBR the? DAY", monthDay),
		cal("the? DAY of? MONTH|MONABBR ,? YEAR", monthDay),
		cal("the? DAY of? MONTH|MONABBR", monthDay),
		cal("the? ORD day? of MONTH ,? YEAR?", monthDay),
		cal("MONTH|MONABBR DAY -|to|and DAY ,? YEAR?", dayRange),
		cal("DAY -|to|and DAY of? MONTH|MONABBR ,? YEAR?", dayRange),
		cal("MONTH ,? YEAR", monthOf),
		cal("MONTH of YEAR", monthOf),
		cal("MONABBR YEAR", monthOf),
		cal("MONTH", bareMonth),
		cal("WDAY", weekday),
		cal("WDAYABB ,? MONTH|MONABBR DAY ,? YEAR?", monthDay),
		cal("WDAYABB ,? DAY MONTH|MONABBR ,? YEAR?", monthDay),
		cal("the? YEAR? fiscal? -? ORD -? UNIT of? fiscal? YEAR?", ordinalUnit),
		cal("the? ORD half of YEAR", halfOf),
		cal("QUARTER ,? of? YEAR?", quarterOf),
		cal("fiscal|financial year? YEAR", yearOf),
		cal("fiscal|financial year? YEAR -|/ INT|YEAR", yearRange),
		cal("fy YEAR|INT", fiscalYear),
		cal("the YEAR -|/ INT fiscal|financial|budget|school|academic year", yearRange),
		cal("the? year|years of? YEAR", yearOf),
		cal("the year NUM", yearInWords),
		cal("the month of MONTH YEAR?", monthOf),
		cal("YEAR", bareYear),
		cal("YEAR -|/ INT", yearRange),
		cal("the? DECADE", decadeOf),
		cal("the? SEASON of? YEAR", seasonOf),
		cal("the SEASON", seasonOf),
		cal("SEASON", bareSeason),
		cal("the? ADJ SEASON", bareSeason),
		cal("HOLIDAY", holiday),
		cal("HOLIDAY YEAR", holiday),
	}
}

func calendar(y, m, d int) *meaning {
	if m > 12 || d > 31 {
		return nil
	}
	return &meaning{kind: kCal, y: y, m: m, d: d}
}

func (m *match) year() int {
	if w := m.get(cYear, 0); w != nil {
		return int(w.val)
	}
	return 0
}

func (m *match) month() int {
	if w := m.get(cMonth|cMonAbbr, 0); w != nil {
		return int(w.val)
	}
	return 0
}

func monthDay(m *match) *meaning {
	d := m.get(cDay, 0)
	if d == nil {
		if d = m.get(cOrd, 0); d == nil {
			return nil
		}
	}
	if a := m.after(); m.year() == 0 && a != nil && d == &m.ws[m.last-1] && (a.is(cPct|cScale) || a.form == "-" && a.glued) {
		return nil
	}
	return calendar(m.year(), m.month(), int(d.val))
}

func dayRange(m *match) *meaning {
	a, b := m.get(cDay, 0), m.get(cDay, 1)
	if a == nil || b == nil || b.val <= a.val {
		return nil
	}
	c := calendar(m.year(), m.month(), int(a.val))
	c.lastD = int(b.val)
	return c
}

func monthOf(m *match) *meaning { return calendar(m.year(), m.month(), 0) }

func weekday(m *match) *meaning {
	if !m.word(0).cap {
		return nil
	}
	return &meaning{kind: kWeekday, wday: int(m.word(0).val)}
}

// ordinalUnit reads "the third quarter of 2031", "the fiscal first quarter",
// "the 19th century".
func ordinalUnit(m *match) *meaning {
	n, u := int(m.get(cOrd, 0).val), m.get(cUnit, 0)
	if u == nil {
		return nil
	}
	switch unit(u.num) {
	case quarter:
		if n > 4 {
			return nil
		}
		if h := m.word(1); m.word(0).form != "" && lower(m.word(0).form) == "the" && m.ws[m.last-2].form == "-" && h.is(cOrd) {
			return nil // "the third-quarter loss": the article is the loss's
		}
		return &meaning{kind: kCal, y: m.year(), sub: 32 + n}
	case century:
		if n > 30 || n < 2 || m.year() > 0 {
			return nil
		}
		return &meaning{kind: kCal, y: (n - 1) * 100, years: 100}
	}
	return nil
}

func halfOf(m *match) *meaning {
	n := int(m.get(cOrd, 0).val)
	if n > 2 {
		return nil
	}
	return &meaning{kind: kCal, y: m.year(), sub: 39 + n}
}

func quarterOf(m *match) *meaning {
	return &meaning{kind: kCal, y: m.year(), sub: 32 + int(m.word(0).val)}
}

func yearOf(m *match) *meaning { return calendar(m.year(), 0, 0) }

// fiscalYear reads "FY 2031" and "FY31".
func fiscalYear(m *match) *meaning {
	w := m.get(cYear|cInt, 0)
	switch {
	case w.is(cYear):
		return calendar(int(w.val), 0, 0)
	case w.end-w.start == 2:
		return calendar(2000+int(w.val), 0, 0)
	}
	return nil
}

// yearInWords reads "the year two thousand".
func yearInWords(m *match) *meaning {
	n := m.get(cNum, 0)
	if n == nil || n.num < 1000 || n.num >= 2200 || n.num != float64(int(n.num)) {
		return nil
	}
	return calendar(int(n.num), 0, 0)
}

// bareYear takes four digits for a year unless their neighbours say number.
func bareYear(m *match) *meaning {
	w, b, a := m.word(0), m.before(), m.after()
	if b != nil && (b.is(cCur|cBound) || b.form == "No" || b.form == "#" || b.form == "/" || b.form == "." && w.glued) {
		return nil
	}
	if a != nil && (a.is(cPct|cCurWord|cScale|cUnits|cClock) || a.glued && (a.form == "/" || a.form == ":" && m.glueAfter())) {
		return nil
	}
	if b != nil && b.form == "-" && w.glued && !w.is(cDate) && b.glued && m.first > 1 && m.ws[m.first-2].cap && !m.ws[m.first-2].is(cMod|cMonth|cDate) {
		return nil // a designation
	}
	if pair := a != nil && a.form == "-" && m.last+1 < len(m.ws) && m.ws[m.last+1].is(cYear) && m.ws[m.last+1].val > w.val; !pair && (w.val < 1900 || w.val > 2100) {
		if b == nil || !timePreposition[lower(b.form)] && b.form != "(" && b.form != "," && !b.is(cMod|cSeason) {
			return nil
		}
	}
	return calendar(int(w.val), 0, 0)
}

// yearRange reads "1914-18" and "2031/32".
func yearRange(m *match) *meaning {
	y := m.get(cYear, 0)
	for i := m.first; i+2 < m.last; i++ {
		if n := &m.ws[i+2]; &m.ws[i] == y && m.ws[i+1].glued && n.glued && n.is(cInt) {
			last := int(n.val)
			if n.end-n.start == 2 {
				last += int(y.val) / 100 * 100
			} else if last != int(y.val)+1 || m.last-m.first == 3 {
				return nil // two years of their own
			}
			if last <= int(y.val) {
				return nil
			}
			c := calendar(int(y.val), 0, 0)
			c.lastY = last
			return c
		}
	}
	return nil
}

func decadeOf(m *match) *meaning {
	w := m.get(cDecade, 0)
	if w.text == "" && !isDigit(w.form0()) && !m.has(0) {
		return nil
	}
	return &meaning{kind: kCal, y: int(w.val), years: 10}
}

func seasonOf(m *match) *meaning {
	if a := m.after(); a != nil && a.form == "of" && lower(m.ws[m.last-1].form) == "fall" {
		return nil // "the fall of the capital"
	}
	return &meaning{kind: kCal, y: m.year(), sub: int(m.get(cSeason, 0).val)}
}

// bareSeason takes summer and winter for the season; spring and fall, which are
// more than that, behind a preposition of time.
func bareSeason(m *match) *meaning {
	w := m.get(cSeason, 0)
	if b := m.before(); w.cap && b != nil || (w.val == 21 || w.form == "fall") && (b == nil || !monthLead[lower(b.form)]) {
		return nil
	}
	return seasonOf(m)
}

func holiday(m *match) *meaning {
	return &meaning{kind: kHoliday, feast: m.word(0).mean.feast, y: m.year()}
}

// form0 is the first byte as written, 0 where the form is not kept.
func (w *word) form0() byte {
	if w.form == "" {
		return '0'
	}
	return w.form[0]
}

// before is the word left of the match, after the one right of it, or nil.
func (m *match) before() *word {
	if m.first == 0 {
		return nil
	}
	return &m.ws[m.first-1]
}

// glueAfter reports whether something stands directly behind the word after
// the match: "14:30" and not "2003: a year of".
func (m *match) glueAfter() bool { return m.last+1 < len(m.ws) && m.ws[m.last+1].glued }

func (m *match) after() *word {
	if m.last >= len(m.ws) {
		return nil
	}
	return &m.ws[m.last]
}
