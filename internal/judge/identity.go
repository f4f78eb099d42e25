package judge

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile"
)

// decide gathers what was decided of identity, and tells the claims of one
// report apart that the reading has as one event.
func (a *Applied) decide(e *editor) {
	for _, m := range a.cases {
		if !m.live() || len(m.Anchors) == 0 {
			continue
		}
		var into *reconcile.Identity
		switch m.Anchors[0].What {
		case Actor:
			into = &a.Decisions.Actors
		case Event:
			into = &a.Decisions.Events
		case Text:
			into = &a.Decisions.Texts
		}
		switch m.Kind {
		case travaux.JudgeMerge:
			s := reconcile.Same{Reason: "one by the judgement of " + m.By + ": " + m.Reason}
			for i := range m.at {
				if m.at[i].ok() {
					s.Members = append(s.Members, m.at[i].local())
				}
			}
			into.Same = append(into.Same, s)
		case travaux.JudgeChoose:
			if m.Anchors[0].What == Actor {
				a.name(m)
			}
		case travaux.JudgeSplit:
			sides := m.sides()
			into.Apart = append(into.Apart, reconcile.Apart{Sides: sides})
			if m.Anchors[0].What == Event {
				a.tellApart(e, sides)
			}
		}
	}
}

// name has actors shown under the name chosen.
func (a *Applied) name(m *matter) {
	names := &a.Decisions.Actors.Names
	if *names == nil {
		*names = map[reconcile.Local]string{}
	}
	for _, l := range m.members() {
		(*names)[l] = m.Set[0].Value
	}
}

func (f *found) local() reconcile.Local {
	return reconcile.Local{Report: f.sheet.Report.ID, ID: f.id}
}

// sides lists the members of a split by their side.
func (m *matter) sides() [][]reconcile.Local {
	by := map[int][]reconcile.Local{}
	var order []int
	for i := range m.at {
		if !m.at[i].ok() {
			continue
		}
		n := m.at[i].anchor.Side
		if by[n] == nil {
			order = append(order, n)
		}
		by[n] = append(by[n], m.at[i].local())
	}
	slices.Sort(order)
	var out [][]reconcile.Local
	for _, n := range order {
		out = append(out, by[n])
	}
	return out
}

// tellApart makes the claims of one report that stand on different sides no
// longer name one first claim: those of each side name the first of their side.
func (a *Applied) tellApart(e *editor, sides [][]reconcile.Local) {
	side := map[string]map[string]int{}
	for n, ms := range sides {
		for _, l := range ms {
			if side[l.Report] == nil {
				side[l.Report] = map[string]int{}
			}
			side[l.Report][l.ID] = n + 1
		}
	}
	for _, g := range a.Readings {
		if g == nil || g.Report == nil || len(side[g.Report.ID]) < 2 {
			continue
		}
		of := side[g.Report.ID]
		c := e.copyOf(&sheet{Reading: g})
		type key struct {
			same string
			side int
		}
		first := map[key]string{}
		for i := range c.Events {
			ev := &c.Events[i]
			k := key{cmp.Or(ev.Same, ev.ID), of[ev.ID]}
			if first[k] == "" {
				first[k], ev.Same = ev.ID, ""
				continue
			}
			ev.Same = first[k]
		}
	}
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
