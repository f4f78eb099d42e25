package position

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// noun reads the stance of a noun: "its demand that", "opposition to the levy
// among growers", "dropped its insistence on".
func (r *reader) noun(i int) bool {
	entries := r.match(i, "noun")
	if len(entries) == 0 {
		return false
	}
	party := r.holder(i)
	if len(party) == 0 {
		return false
	}
	p := r.frameOf(i)
	verb := r.shown(i)
	if verb >= 0 && r.hypothetical(verb) {
		return true
	}
	for _, e := range entries {
		if e.has("shown") && verb < 0 {
			continue
		}
		opts := r.nounTakes(&p, e)
		if len(opts) == 0 || r.Clauses.Head(opts[0].head) == i && r.inner(&p, opts[0]) {
			continue
		}
		v, ok := r.judgeNoun(e, i, verb)
		if !ok {
			return true
		}
		for _, o := range opts {
			if !r.counts(e, o) {
				continue
			}
			f := found{at: i, party: party, on: o, stance: v.stance, from: v.from, kind: e.kind(), rule: "noun-" + o.frame + "/" + e.Words[len(e.Words)-1]}
			if v.from != "" {
				f.kind = "concession"
			}
			f.strength = r.strength(e, v, i)
			r.finish(&f, &p, v.top)
		}
		return true
	}
	return false
}

// nounTakes returns what the stance of a noun is on.
func (r *reader) nounTakes(p *clause.Predicate, e *entry) []option {
	opts := r.options(p, e)
	if len(opts) > 0 || !e.takes("subj") {
		return opts
	}
	opts = r.said(p.At)
	if len(opts) > 0 && !opts[0].clause && e.Stance != travaux.Demands && e.kind() == "position" {
		return nil // "its approach is a reversal"
	}
	return opts
}

// judgeNoun weighs the verb that shows or gives up the stance of noun i, -1 for
// none, and what governs it.
func (r *reader) judgeNoun(e *entry, i, verb int) (v verdict, ok bool) {
	v = verdict{stance: e.Stance, top: i}
	if verb >= 0 {
		q, _ := r.Clauses.Predicate(verb)
		if r.lex.in("yields", r.Lemma(verb)) && !q.Negated {
			v.stance, v.from = after(e.Stance), e.Stance
		}
		if _, v.hedged, ok = asModal(q.Modal, q.Negated, r.same(&q), v.stance); !ok {
			return v, false
		}
		v.top = verb
		if !r.embed(&v) {
			return v, false
		}
		v.top = verb
	}
	if r.without(i) {
		v.stance, v.from = e.Denied, ""
	}
	return v, v.stance != nothing
}

// frameOf is what noun i takes, in the shape of a predicate.
func (r *reader) frameOf(i int) clause.Predicate {
	p := clause.Predicate{At: i, Complement: -1}
	for _, kid := range r.Clauses.Kids(i) {
		k := int(kid)
		switch {
		case k < i:
		case r.Clauses.Is(k, "nmod", "obl"):
			p.Obliques = append(p.Obliques, clause.Oblique{Case: r.Clauses.Case(k), Head: k})
		case p.Complement < 0 && r.Clauses.Is(k, "ccomp", "xcomp", "acl", "advcl", "conj") && (r.mark(k) == "that" || r.mark(k) == "to"):
			p.Complement = k
		}
	}
	if k := r.Clauses.Head(i + 1); len(p.Obliques) == 0 && k > i+1 && r.Clauses.Is(i+1, "case") && r.Clauses.Head(k) == r.Clauses.Head(i) {
		p.Obliques = append(p.Obliques, clause.Oblique{Case: r.Clauses.Case(k), Head: k})
	}
	if k := r.Clauses.Head(i + 1); p.Complement < 0 && k > i+1 && (r.Low(i+1) == "to" || r.Low(i+1) == "that") && r.mark(k) == r.Low(i+1) {
		p.Complement = k // hung on the verb before
	}
	return p
}

