// Package pack holds what depends on the subject of a negotiation: the issues
// of peace, trade, climate and labour talks, their options, and the words and
// frames that betray them.
//
// It is for finding which issue some words are about. It is not for who says
// so or where anybody stands: those words are the same in every subject.
package pack

import (
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// Set is the packs in use.
type Set struct{}

// Default returns the embedded packs.
func Default() (*Set, error) { return &Set{}, nil }

// Match is an issue found in some words.
type Match struct {
	Pack, Issue, Option string
	First, Last         int    // tokens of the cue, half-open
	Cue                 string // as the pack has it
}

// Index is where the cues of a set stand in a document.
type Index struct{}

// Index finds all cues in d, whose trees x holds.
func (s *Set) Index(d *lang.Doc, x *clause.Index) *Index { return &Index{} }

// Issue returns the issue that tokens [first, last) are about.
func (i *Index) Issue(first, last int) (Match, bool) { return Match{}, false }

// Issues returns every issue that tokens [first, last) touch, best first.
func (i *Index) Issues(first, last int) []Match { return nil }
