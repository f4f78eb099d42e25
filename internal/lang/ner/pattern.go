package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
)

// patterned returns the token after an organisation, place, document or event
// that begins at token i and shows it by its words, with its type and the token
// that heads it; or i.
func (s *scan) patterned(sent lang.Sent, i int) (int, lang.Type, int) {
	if !s.is(i, upper) || s.is(i, calendar) || s.doc.Toks[i].UPOS == lang.DET || !(s.named(i) || s.is(i, org|orgOf|placePre) || s.listedAt(i, sent.Last)) {
		return i, lang.Other, i
	}
	run := s.run(sent, i)
	if w := s.form(i + 1); s.is(i, orgOf) && (w == "of" || w == "for" || w == "on") {
		if end := s.continued(sent, i+1); end > i+1 {
			return end, lang.Organisation, i
		}
	}
	if s.is(i, placePre) && run > i+1 && !s.is(i+1, org) {
		return min(run, i+2), lang.Place, i + 1
	}
	for j := run - 1; j > i; j-- {
		if s.is(j, opening) {
			continue
		}
		var typ lang.Type
		switch {
		case s.is(j, document):
			typ = lang.Document
		case s.is(j, org):
			typ = lang.Organisation
		case s.is(j, place):
			typ = lang.Place
		case s.is(j, event):
			typ = lang.Event
		default:
			continue
		}
		end := j + 1
		if w := s.form(end); s.is(j, orgOf|document) && w == "of" || s.is(j, org) && w == "for" || s.is(j, orgOf) && w == "on" {
			if e := s.continued(sent, end); e > end {
				end = e
			}
		}
		return end, typ, j
	}
	return i, lang.Other, i
}

func (s *scan) listedAt(i, last int) bool {
	end, _ := s.lookup(i, last, false)
	return end > i
}

// run returns the token after the capitalised words from i on. "and", "&",
// hyphens and "for" join words when an organisation's last word follows.
func (s *scan) run(sent lang.Sent, i int) int {
	j := i
	for j < sent.Last && j < i+9 {
		switch {
		case s.covered[j]:
			return j
		case j == i || s.is(j, upper) && !s.is(j, calendar):
			j++
		case (s.form(j) == "-" || s.form(j) == "/") && s.is(j, touches) && s.is(j+1, touches):
			j++
			if j < sent.Last {
				j++
			}
		case (s.form(j) == "and" || s.form(j) == "&") && s.orgAhead(sent, j+1):
			j++
		case s.pluralPossessive(j) && s.orgFollows(sent, j+1):
			j++
		default:
			return j
		}
	}
	return j
}

// pluralPossessive reports whether token i makes a possessive of a plural: the
// apostrophe of "Port Workers' Union".
func (s *scan) pluralPossessive(i int) bool {
	switch s.form(i) {
	case "'", "’":
		return s.is(i, touches) && strings.HasSuffix(s.form(i-1), "s") && s.is(i-1, upper)
	case "'s", "’s":
		return s.is(i, touches) && s.doc.Toks[i-1].XPOS == "NNPS"
	}
	return false
}

// orgFollows reports whether the last word of an organisation comes at token i
// or after capitalised words from there.
func (s *scan) orgFollows(sent lang.Sent, i int) bool {
	for j := i; j < sent.Last && j < i+4 && s.is(j, upper) && !s.is(j, calendar|title); j++ {
		if s.is(j, org) {
			return true
		}
	}
	return false
}

// orgAhead reports whether within three capitalised words from i on comes the
// last word of an organisation.
func (s *scan) orgAhead(sent lang.Sent, i int) bool {
	for j := i; j < sent.Last && j < i+3 && s.is(j, upper) && !s.is(j, calendar); j++ {
		if s.is(j, org) && j > i {
			return s.form(j+1) != "of"
		}
	}
	return false
}

