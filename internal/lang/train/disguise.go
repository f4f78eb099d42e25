package train

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang/conllu"
	"github.com/travaux/travaux/internal/lang/model"
)

// disguise hides who and what a sentence names: names give way to others, most
// of them made up, so that a network learns to know a name by its place and
// shape and not by having met it. Trees and tags stay.
type disguise struct {
	x      *lexicon
	common map[string]bool // words that are also no names: "bank", "city"
	pools  map[string][]string
	person struct{ tags [4]int32 } // the tags of a name in place of "he"
}

// Shares of what a disguised sentence shows.
const (
	madeUp   = 0.7 // names put together of the beginning of one and the end of another
	pronouns = 0.5 // "he" and "she" that become a name
)

func newDisguise(x *lexicon, sets []Set, known []string) *disguise {
	d := &disguise{x: x, common: map[string]bool{}, pools: map[string][]string{}}
	pools := map[string]map[string]bool{"PER": {}, "ORG": {}, "LOC": {}}
	for _, s := range sets {
		for _, sent := range s.Sents {
			for _, w := range sent.Words {
				if w.UPOS != "PROPN" {
					d.common[strings.ToLower(w.Form)] = true
				}
			}
		}
	}
	for _, s := range sets {
		for _, sent := range s.Sents {
			for i, kind := range d.kinds(sent, s.Names[sent.ID]) {
				if kind != "" {
					pools[kind][sent.Words[i].Form] = true
				}
			}
		}
	}
	for _, line := range known {
		class, form, _ := strings.Cut(line, "\t")
		if kind := map[string]string{"1": "PER", "6": "LOC"}[class]; kind != "" && isName(form) {
			pools[kind][form] = true
		}
	}
	for kind, set := range pools {
		d.pools[kind] = slices.Sorted(maps.Keys(set))
	}
	for i, v := range [4]string{"PROPN", "NNP", "Number=Sing", model.Script("Arvia", "Arvia")} {
		d.person.tags[i] = int32(slices.Index([4][]string{x.labels.UPOS, x.labels.XPOS, x.labels.Feats, x.labels.Scripts}[i], v))
	}
	return d
}

// isName reports whether a form looks like a name of one word: "Roth", not
// "UN", "al-Sadr" or "Q3".
func isName(form string) bool {
	first, n := utf8.DecodeRuneInString(form)
	rest := form[n:]
	return utf8.RuneCountInString(rest) >= 2 && unicode.IsUpper(first) && !strings.ContainsFunc(rest, func(r rune) bool { return !unicode.IsLower(r) })
}

// kinds gives for each word PER, ORG or LOC if it may be replaced.
func (d *disguise) kinds(s conllu.Sentence, tags []string) []string {
	if len(tags) != len(s.Words) {
		tags = treebankTags(s)
	}
	out := make([]string, len(s.Words))
	for i, t := range tags {
		w := s.Words[i]
		if t != "O" && w.XPOS == "NNP" && w.UPOS == "PROPN" && w.Lemma == w.Form && isName(w.Form) && !d.common[strings.ToLower(w.Form)] {
			out[i] = t[2:]
		}
	}
	return out
}

// mark notes in examples of a set what may be replaced.
func (d *disguise) mark(all []*example, s Set) {
	for i, e := range all {
		sent := s.Sents[i]
		e.kinds = d.kinds(sent, s.Names[sent.ID])
		for j, w := range sent.Words {
			if l := strings.ToLower(w.Form); w.XPOS == "PRP" && (l == "he" || l == "she") {
				e.kinds[j] = "he"
			}
		}
	}
}

// hide disguises a share of the sentences of an epoch. What an example holds is
// not changed: others take its place.
func (d *disguise) hide(batches [][]*example, share float32, r *rand) {
	for _, b := range batches {
		for i, e := range b {
			if r.float() < share {
				b[i] = d.of(e, r)
			}
		}
	}
}

func (d *disguise) of(e *example, r *rand) *example {
	out := *e
	out.word, out.vec = slices.Clone(e.word), slices.Clone(e.vec)
	out.grams, out.names = slices.Clone(e.grams), slices.Clone(e.names)
	for k := range out.tags {
		out.tags[k] = slices.Clone(e.tags[k])
	}
	for i, kind := range e.kinds {
		switch {
		case kind == "he" && r.float() < pronouns:
			for k := range out.tags {
				out.tags[k][i] = d.person.tags[k]
			}
			if out.names != nil {
				out.names[i] = int32(slices.Index(d.x.labels.Names, "B-PER"))
			}
			d.put(&out, i, d.name("PER", r))
		case kind != "" && kind != "he":
			d.put(&out, i, d.name(kind, r))
		}
	}
	return &out
}

// copy gives the words and tags of a sentence as the linear model of names is
// to learn from them: some disguised, some with tags that a tagger may give.
func (d *disguise) copy(s conllu.Sentence, tags []string, n int, r *rand) (form, xpos func(int) string) {
	forms, xtags := make([]string, len(s.Words)), make([]string, len(s.Words))
	kinds := d.kinds(s, tags)
	hidden := n > 0 && r.float() < sparseHidden
	for i, w := range s.Words {
		forms[i], xtags[i] = w.Form, w.XPOS
		if hidden && kinds[i] != "" {
			forms[i] = d.name(kinds[i], r)
		}
		if r.float() < wrongTags {
			xtags[i] = confused(w.XPOS, r)
		}
	}
	return func(i int) string { return forms[i] }, func(i int) string { return xtags[i] }
}

// confused is a tag that is mistaken for x where names are.
func confused(x string, r *rand) string {
	switch x {
	case "NNP":
		return [4]string{"NN", "NN", "JJ", "NNPS"}[r.intn(4)]
	case "NN", "NNS", "NNPS", "JJ", "FW", "UH":
		return "NNP"
	}
	return x
}

// put makes form the word at i.
func (d *disguise) put(e *example, i int, form string) {
	norm := model.Norm(form)
	e.word[i] = d.x.words[norm]
	e.vec[i] = -1
	if v, ok := d.x.vecs[norm]; ok {
		e.vec[i] = v
	}
	e.grams[i] = nil
	model.Grams(form, uint32(d.x.conf.Buckets), func(b uint32) { e.grams[i] = append(e.grams[i], b) })
}

// name is another name of a kind, or one made of two.
func (d *disguise) name(kind string, r *rand) string {
	pool := d.pools[kind]
	a := pool[r.intn(len(pool))]
	if r.float() >= madeUp {
		return a
	}
	b := pool[r.intn(len(pool))]
	head, tail := []rune(a), []rune(b)
	return string(head[:1+len(head)/2]) + string(tail[len(tail)/2:])
}
