package pack_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/knowledge/pack"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
	"github.com/travaux/travaux/internal/lang/english"
)

var update = flag.Bool("update", false, "write the trees of the packs into doc/packs.md")

var stages = sync.OnceValues(func() (*lang.Pipeline, error) {
	w, err := knowledge.Default()
	if err != nil {
		return nil, err
	}
	return english.New(w.Names(), w.Given())
})

func parse(text string) (*lang.Doc, error) {
	p, err := stages()
	if err != nil {
		return nil, err
	}
	d := &lang.Doc{Text: text, Blocks: []lang.Block{{Span: lang.Span{End: len(text)}}}}
	return d, p.Annotate(d)
}

// TestEmbedded checks every embedded pack with its examples.
func TestEmbedded(t *testing.T) {
	all, err := pack.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range all {
		t.Run(f.Pack.S, func(t *testing.T) {
			var beside []*pack.File
			for j, g := range all {
				if j != i {
					beside = append(beside, g)
				}
			}
			problems, err := pack.Check(f, beside, parse)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				t.Error(p)
			}
		})
	}
}

// TestArmsControl checks the pack that was written to try the documentation.
func TestArmsControl(t *testing.T) {
	f := read(t, filepath.Join("testdata", "arms-control.yaml"))
	all, err := pack.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	problems, err := pack.Check(f, all, parse)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
}

