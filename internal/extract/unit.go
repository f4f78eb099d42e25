package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux"
)

// unit is what a reader sees as one line: a line, or the lines that
// hard-wrapping made of one paragraph. Start and end delimit its words, without
// the white space and the bullet or markup around them.
type unit struct {
	first, last int // lines, both included
	start, end  int
	text        string // the words, line breaks of wrapping included
	class       travaux.LineClass
	fixed       bool              // the format said so; not to be classed again
	edge        travaux.LineClass // what its words make of it before or after the article, beside others of the site
	tail        travaux.LineClass // what they make of it after the article
	row         bool              // it is a row of short parts, as menus are
	shape
}

// shape is what can be seen of a line without knowing what it says.
type shape struct {
	bullet bool // it began with a list marker
	strong bool // it was all emphasis, as minor headings are
	indent bool // it began with white space
	words  int
	lower  int  // words of a small first letter that a title would capitalise
	caps   int  // words of a capital first letter
	upper  bool // there are capitals and no small letters
	ends   rune // the last character, closing quotes and brackets aside
	comma  bool // it ends in a comma or semicolon
	opens  rune // the first character
	spaced bool // a blank line, or the edge of the text, is on both sides
	after  bool // a blank line, or the start of the text, is before it
}

// blank reports whether the unit has no words.
func (u *unit) blank() bool { return u.start >= u.end }

// sentence reports whether the unit ends as a sentence does.
func (u *unit) sentence() bool {
	return u.ends == '.' || u.ends == '!' || u.ends == '?' || u.ends == '…'
}

// prose reports whether the unit reads as running text: long, or a sentence
// with a small-letter word in it.
func (u *unit) prose() bool {
	switch {
	case u.words >= 30:
		return true
	case u.sentence() || u.ends == ':' || u.comma:
		return u.words >= 5 && u.lower >= 2
	}
	return u.words >= 18 && u.lower*2 >= u.words
}

// titled reports whether the unit has the form of a headline or a label: it
// begins with a capital, figure or quotation mark and does not end as a
// sentence.
func (u *unit) titled() bool {
	if u.words == 0 || u.words > 24 || u.comma || u.ends == ':' || u.ends == '.' && (u.words < 5 || !u.headlineCase()) {
		return false
	}
	return unicode.IsUpper(u.opens) || unicode.IsDigit(u.opens) || strings.ContainsRune("“‘\"'¿¡$€£", u.opens)
}

// headlineCase reports whether most of the longer words are capitalised.
func (u *unit) headlineCase() bool { return u.upper || u.caps >= 2 && u.caps >= 2*u.lower }

// unitsOf groups lines into units and looks at each one's shape.
func unitsOf(text string, lines []travaux.Line, marks []mark) []*unit {
	marked := make(map[int]mark, len(marks))
	for _, m := range marks {
		marked[m.line] = m
	}
	width := wrapWidth(text, unmarked(lines, marked))
	units := make([]*unit, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		u := &unit{first: i, last: i, start: lines[i].Start, end: lines[i].End}
		m, ok := marked[i]
		for width > 0 && u.last+1 < len(lines) && !ok {
			if _, next := marked[u.last+1]; next || !continues(text, lines[u.last], lines[u.last+1], width) {
				break
			}
			u.last++
			u.end = lines[u.last].End
		}
		i = u.last
		if ok {
			u.start = min(u.start+m.prefix, u.end)
			u.class, u.fixed = m.class, m.class != ""
		}
		trim(u, text)
		look(u)
		units = append(units, u)
	}
	for i, u := range units {
		u.after = i == 0 || units[i-1].blank()
		u.spaced = u.after && (i == len(units)-1 || units[i+1].blank())
	}
	return units
}

// trim takes white space and a list marker off the ends of a unit.
func trim(u *unit, text string) {
	s := text[u.start:u.end]
	t := strings.TrimLeftFunc(s, isSpace)
	u.indent = len(t) < len(s)
	if n := level(t); n > 0 || strings.HasPrefix(t, "> ") { // markup, in files that are not named so
		t = strings.TrimLeftFunc(t[max(n, 1):], isSpace)
	}
	u.start += len(s) - len(t)
	if n := bullet(t); n > 0 {
		u.bullet = true
		u.start += n
		t = t[n:]
	}
	if rest, ok := strings.CutPrefix(t, "Story highlights "); ok { // a label glued to its first point
		u.start += len(t) - len(rest)
		t = rest
	}
	t = strings.TrimRightFunc(t, isSpace)
	if n := emphasis(t); n > 0 {
		u.strong = true
		u.start += n
		t = t[n : len(t)-n]
	}
	u.end = u.start + len(t)
	u.text = t
}

