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
// rest on, and lists every judgement with its state. What bears on reports that
// the record leaves out at its date waits for them, and so does what bears on
// claims of reports that are set aside.
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
	reports   map[string]*travaux.ReportRow
	notes     map[string]*[]string // by row: the judgements it rests on
	events    map[string]*travaux.Event
	texts     map[string]*travaux.Proposal
	forecasts map[string]*travaux.Forecast
	actors    map[string]*travaux.Actor
	rejected  map[string]bool // relations
}

func newFinisher(rec *travaux.Record, ids IDs) *finisher {
	f := &finisher{
		rec: rec, ids: ids, reports: map[string]*travaux.ReportRow{}, notes: map[string]*[]string{}, rejected: map[string]bool{},
		events: map[string]*travaux.Event{}, texts: map[string]*travaux.Proposal{},
		forecasts: map[string]*travaux.Forecast{}, actors: map[string]*travaux.Actor{},
	}
	for i := range rec.Reports {
		r := &rec.Reports[i]
		f.reports[r.ID], f.notes[r.ID] = r, &r.Judgements
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

// target finds the rows that a judgement bears on, and has it wait where the
// record has none of what it bears on.
func (f *finisher) target(m *matter) {
	present, missing := map[*travaux.Anchor]bool{}, []string{}
	for i := range m.at {
		x := &m.at[i]
		if !x.ok() {
			continue
		}
		row := f.reports[x.sheet.Report.ID]
		if row == nil {
			missing = append(missing, "its report, "+x.sheet.Report.File+", is not in the record at this date")
			continue
		}
		id := f.rowID(x.anchor.What, x)
		if row.SetAside != nil && (f.notes[id] == nil || m.need() > 1) {
			missing = append(missing, asideWhy(row))
			continue
		}
		present[x.anchor] = true
		m.Spans = append(m.Spans, x.span())
		if x.anchor.What != Relation && f.notes[id] != nil {
			m.Targets = append(m.Targets, id)
		}
	}
	if m.Anchors != nil && m.Anchors[0].What == Relation {
		f.relation(m)
	}
	slices.Sort(m.Targets)
	m.Targets = slices.Compact(m.Targets)
	if len(present) < m.need() {
		slices.Sort(missing)
		m.State, m.Why, m.Targets = travaux.JudgementWaiting, strings.Join(slices.Compact(missing), "; "), nil
	}
}

// asideWhy says that a report is set aside, and how to take it in.
func asideWhy(r *travaux.ReportRow) string {
	if r.SetAside.Rule == ruleAnalyst {
		return "its report, " + r.File + ", was set aside: " + r.SetAside.Reason
	}
	return "its report, " + r.File + ", is set aside as on another subject; travaux judge keep takes it in"
}

// relation finds the relation between two passages: the one of the kind whose
// passages hold the words of the anchors, in any versions of their reports.
func (f *finisher) relation(m *matter) {
	if len(m.Anchors) != 2 {
		return
	}
	several := false
	for i := range m.at {
		for k := range m.at {
			x, y := &m.at[i], &m.at[k]
			if x.ok() && y.ok() && x.anchor == &m.Anchors[0] && y.anchor == &m.Anchors[1] {
				ids := f.between(x.span(), y.span(), m.Anchors[0].Reads)
				several = several || len(ids) > 1
				m.Targets = append(m.Targets, ids...)
			}
		}
	}
	switch {
	case several:
		m.State, m.Targets = travaux.JudgementReview, nil
		m.Why = "the rules now relate these words in several ways, and which is meant is not certain"
	case len(m.Targets) == 0:
		m.note = "the rules no longer relate these words so"
	}
}

// between lists the relations of a kind between the passages at two spans.
func (f *finisher) between(a, b travaux.Span, reads string) (ids []string) {
	for i := range f.rec.Relations {
		r := &f.rec.Relations[i]
		if words(string(r.Kind), r.Subkind) != reads {
			continue
		}
		if r.A.Overlaps(a) && r.B.Overlaps(b) || r.A.Overlaps(b) && r.B.Overlaps(a) {
			ids = append(ids, r.ID)
		}
	}
	return ids
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

// listed is the judgement as the record lists it.
func (f *finisher) listed(m *matter) travaux.Judgement {
	j := m.Judgement
	if j.State == travaux.JudgementApplied {
		j.Why = m.note
		if whys := f.doubted(m); len(whys) > 0 {
			j.State, j.Why = travaux.JudgementReview, strings.Join(whys, "; ")
		}
	}
	if j.Spans == nil { // not applied: what was found of it
		for i := range m.at {
			if x := &m.at[i]; x.ok() && x.sheet != nil && f.reports[x.sheet.Report.ID] != nil {
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

// doubted says what is not certain in versions of its reports that the record
// has and does not set aside.
func (f *finisher) doubted(m *matter) (whys []string) {
	for _, d := range m.doubts {
		if r := f.reports[d.sheet.Report.ID]; r != nil && r.SetAside == nil && !slices.Contains(whys, d.why) {
			whys = append(whys, d.why)
		}
	}
	return whys
}
