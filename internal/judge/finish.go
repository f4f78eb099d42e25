package judge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// IDs gives the ids that what is local to a report has in a record.
type IDs interface {
	Actor(report, local string) string
	Event(report, local string) string
	Text(report, local string) string
}

// Finish applies to a record what can be judged of it alone: chosen values,
// resolutions, rejected relations. It names in the rows the judgements they
// rest on, and lists every judgement with its state. Reports that the record
// leaves out at its date, or sets aside, count as not there.
func (a *Applied) Finish(rec *travaux.Record, ids IDs) {
	rec.Judgements = []travaux.Judgement{}
	if len(a.cases) == 0 {
		return
	}
	f := newFinisher(rec, ids)
	for _, m := range a.cases {
		if m.live() {
			f.target(m)
		}
	}
	f.opposeRows(a.cases)
	for _, m := range a.cases {
		if m.live() {
			f.apply(m)
		}
	}
	rec.Relations = slices.DeleteFunc(rec.Relations, func(r travaux.Relation) bool { return f.rejected[r.ID] })
	for _, m := range a.cases {
		rec.Judgements = append(rec.Judgements, f.listed(m))
	}
}

// finisher is a record whose rows can be looked up.
type finisher struct {
	rec       *travaux.Record
	ids       IDs
	reports   map[string]bool
	notes     map[string]*[]string // by row: the judgements it rests on
	events    map[string]*travaux.Event
	texts     map[string]*travaux.Proposal
	forecasts map[string]*travaux.Forecast
	actors    map[string]*travaux.Actor
	rejected  map[string]bool // relations
}

func newFinisher(rec *travaux.Record, ids IDs) *finisher {
	f := &finisher{
		rec: rec, ids: ids, reports: map[string]bool{}, notes: map[string]*[]string{}, rejected: map[string]bool{},
		events: map[string]*travaux.Event{}, texts: map[string]*travaux.Proposal{},
		forecasts: map[string]*travaux.Forecast{}, actors: map[string]*travaux.Actor{},
	}
	for i := range rec.Reports {
		r := &rec.Reports[i]
		f.reports[r.ID], f.notes[r.ID] = r.SetAside == nil, &r.Judgements
	}
	for i := range rec.Actors {
		r := &rec.Actors[i]
		f.actors[r.ID], f.notes[r.ID] = r, &r.Judgements
	}
	for i := range rec.Events {
		r := &rec.Events[i]
		f.events[r.ID], f.notes[r.ID] = r, &r.Judgements
	}
	for i := range rec.Proposals {
		r := &rec.Proposals[i]
		f.texts[r.ID], f.notes[r.ID] = r, &r.Judgements
	}
	for i := range rec.Statements {
		f.notes[rec.Statements[i].ID] = &rec.Statements[i].Judgements
	}
	for i := range rec.Positions {
		f.notes[rec.Positions[i].ID] = &rec.Positions[i].Judgements
	}
	for i := range rec.Consultations {
		f.notes[rec.Consultations[i].ID] = &rec.Consultations[i].Judgements
	}
	for i := range rec.Forecasts {
		r := &rec.Forecasts[i]
		f.forecasts[r.ID], f.notes[r.ID] = r, &r.Judgements
	}
	for i := range rec.Relations {
		f.notes[rec.Relations[i].ID] = &rec.Relations[i].Judgements
	}
	return f
}

// rowID is the record's id of what an anchor was found to mean, "" for a
// passage.
func (f *finisher) rowID(what string, x *found) string {
	report := x.sheet.Report.ID
	switch what {
	case Actor:
		return f.ids.Actor(report, x.id)
	case Event:
		return f.ids.Event(report, x.id)
	case Text:
		return f.ids.Text(report, x.id)
	case Provision:
		return travaux.NewID(what, report+x.id)
	case Position, Consultation, Forecast:
		return travaux.NewID(what, report, x.id)
	}
	return x.id
}

