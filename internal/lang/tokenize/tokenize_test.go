package tokenize

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/travaux/travaux/internal/lang"
)

func annotate(t testing.TB, text string, blocks ...lang.Block) *lang.Doc {
	t.Helper()
	if blocks == nil {
		blocks = []lang.Block{{Span: lang.Span{Start: 0, End: len(text)}}}
	}
	d := &lang.Doc{Text: text, Blocks: blocks}
	if err := New().Annotate(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// marked writes d with a space between tokens and a bar between sentences.
func marked(d *lang.Doc) string {
	var b strings.Builder
	for i, s := range d.Sents {
		if i > 0 {
			b.WriteString(" | ")
		}
		for j := s.First; j < s.Last; j++ {
			if j > s.First {
				b.WriteByte(' ')
			}
			b.WriteString(d.Form(j))
		}
	}
	return b.String()
}

// TestMarked reads testdata/*.txt: a line of text, below it the same with a
// space between tokens and " | " between sentences, then an empty line.
func TestMarked(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test files: %v", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
			text, want, _ := strings.Cut(c, "\n")
			if diff := cmp.Diff(strings.TrimSpace(want), marked(annotate(t, text))); diff != "" {
				t.Errorf("%s: %s\n%s", f, text, diff)
			}
		}
	}
}

func TestBlocksAreCutApart(t *testing.T) {
	text := "A heading\nThe text of\nthe paragraph. Its end\nskipped"
	d := annotate(t, text, lang.Block{Span: lang.Span{Start: 0, End: 9}, Kind: lang.Heading}, lang.Block{Span: lang.Span{Start: 10, End: 44}})
	if diff := cmp.Diff("A heading | The text of the paragraph . | Its end", marked(d)); diff != "" {
		t.Error(diff)
	}
	if d.Sents[2].Block != 1 || d.Toks[d.Sents[2].First].Sent != 2 {
		t.Errorf("sentence 2: block %d, token's sentence %d", d.Sents[2].Block, d.Toks[d.Sents[2].First].Sent)
	}
}

// check reports what is wrong with the sentences and tokens of d.
func check(d *lang.Doc) error {
	at := 0
	for i, s := range d.Sents {
		if s.First >= s.Last || s.Span != d.TokSpan(s.First, s.Last) {
			return fmt.Errorf("sentence %d: tokens %d-%d, span %v", i, s.First, s.Last, s.Span)
		}
		if !d.Blocks[s.Block].Contains(s.Span) {
			return fmt.Errorf("sentence %d leaves its block", i)
		}
		if i > 0 && d.Sents[i-1].Last != s.First || i == 0 && s.First != 0 {
			return fmt.Errorf("sentence %d does not follow the one before", i)
		}
		for j := s.First; j < s.Last; j++ {
			tok := d.Toks[j]
			if tok.Start < at || tok.End <= tok.Start || int(tok.Sent) != i {
				return fmt.Errorf("token %d: %v after %d, sentence %d", j, tok.Span, at, tok.Sent)
			}
			if strings.ContainsFunc(d.Form(j), unicode.IsSpace) {
				return fmt.Errorf("token %q has white space", d.Form(j))
			}
			if gap := d.Text[at:tok.Start]; utf8.ValidString(d.Text) && i > 0 && d.Sents[i-1].Block == s.Block && strings.ContainsFunc(gap, isWord) {
				return fmt.Errorf("%q is in no token", gap)
			}
			at = tok.End
		}
	}
	if n := len(d.Sents); n > 0 && d.Sents[n-1].Last != len(d.Toks) || n == 0 && len(d.Toks) > 0 {
		return fmt.Errorf("%d tokens, not all in %d sentences", len(d.Toks), n)
	}
	return nil
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{"", "a", "Mr. Bell didn't (say so).", "'s n't '", "U.S.\xff$5.0%", "…”’)", "@@@ http:// www. #1 @a", "e\u0301\u200d👩‍👩‍👧 🇮🇪", "1. 2. 3.", "x-y-z--w", "\u00a0\u2028a\u0085b"} {
		f.Add(s, 0, len(s))
	}
	f.Fuzz(func(t *testing.T, s string, from, to int) {
		if from < 0 || to < from || to > len(s) {
			from, to = 0, len(s)
		}
		d := annotate(t, s, lang.Block{Span: lang.Span{Start: from, End: to}}, lang.Block{Span: lang.Span{Start: to, End: len(s)}})
		if err := check(d); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	text := strings.Repeat("The foreign minister of Merin, Gen. Tove Lind, told reporters on Tuesday that the 28-point plan wasn't \"a final text\" and that talks would resume at 5 p.m. in Port Halle, with $3.5 million at stake. ", 500)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		annotate(b, text)
	}
}

// A text without full stops is cut all the same: what follows may take time
// that grows with the square of a sentence.
func TestGapsAreNotRead(t *testing.T) {
	const text = "Ada Rask RaskPort shut. MORE met the crews."
	b := lang.Block{Span: lang.Span{End: len(text)}, Gaps: []lang.Span{{Start: 8, End: 28}}}
	if diff := cmp.Diff("Ada Rask met the crews .", marked(annotate(t, text, b))); diff != "" {
		t.Error(diff)
	}
}

func TestLongSentence(t *testing.T) {
	text := strings.Repeat("the talks go on, ", 1000)
	d := &lang.Doc{Text: text, Blocks: []lang.Block{{Span: lang.Span{End: len(text)}}}}
	if err := New().Annotate(d); err != nil {
		t.Fatal(err)
	}
	if len(d.Sents) < 2 {
		t.Fatalf("%d tokens in %d sentences", len(d.Toks), len(d.Sents))
	}
	next := 0
	for i, s := range d.Sents {
		if s.First != next || s.Last-s.First > maxSentence {
			t.Errorf("sentence %d covers tokens %d to %d", i, s.First, s.Last)
		}
		if i+1 < len(d.Sents) && d.Form(s.Last-1) != "," {
			t.Errorf("sentence %d ends with %q", i, d.Form(s.Last-1))
		}
		next = s.Last
	}
	if next != len(d.Toks) {
		t.Errorf("%d of %d tokens are in sentences", next, len(d.Toks))
	}
}

// TestMax holds that a bounded document ends with a sentence, within the bound.
func TestMax(t *testing.T) {
	for text, want := range map[string]string{
		"We met. They met. All met.":    "We met. They met.",
		"We met again in the old hall":  "",
		"We met.":                       "We met.",
		strings.Repeat("é", 200):        strings.Repeat("é", maxBytes*6/2),
		"We " + strings.Repeat("é", 99): "We",
	} {
		d := &lang.Doc{Text: text, Blocks: []lang.Block{{Span: lang.Span{End: len(text)}}}}
		if err := (&Tokenizer{Max: 6}).Annotate(d); err != nil {
			t.Fatal(err)
		}
		got := ""
		if n := len(d.Sents); n > 0 {
			got = text[:d.Sents[n-1].End]
		}
		if n := len(d.Blocks); n > 0 && d.Blocks[n-1].End != len(got) {
			t.Errorf("of %q %q is read, and its block ends at %d", text, got, d.Blocks[n-1].End)
		}
		if got != want || len(d.Toks) > 6 {
			t.Errorf("of %q %q is read, want %q", text, got, want)
		}
	}
}
