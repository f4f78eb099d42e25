package tag

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

func newTagger(t testing.TB) *Tagger {
	t.Helper()
	tagger, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return tagger
}

// words makes a document of one sentence from words parted by spaces.
func words(text string) *lang.Doc {
	d := &lang.Doc{Text: text}
	at := 0
	for _, w := range strings.Fields(text) {
		start := at + strings.Index(text[at:], w)
		at = start + len(w)
		d.Toks = append(d.Toks, lang.Tok{Span: lang.Span{Start: start, End: at}})
	}
	d.Sents = []lang.Sent{{Span: d.TokSpan(0, len(d.Toks)), Last: len(d.Toks)}}
	return d
}

// TestMarked reads testdata/*.txt: a sentence a line, each word with its tag
// and, where it is not the word itself, its lemma: word/TAG/lemma.
func TestMarked(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test files: %v", err)
	}
	tagger := newTagger(t)
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
			want := strings.Fields(line)
			forms := make([]string, len(want))
			for i, w := range want {
				forms[i], _, _ = strings.Cut(w, "/")
			}
			d := words(strings.Join(forms, " "))
			if err := tagger.Annotate(d); err != nil {
				t.Fatal(err)
			}
			got := make([]string, len(want))
			for i, tok := range d.Toks {
				got[i] = forms[i] + "/" + tok.UPOS.String()
				if strings.Count(want[i], "/") == 2 || !strings.EqualFold(tok.Lemma, forms[i]) {
					got[i] += "/" + tok.Lemma
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %s\n%s", f, line, diff)
			}
		}
	}
}

// TestHandWrittenWords holds the hand-written list to what it says of itself.
func TestHandWrittenWords(t *testing.T) {
	last := ""
	for line := range strings.Lines(newsData) {
		form, _, ok := strings.Cut(line, "\t")
		if !ok {
			continue
		}
		if form <= last {
			t.Errorf("%q does not sort after %q", form, last)
		}
		if strings.Contains(lexiconData, "\n"+form+"\t") {
			t.Errorf("%q is in lexicon.tsv as well", form)
		}
		last = form
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{"", "A", "Ümit n’t \xff 5% ’s", "THE PORT IS SHUT NOW", strings.Repeat("a ", 300)} {
		f.Add(s)
	}
	tagger := newTagger(f)
	f.Fuzz(func(t *testing.T, s string) {
		d := &lang.Doc{Text: s, Blocks: []lang.Block{{Span: lang.Span{End: len(s)}}}}
		for _, c := range []lang.Component{tokenize.New(), tagger} {
			if err := c.Annotate(d); err != nil {
				t.Fatal(err)
			}
		}
		for i, tok := range d.Toks {
			if tok.Lemma == "" || utf8.ValidString(s) && !utf8.ValidString(tok.Lemma) {
				t.Errorf("token %q has the lemma %q", d.Form(i), tok.Lemma)
			}
		}
	})
}
