package ner

import "github.com/travaux/travaux/internal/lang"

// likely reports whether tokens i to end, a form that is also a common word or
// a person's name ("Turkey", "Jordan", "Polish"), are the lexicon's here: an
// adjective before a noun, the possessor of a government, or who says something
// of "it" or, where it is no given name, first in the sentence. Elsewhere the parser's proposal decides (identify).
func (s *scan) likely(i, end int, names []lang.Name) bool {
	if !s.is(i, upper) || end >= len(s.doc.Toks) {
		return false
	}
	t, next := &s.doc.Toks[i], &s.doc.Toks[end]
	switch {
	case next.Sent != t.Sent:
		return false
	case hasUse(names, lang.AsAdjective):
		return end == i+1 && (t.UPOS == lang.ADJ || t.UPOS == lang.PROPN && !s.is(i, opening)) &&
			(next.UPOS == lang.NOUN || next.UPOS == lang.ADJ && s.followsNoun(end))
	case !isPlaceName(names):
		return false
	case next.XPOS == "POS":
		return s.governs(end + 1)
	}
	return end == i+1 && s.saysSo(i) && (s.speaksOfItself(end) || s.is(i, opening) && !s.is(i, givenName) && t.UPOS == lang.NOUN)
}

// speaksOfItself reports whether the first pronoun from token i on, in its
// sentence, is "it": "Jordan said it would stay".
func (s *scan) speaksOfItself(i int) bool {
	for sent := s.doc.Toks[i].Sent; i < len(s.doc.Toks) && s.doc.Toks[i].Sent == sent; i++ {
		if t := &s.doc.Toks[i]; t.XPOS == "PRP" || t.XPOS == "PRP$" {
			return t.Lemma == "it" || s.form(i) == "its"
		}
	}
	return false
}

// followsNoun reports whether a noun stands right after token i.
func (s *scan) followsNoun(i int) bool {
	return i+1 < len(s.doc.Toks) && s.doc.Toks[i+1].Sent == s.doc.Toks[i].Sent && s.doc.Toks[i+1].UPOS == lang.NOUN
}

// governs reports whether the noun phrase from token i on is of what states
// have: a parliament, a foreign or prime minister.
func (s *scan) governs(i int) bool {
	for j := i; j < len(s.doc.Toks) && j < i+4; j++ {
		t := &s.doc.Toks[j]
		switch t.UPOS {
		case lang.ADJ, lang.NOUN, lang.PROPN:
		default:
			return false
		}
		if t.Lemma == "minister" || t.Lemma == "government" || s.r.words[t.Lemma]&polity != 0 {
			return true
		}
	}
	return false
}

// saysSo reports whether token i is the subject of a verb of saying.
func (s *scan) saysSo(i int) bool {
	t := s.doc.Toks[i]
	return t.Deprel == "nsubj" && t.Head > 0 && s.r.words[s.doc.Toks[s.doc.Sents[t.Sent].First+int(t.Head)-1].Lemma]&say != 0
}

// listedPlace reports whether a proposal of a place is one by the lexicon too.
func (s *scan) listedPlace(p lang.Proposal) bool {
	if p.Type != lang.Place {
		return false
	}
	end, names := s.lookup(p.First, p.Last, false)
	return end == p.Last && isPlaceName(names)
}

// identify gives a place that was found by other means than the lexicon, or a
// name of no type, what the lexicon has under its form.
func (s *scan) identify(f *found, first, last int) {
	if f.KB != "" || f.Use != lang.AsName || f.Type != lang.Place && f.Type != lang.Other {
		return
	}
	end, names := s.lookup(first, last, false)
	if end != last || !isPlaceName(names) {
		return
	}
	n := s.choose(first, last, names)
	if n.Type != lang.Place {
		return
	}
	f.Type, f.Use, f.KB, f.Of = n.Type, n.Use, n.ID, n.Of
	f.sure = f.sure || !s.is(first, opening)
	for _, o := range names {
		if o.Of != n.Of {
			f.of = names
		}
	}
}

func hasUse(names []lang.Name, use lang.Use) bool {
	for _, n := range names {
		if n.Use == use {
			return true
		}
	}
	return false
}
