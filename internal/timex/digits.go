package timex

import (
	"strconv"
	"strings"
)

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
	case !plain && dotted(digits) && s.ampmAt(s.pos):
		w.cls, w.val = cClock, int32(w.num)*60+int32(digits[len(digits)-2]-'0')*10+int32(digits[len(digits)-1]-'0')
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

// dotted reports whether digits are a time of day with a point: "8.10".
func dotted(digits string) bool {
	h, m, ok := strings.Cut(digits, ".")
	n, _ := strconv.Atoi(h)
	return ok && len(m) == 2 && m < "60" && n >= 1 && n <= 12
}

// ampmAt reports whether "am" or "p.m." stands at text[at:] or one space on.
func (s *scanner) ampmAt(at int) bool {
	if at < len(s.text) && s.text[at] == ' ' {
		at++
	}
	rest := s.text[min(at, len(s.text)):]
	for _, f := range [...]string{"am", "pm", "a.m", "p.m"} {
		if len(rest) >= len(f) && lower(rest[:len(f)]) == f && (len(rest) == len(f) || !isLetter(rest[len(f)])) {
			return true
		}
	}
	return false
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
	i := 0
	for i < len(s) && !isCapital(s[i]) {
		i++
	}
	if i == len(s) {
		return s
	}
	b := []byte(s)
	for ; i < len(b); i++ {
		if isCapital(b[i]) {
			b[i] += 'a' - 'A'
		}
	}
	return string(b)
}

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

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
