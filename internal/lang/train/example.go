package train

import (
	"sort"

	"github.com/travaux/travaux/internal/lang/model"
)

// lexicon is what a network looks words up in.
type lexicon struct {
	words  map[string]int32 // from 1; 0 is an unknown word
	list   []string
	counts []int
	vecs   map[string]int32 // rows of the fixed vectors
	labels model.Labels
	grams  map[string][]uint32 // by form
	conf   model.Config
}

// minScript is how often a lemma script must occur to be an answer.
const minScript = 2

func newLexicon(conf model.Config, sets []Set, v *Vectors) *lexicon {
	x := &lexicon{words: map[string]int32{}, vecs: map[string]int32{}, grams: map[string][]uint32{}, conf: conf}
	words, scripts := map[string]int{}, map[string]int{}
	upos, xpos, feats, rels := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for _, s := range sets {
		for _, sent := range s.Sents {
			for _, w := range sent.Words {
				words[model.Norm(w.Form)]++
				scripts[model.Script(w.Form, w.Lemma)]++
				upos[w.UPOS]++
				xpos[w.XPOS]++
				feats[w.Feats]++
				rels[w.Deprel]++
			}
		}
	}
	x.list = append([]string{""}, atLeast(words, 2)...)
	for i, w := range x.list {
		x.words[w] = int32(i)
		x.counts = append(x.counts, words[w])
	}
	delete(x.words, "")
	for i, w := range v.Words {
		x.vecs[w] = int32(i)
	}
	x.labels = model.Labels{
		UPOS: atLeast(upos, 1), XPOS: atLeast(xpos, 2), Feats: atLeast(feats, 2),
		Scripts: atLeast(scripts, minScript), Deprels: atLeast(rels, 3),
		Names: []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"},
	}
	return x
}

// atLeast returns the keys counted n times or more, most frequent first.
func atLeast(m map[string]int, n int) []string {
	var s []string
	for k, c := range m {
		if c >= n {
			s = append(s, k)
		}
	}
	sort.Slice(s, func(a, b int) bool {
		if m[s[a]] != m[s[b]] {
			return m[s[a]] > m[s[b]]
		}
		return s[a] < s[b]
	})
	return s
}

// example is a sentence as numbers; -1 is an answer that is not known.
type example struct {
	word, vec []int32
	grams     [][]uint32
	tags      [4][]int32 // UPOS, XPOS, feats, script
	head, rel []int32
	names     []int32  // nil where the sentence is not annotated
	kinds     []string // of each word, as what it may be disguised; nil for none
}

func (e *example) len() int { return len(e.word) }

func (x *lexicon) examples(s Set) []*example {
	index := [5]map[string]int32{}
	for i, l := range [][]string{x.labels.UPOS, x.labels.XPOS, x.labels.Feats, x.labels.Scripts, x.labels.Deprels} {
		index[i] = map[string]int32{}
		for k, v := range l {
			index[i][v] = int32(k)
		}
	}
	find := func(i int, s string) int32 {
		if k, ok := index[i][s]; ok {
			return k
		}
		return -1
	}
	names := map[string]int32{}
	for i, n := range x.labels.Names {
		names[n] = int32(i)
	}
	var all []*example
	for _, sent := range s.Sents {
		e := &example{}
		for _, w := range sent.Words {
			e.add(x, w.Form)
			for i, v := range [4]string{w.UPOS, w.XPOS, w.Feats, model.Script(w.Form, w.Lemma)} {
				e.tags[i] = append(e.tags[i], find(i, v))
			}
			e.head = append(e.head, int32(w.Head))
			e.rel = append(e.rel, find(4, w.Deprel))
		}
		if tags := s.Names[sent.ID]; len(tags) == e.len() {
			e.names = nameTags(tags, names)
		}
		all = append(all, e)
	}
	return all
}

func (e *example) add(x *lexicon, form string) {
	norm := model.Norm(form)
	e.word = append(e.word, x.words[norm])
	v, ok := x.vecs[norm]
	if !ok {
		v = -1
	}
	e.vec = append(e.vec, v)
	g, ok := x.grams[form]
	if !ok {
		model.Grams(form, uint32(x.conf.Buckets), func(b uint32) { g = append(g, b) })
		x.grams[form] = g
	}
	e.grams = append(e.grams, g)
}

// nameTags maps tags to numbers; types that are not learnt are outside.
func nameTags(tags []string, index map[string]int32) []int32 {
	out := make([]int32, len(tags))
	for i, t := range tags {
		out[i] = index[t]
	}
	return out
}
