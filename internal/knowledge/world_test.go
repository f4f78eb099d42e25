package knowledge

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

func defaultWorld(t testing.TB) *World {
	t.Helper()
	w, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWorldIsSound(t *testing.T) {
	w := defaultWorld(t)
	for _, p := range w.Check() {
		t.Error(p)
	}
	count := map[Kind]int{}
	for _, e := range w.Entries() {
		count[e.Kind]++
		if e.Type == travaux.ActorPerson {
			t.Errorf("%s is a person", e.ID)
		}
		if e.Kind == Place && len(e.In) == 0 && len(e.Claimants) == 0 {
			t.Errorf("%s lies nowhere", e.ID)
		}
	}
	if got, want := count[State], 193+2; got != want {
		t.Errorf("%d states, want %d", got, want)
	}
	for kind, least := range map[Kind]int{Territory: 60, Region: 200, Place: 800, House: 90, Body: 150, Group: 60, Org: 80, Media: 300, Office: 50, Honorific: 70} {
		if count[kind] < least {
			t.Errorf("%d entries of kind %s, want at least %d", count[kind], kind, least)
		}
	}
	if n := len(w.Given()); n < 1500 {
		t.Errorf("%d given names, want at least 1500", n)
	}
}

// The files are kept in order, so that a line is easily found and two people
// adding the same thing meet.
func TestWorldFilesAreSorted(t *testing.T) {
	files, err := fs.Glob(embedded, "world/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		b, err := embedded.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		for line := range strings.Lines(string(b)) {
			line = strings.TrimSpace(line)
			if id, ok := strings.CutPrefix(line, "id: "); ok {
				keys = append(keys, id)
			} else if name == "world/given.txt" && line != "" && line[0] != '#' {
				keys = append(keys, line)
			}
		}
		for i := 1; i < len(keys); i++ {
			if keys[i-1] >= keys[i] {
				t.Errorf("%s: %s stands before %s", name, keys[i-1], keys[i])
			}
		}
	}
}

func TestNames(t *testing.T) {
	w, err := Load(strings.NewReader(`
id: state/xno
name: Norland; Mark?
adjective: Norlandic
demonym: Norlander; Norlanders
capital: place/norhaven
seat: place/eastmere

id: place/norhaven
name: Norhaven
of: group/northern-league

id: place/eastmere
name: Eastmere

id: group/northern-league
name: Northern League
seat: place/eastmere

id: house/grey-house
name: Grey House
of: state/xno

id: office/warden
title: warden
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []lang.Name{
		{Form: "Eastmere", ID: "place/eastmere", Type: lang.Place, Use: lang.AsSeat, Of: "state/xno"},
		{Form: "Grey House", ID: "house/grey-house", Type: lang.Organisation, Use: lang.AsSeat, Of: "state/xno"},
		{Form: "Mark", ID: "state/xno", Type: lang.Place, Ambiguous: true},
		{Form: "Norhaven", ID: "place/norhaven", Type: lang.Place, Use: lang.AsSeat, Of: "group/northern-league"},
		{Form: "Norhaven", ID: "place/norhaven", Type: lang.Place, Use: lang.AsSeat, Of: "state/xno"},
		{Form: "Norland", ID: "state/xno", Type: lang.Place},
		{Form: "Norlander", ID: "state/xno", Type: lang.Group, Use: lang.AsDemonym, Of: "state/xno"},
		{Form: "Norlanders", ID: "state/xno", Type: lang.Group, Use: lang.AsDemonym, Of: "state/xno"},
		{Form: "Norlandic", ID: "state/xno", Type: lang.Group, Use: lang.AsAdjective, Of: "state/xno"},
		{Form: "Northern League", ID: "group/northern-league", Type: lang.Organisation},
		{Form: "warden", ID: "office/warden", Type: lang.Person, Use: lang.AsTitle},
	}
	if diff := cmp.Diff(want, w.Names()); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	if p := w.Check(); len(p) > 0 {
		t.Error(p)
	}
}

func TestExtend(t *testing.T) {
	w, err := Load(strings.NewReader("id: state/xno\nname: Norland\nadjective: Norlandic\ncapital: place/norhaven\n\nid: place/norhaven\nname: Norhaven\n"))
	if err != nil {
		t.Fatal(err)
	}
	x, err := w.Extend(strings.NewReader("id: state/xno\n+name: Kingdom of Norland\nadjective: Norlandish\n\nid: place/skerry\nname: Skerry\nin: state/xno\n"))
	if err != nil {
		t.Fatal(err)
	}
	e, _ := x.Lookup("state/xno")
	want := []Form{{Text: "Norland"}, {Text: "Kingdom of Norland"}, {Text: "Norlandish", Use: lang.AsAdjective}}
	if diff := cmp.Diff(want, e.Forms); diff != "" {
		t.Errorf("forms (-want +got):\n%s", diff)
	}
	if _, ok := x.Lookup("place/skerry"); !ok {
		t.Error("the new entry is missing")
	}
	if old, _ := w.Lookup("state/xno"); len(old.Forms) != 2 || len(w.Entries()) != 2 {
		t.Errorf("extending changed the world extended: %v", old)
	}
}

func TestLoadSaysWhere(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"name: Norland\n", `world:1: a stanza must begin with id`},
		{"id: realm/x\n", `world:1: "realm/x" is no id`},
		{"id: state/x\nname: X\n\n# again\nid: state/x\n", `world:5: state/x stands in this file already`},
		{"id: state/x\nname: X\nid: state/y\n", `world:3: a blank line is missing`},
		{"id: state/x\nnames: X\n", `world:2: state/x: unknown key "names"`},
		{"id: state/x\nname:\n", `world:2: name of state/x has no value`},
		{"id: state/x\nname: X; X\n", `world:2: state/x: name "X" stands there twice`},
		{"id: state/x\nname: ?\n", `world:2: state/x: "?" is no name`},
		{"id: state/x\ncapital: Norhaven\n", `world:2: state/x: capital "Norhaven" is no id`},
		{"id: org/x\ntype: person\n", `world:2: org/x: type "person" is none that an entry can have`},
		{"Norland\n", `world:1: "Norland" is not of the form key: value`},
		{"\xff", "not UTF-8"},
	} {
		_, err := Load(strings.NewReader(test.text))
		if err == nil || !strings.Contains(err.Error(), test.want) || travaux.CodeOf(err) != travaux.CodeInvalid {
			t.Errorf("Load(%q): %v, want %q", test.text, err, test.want)
		}
	}
}

func TestCheckFindsWhatIsAmiss(t *testing.T) {
	w, err := Load(strings.NewReader("id: org/a\nname: Twin\n\nid: org/b\nname: Twin*; Lone*\nof: state/none\n\nid: state/x\nname: X\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range w.Check() {
		got = append(got, p.String())
	}
	want := []string{
		`world:1: org/a shares the form "Twin" with org/b; mark it with *`,
		`world:4: org/b refers to state/none, which is no entry`,
		`world:4: org/b marks the form "Lone" as shared, but no other entry has it`,
		`world:8: state/x has no capital`,
		`world:8: state/x has no adjective`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("id: state/x\nname: X?; Y*\n+name: Z\n")
	f.Add("# only a comment\n\n\nid: place/a-1\nin: state/x\r\n")
	f.Fuzz(func(t *testing.T, text string) {
		w, err := Load(strings.NewReader(text))
		if err != nil {
			return
		}
		w.Check()
		if names := w.Names(); !slices.IsSortedFunc(names, compareNames) {
			t.Errorf("names are not sorted: %v", names)
		}
	})
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := Default(); err != nil {
			b.Fatal(err)
		}
	}
}