// target finds the rows that a judgement bears on. What has no report in the
// record at its date waits.
func (f *finisher) target(m *matter) {
	present, found := 0, 0
	for i := range m.at {
		x := &m.at[i]
		if !x.ok() {
			continue
		}
		found++
		if !f.reports[x.sheet.Report.ID] {
			continue
		}
		present++
		m.Spans = append(m.Spans, x.span())
		if m.Anchors[i].What == Relation {
			continue
		}
		if id := f.rowID(m.Anchors[i].What, x); f.notes[id] != nil {
			m.Targets = append(m.Targets, id)
		}
	}
	if m.Anchors != nil && m.Anchors[0].What == Relation {
		f.relation(m)
	}
	slices.Sort(m.Targets)
	m.Targets = slices.Compact(m.Targets)
	need := min(1, found)
	if m.Kind == travaux.JudgeMerge || m.Kind == travaux.JudgeSplit {
		need = 2
	}
	if present < need {
		m.State, m.Why, m.Targets = travaux.JudgementWaiting, "its report is not in the record at this date, or is set aside as on another subject", nil
	}
}

// relation finds the relation between two passages: the one of the kind whose
// passages hold the words of the anchors.
func (f *finisher) relation(m *matter) {
	if len(m.at) != 2 || !m.at[0].ok() || !m.at[1].ok() {
		return
	}
	a, b := m.at[0].span(), m.at[1].span()
	for i := range f.rec.Relations {
		r := &f.rec.Relations[i]
		if words(string(r.Kind), r.Subkind) != m.Anchors[0].Reads {
			continue
		}
		if r.A.Overlaps(a) && r.B.Overlaps(b) || r.A.Overlaps(b) && r.B.Overlaps(a) {
			m.Targets = append(m.Targets, r.ID)
		}
	}
	switch {
	case len(m.Targets) > 1:
		m.State, m.Targets = travaux.JudgementReview, nil
		m.Why = "the rules now relate these words in several ways, and which is meant is not certain"
	case len(m.Targets) == 0:
		m.note = "the rules no longer relate these words so"
	}
}

// opposeRows finds choices, grades and resolutions of one row that differ.
func (f *finisher) opposeRows(cases []*matter) {
	verdicts := map[string][]verdict{}
	for _, m := range cases {
		if !m.live() {
			continue
		}
		_, graded := grades[m.Kind]
		if m.Kind != travaux.JudgeChoose && !graded {
			continue
		}
		for _, id := range m.Targets {
			for i, s := range m.Set {
				value := s.Value
				if m.Kind == travaux.JudgeChoose {
					if v := f.choice(m, id, i); v != nil {
						value = valueKey(v)
					}
				}
				k := strings.Join([]string{id, string(m.Kind), s.Field}, "\x00")
				verdicts[k] = append(verdicts[k], verdict{m, value})
			}
		}
	}
	oppose(verdicts, "another decides otherwise of the same")
}

func valueKey(v *travaux.Value) string {
	return strings.Join([]string{v.Value, string(v.Basis), string(v.Bound)}, "\x00")
}

// apply writes into the rows what a judgement says of them.
func (f *finisher) apply(m *matter) {
	for _, id := range m.Targets {
		switch m.Kind {
		case travaux.JudgeChoose:
			if !f.choose(m, id) {
				m.State, m.Why = travaux.JudgementReview, "no report gives “"+clip(m.Set[0].Value)+"” there any more"
				return
			}
		case travaux.JudgeResolve:
			if x := f.forecasts[id]; x != nil {
				x.Resolution = m.Set[0].Value
			}
		case travaux.JudgeReject:
			if m.Anchors[0].What == Relation {
				f.rejected[id] = true
			}
		}
		list := f.notes[id]
		*list = append(*list, m.ID)
	}
}

