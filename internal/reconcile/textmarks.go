package reconcile

import (
	"slices"
	"strings"
	"unicode"

	"github.com/travaux/travaux"
)

// markKind is what kind of thing a text is known by.
type markKind string

// What texts are known by.
const (
	byTitle    markKind = "title"    // a name of its own
	byInitials markKind = "initials" // of such a name, or in the place of one
	byPoints   markKind = "points"   // a number of points
	byPages    markKind = "pages"
	byOrdinal  markKind = "ordinal" // "phase 1", "draft 3"
	byYear     markKind = "year"
	byParty    markKind = "party" // who wrote or tabled it, or after whom it is called
	byHouse    markKind = "house" // whose those are
	byName     markKind = "name"  // a capitalised word of its names
	byReporter markKind = "reporter"
	byDay      markKind = "day"     // of which it is told
	byAnswer   markKind = "answers" // the text that it answers
	bySource   markKind = "comes"   // the text that it comes from
	byWord     markKind = "word"    // of the description
)

// mark is something that a text is known by.
type mark struct {
	kind  markKind
	value string
}

func compareMarks(a, b mark) int {
	return strings.Compare(string(a.kind)+"\x00"+a.value, string(b.kind)+"\x00"+b.value)
}

// shown is the first passage of a record that shows something of a text.
type shown struct {
	span    travaux.Span
	support []string
}

// known is a text of the record with what it is known by.
type known struct {
	row     int
	group   []*text
	marks   map[mark]shown
	authors map[string]shown
	nouns   map[string]shown // what it is called, where that says what kind of text it is
	people  map[string]bool  // whom its reports name
	bodies  map[string]bool
	passing map[string]bool // its names that hold for some weeks only
	several bool            // of which all names are plural: "two bills"
}

// know gathers what the text of a row is known by.
func (t *texts) know(row int, c *cast) *known {
	k := &known{
		row: row, group: t.groups[row], marks: map[mark]shown{}, authors: map[string]shown{}, nouns: map[string]shown{},
		people: map[string]bool{}, bodies: map[string]bool{}, passing: map[string]bool{}, several: true,
	}
	for i, x := range k.group {
		k.account(x, t, c)
		if i < accountsRead {
			for _, id := range peopleOf(x.src, c) {
				k.people[id] = true
			}
			eachBody(x.src, c, func(id string) { k.bodies[id] = true })
		}
	}
	return k
}

// accountsRead is of how many reports of one text it is asked whom they name.
const accountsRead = 12

// account adds what one report tells of the text.
func (k *known) account(x *text, t *texts, c *cast) {
	cl := x.claim
	for _, v := range cl.Points {
		if v.Bound == "" || v.Bound == travaux.Exact {
			k.see(mark{byPoints, v.Value}, x, v)
		}
	}
	for _, field := range [][]travaux.Value{cl.Authors, cl.TabledBy, cl.Origins} {
		for _, v := range field {
			id := c.of(x.src, v.Value)
			if c.row(id) != nil {
				k.party(id, x, v, c)
				put(k.authors, id, x.shown(v))
			}
		}
	}
	for _, v := range cl.FirstReportedBy {
		k.see(mark{byReporter, c.of(x.src, v.Value)}, x, v)
	}
	for _, v := range cl.Dates {
		if iv, ok := travaux.EDTF(v.Value).Bounded(); ok && iv.Days() <= 3 {
			k.see(mark{byDay, v.Value}, x, v)
		}
	}
	own := travaux.Value{Spans: []travaux.Span{cl.Span}}
	if id := t.of(x.src, cl.CounterTo); id != "" {
		k.see(mark{byAnswer, id}, x, own)
	}
	if id := t.of(x.src, cl.DerivedFrom); id != "" {
		k.see(mark{bySource, id}, x, own)
	}
	for _, v := range cl.Names {
		k.name(v, x, c)
		for _, in := range []string{titleInitials(properTitle(v.Value)), acronymIn(v.Value)} {
			if in != "" && !x.namesParty(in, v, c) {
				k.see(mark{byInitials, in}, x, v)
			}
		}
	}
}

