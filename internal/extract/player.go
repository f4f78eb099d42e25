package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux"
)

var (
	slideRE   = regexp.MustCompile(`\b(?:[Hh]ide|[Ss]how|[Tt]oggle) [Cc]aption\b`)
	runningRE = regexp.MustCompile(`(?: ?(?:[Ll]isten|[Ww]atch|[Pp]lay)? ?[·•|(]? ?\b(?:\d{1,2}:)?\d{1,2}:[0-5]\d\)?)+$`)
	labelRE   = regexp.MustCompile(`^(\p{Lu}[\p{L}’']*(?: [\p{L}’'.-]+){0,6})[?!]?:(\p{Lu}[\p{L}’']+)`)
	furtherRE = regexp.MustCompile(`^(?:Read More|READ MORE|See More|SEE MORE|SEE ALSO|READ ALSO|RELATED|MORE STORIES) \p{Lu}`)
	agencyRE  = regexp.MustCompile(`\b\p{Lu}{2,}(?: Photo)?/\p{Lu}[\p{L}.’'-]+(?: \p{L}[\p{L}.’'-]*){0,3}\)?$|\| ?(?:[^|.]{0,40}/ ?)?(?:Getty|AP\b|AFP\b|EPA\b|(?i:reuters)\b|iStock)`)
)

// player classes what a page's players leave in its text, at any length: the
// captions of a gallery, run together; a recording's title, printed twice with
// its length; a link with its label glued to it; a form to sign up with.
func player(u *unit) travaux.LineClass {
	switch {
	case strings.Contains(u.text, "aption") && gallery(u):
		if u.words <= 20 {
			return travaux.LineCredit // of one picture: nothing but its maker
		}
		return travaux.LinePromo
	case u.words <= 40 && strings.IndexByte("0123456789)", u.text[len(u.text)-1]) >= 0 && recording(u.text), u.words <= 70 && furtherRE.MatchString(u.text), u.words <= 24 && strings.Contains(u.text, ":") && glued(u),
		u.words <= 150 && strings.Contains(u.text, "you're not a robot"):
		return travaux.LinePromo
	}
	return ""
}

// gallery reports whether a line is captions with the controls of their
// pictures among them: one for every few sentences.
func gallery(u *unit) bool {
	n := len(slideRE.FindAllStringIndex(u.text, -1))
	return n > 0 && u.words <= 120*n
}

// recording reports whether a line ends in a running time and has the words
// before it twice.
func recording(s string) bool {
	end := runningRE.FindStringIndex(s)
	if end == nil {
		return false
	}
	words := strings.Fields(s[:end[0]])
	const enough = 2
	n := len(words)
	if n < 2*enough {
		return false
	}
	for i := n - enough - 1; i >= enough-1; i-- {
		if words[i] == words[n-1] && words[i-1] == words[n-2] {
			return true
		}
	}
	return false
}

// glued reports whether a line is a title behind a label without a space
// between them, as where a page set them apart in other ways.
func glued(u *unit) bool {
	m := labelRE.FindStringSubmatch(u.text)
	return m != nil && u.words >= 4 && !u.sentence() && !u.comma && u.ends != ':' && !strings.ContainsAny(u.text[:1], "“\"")
}

// Insets returns the stretches of a paragraph, as byte offsets into it, that
// are lists of links which the page had within its sentences: the name just
// given once more, other reports' headlines, often without a space between,
// and "MORE".
func Insets(paragraph string) [][2]int {
	const end = " MORE"
	if !strings.Contains(paragraph, end) {
		return nil
	}
	var out [][2]int
	words := fieldsOf(paragraph)
	for i := 0; i < len(words); i++ {
		again := repeats(paragraph, words, i)
		if again < 0 {
			continue
		}
		for n := i + 1; n < again; n++ { // "Ada Rask Ada RaskPort": the surname, not the first name
			if j := repeats(paragraph, words, n); j >= 0 {
				i, again = n, j
			}
		}
		last := i
		for k := again; k < len(words) && k <= again+150; k++ {
			if w := paragraph[words[k][0]:words[k][1]]; w == "MORE" || strings.HasPrefix(w, "MORE") && !isLetter(w[4:]) {
				last = k
				break
			}
		}
		if last == i {
			continue
		}
		out = append(out, [2]int{words[i][1], words[last][0] + len("MORE")})
		i = last
	}
	return out
}

// repeats returns the place of a word that gives word i again, at the end of a
// name of a few words, with another's words after it or stuck to it; or -1.
func repeats(s string, words [][2]int, i int) int {
	name := strings.TrimRight(s[words[i][0]:words[i][1]], ",’'")
	name = strings.TrimSuffix(strings.TrimSuffix(name, "’s"), "'s")
	last, _ := utf8.DecodeLastRuneInString(name)
	if first, _ := utf8.DecodeRuneInString(name); len(name) < 3 || !unicode.IsUpper(first) || !unicode.IsLower(last) {
		return -1
	}
	for j := i + 1; j < len(words) && j <= i+7; j++ {
		w := s[words[j][0]:words[j][1]]
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(\"“"))
		if !unicode.IsUpper(first) {
			return -1
		}
		rest, ok := strings.CutPrefix(w, name)
		if !ok {
			continue
		}
		next := rest
		if rest == "" && j+1 < len(words) {
			next = s[words[j+1][0]:words[j+1][1]]
		}
		if r, _ := utf8.DecodeRuneInString(next); unicode.IsUpper(r) || unicode.IsDigit(r) {
			return j
		}
	}
	return -1
}

// fieldsOf returns where the words of s stand.
func fieldsOf(s string) (out [][2]int) {
	start := -1
	for i, r := range s {
		switch {
		case unicode.IsSpace(r):
			if start >= 0 {
				out = append(out, [2]int{start, i})
			}
			start = -1
		case start < 0:
			start = i
		}
	}
	if start >= 0 {
		out = append(out, [2]int{start, len(s)})
	}
	return out
}

// isLetter reports whether s begins with a letter.
func isLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
