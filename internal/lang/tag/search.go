package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
)

// Annotate sets UPOS, XPOS, Feats and Lemma of every token. It returns no error.
func (t *Tagger) Annotate(d *lang.Doc) error {
	var s search
	for _, sent := range d.Sents {
		t.sentence(d, sent, &s)
	}
	return nil
}

// cell is a state of the search: the choice of a word's tag and of the one
// before, with the cheapest way to them.
type cell struct {
	cost int32
	back uint16 // choice of the word two before
}

// search keeps its slices from sentence to sentence.
type search struct {
	words [][]choice
	cells [][]cell // per word: choice × choice of the word before
	flat  []cell
	pool  []choice
}

func (t *Tagger) sentence(d *lang.Doc, sent lang.Sent, s *search) {
	n := sent.Last - sent.First
	s.words, s.cells, s.flat, s.pool = s.words[:0], s.cells[:0], s.flat[:0], s.pool[:0]
	start := []choice{{}}
	prev, prev2 := start, start
	shouting := t.shouting(d, sent)
	for i := range n {
		cs := t.choices(d, sent, i, shouting, s)
		s.words = append(s.words, cs)
		at := len(s.flat)
		for _, c := range cs {
			for j, p := range prev {
				best := cell{cost: 1 << 30}
				for k, q := range prev2 {
					v := t.trans(q.tag, p.tag, c.tag)
					if i > 0 {
						v += s.cells[i-1][j*len(prev2)+k].cost
					}
					if v < best.cost {
						best = cell{v, uint16(k)}
					}
				}
				best.cost += c.cost
				s.flat = append(s.flat, best)
			}
		}
		s.cells = append(s.cells, s.flat[at:len(s.flat):len(s.flat)])
		prev2, prev = prev, cs
	}
	t.trace(d, sent, s, prev, prev2)
}

// trace follows the cheapest way back and writes the tags.
func (t *Tagger) trace(d *lang.Doc, sent lang.Sent, s *search, last, before []choice) {
	n := len(s.words)
	best, bj, bk := int32(1<<30), 0, 0
	for j, c := range last {
		for k, p := range before {
			if v := s.cells[n-1][j*len(before)+k].cost + t.trans(p.tag, c.tag, 0); v < best {
				best, bj, bk = v, j, k
			}
		}
	}
	for i := n - 1; i >= 0; i-- {
		x := &t.tags[s.words[i][bj].tag]
		tok := &d.Toks[sent.First+i]
		tok.UPOS, tok.XPOS, tok.Feats = x.upos, x.xpos, x.feats
		form := d.Form(sent.First + i)
		tok.Lemma = t.lemmas.lemma(form, x)
		width := 1
		if i > 0 {
			width = len(s.words[i-1])
		}
		back := int(s.cells[i][bj*width+bk].back)
		bj, bk = bk, back
	}
}

// shouting reports whether a sentence of several words is all in capitals.
func (t *Tagger) shouting(d *lang.Doc, sent lang.Sent) bool {
	letters := 0
	for _, r := range d.Quote(sent.Span) {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 0 && sent.Last-sent.First > 3
}

// choices returns the tags that word i of the sentence may have.
func (t *Tagger) choices(d *lang.Doc, sent lang.Sent, i int, shouting bool, s *search) []choice {
	form := d.Form(sent.First + i)
	if strings.Contains(form, "’") {
		form = strings.ReplaceAll(form, "’", "'")
	}
	initial := i == 0 || i == 1 && !startsWord(d.Form(sent.First))
	r, _ := utf8.DecodeRuneInString(form)
	upper := unicode.IsUpper(r)
	if shouting {
		form = strings.ToLower(form)
		upper = false
	}
	if upper && initial {
		low, ok := t.lexicon[strings.ToLower(form)]
		name, isName := t.lexicon[form]
		switch {
		case ok && isName:
			return s.merge(low, name, 40)
		case ok:
			return low
		}
	}
	if cs, ok := t.lexicon[form]; ok {
		return cs
	}
	var guess []choice
	for _, k := range Shapes(form, initial) {
		if cs, ok := t.shapes[k]; ok {
			guess = cs
			break
		}
	}
	if upper {
		if low, ok := t.lexicon[strings.ToLower(form)]; ok {
			return s.merge(guess, low, 50)
		}
	}
	if len(guess) == 0 {
		return t.shapes["."]
	}
	return guess
}

// merge adds to a the choices of b that it lacks, dearer by extra.
func (s *search) merge(a, b []choice, extra int32) []choice {
	at := len(s.pool)
	s.pool = append(s.pool, a...)
next:
	for _, c := range b {
		for _, h := range a {
			if h.tag == c.tag {
				continue next
			}
		}
		s.pool = append(s.pool, choice{c.tag, c.cost + extra})
	}
	return s.pool[at:len(s.pool):len(s.pool)]
}

func startsWord(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
