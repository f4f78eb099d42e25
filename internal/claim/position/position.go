// Package position reads where parties are said to stand: who demands, accepts,
// is wary of or rules out what, on which conditions, and in whose words.
//
// It is for single passages of one report and their neighbours. It is not for
// what other reports say of the same, nor for whether a party means what it
// says.
package position

import (
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/lang"
)

// reader holds what the rules look up in one report, and what they have found.
type reader struct {
	*page.Page
	lex    *lexicon
	world  map[string]string // local actors by lexicon id
	nested []int32           // per token, 1 + the shortest mention over it
	text   []int32           // per token, 1 + the text named there
	cue    []int32           // per token, 1 + the statement whose cue stands there
	found  []found
	seen   map[string]bool // what has been claimed in which sentence
}

// found is a stance before it becomes a claim, one for each party.
type found struct {
	at           int // the word that tells of it
	party        []string
	on           option
	stance, from travaux.Stance
	strength     string
	kind         string
	conditions   []string
	since        travaux.EDTF
	rule         string
	first, last  int // tokens of the passage
}

// Extract returns the positions of a report, in text order. The texts of the
// report must have been read.
func Extract(p *page.Page) []travaux.PositionClaim {
	r := newReader(p)
	for i := range p.Doc.Toks {
		r.token(i)
	}
	r.silences()
	var out []travaux.PositionClaim
	for i := range r.found {
		out = append(out, r.claims(&r.found[i])...)
	}
	slices.SortStableFunc(out, func(a, b travaux.PositionClaim) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	return out
}

func newReader(p *page.Page) *reader {
	n := len(p.Doc.Toks)
	r := &reader{Page: p, lex: lexicons(), world: map[string]string{}, nested: make([]int32, n), text: make([]int32, n), cue: make([]int32, n), seen: map[string]bool{}}
	for i := range p.Cast.Actors {
		if a := &p.Cast.Actors[i]; a.World != "" {
			r.world[a.World] = a.ID
		}
	}
	for i := range p.Doc.Mentions {
		m := &p.Doc.Mentions[i]
		if m.Type == lang.Other || m.Type == lang.Document || m.Type == lang.Event {
			continue
		}
		for j := max(m.First, 0); j < m.Last && j < n; j++ {
			if old := r.nested[j]; old == 0 || p.Doc.Mentions[old-1].Len() > m.Len() {
				r.nested[j] = int32(i + 1)
			}
		}
	}
	for i := range p.Reading.Statements {
		if cue := p.Reading.Statements[i].Cue; cue != nil {
			first, last := p.Tokens(*cue)
			for j := first; j < last; j++ {
				r.cue[j] = int32(i + 1)
			}
		}
	}
	for i := range p.Reading.Proposals {
		for _, name := range p.Reading.Proposals[i].Names {
			for _, s := range name.Spans {
				first, last := p.Tokens(s)
				for j := first; j < last; j++ {
					r.text[j] = int32(i + 1)
				}
			}
		}
	}
	return r
}

// token tries the rules at token i.
func (r *reader) token(i int) {
	switch r.POS(i) {
	case lang.VERB, lang.AUX:
		if r.predicate(i, "adj") || r.shift(i) || r.predicate(i, "verb") {
			return
		}
	case lang.NOUN:
		if r.predicate(i, "noun") || r.noun(i) || r.against(i) {
			return
		}
	case lang.ADJ:
		if r.predicate(i, "adj") {
			return
		}
	case lang.PROPN, lang.PRON:
		if r.against(i) {
			return
		}
	}
	r.own(i)
}

// claims makes one claim for each party of f.
func (r *reader) claims(f *found) []travaux.PositionClaim {
	var out []travaux.PositionClaim
	span := r.Span(f.first, f.last)
	words := r.words(f.on)
	issue := f.on.issue
	if issue == travaux.OtherIssue && f.on.about == "" { // "demanded $5 billion" for a wall
		if m, ok := r.Issues.Around(f.on.first, f.on.last); ok {
			issue = m.Issue
		}
	}
	for _, id := range f.party {
		c := travaux.PositionClaim{
			Claim: travaux.Claim{
				ID:   travaux.SpanID("position", r.Reading.Report.ID, span.Start, span.End, id+" "+string(f.stance)+" "+words),
				Span: span, Rule: f.rule, SupportedBy: r.supported(f.at),
			},
			Party: id, Issue: issue, Option: words, Stance: f.stance, Strength: f.strength, Kind: f.kind,
			Conditions: f.conditions, AccordingTo: r.accordingTo(f, id), About: f.on.about, From: f.from, Since: f.since,
		}
		if c.Conditions == nil {
			c.Conditions = []string{}
		}
		key := strings.Join([]string{strconv.Itoa(int(r.Doc.Toks[f.at].Sent)), id, string(f.stance), f.kind, words}, "\x00")
		if words != "" && !r.seen[key] {
			r.seen[key] = true
			out = append(out, c)
		}
	}
	return out
}

// supported lists the statement that says what stands at token i.
func (r *reader) supported(i int) []string {
	if st := r.carrier(i); st != nil {
		return []string{st.ID}
	}
	return []string{r.Voice.Outlet(r.Span(i, i+1))}
}

// words are those of an option on one line.
func (r *reader) words(o option) string {
	if o.last <= o.first {
		return ""
	}
	return strings.Join(strings.Fields(r.Span(o.first, o.last).Quote), " ")
}
