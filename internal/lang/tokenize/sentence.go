package tokenize

import (
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
)

// sentences groups the block's tokens, which are all there, into sentences.
func (c *cutter) sentences(block int) {
	toks := c.doc.Toks
	first, depth := c.first, 0
	for i := c.first; i < len(toks); i++ {
		depth = max(0, depth+c.bracket(i))
		if !c.terminal(i) {
			continue
		}
		last := c.closers(i+1, depth)
		if last < len(toks) && (!c.breaks(i, last) || depth > 0 && c.closed(last, depth) && !c.opensWith(first, '(', '[')) {
			continue
		}
		c.sentence(first, last, block)
		first, i, depth = last, last-1, 0
	}
	if first < len(toks) {
		c.sentence(first, len(toks), block)
	}
}

// maxSentence is the longest sentence in tokens. No prose has such; a text
// without full stops would cost every stage the square of its length.
const maxSentence = 600

// sentence adds the tokens from first up to last as a sentence; more than
// maxSentence are cut, at a comma or semicolon if there is one.
func (c *cutter) sentence(first, last, block int) {
	for last-first > maxSentence {
		cut := first + maxSentence
		for i := cut; i > first+maxSentence/2; i-- {
			if w := c.text[c.doc.Toks[i-1].Start:c.doc.Toks[i-1].End]; w == "," || w == ";" {
				cut = i
				break
			}
		}
		c.add(first, cut, block)
		first = cut
	}
	c.add(first, last, block)
}

func (c *cutter) add(first, last, block int) {
	n := int32(len(c.doc.Sents))
	for i := first; i < last; i++ {
		c.doc.Toks[i].Sent = n
	}
	c.doc.Sents = append(c.doc.Sents, lang.Sent{Span: c.doc.TokSpan(first, last), First: first, Last: last, Block: block})
}

// bracket is +1 for a token that opens a bracket, -1 for one that closes.
func (c *cutter) bracket(i int) int {
	t := c.doc.Toks[i]
	if t.Len() != 1 {
		return 0
	}
	switch c.text[t.Start] {
	case '(', '[':
		return 1
	case ')', ']':
		return -1
	}
	return 0
}

func (c *cutter) opensWith(i int, open ...rune) bool {
	r := c.at(c.doc.Toks[i].Start)
	for _, o := range open {
		if r == o {
			return true
		}
	}
	return false
}

// closed reports whether the bracket that is open before token i closes again
// in the block, within the length of a long aside.
func (c *cutter) closed(i, depth int) bool {
	for j := i; j < len(c.doc.Toks) && j < i+60; j++ {
		if depth += c.bracket(j); depth <= 0 {
			return true
		}
	}
	return false
}

// terminal reports whether token i may end a sentence.
func (c *cutter) terminal(i int) bool {
	t := c.doc.Toks[i]
	switch r, _ := utf8.DecodeLastRuneInString(c.text[:t.End]); r {
	case '!', '?', '…':
		return true
	case '.':
		if i == c.first && c.digitAt(t.Start) {
			return false // an enumeration's number
		}
		return t.Len() == 1 || !isTitleAbbreviation(c.text[t.Start:t.End-1])
	}
	return false
}

// closers returns the index after the quotation marks and brackets from i on
// that touch what they close.
func (c *cutter) closers(i, depth int) int {
	toks := c.doc.Toks
	for ; i < len(toks) && toks[i].Start == toks[i-1].End; i++ {
		switch r := c.at(toks[i].Start); r {
		case '”', '’', '»':
		case ')', ']':
			if depth--; depth < 0 {
				return i
			}
		case '"', '\'':
			// a mark that touches the next word opens
			if i+1 < len(toks) && toks[i+1].Start == toks[i].End && c.wordAt(toks[i].End) {
				return i
			}
		default:
			return i
		}
	}
	return i
}

// breaks reports whether a sentence that may end with token end does so before
// token next.
func (c *cutter) breaks(end, next int) bool {
	toks := c.doc.Toks
	e := toks[end]
	n := next
	for n < len(toks)-1 && c.opens(n) {
		n++
	}
	form := c.text[toks[n].Start:toks[n].End]
	r, _ := utf8.DecodeRuneInString(form)
	touching := toks[next].Start == toks[next-1].End
	if c.at(e.End-1) == '.' && isWord(c.at(e.Start)) {
		return !touching && c.abbreviationEnds(e, n, form, r)
	}
	if touching && !(unicode.IsUpper(r) && e.Len() == 1 && c.at(e.Start) == '.') {
		return false
	}
	if unicode.IsLower(r) {
		return next == end+1 && c.carelessly(end)
	}
	if r == ',' || r == ';' || r == ')' || r == ']' || unicode.Is(unicode.So, r) {
		return false
	}
	if (r == '-' || r == '–' || r == '—') && n+1 < len(toks) && unicode.IsLower(c.at(toks[n+1].Start)) {
		return false
	}
	if next > end+1 && c.at(e.End-1) != '.' && c.reported(n) {
		return false
	}
	return true
}

// carelessly reports whether token end may close a sentence although the next
// word is not capitalised: its mark stands alone, after a plain lower-case word.
func (c *cutter) carelessly(end int) bool {
	if end == c.first || c.doc.Toks[end].Len() > 1 {
		return false
	}
	w := c.doc.Toks[end-1]
	return unicode.IsLower(c.at(w.Start)) && (w.Len() > 2 || c.text[c.doc.Toks[end].Start] != '.')
}

// opens reports whether token i is an opening quotation mark or bracket.
func (c *cutter) opens(i int) bool {
	switch c.at(c.doc.Toks[i].Start) {
	case '“', '‘', '«', '(', '[', '"', '\'', '`':
		return true
	}
	return false
}

// abbreviationEnds decides for an abbreviation e that is followed, n tokens on,
// by form.
func (c *cutter) abbreviationEnds(e lang.Tok, n int, form string, r rune) bool {
	if !unicode.IsUpper(r) {
		return false
	}
	w := c.text[e.Start : e.End-1]
	switch w {
	case "a.m", "p.m", "A.M", "P.M":
		return !isZone(form)
	case "etc", "Etc":
		return true
	}
	if utf8.RuneCountInString(w) == 1 && n < len(c.doc.Toks)-1 && c.at(c.doc.Toks[n].End-1) == '.' {
		return false
	}
	if e.Start > 0 && utf8.RuneCountInString(w) == 1 && !startsSentence(form) {
		return false
	}
	return startsSentence(form)
}

func isZone(w string) bool {
	switch w {
	case "GMT", "EST", "EDT", "CET", "BST", "UTC", "ET", "PT", "PST", "PDT", "CST", "CDT", "Eastern", "Central", "Pacific",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

// reported reports whether a quoted question or exclamation is followed, from
// token n on, by who said it: a short name and a verb of saying.
func (c *cutter) reported(n int) bool {
	toks := c.doc.Toks
	for j := n; j < len(toks) && j < n+6; j++ {
		form := c.text[toks[j].Start:toks[j].End]
		if isSaying(form) {
			return true
		}
		if r := c.at(toks[j].Start); !unicode.IsUpper(r) && !unicode.IsLower(r) {
			return false
		}
	}
	return false
}
