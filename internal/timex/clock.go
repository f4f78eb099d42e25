package timex

import "fmt"

// clockRules are times of day.
func clockRules() []*rule {
	t := func(p string, f func(*match) *meaning) *rule { return &rule{pattern: p, build: f, cls: cTime} }
	return []*rule{
		t("BOUND? CLOCK AMPM? ZONE?", clockTime),
		t("BOUND? INT AMPM ZONE?", clockTime),
		t("BOUND? INT o ' clock", clockTime),
		t("INT in< the morning|afternoon|evening", clockTime),
		t("BOUND? MOD? -? PART", partOfDay),
	}
}

func clockTime(m *match) *meaning {
	minutes := 0
	if w := m.get(cClock, 0); w != nil {
		minutes = int(w.val)
	} else if w := m.get(cInt, 0); w != nil && w.num <= 24 {
		minutes = int(w.num) * 60
	} else {
		return nil
	}
	if w := m.get(cAmpm, 0); w != nil {
		if minutes > 12*60+59 {
			return nil
		}
		minutes = minutes%(12*60) + int(w.val)*60
	}
	c := &meaning{kind: kClock, clock: fmt.Sprintf("T%02d:%02d", minutes/60, minutes%60), bound: m.bound()}
	if w := m.get(cZone, 0); w != nil {
		c.zone = w.text
	}
	return c
}

// partOfDay reads "midnight" and "mid-afternoon"; parts that need a day to be
// a time ("night") are left to the combinations with one.
func partOfDay(m *match) *meaning {
	w := m.get(cPart, 0)
	if m.last-m.first == 1 && len(w.text) == 3 {
		m.cls = cPart
		return nil
	}
	if b := m.get(cMod, 0); b == nil && len(w.text) == 3 {
		return nil
	}
	return &meaning{kind: kClock, clock: w.text, bound: m.bound()}
}
