package claim

import (
	"github.com/travaux/travaux/internal/lang"
)

// contentEnd returns where the content that begins at token j ends: before an
// attribution or a clause of its own.
func (r *reader) contentEnd(j, end int) int {
	for k := j + 1; k < end; k++ {
		switch r.low(k) {
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
		out = append(out, provision{from, k, ob, obliged, rule})
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
	s := int(r.d.Toks[i].Sent)
	block := r.d.Sents[s].Block
	for k := s + 1; k < len(r.d.Sents); k++ {
		sent := &r.d.Sents[k]
		if sent.Block == block || r.d.Blocks[sent.Block].Kind != lang.Item {
			break
		}
		first, last := sent.First, sent.Last
		for last > first && (r.pos(last-1) == lang.PUNCT || r.low(last-1) == "and" || r.low(last-1) == "or") {
			last--
		}
		for first < last && r.pos(first) == lang.PUNCT {
			first++
		}
		out = append(out, provision{first, last, ob, obliged, "list-item"})
	}
	return out
}
