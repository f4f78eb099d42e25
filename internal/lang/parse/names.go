package parse

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// propose adds the names of a piece: the best sequence of tags by the sums of
// scores (Viterbi 1967), in which a name goes on only in its own type.
func (n *net) propose(d *lang.Doc, s int, p piece) {
	m := n.m
	k, L := len(m.Names), p.len()
	width := m.Name.Width()
	emits := floats(&n.emit, L*k)
	for t := range L {
		copy(emits[t*k:t*k+k], n.names[(n.off[t]+s)*width:])
	}
	m.Sparse.Add(&n.sparse, L, func(i int) string { return d.Form(p.first + i) }, func(i int) string { return d.Toks[p.first+i].XPOS }, emits, k)
	x := floats(&n.middle, L*k)
	back := make([]uint8, L*k)
	for t := range L {
		emit := emits[t*k : t*k+k]
		for j := range k {
			top, from := float32(-1e30), 0
			for i := range k {
				if t == 0 {
					i = k
				}
				if !follows(m.Names, i, j) {
					continue
				}
				v := m.Trans[i*k+j]
				if t > 0 {
					v += x[(t-1)*k+i]
				}
				if v > top {
					top, from = v, i
				}
				if t == 0 {
					break
				}
			}
			x[t*k+j] = top + emit[j]
			back[t*k+j] = uint8(from)
		}
	}
	tag := best(x[(L-1)*k : L*k])
	end := -1
	for t := L - 1; t >= 0; t-- {
		name := m.Names[tag]
		if end < 0 && name != "O" {
			end = t
		}
		if strings.HasPrefix(name, "B-") {
			d.Proposed = append(d.Proposed, lang.Proposal{First: p.first + t, Last: p.first + end + 1, Type: nameType(name[2:])})
			end = -1
		}
		tag = int(back[t*k+tag])
	}
}

// follows reports whether tag j may come after tag i; len(names) is the start.
func follows(names []string, i, j int) bool {
	if !strings.HasPrefix(names[j], "I-") {
		return true
	}
	return i < len(names) && names[i] != "O" && names[i][2:] == names[j][2:]
}

func nameType(s string) lang.Type {
	switch s {
	case "PER":
		return lang.Person
	case "ORG":
		return lang.Organisation
	case "LOC":
		return lang.Place
	}
	return lang.Other
}
