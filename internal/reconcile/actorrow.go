package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// build makes the row of one actor from those of the reports.
func (c *cast) build(group []member, reason string) travaux.Actor {
	first := group[0]
	out := travaux.Actor{
		ID:        c.of(first.src, first.Actor.ID),
		Canonical: canonical(group),
		Type:      commonType(group),
		Reason:    reason,
		NameForms: []travaux.NameForm{},
	}
	for _, m := range group {
		if out.World == "" {
			out.World = m.World
		}
		if out.Side == "" {
			out.Side = m.Side
		}
		if p := m.Parent; p != "" && out.Parent == "" {
			out.Parent = c.of(m.src, p)
		}
		if m.Anonymous != nil {
			key := *m.Anonymous
			key.Report = m.src.id
			out.Anonymous = &key
		}
		for _, f := range m.NameForms {
			f.Report, f.First = m.src.id, m.src.span(f.First)
			out.NameForms = append(out.NameForms, f)
		}
		for _, r := range m.Roles {
			out.Roles = addRole(out.Roles, c.role(m.src, r))
		}
		out.Spans = append(out.Spans, m.src.spans(m.Spans)...)
	}
	if out.Type.Anonymous() && strings.Contains(reason, oneMembership) {
		out.Type, out.Anonymous = travaux.ActorGroup, nil // no unnamed source: it is of no one report
	}
	out.NameForms = orderForms(out.NameForms)
	if len(out.Spans) == 0 {
		for _, f := range out.NameForms {
			if f.First.Len() > 0 {
				out.Spans = append(out.Spans, f.First)
			}
		}
	}
	if len(out.Spans) == 0 {
		out.Spans = []travaux.Span{first.src.anchor()}
	}
	out.Spans = orderSpans(out.Spans)
	return out
}

// resolveOrganisations puts the record's actor where a role names a state or
// body by its entry in the world file.
func (c *cast) resolveOrganisations() {
	byWorld := map[string]string{}
	for i := range c.rows {
		a := &c.rows[i]
		if old := byWorld[a.World]; a.World != "" && a.Type != travaux.ActorGroup && (old == "" || a.ID < old) {
			byWorld[a.World] = a.ID
		}
	}
	for i := range c.rows {
		for j := range c.rows[i].Roles {
			if id := byWorld[c.rows[i].Roles[j].Organisation]; id != "" {
				c.rows[i].Roles[j].Organisation = id
			}
		}
	}
}

func (c *cast) role(s *source, r travaux.Role) travaux.Role {
	r.Organisation = c.of(s, r.Organisation)
	r.SupportedBy = orderIDs(r.SupportedBy)
	r.Spans = orderSpans(s.spans(r.Spans))
	return r
}

// addRole adds a role, or the words of one already there.
func addRole(roles []travaux.Role, r travaux.Role) []travaux.Role {
	for i := range roles {
		o := &roles[i]
		if fold(o.Title) == fold(r.Title) && o.Organisation == r.Organisation && o.ValidFrom == r.ValidFrom && o.ValidTo == r.ValidTo {
			o.Spans = orderSpans(append(o.Spans, r.Spans...))
			o.SupportedBy = orderIDs(append(o.SupportedBy, r.SupportedBy...))
			return roles
		}
	}
	return append(roles, r)
}

// orderForms unites equal forms of one report and sorts by form and place.
func orderForms(in []travaux.NameForm) []travaux.NameForm {
	slices.SortFunc(in, func(a, b travaux.NameForm) int {
		return cmp.Or(strings.Compare(a.Form, b.Form), compareSpans(a.First, b.First))
	})
	out := in[:0]
	for _, f := range in {
		if n := len(out); n > 0 && out[n-1].Form == f.Form && out[n-1].Report == f.Report {
			out[n-1].N += f.N
			continue
		}
		out = append(out, f)
	}
	return out
}

// commonType is the type most reports give; acting beats being a place or a people, a
// single word that others take for no person is none, and ties go by name.
func commonType(group []member) travaux.ActorType {
	count := map[travaux.ActorType]int{}
	for _, m := range group {
		count[m.Type]++
	}
	if len(count) > 1 && !slices.ContainsFunc(group, surely) {
		delete(count, travaux.ActorPerson)
	} else if count[travaux.ActorPerson] > 0 {
		delete(count, travaux.ActorOffice) // words for one who has a name
	}
	if len(count) > 1 {
		delete(count, travaux.ActorPlace)
	}
	if len(count) > 1 {
		delete(count, travaux.ActorGroup) // a report that has its people alone
	}
	var best travaux.ActorType
	for t, n := range count {
		if best == "" || n > count[best] || n == count[best] && t < best {
			best = t
		}
	}
	return best
}

// surely reports whether a member is a person with a full name or an office.
func surely(m member) bool {
	if m.Type != travaux.ActorPerson {
		return false
	}
	n := parseName(m.Canonical, false)
	return n.full() || len(m.Roles) > 0
}

// canonical is the most frequent of the full forms: for a person those with a
// given name. Ties go to a person's shorter and an organisation's longer form,
// then to the alphabet.
func canonical(group []member) string {
	count := map[string]int{}
	isPerson := commonType(group) == travaux.ActorPerson
	for _, m := range group {
		if m.Type == travaux.ActorMedia {
			count[withoutSection(m.Canonical)]++
			continue
		}
		if isPerson && m.Type == travaux.ActorOffice {
			continue
		}
		count[m.Canonical]++
		for _, f := range m.NameForms {
			if isPerson && len(strings.Fields(f.Form)) > 1 && properName(f.Form) && !strings.HasPrefix(f.Form, "The ") {
				count[f.Form] += max(f.N, 1)
			}
		}
	}
	forms := make([]string, 0, len(count))
	for f := range count {
		forms = append(forms, f)
	}
	partial, length := func(string) int { return 0 }, func(s string) int { return -len(s) }
	if isPerson {
		length = func(s string) int { return len(s) }
		partial = func(s string) int {
			if !parseName(s, false).full() {
				return 1
			}
			return 0
		}
	}
	return slices.MinFunc(forms, func(a, b string) int {
		return cmp.Or(cmp.Compare(partial(a), partial(b)), cmp.Compare(count[b], count[a]),
			cmp.Compare(length(a), length(b)), strings.Compare(a, b))
	})
}
