package proposal

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed texts.tsv
var textsTSV string

//go:embed words.tsv
var wordsTSV string

//go:embed careers.tsv
var careersTSV string

// noun is what a noun says of the text that it names.
type noun struct {
	Form   string
	Strong bool
	Family string
}

// lexicon is what the data files say.
type lexicon struct {
	texts   map[string]noun
	words   map[string]map[string]bool
	careers map[string]career // by verb, with its particle: "lay out"
}

func (l *lexicon) in(class, lemma string) bool { return l.words[class][lemma] }

// career is what a verb makes of a text: as its subject, or as what it is done
// to.
type career struct{ subject, object string }

// lexicons is the embedded data; a test checks that it can be read.
var lexicons = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon(textsTSV, wordsTSV, careersTSV)
	return l
})

func readLexicon(texts, words, careers string) (*lexicon, error) {
	l := &lexicon{texts: map[string]noun{}, words: map[string]map[string]bool{}, careers: map[string]career{}}
	err := rows("texts.tsv", texts, func(c []string) error {
		if len(c) != 4 || c[2] != "strong" && c[2] != "weak" {
			return fmt.Errorf("%q is not noun, form, strength, family", c)
		}
		l.texts[c[0]] = noun{c[1], c[2] == "strong", c[3]}
		return nil
	})
	if err == nil {
		err = rows("words.tsv", words, func(c []string) error {
			if len(c) != 2 || l.words[c[0]] != nil {
				return fmt.Errorf("%q is not a new class and its words", c)
			}
			l.words[c[0]] = map[string]bool{}
			for w := range strings.FieldsSeq(c[1]) {
				l.words[c[0]][w] = true
			}
			return nil
		})
	}
	if err == nil {
		err = rows("careers.tsv", careers, l.addCareer)
	}
	return l, err
}

// statuses are what can be said of a version of a text.
var statuses = []string{
	"rumoured", "reported", "leaked", "tabled", "under_discussion", "revised", "withdrawn", "rejected", "agreed_ad_referendum",
	"initialled", "adopted", "authenticated", "signed", "ratified", "in_force", "suspended", "terminated",
}

func (l *lexicon) addCareer(c []string) error {
	if len(c) != 3 || c[1] != "subject" && c[1] != "object" {
		return fmt.Errorf("%q is not status, subject or object, verbs", c)
	}
	if !slices.Contains(statuses, c[0]) {
		return fmt.Errorf("no status is called %q", c[0])
	}
	for w := range strings.FieldsSeq(c[2]) {
		w = strings.ReplaceAll(w, "_", " ")
		k := l.careers[w]
		at := &k.object
		if c[1] == "subject" {
			at = &k.subject
		}
		if *at != "" {
			return fmt.Errorf("%q has two statuses as %s", w, c[1])
		}
		*at = c[0]
		l.careers[w] = k
	}
	return nil
}

// rows calls f with the columns of every line that is no comment; errors name
// the file and line.
func rows(name, data string, f func(cols []string) error) error {
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := f(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("%s line %d: %w", name, n, err)
		}
	}
	return nil
}

// IsNoun reports whether a noun can name a text, by its lemma.
func IsNoun(lemma string) bool {
	_, ok := lexicons().texts[lemma]
	return ok
}
