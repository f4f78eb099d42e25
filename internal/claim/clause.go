package claim

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// breaks reports whether token k ends a clause on its left side.
func (r *reader) breaks(k int) bool {
	switch r.low(k) {
	case ";", ":", "—", "--", "…", "“", "”", "\"", "(", ")":
		return true
	case "who", "which", "whom", "whose", "while", "although", "though", "because", "when", "where", "whereas", "unless", "if", "whether":
		return true
	case "that":
		return r.pos(k) == lang.SCONJ || r.pos(k) == lang.PRON
	case "after", "before", "since", "until", "as", "amid", "following", "despite":
		return r.pos(k) != lang.ADV
	case "–":
		return k > 0 && r.d.Toks[k-1].End < r.d.Toks[k].Start
	case "and", "but", "or", "yet":
		return r.opensClause(k + 1)
	case ",":
		return r.opensClause(k+1) && r.low(k+1) != "and"
	}
	return false
}

// opensClause reports whether a clause of its own begins at token k: a verb
// group, or a phrase and a finite verb.
func (r *reader) opensClause(k int) bool {
	end := r.sent(min(k, len(r.d.Toks)-1)).Last
	for k < end && (r.pos(k) == lang.ADV || r.pos(k) == lang.CCONJ) {
		k++
	}
	if k >= end {
		return false
	}
	if r.finite(k) || r.pos(k) == lang.AUX {
		return true
	}
	if n := r.np.Starts(k); n >= 0 {
		e := r.np.NPs[n].Last
		for e < end && r.pos(e) == lang.ADV {
			e++
		}
		return e < end && (r.finite(e) || r.pos(e) == lang.AUX)
	}
	return false
}

// clauseEnd returns the token after the clause that token i is in, seen from i
// to the right.
func (r *reader) clauseEnd(i int) int {
	end := r.sent(i).Last
	pair, verb := false, r.finiteWithin(r.sent(i).First, i+1) // "between A and" needs its B
	for k := i + 1; k < end; k++ {
		switch r.low(k) {
		case "between":
			pair = true
		case "and":
			if pair || !verb {
				pair = false
				continue
			}
		case ",":
			if !verb && !r.subordinate(k+1) {
				continue
			}
		}
		if r.breaks(k) {
			return k
		}
		verb = verb || r.finite(k)
	}
	if end > i+1 && r.pos(end-1) == lang.PUNCT {
		end--
	}
	return end
}

// clauseStart returns the first token of the clause that token i is in. What
// is set off by dashes or commas with a relative or a companion is passed over.
func (r *reader) clauseStart(i int) int {
	lo := r.sent(i).First
	for k := i - 1; k >= lo; k-- {
		if o := r.aside(k, lo); o >= 0 {
			k = o
			continue
		}
		switch r.low(k) {
		case "and", "but", "or", "yet", ",":
			if k+1 < i && r.finiteWithin(k+1, i) && r.finiteWithin(lo, k) && r.opensClause(k+1) {
				return k + 1
			}
			continue
		}
		if r.breaks(k) {
			return k + 1
		}
	}
	return lo
}

func (r *reader) finiteWithin(a, b int) bool {
	for k := a; k < b; k++ {
		if r.finite(k) {
			return true
		}
	}
	return false
}

// aside returns the token that opens the aside which token k closes, or -1:
// "— who had waited —", ", along with her deputy,".
func (r *reader) aside(k, lo int) int {
	mark := r.low(k)
	if mark != "," && mark != "—" && mark != "–" && mark != ")" {
		return -1
	}
	open := mark
	if mark == ")" {
		open = "("
	}
	for j := k - 1; j >= lo && k-j < 40; j-- {
		if r.low(j) != open {
			continue
		}
		if mark != "," || r.subordinate(j+1) {
			return j
		}
	}
	return -1
}

// subordinate reports whether what begins at token k cannot stand by itself.
func (r *reader) subordinate(k int) bool {
	switch r.low(k) {
	case "who", "which", "whose", "whom", "where", "when", "while", "along", "including", "together", "accompanied", "like", "as", "though", "although":
		return true
	}
	x := r.xpos(k)
	if r.pos(k) == lang.ADV { // "first reported by"
		x = r.xpos(k + 1)
	}
	if x == "VBG" || x == "VBN" {
		return true
	}
	return (r.low(k) == "the" || r.low(k) == "a" || r.low(k) == "an" || strings.HasPrefix(x, "PRP$")) && r.np.Starts(k) >= 0
}

// subject returns who does what verb i says.
func (r *reader) subject(i int) who { return r.subjectOf(i, 0) }

