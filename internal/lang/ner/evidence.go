package ner

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// bearings gathers evidence.
type bearings struct {
	*scan
	of    map[string]*evidence
	lists [][]string // names joined by commas and "and"
}

// at returns the evidence on the name of tokens i to end.
func (b *bearings) at(i, end int) *evidence {
	k := b.key(i, end)
	e := b.of[k]
	if e == nil {
		e = &evidence{}
		b.of[k] = e
	}
	return e
}

// tells returns the classes of token i, in the plural as well.
func (b *bearings) tells(i int) class {
	w := strings.ToLower(b.form(i))
	return b.r.words[b.doc.Toks[i].Lemma] | b.r.words[w] | b.r.words[strings.TrimSuffix(w, "s")]
}

// surnamed reports whether the last of several words of a name stands alone
// elsewhere, as a person's may.
func (b *bearings) surnamed(n string) bool {
	i := strings.LastIndexByte(n, ' ')
	if i < 0 {
		return false
	}
	e := b.of[n[i+1:]]
	return e != nil && e.alone
}

// name returns the token after the capitalised words from token i on, and
// whether they may be an unknown name: none of them tells by itself what is
// named, and the lexicon does not hold it.
func (b *bearings) name(sent lang.Sent, i int) (end int, ok bool) {
	if !b.named(i) {
		return i + 1, false
	}
	for end = i; end < sent.Last && end < i+6 && b.named(end); end++ {
	}
	const telling = title | modifier | org | orgOf | document | event | givenName | initial | acronym | suffix | polity | polityLike | common
	for j := i; j < end; j++ {
		if b.is(j, telling) || b.tells(j)&(polity|polityLike) != 0 || strings.Contains(b.form(j), ".") {
			return end, false
		}
	}
	if hit, _ := b.lookup(i, sent.Last, false); hit > i || end-i > 3 {
		return end, false
	}
	return end, true
}

// read gathers what one sentence shows.
func (b *bearings) read(sent lang.Sent) {
	b.dateline(sent)
	var list []string
	last := -2
	for i := sent.First; i < sent.Last; {
		end, ok := b.name(sent, i)
		switch {
		case b.named(i):
			b.persons(i, end)
			b.companies(i, end)
		case b.is(i, upper) && b.is(i, opening) && b.is(i+1, company) && b.is(i+1, upper):
			switch b.doc.Toks[i].UPOS {
			case lang.NOUN, lang.ADJ, lang.VERB:
				b.companies(i, i+2)
			}
		}
		if ok || b.stateAt(i, sent.Last) {
			joined := last >= sent.First && (i == last+1 && (b.form(last) == "," || b.form(last) == "and") ||
				i == last+2 && b.form(last) == "," && b.form(last+1) == "and")
			if !joined {
				b.lists = append(b.lists, list)
				list = nil
			}
			list = append(list, b.key(i, end))
			last = end
		}
		if ok {
			e := b.at(i, end)
			e.alone = true
			b.before(sent, i, end, e)
			b.behind(sent, i, end, e)
		}
		i = end
	}
	b.lists = append(b.lists, list)
}

// stateAt reports whether the lexicon has a state's or place's name at token i.
func (b *bearings) stateAt(i, last int) bool {
	_, names := b.lookup(i, last, false)
	return names != nil && names[0].Type == lang.Place && names[0].Use == lang.AsName
}

// persons notes the last name of tokens i to end when a title or given name
// stands before it.
func (b *bearings) persons(i, end int) {
	if i > 0 && b.is(i-1, title|initial|givenName) && b.doc.Toks[i-1].Sent == b.doc.Toks[i].Sent ||
		end-i == 1 && b.form(i-1) == "-" && b.is(i, touches) {
		b.at(end-1, end).person = true
		b.at(i, end).person = true
	}
	if end-i < 2 {
		return
	}
	for j := i; j < end; j++ {
		if b.is(j, org|place|placePre|document|event) {
			return
		}
	}
	b.at(end-1, end).person = true
	b.at(i, i+1).person = b.at(i, i+1).person || b.is(i, givenName)
}

// companies notes the name before a company's last word: the first of "Quell
// Terminals".
func (b *bearings) companies(i, end int) {
	if i > 0 && (b.form(i-1) == "-" || b.form(i-1) == "&") {
		return
	}
	if end-i == 2 && b.is(end-1, company) && !b.is(i, title|modifier|org|orgOf|place|placePre|givenName) {
		if hit, _ := b.lookup(i, end, false); hit == i {
			e := b.at(i, i+1)
			e.org += enough
			e.alone = true
			e.full = b.key(i, end)
		}
	}
}

