package proposal

import (
	"sort"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/table"
)

func TestLexicons(t *testing.T) {
	l, err := readLexicon(textsTSV, wordsTSV, careersTSV)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.texts) == 0 || len(l.words) == 0 || len(l.careers) == 0 {
		t.Fatal("a lexicon is empty")
	}
}

func TestLexiconsAreSorted(t *testing.T) {
	for name, data := range map[string]string{"texts.tsv": textsTSV, "words.tsv": wordsTSV, "careers.tsv": careersTSV} {
		var keys []string
		err := table.Rows(name, data, func(c []string) error {
			words := c[len(c)-1]
			if name != "texts.tsv" && !sort.StringsAreSorted(strings.Fields(words)) {
				t.Errorf("%s: the words of %s are not in alphabetical order", name, c[0])
			}
			keys = append(keys, strings.Join(c[:len(c)-1], " "))
			if name == "texts.tsv" {
				keys[len(keys)-1] = c[0]
			}
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
	for _, c := range []struct{ name, texts, words, careers string }{
		{"columns", "plan\tplan\tweak", "", ""},
		{"strength", "plan\tplan\tmedium\tplan", "", ""},
		{"class twice", "", "a\tx\na\ty", ""},
		{"status", "", "", "eaten\tobject\teat"},
		{"role", "", "", "signed\towner\tsign"},
		{"two statuses", "", "", "signed\tobject\tsign\nrejected\tobject\tsign"},
	} {
		if _, err := readLexicon(c.texts, c.words, c.careers); err == nil || !strings.Contains(err.Error(), "line") {
			t.Errorf("%s: error %v, want one that names a line", c.name, err)
		}
	}
}