// nameLength is of how many words a name is at most.
const nameLength = 7

// name adds what is in a name: whose it is, which of several, how long.
func (k *known) name(v travaux.Value, x *text, c *cast) {
	words := nameWords(v.Value)
	if len(words) == 0 {
		return
	}
	noun := singularNoun(words[len(words)-1])
	if noun == words[len(words)-1] {
		k.several = false
	}
	if form := particularForms[noun]; form != "" {
		put(k.nouns, form, x.shown(v))
	}
	for _, m := range numbersIn(words) {
		k.see(m, x, v)
	}
	if name, passing := ownName(v.Value); name != "" {
		k.see(mark{byTitle, name}, x, v)
		k.passing[name] = passing
	}
	if len(words) > nameLength {
		return // a clause, which names others than those whose text it is
	}
	inName := map[string]bool{}
	for i, w := range nameParts(v.Value) {
		if i > 0 && capital(w) {
			for _, part := range nameWords(w) {
				inName[part] = true
			}
		}
	}
	for _, m := range x.src.Named {
		if !slices.ContainsFunc(v.Spans, func(sp travaux.Span) bool { return m.in(sp.Start, sp.End) }) {
			continue
		}
		for _, w := range nameWords(x.src.naming(m).Quote) {
			inName[w] = true
		}
		if id := c.of(x.src, m.Actor); c.row(id) != nil {
			k.party(id, x, v, c)
		}
	}
	for _, w := range words[:len(words)-1] {
		switch {
		case len(w) < 3 || genericWords[w] || smallWords[w] || serial(w) || w == "page" || numeral(w)+ranks[w] > 0:
		case inName[w]:
			k.see(mark{byName, w}, x, v)
		default:
			k.see(mark{byWord, w}, x, v)
		}
	}
}

// namesParty reports whether the initials in a name are those of a party, a state
// or a body that the world file or a profile has: "the GWU plan".
func (x *text) namesParty(in string, v travaux.Value, c *cast) bool {
	return slices.ContainsFunc(x.src.Named, func(m Naming) bool {
		if !slices.ContainsFunc(v.Spans, func(sp travaux.Span) bool { return m.in(sp.Start, sp.End) }) || acronymIn(x.src.naming(m).Quote) != in {
			return false
		}
		row := c.row(c.of(x.src, m.Actor))
		return row != nil && row.World != ""
	})
}

// party marks the text with somebody, and with the state or body whose they are.
func (k *known) party(id string, x *text, v travaux.Value, c *cast) {
	k.see(mark{byParty, id}, x, v)
	k.see(mark{byHouse, id}, x, v)
	if up := c.row(id).Parent; c.row(up) != nil {
		k.see(mark{byHouse, up}, x, v)
	}
}

// shown is a value of the account with its first words.
func (x *text) shown(v travaux.Value) shown {
	out := shown{x.src.span(x.claim.Span), x.claim.SupportedBy}
	if len(v.Spans) > 0 {
		out.span = x.src.span(slices.MinFunc(v.Spans, compareSpans))
	}
	if len(v.SupportedBy) > 0 {
		out.support = v.SupportedBy
	}
	return out
}

func (k *known) see(m mark, x *text, v travaux.Value) { put(k.marks, m, x.shown(v)) }

// put keeps what is told first; accounts come in the order of the record.
func put[K comparable](in map[K]shown, key K, s shown) {
	if _, ok := in[key]; !ok {
		in[key] = s
	}
}

// nameWords are the words of a name in small letters, taken apart at hyphens and
// without possessive endings.
func nameWords(name string) []string {
	name = strings.ReplaceAll(fold(name), "’", "'")
	words := strings.FieldsFunc(name, func(r rune) bool {
		return r != '\'' && r != '.' && r != ',' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	out := words[:0]
	for _, w := range words {
		w = strings.TrimSuffix(strings.ReplaceAll(strings.Trim(w, "'.,"), ".", ""), "'s")
		if w = strings.ReplaceAll(w, ",", ""); w != "" {
			out = append(out, w)
		}
	}
	return out
}