// emphasis returns the length of the marks around a line that is all emphasis,
// as in "**Title**" and "_from a blog_", or 0.
func emphasis(s string) int {
	for _, m := range []string{"***", "**", "__", "*", "_"} {
		if len(s) > 2*len(m) && strings.HasPrefix(s, m) && strings.HasSuffix(s, m) {
			in := s[len(m) : len(s)-len(m)]
			if strings.Contains(in, m[:1]) || isSpace(rune(in[0])) || isSpace(rune(in[len(in)-1])) {
				return 0
			}
			return len(m)
		}
	}
	return 0
}

// isSpace adds to white space the characters that show nothing.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u200e' || r == '\u200f' || r == '\u00ad'
}

// bullet returns the length of the list marker at the start of s with the
// space after it, or 0.
func bullet(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '•', '◦', '▪', '‣', '●', '■', '·', '∙', '➤', '►', '✓', '✔', '⁃', '–', '—', '-', '*', '+':
		if r == '-' || r == '*' || r == '–' || r == '—' {
			if !strings.HasPrefix(s[n:], " ") && !strings.HasPrefix(s[n:], "\t") {
				return 0
			}
		}
	default:
		n = ordinal(s)
		if n == 0 {
			return 0
		}
	}
	rest := strings.TrimLeftFunc(s[n:], isSpace)
	if rest == "" || len(rest) == len(s[n:]) && strings.ContainsRune("·+", r) {
		return 0
	}
	return len(s) - len(rest)
}

// ordinal returns the length of a list number such as "3.", "(b)", "iv)", or 0.
// A number with a full stop needs a space after it.
func ordinal(s string) int {
	i := 0
	open := strings.HasPrefix(s, "(")
	if open {
		i++
	}
	from := i
	for i < len(s) && i-from < 3 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == from && i < len(s) && s[i] >= 'a' && s[i] <= 'z' {
		i++
		for i < len(s) && i-from < 4 && strings.IndexByte("ivx", s[i]) >= 0 {
			i++
		}
		if i < len(s) && s[i] == '.' { // "a." is more often a word
			return 0
		}
	}
	if i == from || i+1 >= len(s) || s[i] != ')' && (open || s[i] != '.') || s[i+1] != ' ' && s[i+1] != '\t' {
		return 0
	}
	return i + 1
}

// look fills in the shape of the unit's words.
func look(u *unit) {
	if u.blank() {
		u.class = travaux.LineBlank
		return
	}
	u.opens, _ = utf8.DecodeRuneInString(u.text)
	u.ends, u.comma = ending(u.text)
	var small, large bool
	start := -1
	for i, r := range u.text {
		switch {
		case unicode.IsLetter(r):
			small = small || unicode.IsLower(r)
			large = large || unicode.IsUpper(r)
			if start < 0 {
				start = i
			}
		case r == '\'' || r == '’' || unicode.IsDigit(r) || r == '-' || unicode.IsMark(r):
			if start < 0 && unicode.IsDigit(r) {
				start = i
			}
		default:
			if start >= 0 {
				u.count(u.text[start:i])
				start = -1
			}
		}
	}
	if start >= 0 {
		u.count(u.text[start:])
	}
	u.upper = large && !small
}

// count adds a word to the shape.
func (s *shape) count(word string) {
	s.words++
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsUpper(r):
		s.caps++
	case unicode.IsLower(r) && len(word) > 3: // titles leave shorter words small
		s.lower++
	}
}

// ending returns the last character of s that is no closing quote or bracket,
// and whether it is a comma, semicolon or dash.
func ending(s string) (rune, bool) {
	s = strings.TrimRight(s, "\"'”’»)]*_ ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return r, r == ',' || r == ';' || r == '—' || r == '–'
}
