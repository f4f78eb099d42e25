package event

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/plover"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// act reads coercion and support at verb i: sanctions and tariffs imposed or
// lifted, aid given or promised, force used or moved, and the threat of any of
// these. Both sides must be known, but for what is done to nobody in
// particular.
func (r *reader) act(i int) {
	if r.claimed[i] || !r.verb(i) || !r.clausal(i) {
		return
	}
	p, ok := r.x.Predicate(i)
	if !ok || p.Negated || r.caption(i) {
		return
	}
	a := r.acts.Deed(i)
	kind, ok := r.kindOf(i, a)
	if !ok || r.conditional(i) {
		return
	}
	f := &found{kind: kind, first: i, last: i + 1, at: i, carrier: -1, rule: "act"}
	if a.Thing >= 0 && r.claimed[a.Thing] {
		return
	}
	f.actors = r.subject(&p)
	if f.actors.none() && len(p.Subject) > 0 && kind == travaux.MilitaryAct {
		f.actors = r.sideOf(p.Subject[0])
	}
	r.targets(f, &p, a)
	if f.status, ok = r.actStatus(i, a); !ok {
		return
	}
	f.dates, f.places = r.datesOf(f), r.placesOf(f)
	if f.kind == travaux.MilitaryAct && len(f.places) == 0 {
		f.places = r.placeHit(&p)
	}
	if kind == travaux.MilitaryAct && (r.persons(f.others) || r.persons(f.actors)) { // words, mostly
		return
	}
	if kind == travaux.Aid && r.persons(f.others) { // what one person is given is no aid to a side
		return
	}
	if r.present(i) && f.status != travaux.Proposed && len(f.dates) == 0 && r.Doc.Blocks[r.Sent(i).Block].Kind == lang.Paragraph && !p.Progressive && !p.Perfect && p.Modal == "" { // what somebody is wont to do
		return
	}
	hit := !f.others.none() || f.kind == travaux.MilitaryAct && len(f.places) > 0
	if f.actors.none() && (!p.Passive || f.kind == travaux.MilitaryAct) || !hit {
		return
	}
	switch {
	case a.Ended && f.status != travaux.Happened:
		f.plover = &travaux.PLOVER{Event: string(plover.Agree)}
	case f.status == travaux.Happened:
		f.plover = &travaux.PLOVER{Event: string(a.Root), Mode: travaux.DerivePLOVER(kind, f.status).Mode}
	}
	if a.Ended {
		f.outcomes = []travaux.Value{r.Value("lifted", r.Span(i, i+1), "act-ended")}
	}
	if a.Thing > i {
		r.claimed[a.Thing] = true
	}
	r.claim(f)
}

// placeHit is the place that force is used on: "shelled the port of Bergen".
func (r *reader) placeHit(p *clause.Predicate) []travaux.Value {
	for _, o := range p.Object {
		if v, ok := r.placeAt(o); ok {
			return []travaux.Value{v}
		}
		for _, kid := range r.x.Kids(o) {
			if k := int(kid); r.x.Is(k, "nmod", "appos", "compound") {
				if v, ok := r.placeAt(k); ok {
					return []travaux.Value{v}
				}
			}
		}
	}
	return nil
}

// kindOf is the kind of event that a deed is.
func (r *reader) kindOf(i int, a plover.Deed) (travaux.EventKind, bool) {
	switch a.Class {
	case "curb":
		return travaux.Sanction, r.Lemma(i) != "pay" && a.Root == plover.Sanction || a.Root == plover.Retreat || a.Root == plover.Threaten
	case "aid", "arms":
		if r.Lemma(i) == "give" && r.inWords(a.Thing) { // "gave them credit for it"
			return "", false
		}
		if a.Root == plover.Aid || a.Root == plover.Agree || a.Root == plover.Sanction { // the last is aid cut off
			return travaux.Aid, true
		}
	}
	force := a.Class == "attack" || a.Class == "force" || a.Class == "arms" || a.Class == "land"
	switch a.Root {
	case plover.Sanction:
		return travaux.Sanction, a.Class == "envoy" || r.lex.in("penal", r.Lemma(i))
	case plover.Assault, plover.Mobilize, plover.Threaten:
		return travaux.MilitaryAct, force && a.Root != plover.Threaten || a.Class == "attack" || r.lex.in("military", r.Lemma(i))
	}
	return "", false
}

// inWords reports whether what is given is only so called: "a lot of credit",
// "ample ammunition".
func (r *reader) inWords(thing int) bool {
	if thing < 0 || r.lex.in("figurative", r.Lemma(thing)) {
		return thing >= 0
	}
	for _, kid := range r.x.Kids(thing) {
		if r.lex.in("figurative", r.Lemma(int(kid))) {
			return true
		}
	}
	return false
}

// actStatus tells how far a deed has come; what ends one calls it off.
func (r *reader) actStatus(i int, a plover.Deed) (travaux.EventStatus, bool) {
	s, ok := r.verbStatus(i)
	switch h := r.x.Head(i); {
	case a.Root == plover.Threaten, r.x.Is(i, "xcomp", "ccomp") && r.lex.in("threaten", r.Lemma(h)):
		return travaux.Proposed, true
	case !ok:
		return s, false
	case a.Root == plover.Agree && s == travaux.Happened:
		return travaux.Agreed, true
	}
	return s, ok
}

// targets finds whom a deed is done to: the object, the one it is given to, or
// whose the thing is that is hit.
func (r *reader) targets(f *found, p *clause.Predicate, a plover.Deed) {
	f.others = r.party(p.Indirect)
	for _, o := range p.Object {
		if o != a.Thing {
			f.others.join(r.sideOf(o))
		}
	}
	for _, at := range []int{p.At, a.Thing, r.x.Kid(a.Thing, "nmod"), r.x.Kid(p.At, "obl"), p.Complement} {
		if at < 0 || !f.others.none() {
			continue
		}
		for _, kid := range r.x.Kids(at) {
			k := int(kid)
			if !r.x.Is(k, "obl", "nmod", "obj") || k < at || k == a.Thing || r.Timex(k) != nil {
				continue
			}
			switch r.x.Case(k) {
			case "for":
				if f.kind == travaux.Aid {
					continue
				}
				f.others.join(r.sideOf(k))
			case "on", "against", "to", "at", "upon", "":
				f.others.join(r.sideOf(k))
			case "from":
				if a.Ended || f.kind == travaux.Aid {
					f.others.join(r.sideOf(k))
				}
			}
		}
	}
}
