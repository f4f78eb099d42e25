package consultation

import (
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/table"
)

func TestLexicon(t *testing.T) {
	l, err := readLexicon(framesTSV, wordsTSV)
	if err != nil {
		t.Fatal(err)
	}
	for _, relation := range relations {
		found := false
		for _, fs := range l.frames {
			found = found || slices.ContainsFunc(fs, func(f *telling) bool { return f.Relation == relation })
		}
		if !found {
			t.Errorf("no word tells of %s", relation)
		}
	}
}

// TestLexiconIsSorted holds that the classes and their words can be found by
// eye, and that no frame stands twice.
func TestLexiconIsSorted(t *testing.T) {
	last := ""
	if err := table.Rows("words.tsv", wordsTSV, func(c []string) error {
		if ws := strings.Fields(c[1]); !slices.IsSorted(ws) {
			t.Errorf("the words of %s are not in alphabetical order", c[0])
		}
		if c[0] <= last {
			t.Errorf("class %q stands after %q", c[0], last)
		}
		last = c[0]
		return nil
	}); err != nil {
		t.Error(err)
	}
	seen, order, head := map[string]bool{}, 0, ""
	if err := table.Rows("frames.tsv", framesTSV, func(c []string) error {
		key := strings.Join(c[:4], " ")
		if seen[key] {
			t.Errorf("%q stands twice", key)
		}
		seen[key] = true
		n := slices.Index(relations, c[3])
		if n < order {
			t.Errorf("%q stands among other relations", key)
		}
		if n == order && c[0] < head {
			t.Errorf("%q stands after %q", c[0], head)
		}
		order, head = n, c[0]
		return nil
	}); err != nil {
		t.Error(err)
	}
}

func TestLexiconRefuses(t *testing.T) {
	for _, c := range []struct{ name, frames, words string }{
		{"columns", "consult\tverb\t-\tconsulted", ""},
		{"part", "consult\tadverb\t-\tconsulted\tyes\tobj\tsubj\t-", ""},
		{"relation", "consult\tverb\t-\tasked\tyes\tobj\tsubj\t-", ""},
		{"polarity", "consult\tverb\t-\tconsulted\tmaybe\tobj\tsubj\t-", ""},
		{"need", "consult\tverb\tsoon\tconsulted\tyes\tobj\tsubj\t-", ""},
		{"class", "consult\tverb\twith:@envoys\tconsulted\tyes\tobj\tsubj\t-", ""},
		{"class twice", "", "a\tx\na\ty"},
	} {
		if _, err := readLexicon(c.frames, c.words); err == nil || !strings.Contains(err.Error(), "line") {
			t.Errorf("%s: error %v, want one that names a line", c.name, err)
		}
	}
}
