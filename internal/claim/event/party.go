package event

import (
	"slices"
	"sort"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
	"github.com/travaux/travaux/internal/lang/coref"
)

// party is those who take one part in an event.
type party struct {
	ids   []string
	heads []int
	first int // tokens [first, last) of the words; empty for nobody
	last  int
}

func (w *party) join(v party) {
	for _, id := range v.ids {
		if !slices.Contains(w.ids, id) {
			w.ids = append(w.ids, id)
		}
	}
	for _, h := range v.heads {
		if !slices.Contains(w.heads, h) {
			w.heads = append(w.heads, h)
		}
	}
	switch {
	case v.first >= v.last:
	case w.first >= w.last:
		w.first, w.last = v.first, v.last
	default:
		w.first, w.last = min(w.first, v.first), max(w.last, v.last)
	}
}

// drop takes an actor out of a party.
func (w *party) drop(id string) {
	w.ids = slices.DeleteFunc(w.ids, func(x string) bool { return x == id })
}

func (w *party) none() bool { return len(w.ids) == 0 }

// party returns those whom the phrases headed by heads name, with their
// companions and those who lead them.
func (r *reader) party(heads []int) party {
	var w party
	for _, h := range heads {
		w.join(r.one(r.meant(h)))
		w.join(r.listed(h))
	}
	for _, h := range heads {
		w.join(r.companions(h))
	}
	return w
}

// subject returns who does what p says. A "who" that the tree has put under
// another clause stands for the name before it.
func (r *reader) subject(p *clause.Predicate) party {
	if s := r.x.Kid(p.At, "nsubj"); s >= 0 && relative(r.Low(s)) && !p.Passive && !r.x.Is(p.At, "acl", "conj") {
		if w := r.party([]int{s}); !w.none() {
			return w
		}
	}
	if h := r.bearer(p); h >= 0 {
		return r.party([]int{h})
	}
	w := r.party(p.Subject)
	for _, kid := range r.x.Kids(p.At) { // "the envoys of A, B and C met", C taken for a second subject
		k := int(kid)
		if k < p.At && r.x.Is(k, "nsubj") && !p.Passive && r.plural(k) && coref.KindOf(r.Lemma(k)) == coref.PersonNoun && len(p.Subject) > 0 && k < p.Subject[0] {
			all := r.party([]int{k})
			all.join(w)
			return all
		}
	}
	return w
}

// bearer is the person of whom "who" is said although the tree has it of the body
// right before it: "Ada Lund of the union, who met them"; -1 for none.
func (r *reader) bearer(p *clause.Predicate) int {
	s, body := r.x.Kid(p.At, "nsubj"), r.x.Head(p.At)
	if s < 0 || r.Low(s) != "who" || !r.x.Is(p.At, "acl:relcl") || !r.x.Is(body, "nmod") {
		return -1
	}
	m, h := r.Mention(body), r.x.Head(body)
	if n := r.Mention(h); m == nil || m.Type != lang.Organisation && m.Type != lang.Place || n == nil || n.Type != lang.Person {
		return -1
	}
	return h
}

// meant is h, or what stands before a relative pronoun that the tree leaves
// without a noun; where h is a place that a dateline has made the subject, it is
// what follows.
func (r *reader) meant(h int) int {
	if relative(r.Low(h)) && r.POS(h) == lang.PRON {
		k := h - 1
		if r.POS(k) == lang.PUNCT {
			k--
		}
		if k >= r.Sent(h).First && (r.nominal(k) || r.Mention(k) != nil) {
			for steps := 0; steps < 4 && r.x.Is(k, "flat", "compound"); steps++ {
				k = r.x.Head(k)
			}
			return k
		}
		return h
	}
	if h == r.Sent(h).First && len(r.Actor(h)) == 0 {
		for _, kid := range r.x.Kids(h) {
			if k := int(kid); r.x.Is(k, "appos") && r.isDash(k) {
				return k
			}
		}
	}
	return h
}

// isDash reports whether a dash stands before the phrase of k: the text after a
// dateline.
func (r *reader) isDash(k int) bool {
	first, _ := r.x.Core(k)
	switch r.Low(first - 1) {
	case "—", "–", "--", "-":
		return true
	}
	return false
}

// one returns whom the phrase headed by h names, without its companions.
func (r *reader) one(h int) party {
	if h < 0 || !r.nominal(h) && r.POS(h) != lang.PRON && r.POS(h) != lang.NUM && r.Mention(h) == nil {
		return party{}
	}
	if k := r.apposed(h); k >= 0 {
		return r.named(k, h)
	}
	if ks := r.membersOf(h); len(ks) > 1 {
		var w party
		for _, k := range ks {
			one := r.named(k, h)
			if id := r.stateAt(k); id != "" { // not the envoys whose phrase it ends
				one.ids = []string{id}
			}
			w.join(one)
		}
		if len(w.ids) > 1 {
			return w
		}
	}
	return r.named(h, h)
}

// named returns the actors of token k; their words begin at h's phrase.
func (r *reader) named(k, h int) party {
	ids := r.Actor(k)
	if len(ids) == 0 {
		ids = r.Parties([]int{k})
	}
	if len(ids) == 0 {
		if id := r.collective(k); id != "" {
			ids = []string{id}
		}
	}
	if len(ids) == 0 {
		return party{}
	}
	first, last := r.x.Core(h)
	if k != h {
		a, b := r.x.Core(k)
		first, last = min(first, a), max(last, b)
	}
	if m := r.Mention(k); m != nil && m.First >= 0 && m.First <= k && k < m.Last {
		first, last = min(first, m.First), max(last, m.Last)
	}
	return party{ids: ids, heads: []int{k}, first: first, last: last}
}

