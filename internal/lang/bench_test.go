package lang_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
	"github.com/travaux/travaux/internal/lang/model"
	"github.com/travaux/travaux/internal/lang/ner"
	"github.com/travaux/travaux/internal/lang/parse"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// news is invented, and written as news is.
const news = `The foreign ministers of Merinia and Oster met in Port Halle on Tuesday for a fourth round of talks on the harbour treaty, but left without a joint statement. "We are closer than we were in March," Merinian Foreign Minister Jana Rohde told reporters after the meeting, which lasted nearly six hours. Two officials with knowledge of the discussions said that the 19-point draft, first reported by the Halle Courier, no longer mentions a deadline for the withdrawal of coast guard vessels. Oster's delegation, led by Deputy Prime Minister Tomas Elling, has insisted since January that any agreement must be approved by its parliament before the summer recess.

A spokesperson for the Northern Council declined to comment on the proposals. The envoy, who asked not to be named because the negotiations are confidential, said her government had not been consulted about the latest version and would not accept it "in its present form". Analysts at the Institute for Maritime Studies warned that the talks could collapse if neither side moves within weeks.
`

func document(text string) *lang.Doc {
	d := &lang.Doc{Text: text}
	for at := 0; at < len(text); {
		end := at + strings.IndexByte(text[at:], '\n') + 1
		if end > at+1 {
			d.Blocks = append(d.Blocks, lang.Block{Span: lang.Span{Start: at, End: end - 1}})
		}
		at = end
	}
	return d
}

// BenchmarkComponents gives words a second, on one thread, of each component
// and of all in a row over an article of a thousand words.
func BenchmarkComponents(b *testing.B) {
	m, err := model.English()
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(news, 6)
	parts := []lang.Component{tokenize.New(), parse.New(m), ner.New(nil, nil), coref.New()}
	for i, c := range parts {
		b.Run(c.Name(), func(b *testing.B) { bench(b, text, parts[:i], parts[i:i+1]) })
	}
	b.Run("all", func(b *testing.B) { bench(b, text, nil, parts) })
}

func bench(b *testing.B, text string, before, timed []lang.Component) {
	base := document(text)
	run(b, base, before)
	words := 0
	for b.Loop() {
		d := *base
		d.Toks, d.Sents = slices.Clone(base.Toks), slices.Clone(base.Sents)
		d.Mentions, d.Proposed = slices.Clone(base.Mentions), slices.Clone(base.Proposed)
		run(b, &d, timed)
		words += len(d.Toks)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

func run(b *testing.B, d *lang.Doc, parts []lang.Component) {
	for _, c := range parts {
		if err := c.Annotate(d); err != nil {
			b.Fatal(err)
		}
		d.Done |= c.Gives()
	}
}