func (r *reader) nounOptions(i int) []option {
	p := r.frameOf(i)
	for _, e := range r.match(i, "noun") {
		if opts := r.options(&p, e); len(opts) > 0 {
			return opts
		}
	}
	return nil
}

// said is what noun i is said to be: "its main demand is a cap on fees".
func (r *reader) said(i int) []option {
	h, be := r.Clauses.Head(i), -1
	if h > i && r.Clauses.Is(i, "nsubj") {
		if be = r.Clauses.Kid(h, "cop"); be < 0 && r.Doc.Toks[h].XPOS == "VBG" { // "what it wants is lifting the levy"
			be = r.Clauses.Kid(h, "aux")
		}
	}
	if be < 0 {
		return nil
	}
	var out []option
	if r.POS(h) == lang.VERB || r.mark(h) == "that" || r.mark(h) == "to" {
		first, last := r.stretch(h)
		first = max(first, be+1)
		if r.Low(first) == "to" && r.POS(first) == lang.PART {
			first++
		}
		first, last = r.trim(first, last)
		if first >= last {
			return nil
		}
		out = []option{r.option(h, first, last, true)}
	} else if r.Clauses.Noun(h) {
		out = r.nominal(r.Clauses.Conj(h))
	}
	for n := range out {
		out[n].frame = "subj"
	}
	return out
}

// without reports whether there is none of what noun i names.
func (r *reader) without(i int) bool {
	d := r.Clauses.Kid(i, "det")
	return d >= 0 && (r.Low(d) == "no" || r.Low(d) == "little")
}

// shown is the verb that says how the stance of noun i showed, or that it was
// given up; -1 for none.
func (r *reader) shown(i int) int {
	h := r.Clauses.Head(i)
	if h >= 0 && r.Clauses.Is(i, "obj", "nsubj:pass") && r.POS(h) == lang.VERB {
		if l := r.Lemma(h); r.lex.in("shows", l) || r.lex.in("yields", l) || l == "have" {
			return h
		}
	}
	return -1
}

// holder returns the parties whose stance noun i names: its owner, those of
// whom or among whom it is, the subject of the verb that shows it.
func (r *reader) holder(i int) []string {
	if o := r.Clauses.Owner(i); o >= 0 {
		if v := r.shown(i); v >= 0 && r.POS(o) == lang.PRON && r.Clauses.Is(i, "obj") { // "the union dropped its demand"
			if q, ok := r.Clauses.Predicate(v); ok && len(q.Subject) > 0 && r.POS(q.Subject[0]) != lang.PRON {
				if out := r.parties(q.Subject); len(out) > 0 {
					return out
				}
			}
		}
		out := r.parties(r.Clauses.Conj(o))
		if h := r.Clauses.Head(i); len(out) == 0 && r.POS(o) == lang.PRON && r.Clauses.Is(i, "conj") && r.Clauses.Owner(h) >= 0 {
			return r.holder(h)
		}
		return out
	}
	var out []string
	for _, kid := range r.Clauses.Kids(i) {
		k := int(kid)
		if k < i && r.Clauses.Is(k, "amod", "compound", "nmod:unmarked", "nmod:desc") {
			for _, c := range r.Clauses.Conj(k) {
				if id := r.state(c); id != "" && !slices.Contains(out, id) {
					out = append(out, id)
				}
			}
			if len(out) == 0 {
				out = r.party(k)
			}
		}
		if k > i && r.Clauses.Is(k, "nmod", "obl") {
			switch r.Clauses.Case(k) {
			case "by", "from", "among":
				out = append(out, r.parties(r.Clauses.Conj(k))...)
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	if v := r.shown(i); v >= 0 {
		if q, ok := r.Clauses.Predicate(v); ok {
			return r.parties(q.Subject)
		}
	}
	return nil
}
