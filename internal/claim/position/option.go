package position

import (
	"slices"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// option is what a stance is taken on.
type option struct {
	head        int
	clause      bool
	first, last int // its words
	lo, hi      int // where this passage has them, or what stands for them
	frame       string
	issue       string
	about       string // the text that it is on
	matter      bool   // surely something negotiated: an issue, a text or a word for one
}

// options returns what predicate p takes by the frames of e.
func (r *reader) options(p *clause.Predicate, e *entry) []option {
	if out := r.clefted(p, e); len(out) > 0 {
		return out
	}
	for _, f := range frames {
		if !e.takes(f) {
			continue
		}
		var out []option
		switch f {
		case "that", "to", "obj-to", "ing", "wh":
			out = r.clausal(p, f)
		case "prep":
			out = r.prepositional(p.At, p.Obliques, e.Preps)
			for n := 1; n < len(e.Words) && len(out) == 0 && e.Part == "verb"; n++ { // "gave its blessing to"
				q := r.frameOf(p.At + n)
				out = r.prepositional(p.At+n, q.Obliques, e.Preps)
			}
		case "obj":
			out = r.nominal(p.Object)
			if k := r.bare(p.At); len(out) == 0 && k >= 0 {
				out = r.nominal(r.Clauses.Conj(k))
			}
		case "subj":
			out = r.nominal(p.Subject)
			if p.Complement >= 0 && len(out) == 0 {
				out = r.clausal(p, "that")
			}
		}
		if len(out) > 0 {
			for i := range out {
				out[i].frame = f
				r.relative(p.At, &out[i])
			}
			return out
		}
	}
	return nil
}

// bare is the phrase after a verb with a particle that the parser took for an
// adverbial: "played down the threat".
func (r *reader) bare(at int) int {
	if r.particle(at) == "" {
		return -1
	}
	for _, kid := range r.Clauses.Kids(at) {
		if k := int(kid); k > at && r.Clauses.Is(k, "obl") && r.Clauses.Case(k) == "" && r.Timex(k) == nil {
			return k
		}
	}
	return -1
}

// clausal returns the clauses that p takes in a shape.
func (r *reader) clausal(p *clause.Predicate, shape string) []option {
	c := p.Complement
	if c < 0 {
		c = r.adverbial(p.At, shape)
	}
	if c < 0 && shape == "obj-to" {
		return r.strayed(p)
	}
	if c < 0 || r.shape(p, c) != shape || shape == "ing" && r.Low(c-1) == "–" {
		return nil
	}
	if shape == "ing" && len(p.Object) > 0 && p.Object[0] > p.At && p.Object[0] < c { // "support it, ending the row"
		return nil
	}
	first, last := r.stretch(c)
	out := []option{r.option(c, first, last, true)} // whoever is to do it is no matter
	if shape == "obj-to" {
		if o := r.controller(p, c); o >= 0 && o < first {
			out[0].first, _ = r.Clauses.Phrase(o)
			out[0].lo = out[0].first
		}
	}
	for _, k := range r.Clauses.Conj(c)[1:] {
		if a, b := r.stretch(k); a >= last {
			out = append(out, r.option(k, a, b, true))
			last = b
		}
	}
	if r.Low(last) == "and" && r.Low(last+1) == "that" { // hung elsewhere
		if k := r.Clauses.Head(last + 1); k > last && r.mark(k) == "that" {
			a, b := r.stretch(k)
			out = append(out, r.option(k, a, b, true))
		}
	}
	return out
}

// strayed is the infinitive after an object that the parser hung elsewhere:
// "urged the bloc to act".
func (r *reader) strayed(p *clause.Predicate) []option {
	if len(p.Object) != 1 || p.Passive || p.Object[0] < p.At {
		return nil
	}
	first, last := r.Clauses.Phrase(p.Object[0])
	if to := last; r.Low(to) == "to" && r.POS(to) == lang.PART {
		if c := r.Clauses.Head(to); c > to && len(r.Actor(p.Object[0])) > 0 {
			_, last = r.stretch(c)
			return []option{r.option(c, first, last, true)}
		}
	}
	return nil
}

// adverbial is a clause that the parser hung on i as an adverbial though it
// follows like a complement: "agreed to meet", "worry about granting".
func (r *reader) adverbial(i int, shape string) int {
	for _, kid := range r.Clauses.Kids(i) {
		k := int(kid)
		if k < i || !r.Clauses.Is(k, "advcl", "acl") {
			continue
		}
		if first, _ := r.Clauses.Yield(k); first > i+3 && shape != "obj-to" {
			continue
		}
		switch m := r.mark(k); {
		case m == "to" && (shape == "to" || shape == "obj-to"), m == "that" && shape == "that", m == "whether" && shape == "wh", m == "" && shape == "ing" && r.Doc.Toks[k].XPOS == "VBG":
			return k
		}
	}
	return -1
}

// mark is the word that opens the clause of c, "" for none.
func (r *reader) mark(c int) string {
	if c < 0 {
		return ""
	}
	k := r.Clauses.Kid(c, "mark", "case")
	if k < 0 {
		return ""
	}
	return r.Low(k)
}

// shape is the shape of the clause c that p takes.
func (r *reader) shape(p *clause.Predicate, c int) string {
	own := r.Clauses.Kid(c, "nsubj", "nsubj:pass", "csubj", "expl")
	m := r.mark(c)
	switch {
	case m == "whether" || m == "if" || r.question(c):
		return "wh"
	case r.Clauses.Is(c, "ccomp") && own >= 0 && own < c || m == "that":
		return "that"
	case r.controller(p, c) >= 0 && r.Doc.Toks[c].XPOS != "VBG":
		return "obj-to"
	case m == "to":
		return "to"
	case r.Doc.Toks[c].XPOS == "VBG":
		return "ing"
	case own >= 0 && own < c:
		return "that"
	}
	return ""
}

func (r *reader) question(c int) bool {
	switch first, _ := r.Clauses.Yield(c); r.Low(first) {
	case "whether", "how", "why", "what", "where":
		return first < c
	}
	for _, k := range r.Clauses.Kids(c) {
		switch r.Low(int(k)) {
		case "whether", "how", "when", "where", "why", "what", "which":
			return int(k) < c
		}
	}
	return false
}

// controller is the object that is to do what clause c says, -1 for none.
func (r *reader) controller(p *clause.Predicate, c int) int {
	for _, kid := range r.Clauses.Kids(p.At) {
		k := int(kid)
		if k > p.At && k < c && (r.Clauses.Is(k, "obj", "iobj") || r.Clauses.Is(k, "obl") && r.Low(p.At+1) == r.Clauses.Case(k) && r.addressee(r.Low(p.At+1)) && r.mark(c) == "to") {
			return k
		}
	}
	if p.Passive && len(p.Object) > 0 && r.mark(c) == "to" {
		return p.Object[0]
	}
	return -1
}

func (r *reader) addressee(prep string) bool { return prep == "on" || prep == "upon" || prep == "for" }

// ownClause reports whether k, joined to a clause, is one with a subject or a
// conjunction of its own.
func (r *reader) ownClause(k int) bool {
	return r.Clauses.Kid(k, "mark", "nsubj", "nsubj:pass") >= 0
}

// prepositional returns the phrases and clauses after one of preps.
func (r *reader) prepositional(at int, obliques []clause.Oblique, preps []string) []option {
	var out []option
	for _, o := range obliques {
		if o.Head > at && slices.Contains(preps, o.Case) && r.Timex(o.Head) == nil {
			if a := r.Clauses.Kid(o.Head, "acl"); a > o.Head && r.mark(a) == "to" && r.Mention(o.Head) != nil { // "for the bloc to act"
				first, _ := r.Clauses.Phrase(o.Head)
				_, last := r.stretch(a)
				return []option{r.option(a, first, last, true)}
			}
			out = append(out, r.nominal(r.Clauses.Conj(o.Head))...)
			break
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, kid := range r.Clauses.Kids(at) {
		k := int(kid)
		if k > at && r.Clauses.Is(k, "advcl", "acl", "ccomp", "xcomp") && slices.Contains(preps, r.mark(k)) && (r.Doc.Toks[k].XPOS != "VB" || r.Clauses.Kid(k, "nsubj") >= 0) {
			for _, c := range r.Clauses.Conj(k) {
				if c == k || r.ownClause(c) {
					first, last := r.stretch(c)
					out = append(out, r.option(c, first, last, true))
				}
			}
			break
		}
	}
	return out
}

// nominal returns the phrases that heads head.
func (r *reader) nominal(heads []int) []option {
	var out []option
	for _, h := range heads {
		first, last := r.Clauses.Phrase(h)
		if last > first+1 {
			first, last = r.trim(first, last)
		}
		if first < last {
			out = append(out, r.option(h, first, last, false))
		}
	}
	return out
}

// option looks up what tokens [first, last) are about. A pronoun stands for
// what was spoken of before.
func (r *reader) option(head, first, last int, isClause bool) option {
	first, last = r.spoken(head, first, r.restricted(first, last))
	o := option{head: head, clause: isClause, first: first, last: last, lo: first, hi: last}
	if !isClause && last-first == 1 && r.pointing(head) || isClause && r.Lemma(head) == "do" && last-first <= 2 { // "it", "do so"
		if before, ok := r.antecedent(head); ok {
			before.lo, before.hi = first, last
			return before
		}
	}
	r.tell(&o)
	return o
}
