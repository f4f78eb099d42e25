package statement

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// candidate is a cue found in a unit, with its source and the shape of what it
// reports. Places are elements of the unit, but where tokens are named; -1
// stands for none.
type candidate struct {
	e        *entry
	head     int // the cue's head
	verb     int // token: what heads the clause of the cue
	from, to int // the cue: elements [from, to)

	participle bool // "…, saying"
	passive    bool
	infinitive bool // "to say"
	bareForm   bool

	src  source
	comp complement

	post    bool // what it reports stands (also) before it
	elided  bool // the subject is that of an earlier cue or of the clause
	outer   int  // index of the candidate in whose content this cue lies, -1
	rule    string
	content []lang.Span
	dropped bool
}

// source is who a cue belongs to.
type source struct {
	from, to int       // elements; from is where the clause's subject starts
	span     lang.Span // what is shown, adjuncts stripped
	head     int       // head token
	ok       bool
	relative int // head token of the antecedent of "who", -1
}

// nobody returns a source that was not found.
func nobody() source { return source{from: -1, head: -1, relative: -1} }

// begin is where the reporting clause starts.
func (c *candidate) begin() int {
	if c.src.ok && c.src.from < c.from && c.src.from >= 0 && !c.elided {
		return c.src.from
	}
	return c.from
}

// candidates finds the cues of a unit, in order.
func (r *reader) candidates(u *unit) []candidate {
	var cs []candidate
	for k := 0; k < len(u.e); k++ {
		if u.e[k].quote >= 0 {
			continue
		}
		if c, ok := r.candidate(u, k); ok {
			cs = append(cs, c)
			k = max(k, c.to-1)
		}
	}
	return cs
}

// candidate tries the entries of the lemma at k, the longest first.
func (r *reader) candidate(u *unit, k int) (candidate, bool) {
	for _, e := range r.entries(u, k) {
		after := r.matchAfter(u, k, e)
		if after < 0 || !r.classFits(u, k, e) {
			continue
		}
		c := candidate{e: e, head: k, verb: u.e[k].first, from: k, to: after, outer: -1, src: nobody()}
		found := false
		switch e.Class {
		case nounCue:
			found = r.nominal(u, &c)
		case adjCue:
			r.group(u, &c)
			found = r.attachAdjective(u, &c)
		default:
			r.group(u, &c)
			found = r.attach(u, &c)
		}
		if found {
			return c, true
		}
	}
	return candidate{}, false
}

// entries are the lines of the lexicon for the word at k; "worried" is listed
// as an adjective, whatever it is tagged as.
func (r *reader) entries(u *unit, k int) []*entry {
	es := r.lex.of(r.tok(u, k), r.form(u, k))
	if x := r.xpos(u, k); x == "VBN" || x == "VBD" || x == "JJ" {
		if adj := r.lex[r.form(u, k)]; len(adj) > 0 && adj[0].Class == adjCue && r.form(u, k) != r.lemma(u, k) {
			es = append(slices.Clone(es), adj...)
		}
	}
	return es
}

// matchAfter returns the place after the entry's words at k, or -1. One adverb
// may stand between: "made it very clear".
func (r *reader) matchAfter(u *unit, k int, e *entry) int {
	p := k + 1
	for _, w := range e.After {
		if r.form(u, p) != w && r.lemma(u, p) != w && r.pos(u, p) == lang.ADV {
			p++
		}
		if r.form(u, p) != w && r.lemma(u, p) != w {
			return -1
		}
		p++
	}
	return p
}

func (r *reader) classFits(u *unit, k int, e *entry) bool {
	t := r.tok(u, k)
	switch e.Class {
	case nounCue:
		return t.UPOS == lang.NOUN
	case adjCue:
		return t.UPOS == lang.ADJ || t.UPOS == lang.VERB && (t.XPOS == "VBN" || t.XPOS == "VBD")
	}
	if len(e.After) > 0 {
		return t.UPOS == lang.VERB || t.UPOS == lang.AUX
	}
	return t.UPOS == lang.VERB && (t.XPOS != "VB" || k > 0)
}

