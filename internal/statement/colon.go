package statement

import (
	"github.com/travaux/travaux/internal/lang"
)

// colonHead reads a heading or a line of dialogue: "Ruiz: Talks have failed".
func (r *reader) colonHead(u *unit) (candidate, bool) {
	if c, ok := r.spokenLine(u); ok {
		return c, true
	}
	end := 0
	for end < len(u.e) && end < 8 && !r.is(u, end, ":") && u.e[end].quote < 0 {
		end++
	}
	if end == 0 || end+2 >= len(u.e) || !r.is(u, end, ":") || r.start(u, 0) != r.d.Blocks[u.block].Start && r.npEnd(u, 0) != end {
		return candidate{}, false
	}
	head := u.e[end-1].first
	if r.npEnd(u, 0) == end {
		head = r.npHead(u, 0)
	}
	title := u.block == 0 || r.d.Blocks[u.block].Kind == lang.Heading
	if m := r.mention(head); r.npEnd(u, 0) != end || !(m != nil && m.Type == lang.Person) && !(title && (r.speaks(head) || r.document(head))) {
		return candidate{}, false
	}
	c := candidate{e: &headColon, head: end, verb: u.e[end].first, from: end, to: end + 1, rule: "colon"}
	c.src = r.sourceFrom(u, 0, end, head)
	c.comp = complement{ok: true, frame: fThat, from: end + 1, head: -1}
	return c, c.src.ok
}

// dashed reads a quotation signed behind a dash: "“…” — Ana Ruiz, baker".
func (r *reader) dashed(u *unit) (candidate, bool) {
	k := 0
	for r.isQuote(u, k) {
		k++
	}
	if k == 0 || !r.dash(u, k) || r.words(u.e[k-1].quote) < 3 {
		return candidate{}, false
	}
	end := k + 1
	for end < len(u.e) && end < k+5 && r.nameLike(u, end) {
		end++
	}
	if end == k+1 || end < len(u.e) && !r.is(u, end, ",") && !r.is(u, end, "(") && !r.is(u, end, ".") {
		return candidate{}, false
	}
	c := candidate{e: &headColon, head: k, verb: u.e[k].first, from: k, to: k + 1, post: true, rule: "dash"}
	c.src = r.sourceFrom(u, k+1, end, u.e[end-1].first)
	return c, c.src.ok
}

// colonQuote reads a clause that leads to a quotation by a colon alone, in the
// same line or over the line break: "A minister was more direct: “…”". Where a
// cue of saying governs the clause, the quotation becomes its content.
func (r *reader) colonQuote(u *unit, cs []candidate, nextOpens bool) []candidate {
	at := -1
	for k := len(u.e) - 1; k > 1 && at < 0; k-- {
		if r.is(u, k, ":") && (k+1 == len(u.e) && (nextOpens || r.promised(u, k)) || r.isQuote(u, k+1) && r.wholeQuote(u.e[k+1].quote)) {
			at = k
		}
	}
	if at < 0 {
		return cs
	}
	for i := range cs {
		if c := &cs[i]; c.comp.colon || c.rule == "transcript" || c.rule == "colon" || c.post && c.begin() == at+2 { // ": “…,” Ruiz said"
			return cs
		}
	}
	for i := range cs { // "a docker says the mood is bad: “…”"
		if c := &cs[i]; c.src.ok && !c.post && c.src.relative < 0 && c.e.Class == verbCue && c.comp.frame&(fThat|fBare) != 0 && c.comp.from < at && at+1 < len(u.e) {
			return cs
		}
	}
	for i := range cs {
		if c := &cs[i]; c.src.ok && !c.post && c.e.Class == verbCue && c.e.Mode == "" && c.comp.ok && c.to <= at && !c.comp.clausal() && c.e.has(fQuote) {
			c.comp = complement{ok: true, frame: fQuote, from: at + 1, head: -1, apart: true}
			return cs
		}
	}
	for k := 1; k < at; k++ {
		if !r.finiteVerb(u, k) {
			continue
		}
		c := candidate{e: &headColon, head: k, verb: u.e[k].first, from: k, to: at + 1, src: nobody(), outer: -1, rule: "colon-quote"}
		r.group(u, &c)
		c.passive, c.participle = false, false
		c.src = r.subject(u, &c, r.clauseVerb(u, k))
		c.comp = complement{ok: true, frame: fQuote, from: at + 1, head: -1, colon: true}
		if author := r.author(c.src.head); c.src.ok && (r.speaks(author) || r.possessivePronoun(author)) {
			kept := cs[:0]
			for _, o := range cs {
				if o.to <= c.from || o.from > at {
					kept = append(kept, o)
				}
			}
			if at-c.from > 8 { // not all that the sentence tells is a cue
				c.head, c.from = at, at
			}
			return append(kept, c)
		}
	}
	if c, ok := r.leadIn(u, at); ok {
		return append(cs, c)
	}
	return cs
}

// promised reports whether the words before the colon at k are for words that
// follow: "the following statement:".
func (r *reader) promised(u *unit, k int) bool {
	return k > 0 && u.e[k-1].quote < 0 && mediumNoun(r.lemma(u, k-1))
}

// clauseVerb is what heads the clause of the finite verb at k: of an auxiliary or
// copula, what it belongs to.
func (r *reader) clauseVerb(u *unit, k int) int {
	t := u.e[k].first
	if r.x.Is(t, "aux", "cop") {
		return r.x.Head(t)
	}
	return t
}

func (r *reader) possessivePronoun(tok int) bool {
	return tok >= 0 && tok < len(r.d.Toks) && r.d.Toks[tok].XPOS == "PRP$"
}
