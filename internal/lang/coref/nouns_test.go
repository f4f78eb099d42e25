package coref

import (
	"slices"
	"strings"
	"testing"
)

func TestNounsFile(t *testing.T) {
	if _, err := readNouns(nounsTSV); err != nil {
		t.Fatal(err)
	}
	var lemmas []string
	for _, l := range strings.Split(nounsTSV, "\n") {
		if l != "" && l[0] != '#' {
			lemma, _, _ := strings.Cut(l, "\t")
			lemmas = append(lemmas, lemma)
		}
	}
	if !slices.IsSorted(lemmas) {
		t.Error("nouns.tsv is not in alphabetical order")
	}
	if len(lemmas) < 300 {
		t.Errorf("only %d nouns", len(lemmas))
	}
}

func TestNounsFileSaysWhere(t *testing.T) {
	for _, bad := range []string{"official\tbird", "official", "a\tperson\na\tbody"} {
		if _, err := readNouns(bad); err == nil || !strings.Contains(err.Error(), "line") {
			t.Errorf("readNouns(%q): %v, want an error with a line", bad, err)
		}
	}
}

func TestGivenFile(t *testing.T) {
	m, err := readGiven(givenTSV)
	if err != nil {
		t.Fatal(err)
	}
	if len(m) < 800 {
		t.Errorf("only %d given names", len(m))
	}
	lines := strings.Split(strings.TrimSpace(givenTSV), "\n")
	for len(lines) > 0 && lines[0][0] == '#' {
		lines = lines[1:]
	}
	if !slices.IsSorted(lines) {
		t.Error("given.tsv is not in alphabetical order")
	}
	for _, bad := range []string{"Ana", "Ana\tx", "Ana\tf\nAna\tm"} {
		if _, err := readGiven(bad); err == nil {
			t.Errorf("readGiven(%q) accepts it", bad)
		}
	}
}
