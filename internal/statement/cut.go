package statement

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// rightEdge is where content that starts at start ends: before the next cue of
// the same rank, before an aside about the reporting clause, or with the unit.
func (r *reader) rightEdge(u *unit, cs []candidate, i, start int) int {
	c := &cs[i]
	end := len(u.e)
	if u.e[start].quote >= 0 && c.comp.frame == fQuote && r.wholeQuote(u.e[start].quote) && c.comp.addr >= 0 {
		// several quotations in a row belong together
		k := start + 1
		for r.isQuote(u, k) {
			k++
		}
		if k < end && !r.continues(u, k) {
			end = k
		}
	}
	for j := range cs {
		if j == i || cs[j].dropped {
			continue
		}
		if e := r.cut(u, &cs[j], c, start); e > start && e < end {
			end = e
		}
	}
	if e := r.semicolon(u, c, start, end); e > start {
		end = e
	}
	if e := r.relativeCut(u, c, start, end); e > start {
		end = e
	}
	if e := r.subordinateCut(u, c, start, end); e > start {
		end = e
	}
	if e := r.relativeTail(u, c, start, end); e > start {
		end = e
	}
	if c.e.Class == nounCue && c.comp.frame&(fPrep|fTo) != 0 {
		if e := r.mainVerb(u, start, end); e > start {
			end = e
		}
	}
	return end
}

// semicolon ends a content that is no clause at the semicolon behind it; -1
// for none.
func (r *reader) semicolon(u *unit, c *candidate, start, end int) int {
	if c.comp.frame&(fQuote|fThat|fWh) != 0 || c.post {
		return -1
	}
	for k := start + 1; k < end; k++ {
		if r.is(u, k, ";") {
			return k
		}
		if c.comp.frame == fBare && r.finiteVerb(u, k) {
			return -1
		}
	}
	return -1
}

func (r *reader) personalPronoun(tok int) bool {
	if tok < 0 || tok >= len(r.d.Toks) {
		return false
	}
	switch strings.ToLower(r.d.Form(tok)) {
	case "he", "she", "they":
		return true
	}
	return false
}

// wholeQuote reports whether a quotation is sentences of its own rather than
// words within a sentence.
func (r *reader) wholeQuote(q int) bool {
	inner := r.d.Quote(r.quotes[q].Inner)
	return capital(inner) && r.words(q) >= 3
}

func (r *reader) continues(u *unit, k int) bool {
	return r.is(u, k, "and") || r.is(u, k, "but") || r.is(u, k, "or") || r.is(u, k, ",") && (r.is(u, k+1, "and") || r.is(u, k+1, "but"))
}

// cut returns where the content of c, which starts at start, must end because
// of candidate o, or -1.
func (r *reader) cut(u *unit, o, c *candidate, start int) int {
	b := o.begin()
	if b < start {
		return -1
	}
	k := b
	for k > start && (r.is(u, k-1, "and") || r.is(u, k-1, "but") || r.is(u, k-1, "while") || r.is(u, k-1, "as") || r.is(u, k-1, "though") || r.is(u, k-1, "although") || r.pos(u, k-1) == lang.ADV && k < b) {
		k--
	}
	comma := r.is(u, k-1, ",") || r.dash(u, k-1) || r.is(u, k-1, ";")
	switch {
	case o.post && (comma || u.e[max(k-1, 0)].quote >= 0): // "…, Ruiz said": what stands before is Ruiz's
		if comma {
			return k - 1
		}
		return k
	case o.rule == "according-to":
		if comma {
			return k - 1
		}
		return b
	case o.elided && o.participle && (comma || k < b):
		if comma {
			return k - 1
		}
		return k
	case o.elided && k < b && (o.src.from == c.src.from || o.src.ok && !o.participle && o.src.from < c.src.from && c.src.from < b):
		if comma {
			return k - 1
		}
		return k
	case o.src.ok && o.src.relative < 0 && comma && k < b && o.e.Mode == "" && (o.comp.clausal() || r.personalPronoun(o.src.head)):
		return k - 1
	case r.is(u, b-1, "with") && r.is(u, b-2, ",") && o.participle:
		return b - 2
	case r.is(u, k-1, ";") && o.src.ok:
		return k - 1
	case o.src.ok && !o.elided && o.src.relative < 0: // "…; on Friday he said …"
		for j := b - 1; j > start && j > b-6; j-- {
			if r.is(u, j, ";") {
				return j
			}
			if r.finiteVerb(u, j) {
				break
			}
		}
	}
	return -1
}

