// Package cast turns the entities of one annotated report into its local
// actors and mentions: the people, bodies and places that statements and claims
// refer to by id.
//
// It is for one report alone. It is not for deciding that actors of two
// reports are one (that is reconcile's), nor for finding mentions (lang's).
package cast

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// UnknownOutlet is the canonical name of an outlet that a report does not name.
const UnknownOutlet = "outlet not in the record"

// Cast holds a report's actors. Ids are hashes of report and first mention.
type Cast struct {
	Actors   []travaux.Actor // by first mention, the outlet first
	Mentions []travaux.Mention
	Outlet   string // id of the outlet's actor

	report *travaux.Report
	doc    *lang.Doc
	ids    []string // by index into doc.Entities
	index  map[string]int
	known  Known
}

// Known tells the actor type of a lexicon id and a name for it, to be shown
// where a report has no name of its own for the actor ("the Kremlin" alone).
type Known func(kb string) (typ travaux.ActorType, name string, ok bool)

// New builds the cast of a document whose references are resolved. Offsets are
// bytes into doc.Text, which is rep.Text.
func New(doc *lang.Doc, rep *travaux.Report, known Known) *Cast {
	c := &Cast{report: rep, doc: doc, ids: make([]string, len(doc.Entities)), index: map[string]int{}, known: known}
	c.addOutlet()
	for i := range doc.Entities {
		c.addEntity(i, known)
	}
	c.localRoles()
	c.ownedRoles()
	c.membership()
	for i := range doc.Mentions {
		c.addMention(&doc.Mentions[i])
	}
	return c
}

// ID returns the actor id of an entity, "" for one that is no actor (a named
// event) and for -1.
func (c *Cast) ID(entity int) string {
	if entity < 0 || entity >= len(c.ids) {
		return ""
	}
	return c.ids[entity]
}

// Actor returns the actor with an id of this cast, or nil.
func (c *Cast) Actor(id string) *travaux.Actor {
	if i, ok := c.index[id]; ok {
		return &c.Actors[i]
	}
	return nil
}

// Add registers an actor that only a later stage recognises, such as a
// collective that speaks, and returns its id. Adding the same words as an
// actor there is returns that one's id.
func (c *Cast) Add(span lang.Span, typ travaux.ActorType) string {
	words := c.doc.Quote(span)
	if rest, ok := strings.CutPrefix(words, "whose "); ok {
		span.Start += len(words) - len(rest)
		words = rest
	}
	for i := range c.Actors {
		a := &c.Actors[i]
		if a.Type != typ || typ.Anonymous() {
			continue
		}
		for _, f := range a.NameForms {
			if strings.EqualFold(f.Form, words) {
				return a.ID
			}
		}
	}
	id := travaux.SpanID("actor", c.report.ID, span.Start, span.End, string(typ))
	if _, ok := c.index[id]; ok {
		return id
	}
	s := travaux.SpanOf(c.doc.Text, span.Start, span.End)
	a := travaux.Actor{
		ID: id, Canonical: fold(words), Type: typ,
		NameForms: []travaux.NameForm{{Form: fold(words), First: s, N: 1}}, Spans: []travaux.Span{s},
	}
	if typ.Anonymous() {
		a.Anonymous = &travaux.AnonymousKey{Report: c.report.ID, Ordinal: c.nextOrdinal(), Description: fold(words)}
	}
	c.put(a)
	return id
}

// Acts marks that the place with an id of this cast is said to act, and so is
// more than a place.
func (c *Cast) Acts(id string) {
	if i, ok := c.index[id]; ok && c.Actors[i].Type == travaux.ActorPlace {
		c.Actors[i].Type = travaux.ActorRegion
	}
}

// Known returns the id of the actor with a lexicon id, and registers it where
// the report names it only within a title or as the seat of a government, at
// span. It is "" for an id that the lexicon does not hold.
func (c *Cast) Known(kb string, span lang.Span) string {
	for i := range c.Actors {
		if c.Actors[i].World == kb {
			return c.Actors[i].ID
		}
	}
	if c.known == nil || span.Empty() {
		return ""
	}
	typ, name, ok := c.known(kb)
	if !ok {
		return ""
	}
	s := travaux.SpanOf(c.doc.Text, span.Start, span.End)
	a := travaux.Actor{
		ID: travaux.SpanID("actor", c.report.ID, span.Start, span.End, kb), Canonical: cmp.Or(name, fold(s.Quote)),
		Type: typ, World: kb, Spans: []travaux.Span{s},
	}
	c.put(a)
	return a.ID
}

