package statement

import "github.com/travaux/travaux/internal/lang"

// reach is how far back a subject is looked for, in elements.
const reach = 60

// subject finds the subject of the verb group that starts at t: the nearest
// noun phrase to the left that, with what may follow a noun, reaches up to t,
// and that stands where a clause can begin.
func (r *reader) subject(u *unit, t int) source {
	for s := t - 1; s >= 0 && s >= t-reach; s-- {
		if u.e[s].quote >= 0 && s < t-6 {
			break
		}
		if rel := r.relative(u, s, t); rel.ok {
			return rel
		}
		if r.npEnd(u, s) < 0 {
			continue
		}
		if !r.clauseStart(u, s) || r.timePhrase(u, s) || reflexive(r.form(u, s)) {
			continue
		}
		core, ok := r.reaches(u, s, t)
		if !ok {
			continue
		}
		if a := r.coordinate(u, s, t); a < s {
			s = r.listed(u, a)
		} else if a := r.described(u, s); a >= 0 {
			s = a
		}
		return r.sourceFrom(u, s, max(core, s))
	}
	return source{from: -1, relative: -1}
}

// relative reads "who" directly before the verb group; its source is the
// pronoun, its speaker the antecedent.
func (r *reader) relative(u *unit, s, t int) source {
	if s != t-1 {
		return source{}
	}
	switch r.form(u, s) {
	case "who", "which", "that":
	default:
		return source{}
	}
	p := s
	if r.is(u, p-1, ",") {
		p--
	}
	a := r.npStart(u, p)
	if a < 0 {
		return source{}
	}
	for r.pos(u, a-1) == lang.ADP && r.is(u, a-1, "of") && r.npStart(u, a-1) >= 0 {
		a = r.npStart(u, a-1)
	}
	if !r.is(u, s, "who") && !r.personal(u, a) {
		return source{}
	}
	return source{from: s, to: t, span: r.span(u, s, s+1), head: u.e[s].first, ok: true, relative: r.npHead(u, a)}
}

// personal reports whether the phrase at a names somebody or something that
// can speak.
func (r *reader) personal(u *unit, a int) bool {
	return r.speaks(r.npHead(u, a))
}

// clauseStart reports whether a subject can begin at s, by what stands before.
func (r *reader) clauseStart(u *unit, s int) bool {
	b := s - 1
	if b < 0 || u.e[b].quote >= 0 {
		return true
	}
	if r.pos(u, b) == lang.VERB && r.relativeVerb(u, b) {
		return false
	}
	switch r.pos(u, b) {
	case lang.PUNCT, lang.CCONJ, lang.SCONJ, lang.ADV, lang.VERB, lang.INTJ, lang.X:
		return true
	case lang.ADP:
		switch r.form(u, b) {
		case "as", "after", "before", "until", "since", "because", "while", "though", "although", "when", "if", "than", "with":
			return true
		}
		return false
	case lang.PRON, lang.DET:
		switch r.form(u, b) {
		case "that", "which", "what", "whom", "who":
			return true
		}
		return r.np.Ends(u.e[b].last) >= 0
	case lang.NOUN, lang.PROPN, lang.NUM:
		return true // "the plan officials drafted", "Tuesday officials said"
	case lang.PART:
		return false
	}
	return false
}

// relativeVerb reports whether the verb at k is that of a relative clause
// without a subject of its own, so that what follows is its object: "who
// attended the round".
func (r *reader) relativeVerb(u *unit, k int) bool {
	for _, e := range r.lex[r.lemma(u, k)] {
		if e.has(fBare) && len(e.After) == 0 { // "who said officials …"
			return false
		}
	}
	k--
	for r.pos(u, k) == lang.AUX || r.pos(u, k) == lang.ADV {
		k--
	}
	switch r.form(u, k) {
	case "who", "which", "that":
		return true
	}
	return false
}

// coordinate extends a subject to the left over "and": "Ruiz and Kern said".
func (r *reader) coordinate(u *unit, s, t int) int {
	for {
		b := s - 1
		if b < 1 || !(r.is(u, b, "and") || r.is(u, b, "or")) {
			return s
		}
		e, comma := b, false
		if r.is(u, e-1, ",") {
			e, comma = e-1, true
		}
		a := r.npStart(u, e)
		for a >= 0 && r.pos(u, a-1) == lang.ADP && r.npStart(u, a-1) >= 0 && !r.clauseStart(u, a) {
			a = r.npStart(u, a-1)
		}
		if a < 0 || comma && !r.speaks(r.npHead(u, a)) || !r.clauseStart(u, a) || r.pos(u, a-1) == lang.VERB || r.pos(u, a-1) == lang.AUX {
			return s
		}
		s = a
	}
}

