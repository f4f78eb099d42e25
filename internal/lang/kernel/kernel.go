// Package kernel is the arithmetic of inference: products of 16-bit
// activations with 8-bit weights summed in 32-bit integers, and a rational
// tanh. Vector code and the portable one give the same bits: sums are of
// integers, and each float operation is rounded on its own. It is not for training.
package kernel

// The kinds of code. The portable one is always there; what the others answer
// does not differ from it.
const (
	portable = iota
	narrow   // AVX2
	wide     // AVX-512 with VNNI
)

//nolint:gochecknoglobals // what this machine can do; tests try the others
var level = detect()

// Matrix is weights laid out for multiplying from the left: blocks of 32
// columns, in each the rows in pairs, the last block and pair padded with
// zeros.
type Matrix struct {
	In, Out int
	pairs   int
	w       []int16   // 8-bit values, widened
	scale   []float32 // of each column
}

// NewMatrix lays out weights w, In rows of Out, with a scale for each column.
func NewMatrix(in, out int, w []int8, scale []float32) *Matrix {
	m := &Matrix{In: in, Out: out, pairs: (in + 1) / 2}
	blocks := (out + 31) / 32
	m.w = make([]int16, blocks*m.pairs*64)
	m.scale = make([]float32, blocks*32)
	copy(m.scale, scale)
	for i := range in {
		row := w[i*out : i*out+out]
		for j, v := range row {
			m.w[((j/32)*m.pairs+i/2)*64+(j%32)*2+i%2] = int16(v)
		}
	}
	return m
}

// Stride is the length that a row of activations for m must have: In rounded
// up to even, the odd place zero.
func (m *Matrix) Stride() int { return m.pairs * 2 }

// Width is the length that a row of results must have: Out rounded up to 32.
func (m *Matrix) Width() int { return len(m.scale) }

// AddMul adds to each of rows rows of y, at distance ym ≥ Width, the product
// of the row of x, at distance xm ≥ Stride, with m, times unit: the value that
// an activation of 1 stands for.
func (m *Matrix) AddMul(rows int, x []int16, xm int, unit float32, y []float32, ym int) {
	if rows == 0 {
		return
	}
	_ = x[(rows-1)*xm+m.Stride()-1]
	_ = y[(rows-1)*ym+m.Width()-1]
	for b := 0; b < len(m.scale); b += 32 {
		w, s := m.w[b*m.pairs*2:(b+32)*m.pairs*2], m.scale[b:b+32]
		m.block(rows, x, xm, w, unit, s, y[b:], ym)
	}
}

// block multiplies with 32 columns.
func (m *Matrix) block(rows int, x []int16, xm int, w []int16, unit float32, s, y []float32, ym int) {
	r := 0
	switch level {
	case wide:
		for ; r+8 <= rows; r += 8 {
			mul8(m.pairs, &x[r*xm], xm*2, &w[0], unit, &s[0], &y[r*ym], ym*4)
		}
		if r+4 <= rows {
			mul4(m.pairs, &x[r*xm], xm*2, &w[0], unit, &s[0], &y[r*ym], ym*4)
			r += 4
		}
		for ; r < rows; r++ {
			mul1(m.pairs, &x[r*xm], &w[0], unit, &s[0], &y[r*ym])
		}
	case narrow:
		for ; r+2 <= rows; r += 2 {
			mul2(m.pairs, &x[r*xm], xm*2, &w[0], unit, &s[0], &y[r*ym], ym*4)
		}
		if r < rows { // the last one twice, the second time for nothing
			var two [2 * 32]float32
			copy(two[:32], y[r*ym:])
			mul2(m.pairs, &x[r*xm], 0, &w[0], unit, &s[0], &two[0], 32*4)
			copy(y[r*ym:r*ym+32], two[:])
			r++
		}
	}
	for ; r < rows; r++ {
		mulGo(m.pairs, x[r*xm:], w, unit, s, y[r*ym:])
	}
}

