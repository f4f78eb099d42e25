package proposal

import (
	"slices"
	"strings"
	"unicode"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// mention is one naming of a text.
type mention struct {
	first, last, head int // tokens [first, last), without what follows the head
	noun              noun
	points            string // how many it says that the text has, "" for none
	pointsAt          int    // a token of that number
	sum               string // the money it is said to be about, "" for none
	counted           bool   // the number stands in the phrase itself
	counter           bool
	derived           bool // "revised", "a version of"
	former            bool // "earlier", "old"
	fresh             bool // "a new", "another": none that was named before
	same              int  // of "the text of the deal": the mention of that deal, plus 1
	origin            int  // of a version of another: the mention of that other, plus 1
	definite          bool
	owned             bool
	named             bool // a proper name: "the Lagoon Treaty"
	textual           bool // "draft", "tentative", "leaked"
	plural            bool
	certain           bool     // of a plural: it is definite, owned, counted, or told apart by a clause
	owners            []string // ids of actors
	office            bool     // the owners are told by a common noun: "the minister's plan"
	partners          []string // with whom a deal is: ids of actors
	mods              []string // words before the head that tell which text
	subjects          []string // those of them that say what it is about: common nouns
	telling           []string // those of them that are names
	content           []string // what it is said to be of or for, after the noun
	score             int      // how sure it is that a text is meant
	text              *Text
}

// maxPhrase is the longest phrase, in tokens before its noun, that is read.
const maxPhrase = 14

// mention reads the phrase headed by token h as a naming of a text.
func (t *Texts) mention(h int) (mention, bool) {
	n, ok := t.noun(h)
	if !ok || !t.nominal(h) || t.modifier(h) {
		return mention{}, false
	}
	m := mention{head: h, noun: n}
	m.first, m.last = t.Clauses.Core(h)
	m.first = max(m.first, h-maxPhrase)
	m.last = min(m.last, h+4)
	m.first = t.start(m.first, h)
	if who := t.Mention(h); who != nil && who.Type == lang.Person || t.denied(&m) || t.bareNoun(&m) || t.notText(&m) {
		return m, false
	}
	m.plural = t.xpos(h) == "NNS" || t.xpos(h) == "NNPS"
	m.named = t.xpos(h) == "NNP" && h > m.first && t.xpos(h-1) == "NNP" && t.Doc.Blocks[t.Sent(h).Block].Kind != lang.Heading
	if k := t.pointsIn(m.first, m.last); k >= 0 {
		m.points, m.pointsAt, m.counted = t.Quantity(k).Value, k, true
	} else if k := t.pointsOf(h); k >= 0 {
		m.points, m.pointsAt = t.Quantity(k).Value, k
	}
	if n.Form == "version" && m.points == "" && t.Low(h+1) != "of" {
		return m, false
	}
	t.modifiers(&m)
	t.belongs(&m)
	m.certain = m.definite || m.owned || t.Clauses.Kid(h, "nummod", "acl:relcl") >= 0
	m.score += t.weight(&m)
	return m, true
}

// start is where the phrase of h begins, if its tree begins it at first: not
// before a finite verb or a dash, nor at a mark or a preposition.
func (t *Texts) start(first, h int) int {
	for k := first; k < h; k++ {
		switch x := t.xpos(k); {
		case x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD", t.Low(k) == "–" || t.Low(k) == "—" || t.Low(k) == "|":
			first = k + 1
		case k == first && (t.POS(k) == lang.ADP || t.POS(k) == lang.PUNCT && !opens(t.Low(k)) || t.POS(k) == lang.SCONJ):
			first = k + 1
		}
	}
	return first
}

// noun looks up the noun at h, or its last part: "mini-deal".
func (t *Texts) noun(h int) (noun, bool) {
	l := t.Lemma(h)
	n, ok := t.lex.texts[l]
	if i := strings.LastIndexByte(l, '-'); !ok && i > 0 && l[:i] != "no" && l[:i] != "non" {
		n, ok = t.lex.texts[l[i+1:]]
	}
	return n, ok
}

// modifier reports whether h only modifies another noun: "plan" in "plan
// details".
func (t *Texts) modifier(h int) bool {
	k := t.Clauses.Head(h)
	return k > h && t.nominal(k) && t.Clauses.Is(h, "compound", "amod", "nmod:unmarked", "flat") || t.Clauses.Is(h, "flat") ||
		t.Low(h+1) == "-" || t.Low(h-1) == "-" && t.Low(h-2) == "no"
}

// denied reports whether the phrase speaks of no text in particular: "any
// deal", "no agreement".
func (t *Texts) denied(m *mention) bool {
	for k := m.first; k < m.head; k++ {
		switch t.Low(k) {
		case "no", "any", "every", "some", "what", "which", "whatever", "such", "each", "many", "several", "other":
			return true
		case "these", "those":
			return m.noun.Family != "plan"
		}
	}
	return false
}

// bareNoun reports whether a noun stands alone, or under "without", so that no
// text in particular is meant: "deal or no deal".
func (t *Texts) bareNoun(m *mention) bool {
	if t.Clauses.Case(m.head) == "without" && t.Low(m.first) != "the" {
		return true
	}
	if t.Lemma(m.head) == "measure" && t.Clauses.Case(m.head) == "in" && strings.HasPrefix(t.Low(m.first), "a") {
		return true // "in a measure to help the ports"
	}
	return m.first == m.head && m.last == m.head+1 && t.xpos(m.head) == "NN" && !m.noun.Strong && t.Lemma(m.head) != "legislation"
}

// notText reports whether the words around a text's noun make it another
// thing: "a great deal", "the electricity bill", "a plan to visit".
func (t *Texts) notText(m *mention) bool {
	h := m.head
	prev := t.Low(h - 1)
	switch {
	case h > m.first && t.lex.in("ideal", prev):
		return true
	case m.noun.Family == "deal" && t.Low(m.first) == "a" && t.lex.in("idiom", prev):
		return true
	case t.Lemma(h) == "bill" && t.lex.in("invoice", prev):
		return true
	case t.Lemma(h) == "sheet":
		return prev != "term" && prev != "deal"
	case t.Lemma(h) == "declaration" || t.Lemma(h) == "statement":
		return !t.lex.in("joint", prev)
	case t.Lemma(h) == "settlement":
		return t.xpos(h) == "NNS"
	case t.Lemma(h) == "demand":
		return t.xpos(h) != "NNS"
	case m.noun.Family == "any" && t.xpos(h) == "NNS":
		return true
	case t.Lemma(h) == "plan":
		return t.xpos(h) == "NNS" && (t.Low(h+1) == "for" || t.Low(h+1) == "to")
	}
	return false
}

// pointUnit reports whether texts are counted by this unit.
func pointUnit(u string) bool {
	switch u {
	case "point", "article", "clause", "chapter", "item", "step":
		return true
	}
	return false
}

// pointsIn returns the first token in [a, b) that counts points, or -1.
func (t *Texts) pointsIn(a, b int) int {
	for k := a; k < b; k++ {
		if q := t.Quantity(k); q != nil && pointUnit(q.Unit) {
			return k
		}
	}
	return -1
}

// pointsOf reads "a plan of 12 points", "a draft with nine chapters".
func (t *Texts) pointsOf(h int) int {
	for _, kid := range t.Clauses.Kids(h) {
		k := int(kid)
		if k < h || !t.lex.in("part", t.Lemma(k)) && !t.Clauses.Is(k, "acl") {
			continue
		}
		first, last := t.Clauses.Yield(k)
		if t.Clauses.Is(k, "acl") && (t.Lemma(k) != "contain" && t.Lemma(k) != "comprise" || last > k+4) {
			continue
		}
		if at := t.pointsIn(max(first, h), min(last, h+8)); at >= 0 {
			return at
		}
	}
	return -1
}

// money reports whether a unit is a currency.
func money(unit string) bool { return len(unit) == 3 && unit == strings.ToUpper(unit) }

// modifiers reads the words before a text's noun.
func (t *Texts) modifiers(m *mention) {
	m.counter = m.noun.Form == "counter-proposal"
	owner := t.Clauses.Owner(m.head)
	lo, hi := -1, -1
	if owner >= 0 {
		lo, hi = t.Clauses.Yield(owner)
	}
	for k := m.first; k < m.last; k++ {
		l := t.Low(k)
		if q := t.Quantity(k); q != nil && money(q.Unit) {
			m.sum = q.Value
		}
		switch {
		case k == m.first && (l == "the" || l == "this" || l == "that" || l == "both"):
			m.definite = true
		case k == m.head || t.Quantity(k) != nil || k >= lo && k < hi:
		case t.POS(k) == lang.DET || t.POS(k) == lang.PUNCT || t.POS(k) == lang.PART || t.POS(k) == lang.NUM || t.POS(k) == lang.PRON:
		case t.lex.in("counter", l) && m.noun.Family == "plan" && (l != "own" || k == m.head-1 || t.Quantity(k+1) != nil):
			m.counter = true
			m.score++
		case t.lex.in("revised", l):
			m.derived = true
			m.score++
		case t.lex.in("textual", l):
			m.textual = true
			m.score += 2
		case t.lex.in("former", l):
			m.former = true
		case l == "new" && (t.Low(m.first) == "a" || t.Low(m.first) == "an"), l == "another", l == "different":
			m.fresh = true
		case l == "original" || l == "initial" || l == "first" || l == "new" || l == "latest" || l == "current":
		case t.nominal(k) || t.POS(k) == lang.ADJ:
			t.modify(m, k)
		}
	}
	if t.Low(m.head+1) == "of" && t.Low(m.head+3) == "own" { // "a text of its own"
		m.counter = true
	}
	if t.paged(m.first, m.head) {
		m.textual = true
		m.score += 2
	}
}

func (t *Texts) modify(m *mention, k int) {
	w := t.Lemma(k)
	m.mods = append(m.mods, w)
	switch {
	case t.Mention(k) != nil || t.POS(k) == lang.PROPN:
		m.telling = append(m.telling, w)
	case t.lex.in("topic", w), t.POS(k) == lang.NOUN && !t.lex.in("generic", w):
		m.subjects = append(m.subjects, w)
	}
	if t.lex.in("topic", w) {
		m.score++
	}
}

// belongs reads whose text it is, and with whom a deal is.
func (t *Texts) belongs(m *mention) {
	if k := t.Clauses.Owner(m.head); k >= 0 {
		m.owned = true
		m.owners = t.Actors(t.Clauses.Conj(k))
	} else {
		m.owners = t.named(m)
	}
	for _, kid := range t.Clauses.Kids(m.head) {
		k := int(kid)
		if k < m.head || !t.Clauses.Is(k, "nmod") {
			continue
		}
		switch t.Clauses.Case(k) {
		case "with", "between":
			m.partners = t.Actors(t.Clauses.Conj(k))
		case "of", "for", "on":
			m.content = append(m.content, t.Lemma(k))
		case "by", "from":
			if ids := t.Actors(t.Clauses.Conj(k)); len(m.owners) == 0 {
				m.owners = ids
			}
		}
	}
	for k := m.first + 2; k < m.head && len(m.owners) == 0; k++ { // "a union-backed plan"
		if t.Low(k-1) == "-" && (t.xpos(k) == "VBN" || t.xpos(k) == "VBD") {
			m.owners = t.sideAt(k - 2)
		}
	}
	m.owned = m.owned || len(m.owners) > 0
	if len(m.owners) > 0 {
		if a := t.Cast.Actor(m.owners[0]); a != nil && a.Canonical != "" {
			m.office = unicode.IsLower([]rune(a.Canonical)[0])
		}
	}
}

// named are the actors whose name stands before a text's noun: "a Norwegian
// proposal". A place's name makes it not that place's: "the Lisbon accord".
func (t *Texts) named(m *mention) []string {
	if d := t.Mention(m.first); d != nil && d.First < m.first || t.Mention(m.head) != nil {
		return nil // a longer name, or people told by the text
	}
	return slices.DeleteFunc(t.Owner(m.head), func(id string) bool {
		a := t.Cast.Actor(id)
		return a == nil || a.Type == travaux.ActorPlace
	})
}

// sideAt is the actor that a name before another word stands for, an adjective
// of a state among them.
func (t *Texts) sideAt(k int) []string {
	if ids := t.Actor(k); len(ids) > 0 {
		return ids
	}
	if d := t.Mention(k); d != nil && d.Entity >= 0 && t.Cast.ID(d.Entity) != "" {
		return []string{t.Cast.ID(d.Entity)}
	}
	return nil
}

// weight tells how much speaks for a text being meant.
func (t *Texts) weight(m *mention) int {
	n := 0
	if m.points != "" {
		n += 4
	}
	if m.noun.Strong {
		n += 2
	}
	if m.counter || m.derived {
		n += 2
	}
	if m.plural {
		n -= 3
	}
	if len(m.owners) > 0 {
		n++
	}
	if m.definite && len(m.telling) > 0 {
		n++ // "the Norway fishing deal"
	}
	if t.Clauses.Case(m.head) == "under" && m.definite {
		n++
	}
	if a := t.Clauses.Kid(m.head, "acl"); a >= 0 && t.marksText(a) {
		n += 2
	}
	v := t.Clauses.Head(m.head)
	switch {
	case v < 0:
	case t.Clauses.Is(m.head, "nsubj:pass", "obj"):
		if t.marksText(v) {
			n += 2
		}
	case t.Clauses.Is(m.head, "nsubj"):
		if t.lex.in("provide", t.Lemma(v)) || t.lex.in("operate", t.Lemma(v)) {
			n++
		}
	}
	return n
}

// marksText reports whether verb v is one that texts are written, tabled,
// adopted or rejected by.
func (t *Texts) marksText(v int) bool {
	l := t.Lemma(v)
	return t.lex.in("author", l) || t.lex.in("origin", l) || t.lex.careers[t.verb(v)].object != ""
}

// verb is the lemma of verb v with its particle: "put forward".
func (t *Texts) verb(v int) string {
	l := t.Lemma(v)
	if n := len(l); n > 3 && l[n-1] == l[n-2] && t.lex.careers[l[:n-1]] != (career{}) {
		l = l[:n-1] // "initialled"
	} else if n > 3 && l[n-1] == 'i' {
		l = l[:n-1] + "y" // "ratified"
	}
	if k := t.Clauses.Kid(v, "compound:prt"); k >= 0 {
		return l + " " + t.Low(k)
	}
	if a := t.Clauses.Kid(v, "advmod"); a == v+1 && t.lex.careers[l+" "+t.Low(a)].object != "" {
		return l + " " + t.Low(a)
	}
	return l
}

// paged reports whether tokens [a, b) count pages, which make a text and are no
// points.
func (t *Texts) paged(a, b int) bool {
	for k := a; k < b; k++ {
		if t.Lemma(k) == "page" && t.Quantity(k) != nil {
			return true
		}
	}
	return false
}

// numbered gives texts the number of points that a sentence says they have:
// "the draft has 12 points", "it contains 12 points".
func (t *Texts) numbered() {
	for v := range t.Doc.Toks {
		switch t.Lemma(v) {
		case "have", "contain", "comprise", "count", "hold", "list", "number", "run":
		default:
			continue
		}
		p, ok := t.Clauses.Predicate(v)
		if !ok || p.Negated || p.Modal != "" && p.Modal != "will" {
			continue
		}
		heads := p.Object
		for _, o := range p.Obliques {
			if o.Case == "to" || o.Case == "over" {
				heads = append(slices.Clip(heads), o.Head)
			}
		}
		for _, h := range heads {
			first, last := t.Clauses.Core(h)
			k := t.pointsIn(first, last)
			if k < 0 || !t.lex.in("part", t.Lemma(h)) {
				continue
			}
			for _, s := range p.Subject {
				i := t.naming(s)
				if i < 0 && t.Low(s) == "it" {
					i = t.lastNaming(s)
				}
				if i >= 0 && t.mentions[i].points == "" {
					t.mentions[i].points, t.mentions[i].pointsAt = t.Quantity(k).Value, k
					t.mentions[i].score += 4
				}
			}
		}
	}
}

// lastNaming is the last mention of one text in the sentence before token i, or
// -1.
func (t *Texts) lastNaming(i int) int {
	s := int(t.Doc.Toks[i].Sent)
	if s == 0 {
		return -1
	}
	prev := &t.Doc.Sents[s-1]
	for k := prev.Last - 1; k >= prev.First; k-- {
		if n := t.naming(k); n >= 0 && !t.mentions[n].plural {
			return n
		}
	}
	return -1
}
