package timex

// The parts of a period, as in words.tsv.
const (
	partEarly = 1 + iota
	partMid
	partLate
	partStart
	partEnd
	partLater
	partEarlier
	partFirstHalf
	partSecondHalf
)

// joinRules put the day's name, its date and the steps from it together.
func joinRules() []*rule {
	d := func(p string, f func(*match) *meaning) *rule { return &rule{pattern: p, build: f, cls: cDate} }
	return []*rule{
		d("DATE ,? the? DATE", namedDay),
		d("DATE of? DATE", withYear),
		d("BOUND? DUR ago", ago(-1, false)),
		d("DUR or so ago", ago(-1, false)),
		d("DUR earlier|previously", ago(-1, true)),
		d("DUR before", atEnd(ago(-1, true))),
		d("DUR later|afterwards", ago(1, true)),
		d("DUR after", atEnd(ago(1, true))),
		d("DUR from now", ago(1, false)),
		d("DATE and DUR in|of DATE", followingDays),
		d("DATE and DUR ,? DATE", followingDays),
		d("DATE and DUR", followingDays),
		d("DATE and beyond|onwards", onwards),
		d("DATE onwards|onward", onwards),
		d("the week of DATE", weekOf),
	}
}

// modRules narrow a date to a part of it, or widen an end.
func modRules() []*rule {
	d := func(p string, f func(*match) *meaning) *rule { return &rule{pattern: p, build: f, cls: cDate} }
	return []*rule{
		d("the? MOD -? DATE", narrowed),
		d("the? MOD of DATE", narrowed),
		d("the? MOD of the UNIT", narrowedUnit),
		d("MOD in the UNIT", narrowedUnit),
		d("MOD part of DATE", narrowed),
		d("MOD in DATE", earlyIn),
		d("the? first|second half of DATE", halved),
		d("sometime DATE", func(m *match) *meaning { return m.get(cDate, 0).mean }),
	}
}

// comboRules give a day its time.
func comboRules() []*rule {
	t := func(p string) *rule { return &rule{pattern: p, build: timed, cls: cTime} }
	return []*rule{
		t("the? MOD? PART hours? of DATE"), t("the? TIME UNITS|DUR? of DATE"), t("MOD in the PART of DATE"), t("MOD the TIME"),
		t("DATE PART"), t("TIME ,? on? DATE"), t("DATE ,? at TIME"), t("DATE TIME"), t("MOD? DATE MOD? PART"),
	}
}

// namedDay reads "Friday, Oct. 23".
func namedDay(m *match) *meaning {
	a, b := m.get(cDate, 0).mean, m.get(cDate, 1).mean
	if a.kind != kWeekday || b.kind != kCal || b.m == 0 || b.d == 0 || b.stepped {
		return nil
	}
	c := *b
	return &c
}

// withYear reads "January this year", "July of last year", "Monday of this
// week", "summer of 2031".
func withYear(m *match) *meaning {
	a, b := m.get(cDate, 0).mean, m.get(cDate, 1).mean
	switch {
	case a.kind == kCal && !a.stepped && a.y == 0 && b.kind == kStep && b.unit == year:
		c := *a
		c.stepped, c.step, c.fromText = true, b.step, b.fromText
		c.finer = year
		return &c
	case a.kind == kWeekday && b.kind == kStep && b.unit == week:
		c := *a
		c.stepped, c.step, c.finer = true, b.step, week
		return &c
	case a.kind == kStep && a.unit == day && a.clock == "" && b.kind == kCal:
		return nil
	}
	return nil
}

// ago reads "two weeks ago", "a day earlier".
func ago(sign int, fromText bool) func(*match) *meaning {
	return func(m *match) *meaning {
		c := *m.get(cDur, 0).mean
		if c.vague || c.unit == 0 || c.unit <= hour {
			v := "PAST_REF"
			if sign > 0 {
				v = "FUTURE_REF"
			}
			if fromText && c.unit != 0 && c.unit <= hour {
				return nil
			}
			return &meaning{kind: kRef, value: v}
		}
		n := c.num
		switch c.unit {
		case decade:
			c.unit, n = year, n*10
		case century:
			c.unit, n = year, n*100
		case fortnight:
			c.unit, n = week, n*2
		}
		return &meaning{kind: kStep, unit: c.unit, step: sign * int(n), fromText: fromText, bound: c.bound, exact: true}
	}
}

// atEnd builds only where no event follows that the date would hang on: "ten
// days before the vote" is a duration.
func atEnd(build func(*match) *meaning) func(*match) *meaning {
	return func(m *match) *meaning {
		if a := m.after(); a != nil && (isWord(a.form) || a.mean != nil) {
			return nil
		}
		return build(m)
	}
}

// followingDays reads "2 December and following days in 2031".
func followingDays(m *match) *meaning {
	if dur := m.get(cDur, 0); !dur.mean.ahead {
		return nil
	}
	c := *m.get(cDate, 0).mean
	if w := m.get(cDate, 1); w != nil {
		if w.mean.kind != kCal || w.mean.m != 0 || c.y != 0 {
			return nil
		}
		c.y = w.mean.y
	}
	c.open = true
	return &c
}

func onwards(m *match) *meaning {
	c := *m.get(cDate, 0).mean
	if c.kind == kRef {
		return nil
	}
	c.open = true
	return &c
}

func weekOf(m *match) *meaning {
	c := *m.get(cDate, 0).mean
	if c.kind != kCal || c.d == 0 {
		return nil
	}
	c.week = true
	return &c
}

// narrowed reads "early next year", "the end of this month", "mid-May".
func narrowed(m *match) *meaning {
	c := *m.get(cDate, 0).mean
	if c.kind == kRef || c.part != 0 {
		return nil
	}
	c.part = int(m.get(cMod, 0).val)
	if c.part >= partLater && (c.kind == kWeekday || c.kind == kCal && !c.stepped) {
		return nil // "earlier, May 3": the word goes with something else
	}
	return &c
}

// earlyIn reads "late in 1957", and not "closed in 1957".
func earlyIn(m *match) *meaning {
	switch m.get(cMod, 0).val {
	case partEarly, partLate, partLater, partEarlier:
		return narrowed(m)
	}
	return nil
}

// halved reads "the second half of January".
func halved(m *match) *meaning {
	c := *m.get(cDate, 0).mean
	if c.kind == kRef || c.kind == kWeekday || c.part != 0 || c.d != 0 {
		return nil
	}
	c.part = partFirstHalf
	if lower(m.ws[m.last-4].form) == "second" {
		c.part = partSecondHalf
	}
	return &c
}

func narrowedUnit(m *match) *meaning {
	u := unit(m.get(cUnit, 0).num)
	if u <= day || u == weekend {
		return nil
	}
	return &meaning{kind: kStep, unit: u, part: int(m.get(cMod, 0).val)}
}

// timed joins a day with a time of day or a part of the day.
func timed(m *match) *meaning {
	d := m.get(cDate, 0)
	if d == nil { // "early the next morning"
		if t := m.get(cTime, 0).mean; t.kind == kStep {
			return t
		}
		return nil
	}
	on := d.mean
	if on.kind == kRef || on.kind == kCal && on.d == 0 || on.kind == kStep && on.unit != day || on.open {
		return nil
	}
	c := *on
	if w := m.get(cPart, 0); w != nil {
		c.clock = w.text
	} else {
		t := m.get(cTime, 0).mean
		if t.kind != kClock {
			return nil
		}
		c.clock, c.zone, c.bound = t.clock, t.zone, t.bound
	}
	return &c
}
