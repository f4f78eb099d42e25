package travaux

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// datelineBytes is how long a dateline can be.
const datelineBytes = 100

// DatelineEnd returns the byte offset at which the words of a paragraph begin
// that follow a dateline or the name of an outlet: "OSLO, May 14 (Wire) — The
// ministry …". It is 0 where there is none.
func DatelineEnd(paragraph string) int {
	head := paragraph[:min(len(paragraph), datelineBytes)]
	best := 0
	for _, dash := range []string{" — ", " – ", " -- ", " - ", "— ", "—"} {
		place, _, ok := strings.Cut(head, dash)
		end := len(place) + len(dash)
		if !ok || best > 0 && end >= best || !datelineWords(place) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(paragraph[end:]); unicode.IsUpper(r) || r == '“' || r == '"' || r == '‘' {
			best = end
		}
	}
	return best
}

// datelineWords reports whether all words are names, dates or in brackets.
func datelineWords(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 10 {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.Trim(w, "(),.;:/[]"))
		switch {
		case unicode.IsUpper(r), unicode.IsDigit(r), i > 0 && (w == "and" || w == "of" || w == "de" || w == "the" || w == "&"):
		default:
			return false
		}
		if i+1 < len(words) && strings.HasSuffix(w, ".") && len(w) > 5 {
			return false // the end of a sentence, not of an abbreviation
		}
	}
	return true
}
