package train

import "math"

// Weights of the losses against each other.
const (
	tagWeight  = 0.4 // of each of the four kinds
	arcWeight  = 1
	labWeight  = 1
	nameWeight = 0.6
)

// heads computes the losses on top of w.x's last and returns their gradient
// by it, each divided by norm.
func (w *work) heads(norm float32) []float32 {
	n := w.n
	y := w.x[len(w.x)-1]
	in, hd := len(y)/w.rows, n.Heads()
	p := w.arena.zeros(w.rows * hd)
	for r := range w.rows {
		copy(p[r*hd:], n.bp.w)
	}
	gemm(w.rows, y, in, 1, &n.proj.fwd, p, hd)
	mask := w.mask(len(p), w.drop.head)
	for i, v := range p {
		if v < 0 {
			mask[i] *= n.leak
		}
		p[i] = v * mask[i]
	}
	dp := w.arena.zeros(len(p))
	at := 0
	w.tags(p[at:], dp[at:], hd, norm)
	at += n.Tag
	w.arcs(p[at:], dp[at:], hd, norm)
	at += 2 * n.Arc
	w.rels(p[at:], dp[at:], hd, norm)
	at += 2 * n.Label
	w.names(p[at:], dp[at:], hd, norm)
	for i, m := range mask {
		dp[i] *= m
	}
	w.pan.pack(dp, w.rows, hd, hd)
	gemm(in, y, 1, in, &w.pan, w.by[n.proj].g, hd)
	sumRows(dp, w.by[n.bp].g)
	dy := w.arena.zeros(len(y))
	gemm(w.rows, dp, hd, 1, &n.proj.back, dy, in)
	return dy
}

// columns copies a block of columns of a wider matrix, and addColumns adds one.
func (w *work) columns(x []float32, rows, stride, n int) []float32 {
	out := w.arena.room(rows * n)
	for r := range rows {
		copy(out[r*n:r*n+n], x[r*stride:])
	}
	return out
}

func addColumns(x []float32, rows, stride, n int, add []float32) {
	for r := range rows {
		dst := x[r*stride : r*stride+n]
		axpy(1, add[r*n:r*n+n], dst)
	}
}

// softmax turns scores into probabilities less the answer, times k, and
// returns the loss.
func softmax(s []float32, answer int, k float32) float64 {
	top := s[0]
	for _, v := range s {
		top = max(top, v)
	}
	var sum float64
	for i, v := range s {
		e := math.Exp(float64(v - top))
		s[i] = float32(e)
		sum += e
	}
	loss := -math.Log(float64(s[answer])/sum + 1e-30)
	inv := k / float32(sum)
	for i := range s {
		s[i] *= inv
	}
	s[answer] -= k
	return loss
}

func (w *work) linear(x []float32, in int, m, b *param, rows int) []float32 {
	out := w.arena.zeros(rows * m.cols)
	for r := range rows {
		copy(out[r*m.cols:], b.w)
	}
	gemm(rows, x, in, 1, &m.fwd, out, m.cols)
	return out
}

// linearBack adds to the gradients of m and b and returns that of x.
func (w *work) linearBack(x []float32, in int, m, b *param, rows int, d []float32) []float32 {
	w.pan.pack(d, rows, m.cols, m.cols)
	gemm(in, x, 1, in, &w.pan, w.by[m].g, m.cols)
	sumRows(d, w.by[b].g)
	dx := w.arena.zeros(rows * in)
	gemm(rows, d, m.cols, 1, &m.back, dx, in)
	return dx
}

