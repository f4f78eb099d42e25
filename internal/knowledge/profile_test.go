package knowledge

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

func TestInitProfileIsClean(t *testing.T) {
	// As it is, and with its examples brought to life.
	live := strings.ReplaceAll(string(InitProfile()), ": []\n#  - ", ":\n#  - ")
	live = strings.ReplaceAll(live, "\n#  ", "\n  ")
	for _, text := range []string{string(InitProfile()), live} {
		p, err := ReadProfile(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if problems := p.Check(); len(problems) > 0 {
			t.Error(problems)
		}
		if text == live && (len(p.Parties) != 1 || len(p.Issues) != 2 || len(p.Tracks) != 1) {
			t.Errorf("the examples of the template are not read: %+v", p)
		}
	}
}

func TestReadProfileSaysWhere(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"parties:\n  - id: x\n    side: a\n", `profile.yaml:2: party "x" has no name`},
		{"parties:\n  - name: X\n", `profile.yaml:2: party "X" has no id`},
		{"name: n\nissues:\n  - id: pay\n", `profile.yaml:3: issue "pay" has no label`},
		{"offices:\n  - office: chair\n", `profile.yaml:2: an office needs both`},
		{"name: n\npartys: []\n", `profile.yaml:2: unknown key "partys"`},
		{"parties:\n  - id: x\n    name: X\n    colour: red\n", `profile.yaml:4: unknown key "colour"`},
		{"parties: 7\n", `profile.yaml:1: what stands here should be a list`},
		{"name: [a]\n", `profile.yaml:1: what stands here should be plain text`},
		{"name: a\n---\nname: b\n", `more than one document`},
		{"name: \"a\n", `profile.yaml`},
	} {
		_, err := ReadProfile(strings.NewReader(test.text))
		if err == nil || !strings.Contains(err.Error(), test.want) || travaux.CodeOf(err) != travaux.CodeInvalid {
			t.Errorf("ReadProfile(%q): %v, want %q", test.text, err, test.want)
		}
	}
}

func TestProfileCheck(t *testing.T) {
	p, err := ReadProfile(strings.NewReader(`parties:
  - {id: a, name: A}
  - {id: a, name: B, type: choir}
persons:
  - {name: Ilse Marren, of: nobody}
offices:
  - {office: chair, holder: Ilse Marren, from: 2025-13}
  - {office: chair, holder: Ilse Marren, from: 2025, to: 2024}
issues:
  - {id: pay, label: Pay, parent: overtime}
  - {id: overtime, label: Overtime, parent: pay}
  - {id: leave, label: Leave, parent: rest}
outlets:
  - {name: Courier, domains: ["https://courier.example"], furniture: ["("], timezone: Norland/Norhaven}
tracks:
  - {id: t, label: T, kind: railway}
`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, problem := range p.Check() {
		got = append(got, problem.String())
	}
	want := []string{
		`profile.yaml:3: party "a" stands there twice`,
		`profile.yaml:3: party "a" has the unknown type "choir"`,
		`profile.yaml:5: "nobody" is neither an id of this profile nor of the world`,
		`profile.yaml:7: office "chair": from "2025-13" is no EDTF date`,
		`profile.yaml:8: office "chair": it ends before it begins`,
		`profile.yaml:10: issue "pay" is its own ancestor`,
		`profile.yaml:11: issue "overtime" is its own ancestor`,
		`profile.yaml:12: issue "leave" has the parent "rest", which is no issue of this profile or its packs`,
		`profile.yaml:14: outlet "Courier": the pattern "(" is no regular expression`,
		`profile.yaml:14: outlet "Courier": "https://courier.example" is no domain; write it like news.example`,
		`profile.yaml:14: outlet "Courier": "Norland/Norhaven" is no time zone; write it like Europe/Rome`,
		`profile.yaml:16: track "t": the kind "railway" is none of thematic, diplomatic, format`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestProfileNamesMergeForms(t *testing.T) {
	p, err := ReadProfile(strings.NewReader(`parties:
  - {id: state/xno, name: Norland, principals: [I. Marren]}
persons:
  - {id: marren, name: Ilse Marren, forms: [I. Marren]}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []lang.Name{
		{Form: "I. Marren", ID: "marren", Type: lang.Person},
		{Form: "Ilse Marren", ID: "marren", Type: lang.Person},
		{Form: "Norland", ID: "state/xno", Type: lang.Place},
	}
	if diff := cmp.Diff(want, p.Names()); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

// The examples of the format documents are real.
func TestDocumentedExamples(t *testing.T) {
	w := defaultWorld(t)
	world, err := w.Extend(bytes.NewReader(example(t, "../../doc/world.md")))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range world.Check() {
		t.Error(p)
	}
	profile, err := ReadProfile(bytes.NewReader(example(t, "../../doc/profile.md")))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range profile.Check() {
		t.Error(p)
	}
}

// example returns the first fenced block of a document.
func example(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.SplitN(string(b), "\n```", 3)
	if len(parts) < 3 {
		t.Fatalf("%s has no example", file)
	}
	_, text, _ := strings.Cut(parts[1], "\n")
	return []byte(text + "\n")
}

func FuzzReadProfile(f *testing.F) {
	f.Add(string(InitProfile()))
	f.Add("parties:\n  - {id: a, name: A}\n")
	f.Add("a: &a [*a]\n")
	f.Add("{")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ReadProfile(strings.NewReader(text))
		if err != nil {
			if travaux.CodeOf(err) == travaux.CodeInternal {
				t.Errorf("error without a code: %v", err)
			}
			return
		}
		p.Check()
		p.Names()
	})
}
