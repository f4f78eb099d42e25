// Package model holds the weights of the language core: their file format,
// their embedded copy, and a network ready for inference. It knows words and
// numbers, not documents: package parse applies it.
package model

import (
	"fmt"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/kernel"
)

// Layer is one recurrent layer: from the input to the gates of both directions
// (in each: input, forget, output, candidate), and from each direction's state.
type Layer struct {
	In    *kernel.Matrix
	Bias  []float32
	State [2]*kernel.Matrix
}

// Model is a network ready for use, and is not changed by it.
type Model struct {
	Config
	Labels
	Layers  []Layer
	Shared  *kernel.Matrix // the layer under all heads
	SharedB []float32
	Tags    *kernel.Matrix // UPOS, XPOS, features and lemma scripts side by side
	TagsB   []float32
	Arc     *kernel.Matrix
	ArcB    []float32
	RootArc []float32
	Rel     *kernel.Matrix
	RelB    []float32
	RootRel []float32
	Name    *kernel.Matrix
	NameB   []float32
	Sparse  *Sparse
	Trans   []float32 // from each name tag to each, the last row from the start

	InUnit, SharedUnit, ArcUnit, RelUnit float32

	POS     []lang.POS // of Labels.UPOS
	Tagsets [][3]int32 // UPOS, XPOS and features that go together, by index
	words   map[string]int32
	vecs    map[string]int32
	lemmas  map[string]int32
	// frequent are the parts, by bucket, of the most frequent words.
	frequent []bool
	word     *Tensor
	gram     *Tensor
	vec      *Tensor
	version  string
}

// Version names the weights: two models of one version answer alike.
func (m *Model) Version() string { return m.version }

// New prepares a file for use. The file must not be changed afterwards.
func New(f *File, version string) (*Model, error) {
	m := &Model{Config: f.Config, Labels: f.Labels, version: version}
	l := loader{f: f}
	c := f.Config
	if err := c.check(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	for _, p := range f.UPOS {
		pos, _ := lang.ParsePOS(p)
		m.POS = append(m.POS, pos)
	}
	in := c.In()
	for i := range c.Layers {
		m.Layers = append(m.Layers, Layer{
			In:   l.matrix(fmt.Sprint("wx", i), in, 8*c.Hidden),
			Bias: l.row(fmt.Sprint("bx", i), 8*c.Hidden),
			State: [2]*kernel.Matrix{
				l.matrix(fmt.Sprintf("wh%d0", i), c.Hidden, 4*c.Hidden),
				l.matrix(fmt.Sprintf("wh%d1", i), c.Hidden, 4*c.Hidden),
			},
		})
		in = 2 * c.Hidden
	}
	tags, rels, names := len(f.UPOS)+len(f.XPOS)+len(f.Feats)+len(f.Scripts), len(f.Deprels), len(f.Names)
	m.Shared, m.SharedB = l.matrix("proj", in, c.Heads()), l.row("bp", c.Heads())
	m.Tags, m.TagsB = l.matrix("tag", c.Tag, tags), l.row("bt", tags)
	m.Arc, m.ArcB, m.RootArc = l.matrix("arc", c.Arc, c.Arc), l.row("ba", c.Arc), l.row("rootarc", c.Arc)
	m.Rel, m.RelB, m.RootRel = l.matrix("lab", c.Label*(c.Label+2), rels), l.row("bl", rels), l.row("rootlab", c.Label)
	m.Name, m.NameB = l.matrix("ner", c.Name, names), l.row("bn", names)
	m.Trans = l.row("trans", (names+1)*names)
	m.InUnit, m.SharedUnit, m.ArcUnit, m.RelUnit = l.unit("in"), l.unit("shared"), l.unit("arc"), l.unit("rel")
	m.word = l.tensor("word", len(f.Words)+1, c.Word, true)
	m.gram = l.tensor("gram", c.Buckets, c.Gram, true)
	m.vec = l.tensor("vec", len(f.VecWords), c.Vec, true)
	hint, hintTrans := l.tensorOf("hint", names), l.row("hinttrans", (names+1)*names)
	own := l.tensorOf("names", names)
	if l.err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, l.err)
	}
	var err error
	if m.Sparse, err = NewSparse(own.Rows, names, f.Clusters, f.Known); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	m.Sparse.Weights, m.Sparse.Scale = own.Data, own.Scale[0]
	m.Sparse.Hint = m.Sparse.sister(hint, hintTrans)
	m.words, m.vecs = index(f.Words, 1), index(f.VecWords, 0)
	m.frequent = frequentParts(f.Words, uint32(m.Buckets))
	if err := m.indexTagsets(f.Tagsets); err != nil {
		return nil, err
	}
	return m, m.indexLemmas(f.Lemmas)
}

