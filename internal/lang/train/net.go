package train

import (
	"fmt"

	"github.com/travaux/travaux/internal/lang/model"
)

// net is the network in training: sums of learnt vectors and a fixed one →
// recurrent layers in both directions (LSTM, Hochreiter and Schmidhuber 1997)
// → a shared layer → tags, arcs and labels by biaffine scores (Dozat and
// Manning 2017), name tags by a linear-chain CRF (Lafferty et al. 2001).
type net struct {
	model.Config
	labels model.Labels
	vecs   []float32 // fixed
	leak   float32   // slope of the shared layer below zero

	word, gram *param
	wx, bx     [][2]*param // per layer and direction
	wh         [][2]*param // per layer and direction
	proj, bp   *param
	tag, bt    *param // the four kinds of tag side by side
	arc, ba    *param
	rootArc    *param
	lab, bl    *param
	rootLab    *param
	ner, bn    *param
	trans      *param

	all []*param
}

func newNet(x *lexicon, vecs []float32, seed uint64) *net {
	c, r := x.conf, newRand(seed)
	n := &net{Config: c, labels: x.labels, vecs: vecs, leak: model.Leak}
	add := func(name string, rows, cols int) *param {
		p := newParam(name, rows, cols)
		n.all = append(n.all, p)
		return p
	}
	n.word = add("word", len(x.list), c.Word).init(r, 0.1)
	n.gram = add("gram", c.Buckets, c.Gram).init(r, 0.1)
	n.word.table, n.gram.table = true, true
	in := c.In()
	for l := range c.Layers {
		var wx, bx [2]*param
		for d := range 2 {
			wx[d] = add(fmt.Sprintf("wx%d%d", l, d), in, 4*c.Hidden).glorot(r)
			bx[d] = add(fmt.Sprintf("bx%d%d", l, d), 1, 4*c.Hidden)
			for j := range c.Hidden {
				bx[d].w[c.Hidden+j] = 1 // remember at first
			}
		}
		n.wx, n.bx = append(n.wx, wx), append(n.bx, bx)
		var wh [2]*param
		for d := range 2 {
			wh[d] = add(fmt.Sprintf("wh%d%d", l, d), c.Hidden, 4*c.Hidden).glorot(r)
		}
		n.wh = append(n.wh, wh)
		in = 2 * c.Hidden
	}
	n.proj, n.bp = add("proj", in, c.Heads()).glorot(r), add("bp", 1, c.Heads())
	t := n.tagWidth()
	n.tag, n.bt = add("tag", c.Tag, t).glorot(r), add("bt", 1, t)
	n.arc, n.ba = add("arc", c.Arc, c.Arc).init(r, 0.05), add("ba", 1, c.Arc)
	n.rootArc = add("rootarc", 1, c.Arc).init(r, 0.1)
	n.lab, n.bl = add("lab", n.labIn(), len(n.labels.Deprels)).init(r, 0.02), add("bl", 1, len(n.labels.Deprels))
	n.rootLab = add("rootlab", 1, c.Label).init(r, 0.1)
	k := len(n.labels.Names)
	n.ner, n.bn = add("ner", c.Name, k).glorot(r), add("bn", 1, k)
	n.trans = add("trans", k+1, k) // the last row is from the start
	return n
}

func (n *net) tagSizes() [4]int {
	l := n.labels
	return [4]int{len(l.UPOS), len(l.XPOS), len(l.Feats), len(l.Scripts)}
}

func (n *net) tagWidth() int {
	w := 0
	for _, k := range n.tagSizes() {
		w += k
	}
	return w
}

// labIn is the length of what a label is read from: the products of both
// sides, and both sides themselves.
func (n *net) labIn() int { return n.Label*n.Label + 2*n.Label }

func (n *net) pack() {
	for _, p := range n.all {
		if !p.table && p.rows > 1 {
			p.pack()
		}
	}
}

func (n *net) size() int {
	s := 0
	for _, p := range n.all {
		s += len(p.w)
	}
	return s
}
