package claim

import (
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
)

// list returns the actors of the phrases joined from token i on: "A, B and C",
// with those added by "along with" and "including".
func (r *reader) list(i, limit int) who { return r.listOf(i, limit, false) }

// listOf is list; whole says that a verb after it does not make its last member
// the subject of another clause.
func (r *reader) listOf(i, limit int, whole bool) who {
	w := nobody()
	n := r.np.Starts(i)
	if n < 0 {
		return w
	}
	w = r.phrase(n)
	open := nobody() // members after a comma, until an "and" shows that it is a list
	end := r.np.NPs[n].Last
	for end < limit && len(w.ids) > 0 {
		k := end
		if r.low(k) == "of" && r.named(r.np.NPs[n].Head) { // "Roth of the union and Sokol"
			if m := r.np.Starts(k + 1); m >= 0 && (r.low(r.np.NPs[m].Last) == "and") {
				k = r.np.NPs[m].Last
			}
		}
		comma := r.low(k) == ","
		if comma {
			k++
		}
		and := r.low(k) == "and" || r.low(k) == "&"
		along := 0
		if and {
			k++
		} else if along = r.alongAt(k); along > 0 {
			k += along
		} else if !comma {
			break
		}
		m := r.np.Starts(k)
		if m < 0 || k >= limit {
			break
		}
		next := r.phrase(m)
		e := r.np.NPs[m].Last
		switch {
		case len(next.ids) == 0, !and && along == 0 && !r.named(r.np.NPs[m].Head), r.xpos(e) == "POS":
			return w
		case and && !whole && (r.finite(e) || r.pos(e) == lang.AUX): // the subject of another clause
			return w
		}
		open.add(next)
		if and || along > 0 {
			w.add(open)
			open = nobody()
		}
		end = e
	}
	return w
}

// alongAt returns how many words at token k add companions, 0 for none.
func (r *reader) alongAt(k int) int {
	switch r.low(k) {
	case "including", "plus":
		return 1
	case "along", "together":
		if r.low(k+1) == "with" {
			return 2
		}
	case "accompanied", "joined", "flanked":
		if r.low(k+1) == "by" {
			return 2
		}
	case "as":
		if r.low(k+1) == "well" && r.low(k+2) == "as" {
			return 3
		}
	}
	return 0
}

// leftList returns the actors of the phrases that end before token i: the
// nearest phrase that stands in no prepositional phrase, with those joined to
// it on the left.
func (r *reader) leftList(i int) who {
	lo := r.sent(max(i-1, 0)).First
	n := -1
	for k := i; k > lo; {
		n = r.np.Ends(k)
		if n < 0 {
			return nobody()
		}
		np := r.np.NPs[n]
		if r.tx[np.Head] > 0 && r.at[np.Head] == 0 { // "officials on Monday said"
			k = np.First
			if k > lo && r.pos(k-1) == lang.ADP {
				k--
			}
			continue
		}
		if np.First > lo && r.pos(np.First-1) == lang.ADP && r.low(np.First-1) != "including" && !r.sentenceOpener(np.First-1) && !r.breaks(np.First-1) {
			prev := r.np.Ends(np.First - 1)
			if prev < 0 {
				return nobody()
			}
			if r.low(np.First-1) == "with" || r.low(np.First-1) == "between" {
				break
			}
			k = np.First - 1
			continue
		}
		break
	}
	if n < 0 {
		return nobody()
	}
	return r.joinedLeft(n, lo)
}

func (r *reader) sentenceOpener(k int) bool { return k == r.sent(k).First && r.low(k) != "in" }

// joinedLeft adds to phrase n those joined to it on its left.
func (r *reader) joinedLeft(n, lo int) who {
	w := r.phrase(n)
	joined := false
	for first := r.np.NPs[n].First; ; {
		k := first - 1
		and := k >= lo && (r.low(k) == "and" || r.low(k) == "&")
		if and {
			k--
		}
		if k >= lo && r.low(k) == "," && (and || joined) {
			k--
		} else if !and {
			return w
		}
		m := r.np.Ends(k + 1)
		if m < 0 || k < lo {
			return w
		}
		if p := r.np.NPs[m].First - 1; p >= lo && r.pos(p) == lang.ADP && r.low(p) != "with" && r.low(p) != "between" {
			if prev := r.phrase(m); r.low(p) == "of" && len(prev.ids) > 0 && r.np.Ends(p) >= 0 && personal(coref.KindOf(r.lemma(p-1))) { // "envoys of A, B and C"
				prev.add(w)
				return prev
			}
			return w
		}
		joined = true
		prev := r.phrase(m)
		if len(prev.ids) == 0 || !and && !r.named(r.np.NPs[m].Head) {
			return w
		}
		prev.add(w)
		w = prev
		first = r.np.NPs[m].First
	}
}
