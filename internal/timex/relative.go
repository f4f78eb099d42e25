package timex

// relativeRules are the dates that are said from another: today, last week,
// this May, the following day.
func relativeRules() []*rule {
	r := func(p string, f func(*match) *meaning) *rule { return &rule{pattern: p, build: f, cls: cDate} }
	return []*rule{
		{pattern: "DEICTIC", build: deictic},
		r("VAGUEREF", vagueRef),
		r("the? THIS UNIT", thisUnit),
		r("the? THIS ORD -? UNIT", thisOrdinal),
		r("the? THIS fiscal? UNIT", thisUnit),
		r("THIS THIS UNIT", thatSame(thisUnit)),
		r("THIS THIS MONTH|SEASON", thatSame(thisName)),
		r("THIS MONTH", thisName),
		r("the? THIS SEASON", thisName),
		r("the? THIS WDAY", thisName),
		r("THIS HOLIDAY", thisName),
		r("this past|coming|last WDAY|MONTH|SEASON|UNIT", thisPast),
		r("THIS UNIT 's ORD UNIT", thisOrdinal),
		r("the? year -? ago|earlier ORD? quarter|period", yearAgo),
		r("year -? ago|earlier", yearAgo),
		r("the UNIT", theUnit),
		r("year -? end|'s", yearEnd),
		r("year 's end", yearEnd),
		r("the near|distant? future", ref("FUTURE_REF")),
		r("the recent? past", ref("PAST_REF")),
		r("the short|near|long term", ref("FUTURE_REF")),
		r("these days", ref("PRESENT_REF")),
		r("right now", ref("PRESENT_REF")),
		r("at< present", ref("PRESENT_REF")),
		r("the present", ref("PRESENT_REF")),
		r("at< the moment", ref("PRESENT_REF")),
		r("as soon as possible", ref("FUTURE_REF")),
		r("the day before yesterday", stepDay(-2)),
		r("the day after tomorrow", stepDay(2)),
		r("THIS|the PART", thisPart),
		r("the THIS PART", thisPart),
	}
}

func ref(value string) func(*match) *meaning {
	return func(*match) *meaning {
		return &meaning{kind: kRef, value: value}
	}
}

func stepDay(n int) func(*match) *meaning {
	return func(*match) *meaning { return &meaning{kind: kStep, unit: day, step: n} }
}

func deictic(m *match) *meaning {
	w := m.word(0)
	if b := m.before(); w.cap && b != nil && (b.form == "'s" || b.form == "’s" || isWord(b.form) && !b.cap) && !isUpper(w.form) {
		return nil // the programme or paper of that name
	}
	if m.masthead() {
		return nil
	}
	m.cls = cDate
	c := &meaning{kind: kStep, unit: day, step: int(w.val)}
	if w.text != "" {
		m.cls, c.clock = cTime, w.text
	}
	return c
}

// masthead reports whether the match ends a name in capitals within a sentence
// that is not all in capitals: "told PORT TODAY".
func (m *match) masthead() bool {
	if m.first < 2 || !isUpper(m.word(0).form) {
		return false
	}
	name, lead := m.ws[m.first-1].form, m.ws[m.first-2].form
	return isWord(name) && isUpper(name) && isWord(lead) && !isUpper(lead)
}

func vagueRef(m *match) *meaning {
	w := m.word(0)
	if a, b := m.after(), m.before(); a != nil && a.form == "that" || b != nil && (lower(b.form) == "as" || b.form == "how" || b.form == "too") {
		return nil
	}
	return &meaning{kind: kRef, value: w.text, passing: w.text == "FUTURE_REF"}
}

// thisUnit reads "last week", "the current quarter", "the following day".
func thisUnit(m *match) *meaning {
	t, u := m.get(cThis, 0), m.get(cUnit, 0)
	if unit(u.num) == day && t.form == "next" && lower(m.word(0).form) == "the" {
		return stepOf(2, day)
	}
	return stepOf(int(t.val), unit(u.num))
}

// thatSame builds only what "that same" begins.
func thatSame(build func(*match) *meaning) func(*match) *meaning {
	return func(m *match) *meaning {
		if m.word(0).val != 3 || m.word(1).form != "same" {
			return nil
		}
		return build(m)
	}
}

