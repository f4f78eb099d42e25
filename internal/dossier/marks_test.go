package dossier

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"github.com/travaux/travaux"
)

func marker1(s string, uses []use) *marker {
	return &marker{text: s, marks: marksOf(s, uses), named: map[string]bool{}}
}

func TestMarks(t *testing.T) {
	const s = "one two three four"
	tests := map[string]struct {
		spans []string // words; a leading ~ makes a quiet one
		want  string
	}{
		"none":     {nil, "one two three four"},
		"one":      {[]string{"two"}, `one <mark id="b4-7">two</mark> three four`},
		"same":     {[]string{"two", "two"}, `one <mark id="b4-7">two</mark> three four`},
		"quiet":    {[]string{"~two"}, `one <span id="b4-7">two</span> three four`},
		"both":     {[]string{"~two", "two"}, `one <mark id="b4-7">two</mark> three four`},
		"nested":   {[]string{"two", "two three"}, `one <mark id="b4-13"><mark id="b4-7">two</mark> three</mark> four`},
		"crossing": {[]string{"one two", "two three"}, `<mark id="b0-7">one <mark id="b4-13">two</mark></mark><mark> three</mark> four`},
		"touching": {[]string{"one ", "two"}, `<mark id="b0-4">one </mark><mark id="b4-7">two</mark> three four`},
		"whole":    {[]string{"one two three four", "four"}, `<mark id="b0-18">one two three <mark id="b14-18">four</mark></mark>`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var uses []use
			for _, w := range tt.spans {
				w, quiet := strings.CutPrefix(w, "~")
				kind := "statement"
				if quiet {
					kind = "name"
				}
				i := strings.Index(s, w)
				uses = append(uses, use{travaux.SpanOf(s, i, i+len(w)), "x", kind})
			}
			if got := marker1(s, uses).write(0, len(s)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// Whatever the passages and the stretches, the text is whole, the elements
// nest, and every passage that a stretch touches has its anchor once.
func TestMarksProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune("ab <&\"é—\n")), 1, 40, -1).Draw(t, "text")
		runes := []int{}
		for i := range s {
			runes = append(runes, i)
		}
		runes = append(runes, len(s))
		var uses []use
		for range rapid.IntRange(0, 12).Draw(t, "passages") {
			i := rapid.IntRange(0, len(runes)-2).Draw(t, "start")
			j := rapid.IntRange(i+1, len(runes)-1).Draw(t, "end")
			kind := rapid.SampledFrom([]string{"name", "statement"}).Draw(t, "kind")
			uses = append(uses, use{travaux.SpanOf(s, runes[i], runes[j]), "x", kind})
		}
		cut := runes[rapid.IntRange(0, len(runes)-1).Draw(t, "cut")]
		m := marker1(s, uses)
		parts := []string{m.write(0, cut), m.write(cut, len(s))}
		var plain strings.Builder
		for _, p := range parts {
			depth := 0
			z := html.NewTokenizer(strings.NewReader(p))
			for tt := z.Next(); tt != html.ErrorToken; tt = z.Next() {
				switch tt {
				case html.StartTagToken:
					depth++
				case html.EndTagToken:
					depth--
				case html.TextToken:
					plain.Write(z.Text())
				}
				if depth < 0 {
					t.Fatalf("an element is closed that is not open: %s", p)
				}
			}
			if depth != 0 {
				t.Fatalf("elements left open: %s", p)
			}
		}
		if got := html.UnescapeString(plain.String()); got != s {
			t.Fatalf("the text became %q", got)
		}
		for _, u := range uses {
			if n := strings.Count(parts[0]+parts[1], `id="`+anchor(u.span)+`"`); n != 1 {
				t.Fatalf("passage %s has %d anchors in %q", anchor(u.span), n, parts)
			}
		}
	})
}
