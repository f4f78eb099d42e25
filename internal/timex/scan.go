package timex

import (
	"strconv"
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
		if s[i] < 'A' || s[i] > 'Z' {
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

// number reads digits with what is written together with them.
func (s *scanner) number() {
	start := s.pos
	if w, ok := isoDate(s.text, start); ok {
		s.pos = w.end
		s.out = append(s.out, w)
		return
	}
	plain := s.digits()
	digits := s.text[start:s.pos]
	w := word{start: start, tok: -1, cls: cNum}
	w.num = numberOf(digits)
	n, _ := strconv.Atoi(digits)
	w.val = int32(n)
	if plain {
		w.cls |= cInt
		if len(digits) <= 2 && n >= 1 && n <= 31 {
			w.cls |= cDay
		}
		if len(digits) == 4 && n >= 1000 && n < 2200 {
			w.cls |= cYear
		}
	}
	switch c := s.peek(0); {
	case plain && len(digits) <= 2 && (c == ':' || c == '.') && isDigit(s.peek(1)) && isDigit(s.peek(2)) && !isDigit(s.peek(3)):
		m, _ := strconv.Atoi(s.text[s.pos+1 : s.pos+3])
		if n < 25 && m < 60 && c == ':' {
			w.cls, w.val = cClock, int32(n*60+m)
			s.pos += 3
			if s.peek(0) == ':' && isDigit(s.peek(1)) && isDigit(s.peek(2)) {
				s.pos += 3
			}
		}
	case isLetter(c):
		s.suffix(&w, plain, len(digits))
	case c == '/' && plain && isDigit(s.peek(1)) && w.is(cDay) && !isDigit(s.peek(2)) && n < int(s.peek(1)-'0'):
		w.cls = cFrac
		w.num = float64(n) / float64(s.peek(1)-'0')
		s.pos += 2
	}
	w.end = s.pos
	w.form = s.text[start:s.pos]
	s.out = append(s.out, w)
}

// digits moves over digits with thousands' commas and a decimal point, and
// reports whether there were digits only.
func (s *scanner) digits() bool {
	plain := true
	first := s.pos
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case isDigit(c):
			s.pos++
		case c == ',' && s.pos-first <= 3+boolInt(!plain)*20 && isDigit(s.peek(1)) && isDigit(s.peek(2)) && isDigit(s.peek(3)) && !isDigit(s.peek(4)):
			s.pos += 4
			plain = false
		case c == '.' && isDigit(s.peek(1)):
			for s.pos++; isDigit(s.peek(0)); s.pos++ {
			}
			return false
		default:
			return plain
		}
	}
	return plain
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// suffix reads letters written onto digits: 3rd, 1990s, 9pm, 5bn. With any
// others the whole is a word of no class ("4G").
func (s *scanner) suffix(w *word, plain bool, digits int) {
	from := s.pos
	to := from
	for to < len(s.text) && (isLetter(s.text[to]) || isDigit(s.text[to])) {
		to++
	}
	switch suf := s.text[from:to]; suf {
	case "st", "nd", "rd", "th":
		if plain {
			w.cls = cOrd
			if w.val >= 1 && w.val <= 31 {
				w.cls |= cDay
			}
			s.pos = to
		}
	case "s":
		w.cls = 0
		s.pos = to
		if plain && w.val%10 == 0 && (digits == 4 && w.val >= 1000 && w.val < 2200 || digits == 2 && w.val >= 20) {
			w.cls = cDecade
			if digits == 2 {
				w.val += 1900
			}
		}
	default:
		if e := s.g.words[lower(suf)]; e.cls&(cAmpm|cScale|cUnit|cUnits) == 0 {
			w.cls = 0
			s.pos = to
		}
	}
}

// lower is strings.ToLower for short ASCII.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// isoDate reads YYYY-MM-DD at text[at:].
func isoDate(text string, at int) (word, bool) {
	if len(text) < at+10 || text[at+4] != '-' || text[at+7] != '-' || len(text) > at+10 && isDigit(text[at+10]) {
		return word{}, false
	}
	y, err1 := strconv.Atoi(text[at : at+4])
	m, err2 := strconv.Atoi(text[at+5 : at+7])
	d, err3 := strconv.Atoi(text[at+8 : at+10])
	if err1 != nil || err2 != nil || err3 != nil || m < 1 || m > 12 || d < 1 || d > 31 || y < 1 {
		return word{}, false
	}
	return word{start: at, end: at + 10, tok: -1, cls: cISO, val: int32(y*10000 + m*100 + d)}, true
}

func numberOf(digits string) float64 {
	b := make([]byte, 0, len(digits))
	for i := range len(digits) {
		if digits[i] != ',' {
			b = append(b, digits[i])
		}
	}
	f, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		return 0
	}
	return f
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
		}
	}
}
