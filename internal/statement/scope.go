package statement

import (
	"github.com/travaux/travaux/internal/lang"
)

// scopes gives every candidate its content, outermost first, and marks the
// candidates whose cue lies in another's content.
func (r *reader) scopes(u *unit, cs []candidate) {
	for i := range cs {
		c := &cs[i]
		if c.elided && !r.inherit(u, cs, i) {
			c.dropped = true
		}
	}
	for i := range cs {
		if cs[i].dropped {
			continue
		}
		if cs[i].post {
			r.preceding(u, cs, i)
		}
	}
	for i := range cs {
		if cs[i].dropped {
			continue
		}
		if cs[i].comp.frame == fNone && cs[i].comp.ok {
			continue
		}
		if cs[i].comp.ok && (!cs[i].post || cs[i].comp.frame == fQuote) {
			r.after(u, cs, i)
		} else if cs[i].post {
			r.remainder(u, cs, i)
		}
		if cs[i].rule == "parenthetical" && (len(cs[i].content) == 1 && r.onlyAdjunct(cs[i].content[0]) || r.verbless(cs[i].content)) {
			cs[i].dropped = true
		}
		if len(cs[i].content) == 0 && cs[i].comp.frame != fNone && !cs[i].comp.colon && !cs[i].comp.apart {
			cs[i].dropped = true
		}
	}
	r.nest(u, cs)
}

// verbless reports whether a content is a phrase or two without verb and
// quotation, such as the subject before an aside: "One witness, Ana Ruiz,
// testified".
func (r *reader) verbless(content []lang.Span) bool {
	for _, s := range content {
		for i := r.tokAt(s.Start); i < len(r.d.Toks) && r.d.Toks[i].Start < s.End; i++ {
			t := &r.d.Toks[i]
			if t.UPOS == lang.AUX || t.UPOS == lang.VERB && t.XPOS != "VBG" || t.UPOS == lang.INTJ || quoteRune(r.d.Form(i)) {
				return false
			}
		}
	}
	return true
}

// onlyAdjunct reports whether a content is no more than "In a statement" or
// "On Monday": what a clause begins with, not what it reports. A quotation is an
// answer, however short: "“By one vote,” he said."
func (r *reader) onlyAdjunct(s lang.Span) bool {
	if r.quoteAt(s.Start, true) >= 0 {
		return false
	}
	i := r.tokAt(s.Start)
	if i >= len(r.d.Toks) || r.d.Toks[i].UPOS != lang.ADP && r.d.Toks[i].UPOS != lang.SCONJ && r.d.Toks[i].UPOS != lang.ADV {
		return false
	}
	for ; i < len(r.d.Toks) && r.d.Toks[i].Start < s.End; i++ {
		if p := r.d.Toks[i].UPOS; p == lang.VERB || p == lang.AUX {
			return false
		}
	}
	return true
}

// preceding takes the content that stands before a reporting clause.
func (r *reader) preceding(u *unit, cs []candidate, i int) {
	c := &cs[i]
	end := c.src.from
	if c.src.from > c.from {
		end = c.from
	}
	if r.is(u, end-1, "as") {
		end--
	}
	for end > 0 && (r.is(u, end-1, ",") || r.dash(u, end-1)) {
		end--
	}
	start := r.leftEdge(u, cs, i, end)
	if r.is(u, end-2, ":") && r.isQuote(u, end-1) && r.wholeQuote(u.e[end-1].quote) { // "praise for one: “…,” he said"
		start = end - 1
	}
	if start < end {
		c.content = append(c.content, r.trim(u, start, end)...)
	}
}

// leftEdge is where the content before a reporting clause begins: at the unit's
// start, or after an earlier statement of the same rank.
func (r *reader) leftEdge(u *unit, cs []candidate, i, end int) int {
	start := 0
	for j := i - 1; j >= 0; j-- {
		p := &cs[j]
		if p.dropped {
			continue
		}
		if p.post && cs[i].rule == "according-to" && p.rule != "according-to" && r.oneClause(u, max(p.to, p.src.to), end) { // "“…,” Ruiz said, according to Kern"
			return r.leftEdge(u, cs, j, p.begin())
		}
		if p.post { // "…," Ruiz said, "…," Kern said
			start = max(start, p.to)
			if p.src.to > p.to {
				start = p.src.to
			}
			break
		}
		// "Ruiz said the plan is dead, but talks go on, Kern said"
		for k := p.to; k < end-1; k++ {
			if r.is(u, k, ",") && (r.is(u, k+1, "but") || r.is(u, k+1, "though") || r.is(u, k+1, "although")) || r.is(u, k, ";") {
				start = max(start, k+1)
			}
		}
	}
	if start == 0 {
		start = r.dateline(u, end)
	}
	for start < end && (r.punct(u, start) && !r.is(u, start, "(")) {
		start++
	}
	return start
}

// oneClause reports whether nothing in [a, b) begins a clause: "told the owners
// on Monday".
func (r *reader) oneClause(u *unit, a, b int) bool {
	for k := a; k < b; k++ {
		if u.e[k].quote >= 0 || r.punct(u, k) || r.pos(u, k) == lang.VERB || r.pos(u, k) == lang.AUX {
			return false
		}
	}
	return true
}