// choose marks the chosen value, and shows it where one is shown alone.
func (f *finisher) choose(m *matter, id string) bool {
	if a := f.actors[id]; a != nil {
		// The name was taken up when the actor's row was made.
		return slices.ContainsFunc(a.NameForms, func(n travaux.NameForm) bool { return n.Form == m.Set[0].Value })
	}
	v := f.choice(m, id, 0)
	if v == nil {
		return false
	}
	v.Judgement = m.ID
	name := m.Set[0].Field
	if e := f.events[id]; e != nil && name == "status" {
		e.Status = travaux.EventStatus(v.Value)
		e.PLOVER = travaux.DerivePLOVER(e.Kind, e.Status)
	}
	if p := f.texts[id]; p != nil && name == "name" {
		p.Label = v.Value
	}
	return true
}

// choice returns the reported value that is chosen: one that says the same,
// first where its words stand; else the only one that stands there.
func (f *finisher) choice(m *matter, id string, k int) *travaux.Value {
	var words *travaux.Span
	if k < len(m.means) && m.means[k].sheet != nil && m.means[k].ok() {
		sp := m.means[k].span()
		words = &sp
	}
	var same, there []*travaux.Value
	for _, list := range f.values(id, m.Set[k].Field) {
		for i := range *list {
			v := &(*list)[i]
			here := words != nil && slices.ContainsFunc(v.Spans, func(s travaux.Span) bool { return s.Overlaps(*words) })
			if here {
				there = append(there, v)
			}
			if v.Value == m.Set[k].Value {
				if here {
					return v
				}
				same = append(same, v)
			}
		}
	}
	switch {
	case len(same) > 0:
		return same[0]
	case len(there) == 1:
		return there[0]
	}
	return nil
}

// values returns the lists in which a field of a row is reported.
func (f *finisher) values(id, name string) []*[]travaux.Value {
	if e := f.events[id]; e != nil {
		return lists(name, map[string]*[]travaux.Value{
			"date": &e.Dates, "duration": &e.Durations, "outcome": &e.Outcomes, "place": &e.Places, "status": &e.Statuses,
		})
	}
	p := f.texts[id]
	if p == nil {
		return nil
	}
	out := lists(name, map[string]*[]travaux.Value{
		"name": &p.Names, "author": &p.Authors, "origin": &p.Origins, "first_reported_by": &p.FirstReportedBy,
	})
	for i := range p.Versions {
		v := &p.Versions[i]
		out = append(out, lists(name, map[string]*[]travaux.Value{
			"points": &v.Points, "form": &v.Forms, "status": &v.Statuses, "date": &v.Dates, "tabled_by": &v.TabledBy, "track_count": &v.TrackCounts,
		})...)
	}
	return out
}

func lists(name string, of map[string]*[]travaux.Value) []*[]travaux.Value {
	if l := of[name]; l != nil {
		return []*[]travaux.Value{l}
	}
	return nil
}

// listed is the judgement as the record lists it.
func (f *finisher) listed(m *matter) travaux.Judgement {
	j := m.Judgement
	if j.State == travaux.JudgementApplied {
		j.Why = m.note
	}
	if j.Spans == nil { // not applied: what was found of it
		for i := range m.at {
			if x := &m.at[i]; x.ok() && x.sheet != nil && f.reports[x.sheet.Report.ID] {
				j.Spans = append(j.Spans, x.span())
			}
		}
	}
	j.Spans = slices.DeleteFunc(j.Spans, func(s travaux.Span) bool { return s.Len() == 0 })
	slices.SortFunc(j.Spans, func(a, b travaux.Span) int {
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Report, b.Report), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	j.Spans = slices.Compact(j.Spans)
	if j.Spans == nil {
		j.Spans = []travaux.Span{}
	}
	if j.Targets == nil {
		j.Targets = []string{}
	}
	if j.Anchors == nil {
		j.Anchors = []travaux.Anchor{}
	}
	return j
}