// continued returns the token after "of (the) X and Y" that goes on the name of
// an organisation or document from the preposition at token i; or i.
func (s *scan) continued(sent lang.Sent, i int) int {
	j := i + 1
	if s.form(j) == "the" {
		j++
	}
	if j >= sent.Last || !s.is(j, upper) || s.is(j, calendar) {
		return i
	}
	end := s.run(sent, j)
	for k := j; k < end && !s.is(j, modifier); k++ {
		if s.form(k) == "and" {
			end = k
		}
	}
	if end < sent.Last-1 && s.form(end) == "and" && s.is(end+1, upper) && !s.is(end+1, calendar) && s.is(j, modifier) {
		end = s.run(sent, end+1)
	}
	// a person's name after the organisation is not part of it
	for k := j + 1; k < end; k++ {
		if s.is(k, title|givenName) && !s.is(k, modifier|org) {
			return k
		}
	}
	return end
}

// guess finds a name that begins at token i by its looks and the words around.
func (s *scan) guess(sent lang.Sent, i int) int {
	if !s.named(i) {
		return i
	}
	end := s.person(i, sent.Last)
	if end == i || s.doc.Toks[i].Len() == 1 && s.form(i+1) == "-" {
		return i // none, or "D-Calif."
	}
	for end > i+1 && s.is(end-1, title) && !s.is(end-1, givenName) {
		end--
	}
	typ, sure := s.typeOf(sent, i, end)
	if end == i+1 && !s.is(i, givenName) && (s.is(i, title|modifier) || typ == lang.Other && s.is(i, document|event|place) ||
		typ == lang.Organisation && s.is(i, acronym) && s.amongCapitals(i)) {
		return i
	}
	s.add(s.mention(i, end, end-1, typ), sure)
	if typ == lang.Place || typ == lang.Other {
		s.eventAfter(i, end)
	}
	return end
}

// typeOf guesses what the capitalised words from i to end name, and whether
// that is sure.
func (s *scan) typeOf(sent lang.Sent, i, end int) (lang.Type, bool) {
	n := s.words(i, end)
	switch {
	case n > 1 && (s.is(i, givenName) || s.hyphenated(i)):
		return lang.Person, true
	case n > 1 && s.is(i, initial), n > 2 && s.is(i+1, initial):
		return lang.Person, true
	case s.is(end-1, suffix), s.hasParticle(i, end):
		return lang.Person, true
	case n > 1 && n < 4 && s.apposed(sent, i, end):
		return lang.Person, true
	}
	switch {
	case n == 1 && s.is(i, org|orgOf) && !s.is(i, title|place):
		return lang.Organisation, false
	case s.doc.Toks[end-1].XPOS == "NNPS":
		return lang.Group, false
	}
	if s.placed(i, end) {
		return lang.Place, n > 1 || s.form(end) == ","
	}
	if n > 1 && s.is(end-1, orgOf) {
		return lang.Other, false
	}
	if end == i+1 && s.is(i, acronym) {
		if s.doc.Toks[i].Len() < 2 {
			return lang.Other, false
		}
		if s.inTranscript(i, end) {
			return lang.Person, false
		}
		return lang.Organisation, false
	}
	if s.speaks(sent, end) && n <= 3 && !s.bound(i) {
		return lang.Person, n > 1
	}
	if n <= 3 && i > sent.First && s.doc.Toks[i-1].UPOS == lang.VERB && addresses(s.doc.Toks[i-1].Lemma) {
		return lang.Person, n > 1
	}
	if n == 1 && s.is(i, givenName) {
		return lang.Person, false
	}
	if n == 2 || n == 3 {
		for j := i; j < end; j++ {
			if s.is(j, acronym|org|place|document|event|modifier|title) || s.doc.Toks[j].UPOS != lang.PROPN && s.is(j, upper) {
				return lang.Other, false
			}
		}
		return lang.Person, false
	}
	return lang.Other, false
}

