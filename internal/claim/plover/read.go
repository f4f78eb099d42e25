package plover

import (
	"slices"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

const deepest = 6 // clauses within clauses that are looked into

// act reads the clause or noun phrase that token i heads. Who is meant to act is
// by, where it is known.
func (r *Reader) act(i int, by Side, depth int) Root {
	if i < 0 || depth > deepest {
		return ""
	}
	p, ok := r.x.Predicate(i)
	if !ok {
		return r.nominal(i, by, depth)
	}
	root := r.told(&p, by, depth)
	switch p.Modal {
	case "":
		if p.Negated && root.cooperative() {
			return Reject
		}
		return root
	case "must", "should", "ought":
		if !by.none() && !r.isSubject(&p, by) {
			return Request
		}
	}
	if p.Negated && (root.cooperative() || root == "") {
		return Reject
	}
	if r.speaks(i) {
		return root
	}
	return root.ahead()
}

// told finds the sense of a predicate that says something of what it takes.
func (r *Reader) told(p *clause.Predicate, by Side, depth int) Root {
	things := r.things(p)
	for _, s := range r.senses(p.At) {
		if !r.follows(p, s.more) {
			continue
		}
		if root := r.resolve(p, s, things, by, depth); root != "" {
			return root
		}
	}
	if r.known(p.At) {
		return ""
	}
	if root := r.act(p.Complement, by, depth+1); root != "" {
		return root
	}
	for _, c := range things { // "unleashed an offensive"
		if root := r.lex.classes[c.class][makes]; root != "" && c.near {
			return root
		}
	}
	return ""
}

// thing is something that a clause is about.
type thing struct {
	head  int
	class string
	near  bool // the object, not what a preposition adds
}

// things are the classed nouns that p takes, the object first.
func (r *Reader) things(p *clause.Predicate) []thing {
	var out []thing
	for _, h := range p.Object {
		if c := r.class(h); c != "" {
			out = append(out, thing{h, c, true})
		}
	}
	for _, o := range p.Obliques {
		if c := r.class(o.Head); c != "" && o.Head > p.At {
			out = append(out, thing{o.Head, c, false})
		}
	}
	if len(p.Object) == 0 {
		for _, h := range p.Subject { // "the first troops arrived"
			if c := r.class(h); c == "force" || c == "peacekeeper" || c == "arms" {
				out = append(out, thing{h, c, false})
			}
		}
	}
	return out
}

// resolve applies sense s to what p takes.
func (r *Reader) resolve(p *clause.Predicate, s sense, things []thing, by Side, depth int) Root {
	fit := ""
	if len(s.with) > 0 {
		for _, c := range things {
			if s.with[0] == "*" && (s.deals == "" || r.lex.classes[c.class][s.deals] != "") || slices.Contains(s.with, c.class) {
				fit = c.class
				break
			}
		}
		if fit == "" {
			return ""
		}
	}
	switch s.deals {
	case "":
		return s.root
	case threatens, requests:
		return r.voiced(p, s, by, depth)
	case refuses:
		return Reject
	case says:
		return r.governed(p, things, by, depth)
	case wills, agrees:
		if root := r.governed(p, things, by, depth).ahead(); root != "" {
			return root
		}
		return r.agreed(s)
	case begins:
		if root := r.governed(p, things, by, depth); root != "" {
			return root
		}
		return s.root
	}
	return r.dealt(p, s, fit, by, depth)
}

func (r *Reader) agreed(s sense) Root {
	if s.deals == agrees {
		return Agree
	}
	return s.root
}

// voiced is a threat or a request: "sought to mediate" is neither.
func (r *Reader) voiced(p *clause.Predicate, s sense, by Side, depth int) Root {
	if s.deals == threatens {
		return Threaten
	}
	if l := r.lemma(p.At); (l == "seek" || l == "want" || l == "need") && p.Complement >= 0 {
		if root := r.act(p.Complement, by, depth+1); root != "" {
			return root.ahead()
		}
	}
	if root := r.act(p.Complement, by, depth+1); root == Coerce && r.lemma(p.At) == "order" { // "ordered the paper to close"
		return root
	}
	return Request
}

// dealt is what dealing s.deals with a thing of class fit, or with an act that
// is told as a clause, comes to.
func (r *Reader) dealt(p *clause.Predicate, s sense, fit string, by Side, depth int) Root {
	if fit != "" {
		root := r.lex.classes[fit][s.deals]
		if fit == "passage" && s.deals == forbids && r.civil(p.Subject) {
			return Protest
		}
		return root
	}
	inner := r.act(p.Complement, by, depth+1)
	switch s.deals {
	case stops:
		switch {
		case inner.hostile():
			return Retreat
		case inner.cooperative():
			return Sanction
		}
	case allows:
		if q, ok := r.x.Predicate(p.Complement); ok { // "allowed them to hold a rally"
			for _, c := range r.things(&q) {
				if root := r.lex.classes[c.class][allows]; root != "" {
					return root
				}
			}
		}
		if inner == Protest || inner == Concede {
			return Concede
		}
		return Retreat
	case forbids:
		return Coerce
	}
	return s.root
}

// governed is the act that p's complement, or object, tells of.
func (r *Reader) governed(p *clause.Predicate, things []thing, by Side, depth int) Root {
	if root := r.act(p.Complement, by, depth+1); root != "" {
		return root
	}
	for _, h := range p.Object {
		if root := r.nominal(h, by, depth+1); root != "" {
			return root
		}
	}
	for _, c := range things {
		if root := r.lex.classes[c.class][makes]; root != "" {
			return root
		}
	}
	return ""
}

// nominal is the act that the noun at token h names: "an attack", "a suspension
// of flights", "steps to widen freedoms".
func (r *Reader) nominal(h int, by Side, depth int) Root {
	if !r.x.Noun(h) || depth > deepest {
		return ""
	}
	for _, s := range r.lex.verbs[r.lemma(h)] {
		if len(s.more) > 0 || s.deals == "" || s.deals == makes {
			continue
		}
		for _, k := range r.x.Kids(h) {
			c := int(k)
			switch {
			case r.x.Is(c, "acl"):
				if root := r.act(c, by, depth+1); root != "" {
					return r.under(s, root)
				}
			case r.x.Is(c, "nmod") && len(s.with) > 0:
				if root := r.lex.classes[r.class(c)][s.deals]; root != "" {
					return root
				}
			}
		}
	}
	return r.lex.classes[r.class(h)][makes]
}

// under is act root as a noun of sense s has it: "a threat to strike".
func (r *Reader) under(s sense, root Root) Root {
	switch s.deals {
	case threatens:
		return Threaten
	case requests:
		return Request
	case refuses:
		return Reject
	case agrees, wills:
		return root.ahead()
	}
	return root
}

// isSubject reports whether side s does what p says.
func (r *Reader) isSubject(p *clause.Predicate, s Side) bool {
	h := r.head(s)
	for _, k := range p.Subject {
		if h >= 0 && r.x.Under(h, k) && !r.apart(h, k) || r.d.Toks[k].UPOS == lang.PRON {
			return true
		}
	}
	return false
}

// apart reports whether h hangs on k only through a relative clause.
func (r *Reader) apart(h, k int) bool {
	for ; h >= 0 && h != k; h = r.x.Head(h) {
		if r.x.Is(h, "acl:relcl", "parataxis", "advcl") {
			return true
		}
	}
	return false
}

// head is the token of side s that the others hang on, -1 of nobody.
func (r *Reader) head(s Side) int {
	for i := s.First; i < s.Last; i++ {
		if h := r.x.Head(i); !s.has(h) && r.d.Toks[i].UPOS != lang.PUNCT {
			return i
		}
	}
	return -1
}
