package timex

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// governed reads what the tree says that the number at word i counts: the words
// from behind it to the noun it hangs on, that noun, and the word behind it; end
// is 0 where there is no tree or it says nothing that can be.
func (c *counter) governed(i int) (words, head string, end int) {
	h := c.hangsOn(i)
	if h < 0 || stopWord[lower(c.form(i+1))] {
		return "", "", 0
	}
	return c.upTo(h, i+1)
}

// upTo returns the words from word i to the noun of token h.
func (c *counter) upTo(h, i int) (words, head string, end int) {
	to := c.doc.Toks[h].End
	for j := i; j < len(c.ws) && j < i+8; j++ {
		w := &c.ws[j]
		if w.mean != nil || w.is(cNum|cCur|cPct) || !isWord(w.form) && w.form != "-" && w.form != "," && w.form != "'s" && w.form != "’s" {
			return "", "", 0
		}
		if w.end >= to {
			return c.doc.Text[c.ws[i].start:w.end], w.form, j + 1
		}
	}
	return "", "", 0
}

// partOf reads what the number at word i is some of: "two of the town's leading
// guilds", whose words begin at from.
func (c *counter) partOf(i, from int) (words, head string, end int) {
	w := &c.ws[i]
	if c.form(i+1) != "of" || c.doc.Done&lang.Trees == 0 || w.tok < 0 || from >= len(c.ws) {
		return "", "", 0
	}
	sent := c.doc.Sents[c.doc.Toks[w.tok].Sent]
	for k := int(w.tok) + 1; k < sent.Last && k < int(w.tok)+14; k++ {
		t := &c.doc.Toks[k]
		if t.Start >= c.ws[from].start && strings.HasPrefix(t.Deprel, "nmod") && t.Head > 0 && sent.First+int(t.Head)-1 == int(w.tok) {
			return c.upTo(k, from)
		}
	}
	return "", "", 0
}

// hangsOn is the token of the noun that the number at word i modifies, -1
// without one.
func (c *counter) hangsOn(i int) int {
	w := &c.ws[i]
	if c.doc.Done&lang.Trees == 0 || w.tok < 0 {
		return -1
	}
	for k := int(w.tok); k < len(c.doc.Toks) && c.doc.Toks[k].Start < w.end; k++ {
		t := &c.doc.Toks[k]
		if t.Deprel != "nummod" || t.Head <= 0 {
			continue
		}
		h := c.doc.Sents[t.Sent].First + int(t.Head) - 1
		if n := &c.doc.Toks[h]; n.Start >= w.end && (n.UPOS == lang.NOUN || n.UPOS == lang.PROPN) {
			return h
		}
	}
	return -1
}
