package clause

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// Predicate is what a clause says: its verb, or the adjective or noun after a
// copula, with who and what it takes. Actors and things are given by the heads
// of their phrases, each with what is joined to it.
type Predicate struct {
	At int
	// Subject is who does it: of a passive, what follows "by"; of an infinitive
	// or participle, what controls it; of a relative clause, what it is about.
	Subject []int
	// Object is what it is done to: of a passive, the grammatical subject.
	Object      []int
	Indirect    []int // "gave them a draft", "told reporters"
	Obliques    []Oblique
	Complement  int    // head of the clause that is its object or what it is about ("said that …", "agreed to …"), -1
	Particle    string // "out" of "ruled out"
	Passive     bool
	Negated     bool   // not, never, no longer; "no" of its own subject or object
	Modal       string // "will", "would", "may", … of its own or shared with the verb it is joined to; "" for none
	Infinite    bool   // an infinitive or participle, without tense of its own
	Past        bool
	Perfect     bool
	Progressive bool
	Marker      string // the word that subordinates the clause: "that", "if", "to"
}

// Oblique is a prepositional phrase of a predicate.
type Oblique struct {
	Case string // the preposition
	Head int
}

// Predicate reads the clause that token i heads: a verb, or what stands after a
// copula. It reports whether i heads one.
func (x *Index) Predicate(i int) (Predicate, bool) {
	p := Predicate{At: i, Complement: -1}
	if i < 0 || i >= len(x.head) {
		return p, false
	}
	t := &x.d.Toks[i]
	if t.UPOS != lang.VERB && x.Kid(i, "cop") < 0 && x.Kid(i, "nsubj", "csubj") < 0 {
		return p, false
	}
	x.forms(&p)
	x.takes(&p)
	x.subject(&p)
	return p, true
}

// forms reads tense, mood, voice and negation.
func (x *Index) forms(p *Predicate) {
	i := p.At
	own := false
	p.Past = x.has(i, "Tense=Past") && x.has(i, "VerbForm=Fin")
	p.Infinite = x.d.Toks[i].UPOS == lang.VERB && !x.has(i, "VerbForm=Fin")
	p.Progressive = x.has(i, "VerbForm=Ger") || x.d.Toks[i].XPOS == "VBG"
	for _, kid := range x.Kids(i) {
		k := int(kid)
		switch {
		case x.Is(k, "aux:pass"):
			p.Passive, own = true, true
			p.Past = p.Past || x.d.Toks[k].XPOS == "VBD"
			p.Infinite = p.Infinite && !finite(x.d.Toks[k].XPOS)
		case x.Is(k, "aux", "cop"):
			own = true
			tok := &x.d.Toks[k]
			if tok.XPOS == "MD" {
				p.Modal = modal(x.Low(k))
			}
			p.Past = p.Past || tok.XPOS == "VBD"
			p.Perfect = p.Perfect || strings.EqualFold(tok.Lemma, "have")
			p.Infinite = p.Infinite && !finite(tok.XPOS)
		case x.Is(k, "nsubj:pass", "csubj:pass"):
			p.Passive = true
		case x.Is(k, "mark"):
			p.Marker = x.Low(k)
		case x.Is(k, "compound:prt"):
			p.Particle = x.Low(k)
		}
		if x.negates(k) {
			p.Negated = true
		}
	}
	if x.reduced(i) && !own {
		p.Passive = true
	}
	if h := x.Head(i); x.Is(i, "conj") && !own && h >= 0 && x.sameForm(i, h) {
		q := Predicate{At: h, Complement: -1}
		x.forms(&q)
		p.Modal, p.Passive, p.Marker = q.Modal, p.Passive || q.Passive && (x.d.Toks[i].XPOS == "VBN" || x.reduced(h)), q.Marker
		p.Past = p.Past || q.Past
		p.Infinite = p.Infinite && q.Infinite
		if x.Low(i-1) == "or" || x.Low(i-1) == "nor" {
			p.Negated = p.Negated || q.Negated
		}
	}
}

