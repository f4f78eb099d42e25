package timex

// eraRules give the first of two years the era printed behind the second.
func eraRules() []*rule {
	return []*rule{{pattern: "INT -|to|and< INT< bc|bce|b.c.<", build: beforeChrist, cls: cDate}}
}

// beforeChrist reads "480 BC", "the 470s BC", "the 4th century BC". Such a
// date has a TIMEX3 value and no days: the calendar of reports does not reach
// there.
func beforeChrist(m *match) *meaning {
	c := &meaning{kind: kCal, bc: true}
	switch w := m.get(cYear|cInt, 0); {
	case w != nil:
		c.y = int(w.num)
	case m.get(cDecade, 0) != nil:
		c.y, c.years = int(m.get(cDecade, 0).val), 10
	default:
		n, u := int(m.get(cOrd, 0).val), m.get(cUnit, 0)
		if unit(u.num) != century {
			return nil
		}
		c.y, c.years = (n-1)*100, 100
	}
	if s := m.get(cSeason, 0); s != nil {
		c.sub = int(s.val)
	}
	c.m = m.month()
	if c.y <= 0 && c.years == 0 || c.y > 9999 {
		return nil
	}
	return c
}

// eraValue is the TIMEX3 value of a date before Christ.
func eraValue(m *meaning) string {
	switch m.years {
	case 10:
		return "BC" + four(m.y)[:3]
	case 100:
		return "BC" + four(m.y)[:2]
	}
	return "BC" + four(m.y) + partValue(m)
}
