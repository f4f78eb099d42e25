package parse

import (
	"math"
	"math/rand/v2"
	"testing"
)

// exhaustive tries every assignment of heads.
func exhaustive(s []float32, n int) float64 {
	heads := make([]int, n+1)
	most := math.Inf(-1)
	var try func(d int)
	try = func(d int) {
		if d > n {
			roots := 0
			for _, h := range heads[1:] {
				if h == 0 {
					roots++
				}
			}
			if roots == 1 && new(tree).cycle(heads) == nil {
				most = max(most, total(s, heads, n))
			}
			return
		}
		for h := range n + 1 {
			if h != d {
				heads[d] = h
				try(d + 1)
			}
		}
	}
	try(1)
	return most
}

func total(s []float32, heads []int, n int) float64 {
	sum := 0.0
	for d := 1; d <= n; d++ {
		sum += float64(s[(d-1)*(n+1)+heads[d]])
	}
	return sum
}

func TestFindIsTheBestTree(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var f tree
	for round := range 400 {
		n := 1 + r.IntN(5)
		s := make([]float32, n*(n+1))
		for i := range s {
			s[i] = float32(r.NormFloat64() * 5)
		}
		heads := f.find(s, n)
		if f.cycle(heads) != nil {
			t.Fatalf("round %d: %v has a cycle", round, heads)
		}
		if got, want := total(s, heads, n), exhaustive(s, n); math.Abs(got-want) > 1e-3 {
			t.Fatalf("round %d: tree %v of score %g, the best has %g", round, heads, got, want)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	n := 40
	s := make([]float32, n*(n+1))
	for i := range s {
		s[i] = float32(r.NormFloat64())
	}
	var f tree
	for b.Loop() {
		f.find(s, n)
	}
}
