package parse

import (
	"slices"

	"github.com/travaux/travaux/internal/lang/kernel"
	"github.com/travaux/travaux/internal/lang/model"
)

// stateUnit is what 1 stands for in the integers of a recurrent state, which
// lies between -1 and 1.
const stateUnit = 1.0 / 2047

// net is the room that one run of the network needs; it is used again.
type net struct {
	m *model.Model

	order      []piece // longest first
	off, count []int   // first row of each place, and the pieces that reach it
	rows       int
	seen       map[string]int // the first row of a word

	in, next, pre  []float32
	q              []int16
	cells, state   []float32
	gates          []float32
	qstate         []int16
	head, tags     []float32
	arcs, rels     []float32
	names          []float32
	qhead, qarc    []int16
	qrel           []int16
	scores, middle []float32
	emit           []float32
	sparse         model.SparseRoom
	tree           tree
}

// piece is a sentence, or a part of one that is too long: the tokens
// First:Last of the document.
type piece struct{ first, last int }

func (p piece) len() int { return p.last - p.first }

// floats returns room for n numbers, whatever they were.
func floats(b *[]float32, n int) []float32 {
	if cap(*b) < n {
		*b = make([]float32, n+n/4)
	}
	*b = (*b)[:n]
	return *b
}

func ints(b *[]int16, n int) []int16 {
	if cap(*b) < n {
		*b = make([]int16, n+n/4)
	}
	*b = (*b)[:n]
	return *b
}

// run computes the shared layer of all pieces, one row a word, the rows in
// the order of row.
func (n *net) run(pieces []piece, form func(int) string) {
	n.layout(pieces)
	m := n.m
	in := m.In()
	x := floats(&n.in, n.rows*in)
	for t, off := range n.off {
		for s := range n.count[t] {
			word, r := form(n.order[s].first+t), off+s
			if old, ok := n.seen[word]; ok {
				copy(x[r*in:r*in+in], x[old*in:old*in+in])
				continue
			}
			n.seen[word] = r
			m.Input(word, x[r*in:r*in+in])
		}
	}
	clear(n.seen) // the text is not ours to keep
	unit := m.InUnit
	for i := range m.Layers {
		x = n.layer(&m.Layers[i], x, in, unit)
		in, unit = 2*m.Hidden, stateUnit
	}
	n.shared(x, in)
}

// layout puts the longest pieces first, so that the rows of one place are
// together and those that go on are the first of them.
func (n *net) layout(pieces []piece) {
	n.order = append(n.order[:0], pieces...)
	slices.SortStableFunc(n.order, func(a, b piece) int { return b.len() - a.len() })
	n.off, n.count, n.rows = n.off[:0], n.count[:0], 0
	k := len(n.order)
	for t := 0; t < n.order[0].len(); t++ {
		for k > 0 && n.order[k-1].len() <= t {
			k--
		}
		n.off, n.count = append(n.off, n.rows), append(n.count, k)
		n.rows += k
	}
}

// layer runs both directions over x and returns the states side by side.
func (n *net) layer(l *model.Layer, x []float32, in int, unit float32) []float32 {
	H := n.m.Hidden
	stride := l.In.Stride()
	q := ints(&n.q, n.rows*stride)
	quantise(q, x, n.rows, in, stride, 1/unit)
	pre := n.biased(&n.pre, l.Bias, 8*H)
	l.In.AddMul(n.rows, q, stride, unit, pre, 8*H)
	y := floats(&n.next, n.rows*2*H)
	for d := range 2 {
		n.direction(l.State[d], d, pre, y)
	}
	n.in, n.next = n.next, n.in
	return y
}

// biased returns a row of bias for each row.
func (n *net) biased(b *[]float32, bias []float32, width int) []float32 {
	x := floats(b, n.rows*width)
	for r := range n.rows {
		row := x[r*width : r*width+width]
		clear(row[copy(row, bias):])
	}
	return x
}

func quantise(q []int16, x []float32, rows, in, stride int, k float32) {
	if in == stride {
		kernel.Quantise(q, x[:rows*in], k)
		return
	}
	for r := range rows {
		kernel.Quantise(q[r*stride:r*stride+in], x[r*in:r*in+in], k)
		clear(q[r*stride+in : (r+1)*stride])
	}
}

func (n *net) direction(state *kernel.Matrix, d int, pre, y []float32) {
	H := n.m.Hidden
	most := n.count[0]
	h, c := ints(&n.qstate, most*H), floats(&n.cells, most*H)
	gates, th := floats(&n.gates, most*4*H), floats(&n.state, most*H)
	live := 0 // pieces that have a state
	for i := range n.off {
		t := i
		if d == 1 {
			t = len(n.off) - 1 - i
		}
		k, off := n.count[t], n.off[t]
		for s := range k {
			copy(gates[s*4*H:s*4*H+4*H], pre[(off+s)*8*H+d*4*H:])
		}
		if d == 0 {
			live = min(live, k)
		}
		state.AddMul(live, h, H, stateUnit, gates, 4*H)
		for s := live; s < k; s++ {
			clear(c[s*H : s*H+H])
		}
		for s := range k {
			g := gates[s*4*H : s*4*H+4*H]
			kernel.Sigmoid(g[:3*H])
			kernel.Tanh(g[3*H:])
			cell(c[s*H:s*H+H], g)
		}
		copy(th, c[:k*H])
		kernel.Tanh(th[:k*H])
		for s := range k {
			out := y[(off+s)*2*H+d*H : (off+s)*2*H+d*H+H]
			o := gates[s*4*H+2*H : s*4*H+3*H]
			for j, v := range th[s*H : s*H+H] {
				out[j] = float32(o[j] * v)
			}
			kernel.Quantise(h[s*H:s*H+H], out, 1/float32(stateUnit))
		}
		live = k
	}
}

// cell moves the memory: what is forgotten, what is taken in.
func cell(c, g []float32) {
	H := len(c)
	in, forget, cand := g[:H], g[H:2*H], g[3*H:4*H]
	for j, v := range c {
		c[j] = float32(forget[j]*v) + float32(in[j]*cand[j])
	}
}

// shared computes the layer under the heads.
func (n *net) shared(x []float32, in int) {
	m := n.m
	stride, width := m.Shared.Stride(), m.Shared.Width()
	q := ints(&n.q, n.rows*stride)
	quantise(q, x, n.rows, in, stride, 1/float32(stateUnit))
	n.head = n.biased(&n.head, m.SharedB, width)
	m.Shared.AddMul(n.rows, q, stride, stateUnit, n.head, width)
	for i, v := range n.head {
		n.head[i] = max(v, float32(v*model.Leak))
	}
}
