package judge

import (
	"maps"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile"
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
				if !m.at[i].ok() {
					continue
				}
				row := m.rowKey(i)
				corrected[row] = append(corrected[row], m)
				for name, value := range m.values() {
					k := row + "\x00" + name
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
			for _, c := range corrected[m.rowKey(i)] {
				m.conflict(c, "another corrects what this rejects")
				c.conflict(m, "another rejects what this corrects")
			}
		}
	}
	oppose(verdicts, "another gives the same field another value")
}

func (m *matter) rowKey(i int) string {
	return strings.Join([]string{m.Anchors[i].What, m.at[i].sheet.Report.ID, m.at[i].id}, "\x00")
}

// values returns what each field is set to, in one string a field.
func (m *matter) values() map[string]string {
	out := map[string]string{}
	for i, s := range m.Set {
		v := s.Value
		if i < len(m.means) && s.Means != nil && s.Means.What == Actor {
			v = m.means[i].id // one actor under two names is one
		}
		out[s.Field] += v + "\x00"
	}
	return out
}

// opposeIdentity finds splits of what is merged, straight or by way of others.
func (a *Applied) opposeIdentity() {
	for _, what := range []string{Actor, Event, Text} {
		u := union{}
		var merges, splits []*matter
		for _, m := range a.cases {
			if !m.live() || len(m.Anchors) == 0 || m.Anchors[0].What != what {
				continue
			}
			switch m.Kind {
			case travaux.JudgeMerge:
				merges = append(merges, m)
				u.unite(m.members())
			case travaux.JudgeSplit:
				splits = append(splits, m)
			}
		}
		byRoot := map[reconcile.Local][]*matter{}
		for _, m := range merges {
			r := u.find(m.members()[0])
			byRoot[r] = append(byRoot[r], m)
		}
		for _, s := range splits {
			for _, r := range u.astride(s.sides()) {
				for _, m := range byRoot[r] {
					s.conflict(m, "another unites what this tells apart")
					m.conflict(s, "another tells apart what this unites")
				}
			}
		}
	}
}

// members lists what was found of a judgement, in order of its anchors.
func (m *matter) members() (out []reconcile.Local) {
	for i := range m.at {
		if m.at[i].ok() {
			out = append(out, m.at[i].local())
		}
	}
	return out
}

// union is a partition of what is merged.
type union map[reconcile.Local]reconcile.Local

func (u union) find(l reconcile.Local) reconcile.Local {
	for {
		up, ok := u[l]
		if !ok || up == l {
			return l
		}
		if over, ok := u[up]; ok {
			u[l] = over
		}
		l = up
	}
}

func (u union) unite(members []reconcile.Local) {
	for _, l := range members {
		if a, b := u.find(members[0]), u.find(l); a != b {
			u[b] = a
		}
	}
}

// astride lists the groups that have members on two sides.
func (u union) astride(sides [][]reconcile.Local) (out []reconcile.Local) {
	in := map[reconcile.Local]int{}
	for n, side := range sides {
		for _, l := range side {
			r := u.find(l)
			if k, ok := in[r]; ok && k != n && !slices.Contains(out, r) {
				out = append(out, r)
			} else if !ok {
				in[r] = n
			}
		}
	}
	return out
}
