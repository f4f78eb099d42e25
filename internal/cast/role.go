package cast

import (
	"cmp"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// localRoles puts the local actor where a role names a state or body by an id
// that holds within the document alone.
func (c *Cast) localRoles() {
	by := map[string]string{}
	for i := range c.doc.Entities {
		by[c.doc.Entities[i].KB] = c.ids[i]
	}
	for i := range c.Actors {
		for j := range c.Actors[i].Roles {
			r := &c.Actors[i].Roles[j]
			if _, ok := lang.LocalName(r.Organisation); ok {
				r.Organisation = by[r.Organisation]
			}
		}
	}
}

// office is the title that stands for somebody, after the state or body within
// the words whose office it is: "the Corrinian water minister", "Corrin's
// minister". Without one the words do not tell of which office they are.
func (c *Cast) office(m *lang.Mention) (title lang.Span, of string) {
	for i := range c.doc.Mentions {
		in := &c.doc.Mentions[i]
		if in == m || in.Start < m.Start || in.End >= m.End {
			continue
		}
		if of = cmp.Or(in.KB, in.Of); of == "" {
			continue
		}
		rest := c.doc.Text[in.End:m.End]
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "’s"), "'s")
		rest = strings.TrimLeft(rest, " \n")
		return lang.Span{Start: m.End - len(rest), End: m.End}, of
	}
	return lang.Span{}, ""
}

func addRole(a *travaux.Actor, at map[string]int, s travaux.Span, of string) {
	title := fold(s.Quote)
	if j, ok := at[title]; ok {
		a.Roles[j].Spans = append(a.Roles[j].Spans, s)
		return
	}
	at[title] = len(a.Roles)
	a.Roles = append(a.Roles, travaux.Role{Title: title, Organisation: of, Spans: []travaux.Span{s}})
}

// ownedRoles puts the local actor where the words before a title say whose
// office it is: "the union's general secretary, Ana Roth", "its envoy".
func (c *Cast) ownedRoles() {
	var ending map[int]string // end of a mention → its actor
	for i := range c.Actors {
		a := &c.Actors[i]
		if a.Type != travaux.ActorPerson {
			continue
		}
		for j := range a.Roles {
			r := &a.Roles[j]
			if r.Organisation != "" || len(r.Spans) == 0 {
				continue
			}
			if ending == nil {
				ending = c.endings()
			}
			before := strings.TrimRight(c.doc.Text[:r.Spans[0].Start], " \n")
			id := ending[len(before)]
			if owner, found := strings.CutSuffix(strings.TrimSuffix(before, "’s"), "'s"); id == "" && (found || owner != before) {
				id = ending[len(owner)]
			}
			if o := c.Actor(id); o != nil && o.ID != a.ID && o.Type.Corporate() {
				r.Organisation = o.ID
			}
		}
	}
}

// membership gives the organisation that a name goes on with: "Ana Roth of the
// Quay Union" belongs to it.
func (c *Cast) membership() {
	starts := map[int]string{} // of mentions of organisations
	for i := range c.doc.Mentions {
		if m := &c.doc.Mentions[i]; m.Type == lang.Organisation && m.Entity >= 0 {
			starts[m.Start] = c.ids[m.Entity]
		}
	}
	for i := range c.doc.Mentions {
		m := &c.doc.Mentions[i]
		if m.Type != lang.Person || m.Entity < 0 {
			continue
		}
		rest := strings.TrimPrefix(c.doc.Text[m.End:], ",")
		at := len(c.doc.Text) - len(rest)
		for _, of := range []string{" of the ", " of "} {
			id := starts[at+len(of)]
			a, o := c.Actor(c.ids[m.Entity]), c.Actor(id)
			if strings.HasPrefix(rest, of) && a != nil && o != nil && a.ID != o.ID && a.Parent == "" && o.Type.Corporate() {
				a.Parent = o.ID
			}
		}
	}
}

// endings are the actors of the mentions that end at each place and have
// something: names with a possessive, and "its" where no other is named between.
func (c *Cast) endings() map[int]string {
	out := map[int]string{}
	last := -1 // the entity named last that may have offices
	for i := range c.doc.Mentions {
		m := &c.doc.Mentions[i]
		if m.Entity < 0 {
			continue
		}
		text, rest := c.doc.Text[m.Start:m.End], c.doc.Text[m.End:]
		switch {
		case m.Type == lang.Pronoun:
			if strings.EqualFold(text, "its") && m.Entity == last {
				out[m.End] = c.ids[m.Entity]
			}
			continue
		case strings.HasSuffix(text, "'s"), strings.HasSuffix(text, "’s"), strings.HasPrefix(rest, "'s"), strings.HasPrefix(rest, "’s"):
			out[m.End] = c.ids[m.Entity]
		}
		if o := c.Actor(c.ids[m.Entity]); o != nil && o.Type.Corporate() {
			last = m.Entity
		}
	}
	return out
}
