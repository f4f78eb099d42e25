package judge

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux"
)

// The context of a quotation is the rest of its sentence, so that an edit
// elsewhere does not matter and another sentence does not pass for it; more
// where the sentence is short, and where it takes more to tell the passage from
// every other of its report.
const (
	shortSentence = 40 // bytes
	leastContext  = 32 // on either side of what a short sentence leaves
	mostContext   = 2048
)

// Mark returns an anchor at [start, end) of the report's text, with as much
// context as tells the passage from every other.
func Mark(rep *travaux.Report, what string, start, end int, reads string) travaux.Anchor {
	text := rep.Text
	start = min(max(start, 0), len(text))
	end = min(max(end, start), len(text))
	a := travaux.Anchor{
		What: what, Report: rep.ID, File: rep.File, URL: rep.URL.Value,
		Start: start, End: end, Quote: text[start:end], Reads: reads,
	}
	lo, hi := sentence(text, start, end)
	if hi-lo < shortSentence {
		lo, hi = runeStart(text, lo-leastContext), runeStart(text, hi+leastContext)
	}
	t := fold(text)
	for n := 2 * leastContext; start < end; n *= 2 {
		a.Prefix, a.Suffix = text[lo:start], text[end:hi]
		passage := strings.TrimSpace(fold(text[lo:hi]).text) // by white space none is told from another
		if n >= mostContext || lo == 0 && hi == len(text) || occurrences(t.text, passage) == 1 {
			break
		}
		lo, hi = min(lo, runeStart(text, start-n)), max(hi, runeStart(text, end+n))
	}
	return a
}

// sentence returns the bounds of what is likely the sentence around a span,
// within the line and the most context.
func sentence(text string, start, end int) (lo, hi int) {
	lo = strings.LastIndexByte(text[:start], '\n') + 1
	if i := strings.LastIndexAny(text[lo:max(lo, start-1)], ".?!"); i >= 0 {
		lo += i + 1
	}
	hi = len(text)
	if i := strings.IndexByte(text[end:], '\n'); i >= 0 {
		hi = end + i
	}
	if end > start && strings.IndexByte(".?!", text[end-1]) >= 0 {
		hi = end
	} else if i := strings.IndexAny(text[end:hi], ".?!"); i >= 0 {
		hi = end + i + 1
	}
	return max(lo, runeStart(text, start-mostContext)), min(hi, runeStart(text, end+mostContext))
}

// runeStart returns the start of the rune at i, within text.
func runeStart(text string, i int) int {
	if i <= 0 {
		return 0
	}
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return min(i, len(text))
}

// place is where an anchor's words stand in a text.
type place struct{ start, end int }

// find returns where the words of an anchor stand in a text that is not
// certainly the one it was made on, and in how many places its sentence does:
// at is good where that is one. A sentence that is told twice may have been
// told anew in either place, whatever stands around it. White space may differ,
// nothing else.
func find(t *folded, a *travaux.Anchor) (at place, fits int) {
	whole := a.Prefix + a.Quote + a.Suffix
	start, end := len(a.Prefix), len(a.Prefix)+len(a.Quote)
	if strings.TrimSpace(a.Quote) == "" {
		return place{}, 0
	}
	lo, hi := sentence(whole, start, end)
	wide, narrow := newNeedle(whole, start, end), newNeedle(whole[lo:hi], start-lo, end-lo)
	i := strings.Index(t.text, wide.text)
	if i < 0 {
		return place{}, 0
	}
	at = place{t.offset(i + wide.start), t.end(i + wide.end)}
	return at, max(occurrences(t.text, wide.text), occurrences(t.text, narrow.text))
}

// needle is a passage to look for in a folded text, with what is wanted of it.
type needle struct {
	text       string
	start, end int
}

func newNeedle(s string, start, end int) needle {
	for start < end && unicode.IsSpace(rune(s[start])) {
		start++
	}
	n := needle{text: strings.TrimSpace(fold(s).text)}
	n.start = len(strings.TrimLeft(fold(s[:start]).text, " "))
	n.end = n.start + len(strings.TrimRight(fold(s[start:end]).text, " "))
	return n
}

// occurrences counts where a passage stands in a text, up to two; they may
// overlap.
func occurrences(text, passage string) int {
	i := strings.Index(text, passage)
	switch {
	case i < 0:
		return 0
	case strings.Contains(text[i+1:], passage):
		return 2
	}
	return 1
}

// folded is a text with its runs of white space folded, and where each of its
// bytes stands in the original.
type folded struct {
	text string
	at   []int32
	n    int // length of the original
}

func fold(text string) *folded {
	f := &folded{n: len(text)}
	var b strings.Builder
	space := false
	for i, r := range text {
		if unicode.IsSpace(r) {
			if !space {
				b.WriteByte(' ')
				f.at = append(f.at, int32(i))
			}
			space = true
			continue
		}
		space = false
		n, _ := b.WriteRune(r)
		for k := range n {
			f.at = append(f.at, int32(i+k))
		}
	}
	f.text = b.String()
	return f
}

func (f *folded) offset(i int) int {
	if i >= len(f.at) {
		return f.n
	}
	return int(f.at[i])
}

// end returns the original offset after the folded byte before i.
func (f *folded) end(i int) int {
	if i == 0 || i > len(f.at) {
		return f.n
	}
	return int(f.at[i-1]) + 1
}
