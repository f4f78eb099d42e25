package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/chunk"
	"github.com/travaux/travaux/internal/lang/clause"
)

// elem is one item of a unit: a token, or a whole quotation, which the rules
// see as one word.
type elem struct {
	first, last int // tokens [first, last)
	quote       int // index into reader.quotes, -1 for a token
}

// unit is a sentence in which quotations count as words: it does not end within
// one, and it goes on where a reporting clause follows a question.
type unit struct {
	block int
	e     []elem
}

// reader holds what the rules look at.
type reader struct {
	d      *lang.Doc
	lex    lexicon
	np     *chunk.Index
	x      *clause.Index
	quotes []quotation
	units  []unit
	elemOf []int32         // per token, its place in its unit
	speech []int           // per block, where the colon behind a transcript's speaker stands, -1
	names  map[string]bool // words that are names within a sentence
	men    []int32         // per token, 1 + the longest mention that it is in
	none   lang.Tok        // stands for what is no token
}

func newReader(d *lang.Doc, lex lexicon) *reader {
	r := &reader{d: d, lex: lex, np: chunk.Find(d), x: clause.New(d), quotes: quotations(d)}
	r.elemOf = make([]int32, len(d.Toks))
	r.men = make([]int32, len(d.Toks))
	for i := len(d.Mentions) - 1; i >= 0; i-- {
		m := &d.Mentions[i]
		for j := max(m.First, 0); j < m.Last && j < len(r.men); j++ {
			if o := r.men[j]; o == 0 || d.Mentions[o-1].Len() <= m.Len() {
				r.men[j] = int32(i + 1)
			}
		}
	}
	r.speech = make([]int, len(d.Blocks))
	for i := range d.Blocks {
		r.speech[i] = speakerColon(d.Text, d.Blocks[i].Span)
	}
	r.names = map[string]bool{}
	for _, st := range d.Sents {
		for i := st.First + 1; i < st.Last; i++ {
			if d.Toks[i].UPOS == lang.PROPN {
				r.names[d.Form(i)] = true
			}
		}
	}
	r.split()
	return r
}

// maxUnit is how many items a unit has before the next sentence begins one of its
// own. No prose comes near it; text without full stops or capitals would
// make one unit, and each content in it a quotation of the rest.
const maxUnit = 300

// split cuts the document into units.
func (r *reader) split() {
	q := 0
	for s := 0; s < len(r.d.Sents); {
		b := r.d.Sents[s].Block
		u := unit{block: b}
		for ; s < len(r.d.Sents) && r.d.Sents[s].Block == b; s++ {
			sent := &r.d.Sents[s]
			for i := sent.First; i < sent.Last; i++ {
				for q < len(r.quotes) && r.quotes[q].End <= r.d.Toks[i].Start {
					q++
				}
				in := -1
				if q < len(r.quotes) && r.quotes[q].Start <= r.d.Toks[i].Start {
					in = q
				}
				n := len(u.e)
				switch {
				case in >= 0 && n > 0 && u.e[n-1].quote == in:
					u.e[n-1].last = i + 1
				default:
					starts := i == sent.First
					if n > 0 && (r.boundary(&u, i, starts) || starts && n >= maxUnit) {
						r.close(&u)
					}
					u.e = append(u.e, elem{i, i + 1, in})
				}
			}
		}
		r.close(&u)
	}
}

func (r *reader) close(u *unit) {
	if len(u.e) == 0 {
		return
	}
	for k, e := range u.e {
		for i := e.first; i < e.last; i++ {
			r.elemOf[i] = int32(k)
		}
	}
	r.units = append(r.units, *u)
	u.e = nil
}

