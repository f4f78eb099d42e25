package timex

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
)

// scan splits text[from:to] into words: letters, numbers ("1,200.5", "14:30",
// "2031-05-03"), abbreviations with their stops, and single marks. It does not
// follow the tokens of the document, which join "mid-May" and split "9pm" as
// their treebank has it.
func (g *grammar) scan(dst []word, text string, from, to int, names monthNames) []word {
	s := scanner{g: g, text: text[:to], pos: from, out: dst, names: names}
	end := -1 // of the word before
	for s.pos < to {
		r, n := utf8.DecodeRuneInString(s.text[s.pos:])
		if unicode.IsSpace(r) {
			s.pos += n
			continue
		}
		at, had := s.pos, len(s.out)
		switch {
		case r >= '0' && r <= '9':
			s.number()
		case unicode.IsLetter(r):
			s.letters()
		case r == '\'' || r == '’' || r == '‘':
			s.apostrophe(n)
		default:
			s.pos += n
			s.add(at, s.pos)
		}
		if len(s.out) > had {
			s.out[had].glued = at == end
		}
		end = s.pos
	}
	return s.out
}

type scanner struct {
	g    *grammar
	text string
	pos  int
	out  []word

	names monthNames
}

// add appends the word [start, end) with its lexicon entry.
func (s *scanner) add(start, end int) *word {
	w := word{start: start, end: end, tok: -1, form: s.text[start:end]}
	var buf [24]byte
	if end-start <= len(buf) {
		b := buf[:end-start]
		for i := range b {
			c := s.text[start+i]
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
				w.cap = w.cap || i == 0
			}
			b[i] = c
		}
		if len(b) == 3 && (string(b) == "–" || string(b) == "—" || string(b) == "‑") {
			b = append(buf[:0], '-')
		}
		if e, ok := s.g.words[string(b)]; ok {
			w.cls, w.val, w.text, w.lit = e.cls, e.val, e.text, e.lit
			if e.unit != 0 {
				w.num = float64(e.unit)
			}
		}
	} else {
		r, _ := utf8.DecodeRuneInString(s.text[start:])
		w.cap = unicode.IsUpper(r)
	}
	if w.cls != 0 {
		s.settle(&w)
	}
	s.out = append(s.out, w)
	return &s.out[len(s.out)-1]
}

// settle drops the classes that a word's form speaks against: months and
// holidays are capitalised, "m" is a scale only behind digits.
func (s *scanner) settle(w *word) {
	if w.is(cMonth|cMonAbbr|cWdayAbb|cHoliday) && !w.cap {
		w.cls &^= cMonth | cMonAbbr | cWdayAbb | cHoliday
	}
	w.named = w.is(cMonth) && s.names.has(w.form)
	if w.is(cScale) && w.end-w.start <= 2 {
		if n := len(s.out); n == 0 || s.out[n-1].cls&cNum == 0 {
			w.cls = 0
		}
	}
	if w.is(cMonAbbr) && w.end < len(s.text) && s.text[w.end] == '.' {
		w.cls = cMonth
		w.end++
		s.pos = w.end
	}
	if w.is(cZone) && w.cap && !isUpper(s.text[w.start:w.end]) || w.is(cZone) && !w.cap {
		w.cls = 0
	}
	if w.is(cCur) && w.end-w.start == 3 && isLetter(s.text[w.start]) && !isUpper(s.text[w.start:w.end]) {
		w.cls &^= cCur
	}
	if w.is(cSmall | cTens) {
		w.num = float64(w.val)
	}
}

func isUpper(s string) bool {
	for i := range len(s) {
		if !isCapital(s[i]) {
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// letters reads a word; "U.S." and "p.m." are one, "Q3" and "Covid19" too, and
// so is a currency sign behind letters ("US$").
func (s *scanner) letters() {
	start := s.pos
	for s.pos < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.pos:])
		if !unicode.IsLetter(r) && !(r >= '0' && r <= '9') && !unicode.Is(unicode.Mn, r) {
			break
		}
		s.pos += n
	}
	if n := s.pos - start; (n == 4 || n == 6) && s.text[start:start+2] == "FY" && strings.Trim(s.text[start+2:s.pos], "0123456789") == "" {
		s.pos = start + 2 // "FY31"
	}
	if s.pos-start <= 2 && s.peek(0) == '$' {
		s.pos++
	}
	if s.pos-start == 1 {
		for s.peek(0) == '.' && isLetter(s.peek(1)) && !isLetter(s.peek(2)) {
			s.pos += 2
		}
		if s.pos-start > 1 && s.peek(0) == '.' {
			s.pos++
		}
	}
	s.add(start, s.pos)
}

func (s *scanner) peek(n int) byte {
	if s.pos+n < len(s.text) {
		return s.text[s.pos+n]
	}
	return 0
}

// apostrophe reads "'s", "'80s", or the mark alone.
func (s *scanner) apostrophe(n int) {
	start := s.pos
	s.pos += n
	switch {
	case s.peek(0)|0x20 == 's' && !isLetter(s.peek(1)):
		s.pos++
		w := s.add(start, s.pos)
		w.lit = s.g.words["'s"].lit
	case isDigit(s.peek(0)) && isDigit(s.peek(1)) && s.peek(2) == 's':
		d, _ := strconv.Atoi(s.text[s.pos : s.pos+2])
		s.pos += 3
		s.out = append(s.out, word{start: start, end: s.pos, tok: -1, cls: cDecade, val: int32(1900 + d/10*10)})
	default:
		s.add(start, s.pos)
	}
}

// align gives every word the token that it begins in.
func align(ws []word, doc *lang.Doc, first, last int) {
	t := first
	for i := range ws {
		for t < last && doc.Toks[t].End <= ws[i].start {
			t++
		}
		if t < last && doc.Toks[t].Start <= ws[i].start {
			ws[i].tok = int32(t)
			if w := &ws[i]; w.cls == 0 && doc.Toks[t].UPOS == lang.ADJ {
				w.cls = cAdj
			}
		}
	}
}
