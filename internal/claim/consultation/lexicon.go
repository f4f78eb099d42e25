package consultation

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed frames.tsv
var framesTSV string

//go:embed words.tsv
var wordsTSV string

// frame is one way of telling that somebody was consulted or passed over.
type frame struct {
	Head, Part         string
	Needs              [][]need // all of them, of each any one
	Relation, Polarity string
	Who, By, About     []string // roles, the first that is filled counts
}

// rule is the frame's part of a claim's rule id.
func (f *frame) rule() string { return f.Relation + "-" + f.Part + "-" + f.Head }

// need is something that must stand with the head: a role or flag, and of a
// role the words that may fill it; none are any.
type need struct {
	Role  string
	Words map[string]bool
}

// lexicon is what the data files say.
type lexicon struct {
	frames map[string][]*frame // by head, in the order of the file
	words  map[string]map[string]bool
}

// of returns the frames whose head is a word's lemma; lemmas
// that lack a last letter or have one too many are mended.
func (l *lexicon) of(lemma string) []*frame {
	if fs := l.frames[lemma]; fs != nil || lemma == "" {
		return fs
	}
	if fs := l.frames[lemma+"e"]; fs != nil {
		return fs
	}
	return l.frames[lemma[:len(lemma)-1]]
}

func (l *lexicon) in(class, lemma string) bool { return l.words[class][lemma] }

// lexicons is the embedded data; a test checks that it can be read.
var lexicons = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon(framesTSV, wordsTSV)
	return l
})

var (
	relations  = []string{"consulted", "briefed", "informed", "in_contact", "gave_input", "sidelined", "excluded", "invited"}
	polarities = []string{"yes", "partial", "no"}
	parts      = []string{"verb", "noun", "adj"}
	flags      = []string{"passive", "negated", "about", "theme", "who", "bare", "advance", "alone", "whole", "light"}
)

func readLexicon(frames, words string) (*lexicon, error) {
	l := &lexicon{frames: map[string][]*frame{}, words: map[string]map[string]bool{}}
	err := rows("words.tsv", words, func(c []string) error {
		if len(c) != 2 || l.words[c[0]] != nil {
			return fmt.Errorf("%q is not a new class and its words", c)
		}
		l.words[c[0]] = setOf(strings.Fields(c[1]))
		return nil
	})
	if err == nil {
		err = rows("frames.tsv", frames, l.add)
	}
	return l, err
}

func (l *lexicon) add(c []string) error {
	if len(c) != 8 && len(c) != 9 {
		return fmt.Errorf("%d columns, want head, part, needs, relation, polarity, who, by, about and perhaps a note", len(c))
	}
	f := &frame{Head: c[0], Part: c[1], Relation: c[3], Polarity: c[4], Who: alternatives(c[5]), By: alternatives(c[6]), About: alternatives(c[7])}
	for _, check := range []struct {
		what, got string
		known     []string
	}{{"part", f.Part, parts}, {"relation", f.Relation, relations}, {"polarity", f.Polarity, polarities}} {
		if !slices.Contains(check.known, check.got) {
			return fmt.Errorf("no %s is called %q", check.what, check.got)
		}
	}
	for _, field := range strings.Fields(c[2]) {
		if field == "-" {
			continue
		}
		var any []need
		for _, s := range strings.Split(field, ",") {
			n, err := l.need(s)
			if err != nil {
				return err
			}
			any = append(any, n)
		}
		f.Needs = append(f.Needs, any)
	}
	l.frames[f.Head] = append(l.frames[f.Head], f)
	return nil
}

func (l *lexicon) need(s string) (need, error) {
	role, list, filled := strings.Cut(s, ":")
	if !filled {
		if !slices.Contains(flags, role) {
			return need{}, fmt.Errorf("no need is called %q", role)
		}
		return need{Role: role}, nil
	}
	n := need{Role: role, Words: map[string]bool{}}
	for w := range strings.SplitSeq(list, "|") {
		class, isClass := strings.CutPrefix(w, "@")
		switch {
		case isClass && l.words[class] == nil:
			return need{}, fmt.Errorf("no class of words is called %q", class)
		case isClass:
			for k := range l.words[class] {
				n.Words[k] = true
			}
		case w != "":
			n.Words[w] = true
		}
	}
	return n, nil
}

func alternatives(s string) []string {
	if s == "-" {
		return nil
	}
	return strings.Split(s, "|")
}

func setOf(words []string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
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
