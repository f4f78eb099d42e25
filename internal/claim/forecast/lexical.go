package forecast

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/claim/frame"
	"github.com/travaux/travaux/internal/lang"
)

// read adds what hedge h says at token i. It reports whether the hedge fits,
// whatever came of it.
func (r *reader) read(h *hedge, i int) bool {
	w, ok := r.Word(h.Part, i)
	if !ok || r.taken[i] || r.fixed[i] {
		return false
	}
	for _, any := range h.Needs {
		if !slices.ContainsFunc(any, func(n frame.Need) bool { return r.meets(n, w) }) {
			return false
		}
	}
	if r.unreal(w) {
		return true
	}
	for _, role := range h.Content {
		if head, first, last := r.content(role, w); head >= 0 {
			if h.Part == frame.Noun && h.Holder == "owner" && r.ownerless(h, w) {
				return true
			}
			hedge := r.words(w)
			if role == "rated" {
				hedge = strings.Join(strings.Fields(r.Span(last, r.figureEnd(last, i)).Quote), " ")
			}
			r.add(found{
				at: i, head: head, first: first, last: last, hedge: hedge, rule: h.rule(),
				typ: h.Type, holder: r.holder(h, w),
			})
			r.taken[i] = true
			for k := first; k < last && role != "whole"; k++ { // its modals are part of it
				r.taken[k] = true
			}
			break
		}
	}
	return true
}

// meets reports whether a need stands with w.
func (r *reader) meets(n frame.Need, w frame.Word) bool {
	if n.Words != nil { // a preposition, as "to" may be, or another role
		return r.Meets(n, w)
	}
	switch n.Role {
	case "to":
		c := r.clauseOf(w)
		return c >= 0 && r.Low(r.Clauses.Kid(c, "mark")) == "to"
	case "clause":
		return r.clauseOf(w) >= 0
	case "cop":
		return w.At != w.Verb.At && w.Carried || r.Clauses.Kid(w.At, "cop") >= 0
	case "thing":
		return len(r.Parties(w.Verb.Subject)) == 0
	case "people":
		return len(r.Parties(w.Verb.Subject)) > 0
	case "change":
		h := r.Clauses.Head(w.At)
		return r.Clauses.Is(w.At, "amod") && r.lex.in("change", r.Lemma(h))
	case "present":
		return !w.Verb.Past && !w.Verb.Perfect
	case "gerund":
		c := r.clauseOf(w)
		return c >= 0 && r.Doc.Toks[c].XPOS == "VBG"
	case "held":
		return w.At != w.Verb.At && r.Clauses.Is(w.At, "xcomp") && len(w.Verb.Object) > 0 && r.lex.in("think", r.Lemma(w.Verb.At))
	case "modal":
		p, ok := r.Clauses.Predicate(r.clauseOf(w))
		return ok && p.Modal != ""
	}
	return r.Meets(n, w)
}

// clauseOf is the head of the clause or infinitive that w takes, -1 for none.
func (r *reader) clauseOf(w frame.Word) int {
	if w.At == w.Verb.At && w.Verb.Complement >= 0 {
		return w.Verb.Complement
	}
	for _, kid := range r.Clauses.Kids(w.At) {
		k := int(kid)
		if k > w.At && (r.Clauses.Is(k, "ccomp", "xcomp", "csubj") || r.Clauses.Is(k, "acl", "advcl") && !r.Clauses.Is(k, "acl:relcl") && r.that(k)) {
			return k
		}
	}
	return -1
}

func (r *reader) that(k int) bool {
	switch r.Low(r.Clauses.Kid(k, "mark")) {
	case "that":
		return true
	case "to":
		return r.Doc.Toks[k].XPOS != "NN"
	}
	return false
}

// content is the head and the words of what w looks ahead to in a role, -1 for
// none.
func (r *reader) content(role string, w frame.Word) (head, first, last int) {
	switch role {
	case "whole":
		at := w.At
		if w.Verb.At >= 0 && (w.At != w.Verb.At) {
			at = w.Verb.At
		}
		if c := r.clauseOf(w); c >= 0 && r.expletive(w) && r.Low(r.Clauses.Kid(c, "mark")) != "to" { // "it is likely that the deal fails"
			first, last = r.Clauses.Clause(c)
			return c, first, last
		}
		if len(w.Verb.Subject) == 0 && len(w.Verb.Object) == 0 || r.pointing(w) {
			return -1, 0, 0
		}
		first, last = r.Clauses.Clause(at)
		head = at
		if o := w.Verb.Object; w.At != w.Verb.At && r.Clauses.Is(w.At, "xcomp") && len(o) > 0 && o[0] < w.At { // "thinks a deal unlikely"
			first, _ = r.Clauses.Phrase(o[0])
			if r.Low(last) == "than" && r.Low(last+1) == "not" {
				last += 2
			}
			return o[0], first, last
		}
		if c := r.clauseOf(w); c >= 0 {
			_, b := r.Clauses.Clause(c)
			last, head = max(last, b), c
		}
		return head, first, last
	case "clause":
		c := r.clauseOf(w)
		if c < 0 {
			return -1, 0, 0
		}
		first, last = r.Clauses.Clause(c)
		for _, o := range w.Verb.Object { // "expects the talks to fail"
			if w.At == w.Verb.At && w.At < o && o < c && r.Clauses.Head(o) == w.At {
				a, _ := r.Clauses.Phrase(o)
				first = min(first, a)
			}
		}
		return c, first, last
	case "noun":
		h := r.Clauses.Head(w.At)
		if !r.Clauses.Is(w.At, "amod") {
			return -1, 0, 0
		}
		if v, ok := r.Clauses.Predicate(r.Clauses.Head(h)); ok && v.Past && r.Clauses.Is(h, "nsubj") {
			return -1, 0, 0 // "a potential deal fell apart"
		}
		first, last = r.Clauses.Phrase(h)
		return h, first, last
	case "obj", "subj":
		for _, h := range r.Fills(role, w) {
			if r.POS(h) == lang.NOUN || r.POS(h) == lang.PROPN {
				first, last = r.Clauses.Phrase(h)
				if _, b := r.Clauses.Clause(w.At); role == "obj" && w.At == w.Verb.At && h > w.At {
					last = max(last, b)
				}
				return h, first, last
			}
		}
		return -1, 0, 0
	case "rated":
		at := r.Fills("at", w)
		for _, h := range r.Fills("obj", w) {
			if len(at) > 0 && w.At < h && h < at[0] {
				first, _ = r.Clauses.Phrase(h)
				return h, first, r.Clauses.Kid(at[0], "case")
			}
		}
		return -1, 0, 0
	}
	fills := r.Fills(role, w)
	if len(fills) == 0 {
		return -1, 0, 0
	}
	first, last = r.Clauses.Phrase(fills[0])
	if _, b := r.Clauses.Phrase(w.At); w.At != w.Verb.At && r.POS(w.At) == lang.NOUN {
		last = max(last, b) // "the chance of a deal by May"
	}
	return fills[0], first, last
}

