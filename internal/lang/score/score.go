// Package score measures annotation against a treebank as the CoNLL 2018 shared
// task did (D. Zeman et al., "CoNLL 2018 Shared Task: Multilingual Parsing from
// Raw Text to Universal Dependencies"): words are compared by where they are in
// the text without its white space, so that the figures hold from raw text too.
// It also measures names, by exact span and type. It is not for coreference.
package score

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/conllu"
)

// Word is a syntactic word; Start and End count the characters of the text
// that are not white space.
type Word struct {
	Start, End                             int
	Multi                                  bool // part of a multiword token, whose span it has
	Form, Lemma, UPOS, XPOS, Feats, Deprel string
	Head                                   int // index into Text.Words, -1 for the root
}

// Text is an annotated text.
type Text struct {
	Chars string // without white space
	Words []Word
	Sents []lang.Span // in characters of Chars, like the words
	Names []Name
}

// Name is a name in words First:Last.
type Name struct {
	Start, End int
	Type       string
}

// F1 counts what is there in the gold text, in the system's, and in both.
type F1 struct{ Gold, Sys, Right int }

// Value is the F1 score in percent, 0 where nothing is right.
func (f F1) Value() float64 {
	if f.Gold+f.Sys == 0 {
		return 0
	}
	return 200 * float64(f.Right) / float64(f.Gold+f.Sys)
}

// Add sums counts.
func (f *F1) Add(o F1) { f.Gold, f.Sys, f.Right = f.Gold+o.Gold, f.Sys+o.Sys, f.Right+o.Right }

// Figures are the counts of one comparison. LAS compares universal relations,
// Full their subtypes too.
type Figures struct {
	Words, Sents, UPOS, XPOS, Feats, Lemmas, UAS, LAS, Full, Names F1
}

// Add sums the counts of two texts.
func (f *Figures) Add(o Figures) {
	for _, p := range [][2]*F1{
		{&f.Words, &o.Words},
		{&f.Sents, &o.Sents},
		{&f.UPOS, &o.UPOS},
		{&f.XPOS, &o.XPOS},
		{&f.Feats, &o.Feats},
		{&f.Lemmas, &o.Lemmas},
		{&f.UAS, &o.UAS},
		{&f.LAS, &o.LAS},
		{&f.Full, &o.Full},
		{&f.Names, &o.Names},
	} {
		p[0].Add(*p[1])
	}
}

// Compare measures sys against gold. The texts must have the same characters.
func Compare(gold, sys Text) (Figures, error) {
	if gold.Chars != sys.Chars {
		return Figures{}, fmt.Errorf("comparing: the texts differ from character %d on", difference(gold.Chars, sys.Chars))
	}
	pairs := align(gold.Words, sys.Words)
	other := make(map[int]int, len(pairs))
	for _, p := range pairs {
		other[p.sys] = p.gold
	}
	all := F1{Gold: len(gold.Words), Sys: len(sys.Words)}
	f := Figures{Words: all, UPOS: all, XPOS: all, Feats: all, Lemmas: all, UAS: all, LAS: all, Full: all}
	f.Words.Right = len(pairs)
	count := func(f *F1, ok bool) {
		if ok {
			f.Right++
		}
	}
	for _, p := range pairs {
		g, s := gold.Words[p.gold], sys.Words[p.sys]
		count(&f.UPOS, g.UPOS == s.UPOS)
		count(&f.XPOS, g.XPOS == s.XPOS)
		count(&f.Feats, universal(g.Feats) == universal(s.Feats))
		count(&f.Lemmas, g.Lemma == "_" || g.Lemma == s.Lemma)
		head := -1
		if s.Head >= 0 {
			h, ok := other[s.Head]
			if head = h; !ok {
				head = -2
			}
		}
		arc := head == g.Head
		count(&f.UAS, arc)
		count(&f.LAS, arc && plain(g.Deprel) == plain(s.Deprel))
		count(&f.Full, arc && g.Deprel == s.Deprel)
	}
	f.Sents = same(gold.Sents, sys.Sents)
	f.Names = same(gold.Names, sys.Names)
	return f, nil
}

func same[T comparable](gold, sys []T) F1 {
	in := make(map[T]bool, len(gold))
	for _, g := range gold {
		in[g] = true
	}
	f := F1{Gold: len(gold), Sys: len(sys)}
	for _, s := range sys {
		if in[s] {
			f.Right++
		}
	}
	return f
}

