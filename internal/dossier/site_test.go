package dossier

import (
	"bytes"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/travaux/travaux"
)

// render returns every file of a site by its path.
func render(t testing.TB, d Data) map[string]string {
	t.Helper()
	site, err := New(d)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, p := range site.Paths() {
		var b bytes.Buffer
		if err := site.Render(&b, p); err != nil {
			t.Fatal(err)
		}
		files[p] = b.String()
	}
	var record bytes.Buffer
	if err := d.RecordJSON(&record); err != nil {
		t.Fatal(err)
	}
	files[recordFile] = record.String()
	return files
}

// walk calls f for every element of a page.
func walk(n *html.Node, f func(*html.Node)) {
	if n.Type == html.ElementNode {
		f(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, f)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(text(c))
	}
	return b.String()
}

// variants are the ways to show the fixture that the page tests run over.
func variants(t testing.TB) map[string]Data {
	whole, excerpts, bare, empty := loadFixture(t), loadFixture(t), loadFixture(t), loadFixture(t)
	excerpts.Options.Excerpts = true
	bare.Reports = nil
	empty.Record, empty.Reports = &travaux.Record{}, nil
	return map[string]Data{"whole": whole, "excerpts": excerpts, "no texts": bare, "empty record": empty, "many": generate(12, 20), "crowd": crowded(t)}
}

func TestPagesAreSound(t *testing.T) {
	for name, d := range variants(t) {
		t.Run(name, func(t *testing.T) {
			files := render(t, d)
			ids := map[string][]string{}
			pages := map[string]*html.Node{}
			for p, content := range files {
				if path.Ext(p) != ".html" {
					continue
				}
				doc, err := html.Parse(strings.NewReader(content))
				if err != nil {
					t.Fatal(err)
				}
				pages[p] = doc
				walk(doc, func(n *html.Node) {
					if id := attr(n, "id"); id != "" {
						if slices.Contains(ids[p], id) {
							t.Errorf("%s: two elements with id %q", p, id)
						}
						ids[p] = append(ids[p], id)
					}
				})
				checkBalanced(t, p, content)
			}
			for p, doc := range pages {
				checkElements(t, p, doc)
				checkHeadings(t, p, doc)
				walk(doc, func(n *html.Node) {
					for _, key := range []string{"href", "aria-labelledby"} {
						v := attr(n, key)
						if key == "aria-labelledby" && v != "" {
							for _, id := range strings.Fields(v) {
								checkTarget(t, p, "#"+id, files, ids)
							}
						} else if v != "" {
							checkTarget(t, p, v, files, ids)
						}
					}
				})
			}
			checkBriefLinks(t, files, ids)
		})
	}
}

// checkTarget reports a link that leads nowhere in the dossier.
func checkTarget(t *testing.T, from, href string, files map[string]string, ids map[string][]string) {
	t.Helper()
	u, err := url.Parse(href)
	if err != nil {
		t.Errorf("%s: link %q: %v", from, href, err)
		return
	}
	if u.Scheme != "" {
		if u.Scheme != "https" && u.Scheme != "http" || !strings.HasPrefix(from, "report-") {
			t.Errorf("%s: a live link to %q", from, href)
		}
		return
	}
	to := u.Path
	if to == "" {
		to = from
	}
	if _, ok := files[to]; !ok {
		t.Errorf("%s: link to %q: no such file", from, href)
	} else if u.Fragment != "" && !slices.Contains(ids[to], u.Fragment) {
		t.Errorf("%s: link to %q: no such place", from, href)
	}
}

var briefLink = regexp.MustCompile(`\]\(([^)\s]*)\)`)

func checkBriefLinks(t *testing.T, files map[string]string, ids map[string][]string) {
	t.Helper()
	for _, m := range briefLink.FindAllStringSubmatchIndex(files[briefFile], -1) {
		if files[briefFile][m[0]-1] == '\\' {
			continue
		}
		checkTarget(t, briefFile, files[briefFile][m[2]:m[3]], files, ids)
	}
}

