package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// found is a mention with how it was found.
type found struct {
	lang.Mention
	sure   bool        // by the lexicon, a title or a telling word, not by its looks
	backed bool        // by a proposal
	of     []lang.Name // of the lexicon, where they belong to several states
}

// scan works on one document.
type scan struct {
	r        *Recogniser
	doc      *lang.Doc
	class    []class // per token
	covered  []bool  // per token: in a mention
	found    []found
	known    map[string]lang.Type // names that are sure somewhere in the document
	surnames map[string]bool      // last names of persons named in full
	local    locals               // names that the document itself explains
	tree     *clause.Index        // once the names are found
}

func (s *scan) tokens() {
	d := s.doc
	s.class = make([]class, len(d.Toks))
	s.covered = make([]bool, len(d.Toks))
	for _, sent := range d.Sents {
		start := true
		for i := sent.First; i < sent.Last; i++ {
			form := d.Form(i)
			c := s.r.words[form] | shape(form)
			if i > sent.First && d.Toks[i].Start == d.Toks[i-1].End {
				c |= touches
			}
			r, _ := utf8.DecodeRuneInString(form)
			if start && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				c |= opening
				start = false
			}
			if (r == ':' || r == '—' || r == '•') && i < sent.First+8 {
				start = true
			}
			if s.inLaw(sent, i) || form == "elect" && s.is(i-2, title) {
				c |= title
			}
			if form == "May" && s.month(i) {
				c |= calendar
			}
			s.class[i] = c
		}
	}
}

// month reports whether "May" at token i is the month.
func (s *scan) month(i int) bool {
	switch s.form(i - 1) {
	case "in", "In", "since", "Since", "by", "until", "last", "this", "next", "early", "late", "mid", "of", "through":
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.form(i + 1))
	return unicode.IsDigit(r)
}

// inLaw reports whether token i is the last of "son-in-law".
func (s *scan) inLaw(sent lang.Sent, i int) bool {
	return s.form(i) == "law" && i-4 >= sent.First && s.form(i-1) == "-" && s.form(i-2) == "in" && s.form(i-3) == "-"
}

func (s *scan) is(i int, c class) bool { return i >= 0 && i < len(s.class) && s.class[i]&c != 0 }

func (s *scan) form(i int) string {
	if i < 0 || i >= len(s.doc.Toks) {
		return ""
	}
	return s.doc.Form(i)
}

// headline reports whether a sentence is a heading, or written like one: with
// every word of weight capitalised.
func (s *scan) headline(sent lang.Sent) bool {
	if s.doc.Blocks[sent.Block].Kind == lang.Heading {
		return true
	}
	caps := 0
	for i := sent.First; i < sent.Last; i++ {
		r, _ := utf8.DecodeRuneInString(s.form(i))
		switch {
		case unicode.IsUpper(r):
			caps++
		case unicode.IsLower(r):
			switch s.doc.Toks[i].UPOS {
			case lang.VERB, lang.AUX, lang.NOUN, lang.ADJ, lang.ADV, lang.PRON:
				return false
			}
		}
	}
	return caps > 5
}

// named reports whether token i may be a word of a name: capitalised, and not
// only because it opens the sentence.
func (s *scan) named(i int) bool {
	if !s.is(i, upper) || s.is(i, calendar) {
		return false
	}
	t := &s.doc.Toks[i]
	switch t.UPOS {
	case lang.PRON, lang.DET, lang.ADP, lang.AUX, lang.CCONJ, lang.SCONJ, lang.PART, lang.INTJ, lang.ADV, lang.NUM, lang.PUNCT, lang.SYM:
		return s.is(i, givenName|initial) && !s.is(i, opening)
	}
	if s.is(i, opening) {
		return t.UPOS == lang.PROPN || s.is(i, givenName|acronym)
	}
	return true
}

// sentence finds the names of one sentence. In a headline only the lexicon and
// the names of the rest of the document count.
func (s *scan) sentence(sent lang.Sent, headline bool) {
	if !headline {
		for i := sent.First; i < sent.Last-1; i++ {
			if s.is(i, title) && !s.covered[i] {
				s.titled(sent, i)
			}
		}
	}
	shouting := headline && !strings.ContainsFunc(s.doc.Quote(sent.Span), unicode.IsLower)
	for i := sent.First; i < sent.Last; {
		if s.covered[i] {
			i++
			continue
		}
		if next := s.from(sent, i, headline, shouting); next > i {
			i = next
		} else {
			i++
		}
	}
}

// from finds a name that begins at token i, and returns the token after it, or
// i when there is none.
func (s *scan) from(sent lang.Sent, i int, headline, shouting bool) int {
	end, names := s.lookup(i, sent.Last, shouting)
	if headline {
		if end > i && (shouting || !ambiguous(names) || s.known[s.key(i, end)] != lang.Other) {
			return s.listed(i, end, names)
		}
		return s.recall(sent, i)
	}
	if stop, typ, head := s.patterned(sent, i); stop > end {
		m := s.mention(i, stop, head, typ)
		if end > i {
			m.Of = state(names)
		}
		s.add(m, true)
		s.inner(sent, i, stop, typ)
		return stop
	}
	if end > i {
		if p := s.person(i, sent.Last); p > end && s.is(i, givenName) && isPlaceName(names) && !s.is(end, title) {
			s.add(s.mention(i, p, p-1, lang.Person), true)
			return p
		}
		if !ambiguous(names) || s.placed(i, end) || s.likely(i, end, names) {
			return s.listed(i, end, names)
		}
	}
	return s.guess(sent, i)
}

