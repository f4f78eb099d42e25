package frame

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// Reader answers what stands beside the words of a page.
type Reader struct {
	*page.Page
	// Light are the verbs that only carry a noun, whose phrases are the noun's:
	// "held consultations".
	Light map[string]bool
}

// Word is a word that may head a frame, with the clause that it belongs to.
type Word struct {
	At      int
	Verb    clause.Predicate // its own clause, or that of the verb that carries a noun
	Carried bool             // whether there is such a clause
}

// The parts of speech that a frame may ask for.
const (
	Verb = "verb"
	Noun = "noun"
	Adj  = "adj"
)

// Word reports whether token i is of that part of speech, and with what.
func (r *Reader) Word(part string, i int) (Word, bool) {
	w := Word{At: i, Verb: clause.Predicate{At: -1, Complement: -1}}
	switch pos := r.POS(i); part {
	case Verb:
		if pos != lang.VERB {
			return w, false
		}
		w.Verb, w.Carried = r.Clauses.Predicate(i)
		return w, w.Carried
	case Adj:
		if pos != lang.ADJ && pos != lang.VERB && (pos != lang.ADV || !r.Clauses.Is(i, "xcomp")) { // "thinks it more likely"
			return w, false
		}
		w.Verb, w.Carried = r.Clauses.Predicate(i)
		if !w.Carried && r.Clauses.Is(i, "xcomp") {
			w.Verb, w.Carried = r.Clauses.Predicate(r.Clauses.Head(i))
		}
		return w, true
	case Noun:
		if pos != lang.NOUN && pos != lang.PROPN && (pos != lang.ADJ || r.Clauses.Kid(i, "det") < 0) {
			return w, false
		}
		w.Verb, w.Carried = r.carrier(i)
		return w, true
	}
	return w, false
}

// carrier is the clause whose verb carries noun i: "held consultations",
// "stayed in touch", "is in contact".
func (r *Reader) carrier(i int) (clause.Predicate, bool) {
	for steps := 0; i >= 0 && steps < 4; steps++ {
		if p, ok := r.Clauses.Predicate(i); ok {
			return p, true
		}
		h := r.Clauses.Head(i)
		given := r.Clauses.Is(i, "advmod") && h < i && r.Clauses.Kid(i, "det") >= 0 // "was given no say"
		if !given && !r.Clauses.Is(i, "obj", "obl", "nsubj:pass", "xcomp", "nmod", "conj") && r.Clauses.Kid(h, "expl") < 0 {
			break
		}
		i = h
	}
	return clause.Predicate{At: -1, Complement: -1}, false
}

// Fills returns the heads of the phrases that fill a role of w: subj, obj,
// iobj, owner, carrier (whose the noun is, or who is the subject of its verb),
// clause, or a preposition.
func (r *Reader) Fills(role string, w Word) []int {
	switch role {
	case "subj":
		return w.Verb.Subject
	case "obj":
		if len(w.Verb.Object) == 0 && w.Verb.Infinite && r.Doc.Toks[w.At].XPOS == "VBN" {
			return r.controlled(w)
		}
		return w.Verb.Object
	case "iobj":
		return w.Verb.Indirect
	case "owner":
		return r.Owners(w.At)
	case "carrier":
		if o := r.Owners(w.At); len(o) > 0 && w.At != w.Verb.At {
			return o
		}
		if w.At != w.Verb.At && !r.Light[r.Lemma(w.Verb.At)] {
			return nil
		}
		return r.doers(w)
	case "clause":
		if w.Verb.Complement >= 0 && w.At == w.Verb.At {
			return []int{w.Verb.Complement}
		}
		return nil
	}
	return r.after(role, w)
}

// controlled returns whom participle w is about: the subject, or the object if
// there is one, of the verb that it completes: "felt sidelined", "left them
// sidelined".
func (r *Reader) controlled(w Word) []int {
	p, ok := r.Clauses.Predicate(r.Clauses.Head(w.At))
	if !ok || !r.Clauses.Is(w.At, "xcomp") {
		return w.Verb.Subject
	}
	if len(p.Object) > 0 {
		return p.Object
	}
	return p.Subject
}

// doers returns the subject of the verb that carries w, or of a subject that is
// nobody its owner: "the envoy's plan involved no coordination".
func (r *Reader) doers(w Word) []int {
	if s := w.Verb.Subject; len(s) == 1 && len(r.Parties(s)) == 0 {
		if o := r.Owners(s[0]); len(o) > 0 {
			return o
		}
	}
	return w.Verb.Subject
}

