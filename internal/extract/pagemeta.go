package extract

import (
	"encoding/json"
	"net/url"
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/travaux/travaux"
)

// pageMeta reads what a page says of itself in JSON-LD, OpenGraph and other
// meta elements, in that order of preference.
func pageMeta(doc *html.Node) meta {
	var m meta
	head := map[string]string{} // meta elements by name, the first of each
	var scripts []string
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			keep(&m.language, strings.ToLower(attr(n, "lang")))
		case atom.Meta:
			gather(head, n)
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				keep(&m.url, absolute(attr(n, "href")))
			}
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				scripts = append(scripts, n.FirstChild.Data)
			}
		case atom.Title:
			if head["title element"] == "" && n.Parent != nil && n.Parent.DataAtom == atom.Head {
				head["title element"] = innerText(n)
			}
		case atom.Time:
			if head["time element"] == "" {
				head["time element"] = attr(n, "datetime")
			}
		}
	}
	for _, s := range scripts {
		linked(&m, s)
	}
	fromHead(&m, head)
	if i := strings.IndexAny(m.language.Value, "-_"); i > 0 {
		m.language.Value = m.language.Value[:i]
	}
	return m
}

// gather keeps the first content of each named meta element.
func gather(head map[string]string, n *html.Node) {
	name := strings.ToLower(attr(n, "property"))
	if name == "" {
		name = strings.ToLower(attr(n, "name"))
	}
	if name == "" {
		name = strings.ToLower(attr(n, "itemprop"))
	}
	if v := words(attr(n, "content")); name != "" && v != "" && head[name] == "" {
		head[name] = v
	}
}

// fromHead fills what JSON-LD left open from the meta elements.
func fromHead(m *meta, head map[string]string) {
	get := func(f *travaux.Field, names ...string) {
		for _, n := range names {
			keep(f, head[n])
		}
	}
	get(&m.outlet, "og:site_name", "publisher", "dc.publisher", "application-name", "twitter:app:name:iphone")
	get(&m.headline, "og:title", "twitter:title", "dc.title", "headline", "title", "title element")
	get(&m.deck, "og:description", "description", "twitter:description")
	get(&m.byline, "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "twitter:creator")
	if strings.HasPrefix(m.byline.Value, "http") || strings.HasPrefix(m.byline.Value, "@") {
		m.byline = travaux.Field{}
	}
	get(&m.url, "og:url")
	m.headline.Value = withoutSite(m.headline.Value, m.outlet.Value)
	for _, n := range []string{
		"article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate",
		"publish-date", "parsely-pub-date", "sailthru.date", "article:published", "og:published_time", "time element",
	} {
		if head[n] != "" && len(m.dates) == 0 {
			m.dates = append(m.dates, dated{head[n], travaux.BasisMetadata, "page's metadata"})
		}
	}
}

// withoutSite takes " | Harbour News" off a title.
func withoutSite(title, site string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: "} {
		if i := strings.LastIndex(title, sep); i > 0 {
			rest := strings.TrimSpace(title[i+len(sep):])
			if site != "" && strings.EqualFold(rest, site) || site == "" && sep == " | " || isSiteName(rest) {
				return strings.TrimSpace(title[:i])
			}
		}
	}
	return title
}

// keep sets a field that is still empty.
func keep(f *travaux.Field, v string) {
	if v = words(v); f.Value == "" && v != "" {
		*f = travaux.Field{Value: v, Basis: "metadata"}
	}
}

// linked reads one JSON-LD script; what is not JSON is passed over.
func linked(m *meta, script string) {
	var v any
	if err := json.Unmarshal([]byte(strings.TrimSpace(script)), &v); err != nil {
		return
	}
	for _, item := range articles(v, 0) {
		keep(&m.headline, words(item["headline"]))
		keep(&m.byline, words(item["author"]))
		keep(&m.outlet, words(item["publisher"]))
		keep(&m.genre, words(item["articleSection"]))
		keep(&m.language, words(item["inLanguage"]))
		if s := absolute(words(item["url"])); s != "" {
			keep(&m.url, s)
		}
		if s, ok := item["articleBody"].(string); ok && len(s) > len(m.body) && !strings.Contains(s, "</") {
			m.body = s
		}
		if s := words(item["datePublished"]); s != "" && len(m.dates) == 0 {
			m.dates = append(m.dates, dated{s, travaux.BasisMetadata, "page's metadata"})
		}
	}
}

