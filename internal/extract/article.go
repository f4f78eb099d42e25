package extract

import (
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// article returns the node that holds the article: what readability finds,
// unless that is little beside the page's own paragraphs, or the page is too
// large for it.
func article(doc *html.Node, address string) *html.Node {
	base, err := url.Parse(address)
	if err != nil || address == "" {
		base = nil
	}
	own, words := densest(doc)
	if count(doc, maxElements) < maxElements {
		parser := readability.NewParser()
		if a, err := parser.ParseDocument(doc, base); err == nil && a.Node != nil && wordsIn(a.Node)*10 > words*6 {
			return a.Node
		}
	}
	if own != nil {
		return own
	}
	return doc
}

// asideRE is how pages name what lies around an article.
var asideRE = regexp.MustCompile(`(?i)\b(?:comments?|disqus|related|recirc|sidebar|footer|nav(?:igation|bar)?|menu|newsletter|promo|sponsor|share|social|cookie|consent|gdpr|popup|modal|teasers?|most-?(?:read|popular)|trending|recommend(?:ed|ations)?|outbrain|taboola)`)

// densest returns the element that holds the most words of long paragraphs
// outside what lies around an article, narrowed to the smallest that still
// holds four in five of them; and their number.
func densest(doc *html.Node) (*html.Node, int) {
	sums := map[*html.Node]int{}
	total := 0
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.ElementNode {
			if unread[n.DataAtom] && n.DataAtom != atom.Form || n.DataAtom == atom.Footer || n.DataAtom == atom.Aside || hidden(n) ||
				n.DataAtom != atom.Body && n.DataAtom != atom.Html && n.DataAtom != atom.Article && asideRE.MatchString(attr(n, "class")+" "+attr(n, "id")) {
				return
			}
			if n.DataAtom == atom.P || n.DataAtom == atom.Div && bare(n) {
				if w := unlinked(n); w >= 10 {
					total += w
					for p := n.Parent; p != nil; p = p.Parent {
						sums[p] += w
					}
				}
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(doc)
	if total == 0 {
		return nil, 0
	}
	best := doc
	for narrowed := true; narrowed; {
		narrowed = false
		for c := best.FirstChild; c != nil; c = c.NextSibling {
			if sums[c]*5 >= total*4 {
				best, narrowed = c, true
				break
			}
		}
	}
	return best, sums[best]
}

// bare reports whether a div holds words and no blocks: a paragraph by another
// name.
func bare(n *html.Node) bool {
	words := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if blocks[c.DataAtom] {
			return false
		}
		words = words || c.Type == html.TextNode && len(c.Data) > 40
	}
	return words
}

// unlinked counts the words under n outside links.
func unlinked(n *html.Node) (words int) {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent != nil && d.Parent.DataAtom != atom.A && !unread[d.Parent.DataAtom] {
			words += len(strings.Fields(d.Data))
		}
	}
	return words
}

// wordsIn counts the words under n.
func wordsIn(n *html.Node) (words int) {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent != nil && !unread[d.Parent.DataAtom] {
			words += len(strings.Fields(d.Data))
		}
	}
	return words
}

// count returns the number of elements under n, at most limit.
func count(n *html.Node, limit int) int {
	total := 0
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			if total++; total >= limit {
				break
			}
		}
	}
	return total
}
