package answer

import (
	"iter"
	"slices"
	"unicode"
)

// gist is the set of words that say what a headline is about: those of four
// letters or more, and its numbers, each cut to six letters, which unites most
// forms of a word.
type gist []stem

// stem is the beginning of a word, of 21 bits a letter.
type stem struct{ one, two uint64 }

func gistOf(s string) gist {
	var out gist
	for w := range telltales(s) {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// in is how many of the words stand in s.
func (g gist) in(s string) int {
	n := 0
	seen := make([]bool, len(g))
	for w := range telltales(s) {
		for i := range g {
			if g[i] == w && !seen[i] {
				seen[i] = true
				n++
			}
		}
	}
	return n
}

// telltales are the stems of the words of s that say what it is about.
func telltales(s string) iter.Seq[stem] {
	return func(yield func(stem) bool) {
		var w stem
		n := 0
		number := false
		for _, r := range s {
			switch {
			case 'a' <= r && r <= 'z':
			case 'A' <= r && r <= 'Z':
				r += 'a' - 'A'
			default:
				if r = unicode.ToLower(r); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
					if (n > 3 || number) && !yield(w) {
						return
					}
					w, n, number = stem{}, 0, false
					continue
				}
				number = number || n == 0 && unicode.IsDigit(r)
			}
			switch {
			case n < 3:
				w.one = w.one<<21 | uint64(r)
			case n < 6:
				w.two = w.two<<21 | uint64(r)
			}
			n++
		}
		if n > 3 || number {
			yield(w)
		}
	}
}