// expletive reports whether the subject of w is the "it" that stands for a
// clause.
func (r *reader) expletive(w frame.Word) bool {
	if r.Clauses.Kid(w.At, "expl") >= 0 || w.Verb.At >= 0 && r.Clauses.Kid(w.Verb.At, "expl") >= 0 {
		return true
	}
	return len(w.Verb.Subject) == 1 && r.Low(w.Verb.Subject[0]) == "it"
}

// pointing reports whether the subject of w says nothing by itself: "that
// depends on".
func (r *reader) pointing(w frame.Word) bool {
	if len(w.Verb.Subject) != 1 {
		return false
	}
	switch r.Low(w.Verb.Subject[0]) {
	case "that", "this", "which", "what", "who", "you":
		return true
	}
	return false
}

// holder is whose word it is, "" for whoever says it.
func (r *reader) holder(h *hedge, w frame.Word) string {
	var ids []string
	switch {
	case h.Holder == "owner":
		ids = r.Who("owner", r.Owners(w.At))
		if len(ids) == 0 && r.Light[r.Lemma(w.Verb.At)] {
			ids = r.Parties(w.Verb.Subject)
		}
	case h.Part == frame.Noun && r.Clauses.Is(w.At, "obj") && r.lex.in("rate", r.Lemma(w.Verb.At)):
		ids = r.Parties(w.Verb.Subject) // "she puts the chance at one in three"
	case h.Holder == "subj" && !w.Verb.Passive, h.Part == frame.Adj && w.At != w.Verb.At && r.Clauses.Is(w.At, "xcomp") && len(w.Verb.Object) > 0:
		ids = r.Parties(w.Verb.Subject)
	}
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// ownerless reports whether noun w is nobody's plan or promise, or was somebody's
// once: "hopes for a deal faded".
func (r *reader) ownerless(h *hedge, w frame.Word) bool {
	if r.Clauses.Is(w.At, "nsubj") && h.Type != "fear" && r.Clauses.Kid(r.Clauses.Head(w.At), "cop") < 0 {
		return true
	}
	return (h.Type == "plan" || h.Type == "commitment") && r.holder(h, w) == ""
}

// words are the words of the hedge: with its adverb, its negation, and what
// makes a phrase of it: "almost certain", "no chance", "within reach".
func (r *reader) words(w frame.Word) string {
	first := w.At
	for k := w.At - 1; k >= r.Sent(w.At).First && k > w.At-4; k-- {
		low := r.Low(k)
		degree := r.Clauses.Head(k) == w.At && (r.Clauses.Is(k, "advmod", "case") || low == "no" || low == "little" || low == "even" || low == "remote") || low == "almost" || low == "roughly"
		if !degree || low == "that" {
			break
		}
		first = k
	}
	last := w.At + 1
	if r.Low(last) == "than" && r.Low(last+1) == "not" {
		return strings.Join(strings.Fields(r.Span(first, last+2).Quote), " ")
	}
	if low := r.Low(last); low == "than" || low == "on" && r.Lemma(w.At) != "plan" {
		last++
		if r.Low(last) == "ever" {
			last++
		}
	}
	return strings.Join(strings.Fields(r.Span(first, last).Quote), " ")
}

// unreal reports whether w is supposed, asked, or was true once.
func (r *reader) unreal(w frame.Word) bool {
	v := w.Verb
	switch v.Marker {
	case "if", "whether", "unless", "until", "once":
		return true
	}
	if v.Perfect && v.Past && !v.Passive { // "had hoped"
		return true
	}
	if v.Modal != "" && v.Modal != "will" {
		return true
	}
	if w.At == v.At && v.Infinite && r.POS(w.At) == lang.VERB && !v.Passive && len(r.Parties(v.Subject)) == 0 {
		return true // "it is hard to predict"
	}
	m := r.Mention(w.At)
	return m != nil && m.Type == lang.Event
}