func read(t *testing.T, path string) *pack.File {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := pack.Read(path, bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestProblems checks what is said of faulty packs: "line: what is wrong".
func TestProblems(t *testing.T) {
	for _, test := range []struct{ name, yaml, want string }{
		{"empty", "", "1: the file is empty"},
		{"unknown key", "pack: a\nlable: A\n", `2: unknown key "lable"`},
		{"no list", "pack: a\nlabel: A\nsigns: war\n", "3: what stands here should be a list"},
		{"no text", "pack: a\nlabel: A\nsigns: [[war]]\n", "3: what stands here should be plain text"},
		{"no issues", "pack: a\nlabel: A\n", "1: the pack has no issues"},
		{"bad id", issue("A.b"), `4: the id "A.b" must be small letters, with dots for what it stands below: territory.borders`},
		{"no parent", issue("x.y"), `4: "x.y" stands below "x", which is no issue`},
		{"taken", issue("territory"), `4: the issue "territory" stands in the pack peace already`},
		{"class", issue("x") + "    cues: [cut TROOPS]\n", `6: TROOPS is no class of words of this pack; write an abbreviation in small letters`},
		{"parentheses", issue("x") + "    cues: ['(pull back|withdraw troops']\n", `6: "(pull back|withdraw troops": the parentheses do not match`},
		{"gap", issue("x") + "    cues: [cut ...]\n", `6: "cut ...": ... must stand between two words`},
		{"part of speech", issue("x") + "    cues: ['pay:thing']\n", `6: "pay:thing": a part of speech is noun, verb, adjective or name`},
		{"nothing beside", issue("x") + "    cues: [cut|]\n", `6: "cut|": nothing stands beside |`},
		{"bare frame", issue("x") + "    frames: [cut]\n", `6: "cut" is no frame: it takes a verb and what is done to what; a bare word is a cue`},
		{"long frame", issue("x") + "    frames: [cut cruise missile]\n", `6: "cut cruise missile": after the object come a preposition and what follows it, not "missile"; put several words in parentheses`},
		{"example", issue("x") + "    cues: [snow]\n    examples:\n      - It rained.\n", `8: "It rained." should be x, but is other`},
		{"other", issue("x") + "    cues: [snow]\nother:\n  - It will snow.\n", `8: "It will snow." should be other, but is x by "snow"`},
		{"option", issue("x") + "    options: [{id: a, label: A}, {id: a, label: B}]\n", `6: the option "a" of "x" stands there twice`},
	} {
		t.Run(test.name, func(t *testing.T) {
			all, err := pack.Embedded()
			if err != nil {
				t.Fatal(err)
			}
			f, err := pack.Read("own.yaml", strings.NewReader(test.yaml))
			got := ""
			if err != nil {
				got = err.Error()
			} else {
				problems, err := pack.Check(f, all, parse)
				if err != nil {
					t.Fatal(err)
				}
				for _, p := range problems {
					got += p.String() + "\n"
				}
			}
			_, got, _ = strings.Cut(strings.TrimSpace(got), "own.yaml:")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
		})
	}
}

func issue(id string) string {
	return "pack: own\nlabel: Own\nissues:\n  - id: " + id + "\n    label: X\n"
}

// TestNotation tries cues and frames on sentences: what a cue finds, and what
// it does not.
func TestNotation(t *testing.T) {
	const words = "words: {FORCES: [troop, soldier, armed force], PLACES: [valley, coast]}\n"
	for _, test := range []struct {
		key, cue string
		yes, no  []string
	}{
		{"cues", "land swap", []string{"They agreed on land swaps.", "A land-swap failed.", "The land “swap” is off."}, []string{"They swap land.", "The landswap failed."}},
		{"cues", "cede|yield land", []string{"He ceded the land.", "She will not yield any land."}, []string{"He ceded ground."}},
		{"cues", "(pull back|withdraw) FORCES", []string{"They pulled back 40 soldiers.", "It must withdraw its armed forces."}, []string{"They pulled soldiers out."}},
		{"cues", "end ... siege", []string{"It would end the long and bitter siege."}, []string{"The end came. The siege went on.", "It would end, and soon, the siege."}},
		{"cues", "strike:noun", []string{"The strike is over."}, []string{"They will strike a deal."}},
		{"cues", "sanctions", []string{"The sanctions stay."}, []string{"The sanction stays."}},
		{"cues", "labour programme", []string{"A labor program was drafted."}, nil},
		{"cues", "non-binding", []string{"The text is non-binding."}, []string{"The text is binding."}},
		{"frames", "withdraw|withdrawal FORCES", []string{
			"The soldiers were withdrawn by the ministry.", "The ministry promised to withdraw its armed forces.", "The withdrawal of thousands of troops has begun.",
			"The troops that the ministry withdrew are home.", "She wants the soldiers withdrawn.",
		}, []string{"The soldiers withdrew the offer.", "They withdrew the bill on soldiers."}},
		{"frames", "pull out|back FORCES", []string{"The ministry pulled its soldiers out."}, []string{"The ministry pulled its soldiers over."}},
		{"frames", "send FORCES to PLACES", []string{"They sent soldiers to the valley."}, []string{"They sent soldiers to the opera."}},
		{"frames", "cede somewhere", []string{"The king would cede Norway."}, []string{"The king would cede power."}},
		{"frames", "FORCES leave", []string{"The soldiers left the coast."}, []string{"They left the soldiers."}},
		{"frames", "buy (natural gas)", []string{"Sweden will buy more natural gas."}, []string{"Sweden will buy gas masks."}},
	} {
		t.Run(test.cue, func(t *testing.T) {
			text := "pack: own\nlabel: Own\n" + words + "issues:\n  - {id: x, label: X, " + test.key + ": ['" + test.cue + "']}\n"
			f, err := pack.Read("own.yaml", strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			s, err := pack.New([]*pack.File{f})
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range slices.Concat(test.yes, test.no) {
				found, err := s.Find(text, parse)
				if err != nil {
					t.Fatal(err)
				}
				if want := slices.Contains(test.yes, text); len(found) > 0 != want {
					t.Errorf("%q: found %v, want %v", text, found, want)
				}
			}
		})
	}
}

// TestSubject reads the same words in reports of different subjects.
func TestSubject(t *testing.T) {
	s, err := pack.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ report, words, want string }{
		{"The union called its drivers out. Its members want a pay rise, and the employer wants longer shifts. The strike goes on.", "The strike goes on", "strike"},
		{"The army shelled the town, and rebels shot back. Troops crossed the border. A ceasefire failed. The strike killed nine.", "The strike killed nine", "other"},
		{"Exporters fear new tariffs. The trade deficit has grown, and import duties will rise. Wheat is dear.", "Wheat is dear", "agriculture"},
		{"The lake is calm. Wheat is dear.", "Wheat is dear", "other"},
	} {
		d, err := parse(test.report)
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Index(test.report, test.words)
		first := slices.IndexFunc(d.Toks, func(k lang.Tok) bool { return k.Start >= at })
		got := "other"
		if m, ok := s.Index(d, clause.New(d)).Issue(first, len(d.Toks)); ok {
			got = m.Issue
		}
		if got != test.want {
			t.Errorf("%q in %q is %s, want %s", test.words, test.report, got, test.want)
		}
	}
}

// TestOwn gives the issues of a profile: they come first, and may add to those
// of packs.
func TestOwn(t *testing.T) {
	own := pack.OfProfile("profile.yaml")
	own.Issues = []pack.Issue{
		{ID: pack.Text{S: "pay"}, Label: pack.Text{S: "Money"}, Cues: []pack.Text{{S: "envelope"}}},
		{ID: pack.Text{S: "pay.cranes"}, Label: pack.Text{S: "Cranes"}, Cues: []pack.Text{{S: "crane HWU allowance"}}},
	}
	s, err := pack.Choose([]string{"labour"}, own)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"The envelope is on the table.", "pay"},
		{"They asked for a pay rise.", "pay"},
		{"The crane HWU allowance and the pay rise are open.", "pay.cranes"},
	} {
		found, err := s.Find(test.text, parse)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 || found[0].Issue != test.want {
			t.Errorf("%q: %v, want %s", test.text, found, test.want)
		}
	}
	for _, is := range s.Issues() {
		if is.ID == "pay" && (is.Label != "Money" || len(is.Options) == 0) {
			t.Errorf("the issue of the pack is %+v, want the profile's label and the pack's options", is)
		}
		if strings.HasPrefix(is.ID, "territory") {
			t.Errorf("%s is in use, of a pack that was not chosen", is.ID)
		}
	}
	if _, err := pack.Choose([]string{"whaling"}); err == nil {
		t.Error("an unknown pack is taken for one")
	}
}

