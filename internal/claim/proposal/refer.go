package proposal

import "github.com/travaux/travaux/internal/lang"

// lookback is how many tokens back a word may refer.
const lookback = 300

// of is the text that the phrase headed by h names or stands for: a text, a
// part of one, a pronoun for one; nil for none.
func (t *Texts) of(h int) *Text {
	if h < 0 || h >= len(t.at) {
		return nil
	}
	if x := t.At(h); x != nil {
		return x
	}
	switch t.Low(h) {
	case "it":
		return t.pronoun(h, false)
	case "they", "these", "those":
		return t.pronoun(h, true)
	}
	if !t.nominal(h) {
		return nil
	}
	return t.whole(h)
}

// whole is the text of which h heads a part: "a provision of the bill", "the
// bill's language", "the existence of the plan", "the terms".
func (t *Texts) whole(h int) *Text {
	piece := t.lex.in("piece", t.Lemma(h)) || t.lex.in("terms", t.Lemma(h))
	for _, kid := range t.Clauses.Kids(h) {
		k := int(kid)
		x := t.At(k)
		if x == nil {
			continue
		}
		if t.Clauses.Is(k, "nmod:poss") && piece {
			return x
		}
		if t.Clauses.Is(k, "nmod") && (t.Clauses.Case(k) == "of" || piece && t.Clauses.Case(k) == "in") {
			return x
		}
		if t.Clauses.Is(k, "compound") && piece {
			return x
		}
	}
	if piece && t.Mention(h) == nil {
		return t.before(h, 2, func(m *mention) bool { return !m.plural && t.kept(m.text) })
	}
	return nil
}

// pronoun is the text that the pronoun at h stands for: the last one named
// before it in its sentence, else the one that the sentence before is about.
func (t *Texts) pronoun(h int, plural bool) *Text {
	actor := len(t.Actor(h)) > 0
	s := int(t.Doc.Toks[h].Sent)
	lo := max(t.Doc.Sents[s].First, h-lookback)
	for k := h - 1; k >= lo && !actor; k-- {
		if i := t.naming(k); i >= 0 && t.mentions[i].text != nil && t.mentions[i].plural == plural && t.Clauses.Is(k, "nsubj") {
			return t.mentions[i].text
		}
	}
	if s == 0 || t.crowded(lo, h) {
		return nil
	}
	prev := &t.Doc.Sents[s-1]
	last := (*Text)(nil)
	for k := max(prev.First, prev.Last-lookback); k < prev.Last; k++ {
		i := t.naming(k)
		if i < 0 || t.mentions[i].text == nil || t.mentions[i].plural != plural {
			continue
		}
		if v := t.Clauses.Head(k); t.Clauses.Is(k, "nsubj") && k < v && v >= 0 && t.Clauses.Head(v) < 0 && !plural {
			return t.mentions[i].text
		}
		if v := t.Clauses.Head(k); !actor && v >= 0 && (plural || t.Clauses.Is(k, "nsubj", "obj") && (t.Clauses.Head(v) < 0 || t.Clauses.Is(v, "conj"))) {
			last = t.mentions[i].text
		}
	}
	return last
}

// crowded reports whether tokens [a, b) name a thing that a pronoun after them
// may rather stand for.
func (t *Texts) crowded(a, b int) bool {
	for k := a; k < b; k++ {
		if t.POS(k) == lang.NOUN && t.Timex(k) == nil && len(t.Actor(k)) == 0 {
			return true
		}
	}
	return false
}

// before is the text named last before token i for which ok holds, in its
// sentence and at most back sentences before it.
func (t *Texts) before(i, back int, ok func(m *mention) bool) *Text {
	s := int(t.Doc.Toks[i].Sent)
	lo := max(t.Doc.Sents[max(s-back, 0)].First, i-lookback)
	for k := i - 1; k >= lo; k-- {
		if n := t.naming(k); n >= 0 && t.mentions[n].text != nil && ok(&t.mentions[n]) {
			return t.mentions[n].text
		}
	}
	return nil
}

// sure holds for mentions of texts that are surely meant.
func (t *Texts) sure(m *mention) bool { return !m.plural && t.kept(m.text) }

// item reports whether sentence k is an item of the list that sentence s leads
// into: a list item, or a paragraph that begins with a bullet.
func (t *Texts) item(k, s int) bool {
	sent := &t.Doc.Sents[k]
	if t.Doc.Blocks[sent.Block].Kind == lang.Item {
		return sent.Block != t.Doc.Sents[s].Block
	}
	return bullet(t.Low(sent.First)) && sent.First+2 < sent.Last
}

func bullet(w string) bool { return w == "•" || w == "-" || w == "–" || w == "*" || w == "·" }
