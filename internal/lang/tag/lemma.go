package tag

import (
	"fmt"
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// lemmatizer finds base forms: listed exceptions first, then rules over the
// tag, choosing among spellings by the bases that are listed.
type lemmatizer struct {
	listed map[tagged]string
	bases  map[string]bool // verbs
	nouns  map[string]bool
	adjs   map[string]bool
}

// tagged is a form in lower case with its tag as UPOS|XPOS.
type tagged struct{ form, tag string }

func newLemmatizer(data string) (lemmatizer, error) {
	l := lemmatizer{map[tagged]string{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for line := range strings.Lines(data) {
		col := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(col) != 3 {
			return l, fmt.Errorf("%q is not a form, a tag and a lemma", line)
		}
		l.listed[tagged{col[0], col[1]}] = col[2]
		switch upos, _, _ := strings.Cut(col[1], "|"); upos {
		case "VERB":
			l.bases[col[2]] = true
		case "NOUN":
			l.nouns[col[2]] = true
		case "ADJ":
			l.adjs[col[2]] = true
		}
	}
	return l, nil
}

// lemma returns the base form, in lower case but for names and foreign words.
func (l *lemmatizer) lemma(form string, x *xtag) string {
	upos, xpos := x.upos, x.xpos
	if upos == lang.PUNCT || upos == lang.SYM || upos == lang.NUM {
		return form
	}
	if upos == lang.PROPN || upos == lang.X {
		if xpos == "NNPS" {
			return strings.TrimSuffix(form, "s")
		}
		return form
	}
	low := strings.ToLower(form)
	if strings.Contains(low, "’") {
		low = strings.ReplaceAll(low, "’", "'")
	}
	if b, ok := l.listed[tagged{low, x.name}]; ok {
		return b
	}
	if upos == lang.VERB || upos == lang.AUX {
		if xpos == "VBD" || xpos == "VBN" { // one form for both, mostly
			for _, tag := range [...]string{"VERB|VBD", "VERB|VBN"} {
				if b, ok := l.listed[tagged{low, tag}]; ok {
					return b
				}
			}
		}
	}
	switch xpos {
	case "NNS":
		return l.plural(low)
	case "VBZ":
		return l.third(low)
	case "VBD", "VBN":
		return l.strip(low, "ed", l.bases)
	case "VBG":
		return l.strip(low, "ing", l.bases)
	case "JJR", "RBR":
		return l.strip(low, "er", l.adjs)
	case "JJS", "RBS":
		return l.strip(low, "est", l.adjs)
	}
	return low
}

func (l *lemmatizer) plural(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		if l.nouns[w[:len(w)-1]] {
			return w[:len(w)-1]
		}
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "women") || strings.HasSuffix(w, "men"):
		return w[:len(w)-2] + "an"
	case strings.HasSuffix(w, "es") && (hasAnySuffix(w[:len(w)-2], "ss", "sh", "ch", "x", "zz", "us") || l.nouns[w[:len(w)-2]] && !l.nouns[w[:len(w)-1]]):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

func (l *lemmatizer) third(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "es") && (hasAnySuffix(w[:len(w)-2], "ss", "sh", "ch", "x", "zz", "o") || l.bases[w[:len(w)-2]] && !l.bases[w[:len(w)-1]]):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s"):
		return w[:len(w)-1]
	}
	return w
}

// strip takes an ending off and mends the spelling: y for i, a final e, a
// doubled consonant.
func (l *lemmatizer) strip(w, ending string, known map[string]bool) string {
	stem, ok := strings.CutSuffix(w, ending)
	if !ok || len(stem) < 2 {
		return w
	}
	last := len(stem) - 1
	doubled := stem[last] == stem[last-1] && !isVowel(stem[last])
	switch {
	case ending != "ing" && stem[last] == 'i':
		return stem[:last] + "y"
	case known[stem] && !(known[stem+"e"] && !doubled && len(stem) < 4):
		return stem
	case known[stem+"e"]:
		return stem + "e"
	case doubled && known[stem[:last]]:
		return stem[:last]
	case doubled && !strings.ContainsRune("lsfz", rune(stem[last])):
		return stem[:last]
	case doubled:
		return stem
	case hasAnySuffix(stem, "at", "iz", "is", "uc", "ur", "v", "c", "dg", "rg", "ng", "bl", "tl", "pl", "gl", "s", "z", "u") && !hasAnySuffix(stem, "ss", "eat", "oat", "ong", "ing", "ang"):
		return stem + "e"
	case len(stem) >= 3 && !isVowel(stem[last]) && isVowel(stem[last-1]) && !isVowel(stem[last-2]) && hasAnySuffix(stem, "ak", "ik", "ok", "id", "ad", "od", "am", "in", "ut", "it", "im", "ir", "ar", "or", "as") && len(stem) < 6:
		return stem + "e"
	}
	return stem
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}