// articles returns the objects of JSON-LD that are articles, in order.
func articles(v any, depth int) (out []map[string]any) {
	if depth > 6 {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			out = append(out, articles(e, depth+1)...)
		}
	case map[string]any:
		if strings.Contains(words(v["@type"]), "Article") || strings.Contains(words(v["@type"]), "BlogPosting") {
			return []map[string]any{v}
		}
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			if k == "@graph" || k == "mainEntity" || k == "mainEntityOfPage" {
				out = append(out, articles(v[k], depth+1)...)
			}
		}
	}
	return out
}

// heading returns the words of the page's main heading, else its title.
func heading(doc *html.Node, title string) string {
	want, _ := plain(title)
	only := ""
	n1 := 0
	for n := range doc.Descendants() {
		if n.DataAtom != atom.H1 && n.DataAtom != atom.H2 {
			continue
		}
		s := innerText(n)
		if got, _ := plain(s); got != "" && got == want {
			return s
		}
		if n.DataAtom == atom.H1 && s != "" {
			only = s
			n1++
		}
	}
	if n1 == 1 && len(strings.Fields(only)) >= 4 {
		return only
	}
	return title
}

// subtitle returns the visible words that equal the page's description, if any
// stand in a heading, a paragraph or a block of their own.
func subtitle(doc *html.Node, description string) string {
	want, _ := plain(description)
	if want == "" {
		return standfirst(doc)
	}
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.H2, atom.H3, atom.P, atom.Div:
			if len(description) > 600 || textLen(n, 700) > 650 {
				continue
			}
			s := innerText(n)
			if got, _ := plain(s); got == want {
				if n.DataAtom == atom.P && plainClass(n) {
					return "" // the description was taken from the first paragraph
				}
				return s
			}
		}
	}
	return ""
}

// standfirst is the paragraph that the page calls so, directly behind its main
// heading.
func standfirst(doc *html.Node) string {
	behind := false
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.H1:
			behind = true
		case atom.H2, atom.P, atom.Div:
			if !behind || n.Parent.DataAtom == atom.H1 {
				continue
			}
			c := strings.ToLower(attr(n, "class"))
			for _, s := range []string{"standfirst", "deck", "dek", "subtitle", "subheadline", "strapline"} {
				if strings.Contains(c, s) && textLen(n, 500) < 400 {
					return innerText(n)
				}
			}
			if n.DataAtom == atom.P {
				return "" // the article has begun
			}
		}
	}
	return ""
}

// plainClass reports whether a paragraph has no sign of being a standfirst.
func plainClass(n *html.Node) bool {
	for p := n; p != nil && p != n.Parent.Parent; p = p.Parent {
		c := strings.ToLower(attr(p, "class") + attr(p, "id") + attr(p, "itemprop"))
		for _, s := range []string{"deck", "dek", "standfirst", "sub", "summary", "lead", "lede", "intro", "descr", "excerpt", "strap", "teaser"} {
			if strings.Contains(c, s) {
				return false
			}
		}
	}
	return true
}

// textLen returns the length of the text under n, no more than limit.
func textLen(n *html.Node, limit int) (total int) {
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			if total += len(d.Data); total >= limit {
				break
			}
		}
	}
	return total
}

// innerText returns the words under n with single spaces.
func innerText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && (d.Parent == nil || !unread[d.Parent.DataAtom]) {
			b.WriteString(d.Data)
		} else if d.DataAtom == atom.Br {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// absolute returns s if it is an http or https URL, else "".
func absolute(s string) string {
	if u, err := url.Parse(strings.TrimSpace(s)); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
		return u.String()
	}
	return ""
}
