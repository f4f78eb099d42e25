package parse

import (
	"github.com/travaux/travaux/internal/lang/kernel"
)

// part multiplies columns from:from+in of the shared layer with a matrix.
func (n *net) part(buf *[]float32, mat *kernel.Matrix, bias []float32, from int) []float32 {
	width, stride, in := n.m.Shared.Width(), mat.Stride(), mat.In
	q := ints(&n.q, n.rows*stride)
	k := 1 / n.m.SharedUnit
	for r := range n.rows {
		kernel.Quantise(q[r*stride:r*stride+in], n.head[r*width+from:r*width+from+in], k)
		clear(q[r*stride+in : (r+1)*stride])
	}
	out := n.biased(buf, bias, mat.Width())
	mat.AddMul(n.rows, q, stride, n.m.SharedUnit, out, mat.Width())
	return out
}

// heads computes the scores of tags and names, and what arcs are scored from.
func (n *net) heads() {
	m := n.m
	n.tags = n.part(&n.tags, m.Tags, m.TagsB, 0)
	A, width := m.Config.Arc, m.Shared.Width()
	n.arcs = n.part(&n.arcs, m.Arc, m.ArcB, m.Tag)
	n.qarc = ints(&n.qarc, n.rows*A)
	aw := m.Arc.Width()
	n.qhead = ints(&n.qhead, (n.rows+1)*A)
	kernel.Quantise(n.qhead[:A], m.RootArc[:A], 1/m.SharedUnit)
	for r := range n.rows {
		kernel.Quantise(n.qarc[r*A:r*A+A], n.arcs[r*aw:r*aw+A], 1/m.ArcUnit)
		from := r*width + m.Tag + A
		kernel.Quantise(n.qhead[(r+1)*A:(r+2)*A], n.head[from:from+A], 1/m.SharedUnit)
	}
	n.names = n.part(&n.names, m.Name, m.NameB, m.Tag+2*A+2*m.Label)
}

// arcScores fills scores with those of every head, 0 for the root, for every
// word of piece p, whose place in the order is s.
func (n *net) arcScores(s int) []float32 {
	L, A := n.order[s].len(), n.m.Config.Arc
	x := floats(&n.scores, L*(L+1))
	unit := float32(n.m.SharedUnit * n.m.ArcUnit)
	for t := range L {
		r := n.off[t] + s
		d := n.qarc[r*A : r*A+A]
		row := x[t*(L+1) : (t+1)*(L+1)]
		row[0] = float32(kernel.Dot(d, n.qhead[:A])) * unit
		for h := range L {
			hr := n.off[h] + s + 1
			row[h+1] = float32(kernel.Dot(d, n.qhead[hr*A:hr*A+A])) * unit
		}
	}
	return x
}

// relScores computes the scores of labels for the heads, a row a word; heads
// are rows, -1 for the root.
func (n *net) relScores(heads []int) []float32 {
	m := n.m
	L, stride := m.Label, m.Rel.Stride()
	width, from := m.Shared.Width(), m.Tag+2*m.Config.Arc
	q := ints(&n.qrel, n.rows*stride)
	k := 1 / m.RelUnit
	for r, h := range heads {
		d := n.head[r*width+from : r*width+from+L]
		g := m.RootRel[:L]
		if h >= 0 {
			g = n.head[h*width+from+L : h*width+from+2*L]
		}
		row := q[r*stride : r*stride+stride]
		for a, v := range d {
			kernel.Quantise(row[a*L:a*L+L], g, float32(v*k))
		}
		kernel.Quantise(row[L*L:L*L+L], d, k)
		kernel.Quantise(row[L*L+L:L*L+2*L], g, k)
	}
	n.rels = n.biased(&n.rels, m.RelB, m.Rel.Width())
	m.Rel.AddMul(n.rows, q, stride, m.RelUnit, n.rels, m.Rel.Width())
	return n.rels
}

// best returns the place of the highest score.
func best(x []float32) int {
	top := 0
	for i, v := range x {
		if v > x[top] {
			top = i
		}
	}
	return top
}