func (w *work) tags(p, dp []float32, stride int, norm float32) {
	n := w.n
	x := w.columns(p, w.rows, stride, n.Tag)
	s := w.linear(x, n.Tag, n.tag, n.bt, w.rows)
	width := n.tagWidth()
	for t, off := range w.off {
		for i := range w.count[t] {
			row := s[(off+i)*width : (off+i+1)*width]
			for kind, k := range n.tagSizes() {
				if a := w.sents[i].tags[kind][t]; a >= 0 {
					w.loss.tag += softmax(row[:k], int(a), tagWeight/norm)
				} else {
					clear(row[:k])
				}
				row = row[k:]
			}
		}
	}
	addColumns(dp, w.rows, stride, n.Tag, w.linearBack(x, n.Tag, n.tag, n.bt, w.rows, s))
}

// arcs: the score of head h for dependent d is (U d + b)·h.
func (w *work) arcs(p, dp []float32, stride int, norm float32) {
	n, A := w.n, w.n.Arc
	dep := w.columns(p, w.rows, stride, A)
	head := w.columns(p[A:], w.rows, stride, A)
	q := w.linear(dep, A, n.arc, n.ba, w.rows)
	dq := w.arena.zeros(len(q))
	dhead := w.arena.zeros(len(head))
	var hp, qp panel
	for i, e := range w.sents {
		L := e.len()
		hs, qs := w.arena.zeros((L+1)*A), w.arena.zeros(L*A)
		copy(hs, n.rootArc.w)
		for t := range L {
			r := w.row(i, t)
			copy(hs[(t+1)*A:], head[r*A:r*A+A])
			copy(qs[t*A:], q[r*A:r*A+A])
		}
		hp.packT(hs, A, L+1, A)
		s := w.arena.zeros(L * (L + 1))
		gemm(L, qs, A, 1, &hp, s, L+1)
		for t := range L {
			row := s[t*(L+1) : (t+1)*(L+1)]
			row[t+1] = -1e9
			w.loss.arc += softmax(row, int(e.head[t]), arcWeight/norm)
			row[t+1] = 0
		}
		hp.pack(hs, L+1, A, A)
		dqs := w.arena.zeros(L * A)
		gemm(L, s, L+1, 1, &hp, dqs, A)
		qp.pack(qs, L, A, A)
		dhs := w.arena.zeros((L + 1) * A)
		gemm(L+1, s, 1, L+1, &qp, dhs, A)
		axpy(1, dhs[:A], w.by[n.rootArc].g)
		for t := range L {
			r := w.row(i, t)
			copy(dq[r*A:r*A+A], dqs[t*A:])
			copy(dhead[r*A:r*A+A], dhs[(t+1)*A:])
		}
	}
	addColumns(dp, w.rows, stride, A, w.linearBack(dep, A, n.arc, n.ba, w.rows, dq))
	addColumns(dp[A:], w.rows, stride, A, dhead)
}

// rels: labels of the right arcs.
func (w *work) rels(p, dp []float32, stride int, norm float32) {
	n, L := w.n, w.n.Label
	in := n.labIn()
	x := w.arena.zeros(w.rows * in)
	headRow := make([]int, w.rows) // -1 for the root
	side := func(r int) []float32 {
		if r < 0 {
			return n.rootLab.w
		}
		return p[r*stride+L : r*stride+2*L]
	}
	w.eachWord(func(e *example, i, t, r int) {
		headRow[r] = -1
		if h := int(e.head[t]); h > 0 {
			headRow[r] = w.row(i, h-1)
		}
		d, h := p[r*stride:r*stride+L], side(headRow[r])
		f := x[r*in : r*in+in]
		for a, v := range d {
			o := f[a*L : a*L+L]
			for b, u := range h {
				o[b] = v * u
			}
		}
		copy(f[L*L:], d)
		copy(f[L*L+L:], h)
	})
	s := w.linear(x, in, n.lab, n.bl, w.rows)
	k := len(n.labels.Deprels)
	w.eachWord(func(e *example, i, t, r int) {
		row := s[r*k : r*k+k]
		if a := e.rel[t]; a >= 0 {
			w.loss.lab += softmax(row, int(a), labWeight/norm)
		} else {
			clear(row)
		}
	})
	df := w.linearBack(x, in, n.lab, n.bl, w.rows, s)
	rootG := w.by[n.rootLab].g
	for r := range w.rows {
		d, h := p[r*stride:r*stride+L], side(headRow[r])
		dd := dp[r*stride : r*stride+L]
		dh := rootG
		if headRow[r] >= 0 {
			dh = dp[headRow[r]*stride+L : headRow[r]*stride+2*L]
		}
		f := df[r*in : r*in+in]
		for a, v := range d {
			o := f[a*L : a*L+L]
			dd[a] += dot(o, h) + f[L*L+a]
			axpy(v, o, dh)
		}
		axpy(1, f[L*L+L:], dh)
	}
}

