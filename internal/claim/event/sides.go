package event

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// nounSides finds who takes part in the event of noun f.at.
func (r *reader) nounSides(f *found, support bool) {
	between := r.beside(f, f.at, "nmod", "acl")
	r.led(f)
	f.actors.join(r.owner(f.at))
	r.compound(f)
	if h := r.x.Head(f.at); len(f.actors.ids) == 0 && r.x.Is(f.at, "nmod") && r.nominal(h) && r.Timex(h) == nil && r.lex.in("wish", r.Lemma(h)) {
		f.actors.join(r.owner(h)) // "the envoy's hopes for a meeting"
	}
	if f.carrier < 0 {
		r.calledBefore(f)
		return
	}
	p, _ := r.x.Predicate(f.carrier)
	l := r.Lemma(f.carrier)
	if support || r.sharesIn(l) {
		if !between && len(f.others.ids) == 0 {
			between = r.beside(f, f.carrier, "obl", "nmod")
		}
	}
	if p.Passive {
		r.manner(f, l, r.subject(&p))
		return
	}
	subject := r.subject(&p)
	switch {
	case r.lex.in("hosts", l) || r.lex.in("mediates", l):
		r.manner(f, l, subject)
	case between && !support:
	case support || r.sharesIn(l):
		if len(f.actors.ids) == 0 || support && len(f.others.ids) == 0 && !between || len(without(f.others.ids, f.actors.ids)) == 0 && !between {
			if subject.none() && len(f.actors.ids) == 0 && len(p.Subject) > 0 {
				subject = r.owner(p.Subject[0]) // "the chair's announcement followed a call"
			}
			f.actors.join(subject)
		} else if support && !between && len(f.others.ids) > 0 {
			f.actors.join(subject)
		}
	}
}

// beside reads the prepositional phrases that hang on token at for the sides of
// f, and reports whether both are named together ("between A and B").
func (r *reader) beside(f *found, at int, rels ...string) bool {
	between := false
	for _, kid := range r.x.Kids(at) {
		k := int(kid)
		if !r.x.Is(k, rels...) || k < at && at == f.at || r.Timex(k) != nil && r.Mention(k) == nil {
			continue
		}
		heads := r.x.Conj(k)
		switch c := r.cases(k); c {
		case "between", "among":
			if f.t.has("between") || f.t.has("of") {
				f.actors.join(r.party(append(slices.Clone(heads), r.second(k, heads)...)))
				between = true
			}
		case "with", "along with", "together with", "alongside":
			if f.t.has("with") || f.t.has("to") {
				r.withParty(f, k, heads)
			}
		case "for":
			if f.t.has("for") && at == f.at {
				f.others.join(r.party(heads))
			}
		case "on", "against":
			if f.t.has("on") && at == f.at {
				f.others.join(r.party(heads))
			}
		case "of", "by":
			if (f.t.has("of") || f.t.has("labour")) && at == f.at {
				f.actors.join(r.party(heads))
			}
		case "to":
			if f.kind == travaux.Aid && at == f.at {
				f.others.join(r.party(heads))
			}
			if f.kind == travaux.Visit && at == f.at && len(f.places) == 0 {
				if v, ok := r.placeAt(k); ok {
					f.places = []travaux.Value{v}
				}
			}
		}
		if r.talksNoun(k) && at == f.at && r.x.Case(k) == "of" { // "a round of talks between"
			between = r.beside(f, k, rels...) || between
		}
	}
	return between
}

// second is the other side of "between A and B" where the tree has made B the
// subject of what follows.
func (r *reader) second(k int, heads []int) []int {
	_, end := r.x.Phrase(k)
	if len(heads) > 1 || r.Low(end) != "and" {
		return nil
	}
	for h := end + 1; h < min(end+8, r.Sent(k).Last); h++ {
		if from, _ := r.x.Core(h); from == end+1 && r.x.Is(h, "nsubj", "conj", "obj") {
			return []int{h}
		}
	}
	return nil
}

// withParty adds those after "with". What is with a thing is no side.
func (r *reader) withParty(f *found, k int, heads []int) {
	if r.audience(heads) && f.kind != travaux.PressStatement {
		f.others.join(party{heads: heads})
		return
	}
	f.others.join(r.party(heads))
}

// led reads who holds, hosts or mediates what f tells of: "hosted by Norway",
// "was chaired by the mediator", "a session that she chaired".
func (r *reader) led(f *found) {
	for _, t := range f.said {
		l := r.Lemma(t.at)
		if !r.lex.in("held", l) && !r.lex.in("support", l) && !r.lex.in("hosts", l) && !r.lex.in("mediates", l) && !r.lex.in("accompany", l) {
			continue
		}
		p, ok := r.x.Predicate(t.at)
		if !ok || !t.object && !p.Passive || r.lex.in("accompany", l) && l != "join" {
			continue
		}
		r.manner(f, l, r.subject(&p))
		if !t.object {
			r.beside(f, t.at, "obl", "nmod")
		}
	}
}

// manner adds who by a verb's lemma hosts, mediates or takes part.
func (r *reader) manner(f *found, l string, w party) {
	switch {
	case r.lex.in("hosts", l):
		f.hosts.join(w)
	case r.lex.in("mediates", l):
		f.mediators.join(w)
	default:
		f.actors.join(w)
	}
}

// calledBefore adds who acts in a clause that says what happened at the event:
// "a meeting in which the chair said".
func (r *reader) calledBefore(f *found) {
	if len(f.actors.ids) > 0 {
		return
	}
	for _, kid := range r.x.Kids(f.at) {
		k := int(kid)
		if !r.x.Is(k, "acl:relcl") {
			continue
		}
		if p, ok := r.x.Predicate(k); ok && r.inWhich(k) {
			f.actors.join(r.subject(&p))
		}
	}
}

// inWhich reports whether the relative clause of k says what happened there.
func (r *reader) inWhich(k int) bool {
	for _, kid := range r.x.Kids(k) {
		i := int(kid)
		if r.Low(i) == "which" || r.Low(i) == "where" {
			switch r.x.Case(i) {
			case "in", "at", "during":
				return true
			}
			return r.Low(i) == "where"
		}
	}
	return false
}

// sharesIn reports whether the subject of a verb takes part in the event that is
// its object, though the verb says more than that it took place.
func (r *reader) sharesIn(lemma string) bool {
	for _, class := range []string{"plan", "propose", "agree", "cancel", "postpone", "follow"} {
		if r.lex.in(class, lemma) {
			return true
		}
	}
	return lemma == "call"
}

// compound adds the sides that stand before the noun: "the Ruiz–Kern meeting",
// "Norwegian-Swedish talks".
func (r *reader) compound(f *found) {
	first, _ := r.x.Core(f.at)
	var ids []string
	at, dash := -1, false
	for k := first; k < f.first; k++ {
		if isDash(r.Low(k)) {
			dash = true
			continue
		}
		m := r.Mention(k)
		if m == nil || m.First < first || m.Last > f.first || m.Type == lang.Pronoun || m.Sense == lang.AsPlace && !dash && m.Type == lang.Place || r.x.Under(k, r.x.Owner(f.at)) && r.x.Owner(f.at) >= 0 {
			continue
		}
		if id := r.Cast.ID(m.Entity); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
			if at < 0 {
				at = k
			}
		}
	}
	if len(ids) >= 2 && dash || len(ids) == 1 && len(f.others.ids) > 0 && len(f.actors.ids) == 0 {
		f.actors.join(party{ids: ids, first: at, last: f.first})
	}
}
