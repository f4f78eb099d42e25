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

// pronounAt returns the pronoun mention over token k, or -1.
func (r *reader) pronounAt(k int) int {
	i, _ := slices.BinarySearchFunc(r.d.Mentions, r.d.Toks[k].Start, func(m lang.Mention, at int) int { return m.Start - at })
	for ; i < len(r.d.Mentions) && r.d.Mentions[i].Start == r.d.Toks[k].Start; i++ {
		if r.d.Mentions[i].Type == lang.Pronoun {
			return i
		}
	}
	return -1
}
