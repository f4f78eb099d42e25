package position

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// verdict is what the words around a stance make of it.
type verdict struct {
	stance, from travaux.Stance
	hedged       bool
	top          int // the outermost word of it
}

// judge weighs negation, modals and the words that govern p.
func (r *reader) judge(p *clause.Predicate, e *entry) (v verdict, ok bool) {
	v = verdict{stance: e.Stance, top: p.At}
	if e.Stance == views {
		if v.stance = r.seenAs(p); v.stance == "" {
			return v, false
		}
	}
	if p.Negated {
		v.stance = denial(e, p.Modal, r.yet(p.At))
		if v.stance == givesUp { // "no longer insists"
			if !r.longer(p.At) {
				return v, false
			}
			v.stance, v.from = after(e.Stance), e.Stance
		}
	} else if e.Stance == givesUp {
		v.stance, v.from = after(e.Denied), e.Denied
	}
	if v.stance == nothing {
		return v, false
	}
	var hedged bool
	if v.stance, hedged, ok = asModal(p.Modal, p.Negated, r.same(p), v.stance); !ok {
		return v, false
	}
	v.hedged = hedged
	return v, r.embed(&v)
}

// yet reports whether the verb i is said not to have come about yet.
func (r *reader) yet(i int) bool {
	perfect := false
	for _, k := range r.Clauses.Kids(i) {
		switch r.Low(int(k)) {
		case "yet":
			return true
		case "has", "have", "had":
			perfect = r.Clauses.Is(int(k), "aux")
		}
	}
	return perfect
}

func (r *reader) longer(i int) bool {
	for _, k := range r.Clauses.Kids(i) {
		if w := r.Low(int(k)); w == "longer" || w == "anymore" {
			return true
		}
	}
	return false
}

// embed follows what governs v.top: words of stance change it, other speakers
// and other people's doings end it.
func (r *reader) embed(v *verdict) bool {
	for range 6 {
		h := r.Clauses.Head(v.top)
		switch {
		case h < 0:
			return true
		case r.Clauses.Is(v.top, "conj"):
			if r.Clauses.Kid(v.top, "nsubj", "nsubj:pass") >= 0 || r.POS(h) != lang.VERB && r.POS(h) != lang.ADJ {
				return true
			}
		case r.Clauses.Is(v.top, "csubj"), r.Clauses.Is(v.top, "advcl", "acl", "nmod", "obl") && r.unreal(v.top, h):
			return false
		case r.Clauses.Is(v.top, "acl:relcl") || !r.Clauses.Is(v.top, "xcomp", "ccomp", "acl", "advcl"):
			return true
		case r.Clauses.Is(v.top, "advcl") && r.mark(v.top) != "to" && r.operator(h, v.top) == nil:
			return true
		default:
			done, ok := r.governed(v, h)
			if done || !ok {
				return ok
			}
		}
		v.top = h
	}
	return true
}

// unreal reports whether the clause of c under h says what is only alleged,
// hoped or not done: "accused of backing", "without offering".
func (r *reader) unreal(c, h int) bool {
	if r.operator(h, c) != nil {
		return false
	}
	if r.lex.in("fails", r.Lemma(h)) {
		return true
	}
	switch r.mark(c) {
	case "without", "before", "than", "from", "against", "for", "instead", "rather", "as if", "about":
		return r.Doc.Toks[c].XPOS == "VBG"
	case "of":
		return r.lex.in("alleged", r.Lemma(h)) || r.lex.in("fails", r.Lemma(r.Clauses.Head(h)))
	}
	return false
}

// governed applies word h to the stance under it.
func (r *reader) governed(v *verdict, h int) (done, ok bool) {
	q, _ := r.Clauses.Predicate(h)
	op := r.operator(h, v.top)
	own := r.Clauses.Kid(v.top, "nsubj", "nsubj:pass")
	switch {
	case r.lex.in("foreseen", r.Low(h)), r.lex.in("fails", r.Lemma(h)):
		return true, false
	case op == nil && r.Clauses.Is(v.top, "acl"): // "the time to approve it", but "the decision to"
		return true, r.Doc.Toks[v.top].XPOS != "VB" || r.lex.in("resolve", r.Lemma(h))
	case op == nil && r.Clauses.Is(v.top, "advcl") && r.mark(v.top) == "to": // a purpose
		return true, scale[v.stance] < 0 || v.stance == travaux.Demands
	case op == nil && !r.Clauses.Is(v.top, "xcomp"):
		return true, true
	case op == nil && r.controller(&q, v.top) >= 0, op == nil && r.obliged(&q):
		return true, false
	case op == nil:
		if r.Lemma(h) == "have" && r.yet(h) { // "has yet to decide"
			v.stance = travaux.Undecided
		} else if q.Negated {
			v.stance = compose(travaux.Opposes, v.stance)
		}
	case own >= 0 && !overlap(r.parties(r.Clauses.Conj(own)), r.parties(q.Subject)), own < 0 && r.POS(h) != lang.NOUN && r.controller(&q, v.top) >= 0:
		return true, false
	default:
		o := op.Stance
		if q.Negated {
			o = denial(op, q.Modal, r.yet(h))
		}
		if _, known := scale[o]; !known {
			return true, false
		}
		v.stance = compose(o, v.stance)
		if scale[o] < 0 && v.from != "" { // "refused to drop its demand"
			v.stance, v.from = v.from, ""
		}
	}
	s, hedged, ok := asModal(q.Modal, q.Negated, r.same(&q), v.stance)
	v.stance, v.hedged = s, v.hedged || hedged
	return false, ok
}

// obliged reports whether q says that somebody has to do something.
func (r *reader) obliged(q *clause.Predicate) bool {
	switch r.Lemma(q.At) {
	case "have":
		return !r.yet(q.At)
	case "need":
		return true
	}
	return false
}

// operator is the word of stance at h that takes the clause of c.
func (r *reader) operator(h, c int) *entry {
	part := map[lang.POS]string{lang.VERB: "verb", lang.ADJ: "adj", lang.NOUN: "noun"}[r.POS(h)]
	if part == "" {
		return nil
	}
	entries := r.match(h, "adj")
	if part != "adj" && len(entries) == 0 {
		entries = r.match(h, part)
	}
	m := r.mark(c)
	for _, e := range entries {
		switch {
		case m == "to" && (e.takes("to") || e.takes("obj-to")),
			m == "that" && e.takes("that"), m == "" && (e.takes("that") || e.takes("ing")),
			slices.Contains(e.Preps, m):
			return e
		}
	}
	return nil
}

// hypothetical reports whether the clause of i is only supposed or asked.
func (r *reader) hypothetical(i int) bool {
	if r.Low(r.Sent(i).Last-1) == "?" {
		return true
	}
	for range 4 {
		switch r.mark(i) {
		case "if", "unless", "whether", "until", "once", "lest":
			return true
		}
		if !r.Clauses.Is(i, "conj", "xcomp") {
			return false
		}
		i = r.Clauses.Head(i)
	}
	return false
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}
