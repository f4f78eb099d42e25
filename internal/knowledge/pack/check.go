package pack

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// Parser annotates a text with words, tags and trees.
type Parser func(text string) (*lang.Doc, error)

var validID = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$`)

// Check reports what is wrong with a pack, alone and beside the others: ids
// that are none or stand twice, parents that do not exist, what is not in the
// notation, and examples in which something else is found than they say. By
// line.
func Check(f *File, beside []*File, parse Parser) ([]Problem, error) {
	found := f.faults()
	all := append(slices.Clone(beside), f)
	slices.SortStableFunc(all, func(a, b *File) int { return cmp.Compare(rank(a), rank(b)) })
	set := &Set{packs: all, cues: newTrie(), frames: map[string][]int32{}, byID: map[string]int{}}
	for i, p := range set.packs {
		if faults := set.add(i, p); p == f {
			found = append(found, faults...)
		}
	}
	for _, is := range f.Issues {
		if up := is.parent(); up != "" && validID.MatchString(is.ID.S) {
			if _, ok := set.byID[up]; !ok {
				found = append(found, Problem{f.name, is.ID.Line, fmt.Sprintf("%q stands below %q, which is no issue", is.ID.S, up)})
			}
		}
	}
	for _, e := range f.examples() {
		p, err := set.try(f, e, parse)
		if err != nil {
			return nil, err
		}
		if p != "" {
			found = append(found, Problem{f.name, e.text.Line, p})
		}
	}
	slices.SortStableFunc(found, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return found, nil
}

// rank puts the base before the packs of subjects.
func rank(f *File) int {
	if f.Base {
		return 0
	}
	return 1
}

// faults are what can be said of the file without reading any text.
func (f *File) faults() []Problem {
	var found []Problem
	add := func(line int, format string, args ...any) {
		found = append(found, Problem{f.name, max(line, 1), fmt.Sprintf(format, args...)})
	}
	if !validID.MatchString(f.Pack.S) {
		add(f.Pack.Line, "pack %q must be a name in small letters", f.Pack.S)
	}
	if f.Label.S == "" {
		add(f.Label.Line, "the pack has no label")
	}
	if len(f.Issues) == 0 {
		add(f.Pack.Line, "the pack has no issues")
	}
	seen := map[string]int{}
	for _, is := range f.Issues {
		id := is.ID.S
		switch {
		case !validID.MatchString(id) || id == travaux.OtherIssue:
			add(is.ID.Line, "the id %q must be small letters, with dots for what it stands below: territory.borders", id)
		case seen[id] > 0:
			add(is.ID.Line, "the issue %q stands in line %d already", id, seen[id])
		}
		seen[id] = max(is.ID.Line, 1)
		if is.Label.S == "" {
			add(is.ID.Line, "the issue %q has no label", id)
		}
		options := map[string]bool{}
		for _, o := range is.Options {
			switch {
			case o.ID.S == "" || o.Label.S == "":
				add(max(o.ID.Line, o.Label.Line, is.ID.Line), "an option of %q needs an id and a label", id)
			case options[o.ID.S]:
				add(o.ID.Line, "the option %q of %q stands there twice", o.ID.S, id)
			}
			options[o.ID.S] = true
		}
	}
	return found
}

// example is a sentence and what should be found in it.
type example struct {
	text          Text
	issue, option string
}

func (f *File) examples() []example {
	var list []example
	add := func(texts []Text, issue, option string) {
		for _, t := range texts {
			list = append(list, example{t, issue, option})
		}
	}
	for _, is := range f.Issues {
		add(is.Examples, is.ID.S, "")
		for _, o := range is.Options {
			add(o.Examples, is.ID.S, o.ID.S)
		}
	}
	add(f.Other, travaux.OtherIssue, "")
	return list
}

// Examples is the number of sentences that f is tested with.
func (f *File) Examples() int { return len(f.examples()) }

// Found is an issue found in a text, with the words.
type Found struct {
	Match
	Words string
}

// Find returns the issues of a text read by itself, best first.
func (s *Set) Find(text string, parse Parser) ([]Found, error) {
	d, err := parse(text)
	if err != nil {
		return nil, fmt.Errorf("read %q: %w", text, err)
	}
	var out []Found
	for _, m := range s.Index(d, clause.New(d)).Issues(0, len(d.Toks)) {
		out = append(out, Found{m, d.Quote(d.TokSpan(m.First, m.Last))})
	}
	return out, nil
}

// try reads an example and says what else is found in it than it should. The
// report that it is taken from counts as one about the pack's subject.
func (s *Set) try(f *File, e example, parse Parser) (problem string, err error) {
	d, err := parse(e.text.S)
	if err != nil {
		return "", fmt.Errorf("read the example %q: %w", e.text.S, err)
	}
	i := s.index(d, clause.New(d), func(p int) int32 {
		if s.packs[p] == f {
			return 1000
		}
		return 0
	})
	got, ok := i.Issue(0, len(d.Toks))
	if !ok {
		got.Issue = travaux.OtherIssue
	}
	if got.Issue == e.issue && (e.option == "" || e.option == got.Option) {
		return "", nil
	}
	return fmt.Sprintf("%q should be %s, but is %s", e.text.S, named(e.issue, e.option, ""), named(got.Issue, got.Option, got.Cue)), nil
}

func named(issue, option, cue string) string {
	if option != "" {
		issue += " (" + option + ")"
	}
	if cue != "" {
		issue += fmt.Sprintf(" by %q", cue)
	}
	return issue
}
