package cast

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

const text = "The Quay Herald\nPort Minister Ada\nLund met Lund's deputy. A diplomat told the Quay Herald so. She agreed."

// at returns the mention of the nth occurrence of words.
func at(words string, n int, typ lang.Type, entity int) lang.Mention {
	i := -1
	for ; n > 0; n-- {
		i += 1 + strings.Index(text[i+1:], words)
	}
	s := lang.Span{Start: i, End: i + len(words)}
	return lang.Mention{Span: s, Name: s, Type: typ, Entity: entity}
}

func fixture() (*lang.Doc, *travaux.Report) {
	full := at("Port Minister Ada\nLund", 1, lang.Person, 0)
	full.Name.Start = full.Start + len("Port Minister ")
	full.Title = lang.Span{Start: full.Start, End: full.Start + len("Port Minister")}
	doc := &lang.Doc{Text: text, Mentions: []lang.Mention{
		full, at("Lund", 2, lang.Person, 0), at("A diplomat", 1, lang.Anonymous, 1),
		at("Quay Herald", 2, lang.Organisation, 2), at("She", 1, lang.Pronoun, 0),
	}, Entities: []lang.Entity{
		{Type: lang.Person, Name: "Ada\nLund", Mentions: []int{0, 1, 4}},
		{Type: lang.Anonymous, Name: "A diplomat", Description: "A diplomat", Ordinal: 1, Mentions: []int{2}},
		{Type: lang.Organisation, Name: "Quay Herald", Mentions: []int{3}},
	}}
	rep := &travaux.Report{ID: "report_1", Text: text}
	rep.Outlet = travaux.Field{Value: "Quay Herald", Start: 4, End: 15}
	return doc, rep
}

func TestNew(t *testing.T) {
	doc, rep := fixture()
	c := New(doc, rep, nil)

	lund := c.Actor(c.ID(0))
	if lund == nil {
		t.Fatal("the person is no actor")
	}
	var forms []string
	for _, f := range lund.NameForms {
		forms = append(forms, f.Form)
	}
	if diff := cmp.Diff([]string{"Ada Lund", "Lund"}, forms); diff != "" {
		t.Errorf("name forms (-want +got):\n%s", diff)
	}
	if len(lund.Roles) != 1 || lund.Roles[0].Title != "Port Minister" {
		t.Errorf("roles = %+v", lund.Roles)
	}
	if got := c.Actor(c.ID(1)); got.Type != travaux.ActorAnonymousPerson || got.Anonymous.Ordinal != 1 {
		t.Errorf("unnamed speaker = %+v", got)
	}
	if c.ID(2) != c.Outlet {
		t.Error("the outlet's name in the text is another actor than the outlet")
	}
	if len(c.Mentions) != len(doc.Mentions) {
		t.Errorf("%d mentions, want %d", len(c.Mentions), len(doc.Mentions))
	}
	for _, a := range c.Actors {
		for _, s := range a.Spans {
			if err := s.Check(text); err != nil {
				t.Error(err)
			}
		}
		if len(a.Spans) == 0 {
			t.Errorf("actor %s leads to no words", a.Canonical)
		}
	}
}

func TestAdd(t *testing.T) {
	doc, rep := fixture()
	c := New(doc, rep, nil)
	s := lang.Span{Start: strings.Index(text, "deputy"), End: strings.Index(text, "deputy") + 6}
	a := c.Add(s, travaux.ActorGroup)
	if b := c.Add(s, travaux.ActorGroup); a != b {
		t.Errorf("the same words twice: %s and %s", a, b)
	}
	if c.Actor(a) == nil {
		t.Error("an added actor is not in the cast")
	}
	if n := c.Add(s, travaux.ActorAnonymousPerson); c.Actor(n).Anonymous == nil {
		t.Error("an unnamed speaker has no key")
	}
}

func TestKeep(t *testing.T) {
	doc, rep := fixture()
	c := New(doc, rep, nil)
	person, unnamed := c.ID(0), c.ID(1)
	c.Keep(map[string]bool{})
	if c.Actor(person) == nil {
		t.Error("a named actor was dropped")
	}
	if c.Actor(unnamed) != nil {
		t.Error("an unnamed actor that nothing refers to was kept")
	}
	for _, m := range c.Mentions {
		if m.Actor == unnamed {
			t.Errorf("mention %q refers to an actor that is gone", m.Quote)
		}
	}
}

// The name shown is one that names the actor, not its people or its seat.
func TestShown(t *testing.T) {
	doc, rep := fixture()
	people, state := at("Herald", 1, lang.Group, 0), at("Quay", 2, lang.Place, 0)
	people.Use, people.KB = lang.AsDemonym, "state/xxx"
	state.KB = "state/xxx"
	doc.Mentions = []lang.Mention{people, state}
	doc.Entities = []lang.Entity{{Type: lang.Place, Name: "Herald", KB: "state/xxx", Mentions: []int{0, 1}}}
	known := func(string) (travaux.ActorType, string, bool) { return travaux.ActorState, "Xandria", true }
	c := New(doc, rep, known)
	if got := c.Actor(c.ID(0)); got.Canonical != "Quay" || got.Type != travaux.ActorState {
		t.Errorf("shown as %s %q", got.Type, got.Canonical)
	}
	doc.Mentions = doc.Mentions[:1]
	doc.Entities[0].Mentions = []int{0}
	c = New(doc, rep, known)
	if got := c.Actor(c.ID(0)).Canonical; got != "Xandria" {
		t.Errorf("shown as %q", got)
	}
}

// An id that holds within one document leaves no trace but the name, and a role
// that names it leads to the actor.
func TestLocal(t *testing.T) {
	doc, rep := fixture()
	quay := at("Quay", 2, lang.Place, 3)
	quay.KB = lang.LocalID("Quay")
	doc.Mentions[0].Of = quay.KB
	doc.Mentions = append(doc.Mentions, quay)
	doc.Entities = append(doc.Entities, lang.Entity{Type: lang.Place, Name: "Quay", KB: quay.KB, Mentions: []int{5}})
	c := New(doc, rep, nil)
	if got := c.Actor(c.ID(3)); got.World != "" || got.Canonical != "Quay" {
		t.Errorf("%q with the id %q of the world file", got.Canonical, got.World)
	}
	if got := c.Actor(c.ID(0)).Roles[0].Organisation; got != c.ID(3) {
		t.Errorf("the role is of %q, want %q", got, c.ID(3))
	}
}

func TestUnknownOutlet(t *testing.T) {
	doc, rep := fixture()
	rep.Outlet = travaux.Field{}
	rep.Blocks = []travaux.Block{{Start: 0, End: 15}}
	c := New(doc, rep, nil)
	if got := c.Actor(c.Outlet); got.Canonical != UnknownOutlet || len(got.Spans) == 0 {
		t.Errorf("outlet = %+v", got)
	}
}
