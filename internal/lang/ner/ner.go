// Package ner finds what is named in a text: persons with their titles,
// organisations, places, peoples, documents and events.
//
// It joins what a trained parser proposes (lang.Proposals) with a lexicon of
// names handed to it and with rules: titles before a name, the last words of
// organisations and places, given names, who speaks in the tree, and what the
// document itself shows elsewhere. Lexicon, titles, peoples, documents and
// events stand; of what only looks like a name the proposals decide where it
// ends and what it is of. It is not for unnamed speakers and pronouns, and does
// not decide which mentions are of one entity.
package ner

import (
	_ "embed"
	"slices"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

//go:embed words.txt
var wordsData string

// Recogniser gives names. It is safe for use by several goroutines.
type Recogniser struct {
	lexicon *lexicon
	words   map[string]class
	sites   map[string]bool // ids of places that are nobody's seat
}

// New builds a recogniser from a lexicon and a list of given names.
func New(names []lang.Name, given []string) *Recogniser {
	r := &Recogniser{words: readWords(wordsData), sites: map[string]bool{}}
	for _, n := range names {
		if n.Site {
			r.sites[n.ID] = true
		}
	}
	for _, g := range given {
		r.words[g] |= givenName
	}
	r.lexicon = newLexicon(names)
	return r
}

// Name is the component's name.
func (*Recogniser) Name() string { return "ner" }

// Version changes whenever the answers do.
func (*Recogniser) Version() string { return "5" }

// Needs returns all that a parser gives.
func (*Recogniser) Needs() lang.Layer {
	return lang.Sentences | lang.Tokens | lang.Tags | lang.Lemmas | lang.Trees | lang.Proposals
}

// Gives returns names.
func (*Recogniser) Gives() lang.Layer { return lang.Names }

// Annotate adds the named mentions to d.Mentions, in text order, the longer
// first at equal starts. It returns no error.
func (r *Recogniser) Annotate(d *lang.Doc) error {
	s := &scan{r: r, doc: d, known: map[string]lang.Type{}, surnames: map[string]bool{}, local: locals{}}
	s.tokens()
	s.infer()
	for pass := range 2 { // headings last: they show a name least
		for _, sent := range d.Sents {
			if s.headline(sent) == (pass == 1) {
				s.sentence(sent, pass == 1)
			}
		}
		s.learn()
	}
	s.repeated()
	s.propose()
	s.settle()
	s.doubt()
	s.tree = clause.New(d)
	for i := range s.found {
		s.sense(&s.found[i].Mention)
	}
	for _, f := range s.found {
		d.Mentions = append(d.Mentions, f.Mention)
	}
	slices.SortStableFunc(d.Mentions, func(a, b lang.Mention) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	d.Mentions = slices.DeleteFunc(d.Mentions, inner())
	return nil
}

// inner reports of mentions in order whether they are no more than a part of a
// person's name before them.
func inner() func(lang.Mention) bool {
	var person lang.Span
	return func(m lang.Mention) bool {
		if m.Type != lang.Person && m.Type != lang.Other {
			return false
		}
		if person.Contains(m.Span) && !person.Empty() {
			return true
		}
		if m.Type == lang.Person {
			person = m.Span
		}
		return false
	}
}