// before reads what stands before a name at token i.
func (b *bearings) before(sent lang.Sent, i, end int, e *evidence) {
	j := i - 1
	if j > sent.First && b.siteNoun(j) {
		e.place += enough
		return
	}
	if j > sent.First && b.form(j) == "the" {
		j--
	}
	if j < sent.First {
		return
	}
	t := &b.doc.Toks[max(j-1, 0)]
	switch b.form(j) {
	case "in", "In", "near", "Near":
		if u := b.doc.Toks[min(end, sent.Last-1)].UPOS; u != lang.NOUN && u != lang.PART && u != lang.ADJ && b.form(end) != "-" {
			e.place += 2
		}
	case "to", "from", "for":
		if j > sent.First && b.r.words[t.Lemma]&travel != 0 {
			e.place += 2
		}
	case "between", "Between":
		e.state++
	case "of":
		if j == sent.First {
			return
		}
		switch c := b.tells(j - 1); {
		case c&title != 0 && t.Lemma == "minister" || b.form(j-1) == "Minister":
			switch strings.ToLower(b.form(j - 2)) {
			case "foreign", "prime":
				e.state += enough
			}
		case c&polity != 0:
			e.state += enough
		case c&polityLike != 0:
			e.state += 2
		case c&place != 0 && t.UPOS == lang.NOUN:
			e.place += enough
		case c&(orgOf|org) != 0 && b.is(j-1, upper):
			e.place++
		}
		if b.form(j-1) == "executive" && b.form(j-2) == "chief" {
			e.org += enough
		}
	}
}

// siteNoun reports whether the noun at token j, with an article, says what part
// of the earth the capitalised name behind it is: "the river Sark".
func (b *bearings) siteNoun(j int) bool {
	switch b.form(j) {
	case "river", "lake", "island", "isle", "strait", "canal", "valley", "province", "peninsula", "gulf", "bay":
		return b.form(j-1) == "the" && b.doc.Toks[j].UPOS == lang.NOUN
	}
	return false
}

// behind reads what stands behind a name that ends before token end.
func (b *bearings) behind(sent lang.Sent, i, end int, e *evidence) {
	if end < sent.Last && b.r.words[b.doc.Toks[end].Lemma]&personal != 0 {
		e.person = true
	}
	switch b.form(end) {
	case "shall": // what a text lays upon a party to it
		if i == sent.First {
			e.state++
		}
	case "'s", "’s", "'", "’":
		if end+1 < sent.Last && b.r.words[b.doc.Toks[end+1].Lemma]&personal != 0 {
			e.person = true
		}
		b.possessed(sent, end+1, e)
	case ",":
		if b.stateAt(end+1, sent.Last) && i > sent.First && (b.form(i-1) == "in" || b.form(i-1) == "near") {
			e.place += enough
		}
	}
	if i != sent.First && b.form(i-1) != ";" || b.form(i+1) == "'s" || b.form(i+1) == "’s" {
		return
	}
	// what its sentence or the beginning of the next says of "its minister"
	last := sent.Last
	if n := int(b.doc.Toks[i].Sent) + 1; n < len(b.doc.Sents) && b.doc.Sents[n].Block == sent.Block {
		last = min(b.doc.Sents[n].First+1, b.doc.Sents[n].Last)
	}
	for j := end; j < last; j++ {
		if w := b.form(j); w == "its" && j < sent.Last || w == "Its" && j >= sent.Last {
			b.possessed(b.doc.Sents[b.doc.Toks[j].Sent], j+1, e)
			return
		}
		if j > end && b.named(j) {
			return
		}
	}
}

// possessed reads what a name has, from token i on: "foreign minister".
func (b *bearings) possessed(sent lang.Sent, i int, e *evidence) {
	for j := i; j < sent.Last && j < i+4; j++ {
		t := &b.doc.Toks[j]
		switch t.UPOS {
		case lang.NOUN, lang.ADJ, lang.PROPN, lang.NUM:
		default:
			if t.UPOS != lang.VERB || t.XPOS != "VBN" && t.XPOS != "VBG" {
				return
			}
		}
		c := b.tells(j)
		switch {
		case t.Lemma == "executive" && b.form(j-1) == "chief", t.Lemma == "shareholder", t.Lemma == "subsidiary":
			e.org += enough
			return
		case c&polity != 0 || t.Lemma == "minister":
			e.state += enough
			return
		case c&polityLike != 0, t.Lemma == "port" && j > i:
			e.state += 2
			return
		case t.XPOS == "JJS" && (b.form(j+1) == "port" || b.form(j+1) == "city" || b.form(j+1) == "river" || b.form(j+1) == "province"):
			e.state += enough
			return
		}
	}
}
