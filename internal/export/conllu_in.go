package export

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// TokenFile is a CoNLL-U file whose tokens are to be annotated anew. Sentences
// has one entry a sentence, with forms and byte offsets into Text.
type TokenFile struct {
	Text      string
	Sentences []travaux.Sentence
	lines     []tokenLine
}

// tokenLine is a line of the file: passed through, or a word's.
type tokenLine struct {
	raw        string
	sent, word int // indices into Sentences; word is -1 for what passes through
	spaceAfter bool
}

// ReadCoNLLU reads a CoNLL-U file for annotation. Errors: CodeMalformed with
// the number of the line.
func ReadCoNLLU(r io.Reader, file string) (*TokenFile, error) {
	t := &TokenFile{}
	var text strings.Builder
	var cur []travaux.Token
	start, wordEnds := 0, 0 // wordEnds: the last word of the multiword token being read
	glue := false           // no space after the multiword token
	flush := func() {
		if len(cur) > 0 {
			t.Sentences = append(t.Sentences, travaux.Sentence{Start: start, End: cur[len(cur)-1].End, Tokens: cur})
			cur, wordEnds = nil, 0
		}
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 16<<20)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSuffix(sc.Text(), "\r")
		f := strings.Split(line, "\t")
		switch {
		case strings.TrimSpace(line) == "":
			flush()
		case line[0] == '#' || strings.Contains(f[0], "."):
		case len(f) != 10:
			return nil, travaux.Errorf(travaux.CodeMalformed, "read CoNLL-U", file, "line %d has %d columns, not 10", n, len(f))
		case strings.Contains(f[0], "-"):
			_, to, _ := strings.Cut(f[0], "-")
			wordEnds, _ = strconv.Atoi(to)
			glue = noSpace(f[9])
		default:
			id, err := strconv.Atoi(f[0])
			if err != nil || id != len(cur)+1 || f[1] == "" {
				return nil, travaux.Errorf(travaux.CodeMalformed, "read CoNLL-U", file, "line %d: word number %q is out of order", n, f[0])
			}
			if len(cur) == 0 {
				start = text.Len()
			}
			at := text.Len()
			text.WriteString(f[1])
			cur = append(cur, travaux.Token{Start: at, End: text.Len(), Form: f[1], Head: -1})
			space := !noSpace(f[9])
			if id < wordEnds {
				space = false
			} else if id == wordEnds {
				space = !glue
			}
			if space {
				text.WriteByte(' ')
			}
			t.lines = append(t.lines, tokenLine{sent: len(t.Sentences), word: len(cur) - 1, spaceAfter: !noSpace(f[9])})
			continue
		}
		t.lines = append(t.lines, tokenLine{raw: sc.Text(), word: -1})
	}
	if err := sc.Err(); err != nil {
		return nil, &travaux.Error{Code: travaux.CodeMalformed, Op: "read CoNLL-U", ID: file, Err: err}
	}
	flush()
	t.Text = text.String()
	return t, nil
}

func noSpace(misc string) bool {
	for _, m := range strings.Split(misc, "|") {
		if m == "SpaceAfter=No" {
			return true
		}
	}
	return false
}

// Write writes the file with columns 3 to 10 of every word predicted: comments,
// multiword tokens and empty nodes pass through, and of the last column
// SpaceAfter is kept. The reading must be of the file's own sentences.
func (t *TokenFile) Write(w io.Writer, g *travaux.Reading) error {
	if len(g.Sentences) != len(t.Sentences) {
		return fmt.Errorf("write CoNLL-U: %d sentences were read, %d annotated", len(t.Sentences), len(g.Sentences))
	}
	bw := bufio.NewWriter(w)
	ner, points := nerTags(g), newPoints(t.Text)
	for _, l := range t.lines {
		if l.word < 0 {
			bw.WriteString(l.raw + "\n")
			continue
		}
		tok := g.Sentences[l.sent].Tokens[l.word]
		var m []string
		if tag := ner[tok.Start]; tag != "" {
			m = append(m, "NER="+tag)
		}
		if !l.spaceAfter {
			m = append(m, "SpaceAfter=No")
		}
		m = append(m, fmt.Sprintf("TokenRange=%d:%d", points.at(tok.Start), points.at(tok.End)))
		cols := columns(tok)
		fmt.Fprintf(bw, "%d\t%s\t_\t%s\n", l.word+1, strings.Join(cols[:], "\t"), strings.Join(m, "|"))
	}
	if err := bw.Flush(); err != nil {
		return fmt.Errorf("write CoNLL-U: %w", err)
	}
	return nil
}
