package extract

import (
	"fmt"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/travaux/travaux"
)

// readMarkdown reads Markdown: its content, decoded, is the report's text. YAML
// front matter is metadata; headings, list items and quotations are marked
// with their markup as a prefix.
func readMarkdown(data []byte) (*page, error) {
	text, notes, err := decode(data, "")
	if err != nil {
		return nil, err
	}
	p := &page{text: text, extractor: "markdown/1", media: "text/markdown", notes: notes}
	lines := splitLines(text)
	body := frontMatter(p, lines)
	headed := false
	for i := body; i < len(lines); i++ {
		m := markOf(text[lines[i].Start:lines[i].End], i)
		if m.class == travaux.LineSubhead && !headed {
			headed = true
			if level(text[lines[i].Start:lines[i].End]) == 1 {
				m.class = travaux.LineHeadline
			}
		}
		if m.class != "" || m.prefix > 0 {
			p.marks = append(p.marks, m)
		}
	}
	return p, nil
}

// level returns the depth of a Markdown heading, 0 for what is none.
func level(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "#"))
	if n > 6 || n < len(s) && n > 0 && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	return n
}

// markOf returns what Markdown says of one line.
func markOf(s string, line int) mark {
	t := strings.TrimLeft(s, " ")
	indent := len(s) - len(t)
	switch n := level(t); {
	case t == "":
	case n > 0:
		return mark{line, travaux.LineSubhead, indent + n}
	case strings.HasPrefix(t, ">"):
		rest := strings.TrimLeft(t, "> ")
		return mark{line, "", indent + len(t) - len(rest)}
	case strings.Trim(t, "-*_= ") == "" && len(t) >= 3, strings.HasPrefix(t, "```"):
		return mark{line, travaux.LineMeta, 0}
	}
	return mark{line: line}
}

// frontMatter reads the YAML between two "---" lines at the start, marks its
// lines as meta, and returns the line after it. Front matter that is not YAML
// is left as it is, with a note.
func frontMatter(p *page, lines []travaux.Line) int {
	at := func(i int) string { return strings.TrimRight(p.text[lines[i].Start:lines[i].End], " \t") }
	if len(lines) == 0 || at(0) != "---" {
		return 0
	}
	last := 0
	for i := 1; i < len(lines) && i < 200; i++ {
		if s := at(i); s == "---" || s == "..." {
			last = i
			break
		}
	}
	if last == 0 {
		return 0
	}
	var fields map[string]any
	if lines[last].Start > maxFrontMatter {
		p.notes = append(p.notes, fmt.Sprintf("the front matter has over %d KB and was not used", maxFrontMatter>>10))
	} else if err := yaml.Unmarshal([]byte(p.text[lines[0].End:lines[last].Start]), &fields); err != nil {
		p.notes = append(p.notes, "the front matter is not valid YAML and was not used")
	}
	for i := range last + 1 {
		p.marks = append(p.marks, mark{i, travaux.LineMeta, 0})
	}
	p.meta.fill(fields, "front_matter", "front matter")
	return last + 1
}

// fill takes the fields of a mapping under the names that publishers use.
func (m *meta) fill(fields map[string]any, basis, where string) {
	get := func(names ...string) travaux.Field {
		for _, n := range names {
			if s := words(fields[n]); s != "" {
				return travaux.Field{Value: s, Basis: basis}
			}
		}
		return travaux.Field{}
	}
	m.outlet = get("outlet", "source", "publisher", "publication", "site", "site_name", "siteName")
	m.headline = get("title", "headline")
	m.deck = get("deck", "subtitle", "description", "summary", "standfirst")
	m.byline = get("authors", "author", "byline", "by")
	m.url = get("url", "canonical", "canonical_url", "link", "permalink")
	m.id = get("id")
	m.genre = get("genre", "type")
	m.language = get("language", "lang")
	if d := get("date", "published", "pubdate", "publish_date", "date_published", "datePublished"); d.Value != "" {
		m.dates = append(m.dates, dated{d.Value, travaux.BasisMetadata, where})
	}
}

// words renders a scalar, or a list of scalars or of mappings with a name, as
// one string.
func words(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return strings.Join(strings.Fields(v), " ")
	case time.Time:
		return v.Format("2006-01-02")
	case map[string]any:
		return words(v["name"])
	case []any:
		var parts []string
		for _, e := range v {
			if s := words(e); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(v)
}
