package judge

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Value returns the setting that chooses one of the values that reports give a
// field of a row: by the value itself, by its words in a report, or by the name
// of the actor that it is.
// Errors: CodeNotFound, with the values that there are.
func (m *Marker) Value(id, name, value string) (travaux.Setting, error) {
	f := newFinisher(m.rec, nil)
	var there []string
	set := func(words string, spans []travaux.Span) *travaux.Setting {
		quoted := func(s travaux.Span) bool { return strings.EqualFold(s.Quote, value) }
		told := words
		if len(spans) > 0 && !strings.EqualFold(spans[0].Quote, words) {
			told += " (“" + clip(spans[0].Quote) + "”)"
		}
		if !slices.Contains(there, told) {
			there = append(there, told)
		}
		if words != value && !slices.ContainsFunc(spans, quoted) || len(spans) == 0 || m.sheets[spans[0].Report] == nil {
			return nil
		}
		a := Mark(m.sheets[spans[0].Report].Report, Passage, spans[0].Start, spans[0].End, "")
		return &travaux.Setting{Field: name, Value: words, Means: &a}
	}
	if a := f.actors[id]; a != nil && name == "name" {
		for _, n := range a.NameForms {
			if s := set(n.Form, []travaux.Span{n.First}); s != nil {
				return *s, nil
			}
		}
	}
	for _, list := range f.values(id, name) {
		for _, v := range *list {
			words := v.Value
			if a := f.actors[words]; a != nil {
				words = a.Canonical
			}
			if s := set(words, v.Spans); s != nil {
				return *s, nil
			}
		}
	}
	e := travaux.Errorf(travaux.CodeNotFound, "judge", id, "no report gives its %s as %q", name, value)
	if len(there) > 0 {
		e.Hint = "the reports give: " + strings.Join(there, ", ")
	}
	return travaux.Setting{}, e
}

// Named returns the anchor of an actor that a report names by these words, or
// whose row has this id. Errors: CodeNotFound; CodeConflict where the words
// name several.
func (m *Marker) Named(report, name string) (travaux.Anchor, error) {
	s := m.sheets[report]
	if s == nil {
		return travaux.Anchor{}, travaux.Errorf(travaux.CodeNotFound, "judge", report, "no such report in the record")
	}
	if strings.HasPrefix(name, "actor_") {
		for _, p := range m.row(name) {
			if p.Report == report {
				return p.Anchor, nil
			}
		}
	}
	switch so := s.named(name); len(so) {
	case 1:
		return s.part(so[0]).Anchor, nil
	case 0:
		e := travaux.Errorf(travaux.CodeNotFound, "judge", name, "%s names nobody so", s.Report.File)
		e.Hint = "write the name as the report does; it must stand in the report that is judged"
		return travaux.Anchor{}, e
	}
	e := travaux.Errorf(travaux.CodeConflict, "judge", name, "%s names several so", s.Report.File)
	e.Hint = "give the id of the actor's row, as travaux export shows it"
	return travaux.Anchor{}, e
}

// named lists the actors that a report names so, each where it does first.
func (s *sheet) named(name string) []*row {
	var out []*row
	rows := s.read()
	for i := range rows {
		r := &rows[i]
		if r.what == Actor && r.end <= len(s.Report.Text) && strings.EqualFold(s.Report.Text[r.start:r.end], name) &&
			!slices.ContainsFunc(out, func(o *row) bool { return o.id == r.id }) {
			out = append(out, r)
		}
	}
	return out
}

// Quoted returns the anchor of a passage of a report by its words. Errors:
// CodeNotFound; CodeConflict where they stand in it more than once.
func (m *Marker) Quoted(report, what, quote string) (travaux.Anchor, error) {
	s := m.sheets[report]
	if s == nil {
		return travaux.Anchor{}, travaux.Errorf(travaux.CodeNotFound, "judge", report, "no such report in the record")
	}
	text := s.Report.Text
	i := strings.Index(text, quote)
	switch {
	case quote == "" || i < 0:
		e := travaux.Errorf(travaux.CodeNotFound, "judge", s.Report.File, "the words “%s” do not stand in it", clip(quote))
		e.Hint = "quote the report exactly, with its spaces and quotation marks"
		return travaux.Anchor{}, e
	case strings.Contains(text[i+1:], quote):
		e := travaux.Errorf(travaux.CodeConflict, "judge", s.Report.File, "the words “%s” stand in it more than once", clip(quote))
		e.Hint = "quote more of the passage"
		return travaux.Anchor{}, e
	}
	return Mark(s.Report, what, i, i+len(quote), ""), nil
}
