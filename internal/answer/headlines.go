package answer

import (
	"slices"
	"strings"
	"unicode"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// headlines compares each headline with the sentence of its text that shares
// most words with it.
func (a *asker) headlines() {
	for _, g := range a.Readings {
		h := lang.Span{Start: g.Report.Headline.Start, End: g.Report.Headline.End}
		head := tellingWords(g.Report.Text[h.Start:h.End])
		if len(head) < 3 {
			continue
		}
		sent, shared := nearest(g.Report, h, head)
		if 2*shared < len(head) {
			continue
		}
		why := stronger(g, h, sent)
		if why == "" {
			continue
		}
		spans := []travaux.Span{travaux.SpanOf(g.Report.Text, h.Start, h.End), travaux.SpanOf(g.Report.Text, sent.Start, sent.End)}
		for i := range spans {
			spans[i].Report, spans[i].File = g.Report.ID, g.Report.File
		}
		a.row(g.Report.ID, nil, spans, a.outlet(spans), words(spans[:1]), words(spans[1:]), why)
	}
	a.out.Note = "A headline says more where the nearest sentence of the text has a hedge or a source that the headline leaves out."
}

// nearest is the sentence below the headline that has most of its words, and
// how many.
func nearest(r *travaux.Report, h lang.Span, head map[string]bool) (best lang.Span, shared int) {
	d := &lang.Doc{Text: r.Text}
	for _, b := range r.Blocks {
		if b.Start >= h.End && b.Class != travaux.LineDeck {
			d.Blocks = append(d.Blocks, lang.Block{Span: lang.Span{Start: b.Start, End: b.End}})
		}
	}
	if err := tokenize.New().Annotate(d); err != nil {
		return best, 0
	}
	for _, s := range d.Sents {
		n := 0
		for w := range tellingWords(d.Quote(s.Span)) {
			if head[w] {
				n++
			}
		}
		if n > shared {
			best, shared = s.Span, n
		}
	}
	return best, shared
}

// tellingWords are the words of s of four letters or more, and its numbers,
// each cut to six letters, which unites most forms of a word.
func tellingWords(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if r := []rune(w); len(r) > 3 || unicode.IsDigit(r[0]) {
			m[string(r[:min(len(r), 6)])] = true
		}
	}
	return m
}

// hedges are words by which a sentence holds back.
var hedges = []string{
	"may", "might", "could", "would", "possible", "possibly", "perhaps", "reportedly",
	"apparently", "likely", "unlikely", "expected", "expects", "seems", "seem", "appears",
	"appear", "suggests", "suggested", "hopes", "hoped", "plans", "planned", "considering",
	"considers", "proposed", "partly", "almost", "nearly", "if",
}

func hedge(s string) string {
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(hedges, strings.ToLower(w)) {
			return w
		}
	}
	return ""
}

// stronger says what a sentence has that the headline leaves out, "" for
// nothing.
func stronger(g *travaux.Reading, h, sent lang.Span) string {
	text := g.Report.Text
	if w := hedge(text[sent.Start:sent.End]); w != "" && hedge(text[h.Start:h.End]) == "" {
		return "the text hedges: " + w
	}
	if st := sayer(g, sent); st != nil && st.Source != nil && sayer(g, h) == nil {
		return "the text gives it to a source: " + strings.Join(strings.Fields(st.Source.Quote), " ")
	}
	return ""
}

// sayer is the statement by somebody other than the outlet that holds most of a
// stretch of text, or nil.
func sayer(g *travaux.Reading, s lang.Span) *travaux.Statement {
	for i := range g.Statements {
		st := &g.Statements[i]
		for _, c := range st.Content {
			common := min(s.End, c.End) - max(s.Start, c.Start)
			if st.Attribution != travaux.ByOutlet && 2*common > min(s.Len(), c.Len()) {
				return st
			}
		}
	}
	return nil
}
