package export

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux"
)

// CoNLLU writes the sentences of a reading as CoNLL-U, with TokenRange (code
// points) and NER (B- and I- with PER, LOC, ORG) in the last column.
func CoNLLU(w io.Writer, g *travaux.Reading) error {
	c := conlluWriter{w: bufio.NewWriter(w), text: g.Report.Text, points: newPoints(g.Report.Text), ner: nerTags(g)}
	id := g.Report.GivenID
	if id == "" {
		id = g.Report.ID
	}
	fmt.Fprintf(c.w, "# newdoc id = %s\n", oneLine(id))
	for i, s := range g.Sentences {
		fmt.Fprintf(c.w, "# sent_id = %s-%d\n", oneLine(id), i+1)
		fmt.Fprintf(c.w, "# text = %s\n", oneLine(c.text[s.Start:s.End]))
		c.sentence(s)
		c.w.WriteByte('\n')
	}
	if err := c.w.Flush(); err != nil {
		return fmt.Errorf("write CoNLL-U of %q: %w", g.Report.File, err)
	}
	return nil
}

// oneLine makes a comment's value of any words.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

type conlluWriter struct {
	w      *bufio.Writer
	text   string
	points points
	ner    map[int]string // by start of token
}

func (c *conlluWriter) sentence(s travaux.Sentence) {
	for i := 0; i < len(s.Tokens); i++ {
		if last := wordEnd(c.text, s.Tokens, i); last > i {
			first, end := s.Tokens[i], s.Tokens[last]
			fmt.Fprintf(c.w, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", i+1, last+1,
				c.text[first.Start:end.End], c.misc(s.Tokens, i, last, false))
			for ; i < last; i++ {
				c.word(i, s.Tokens[i], c.misc(s.Tokens, i, i, true))
			}
			c.word(i, s.Tokens[i], c.misc(s.Tokens, i, i, true))
			continue
		}
		c.word(i, s.Tokens[i], c.misc(s.Tokens, i, i, false))
	}
}

func (c *conlluWriter) word(i int, t travaux.Token, misc string) {
	c.w.WriteString(strconv.Itoa(i + 1))
	for _, col := range columns(t) {
		c.w.WriteByte('\t')
		c.w.WriteString(col)
	}
	c.w.WriteString("\t_\t" + misc + "\n")
}

// columns returns FORM to DEPREL.
func columns(t travaux.Token) [7]string {
	head := "_"
	if t.Head >= 0 {
		head = strconv.Itoa(t.Head)
	}
	return [7]string{t.Form, blank(t.Lemma), blank(t.UPOS), blank(t.XPOS), blank(t.Feats), head, blank(t.Deprel)}
}

func blank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

// misc returns the last column of tokens first to last, of which a word inside
// a multiword token has no spacing of its own.
func (c *conlluWriter) misc(toks []travaux.Token, first, last int, inside bool) string {
	var m []string
	if tag := c.ner[toks[first].Start]; tag != "" && (inside || first == last) {
		m = append(m, "NER="+tag)
	}
	end := toks[last].End
	if !inside && end < len(c.text) && last+1 < len(toks) && toks[last+1].Start == end {
		m = append(m, "SpaceAfter=No")
	}
	m = append(m, fmt.Sprintf("TokenRange=%d:%d", c.points.at(toks[first].Start), c.points.at(end)))
	return strings.Join(m, "|")
}

// wordEnd returns the index of the last syntactic word of the orthographic word
// that starts at token i: clitics touch the word before with a letter or an
// apostrophe on both sides of the seam.
func wordEnd(text string, toks []travaux.Token, i int) int {
	last := i
	for last+1 < len(toks) && toks[last].End == toks[last+1].Start && clitic(toks[last], toks[last+1]) {
		last++
	}
	return last
}

func clitic(a, b travaux.Token) bool {
	before, _ := utf8.DecodeLastRuneInString(a.Form)
	if !unicode.IsLetter(before) && before != '\'' && before != '’' {
		return false
	}
	r, n := utf8.DecodeRuneInString(b.Form)
	if r == '\'' || r == '’' {
		if len(b.Form) == n { // a bare apostrophe is a possessive or a quotation mark
			return b.UPOS == "PART"
		}
		return unicode.IsLetter(before)
	}
	return unicode.IsLetter(r) && len(a.Form) > 0 && unicode.IsLetter(before)
}

// nerTags returns the B- and I- tags of the named mentions, by start of token.
func nerTags(g *travaux.Reading) map[int]string {
	types := map[string]string{"person": "PER", "organisation": "ORG", "place": "LOC"}
	tags := map[int]string{}
	for _, m := range g.Mentions {
		typ, ok := types[m.Type]
		if !ok {
			continue
		}
		prefix := "B-"
		for _, s := range g.Sentences {
			if s.End <= m.NameStart || m.NameEnd <= s.Start {
				continue
			}
			for _, t := range s.Tokens {
				if t.Start < m.NameStart || t.End > m.NameEnd || tags[t.Start] != "" {
					continue
				}
				tags[t.Start] = prefix + typ
				prefix = "I-"
			}
		}
	}
	return tags
}
