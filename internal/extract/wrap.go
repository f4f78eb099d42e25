package extract

import (
	"strings"
	"unicode"

	"github.com/travaux/travaux"
)

// unmarked returns the lines that are not front matter or the like.
func unmarked(lines []travaux.Line, marked map[int]mark) []travaux.Line {
	first := 0
	for i := range lines {
		if marked[i].class != travaux.LineMeta {
			break
		}
		first = i + 1
	}
	return lines[first:]
}

// wrapWidth returns the column at which the text is hard-wrapped, or 0. It is
// when nearly all lines keep within some 100 characters and most lines that
// are followed by another would not have had room for its first word.
func wrapWidth(text string, lines []travaux.Line) int {
	var hist [111]int
	long, full := 0, 0
	for _, l := range lines {
		switch n := l.End - l.Start; {
		case n == 0:
		case n > 110:
			long++
		default:
			hist[n]++
			full++
		}
	}
	if full < 3 || long*10 > full {
		return 0
	}
	width, left := 110, full/50
	for width > 0 && left >= hist[width] { // the longest but for one in fifty
		left -= hist[width]
		width--
	}
	if width < 40 {
		return 0
	}
	runs, joined := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		a, b := lines[i], lines[i+1]
		if strings.TrimSpace(text[a.Start:a.End]) == "" || strings.TrimSpace(text[b.Start:b.End]) == "" {
			continue
		}
		runs++
		if continues(text, a, b, width) {
			joined++
		}
	}
	if joined < 2 || joined*5 < runs*3 {
		return 0
	}
	return width
}

// continues reports whether line b goes on with the paragraph of line a in text
// wrapped at width: b's first word would not have fitted on a.
func continues(text string, a, b travaux.Line, width int) bool {
	s, t := text[a.Start:a.End], text[b.Start:b.End]
	if strings.TrimSpace(s) == "" || strings.TrimSpace(t) == "" || bullet(strings.TrimLeft(t, " \t")) > 0 {
		return false
	}
	if strings.HasPrefix(s, ">") != strings.HasPrefix(t, ">") {
		return false
	}
	t = strings.TrimLeft(t, " \t")
	if end, _ := ending(s); len(s)*2 > width && unicode.IsLetter(end) && t[0] >= 'a' && t[0] <= 'z' {
		return true
	}
	first, _, _ := strings.Cut(t, " ")
	return len(strings.TrimRight(s, " \t"))+1+len(first) > width-4
}