func (r *reader) subjectOf(i, depth int) who {
	lo := r.sent(i).First
	if depth > 4 {
		return nobody()
	}
	k := i - 1
	to := false
	for k >= lo && (r.pos(k) == lang.AUX || r.pos(k) == lang.ADV || r.pos(k) == lang.PART && r.xpos(k) != "POS" ||
		r.low(k) == "not" || r.low(k) == "to" || r.plainTime(k)) {
		to = to || r.low(k) == "to"
		k--
	}
	bare := k == i-1 && !to
	if k < lo {
		return nobody()
	}
	if bare && r.xpos(i) == "VBG" && r.low(k) == "," && !r.finiteWithin(r.clauseStart(k), k) {
		if w := r.leftList(k); len(w.ids) > 0 {
			return w
		}
	}
	if to || bare && r.xpos(i) == "VBG" {
		return r.controller(i, k, depth, to)
	}
	switch r.low(k) {
	case "who", "which", "that", "whom":
		j := k - 1
		if j >= lo && r.pos(j) == lang.PUNCT {
			j--
		}
		if j < lo {
			return nobody()
		}
		return r.leftList(j + 1)
	case "and", "or", "but", "then":
		if v := r.verbBefore(k); v >= 0 {
			return r.subjectOf(v, depth+1)
		}
		return nobody()
	}
	extra := nobody()
	if o := r.aside(k, lo); o >= 0 {
		for j := o + 1; j < k; j++ {
			if n := r.alongAt(j); n > 0 {
				extra = r.list(j+n, k)
				break
			}
		}
		k = o - 1
	}
	if w := r.apposition(k, lo); len(w.ids) > 0 {
		return w
	}
	if r.verb(k) && depth < 4 { // "came and went", "helped broker"
		return r.subjectOf(k, depth+1)
	}
	w := r.leftList(k + 1)
	w.add(extra)
	return w
}

// apposition returns who is named between commas, of which token k is the
// second: "its water minister, Jana Roth, spoke".
func (r *reader) apposition(k, lo int) who {
	if r.low(k) != "," {
		return nobody()
	}
	n := r.np.Ends(k)
	for n >= 0 && r.np.NPs[n].First-1 > lo && r.low(r.np.NPs[n].First-1) == "of" {
		n = r.np.Ends(r.np.NPs[n].First - 1)
	}
	if n < 0 {
		return nobody()
	}
	first := r.np.NPs[n].First
	if first-1 <= lo || r.low(first-1) != "," || r.np.Ends(first-1) < 0 {
		return nobody()
	}
	if w := r.phrase(n); len(w.ids) > 0 && r.named(r.np.NPs[n].Head) {
		return w
	}
	return r.leftList(first - 1)
}

// plainTime reports whether token k is part of a time expression and of no
// name.
func (r *reader) plainTime(k int) bool {
	return (r.tx[k] > 0 || r.pos(k) == lang.ADP && k+1 < len(r.tx) && r.tx[k+1] > 0) && r.at[k] == 0
}

// controller returns who is meant to do what the infinitive or gerund i says;
// k is the token before its group.
func (r *reader) controller(i, k, depth int, to bool) who {
	if to { // "asked the envoy to meet", but "agreed with the envoy to meet"
		if n := r.np.Ends(k + 1); n >= 0 {
			np := r.np.NPs[n]
			if v := np.First - 1; v >= 0 && r.verb(v) && r.xpos(v) != "VBG" {
				if w := r.joinedLeft(n, r.sent(i).First); len(w.ids) > 0 {
					return w
				}
			}
		}
	}
	if v := r.verbBefore(k + 1); v >= 0 {
		return r.subjectOf(v, depth+1)
	}
	return nobody()
}

// verbBefore returns the nearest full verb before token k in its sentence, the
// asides passed over, or -1.
func (r *reader) verbBefore(k int) int {
	lo := r.sent(max(k-1, 0)).First
	for j := k - 1; j >= lo; j-- {
		if o := r.aside(j, lo); o >= 0 && j < k-1 {
			j = o
			continue
		}
		switch r.low(j) {
		case ";", ":", "as", "while", "because", "although", "if", "when":
			return -1
		}
		if r.verb(j) || r.pos(j) == lang.AUX && r.finite(j) {
			return j
		}
	}
	return -1
}

// prep is a prepositional phrase to the right of a trigger.
type prep struct {
	word   string
	at     int // the preposition
	np     int // the phrase
	object int // its first token
}

// preps lists the prepositional phrases in [i, end).
func (r *reader) preps(i, end int) []prep {
	var ps []prep
	for k := i; k < end; k++ {
		if r.pos(k) != lang.ADP && r.low(k) != "to" {
			continue
		}
		j := k + 1
		for j < end && (r.low(j) == "both" || r.low(j) == "either") && r.np.Starts(j) < 0 {
			j++
		}
		if n := r.np.Starts(j); n >= 0 && j < end {
			ps = append(ps, prep{r.low(k), k, n, j})
		}
	}
	return ps
}
