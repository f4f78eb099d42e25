// Package tokenize cuts the blocks of a document into sentences and into the
// syntactic words of Universal Dependencies, after the conventions of the
// English Web Treebank: clitics are words ("do" "n't", "party" "'s"), compounds
// are cut at the hyphen ("28" "-" "point") but prefixes are not ("non-paper"),
// abbreviations keep their full stop.
//
// It is for plain running text in English. It neither normalises nor corrects:
// every token is a stretch of the text as it stands.
package tokenize

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
)

// Tokenizer gives sentences and tokens. The zero value is ready, and safe for
// use by several goroutines.
type Tokenizer struct {
	// Max is how many tokens a document has at most; 0 is any number. The
	// sentence that passes it, and what follows, are left out, of its blocks too.
	Max int
}

// New returns a tokenizer.
func New() *Tokenizer { return &Tokenizer{} }

// maxBytes is how much text a bounded document has at most for each token: words
// of letters without an end cost memory too.
const maxBytes = 16

// Name is the component's name.
func (*Tokenizer) Name() string { return "tokenize" }

// Version changes whenever the answers do.
func (*Tokenizer) Version() string { return "rules/1" }

// Needs returns no layer: text and blocks suffice.
func (*Tokenizer) Needs() lang.Layer { return 0 }

// Gives returns sentences and tokens.
func (*Tokenizer) Gives() lang.Layer { return lang.Sentences | lang.Tokens }

// Annotate fills d.Sents and d.Toks from d.Blocks. Each block is cut on its
// own; blocks outside the text, or before the end of an earlier one, are cut
// back to what is left of them. It returns no error.
func (t *Tokenizer) Annotate(d *lang.Doc) error {
	room, most := len(d.Text), math.MaxInt
	if t.Max > 0 {
		room, most = min(room, maxBytes*t.Max), t.Max
	}
	d.Toks = make([]lang.Tok, 0, min(room/4, most)+8) // more than text mostly has
	d.Sents = make([]lang.Sent, 0, room/90+4)
	at := 0
	for i, b := range d.Blocks {
		start, end := max(b.Start, at), min(b.End, len(d.Text))
		if start >= end {
			continue
		}
		at = end
		short := end-start > room
		if short {
			end = wordEnd(d.Text, start, start+room)
		}
		room -= end - start
		c := cutter{doc: d, text: d.Text[:end], pos: start, first: len(d.Toks), most: most}
		c.addresses = hasAddress(d.Text[start:end])
		for _, g := range b.Gaps {
			if g.Start < c.pos || g.End > end {
				continue
			}
			c.text = d.Text[:g.Start]
			c.tokens()
			c.text, c.pos = d.Text[:end], g.End
		}
		c.tokens()
		c.sentences(i)
		if short || len(d.Toks) > most {
			drop(d, most)
			break
		}
	}
	return nil
}

// wordEnd returns the last white space from start up to end, or where there is
// none the last start of a character.
func wordEnd(text string, start, end int) int {
	if i := strings.LastIndexAny(text[start:end], " \n\t"); i > 0 {
		return start + i
	}
	for end > start && !utf8.RuneStart(text[end]) {
		end--
	}
	return end
}

// drop leaves out the sentences that end after so many tokens, and the blocks
// that none is left of.
func drop(d *lang.Doc, most int) {
	n := sort.Search(len(d.Sents), func(i int) bool { return d.Sents[i].Last > most })
	if n < len(d.Sents) {
		d.Toks = d.Toks[:d.Sents[n].First]
		d.Sents = d.Sents[:n]
	}
	if n == 0 {
		d.Blocks = nil
		return
	}
	last := d.Sents[n-1]
	d.Blocks = slices.Clone(d.Blocks[:last.Block+1])
	d.Blocks[last.Block].End = last.End
}

// cutter works on one block.
type cutter struct {
	doc   *lang.Doc
	text  string // up to the end of the block
	pos   int
	first int // index of the block's first token
	most  int // tokens, after which none is cut
	// addresses is whether the block may hold a URL, e-mail address or account.
	addresses bool
}

func (c *cutter) emit(start, end int) {
	if start < end {
		c.doc.Toks = append(c.doc.Toks, lang.Tok{Span: lang.Span{Start: start, End: end}, Head: -1})
	}
}
