package claim

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/claim/proposal"
	"github.com/travaux/travaux/internal/lang"
)

// mend returns d with the tags put right that cannot be: a noun of the lexicons
// taken for a verb after an article, a possessive, an ordinal or a number with
// a hyphen. d itself is left as it is.
func mend(d *lang.Doc, lex *lexicon) *lang.Doc {
	m, copied := d, false
	for i := 1; i < len(d.Toks); i++ {
		t := &d.Toks[i]
		counted := i > 1 && isHyphen(d.Form(i-1)) && m.Toks[i-2].UPOS == lang.NUM
		if t.Sent != d.Toks[i-1].Sent || !counted && (t.UPOS == lang.NOUN || t.UPOS == lang.PROPN) {
			continue
		}
		low := strings.ToLower(d.Form(i))
		lemma, plural := lex.noun(low)
		pos, xpos, fused := lang.NOUN, "NN", false
		if lemma == "" && t.UPOS == lang.VERB && lex.in("bargain", low) && i+1 < len(d.Toks) && (d.Toks[i-1].UPOS == lang.ADP || d.Toks[i-1].UPOS == lang.DET) {
			if l, _ := lex.noun(strings.ToLower(d.Form(i + 1))); l != "" { // "of pay talks"
				lemma, fused = low, true
			}
		}
		switch {
		case counted && (lex.in("part", low) || low == "page" || unitOfTime(low)):
			lemma, plural, pos, xpos = low, false, lang.ADJ, "JJ" // as the whole of "22-point" stands before its noun
		case lemma == "" || t.UPOS != lang.VERB && t.UPOS != lang.ADJ && t.UPOS != lang.X && t.UPOS != lang.PUNCT,
			t.UPOS == lang.VERB && !before(m, i) && !fused:
			continue
		case t.UPOS != lang.VERB:
			if !before(m, i) || i+1 < len(d.Toks) && (d.Toks[i+1].UPOS == lang.NOUN || d.Toks[i+1].UPOS == lang.PROPN) {
				continue
			}
		}
		if !copied {
			c := *d
			c.Toks = slices.Clone(d.Toks)
			m, copied = &c, true
		}
		x := &m.Toks[i]
		x.UPOS, x.XPOS, x.Lemma, x.Feats = pos, xpos, lemma, "Number=Sing"
		if plural {
			x.XPOS, x.Feats = "NNS", "Number=Plur"
		}
	}
	return m
}

// before reports whether only a noun can follow at token i: an article, a
// possessive, an ordinal, or "22-point".
func before(d *lang.Doc, i int) bool {
	p := &d.Toks[i-1]
	switch w := strings.ToLower(d.Form(i - 1)); w {
	case "a", "an", "the", "its", "his", "their", "our", "my", "second", "third", "fourth", "fifth", "final", "next", "'s", "’s":
		return true
	case "first", "last":
		return i > 1 && d.Toks[i-2].UPOS == lang.DET
	}
	return i > 2 && (p.UPOS == lang.NOUN || p.UPOS == lang.ADJ) && isHyphen(d.Form(i-2)) && d.Toks[i-3].UPOS == lang.NUM
}

func isHyphen(w string) bool { return w == "-" || w == "‑" || w == "–" }

func unitOfTime(w string) bool {
	switch w {
	case "minute", "hour", "day", "week", "month", "year":
		return true
	}
	return false
}

// noun returns the lemma of a form that can be an event's or a text's noun, and
// whether it is the plural; "" for others.
func (l *lexicon) noun(form string) (lemma string, plural bool) {
	if l.nouns[form] != nil || proposal.IsNoun(form) {
		return form, false
	}
	if s, ok := strings.CutSuffix(form, "s"); ok && (l.nouns[s] != nil || proposal.IsNoun(s)) {
		return s, true
	}
	return "", false
}
