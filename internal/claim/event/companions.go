package event

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// listed are the other persons of a list that the tree takes for an apposition:
// "Minister Lund of Norway, Minister Roth of Austria and Minister Vik".
func (r *reader) listed(h int) party {
	var w party
	m := r.Mention(h)
	if m == nil || m.Type != lang.Person {
		return w
	}
	for _, k := range r.x.Conj(h) {
		for _, kid := range r.x.Kids(k) {
			i := int(kid)
			if o := r.Mention(i); i > k && r.x.Is(i, "appos") && o != nil && o.Type == lang.Person && o.Entity != m.Entity {
				w.join(r.plain(r.x.Conj(i)))
			}
		}
	}
	return w
}

// companions are those told to be with h: "along with", "including",
// "accompanied by", "a delegation led by".
func (r *reader) companions(h int) party {
	var w party
	for _, kid := range r.x.Kids(h) {
		k := int(kid)
		switch {
		case r.x.Is(k, "nmod", "obl", "appos", "conj", "acl", "advcl") && along(r.cases(k)):
			w.join(r.plain(r.x.Conj(k)))
		case r.x.Is(k, "acl", "advcl") && r.lex.in("accompany", r.Lemma(k)):
			if p, ok := r.x.Predicate(k); ok {
				who := p.Subject
				if r.Doc.Toks[k].XPOS == "VBG" {
					who = p.Object
				}
				w.join(r.plain(who))
			}
		case k < h && r.joinedBefore(k):
			w.join(r.plain([]int{k}))
		}
	}
	if w.none() {
		return r.included(h)
	}
	return w
}

// joinedBefore reports whether k is a person whom "and" joins to what follows,
// where the tree takes the name for part of it: "with Jana Roth and ministry
// officials".
func (r *reader) joinedBefore(k int) bool {
	m := r.Mention(k)
	return m != nil && m.Type == lang.Person && r.x.Is(k, "compound", "nmod", "amod") && r.Low(m.Last) == "and"
}

// included are the persons named after "including" in the phrase of h, wherever
// the tree hangs them.
func (r *reader) included(h int) party {
	var w party
	_, last := r.x.Yield(h)
	at := h + 1
	for at < last && r.Low(at) != "including" {
		at++
	}
	for k := at + 1; k < last; k++ {
		if m := r.Mention(k); m != nil && m.Type == lang.Person && m.Head >= k && m.Head < m.Last {
			w.join(r.plain([]int{m.Head}))
			k = m.Last - 1
			continue
		}
		switch r.POS(k) {
		case lang.NOUN, lang.PROPN, lang.ADJ, lang.CCONJ, lang.DET:
		case lang.PUNCT, lang.ADP:
			if l := r.Low(k); l != "," && l != "-" && l != "of" && l != "in" {
				return w
			}
		default:
			return w
		}
	}
	return w
}

// plain is party without companions of companions.
func (r *reader) plain(heads []int) party {
	var w party
	for _, h := range heads {
		w.join(r.one(h))
	}
	return w
}

func along(c string) bool {
	switch c {
	case "along with", "together with", "including", "as well as", "alongside", "plus", "accompanied by", "joined by":
		return true
	}
	return false
}

// cases is the preposition of the phrase that i heads with all its words.
func (r *reader) cases(i int) string {
	var ws []string
	for _, kid := range r.x.Kids(i) {
		k := int(kid)
		if !r.x.Is(k, "case", "mark", "cc") {
			continue
		}
		ws = append(ws, r.Low(k))
		for _, f := range r.x.Kids(k) {
			if r.x.Is(int(f), "fixed") {
				ws = append(ws, r.Low(int(f)))
			}
		}
	}
	return strings.Join(ws, " ")
}

// collective registers a phrase that names a side by a word that only does so
// with a name: "the northern capitals", "the ministry's team".
func (r *reader) collective(h int) string {
	people := r.lex.in("people", r.Lemma(h)) && r.plural(h)
	if !r.lex.in("collective", r.Lemma(h)) && !people || !r.nominal(h) {
		return ""
	}
	first, last := r.x.Core(h)
	if people && first == h {
		return r.Cast.Add(r.Doc.TokSpan(first, last), travaux.ActorGroup)
	}
	for k := first; k < h; k++ {
		if people || r.Mention(k) != nil || r.x.Is(k, "nmod:poss") || r.x.Is(k, "amod", "compound") && r.proper(k) || r.Doc.Toks[k].XPOS == "NNP" {
			if l := r.Low(first); l == "the" || l == "a" || l == "an" {
				first++
			}
			return r.Cast.Add(r.Doc.TokSpan(first, last), travaux.ActorGroup)
		}
	}
	return ""
}