// TestAround looks for the issue of words that hold no cue.
func TestAround(t *testing.T) {
	s, err := pack.Default()
	if err != nil {
		t.Fatal(err)
	}
	d, err := parse("The president repeated his demand for $5 billion for a border wall.")
	if err != nil {
		t.Fatal(err)
	}
	i := s.Index(d, clause.New(d))
	at := slices.IndexFunc(d.Toks, func(k lang.Tok) bool { return d.Quote(k.Span) == "$" })
	if m, ok := i.Issue(at, at+3); ok {
		t.Errorf("the sum alone is about %s", m.Issue)
	}
	if m, _ := i.Around(at, at+3); m.Issue != "barrier" {
		t.Errorf("the sum is about %q by what stands around it, want barrier", m.Issue)
	}
}

// TestIndexProperties holds for any tokens, trees and stretches: what is found
// lies in the text, each issue once, and a longer stretch loses nothing.
func TestIndexProperties(t *testing.T) {
	s, err := pack.Default()
	if err != nil {
		t.Fatal(err)
	}
	vocabulary := strings.Fields("the troops withdraw cede land from to tariff on steel strike pay rise talks ceasefire emission cut of sanctions lift and , . plan wall")
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "tokens")
		d := &lang.Doc{}
		for range n {
			w := rapid.SampledFrom(vocabulary).Draw(t, "word")
			at := len(d.Text)
			d.Text += w + " "
			d.Toks = append(d.Toks, lang.Tok{
				Span: lang.Span{Start: at, End: at + len(w)}, Lemma: w, UPOS: lang.POS(rapid.IntRange(0, 16).Draw(t, "pos")),
				Head: int32(rapid.IntRange(-1, n).Draw(t, "head")), Deprel: rapid.SampledFrom([]string{"obj", "nsubj", "nmod", "obl", "conj", "case"}).Draw(t, "rel"),
			})
		}
		d.Sents = []lang.Sent{{Span: lang.Span{End: len(d.Text)}, Last: n}}
		i := s.Index(d, clause.New(d))
		a := rapid.IntRange(0, n-1).Draw(t, "a")
		b := rapid.IntRange(a+1, n).Draw(t, "b")
		wide := map[string]bool{}
		for _, m := range i.Issues(0, n) {
			if m.First < 0 || m.Last > n || m.First >= m.Last || wide[m.Issue] {
				t.Fatalf("%+v of %d tokens", m, n)
			}
			wide[m.Issue] = true
		}
		for _, m := range i.Issues(a, b) {
			if !wide[m.Issue] {
				t.Fatalf("%s is found in [%d, %d) and not in the whole", m.Issue, a, b)
			}
		}
		i.Around(a, b)
	})
}

