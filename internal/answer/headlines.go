package answer

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// headlines compares each headline with the sentence of its text that shares
// most words with it.
func (a *asker) headlines() {
	for _, o := range overstated(a.read()) {
		if o == nil {
			continue
		}
		a.row(o.spans[0].Report, nil, o.spans, a.outlet(o.spans), oneLine(o.title), words(o.spans[len(o.spans)-1:]), o.why)
	}
	a.out.Note = "A headline says more where the nearest sentence of the text has a hedge or a source that the headline leaves out."
}

// overstatement is a headline that says more than its text.
type overstatement struct {
	title, why string
	spans      []travaux.Span // the headline, where it stands in the text, and the sentence
}

// overstated looks at the readings on all processors; the result has nil where a
// headline says no more than its text.
func overstated(readings []*travaux.Reading) []*overstatement {
	out := make([]*overstatement, len(readings))
	workers := runtime.GOMAXPROCS(0)
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			for i := w; i < len(readings); i += workers {
				out[i] = overstates(readings[i])
			}
		})
	}
	group.Wait()
	return out
}

func overstates(g *travaux.Reading) *overstatement {
	h := lang.Span{Start: g.Report.Headline.Start, End: g.Report.Headline.End}
	title := g.Report.Headline.Value // it may stand in the metadata alone
	if h.Start < h.End {
		title = g.Report.Text[h.Start:h.End]
	}
	head := gistOf(title)
	if len(head) < 3 {
		return nil
	}
	body := below(g.Report, h)
	sent, shared := body.nearest(head)
	why := ""
	if 2*shared >= len(head) {
		why = stronger(g, title, h, sent)
	}
	if why == "" {
		sent, why = takenBack(body, title)
	}
	if why == "" {
		return nil
	}
	o := &overstatement{title: title, why: why}
	if h.Start < h.End {
		o.spans = append(o.spans, travaux.SpanOf(g.Report.Text, h.Start, h.End))
	}
	o.spans = append(o.spans, travaux.SpanOf(g.Report.Text, sent.Start, sent.End))
	for i := range o.spans {
		o.spans[i].Report, o.spans[i].File = g.Report.ID, g.Report.File
	}
	return o
}

// body is the text under a headline. Paragraphs are cut into sentences only
// where one is looked for.
type body struct {
	text   string
	blocks []travaux.Block
}

func below(r *travaux.Report, h lang.Span) body {
	b := body{text: r.Text}
	for _, x := range r.Blocks {
		if x.Start >= h.End && x.Class != travaux.LineDeck {
			b.blocks = append(b.blocks, x)
		}
	}
	return b
}

// sentences are those of one paragraph.
func (b body) sentences(x travaux.Block) []lang.Sent {
	d := &lang.Doc{Text: b.text, Blocks: []lang.Block{{Span: lang.Span{Start: x.Start, End: x.End}}}}
	if err := tokenize.New().Annotate(d); err != nil {
		return nil
	}
	return d.Sents
}

// nearest is the first sentence that has most words of the headline, and how
// many. Where none has half of them, some other may stand for it.
func (b body) nearest(head gist) (best lang.Span, shared int) {
	type candidate struct {
		travaux.Block
		has int // words of the headline: no sentence has more
	}
	var list []candidate
	for _, x := range b.blocks {
		if n := head.in(b.text[x.Start:x.End]); 2*n >= len(head) {
			list = append(list, candidate{x, n})
		}
	}
	slices.SortStableFunc(list, func(x, y candidate) int { return cmp.Compare(y.has, x.has) })
	for _, x := range list {
		if x.has < shared || x.has == shared && x.Start > best.Start {
			continue
		}
		for _, s := range b.sentences(x.Block) {
			if n := head.in(b.text[s.Start:s.End]); n > shared || n == shared && n > 0 && s.Start < best.Start {
				best, shared = s.Span, n
			}
		}
	}
	return best, shared
}

// first are the first n sentences.
func (b body) first(n int) []lang.Span {
	var out []lang.Span
	for _, x := range b.blocks {
		for _, s := range b.sentences(x) {
			if len(out) == n {
				return out
			}
			out = append(out, s.Span)
		}
	}
	return out
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
func takenBack(b body, title string) (lang.Span, string) {
	head := strings.ToLower(title)
	settled := false
	for w := range strings.FieldsFuncSeq(head, func(r rune) bool { return !unicode.IsLetter(r) }) {
		settled = settled || slices.ContainsFunc(outcomes, func(o string) bool { return strings.HasPrefix(w, o) })
	}
	if !settled || hedge(head) != "" || slices.ContainsFunc(reservations, func(r string) bool { return strings.Contains(head, r) }) {
		return lang.Span{}, ""
	}
	for _, s := range b.first(lead) {
		said := strings.ToLower(b.text[s.Start:s.End])
		for _, r := range reservations {
			if strings.Contains(said, r) {
				return s, "the text reserves: " + r
			}
		}
	}
	return lang.Span{}, ""
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
