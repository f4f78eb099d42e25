package extract

import (
	"strings"

	"github.com/travaux/travaux"
)

// notes classes what the outlet says of its own text; a heading alone on its
// line takes the paragraph under it.
func notes(words []*unit) {
	for i, u := range words {
		if u.fixed || u.class != "" || !noteRE.MatchString(u.text) || i == 0 && u.words < 12 {
			continue
		}
		u.class = travaux.LineNote
		if u.words <= 3 && i+1 < len(words) && words[i+1].class == "" && words[i+1].prose() {
			words[i+1].class = travaux.LineNote
		}
	}
}

// middle classes what is left within the running text.
func middle(words []*unit, first, last int) {
	for i := first; i <= last && i < len(words); i++ {
		if u := words[i]; u.class == "" && subhead(words, i) {
			u.class = travaux.LineSubhead
		}
	}
	for _, u := range words {
		if u.class == "" {
			u.class = travaux.LineBody
		}
	}
}

// subhead reports whether a line within the running text heads what follows.
func subhead(words []*unit, i int) bool {
	u := words[i]
	if !u.titled() || u.words > 14 || u.ends == '.' && u.lower > 0 || noteRE.MatchString(u.text) || speakerRE.MatchString(u.text) || u.ends == '!' || strings.ContainsRune("“\"", u.opens) && u.text[len(u.text)-1] == '"' {
		return false
	}
	if i+1 == len(words) || i == 0 {
		return false
	}
	next := words[i+1]
	if next.class == "" && !next.prose() && next.titled() {
		return false // one of several short lines: verse, a table, names
	}
	return u.after || words[i-1].sentence() || words[i-1].prose() || words[i-1].class.Furniture()
}