// listed extends a coordination to the left over a list: "“…,” Ruiz, Weil and
// Kern said". It must begin after a quotation or with the unit.
func (r *reader) listed(u *unit, s int) int {
	a := s
	for a > 0 {
		if u.e[a-1].quote >= 0 {
			return a
		}
		b := a
		for r.is(u, b-1, ",") {
			b--
		}
		n := r.npStart(u, b)
		if b == a && !(r.pos(u, a-1) == lang.ADP && r.npStart(u, a-1) >= 0) {
			return s
		}
		if b == a {
			n = r.npStart(u, a-1)
		}
		if n < 0 || r.timePhrase(u, n) {
			return s
		}
		a = n
	}
	return a
}

// described returns the place of the name that the phrase at s stands in
// apposition to, "Ana Ruiz, a lawyer who leads the panel, said"; or -1.
func (r *reader) described(u *unit, s int) int {
	if !r.is(u, s-1, ",") || r.mention(r.npHead(u, s)) != nil && r.mention(r.npHead(u, s)).Type == lang.Person {
		return -1
	}
	a := r.npStart(u, s-1)
	if a < 0 || r.timePhrase(u, a) {
		return -1
	}
	m := r.mention(r.npHead(u, a))
	if m == nil || m.Type != lang.Person && m.Type != lang.Organisation {
		return -1
	}
	b := a - 1
	if b < 0 || u.e[b].quote >= 0 || r.punct(u, b) || r.pos(u, b) == lang.CCONJ || r.is(u, b, "that") {
		return a
	}
	return -1
}

// reaches reports whether the phrase at s, with all that may follow a noun
// within a subject, ends right before t; core is where the words to show end.
func (r *reader) reaches(u *unit, s, t int) (core int, ok bool) {
	p := r.phrase(u, s, t)
	if p == t {
		return t, true
	}
	if p > t {
		return 0, false
	}
	core = p
	for p < t {
		q := r.aside(u, p, t)
		if q < 0 {
			return 0, false
		}
		if r.describes(u, p) {
			core = q
		}
		p = q
	}
	return core, p == t
}

// sourceFrom makes a source of elements [a, b), without adjuncts at its end.
func (r *reader) sourceFrom(u *unit, a, b int) source {
	if a < 0 || b <= a || b > len(u.e) {
		return source{from: -1, relative: -1}
	}
	s := source{from: a, to: b, head: r.npHead(u, a), ok: true, relative: -1}
	end := r.stripAdjuncts(u, a, b)
	s.span = r.span(u, a, end)
	switch r.form(u, a) {
	case "him", "them", "me", "us", "her":
		s.ok = s.ok && b > a+1
	case "it", "this", "that", "there", "which", "what", "you":
		if r.form(u, a) != "it" && end == a+1 {
			s.ok = false
		}
	}
	if r.timePhrase(u, a) {
		s.ok = false
	}
	return s
}

// stripAdjuncts takes phrases of time and medium off the end of a source: "the
// minister on Tuesday", "the union in a statement".
func (r *reader) stripAdjuncts(u *unit, a, b int) int {
	first := r.npEnd(u, a)
	for p := first; p > 0 && p < b; p++ {
		if r.timePhrase(u, p) && r.npEnd(u, p) > 0 {
			if r.xpos(u, p-1) == "VBN" { // "a poll released Friday"
				p--
			}
			return p
		}
		if r.pos(u, p) == lang.ADP && (r.timePhrase(u, p+1) || r.medium(u, p+1)) {
			return p
		}
		if r.pos(u, p) == lang.PUNCT || r.form(u, p) == "who" {
			break
		}
	}
	return b
}

// finiteVerb reports whether element k is a finite verb or auxiliary.
func (r *reader) finiteVerb(u *unit, k int) bool {
	switch r.pos(u, k) {
	case lang.AUX:
		switch r.xpos(u, k) {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	case lang.VERB:
		switch r.xpos(u, k) {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// finiteAt reports whether a finite verb group begins at k, adverbs aside.
func (r *reader) finiteAt(u *unit, k int) bool {
	for n := 0; n < 3 && (r.pos(u, k) == lang.ADV || r.is(u, k, "both") || r.is(u, k, "all")); n++ {
		k++
	}
	return r.finiteVerb(u, k)
}
