// Package explain shows what was read in a passage of one report: the sentence
// with its words and tree, and every mention, time, quantity, statement and
// claim that touches it, each with its rule, the exact words behind it, and one
// plain line saying what the rule does (rules.tsv).
//
// It is for understanding a reading. It is not for making one: it takes a
// travaux.Reading and reads nothing itself.
package explain

import (
	"fmt"
	"sort"
	"strings"

	"github.com/travaux/travaux"
)

// Schema names the form of an Explanation in JSON.
const Schema = "travaux.explanation/1"

// Explanation is what was read in the sentence that holds an offset.
type Explanation struct {
	Schema string            `json:"schema"`
	Report string            `json:"report"`
	File   string            `json:"file"`
	Offset int               `json:"offset"`
	Line   int               `json:"line"` // from 1
	Class  travaux.LineClass `json:"class"`
	// Unread says why nothing was read there, "" where something was.
	Unread   string          `json:"unread,omitempty"`
	Sentence *travaux.Span   `json:"sentence"`
	Tokens   []travaux.Token `json:"tokens"`
	Items    []Item          `json:"items"` // in the order of kinds, then of the text
}

// Item is one thing that was read.
type Item struct {
	Kind string `json:"kind"` // mention, time, quantity, statement, event, text, provision, track, position, consultation, forecast
	ID   string `json:"id"`
	travaux.Span
	Rule   string         `json:"rule,omitempty"`
	Does   string         `json:"does,omitempty"` // what the rule does, in plain words
	Here   bool           `json:"here"`           // it covers the offset itself
	Fields []Field        `json:"fields"`
	Words  []travaux.Span `json:"words"` // the exact words behind it, in text order
}

// Field is one thing said of an item.
type Field struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// At explains a reading at a byte offset of its text. Errors: CodeInvalid for an
// offset outside the text.
func At(g *travaux.Reading, offset int) (*Explanation, error) {
	r := g.Report
	if offset < 0 || offset >= len(r.Text) {
		e := travaux.Errorf(travaux.CodeInvalid, "explain", r.File, "offset %d lies outside the text, which has %d bytes", offset, len(r.Text))
		e.Hint = "offsets count bytes of the extracted text from 0; --find WORDS looks a passage up"
		return nil, e
	}
	x := &Explanation{Schema: Schema, Report: r.ID, File: r.File, Offset: offset, Line: r.Line(offset)}
	if i := sort.Search(len(r.Lines), func(i int) bool { return r.Lines[i].End >= offset }); i < len(r.Lines) {
		x.Class = r.Lines[i].Class
	}
	i := sort.Search(len(g.Sentences), func(i int) bool { return g.Sentences[i].End > offset })
	if i == len(g.Sentences) || g.Sentences[i].Start > offset {
		x.Unread = unread(r, x.Class)
		return x, nil
	}
	s := g.Sentences[i]
	span := travaux.SpanOf(r.Text, s.Start, s.End)
	x.Sentence, x.Tokens = &span, s.Tokens
	b := builder{g: g, x: x, names: map[string]string{}}
	for _, a := range g.Actors {
		b.names[a.ID] = a.Canonical
	}
	b.all()
	return x, nil
}

// Find returns the offset of the n-th place (from 0) where the text has the
// words, and how many there are.
func Find(g *travaux.Reading, words string, n int) (offset, places int, err error) {
	text := g.Report.Text
	offset = -1
	for at := 0; words != ""; places++ {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		if places == n {
			offset = at + i
		}
		at += i + len(words)
	}
	if offset < 0 {
		e := travaux.Errorf(travaux.CodeNotFound, "explain", g.Report.File, "the text does not have the words %q", words)
		e.Hint = "the words must stand in the text exactly so, with its quotation marks"
		return 0, places, e
	}
	return offset, places, nil
}

// unread says why nothing was read at a place.
func unread(r *travaux.Report, class travaux.LineClass) string {
	switch {
	case r.Foreign():
		return fmt.Sprintf("the report is not in English (%s), and only English is read", r.Language)
	case class == travaux.LineBlank:
		return "the line is blank"
	case class.Furniture():
		return fmt.Sprintf("the line is classed as %s: it belongs to the site, not to the article", class)
	case !class.Prose():
		return fmt.Sprintf("the line is classed as %s, which is kept and not read for statements", class)
	}
	return "no sentence holds this place: it lies between two"
}
