package crossdoc

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/travaux/travaux/internal/table"
)

//go:embed concepts.tsv
var conceptsTSV string

//go:embed classes.tsv
var classesTSV string

// lexicon is which words reports use for one another.
type lexicon struct {
	concepts map[string]string // by lemma, and by stem where no other has it
	classes  table.Classes
}

func newLexicon() (*lexicon, error) {
	l := &lexicon{concepts: map[string]string{}}
	stems := map[string]string{}
	err := table.Rows("concepts.tsv", conceptsTSV, func(cols []string) error {
		if len(cols) != 2 {
			return fmt.Errorf("%q is not a concept and its words", cols)
		}
		for w := range strings.FieldsSeq(cols[1]) {
			if l.concepts[w] != "" {
				return fmt.Errorf("%q is in two concepts", w)
			}
			l.concepts[w] = cols[0]
			if s := stem(w); stems[s] == "" {
				stems[s] = cols[0]
			} else if stems[s] != cols[0] {
				stems[s] = "?"
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for s, c := range stems {
		if c != "?" && l.concepts[s] == "" {
			l.concepts[s] = c
		}
	}
	l.classes, err = table.ReadClasses("classes.tsv", classesTSV)
	return l, err
}

// concept is what a word stands for: the concept that lists it, or one of its
// stem, else its stem.
func (l *lexicon) concept(lemma string) string {
	lemma = strings.ReplaceAll(lemma, ".", "")
	if c := l.concepts[lemma]; c != "" {
		return c
	}
	s := stem(lemma)
	if c := l.concepts[s]; c != "" {
		return c
	}
	return s
}

// endings are those of nouns made of verbs, and of verbs, the longer first.
var endings = []string{
	"isation", "ization", "ations", "ation", "itions", "ition", "ments", "ment", "sions", "sion", "tions", "tion", "ances", "ance", "ences", "ence",
	"ising", "izing", "ers", "ing", "ion", "ure", "als", "ise", "ize", "ian", "ed", "er", "or", "al", "an", "es", "e", "s", "y",
}

// stem cuts an ending, so that a verb and its noun agree: "suspend" and
// "suspension", "investigate" and "investigation".
func stem(w string) string {
	for _, e := range endings {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) >= 4 {
			w = s
			break
		}
	}
	if s, ok := strings.CutSuffix(w, "at"); ok && len(s) >= 4 {
		w = s
	}
	if n := len(w); n > 4 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	return w
}