// reduced reports whether i heads a participle in place of a passive relative
// clause: "the text drafted by the chair".
func (x *Index) reduced(i int) bool {
	return x.Is(i, "acl") && !x.Is(i, "acl:relcl") && (x.d.Toks[i].XPOS == "VBN" || x.d.Toks[i].XPOS == "VBD")
}

func finite(xpos string) bool {
	switch xpos {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// modal writes out contracted forms.
func modal(low string) string {
	switch low {
	case "'ll", "’ll", "wo":
		return "will"
	case "'d", "’d":
		return "would"
	case "ca":
		return "can"
	case "sha":
		return "shall"
	}
	return low
}

func (x *Index) sameForm(a, b int) bool {
	p, q := x.d.Toks[a].XPOS, x.d.Toks[b].XPOS
	return p == q || p == "VBN" && q == "VBD" || p == "VBD" && q == "VBN"
}

func (x *Index) has(i int, feat string) bool {
	return strings.Contains(x.d.Toks[i].Feats, feat)
}

// negates reports whether k, a dependent, denies what it hangs on.
func (x *Index) negates(k int) bool {
	switch x.Low(k) {
	case "not", "n't", "n’t", "never", "neither", "nor", "hardly", "nowhere":
		return x.Is(k, "advmod", "cc", "cc:preconj")
	case "no":
		return x.Is(k, "advmod")
	case "longer":
		return x.Is(k, "advmod") && x.Low(k-1) == "no"
	case "nobody", "none", "nothing":
		return x.Is(k, "nsubj", "obj")
	}
	if x.Is(k, "nsubj", "obj") {
		if d := x.Kid(k, "det", "cc"); d >= 0 && d < k && (x.Low(d) == "no" || x.Low(d) == "neither") { // "neither the port nor the union"
			return true
		}
	}
	return false
}

// takes reads objects, prepositional phrases and clauses.
func (x *Index) takes(p *Predicate) {
	for _, kid := range x.Kids(p.At) {
		k := int(kid)
		switch {
		case x.Is(k, "obj"):
			p.Object = append(p.Object, x.Conj(x.antecedent(k, p.At))...)
		case x.Is(k, "iobj"):
			p.Indirect = append(p.Indirect, x.Conj(k)...)
			if a := x.Kid(k, "acl"); a >= 0 && x.Kid(a, "mark") >= 0 { // "asked them to return"
				p.Complement = a
			}
		case x.Is(k, "nsubj:pass"):
			p.Object = append(p.Object, x.Conj(x.antecedent(k, p.At))...)
		case x.Is(k, "obl:agent"), p.Passive && x.Is(k, "obl") && x.Case(k) == "by":
			p.Subject = append(p.Subject, x.Conj(k)...)
		case x.Is(k, "obl", "nmod") && k > p.At, x.Is(k, "obl"):
			p.Obliques = append(p.Obliques, Oblique{x.Case(k), k})
		case x.Is(k, "ccomp", "xcomp") && p.Complement < 0:
			p.Complement = k
		}
	}
	if p.Passive && len(p.Object) == 0 {
		switch h := x.Head(p.At); {
		case x.Is(p.At, "acl"):
			p.Object = x.Conj(h)
		case x.Is(p.At, "conj") && h >= 0:
			if q := x.Kid(h, "nsubj:pass", "nsubj"); q >= 0 {
				p.Object = x.Conj(x.antecedent(q, h))
			} else if x.reduced(h) {
				p.Object = x.Conj(x.Head(h))
			}
		}
	}
	if !p.Passive && len(p.Object) == 0 && x.Is(p.At, "acl:relcl") && x.Kid(p.At, "nsubj") >= 0 && x.gap(p) {
		p.Object = x.Conj(x.Head(p.At))
	}
	if len(p.Object) == 0 && x.Is(p.At, "conj") && len(p.Obliques) == 0 && p.Complement < 0 { // "drafted and tabled the text" hangs the object on the first
		if h := x.Head(p.At); h >= 0 && x.d.Toks[h].UPOS == lang.VERB {
			if o := x.Kid(h, "obj"); o > p.At {
				p.Object = x.Conj(o)
			}
		}
	}
}

// gap reports whether the relative clause p lacks an object: "the plan she
// backed", not "the plan that failed".
func (x *Index) gap(p *Predicate) bool {
	s := x.Kid(p.At, "nsubj")
	return !relative(x.Low(s)) && p.Complement < 0
}

func relative(low string) bool {
	switch low {
	case "who", "whom", "which", "that", "whose":
		return true
	}
	return false
}

// antecedent is what relative pronoun k of the clause that v heads stands for,
// or k itself.
func (x *Index) antecedent(k, v int) int {
	if !relative(x.Low(k)) {
		return k
	}
	for steps := 0; v >= 0 && steps < 16; steps++ {
		if x.Is(v, "acl") {
			return x.Head(v)
		}
		v = x.Head(v)
	}
	return k
}

// subject finds who does what p says.
func (x *Index) subject(p *Predicate) {
	if len(p.Subject) > 0 || p.Passive {
		return
	}
	p.Subject = x.doer(p.At, 0)
}

// nearest is the subject that hangs on v, of two that which is nearer: the
// other is a dateline, unless what is nearer stands between dashes.
func (x *Index) nearest(v int) int {
	s := -1
	for _, kid := range x.Kids(v) {
		if k := int(kid); x.Is(k, "nsubj") && (s < 0 || k < v && !x.Aside(k, v)) {
			s = k
		}
	}
	return s
}

// Aside reports whether what hangs on v by k, before it, is put in between
// dashes: "the organiser — no name, please — thinks".
func (x *Index) Aside(k, v int) bool {
	first, last := x.Yield(k)
	return dashed(x.Low(first)) || dashed(x.Low(first-1)) && x.dashIn(last, v)
}

func (x *Index) dashIn(from, to int) bool {
	for i := from; i < to; i++ {
		if dashed(x.Low(i)) {
			return true
		}
	}
	return false
}

func dashed(w string) bool { return w == "—" || w == "–" || w == "--" }

// doer is the subject of the active clause that v heads, its own or one that it
// takes over.
func (x *Index) doer(v, depth int) []int {
	if depth > 8 || v < 0 {
		return nil
	}
	if s := x.nearest(v); s >= 0 {
		return x.Conj(x.antecedent(s, v))
	}
	h := x.Head(v)
	switch {
	case h < 0:
		return nil
	case x.Is(v, "conj"):
		if x.Kid(h, "nsubj:pass") >= 0 && x.Kid(v, "aux:pass") < 0 {
			return x.Conj(x.antecedent(x.Kid(h, "nsubj:pass"), h))
		}
		return x.doer(h, depth+1)
	case x.Is(v, "xcomp"):
		if o := x.Kid(h, "iobj"); o >= 0 {
			return x.Conj(o)
		}
		if o := x.Kid(h, "obj"); o >= 0 {
			return x.Conj(x.antecedent(o, h))
		}
		if o := x.Kid(h, "nsubj:pass"); o >= 0 { // "was urged to leave"
			return x.Conj(x.antecedent(o, h))
		}
		return x.doer(h, depth+1)
	case x.Is(v, "acl:relcl"):
		return nil
	case x.Is(v, "acl"):
		if x.d.Toks[v].XPOS == "VBG" {
			return x.Conj(h)
		}
		if x.Is(h, "iobj") {
			return x.Conj(h)
		}
		if o := x.Owner(h); o >= 0 { // "its plan to leave"
			return []int{o}
		}
	case x.Is(v, "advcl", "ccomp"):
		if x.Kid(h, "nsubj:pass") >= 0 {
			return x.Conj(x.antecedent(x.Kid(h, "nsubj:pass"), h))
		}
		return x.doer(h, depth+1)
	}
	return nil
}
