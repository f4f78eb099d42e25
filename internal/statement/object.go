package statement

import "github.com/travaux/travaux/internal/lang"

// adjunct steps over one phrase between cue and content, and says whether it
// is the addressee.
func (r *reader) adjunct(u *unit, e *entry, p int, addressed bool) (next int, isAddr bool) {
	if p >= len(u.e) || u.e[p].quote >= 0 {
		return p, false
	}
	if r.pos(u, p) == lang.ADV {
		return p + 1, false
	}
	if end := r.npEnd(u, p); end > 0 {
		if r.timePhrase(u, p) {
			return end, false
		}
		if (e.has(fTell) || e.has(fObjTo)) && !addressed {
			for {
				n := r.attachment(u, end, -1)
				if n <= end || r.is(u, end, "that") || r.is(u, end, "who") {
					return end, true
				}
				end = n
			}
		}
		return p, false
	}
	if r.pos(u, p) == lang.ADP || r.is(u, p, "to") {
		if end := r.npEnd(u, p+1); end > 0 {
			for r.is(u, end, "of") && r.npEnd(u, end+1) > 0 {
				end = r.npEnd(u, end+1)
			}
			return end, false
		}
		if r.pos(u, p+1) == lang.NUM {
			return p + 2, false
		}
	}
	if (r.is(u, p, "when") || r.is(u, p, "while")) && (r.xpos(u, p+1) == "VBN" || r.xpos(u, p+1) == "VBG") {
		for q := p + 1; q < len(u.e) && q < p+14; q++ {
			if r.is(u, q, ",") || u.e[q].quote >= 0 {
				return q, false
			}
		}
	}
	return p, false
}

// nominalObject reads the frames in which a noun phrase follows the cue.
func (r *reader) nominalObject(u *unit, e *entry, p int) complement {
	if p >= len(u.e) {
		return complement{}
	}
	end := r.npEnd(u, p)
	if end < 0 {
		if u.e[p].quote >= 0 && e.Frames&(fNP|fObj|fObjAs) != 0 {
			return complement{ok: true, frame: fNP, from: p}
		}
		if e.has(fNP) && len(e.After) > 0 && r.pos(u, p-1) == lang.ADP && !r.punct(u, p) && p+1 < len(u.e) { // "called for steep tariffs"
			return complement{ok: true, frame: fNP, from: p}
		}
		if e.has(fNP) && (r.is(u, p, "what") || r.is(u, p, "how")) {
			return complement{ok: true, frame: fNP, from: p}
		}
		if e.has(fObjAs) && r.is(u, p, "as") { // "which they see as a threat"
			return complement{ok: true, frame: fObjAs, from: p + 1}
		}
		return complement{}
	}
	if r.timePhrase(u, p) {
		if !e.has(fNP) || end >= len(u.e)-1 {
			return complement{}
		}
		if r.npEnd(u, end) < 0 && end-p <= 3 { // "reported last November"
			return complement{}
		}
		if r.npEnd(u, end) > 0 {
			p, end = end, r.npEnd(u, end)
		}
	}
	switch {
	case e.has(fObjAs) && r.before(u, end, "as"):
		return complement{ok: true, frame: fObjAs, from: p}
	case e.has(fObjTo) && r.before(u, end, "to"):
		return complement{ok: true, frame: fObjTo, from: p}
	case e.has(fObj) && r.predicate(u, end):
		return complement{ok: true, frame: fObj, from: p}
	case e.has(fNP):
		return complement{ok: true, frame: fNP, from: p}
	}
	return complement{}
}

// before reports whether word w comes before the clause ends.
func (r *reader) before(u *unit, p int, w string) bool {
	for k := p; k < len(u.e) && k < p+14; k++ {
		if r.is(u, k, w) {
			return w != "to" || r.pos(u, k+1) == lang.VERB || r.pos(u, k+1) == lang.AUX || r.pos(u, k+1) == lang.ADV
		}
		if r.is(u, k, ",") || r.is(u, k, ";") || r.is(u, k, ".") || r.finiteVerb(u, k) {
			return false
		}
	}
	return false
}

// predicate reports whether a second noun phrase, an adjective or a quotation
// follows an object: "called the text a trap".
func (r *reader) predicate(u *unit, p int) bool {
	for n := 0; n < 4; n++ {
		if r.is(u, p, "of") || r.is(u, p, "in") || r.is(u, p, "for") {
			if e := r.npEnd(u, p+1); e > 0 {
				p = e
				continue
			}
			return r.is(u, p, "of")
		}
		break
	}
	if p >= len(u.e) {
		return false
	}
	if u.e[p].quote >= 0 || (r.pos(u, p) == lang.DET || r.pos(u, p) == lang.PRON) && r.isQuote(u, p+1) {
		return true
	}
	if r.pos(u, p) == lang.ADV {
		p++
	}
	return r.pos(u, p) == lang.ADJ || r.xpos(u, p) == "VBN" || r.npEnd(u, p) > 0 && !r.timePhrase(u, p) || r.isQuote(u, p)
}
