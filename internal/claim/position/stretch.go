package position

import (
	"github.com/travaux/travaux/internal/lang"
)

// stretch is the clause of c without the word that opens it and without what
// follows loosely.
func (r *reader) stretch(c int) (first, last int) {
	first, last = r.Clauses.Clause(c)
	if k := r.Clauses.Kid(c, "case"); k >= first && k < c {
		first = k + 1
	}
	if r.Low(first) == "to" && r.POS(first) == lang.PART && first < c {
		first++
	}
	if k := r.Clauses.Kid(c, "mark"); k > 0 && k < c && (r.Low(k-1) == "not" || r.Low(k-1) == "never") {
		first = min(first, k-1) // "not to join"
	}
	for i := c + 1; i < last; i++ {
		if (r.Low(i) == "according" || r.lex.in("condition", r.Low(i)) && r.Clauses.Is(i, "mark")) && r.Low(i-1) != "not" {
			last = i
		}
	}
	return r.trim(first, last)
}

// restricted is where the relative clause ends that tells which of "any" or "no"
// such thing is meant in tokens [first, last): "any deal that would close the
// port" is not any deal.
func (r *reader) restricted(first, last int) int {
	switch r.Low(last) {
	case "that", "which", "who":
	default:
		return last
	}
	v := r.Clauses.Head(last)
	for range 3 {
		if v < 0 || r.Clauses.Is(v, "acl:relcl") {
			break
		}
		v = r.Clauses.Head(v)
	}
	if h := r.Clauses.Head(v); v < last || h < first || h >= last {
		return last
	}
	for i := first; i < last; i++ {
		switch r.Low(i) {
		case "any", "anything", "anyone", "no", "every", "everything":
			_, end := r.stretch(v)
			return max(last, end)
		}
	}
	return last
}

// trim takes marks and joining words off both ends; a quotation mark stays
// where its fellow does.
func (r *reader) trim(first, last int) (int, int) {
	loose := func(i int) bool {
		return r.POS(i) == lang.PUNCT || r.POS(i) == lang.CCONJ
	}
	for first < last && (loose(first) || r.Low(first) == "that" && r.POS(first) == lang.SCONJ) {
		first++
	}
	if last-first > 2 && r.Low(last-2) == "as" && r.POS(last-1) == lang.ADV { // "as soon", of "as soon as"
		last -= 2
	}
	for last > first && loose(last-1) && !r.closing(first, last-1) {
		last--
	}
	return first, last
}

// closing reports whether token i closes a quotation opened from first on.
func (r *reader) closing(first, i int) bool {
	if s := r.Doc.Form(i); s != "”" && s != "\"" {
		return false
	}
	n := 0
	for k := first; k < i; k++ {
		switch r.Doc.Form(k) {
		case "“":
			n++
		case "”":
			n--
		case "\"":
			n = 1 - n
		}
	}
	return n > 0
}

// spoken cuts tokens [first, last) around head to what one statement says.
func (r *reader) spoken(head, first, last int) (int, int) {
	st := r.Voice.Carrier(r.Span(head, head+1))
	if st == nil {
		return first, last
	}
	for _, c := range st.Content {
		if a, b := r.Tokens(c); a <= head && head < b {
			first, last = max(first, a), min(last, b)
		}
	}
	if last == first+1 {
		return first, last
	}
	return r.trim(first, last)
}
