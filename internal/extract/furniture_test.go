package extract

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/travaux/travaux"
)

// furniture counts how well the site's lines are told from the article's.
// Removed is what the text leaves out or a class marks as the site's.
type furniture struct {
	site, removed, wrong int
}

func (f *furniture) add(o furniture) {
	f.site, f.removed, f.wrong = f.site+o.site, f.removed+o.removed, f.wrong+o.wrong
}

func (f furniture) precision() float64 {
	return 100 * float64(f.removed) / float64(max(f.removed+f.wrong, 1))
}
func (f furniture) recall() float64 { return 100 * float64(f.removed) / float64(max(f.site, 1)) }

// TestFurniturePages scores the pages of testdata/pages, all invented: each
// .html has a .lines with the texts of the page and what they are, "article",
// "about" the article (bylines, captions, notes) or of the "site". Every page is
// read as HTML, and as the text that a browser copies from it.
// TRAVAUX_MISSES=1 lists what is wrong.
func TestEvalFurniturePages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(files) < 50 {
		t.Fatalf("found %d pages: %v", len(files), err)
	}
	for _, way := range []struct {
		name              string
		precision, recall float64
		text              func([]byte) ([]byte, string)
	}{
		{"html", 99, 98.5, func(b []byte) ([]byte, string) { return b, ".html" }},
		{"copied", 99, 94, func(b []byte) ([]byte, string) { return copied(t, b), ".txt" }},
	} {
		t.Run(way.name, func(t *testing.T) {
			var all furniture
			for _, file := range files {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				want, err := os.ReadFile(strings.TrimSuffix(file, ".html") + ".lines")
				if err != nil {
					t.Fatal(err)
				}
				text, ending := way.text(data)
				r, err := Extract(context.Background(), Input{File: strings.TrimSuffix(file, ".html") + ending, Data: text})
				if err != nil {
					t.Errorf("%s: %v", file, err)
					continue
				}
				all.add(scorePage(t, filepath.Base(file), r, string(want)))
			}
			t.Logf("%d lines of the site, precision %.1f, recall %.1f", all.site, all.precision(), all.recall())
			if all.precision() < way.precision || all.recall() < way.recall {
				t.Errorf("below the floor of precision %.0f, recall %.0f", way.precision, way.recall)
			}
		})
	}
}

func scorePage(t *testing.T, name string, r *travaux.Report, want string) furniture {
	var f furniture
	list := os.Getenv("TRAVAUX_MISSES") != ""
	article := map[string]bool{}
	for row := range strings.Lines(want) {
		kind, text, _ := strings.Cut(strings.TrimSpace(row), "| ")
		if kind != "site" {
			article[text] = true
		}
	}
	for row := range strings.Lines(want) {
		kind, text, _ := strings.Cut(strings.TrimSpace(row), "| ")
		kept, marked := false, false
		for _, l := range r.Lines {
			line := strings.Join(strings.Fields(r.Text[l.Start:l.End]), " ")
			if !holds(line, text, kind == "site", article) {
				continue
			}
			if l.Class.Furniture() || kind == "site" && l.Class == travaux.LineMeta {
				marked = true
			} else {
				kept = true
			}
		}
		switch {
		case kind == "site":
			f.site++
			if !kept {
				f.removed++
			} else if list {
				t.Logf("KEPT    %s: %s", name, text)
			}
		case kind == "article" && !kept, kind == "about" && marked && !kept:
			f.wrong++
			if list {
				t.Logf("REMOVED %s: %s", name, text)
			}
		}
	}
	return f
}

// holds reports whether a line has a text. A short text of the site is looked
// for in short lines only: its words stand in the article too.
func holds(line, text string, site bool, article map[string]bool) bool {
	if line == text {
		return true
	}
	if site && len(strings.Fields(text)) < 4 {
		return !article[line] && len(strings.Fields(line)) <= 12 && strings.Contains(" "+line+" ", " "+text+" ")
	}
	return strings.Contains(line, text) && !(site && article[line])
}

// copied is a page as a browser copies it: a line a block, table cells parted by
// tabs.
func copied(t *testing.T, page []byte) []byte {
	doc, err := html.Parse(strings.NewReader(string(page)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	newline := func(n int) {
		s := b.String()
		for n > 0 && s != "" && !strings.HasSuffix(s, strings.Repeat("\n", n)) {
			b.WriteByte('\n')
			s = b.String()
		}
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		breaks, gap := false, 0
		switch n.Data {
		case "head", "script", "style":
			return
		case "p", "h1", "h2", "h3", "h4", "ul", "table", "figure", "figcaption", "hr":
			breaks, gap = true, 2
		case "div", "li", "tr", "section", "article", "header", "footer", "nav", "aside", "main", "br", "button":
			breaks, gap = true, 1
		case "td", "th":
			if n.PrevSibling != nil && n.Parent.Parent.Parent.Data == "table" && wordsIn(n) < 8 {
				b.WriteByte('\t')
			} else {
				newline(1)
			}
		}
		if breaks {
			newline(gap)
		}
		if n.Type == html.TextNode {
			if s := strings.Join(strings.Fields(n.Data), " "); s != "" {
				if cur := b.String(); cur != "" && !strings.HasSuffix(cur, "\n") && !strings.HasSuffix(cur, "\t") {
					b.WriteByte(' ')
				}
				b.WriteString(s)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if breaks {
			newline(gap)
		}
	}
	walk(doc)
	return []byte(b.String())
}

// TestFurnitureSeeds scores the lines of the hand reading.
func TestEvalFurnitureSeeds(t *testing.T) {
	data, err := os.ReadFile("../../../shared/gold/lines.tsv")
	if err != nil {
		t.Skip("the hand reading is not here")
	}
	reports := map[string]*travaux.Report{}
	var f furniture
	rows := strings.Split(strings.TrimSpace(string(data)), "\n")[1:]
	for _, row := range rows {
		c := strings.Split(row, "\t")
		if reports[c[0]] == nil {
			text, err := os.ReadFile(filepath.Join("../../../shared/seeds", c[0]))
			if err != nil {
				t.Skip("the seed reports are not here")
			}
			if reports[c[0]], err = Extract(context.Background(), Input{File: c[0], Data: text}); err != nil {
				t.Fatal(err)
			}
		}
		n, err := strconv.Atoi(c[7])
		if err != nil {
			t.Fatal(err)
		}
		site := strings.HasPrefix(c[1], "boilerplate")
		got := reports[c[0]].Lines[n-1].Class.Furniture()
		switch {
		case site:
			f.site++
			if got {
				f.removed++
			}
		case got:
			f.wrong++
		}
		if site != got {
			t.Logf("line %d of %s is %s", n, c[0], c[1])
		}
	}
	t.Logf("%d lines, %d of the site: precision %.1f, recall %.1f", len(rows), f.site, f.precision(), f.recall())
	if f.site > 0 && (f.precision() < 95 || f.recall() < 90) {
		t.Error("below the floor of precision 95, recall 90")
	}
}
