// Package tokenize cuts the blocks of a document into sentences and into the
// syntactic words of Universal Dependencies, after the conventions of the
// English Web Treebank: clitics are words ("do" "n't", "party" "'s"), compounds
// are cut at the hyphen ("28" "-" "point") but prefixes are not ("non-paper"),
// abbreviations keep their full stop.
//
// It is for plain running text in English. It neither normalises nor corrects:
// every token is a stretch of the text as it stands.
package tokenize

import "github.com/travaux/travaux/internal/lang"

// Tokenizer gives sentences and tokens. The zero value is ready, and safe for
// use by several goroutines.
type Tokenizer struct{}

// New returns a tokenizer.
func New() *Tokenizer { return &Tokenizer{} }

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
func (*Tokenizer) Annotate(d *lang.Doc) error {
	d.Toks = make([]lang.Tok, 0, len(d.Text)/4+8) // more than text mostly has
	d.Sents = make([]lang.Sent, 0, len(d.Text)/90+4)
	at := 0
	for i, b := range d.Blocks {
		start, end := max(b.Start, at), min(b.End, len(d.Text))
		if start >= end {
			continue
		}
		at = end
		c := cutter{doc: d, text: d.Text[:end], pos: start, first: len(d.Toks)}
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
	}
	return nil
}

// cutter works on one block.
type cutter struct {
	doc   *lang.Doc
	text  string // up to the end of the block
	pos   int
	first int // index of the block's first token
	// addresses is whether the block may hold a URL, e-mail address or account.
	addresses bool
}

func (c *cutter) emit(start, end int) {
	if start < end {
		c.doc.Toks = append(c.doc.Toks, lang.Tok{Span: lang.Span{Start: start, End: end}, Head: -1})
	}
}
