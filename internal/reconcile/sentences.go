package reconcile

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// cutSentences cuts each block of a report into sentences. Readings that are
// kept are without theirs.
func cutSentences(r *travaux.Report) [][]lang.Span {
	d := &lang.Doc{Text: r.Text, Blocks: make([]lang.Block, len(r.Blocks))}
	for i, b := range r.Blocks {
		d.Blocks[i] = lang.Block{Span: lang.Span{Start: b.Start, End: b.End}}
	}
	out := make([][]lang.Span, len(r.Blocks))
	if err := tokenize.New().Annotate(d); err != nil {
		return out
	}
	for _, sent := range d.Sents {
		out[sent.Block] = append(out[sent.Block], sent.Span)
	}
	return out
}

// sentences are those of the report's prose: below the headline, without the
// dateline.
func (s *source) sentences() []lang.Span {
	var prose []lang.Span
	for i, b := range s.Report.Blocks {
		if b.Class != travaux.LineHeadline && b.Class != travaux.LineDeck {
			prose = append(prose, s.Sents[i]...)
		}
	}
	if len(prose) > 0 {
		first := &prose[0]
		first.Start += travaux.DatelineEnd(s.Report.Text[first.Start:first.End])
	}
	return prose
}

// block returns the paragraph in which an offset lies; ok is false outside the
// prose.
func (s *source) block(at int) (b travaux.Block, ok bool) {
	if i, ok := s.blockAt(at); ok {
		return s.Report.Blocks[i], true
	}
	return b, false
}

func (s *source) blockAt(at int) (int, bool) {
	return slices.BinarySearchFunc(s.Report.Blocks, at, func(b travaux.Block, at int) int {
		switch {
		case b.End <= at:
			return -1
		case b.Start > at:
			return 1
		}
		return 0
	})
}

// sentence returns the sentence in which an offset lies, the place itself
// outside the prose.
func (s *source) sentence(at int) lang.Span {
	i, ok := s.blockAt(at)
	if !ok {
		return lang.Span{Start: at, End: at}
	}
	for _, sent := range s.Sents[i] {
		if at < sent.End {
			return sent
		}
	}
	return lang.Span{Start: s.Report.Blocks[i].Start, End: s.Report.Blocks[i].End}
}

// words returns the text of a span.
func (s *source) words(sp lang.Span) string { return s.Report.Text[sp.Start:sp.End] }
