package train

import "github.com/travaux/travaux/internal/lang/kernel"

// Dropout in training: shares of inputs, of states between layers, of the
// state that a step hands to the next, and of the heads' inputs.
type dropout struct {
	word, vec, input, state, recur, head float32
}

// work is one shard of a step: its sentences side by side, longest first, the
// rows of a matrix running over the first words of all, then the second…
type work struct {
	n    *net
	r    *rand
	drop dropout
	// nameWeight is that of the loss of names against the others.
	nameWeight float32
	grads      []*grad
	by         map[*param]*grad

	sents []*example
	off   []int // first row of each place
	count []int // sentences that reach it
	rows  int

	x      [][]float32 // input of each layer, and the last one's output
	masks  [][]float32 // per layer, a row a sentence, of its output
	gates  [][2][]float32
	cells  [][2][]float32
	tanhs  [][2][]float32
	prevs  [][2][]float32 // masked state of the step before
	rmask  [][2][]float32
	inMask []float32
	kept   []bool // word vector kept, vec kept
	loss   losses
	pan    panel
	arena  arena
}

type losses struct{ tag, arc, lab, name float64 }

func newWork(n *net) *work {
	w := &work{n: n, by: map[*param]*grad{}, nameWeight: nameWeight}
	for _, p := range n.all {
		g := newGrad(p)
		w.grads = append(w.grads, g)
		w.by[p] = g
	}
	return w
}

func (w *work) layout(sents []*example) {
	w.sents = sents
	w.off, w.count, w.rows = w.off[:0], w.count[:0], 0
	for t := 0; t < sents[0].len(); t++ {
		k := 0
		for k < len(sents) && sents[k].len() > t {
			k++
		}
		w.off, w.count = append(w.off, w.rows), append(w.count, k)
		w.rows += k
	}
}

func (w *work) row(sent, place int) int { return w.off[place] + sent }

// mask returns n numbers that are 0 for a share p and 1/(1-p) otherwise.
func (w *work) mask(n int, p float32) []float32 {
	m := w.arena.zeros(n)
	keep := 1 / (1 - p)
	for i := range m {
		if p == 0 || w.r.float() >= p {
			m[i] = keep
		}
	}
	return m
}

func (w *work) embed() {
	n, in := w.n, w.n.In()
	x := w.arena.zeros(w.rows * in)
	w.inMask = w.mask(len(x), w.drop.input)
	w.kept = make([]bool, 2*w.rows)
	for t, off := range w.off {
		for s := range w.count[t] {
			e, r := w.sents[s], off+s
			row := x[r*in : r*in+in]
			word := w.wordAt(e, t, r)
			copy(row, n.word.row(int(word)))
			g := row[n.Word : n.Word+n.Gram]
			scale := gramScale(len(e.grams[t]))
			for _, b := range e.grams[t] {
				axpy(scale, n.gram.row(int(b)), g)
			}
			if v := e.vec[t]; v >= 0 && w.r.float() >= w.drop.vec {
				copy(row[n.Word+n.Gram:], n.vecs[int(v)*n.Vec:int(v+1)*n.Vec])
			}
			for i, m := range w.inMask[r*in : r*in+in] {
				row[i] *= m
			}
		}
	}
	w.x = append(w.x[:0], x)
}

// gramScale keeps the sum of a word's parts in range.
func gramScale(k int) float32 { return 1 / sqrt(float32(k)) }

// wordAt is the word's row, or the unknown word's: rare words are hidden more
// often.
func (w *work) wordAt(e *example, t, r int) int32 {
	w.kept[2*r] = w.r.float() >= w.drop.word
	if w.kept[2*r] {
		return e.word[t]
	}
	return 0
}

func (w *work) embedBack(dx []float32) {
	n, in := w.n, w.n.In()
	gw, gg := w.by[n.word], w.by[n.gram]
	for i, m := range w.inMask {
		dx[i] *= m
	}
	for t, off := range w.off {
		for s := range w.count[t] {
			e, r := w.sents[s], off+s
			row := dx[r*in : r*in+in]
			word := e.word[t]
			if !w.kept[2*r] {
				word = 0
			}
			axpy(1, row[:n.Word], gw.row(word))
			scale := gramScale(len(e.grams[t]))
			for _, b := range e.grams[t] {
				axpy(scale, row[n.Word:n.Word+n.Gram], gg.row(int32(b)))
			}
		}
	}
}

