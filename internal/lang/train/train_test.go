package train

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/conllu"
	"github.com/travaux/travaux/internal/lang/model"
	"github.com/travaux/travaux/internal/lang/parse"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

func tinyVectors() *Vectors {
	v := &Vectors{Words: []string{"the", "talks", "left"}, Dim: 16, Data: make([]float32, 48)}
	fill(newRand(3), v.Data)
	return v
}

func tinySettings(parallel bool) Settings {
	return Settings{Config: tiny, Seed: 1, Cycles: []Cycle{{Epochs: 60, Rate: 1e-2, Size: Size{Sentences: 4}}, {Epochs: 60, Rate: 1e-2, Size: Size{Words: 12}, Disguised: 0.5, Names: 1}}, Parallel: parallel, Log: io.Discard}
}

func tinyModel(t testing.TB, parallel bool) []byte {
	t.Helper()
	sets := []Set{tinySet()}
	n, err := Run(tinySettings(parallel), sets, tinyVectors())
	if err != nil {
		t.Fatal(err)
	}
	f, err := n.Export(sets, []string{"6\tArvia"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := f.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func tinyParser(t testing.TB) *parse.Parser {
	t.Helper()
	m, err := model.Read(tinyModel(t, false))
	if err != nil {
		t.Fatal(err)
	}
	return parse.New(m)
}

func TestThreadsDoNotChangeTheWeights(t *testing.T) {
	one, two := tinyModel(t, false), tinyModel(t, true)
	if !bytes.Equal(one, two) {
		t.Error("the weights differ between one thread and two")
	}
}

// A run that is taken up after a cycle ends as one that was not left.
func TestTakenUp(t *testing.T) {
	whole := tinySettings(false)
	whole.Mean = 2
	first, second := whole, whole
	first.Cycles, first.Mean = whole.Cycles[:1], 0
	sets := []Set{tinySet()}
	want, err := Run(whole, sets, tinyVectors())
	if err != nil {
		t.Fatal(err)
	}
	half, err := Run(first, sets, tinyVectors())
	if err != nil {
		t.Fatal(err)
	}
	second.From, second.Done = half, 1
	got, err := Run(second, sets, tinyVectors())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want.Params, got.Params); d != "" {
		t.Error(d)
	}
}

// A network that cannot learn two sentences by heart is broken somewhere
// between training and inference.
func TestLearnsByHeart(t *testing.T) {
	f, err := MeasureGold(tinyParser(t), tinySet())
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]float64{"UPOS": f.UPOS.Value(), "lemmas": f.Lemmas.Value(), "LAS": f.LAS.Value(), "names": f.Names.Value()} {
		if v < 100 {
			t.Errorf("%s %.1f", name, v)
		}
	}
}

// What is around a sentence does not change its annotation.
func TestSentencesStandAlone(t *testing.T) {
	p := tinyParser(t)
	s := tinySet().Sents
	together := GoldTokens(s)
	if err := p.Annotate(together); err != nil {
		t.Fatal(err)
	}
	at := 0
	for i := range s {
		alone := GoldTokens(s[i : i+1])
		if err := p.Annotate(alone); err != nil {
			t.Fatal(err)
		}
		for j, a := range alone.Toks {
			b := together.Toks[at+j]
			a.Span, a.Sent = b.Span, b.Sent
			if d := cmp.Diff(a, b); d != "" {
				t.Fatalf("sentence %d: %s", i, d)
			}
		}
		at += len(alone.Toks)
	}
}

func checkTrees(t *testing.T, d *lang.Doc) {
	t.Helper()
	for i, s := range d.Sents {
		roots := 0
		for j := s.First; j < s.Last; j++ {
			h, steps := j-s.First+1, 0
			for h != 0 && steps <= s.Last-s.First {
				h = int(d.Toks[s.First+h-1].Head)
				steps++
			}
			if h != 0 {
				t.Fatalf("sentence %d: word %d does not hang on the root", i, j-s.First+1)
			}
			if d.Toks[j].Head == 0 {
				roots++
			}
			if (d.Toks[j].Head == 0) != (d.Toks[j].Deprel == "root") {
				t.Fatalf("sentence %d: head %d with %s", i, d.Toks[j].Head, d.Toks[j].Deprel)
			}
		}
		if s.Last > s.First && roots != 1 {
			t.Fatalf("sentence %d: %d roots", i, roots)
		}
	}
	for _, p := range d.Proposed {
		if p.First < 0 || p.Last <= p.First || p.Last > len(d.Toks) {
			t.Fatalf("proposal %+v of %d tokens", p, len(d.Toks))
		}
	}
}

var hardTexts = []string{
	"", " ", "a", "The envoys left Arvia.", strings.Repeat("(", 1000), strings.Repeat("x", 5000),
	strings.Repeat("talks failed twice and ", 150), "ÉTÉ ÇA!", "e\u0301\u0301\u0301 👩‍👩‍👧 ok", "\xff\xfe\x00 bad", "שלום לך. 你好。", "TALKS FAILED",
}

func TestHardTexts(t *testing.T) {
	p := tinyParser(t)
	for _, text := range hardTexts {
		annotate(t, p, text)
	}
}

func annotate(t *testing.T, p *parse.Parser, text string) *lang.Doc {
	t.Helper()
	pipe, err := lang.NewPipeline(tokenize.New(), p)
	if err != nil {
		t.Fatal(err)
	}
	d := &lang.Doc{Text: text, Blocks: []lang.Block{{Span: lang.Span{End: len(text)}}}}
	if err := pipe.Annotate(d); err != nil {
		t.Fatal(err)
	}
	checkTrees(t, d)
	return d
}

func TestManyAtOnce(t *testing.T) {
	p := tinyParser(t)
	text := strings.Repeat("The envoys left Arvia. Talks failed twice. ", 20)
	want := annotate(t, p, text)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if d := cmp.Diff(want, annotate(t, p, text)); d != "" {
				t.Error(d)
			}
		})
	}
	wg.Wait()
}