func (c *Cast) nextOrdinal() int {
	n := 1
	for i := range c.Actors {
		if k := c.Actors[i].Anonymous; k != nil {
			n = max(n, k.Ordinal+1)
		}
	}
	return n
}

func (c *Cast) put(a travaux.Actor) {
	c.index[a.ID] = len(c.Actors)
	c.Actors = append(c.Actors, a)
}

func (c *Cast) addOutlet() {
	o := c.report.Outlet
	c.Outlet = travaux.NewID("actor", c.report.ID, "outlet")
	a := travaux.Actor{ID: c.Outlet, Canonical: o.Value, Type: travaux.ActorMedia}
	if o.Value == "" {
		a.Canonical = UnknownOutlet
	}
	if o.End > o.Start {
		s := travaux.SpanOf(c.report.Text, o.Start, o.End)
		a.NameForms = []travaux.NameForm{{Form: s.Quote, First: s, N: 1}}
		a.Spans = []travaux.Span{s}
	} else if len(c.report.Blocks) > 0 { // its own words stand for the outlet
		b := c.report.Blocks[0]
		a.Spans = []travaux.Span{travaux.SpanOf(c.report.Text, b.Start, b.End)}
	}
	c.put(a)
}

func (c *Cast) addEntity(i int, known Known) {
	e := &c.doc.Entities[i]
	if len(e.Mentions) == 0 || e.Type == lang.Event {
		return
	}
	a := travaux.Actor{Canonical: c.shown(e), Type: actorType(e, c.doc), World: e.KB}
	if known != nil && e.KB != "" {
		if typ, name, ok := known(e.KB); ok {
			a.Type = typ
			a.Canonical = cmp.Or(a.Canonical, name)
		}
	}
	if name, ok := lang.LocalName(e.KB); ok {
		a.Canonical, a.World = name, ""
	}
	a.Canonical = cmp.Or(a.Canonical, fold(e.Name))
	c.forms(&a, e)
	if c.isOutlet(e) {
		c.ids[i] = c.Outlet
		out := &c.Actors[0]
		out.NameForms = mergeForms(out.NameForms, a.NameForms)
		out.Spans = append(out.Spans, a.Spans...)
		out.World = a.World
		return
	}
	first := c.doc.Mentions[e.Mentions[0]]
	a.ID = travaux.SpanID("actor", c.report.ID, first.Start, first.End, e.Type.String())
	if a.Type.Anonymous() {
		a.Anonymous = &travaux.AnonymousKey{Report: c.report.ID, Ordinal: e.Ordinal, Description: fold(e.Description)}
		a.Canonical = a.Anonymous.Description
	}
	c.ids[i] = a.ID
	c.put(a)
}

// shown returns the name to show for an entity of the lexicon: the commonest
// that names it as such, neither its people nor its seat, the first of equals;
// "" when the report has none. Other entities are shown by their fullest form.
func (c *Cast) shown(e *lang.Entity) string {
	if e.KB == "" {
		return fold(e.Name)
	}
	n := map[string]int{}
	best := ""
	for _, i := range e.Mentions {
		m := &c.doc.Mentions[i]
		if m.Use != lang.AsName || m.KB != e.KB || m.Name.Empty() {
			continue
		}
		form := fold(c.doc.Quote(m.Name))
		n[form]++
		if best == "" || n[form] > n[best] {
			best = form
		}
	}
	if e.Type == lang.Person {
		return fold(e.Name)
	}
	return best
}

// isOutlet reports whether the entity is named as the report's outlet is.
func (c *Cast) isOutlet(e *lang.Entity) bool {
	o := fold(c.report.Outlet.Value)
	if o == "" || (e.Type != lang.Organisation && e.Type != lang.Other) {
		return false
	}
	return strings.EqualFold(o, fold(e.Name)) || strings.EqualFold(o, fold(e.Name)+" News")
}

