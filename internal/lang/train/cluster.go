package train

import "fmt"

// cluster sorts words into k groups by the direction of their vectors
// (spherical k-means, Dhillon and Modha 2001).
func (v *Vectors) cluster(k, rounds int) []int {
	n, d := len(v.Words), v.Dim
	x := make([]float32, n*d)
	for i := range n {
		unit(v.Data[i*d:i*d+d], x[i*d:i*d+d])
	}
	centre := make([]float32, k*d)
	for i := range k { // frequent words first, spread over the list
		copy(centre[i*d:i*d+d], x[(i*n/(2*k))*d:])
	}
	group := make([]int, n)
	var p panel
	const rows = 256
	s := make([]float32, rows*k)
	for range rounds {
		p.packT(centre, d, k, d)
		for i := 0; i < n; i += rows {
			m := min(rows, n-i)
			clear(s)
			gemm(m, x[i*d:], d, 1, &p, s, k)
			for r := range m {
				group[i+r] = argmax(s[r*k : r*k+k])
			}
		}
		sum := make([]float32, k*d)
		for i, g := range group {
			axpy(1, x[i*d:i*d+d], sum[g*d:g*d+d])
		}
		for g := range k {
			unit(sum[g*d:g*d+d], centre[g*d:g*d+d])
		}
	}
	return group
}

func unit(x, to []float32) {
	k := 1 / (sqrt(dot(x, x)) + 1e-9)
	for i, v := range x {
		to[i] = v * k
	}
}

func argmax(x []float32) int {
	top := 0
	for i, v := range x {
		if v > x[top] {
			top = i
		}
	}
	return top
}

// Clusters lists words with a fine and a coarse group.
func (v *Vectors) Clusters() []string {
	fine, coarse := v.cluster(512, 10), v.cluster(64, 10)
	out := make([]string, len(v.Words))
	for i, w := range v.Words {
		out[i] = fmt.Sprintf("%s\t%d\t%d", w, fine[i], coarse[i])
	}
	return out
}