// encode runs the layers; w.x[len] is the result, 2·Hidden a row.
func (w *work) encode() {
	n, H := w.n, w.n.Hidden
	w.masks, w.gates, w.cells, w.tanhs = w.masks[:0], w.gates[:0], w.cells[:0], w.tanhs[:0]
	w.prevs, w.rmask = w.prevs[:0], w.rmask[:0]
	for l := range n.Layers {
		x := w.x[l]
		in := len(x) / w.rows
		y := w.arena.zeros(w.rows * 2 * H)
		var gates, cells, tanhs, prevs, rmask [2][]float32
		for d := range 2 {
			gates[d] = w.arena.room(w.rows * 4 * H)
			for r := range w.rows {
				copy(gates[d][r*4*H:r*4*H+4*H], n.bx[l][d].w)
			}
			gemm(w.rows, x, in, 1, &n.wx[l][d].fwd, gates[d], 4*H)
			cells[d], tanhs[d] = w.arena.room(w.rows*H), w.arena.room(w.rows*H)
			prevs[d] = w.arena.zeros(w.rows * H)
			rmask[d] = w.mask(len(w.sents)*H, w.drop.recur)
			w.direction(d, l, y, gates[d], cells[d], tanhs[d], prevs[d], rmask[d])
		}
		mask := w.mask(len(w.sents)*2*H, w.drop.state)
		w.eachRow(func(s, r int) {
			m := mask[s*2*H : s*2*H+2*H]
			for i := range m {
				y[r*2*H+i] *= m[i]
			}
		})
		w.gates, w.cells, w.tanhs, w.masks = append(w.gates, gates), append(w.cells, cells), append(w.tanhs, tanhs), append(w.masks, mask)
		w.prevs, w.rmask = append(w.prevs, prevs), append(w.rmask, rmask)
		w.x = append(w.x, y)
	}
}

func (w *work) eachRow(f func(sent, row int)) {
	for t, off := range w.off {
		for s := range w.count[t] {
			f(s, off+s)
		}
	}
}

// before returns the place whose state comes in at place t in direction d,
// and how many sentences have it; none at the beginning.
func (w *work) before(d, t int) (place, k int) {
	if d == 0 {
		if t == 0 {
			return 0, 0
		}
		return t - 1, w.count[t]
	}
	if t+1 == len(w.off) {
		return 0, 0
	}
	return t + 1, w.count[t+1]
}

func (w *work) places(d int) []int {
	p := make([]int, len(w.off))
	for i := range p {
		p[i] = i
		if d == 1 {
			p[i] = len(p) - 1 - i
		}
	}
	return p
}

func (w *work) direction(d, l int, y, gates, cells, tanhs, prevs, rmask []float32) {
	n, H := w.n, w.n.Hidden
	for _, t := range w.places(d) {
		bt, off := w.count[t], w.off[t]
		g := gates[off*4*H : (off+bt)*4*H]
		from, k := w.before(d, t)
		h := prevs[off*H : (off+bt)*H]
		for s := range k {
			src := y[(w.off[from]+s)*2*H+d*H:]
			m := rmask[s*H : s*H+H]
			for i := range m {
				h[s*H+i] = src[i] * m[i]
			}
		}
		gemm(k, h, H, 1, &n.wh[l][d].fwd, g, 4*H)
		for s := range bt {
			row := g[s*4*H : s*4*H+4*H]
			kernel.Sigmoid(row[:3*H])
			kernel.Tanh(row[3*H:])
			c := cells[(off+s)*H : (off+s)*H+H]
			i, f, cand := row[:H], row[H:2*H], row[3*H:4*H]
			if s < k {
				cp := cells[(w.off[from]+s)*H : (w.off[from]+s)*H+H]
				for j := range c {
					c[j] = f[j]*cp[j] + i[j]*cand[j]
				}
			} else {
				for j := range c {
					c[j] = i[j] * cand[j]
				}
			}
		}
		th := tanhs[off*H : (off+bt)*H]
		copy(th, cells[off*H:(off+bt)*H])
		kernel.Tanh(th)
		for s := range bt {
			o, yr := g[s*4*H+2*H:s*4*H+3*H], y[(off+s)*2*H+d*H:]
			for j, v := range th[s*H : s*H+H] {
				yr[j] = o[j] * v
			}
		}
	}
}