// apposed is the head of a person's name that stands in apposition to office h:
// "the chairman of the port, Jana Roth"; -1 for none.
func (r *reader) apposed(h int) int {
	if m := r.Mention(h); r.POS(h) != lang.NOUN && m != nil && m.Type == lang.Person {
		return -1
	}
	if coref.KindOf(r.Lemma(h)) != coref.PersonNoun || r.plural(h) {
		return -1
	}
	for k, steps := h, 0; k >= 0 && steps < 4; steps++ { // "the head of the port, Jana Roth" may hang her on the port
		next := -1
		for _, kid := range r.x.Kids(k) {
			i := int(kid)
			if m := r.Mention(i); i > k && r.x.Is(i, "appos", "flat", "nmod:desc") && m != nil && m.Type == lang.Person {
				return i
			}
			if i > k && (r.x.Is(i, "nmod") && r.x.Case(i) == "of" || r.x.Is(i, "appos")) {
				next = i
			}
		}
		k = next
	}
	return -1
}

// membersOf are the states or bodies whose people are meant: "envoys of A, B and
// C".
func (r *reader) membersOf(h int) []int {
	if !r.plural(h) || coref.KindOf(r.Lemma(h)) != coref.PersonNoun {
		return nil
	}
	for _, kid := range r.x.Kids(h) {
		k := int(kid)
		if !r.x.Is(k, "nmod") || k < h {
			continue
		}
		if c := r.x.Case(k); c != "of" && c != "from" {
			continue
		}
		ks := r.x.Conj(k)
		for _, c := range r.x.Conj(h)[1:] { // "envoys of A, B and C", B hung on the envoys
			if m := r.Mention(c); m != nil && (m.Type == lang.Place || m.Type == lang.Organisation) && c == m.First {
				ks = append(ks, c)
			}
		}
		for _, c := range ks {
			if r.POS(c) != lang.PROPN || r.stateAt(c) == "" && len(r.Actor(c)) == 0 {
				return nil
			}
		}
		return ks
	}
	return nil
}

// stateAt is the state, place or body whose name token k ends, whatever longer
// phrase it stands in; "" for none.
func (r *reader) stateAt(k int) string {
	m := r.Doc.Mentions
	i := sort.Search(len(m), func(i int) bool { return m[i].Start > r.Doc.Toks[k].Start })
	for i--; i >= 0 && m[i].Start >= r.Sent(k).Start; i-- {
		if (m[i].Type == lang.Place || m[i].Type == lang.Organisation) && m[i].Last == k+1 {
			return r.Cast.ID(m[i].Entity)
		}
	}
	return ""
}

// sideOf is who has a part in what the phrase headed by h names, where h is no
// actor itself: its owner, who it is of, or the names before it.
func (r *reader) sideOf(h int) party {
	if w := r.party([]int{h}); !w.none() {
		return w
	}
	if w := r.owner(h); !w.none() {
		return w
	}
	for _, kid := range r.x.Kids(h) {
		k := int(kid)
		if r.x.Is(k, "nmod") && r.x.Case(k) != "by" {
			if w := r.party(r.x.Conj(k)); !w.none() {
				return w
			}
		}
	}
	for _, kid := range r.x.Kids(h) {
		k := int(kid)
		if m := r.Mention(k); m != nil && k < h && r.x.Is(k, "amod", "compound", "nmod") {
			if id := r.Cast.ID(m.Entity); id != "" {
				return party{ids: []string{id}, heads: []int{k}, first: k, last: h + 1}
			}
		}
	}
	return party{}
}

// owner returns the possessor of the phrase headed by h: "the envoy's visit",
// "his meetings".
func (r *reader) owner(h int) party {
	k := r.x.Owner(h)
	if k < 0 {
		return party{}
	}
	return r.party(r.x.Conj(k))
}

func (r *reader) plural(h int) bool {
	x := r.xpos(h)
	return x == "NNS" || x == "NNPS"
}

// bodies reports whether all who act are bodies, states or sides, no persons.
func (r *reader) bodies(w party) bool {
	for _, id := range w.ids {
		a := r.Cast.Actor(id)
		if a == nil || a.Type == travaux.ActorPerson || a.Type.Anonymous() {
			return false
		}
	}
	return len(w.ids) > 0
}

// persons reports whether all who are named are persons.
func (r *reader) persons(w party) bool { return r.all(w, travaux.ActorPerson) }

// outlets reports whether all who are named are outlets.
func (r *reader) outlets(w party) bool { return r.all(w, travaux.ActorMedia) }

func (r *reader) all(w party, t travaux.ActorType) bool {
	for _, id := range w.ids {
		if a := r.Cast.Actor(id); a == nil || a.Type != t {
			return false
		}
	}
	return len(w.ids) > 0
}

// labour reports whether those who act are workers or their unions.
func (r *reader) labour(w party) bool {
	for _, h := range w.heads {
		first, last := r.x.Phrase(h)
		for k := first; k < last; k++ {
			if r.lex.in("labour", r.Lemma(k)) {
				return true
			}
		}
	}
	return false
}

// audience reports whether one of the heads is of listeners: "reporters".
func (r *reader) audience(heads []int) bool {
	return slices.ContainsFunc(heads, func(h int) bool { return r.lex.in("audience", r.Lemma(h)) })
}
