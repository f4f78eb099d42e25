package proposal

import "slices"

// pointUnit reports whether texts are counted by this unit.
func pointUnit(u string) bool {
	switch u {
	case "point", "article", "clause", "chapter", "item", "step":
		return true
	}
	return false
}

// pointsIn returns the first token in [a, b) that counts points, or -1.
func (t *Texts) pointsIn(a, b int) int {
	for k := a; k < b; k++ {
		if q := t.Quantity(k); q != nil && pointUnit(q.Unit) {
			return k
		}
	}
	return -1
}

// pointsOf reads "a plan of 12 points", "a draft with nine chapters".
func (t *Texts) pointsOf(h int) int {
	for _, kid := range t.Clauses.Kids(h) {
		k := int(kid)
		if k < h || !t.lex.in("part", t.Lemma(k)) && !t.Clauses.Is(k, "acl") {
			continue
		}
		first, last := t.Clauses.Yield(k)
		if t.Clauses.Is(k, "acl") && (t.Lemma(k) != "contain" && t.Lemma(k) != "comprise" || last > k+4) {
			continue
		}
		if at := t.pointsIn(max(first, h), min(last, h+8)); at >= 0 {
			return at
		}
	}
	return -1
}

// paged reports whether tokens [a, b) count pages, which make a text and are no
// points.
func (t *Texts) paged(a, b int) bool {
	for k := a; k < b; k++ {
		if t.Lemma(k) == "page" && t.Quantity(k) != nil {
			return true
		}
	}
	return false
}

// numbered gives texts the number of points that a sentence says they have:
// "the draft has 12 points", "it contains 12 points".
func (t *Texts) numbered() {
	for v := range t.Doc.Toks {
		switch t.Lemma(v) {
		case "have", "contain", "comprise", "count", "hold", "list", "number", "run":
		default:
			continue
		}
		p, ok := t.Clauses.Predicate(v)
		if !ok || p.Negated || p.Modal != "" && p.Modal != "will" {
			continue
		}
		heads := p.Object
		for _, o := range p.Obliques {
			if o.Case == "to" || o.Case == "over" {
				heads = append(slices.Clip(heads), o.Head)
			}
		}
		for _, h := range heads {
			first, last := t.Clauses.Core(h)
			k := t.pointsIn(first, last)
			if k < 0 || !t.lex.in("part", t.Lemma(h)) {
				continue
			}
			for _, s := range p.Subject {
				i := t.naming(s)
				if i < 0 && t.Low(s) == "it" {
					i = t.lastNaming(s)
				}
				if i >= 0 && t.mentions[i].points == "" {
					t.mentions[i].points, t.mentions[i].pointsAt = t.Quantity(k).Value, k
					t.mentions[i].score += 4
				}
			}
		}
	}
}

// lastNaming is the last mention of one text in the sentence before token i, or
// -1.
func (t *Texts) lastNaming(i int) int {
	s := int(t.Doc.Toks[i].Sent)
	if s == 0 {
		return -1
	}
	prev := &t.Doc.Sents[s-1]
	for k := prev.Last - 1; k >= max(prev.First, prev.Last-lookback); k-- {
		if n := t.naming(k); n >= 0 && !t.mentions[n].plural {
			return n
		}
	}
	return -1
}
