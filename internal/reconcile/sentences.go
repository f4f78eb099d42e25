package reconcile

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// sentences are those of a report's prose below its headline, as spans without
// report and file. Readings of a record do not keep theirs.
func (s *source) sentences() []lang.Span {
	if !s.cut {
		s.sents, s.cut = s.cutSentences(), true
	}
	return s.sents
}

func (s *source) cutSentences() []lang.Span {
	d := &lang.Doc{Text: s.Report.Text}
	for _, b := range s.Report.Blocks {
		if b.Class != travaux.LineHeadline && b.Class != travaux.LineDeck {
			d.Blocks = append(d.Blocks, lang.Block{Span: lang.Span{Start: b.Start, End: b.End}})
		}
	}
	if err := tokenize.New().Annotate(d); err != nil {
		return nil
	}
	out := make([]lang.Span, len(d.Sents))
	for i, sent := range d.Sents {
		out[i] = sent.Span
		if i == 0 {
			out[i].Start += travaux.DatelineEnd(s.Report.Text[sent.Start:sent.End])
		}
	}
	return out
}

// block returns the paragraph in which an offset lies; ok is false outside the
// prose.
func (s *source) block(at int) (b travaux.Block, ok bool) {
	i, ok := slices.BinarySearchFunc(s.Report.Blocks, at, func(b travaux.Block, at int) int {
		switch {
		case b.End <= at:
			return -1
		case b.Start > at:
			return 1
		}
		return 0
	})
	if !ok {
		return b, false
	}
	return s.Report.Blocks[i], true
}

// sentence returns the sentence in which an offset lies, the place itself
// outside the prose.
func (s *source) sentence(at int) lang.Span {
	b, ok := s.block(at)
	if !ok {
		return lang.Span{Start: at, End: at}
	}
	d := &lang.Doc{Text: s.Report.Text, Blocks: []lang.Block{{Span: lang.Span{Start: b.Start, End: b.End}}}}
	if err := tokenize.New().Annotate(d); err != nil {
		return lang.Span{Start: b.Start, End: b.End}
	}
	for _, sent := range d.Sents {
		if at < sent.End {
			return sent.Span
		}
	}
	return lang.Span{Start: b.Start, End: b.End}
}

// words returns the text of a span.
func (s *source) words(sp lang.Span) string { return s.Report.Text[sp.Start:sp.End] }