func FuzzAnnotate(f *testing.F) {
	p := tinyParser(f)
	for _, s := range hardTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1<<12 {
			annotate(t, p, text)
		}
	})
}

func TestSplit(t *testing.T) {
	for text, want := range map[string][]string{
		"The envoys don't agree.":        {"The", "envoys", "do", "n't", "agree", "."},
		"a 19-point plan, $2.5bn (late)": {"a", "19", "-", "point", "plan", ",", "$", "2.5bn", "(", "late", ")"},
		"Arvia’s U.S. envoy":             {"Arvia", "’s", "U.S", ".", "envoy"},
	} {
		var got []string
		split(text, func(s string) { got = append(got, s) })
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q: %s", text, d)
		}
	}
}

func TestSentenceNames(t *testing.T) {
	w := func(form, upos, misc string) conllu.Word { return conllu.Word{Form: form, UPOS: upos, Misc: misc} }
	s := conllu.Sentence{Words: []conllu.Word{
		w("The", "DET", "Entity=(1-person-new"),
		w("envoy", "NOUN", "Entity=1)"),
		w("Ana", "PROPN", "Discourse=x|Entity=(2-person-giv-Ana_Rohde"),
		w("Rohde", "PROPN", "Entity=2)|SpaceAfter=No"),
		w("of", "ADP", "_"),
		w("Port", "PROPN", "Entity=(3-organization-new(4-place-new"),
		w("Halle", "PROPN", "Entity=4)"),
		w("Council", "PROPN", "Entity=3)"),
		w("Oster", "PROPN", "Entity=(5-place-new)(6-abstract-new)"),
	}}
	want := []string{"8\tAna Rohde", "10\tPort Halle", "9\tPort Halle Council", "10\tOster"}
	if d := cmp.Diff(want, sentenceNames(s)); d != "" {
		t.Error(d)
	}
}
