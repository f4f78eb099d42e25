package extract

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/travaux/travaux"
)

const (
	maxDepth    = 400     // of elements; deeper nesting is flattened
	maxElements = 150_000 // beyond this the article is not searched for; all text is taken
	minWords    = 30      // fewer are no article
)

// readHTML reads a page: the text is its article, as found by Mozilla's
// readability algorithm (doc/extract.md says why), a line for each heading,
// paragraph and list item; metadata is that of the whole page.
func readHTML(in Input) (*page, error) {
	text, notes, err := decode(in.Data, declaredCharset(in))
	if err != nil {
		return nil, err
	}
	doc, flat, err := parse(text)
	if err != nil {
		return nil, err
	}
	p := &page{extractor: "readability/20251125.2", media: "text/html", notes: notes}
	if flat {
		p.notes = append(p.notes, fmt.Sprintf("elements nested more than %d deep were flattened", maxDepth))
	}
	if cutOff(text) {
		p.notes = append(p.notes, "the page has no end; it may be cut off")
	}
	p.meta = pageMeta(doc)
	title, deck := heading(doc, p.meta.headline.Value), subtitle(doc, p.meta.deck.Value)
	if deck == "" {
		p.meta.deck = travaux.Field{}
	}
	node := article(doc, in.URL)
	w := &writer{skip: map[string]bool{title: true, deck: true}}
	w.line(title, travaux.LineHeadline)
	w.line(deck, travaux.LineDeck)
	w.body = 0
	if words := len(strings.Fields(p.meta.body)); words > 2*wordsIn(node) {
		for line := range strings.Lines(p.meta.body) { // the page shows its text by script
			w.buf.WriteString(line)
			w.flush("")
		}
	} else {
		w.walk(node)
		w.flush("")
	}
	if w.body < minWords || w.linked*10 > w.body*7 {
		return nil, travaux.Errorf(travaux.CodeNoArticle, op, "", "the page has no article: %d words of text outside its links", max(w.body-w.linked, 0))
	}
	p.text, p.marks = w.text.String(), w.marks
	return p, nil
}

var charsetRE = regexp.MustCompile(`(?i)charset\s*=\s*["']?([\w-]+)`)

// declaredCharset returns the charset that the sender, or else the page's own
// head, declares.
func declaredCharset(in Input) string {
	if m := charsetRE.FindStringSubmatch(in.MediaType); m != nil {
		return m[1]
	}
	if m := charsetRE.FindSubmatch(in.Data[:min(len(in.Data), 4096)]); m != nil {
		return string(m[1])
	}
	return ""
}

// cutOff reports whether a page that has a body has no end.
func cutOff(text string) bool {
	ends := strings.ToLower(text[max(0, len(text)-2000):])
	return strings.Contains(strings.ToLower(text[:min(len(text), 100_000)]), "<body") &&
		!strings.Contains(ends, "</body") && !strings.Contains(ends, "</html")
}

// parse parses a page. Nesting that the parser refuses is flattened first.
func parse(text string) (doc *html.Node, flat bool, err error) {
	if n := strings.Count(text, "<"); n > maxTags {
		return nil, false, tooLarge("%d tags; a page has at most %d", n, maxTags)
	}
	if deep(text) {
		text, flat = flatten(text), true
	}
	doc, err = html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, false, travaux.Errorf(travaux.CodeMalformed, op, "", "broken HTML: %w", err)
	}
	return doc, flat, nil
}

// deep reports whether elements are nested deeper than maxDepth. End tags that
// may be left out make this an over-estimate.
func deep(text string) bool {
	depth := 0
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.StartTagToken:
			if name, _ := z.TagName(); !void[atom.Lookup(name)] {
				depth++
			}
		case html.EndTagToken:
			depth = max(0, depth-1)
		}
		if depth > maxDepth {
			return true
		}
	}
}

// void elements have no end tag, or seldom one.
var void = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true, atom.Img: true,
	atom.Input: true, atom.Link: true, atom.Meta: true, atom.Source: true, atom.Track: true, atom.Wbr: true,
	atom.P: true, atom.Li: true, atom.Option: true, atom.Td: true, atom.Th: true, atom.Tr: true, atom.Dt: true, atom.Dd: true,
}