// apposed reports whether the name of tokens i to end follows a title and a
// comma, or goes on with the organisation that it is of: "the mediator, X Y",
// "X Y of the Port Council".
func (s *scan) apposed(sent lang.Sent, i, end int) bool {
	for j := i; j < end; j++ {
		if s.is(j, acronym|org|place|document|event) {
			return false
		}
	}
	return i-2 >= sent.First && s.form(i-1) == "," && s.is(i-2, title) && !s.is(i-2, upper) ||
		s.form(end) == "of" && s.form(end+1) == "the" && s.orgFollows(sent, end+2)
}

// bound reports whether token i stands after a preposition of moving, and so
// does not say or do what the verb behind it tells.
func (s *scan) bound(i int) bool {
	switch s.form(i - 1) {
	case "to", "from", "into", "via", "towards":
		return s.doc.Toks[i-1].UPOS == lang.ADP
	}
	return false
}

// words counts the words from token i to end; what hyphens join is one.
func (s *scan) words(i, end int) int {
	n := 0
	for j := i; j < end; j++ {
		if s.form(j) != "-" && (j == i || s.form(j-1) != "-") {
			n++
		}
	}
	return n
}

// hyphenated reports whether a given name of two syllables begins at token i:
// "Joon-ho".
func (s *scan) hyphenated(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.form(i + 2))
	return s.form(i+1) == "-" && s.is(i+1, touches) && s.is(i+2, touches) && unicode.IsLower(r) && s.doc.Toks[i].Len() < 7
}

// amongCapitals reports whether token i is no noun, or a word next to it is all in
// capitals too: a word that is shouted, not an abbreviation.
func (s *scan) amongCapitals(i int) bool {
	u := s.doc.Toks[i].UPOS
	return u != lang.PROPN && u != lang.NOUN || s.is(i-1, acronym) || s.is(i+1, acronym)
}

func (s *scan) hasParticle(i, end int) bool {
	for j := i + 1; j < end-1; j++ {
		if s.is(j, particle) && !s.is(j, upper) {
			return true
		}
	}
	return false
}

// addresses reports whether the object of a verb is mostly a person.
func addresses(lemma string) bool {
	switch lemma {
	case "tell", "ask", "thank", "marry", "interview", "appoint", "elect":
		return true
	}
	return false
}

// placed reports whether the words around a name say that it is a place: "in
// X", "near X", "X-based", "X, Merin".
func (s *scan) placed(i, end int) bool {
	if i > 0 && s.doc.Toks[i-1].Sent == s.doc.Toks[i].Sent {
		switch s.form(i - 1) {
		case "in", "In", "near", "Near", "at", "outside", "across", "around", "throughout":
			switch s.form(end) {
			case "'s", "’s":
				return s.is(end+1, placeNoun)
			}
			return s.form(i-1) != "at" && s.form(i-1) != "around"
		}
	}
	if s.form(end) == "-" && s.form(end+1) == "based" {
		return true
	}
	if s.form(end) == "," && end+1 < len(s.doc.Toks) {
		if stop, names := s.lookup(end+1, min(end+5, len(s.doc.Toks)), false); stop > end+1 && names[0].Type == lang.Place && names[0].Use == lang.AsName {
			switch s.form(stop) {
			case ",", ".", "(", "—", "–", "":
				return !s.is(end-1, title)
			}
		}
	}
	return false
}

// speaks reports whether from token i on comes what persons do: a verb of
// saying, or a comma and a description.
func (s *scan) speaks(sent lang.Sent, i int) bool {
	for j := i; j < sent.Last && j < i+3; j++ {
		t := &s.doc.Toks[j]
		switch t.UPOS {
		case lang.AUX, lang.ADV, lang.PART:
			continue
		case lang.VERB:
			return s.r.words[t.Lemma]&say != 0
		}
		break
	}
	if s.form(i) != "," {
		return false
	}
	for j := i + 1; j < sent.Last && j < i+8; j++ {
		if s.is(j, title) {
			return true
		}
		if u := s.doc.Toks[j].UPOS; u == lang.PUNCT && s.form(j) != "-" || u == lang.VERB || u == lang.PRON {
			return false
		}
	}
	return false
}