// relativeCut ends the content of a cue that stands in a relative clause or an
// aside where that clause ends: "Ruiz, who said talks failed, left".
func (r *reader) relativeCut(u *unit, c *candidate, start, end int) int {
	b := c.begin()
	open := ""
	switch {
	case r.dash(u, b-1):
		open = r.form(u, b-1)
	case r.is(u, b-1, "("):
		open = ")"
	}
	if open != "" && !c.post {
		for k := start; k < end; k++ {
			if r.is(u, k, open) {
				return k
			}
		}
	}
	switch r.form(u, b-1) {
	case "which", "that", "whom", "who", "whose":
	default:
		if c.src.relative < 0 && !(c.participle && c.elided) {
			return -1
		}
	}
	verb := !c.comp.clausal() // a clause is not cut before its own verb
	for k := start + 1; k+1 < end; k++ {
		if verb && r.is(u, k, ",") && r.pastAt(u, k+1) {
			return k
		}
		verb = verb || r.finiteVerb(u, k)
	}
	if c.src.relative >= 0 && c.comp.frame&(fNP|fPrep) != 0 {
		// "those who oppose the toll and the map will stay away"
		return r.mainVerb(u, start, end)
	}
	return -1
}

// mainVerb is where, after a noun phrase or infinitive that is a content, the
// verb of the clause around it stands; -1 for none.
func (r *reader) mainVerb(u *unit, start, end int) int {
	p := max(r.phrase(u, start, -1), start+1)
	if r.pastAt(u, p) && r.pos(u, start) != lang.PART {
		return p
	}
	for k := p; k < end && !r.punct(u, k); k++ {
		switch r.form(u, k) {
		case "who", "which", "that", "as", "when", "because", "if":
			return -1
		}
		if r.finiteVerb(u, k) {
			return k
		}
	}
	return -1
}

// relativeTail ends a content before what is added about its last noun or about
// the saying: ", which would …", ", who is …", "― the first since".
func (r *reader) relativeTail(u *unit, c *candidate, start, end int) int {
	if c.comp.clausal() && c.comp.frame != fWh || c.post {
		return -1
	}
	for k := start + 1; k+1 < end; k++ {
		if r.is(u, k, ",") {
			switch r.form(u, k+1) {
			case "which", "who", "whose":
				if r.resumes(u, k+1, end) {
					continue
				}
				return k
			case "but", "though", "although", "while":
				if !c.comp.clausal() {
					return k
				}
			}
			if c.comp.frame&(fNP|fObj|fObjAs|fPrep) != 0 && r.xpos(u, k+1) == "VBG" && !r.is(u, k+1, "including") {
				return k
			}
		}
		if r.dash(u, k) && !c.comp.clausal() {
			return k
		}
	}
	return -1
}

// resumes reports whether the clause goes on after a relative clause that
// begins at k: "the plan, which he wrote, is dead".
func (r *reader) resumes(u *unit, k, end int) bool {
	for ; k+1 < end; k++ {
		if r.is(u, k, ",") && r.pastAt(u, k+1) {
			return true
		}
	}
	return false
}

// pastAt reports whether a finite verb begins at k, taking a participle for
// one where no auxiliary goes with it.
func (r *reader) pastAt(u *unit, k int) bool {
	return r.finiteAt(u, k) || r.xpos(u, k) == "VBN" && !r.is(u, k+1, "by")
}

// subordinateCut ends the content of a cue in a clause that opens the unit,
// "While some support that, …", where the main clause begins.
func (r *reader) subordinateCut(u *unit, c *candidate, start, end int) int {
	b := c.begin()
	if c.post || b < 1 || b > 5 {
		return -1
	}
	switch r.form(u, b-1) {
	case "while", "as", "although", "though", "if", "when", "because", "since", "after", "before", "whereas", "once", "until":
	default:
		return -1
	}
	for k := start + 1; k+1 < end; k++ {
		if r.is(u, k, ",") && r.finiteClause(u, k+1) {
			return k
		}
		if q := u.e[k].quote; q >= 0 && r.quoteEnd(q) == ',' && r.finiteClause(u, k+1) {
			return k + 1
		}
	}
	return -1
}
