package dossier

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	gmtext "github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"github.com/travaux/travaux"
)

// attacks are words that would do something if they were not shown as words.
var attacks = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</style><script>x</script>`,
	`</textarea></title><svg onload=alert(1)>`, `javascript:alert(1)`, `data:text/html,<script>1</script>`, `[x](javascript:alert(1))`,
	`![p](http://tracker.example/p.png)`, "`code` ~~gone~~ **bold** _em_ $x$", `<http://evil.example>`, `http://evil.example/a www.evil.example`,
	"| a | b |", "\x1b[31mred\x1b[0m\x07", "\u202eevil\u202c", "line\n# heading\n- item\n\n<b>x</b>", `{{.Body}}`, `&lt;&amp;&#60;`, `\](x)`, "a\u2028b\x00c",
}

// hostile is the fixture with an attack in every field that a report or a user
// fills.
func hostile(t testing.TB, attack string) Data {
	d := loadFixture(t)
	r := d.Record
	d.Options.Title = attack
	r.Negotiation.Name, r.Negotiation.Readers = attack, []string{attack}
	r.Negotiation.Unread[0] = travaux.Unread{File: attack, Reason: attack, Code: travaux.Code(attack)}
	for i := range r.Reports {
		x := &r.Reports[i]
		f := travaux.Field{Value: attack, Basis: attack}
		x.Outlet, x.Headline, x.Deck, x.Byline, x.URL = f, f, f, f, f
		x.File, x.Genre, x.Language, x.Extractor, x.Notes = attack, travaux.Genre(attack), attack, attack, []string{attack}
		x.Date.EDTF, x.Date.Weekday = travaux.EDTF(attack), attack
	}
	for i := range r.Actors {
		x := &r.Actors[i]
		x.Canonical, x.Reason, x.Side, x.Type = attack, attack, attack, travaux.ActorType(attack)
		for j := range x.NameForms {
			x.NameForms[j].Form = attack
		}
		for j := range x.Roles {
			x.Roles[j].Title, x.Roles[j].Organisation = attack, attack
		}
	}
	for i := range r.Statements {
		x := &r.Statements[i]
		x.Mode, x.SpeechAct, x.Venue, x.Certainty = travaux.Mode(attack), travaux.SpeechAct(attack), attack, travaux.Certainty(attack)
	}
	for i := range r.Events {
		x := &r.Events[i]
		x.Label, x.Reason, x.Kind, x.Status = attack, attack, travaux.EventKind(attack), travaux.EventStatus(attack)
		for j := range x.Dates {
			x.Dates[j].Value = attack
		}
	}
	for i := range r.Proposals {
		r.Proposals[i].Label, r.Proposals[i].Reason = attack, attack
	}
	for i := range r.Relations {
		x := &r.Relations[i]
		x.Subkind, x.HoldsIf, x.Explanation, x.ValueA, x.Alternative = attack, attack, attack, attack, attack
	}
	for i := range r.Corroborations {
		r.Corroborations[i].Fact, r.Corroborations[i].Chains = attack, []string{attack}
	}
	return d
}

func TestHostileFields(t *testing.T) {
	for i := 0; i < len(attacks); i += 5 {
		attack := strings.Join(attacks[i:min(i+5, len(attacks))], " ")
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			files := render(t, hostile(t, attack))
			for p, content := range files {
				if p == styleFile || p == recordFile {
					continue
				}
				for _, r := range content {
					if steers(r) {
						t.Errorf("%s holds the control character %U", p, r)
						break
					}
				}
				if strings.HasSuffix(p, ".html") {
					checkParsed(t, p, content)
				}
			}
			checkMarkdown(t, files[briefFile])
		})
	}
}

// Identifiers may be anything; they must not break out of a path or an anchor.
func TestHostileIdentifiers(t *testing.T) {
	d := generate(2, 2)
	bad := "../x\"><script>"
	d.Reports[bad] = d.Reports["rep_0000"]
	d.Record.Reports[0].ID = bad
	for i := range d.Record.Statements {
		d.Record.Statements[i].ID += bad
	}
	for p, content := range render(t, d) {
		if strings.ContainsAny(p, `/\"<`) {
			t.Errorf("a file is called %q", p)
		}
		if strings.HasSuffix(p, ".html") {
			checkParsed(t, p, content)
		}
	}
}

// checkMarkdown holds that a document has no HTML, no image, and no link but
// those to pages of the dossier, also in dialects that make links of bare
// addresses.
func checkMarkdown(t *testing.T, doc string) {
	t.Helper()
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	source := []byte(doc)
	headings := 0
	err := ast.Walk(md.Parser().Parse(gmtext.NewReader(source)), func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if !in {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.RawHTML, *ast.HTMLBlock, *ast.Image, *ast.AutoLink, *ast.CodeSpan, *ast.CodeBlock, *ast.FencedCodeBlock:
			t.Errorf("the brief holds a %s", n.Kind())
		case *ast.Heading:
			headings++
		case *ast.Link:
			if d := string(n.Destination); strings.ContainsAny(d, ":/") || !strings.Contains(d, ".html") {
				t.Errorf("the brief links to %q", d)
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if headings < 8 || headings > 24 {
		t.Errorf("the brief has %d headings", headings)
	}
}

func TestMarkdownShowsTheWords(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.OneOf(rapid.String(), rapid.SampledFrom(attacks)).Draw(t, "words")
		var b bytes.Buffer
		if err := md.Convert([]byte("- x "+markdown(words)+" y"), &b); err != nil {
			t.Fatal(err)
		}
		doc := b.String()
		if strings.Count(doc, "<") != 4 { // ul and li, opened and closed
			t.Fatalf("%q became %q", words, doc)
		}
	})
}

func TestWebLink(t *testing.T) {
	for in, want := range map[string]string{
		"https://news.example/a?b=1&c=2": "https://news.example/a?b=1&c=2", " http://news.example ": "http://news.example",
		"javascript:alert(1)": "", "JaVaScRiPt:alert(1)": "", "//news.example/x": "", "/x": "", "data:text/html,x": "", "http:///x": "", "https:news": "", "": "", "http://[": "", "file:///etc/x": "",
	} {
		if got := webLink(in); got != want {
			t.Errorf("webLink(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain — “words”\n\tкириллица 中文 👩‍🚒": "plain — “words”\n\tкириллица 中文 👩‍🚒",
		"a\x1b[31mb": "a⟨U+001B⟩[31mb", "\u202ex\u202c": "⟨U+202E⟩x⟨U+202C⟩", "a\r\nb\rc": "a\nb⟨U+000D⟩c", "\x00": "⟨U+0000⟩", "\u0085": "⟨U+0085⟩", "\ufeffx": "⟨U+FEFF⟩x", "\U000E0041": "⟨U+E0041⟩",
	} {
		if got := visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, a := range attacks {
		f.Add(a, "rep_1")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		sa, sb := slug(a), slug(b)
		if (a == b) != (sa == sb) {
			t.Errorf("slug(%q) = %q, slug(%q) = %q", a, sa, b, sb)
		}
		if strings.Trim(sa, "abcdefghijklmnopqrstuvwxyz0123456789_-.") != "" {
			t.Errorf("slug(%q) = %q", a, sa)
		}
	})
}
