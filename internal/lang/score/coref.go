package score

// Clusters are the entities of one document: of each, the words that head its
// mentions.
type Clusters [][]int

// Coref are the counts of the CoNLL 2012 shared task's three measures: recall
// and precision as numerators and denominators.
type Coref struct{ MUC, B3, CEAF Ratio }

// Ratio is a recall and a precision, each as a sum over a total.
type Ratio struct{ Recall, Gold, Precision, Sys float64 }

// F1 is the harmonic mean in percent, 0 where nothing is right.
func (r Ratio) F1() float64 {
	if r.Gold == 0 || r.Sys == 0 {
		return 0
	}
	rec, pre := r.Recall/r.Gold, r.Precision/r.Sys
	if rec+pre == 0 {
		return 0
	}
	return 200 * rec * pre / (rec + pre)
}

// Add sums the counts of two documents.
func (c *Coref) Add(o Coref) {
	for _, p := range [][2]*Ratio{{&c.MUC, &o.MUC}, {&c.B3, &o.B3}, {&c.CEAF, &o.CEAF}} {
		p[0].Recall += p[1].Recall
		p[0].Gold += p[1].Gold
		p[0].Precision += p[1].Precision
		p[0].Sys += p[1].Sys
	}
}

// Value is the mean of the three F1 scores.
func (c Coref) Value() float64 { return (c.MUC.F1() + c.B3.F1() + c.CEAF.F1()) / 3 }

// CompareClusters is CompareAll without entities of a single mention.
func CompareClusters(gold, sys Clusters) Coref { return CompareAll(several(gold), several(sys)) }

// CompareAll measures sys against gold: MUC by links (Vilain et al. 1995), B³
// by mentions (Bagga and Baldwin 1998), CEAF by entities, φ4 (Luo 2005).
func CompareAll(gold, sys Clusters) Coref {
	inGold, inSys := whose(gold), whose(sys)
	var c Coref
	c.MUC.Recall, c.MUC.Gold = links(gold, inSys)
	c.MUC.Precision, c.MUC.Sys = links(sys, inGold)
	c.B3.Recall, c.B3.Gold = mentions(gold, sys, inSys)
	c.B3.Precision, c.B3.Sys = mentions(sys, gold, inGold)
	common := assign(similarity(gold, sys, inSys))
	c.CEAF = Ratio{common, float64(len(gold)), common, float64(len(sys))}
	return c
}

func several(c Clusters) Clusters {
	var out Clusters
	for _, m := range c {
		if len(m) > 1 {
			out = append(out, m)
		}
	}
	return out
}

func whose(c Clusters) map[int]int {
	w := map[int]int{}
	for i, ms := range c {
		for _, m := range ms {
			w[m] = i
		}
	}
	return w
}

// links counts the links of a that other keeps, and all.
func links(a Clusters, other map[int]int) (kept, all float64) {
	for _, ms := range a {
		parts := map[int]bool{}
		alone := 0
		for _, m := range ms {
			if k, ok := other[m]; ok {
				parts[k] = true
			} else {
				alone++
			}
		}
		kept += float64(len(ms) - len(parts) - alone)
		all += float64(len(ms) - 1)
	}
	return kept, all
}

// mentions sums over the mentions of a the share of its entity that b keeps
// with it.
func mentions(a, b Clusters, inB map[int]int) (sum, all float64) {
	for _, ms := range a {
		n := map[int]int{}
		for _, m := range ms {
			if k, ok := inB[m]; ok {
				n[k]++
			}
		}
		for k := range b {
			sum += float64(n[k]*n[k]) / float64(len(ms))
		}
		all += float64(len(ms))
	}
	return sum, all
}

func similarity(gold, sys Clusters, inSys map[int]int) [][]float64 {
	s := make([][]float64, len(gold))
	for i, ms := range gold {
		s[i] = make([]float64, len(sys))
		for _, m := range ms {
			if k, ok := inSys[m]; ok {
				s[i][k]++
			}
		}
		for k := range sys {
			s[i][k] *= 2 / float64(len(ms)+len(sys[k]))
		}
	}
	return s
}

// assign returns the greatest sum of s over pairs of rows and columns, each
// used once (Kuhn 1955, by shortest augmenting paths).
func assign(s [][]float64) float64 {
	if len(s) == 0 || len(s[0]) == 0 {
		return 0
	}
	n := max(len(s), len(s[0]))
	cost := func(i, j int) float64 {
		if i < len(s) && j < len(s[0]) {
			return -s[i][j]
		}
		return 0
	}
	const far = 1e18
	u, v, row, way := make([]float64, n+1), make([]float64, n+1), make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		least, used := make([]float64, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = far
		}
		at := 0
		for row[at] != 0 {
			used[at] = true
			delta, next := far, 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost(row[at]-1, j-1) - u[row[at]] - v[j]; c < least[j] {
					least[j], way[j] = c, at
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
			at = next
		}
		for at != 0 {
			row[at] = row[way[at]]
			at = way[at]
		}
	}
	sum := 0.0
	for j := 1; j <= n; j++ {
		sum -= cost(row[j]-1, j-1)
	}
	return sum
}
