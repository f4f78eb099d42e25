package train

import (
	"slices"
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

// MeasureCoref measures mentions and their entities, document by document, on
// gold tokens: of those that a name or a pronoun heads, by their heads. The
// component gives trees, names and references.
func MeasureCoref(c lang.Component, s Set) (score.Coref, error) {
	var sum score.Coref
	_, parts := RawDocs(s.Sents)
	for _, sents := range parts {
		d := GoldTokens(sents)
		if err := c.Annotate(d); err != nil {
			return sum, err
		}
		sum.Add(score.CompareClusters(goldClusters(sents), sysClusters(d)))
	}
	return sum, nil
}

// goldClusters reads GUM's entities.
func goldClusters(sents []conllu.Sentence) score.Clusters {
	index := map[string]int{}
	var out score.Clusters
	base := 0
	for _, s := range sents {
		entities(s, func(first, last int, _, id string) {
			h := head(s, first, last)
			if u := s.Words[h].UPOS; u != "PROPN" && u != "PRON" {
				return
			}
			k, ok := index[id]
			if !ok {
				k = len(out)
				index[id] = k
				out = append(out, nil)
			}
			if !slices.Contains(out[k], base+h) {
				out[k] = append(out[k], base+h)
			}
		})
		base += len(s.Words)
	}
	return out
}

// head is the word of a span whose head lies outside.
func head(s conllu.Sentence, first, last int) int {
	for i := first; i <= last; i++ {
		if h := s.Words[i].Head - 1; h < first || h > last {
			return i
		}
	}
	return last
}

// sysClusters reads a document's entities, each word in the first that has it.
func sysClusters(d *lang.Doc) score.Clusters {
	var out score.Clusters
	seen := map[int]bool{}
	for _, e := range d.Entities {
		var c []int
		for _, i := range e.Mentions {
			m := d.Mentions[i]
			if m.Type == lang.Nominal || m.Type == lang.Anonymous || seen[headOf(d, m)] {
				continue
			}
			seen[headOf(d, m)] = true
			c = append(c, headOf(d, m))
		}
		out = append(out, c)
	}
	return out
}

// headOf is the word that heads a mention in the tree: of a title and a name
// the treebanks take the first word of the name.
func headOf(d *lang.Doc, m lang.Mention) int {
	first := d.Sents[d.Toks[m.First].Sent].First
	for i := m.First; i < m.Last; i++ {
		if h := first + int(d.Toks[i].Head) - 1; d.Toks[i].Head == 0 || h < m.First || h >= m.Last {
			return i
		}
	}
	return m.Head
}
