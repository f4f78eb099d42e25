package pack

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

const (
	maxGap    = 5 // words that "..." stands for at most
	maxFiller = 4 // unwritten articles and the like between two words
)

// trie holds cues as paths of steps, so that one pass over the tokens finds all.
type trie struct {
	steps map[string]int32   // by the words of a step
	of    map[string][]int32 // by word, the steps that it may take
	nodes []node
}

type node struct {
	next map[edge]int32
	ends []int32 // patterns that end here
	gaps bool    // some edge has a gap
}

type edge struct {
	step int32
	gap  bool
}

func newTrie() *trie {
	return &trie{steps: map[string]int32{}, of: map[string][]int32{}, nodes: make([]node, 1)}
}

// add enters a sequence of steps for a pattern.
func (t *trie) add(seq []step, pattern int32) {
	at := int32(0)
	for _, s := range seq {
		e := edge{t.step(s.words), s.gap}
		to, ok := t.nodes[at].next[e]
		if !ok {
			to = int32(len(t.nodes))
			t.nodes = append(t.nodes, node{})
			n := &t.nodes[at]
			if n.next == nil {
				n.next = map[edge]int32{}
			}
			n.next[e] = to
			n.gaps = n.gaps || s.gap
		}
		at = to
	}
	if n := &t.nodes[at]; !slices.Contains(n.ends, pattern) {
		n.ends = append(n.ends, pattern)
	}
}

func (t *trie) step(words []string) int32 {
	key := strings.Join(words, "|")
	id, ok := t.steps[key]
	if !ok {
		id = int32(len(t.steps))
		t.steps[key] = id
		for _, w := range words {
			t.of[w] = append(t.of[w], id)
		}
	}
	return id
}

// walk finds the paths that begin at any token of a document.
type walk struct {
	*trie
	w     *words
	may   [][]int32 // per token, the steps that it may take
	at    []int32   // of the path so far
	found func(pattern int32, at []int32)
}

func (t *trie) find(w *words, found func(pattern int32, at []int32)) {
	k := &walk{trie: t, w: w, may: make([][]int32, len(w.lemma)), found: found}
	for i := range k.may {
		k.may[i] = t.stepsOf(w, i)
	}
	for _, s := range w.d.Sents {
		for i := s.First; i < s.Last; i++ {
			if len(k.may[i]) > 0 {
				k.take(0, i, s.Last, false)
			}
		}
	}
}

// stepsOf lists the steps that token i may take.
func (t *trie) stepsOf(w *words, i int) []int32 {
	list := t.of[w.lemma[i]]
	pos := partOf(w.d.Toks[i].UPOS)
	add := func(key string) {
		if l := t.of[key]; len(l) > 0 {
			list = slices.Concat(list, l)
		}
	}
	if pos != "" {
		add(w.lemma[i] + ":" + pos)
	}
	for n, f := range [...]string{w.form[i], w.one[i]} {
		if f == "" || f == w.lemma[i] || n > 0 && f == w.form[i] {
			continue
		}
		add(f)
		if pos != "" {
			add(f + ":" + pos)
		}
	}
	return list
}

// take goes from node at over the edges that token i may take.
func (k *walk) take(at int32, i, end int, gap bool) {
	for _, s := range k.may[i] {
		to, ok := k.nodes[at].next[edge{s, gap}]
		if !ok {
			continue
		}
		k.at = append(k.at, int32(i))
		k.arrive(to, i, end)
		k.at = k.at[:len(k.at)-1]
	}
}

// arrive reports what ends at node n after token i, and goes on.
func (k *walk) arrive(n int32, i, end int) {
	for _, p := range k.nodes[n].ends {
		k.found(p, k.at)
	}
	if len(k.nodes[n].next) == 0 {
		return
	}
	for j := i + 1; j < end && j <= i+1+maxFiller; j++ {
		k.take(n, j, end, false)
		if !k.w.filler(j) {
			break
		}
	}
	if !k.nodes[n].gaps {
		return
	}
	for j := i + 1; j < end && j <= i+1+maxGap; j++ {
		k.take(n, j, end, true)
		if k.w.d.Toks[j].UPOS == lang.PUNCT && !k.w.filler(j) {
			break
		}
	}
}