// TestDocumentation holds that doc/packs.md shows the packs as they are.
func TestDocumentation(t *testing.T) {
	const path, from, to = "../../../doc/packs.md", "<!-- trees -->\n", "<!-- end of trees -->"
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(b), from)
	shown, after, ok2 := strings.Cut(rest, to)
	if !ok || !ok2 {
		t.Fatal("doc/packs.md has no place for the trees")
	}
	all, err := pack.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for _, f := range all {
		fmt.Fprintf(&want, "\n### %s\n\n```\n", f.Label.S)
		if err := f.Tree(&want, false); err != nil {
			t.Fatal(err)
		}
		want.WriteString("```\n")
	}
	want.WriteString("\n")
	if *update {
		if err := os.WriteFile(path, []byte(before+from+want.String()+to+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want.String(), shown); diff != "" {
		t.Errorf("doc/packs.md shows other packs; run with -update (-want +got)\n%s", diff)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("pack: a\nlabel: A\nwords: {W: [a b]}\nissues: [{id: x, label: X, cues: ['W|c ... d'], frames: [cut W to something]}]\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := pack.Read("fuzz.yaml", bytes.NewReader(b))
		if err != nil {
			return
		}
		s, err := pack.New([]*pack.File{file})
		if err != nil {
			return
		}
		d := &lang.Doc{Text: "cut", Toks: []lang.Tok{{Span: lang.Span{End: 3}, Lemma: "cut", UPOS: lang.VERB}}, Sents: []lang.Sent{{Span: lang.Span{End: 3}, Last: 1}}}
		s.Index(d, clause.New(d)).Issue(0, 1)
	})
}

// BenchmarkIndex times the search for issues alone, per word.
func BenchmarkIndex(b *testing.B) {
	s, err := pack.Default()
	if err != nil {
		b.Fatal(err)
	}
	all, err := pack.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for _, f := range all {
		for _, is := range f.Issues {
			for _, e := range is.Examples {
				text.WriteString(e.S + " ")
			}
		}
	}
	d, err := parse(text.String())
	if err != nil {
		b.Fatal(err)
	}
	x := clause.New(d)
	b.ReportAllocs()
	for b.Loop() {
		s.Index(d, x)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.Toks)), "ns/word")
}

// BenchmarkNew times what the packs cost at the start of the program.
func BenchmarkNew(b *testing.B) {
	var files [][]byte
	names, err := filepath.Glob("data/*.yaml")
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, text)
	}
	for b.Loop() {
		var all []*pack.File
		for i, text := range files {
			f, err := pack.Read(names[i], bytes.NewReader(text))
			if err != nil {
				b.Fatal(err)
			}
			all = append(all, f)
		}
		if _, err := pack.New(all); err != nil {
			b.Fatal(err)
		}
	}
}
