package claim

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
)

// who is the actors that some words name.
type who struct {
	ids   []string
	first int // tokens [first, last) of the words; first < 0 for none
	last  int
}

func nobody() who { return who{first: -1} }

func (w *who) add(v who) {
	for _, id := range v.ids {
		if !slices.Contains(w.ids, id) {
			w.ids = append(w.ids, id)
		}
	}
	switch {
	case v.first < 0:
	case w.first < 0:
		w.first, w.last = v.first, v.last
	default:
		w.first, w.last = min(w.first, v.first), max(w.last, v.last)
	}
}

// nominal reports whether the part of speech can head a phrase that names.
func nominal(p lang.POS) bool { return p == lang.NOUN || p == lang.PROPN }

// phrase returns the actors of noun phrase n alone.
func (r *reader) phrase(n int) who {
	w := nobody()
	np := r.np.NPs[n]
	h := r.head(n)
	if r.tx[h] > 0 && r.at[h] == 0 {
		return w
	}
	w.first, w.last = np.First, np.Last
	if i := r.at[h]; i > 0 {
		m := &r.d.Mentions[i-1]
		if m.Head == h || m.Last >= np.Last || m.Last > h {
			w.ids = r.members(m, h)
			if len(w.ids) > 0 {
				return w
			}
		}
	}
	if id := r.common(n); id != "" {
		w.ids = []string{id}
		return w
	}
	return nobody()
}

// head returns the head of phrase n, or the noun before it where a time has
// been taken for part of the phrase ("Norway next month").
func (r *reader) head(n int) int {
	np := r.np.NPs[n]
	h := np.Head
	if r.tx[h] == 0 || r.at[h] > 0 {
		return h
	}
	k := h
	for k > np.First && r.tx[k] == r.tx[h] {
		k--
	}
	if nominal(r.pos(k)) && r.tx[k] == 0 {
		return k
	}
	return h
}

// members returns the actors of a mention: those that a plural is made of
// where that is known.
func (r *reader) members(m *lang.Mention, h int) []string {
	if m.Entity < 0 || m.Type == lang.Event || m.Use == lang.AsAdjective && r.pos(h) == lang.ADJ {
		return nil
	}
	e := &r.d.Entities[m.Entity]
	if m.Type == lang.Pronoun || m.Type == lang.Nominal || m.Type == lang.Anonymous {
		var ids []string
		for _, k := range e.Members {
			if id := r.c.ID(k); id != "" {
				ids = append(ids, id)
			}
		}
		if len(ids) > 1 {
			return ids
		}
	}
	if m.Type == lang.Nominal && !personal(coref.KindOf(r.lemma(m.Head))) {
		return nil
	}
	if id := r.c.ID(m.Entity); id != "" {
		if a := r.c.Actor(id); a != nil && (a.Type != travaux.ActorPlace || m.Sense != lang.AsPlace) {
			return []string{id}
		}
	}
	return nil
}

func personal(k coref.Kind) bool { return k == coref.PersonNoun || k == coref.BodyNoun }

// common registers a phrase of people or bodies that nobody else knows: "union
// negotiators", "representatives of the ministry".
func (r *reader) common(n int) string {
	np := r.np.NPs[n]
	if r.pos(np.Head) != lang.NOUN || !personal(coref.KindOf(r.lemma(np.Head))) && !r.collective(n) {
		return ""
	}
	first, last := np.First, np.Last
	switch r.low(first) {
	case "no", "any", "which", "what", "every":
		return ""
	case "the", "a", "an":
		first++
	}
	if r.low(last) == "of" {
		if m := r.np.Starts(last + 1); m >= 0 {
			last = r.np.NPs[m].Last
		}
	}
	if first >= last {
		return ""
	}
	return r.c.Add(r.d.TokSpan(first, last), travaux.ActorGroup)
}

// collective reports whether phrase n names a side by a word that only does so
// with a name: "the northern capitals", "the ministry's team".
func (r *reader) collective(n int) bool {
	np := r.np.NPs[n]
	if !r.lex.in("collective", r.lemma(np.Head)) {
		return false
	}
	for k := np.First; k < np.Head; k++ {
		if r.at[k] > 0 {
			return true
		}
	}
	return false
}

// list returns the actors of the phrases joined from token i on: "A, B and C",
// with those added by "along with" and "including".
func (r *reader) list(i, limit int) who { return r.listOf(i, limit, false) }

// listOf is list; whole says that a verb after it does not make its last member
// the subject of another clause.
func (r *reader) listOf(i, limit int, whole bool) who {
	w := nobody()
	n := r.np.Starts(i)
	if n < 0 {
		return w
	}
	w = r.phrase(n)
	open := nobody() // members after a comma, until an "and" shows that it is a list
	end := r.np.NPs[n].Last
	for end < limit && len(w.ids) > 0 {
		k := end
		comma := r.low(k) == ","
		if comma {
			k++
		}
		and := r.low(k) == "and" || r.low(k) == "&"
		along := 0
		if and {
			k++
		} else if along = r.alongAt(k); along > 0 {
			k += along
		} else if !comma {
			break
		}
		m := r.np.Starts(k)
		if m < 0 || k >= limit {
			break
		}
		next := r.phrase(m)
		e := r.np.NPs[m].Last
		switch {
		case len(next.ids) == 0, !and && along == 0 && !r.named(r.np.NPs[m].Head), r.xpos(e) == "POS":
			return w
		case and && !whole && (r.finite(e) || r.pos(e) == lang.AUX): // the subject of another clause
			return w
		}
		open.add(next)
		if and || along > 0 {
			w.add(open)
			open = nobody()
		}
		end = e
	}
	return w
}

