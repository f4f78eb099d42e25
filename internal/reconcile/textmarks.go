package reconcile

import (
	"slices"
	"strconv"
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
		case len(w) < 3 || genericWords[w] || smallWords[w] || serialNouns[w] || w == "page" || numeral(w)+ranks[w] > 0:
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

// numbersIn are the numbers within a name that tell which text it is: "86-page",
// "the first-phase deal", "phase one", "the 2015 accord".
func numbersIn(words []string) []mark {
	var out []mark
	for i, w := range words {
		var before, after string
		if i > 0 {
			before = words[i-1]
		}
		if i+1 < len(words) {
			after = words[i+1]
		}
		n, order := numeral(w), ranks[w]
		switch {
		case n > 0 && (after == "page" || after == "pages"):
			if !roughly[before] {
				out = append(out, mark{byPages, strconv.Itoa(n)})
			}
		case n > 0 && serialNouns[before]:
			out = append(out, mark{byOrdinal, before + " " + strconv.Itoa(n)})
		case order > 0 && serialNouns[after]:
			out = append(out, mark{byOrdinal, after + " " + strconv.Itoa(order)})
		case len(w) == 4 && n >= 1800 && n < 2200 && after != "point":
			out = append(out, mark{byYear, w})
		}
	}
	return out
}

// numeral reads a number in digits or words, 0 for none.
func numeral(w string) int {
	if n, ok := numerals[w]; ok {
		return n
	}
	n, err := strconv.Atoi(w)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// smallWords stand in names and describe nothing.
var smallWords = wordSet(`about all already any are been being both but can could from had has have into less
 more most not other own same some such than then those too two very was were which will would`)

// partNouns are what a text is negotiated in; each is a text by itself. draftNouns
// are what it goes through: another number is another version.
var (
	partNouns   = wordSet("chapter annex basket cluster leg part phase pillar stage step tier track tranche")
	draftNouns  = wordSet("draft edition iteration revision round version")
	serialNouns = union(partNouns, draftNouns)

	numerals = map[string]int{
		"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
		"eleven": 11, "twelve": 12,
	}
	ranks = map[string]int{
		"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
		"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
	}
	roughly = wordSet("nearly almost about around roughly some over than approximately under")
)

func union(a, b map[string]bool) map[string]bool {
	out := map[string]bool{}
	for _, m := range []map[string]bool{a, b} {
		for w := range m {
			out[w] = true
		}
	}
	return out
}

// particularForms are nouns that say what kind of text one is, in groups of which
// one text bears one. A plan may be called a proposal and end as a deal; a bill
// is no amendment.
var particularForms = map[string]string{
	"act": "a bill", "bill": "a bill", "law": "a bill", "legislation": "a bill",
	"amendment": "an amendment", "rider": "an amendment",
	"contract": "a contract", "resolution": "a resolution", "memo": "a memorandum", "memorandum": "a memorandum",
	"convention": "a treaty", "protocol": "a treaty", "treaty": "a treaty",
	"charter": "a constitution", "constitution": "a constitution",
	"ceasefire": "a truce", "truce": "a truce", "armistice": "a truce",
}

// singularNoun drops the plural ending of a noun.
func singularNoun(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}