// stepOf is the unit that lies as THIS says.
func stepOf(t int, u unit) *meaning {
	if u <= hour || u == second {
		return nil
	}
	c := &meaning{kind: kStep, unit: u, step: t}
	switch t {
	case -2, 2:
		c.step, c.fromText = t/2, true
	case 3:
		c.step, c.fromText = 0, true
	case -3:
		c.step = -1
	}
	return c
}

func thisOrdinal(m *match) *meaning {
	t, o := m.get(cThis, 0), int(m.get(cOrd, 0).val)
	u := m.get(cUnit, 0)
	if w := m.get(cUnit, 1); w != nil { // "this year's third quarter"
		if unit(u.num) != year {
			return nil
		}
		u = w
	} else if m.rule.elems[0].optional { // "last third quarter"
		t = nil
	}
	if unit(u.num) != quarter || o > 4 || t == nil {
		return nil
	}
	return &meaning{kind: kCal, sub: 32 + o, stepped: true, step: int(t.val)}
}

// thisName reads "last May", "this summer", "next Monday".
func thisName(m *match) *meaning {
	t := m.get(cThis, 0)
	c := &meaning{kind: kCal, stepped: true, step: int(t.val)}
	switch {
	case m.get(cMonth, 0) != nil:
		if a := m.after(); a != nil && a.is(cDay) || m.get(cMonth, 0).named && t.val == 3 {
			return nil
		}
		c.m = m.month()
	case m.get(cWday, 0) != nil:
		c.kind, c.wday = kWeekday, int(m.get(cWday, 0).val)
	case m.get(cSeason, 0) != nil:
		c.sub = int(m.get(cSeason, 0).val)
	default:
		c.kind, c.feast = kHoliday, m.get(cHoliday, 0).mean.feast
	}
	if c.step == 3 && c.kind != kWeekday {
		c.fromText = true
	}
	return c
}

func thisPast(m *match) *meaning {
	step := 1
	if f := lower(m.word(1).form); f != "coming" {
		step = -1
	}
	if u := m.get(cUnit, 0); u != nil {
		return stepOf(step, unit(u.num))
	}
	c := &meaning{kind: kCal, stepped: true, step: step}
	switch w := m.word(2); {
	case w.is(cWday):
		c.kind, c.wday = kWeekday, int(w.val)
	case w.is(cMonth):
		c.m = int(w.val)
	default:
		c.sub = int(w.val)
	}
	return c
}

// yearAgo reads the financial pages' "year-earlier quarter".
func yearAgo(m *match) *meaning {
	c := &meaning{kind: kStep, unit: year, step: -1, exact: true}
	if o, u := m.get(cOrd, 0), m.get(cUnit, 1); o != nil && u != nil && unit(u.num) == quarter {
		return &meaning{kind: kCal, sub: 32 + int(o.val), stepped: true, step: -1}
	}
	return c
}

// theUnit reads "the week", "the weekend", "the quarter" where they are the
// one of the document or of the date before.
func theUnit(m *match) *meaning {
	u := unit(m.get(cUnit, 0).num)
	switch u {
	case weekend:
		return &meaning{kind: kStep, unit: weekend}
	case quarter:
		return &meaning{kind: kStep, unit: quarter, step: -1}
	}
	return nil
}

func yearEnd(m *match) *meaning {
	if lower(m.ws[m.last-1].form) != "end" {
		return nil
	}
	return &meaning{kind: kStep, unit: year, part: partEnd}
}

// thisPart reads "this morning", "last night", "that evening".
func thisPart(m *match) *meaning {
	m.cls = cTime
	t, p := m.get(cThis, 0), m.get(cPart, 0)
	if t == nil || len(p.text) > 3 {
		return nil
	}
	c := &meaning{kind: kStep, unit: day, step: int(t.val), clock: p.text}
	if t.form == "next" && m.word(0) != t {
		c.step = 2
	}
	switch c.step {
	case 3:
		c.step, c.fromText = 0, true
	case 2, -2:
		c.step, c.fromText = c.step/2, true
	}
	return c
}
