// Package ner finds what is named in a text: persons with their titles,
// organisations, places, peoples, documents and events.
//
// It is the first version, of rules: a lexicon of names handed to it, titles
// before a name, the last words of organisations and places, given names, the
// words around, and what the document itself shows elsewhere. It is not for
// unnamed speakers and pronouns, and does not decide which mentions are of one
// entity.
package ner

import (
	_ "embed"
	"slices"

	"github.com/travaux/travaux/internal/lang"
)

//go:embed words.txt
var wordsData string

// Recogniser gives names. It is safe for use by several goroutines.
type Recogniser struct {
	lexicon *lexicon
	words   map[string]class
	over    bool // joined with proposals
}

// New builds a recogniser from a lexicon and a list of given names.
func New(names []lang.Name, given []string) *Recogniser {
	r := &Recogniser{words: readWords(wordsData)}
	for _, g := range given {
		r.words[g] |= givenName
	}
	r.lexicon = newLexicon(names)
	return r
}

// Name is the component's name.
func (*Recogniser) Name() string { return "ner" }

// Version changes whenever the answers do.
func (r *Recogniser) Version() string {
	if r.over {
		return "rules+proposals/3"
	}
	return "rules/3"
}

// Needs returns sentences, tokens, tags and lemmas, and proposals with NewOver.
func (r *Recogniser) Needs() lang.Layer {
	if r.over {
		return lang.Sentences | lang.Tokens | lang.Tags | lang.Lemmas | lang.Proposals
	}
	return lang.Sentences | lang.Tokens | lang.Tags | lang.Lemmas
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
	if s.r.over {
		s.propose()
	}
	s.settle()
	if s.r.over {
		s.doubt()
	}
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
	return nil
}
