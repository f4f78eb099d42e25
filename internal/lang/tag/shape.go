package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shapes returns the keys under which a word that is in no list is guessed,
// the most telling first: its last letters together with its capitals, digits
// and place in the sentence.
func Shapes(form string, initial bool) []string {
	class := shapeClass(form, initial)
	low := strings.ToLower(form)
	keys := make([]string, 0, 6)
	for n := 5; n >= 1; n-- {
		if len(low) > n+1 && utf8.RuneStart(low[len(low)-n]) && class != "9" {
			keys = append(keys, class+low[len(low)-n:])
		}
	}
	return append(keys, class)
}

func shapeClass(form string, initial bool) string {
	letters, upper, digits := 0, 0, 0
	for _, r := range form {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsUpper(r):
			upper++
			letters++
		case unicode.IsLetter(r):
			letters++
		}
	}
	first, _ := utf8.DecodeRuneInString(form)
	switch {
	case letters == 0 && digits == 0:
		return "."
	case digits > 0 && letters == 0:
		return "9"
	case digits > 0:
		return "8"
	case upper > 1 && upper == letters:
		return "AA"
	case unicode.IsUpper(first) && initial:
		return "^A"
	case unicode.IsUpper(first):
		return "A"
	}
	return "a"
}
