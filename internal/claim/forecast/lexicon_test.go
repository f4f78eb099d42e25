package forecast

import (
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/table"
)

func TestLexicon(t *testing.T) {
	l, err := readLexicon(hedgesTSV, wordsTSV, bandsTSV)
	if err != nil {
		t.Fatal(err)
	}
	for _, scale := range scales {
		if len(l.bands[scale]) == 0 {
			t.Errorf("%s has no terms", scale)
		}
	}
}

// TestLexiconIsSorted holds that words can be found by eye.
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
	part, head := 0, ""
	if err := table.Rows("hedges.tsv", hedgesTSV, func(c []string) error {
		n := slices.Index(parts, c[1])
		if n < part || n == part && c[0] < head {
			t.Errorf("%s %q stands after %q", c[1], c[0], head)
		}
		part, head = n, c[0]
		return nil
	}); err != nil {
		t.Error(err)
	}
}

func TestLexiconRefuses(t *testing.T) {
	for _, c := range []struct{ name, hedges, words, bands string }{
		{"columns", "expect\tverb\t-\twhole", "", ""},
		{"part", "expect\tmodal\t-\twhole\tsubj\tplan", "", ""},
		{"holder", "expect\tverb\t-\twhole\tnobody\tplan", "", ""},
		{"type", "expect\tverb\t-\twhole\tsubj\tdream", "", ""},
		{"need", "expect\tverb\tsoon\twhole\tsubj\tplan", "", ""},
		{"class twice", "", "a\tx\na\ty", ""},
		{"scale", "", "", "likely\t55-80\tguess"},
		{"band", "", "", "likely\t80-55\tICD 203"},
	} {
		if _, err := readLexicon(c.hedges, c.words, c.bands); err == nil || !strings.Contains(err.Error(), "line") {
			t.Errorf("%s: error %v, want one that names a line", c.name, err)
		}
	}
}

func TestBand(t *testing.T) {
	l := lexicons()
	for _, c := range []struct {
		words   string
		climate bool
		want    band
	}{
		{"very likely", false, band{"80-95", "ICD 203"}},
		{"Very likely", true, band{"90-100", "IPCC"}},
		{"will almost certainly", false, band{"95-99", "ICD 203"}},
		{"could", false, band{}},
		{"expected", true, band{}},
	} {
		if got := l.band(c.words, c.climate); got != c.want {
			t.Errorf("%q: %v, want %v", c.words, got, c.want)
		}
	}
}
