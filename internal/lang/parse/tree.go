package parse

// tree finds the best tree over scored arcs; its room is used again.
type tree struct {
	heads []int
	mark  []int
}

// rootCost keeps trees to a single word under the root.
const rootCost = 1e6

// find returns for each of n words its head, 0 for the root, such that the
// whole is a tree with one word under the root and the sum of scores is the
// greatest: at once where the best heads make one, else by the algorithm of
// Chu and Liu (1965) and Edmonds (1967). Row t of scores is of word t+1, its
// columns the heads.
func (t *tree) find(scores []float32, n int) []int {
	t.heads = append(t.heads[:0], make([]int, n+1)...)
	roots := 0
	for d := 1; d <= n; d++ {
		row := scores[(d-1)*(n+1) : d*(n+1)]
		top := -1
		for h, v := range row {
			if h != d && (top < 0 || v > row[top]) {
				top = h
			}
		}
		t.heads[d] = top
		if top == 0 {
			roots++
		}
	}
	if roots == 1 && t.cycle(t.heads) == nil {
		return t.heads
	}
	s := make([][]float64, n+1)
	for d := 1; d <= n; d++ {
		s[d] = make([]float64, n+1)
		for h := range s[d] {
			s[d][h] = float64(scores[(d-1)*(n+1)+h])
		}
		s[d][0] -= rootCost
	}
	t.heads = t.contract(s)
	return t.heads
}

// cycle returns the words of a cycle, or nil.
func (t *tree) cycle(heads []int) []int {
	t.mark = append(t.mark[:0], make([]int, len(heads))...)
	for d := 1; d < len(heads); d++ {
		at := d
		for at != 0 && t.mark[at] == 0 {
			t.mark[at] = d
			at = heads[at]
		}
		if at == 0 || t.mark[at] != d {
			continue
		}
		c := []int{at}
		for x := heads[at]; x != at; x = heads[x] {
			c = append(c, x)
		}
		return c
	}
	return nil
}

// contract solves the problem of s[dependent][head], node 0 the root.
func (t *tree) contract(s [][]float64) []int {
	n := len(s)
	heads := make([]int, n)
	for d := 1; d < n; d++ {
		top := -1
		for h := range n {
			if h != d && (top < 0 || s[d][h] > s[d][top]) {
				top = h
			}
		}
		heads[d] = top
	}
	cyc := t.cycle(heads)
	if cyc == nil {
		return heads
	}
	in := make([]bool, n)
	for _, c := range cyc {
		in[c] = true
	}
	// The cycle becomes the last node of a smaller problem.
	var old []int
	place := make([]int, n)
	for i := range n {
		if !in[i] {
			place[i] = len(old)
			old = append(old, i)
		}
	}
	c := len(old)
	small := make([][]float64, c+1)
	enter, leave := make([]int, c+1), make([]int, c+1) // which word of the cycle an arc touches
	for d := 1; d <= c; d++ {
		small[d] = make([]float64, c+1)
	}
	for i, o := range old {
		// into the cycle from o
		top, gain := -1, 0.0
		for _, x := range cyc {
			if g := s[x][o] - s[x][heads[x]]; top < 0 || g > gain {
				top, gain = x, g
			}
		}
		enter[i] = top
		small[c][i] = gain
		if i == 0 {
			continue
		}
		for j, p := range old {
			small[i][j] = s[o][p]
		}
		// from the cycle to o
		out := cyc[0]
		for _, x := range cyc {
			if s[o][x] > s[o][out] {
				out = x
			}
		}
		leave[i] = out
		small[i][c] = s[o][out]
	}
	sub := t.contract(small)
	for i := 1; i < c; i++ {
		if sub[i] == c {
			heads[old[i]] = leave[i]
		} else {
			heads[old[i]] = old[sub[i]]
		}
	}
	heads[enter[sub[c]]] = old[sub[c]]
	return heads
}
