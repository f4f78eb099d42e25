package ner

import (
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
)

// propose joins the proposals with what is found.
func (s *scan) propose() {
	at := make([]int, len(s.doc.Toks)) // 1 + the mention that covers a token
	for i := range s.found {
		for j := s.found[i].First; j < s.found[i].Last; j++ {
			at[j] = i + 1
		}
	}
	gone := make([]bool, len(s.found))
	var more []found
	for _, p := range s.doc.Proposed {
		if !s.plausible(p) {
			continue
		}
		if s.bareSpeaker(p) {
			p.Type = lang.Person
		}
		sure, parts, last := false, p.Type == lang.Person, -1
		for j := p.First; j < p.Last; j++ {
			if k := at[j] - 1; k >= 0 {
				f := &s.found[k]
				f.backed = true
				sure = sure || f.sure
				parts = parts && f.Type == lang.Person && f.Title.Empty() && f.Last-f.First == 1
				last = k
			}
		}
		switch {
		case last < 0:
			more = append(more, found{Mention: s.mention(p.First, p.Last, s.headOf(p), p.Type), backed: true})
		case !sure && s.found[last].Last > p.Last && s.form(p.Last) == "-" && s.is(p.Last, touches):
			// the beginning of "Varnholm-19"
		case !sure || parts:
			f := &s.found[last]
			f.Mention = s.mention(p.First, p.Last, s.headOf(p), p.Type)
			for j := p.First; j < p.Last; j++ {
				if k := at[j] - 1; k >= 0 && k != last {
					gone[k] = true // another guess within the name
				}
			}
		}
	}
	kept := s.found[:0]
	for i, f := range s.found {
		if !gone[i] {
			kept = append(kept, f)
		}
	}
	s.found = append(kept, more...)
	for _, f := range more {
		for j := f.First; j < f.Last; j++ {
			s.covered[j] = true
		}
	}
}

// bareSpeaker reports whether a proposal is one word that says something or
// stands before a colon, as in a transcript: a surname more often than a firm
// or a town. Abbreviations are none, nor is a place that the lexicon holds and
// the proposal takes for one.
func (s *scan) bareSpeaker(p lang.Proposal) bool {
	if p.Last != p.First+1 || p.Type == lang.Person {
		return false
	}
	return s.inTranscript(p.First, p.Last) || s.saysSo(p.First) && !s.is(p.First, acronym) && !s.listedPlace(p)
}

// inTranscript reports whether the word that ends before token end opens its
// line and a colon follows, as where a transcript names who speaks.
func (s *scan) inTranscript(i, end int) bool {
	return s.is(i, opening) && s.form(end) == ":" && s.doc.Toks[i].Len() > 3
}

// plausible reports whether a proposal has a letter, and a capital or digit.
func (s *scan) plausible(p lang.Proposal) bool {
	for j := p.First; j < p.Last; j++ {
		r, _ := utf8.DecodeRuneInString(s.form(j))
		if unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r) {
			return true
		}
	}
	return false
}

// headOf is the token of a proposal whose head lies outside, or the last one.
func (s *scan) headOf(p lang.Proposal) int {
	sent := s.doc.Sents[s.doc.Toks[p.First].Sent]
	for j := p.First; j < p.Last; j++ {
		h := int(s.doc.Toks[j].Head)
		if h == 0 || h > 0 && (sent.First+h-1 < p.First || sent.First+h-1 >= p.Last) {
			return j
		}
	}
	return p.Last - 1
}

// doubt drops guesses of persons, organisations and places that neither a
// proposal nor the rest of the document backs, nor tags that make them names.
func (s *scan) doubt() {
	kept := s.found[:0]
	for _, f := range s.found {
		guess := f.Type == lang.Person || f.Type == lang.Organisation || f.Type == lang.Place || f.Type == lang.Group && s.is(f.First, opening)
		if f.sure || f.backed || !guess || f.Type != lang.Group && s.proper(f.First, f.Last) || f.Last-f.First == 1 && s.is(f.First, acronym) && !s.is(f.First, opening) {
			kept = append(kept, f)
		}
	}
	s.found = kept
}

// proper reports whether tokens first to last are names by their tags, but for
// marks and articles among them.
func (s *scan) proper(first, last int) bool {
	for i := first; i < last; i++ {
		switch s.doc.Toks[i].UPOS {
		case lang.PROPN, lang.PUNCT, lang.DET, lang.ADP:
		default:
			return false
		}
	}
	return s.doc.Toks[last-1].UPOS == lang.PROPN
}

// repeated adds the names that the document is sure of where their words stand
// once more and no tag showed them.
func (s *scan) repeated() {
	for _, sent := range s.doc.Sents {
		for i := sent.First; i < sent.Last; {
			if s.covered[i] || !s.is(i, upper) || s.is(i, calendar) {
				i++
				continue
			}
			switch s.doc.Toks[i].UPOS {
			case lang.AUX, lang.DET, lang.PRON, lang.VERB:
				i++
				continue
			}
			i = max(s.recall(sent, i), i+1)
		}
	}
}
