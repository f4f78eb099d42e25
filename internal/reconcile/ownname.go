package reconcile

import (
	"slices"
	"strings"
	"unicode"
)

// nounsOfTexts end the names that texts have of their own.
var nounsOfTexts = wordSet(`accord accords act agreement agreements charter code compact convention covenant deal declaration directive
 framework initiative memorandum pact partnership plan protocol resolution roadmap settlement statute treaty`)

// small words stand within such names.
var withinNames = wordSet("of the on for and in to with against")

// passingNouns are called so in turn: "the Senate bill" of one year is not that
// of the next.
var passingNouns = wordSet(`amendment bill blueprint budget draft legislation measure offer outline package paper plan
 proposal resolution text version`)

// ownName is the name that tells a text from others wherever it is used, folded,
// "" for none: capitalised words that end in a noun for texts, or a definite name
// with a capital that is not that of an owner. "The Tarn accord" is one, "Roth's
// accord" and "a Tarn accord" are not. A passing one holds for some weeks.
func ownName(words string) (name string, passing bool) {
	if title := properTitle(words); title != "" {
		return foldTitle(title), false
	}
	list := strings.Fields(strings.ReplaceAll(words, "’", "'"))
	for i, w := range list {
		if strings.HasSuffix(w, "'s") && i+1 < len(list) || i == 0 && leadingWords[strings.ToLower(w)] && !strings.EqualFold(w, "the") {
			return "", false
		}
	}
	if len(list) > 0 && strings.EqualFold(list[0], "the") {
		list = list[1:]
	}
	first := slices.IndexFunc(list, func(w string) bool { return capital(w) && !genericWords[fold(w)] })
	if first < 0 || first+1 >= len(list) {
		return "", false
	}
	return foldTitle(strings.Join(list[first:], " ")), passingNouns[fold(list[len(list)-1])]
}

// properTitle is the name of its own within the words for a text: capitalised
// words of which one tells it from others and the last is a noun for texts, "the
// proposed Lowland–Corrin Fisheries Agreement"; "" for none.
func properTitle(words string) string {
	list := strings.Fields(strings.ReplaceAll(words, "’", "'"))
	for i, w := range list {
		if !capital(w) || strings.HasSuffix(w, "'s") || leadingWords[strings.ToLower(w)] {
			continue
		}
		end := i
		for j := i; j < len(list) && (capital(list[j]) || withinNames[list[j]]) && !strings.HasSuffix(list[j], "'s"); j++ {
			parts := nameParts(list[j])
			if len(parts) > 0 && nounsOfTexts[fold(parts[len(parts)-1])] && capital(parts[len(parts)-1]) {
				end = j + 1
			}
		}
		title := strings.Join(list[i:end], " ")
		if slices.ContainsFunc(nameParts(title), func(w string) bool { return capital(w) && !genericWords[fold(w)] && !nounsOfTexts[fold(w)] }) {
			return title
		}
	}
	return ""
}

// titleInitials are the initials of a name of its own in lower case, "" where
// they are too few to tell.
func titleInitials(title string) string {
	var b strings.Builder
	for _, w := range nameParts(title) {
		switch {
		case !capital(w):
		case capitals(w) > 1: // "U.S.", "EU"
			for _, r := range w {
				if unicode.IsUpper(r) {
					b.WriteRune(r)
				}
			}
		default:
			b.WriteRune([]rune(w)[0])
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return strings.ToLower(b.String())
}

// acronymIn is the acronym within the words for a text, in lower case: of the
// text ("the LCFA deal"), or of whoever it comes from ("the GWU plan").
func acronymIn(words string) string {
	for w := range strings.FieldsSeq(words) {
		if w = strings.Trim(w, `.,"“”`); len(w) >= 3 && capitals(w) == len(w) {
			return strings.ToLower(w)
		}
	}
	return ""
}

// sameLetters reports whether two texts have names of their own with the same
// initials, or one such a name and the other its initials.
func sameLetters(a, b *text) bool {
	return common(a.letters, b.letters) || common(a.letters, b.acronyms) || common(a.acronyms, b.letters)
}

func nameParts(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-–—/,\"“”()", r) })
}

func capital(w string) bool {
	i := strings.IndexFunc(w, unicode.IsLetter)
	return i == 0 && unicode.IsUpper([]rune(w)[0])
}

func capitals(w string) int {
	n := 0
	for _, r := range w {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}
