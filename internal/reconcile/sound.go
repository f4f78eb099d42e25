package reconcile

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var specialLetters = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i", "ə", "a", "ħ", "h")

// fold lowers the case and drops diacritics.
func fold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return specialLetters.Replace(b.String())
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// foldToken folds a word of a name and drops what is not a letter or digit,
// an article joined by a hyphen and a possessive ending.
func foldToken(w string) string {
	w = fold(strings.ReplaceAll(w, "’", "'"))
	w = strings.TrimSuffix(w, "'s")
	for _, article := range []string{"al-", "el-", "ash-", "as-", "ar-", "at-", "an-", "ad-"} {
		if rest, ok := strings.CutPrefix(w, article); ok && len(rest) > 3 {
			w = rest
			break
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, w)
}

var transliteration = strings.NewReplacer(
	"shch", "sh", "tsch", "ch", "sch", "sh", "tch", "ch", "dzh", "j", "dj", "j",
	"kh", "h", "gh", "g", "ph", "f", "th", "t", "ck", "k", "ch", "ch", "q", "k", "w", "v", "x", "ks",
	"ce", "se", "ci", "si", "cy", "si", "c", "k",
	"ye", "e", "oo", "u", "ou", "u", "ee", "i", "iy", "i", "yi", "i", "ij", "i", "aj", "ai", "ej", "ei", "oj", "oi", "y", "i",
)

// sound reduces a folded name to what the usual transliterations of one name
// have in common: w and v, kh and h, y and i, doubled letters, -off and -ov.
func sound(s string) string {
	s = transliteration.Replace(s)
	var b strings.Builder
	var last rune
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	s = b.String()
	if p, ok := strings.CutSuffix(s, "of"); ok && len(p) > 2 {
		s = p + "ov"
	}
	if p, ok := strings.CutSuffix(s, "ef"); ok && len(p) > 2 {
		s = p + "ev"
	}
	return s
}

// hardSound is the sound where kh is written for k, or k for kh.
func hardSound(s string) string {
	if !strings.Contains(s, "kh") {
		return sound(s)
	}
	return sound(strings.ReplaceAll(s, "kh", "k"))
}

// consonants drops the vowels of a sound, for names whose vowels differ from
// one transliteration to the next.
func consonants(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiou", r) {
			return -1
		}
		return r
	}, s)
}

func oneLetterApart(a, b string, atLeast int) bool {
	return min(len(a), len(b)) >= atLeast && distance(a, b) == 1
}

// distance is the optimal string alignment distance: insertions, deletions,
// substitutions and swaps of neighbours.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	prev2, prev, cur := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		cur[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(y)]
}
