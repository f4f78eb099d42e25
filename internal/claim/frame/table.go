// Package frame matches a word of a report, and what stands beside it in its
// sentence, with frames that data files describe: who is its subject, what
// follows which preposition, which adjective it has.
//
// It is for the readers of claims that rest on such files. It is not for what
// a match means.
package frame

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/table"
)

// Need is something that must stand beside a word: a flag, or a role and the
// words that may fill it; no words are any.
type Need struct {
	Role  string
	Words map[string]bool
}

// Needs reads a field of needs: all that spaces separate, of each any one that
// commas separate; "-" is none. A role has a colon and its words, joined by
// "|", with "@" before the name of a class; anything else must be one of flags.
func Needs(field string, classes table.Classes, flags []string) ([][]Need, error) {
	var all [][]Need
	for _, alternatives := range strings.Fields(field) {
		if alternatives == "-" {
			continue
		}
		var any []Need
		for s := range strings.SplitSeq(alternatives, ",") {
			n, err := parseNeed(s, classes, flags)
			if err != nil {
				return nil, err
			}
			any = append(any, n)
		}
		all = append(all, any)
	}
	return all, nil
}

func parseNeed(s string, classes table.Classes, flags []string) (Need, error) {
	role, list, filled := strings.Cut(s, ":")
	if !filled {
		if !slices.Contains(flags, role) {
			return Need{}, fmt.Errorf("no need is called %q", role)
		}
		return Need{Role: role}, nil
	}
	n := Need{Role: role, Words: map[string]bool{}}
	for w := range strings.SplitSeq(list, "|") {
		class, isClass := strings.CutPrefix(w, "@")
		switch {
		case isClass && classes[class] == nil:
			return Need{}, fmt.Errorf("no class of words is called %q", class)
		case isClass:
			for k := range classes[class] {
				n.Words[k] = true
			}
		case w != "":
			n.Words[w] = true
		}
	}
	return n, nil
}

// Roles reads alternatives joined by "|"; "-" is none.
func Roles(s string) []string {
	if s == "-" {
		return nil
	}
	return strings.Split(s, "|")
}

// Lookup returns what m holds for a lemma. Lemmas that lack a last letter or
// have one too many, as those of participles may, are mended.
func Lookup[T any](m map[string][]T, lemma string) []T {
	if v := m[lemma]; v != nil || lemma == "" {
		return v
	}
	if v := m[lemma+"e"]; v != nil {
		return v
	}
	return m[lemma[:len(lemma)-1]]
}
