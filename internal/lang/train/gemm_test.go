package train

import (
	"math"
	"testing"
)

func TestGemm(t *testing.T) {
	r := newRand(1)
	for _, s := range [][3]int{{1, 1, 1}, {3, 5, 7}, {9, 33, 40}, {17, 64, 64}, {8, 96, 32}} {
		m, k, n := s[0], s[1], s[2]
		a, b := make([]float32, m*k), make([]float32, k*n)
		fill(r, a)
		fill(r, b)
		got := make([]float32, m*n)
		var p panel
		p.pack(b, k, n, n)
		gemm(m, a, k, 1, &p, got, n)
		for i := range m {
			for j := range n {
				var want float64
				for x := range k {
					want += float64(a[i*k+x]) * float64(b[x*n+j])
				}
				if math.Abs(want-float64(got[i*n+j])) > 1e-4 {
					t.Fatalf("%v: (%d,%d) is %g, want %g", s, i, j, got[i*n+j], want)
				}
			}
		}
	}
}

func fill(r *rand, x []float32) {
	for i := range x {
		x[i] = r.float()*2 - 1
	}
}

func BenchmarkGemm(b *testing.B) {
	m, k, n := 256, 384, 1536
	a, w, c := make([]float32, m*k), make([]float32, k*n), make([]float32, m*n)
	var p panel
	p.pack(w, k, n, n)
	for b.Loop() {
		gemm(m, a, k, 1, &p, c, n)
	}
	b.ReportMetric(2*float64(m*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
}

func BenchmarkGemmAcross(b *testing.B) {
	m, k, n := 384, 400, 1536
	a, w, c := make([]float32, m*k), make([]float32, k*n), make([]float32, m*n)
	var p panel
	p.pack(w, k, n, n)
	for b.Loop() {
		gemm(m, a, 1, m, &p, c, n)
	}
	b.ReportMetric(2*float64(m*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
}

func BenchmarkGemmStep(b *testing.B) {
	m, k, n := 16, 192, 768
	a, w, c := make([]float32, m*k), make([]float32, k*n), make([]float32, m*n)
	var p panel
	p.pack(w, k, n, n)
	for b.Loop() {
		gemm(m, a, k, 1, &p, c, n)
	}
	b.ReportMetric(2*float64(m*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
}
