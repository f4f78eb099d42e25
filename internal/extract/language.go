package extract

import (
	_ "embed"
	"fmt"
	"sort"
	"strings"
	"sync"
	"unicode"
)

//go:embed languages.tsv
var languagesTSV string

// undetermined is the language of a text that is not English and not known.
const undetermined = "und"

// tongues maps a common word to the languages that have it, by their place in
// codes.
type tongues struct {
	codes []string
	words map[string][]int
}

var latinTongues = sync.OnceValue(func() *tongues {
	t := &tongues{words: map[string][]int{}}
	for line := range strings.Lines(languagesTSV) {
		code, words, ok := strings.Cut(line, "\t")
		if !ok {
			continue
		}
		for w := range strings.FieldsSeq(words) {
			t.words[w] = append(t.words[w], len(t.codes))
		}
		t.codes = append(t.codes, code)
	}
	return t
})

// functionWords are the commonest English words that carry grammar; about four
// words in ten of English prose are among them.
var functionWords = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`the of and to in a that is was for on with as by at from it its he his she her their they
		had has have be been are were will would not but an or which who this said after over than when about more into also we our`) {
		m[w] = true
	}
	return m
})

const languageSample = 4 << 10 // bytes

// english is the share of English function words in a text, in percent; sure is
// false when there are too few words to say.
func english(text string) (share int, sure bool) {
	words, common := 0, 0
	known := functionWords()
	for w := range wordsOf(text) {
		words++
		if len(w) <= 5 && known[strings.ToLower(w)] {
			common++
		}
	}
	return common * 100 / max(words, 1), words >= 40
}

func wordsOf(text string) func(func(string) bool) {
	return strings.FieldsFuncSeq(text[:min(len(text), languageSample)], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

// language sets the report's language from its words, else from what its
// metadata declares, and returns a note if it is not English.
func language(text, declared string) (code, note string) {
	const enough, some = 18, 8 // percent; a list of names has less than prose
	share, sure := english(text)
	script := scriptLanguage(text)
	switch {
	case sure && share >= enough, len(declared) == 2 && script == "" && !sure && share >= enough:
		return "en", ""
	case sure || script != "":
		code = script
		if code == "" {
			code = latinLanguage(text)
		}
		if code == "" && share >= some {
			return "", "the text hardly reads as English; only English is understood"
		}
		if code == "" && declared != "en" {
			code = declared
		}
		if code == "" {
			code = undetermined
		}
		return code, fmt.Sprintf("the text does not read as English (%s); only English is read, so nothing is claimed of it", code)
	case len(declared) == 2:
		return declared, ""
	}
	return "", ""
}

// latinLanguage is the language that has most of the text's words among its
// commonest, clearly before the next; "" where none has.
func latinLanguage(text string) string {
	t := latinTongues()
	hits := make([]int, len(t.codes))
	words := 0
	for w := range wordsOf(text) {
		words++
		for _, i := range t.words[strings.ToLower(w)] {
			hits[i]++
		}
	}
	order := make([]int, len(hits))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return hits[order[a]] > hits[order[b]] })
	best, next := hits[order[0]], hits[order[1]]
	if code := t.codes[order[0]]; code != "en" && best*100 >= words*8 && best*10 >= next*11 {
		return code
	}
	return ""
}

// scripts are the languages that their letters tell, with the letters that part
// one from another of the same script.
var scripts = []struct {
	table *unicode.RangeTable
	code  string
	marks string // letters that make it another language
	other string
}{
	{unicode.Hangul, "ko", "", ""},
	{unicode.Hiragana, "ja", "", ""},
	{unicode.Katakana, "ja", "", ""},
	{unicode.Han, "zh", "", ""},
	{unicode.Cyrillic, "ru", "їєґ", "uk"},
	{unicode.Arabic, "ar", "پچگژ", "fa"},
	{unicode.Hebrew, "he", "", ""},
	{unicode.Greek, "el", "", ""},
	{unicode.Devanagari, "hi", "", ""},
	{unicode.Bengali, "bn", "", ""},
	{unicode.Tamil, "ta", "", ""},
	{unicode.Thai, "th", "", ""},
	{unicode.Georgian, "ka", "", ""},
	{unicode.Armenian, "hy", "", ""},
	{unicode.Ethiopic, "am", "", ""},
}

// scriptLanguage is the language of a text most of whose letters are of a script
// that tells it, "" for Latin and mixed text. Japanese has Han letters too: a
// tenth of kana decides.
func scriptLanguage(text string) string {
	letters := 0
	count := make([]int, len(scripts))
	marked := make([]int, len(scripts))
	for _, r := range text[:min(len(text), languageSample)] {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < 0x370 {
			continue
		}
		for i := range scripts {
			if unicode.Is(scripts[i].table, r) {
				count[i]++
				if strings.ContainsRune(scripts[i].marks, unicode.ToLower(r)) {
					marked[i]++
				}
				break
			}
		}
	}
	if kana := count[1] + count[2]; kana*10 > letters {
		return "ja"
	}
	for i, s := range scripts {
		if count[i]*2 <= letters || letters < 20 {
			continue
		}
		if s.other != "" && marked[i]*200 > count[i] {
			return s.other
		}
		return s.code
	}
	return ""
}
