// Package conllu reads treebanks in CoNLL-U, as far as training and scoring
// need them: sentences of syntactic words with their annotation and their
// place in the surface text. It is not a validator, and does not write.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Word is a syntactic word.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // 1-based, 0 for the root
	Deprel                         string
	Misc                           string
	SpaceAfter                     bool // of the surface token that the word ends
	Multi                          int  // 1-based number of the multiword token it is part of, 0 for none
}

// Sentence is one sentence with its comments' values.
type Sentence struct {
	ID     string
	Doc    string // "newdoc id", kept until the next one
	Text   string // "text"
	NewPar bool   // starts a paragraph or a document
	Words  []Word
	Multi  []string // surface forms of the multiword tokens, in order
}

// Read returns the sentences of r. Ranges are folded into the words they
// cover, empty nodes are left out. A line that cannot be read is an error
// that names it.
func Read(r io.Reader) ([]Sentence, error) {
	var all []Sentence
	var cur Sentence
	var doc string
	last, after := 0, true // end of the open range, its SpaceAfter
	flush := func() {
		if len(cur.Words) > 0 {
			cur.Doc = doc
			all = append(all, cur)
			cur = Sentence{}
		}
		last = 0
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r")
		switch {
		case line == "":
			flush()
			continue
		case line[0] == '#':
			cur.comment(line, &doc)
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 10 {
			return nil, fmt.Errorf("conllu: line %d: %d columns, not 10", n, len(f))
		}
		if strings.Contains(f[0], ".") {
			continue
		}
		if _, to, ok := strings.Cut(f[0], "-"); ok {
			v, err := strconv.Atoi(to)
			if err != nil {
				return nil, fmt.Errorf("conllu: line %d: range %q", n, f[0])
			}
			cur.Multi = append(cur.Multi, f[1])
			last, after = v, spaceAfter(f[9])
			continue
		}
		w, err := word(f)
		if err != nil {
			return nil, fmt.Errorf("conllu: line %d: %w", n, err)
		}
		if id := len(cur.Words) + 1; id <= last {
			w.Multi = len(cur.Multi)
			w.SpaceAfter = id == last && after
		}
		cur.Words = append(cur.Words, w)
	}
	flush()
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("conllu: %w", err)
	}
	return all, nil
}

func (s *Sentence) comment(line string, doc *string) {
	key, val, _ := strings.Cut(strings.TrimSpace(line[1:]), "=")
	val = strings.TrimSpace(val)
	switch strings.TrimSpace(key) {
	case "sent_id":
		s.ID = val
	case "text":
		s.Text = val
	case "newdoc id":
		*doc, s.NewPar = val, true
	default:
		if strings.HasPrefix(key, "newpar") || strings.HasPrefix(key, "newdoc") {
			s.NewPar = true
		}
	}
}

func word(f []string) (Word, error) {
	head, err := strconv.Atoi(f[6])
	if f[6] == "_" {
		head, err = -1, nil
	}
	if err != nil {
		return Word{}, fmt.Errorf("head %q", f[6])
	}
	feats := f[5]
	if feats == "_" {
		feats = ""
	}
	return Word{
		Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Feats: feats,
		Head: head, Deprel: f[7], Misc: f[9], SpaceAfter: spaceAfter(f[9]),
	}, nil
}

func spaceAfter(misc string) bool {
	for m := range strings.SplitSeq(misc, "|") {
		if m == "SpaceAfter=No" {
			return false
		}
	}
	return true
}
