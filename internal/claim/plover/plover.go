// Package plover reads what one side does to another in a sentence, as one of
// the sixteen roots of PLOVER (the names of its final manual).
//
// It is for acts of any kind, from praise to shelling, as trees and an argued
// lexicon give them. It does not find the sides, and does not say whether an
// act took place: what somebody threatens is a threat.
package plover

import (
	"slices"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// Root is an event type of PLOVER.
type Root string

// The roots, in the manual's order from cooperation to conflict.
const (
	Agree     Root = "AGREE"
	Consult   Root = "CONSULT"
	Support   Root = "SUPPORT"
	Concede   Root = "CONCEDE"
	Cooperate Root = "COOPERATE"
	Aid       Root = "AID"
	Retreat   Root = "RETREAT"
	Request   Root = "REQUEST"
	Accuse    Root = "ACCUSE"
	Reject    Root = "REJECT"
	Threaten  Root = "THREATEN"
	Protest   Root = "PROTEST"
	Sanction  Root = "SANCTION"
	Mobilize  Root = "MOBILIZE"
	Coerce    Root = "COERCE"
	Assault   Root = "ASSAULT"
)

// Roots are all roots, in the manual's order.
var roots = [...]Root{Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault}

func (r Root) known() bool { return slices.Contains(roots[:], r) }

// cooperative reports whether r is one of those that, still to come, are a
// promise: a visit that is announced is AGREE.
func (r Root) cooperative() bool {
	switch r {
	case Agree, Consult, Support, Concede, Cooperate, Aid, Retreat:
		return true
	}
	return false
}

// hostile reports whether r is a deed that, still to come, is a threat.
func (r Root) hostile() bool {
	switch r {
	case Protest, Sanction, Mobilize, Coerce, Assault:
		return true
	}
	return false
}

// ahead is what r is while it is only intended.
func (r Root) ahead() Root {
	switch {
	case r.cooperative():
		return Agree
	case r.hostile():
		return Threaten
	}
	return r
}

// current maps the names of earlier drafts of PLOVER to the final manual's.
var current = map[string]Root{
	"DEMAND": Request, "APPEAL": Request, "DISAPPROVE": Accuse, "INVESTIGATE": Accuse,
	"FIGHT": Assault, "YIELD": Concede, "EXPEL": Sanction,
}

// Named returns the root that a name of any version of PLOVER stands for; ""
// for other words.
func Named(s string) Root {
	if r := Root(s); r.known() {
		return r
	}
	return current[s]
}

// Reader reads acts off the trees of one document.
type Reader struct {
	d   *lang.Doc
	x   *clause.Index
	lex *lexicon
}

// NewReader reads d, of which x holds the trees.
func NewReader(d *lang.Doc, x *clause.Index) *Reader { return &Reader{d, x, words()} }

// Side is the stretch of tokens [First, Last) that names a side; the zero Side
// is nobody.
type Side struct{ First, Last int }

func (s Side) none() bool { return s.First >= s.Last }

func (s Side) has(i int) bool { return s.First <= i && i < s.Last }
