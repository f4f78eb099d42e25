package judge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Marker makes anchors of the rows of a record, so that a judgement can be made
// on what a person sees there.
type Marker struct {
	rec    *travaux.Record
	sheets map[string]*sheet
}

// NewMarker returns a marker for a record and the readings it was made from;
// judgements are those the record was made under.
func NewMarker(rec *travaux.Record, readings []*travaux.Reading, judgements []travaux.Judgement) *Marker {
	m := &Marker{rec: rec, sheets: map[string]*sheet{}}
	for _, g := range withAdditions(readings, judgements) {
		if g != nil && g.Report != nil && (m.sheets[g.Report.ID] == nil || g.Report.File < m.sheets[g.Report.ID].Report.File) {
			m.sheets[g.Report.ID] = &sheet{Reading: g}
		}
	}
	return m
}

// Part is what one report has of a row: an anchor, and the local id of what it
// means.
type Part struct {
	travaux.Anchor
	ID string
}

// Row returns the parts of the row with an id: one for every claim behind an
// event or text, and the fullest naming of an actor in each report; by file and
// place. The id of a claim is that of its only part. Errors: CodeNotFound for
// an id that no row has that can be judged.
func (m *Marker) Row(id string) ([]Part, error) {
	if parts := m.row(id); len(parts) > 0 {
		return parts, nil
	}
	e := travaux.Errorf(travaux.CodeNotFound, "judge", id, "no row of the record that can be judged has that id")
	e.Hint = "travaux export and travaux ask --format json show the ids of rows; a merge or a new reading may have changed them"
	return nil, e
}

func (m *Marker) row(id string) []Part {
	kind, _, _ := strings.Cut(id, "_")
	switch kind {
	case "actor":
		if i := slices.IndexFunc(m.rec.Actors, func(a travaux.Actor) bool { return a.ID == id }); i >= 0 {
			return m.actor(&m.rec.Actors[i])
		}
	case "event":
		if i := slices.IndexFunc(m.rec.Events, func(e travaux.Event) bool { return e.ID == id }); i >= 0 {
			return m.claims(Event, m.rec.Events[i].Claims)
		}
		return m.claims(Event, []string{id}) // the id of a claim
	case "proposal", "text":
		if i := slices.IndexFunc(m.rec.Proposals, func(p travaux.Proposal) bool { return p.ID == id }); i >= 0 {
			return m.claims(Text, m.rec.Proposals[i].Claims)
		}
		return m.claims(Text, []string{id})
	case "position", "consultation", "forecast":
		return m.where(func(s *sheet, r *row) bool { return r.what == kind && travaux.NewID(kind, s.Report.ID, r.id) == id })
	case "provision":
		return m.where(func(s *sheet, r *row) bool {
			return r.what == Provision && travaux.NewID("provision", s.Report.ID+r.id) == id
		})
	case "stmt", "statement":
		return m.claims(Statement, []string{id})
	case "report":
		if s := m.sheets[id]; s != nil {
			h := s.Report.Headline
			return []Part{{Mark(s.Report, Report, h.Start, h.End, ""), id}}
		}
	}
	if i := slices.IndexFunc(m.rec.Relations, func(r travaux.Relation) bool { return r.ID == id }); i >= 0 {
		return m.relation(&m.rec.Relations[i])
	}
	return nil
}

// where makes parts of what was read and fits, by report and place.
func (m *Marker) where(fits func(s *sheet, r *row) bool) []Part {
	var out []Part
	for _, s := range m.sorted() {
		rows := s.read()
		for i := range rows {
			if r := &rows[i]; fits(s, r) {
				out = append(out, s.part(r))
			}
		}
	}
	return out
}

func (s *sheet) part(r *row) Part {
	a := Mark(s.Report, r.what, r.start, r.end, r.reads)
	a.Only = !slices.ContainsFunc(s.read(), func(o row) bool {
		return o.what == r.what && o.start == r.start && o.end == r.end && o.id != r.id
	})
	return Part{a, r.id}
}

func (m *Marker) claims(what string, ids []string) []Part {
	want := map[string]bool{}
	for _, id := range ids {
		want[id] = true
	}
	return m.where(func(_ *sheet, r *row) bool { return r.what == what && want[r.id] })
}

func (m *Marker) sorted() []*sheet {
	out := make([]*sheet, 0, len(m.sheets))
	for _, s := range m.sheets {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b *sheet) int {
		return cmp.Or(strings.Compare(a.Report.File, b.Report.File), strings.Compare(a.Report.ID, b.Report.ID))
	})
	return out
}

// actor makes a part of an actor for every report that names it: at the form
// that the record shows, else at the longest.
func (m *Marker) actor(a *travaux.Actor) []Part {
	best := map[string]travaux.NameForm{}
	rank := func(f travaux.NameForm) int {
		if f.Form == a.Canonical {
			return 1 << 20
		}
		return len(f.Form)
	}
	for _, f := range a.NameForms {
		old, ok := best[f.Report]
		if f.First.Len() > 0 && (!ok || rank(f) > rank(old) || rank(f) == rank(old) && f.First.Start < old.First.Start) {
			best[f.Report] = f
		}
	}
	var out []Part
	for _, s := range m.sorted() {
		f, ok := best[s.Report.ID]
		if !ok {
			continue
		}
		if r := at(s.read(), Actor, f.First); r != nil {
			out = append(out, s.part(r))
		}
	}
	if len(out) > 0 {
		return out
	}
	return m.unmentioned(a)
}

// unmentioned makes parts of an outlet that only metadata names.
func (m *Marker) unmentioned(a *travaux.Actor) []Part {
	var out []Part
	for _, s := range m.sorted() {
		if !slices.ContainsFunc(a.Spans, func(sp travaux.Span) bool { return sp.Report == s.Report.ID }) {
			continue
		}
		var here []*row
		rows := s.read()
		for i := range rows {
			if r := &rows[i]; r.what == Actor && r.end == r.start && strings.HasPrefix(r.reads, string(a.Type)) {
				here = append(here, r)
			}
		}
		if len(here) > 1 {
			here = slices.DeleteFunc(here, func(r *row) bool { return r.reads != words(string(a.Type), a.Canonical) })
		}
		if len(here) == 1 {
			out = append(out, s.part(here[0]))
		}
	}
	return out
}

// at returns what was read at a span: exactly there, else within it.
func at(rows []row, what string, sp travaux.Span) *row {
	var in *row
	for i := range rows {
		r := &rows[i]
		switch {
		case r.what != what:
		case r.start == sp.Start && r.end == sp.End:
			return r
		case in == nil && sp.Start <= r.start && r.end <= sp.End && r.end > r.start:
			in = r
		}
	}
	return in
}

// relation makes parts of the two passages of a relation.
func (m *Marker) relation(r *travaux.Relation) []Part {
	var out []Part
	for _, sp := range []travaux.Span{r.A, r.B} {
		if s := m.sheets[sp.Report]; s != nil {
			out = append(out, Part{Mark(s.Report, Relation, sp.Start, sp.End, words(string(r.Kind), r.Subkind)), r.ID})
		}
	}
	return out
}

// withAdditions returns the readings with what was added by hand, and without
// corrections: anchors say what the rules read.
func withAdditions(readings []*travaux.Reading, judgements []travaux.Judgement) []*travaux.Reading {
	back := undone(Union(judgements))
	return Apply(readings, slices.DeleteFunc(slices.Clone(judgements), func(j travaux.Judgement) bool {
		return j.Kind != travaux.JudgeAdd || len(back[j.ID]) > 0
	})).Readings
}
