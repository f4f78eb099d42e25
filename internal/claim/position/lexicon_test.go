package position

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// TestLexicons reads the data files: every line is well formed, they are in
// order, and no line says what another has said.
func TestLexicons(t *testing.T) {
	if _, err := readLexicon(stancesTSV, wordsTSV); err != nil {
		t.Fatal(err)
	}
	var lines []string
	seen := map[string]bool{}
	for line := range strings.Lines(stancesTSV) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		lines = append(lines, string(rune('0'+slices.Index(parts, c[1])))+c[0])
		if key := strings.Join(c[:3], " "); seen[key] {
			t.Errorf("stances.tsv: %q stands twice", key)
		} else {
			seen[key] = true
		}
	}
	if !slices.IsSorted(lines) {
		t.Error("stances.tsv is not in order")
	}
	var classes []string
	for line := range strings.Lines(wordsTSV) {
		if line == "\n" || strings.HasPrefix(line, "#") {
			continue
		}
		class, words, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		classes = append(classes, class)
		if list := strings.Fields(words); !slices.IsSorted(list) || len(slices.Compact(slices.Clone(list))) != len(list) {
			t.Errorf("words.tsv: %s is not in order", class)
		}
	}
	if !slices.IsSorted(classes) {
		t.Error("the classes of words.tsv are not in order")
	}
}

// TestClasses holds that every class of words is asked for by a rule.
func TestClasses(t *testing.T) {
	var code strings.Builder
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), ".go") && !strings.HasSuffix(f.Name(), "_test.go") {
			data, err := os.ReadFile(f.Name())
			if err != nil {
				t.Fatal(err)
			}
			code.Write(data)
		}
	}
	l, err := readLexicon(stancesTSV, wordsTSV)
	if err != nil {
		t.Fatal(err)
	}
	for class := range l.words {
		if !strings.Contains(code.String(), `in("`+class+`"`) {
			t.Errorf("no rule asks for the class %q", class)
		}
	}
}

// TestBadLexicons reads lines that must be refused.
func TestBadLexicons(t *testing.T) {
	for _, line := range []string{
		"want\tverb\tobj\tdemands", "want\tverbs\tobj\tdemands\t-", "want\tverb\tobject\tdemands\t-", "want\tverb\tprep\tdemands\t-",
		"want\tverb\tobj\twants\t-", "want\tverb\tobj\tdemands\tno", "want\tverb\tobj\tdemands\t-\tloud",
	} {
		if _, err := readLexicon(line+"\n", ""); err == nil {
			t.Errorf("%q is taken", line)
		}
	}
}

// TestCompose holds the arithmetic of stances.
func TestCompose(t *testing.T) {
	for _, test := range []struct{ outer, inner, want string }{
		{"rules_out", "supports", "rules_out"},     // refused to accept
		{"opposes", "supports", "opposes"},         // is unwilling to support
		{"supports", "supports", "supports"},       // is willing to accept
		{"supports", "opposes", "opposes"},         // agreed to reject
		{"wary", "supports", "wary"},               // is reluctant to accept
		{"rules_out", "rules_out", "undecided"},    // refused to rule out
		{"conditional", "supports", "conditional"}, // offered to support
		{"undecided", "supports", "undecided"},     // is weighing accepting
		{"demands", "supports", "supports"},        // wants to accept
	} {
		if got := compose(stanceOf(test.outer), stanceOf(test.inner)); string(got) != test.want {
			t.Errorf("%s over %s is %s, want %s", test.outer, test.inner, got, test.want)
		}
	}
}

func stanceOf(s string) travaux.Stance { return travaux.Stance(s) }
