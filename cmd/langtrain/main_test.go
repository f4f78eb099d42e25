package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCompare(t *testing.T) {
	old := []byte("# heading\nbank dev\tgold tokens\tLAS\t86.00\nbank dev\traw text\tLAS\t80.00\n")
	may := []byte("LAS\t0.30\n")
	for _, c := range []struct {
		now  string
		want []string
	}{
		{"bank dev\tgold tokens\tLAS\t85.71\nbank dev\traw text\tLAS\t90.00\n", nil},
		{"bank dev\tgold tokens\tLAS\t85.50\nbank dev\traw text\tLAS\t80.00\n", []string{"bank dev, gold tokens, LAS: 85.50, was 86.00, may fall by 0.30"}},
		{"bank dev\tgold tokens\tLAS\t86.00\n", []string{"bank dev, raw text, LAS: 0.00, was 80.00, may fall by 0.30"}},
	} {
		got, err := compare(old, []byte(c.now), may)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Error(d)
		}
	}
	if _, err := compare(old, []byte("nothing"), may); err == nil {
		t.Error("no error about a line without a figure")
	}
}

func TestCommands(t *testing.T) {
	var out, log bytes.Buffer
	if err := run([]string{"help"}, &out, &log); err != nil || !strings.Contains(out.String(), "usage:") {
		t.Errorf("%v: %s", err, out.String())
	}
	for _, args := range [][]string{nil, {"fly"}, {"train", "-data", t.TempDir()}, {"inspect", "-model", "none"}} {
		if err := run(args, &out, &log); err == nil {
			t.Errorf("%v: no error", args)
		}
	}
	out.Reset()
	if err := run([]string{"inspect", "the", "qqqqzzzz"}, &out, &log); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"version ", "the: known true", "qqqqzzzz: known false"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in %s", want, out.String())
		}
	}
}
