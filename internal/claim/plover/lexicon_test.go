package plover

import (
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/table"
)

// TestLexicon reads the data and holds its order.
func TestLexicon(t *testing.T) {
	if _, err := readLexicon(verbsTSV, nounsTSV, classesTSV); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"verbs.tsv": verbsTSV, "nouns.tsv": nounsTSV, "classes.tsv": classesTSV} {
		var keys []string
		if err := table.Rows(name, data, func(c []string) error {
			if c[0] == "class" {
				return nil
			}
			keys = append(keys, c[0])
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if !slices.IsSorted(keys) {
			for i := range keys[1:] {
				if keys[i] > keys[i+1] {
					t.Errorf("%s: %q stands before %q", name, keys[i], keys[i+1])
				}
			}
		}
	}
}

// TestLexiconFaults checks that what cannot be read is named.
func TestLexiconFaults(t *testing.T) {
	for _, test := range []struct{ verbs, nouns, classes, want string }{
		{"meet\t-\tMEETING\n", "", "class\tmake\n", `verbs.tsv line 1: "MEETING" is neither a root nor a dealing`},
		{"meet\tpeople\tCONSULT\n", "", "class\tmake\n", `verbs.tsv line 1: no class is called "people"`},
		{"", "talk\tmeeting\n", "class\tmake\n", `nouns.tsv line 1: ["talk" "meeting"] is not a new noun and its class`},
		{"", "", "class\tmake\naid\tHELP\n", `classes.tsv line 2: "HELP" for "make" is no root`},
	} {
		_, err := readLexicon(test.verbs, test.nouns, test.classes)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("error %v, want %s", err, test.want)
		}
	}
}
