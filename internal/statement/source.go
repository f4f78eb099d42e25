package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/chunk"
)

// subject finds who does what v, the verb of c's clause, tells: what stands
// between a quotation and a verb of saying, else the subject in the tree, the
// nearest where it has several, else the name or phrase right before the cue.
func (r *reader) subject(u *unit, c *candidate, v int) source {
	if src := r.behindQuote(u, c); src.ok {
		return src
	}
	best := -1
	for _, kid := range r.x.Kids(v) {
		if k := int(kid); r.x.Is(k, "nsubj") && (best < 0 || k < v) {
			best = k
		}
	}
	if best >= 0 {
		if src := r.phraseOf(u, c, best); src.ok {
			return src
		}
	}
	return r.adjacent(u, c)
}

// behindQuote reads “…,” Ana Ruiz, the head of the union, said, where the tree
// has taken the name for a part of what was said.
func (r *reader) behindQuote(u *unit, c *candidate) source {
	if !c.e.has(fPost) || !c.e.has(fQuote) {
		return nobody
	}
	q := c.from - 1
	for ; q >= 0 && q > c.from-40 && u.e[q].quote < 0; q-- {
		if r.finiteVerb(u, q) && !r.before(u, q, "who", 8) {
			return nobody
		}
	}
	a := q + 1
	if r.is(u, a, ",") {
		a++
	}
	if q < 0 || u.e[q].quote < 0 || !r.leftOpen(u.e[q].quote) && !r.is(u, q+1, ",") || a >= c.from || r.npEnd(u, a) < 0 && !r.nameLike(u, a) || r.timePhrase(u, a) {
		return nobody
	}
	b := c.from
	for k := a + 1; k < b; k++ { // ", speaking in Oslo,"
		if r.is(u, k, ",") && (r.xpos(u, k+1) == "VBG" || r.pos(u, k+1) == lang.ADP || r.pos(u, k+1) == lang.ADV) {
			b = k
		}
	}
	return r.sourceFrom(u, a, b, r.npHead(u, a))
}

// leftOpen reports whether a quotation ends as one does that a reporting clause
// follows.
func (r *reader) leftOpen(q int) bool {
	switch r.quoteEnd(q) {
	case ',', '?', '!', '—', '-', '…':
		return true
	}
	return false
}

// before reports whether word w stands among the n elements before k.
func (r *reader) before(u *unit, k int, w string, n int) bool {
	for p := k - 1; p >= 0 && p >= k-n; p-- {
		if r.is(u, p, w) {
			return true
		}
	}
	return false
}

// phraseOf makes a source of the phrase that token s heads, on its side of the
// cue.
func (r *reader) phraseOf(u *unit, c *candidate, s int) source {
	k := r.place(u, s)
	if k < 0 || u.e[k].quote >= 0 || k >= c.from && k < c.to {
		return nobody
	}
	if k < c.from && relativePronoun(r.x.Low(s)) {
		return r.relative(u, k, s)
	}
	lo, hi := 0, c.from
	if k >= c.to {
		lo, hi = c.to, len(u.e)
	}
	first, last := r.nounPhrase(s)
	if m := r.mention(s); m != nil {
		first, last = min(first, m.First), max(last, m.Last)
	}
	if r.x.Low(first) == "whose" {
		first++
	}
	a, b := k, k+1
	for a > lo && u.e[a-1].quote < 0 && u.e[a-1].first >= first {
		a--
	}
	for b < hi && u.e[b].quote < 0 && u.e[b].first < last {
		b++
	}
	return r.sourceFrom(u, a, r.closed(u, k, b, hi), s)
}

// relative is the source "who" at k, a subject; its speaker is the antecedent.
func (r *reader) relative(u *unit, k, s int) source {
	a := -1
	for v := r.x.Head(s); v >= 0 && a < 0; v = r.x.Head(v) {
		if r.x.Is(v, "acl") {
			a = r.x.Head(v)
		}
	}
	if a < 0 {
		p := k
		if r.is(u, p-1, ",") {
			p--
		}
		if p = r.npStart(u, p); p >= 0 {
			a = r.npHead(u, p)
		}
		for h := r.x.Head(a); r.x.Is(a, "nmod", "appos") && h >= 0 && h < a; h = r.x.Head(a) {
			a = h
		}
	}
	if a < 0 || a >= s || r.x.Low(s) != "who" && !r.speaks(a) {
		return nobody
	}
	return source{from: k, to: k + 1, span: r.span(u, k, k+1), head: s, ok: true, relative: a}
}

