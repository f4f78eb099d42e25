package judge

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// choose puts the chosen value before the others of its field, so that it is
// the one shown.
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
	name, value := m.Set[0].Field, v.Value
	label := f.labelOf(id, v)
	for _, list := range f.values(id, name) {
		for i := range *list {
			if &(*list)[i] == v {
				chosen := *v
				*list = slices.Insert(slices.Delete(slices.Clone(*list), i, i+1), 0, chosen)
				break
			}
		}
	}
	if e := f.events[id]; e != nil && name == "status" {
		e.Status = travaux.EventStatus(value)
		e.PLOVER = travaux.DerivePLOVER(e.Kind, e.Status)
	}
	if p := f.texts[id]; p != nil && name == "name" {
		p.Label = value
	}
	label()
	return true
}

// labelOf returns what puts a label in order once the value of its row stands
// first: that of an event names its places, that of a version its points.
func (f *finisher) labelOf(id string, v *travaux.Value) func() {
	if e := f.events[id]; e != nil && len(e.Places) > 1 {
		var names []string
		for _, p := range e.Places {
			names = append(names, f.nameOf(p.Value))
		}
		slices.Sort(names)
		names = slices.Compact(names)
		shown := ", " + strings.Join(names[:min(len(names), 2)], " or ")
		return func() {
			chosen := f.nameOf(e.Places[0].Value)
			if before, ok := strings.CutSuffix(e.Label, shown); ok && e.Places[0].Judgement != "" && len(names) > 1 {
				other := names[slices.IndexFunc(names, func(n string) bool { return n != chosen })]
				e.Label = before + ", " + chosen + " or " + other
			}
		}
	}
	p := f.texts[id]
	for i := 0; p != nil && i < len(p.Versions); i++ {
		ver := &p.Versions[i]
		if k := slices.IndexFunc(ver.Points, func(x travaux.Value) bool { return x.Value == v.Value }); k > 0 && v == &ver.Points[k] {
			was, now := ver.Points[0].Value, v.Value
			return func() {
				if rest, ok := strings.CutPrefix(ver.Label, was+" points"); ok {
					ver.Label = now + " points" + rest
				}
			}
		}
	}
	return func() {}
}

func (f *finisher) nameOf(id string) string {
	if a := f.actors[id]; a != nil {
		return a.Canonical
	}
	return id
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
