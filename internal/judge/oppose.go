package judge

import (
	"maps"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// verdict is what one judgement says of one thing.
type verdict struct {
	m     *matter
	value string
}

// oppose puts judgements in conflict that say different things of one thing.
// None of them is applied until all but one are taken back.
func oppose(verdicts map[string][]verdict, about string) {
	for _, k := range slices.Sorted(maps.Keys(verdicts)) {
		vs := verdicts[k]
		for _, v := range vs {
			for _, w := range vs {
				if v.m != w.m && v.value != w.value {
					v.m.conflict(w.m, about)
				}
			}
		}
	}
}

// conflict sets the judgement against another.
func (m *matter) conflict(with *matter, about string) {
	if m.State != travaux.JudgementConflict {
		m.State, m.With, m.note = travaux.JudgementConflict, nil, ""
		m.Why = about
	}
	m.With = append(m.With, with.ID)
	slices.Sort(m.With)
	m.With = slices.Compact(m.With)
}

// opposeClaims finds corrections of one field that differ, and what one
// analyst rejects and another corrects.
func (a *Applied) opposeClaims() {
	verdicts := map[string][]verdict{}
	corrected := map[string][]*matter{}
	var rejections []*matter
	for _, m := range a.cases {
		switch {
		case !m.live():
		case m.Kind == travaux.JudgeCorrect:
			for i := range m.at {
				x := &m.at[i]
				if !x.ok() {
					continue
				}
				corrected[x.row()] = append(corrected[x.row()], m)
				for name, value := range m.values(x) {
					k := x.row() + "\x00" + name
					verdicts[k] = append(verdicts[k], verdict{m, value})
				}
			}
		case m.Kind == travaux.JudgeReject:
			rejections = append(rejections, m)
		}
	}
	for _, m := range rejections {
		for i := range m.at {
			if !m.at[i].ok() || m.at[i].id == "" {
				continue
			}
			for _, c := range corrected[m.at[i].row()] {
				m.conflict(c, "another corrects what this rejects")
				c.conflict(m, "another rejects what this corrects")
			}
		}
	}
	oppose(verdicts, "another gives the same field another value")
}

// row names what was found, within all readings.
func (f *found) row() string {
	return strings.Join([]string{f.anchor.What, f.sheet.Report.ID, f.id}, "\x00")
}
