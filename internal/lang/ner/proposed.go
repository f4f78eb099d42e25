package ner

import (
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
)

// NewOver builds a recogniser that joins the names a trained one proposes
// (lang.Proposals) with what New finds: lexicon, titles, peoples, documents
// and events stay as they are; in what only looks like a name the proposals
// decide on where it ends and what it is of.
func NewOver(names []lang.Name, given []string) *Recogniser {
	r := New(names, given)
	r.over = true
	return r
}

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
		sure, last := false, -1
		for j := p.First; j < p.Last; j++ {
			if k := at[j] - 1; k >= 0 {
				s.found[k].backed = true
				sure = sure || s.found[k].sure
				last = k
			}
		}
		switch {
		case last < 0:
			more = append(more, found{Mention: s.mention(p.First, p.Last, s.headOf(p), p.Type), backed: true})
		case !sure:
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
// proposal nor the rest of the document backs.
func (s *scan) doubt() {
	kept := s.found[:0]
	for _, f := range s.found {
		guess := f.Type == lang.Person || f.Type == lang.Organisation || f.Type == lang.Place
		if f.sure || f.backed || !guess {
			kept = append(kept, f)
		}
	}
	s.found = kept
}
