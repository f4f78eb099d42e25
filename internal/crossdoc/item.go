package crossdoc

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// item is a mention with what is read of it.
type item struct {
	at    place
	nth   int // of its document's mentions
	doc   int // of its topic
	d     *lang.Doc
	first int // tokens first:last; none where nothing but spaces is marked
	last  int
	head  int // token
	named int // index into d.Mentions of the name or description at its head, -1 for none

	who  string // the person or side it names, "" for none known
	sort sort
	bag  bag    // of what it speaks
	key  string // the concept of its head, "" where that says little
}

// sort is what a mention is of.
type sort uint8

const (
	thing  sort = iota // a thing, a text, a happening
	person             // one person
	side               // a state with its organs, seat and officials; a body; an organisation
)

// items makes the items of a document.
func items(n int, doc *Doc, d *lang.Doc, token []int) []*item {
	at := map[int][]int{} // mentions of the text by the token that heads them
	for i := range d.Mentions {
		at[d.Mentions[i].Head] = append(at[d.Mentions[i].Head], i)
	}
	out := make([]*item, len(doc.Mentions))
	for i, m := range doc.Mentions {
		x := &item{nth: i, doc: n, d: d, first: token[m.First], last: token[m.Last], named: -1}
		out[i] = x
		if x.empty() {
			continue
		}
		x.last = min(x.last, x.first+maxWords)
		x.head = headOf(d, x.first, x.last)
		x.named = x.naming(at)
	}
	return out
}

// maxWords is how many words of a mention are read.
const maxWords = 200

func (x *item) empty() bool { return x.first == x.last }

// headOf is the word of a stretch on which the others hang: the first that
// hangs on none of them and is no mark or function word, else the last.
func headOf(d *lang.Doc, first, last int) int {
	best := -1
	for i := first; i < last; i++ {
		t := &d.Toks[i]
		up := d.Sents[t.Sent].First + int(t.Head) - 1
		if t.Head > 0 && up >= first && up < last {
			continue
		}
		switch t.UPOS {
		case lang.PUNCT, lang.DET, lang.ADP, lang.PART, lang.CCONJ, lang.SCONJ, lang.AUX, lang.ADV, lang.INTJ, lang.SYM:
			continue
		}
		if best < 0 || d.Toks[best].UPOS == lang.ADJ && t.UPOS != lang.ADJ {
			best = i
		}
	}
	if best < 0 {
		return last - 1
	}
	return best
}

// naming finds what the text itself names at the item's head: the longest
// mention that the head is in and that does not reach out of the item by much.
func (x *item) naming(at map[int][]int) int {
	if i := x.apposed(at); i >= 0 {
		return i
	}
	best := -1
	for _, i := range at[x.head] {
		m := &x.d.Mentions[i]
		if m.Last > x.first && m.First < x.last && (best < 0 || m.Len() > x.d.Mentions[best].Len()) {
			best = i
		}
	}
	if best >= 0 {
		return best
	}
	for _, heads := range [2]int{x.last - 1, x.first} { // a name read with another word as its head
		for _, i := range at[heads] {
			if m := &x.d.Mentions[i]; m.First <= x.head && x.head < m.Last {
				return i
			}
		}
	}
	return -1
}

// apposed finds the name of the person that ends the item after a comma, where
// a description heads it: "the minister of ports, Ana Ruiz".
func (x *item) apposed(at map[int][]int) int {
	for i := x.head + 2; i < x.last; i++ {
		for _, j := range at[i] {
			if m := &x.d.Mentions[j]; m.Type == lang.Person && m.First > x.head+1 && m.Last == x.last && x.d.Form(m.First-1) == "," {
				x.head = i
				return j
			}
		}
	}
	return -1
}

// entity returns the entity of the document that the item names, or nil.
func (x *item) entity() *lang.Entity {
	if x.named < 0 {
		return nil
	}
	if e := x.d.Mentions[x.named].Entity; e >= 0 {
		return &x.d.Entities[e]
	}
	return nil
}

// lemma is the lemma of a token in lower case.
func lemma(d *lang.Doc, i int) string {
	if l := d.Toks[i].Lemma; l != "" && l != "_" {
		return strings.ToLower(l)
	}
	return strings.ToLower(d.Form(i))
}

// words calls f for the content words of the item.
func (x *item) words(f func(i int, lemma string)) {
	for i := x.first; i < x.last; i++ {
		switch x.d.Toks[i].UPOS {
		case lang.NOUN, lang.PROPN, lang.VERB, lang.ADJ, lang.NUM:
			f(i, lemma(x.d, i))
		}
	}
}

// party puts persons with the sides that they act for.
func (s sort) party() sort {
	if s == person {
		return side
	}
	return s
}
