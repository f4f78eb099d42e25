package judge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// matter is one judgement with what its anchors were found to mean.
type matter struct {
	travaux.Judgement
	at     []found // by anchor; after those, the same in other versions of their reports
	means  []found // by setting; the zero value where a setting has no anchor
	note   string  // what else there is to say of an applied judgement
	doubts []doubt // of other versions of its reports
}

// live reports whether the judgement is to be applied as far as it was found.
func (m *matter) live() bool {
	return m.State == travaux.JudgementApplied || m.State == travaux.JudgementReview && m.located() > 0
}

// located counts the anchors whose meaning was found.
func (m *matter) located() int {
	n := 0
	for i := range m.at {
		if m.at[i].ok() && !m.at[i].carried {
			n++
		}
	}
	return n
}

// need is how many of its anchors must be found for it to be applied.
func (m *matter) need() int {
	if m.Kind == travaux.JudgeMerge || m.Kind == travaux.JudgeSplit {
		return 2
	}
	return min(1, len(m.Anchors))
}

// strict reports whether the rules must read what they read when it was made.
func (m *matter) strict() bool { return m.Kind == travaux.JudgeReject }

// find finds the anchors and settles how the judgement stands by them.
func (m *matter) find(f *finder) {
	for i := range m.Anchors {
		m.at = append(m.at, f.find(&m.Anchors[i], m.strict()))
	}
	m.findMeant(f)
	m.settle()
}

// findWords finds the words alone: of what is added there is nothing yet that
// the rules would read.
func (m *matter) findWords(f *finder) {
	for i := range m.Anchors {
		s, at, why := f.passage(&m.Anchors[i])
		x := found{anchor: &m.Anchors[i], sheet: s, at: at, why: why}
		switch {
		case s == nil:
			x.state = travaux.JudgementWaiting
		case why != "":
			x.state = travaux.JudgementReview
		}
		m.at = append(m.at, x)
	}
	m.findMeant(f)
	m.settle()
}

// locate finds the words of a judgement that is not applied, to show them.
func (m *matter) locate(f *finder) {
	for i := range m.Anchors {
		if s, at, why := f.passage(&m.Anchors[i]); s != nil && why == "" {
			m.at = append(m.at, found{anchor: &m.Anchors[i], sheet: s, at: at})
		}
	}
}

// findMeant finds what the settings mean. An actor must be named in the report
// that is judged.
func (m *matter) findMeant(f *finder) {
	for _, s := range m.Set {
		var x found
		if s.Means != nil {
			x = f.find(s.Means, false)
		}
		m.means = append(m.means, x)
	}
}

// meant is what the settings mean in the report of one of its passages.
func (m *matter) meant(x *found) []found {
	if x.carried {
		return x.means
	}
	return m.means
}

// settle sets the state that the anchors allow: what is needed and cannot be
// found with certainty is to be reviewed; what has no report waits for it.
func (m *matter) settle() {
	var lost []string
	waiting, whys := 0, []string{}
	for i, x := range slices.Concat(m.at, m.means) {
		switch x.state {
		case travaux.JudgementReview:
			quote := ""
			if i < len(m.Anchors) {
				quote = m.Anchors[i].Quote
			} else {
				quote = m.Set[i-len(m.Anchors)].Value
			}
			lost = append(lost, fmt.Sprintf("“%s”: %s", clip(quote), x.why))
		case travaux.JudgementWaiting:
			waiting++
			whys = append(whys, x.why)
		}
	}
	switch {
	case len(lost) > 0:
		m.State, m.Why = travaux.JudgementReview, strings.Join(lost, "; ")
	case m.located() < m.need() || slices.ContainsFunc(m.means, func(x found) bool { return !x.ok() }):
		slices.Sort(whys)
		m.State, m.Why = travaux.JudgementWaiting, strings.Join(slices.Compact(whys), "; ")
	case waiting > 0:
		m.note = fmt.Sprintf("%d of its %d passages are in reports that are not in the record", waiting, len(m.Anchors))
	}
}

// values returns what each field of one of its rows is set to, in one string a
// field.
func (m *matter) values(x *found) map[string]string {
	out := map[string]string{}
	means := m.meant(x)
	for i, s := range m.Set {
		v := s.Value
		if i < len(means) && s.Means != nil && s.Means.What == Actor {
			v = means[i].id // one actor under two names is one
		}
		out[s.Field] += v + "\x00"
	}
	return out
}

// clip shortens a quotation for a message.
func clip(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 60 {
		return string(r[:57]) + "…"
	}
	return s
}
