package proposal

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux/internal/table"
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
	words   table.Classes
	careers map[string]career // by verb, with its particle: "lay out"
}

func (l *lexicon) in(class, lemma string) bool { return l.words.In(class, lemma) }

// career is what a verb makes of a text: as its subject, or as what it is done
// to.
type career struct{ subject, object string }

// lexicons is the embedded data; a test checks that it can be read.
var lexicons = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon(textsTSV, wordsTSV, careersTSV)
	return l
})

func readLexicon(texts, words, careers string) (*lexicon, error) {
	l := &lexicon{texts: map[string]noun{}, careers: map[string]career{}}
	err := table.Rows("texts.tsv", texts, func(c []string) error {
		if len(c) != 4 || c[2] != "strong" && c[2] != "weak" {
			return fmt.Errorf("%q is not noun, form, strength, family", c)
		}
		l.texts[c[0]] = noun{c[1], c[2] == "strong", c[3]}
		return nil
	})
	if err == nil {
		l.words, err = table.ReadClasses("words.tsv", words)
	}
	if err == nil {
		err = table.Rows("careers.tsv", careers, l.addCareer)
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
