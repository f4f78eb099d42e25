package consultation

import (
	"github.com/travaux/travaux/internal/claim/frame"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// outcome is how what a frame says stands.
type outcome struct {
	polarity string // "" where nothing is said to be so
	relation string // where the polarity makes it another
	governor int    // the word above the frame's that decides it, -1
}

// mood is what is gathered on the way up from the frame's word.
type mood struct {
	denied, planned, demanded, open, partial, unreal bool
	silent                                           bool
	governor                                         int
}

// weigh reads polarity from negation, modals and what governs the word.
func (r *reader) weigh(w frame.Word, f *telling) outcome {
	m := mood{governor: -1}
	m.partial = r.partly(w)
	m.unreal = r.Modified(r.lex.words["perhaps"], w.Verb.At, "advmod") || r.Modified(r.lex.words["perhaps"], w.At, "advmod")
	if w.At != w.Verb.At {
		m.denied = r.denied(w)
	}
	i := w.At
	for steps := 0; i >= 0 && steps < 8; steps++ {
		if p, ok := r.Clauses.Predicate(i); ok {
			r.own(&m, p)
		}
		next := r.above(&m, i, w.At)
		if next < 0 {
			break
		}
		i = next
	}
	return m.outcome(f)
}

// outcome says what all that was gathered comes to.
func (m *mood) outcome(f *telling) outcome {
	o := outcome{polarity: f.Polarity, governor: m.governor}
	switch {
	case m.silent:
		o.polarity = "refused_to_say"
	case m.unreal, m.open:
		o.polarity = ""
	case m.demanded:
		o.polarity = "demanded"
		if m.denied && (f.Relation == "excluded" || f.Relation == "sidelined") {
			o.relation = "consulted"
		}
	case m.denied && f.Polarity == "no":
		o.polarity = "yes"
	case m.denied:
		o.polarity = "no"
	case m.planned && f.Polarity != "partial":
		o.polarity = "planned"
	case m.partial && f.Polarity == "yes":
		o.polarity = "partial"
	}
	return o
}

// own reads the modal, negation and subordinating word of a clause.
func (r *reader) own(m *mood, p clause.Predicate) {
	if p.Negated {
		m.denied = !m.denied
	}
	switch p.Modal {
	case "will", "shall":
		m.planned = true
	case "would":
		m.unreal = m.unreal || p.Perfect || m.demanded
		m.planned = true
	case "must", "should", "ought", "need":
		if p.Perfect { // "should have been asked" says that they were not
			m.denied = !m.denied
		} else {
			m.demanded = true
		}
	case "can", "could", "may", "might":
		m.unreal = true
	}
	switch p.Marker {
	case "without", "instead", "rather":
		m.denied = !m.denied
	case "if", "unless", "once", "until":
		m.open = true
	case "whether":
		m.open = true
	}
}

// above reads what governs token i and returns it where the way leads on, -1
// where it ends.
func (r *reader) above(m *mood, i, from int) int {
	h := r.Clauses.Head(i)
	if h < 0 || !r.Clauses.Is(i, "xcomp", "ccomp", "acl", "advcl", "nmod", "obl", "obj", "nsubj:pass", "conj") && r.Clauses.Kid(h, "expl") < 0 {
		return -1
	}
	lemma := r.Lemma(h)
	if r.Clauses.Is(i, "acl:relcl") {
		return -1
	}
	if m.open {
		if r.silence(h) {
			m.silent, m.governor = true, h
			return -1
		}
		if r.Clauses.Is(h, "xcomp", "ccomp", "acl", "nmod", "obl", "obj") {
			return h
		}
		return -1
	}
	if p, ok := r.Clauses.Predicate(i); ok && r.Clauses.Is(i, "conj") && p.Infinite && r.Clauses.Kid(i, "nsubj") < 0 {
		if q, ok := r.Clauses.Predicate(h); ok && p.Modal == "" { // "will endorse or be excluded"
			m.planned = m.planned || q.Modal == "will" || q.Modal == "would"
		}
		return r.above(m, h, from)
	}
	if r.Clauses.Is(i, "conj") || r.Clauses.Is(i, "advcl") && !r.purpose(i) {
		return -1
	}
	clausal := r.Clauses.Is(i, "xcomp", "ccomp", "acl", "advcl") || i == from && !r.lex.in("light", lemma)
	switch {
	case r.lex.in("refuse", lemma):
		m.denied, m.governor = !m.denied, h
	case !clausal:
	case r.lex.in("demand", lemma):
		m.demanded, m.governor = true, h
	case r.lex.in("try", lemma):
		m.partial, m.governor = true, h
	case r.lex.in("plan", lemma):
		m.planned, m.governor = true, h
	case i == from && r.POS(h) != lang.VERB && r.Low(r.Clauses.Kid(i, "mark")) == "to": // "their right to consult"
		m.unreal = true
	}
	if r.Clauses.Is(i, "ccomp") && m.governor != h {
		return -1 // what is said ends at who says it
	}
	return h
}

// purpose reports whether clause i says what is done to an end, or how.
func (r *reader) purpose(i int) bool {
	switch r.Low(r.Clauses.Kid(i, "mark")) {
	case "to", "for", "by", "in":
		return true
	}
	return false
}

// silence reports whether h withholds an answer: "declined to say", "did not
// respond".
func (r *reader) silence(h int) bool {
	lemma := r.Lemma(h)
	if lemma == "decline" || lemma == "refuse" {
		return true
	}
	p, ok := r.Clauses.Predicate(h)
	return ok && p.Negated && r.lex.in("silence", lemma)
}

// denied reports whether noun w is said not to be: "no contact with", "without
// consultation".
func (r *reader) denied(w frame.Word) bool {
	if r.Clauses.Case(w.At) == "without" {
		return true
	}
	for _, kid := range r.Clauses.Kids(w.At) {
		switch k := int(kid); r.Low(k) {
		case "no", "zero", "neither":
			if r.Clauses.Is(k, "det", "amod", "nummod", "compound") {
				// "had no say" is denied at its verb already
				return w.At != w.Verb.At && !(r.Clauses.Is(w.At, "obj", "nsubj") && r.Low(k) != "zero")
			}
		}
	}
	return false
}

// without reports whether w is the clause of "without".
func (r *reader) without(w frame.Word) bool { return w.Verb.Marker == "without" }

// partly reports whether w is said to be less than whole.
func (r *reader) partly(w frame.Word) bool {
	for _, kid := range r.Clauses.Kids(w.At) {
		k := int(kid)
		switch {
		case r.Clauses.Is(k, "advmod") && r.lex.in("little", r.Low(k)):
			return true
		case r.Clauses.Is(k, "amod", "det") && r.lex.in("scant", r.Low(k)) && r.Low(k) != "some":
			return true
		case r.Clauses.Is(k, "obl", "advcl") && r.only(k):
			return true
		case r.Clauses.Is(k, "obl") && (r.Low(k) == "part" || r.Low(k) == "terms" || r.Low(k) == "outline"):
			return true
		}
	}
	return false
}

// only reports whether what k says is said to be little: "only hours before".
func (r *reader) only(k int) bool {
	first, last := r.Clauses.Yield(k)
	return last-first > 1 && r.Low(first) == "only"
}
