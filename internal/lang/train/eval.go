package train

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/conllu"
	"github.com/travaux/travaux/internal/lang/score"
)

// GoldTokens makes a document of the words of sentences, without annotation.
func GoldTokens(sents []conllu.Sentence) *lang.Doc {
	d := &lang.Doc{}
	var text strings.Builder
	for i, s := range sents {
		first, start := len(d.Toks), text.Len()
		for _, w := range s.Words {
			at := text.Len()
			text.WriteString(w.Form)
			d.Toks = append(d.Toks, lang.Tok{Span: lang.Span{Start: at, End: text.Len()}, Head: -1, Sent: int32(i)})
			text.WriteByte(' ')
		}
		span := lang.Span{Start: start, End: text.Len() - 1}
		d.Blocks = append(d.Blocks, lang.Block{Span: span})
		d.Sents = append(d.Sents, lang.Sent{Span: span, First: first, Last: len(d.Toks), Block: i})
		text.WriteByte('\n')
	}
	d.Text = text.String()
	d.Done = lang.Sentences | lang.Tokens
	return d
}

// RawDocs makes the documents of sentences as they were written, a paragraph a
// block, a newline between sentences within it only where the treebank does
// not know better.
func RawDocs(sents []conllu.Sentence) (docs []*lang.Doc, parts [][]conllu.Sentence) {
	for i := 0; i < len(sents); {
		j := i + 1
		for j < len(sents) && sents[j].Doc == sents[i].Doc {
			j++
		}
		docs = append(docs, rawDoc(sents[i:j]))
		parts = append(parts, sents[i:j])
		i = j
	}
	return docs, parts
}

func rawDoc(sents []conllu.Sentence) *lang.Doc {
	d := &lang.Doc{}
	var text strings.Builder
	start := 0
	flush := func() {
		if end := len(strings.TrimRight(text.String(), " \n")); end > start {
			d.Blocks = append(d.Blocks, lang.Block{Span: lang.Span{Start: start, End: end}})
		}
		text.WriteString("\n\n")
		start = text.Len()
	}
	for i, s := range sents {
		if i > 0 && s.NewPar {
			flush()
		}
		text.WriteString(s.Text)
		if n := len(s.Words); n == 0 || s.Words[n-1].SpaceAfter {
			text.WriteByte(' ')
		}
	}
	flush()
	d.Text = text.String()
	return d
}

// MeasureGold measures a component that tags and parses on gold tokens.
func MeasureGold(c lang.Component, s Set) (score.Figures, error) {
	d := GoldTokens(s.Sents)
	if err := c.Annotate(d); err != nil {
		return score.Figures{}, err
	}
	names := d.Proposed
	if s.Names == nil {
		names = nil
	}
	return score.Compare(score.Gold(s.Sents, s.Names), score.Sys(d, names))
}
