package train

import "math"

// Adam settings.
const (
	beta1   = 0.9
	beta2   = 0.99
	epsilon = 1e-8
	avering = 0.9 // decay of the running average, each averageEvery steps
)

const averageEvery = 20

// param is a matrix that is learnt. Tables are matrices of which a step
// touches few rows.
type param struct {
	name       string
	rows, cols int
	table      bool
	w, m, v    []float32
	avg        []float32
	fwd, back  panel // w and its transpose, laid out anew after each step
}

func newParam(name string, rows, cols int) *param {
	n := rows * cols
	return &param{
		name: name, rows: rows, cols: cols, w: make([]float32, n),
		m: make([]float32, n), v: make([]float32, n), avg: make([]float32, n),
	}
}

func (p *param) init(r *rand, scale float32) *param {
	for i := range p.w {
		p.w[i] = r.normal() * scale
	}
	return p
}

// glorot scales by the sizes of both sides.
func (p *param) glorot(r *rand) *param {
	return p.init(r, float32(math.Sqrt(2/float64(p.rows+p.cols))))
}

func (p *param) pack() {
	p.fwd.pack(p.w, p.rows, p.cols, p.cols)
	p.back.packT(p.w, p.cols, p.rows, p.cols)
}

func (p *param) row(i int) []float32 { return p.w[i*p.cols : i*p.cols+p.cols] }

// adam moves w[lo:hi] against the gradient g, shrunk (Kingma and Ba 2015).
func (p *param) adam(lo, hi int, g []float32, shrink, rate float32, step int) {
	c1 := 1 - float32(math.Pow(beta1, float64(step)))
	c2 := 1 - float32(math.Pow(beta2, float64(step)))
	k := [6]float32{shrink, 1 - beta1, 1 - beta2, 1 / c2, epsilon, rate / c1}
	w, m, v := p.w[lo:hi], p.m[lo:hi], p.v[lo:hi]
	g = g[:len(w)]
	i := 0
	if n := len(w) &^ 15; fast && n > 0 {
		adamAsm(n, &g[0], &w[0], &m[0], &v[0], &k[0])
		i = n
	}
	for ; i < len(w); i++ {
		x := g[i] * shrink
		m[i] += k[1] * (x - m[i])
		v[i] += k[2] * (x*x - v[i])
		w[i] -= k[5] * m[i] / (sqrt(v[i]*k[3]) + epsilon)
	}
}

// grad collects the gradient of a param: dense, or of the touched rows.
type grad struct {
	p       *param
	g       []float32
	slot    []int32 // of a table: 1 + place in g, 0 for untouched rows
	touched []int32
}

func newGrad(p *param) *grad {
	g := &grad{p: p}
	if p.table {
		g.slot = make([]int32, p.rows)
	} else {
		g.g = make([]float32, len(p.w))
	}
	return g
}

func (g *grad) row(i int32) []float32 {
	if !g.p.table {
		return g.g[int(i)*g.p.cols : int(i+1)*g.p.cols]
	}
	n := g.p.cols
	s := int(g.slot[i])
	if s == 0 {
		g.touched = append(g.touched, i)
		s = len(g.touched)
		g.slot[i] = int32(s)
		if len(g.g) < s*n {
			g.g = append(g.g, make([]float32, n)...)
		}
		clear(g.g[(s-1)*n : s*n])
	}
	return g.g[(s-1)*n : s*n]
}

func (g *grad) reset() {
	if !g.p.table {
		clear(g.g)
		return
	}
	for _, i := range g.touched {
		g.slot[i] = 0
	}
	g.touched = g.touched[:0]
}

// merge adds o to g.
func (g *grad) merge(o *grad) {
	if !g.p.table {
		axpy(1, o.g, g.g)
		return
	}
	for _, i := range o.touched {
		axpy(1, o.row(i), g.row(i))
	}
}