func difference(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func plain(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// features are the universal ones, which alone the task compares.
const features = " PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect Voice Evident Polarity Person Polite "

func universal(feats string) string {
	var b strings.Builder
	for f := range strings.SplitSeq(feats, "|") {
		name, _, _ := strings.Cut(f, "=")
		if strings.Contains(features, " "+name+" ") {
			b.WriteString(f)
			b.WriteByte('|')
		}
	}
	return b.String()
}

// Gold makes a text of sentences. Names are IOB2 tags by sentence id, or nil.
func Gold(sents []conllu.Sentence, names map[string][]string) Text {
	var t Text
	var chars strings.Builder
	at := 0
	for _, s := range sents {
		first, start := len(t.Words), at
		places := make([]lang.Span, 0, len(s.Words)) // each word's own, also within a multiword token
		for i, w := range s.Words {
			word := Word{Form: w.Form, Lemma: w.Lemma, UPOS: w.UPOS, XPOS: w.XPOS, Feats: w.Feats, Deprel: w.Deprel, Head: -1, Multi: w.Multi > 0}
			if w.Head > 0 {
				word.Head = first + w.Head - 1
			}
			switch {
			case w.Multi == 0:
				word.Start = at
				at += write(&chars, w.Form)
				word.End = at
			case i == 0 || s.Words[i-1].Multi != w.Multi:
				word.Start = at
				at += write(&chars, s.Multi[w.Multi-1])
				word.End = at
			default:
				word.Start, word.End = t.Words[len(t.Words)-1].Start, at
			}
			t.Words = append(t.Words, word)
			places = append(places, place(word, places))
		}
		t.Sents = append(t.Sents, lang.Span{Start: start, End: at})
		if tags := names[s.ID]; len(tags) == len(s.Words) {
			t.Names = append(t.Names, spans(tags, places)...)
		}
	}
	t.Chars = chars.String()
	return t
}

func spans(tags []string, words []lang.Span) []Name {
	var out []Name
	for i := 0; i < len(tags); i++ {
		typ, ok := strings.CutPrefix(tags[i], "B-")
		if !ok {
			continue
		}
		j := i + 1
		for j < len(tags) && tags[j] == "I-"+typ {
			j++
		}
		if typ == "PER" || typ == "ORG" || typ == "LOC" {
			out = append(out, Name{words[i].Start, words[j-1].End, typ})
		}
		i = j - 1
	}
	return out
}

// place is where a word is; within a multiword token it takes as many
// characters as its form has, after the word before.
func place(w Word, before []lang.Span) lang.Span {
	p := lang.Span{Start: w.Start, End: w.End}
	if !w.Multi {
		return p
	}
	if n := len(before); n > 0 {
		p.Start = max(p.Start, before[n-1].End)
	}
	p.End = min(p.End, p.Start+utf8.RuneCountInString(w.Form))
	return p
}

func write(b *strings.Builder, s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			b.WriteRune(r)
			n++
		}
	}
	return n
}

// Sys makes a text of a document's annotation, names those given.
func Sys(d *lang.Doc, names []lang.Proposal) Text {
	var t Text
	var chars strings.Builder
	at := 0
	for _, s := range d.Sents {
		start := at
		for i := s.First; i < s.Last; i++ {
			k := d.Toks[i]
			w := Word{Form: d.Form(i), Lemma: k.Lemma, UPOS: k.UPOS.String(), XPOS: k.XPOS, Feats: k.Feats, Deprel: k.Deprel, Head: -1, Start: at}
			if k.Head > 0 {
				w.Head = s.First + int(k.Head) - 1
			}
			at += write(&chars, w.Form)
			w.End = at
			t.Words = append(t.Words, w)
		}
		t.Sents = append(t.Sents, lang.Span{Start: start, End: at})
	}
	for _, n := range names {
		if typ := typeName(n.Type); typ != "" {
			t.Names = append(t.Names, Name{t.Words[n.First].Start, t.Words[n.Last-1].End, typ})
		}
	}
	t.Chars = chars.String()
	return t
}

func typeName(t lang.Type) string {
	switch t {
	case lang.Person:
		return "PER"
	case lang.Organisation:
		return "ORG"
	case lang.Place:
		return "LOC"
	}
	return ""
}
