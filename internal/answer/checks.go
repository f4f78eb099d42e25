package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// numbers are those that reports give differently, that are bounds, or that
// rest on one unnamed person.
func (a *asker) numbers() {
	for i := range a.rec.Relations {
		r := &a.rec.Relations[i]
		if r.Subkind != "number" && r.Subkind != "duration" && r.Subkind != "date" {
			continue
		}
		switch r.Kind {
		case travaux.Contradicts, travaux.Updates, travaux.ScheduleVsReport, travaux.UnrelatedSameForm, travaux.Overlapping:
			a.row(r.ID, r.SupportedBy, r.Spans, r.A.Quote, plain(string(r.Kind)), r.B.Quote, a.outlet(r.Spans), words(r.Spans))
		}
	}
	for _, g := range a.Readings {
		for i := range g.Quantities {
			q := &g.Quantities[i]
			s := q.Span
			s.Report, s.File = g.Report.ID, g.Report.File
			st := a.carrier(s)
			why := ""
			switch {
			case st != nil && st.Attribution == travaux.ByAnonymousPerson:
				why = "one unnamed person says so"
			case q.Bound != travaux.Exact && q.Bound != "":
				why = "a bound: " + plain(string(q.Bound))
			default:
				continue
			}
			var support []string
			if st != nil {
				support = []string{st.ID}
			}
			a.row(q.ID, support, []travaux.Span{s}, q.Quote, why, "", a.outlet([]travaux.Span{s}), strings.TrimSpace(q.Quote+" "+q.Of))
		}
	}
}

// carrier is the innermost statement of the record, by somebody other than the
// outlet, whose content holds a passage.
func (a *asker) carrier(s travaux.Span) *travaux.Statement {
	var best *travaux.Statement
	size := 0
	for i := range a.rec.Statements {
		st := &a.rec.Statements[i]
		if st.Report != s.Report || st.Attribution == travaux.ByOutlet {
			continue
		}
		for _, c := range st.Content {
			if c.Contains(s) && (best == nil || c.Len() < size) {
				best, size = st, c.Len()
			}
		}
	}
	return best
}

// headlines compares each headline with the sentence of its text that shares
// most words with it.
func (a *asker) headlines() {
	for _, g := range a.Readings {
		h := g.Report.Headline
		if h.End <= h.Start {
			continue
		}
		head := content(g, h.Start, h.End)
		if len(head) < 3 {
			continue
		}
		best, shared := -1, 0
		for i, s := range g.Sentences {
			if s.Start < h.End {
				continue
			}
			n := 0
			for w := range content(g, s.Start, s.End) {
				if head[w] {
					n++
				}
			}
			if n > shared {
				best, shared = i, n
			}
		}
		if best < 0 || 2*shared < len(head) {
			continue
		}
		sent := g.Sentences[best]
		why := a.stronger(g, h.Start, h.End, sent)
		if why == "" {
			continue
		}
		spans := []travaux.Span{travaux.SpanOf(g.Report.Text, h.Start, h.End), travaux.SpanOf(g.Report.Text, sent.Start, sent.End)}
		for i := range spans {
			spans[i].Report, spans[i].File = g.Report.ID, g.Report.File
		}
		a.row(g.Report.ID, nil, spans, a.outlet(spans), spans[0].Quote, words(spans[1:]), why)
	}
	a.out.Note = "A headline says more where the nearest sentence of the text has a hedge, a bound or a source that the headline leaves out."
}

// content are the lemmas of nouns, verbs and numbers between two offsets.
func content(g *travaux.Reading, start, end int) map[string]bool {
	m := map[string]bool{}
	for _, s := range g.Sentences {
		if s.End <= start || s.Start >= end {
			continue
		}
		for _, t := range s.Tokens {
			switch t.UPOS {
			case "NOUN", "VERB", "PROPN", "NUM", "ADJ":
				if t.Start >= start && t.End <= end {
					m[strings.ToLower(t.Lemma)] = true
				}
			}
		}
	}
	return m
}

var hedges = []string{"may", "might", "could", "would", "possible", "possibly", "perhaps", "reportedly", "apparently", "likely", "expect", "seem", "appear", "suggest", "hope", "plan", "consider", "propose", "some", "partly", "almost", "nearly"}

// stronger says what a sentence has that its headline leaves out, "" for
// nothing.
func (a *asker) stronger(g *travaux.Reading, start, end int, sent travaux.Sentence) string {
	hedged := func(start, end int) string {
		for _, s := range g.Sentences {
			for _, t := range s.Tokens {
				if t.Start >= start && t.End <= end && slices.Contains(hedges, strings.ToLower(t.Lemma)) {
					return t.Form
				}
			}
		}
		return ""
	}
	if w := hedged(sent.Start, sent.End); w != "" && hedged(start, end) == "" {
		return "the text hedges: " + w
	}
	said := func(start, end int) *travaux.Statement {
		for i := range g.Statements {
			st := &g.Statements[i]
			for _, c := range st.Content {
				if st.Attribution != travaux.ByOutlet && c.Start < end && start < c.End && 2*(min(end, c.End)-max(start, c.Start)) > min(end-start, c.Len()) {
					return st
				}
			}
		}
		return nil
	}
	if st := said(sent.Start, sent.End); st != nil && said(start, end) == nil && st.Source != nil {
		return "the text gives it to a source: " + strings.Join(strings.Fields(st.Source.Quote), " ")
	}
	return ""
}

func (a *asker) furniture() {
	for _, g := range a.Readings {
		for i, l := range g.Report.Lines {
			if !l.Class.Furniture() {
				continue
			}
			s := travaux.SpanOf(g.Report.Text, l.Start, l.End)
			s.Report, s.File = g.Report.ID, g.Report.File
			a.row(fmt.Sprintf("%s:%d", g.Report.ID, i+1), nil, []travaux.Span{s}, g.Report.File, strconv.Itoa(i+1), strings.TrimPrefix(string(l.Class), "furniture:"), strings.TrimSpace(s.Quote))
		}
	}
}