// nounPhrase is the stretch of tokens [first, last) that a source shows of the
// phrase that s heads: title, apposition, relative clause, what it is joined to;
// no phrases of time and medium, and nothing of the clause around it.
func (r *reader) nounPhrase(s int) (first, last int) {
	first, last = s, s+1
	kids := r.x.Kids(s)
	for n := len(kids) - 1; n >= 0; n-- {
		k := int(kids[n])
		if k > s {
			continue
		}
		hyphen := r.x.Is(k, "punct") && (r.x.Low(k) == "-" || r.x.Low(k) == "." || quoteRune(r.d.Form(k)))
		if !hyphen && !r.x.Is(k, "det", "amod", "nummod", "compound", "nmod", "flat", "cc:preconj", "goeswith") || r.x.Low(k) == "whose" {
			break
		}
		l, _ := r.x.Yield(k)
		first = min(first, l)
	}
	for _, kid := range kids {
		k := int(kid)
		if k < s || r.x.Is(k, "punct") && !strings.ContainsRune(":;", rune(r.d.Form(k)[0])) {
			continue
		}
		l, e := r.x.Yield(k)
		if !r.adds(k, l) {
			break
		}
		last = max(last, e)
	}
	return first, last
}

// adds reports whether k, which hangs on a noun before it and begins at token
// l, belongs to the words of a source.
func (r *reader) adds(k, l int) bool {
	comma := r.x.Low(l) == "," || r.x.Low(l-1) == ","
	switch {
	case r.x.Is(k, "conj", "flat", "fixed", "compound", "goeswith", "nummod", "case", "list"):
		return true
	case r.x.Is(k, "acl:relcl"):
		return true
	case r.x.Is(k, "acl", "amod"): // "…, speaking in Oslo,"
		return !comma
	case r.x.Is(k, "nmod", "obl", "appos"):
		return !r.timeHead(k) && (r.x.Case(k) == "of" || !mediumNoun(r.d.Toks[k].Lemma))
	}
	return r.x.Low(l) == "(" || r.x.Low(l-1) == "("
}

// closed takes in the comma that closes an apposition or relative clause which
// ends at b, or the bracket.
func (r *reader) closed(u *unit, head, b, hi int) int {
	if b < hi && r.is(u, b, ")") {
		return b + 1
	}
	if b >= hi || !r.is(u, b, ",") {
		return b
	}
	for k := head + 1; k < b; k++ {
		if r.is(u, k, ",") {
			return b + 1
		}
	}
	return b
}

// sourceFrom makes a source of elements [a, b) headed by token head.
func (r *reader) sourceFrom(u *unit, a, b, head int) source {
	if a < 0 || b <= a || b > len(u.e) {
		return nobody
	}
	s := source{from: a, to: b, head: head, span: r.span(u, a, b), ok: !r.timeHead(head), relative: -1}
	switch r.form(u, a) {
	case "him", "them", "me", "us", "her":
		s.ok = s.ok && b > a+1
	case "this", "that", "there", "which", "what", "you":
		s.ok = s.ok && b > a+1
	}
	return s
}

// adjacent is the source right before the cue, where the tree has none: a
// phrase that can begin a clause there, or a word that is written as a name,
// whatever it was taken for.
func (r *reader) adjacent(u *unit, c *candidate) source {
	t := c.from
	if t > 0 && u.e[t-1].quote < 0 && relativePronoun(r.form(u, t-1)) {
		return r.relative(u, t-1, u.e[t-1].first)
	}
	if src := r.beforeAside(u, c); src.ok {
		return src
	}
	if s := r.npStart(u, t); s >= 0 && !r.timePhrase(u, s) && r.pos(u, s-1) != lang.ADP && r.pos(u, s-1) != lang.VERB && !reflexive(r.form(u, s)) {
		head := r.npHead(u, s)
		first := head
		for h := r.x.Head(first); r.x.Is(first, "conj") && h >= 0 && r.place(u, h) >= 0 && u.e[r.place(u, h)].quote < 0; h = r.x.Head(first) {
			first = h
		}
		if src := r.phraseOf(u, c, first); first != head && src.ok && src.to == t {
			return src
		}
		return r.sourceFrom(u, s, t, head)
	}
	s := t
	for s > 0 && s > t-5 && r.nameLike(u, s-1) {
		s--
	}
	if s == t {
		return nobody
	}
	return r.sourceFrom(u, s, t, u.e[t-1].first)
}

