package consultation

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/travaux/travaux/internal/claim/frame"
	"github.com/travaux/travaux/internal/table"
)

//go:embed frames.tsv
var framesTSV string

//go:embed words.tsv
var wordsTSV string

// telling is one way of telling that somebody was consulted or passed over.
type telling struct {
	Head, Part         string
	Needs              [][]frame.Need // all of them, of each any one
	Relation, Polarity string
	Who, By, About     []string // roles, the first that is filled counts
}

// rule is the telling's part of a claim's rule id.
func (f *telling) rule() string { return f.Relation + "-" + f.Part + "-" + f.Head }

// lexicon is what the data files say.
type lexicon struct {
	frames map[string][]*telling // by head, in the order of the file
	words  table.Classes
	// carriers are the verbs whose subject is that of the noun they carry: light
	// ones, and those of demands and plans.
	carriers map[string]bool
}

func (l *lexicon) in(class, lemma string) bool { return l.words.In(class, lemma) }

// lexicons is the embedded data; a test checks that it can be read.
var lexicons = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon(framesTSV, wordsTSV)
	return l
})

var (
	relations  = []string{"consulted", "briefed", "informed", "in_contact", "gave_input", "sidelined", "excluded", "invited"}
	polarities = []string{"yes", "partial", "no"}
	parts      = []string{frame.Verb, frame.Noun, frame.Adj}
	flags      = []string{"passive", "negated", "about", "theme", "who", "bare", "advance", "alone", "whole", "light"}
)

func readLexicon(frames, words string) (*lexicon, error) {
	classes, err := table.ReadClasses("words.tsv", words)
	l := &lexicon{frames: map[string][]*telling{}, words: classes, carriers: map[string]bool{}}
	for _, class := range []string{"light", "demand", "plan"} {
		maps.Copy(l.carriers, classes[class])
	}
	if err == nil {
		err = table.Rows("frames.tsv", frames, l.add)
	}
	return l, err
}

func (l *lexicon) add(c []string) error {
	if len(c) != 8 && len(c) != 9 {
		return fmt.Errorf("%d columns, want head, part, needs, relation, polarity, who, by, about and perhaps a note", len(c))
	}
	f := &telling{Head: c[0], Part: c[1], Relation: c[3], Polarity: c[4], Who: frame.Roles(c[5]), By: frame.Roles(c[6]), About: frame.Roles(c[7])}
	for _, check := range []struct {
		what, got string
		known     []string
	}{{"part", f.Part, parts}, {"relation", f.Relation, relations}, {"polarity", f.Polarity, polarities}} {
		if !slices.Contains(check.known, check.got) {
			return fmt.Errorf("no %s is called %q", check.what, check.got)
		}
	}
	needs, err := frame.Needs(c[2], l.words, flags)
	f.Needs = needs
	l.frames[f.Head] = append(l.frames[f.Head], f)
	return err
}