// dateline returns the place after "PORT ALDER (Herald) — " or "Port Alder (DN) -",
// or 0.
func (r *reader) dateline(u *unit, end int) int {
	if r.start(u, 0) != r.d.Blocks[u.block].Start || u.e[0].quote >= 0 {
		return 0
	}
	marked := shouted(r.d.Form(u.e[0].first))
	for k := 1; k < end && k < 12; k++ {
		if r.dash(u, k) || r.is(u, k, "-") {
			if !marked {
				return 0
			}
			return k + 1
		}
		switch r.pos(u, k) {
		case lang.PROPN, lang.NOUN, lang.NUM, lang.PUNCT, lang.ADJ, lang.X:
			marked = marked || r.is(u, k-1, "(") && shouted(r.d.Form(u.e[k].first))
		default:
			return 0
		}
	}
	return 0
}

// after takes the content that follows a cue, up to where its clause ends.
func (r *reader) after(u *unit, cs []candidate, i int) {
	c := &cs[i]
	start := c.comp.from
	if start >= len(u.e) {
		return
	}
	end := r.rightEdge(u, cs, i, start)
	if start < end {
		c.content = append(c.content, r.trim(u, start, end)...)
	}
}

// remainder takes what goes on after a reporting clause in the middle: "The
// plan, Ruiz said, is dead."
func (r *reader) remainder(u *unit, cs []candidate, i int) {
	c := &cs[i]
	p := max(c.to, c.src.to)
	leftQuote := len(c.content) > 0 && r.quotedEnd(c.content[len(c.content)-1])
	for p < len(u.e) && !r.is(u, p, ",") && u.e[p].quote < 0 && !r.is(u, p, ":") && !r.dash(u, p) {
		if r.finiteVerb(u, p) && i+1 < len(cs) && p >= cs[i+1].from {
			return
		}
		p++
	}
	if p >= len(u.e)-1 && !r.isQuote(u, p) || r.isQuote(u, p) && p > max(c.to, c.src.to) && r.pos(u, p-1) != lang.ADV && !r.timeHead(u.e[p-1].first) {
		return
	}
	q := p
	if u.e[p].quote < 0 {
		q++
	}
	for j := i + 1; j < len(cs); j++ {
		if !cs[j].dropped && cs[j].begin() <= q+1 && cs[j].to > q {
			return
		}
	}
	if r.isQuote(u, q) {
		c.content = append(c.content, r.trim(u, q, r.rightEdge(u, cs, i, q))...)
		return
	}
	if leftQuote {
		r.resumed(u, cs, i, q)
		return
	}
	if r.lowersRank(u, q) {
		return
	}
	c.content = append(c.content, r.trim(u, q, r.rightEdge(u, cs, i, q))...)
}

// resumed takes a quotation that goes on after more than the reporting clause:
// "“…,” Ruiz said before the vote, but “…”"
func (r *reader) resumed(u *unit, cs []candidate, i, from int) {
	for k := from; k < len(u.e); k++ {
		for j := i + 1; j < len(cs); j++ {
			if !cs[j].dropped && cs[j].begin() <= k {
				return
			}
		}
		if q := u.e[k].quote; q >= 0 && r.words(q) >= 3 && r.punct(u, k-1) {
			cs[i].content = append(cs[i].content, r.trim(u, k, k+1)...)
		}
	}
}

// lowersRank reports whether what begins at k is said about the reporting
// clause rather than part of what is reported: "…, Ruiz said, as the talks
// ended", "…, citing", "…, who".
func (r *reader) lowersRank(u *unit, k int) bool {
	switch r.form(u, k) {
	case "as", "while", "who", "which", "when", "after", "before", "although", "though", "but", "whose", "where", "with", "without", "despite", "just":
		return true
	}
	return r.pos(u, k) == lang.VERB && r.xpos(u, k) == "VBG"
}

func (r *reader) quotedEnd(s lang.Span) bool {
	for i := range r.quotes {
		if r.quotes[i].End == s.End {
			return true
		}
	}
	return false
}

// nest finds, for every candidate, the innermost other one whose content holds
// its cue.
func (r *reader) nest(u *unit, cs []candidate) {
	for i := range cs {
		at := lang.Span{Start: r.start(u, cs[i].from), End: r.end(u, cs[i].to-1)}
		best := 0
		for j := range cs {
			if j == i || cs[j].dropped || cs[i].dropped {
				continue
			}
			for _, s := range cs[j].content {
				if s.Contains(at) && (best == 0 || s.Len() < best) {
					best, cs[i].outer = s.Len(), j
				}
			}
		}
	}
}

// trim turns elements [a, b) into spans of content: commas and unquoted stops
// at the edges are left out, and bare connectives are kept.
func (r *reader) trim(u *unit, a, b int) []lang.Span {
	for a < b && r.punct(u, a) && !r.is(u, a, "(") && !r.is(u, a, "[") && !r.is(u, a, "…") && !r.is(u, a, "...") {
		a++
	}
	for b > a && r.punct(u, b-1) && !r.is(u, b-1, ")") && !r.is(u, b-1, "]") && !r.is(u, b-1, "…") && !r.is(u, b-1, "?") && !r.is(u, b-1, "!") && !r.is(u, b-1, "...") {
		b--
	}
	for b > a && (r.is(u, b-1, "and") || r.is(u, b-1, "but")) {
		b--
		for b > a && r.is(u, b-1, ",") {
			b--
		}
	}
	if a >= b {
		return nil
	}
	return []lang.Span{r.span(u, a, b)}
}