// beforeAside is the source that an aside before the cue describes: "Ruiz,
// speaking in Oslo, said".
func (r *reader) beforeAside(u *unit, c *candidate) source {
	k := c.from - 1
	if k < 2 || !r.is(u, k, ",") || u.e[k-1].quote >= 0 {
		return nobody
	}
	for t := u.e[k-1].first; t >= 0 && t != c.verb; t = r.x.Head(t) {
		h := r.x.Head(t)
		if at := r.place(u, h); r.x.Is(t, "acl", "appos") && at >= 0 && h < t && u.e[at].quote < 0 && r.is(u, max(r.place(u, r.first(t))-1, 0), ",") {
			return r.phraseOf(u, c, h)
		}
	}
	return nobody
}

// first is the first token of all that hangs on t.
func (r *reader) first(t int) int {
	l, _ := r.x.Yield(t)
	if r.x.Low(l) == "," {
		l++
	}
	return l
}

// nameLike reports whether the word at k is written as a name and is no word of
// grammar.
func (r *reader) nameLike(u *unit, k int) bool {
	if u.e[k].quote >= 0 || r.pos(u, k) == lang.PUNCT || r.pos(u, k) == lang.NUM || grammatical(r.form(u, k)) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.d.Form(u.e[k].first))
	return unicode.IsUpper(c)
}

// grammatical reports whether a word that may open a sentence is one of
// grammar, so that its capital shows nothing.
func grammatical(w string) bool {
	switch w {
	case "a", "an", "the", "and", "but", "or", "nor", "so", "yet", "if", "as", "at", "by", "for", "from", "in", "into", "of", "on", "to", "with", "without",
		"after", "before", "when", "while", "where", "since", "until", "because", "though", "although", "unless", "once", "than", "that", "this", "these",
		"those", "there", "here", "then", "now", "also", "still", "even", "not", "no", "never", "however", "meanwhile", "instead", "earlier", "later",
		"what", "who", "which", "why", "how", "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "can",
		"could", "may", "might", "must", "should", "let", "its", "his", "her", "their", "our", "my", "your", "him", "them", "me", "us", "it", "over", "under",
		"among", "about", "against", "during", "just", "only", "often", "perhaps", "please":
		return true
	}
	return false
}

func relativePronoun(low string) bool { return low == "who" || low == "which" || low == "that" }

func reflexive(form string) bool {
	switch form {
	case "himself", "herself", "itself", "themselves", "ourselves", "myself":
		return true
	}
	return false
}

// medium reports whether the phrase at k is what words are given in.
func (r *reader) medium(u *unit, k int) bool {
	return r.npEnd(u, k) >= 0 && mediumNoun(r.d.Toks[r.npHead(u, k)].Lemma)
}

func mediumNoun(lemma string) bool {
	switch lemma {
	case "statement", "interview", "speech", "tweet", "post", "letter", "briefing", "conference", "email", "e-mail", "remark", "note", "memo",
		"telephone", "phone", "testimony", "address", "broadcast", "video", "message", "release", "article", "op-ed", "essay":
		return true
	}
	return false
}

// timePhrase reports whether the phrase at k is one of time.
func (r *reader) timePhrase(u *unit, k int) bool {
	return k >= 0 && k < len(u.e) && u.e[k].quote < 0 && r.npEnd(u, k) >= 0 && r.timeHead(r.npHead(u, k))
}

// timeHead reports whether what token i heads is a time.
func (r *reader) timeHead(i int) bool {
	if i < 0 || i >= len(r.d.Toks) {
		return false
	}
	t := &r.d.Toks[i]
	if t.UPOS == lang.PROPN && (r.x.Is(i, "nsubj") || r.mention(i) != nil && r.mention(i).Type == lang.Person) { // "May said"
		return false
	}
	if len(t.Lemma) == 4 && (t.Lemma[:2] == "19" || t.Lemma[:2] == "20") && t.UPOS == lang.NUM {
		return true
	}
	return chunk.Weekday(t.Lemma) || chunk.DayPart(t.Lemma) || timeNoun(t.Lemma)
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
	if p := r.pos(u, k); p != lang.AUX && p != lang.VERB {
		return false
	}
	switch r.xpos(u, k) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
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