func (s *scan) lookup(i, last int, shouting bool) (int, []lang.Name) {
	end, names := s.r.lexicon.match(s.doc, i, last, shouting, func(n lang.Name) bool { return n.Use != lang.AsTitle })
	if end == i && !shouting && s.is(i, acronym) && s.doc.Toks[i].Len() > 3 {
		end, names = s.r.lexicon.match(s.doc, i, last, true, func(lang.Name) bool { return true }) // a dateline
	}
	if end == i && len(s.local) > 0 && s.is(i, upper) {
		for stop := min(i+3, last); stop > i; stop-- {
			if n, ok := s.local[s.key(i, stop)]; ok {
				return stop, n
			}
		}
	}
	return end, names
}

// listed adds the name of the lexicon from token i to end.
func (s *scan) listed(i, end int, names []lang.Name) int {
	n := s.choose(i, end, names)
	m := s.mention(i, end, end-1, n.Type)
	m.Use, m.KB, m.Of = n.Use, n.ID, n.Of
	if n.Use == lang.AsAdjective || n.Use == lang.AsDemonym {
		m.Type, m.KB = lang.Group, ""
		if m.Of == "" {
			m.Of = n.ID
		}
	}
	s.add(m, true)
	for _, o := range names {
		if o.Of != n.Of {
			s.found[len(s.found)-1].of = names
		}
	}
	s.eventAfter(i, end)
	return end
}

// choose picks the name that fits the place in the sentence, of several with
// one form.
func (s *scan) choose(i, end int, names []lang.Name) lang.Name {
	modifies := end < len(s.doc.Toks) && s.doc.Toks[end].Sent == s.doc.Toks[i].Sent &&
		(s.doc.Toks[end].UPOS == lang.NOUN || s.doc.Toks[end].UPOS == lang.ADJ || s.doc.Toks[end].UPOS == lang.PROPN || s.form(end) == "-")
	best, score := names[0], -1
	for _, n := range names {
		v := 0
		switch n.Use {
		case lang.AsAdjective:
			v = 2
			if modifies {
				v = 5
			}
		case lang.AsDemonym:
			v = 3
		case lang.AsSeat:
			v = 4
		case lang.AsName:
			v = 4
		case lang.AsTitle:
			v = -2
		}
		if v > score {
			best, score = n, v
		}
	}
	return best
}

func (s *scan) mention(first, last, head int, typ lang.Type) lang.Mention {
	span := s.doc.TokSpan(first, last)
	return lang.Mention{Span: span, Name: span, First: first, Last: last, Head: head, Type: typ, Entity: -1}
}

func (s *scan) add(m lang.Mention, sure bool) {
	s.found = append(s.found, found{Mention: m, sure: sure})
	for i := m.First; i < m.Last; i++ {
		s.covered[i] = true
	}
}

// inner adds the peoples and places inside an organisation's or document's
// name: "the Merin Port Authority" names Merin as well.
func (s *scan) inner(sent lang.Sent, first, last int, typ lang.Type) {
	if typ != lang.Event && typ != lang.Document {
		return
	}
	for i := first; i < last; i++ {
		if end, names := s.lookup(i, last, false); end > i && end <= last && !(i == first && end == last) {
			n := s.choose(i, end, names)
			m := s.mention(i, end, end-1, n.Type)
			m.Use, m.KB, m.Of = n.Use, n.ID, n.Of
			if n.Use == lang.AsAdjective || n.Use == lang.AsDemonym {
				m.Type, m.KB = lang.Group, ""
			}
			s.add(m, true)
			i = end - 1
		}
	}
}

// eventAfter adds "Lisbon summit" over a place and the noun after it.
func (s *scan) eventAfter(first, last int) {
	if last < len(s.doc.Toks) && s.is(last, eventNoun) && !s.is(last, upper) && s.doc.Toks[last].Sent == s.doc.Toks[first].Sent {
		s.add(s.mention(first, last+1, last, lang.Event), true)
	}
}

// recall finds at token i a name known from elsewhere in the document.
func (s *scan) recall(sent lang.Sent, i int) int {
	if !s.is(i, upper) {
		return i
	}
	for end := min(i+5, sent.Last); end > i; end-- {
		if typ, ok := s.known[s.key(i, end)]; ok {
			s.add(s.mention(i, end, end-1, typ), true)
			return end
		}
	}
	for _, end := range [...]int{i + 3, i + 1} { // "Okafor-Lund" before "Okafor"
		if end <= sent.Last && s.surnames[s.key(i, end)] {
			s.add(s.mention(i, end, end-1, lang.Person), true)
			return end
		}
	}
	return i
}

// key is a name's words, however they are spaced.
func (s *scan) key(first, last int) string {
	if last == first+1 {
		return s.form(first)
	}
	var b strings.Builder
	for i := first; i < last; i++ {
		if i > first {
			b.WriteByte(' ')
		}
		b.WriteString(s.form(i))
	}
	return b.String()
}

// state returns the id of the state or body of the first adjective or name.
func state(names []lang.Name) string {
	for _, n := range names {
		if n.Of != "" {
			return n.Of
		}
		if n.Use == lang.AsName && n.Type == lang.Place {
			return n.ID
		}
	}
	return ""
}

func ambiguous(names []lang.Name) bool {
	for _, n := range names {
		if !n.Ambiguous {
			return false
		}
	}
	return true
}

func isPlaceName(names []lang.Name) bool {
	for _, n := range names {
		if n.Type == lang.Place {
			return true
		}
	}
	return false
}