func mulGo(pairs int, x, w []int16, unit float32, scale, y []float32) {
	var acc [32]int32
	x = x[:2*pairs]
	for k := 0; k < len(x); k += 2 {
		a, b := int32(x[k]), int32(x[k+1])
		if a == 0 && b == 0 {
			continue
		}
		p := (*[64]int16)(w[k*32:])
		for j := range acc {
			acc[j] += a*int32(p[2*j]) + b*int32(p[2*j+1])
		}
	}
	scale, y = scale[:32], y[:32]
	for j, v := range acc {
		y[j] += float32(float32(v) * float32(scale[j]*unit))
	}
}

// Dot is the sum of the products of a and b, of equal length, which must stay
// within 32 bits.
func Dot(a, b []int16) int32 {
	var s int32
	b = b[:len(a)]
	i := 0
	if n := len(a) &^ 31; n > 0 && level == wide {
		s, i = dot32(n, &a[0], &b[0]), n
	} else if n > 0 && level == narrow {
		s, i = dot16(n, &a[0], &b[0]), n
	}
	for ; i < len(a); i++ {
		s += int32(a[i]) * int32(b[i])
	}
	return s
}

// Tanh replaces each x by its tanh.
func Tanh(x []float32) { curve(x, 1, 1, 0) }

// Sigmoid replaces each x by 1/(1+e^-x).
func Sigmoid(x []float32) { curve(x, 0.5, 0.5, 0.5) }

// The rational approximation of tanh that Eigen uses, good to a few units in
// the last place of float32.
const (
	bound = 7.90531110763549805
	a1    = 4.89352455891786e-03
	a3    = 6.37261928875436e-04
	a5    = 1.48572235717979e-05
	a7    = 5.12229709037114e-08
	a9    = -8.60467152213735e-11
	a11   = 2.00018790482477e-13
	a13   = -2.76076847742355e-16
	b0    = 4.89352518554385e-03
	b2    = 2.26843463243900e-03
	b4    = 1.18534705686654e-04
	b6    = 1.19825839466702e-06
)

var coefficients = [...]float32{bound, -bound, a13, a11, a9, a7, a5, a3, a1, b6, b4, b2, b0}

// curve replaces each x by mul·tanh(in·x)+add.
func curve(x []float32, in, mul, add float32) {
	i := 0
	if n := len(x) &^ 15; n > 0 && level == wide {
		curve16(n, &x[0], in, mul, add, &coefficients[0])
		i = n
	} else if n > 0 && level == narrow {
		curve8(n, &x[0], in, mul, add, &coefficients[0])
		i = n
	}
	for ; i < len(x); i++ {
		x[i] = curveGo(x[i], in, mul, add)
	}
}

func curveGo(x, in, mul, add float32) float32 {
	x = float32(x * in)
	x = max(min(x, bound), -bound)
	s := float32(x * x)
	p := float32(s*a13) + a11
	p = float32(p*s) + a9
	p = float32(p*s) + a7
	p = float32(p*s) + a5
	p = float32(p*s) + a3
	p = float32(p*s) + a1
	p = float32(p * x)
	q := float32(s*b6) + b4
	q = float32(q*s) + b2
	q = float32(q*s) + b0
	return float32(mul*float32(p/q)) + add
}

// Quantise writes x·k, rounded half away from zero and held within ±2047, to q.
func Quantise(q []int16, x []float32, k float32) {
	q = q[:len(x)]
	i := 0
	if n := len(x) &^ 15; n > 0 && level == wide {
		quantise16(n, &q[0], &x[0], k)
		i = n
	} else if n > 0 && level == narrow {
		quantise8(n, &q[0], &x[0], k)
		i = n
	}
	for ; i < len(x); i++ {
		q[i] = quantise(x[i], k)
	}
}

const limit = 2047

func quantise(v, k float32) int16 {
	v = float32(v * k)
	v = max(min(v, limit), -limit)
	if v < 0 {
		return int16(v - 0.5)
	}
	return int16(v + 0.5)
}
