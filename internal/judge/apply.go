package judge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile"
)

// Applied is what judgements make of readings.
type Applied struct {
	// Readings are those given, with copies in place of the ones that
	// rejections, corrections and additions change.
	Readings []*travaux.Reading
	// Decisions is what was decided of identity.
	Decisions reconcile.Decisions
	// Belongs says of reports, by id, whether they were decided to belong to the
	// record's subject.
	Belongs map[string]Belonging

	cases []*matter
}

// Apply puts judgements to readings, which are not changed. Every judgement
// comes out again, once, with its state.
func Apply(readings []*travaux.Reading, judgements []travaux.Judgement) *Applied {
	a := &Applied{Readings: readings}
	if len(judgements) == 0 {
		return a
	}
	all := Union(judgements)
	back := undone(all)
	for i := range all {
		m := &matter{Judgement: all[i]}
		m.State, m.Why, m.With, m.Targets, m.Spans = travaux.JudgementApplied, "", nil, nil, nil
		if by := back[m.ID]; len(by) > 0 {
			m.State, m.With, m.Why = travaux.JudgementUndone, by, "taken back by "+strings.Join(by, ", ")
		}
		a.cases = append(a.cases, m)
	}
	versions := reconcile.Versions(readings)
	e := &editor{map[string]*travaux.Reading{}}
	a.addAll(e, newFinder(readings, versions))
	a.Readings = e.all(readings)
	f := newFinder(a.Readings, versions)
	for _, m := range a.cases {
		switch {
		case m.State == travaux.JudgementUndone:
			m.locate(f)
		case m.State == travaux.JudgementApplied && m.Kind != travaux.JudgeAdd:
			m.find(f)
		}
	}
	a.carryAll(f)
	a.opposeClaims()
	a.opposeIdentity()
	a.belong()

	e = &editor{map[string]*travaux.Reading{}}
	for _, m := range a.cases {
		if m.live() {
			m.edit(e)
		}
	}
	a.decide(e)
	a.Readings = e.all(a.Readings)
	return a
}

// all returns the readings with the copies in their places.
func (e *editor) all(readings []*travaux.Reading) []*travaux.Reading {
	if len(e.copies) == 0 {
		return readings
	}
	out := slices.Clone(readings)
	for i, g := range out {
		if g != nil && g.Report != nil && e.copies[g.Report.ID] != nil {
			out[i] = e.copies[g.Report.ID]
		}
	}
	return out
}

// addAll puts what was added by hand into copies of the readings, so that other
// judgements can bear on it.
func (a *Applied) addAll(e *editor, f *finder) {
	for _, m := range a.cases {
		if m.Kind != travaux.JudgeAdd || m.State != travaux.JudgementApplied {
			continue
		}
		if m.findWords(f); m.State != travaux.JudgementApplied {
			continue
		}
		m.carry(f, nil)
		for i := range m.at {
			if x := &m.at[i]; x.ok() {
				x.id = add(e.copyOf(x.sheet), x.anchor.What, x.at, &m.Judgement)
				m.set(e, x)
			}
		}
	}
}

// edit corrects or rejects in copies of the readings.
func (m *matter) edit(e *editor) {
	for i := range m.at {
		x := &m.at[i]
		if !x.ok() {
			continue
		}
		switch m.Kind {
		case travaux.JudgeCorrect:
			if !slices.ContainsFunc(m.means, func(x found) bool { return !x.ok() }) {
				m.set(e, x)
			}
		case travaux.JudgeReject:
			if x.anchor.What == Relation {
				continue // taken out once relations are known
			}
			if n := reject(e.copyOf(x.sheet), x.anchor.What, x.id); n > 0 {
				m.note = fmt.Sprintf("with it went what rested on it alone: %d", n)
			}
		}
	}
}

// set gives the fields of the row at x their values, those of one field
// together.
func (m *matter) set(e *editor, x *found) {
	var order []string
	values := map[string][]given{}
	means := m.meant(x)
	for i, s := range m.Set {
		v := given{text: s.Value}
		if y := &means[i]; y.sheet != nil {
			v.words = travaux.SpanOf(y.sheet.Report.Text, y.at.start, y.at.end)
			if y.sheet.Report.ID != x.sheet.Report.ID {
				m.State, m.Why = travaux.JudgementReview, "“"+clip(s.Value)+"” is not named in the report that is judged"
				return
			}
			if s.Means.What == Actor {
				v.actor = y.id
			}
		}
		if values[s.Field] == nil {
			order = append(order, s.Field)
		}
		values[s.Field] = append(values[s.Field], v)
	}
	g := e.copyOf(x.sheet)
	for _, name := range order {
		set(g, x.anchor.What, x.id, name, values[name], m.ID)
	}
}
