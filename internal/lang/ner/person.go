package ner

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// person returns the token after the person's name that may begin at token i,
// or i. A name is up to six capitalised words with initials, particles,
// hyphens and a suffix.
func (s *scan) person(i, last int) int {
	if !s.nameWord(i) && !(s.is(i, particle) && s.nameWord(i+1)) && !s.arabic(i, last) {
		return i
	}
	j, words := i, 0
	for j < last && words < 6 {
		switch {
		case s.arabic(j, last):
			j += 3
			words++
		case s.nameWord(j) && (words == 0 || !s.stops(j)):
			if words > 1 && s.again(i, j) {
				return j // the caption or line after it begins with the same name
			}
			j++
			words++
			for j+1 < last && s.form(j) == "-" && s.is(j, touches) && s.is(j+1, touches) {
				j += 2
			}
		case words == 1 && s.form(j) == "He" && !s.is(j, opening):
			j++ // a pronoun only in its looks: "Liu He"
			words++
		case words > 0 && s.is(j, suffix):
			return j + 1
		case words > 0 && s.form(j) == "," && s.is(j+1, suffix) && j+1 < last && (s.form(j+1) == "Jr." || s.form(j+1) == "Sr."):
			return j + 2
		case s.is(j, particle) && s.particles(j, last) > j:
			j = s.particles(j, last)
		default:
			return j
		}
	}
	return j
}

// again reports whether token j repeats a word of the name from token i on.
func (s *scan) again(i, j int) bool {
	for k := i; k < j; k++ {
		if s.form(k) == s.form(j) && s.doc.Toks[k].Len() > 2 {
			return true
		}
	}
	return false
}

// nameWord reports whether token i may be a word of a person's name.
func (s *scan) nameWord(i int) bool {
	return i < len(s.class) && s.is(i, upper) && !s.is(i, calendar) && (s.named(i) || s.is(i, initial|givenName))
}

// arabic reports whether "al-X", cut at its hyphen, begins at token i.
func (s *scan) arabic(i, last int) bool {
	return i+2 < last && s.is(i, particle) && s.form(i+1) == "-" && s.is(i+1, touches) && s.is(i+2, touches) && s.is(i+2, upper)
}

// particles returns the token after the particles from i on, when a name goes
// on there; otherwise i.
func (s *scan) particles(i, last int) int {
	j := i
	for j < last && s.is(j, particle) && j < i+3 {
		j++
	}
	if j < last && s.nameWord(j) && !s.stops(j) {
		return j
	}
	return i
}

// stops reports whether token j, though capitalised, is not part of the
// person's name before it.
func (s *scan) stops(j int) bool {
	if s.is(j, title|modifier) && !s.is(j, givenName) {
		return true
	}
	end, names := s.lookup(j, min(j+4, len(s.doc.Toks)), false)
	return end > j && !ambiguous(names) && !s.is(j, givenName) && (names[0].Use != lang.AsSeat)
}

// titled adds the person named after the title whose head is token k:
// "German Foreign Minister Jana Roth", "Secretary of the Port Council Rolf Ek".
func (s *scan) titled(sent lang.Sent, k int) {
	at, of := k+1, ""
	if s.form(at) == "of" && strings.EqualFold(s.form(at+1), "staff") {
		at += 2 // "chief of staff"
	} else if w := s.form(at); w == "of" || w == "for" {
		at, of = s.office(sent, at+1)
	}
	if at >= sent.Last || s.is(at, title) && !s.is(at, givenName) && s.is(at+1, upper) {
		return
	}
	end := s.person(at, sent.Last)
	if end == at || s.covered[at] || s.is(at, particle) && end == at+1 {
		return
	}
	if s.every(at, end, title|modifier|org) && !s.is(at, givenName) {
		return
	}
	if s.is(at, org) && end == at+1 || s.is(end-1, org) && !s.is(end-1, givenName) || s.form(k) == "May" {
		return
	}
	if _, names := s.lookup(at, end, false); names != nil && !ambiguous(names) && !s.is(at, givenName) {
		return
	}
	first, state := s.before(sent, k)
	if of == "" {
		of = state
	}
	m := s.mention(first, end, end-1, lang.Person)
	m.Name = s.doc.TokSpan(at, end)
	m.Title = s.doc.TokSpan(first, at)
	m.Of = of
	s.add(m, true)
	if k+1 == at && end-at == 1 {
		s.surnames[s.form(at)] = true
	}
}

// every reports whether all tokens from i to end are of the classes c.
func (s *scan) every(i, end int, c class) bool {
	for ; i < end; i++ {
		if !s.is(i, c) {
			return false
		}
	}
	return true
}

// office returns the token after the organisation or place that an office
// belongs to, from token i on, and its id.
func (s *scan) office(sent lang.Sent, i int) (int, string) {
	if s.form(i) == "the" {
		i++
	}
	end, names := s.lookup(i, sent.Last, false)
	if stop, typ, _ := s.patterned(sent, i); stop > end && typ == lang.Organisation {
		return stop, state(names)
	}
	if end > i {
		return end, state(names)
	}
	j := i
	for j < sent.Last && s.is(j, modifier|org) && s.is(j, upper) {
		j++
	}
	if j > i {
		return j, ""
	}
	return sent.Last, ""
}

// before returns the first token of the title whose head is token k, and the
// id of the state or body named in it or before its possessive.
func (s *scan) before(sent lang.Sent, k int) (int, string) {
	first, of := k, ""
	for first > sent.First && first > k-8 && !s.covered[first-1] {
		p := first - 1
		if end, i, names := s.endsAt(sent, first); end {
			first = i
			if v := state(names); v != "" {
				of = v
			}
			continue
		}
		t := &s.doc.Toks[p]
		if s.is(p, calendar) {
			break
		}
		if strings.EqualFold(s.form(p), "staff") && s.form(p-1) == "of" && p-2 >= sent.First && s.is(p-2, title|modifier) {
			first = p - 2
			continue
		}
		plain := !s.is(k, upper) && (t.UPOS == lang.ADJ || t.UPOS == lang.NOUN && t.XPOS == "NN")
		if plain || s.is(p, modifier|title) && (t.UPOS != lang.VERB || t.XPOS == "VBG") || t.UPOS == lang.PROPN && s.is(p, upper) && !s.is(p, opening) {
			first = p
			continue
		}
		if s.form(p) == "-" && s.is(p, touches) && s.is(first, touches) && p > sent.First {
			first = p - 1
			continue
		}
		if s.form(p) == "and" && s.is(p-1, modifier) && s.is(first, modifier) {
			first = p - 1
			continue
		}
		break
	}
	if of == "" && first > sent.First+1 && s.doc.Toks[first-1].UPOS == lang.PART {
		if ok, _, names := s.endsAt(sent, first-1); ok {
			of = state(names)
		}
	}
	return first, of
}

// endsAt looks for a name of the lexicon that ends before token i.
func (s *scan) endsAt(sent lang.Sent, i int) (bool, int, []lang.Name) {
	for j := max(sent.First, i-4); j < i; j++ {
		if !s.is(j, upper) {
			continue
		}
		if end, names := s.lookup(j, i, false); end == i {
			return true, j, names
		}
	}
	return false, i, nil
}
