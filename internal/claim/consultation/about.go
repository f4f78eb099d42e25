package consultation

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/frame"
	"github.com/travaux/travaux/internal/lang"
)

// about is the head of what w was about, by the first role of frame f that is
// filled; -1 for none.
func (r *reader) about(f *telling, w frame.Word) int {
	for _, role := range f.About {
		if hs := r.Fills(role, w); len(hs) > 0 && r.Timex(hs[0]) == nil {
			return hs[0]
		}
	}
	return r.nested(f, w)
}

// nested is the head of a phrase of a text or of talks that has one of the
// prepositions of frame f and hangs on another phrase of w by mistake: "briefed
// the envoys of the bloc on the draft". It is -1 where there is none.
func (r *reader) nested(f *telling, w frame.Word) int {
	_, last := r.Clauses.Clause(w.At)
	for k := w.At + 1; k < last; k++ {
		if c := r.Clauses.Case(k); c != "" && c != "of" && slices.Contains(f.About, c) && r.Clauses.Is(k, "nmod", "obl") && r.theme(k) && r.Clauses.Under(k, w.At) {
			return k
		}
	}
	return -1
}

// theme reports whether phrase i is of a text, of talks, or points to one.
func (r *reader) theme(i int) bool {
	switch r.Low(i) {
	case "it", "this", "that", "them", "these", "those":
		return true
	}
	return r.lex.in("theme", r.Lemma(i)) || r.named.Text(i) != "" || r.named.Event(i) != ""
}

// resolve is the id of the text or event that phrase i names or points to, ""
// where it is not known.
func (r *reader) resolve(i int) string {
	if id := r.named.Text(i); id != "" {
		return id
	}
	if id := r.named.Event(i); id != "" {
		return id
	}
	switch r.Low(i) {
	case "it", "this", "that", "them", "these", "those":
		return r.named.Before(i)
	}
	if d := r.Clauses.Kid(i, "det"); r.lex.in("text", r.Lemma(i)) && (r.Low(d) == "the" || r.Low(d) == "this" || r.Low(d) == "these") {
		return r.named.Before(i)
	}
	return ""
}

// topic is what the phrase or clause that i heads says.
func (r *reader) topic(i int) string {
	var first, last int
	if r.POS(i) == lang.VERB || r.Clauses.Is(i, "ccomp", "xcomp", "advcl") {
		first, last = r.Clauses.Clause(i)
	} else {
		first, last = r.Clauses.Phrase(i)
	}
	if last <= first {
		return ""
	}
	return r.Span(first, last).Quote
}

// passage is the words of the claim: the clause, or of a noun that no light
// verb carries its phrase, with what governs it where that says how it stands.
func (r *reader) passage(w frame.Word, o outcome) travaux.Span {
	first, last := r.Clauses.Clause(w.At)
	if w.At != w.Verb.At {
		first, last = r.Clauses.Phrase(w.At)
		if w.Carried && r.lex.in("light", r.Lemma(w.Verb.At)) && (len(r.Owners(w.At)) == 0 || r.Lemma(w.Verb.At) == "be") {
			a, b := r.Clauses.Clause(w.Verb.At)
			first, last = min(first, a), max(last, b)
		}
	}
	if h := r.Clauses.Head(w.At); r.Clauses.Is(w.At, "acl") && h < w.At && h >= 0 {
		a, _ := r.Clauses.Phrase(h)
		first = min(first, a)
	}
	if h := r.Clauses.Head(w.At); r.Clauses.Is(w.At, "conj") && r.Clauses.Kid(w.At, "nsubj", "nsubj:pass", "det") < 0 && r.POS(h) == lang.VERB {
		a, _ := r.Clauses.Clause(h) // "was neither consulted nor briefed"
		first = min(first, a)
	}
	if r.Clauses.Is(w.At, "xcomp") && (r.POS(w.At) == lang.ADJ || r.Doc.Toks[w.At].XPOS == "VBN") {
		a, b := r.Clauses.Clause(r.Clauses.Head(w.At))
		first, last = min(first, a), max(last, b)
	}
	if o.governor >= 0 {
		a, b := r.Clauses.Clause(o.governor)
		if r.POS(o.governor) == lang.NOUN {
			a, _ = r.Clauses.Phrase(o.governor)
			b = last
		}
		first, last = min(first, a), max(last, b)
	}
	if m := r.Clauses.Kid(w.At, "mark", "case"); m >= 0 && m < first && r.Low(m) == "without" {
		first = m
	}
	return r.Span(first, last)
}
