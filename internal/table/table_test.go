package table

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRows(t *testing.T) {
	var got [][]string
	err := Rows("words.tsv", "# heads\n\na\tb c\r\nd\t\n", func(cols []string) error {
		got = append(got, cols)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"a", "b c"}, {"d", ""}}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	bad := errors.New("bad")
	err = Rows("words.tsv", "# heads\na\n", func([]string) error { return bad })
	if !errors.Is(err, bad) || !strings.HasPrefix(err.Error(), "words.tsv line 2: ") {
		t.Errorf("error %v, want one that wraps the cause and names line 2", err)
	}
}

func TestReadClasses(t *testing.T) {
	got, err := ReadClasses("words.tsv", "# talks\nprocess\ttalk round\n")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Classes{"process": {"talk": true, "round": true}}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if !got.In("process", "talk") || got.In("process", "walk") || got.In("room", "talk") {
		t.Error("In finds other words than those of the class")
	}
	for _, again := range []string{"a\tx\na\ty", "a\tx\tz"} {
		if _, err := ReadClasses("words.tsv", again); err == nil {
			t.Errorf("%q is read without an error", again)
		}
	}
}
