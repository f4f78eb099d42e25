package train

import "math"

// rand is SplitMix64: the streams of a training run must not change with the
// standard library.
type rand struct{ s uint64 }

func newRand(seed uint64) *rand { return &rand{seed} }

func (r *rand) next() uint64 {
	r.s += 0x9e3779b97f4a7c15
	z := r.s
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// float is uniform in [0,1).
func (r *rand) float() float32 { return float32(r.next()>>40) / (1 << 24) }

func (r *rand) intn(n int) int { return int(r.next() >> 33 % uint64(n)) }

func (r *rand) normal() float32 {
	u := float64(r.next()>>11)/(1<<53) + 1e-300
	v := float64(r.next()>>11) / (1 << 53)
	return float32(math.Sqrt(-2*math.Log(u)) * math.Cos(2*math.Pi*v))
}

func (r *rand) shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, r.intn(i+1))
	}
}
