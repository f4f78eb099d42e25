package proposal

import (
	"strings"

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
	latest            bool // "the new", "the latest": that which came last
	same              int  // of "the text of the deal": the mention of that deal, plus 1
	origin            int  // of a version of another: the mention of that other, plus 1
	definite          bool
	owned             bool
	named             bool // a proper name: "the Lagoon Treaty"
	textual           bool // "draft", "tentative", "leaked"
	draft             bool // "a draft treaty", which is a plan as long as it is one
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
		case x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD", (t.Low(k) == "–" || t.Low(k) == "—") && !t.joined(k), t.Low(k) == "|":
			first = k + 1
		case k == first && (t.POS(k) == lang.ADP || t.POS(k) == lang.PUNCT && !opens(t.Low(k)) || t.POS(k) == lang.SCONJ):
			first = k + 1
		}
	}
	return first
}

// joined reports whether a dash stands between two words without spaces, as in
// "Swedish–Norwegian".
func (t *Texts) joined(k int) bool {
	d := t.Doc.Toks
	return k > 0 && k+1 < len(d) && d[k-1].End == d[k].Start && d[k].End == d[k+1].Start
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
	} else if l == "shook" { // which is taken for a form of the present
		l = "shake"
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