// after returns the heads of the phrases with a preposition that belong to w:
// its own, those of the verb behind it, and those that hang on its object.
func (r *Reader) after(prep string, w Word) []int {
	var out []int
	take := func(head int) {
		for _, kid := range r.Clauses.Kids(head) {
			k := int(kid)
			if r.Clauses.Is(k, "nmod", "obl") && (k > w.At || w.Verb.Passive) && r.cased(k, prep) && !slices.Contains(out, k) {
				out = append(out, r.Clauses.Conj(k)...)
			}
		}
	}
	take(w.At)
	if w.At != w.Verb.At {
		if len(out) == 0 && r.Light[r.Lemma(w.Verb.At)] {
			take(w.Verb.At)
		}
		return out
	}
	if len(out) == 0 {
		for _, o := range w.Verb.Object {
			if o > w.At {
				take(o)
			}
		}
		if c := w.Verb.Complement; c >= 0 { // "kept abreast of the talks"
			take(c)
		}
	}
	if len(out) == 0 { // "learned of the quota from the papers", with the papers hung on the quota
		for _, o := range w.Verb.Obliques {
			if o.Head > w.At {
				take(o.Head)
			}
		}
	}
	return out
}

// cased reports whether phrase k has the preposition: "out" is met by "out of".
func (r *Reader) cased(k int, prep string) bool {
	for _, kid := range r.Clauses.Kids(k) {
		if j := int(kid); r.Clauses.Is(j, "case") && j < k && r.Low(j) == prep {
			return true
		}
	}
	return false
}

// Owners returns the heads of who noun i belongs to: "the envoy's", "its", and
// names before it: "Norwegian and Swedish input".
func (r *Reader) Owners(i int) []int {
	var out []int
	for _, kid := range r.Clauses.Kids(i) {
		k := int(kid)
		switch {
		case k > i:
		case r.Clauses.Is(k, "nmod:poss"):
			out = append(out, r.Clauses.Conj(k)...)
		case r.Clauses.Is(k, "amod", "compound") && r.Mention(k) != nil:
			out = append(out, r.Clauses.Conj(k)...)
		}
	}
	return out
}

// Who returns the ids of the actors that the heads of a role name.
func (r *Reader) Who(role string, heads []int) []string {
	ids := r.Parties(heads)
	for _, h := range heads {
		if m := r.Mention(h); m != nil && m.Use == lang.AsAdjective && role == "owner" {
			if id := r.Cast.ID(m.Entity); id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// Meets reports whether a need stands with w. Roles that are no relation of
// grammar are filled as Fills has them.
func (r *Reader) Meets(n Need, w Word) bool {
	switch n.Role {
	case "passive":
		return w.Verb.Passive
	case "active":
		return !w.Verb.Passive
	case "prt":
		return n.Words[w.Verb.Particle] || r.particle(n, w.At)
	case "case":
		return n.Words[r.Clauses.Case(w.At)]
	case "comp":
		return r.complement(n, w)
	case "adv":
		return r.Modified(n.Words, w.At, "advmod", "obl")
	case "adj":
		return r.Modified(n.Words, w.At, "amod", "compound", "det")
	case "under":
		return n.Words[r.Lemma(r.Clauses.Head(w.At))]
	}
	for _, h := range r.Fills(n.Role, w) {
		if len(n.Words) == 0 || n.Words[r.Lemma(h)] || n.Words[r.Low(h)] {
			return true
		}
	}
	return false
}

// particle reports whether one of the words of n goes with verb i.
func (r *Reader) particle(n Need, i int) bool {
	for k := i + 1; k < min(i+6, r.Sent(i).Last); k++ {
		if h := r.Clauses.Head(k); n.Words[r.Low(k)] && (h == i || r.Clauses.Head(h) == i) {
			return true
		}
	}
	return false
}

// complement reports whether one of the words of n completes the verb or its
// object: "kept the islands informed".
func (r *Reader) complement(n Need, w Word) bool {
	if n.Words[r.Lemma(w.Verb.Complement)] || n.Words[r.Low(w.Verb.Complement)] {
		return true
	}
	return r.Modified(n.Words, w.At, "xcomp", "advmod", "advcl", "ccomp") ||
		slices.ContainsFunc(w.Verb.Object, func(o int) bool { return o > w.At && r.Modified(n.Words, o, "amod", "acl") })
}

// Modified reports whether one of words hangs on i by one of rels.
func (r *Reader) Modified(words map[string]bool, i int, rels ...string) bool {
	for _, kid := range r.Clauses.Kids(i) {
		if k := int(kid); r.Clauses.Is(k, rels...) && (words[r.Lemma(k)] || words[r.Low(k)]) {
			return true
		}
	}
	return false
}

// Asks reports whether sentence s is a question.
func (r *Reader) Asks(s *lang.Sent) bool {
	for i := s.Last - 1; i >= s.First && i > s.Last-4; i-- {
		if strings.HasSuffix(r.Low(i), "?") {
			return true
		}
	}
	return false
}