// checkParsed parses a page and checks its elements.
func checkParsed(t *testing.T, p, content string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	checkElements(t, p, doc)
	checkBalanced(t, p, content)
	walk(doc, func(n *html.Node) {
		if h := strings.TrimSpace(strings.ToLower(attr(n, "href"))); strings.HasPrefix(h, "javascript:") || strings.HasPrefix(h, "data:") {
			t.Errorf("%s: a live link to %q", p, h)
		}
	})
}

// checkElements reports anything that runs, loads or styles of its own accord.
func checkElements(t *testing.T, p string, doc *html.Node) {
	t.Helper()
	walk(doc, func(n *html.Node) {
		switch n.DataAtom {
		case atom.Script, atom.Iframe, atom.Object, atom.Embed, atom.Img, atom.Form, atom.Style, atom.Base, atom.Video, atom.Audio, atom.Textarea:
			t.Errorf("%s: there is a <%s>", p, n.Data)
		case atom.Link:
			if attr(n, "href") != styleFile {
				t.Errorf("%s: loads %q", p, attr(n, "href"))
			}
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "srcset" {
				t.Errorf("%s: attribute %s=%q", p, a.Key, a.Val)
			}
		}
	})
}

// checkHeadings reports a page whose headings skip a level, and one without
// the landmarks.
func checkHeadings(t *testing.T, p string, doc *html.Node) {
	t.Helper()
	level, firsts := 0, 0
	seen := map[atom.Atom]int{}
	walk(doc, func(n *html.Node) {
		seen[n.DataAtom]++
		if len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			return
		}
		l := int(n.Data[1] - '0')
		if l > level+1 {
			t.Errorf("%s: heading %q jumps from level %d to %d", p, text(n), level, l)
		}
		if l == 1 {
			firsts++
		}
		if strings.TrimSpace(text(n)) == "" {
			t.Errorf("%s: an empty heading", p)
		}
		level = l
	})
	if firsts != 1 || seen[atom.Main] != 1 || seen[atom.Header] < 1 || seen[atom.Footer] < 1 || seen[atom.Nav] < 1 {
		t.Errorf("%s: %d first headings, landmarks %v", p, firsts, seen[atom.Main])
	}
}

// checkBalanced reports tags that are closed in another order than opened,
// which a browser would mend in its own way.
func checkBalanced(t *testing.T, p, content string) {
	t.Helper()
	void := []string{"meta", "link", "br", "rect", "line", "path"}
	var open []string
	z := html.NewTokenizer(strings.NewReader(content))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("%s: not closed: %v", p, open)
			}
			return
		case html.StartTagToken:
			name, _ := z.TagName()
			if !slices.Contains(void, string(name)) {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if n := len(open); n == 0 || open[n-1] != string(name) {
				t.Errorf("%s: </%s> closes %v", p, name, open[max(0, n-3):])
				return
			}
			open = open[:len(open)-1]
		}
	}
}

var place = regexp.MustCompile(`^report-(.+)\.html#b(\d+)-(\d+)$`)

// Every quotation is the words at the place it leads to, and the anchor there
// holds the same words.
func TestQuotationsAreTheWords(t *testing.T) {
	for name, d := range variants(t) {
		if d.Reports == nil {
			continue
		}
		t.Run(name, func(t *testing.T) {
			checked := 0
			for p, content := range render(t, d) {
				if path.Ext(p) != ".html" {
					continue
				}
				doc, err := html.Parse(strings.NewReader(content))
				if err != nil {
					t.Fatal(err)
				}
				walk(doc, func(n *html.Node) {
					if n.DataAtom != atom.Q && n.DataAtom != atom.Mark {
						return
					}
					if report, ok := strings.CutPrefix(p, "report-"); ok {
						if !d.Options.Excerpts {
							checkMark(t, d, strings.TrimSuffix(report, ".html"), n)
						}
						return
					}
					if n.FirstChild == nil || attr(n.FirstChild, "href") == "" {
						t.Errorf("%s: a quotation that leads nowhere: %q", p, text(n))
						return
					}
					m := place.FindStringSubmatch(attr(n.FirstChild, "href"))
					if m == nil {
						t.Errorf("%s: %q leads to %q", p, text(n), attr(n.FirstChild, "href"))
						return
					}
					checked++
					want := wordsAt(d, m[1], m[2], m[3])
					if head, cut := strings.CutSuffix(text(n), cutMark); cut && d.Options.Excerpts && len(head) >= 20 && strings.HasPrefix(want, head) {
						return
					}
					if text(n) != want {
						t.Errorf("%s: quotes %q, the report says %q", p, text(n), want)
					}
				})
			}
			if checked < 100 {
				t.Errorf("only %d quotations checked", checked)
			}
		})
	}
}

