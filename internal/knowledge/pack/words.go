package pack

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// words are the tokens of a document as cues see them.
type words struct {
	d           *lang.Doc
	lemma, form []string // folded
	one         []string // another lemma it may have: "troop" of "troops", "cede" of "ceding"
}

func newWords(d *lang.Doc) *words {
	n := len(d.Toks)
	w := &words{d, make([]string, n), make([]string, n), make([]string, n)}
	for i := range d.Toks {
		w.form[i] = fold(strings.ToLower(strings.ReplaceAll(d.Form(i), "’", "'")))
		w.lemma[i] = w.form[i]
		if l := d.Toks[i].Lemma; l != "" {
			w.lemma[i] = fold(strings.ToLower(l))
		}
		switch t := &d.Toks[i]; t.UPOS {
		case lang.NOUN, lang.PROPN:
			w.one[i] = singular(w.form[i])
		case lang.VERB:
			w.one[i] = infinitive(w.form[i], w.lemma[i])
		}
	}
	return w
}

// singular takes the ending of a plural off, "" where there is none.
func singular(form string) string {
	switch {
	case len(form) < 4 || !strings.HasSuffix(form, "s") || strings.HasSuffix(form, "ss"):
		return ""
	case strings.HasSuffix(form, "ies"):
		return form[:len(form)-3] + "y"
	}
	return form[:len(form)-1]
}

// infinitive is what else the lemma of a verb's form may be, "" for nothing:
// taggers give rare verbs lemmas such as "ced" of "ceding" and "scrappe" of
// "scrapped".
func infinitive(form, lemma string) string {
	stem, ok := strings.CutSuffix(form, "ed")
	if !ok {
		stem, ok = strings.CutSuffix(form, "ing")
	}
	switch n := len(stem); {
	case !ok || n < 3:
		return ""
	case stem[n-1] == stem[n-2]:
		return stem[:n-1]
	case !strings.HasSuffix(lemma, "e"):
		return stem + "e"
	}
	return ""
}

// is reports whether token i is a word of a cue: by its lemma or as written.
func (w *words) is(i int, word string) bool {
	word, pos, ok := strings.Cut(word, ":")
	return (w.lemma[i] == word || w.form[i] == word || w.one[i] == word) && (!ok || partOf(w.d.Toks[i].UPOS) == pos)
}

// partOf names a part of speech as the notation does, "" for others.
func partOf(p lang.POS) string {
	switch p {
	case lang.NOUN:
		return "noun"
	case lang.VERB:
		return "verb"
	case lang.ADJ:
		return "adjective"
	case lang.PROPN:
		return "name"
	}
	return ""
}

// filler reports whether token i may stand between the words of a cue
// unwritten: articles, owners, numbers, hyphens and quotation marks.
func (w *words) filler(i int) bool {
	t := &w.d.Toks[i]
	switch t.UPOS {
	case lang.DET, lang.NUM:
		return true
	case lang.PRON:
		return t.Deprel == "nmod:poss"
	case lang.PUNCT:
		switch w.form[i] {
		case "-", "–", "\"", "'", "“", "”", "‘", "''", "``":
			return true
		}
	}
	return false
}
