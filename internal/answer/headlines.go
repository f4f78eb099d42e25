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
	for _, g := range a.readings() {
		h := lang.Span{Start: g.Report.Headline.Start, End: g.Report.Headline.End}
		title := g.Report.Headline.Value // it may stand in the metadata alone
		if h.Start < h.End {
			title = g.Report.Text[h.Start:h.End]
		}
		head := tellingWords(title)
		if len(head) < 3 {
			continue
		}
		sents := below(g.Report, h)
		sent, shared := nearest(g.Report.Text, sents, head)
		why := ""
		if 2*shared >= len(head) {
			why = stronger(g, title, h, sent)
		}
		if why == "" {
			sent, why = takenBack(g.Report.Text, title, sents)
		}
		if why == "" {
			continue
		}
		spans := []travaux.Span{travaux.SpanOf(g.Report.Text, sent.Start, sent.End)}
		if h.Start < h.End {
			spans = append([]travaux.Span{travaux.SpanOf(g.Report.Text, h.Start, h.End)}, spans...)
		}
		for i := range spans {
			spans[i].Report, spans[i].File = g.Report.ID, g.Report.File
		}
		a.row(g.Report.ID, nil, spans, a.outlet(spans), strings.Join(strings.Fields(title), " "), words(spans[len(spans)-1:]), why)
	}
	a.out.Note = "A headline says more where the nearest sentence of the text has a hedge or a source that the headline leaves out."
}

// below are the sentences of a report under its headline.
func below(r *travaux.Report, h lang.Span) []lang.Span {
	d := &lang.Doc{Text: r.Text}
	for _, b := range r.Blocks {
		if b.Start >= h.End && b.Class != travaux.LineDeck {
			d.Blocks = append(d.Blocks, lang.Block{Span: lang.Span{Start: b.Start, End: b.End}})
		}
	}
	if err := tokenize.New().Annotate(d); err != nil {
		return nil
	}
	var out []lang.Span
	for _, s := range d.Sents {
		out = append(out, s.Span)
	}
	return out
}

// nearest is the sentence that has most words of the headline, and how many.
func nearest(text string, sents []lang.Span, head map[string]bool) (best lang.Span, shared int) {
	for _, s := range sents {
		n := 0
		for w := range tellingWords(text[s.Start:s.End]) {
			if head[w] {
				n++
			}
		}
		if n > shared {
			best, shared = s, n
		}
	}
	return best, shared
}

// outcomes are beginnings of words by which a headline says that a thing is
// settled.
var outcomes = []string{"deal", "agree", "accord", "win", "won", "end", "accept", "approve", "settle", "clinch", "seal", "secure", "done"}

// reservations say of an outcome that it is not quite one.
var reservations = []string{"not over", "not yet", "for now", "tentative", "provisional", "in principle", "subject to", "yet to be", "still has to", "still have to", "must still"}

// lead is how many sentences of a text may take back what its headline says.
const lead = 3

// takenBack is the sentence of the lead, if any, that reserves what the headline
// has as settled.
func takenBack(text, title string, sents []lang.Span) (lang.Span, string) {
	head := strings.ToLower(title)
	settled := false
	for w := range strings.FieldsFuncSeq(head, func(r rune) bool { return !unicode.IsLetter(r) }) {
		settled = settled || slices.ContainsFunc(outcomes, func(o string) bool { return strings.HasPrefix(w, o) })
	}
	if !settled || hedge(head) != "" || slices.ContainsFunc(reservations, func(r string) bool { return strings.Contains(head, r) }) {
		return lang.Span{}, ""
	}
	for _, s := range sents[:min(lead, len(sents))] {
		said := strings.ToLower(text[s.Start:s.End])
		for _, r := range reservations {
			if strings.Contains(said, r) {
				return s, "the text reserves: " + r
			}
		}
	}
	return lang.Span{}, ""
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
func stronger(g *travaux.Reading, title string, h, sent lang.Span) string {
	text := g.Report.Text
	if w := hedge(text[sent.Start:sent.End]); w != "" && hedge(title) == "" {
		return "the text hedges: " + w
	}
	if st := sayer(g, sent); st != nil && st.Source != nil && !anybody(st.Source.Quote) && sayer(g, h) == nil && !attributed(title) {
		return "the text gives it to a source: " + strings.Join(strings.Fields(st.Source.Quote), " ")
	}
	return ""
}

// attributed reports whether a headline says who says so.
func attributed(title string) bool {
	if strings.Contains(title, ": ") || strings.ContainsAny(title, "‘“\"") {
		return true
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "say", "says", "said", "saying", "warns", "warned", "claims", "tells", "told", "urges", "vows", "according":
			return true
		}
	}
	return false
}

// anybody reports whether a source is no one in particular.
func anybody(source string) bool {
	switch strings.ToLower(source) {
	case "everyone", "everybody", "nobody", "no one", "people", "you", "we", "one":
		return true
	}
	return false
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
