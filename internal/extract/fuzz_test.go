package extract

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/travaux/travaux"
)

// samples are documents of every format: testdata/samples.
func samples(t testing.TB) []Input {
	t.Helper()
	files, err := filepath.Glob("testdata/samples/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	var out []Input
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, Input{File: f, Data: data})
	}
	return out
}

// fuzz runs Extract on anything as one format.
func fuzz(f *testing.F, ext string) {
	for _, s := range samples(f) {
		if filepath.Ext(s.File) == ext {
			f.Add(s.Data)
		}
	}
	f.Add([]byte("\xff\xfe\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Extract(context.Background(), Input{File: "fuzz" + ext, Data: data})
		if err != nil {
			if travaux.CodeOf(err) == travaux.CodeInternal || !strings.Contains(err.Error(), "fuzz"+ext) {
				t.Errorf("not a plain error: %v", err)
			}
			return
		}
		check(t, r)
	})
}

func FuzzText(f *testing.F)     { fuzz(f, ".txt") }
func FuzzMarkdown(f *testing.F) { fuzz(f, ".md") }
func FuzzHTML(f *testing.F)     { fuzz(f, ".html") }
func FuzzMail(f *testing.F)     { fuzz(f, ".eml") }
func FuzzJSON(f *testing.F)     { fuzz(f, ".json") }

// FuzzPDF leaves pdftotext out: it is a process for each input.
func FuzzPDF(f *testing.F) {
	for _, s := range samples(f) {
		if filepath.Ext(s.File) == ".pdf" {
			f.Add(s.Data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if text, err := pureText(data); err == nil {
			reflow(text)
		}
	})
}

// What holds of reports made of any lines in any order.
func TestAnyLines(t *testing.T) {
	pool := []string{
		"", " ", lead, "Next", "Previous", "Follow", "Leave a Reply", "14 °C", "By Ada Renn", "5 March 2031", "Sources:", "• a rise", "- ",
		"TOLM, 5 March 2031 — Talks resumed, the mediator said on Wednesday.", "Harbour Courier", "A Title of Some Story", "“No.”", "___",
		"Read more: A Title", "as the Courier first reported", "\u200b", "1. first", "\tindented", "Photo: A/B", "© 2031", "ÅÄÖ and ß — ok",
	}
	rapid.Check(t, func(rt *rapid.T) {
		lines := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pool), rapid.String()), 1, 20).Draw(rt, "lines")
		text := strings.Join(lines, rapid.SampledFrom([]string{"\n", "\r\n", "\n\n"}).Draw(rt, "break"))
		in := Input{File: "any" + rapid.SampledFrom([]string{".txt", ".md"}).Draw(rt, "ext"), Data: []byte(text)}
		r, err := Extract(context.Background(), in)
		if err != nil {
			return
		}
		check(rt, r)
		again, err := Extract(context.Background(), in)
		if err != nil || annotated(again, nil) != annotated(r, nil) || again.ID != r.ID {
			rt.Errorf("a second reading differs")
		}
	})
}

func benchmark(b *testing.B, in Input) {
	b.SetBytes(int64(len(in.Data)))
	for b.Loop() {
		if _, err := Extract(context.Background(), in); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B) {
	var text strings.Builder
	for _, s := range samples(b) {
		if filepath.Ext(s.File) == ".txt" {
			text.Write(s.Data)
		}
	}
	text.WriteString(strings.Repeat(strings.Repeat(lead, 3)+"\n\n", 20)) // of the length that reports have
	benchmark(b, Input{File: "a.txt", Data: []byte(text.String())})
}

func BenchmarkHTML(b *testing.B) {
	for _, s := range samples(b) {
		if strings.HasSuffix(s.File, ".html") {
			benchmark(b, s)
			return
		}
	}
}
