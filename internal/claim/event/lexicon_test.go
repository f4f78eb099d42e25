package event

import (
	"sort"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/table"
)

func TestLexicons(t *testing.T) {
	l, err := readLexicons(triggersTSV, wordsTSV)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.verbs) == 0 || len(l.nouns) == 0 || len(l.words) == 0 {
		t.Fatal("a lexicon is empty")
	}
}

func TestLexiconsAreSorted(t *testing.T) {
	for name, data := range map[string]string{"triggers.tsv": triggersTSV, "words.tsv": wordsTSV} {
		var keys []string
		err := table.Rows(name, data, func(c []string) error {
			key := c[0]
			switch name {
			case "triggers.tsv":
				key = map[string]string{"verb": "0", "noun": "1"}[c[1]] + key
			case "words.tsv":
				if ws := strings.Fields(c[1]); !sort.StringsAreSorted(ws) {
					t.Errorf("%s: the words of %s are not in alphabetical order", name, c[0])
				}
			}
			keys = append(keys, key)
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		for i := 1; i < len(keys); i++ {
			if keys[i-1] >= keys[i] {
				t.Errorf("%s: %q stands before %q", name, keys[i-1], keys[i])
			}
		}
	}
}

func TestLexiconRefuses(t *testing.T) {
	for _, c := range []struct{ name, triggers, words string }{
		{"columns", "meet\tverb\tmeeting", ""},
		{"part", "meet\tadverb\tmeeting\twith", ""},
		{"kind", "meet\tverb\ttea party\twith", ""},
		{"frame", "meet\tverb\tmeeting\tbeside", ""},
		{"class twice", "", "a\tx\na\ty"},
	} {
		if _, err := readLexicons(c.triggers, c.words); err == nil || !strings.Contains(err.Error(), "line") {
			t.Errorf("%s: error %v, want one that names a line", c.name, err)
		}
	}
}
