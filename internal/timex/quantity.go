package timex

import (
	"strconv"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// quantities appends the numbers of ws that say how much or how many: money,
// shares, counts with what is counted. Dates, durations, ordinals and
// designations ("Article 5") are not among them.
func quantities(qs []travaux.Quantity, doc *lang.Doc, report string, ws []word) []travaux.Quantity {
	c := counter{doc: doc, ws: ws}
	for i := 0; i < len(ws); i++ {
		q, first, last := c.at(i)
		if last == 0 {
			continue
		}
		if q.Bound == "" {
			q.Bound = travaux.Exact
		}
		if b := first - 1; b >= 0 && ws[b].is(cBound) && ws[b].mean != nil && !c.preposition(b) {
			q.Bound, first = ws[b].mean.bound, b
		} else if b >= 1 && (ws[b].form == "the" || ws[b].form == "a") && ws[b-1].is(cBound) && ws[b-1].mean != nil && !(ws[b].form == "the" && oneWord[c.text(b-1)]) {
			q.Bound, first = ws[b-1].mean.bound, b-1
		}
		if last+1 < len(ws) && ws[last].form == "or" && ws[last+1].form == "more" {
			q.Bound, last = travaux.AtLeast, last+2
		}
		q.Span = travaux.SpanOf(doc.Text, ws[first].start, ws[last-1].end)
		q.ID = travaux.SpanID("q", report, q.Start, q.End)
		qs = append(qs, q)
		i = last - 1
	}
	return qs
}

// oneWord are the bounds that are prepositions too: "about the 22-point plan".
var oneWord = map[string]bool{"about": true, "around": true, "over": true, "under": true, "some": true}

// preposition reports whether the bound at word b is a preposition that goes
// with the word before it: "grouped under four tracks", "spoke about two maps".
func (c *counter) preposition(b int) bool {
	before := lower(c.form(b - 1))
	switch c.text(b) {
	case "under":
		return groupedWords[before]
	case "about":
		return spokenWords[before]
	}
	return false
}

var groupedWords = map[string]bool{
	"arranged": true, "brought": true, "collected": true, "covered": true, "divided": true, "filed": true, "gathered": true, "grouped": true,
	"headings": true, "listed": true, "organised": true, "organized": true, "placed": true, "points": true, "presented": true, "sorted": true, "subsumed": true,
}

var spokenWords = map[string]bool{
	"ask": true, "asked": true, "complained": true, "concerns": true, "doubts": true, "heard": true, "nothing": true, "questions": true,
	"said": true, "speak": true, "spoke": true, "talk": true, "talked": true, "talking": true, "thinking": true, "worried": true,
}

// text is the words folded at i, in lower case.
func (c *counter) text(i int) string {
	if i < 0 || i >= len(c.ws) {
		return ""
	}
	return lower(c.doc.Text[c.ws[i].start:c.ws[i].end])
}

type counter struct {
	doc *lang.Doc
	ws  []word
}

func (c *counter) is(i int, cls class) bool { return i >= 0 && i < len(c.ws) && c.ws[i].is(cls) }

func (c *counter) form(i int) string {
	if i < 0 || i >= len(c.ws) {
		return ""
	}
	return c.ws[i].form
}

// at reads the quantity whose number is at word i, or that begins there with a
// currency, and returns its words; last is 0 where there is none.
func (c *counter) at(i int) (q travaux.Quantity, first, last int) {
	if c.is(i, cCur) && c.is(i+1, cNum) {
		q = c.money(i)
		if f := c.form(i - 1); (f == "to" || f == "-" || f == "–") && c.is(i-2, cNum) && c.is(i-3, cCur) && c.ws[i-2].num < c.ws[i+1].num {
			q.Bound = travaux.AtMost // "$40 billion to $50 billion"
		}
		return q, i, i + 2
	}
	if v, n := c.share(i); n > 0 {
		of, _, end := c.counted(c.skipOf(i + n))
		if end == 0 {
			return q, 0, 0
		}
		return travaux.Quantity{Value: decimal(v), Of: of}, i, i + n
	}
	if c.is(i, cNum) && (c.form(i-1) == "-" || c.form(i-1) == "–" || c.form(i-1) == "to") && c.is(i-2, cNum) && c.is(i-3, cCur) && !c.is(i+1, cCurWord|cPct) {
		return travaux.Quantity{Value: decimal(c.ws[i].num), Unit: c.ws[i-3].text, Bound: travaux.AtMost}, i, i + 1
	}
	if !c.is(i, cNum) || c.is(i, cDate|cTime|cDur) || c.designation(i) {
		return q, 0, 0
	}
	q.Value = decimal(c.ws[i].num)
	if c.form(i+1) == "to" && c.is(i+2, cNum) || c.form(i+1) == "-" && c.ws[i+1].glued && c.is(i+2, cNum) || c.form(i+1) == "and" && c.is(i+2, cNum) && lower(c.form(i-1)) == "between" {
		high, _, end := c.at(i + 2)
		if end == 0 || c.ws[i+2].num <= c.ws[i].num {
			return q, 0, 0
		}
		q.Unit, q.Of, q.Bound = high.Unit, high.Of, travaux.AtLeast
		return q, i, i + 1
	}
	if c.topOfRange(i) {
		q.Bound = travaux.AtMost
	}
	switch {
	case c.is(i+1, cCurWord):
		q.Unit = c.ws[i+1].text
		return q, i, i + 2
	case c.is(i+1, cPct) || c.form(i+1) == "per" && c.form(i+2) == "cent":
		q.Unit = "percent"
		last = i + 2
		if c.form(i+1) == "per" {
			last++
		}
		if c.form(last) == "of" {
			q.Of, _, _ = c.counted(c.skipOf(last))
		}
		if f := c.form(last); (f == "to" || f == "-") && c.is(last+1, cNum) && c.ws[last+1].num > c.ws[i].num && c.is(last+2, cPct) {
			q.Bound = travaux.AtLeast // "25% to 30%"
		}
		if c.form(i+1) == "percentage" {
			if !strings.HasPrefix(c.form(i+2), "point") {
				return q, 0, 0
			}
			q.Unit, last = "percentage point", i+3
		}
		return q, i, last
	case c.form(i+1) == "-" && c.ws[i+1].glued && i+2 < len(c.ws) && c.ws[i+2].glued && isWord(c.form(i+2)):
		return c.compound(q, i)
	}
	from := c.skipOf(i + 1)
	of, head, end := c.governed(i)
	if end == 0 {
		of, head, end = c.partOf(i, from)
	}
	if end == 0 {
		of, head, end = c.counted(from)
	}
	if end == 0 {
		if c.is(i-1, cBound) && c.ws[i].num > 1 || c.ws[i].num >= 10000 {
			return q, i, i + 1
		}
		return q, 0, 0
	}
	q.Of = of
	if u, ok := unitOf(head); ok {
		q.Unit = u
		if f := c.form(end - 2); end-2 >= from && (f == "cubic" || f == "square") {
			q.Unit = f + " " + u
		}
	} else if u, ok := unitOf(c.form(from)); ok && u == "degree" {
		q.Unit = u // degrees Celsius
	}
	if from > i+1 { // "two of the ministers": the number alone is the quantity
		return q, i, i + 1
	}
	return q, i, end
}

// compound reads "28-point plan": the unit is the noun on the hyphen, what is
// counted the noun behind.
func (c *counter) compound(q travaux.Quantity, i int) (travaux.Quantity, int, int) {
	unit := lower(c.form(i + 2))
	if c.ws[i].num == 0 || c.form(i+3) == "-" && c.ws[i+3].glued || c.is(i+2, cNum|cUnit|cOrd) || compoundNot[unit] {
		return q, 0, 0
	}
	q.Unit = unit
	of, _, end := c.counted(i + 3)
	if next := c.form(i + 3); end == 0 && isWord(next) && !stopWord[lower(next)] && c.ws[i+3].mean == nil &&
		(c.upos(i+3) == lang.X || c.upos(i+3) == lang.VERB && !strings.HasSuffix(next, "ed")) {
		of = next
	}
	q.Of = of
	return q, i, i + 3
}

var compoundNot = map[string]bool{"fold": true, "year": true, "time": true, "off": true, "on": true, "way": true, "up": true, "sided": true, "hand": true, "handed": true}

// skipOf moves over "of the", "more" and the like to what is counted.
func (c *counter) skipOf(i int) int {
	if c.form(i) == "of" {
		i++
		switch c.form(i) {
		case "the", "its", "their", "his", "her", "our", "these", "those":
			i++
		}
		if c.is(i, cNum) && c.is(i, cInt) {
			i++ // "two of the four articles"
		}
		return i
	}
	return i
}

// designation reports whether the number at i names rather than counts:
// "Article 5", "F-16", "No. 3", "3-1", "one" as a pronoun.
func (c *counter) designation(i int) bool {
	w := &c.ws[i]
	if w.num == 1 && !isDigit(w.form0()) {
		prev := lower(c.form(i - 1))
		next := lower(c.form(i + 1))
		if prev == "at" && (next == "point" || next == "time" || next == "stage") || prev == "phase" {
			return true
		}
		if prev == "no" || prev == "any" || prev == "every" || prev == "the" || prev == "this" || prev == "that" || next == "of" || next == "another" || next == "day" {
			return true
		}
	}
	if i == 0 {
		return false
	}
	p := &c.ws[i-1]
	if p.form == "of" && c.ws[i-min(i, 2)].form == "Group" || p.form == "No" || lower(p.form) == "phase" {
		return true // "the Group of 20", "No 10", "phase two"
	}
	switch {
	case w.glued && (p.form == "-" || p.form == "/" || p.form == ":" || p.form == "."):
		return true
	case p.form == "#" || p.form == "." && (c.form(i-2) == "No" || c.form(i-2) == "Nos"):
		return true
	case p.form == "." && i >= 2 && w.num < 100 && p.glued && !c.ws[i-2].glued:
		return false
	}
	if !isDigit(w.form0()) || p.is(cBound|cDate|cTime|cDur) {
		return false
	}
	if p.cap && i > 1 && len(p.form) > 1 {
		return c.upos(i-1) == lang.PROPN || c.upos(i-1) == lang.NOUN || c.upos(i-1) == lang.X && !c.plainAfter(i+1)
	}
	switch lower(p.form) {
	case "article", "articles", "chapter", "page", "point", "section", "paragraph", "number", "phase", "round", "group", "annex", "resolution", "item", "channel", "flight", "route", "version", "type", "age", "aged":
		return true
	}
	return false
}

func (c *counter) plainAfter(i int) bool {
	return i < len(c.ws) && isWord(c.form(i)) && !c.ws[i].cap && !stopWord[c.form(i)]
}

func (c *counter) upos(i int) lang.POS {
	if i < 0 || i >= len(c.ws) || c.ws[i].tok < 0 || c.doc.Done&lang.Tags == 0 {
		return lang.X
	}
	return c.doc.Toks[c.ws[i].tok].UPOS
}

// decimal writes a number without exponent, rounded to six places.
func decimal(f float64) string {
	s := strconv.FormatFloat(f, 'f', 6, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
