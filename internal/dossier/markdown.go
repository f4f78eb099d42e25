package dossier

import "strings"

// markdown returns words as they may stand within a line of Markdown: nothing
// in them is a link, an image, HTML, code, emphasis, a table cell or a formula,
// and nothing invisible is left. Line breaks become spaces.
func markdown(words string) string {
	var b strings.Builder
	for _, r := range visible(oneLine(words)) {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '&', '|', '~', '$', '#', '@', '!':
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	// Bare addresses become links in common dialects.
	return strings.NewReplacer("://", `\://`, "www.", `www\.`, "WWW.", `WWW\.`, "Www.", `Www\.`).Replace(b.String())
}

// document is a Markdown document being written.
type document struct{ strings.Builder }

func (d *document) heading(level int, words string) {
	if d.Len() > 0 && !strings.HasSuffix(d.String(), "\n\n") {
		d.WriteByte('\n')
	}
	d.WriteString(strings.Repeat("#", level) + " " + markdown(words) + "\n\n")
}

// text writes a paragraph of our own words.
func (d *document) text(words string) { d.WriteString(markdown(words) + "\n") }

// item writes a list item; depth 0 is the outermost. The line is Markdown.
func (d *document) item(depth int, line string) {
	d.WriteString(strings.Repeat("  ", depth) + "- " + line + "\n")
}

// cited writes citations as a Markdown phrase: each quotation, linked to its
// words, with its outlet, its date and who says so.
func cited(cites []cite, most int) string {
	var parts []string
	for i, c := range cites {
		if i == most {
			parts = append(parts, markdown(count(len(cites)-most, "more passage", "more passages")))
			break
		}
		parts = append(parts, citedOne(c))
	}
	if len(parts) == 0 {
		return "words " + notInRecord
	}
	return strings.Join(parts, "; ")
}

func citedOne(c cite) string {
	where := markdown(c.From.Outlet + ", " + c.From.Date)
	if c.Missing {
		return "(the words are not in the text held; " + where + ")"
	}
	words := markdown(c.Quote)
	switch c.Marks {
	case "":
		words = "“" + words + "”"
	case "single":
		words = "‘" + words + "’"
	}
	if c.Href != "" {
		words = "[" + words + "](" + c.Href + ")"
	}
	for i, l := range c.Says {
		if i == 0 {
			where = "said by " + markdown(l.Text) + "; " + where
		} else {
			where = markdown(l.Text) + ", " + where
		}
	}
	return words + " (" + where + ")"
}
