package clause

import "strings"

// Clause is the stretch [first, last) of the clause that i heads: its subject,
// auxiliaries and verb, what it takes and its infinitives. The word that
// subordinates it, clauses joined to it, and asides and relative clauses at
// its end are left out.
func (x *Index) Clause(i int) (first, last int) {
	if i < 0 || i >= len(x.head) {
		return 0, 0
	}
	first = i
	for _, kid := range x.Kids(i) {
		k := int(kid)
		if k >= i {
			break
		}
		if x.Is(k, "nsubj", "csubj", "expl") {
			first = int(x.left[k])
			if x.long(first, i) {
				first = i
			}
			break
		}
	}
	if first == i {
		first = x.before(i)
	}
	last = x.reach(i, 0)
	for last > i+1 && closes(x.Low(last-1)) {
		last--
	}
	for first < i && closes(x.Low(first)) {
		first++
	}
	return x.quoted(first, last)
}

// before is where the words begin that stand before verb or noun i without a
// break: auxiliaries, adverbs, a possessor, a preposition.
func (x *Index) before(i int) int {
	first := i
	kids := x.Kids(i)
	for n := len(kids) - 1; n >= 0; n-- {
		k := int(kids[n])
		switch {
		case k > i:
			continue
		case x.Is(k, "punct") && x.Low(k) != "," && n > 0:
			continue
		case x.Is(k, "mark", "cc", "punct", "conj", "parataxis", "advcl", "obl", "discourse", "vocative", "nsubj", "csubj", "expl"):
			return first
		}
		first = min(first, int(x.left[k]))
	}
	return first
}

// reach is where what clause or phrase i takes to its right ends.
func (x *Index) reach(i, depth int) int {
	last := i + 1
	if depth > 16 {
		return last
	}
	for _, kid := range x.Kids(i) {
		k := int(kid)
		switch {
		case k < i:
			continue
		case x.Is(k, "punct"):
			if s := x.Low(k); s == "," || s == ";" || s == "—" || s == "–" || s == ":" || s == "(" {
				return last
			}
			continue
		case x.Is(k, "acl:relcl", "parataxis", "appos", "discourse", "vocative", "cc"):
			return last
		case x.Is(k, "obl", "nmod", "advmod") && x.setOff(k), x.Is(k, "xcomp") && last > i+1 && x.d.Toks[k].XPOS == "VBG":
			return last
		case x.Is(k, "advcl"):
			switch x.Low(x.Kid(k, "mark")) {
			case "to", "on", "about", "into", "over", "of": // "worked on ending it", not "when it ended"
			default:
				if !x.gerunds(i, k) {
					return last
				}
			}
			last = max(last, x.reach(k, depth+1))
		case x.Is(k, "conj"):
			if !x.Is(i, "xcomp", "acl", "advcl") || x.Kid(k, "nsubj") >= 0 {
				return last
			}
			last = max(last, x.reach(k, depth+1))
		case x.Is(k, "xcomp", "ccomp", "acl"):
			last = max(last, x.reach(k, depth+1))
		default:
			_, end := x.around(k, func(j int) bool {
				return j > k && (x.Is(j, "acl:relcl", "appos", "parataxis", "advcl", "discourse") ||
					x.Is(j, "nmod", "obl") && x.setOff(j) || x.Is(j, "punct") && closes(x.Low(j)))
			})
			last = max(last, end)
		}
	}
	return last
}

// gerunds reports whether k goes on a list of gerunds that i opens: "risks
// prolonging the dispute, deepening the rift and …".
func (x *Index) gerunds(i, k int) bool {
	return x.d.Toks[i].XPOS == "VBG" && x.d.Toks[k].XPOS == "VBG" && x.Is(i, "xcomp") && x.Kid(k, "mark", "nsubj") < 0 && x.Kid(i, "conj") > k
}

// setOff reports whether a comma opens the phrase of k, or a preposition that
// leads away from what is said.
func (x *Index) setOff(k int) bool {
	switch x.Case(k) {
	case "amid", "amidst", "despite", "notwithstanding":
		return true
	}
	return x.Low(int(x.left[k])) == "," || x.Low(int(x.left[k])-1) == ","
}

// long reports whether the subject of verb i, from first on, is longer than a
// tight passage should have it, with asides or a list in it.
func (x *Index) long(first, i int) bool {
	if i-first > 12 {
		for k := first; k < i; k++ {
			if x.Low(k) == "," {
				return true
			}
		}
	}
	return false
}

func closes(low string) bool {
	switch low {
	case ",", ";", ":", ".", "?", "!", "—", "–", "-", "(", ")":
		return true
	}
	return false
}

// quoted takes the closing quotation mark after a stretch in, if its opening
// one is in it.
func (x *Index) quoted(first, last int) (int, int) {
	const open, shut = "“\"‘", "”\"’"
	n := 0
	for k := first; k < last; k++ {
		s := x.Low(k)
		if n == 0 && k > first && (s == "”" || s == "\"" && closes(x.Low(k-1))) { // it ends words that began before
			for k > first+1 && closes(x.Low(k-1)) {
				k--
			}
			return first, k
		}
		switch {
		case s == "\"" && n > 0, s != "\"" && s != "" && strings.Contains(shut, s):
			n--
		case s != "" && strings.Contains(open, s):
			n++
		}
	}
	if s := x.Low(last); n > 0 && s != "" && strings.Contains(shut, s) {
		last++
	}
	return first, last
}