// alongAt returns how many words at token k add companions, 0 for none.
func (r *reader) alongAt(k int) int {
	switch r.low(k) {
	case "including", "plus":
		return 1
	case "along", "together":
		if r.low(k+1) == "with" {
			return 2
		}
	case "accompanied", "joined", "flanked":
		if r.low(k+1) == "by" {
			return 2
		}
	case "as":
		if r.low(k+1) == "well" && r.low(k+2) == "as" {
			return 3
		}
	}
	return 0
}

// named reports whether token h heads a name.
func (r *reader) named(h int) bool {
	i := r.at[h]
	if i == 0 {
		return false
	}
	switch r.d.Mentions[i-1].Type {
	case lang.Person, lang.Organisation, lang.Place, lang.Group:
		return true
	}
	return false
}

// leftList returns the actors of the phrases that end before token i: the
// nearest phrase that stands in no prepositional phrase, with those joined to
// it on the left.
func (r *reader) leftList(i int) who {
	lo := r.sent(max(i-1, 0)).First
	n := -1
	for k := i; k > lo; {
		n = r.np.Ends(k)
		if n < 0 {
			return nobody()
		}
		np := r.np.NPs[n]
		if r.tx[np.Head] > 0 && r.at[np.Head] == 0 { // "officials on Monday said"
			k = np.First
			if k > lo && r.pos(k-1) == lang.ADP {
				k--
			}
			continue
		}
		if np.First > lo && r.pos(np.First-1) == lang.ADP && r.low(np.First-1) != "including" && !r.sentenceOpener(np.First-1) && !r.breaks(np.First-1) {
			prev := r.np.Ends(np.First - 1)
			if prev < 0 {
				return nobody()
			}
			if r.low(np.First-1) == "with" || r.low(np.First-1) == "between" {
				break
			}
			k = np.First - 1
			continue
		}
		break
	}
	if n < 0 {
		return nobody()
	}
	return r.joinedLeft(n, lo)
}

func (r *reader) sentenceOpener(k int) bool { return k == r.sent(k).First && r.low(k) != "in" }

// joinedLeft adds to phrase n those joined to it on its left.
func (r *reader) joinedLeft(n, lo int) who {
	w := r.phrase(n)
	joined := false
	for first := r.np.NPs[n].First; ; {
		k := first - 1
		and := k >= lo && (r.low(k) == "and" || r.low(k) == "&")
		if and {
			k--
		}
		if k >= lo && r.low(k) == "," && (and || joined) {
			k--
		} else if !and {
			return w
		}
		m := r.np.Ends(k + 1)
		if m < 0 || k < lo {
			return w
		}
		if p := r.np.NPs[m].First - 1; p >= lo && r.pos(p) == lang.ADP && r.low(p) != "with" && r.low(p) != "between" {
			return w
		}
		joined = true
		prev := r.phrase(m)
		if len(prev.ids) == 0 || !and && !r.named(r.np.NPs[m].Head) {
			return w
		}
		prev.add(w)
		w = prev
		first = r.np.NPs[m].First
	}
}

// possessor returns the actor that owns the phrase n: "the envoy's visit",
// "his meetings".
func (r *reader) possessor(n int) who {
	np := r.np.NPs[n]
	if k := r.edge(n) - 1; k > r.sent(np.Head).First && genitive(r.low(k)) {
		if m := r.np.Ends(k); m >= 0 {
			if w := r.phrase(m); len(w.ids) > 0 {
				return w
			}
		}
	}
	for k := np.First; k < np.Head; k++ {
		if strings.HasPrefix(r.xpos(k), "PRP$") {
			if i := r.at[k]; i > 0 {
				return who{r.members(&r.d.Mentions[i-1], k), k, k + 1}
			}
			if i := r.pronounAt(k); i >= 0 {
				return who{r.members(&r.d.Mentions[i], k), k, k + 1}
			}
		}
		if r.xpos(k) == "POS" && k > np.First {
			if i := r.at[k-1]; i > 0 {
				m := &r.d.Mentions[i-1]
				if ids := r.members(m, m.Head); len(ids) > 0 && m.Last <= k {
					return who{ids, max(m.First, np.First), k}
				}
			}
		}
	}
	return nobody()
}

// edge returns the first token of phrase n with the participles that a tagger
// has cut from it: "the envoy's planned | visit".
func (r *reader) edge(n int) int {
	first := r.np.NPs[n].First
	k := first
	for k > r.sent(first).First && (r.xpos(k-1) == "VBN" || r.xpos(k-1) == "VBG") {
		k--
	}
	if k < first && k > r.sent(first).First && (genitive(r.low(k-1)) || r.pos(k-1) == lang.DET || r.pos(k-1) == lang.ADJ) {
		return k
	}
	return first
}

func genitive(w string) bool { return w == "'s" || w == "’s" }

func (r *reader) pronounAt(k int) int {
	for i := range r.d.Mentions {
		if m := &r.d.Mentions[i]; m.First <= k && k < m.Last && m.Type == lang.Pronoun {
			return i
		}
	}
	return -1
}
