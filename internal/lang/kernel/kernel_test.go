package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// levels runs a test with each kind of code that this machine has.
func levels(t *testing.T, f func(t *testing.T)) {
	most := detect()
	defer func() { level = most }()
	for l := range most + 1 {
		level = l
		t.Run([]string{"portable", "narrow", "wide"}[l], f)
	}
}

// The vector code and the portable code must agree to the bit.
func TestAddMulEqualsPortable(t *testing.T) { levels(t, testAddMulEqualsPortable) }

func testAddMulEqualsPortable(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, s := range [][3]int{{1, 1, 1}, {3, 7, 33}, {8, 64, 32}, {5, 66, 32}, {15, 7, 40}, {21, 384, 160}, {9, 4224, 64}} {
		t.Run(fmt.Sprint(s), func(t *testing.T) {
			rows, in, out := s[0], s[1], s[2]
			w, scale := make([]int8, in*out), make([]float32, out)
			for i := range w {
				w[i] = int8(r.IntN(255) - 127)
			}
			for i := range scale {
				scale[i] = r.Float32()
			}
			m := NewMatrix(in, out, w, scale)
			x := make([]int16, rows*m.Stride())
			for i := range rows {
				for k := range in {
					x[i*m.Stride()+k] = int16(r.IntN(4095) - 2047)
				}
			}
			got := make([]float32, rows*m.Width())
			want := make([]float32, rows*m.Width())
			for i := range got {
				got[i] = r.Float32()
			}
			copy(want, got)
			const unit = 1.0 / 2047
			m.AddMul(rows, x, m.Stride(), unit, got, m.Width())
			for i := range rows {
				for b := 0; b < m.Width(); b += 32 {
					mulGo(m.pairs, x[i*m.Stride():], m.w[b*m.pairs*2:], unit, m.scale[b:], want[i*m.Width()+b:])
				}
			}
			for i := range got {
				if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
					t.Fatalf("element %d: %g, portable %g", i, got[i], want[i])
				}
			}
			var exact int64
			for k := range in {
				exact += int64(x[k]) * int64(w[k*out])
			}
			y := make([]float32, rows*m.Width())
			m.AddMul(rows, x, m.Stride(), unit, y, m.Width())
			if sum := float64(exact) * float64(scale[0]) * unit; math.Abs(sum-float64(y[0])) > 1e-4*(1+math.Abs(sum)) {
				t.Errorf("first element %g, want %g", y[0], sum)
			}
		})
	}
}

func TestCurve(t *testing.T) { levels(t, testCurve) }

func testCurve(t *testing.T) {
	x := make([]float32, 1<<12+5)
	for i := range x {
		x[i] = float32(i-len(x)/2) / 200
	}
	got := append([]float32(nil), x...)
	Tanh(got)
	for i, v := range x {
		if want := curveGo(v, 1, 1, 0); math.Float32bits(got[i]) != math.Float32bits(want) {
			t.Fatalf("tanh(%g) is %g, portable %g", v, got[i], want)
		}
		if want := math.Tanh(float64(v)); math.Abs(want-float64(got[i])) > 1e-5 {
			t.Fatalf("tanh(%g) is %g, want %g", v, got[i], want)
		}
	}
	copy(got, x)
	Sigmoid(got)
	for i, v := range x {
		if want := 1 / (1 + math.Exp(-float64(v))); math.Abs(want-float64(got[i])) > 1e-3 {
			t.Fatalf("sigmoid(%g) is %g, want %g", v, got[i], want)
		}
	}
}

func TestQuantise(t *testing.T) { levels(t, testQuantise) }

func testQuantise(t *testing.T) {
	q := make([]int16, 5)
	Quantise(q, []float32{0, 0.26, -0.26, 1e9, -1e9}, 2)
	if want := [5]int16{0, 1, -1, 2047, -2047}; [5]int16(q) != want {
		t.Errorf("got %v, want %v", q, want)
	}
}

func TestQuantiseEqualsPortable(t *testing.T) { levels(t, testQuantiseEqualsPortable) }

func testQuantiseEqualsPortable(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	x := make([]float32, 1000)
	for i := range x {
		x[i] = float32(r.NormFloat64() * 900)
		if i%3 == 0 {
			x[i] = float32(math.Round(float64(x[i]))) + 0.5
		}
	}
	q := make([]int16, len(x))
	Quantise(q, x, 1.25)
	for i, v := range x {
		if want := quantise(v, 1.25); q[i] != want {
			t.Fatalf("%g becomes %d, portable %d", v, q[i], want)
		}
	}
}

func TestDotEqualsPortable(t *testing.T) { levels(t, testDotEqualsPortable) }

func testDotEqualsPortable(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{0, 1, 31, 32, 100, 128} {
		a, b := make([]int16, n), make([]int16, n)
		want := int32(0)
		for i := range a {
			a[i], b[i] = int16(r.IntN(4095)-2047), int16(r.IntN(4095)-2047)
			want += int32(a[i]) * int32(b[i])
		}
		if got := Dot(a, b); got != want {
			t.Errorf("%d: got %d, want %d", n, got, want)
		}
	}
}

func BenchmarkAddMul(b *testing.B) {
	for _, rows := range []int{1, 7, 256} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) { benchmarkAddMul(b, rows) })
	}
}

func benchmarkAddMul(b *testing.B, rows int) {
	in, out := 384, 1536
	m := NewMatrix(in, out, make([]int8, in*out), make([]float32, out))
	x, y := make([]int16, rows*in), make([]float32, rows*out)
	for b.Loop() {
		m.AddMul(rows, x, in, 1, y, out)
	}
	b.ReportMetric(float64(rows*in*out)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}
