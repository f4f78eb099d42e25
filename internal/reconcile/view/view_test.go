package view

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/table"
)

// voiced is a reading of a text in the outlet's own voice.
func voiced(text string) *travaux.Reading {
	return &travaux.Reading{
		Report: &travaux.Report{ID: "r", Text: text},
		Statements: []travaux.Statement{{
			ID: "voice", Speaker: "outlet", Attribution: travaux.ByOutlet,
			Content: []travaux.Span{travaux.SpanOf(text, 0, len(text))},
		}},
	}
}

func TestRead(t *testing.T) {
	data, err := os.ReadFile("testdata/views.txt")
	if err != nil {
		t.Fatal(err)
	}
	err = table.Rows("views.txt", string(data), func(cols []string) error {
		want, text := cols[0], cols[1]
		var got []string
		for _, v := range Read(voiced(text), []Stretch{{0, len(text)}}) {
			side := "-"
			if v.Good {
				side = "+"
			}
			got = append(got, v.Matter+side+" "+v.Words)
		}
		have := strings.Join(got, "; ")
		if have == "" {
			have = "-"
		}
		if diff := cmp.Diff(want, have); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestHolders(t *testing.T) {
	const text = "The envoy said a deal was within reach, though the plan was hailed as a breakthrough. He praised the new proposal."
	g := voiced(text)
	said := func(id, speaker, words string, mode travaux.Mode) {
		i := strings.Index(text, words)
		g.Statements = append(g.Statements, travaux.Statement{
			ID: id, Speaker: speaker, Attribution: travaux.ByNamedPerson, Mode: mode,
			Content: []travaux.Span{travaux.SpanOf(text, i, i+len(words))},
		})
	}
	said("said", "envoy", "a deal was within reach", travaux.Indirect)
	said("praised", "envoy", "the new proposal", travaux.Indirect)
	end := strings.Index(text, " He praised")
	var got []string
	for _, v := range Read(g, []Stretch{{0, end}, {end + 1, len(text)}}) {
		got = append(got, v.Words+": "+v.Speaker)
	}
	// What was hailed is nobody's by name; that a proposal is new is the outlet's.
	want := []string{"within reach: envoy", "breakthrough: ", "new proposal: outlet"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("holders (-want +got):\n%s", diff)
	}
}

// TestWords holds that the data is sorted, has no word twice, and that every
// matter has two sides.
func TestWords(t *testing.T) {
	last, sides := "", map[string]map[string]bool{}
	err := table.Rows("views.txt", viewLines, func(cols []string) error {
		if row := strings.Join(cols, "\t"); row <= last {
			t.Errorf("%q is out of order", row)
		} else {
			last = row
		}
		if sides[cols[0]] == nil {
			sides[cols[0]] = map[string]bool{}
		}
		sides[cols[0]][cols[1]] = true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for m, s := range sides {
		if len(s) != 2 {
			t.Errorf("%s has one side only", m)
		}
	}
	last = ""
	err = table.Rows("topic.txt", topicLines, func(cols []string) error {
		if cols[0] <= last {
			t.Errorf("%q is out of order", cols[0])
		}
		last = cols[0]
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"tone\t?\tcalm", "tone\t+", "tone\t+\t"} {
		if _, err := parse(bad, ""); err == nil {
			t.Errorf("parse(%q) gives no error", bad)
		}
	}
}
