package event

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/proposal"
	"github.com/travaux/travaux/internal/lang/clause"
)

// textEvent reads what is done to a text: tabled, signed, rejected, published.
func (r *reader) textEvent(f *found, p *clause.Predicate) bool {
	public := f.kind == travaux.Leak || f.kind == travaux.Publication
	if public && r.outlets(f.actors) {
		return false // read as a publication, with its outlet
	}
	if f.t.Words[0] == "reveal" && !p.Passive && slices.ContainsFunc(p.Subject, func(s int) bool { return r.texts.At(s) != nil }) {
		return false // what a text says
	}
	c, object := r.textObject(f, p)
	proposal := object >= 0 && r.lex.in("tabled", r.Lemma(object))
	if c == nil && !(f.kind == travaux.Decision && proposal) || f.t.has("laid") && !r.laid(p) {
		return false
	}
	if c != nil {
		f.about = c.ID
	}
	if f.t.has("to") {
		f.others = r.with(p, "to")
		f.others.join(r.party(p.Indirect))
	}
	if f.kind == travaux.Decision {
		f.outcomes = []travaux.Value{r.Value(decided[f.t.Words[0]], r.Span(f.first, f.last), "decision")}
	}
	if public {
		return f.kind == travaux.Leak || !f.actors.none()
	}
	if !f.actors.none() {
		return true
	}
	return p.Passive && (f.kind == travaux.Signature || f.kind == travaux.Ratification) && (p.Modal == "will" || len(r.datesOf(f)) > 0)
}

// textObject is the text that something is done to, and the noun that names it.
func (r *reader) textObject(f *found, p *clause.Predicate) (*proposal.Text, int) {
	objects := p.Object
	for _, o := range p.Obliques {
		if o.Case == "on" && f.t.Words[0] == "sign" || f.t.has("laid") && o.Case == "forward" {
			objects = append(objects, o.Head)
		}
	}
	if f.kind == travaux.Leak && len(objects) == 0 { // "became public", "was drafted and leaked"
		objects = p.Subject
		if len(p.Subject) > 0 && r.texts.At(p.Subject[0]) == nil {
			for _, kid := range r.x.Kids(p.Subject[0]) { // "the existence of the plan"
				if r.texts.At(int(kid)) != nil {
					objects = []int{int(kid)}
				}
			}
		}
	}
	for _, o := range objects {
		if c := r.texts.At(o); c != nil {
			return c, o
		}
	}
	for k := f.first; k < f.last; k++ {
		if c := r.texts.Object(k); c != nil {
			return c, -1
		}
	}
	for _, o := range objects {
		if r.lex.in("terms", r.Lemma(o)) {
			return r.texts.Last(o), o
		}
	}
	if len(objects) > 0 {
		return nil, objects[0]
	}
	return nil, -1
}

var decided = map[string]string{
	"sign": "approved", "accept": "accepted", "adopt": "adopted", "approve": "approved", "endorse": "endorsed", "rebuff": "rejected",
	"reject": "rejected", "veto": "vetoed", "back": "approved", "dismiss": "rejected", "turn": "rejected",
}

// laid reports whether what is put is put before somebody: "put a text before
// the ministers", "put it on the table".
func (r *reader) laid(p *clause.Predicate) bool {
	for _, o := range p.Obliques {
		if o.Case == "before" || o.Case == "on" && r.Lemma(o.Head) == "table" {
			return true
		}
	}
	for _, o := range p.Object { // the tree may hang it on the object
		for _, kid := range r.x.Kids(o) {
			if k := int(kid); k > o && r.x.Is(k, "nmod") && (r.x.Case(k) == "before" || r.x.Case(k) == "on" && r.Lemma(k) == "table") {
				return true
			}
		}
	}
	return p.Particle == "forward"
}
