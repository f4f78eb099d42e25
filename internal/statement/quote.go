package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
)

// quotation is a stretch between outermost quotation marks, marks included.
type quotation struct {
	lang.Span
	Inner lang.Span
	Block int
	// Open: no closing mark before the end of its block, because the quotation
	// goes on in the next one. Cont: it continues that of the block before.
	Open, Cont bool
}

// mark is a quotation mark that could open or close.
type mark struct {
	at, size      int
	single        bool
	opens, closes bool
}

// quotations finds the outermost quotations of every block, in text order.
// A mark left unbalanced is forgotten at the end of its paragraph, unless the
// next paragraph opens with a mark of the same kind: that is how a quotation
// runs over several paragraphs.
func quotations(d *lang.Doc) []quotation {
	var out []quotation
	carried := false // the block before ended inside a quotation
	for b := range d.Blocks {
		ms := outside(marks(d.Text, d.Blocks[b].Span), d.Blocks[b].Gaps)
		next := none
		if b+1 < len(d.Blocks) && d.Blocks[b].Kind == lang.Paragraph {
			next = opensWith(d.Text, d.Blocks[b+1].Span)
		}
		qs := pair(d.Text, d.Blocks[b].Span, ms, next)
		for i := range qs {
			qs[i].Block = b
			qs[i].Cont = i == 0 && carried && onlyBlank(d.Text[d.Blocks[b].Start:qs[i].Start])
		}
		carried = len(qs) > 0 && qs[len(qs)-1].Open
		out = append(out, qs...)
	}
	return out
}

// opening is the kind of quotation mark that a block begins with.
type opening uint8

const (
	none opening = iota
	double
	single
)

func opensWith(text string, s lang.Span) opening {
	r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
	next, _ := utf8.DecodeRuneInString(text[s.Start+n : s.End])
	switch {
	case r == '“' || r == '"' || r == '”' || r == '\'' && next == '\'':
		return double
	case (r == '‘' || r == '\'') && unicode.IsLetter(next):
		return single
	}
	return none
}

func onlyBlank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// marks lists the quotation marks of a block. Apostrophes are left out where
// their neighbours show them to be such.
func marks(text string, s lang.Span) []mark {
	var ms []mark
	prev := ' '
	for i := s.Start; i < s.End; {
		r, n := utf8.DecodeRuneInString(text[i:s.End])
		next, _ := utf8.DecodeRuneInString(text[i+n : s.End])
		if i+n >= s.End {
			next = ' '
		}
		m := mark{at: i, size: n}
		switch r {
		case '“', '„', '«':
			m.opens = true
		case '”', '»':
			m.closes = true
		case '"':
			m.opens, m.closes = sides(prev, next)
		case '‘':
			m.single, m.opens = true, !wordy(prev)
		case '’':
			m.single, m.closes = true, !wordy(next)
		case '`':
			if next == '`' {
				m.size, m.opens = 2, true
			}
		case '\'':
			if next == '\'' { // two apostrophes for one double mark
				after, _ := utf8.DecodeRuneInString(text[i+2 : s.End])
				m.size = 2
				m.opens, m.closes = sides(prev, after)
			} else {
				m.single = true
				m.opens = !wordy(prev) && wordy(next) && !unicode.IsDigit(next)
				m.closes = !wordy(next) && !unicode.IsSpace(prev)
			}
		}
		if m.opens || m.closes {
			ms = append(ms, m)
		}
		i += m.size
		prev = r
	}
	return ms
}

// outside drops the marks in stretches that are not read.
func outside(ms []mark, gaps []lang.Span) []mark {
	for _, g := range gaps {
		ms = slices.DeleteFunc(ms, func(m mark) bool { return g.Start <= m.at && m.at < g.End })
	}
	return ms
}

// sides reads a straight mark by what it leans on.
func sides(prev, next rune) (opens, closes bool) {
	before := unicode.IsSpace(prev) || prev == '(' || prev == '[' || prev == '—' || prev == '–' || prev == '-' || prev == '\'' || prev == '‘'
	after := unicode.IsSpace(next) || next == utf8.RuneError
	switch {
	case before && !after:
		return true, false
	case after && !before:
		return false, true
	}
	return true, true
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// pair matches the marks of one block. Marks within an outermost quotation of
// the other kind are part of its words.
func pair(text string, s lang.Span, ms []mark, next opening) []quotation {
	var qs []quotation
	for i := 0; i < len(ms); i++ {
		if !ms[i].opens {
			continue
		}
		j := closing(text, ms, i)
		if j < 0 {
			if i == lastOpener(ms, ms[i].single) && (next == double && !ms[i].single || next == single && ms[i].single && begins(text, s, ms[i].at)) {
				end := trimRight(text, s)
				qs = append(qs, quotation{Span: lang.Span{Start: ms[i].at, End: end}, Inner: lang.Span{Start: ms[i].at + ms[i].size, End: end}, Open: true})
				return qs
			}
			continue
		}
		q := quotation{
			Span:  lang.Span{Start: ms[i].at, End: ms[j].at + ms[j].size},
			Inner: lang.Span{Start: ms[i].at + ms[i].size, End: ms[j].at},
		}
		if q.Inner.Start < q.Inner.End {
			qs = append(qs, q)
		}
		i = j
	}
	return qs
}

func lastOpener(ms []mark, single bool) int {
	for i := len(ms) - 1; i >= 0; i-- {
		if ms[i].opens && ms[i].single == single {
			return i
		}
	}
	return -1
}

// begins reports whether a single mark stands where a quotation begins, not an
// elision ("'tis"): at the start of its block or after a colon or comma.
func begins(text string, s lang.Span, at int) bool {
	before := strings.TrimRight(text[s.Start:at], " ")
	return before == "" || strings.HasSuffix(before, ":") || strings.HasSuffix(before, ",")
}

// closing returns the index of the mark that closes mark i, or -1.
func closing(text string, ms []mark, i int) int {
	if ms[i].single {
		return closingSingle(text, ms, i)
	}
	for j := i + 1; j < len(ms); j++ {
		if ms[j].single {
			continue
		}
		if ms[j].closes {
			return j
		}
		if ms[j].opens { // a second opening mark: the first was never closed
			return -1
		}
	}
	return -1
}

// closingSingle prefers, among the marks before the next opening one, the first
// after a stop or comma, then the first that is no plural possessive.
func closingSingle(text string, ms []mark, i int) int {
	first, plain := -1, -1
	for j := i + 1; j < len(ms); j++ {
		if !ms[j].single {
			if ms[j].opens && first < 0 {
				continue // double marks within British single ones
			}
			continue
		}
		if ms[j].opens && !ms[j].closes {
			break
		}
		if !ms[j].closes {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:ms[j].at])
		switch before {
		case ',', '.', '?', '!', '…':
			return j
		}
		if first < 0 {
			first = j
		}
		if plain < 0 && before != 's' {
			plain = j
		}
	}
	if plain >= 0 {
		return plain
	}
	return first
}

func trimRight(text string, s lang.Span) int {
	end := s.End
	for end > s.Start {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	return end
}