func wordsAt(d Data, report, start, end string) string {
	from, _ := strconv.Atoi(start)
	to, _ := strconv.Atoi(end)
	words := d.Reports[report].Text[from:to]
	return visible(words)
}

// checkMark holds that a marked passage begins with the words of its anchor;
// one that crosses another has only its first part in the element.
func checkMark(t *testing.T, d Data, report string, n *html.Node) {
	t.Helper()
	m := regexp.MustCompile(`^b(\d+)-(\d+)$`).FindStringSubmatch(attr(n, "id"))
	if m == nil {
		return // a further part
	}
	if want := wordsAt(d, report, m[1], m[2]); !strings.HasPrefix(want, text(n)) || text(n) == "" {
		t.Errorf("report %s: the mark %s holds %q, not %q", report, attr(n, "id"), text(n), want)
	}
}

// The text of a report shown whole is all there, in order.
func TestReportPagesHoldTheText(t *testing.T) {
	d := loadFixture(t)
	files := render(t, d)
	for id, r := range d.Reports {
		doc, err := html.Parse(strings.NewReader(files[reportPath(id)]))
		if err != nil {
			t.Fatal(err)
		}
		page := oneLine(text(doc))
		for _, l := range r.Lines {
			if want := oneLine(visible(r.Text[l.Start:l.End])); !strings.Contains(page, want) {
				t.Errorf("%s: the page lacks the line %q", id, want)
			}
		}
	}
}

// A dossier of excerpts holds no sentence that nothing quotes, in any file,
// and no article as a whole.
func TestExcerptsHoldNoArticle(t *testing.T) {
	d := loadFixture(t)
	d.Options.Excerpts = true
	unquoted := []string{"Hallin dockers vote on a third week of strike", "leaves out the fund entirely", "let the delegations' cars through", "Subscribe for the morning letter", "and broke up before noon"}
	for p, content := range render(t, d) {
		content = oneLine(content)
		for _, s := range unquoted {
			if strings.Contains(content, s) {
				t.Errorf("%s holds %q, which nothing quotes", p, s)
			}
		}
		for id, r := range d.Reports {
			for _, b := range r.Blocks {
				if b.End-b.Start > maxExcerpt && strings.Contains(content, oneLine(r.Text[b.Start:b.End])) && p != recordFile {
					t.Errorf("%s holds a whole paragraph of %s", p, id)
				}
			}
			if strings.Contains(content, oneLine(r.Text)) {
				t.Errorf("%s holds the whole of %s", p, id)
			}
		}
	}
}

// However much of a report is statements, its excerpts stay a part of it.
func TestExcerptsAreAPart(t *testing.T) {
	d := generate(3, 30)
	d.Options.Excerpts = true
	files := render(t, d)
	for id, r := range d.Reports {
		doc, err := html.Parse(strings.NewReader(files[reportPath(id)]))
		if err != nil {
			t.Fatal(err)
		}
		shown := 0
		walk(doc, func(n *html.Node) {
			if n.DataAtom == atom.Q {
				shown += len(text(n)) - len(cutMark)
			}
		})
		if shown == 0 || shown > len(r.Text)*2/3 {
			t.Errorf("%s: %d bytes of %d are shown", id, shown, len(r.Text))
		}
	}
}
