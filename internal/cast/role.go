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
