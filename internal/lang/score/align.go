package score

import "strings"

// pair is a word of the gold text and the word of the system's that it is.
type pair struct{ gold, sys int }

// align pairs words of equal spans. Where either side has a multiword token,
// its words and all that overlap it are paired by their longest common
// subsequence of forms, as in the evaluation of the CoNLL 2018 shared task.
func align(gold, sys []Word) []pair {
	var out []pair
	g, s := 0, 0
	for g < len(gold) && s < len(sys) {
		if gold[g].Multi || sys[s].Multi {
			gEnd, sEnd := extent(gold, sys, g, s)
			out = append(out, common(gold, sys, g, gEnd, s, sEnd)...)
			g, s = gEnd, sEnd
			continue
		}
		a, b := gold[g], sys[s]
		switch {
		case a.Start == b.Start && a.End == b.End:
			out = append(out, pair{g, s})
			g, s = g+1, s+1
		case a.Start <= b.Start && a.Start != b.Start || a.Start == b.Start && a.End < b.End:
			g++
		default:
			s++
		}
	}
	return out
}

// extent returns the ends of the words that overlap the multiword token at g
// or s, and any further one that reaches over its end.
func extent(gold, sys []Word, g, s int) (int, int) {
	var end int
	if gold[g].Multi && (!sys[s].Multi || gold[g].Start <= sys[s].Start) {
		end = gold[g].End
	} else {
		end = sys[s].End
	}
	for {
		moved := false
		for _, side := range []struct {
			w []Word
			i *int
		}{{gold, &g}, {sys, &s}} {
			for *side.i < len(side.w) && side.w[*side.i].Start < end {
				if w := side.w[*side.i]; w.Multi && w.End > end {
					end = w.End
				}
				*side.i++
				moved = true
			}
		}
		if !moved {
			return g, s
		}
	}
}

func common(gold, sys []Word, g0, g1, s0, s1 int) []pair {
	n, m := g1-g0, s1-s0
	t := make([][]int, n+1)
	for i := range t {
		t[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if strings.EqualFold(gold[g0+i].Form, sys[s0+j].Form) {
				t[i][j] = t[i+1][j+1] + 1
			} else {
				t[i][j] = max(t[i+1][j], t[i][j+1])
			}
		}
	}
	var out []pair
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case strings.EqualFold(gold[g0+i].Form, sys[s0+j].Form):
			out = append(out, pair{g0 + i, s0 + j})
			i, j = i+1, j+1
		case t[i+1][j] >= t[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
