package statement

import (
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/chunk"
)

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
		if !r.clauseStart(u, s) {
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

// phrase returns the end of the noun phrase at s with its attachments: of-
// phrases, "familiar with the matter", a relative clause up to t (t < 0: up to
// the next comma or stop).
func (r *reader) phrase(u *unit, s, t int) int {
	p := r.npEnd(u, s)
	if p < 0 {
		return s
	}
	for p < len(u.e) && p != t {
		n := r.attachment(u, p, t)
		if n <= p || t >= 0 && n > t {
			return p
		}
		p = n
	}
	return p
}

// attachment returns the end of what is attached to a noun phrase ending at p.
func (r *reader) attachment(u *unit, p, t int) int {
	switch r.pos(u, p) {
	case lang.ADP, lang.SCONJ:
		switch r.form(u, p) {
		case "as", "after", "before", "until", "since", "because", "while", "though", "although", "if", "that", "when", "than", "via":
			return p
		}
		if t < 0 && r.timePhrase(u, p+1) {
			return p
		}
		if e := r.npEnd(u, p+1); e > 0 {
			return e
		}
		if r.xpos(u, p+1) == "VBG" { // "a framework for ending the dispute"
			return max(p+2, r.npEnd(u, p+2))
		}
	case lang.CCONJ:
		if e := r.npEnd(u, p+1); e > 0 && !r.finiteAt(u, e) || e > 0 && e == t {
			return e
		}
	case lang.ADJ, lang.VERB:
		// "familiar with the matter", "briefed on the talks", "taking part"
		x := r.xpos(u, p)
		if e := r.npEnd(u, p+1); x == "VBD" && e > 0 && e == t && r.timePhrase(u, p+1) {
			x = "VBN" // a finite verb follows: the tagger took a participle for one
		}
		if r.pos(u, p) == lang.VERB && x != "VBN" && x != "VBG" {
			return p
		}
		q := p + 1
		for r.pos(u, q) == lang.ADV {
			q++
		}
		if r.pos(u, q) == lang.ADP && r.npEnd(u, q+1) > 0 {
			return r.npEnd(u, q+1)
		}
		if e := r.npEnd(u, q); e > 0 && x == "VBN" && r.timePhrase(u, q) && (t >= 0 || !r.cueAt(u, p)) { // "a poll released Friday"
			return e
		}
		if e := r.npEnd(u, q); e > 0 && r.xpos(u, p) == "VBG" && (t < 0 || e <= t) && !r.cueAt(u, p) {
			return e
		}
	case lang.PRON, lang.DET:
		switch r.form(u, p) {
		case "who", "which", "that", "whose":
			return r.relativeEnd(u, p, t)
		}
		if t >= 0 && p+2 == t && r.nominative(u, p) && r.finiteVerb(u, p+1) { // "a docker we know"
			return t
		}
	case lang.PUNCT:
		if r.is(u, p, "(") {
			for q := p + 1; q < len(u.e) && q < p+12; q++ {
				if r.is(u, q, ")") {
					return q + 1
				}
			}
		}
	}
	return p
}

// relativeEnd ends a relative clause that has no comma before it: at t when it
// holds a verb, else at the next punctuation.
func (r *reader) relativeEnd(u *unit, p, t int) int {
	verb := false
	for q := p + 1; q < len(u.e); q++ {
		if q == t {
			if verb {
				return t
			}
			return p
		}
		if r.punct(u, q) || u.e[q].quote >= 0 {
			if t < 0 && verb {
				return q
			}
			if t >= 0 && verb && !r.is(u, q, ".") {
				continue
			}
			return p
		}
		verb = verb || r.pos(u, q) == lang.VERB || r.pos(u, q) == lang.AUX
	}
	if t < 0 && verb {
		return len(u.e)
	}
	return p
}

func (r *reader) cueAt(u *unit, k int) bool { return len(r.lex[r.lemma(u, k)]) > 0 }

// aside returns the end of something between commas, dashes or brackets, or of
// a phrase of time, between a subject and its verb; -1 when there is none.
func (r *reader) aside(u *unit, p, t int) int {
	if e := r.npEnd(u, p); e > 0 && e <= t && r.timePhrase(u, p) {
		return e
	}
	switch r.pos(u, p) {
	case lang.ADV:
		return p + 1
	case lang.ADP:
		if e := r.npEnd(u, p+1); e > 0 && e <= t {
			return e
		}
		return -1
	}
	var close string
	switch {
	case r.is(u, p, ","):
		close = ","
	case r.is(u, p, "("):
		close = ")"
	case r.dash(u, p):
		close = r.form(u, p)
	default:
		return -1
	}
	q := t - 1 // the closing one is mostly the one before the verb
	for q > p && !r.is(u, q, close) {
		q--
	}
	if q <= p+1 || !r.asideWords(u, p+1, q) {
		return -1
	}
	return q + 1
}

// asideWords reports whether [a, b) can stand between a subject and its verb.
func (r *reader) asideWords(u *unit, a, b int) bool {
	for k := a; k+1 < b; k++ { // "…, announced in May, was convenient, said"
		if r.is(u, k, ",") && r.finiteAt(u, k+1) {
			return false
		}
	}
	switch r.form(u, a) {
	case "who", "which", "whose", "where", "when", "as", "while", "once", "whom", "if", "though", "like", "along", "including", "meanwhile", "however", "too", "despite", "for", "speaking":
		return true
	}
	for k := a; k < b; k++ {
		if u.e[k].quote >= 0 {
			return false
		}
	}
	switch r.pos(u, a) {
	case lang.ADP, lang.ADV:
		return true
	case lang.VERB:
		x := r.xpos(u, a)
		return x == "VBG" || x == "VBN"
	}
	if r.npEnd(u, a) < 0 {
		return r.pos(u, a) == lang.ADJ || r.pos(u, a) == lang.NUM && b == a+1
	}
	// an apposition: no finite verb but within a relative clause
	rel := false
	for k := a; k < b; k++ {
		switch r.form(u, k) {
		case "who", "which", "that", "whose":
			rel = true
		}
		if !rel && r.finiteVerb(u, k) {
			return false
		}
	}
	return true
}

// describes reports whether the aside that begins at p belongs to the words of
// the source: an apposition, a relative clause, an age; not "speaking in Oslo".
func (r *reader) describes(u *unit, p int) bool {
	if !(r.is(u, p, ",") || r.is(u, p, "(") || r.dash(u, p)) {
		return false
	}
	switch r.form(u, p+1) {
	case "who", "which", "whose", "whom":
		return true
	case "a", "an", "the", "its", "their", "his", "her":
		return true
	}
	switch r.pos(u, p+1) {
	case lang.NOUN, lang.PROPN, lang.NUM, lang.ADJ, lang.DET:
		return !r.timePhrase(u, p+1)
	}
	return false
}

// withApposition extends the end of an inverted source over ", the minister,".
func (r *reader) withApposition(u *unit, p int) int {
	for r.is(u, p, ",") && p+1 < len(u.e) {
		a := p + 1
		if !r.describes(u, p) {
			return p
		}
		q := a
		rel := false
		for q < len(u.e) && !r.is(u, q, ",") && !r.is(u, q, ".") && !r.is(u, q, ";") && u.e[q].quote < 0 && !r.dash(u, q) {
			switch r.form(u, q) {
			case "who", "which", "whose", "whom", "that":
				rel = true
			case "as", "after", "while", "when", "before":
				if !rel {
					return p
				}
			}
			if !rel && r.finiteVerb(u, q) {
				return p
			}
			q++
		}
		p = q
		if rel {
			return p
		}
	}
	return p
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

// medium reports whether the phrase at k is what words are given in.
func (r *reader) medium(u *unit, k int) bool {
	if r.npEnd(u, k) < 0 {
		return false
	}
	switch r.d.Toks[r.npHead(u, k)].Lemma {
	case "statement", "interview", "speech", "tweet", "post", "letter", "briefing", "conference", "email",
		"e-mail", "remark", "note", "memo", "telephone", "phone", "testimony", "address", "broadcast", "video", "message", "release", "article", "op-ed", "essay":
		return true
	}
	return false
}

// timePhrase reports whether the phrase at k is one of time.
func (r *reader) timePhrase(u *unit, k int) bool {
	if k < 0 || k >= len(u.e) || u.e[k].quote >= 0 || r.npEnd(u, k) < 0 {
		return false
	}
	head := r.d.Toks[r.npHead(u, k)].Lemma
	if len(head) == 4 && (head[:2] == "19" || head[:2] == "20") && r.d.Toks[r.npHead(u, k)].UPOS == lang.NUM {
		return true
	}
	return chunk.Weekday(head) || chunk.DayPart(head) || timeNoun(head)
}

func timeNoun(lemma string) bool {
	switch lemma {
	case "day", "week", "month", "year", "weekend", "hour", "minute", "time", "January", "February", "March",
		"April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.", "decade", "moment":
		return true
	}
	return false
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