func (w *work) eachWord(f func(e *example, sent, place, row int)) {
	for t, off := range w.off {
		for s := range w.count[t] {
			f(w.sents[s], s, t, off+s)
		}
	}
}

func (w *work) names(p, dp []float32, stride int, norm float32) {
	n := w.n
	x := w.columns(p, w.rows, stride, n.Name)
	s := w.linear(x, n.Name, n.ner, n.bn, w.rows)
	k := len(n.labels.Names)
	d := w.arena.zeros(len(s))
	for i, e := range w.sents {
		if e.names == nil {
			continue
		}
		L := e.len()
		emit, de := w.arena.zeros(L*k), w.arena.zeros(L*k)
		for t := range L {
			copy(emit[t*k:t*k+k], s[w.row(i, t)*k:])
		}
		w.loss.name += crf(emit, n.trans.w, e.names, k, de, w.by[n.trans].g, w.nameWeight/norm)
		for t := range L {
			copy(d[w.row(i, t)*k:], de[t*k:t*k+k])
		}
	}
	addColumns(dp, w.rows, stride, n.Name, w.linearBack(x, n.Name, n.ner, n.bn, w.rows, d))
}

// crf returns the loss of a chain, and adds scale times its gradients to de
// and dtrans. Row k of trans is from the start.
func crf(emit, trans []float32, gold []int32, k int, de, dtrans []float32, scale float32) float64 {
	L := len(gold)
	alpha, beta := make([]float64, L*k), make([]float64, L*k)
	score := 0.0
	buf := make([]float64, k)
	for t := range L {
		for j := range k {
			e := float64(emit[t*k+j])
			if t == 0 {
				alpha[j] = e + float64(trans[k*k+j])
				continue
			}
			for i := range k {
				buf[i] = alpha[(t-1)*k+i] + float64(trans[i*k+j])
			}
			alpha[t*k+j] = e + logSum(buf)
		}
	}
	for t := L - 2; t >= 0; t-- {
		for i := range k {
			for j := range k {
				buf[j] = float64(trans[i*k+j]) + float64(emit[(t+1)*k+j]) + beta[(t+1)*k+j]
			}
			beta[t*k+i] = logSum(buf)
		}
	}
	z := logSum(alpha[(L-1)*k:])
	from := k
	for t, g := range gold {
		score += float64(emit[t*k+int(g)]) + float64(trans[from*k+int(g)])
		dtrans[from*k+int(g)] -= scale
		de[t*k+int(g)] -= scale
		from = int(g)
	}
	for t := range L {
		for j := range k {
			m := float32(math.Exp(alpha[t*k+j]+beta[t*k+j]-z)) * scale
			de[t*k+j] += m
			if t == 0 {
				dtrans[k*k+j] += m
				continue
			}
			for i := range k {
				dtrans[i*k+j] += scale * float32(math.Exp(alpha[(t-1)*k+i]+float64(trans[i*k+j])+float64(emit[t*k+j])+beta[t*k+j]-z))
			}
		}
	}
	return z - score
}

func logSum(x []float64) float64 {
	top := x[0]
	for _, v := range x {
		top = math.Max(top, v)
	}
	s := 0.0
	for _, v := range x {
		s += math.Exp(v - top)
	}
	return top + math.Log(s)
}
