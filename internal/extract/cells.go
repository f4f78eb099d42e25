package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// layout reports whether a table's cell holds blocks: the table then only
// places them.
func layout(cell *html.Node) bool {
	for d := range cell.Descendants() {
		if blocks[d.DataAtom] {
			return true
		}
	}
	return false
}

// dataRow reports whether a table's row has several cells with words of their
// own.
func dataRow(row *html.Node) bool {
	cells := 0
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		if layout(c) || textLen(c, 200) > 160 {
			return false
		}
		cells++
	}
	return cells > 1
}

// pointer reports whether a paragraph is nothing but one link with the form of
// another story's title.
func pointer(p *html.Node) bool {
	links := 0
	for d := range p.Descendants() {
		switch {
		case d.DataAtom == atom.A:
			links++
		case d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" && !inside(d, p, atom.A):
			return false
		}
	}
	s := strings.Join(strings.Fields(innerText(p)), " ")
	end, _ := ending(s)
	return links == 1 && len(strings.Fields(s)) >= 4 && end != '.' && end != ':'
}

// inside reports whether n lies in an element of kind a within top.
func inside(n, top *html.Node, a atom.Atom) bool {
	for ; n != nil && n != top; n = n.Parent {
		if n.DataAtom == a {
			return true
		}
	}
	return false
}
