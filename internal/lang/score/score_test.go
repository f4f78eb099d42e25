package score

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/conllu"
)

// read makes sentences of lines "form lemma upos head deprel", a "+" before
// the form of a word that continues a multiword token, sentences parted by an
// empty line.
func read(t *testing.T, text string) []conllu.Sentence {
	t.Helper()
	var b strings.Builder
	for s := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		for line := range strings.SplitSeq(s, "\n") {
			f := strings.Fields(line)
			if surface, ok := strings.CutPrefix(f[0], "="); ok {
				b.WriteString(surface + "\t" + f[1] + strings.Repeat("\t_", 8) + "\n")
				continue
			}
			b.WriteString(strings.Join([]string{f[0], f[1], f[2], f[3], f[3], "_", f[4], f[5], "_", "_"}, "\t") + "\n")
		}
		b.WriteString("\n")
	}
	sents, err := conllu.Read(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return sents
}

const gold = `
1 Talks talk NOUN 3 nsubj:pass
2 were be AUX 3 aux:pass
=3-4 broken-off
3 broken break VERB 0 root
4 -off off ADV 3 advmod

1 Envoys envoy NOUN 2 nsubj
2 left leave VERB 0 root
`

func TestCompareWithItself(t *testing.T) {
	g := Gold(read(t, gold), nil)
	f, err := Compare(g, g)
	if err != nil {
		t.Fatal(err)
	}
	all := F1{6, 6, 6}
	want := Figures{Words: all, Sents: F1{2, 2, 2}, UPOS: all, XPOS: all, Feats: all, Lemmas: all, UAS: all, LAS: all, Full: all}
	if d := cmp.Diff(want, f); d != "" {
		t.Error(d)
	}
}

func TestCompareCounts(t *testing.T) {
	g := Gold(read(t, gold), nil)
	// One sentence; the multiword token not cut; another label's subtype; a
	// wrong lemma; the second root hangs on the first.
	s := Gold(read(t, `
1 Talks talks NOUN 3 nsubj
2 were be AUX 3 aux:pass
3 broken-off break VERB 0 root
4 Envoys envoy NOUN 5 nsubj
5 left leave VERB 3 parataxis
`), nil)
	f, err := Compare(g, s)
	if err != nil {
		t.Fatal(err)
	}
	n := func(right int) F1 { return F1{6, 5, right} }
	// The uncut word is paired with none, so what hangs on it is wrong too.
	want := Figures{Words: n(4), Sents: F1{2, 1, 0}, UPOS: n(4), XPOS: n(4), Feats: n(4), Lemmas: n(3), UAS: n(1), LAS: n(1), Full: n(1)}
	if d := cmp.Diff(want, f); d != "" {
		t.Error(d)
	}
}

func TestSubtypesCountOnlyInFull(t *testing.T) {
	g := Gold(read(t, gold), nil)
	s := Gold(read(t, strings.Replace(gold, "nsubj:pass", "nsubj", 1)), nil)
	f, err := Compare(g, s)
	if err != nil {
		t.Fatal(err)
	}
	if f.LAS.Right != 6 || f.Full.Right != 5 {
		t.Errorf("LAS %d, full %d; want 6, 5", f.LAS.Right, f.Full.Right)
	}
}

func TestOtherTextIsAnError(t *testing.T) {
	if _, err := Compare(Text{Chars: "ab"}, Text{Chars: "ac"}); err == nil {
		t.Error("no error")
	}
}

func TestOnlyUniversalFeaturesCount(t *testing.T) {
	if got, want := universal("Number=Sing|Typo=Yes"), universal("Number=Sing"); got != want {
		t.Errorf("%q is not %q", got, want)
	}
}

func TestNames(t *testing.T) {
	sents := read(t, gold)
	sents[0].ID = "a"
	g := Gold(sents, map[string][]string{"a": {"B-PER", "I-PER", "B-ORG", "B-OTH"}})
	want := []Name{{0, 9, "PER"}, {9, 15, "ORG"}}
	if d := cmp.Diff(want, g.Names); d != "" {
		t.Error(d)
	}
}

func TestSysHasTheCharactersOfGold(t *testing.T) {
	d := &lang.Doc{Text: "A b\nc"}
	d.Toks = []lang.Tok{{Span: lang.Span{Start: 0, End: 1}, Head: 2}, {Span: lang.Span{Start: 2, End: 3}}, {Span: lang.Span{Start: 4, End: 5}}}
	d.Sents = []lang.Sent{{First: 0, Last: 2}, {First: 2, Last: 3}}
	s := Sys(d, []lang.Proposal{{First: 0, Last: 2, Type: lang.Person}})
	if s.Chars != "Abc" || s.Words[0].Head != 1 || s.Words[2].Head != -1 {
		t.Errorf("%+v", s)
	}
	if d := cmp.Diff([]Name{{0, 2, "PER"}}, s.Names); d != "" {
		t.Error(d)
	}
}
