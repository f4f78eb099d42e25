package reconcile

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// compareTexts says what each of two nearly equal reports alone has, below the
// headline: sentences of which the other has less than half the word sequences,
// those side by side as one passage.
func compareTexts(s, o *source) *travaux.Comparison {
	c := &travaux.Comparison{With: o.id, Shared: 100, Only: []travaux.Span{}, OtherOnly: []travaux.Span{}}
	mine, theirs := s.sentences(), o.sentences()
	own, total := 0, 0
	c.Only, own, total = alone(s, mine, wordSequences(o, theirs))
	c.OtherOnly, _, _ = alone(o, theirs, wordSequences(s, mine))
	if total > 0 {
		c.Shared = 100 * (total - own) / total
	}
	return c
}

const fewSequenceWords = 3 // shorter sentences are not looked for

// wordSequences are those of a report's sentences, quoted or not; short
// sentences are one.
func wordSequences(s *source, sents []lang.Span) map[uint32]bool {
	out := map[uint32]bool{}
	for _, sent := range sents {
		for _, h := range sentenceSequences(s, sent) {
			out[h] = true
		}
	}
	return out
}

func sentenceSequences(s *source, sent lang.Span) []uint32 {
	words := printedWords(s.Report.Text, sent.Start, sent.End)
	if len(words) < fewSequenceWords {
		return nil
	}
	size := min(shingleWords, len(words))
	var out []uint32
	for i := 0; i+size <= len(words); i++ {
		out = append(out, hashWords(words[i:i+size]))
	}
	return out
}

// alone gathers the sentences that another text does not have, and counts them
// and all.
func alone(s *source, sents []lang.Span, other map[uint32]bool) (passages []travaux.Span, without, total int) {
	passages = []travaux.Span{}
	open := false
	for _, sent := range sents {
		list := sentenceSequences(s, sent)
		if len(list) == 0 {
			continue
		}
		held := 0
		for _, h := range list {
			if other[h] {
				held++
			}
		}
		total += len(list)
		if 2*held >= len(list) {
			open = false
			continue
		}
		without += len(list)
		if n := len(passages); open {
			passages[n-1] = s.stretch(passages[n-1].Start, sent.End)
			continue
		}
		passages, open = append(passages, s.stretch(sent.Start, sent.End)), true
	}
	return passages, without, total
}

// compareCopies compares each copy and later version with its original.
func compareCopies(r *Result) map[string]*travaux.Comparison {
	out := map[string]*travaux.Comparison{}
	for _, s := range r.sources {
		for _, id := range []string{r.CopyOf[s.id], r.VersionOf[s.id]} {
			if o := r.byReport[id]; o != nil && out[s.id] == nil {
				out[s.id] = compareTexts(s, o)
			}
		}
	}
	return out
}
