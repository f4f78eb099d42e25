package position

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/table"
)

//go:embed stances.tsv
var stancesTSV string

//go:embed words.tsv
var wordsTSV string

// Judgements of the lexicon that are no stance in themselves.
const (
	views   travaux.Stance = "views"    // by what it is seen as
	givesUp travaux.Stance = "gives_up" // less than before
	nothing travaux.Stance = "-"
)

// entry is a line of the lexicon: a word that tells of a stance.
type entry struct {
	Words          []string
	Part           string
	Frames         []string // without prepositions
	Preps, By      []string
	Stance, Denied travaux.Stance
	Flags          []string
}

func (e *entry) has(flag string) bool    { return slices.Contains(e.Flags, flag) }
func (e *entry) takes(frame string) bool { return slices.Contains(e.Frames, frame) }

// firm is e where it counts on any matter.
func (e *entry) firm() *entry {
	c := *e
	c.Flags = slices.DeleteFunc(slices.Clone(e.Flags), func(f string) bool { return f == "weak" })
	return &c
}

// kind is the kind of position that the word alone makes.
func (e *entry) kind() string {
	for _, f := range e.Flags {
		if k, ok := kinds[f]; ok {
			return k
		}
	}
	return "position"
}

var (
	parts  = []string{"verb", "noun", "adj"}
	frames = []string{"that", "to", "obj-to", "ing", "wh", "prep", "obj", "subj", "by", "none"}
	flags  = []string{"weak", "strong", "hedged", "interest", "red_line", "concession", "batna", "reply", "modal", "asserts", "shown", "waged"}
	kinds  = map[string]string{"interest": "interest", "red_line": "red_line", "concession": "concession", "batna": "BATNA_indicator"}
)

// lexicon is what the data files say.
type lexicon struct {
	entries map[string]map[string][]*entry // by part and first word (of nouns, the last), the longer first
	words   table.Classes
}

func (l *lexicon) in(class, lemma string) bool { return l.words.In(class, lemma) }

// lexicons is the embedded data; a test checks that it can be read.
var lexicons = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon(stancesTSV, wordsTSV)
	return l
})

func readLexicon(stances, words string) (*lexicon, error) {
	l := &lexicon{entries: map[string]map[string][]*entry{}}
	for _, p := range parts {
		l.entries[p] = map[string][]*entry{}
	}
	err := table.Rows("stances.tsv", stances, l.add)
	if err == nil {
		l.words, err = table.ReadClasses("words.tsv", words)
	}
	return l, err
}

func (l *lexicon) add(c []string) error {
	if len(c) < 5 {
		return fmt.Errorf("%d columns, want words, part, frame, stance, denied and perhaps flags and a note", len(c))
	}
	if !slices.Contains(parts, c[1]) {
		return fmt.Errorf("no part of speech is called %q", c[1])
	}
	e := &entry{Words: strings.Fields(c[0]), Part: c[1], Stance: travaux.Stance(c[3]), Denied: travaux.Stance(c[4])}
	if _, ok := scale[e.Stance]; !ok && e.Stance != views && e.Stance != givesUp {
		return fmt.Errorf("no stance is called %q", c[3])
	}
	if _, ok := scale[e.Denied]; !ok && e.Denied != nothing && e.Denied != givesUp {
		return fmt.Errorf("no stance is called %q", c[4])
	}
	for f := range strings.FieldsSeq(c[2]) {
		name, preps, _ := strings.Cut(f, ":")
		if !slices.Contains(frames, name) || (preps != "") != (name == "prep" || name == "by") {
			return fmt.Errorf("no frame is called %q", f)
		}
		e.Frames = append(e.Frames, name)
		switch name {
		case "prep":
			e.Preps = strings.Split(preps, ",")
		case "by":
			e.By = strings.Split(preps, ",")
		}
	}
	if len(c) > 5 {
		e.Flags = strings.Fields(c[5])
	}
	for _, f := range e.Flags {
		if !slices.Contains(flags, f) {
			return fmt.Errorf("no flag is called %q", f)
		}
	}
	key := e.Words[0]
	if e.Part == "noun" {
		key = e.Words[len(e.Words)-1]
	}
	m := l.entries[e.Part]
	m[key] = append(m[key], e)
	slices.SortStableFunc(m[key], func(a, b *entry) int { return len(b.Words) - len(a.Words) })
	return nil
}
