package proposal

// lineage finds which text another is called a version of or goes back to: "a
// version of the plan", "the compromise, which draws on the plan", "the text
// follows a working paper".
func (t *Texts) lineage() {
	for i := range t.mentions {
		m := &t.mentions[i]
		switch k := t.Clauses.Kid(m.head, "nmod"); m.noun.Form {
		case "version":
		case "document", "draft":
			if k > m.head && t.Clauses.Case(k) == "of" {
				m.same = t.naming(k) + 1
			}
			continue
		default:
			continue
		}
		if k := t.Clauses.Kid(m.head, "nmod"); k > m.head && t.Clauses.Case(k) == "of" && t.naming(k) >= 0 {
			m.derived, m.origin = true, t.naming(k)+1
			t.versions[t.naming(k)] = true
		}
	}
	for v := range t.Doc.Toks {
		switch t.Lemma(v) {
		case "follow", "draw", "build", "rest", "replace", "supersede", "merge", "combine", "incorporate", "echo", "mirror":
		default:
			continue
		}
		p, ok := t.Clauses.Predicate(v)
		if !ok || p.Negated || p.Passive {
			continue
		}
		to := p.Object
		if l := t.Lemma(v); l == "draw" || l == "build" || l == "rest" {
			to = nil
			for _, o := range p.Obliques {
				if o.Case == "on" {
					to = t.Clauses.Conj(o.Head)
				}
			}
		}
		for _, s := range p.Subject {
			a := t.naming(s)
			if a < 0 {
				continue
			}
			for _, h := range to {
				if b := t.naming(h); b >= 0 && b != a && !t.mentions[a].derived {
					t.mentions[a].derived, t.mentions[a].origin = true, b+1
					t.mentions[a].score += 2
					t.versions[b] = true
				}
			}
		}
	}
}

// naming is the mention that token h heads, or of which the phrase it heads is
// the existence, the terms or a draft; -1 for none.
func (t *Texts) naming(h int) int {
	if h < 0 || h >= len(t.at) {
		return -1
	}
	if t.at[h] > 0 {
		return int(t.at[h]) - 1
	}
	return -1
}

// apposed returns the mention that mention i stands in apposition to: "a
// 19-clause text, a shorter version of the draft"; -1 for none.
func (t *Texts) apposed(i int) int {
	m := &t.mentions[i]
	if t.Clauses.Is(m.head, "appos") {
		if k := t.naming(t.Clauses.Head(m.head)); k >= 0 {
			return k
		}
	}
	if i > 0 && (t.Low(m.first-1) == "," || t.Low(m.first-1) == "—") && m.derived && t.mentions[i-1].last == m.first-1 {
		return i - 1
	}
	return -1
}

// relate sets which text a counter-proposal answers and a version goes back
// to: the one named, else the nearest before that is no counter-proposal.
func (t *Texts) relate() {
	for k, x := range t.texts {
		for _, i := range x.mentions {
			if o := t.mentions[i].origin; x.derived && o > 0 && t.mentions[o-1].text != x && t.mentions[o-1].text != nil {
				x.parent = t.mentions[o-1].text
				x.parent.used = true
			}
		}
		for j := k - 1; j >= max(0, k-horizon) && (x.counter && x.against == nil || x.derived && x.parent == nil); j-- {
			b := t.texts[j]
			if b.counter || b.plural || !t.kept(b) || x.derived && !x.counter && b.family != x.family && b.family != "any" && x.family != "any" {
				continue
			}
			if x.counter && x.against == nil {
				x.against = b
			}
			if x.derived && x.parent == nil && !x.counter {
				x.parent = b
			}
		}
	}
}
