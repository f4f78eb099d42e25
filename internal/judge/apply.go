package judge

import (
	"cmp"
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

	cases []*matter
}

// matter is one judgement with what its anchors were found to mean.
type matter struct {
	travaux.Judgement
	at    []found // by anchor
	means []found // by setting; the zero value where a setting has no anchor
	note  string  // what else there is to say of an applied judgement
}

// live reports whether the judgement is to be applied as far as it was found.
func (m *matter) live() bool {
	return m.State == travaux.JudgementApplied || m.State == travaux.JudgementReview && m.located() > 0
}

// located counts the anchors whose meaning was found.
func (m *matter) located() int {
	n := 0
	for i := range m.at {
		if m.at[i].ok() {
			n++
		}
	}
	return n
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
	e := &editor{map[string]*travaux.Reading{}}
	f := newFinder(readings)
	a.addAll(e, f)
	a.Readings = e.all(readings)
	f = newFinder(a.Readings)
	for _, m := range a.cases {
		switch {
		case m.State == travaux.JudgementUndone:
			m.locate(f)
		case m.State == travaux.JudgementApplied && m.Kind != travaux.JudgeAdd:
			m.find(f)
		}
	}
	a.opposeClaims()
	a.opposeIdentity()

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

// find finds the anchors and settles how the judgement stands by them.
func (m *matter) find(f *finder) {
	strict := m.Kind == travaux.JudgeReject
	for i := range m.Anchors {
		m.at = append(m.at, f.find(&m.Anchors[i], strict))
	}
	m.findMeant(f)
	m.settle()
}

// locate finds the words of a judgement that is not applied, to show them.
func (m *matter) locate(f *finder) {
	for i := range m.Anchors {
		if s, at, why := f.passage(&m.Anchors[i]); s != nil && why == "" {
			m.at = append(m.at, found{sheet: s, at: at})
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
	need := 1
	if m.Kind == travaux.JudgeMerge || m.Kind == travaux.JudgeSplit {
		need = 2
	}
	switch {
	case len(lost) > 0:
		m.State, m.Why = travaux.JudgementReview, strings.Join(lost, "; ")
	case len(m.Anchors) > 0 && m.located() < need || slices.ContainsFunc(m.means, func(x found) bool { return !x.ok() }):
		slices.Sort(whys)
		m.State, m.Why = travaux.JudgementWaiting, strings.Join(slices.Compact(whys), "; ")
	case waiting > 0:
		m.note = fmt.Sprintf("%d of its %d passages are in reports that are not in the record", waiting, len(m.Anchors))
	}
}

// clip shortens a quotation for a message.
func clip(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 60 {
		return string(r[:57]) + "…"
	}
	return s
}

// addAll puts what was added by hand into copies of the readings, so that other
// judgements can bear on it.
func (a *Applied) addAll(e *editor, f *finder) {
	for _, m := range a.cases {
		if m.Kind != travaux.JudgeAdd || m.State != travaux.JudgementApplied {
			continue
		}
		for i := range m.Anchors {
			s, at, why := f.passage(&m.Anchors[i])
			x := found{sheet: s, at: at, why: why}
			switch {
			case s == nil:
				x.state = travaux.JudgementWaiting
			case why != "":
				x.state = travaux.JudgementReview
			}
			m.at = append(m.at, x)
		}
		m.findMeant(f)
		if m.settle(); m.State != travaux.JudgementApplied {
			continue
		}
		for i := range m.at {
			if x := &m.at[i]; x.ok() {
				x.id = add(e.copyOf(x.sheet), m.Anchors[i].What, x.at, &m.Judgement)
				m.set(e, x, m.Anchors[i].What)
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
				m.set(e, x, m.Anchors[i].What)
			}
		case travaux.JudgeReject:
			if m.Anchors[i].What == Relation {
				continue // taken out once relations are known
			}
			if n := reject(e.copyOf(x.sheet), m.Anchors[i].What, x.id); n > 0 {
				m.note = fmt.Sprintf("with it went what rested on it alone: %d", n)
			}
		}
	}
}

// set gives the fields of the row at x their values, those of one field
// together.
func (m *matter) set(e *editor, x *found, what string) {
	var order []string
	values := map[string][]given{}
	for i, s := range m.Set {
		v := given{text: s.Value}
		if y := &m.means[i]; y.sheet != nil {
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
		set(g, what, x.id, name, values[name], m.ID)
	}
}

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
		n := m.Anchors[i].Side
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