// group takes in the words of the verb group before the head: auxiliaries,
// negation, adverbs, "to", and verbs such as "seek to" or "go on to".
func (r *reader) group(u *unit, c *candidate) {
	head := r.tok(u, c.head)
	c.participle = head.XPOS == "VBG"
	c.bareForm = head.XPOS == "VB"
	be := false
	k := c.from
	for k > 0 && u.e[k-1].quote < 0 {
		p := k - 1
		q := -1 // where the group now begins
		switch r.pos(u, p) {
		case lang.AUX:
			be = be || r.lemma(u, p) == "be" || r.lemma(u, p) == "get"
			c.participle, c.bareForm = false, false
			q = p
		case lang.ADV:
			if !r.whAdverb(u, p) && !(r.is(u, p-1, ",") && r.is(u, p+1, ",")) {
				q = p
			}
		case lang.PART:
			switch {
			case r.negation(u, p):
				q = p
			case r.is(u, p, "to"):
				q = r.catenative(u, p)
				if q < 0 {
					c.infinitive = true
					c.from = k
					return
				}
				c.bareForm = false
				c.participle = r.xpos(u, q) == "VBG"
			}
		case lang.DET, lang.CCONJ, lang.PRON:
			if w := r.form(u, p); (w == "both" || w == "all") && p > 0 && c.from == k {
				q = p
			}
		case lang.VERB:
			if c.e.Class == adjCue && copula(r.lemma(u, p)) {
				be = true
				c.participle = r.xpos(u, p) == "VBG"
				q = p
			}
		}
		if q < 0 && r.is(u, p, "first") {
			q = p
		}
		if q < 0 {
			q = r.timeWithin(u, k) // "have for months been wary"
		}
		if q < 0 {
			break
		}
		k = q
	}
	c.from = k
	c.passive = c.e.Class == verbCue && !c.participle && (r.x.Kid(c.verb, "aux:pass") >= 0 || be && r.x.Kid(c.verb, "nsubj:pass") >= 0)
}

// timeWithin returns the place of the auxiliary before a phrase of time that
// ends before k, or -1.
func (r *reader) timeWithin(u *unit, k int) int {
	s := r.npStart(u, k)
	if s < 2 || !r.timePhrase(u, s) {
		return -1
	}
	if r.pos(u, s-1) == lang.ADP {
		s--
	}
	if r.lemma(u, s-1) == "have" {
		return s - 1
	}
	return -1
}

func (r *reader) whAdverb(u *unit, k int) bool {
	switch r.form(u, k) {
	case "when", "where", "why", "how", "as", "so", "then", "thus", "however", "meanwhile":
		return true
	}
	return false
}

func (r *reader) negation(u *unit, k int) bool {
	switch r.form(u, k) {
	case "not", "n't", "n’t", "never":
		return true
	}
	return false
}

func copula(lemma string) bool {
	switch lemma {
	case "remain", "feel", "become", "grow", "seem", "appear", "sound", "be", "stay":
		return true
	}
	return false
}

// catenative returns the place of the verb that governs "to" at p and only
// colours the verb after it, or -1.
func (r *reader) catenative(u *unit, p int) int {
	q := p - 1
	if r.pos(u, q) == lang.ADV {
		q--
	}
	if r.is(u, q, "on") {
		q--
	}
	switch r.lemma(u, q) {
	case "seek", "try", "attempt", "begin", "start", "continue", "go", "come", "move", "appear", "seem", "tend", "rush", "proceed", "need", "have":
		if r.pos(u, q) == lang.VERB {
			return q
		}
	}
	return -1
}

// of returns the entries of a word. A verb whose lemma is none that is listed
// is tried as the parser may have cut it: "joked" as "jok", "slammed" as
// "slamme", "decried" as "decrie". A doubled letter shows that no "e" was cut:
// who "hopped" did not hope.
func (lex lexicon) of(t *lang.Tok, form string) []*entry {
	if es := lex[t.Lemma]; es != nil || t.UPOS != lang.VERB || len(t.Lemma) < 3 {
		return es
	}
	doubled := strings.HasPrefix(strings.ToLower(form), t.Lemma+t.Lemma[len(t.Lemma)-1:])
	if es := lex[t.Lemma+"e"]; es != nil && !doubled {
		return es
	}
	w, cut := strings.CutSuffix(t.Lemma, "e")
	if es := lex[w]; es != nil {
		return es
	}
	if n := len(w); n > 2 && w[n-1] == w[n-2] {
		return lex[w[:n-1]]
	} else if cut && n > 2 && w[n-1] == 'i' {
		return lex[w[:n-1]+"y"]
	}
	return nil
}
