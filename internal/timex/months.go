package timex

// bareMonth takes a month's name for the month unless it is also a common
// first or last name, a verb or an adjective, and nothing says otherwise.
func bareMonth(m *match) *meaning {
	switch w := m.word(0); w.form {
	case "May", "March", "April", "June", "August", "MAY", "MARCH":
		if w.named && !m.timeBefore() {
			return nil
		}
		if m.before() == nil && (w.form == "May" || w.form == "March") {
			return nil
		}
		if b := m.before(); b != nil && !timePreposition[lower(b.form)] && (b.cap || w.form == "May" || w.form == "March") {
			return nil
		}
		if a := m.after(); a != nil && a.cap && !a.is(cMonth|cDate) && (m.before() == nil || !monthLead[lower(m.before().form)]) {
			return nil
		}
		if a := m.after(); w.form == "May" && a != nil && a.form != "." && a.form != "," && m.before() != nil && lower(m.before().form) == "by" {
			return nil
		}
	}
	return calendar(0, m.month(), 0)
}

// timeBefore reports whether a month that is also a name in the text is the
// month here: "in May", "the end of May", and not "in May's cabinet".
func (m *match) timeBefore() bool {
	b, a := m.before(), m.after()
	if b == nil || a != nil && (a.form == "'s" || a.form == "’s") {
		return false
	}
	if b.form == "of" && m.first > 1 {
		return m.ws[m.first-2].is(cMod) || m.ws[m.first-2].form == "month"
	}
	return timeLead[lower(b.form)]
}

// monthLead are the prepositions that lead a month or season more than a name.
var monthLead = map[string]bool{"in": true, "since": true, "by": true, "until": true, "during": true}

var timePreposition = map[string]bool{
	"in": true, "since": true, "by": true, "until": true, "till": true, "through": true, "from": true, "of": true,
	"last": true, "next": true, "this": true, "early": true, "late": true, "mid": true, "-": true, "between": true,
	"during": true, "before": true, "after": true, "to": true, "for": true, "every": true, "and": true, "or": true, "each": true,
}
