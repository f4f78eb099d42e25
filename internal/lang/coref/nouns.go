package coref

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed nouns.tsv
var nounsTSV string

// Kind is what a common noun names.
type Kind uint8

// The kinds of noun; NotKnown is any other word.
const (
	NotKnown Kind = iota
	PersonNoun
	BodyNoun
	DocumentNoun
)

var nouns = sync.OnceValue(func() map[string]Kind {
	m, err := readNouns(nounsTSV)
	if err != nil { // the embedded file is checked by a test
		return nil
	}
	return m
})

// KindOf returns what a singular noun names.
func KindOf(lemma string) Kind {
	if lemma != "" && lemma[0] >= 'A' && lemma[0] <= 'Z' {
		lemma = strings.ToLower(lemma)
	}
	return nouns()[lemma]
}

func readNouns(data string) (map[string]Kind, error) {
	kinds := map[string]Kind{"person": PersonNoun, "body": BodyNoun, "document": DocumentNoun}
	m := make(map[string]Kind)
	for n, line := range strings.Split(data, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		lemma, kind, _ := strings.Cut(line, "\t")
		k, ok := kinds[kind]
		if !ok || lemma == "" {
			return nil, fmt.Errorf("noun line %d: %q", n+1, line)
		}
		if _, twice := m[lemma]; twice {
			return nil, fmt.Errorf("noun line %d: %q twice", n+1, lemma)
		}
		m[lemma] = k
	}
	return m, nil
}
