package extract

import (
	"context"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// TestLimits holds that what is larger than any report is refused with a
// reason, and what is smaller is read.
func TestLimits(t *testing.T) {
	const words = "The minister met the crane union in Port Halle again on Tuesday. "
	for name, tt := range map[string]struct {
		file, data, reason string
	}{
		"text":         {"a.txt", strings.Repeat(words, maxText/len(words)+1), "KB of text"},
		"lines":        {"a.txt", strings.Repeat("a\n", maxLines+1), "lines"},
		"data":         {"a.md", strings.Repeat("x", maxData+1), "Markdown may have"},
		"tags":         {"a.html", "<html><body>" + strings.Repeat("<p>", maxTags) + words, "tags"},
		"mail":         {"a.eml", "From: a@b.example\nContent-Type: text/html\n\n" + strings.Repeat("<p>", maxTags+1) + words, "tags"},
		"JSON":         {"a.json", `{"text":"` + strings.Repeat("a\\n", maxLines+1) + `"}`, "lines"},
		"some":         {"b.txt", strings.Repeat(words+"\n", 1000), ""},
		"front matter": {"b.md", "---\ntitle: " + strings.Repeat("x", maxFrontMatter) + "\n---\n" + words, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := Extract(context.Background(), Input{File: tt.file, Data: []byte(tt.data)})
			switch {
			case tt.reason == "" && err != nil:
				t.Error(err)
			case tt.reason != "" && (travaux.CodeOf(err) != travaux.CodeTooLarge || !strings.Contains(err.Error(), tt.reason)):
				t.Errorf("%v, want %q", err, tt.reason)
			case name == "front matter" && (len(r.Notes) != 1 || r.Headline.Value != ""):
				t.Errorf("notes %q, headline %.20q", r.Notes, r.Headline.Value)
			}
		})
	}
}