// encodeBack takes the gradient of the last layer's output.
func (w *work) encodeBack(dy []float32) {
	n, H := w.n, w.n.Hidden
	for l := n.Layers - 1; l >= 0; l-- {
		mask := w.masks[l]
		w.eachRow(func(s, r int) {
			for i, m := range mask[s*2*H : s*2*H+2*H] {
				dy[r*2*H+i] *= m
			}
		})
		x := w.x[l]
		in := len(x) / w.rows
		dx := w.arena.zeros(w.rows * in)
		for d := range 2 {
			dg := w.directionBack(d, l, dy)
			w.pan.pack(dg, w.rows, 4*H, 4*H)
			gemm(in, x, 1, in, &w.pan, w.by[n.wx[l][d]].g, 4*H)
			gemm(H, w.prevs[l][d], 1, H, &w.pan, w.by[n.wh[l][d]].g, 4*H)
			sumRows(dg, w.by[n.bx[l][d]].g)
			gemm(w.rows, dg, 4*H, 1, &n.wx[l][d].back, dx, in)
		}
		dy = dx
	}
	w.embedBack(dy)
}

// directionBack returns the gradient of the gates before their curves.
func (w *work) directionBack(d, l int, dy []float32) []float32 {
	n, H := w.n, w.n.Hidden
	gates, cells, tanhs, rmask := w.gates[l][d], w.cells[l][d], w.tanhs[l][d], w.rmask[l][d]
	dh := w.arena.zeros(w.rows * H)
	dc := w.arena.zeros(w.rows * H)
	dg := w.arena.zeros(w.rows * 4 * H)
	back := w.arena.zeros(len(w.sents) * H)
	order := w.places(1 - d)
	for _, t := range order {
		bt, off := w.count[t], w.off[t]
		from, k := w.before(d, t)
		for s := range bt {
			r := off + s
			g, dr := gates[r*4*H:r*4*H+4*H], dg[r*4*H:r*4*H+4*H]
			hr, cr, th := dh[r*H:r*H+H], dc[r*H:r*H+H], tanhs[r*H:r*H+H]
			yr := dy[r*2*H+d*H : r*2*H+d*H+H]
			var cp, dcp []float32
			if s < k {
				p := w.off[from] + s
				cp, dcp = cells[p*H:p*H+H], dc[p*H:p*H+H]
			}
			for j := range hr {
				v := hr[j] + yr[j]
				i, f, o, c := g[j], g[H+j], g[2*H+j], g[3*H+j]
				e := cr[j] + v*o*(1-th[j]*th[j])
				dr[j] = e * c * i * (1 - i)
				dr[2*H+j] = v * th[j] * o * (1 - o)
				dr[3*H+j] = e * i * (1 - c*c)
				if cp != nil {
					dr[H+j] = e * cp[j] * f * (1 - f)
					dcp[j] = e * f
				}
			}
		}
		if k == 0 {
			continue
		}
		clear(back)
		gemm(k, dg[off*4*H:], 4*H, 1, &n.wh[l][d].back, back, H)
		for s := range k {
			p := w.off[from] + s
			m, b := rmask[s*H:s*H+H], back[s*H:s*H+H]
			for j := range m {
				dh[p*H+j] = b[j] * m[j]
			}
		}
	}
	return dg
}

func sumRows(x, sum []float32) {
	n := len(sum)
	for i := 0; i < len(x); i += n {
		axpy(1, x[i:i+n], sum)
	}
}
