// Package page is one annotated report as the readers of claims see it: its
// trees, who is named at a word, which time or number stands there, and which
// statement carries a passage.
//
// It is for looking things up, and for registering speakers and carriers that
// only a claim needs. It does not decide what a passage claims.
package page

import (
	"sort"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/knowledge/pack"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// Page is a report with its lookups. Tokens are given by their index in
// Doc.Toks, stretches of them half-open; -1 is none. Not for several
// goroutines.
type Page struct {
	Doc     *lang.Doc
	Cast    *cast.Cast
	Reading *travaux.Reading
	Clauses *clause.Index
	Voice   *Voice
	Issues  *pack.Index

	mention  []int32 // per token, 1 + the longest mention of an actor or place over it
	timex    []int32 // per token, 1 + the time expression over it
	quantity []int32 // per token, 1 + the quantity over it
	lows     []string
	lemmas   []string
}

// New makes the lookups of doc, which needs trees and references, and of g,
// which needs times, quantities and statements.
func New(doc *lang.Doc, c *cast.Cast, g *travaux.Reading, packs *pack.Set) *Page {
	n := len(doc.Toks)
	trees := clause.New(doc)
	p := &Page{
		Doc: doc, Cast: c, Reading: g, Clauses: trees, Voice: NewVoice(doc, c, g), Issues: packs.Index(doc, trees),
		mention: make([]int32, n), timex: make([]int32, n), quantity: make([]int32, n),
		lows: make([]string, n), lemmas: make([]string, n),
	}
	for i := range doc.Toks {
		p.lows[i], p.lemmas[i] = strings.ToLower(doc.Form(i)), strings.ToLower(doc.Toks[i].Lemma)
	}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		if m.Type == lang.Other || m.Type == lang.Document || m.Type == lang.Event && m.Entity < 0 {
			continue
		}
		for j := max(m.First, 0); j < m.Last && j < n; j++ {
			if old := p.mention[j]; old == 0 || doc.Mentions[old-1].Len() < m.Len() {
				p.mention[j] = int32(i + 1)
			}
		}
	}
	Cover(doc, p.timex, len(g.Timexes), func(i int) (int, int) { return g.Timexes[i].Start, g.Timexes[i].End })
	Cover(doc, p.quantity, len(g.Quantities), func(i int) (int, int) { return g.Quantities[i].Start, g.Quantities[i].End })
	return p
}

// Cover marks, for each of n spans in text order, the tokens that it touches
// with its number, from 1. The first to mark a token keeps it.
func Cover(d *lang.Doc, marks []int32, n int, span func(int) (start, end int)) {
	at := 0
	for i := range n {
		start, end := span(i)
		for at > 0 && d.Toks[at-1].End > start {
			at--
		}
		for at < len(d.Toks) && d.Toks[at].End <= start {
			at++
		}
		for j := at; j < len(d.Toks) && d.Toks[j].Start < end; j++ {
			if marks[j] == 0 {
				marks[j] = int32(i + 1)
			}
		}
	}
}

// Low is the form of token i in lower case, "" outside the text.
func (p *Page) Low(i int) string {
	if i < 0 || i >= len(p.lows) {
		return ""
	}
	return p.lows[i]
}

// Lemma is the lemma of token i in lower case, "" outside the text.
func (p *Page) Lemma(i int) string {
	if i < 0 || i >= len(p.lemmas) {
		return ""
	}
	return p.lemmas[i]
}

// POS is the part of speech of token i.
func (p *Page) POS(i int) lang.POS {
	if i < 0 || i >= len(p.Doc.Toks) {
		return lang.X
	}
	return p.Doc.Toks[i].UPOS
}

// Sent is the sentence of token i.
func (p *Page) Sent(i int) *lang.Sent { return &p.Doc.Sents[p.Doc.Toks[i].Sent] }

// Span returns the words of tokens [first, last).
func (p *Page) Span(first, last int) travaux.Span {
	s := p.Doc.TokSpan(first, last)
	return travaux.SpanOf(p.Doc.Text, s.Start, s.End)
}

// Tokens returns the tokens [first, last) that a span of bytes touches.
func (p *Page) Tokens(s travaux.Span) (first, last int) {
	first = sort.Search(len(p.Doc.Toks), func(i int) bool { return p.Doc.Toks[i].End > s.Start })
	last = first
	for last < len(p.Doc.Toks) && p.Doc.Toks[last].Start < s.End {
		last++
	}
	return first, last
}

// Timex is the time expression over token i, or nil.
func (p *Page) Timex(i int) *travaux.Timex {
	if i < 0 || i >= len(p.timex) || p.timex[i] == 0 {
		return nil
	}
	return &p.Reading.Timexes[p.timex[i]-1]
}

// Quantity is the quantity over token i, or nil.
func (p *Page) Quantity(i int) *travaux.Quantity {
	if i < 0 || i >= len(p.quantity) || p.quantity[i] == 0 {
		return nil
	}
	return &p.Reading.Quantities[p.quantity[i]-1]
}

// Mention is the longest mention of an actor or place over token i, or nil.
func (p *Page) Mention(i int) *lang.Mention {
	if i < 0 || i >= len(p.mention) || p.mention[i] == 0 {
		return nil
	}
	return &p.Doc.Mentions[p.mention[i]-1]
}

// Value is v with the words that it comes from and the statements that carry
// them.
func (p *Page) Value(v string, s travaux.Span, rule string) travaux.Value {
	return travaux.Value{Value: v, Spans: []travaux.Span{s}, SupportedBy: p.Voice.Carriers(s), Rule: rule}
}
