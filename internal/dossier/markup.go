package dossier

import (
	"html/template"
	"strconv"
	"strings"
)

// Quotations are most of what a dossier holds, and a template takes ten times
// as long over them as this. All addresses here are of the dossier itself.

// markup is HTML under construction.
type markup struct{ strings.Builder }

func (m *markup) raw(parts ...string) {
	for _, p := range parts {
		m.WriteString(p)
	}
}

func (m *markup) text(s string) { m.WriteString(template.HTMLEscapeString(s)) }

func (m *markup) link(text, href string) {
	if href == "" {
		m.text(text)
		return
	}
	m.raw(`<a href="`, template.HTMLEscapeString(href), `">`)
	m.text(text)
	m.raw(`</a>`)
}

func (m *markup) from(s source) {
	m.raw(`<cite>`)
	m.link(s.Outlet, s.Href)
	m.raw(`, <span class="date">`)
	m.text(s.Date)
	m.raw(`</span></cite>`)
}

func (m *markup) words(c *cite) {
	if c.Missing {
		m.raw(`<span class="missing">the words are not in the text held</span>`)
		return
	}
	m.raw(`<q class="words`)
	if c.Marks != "" {
		m.raw(" ", c.Marks)
	}
	m.raw(`">`)
	m.link(c.Quote, c.Href)
	m.raw(`</q>`)
}

func (m *markup) cite(c *cite) {
	m.raw(`<span class="cited">`)
	m.words(c)
	if !c.Bare {
		m.raw(` <span class="from">`)
		for i, l := range c.Says {
			m.raw([]string{"said by ", ", "}[min(i, 1)])
			m.link(l.Text, l.Href)
		}
		if len(c.Says) > 0 {
			m.raw("; ")
		}
		m.from(c.From)
		m.raw(`</span>`)
	}
	m.raw(`</span>`)
}

// cites lists citations, those after the first few folded.
func (m *markup) cites(list []cite, open int, none string) {
	if len(list) == 0 {
		m.raw(`<p class="absent">`, none, `</p>`)
		return
	}
	items := func(list []cite) {
		m.raw(`<ul class="cites">`)
		for i := range list {
			m.raw("\n<li>")
			m.cite(&list[i])
			m.raw(`</li>`)
		}
		m.raw("\n</ul>")
	}
	items(list[:min(len(list), open)])
	if len(list) > open {
		m.raw(`<details class="more"><summary>`, strconv.Itoa(len(list)), ` passages in all</summary>`)
		items(list[open:])
		m.raw(`</details>`)
	}
}

// madeOf is what f writes.
func madeOf(f func(*markup)) template.HTML {
	var m markup
	f(&m)
	return template.HTML(m.String())
}

// shownCites is how many passages stand open in a list of them.
const shownCites = 4

// markups are the functions of the templates that write quotations.
func markups() template.FuncMap {
	return template.FuncMap{
		"fromHTML":  func(s source) template.HTML { return madeOf(func(m *markup) { m.from(s) }) },
		"wordsHTML": func(c cite) template.HTML { return madeOf(func(m *markup) { m.words(&c) }) },
		"citeHTML":  func(c cite) template.HTML { return madeOf(func(m *markup) { m.cite(&c) }) },
		"citesHTML": func(list []cite) template.HTML {
			return madeOf(func(m *markup) { m.cites(list, shownCites, "The words are not in the record.") })
		},
		"briefHTML": func(list []cite) template.HTML {
			return madeOf(func(m *markup) { m.cites(list, 1, notInRecord) })
		},
	}
}
