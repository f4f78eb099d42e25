package coref_test

import (
	"math"
	"testing"
)

// score is the agreement of a response with a key: two partitions of mentions,
// each a cluster number per mention. Mentions of one side may be absent from
// the other.
type score struct{ muc, b3, ceafe part }

// part holds the numerators and denominators of precision and recall, which
// are summed over documents before they are divided.
type part struct{ pn, pd, rn, rd float64 }

func (p part) f1() float64 {
	if p.pn == 0 || p.rn == 0 {
		return 0
	}
	a, b := p.pn/p.pd, p.rn/p.rd
	return 2 * a * b / (a + b)
}

func (p *part) add(q part) { p.pn, p.pd, p.rn, p.rd = p.pn+q.pn, p.pd+q.pd, p.rn+q.rn, p.rd+q.rd }

// conll is the mean of the three F1, in per cent.
func (s *score) conll() float64 { return 100 * (s.muc.f1() + s.b3.f1() + s.ceafe.f1()) / 3 }

// add scores one document. Clusters of one mention are to be left out of both.
//
//   - MUC (Vilain and others 1995) counts links: a cluster of n mentions needs
//     n-1, less one for every further part that the other side cuts it into.
//   - B³ (Bagga and Baldwin 1998) takes for every mention the share of its
//     cluster that the other side puts with it.
//   - CEAFe (Luo 2005) pairs clusters one to one so that the sum of
//     2·|K∩R|/(|K|+|R|) is greatest.
func (s *score) add(key, response [][]int) {
	rn, rd := links(key, response)
	pn, pd := links(response, key)
	s.muc.add(part{pn, pd, rn, rd})
	rn, rd = shares(key, response)
	pn, pd = shares(response, key)
	s.b3.add(part{pn, pd, rn, rd})
	sum := paired(key, response)
	s.ceafe.add(part{sum, float64(len(response)), sum, float64(len(key))})
}

func clusterOf(cs [][]int) map[int]int {
	of := map[int]int{}
	for c, ms := range cs {
		for _, m := range ms {
			of[m] = c
		}
	}
	return of
}

func links(key, response [][]int) (num, den float64) {
	of := clusterOf(response)
	for _, k := range key {
		parts, seen := 0, map[int]bool{}
		for _, m := range k {
			c, ok := of[m]
			if !ok || !seen[c] {
				parts++
			}
			if ok {
				seen[c] = true
			}
		}
		num += float64(len(k) - parts)
		den += float64(len(k) - 1)
	}
	return num, den
}

func shares(key, response [][]int) (num, den float64) {
	of := clusterOf(response)
	for _, k := range key {
		n := map[int]int{}
		for _, m := range k {
			if c, ok := of[m]; ok {
				n[c]++
			}
		}
		for _, v := range n {
			num += float64(v) * float64(v) / float64(len(k))
		}
		den += float64(len(k))
	}
	return num, den
}

// paired is the greatest sum of similarities of a one-to-one pairing, found by
// the Hungarian method with potentials.
func paired(key, response [][]int) float64 {
	if len(key) > len(response) {
		key, response = response, key
	}
	n, m := len(key), len(response)
	if n == 0 {
		return 0
	}
	of := clusterOf(response)
	sim := make([][]float64, n+1)
	for i := range sim {
		sim[i] = make([]float64, m+1)
	}
	for i, k := range key {
		for _, x := range k {
			if c, ok := of[x]; ok {
				sim[i+1][c+1] += 2 / float64(len(k)+len(response[c]))
			}
		}
	}
	u, v, row, way := make([]float64, n+1), make([]float64, m+1), make([]int, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		least, used := make([]float64, m+1), make([]bool, m+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		j0 := 0
		for row[j0] != 0 {
			used[j0] = true
			delta, next := math.Inf(1), 0
			for j := 1; j <= m; j++ {
				if used[j] {
					continue
				}
				if c := -sim[row[j0]][j] - u[row[j0]] - v[j]; c < least[j] {
					least[j], way[j] = c, j0
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := range used {
				if used[j] {
					u[row[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			j0 = next
		}
		for j0 != 0 {
			row[j0], j0 = row[way[j0]], way[j0]
		}
	}
	sum := 0.0
	for j := 1; j <= m; j++ {
		sum += sim[row[j]][j]
	}
	return sum
}

// TestScore checks the measures on the example of the CoNLL scorer's paper
// (Pradhan and others 2014): key {a,b,c} {d,e,f,g}, response {a,b} {c,d} {f,g,h,i}.
func TestScore(t *testing.T) {
	var s score
	s.add([][]int{{1, 2, 3}, {4, 5, 6, 7}}, [][]int{{1, 2}, {3, 4}, {6, 7, 8, 9}})
	for _, tt := range []struct {
		name      string
		got, want float64
	}{
		{"MUC recall", s.muc.rn / s.muc.rd, 0.40},
		{"MUC precision", s.muc.pn / s.muc.pd, 0.40},
		{"B³ recall", s.b3.rn / s.b3.rd, 0.4167},
		{"B³ precision", s.b3.pn / s.b3.pd, 0.50},
		{"CEAFe recall", s.ceafe.rn / s.ceafe.rd, 0.65},
		{"CEAFe precision", s.ceafe.pn / s.ceafe.pd, 0.4333},
	} {
		if math.Abs(tt.got-tt.want) > 0.0001 {
			t.Errorf("%s = %.4f, want %.4f", tt.name, tt.got, tt.want)
		}
	}
}
