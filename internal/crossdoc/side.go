package crossdoc

import (
	"strings"

	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
)

// sides finds the items that name a state, a body or what stands for it. To
// reports these are one party under many names.
func (t *topic) sides() {
	organs := map[string]int{}
	short := map[string]string{} // by the first word of a state's name of two: "the North"
	for _, x := range t.items {
		if x.empty() {
			continue
		}
		if id := t.ownSide(x); id != "" {
			x.sort, x.who = side, id
			if x.d.Mentions[x.named].Type == lang.Organisation {
				organs[id]++
			}
			t.shorten(x, short)
		} else if t.isOrgan(x) {
			if id := t.modifierSide(x); id != "" {
				organs[id]++
			}
		}
	}
	for id, n := range organs {
		if strings.HasPrefix(id, "state/") && (n > organs[t.home] || n == organs[t.home] && id < t.home) {
			t.home = id
		}
	}
	for _, x := range t.items {
		if x.who != "" || x.empty() || x.d.Toks[x.head].UPOS != lang.PROPN {
			continue
		}
		if id := short[x.d.Form(x.head)]; id != "" {
			x.sort, x.who = side, id
		}
	}
}

// shorten notes by which word alone a state of two words may be called.
func (t *topic) shorten(x *item, short map[string]string) {
	m := &x.d.Mentions[x.named]
	if m.Last != m.First+2 || m.Use != lang.AsName || !strings.HasPrefix(x.who, "state/") {
		return
	}
	w := x.d.Form(m.First)
	if id, ok := short[w]; ok && id != x.who {
		short[w] = "" // of two states
		return
	}
	short[w] = x.who
}

// officials gives the items that stand for a side by a common noun, and name no
// person, the side that an adjective or possessor names, else that of the
// person who is named, else the one whose organs the topic is mostly of.
func (t *topic) officials() {
	byWho := map[local]string{}
	for _, x := range t.items {
		if x.sort == person && x.named >= 0 {
			byWho[local{x.doc, x.d.Mentions[x.named].Entity}] = x.who
		}
	}
	for _, x := range t.items {
		if x.who != "" || x.empty() {
			continue
		}
		organ := t.lex.classes.In("organ", lemma(x.d, x.head))
		if !organ && !t.isOrgan(x) {
			continue
		}
		id := t.modifierSide(x)
		if id == "" && organ {
			if id = t.sideOfPerson[t.owner(x, byWho)]; id == "" {
				id = t.home
			}
		}
		if id != "" {
			x.sort, x.who = side, id
		}
	}
}

func (t *topic) isOrgan(x *item) bool {
	switch x.d.Toks[x.head].UPOS {
	case lang.NOUN, lang.PROPN:
	default:
		return false
	}
	l := lemma(x.d, x.head)
	return t.lex.classes.In("organ", l) || coref.KindOf(l) == coref.PersonNoun || coref.KindOf(l) == coref.BodyNoun
}

// local is an entity of a document.
type local struct{ doc, entity int }

// owner is the person named within an item.
func (t *topic) owner(x *item, byWho map[local]string) string {
	for _, i := range t.within(x) {
		if m := &x.d.Mentions[i]; m.Type == lang.Person {
			if who := byWho[local{x.doc, m.Entity}]; who != "" {
				return who
			}
		}
	}
	return ""
}

// ownSide is the side of the name at the item's head.
func (t *topic) ownSide(x *item) string {
	if x.named < 0 {
		return ""
	}
	m := &x.d.Mentions[x.named]
	switch m.Type {
	case lang.Place, lang.Organisation, lang.Group:
	default:
		return ""
	}
	if x.head < m.First || x.head >= m.Last {
		return ""
	}
	for _, id := range []string{m.Of, m.KB} {
		if s := t.sideOf(id); s != "" {
			return s
		}
	}
	if e := x.entity(); e != nil && e.KB != "" {
		return t.sideOf(e.KB)
	}
	return ""
}

// modifierSide is the side that the words of the item name beside its head.
func (t *topic) modifierSide(x *item) string {
	for _, i := range t.within(x) {
		m := &x.d.Mentions[i]
		if i == x.named && m.Type != lang.Person {
			continue
		}
		for _, of := range []string{m.Of, m.KB} {
			if s := t.sideOf(of); s != "" {
				return s
			}
		}
	}
	return ""
}

// sideOf is the state of an entry, and the entry itself where it is of none.
func (t *topic) sideOf(id string) string {
	for range 4 { // a site in a city in a region in a state
		e, ok := t.world.Lookup(id)
		if !ok {
			return ""
		}
		up := e.Of
		switch e.Kind {
		case knowledge.State, knowledge.Group, knowledge.Org, knowledge.Territory:
			return e.ID
		case knowledge.Place, knowledge.Region:
			up = append(up[:len(up):len(up)], e.In...)
		}
		if len(up) == 0 {
			return e.ID
		}
		id = up[0]
	}
	return id
}
