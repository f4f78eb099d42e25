package statement

import (
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/chunk"
)

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
	if reflexive(r.form(u, p)) { // "Ruiz himself said"
		return p + 1
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

func reflexive(form string) bool {
	switch form {
	case "himself", "herself", "itself", "themselves", "ourselves", "myself":
		return true
	}
	return false
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
