package reconcile

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// cut is a report's text in sentences, as spans without report and file.
// Readings of a record do not keep theirs.
type cut struct {
	prose  []lang.Span   // below the headline, without the dateline
	blocks [][]lang.Span // of every block
}

func cutSentences(r *travaux.Report) cut {
	d := &lang.Doc{Text: r.Text, Blocks: make([]lang.Block, len(r.Blocks))}
	for i, b := range r.Blocks {
		d.Blocks[i] = lang.Block{Span: lang.Span{Start: b.Start, End: b.End}}
	}
	c := cut{blocks: make([][]lang.Span, len(r.Blocks))}
	if err := tokenize.New().Annotate(d); err != nil {
		return c
	}
	for _, sent := range d.Sents {
		c.blocks[sent.Block] = append(c.blocks[sent.Block], sent.Span)
	}
	for i, b := range r.Blocks {
		if b.Class != travaux.LineHeadline && b.Class != travaux.LineDeck {
			c.prose = append(c.prose, c.blocks[i]...)
		}
	}
	if len(c.prose) > 0 {
		first := &c.prose[0]
		first.Start += travaux.DatelineEnd(r.Text[first.Start:first.End])
	}
	return c
}

// sentences are those of the report's prose.
func (s *source) sentences() []lang.Span { return s.sents().prose }

func (s *source) sents() *cut {
	if s.cut == nil {
		c := cutSentences(s.Report)
		s.cut = &c
	}
	return s.cut
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
	for _, sent := range s.sents().blocks[i] {
		if at < sent.End {
			return sent
		}
	}
	return lang.Span{Start: s.Report.Blocks[i].Start, End: s.Report.Blocks[i].End}
}

// words returns the text of a span.
func (s *source) words(sp lang.Span) string { return s.Report.Text[sp.Start:sp.End] }
