package position

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// ministers reports whether the phrase at h is "the government" with nobody's
// name on it: that of whoever speaks, or of the state where the report is from.
func (r *reader) ministers(h int) bool {
	switch r.Lemma(h) {
	case "government", "cabinet", "ministry":
	default:
		return false
	}
	the := false
	for _, kid := range r.Clauses.Kids(h) {
		switch k := int(kid); {
		case r.Clauses.Is(k, "det"):
			the = r.Low(k) == "the"
		case r.Clauses.Is(k, "amod", "compound", "nmod", "nmod:poss", "acl"):
			return false
		}
	}
	return the
}

// governs reports whether the speaker of st is a minister or an official.
func (r *reader) governs(st *travaux.Statement) bool {
	a := r.Cast.Actor(st.Speaker)
	if a == nil {
		return false
	}
	for _, role := range a.Roles {
		low := strings.ToLower(role.Title)
		if strings.Contains(low, "minister") || strings.Contains(low, "president") || strings.Contains(low, "secretary") && !strings.Contains(low, "general") {
			return true
		}
	}
	return false
}

// begins is where a statement's content begins, by which statements are in order.
func begins(st *travaux.Statement) int {
	switch {
	case len(st.Content) > 0:
		return st.Content[0].Start
	case st.Cue != nil:
		return st.Cue.Start
	}
	return 0
}

// governmentOf is the state of which a report speaks as "the government" at h: the
// one for which a minister whose state is not named speaks in the same
// paragraph, by office or by what the state itself is said to do ("The foreign
// minister said that Norland would").
func (r *reader) governmentOf(h int) []string {
	block := r.Doc.Sents[r.Doc.Toks[h].Sent].Block
	const reach = 2 // sentences
	all := r.Reading.Statements
	from := r.Doc.Blocks[block].Start
	n, _ := slices.BinarySearchFunc(all, from, func(st travaux.Statement, at int) int { return begins(&st) - at })
	for ; n < len(all) && begins(&all[n]) < r.Doc.Blocks[block].End; n++ {
		st := &all[n]
		if st.Cue == nil || len(st.Content) == 0 || !r.governs(st) {
			continue
		}
		i, _ := r.Tokens(*st.Cue)
		if i >= len(r.Doc.Toks) || r.Doc.Sents[r.Doc.Toks[i].Sent].Block != block {
			continue
		}
		if d := r.Doc.Toks[i].Sent - r.Doc.Toks[h].Sent; d < -reach || d > reach {
			continue
		}
		if of := r.behind(st); len(of) == 1 {
			return of
		}
		first, last := r.Tokens(st.Content[0])
		for k := first; k < last; k++ {
			if id := r.state(k); id != "" && r.Clauses.Is(k, "nsubj") && r.POS(r.Clauses.Head(k)) != 0 {
				if q, ok := r.Clauses.Predicate(r.Clauses.Head(k)); ok && (q.Modal == "would" || q.Modal == "will") {
					return []string{id}
				}
			}
		}
	}
	return nil
}
