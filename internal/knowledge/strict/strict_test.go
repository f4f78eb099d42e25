package strict

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type plan struct {
	Name   string   `yaml:"name"`
	Open   bool     `yaml:"open"`
	Points []string `yaml:"points"`
	By     struct {
		Name string `yaml:"name"`
	} `yaml:"by"`
}

func TestDecode(t *testing.T) {
	for text, want := range map[string]string{
		"name: Harbour\npoints: [pay, hours]\n": "",
		"name: a\nage: 3\n":                     `line 2: unknown key "age"`,
		"name: a\nname: b\n":                    `line 2: the key "name" stands here twice`,
		"points: pay\n":                         "line 1: what stands here should be a list",
		"open: perhaps\n":                       "line 1: what stands here should be true or false",
		"name: [a]\n":                           "line 1: what stands here should be plain text",
		"by: me\n":                              "line 1: what stands here should be key: value pairs",
		"name: a\n---\nname: b\n":               "line 1: the file holds more than one document",
		"name: \"a\n":                           "line 2: found unexpected end of stream",
	} {
		var p plan
		got := ""
		if err := Decode(text, &p); err != nil {
			got = err.Error()
			if _, ok := errors.AsType[*Fault](err); !ok {
				t.Errorf("%q: %v is no fault", text, err)
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if err := Decode("# nothing\n", new(plan)); !errors.Is(err, ErrEmpty) {
		t.Errorf("a file of a comment: %v, want %v", err, ErrEmpty)
	}
	var p plan
	if err := Decode("name: Harbour\npoints: [pay]\n", &p); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plan{Name: "Harbour", Points: []string{"pay"}}, p); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
