package train

// panel is a matrix of k rows and n columns laid out for multiplying from the
// left: blocks of 32 columns, each block row after row, the last one padded
// with zeros.
type panel struct {
	k, n int
	data []float32
}

func (p *panel) shape(k, n int) {
	p.k, p.n = k, n
	size := (n + 31) / 32 * 32 * k
	if cap(p.data) < size {
		p.data = make([]float32, size)
	}
	p.data = p.data[:size]
}

// pack lays out b, k rows of n with stride ld.
func (p *panel) pack(b []float32, k, n, ld int) {
	p.shape(k, n)
	for j := 0; j < n; j += 32 {
		blk := p.data[j*k : j*k+32*k]
		w := min(32, n-j)
		for i := range k {
			dst := blk[i*32 : i*32+32]
			copy(dst, b[i*ld+j:i*ld+j+w])
			clear(dst[w:])
		}
	}
}

// packT lays out the transpose of b, n rows of k with stride ld.
func (p *panel) packT(b []float32, k, n, ld int) {
	p.shape(k, n)
	for j := 0; j < n; j += 32 {
		blk := p.data[j*k : j*k+32*k]
		w := min(32, n-j)
		if w < 32 {
			clear(blk)
		}
		for c := range w {
			row := b[(j+c)*ld : (j+c)*ld+k]
			for i, v := range row {
				blk[i*32+c] = v
			}
		}
	}
}

// gemm adds a·p to c. a has m rows and p.k columns, element (i,k) at
// a[i*am+k*ak]; c has stride cm. Each element is one chain of fused additions
// over k, so the result does not depend on how rows are grouped.
func gemm(m int, a []float32, am, ak int, p *panel, c []float32, cm int) {
	if m == 0 || p.k == 0 {
		return
	}
	_ = a[(m-1)*am+(p.k-1)*ak]
	_ = c[(m-1)*cm+p.n-1]
	var tail [8 * 32]float32
	for j := 0; j < p.n; j += 32 {
		blk := p.data[j*p.k : j*p.k+32*p.k]
		if p.n-j >= 32 {
			tile(m, p.k, a, am, ak, blk, c[j:], cm)
			continue
		}
		w := p.n - j
		for i := 0; i < m; i += 8 {
			rows := min(8, m-i)
			clear(tail[:])
			tile(rows, p.k, a[i*am:], am, ak, blk, tail[:], 32)
			for r := range rows {
				dst := c[(i+r)*cm+j : (i+r)*cm+j+w]
				for x := range dst {
					dst[x] += tail[r*32+x]
				}
			}
		}
	}
}

func tile(m, k int, a []float32, am, ak int, blk, c []float32, cm int) {
	if !fast {
		tileGo(m, k, a, am, ak, blk, c, cm)
		return
	}
	i := 0
	for ; i+8 <= m; i += 8 {
		gemm8(k, &a[i*am], am*4, ak*4, &blk[0], &c[i*cm], cm*4)
	}
	for ; i < m; i++ {
		gemm1(k, &a[i*am], ak*4, &blk[0], &c[i*cm])
	}
}

func tileGo(m, k int, a []float32, am, ak int, blk, c []float32, cm int) {
	var acc [32]float32
	for i := range m {
		clear(acc[:])
		for x := range k {
			v := a[i*am+x*ak]
			b := (*[32]float32)(blk[x*32:])
			for j := range acc {
				acc[j] += v * b[j]
			}
		}
		dst := c[i*cm : i*cm+32]
		for j := range dst {
			dst[j] += acc[j]
		}
	}
}

// dot is the sum of the products of a and b, of equal length.
func dot(a, b []float32) float32 {
	var s float32
	b = b[:len(a)]
	k := 0
	if n := len(a) &^ 15; fast && n > 0 {
		s, k = dotAsm(n, &a[0], &b[0]), n
	}
	for ; k < len(a); k++ {
		s += a[k] * b[k]
	}
	return s
}

// axpy adds s times x to y.
func axpy(s float32, x, y []float32) {
	y = y[:len(x)]
	k := 0
	if n := len(x) &^ 15; fast && n > 0 {
		axpyAsm(n, s, &x[0], &y[0])
		k = n
	}
	for ; k < len(x); k++ {
		y[k] += s * x[k]
	}
}
