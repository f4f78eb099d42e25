package extract

import (
	"strings"
	"unicode"
)

// functionWords are the commonest English words that carry grammar; about four
// words in ten of English prose are among them.
var functionWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`the of and to in a that is was for on with as by at from it its he she his her they their
		had has have be been are were will would not but an or which who this said after over than when about more into also we our`) {
		m[w] = true
	}
	return m
}()

const languageSample = 4 << 10 // bytes

// english reports whether the text reads as English, by the share of function
// words; sure is false when there are too few words to say.
func english(text string) (yes, sure bool) {
	words, common := 0, 0
	for w := range strings.FieldsFuncSeq(text[:min(len(text), languageSample)], func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if len(w) <= 5 && functionWords[strings.ToLower(w)] {
			common++
		}
	}
	return common*100 >= words*18, words >= 40
}

// language sets the report's language from its words, else from what its
// metadata declares, and returns a note if it is not English.
func language(text, declared string) (code, note string) {
	yes, sure := english(text)
	switch {
	case sure && yes:
		return "en", ""
	case sure:
		if declared == "en" {
			declared = ""
		}
		return declared, "the text does not read as English; only English is understood"
	case len(declared) == 2:
		return declared, ""
	}
	return "", ""
}