// flatten drops the tags of elements nested deeper than maxDepth.
func flatten(text string) string {
	var out bytes.Buffer
	depth, dropped := 0, 0
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		t := z.Next()
		raw := z.Raw()
		switch t {
		case html.ErrorToken:
			return out.String()
		case html.StartTagToken:
			keep := append([]byte(nil), raw...)
			if name, _ := z.TagName(); !void[atom.Lookup(name)] {
				if depth >= maxDepth {
					dropped++
					continue
				}
				depth++
			}
			out.Write(keep)
			continue
		case html.EndTagToken:
			keep := append([]byte(nil), raw...)
			if name, _ := z.TagName(); !void[atom.Lookup(name)] {
				if dropped > 0 {
					dropped--
					out.WriteByte(' ')
					continue
				}
				depth = max(0, depth-1)
			}
			out.Write(keep)
			continue
		}
		out.Write(raw)
	}
}

// writer writes the text of a tree, a line for each block.
type writer struct {
	text   strings.Builder
	lines  int
	marks  []mark
	skip   map[string]bool // lines already written
	buf    strings.Builder // the words of the line being gathered
	class  travaux.LineClass
	body   int // words written
	linked int // of those, in links
	inLink int
}

// line writes one line with its class, if it has words.
func (w *writer) line(s string, class travaux.LineClass) {
	if s == "" {
		return
	}
	if w.lines > 0 {
		w.text.WriteByte('\n')
		w.lines++
		if !(class == travaux.LineListItem && w.class == travaux.LineListItem) {
			w.text.WriteByte('\n')
			w.lines++
		}
	} else {
		w.lines = 1
	}
	w.text.WriteString(s)
	if class != "" {
		w.marks = append(w.marks, mark{line: w.lines - 1, class: class})
	}
	w.class = class
	w.body += len(strings.Fields(s))
}

// flush writes the gathered words as a line.
func (w *writer) flush(class travaux.LineClass) {
	s := strings.Join(strings.Fields(w.buf.String()), " ")
	w.buf.Reset()
	if w.skip[s] && s != "" {
		delete(w.skip, s)
		return
	}
	w.line(s, class)
}

// walk writes the text under n. It does not recurse deeper than the tree, which
// parse has bounded.
func (w *writer) walk(n *html.Node) {
	if n == nil {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.buf.WriteString(n.Data)
		if w.inLink > 0 {
			w.linked += len(strings.Fields(n.Data))
		}
		return
	case html.ElementNode, html.DocumentNode:
	default:
		return
	}
	if unread[n.DataAtom] || hidden(n) {
		return
	}
	class, block := blockOf(n)
	switch {
	case n.DataAtom == atom.Br:
		w.br(n)
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		block = layout(n)
		if !block && strings.TrimSpace(w.buf.String()) != "" {
			w.buf.WriteString(" |")
		}
		w.buf.WriteByte(' ')
	case n.DataAtom == atom.Tr && dataRow(n):
		class = travaux.LineTable
	case n.DataAtom == atom.P && w.inLink == 0 && pointer(n):
		class = travaux.LineTeaser
	}
	if block {
		w.flush(w.around(n))
	}
	if n.DataAtom == atom.A {
		w.inLink++
		defer func() { w.inLink-- }()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
	if block {
		w.flush(class)
	}
}

// br ends the line at two line breaks in a row, and is white space otherwise:
// a lone one stands within a paragraph.
func (w *writer) br(n *html.Node) {
	next := n.NextSibling
	for next != nil && next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" {
		next = next.NextSibling
	}
	if next != nil && next.DataAtom == atom.Br {
		w.flush(w.around(n.Parent))
	}
	w.buf.WriteByte(' ')
}

// around returns the class of words that stand in n's parent outside n.
func (w *writer) around(n *html.Node) travaux.LineClass {
	for p := n; p != nil; p = p.Parent {
		if class, _ := blockOf(p); class != "" && p != n {
			return class
		}
	}
	return ""
}

// unread elements have no words of the article.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Iframe: true,
	atom.Svg: true, atom.Form: true, atom.Button: true, atom.Select: true, atom.Nav: true, atom.Object: true, atom.Textarea: true,
}

var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Footer: true,
	atom.Aside: true, atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Table: true,
	atom.Tr: true, atom.Caption: true, atom.Blockquote: true, atom.Pre: true, atom.Figure: true, atom.Figcaption: true, atom.Hr: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Body: true, atom.Html: true, atom.Address: true,
}

// blockOf returns the class that an element gives its words, and whether it
// stands on lines of its own.
func blockOf(n *html.Node) (travaux.LineClass, bool) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return travaux.LineSubhead, true
	case atom.Li:
		return travaux.LineListItem, true
	case atom.Figcaption:
		return travaux.LineCaption, true
	}
	return "", blocks[n.DataAtom]
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true" && n.DataAtom != atom.P
		case "style":
			return strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none")
		}
	}
	return false
}