// forms fills the name forms, roles and spans of an actor from its mentions.
func (c *Cast) forms(a *travaux.Actor, e *lang.Entity) {
	at := map[string]int{}
	roles := map[string]int{}
	for _, m := range e.Mentions {
		m := &c.doc.Mentions[m]
		if m.Type == lang.Pronoun {
			continue
		}
		name := m.Name
		if name.Empty() {
			name = m.Span
		}
		s := travaux.SpanOf(c.doc.Text, name.Start, name.End)
		form := fold(s.Quote)
		if j, ok := at[form]; ok {
			a.NameForms[j].N++
		} else {
			at[form] = len(a.NameForms)
			a.NameForms = append(a.NameForms, travaux.NameForm{Form: form, First: s, N: 1})
			a.Spans = append(a.Spans, s)
		}
		title, of := m.Title, m.Of
		if a.Type == travaux.ActorOffice {
			title, of = c.office(m)
		}
		if !title.Empty() {
			addRole(a, roles, travaux.SpanOf(c.doc.Text, title.Start, title.End), of)
		}
	}
	if len(a.Spans) == 0 {
		m := c.doc.Mentions[e.Mentions[0]]
		a.Spans = []travaux.Span{travaux.SpanOf(c.doc.Text, m.Start, m.End)}
	}
}

func (c *Cast) addMention(m *lang.Mention) {
	if m.Type == lang.Event && m.Entity < 0 {
		return
	}
	name := m.Name
	if name.Empty() {
		name = m.Span
	}
	c.Mentions = append(c.Mentions, travaux.Mention{
		ID:        travaux.SpanID("mention", c.report.ID, m.Start, m.End, m.Type.String()),
		Span:      travaux.SpanOf(c.doc.Text, m.Start, m.End),
		NameStart: name.Start,
		NameEnd:   name.End,
		Type:      m.Type.String(),
		Actor:     c.ID(m.Entity),
		Sense:     m.Sense.String(),
	})
}

func actorType(e *lang.Entity, doc *lang.Doc) travaux.ActorType {
	switch e.Type {
	case lang.Person:
		return travaux.ActorPerson
	case lang.Organisation:
		return travaux.ActorOrganisation
	case lang.Place:
		for _, m := range e.Mentions {
			if doc.Mentions[m].Sense == lang.AsActor {
				return travaux.ActorRegion
			}
		}
		return travaux.ActorPlace
	case lang.Document:
		return travaux.ActorDocument
	case lang.Anonymous:
		if e.Plural {
			return travaux.ActorAnonymousGroup
		}
		return travaux.ActorAnonymousPerson
	case lang.Nominal:
		if e.Plural {
			return travaux.ActorGroup
		}
		return travaux.ActorOffice
	}
	return travaux.ActorGroup
}

// mergeForms adds b's forms to a's, counting equal ones together, in order of
// their first span.
func mergeForms(a, b []travaux.NameForm) []travaux.NameForm {
	for _, f := range b {
		found := false
		for i := range a {
			if a[i].Form == f.Form {
				a[i].N += f.N
				found = true
			}
		}
		if !found {
			a = append(a, f)
		}
	}
	sort.SliceStable(a, func(i, j int) bool { return a[i].First.Start < a[j].First.Start })
	return a
}

// fold writes words as a name on one line: inner white space, line breaks of
// hard-wrapped text among it, becomes single spaces.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// Keep drops the actors that nothing refers to and that have no name: a
// description such as "both sides" is an actor only where it speaks or acts.
// Their mentions stay, without an actor.
func (c *Cast) Keep(used map[string]bool) {
	employs := map[string]bool{} // whose office somebody has
	for i := range c.Actors {
		for _, r := range c.Actors[i].Roles {
			employs[r.Organisation] = true
		}
	}
	unnamed := func(a travaux.Actor) bool {
		switch a.Type {
		case travaux.ActorAnonymousPerson, travaux.ActorAnonymousGroup, travaux.ActorGroup, travaux.ActorOffice, travaux.ActorDocument:
			return a.World == "" && !used[a.ID] && !employs[a.ID]
		}
		return false
	}
	gone := map[string]bool{}
	c.Actors = slices.DeleteFunc(c.Actors, func(a travaux.Actor) bool {
		if unnamed(a) {
			gone[a.ID] = true
		}
		return gone[a.ID]
	})
	clear(c.index)
	for i, a := range c.Actors {
		c.index[a.ID] = i
	}
	for i := range c.Mentions {
		if gone[c.Mentions[i].Actor] {
			c.Mentions[i].Actor = ""
		}
	}
}