// boundary reports whether a unit ends before token i; starts is whether a
// sentence of the document begins there.
func (r *reader) boundary(u *unit, i int, starts bool) bool {
	if r.d.Toks[i].Start <= r.speech[u.block]+1 { // "MR. KERN: That is so."
		return false
	}
	last := u.e[len(u.e)-1]
	upper := capital(r.d.Form(i))
	opensQuote := !upper && quoteRune(r.d.Form(i))
	if last.quote < 0 {
		return starts && (upper || opensQuote || !wordyForm(r.d.Form(i)))
	}
	if dashForm(r.d.Form(i)) { // "“…” — Ana Ruiz"
		return false
	}
	switch r.quoteEnd(last.quote) {
	case ',', ';', ':':
		return false
	case '.', '…':
		if (r.abbreviated(last.quote) || r.breaksOff(last.quote)) && r.reportingClause(i) {
			return false
		}
		return upper || opensQuote || starts && !lowerForm(r.d.Form(i))
	case '?', '!', '—', '-':
		return (upper || opensQuote) && !r.reportingClause(i)
	}
	return starts && (upper || opensQuote)
}

// reportingClause reports whether "Ruiz said." or "Ana Ruiz told reporters,"
// begins at token i: a short clause with a cue of quotations and nothing after.
func (r *reader) reportingClause(i int) bool {
	sent := &r.d.Sents[r.d.Toks[i].Sent]
	n := r.np.Starts(i)
	if n < 0 {
		return false
	}
	k := r.np.NPs[n].Last
	for steps := 0; k < sent.Last && steps < 3 && (r.d.Toks[k].UPOS == lang.ADV || r.d.Toks[k].UPOS == lang.AUX); steps++ {
		k++
	}
	if k >= sent.Last || !r.quoteVerb(k) {
		return false
	}
	k++
	if r.d.Toks[k-1].Lemma == "tell" && k < sent.Last {
		if n := r.np.Starts(k); n >= 0 {
			k = r.np.NPs[n].Last
		}
	}
	if k >= sent.Last {
		return true
	}
	switch t := &r.d.Toks[k]; t.UPOS {
	case lang.PUNCT:
		return r.d.Form(k) != ":" && !quoteRune(r.d.Form(k))
	case lang.ADP, lang.ADV, lang.SCONJ:
		return t.Lemma != "that" && t.Lemma != "if" && t.Lemma != "whether"
	}
	return r.timeHead(k) && (k+1 >= sent.Last || r.d.Toks[k+1].UPOS != lang.AUX && r.d.Toks[k+1].UPOS != lang.VERB)
}

func (r *reader) quoteVerb(tok int) bool {
	for _, e := range r.lex[r.d.Toks[tok].Lemma] {
		if e.Class == verbCue && e.has(fPost) && e.has(fQuote) && len(e.After) == 0 {
			return true
		}
	}
	return false
}

// quoteEnd is the last rune within a quotation's marks.
func (r *reader) quoteEnd(q int) rune {
	s := strings.TrimRight(r.d.Quote(r.quotes[q].Inner), " \n\t'’")
	c, _ := utf8.DecodeLastRuneInString(s)
	return c
}

// abbreviated reports whether the stop at the end of a quotation may be that of
// an abbreviation: "… in the U.S."
func (r *reader) abbreviated(q int) bool {
	s := strings.TrimRight(r.d.Quote(r.quotes[q].Inner), " \n\t'’")
	return len(s) > 3 && s[len(s)-3] == '.'
}

// breaksOff reports whether a quotation ends in the middle: "… and then…"
func (r *reader) breaksOff(q int) bool {
	s := strings.TrimRight(r.d.Quote(r.quotes[q].Inner), " \n\t'’")
	return strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...")
}

// words counts the words of a quotation.
func (r *reader) words(q int) int { return len(strings.Fields(r.d.Quote(r.quotes[q].Inner))) }

func capital(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c) || unicode.IsDigit(c)
}

func lowerForm(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(c)
}

func wordyForm(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return wordy(c)
}

func quoteRune(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	switch c {
	case '"', '“', '”', '‘', '«', '„', '\'', '`':
		return true
	}
	return false
}

// The accessors below answer for places outside the unit too, with nothing.

// comma, dash and the like, as words.
