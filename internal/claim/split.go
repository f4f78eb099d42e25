package claim

import (
	"github.com/travaux/travaux/internal/lang"
)

// contentEnd returns where the content that begins at token j ends: before an
// attribution or a clause of its own.
func (r *reader) contentEnd(j, end int) int {
	for k := j + 1; k < end; k++ {
		switch r.low(k) {
		case "and":
			if !r.verbal(j) && r.finite(k+1) && r.verb(k+1) {
				return k
			}
		case ";", "—", "”", "(":
			return k
		case "according", "but", "while", "although", "though":
			if r.low(k-1) == "," {
				return k - 1
			}
			return k
		case ",":
			if r.low(k+1) == "which" || r.low(k+1) == "who" || r.xpos(k+1) == "VBG" && r.low(k+1) != "including" && !r.verbal(j) || r.opensClause(k+1) {
				return k
			}
		}
	}
	return end
}

// verbal reports whether the content begins with a verb.
func (r *reader) verbal(j int) bool { return r.verb(j) || r.pos(j) == lang.ADV && r.verb(j+1) }

// split cuts [j, end) into the members of a list: at commas and "and" where a
// member of the same shape begins.
func (r *reader) split(j, end int, ob, obliged, rule string) []provision {
	if j >= end || r.pos(j) == lang.ADP || r.low(j) == "to" && !r.verb(j+1) || r.pos(j) == lang.SCONJ {
		return nil
	}
	var out []provision
	commas := 0
	from := j
	cut := func(k, next int) {
		for from < k && (r.pos(from) == lang.PUNCT || r.low(from) == "such" && r.low(from+1) == "as" || r.low(from) == "as" && r.low(from-1) == "such") {
			from++
		}
		out = append(out, provision{first: from, last: k, obligation: ob, obliged: obliged, rule: rule})
		from = next
	}
	for k := j; k < end; k++ {
		l := r.low(k)
		if l != "," && l != "and" && l != ";" {
			continue
		}
		next := k + 1
		if l == "," && r.low(next) == "and" {
			next++
		}
		if next >= end || k == from || !r.member(from, next, l == "and" && commas == 0) {
			continue
		}
		if l == "," {
			commas++
		}
		cut(k, next)
		k = next - 1
	}
	cut(end, end)
	return out
}

// member reports whether a member of the list that began at token a begins at
// token b. A bare "and" joins members only where the second plainly is one.
func (r *reader) member(a, b int, bare bool) bool {
	if r.low(b) == "to" && r.verb(b+1) {
		return true
	}
	if r.verbal(a) {
		return r.verbal(b) && r.xpos(b) != "VBN" || r.low(b) == "to"
	}
	if r.xpos(b) == "VBG" {
		return true
	}
	n := r.np.Starts(b)
	if n < 0 {
		return false
	}
	if bare {
		return r.pos(b) == lang.DET || r.low(r.np.NPs[n].Last) == "of" || r.low(r.np.NPs[n].Last) == "on"
	}
	return true
}

// items returns the list items that follow the sentence of token i, each as a
// provision.
func (r *reader) items(i int, ob, obliged string) []provision {
	var out []provision
	for k := int(r.d.Toks[i].Sent) + 1; k < len(r.d.Sents) && r.item(k, int(r.d.Toks[i].Sent)); k++ {
		sent := &r.d.Sents[k]
		first, last := sent.First, sent.Last
		for last > first && (r.pos(last-1) == lang.PUNCT || r.low(last-1) == "and" || r.low(last-1) == "or") {
			last--
		}
		for first < last && (r.pos(first) == lang.PUNCT || bullet(r.low(first))) {
			first++
		}
		p := provision{first: first, last: last, obligation: ob, obliged: obliged, rule: "list-item"}
		if o, who := r.duty(first, last); o != "" {
			p.obligation, p.obliged = o, who
		}
		out = append(out, p)
	}
	return out
}

// item reports whether sentence k is an item of the list that sentence s leads
// into: a list item, or a paragraph that begins with a bullet.
func (r *reader) item(k, s int) bool {
	sent := &r.d.Sents[k]
	if r.d.Blocks[sent.Block].Kind == lang.Item {
		return sent.Block != r.d.Sents[s].Block
	}
	return bullet(r.low(sent.First)) && sent.First+2 < sent.Last
}

func bullet(w string) bool { return w == "•" || w == "-" || w == "–" || w == "*" || w == "·" }

// duty reads the modal of the first clause in [a, b) and who is its subject:
// "the operator shall grant".
func (r *reader) duty(a, b int) (obligation, obliged string) {
	for k := a; k < b; k++ {
		if r.xpos(k) != "MD" {
			if r.breaks(k) && k > a {
				return "", ""
			}
			continue
		}
		switch modal(r.low(k)) {
		case "shall", "must", "will", "would":
			obligation = "shall"
		case "should":
			obligation = "should"
		case "may", "can", "could":
			obligation = "may"
		default:
			return "", ""
		}
		if n := r.np.Starts(a); n >= 0 && r.low(a) != "no" && r.low(a) != "any" {
			if w := r.list(a, k); len(w.ids) > 0 {
				obliged = w.ids[0]
			}
		}
		return obligation, obliged
	}
	return "", ""
}
