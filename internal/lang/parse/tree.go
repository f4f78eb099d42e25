package parse

import "slices"

// tree finds the best tree over scored arcs; its room is used again.
type tree struct {
	heads []int
	mark  []int
	order []int
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
	t.order = t.order[:0]
	for d := range heads {
		t.order = append(t.order, d)
	}
	return t.cycleOf(heads, t.order)
}

// cycleOf is cycle where order lists the words there are, after the root.
func (t *tree) cycleOf(heads, order []int) []int {
	t.mark = append(t.mark[:0], make([]int, len(heads))...)
	for _, d := range order[1:] {
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

// contract solves the problem of s[dependent][head], node 0 the root, and
// overwrites it: one cycle of best heads after another becomes a single word,
// last in order, in the row and column of the cycle's first.
func (t *tree) contract(s [][]float64) []int {
	heads, order := make([]int, len(s)), make([]int, len(s))
	for d := range order {
		order[d] = d
	}
	for _, d := range order[1:] {
		heads[d] = highest(s[d], order, d)
	}
	in := make([]bool, len(s)) // a cycle that was contracted
	var levels []level
	for {
		cyc := t.cycleOf(heads, order)
		if cyc == nil {
			break
		}
		for _, x := range cyc {
			in[x] = true
		}
		order = slices.DeleteFunc(order, func(o int) bool { return in[o] })
		l := shut(s, heads, order, cyc)
		levels = append(levels, l)
		order = append(order, cyc[0])
		for _, o := range order[1:] {
			if in[heads[o]] || o == cyc[0] {
				heads[o] = highest(s[o], order, o)
			}
		}
		in[cyc[0]] = false
	}
	for _, l := range slices.Backward(levels) {
		l.open(heads)
	}
	return heads
}

// highest is the head of word d, of those in order, with the highest score.
func highest(row []float64, order []int, d int) int {
	top := -1
	for _, h := range order {
		if h != d && (top < 0 || row[h] > row[top]) {
			top = h
		}
	}
	return top
}

// level is a cycle that became a single word: its words with their heads, and
// of each other word which word of the cycle an arc between them touches.
type level struct {
	cycle, inner []int
	others       []int
	enter, leave []int // by the other word
}

// shut writes the scores of the arcs into and out of a cycle to the row and
// column of its first word. order is of the words outside it.
func shut(s [][]float64, heads, order, cyc []int) level {
	l := level{cycle: cyc, others: slices.Clone(order), enter: make([]int, len(s)), leave: make([]int, len(s))}
	for _, x := range cyc {
		l.inner = append(l.inner, heads[x])
	}
	c := cyc[0]
	for _, o := range order {
		top, gain := -1, 0.0
		for _, x := range cyc {
			if g := s[x][o] - s[x][heads[x]]; top < 0 || g > gain {
				top, gain = x, g
			}
		}
		l.enter[o] = top
		s[c][o] = gain
		if o == 0 {
			continue
		}
		out := c
		for _, x := range cyc {
			if s[o][x] > s[o][out] {
				out = x
			}
		}
		l.leave[o] = out
		s[o][c] = s[o][out]
	}
	return l
}

// open makes the single word a cycle again, broken where an arc enters it.
func (l *level) open(heads []int) {
	c := l.cycle[0]
	from := heads[c]
	for _, o := range l.others[1:] {
		if heads[o] == c {
			heads[o] = l.leave[o]
		}
	}
	for i, x := range l.cycle {
		heads[x] = l.inner[i]
	}
	heads[l.enter[from]] = from
}