func (c Config) check() error {
	for _, n := range []int{c.Layers, c.Hidden, c.Word, c.Gram, c.Vec, c.Buckets, c.Tag, c.Arc, c.Label, c.Name} {
		if n < 1 || n > 1<<20 {
			return fmt.Errorf("a layer of size %d", n)
		}
	}
	if c.Hidden%16 != 0 || c.Layers > 8 {
		return fmt.Errorf("%d layers of %d", c.Layers, c.Hidden)
	}
	return nil
}

func index(words []string, from int32) map[string]int32 {
	m := make(map[string]int32, len(words))
	for i, w := range words {
		m[w] = int32(i) + from
	}
	return m
}

// loader remembers the first thing that is missing or misshapen.
type loader struct {
	f   *File
	err error
}

func (l *loader) fail(format string, args ...any) {
	if l.err == nil {
		l.err = fmt.Errorf(format, args...)
	}
}

func (l *loader) tensor(name string, rows, cols int, table bool) *Tensor {
	t := l.f.Tensors[name]
	if t == nil || t.Rows != rows || t.Cols != cols || t.Table != table {
		l.fail("no weights %s of %d by %d", name, rows, cols)
		return nil
	}
	return t
}

func (l *loader) matrix(name string, in, out int) *kernel.Matrix {
	t := l.tensor(name, in, out, false)
	if t == nil {
		return nil
	}
	return kernel.NewMatrix(in, out, t.Data, t.Scale)
}

// row returns a bias, padded to the width of a matrix's results.
func (l *loader) row(name string, n int) []float32 {
	x := l.f.Floats[name]
	if len(x) != n {
		l.fail("no row %s of %d", name, n)
		return nil
	}
	return append(make([]float32, 0, (n+31)/32*32), x...)[:(n+31)/32*32]
}

// tensorOf returns the weights of a linear model of names.
func (l *loader) tensorOf(name string, tags int) *Tensor {
	t := l.f.Tensors[name]
	if t == nil || t.Cols != tags || t.Rows < 1 || t.Table {
		l.fail("no weights %s", name)
		return nil
	}
	return t
}

func (l *loader) unit(name string) float32 {
	u := l.f.Units[name]
	if !(u > 0 && u < 1e6) {
		l.fail("no unit %s", name)
	}
	return u
}

// Input is the vector of a word: its own, that of its parts, and its fixed
// one, side by side in x, of length Config.In.
func (m *Model) Input(form string, x []float32) {
	clear(x)
	norm := Norm(form)
	word, known := m.words[norm]
	v, fixed := m.vecs[norm]
	m.word.add(int(word), x[:m.Config.Word], 1)
	g := x[m.Config.Word : m.Config.Word+m.Gram]
	var buf [64]uint32
	grams := buf[:0]
	name := !known && !fixed && capitalised(form)
	Grams(form, uint32(m.Buckets), func(b uint32) {
		if !name || !m.frequent[b] {
			grams = append(grams, b)
		}
	})
	k := rootInverse(len(grams))
	for _, b := range grams {
		m.gram.add(int(b), g, k)
	}
	if fixed {
		m.vec.add(int(v), x[m.Config.Word+m.Gram:], 1)
	}
}
