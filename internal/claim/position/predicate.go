package position

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// match returns the entries of a part of speech that stand at token i: those of
// more words before and instead of the bare ones.
func (r *reader) match(i int, part string) []*entry {
	key := r.Lemma(i)
	if part == "adj" {
		key = r.Low(i)
	}
	all := r.lex.entries[part][key]
	if len(all) == 0 {
		return nil
	}
	var out []*entry
	for _, e := range all {
		if len(e.Words) > 1 && r.follows(e, i) || len(e.Words) == 1 && (len(out) == 0 || len(out[0].Words) == 1) {
			out = append(out, e)
		}
	}
	if part == "verb" && len(out) > 0 && len(out[0].Words) == 1 { // "call off" is no call
		if prt := r.particle(i); prt != "" {
			out = slices.DeleteFunc(out, func(e *entry) bool { return !slices.Contains(e.Preps, prt) })
		}
	}
	return out
}

// follows reports whether the other words of e stand around token i.
func (r *reader) follows(e *entry, i int) bool {
	if e.Part == "noun" {
		return r.Low(i-1) == e.Words[0]
	}
	if len(e.Words) == 2 && r.particle(i) == e.Words[1] {
		return true
	}
	for n, w := range e.Words[1:] {
		k := i + 1 + n
		if r.Low(k) != w && r.Lemma(k) != w && (w != "one's" || !r.Clauses.Is(k, "nmod:poss")) {
			return false
		}
	}
	return true
}

func (r *reader) particle(i int) string {
	if k := r.Clauses.Kid(i, "compound:prt"); k > i {
		return r.Low(k)
	}
	return ""
}

// predicate reads the stance of a verb, an adjective or a noun that is said of a
// subject, and reports whether it is one.
func (r *reader) predicate(i int, part string) bool {
	entries := r.match(i, part)
	if len(entries) == 0 {
		return false
	}
	p, ok := clause.Predicate{}, false
	if part != "noun" || r.Clauses.Kid(i, "cop") >= 0 && r.Clauses.Case(i) == "" {
		p, ok = r.Clauses.Predicate(i)
	}
	if !ok && part != "verb" {
		p, ok = r.complemented(i)
	}
	if !ok {
		return false
	}
	if part == "adj" && r.POS(i) == lang.VERB && (r.Clauses.Kid(i, "obj") >= 0 || !p.Passive && r.Clauses.Kid(i, "cop") < 0) {
		return false // "committed the port to", "prepared to leave"
	}
	if part == "adj" && p.Passive && len(p.Subject) == 0 { // a participle: "opposed", "worried"
		p.Subject, p.Object, p.Passive = p.Object, nil, false
	}
	if r.hypothetical(i) {
		return true
	}
	before := len(r.found)
	for _, e := range entries {
		if e.has("modal") && p.Modal != "would" || e.has("weak") && p.Passive && r.Clauses.Is(i, "acl") {
			continue
		}
		opts := r.options(&p, e)
		if len(opts) == 0 {
			if e.has("reply") && r.reply(&p, e) {
				return true
			}
			continue
		}
		r.unseasonable(i, opts)
		if opts[0].frame == "that" && !r.prescribes(opts[0].head, e) {
			continue
		}
		if r.inner(&p, opts[0]) {
			return true
		}
		if party := r.holders(&p, e); len(party) > 0 {
			if r.collective(&p, party) {
				e = e.firm()
			}
			if e.Stance == views {
				opts = opts[:1]
			}
			r.claim(&p, e, party, opts)
		}
		break
	}
	return len(r.found) > before
}

// collective reports whether p is said in the first person plural for a party
// that is no person: what "we" want is that one's.
func (r *reader) collective(p *clause.Predicate, party []string) bool {
	if len(p.Subject) != 1 || r.Low(p.Subject[0]) != "we" || len(party) != 1 {
		return false
	}
	a := r.Cast.Actor(party[0])
	return a != nil && a.Type != travaux.ActorPerson
}

// prescribes reports whether the clause of c says what is to be, as those who
// insist or agree may say also what is.
func (r *reader) prescribes(c int, e *entry) bool {
	if !e.has("asserts") {
		return true
	}
	q, ok := r.Clauses.Predicate(c)
	if !ok {
		return false
	}
	switch q.Modal {
	case "must", "should", "will", "would", "shall", "ought", "can", "cannot":
		return true
	}
	if x := r.Doc.Toks[c].XPOS; x == "VB" && !r.auxiliary(c) || r.Lemma(c) == "need" || r.Lemma(c) == "have" && q.Complement >= 0 {
		return true
	}
	for _, kid := range r.Clauses.Kids(c) { // "be lifted"
		if k := int(kid); r.Clauses.Is(k, "aux", "cop") && r.Low(k) == "be" && r.Doc.Toks[k].XPOS == "VB" {
			return true
		}
	}
	return r.POS(c) == lang.VERB && r.Doc.Toks[c].XPOS == "VBP" && r.singular(q.Subject)
}

func (r *reader) auxiliary(c int) bool {
	k := r.Clauses.Kid(c, "aux")
	return k >= 0 && r.Doc.Toks[k].XPOS != "VB"
}

// singular reports whether a subject is one that "control" for "controls" can
// only follow in the subjunctive.
func (r *reader) singular(subject []int) bool {
	if len(subject) != 1 {
		return false
	}
	switch x := r.Doc.Toks[subject[0]].XPOS; x {
	case "NN", "NNP":
		return true
	}
	switch r.Low(subject[0]) {
	case "it", "he", "she", "this", "that":
		return true
	}
	return false
}

// complemented reads an adjective that a verb carries: "remains unacceptable",
// or a noun: "growers wary of the levy".
func (r *reader) complemented(i int) (clause.Predicate, bool) {
	p := r.frameOf(i)
	h := r.Clauses.Head(i)
	switch {
	case h < 0:
		return p, false
	case r.POS(h) == lang.VERB && r.lex.in("linking", r.Lemma(h)) && i > h && r.Clauses.Case(i) == "":
		q, _ := r.Clauses.Predicate(h)
		p.Subject = q.Subject
		p.Obliques = append(p.Obliques, q.Obliques...)
		return p, true
	case r.POS(i) == lang.NOUN:
		return p, false
	case r.Clauses.Is(i, "amod", "acl") && i > h:
		p.Subject = []int{h}
		return p, true
	case r.Clauses.Is(i, "advcl"):
		if q, ok := r.Clauses.Predicate(h); ok {
			p.Subject = q.Subject
			return p, true
		}
	}
	return p, false
}

// holders returns whose stance p tells of.
func (r *reader) holders(p *clause.Predicate, e *entry) []string {
	if e.takes("subj") {
		for _, o := range p.Obliques {
			if slices.Contains(e.By, o.Case) {
				return r.parties(r.Clauses.Conj(o.Head))
			}
		}
		return r.speaker(p.At)
	}
	if len(p.Subject) == 0 && r.Clauses.Is(p.At, "acl") {
		h := r.Clauses.Head(p.At)
		if r.POS(h) == lang.NOUN && len(r.match(h, "noun")) > 0 {
			return r.holder(h)
		}
		if out := r.party(h); len(out) > 0 && r.Doc.Toks[p.At].XPOS != "VB" {
			return out
		}
	}
	party := r.parties(p.Subject)
	if len(party) == 0 && p.Progressive && !p.Passive { // "after months of refusing"
		for h, n := r.Clauses.Head(p.At), 0; h >= 0 && n < 4; h, n = r.Clauses.Head(h), n+1 {
			if s := r.Clauses.Kid(h, "nsubj"); s >= 0 {
				return r.parties(r.Clauses.Conj(s))
			}
		}
	}
	return party
}

// inner reports whether what p takes tells of the stance itself: "is willing to
// accept", "reiterated its support".
func (r *reader) inner(p *clause.Predicate, o option) bool {
	if o.clause {
		if o.frame == "obj-to" || o.frame == "wh" || r.Clauses.Kid(o.head, "nsubj") >= 0 {
			return false
		}
		for _, part := range [...]string{"adj", "verb"} {
			q, ok := r.Clauses.Predicate(o.head)
			if !ok {
				continue
			}
			for _, e := range r.match(o.head, part) {
				if e.has("modal") {
					continue
				}
				if slices.ContainsFunc(r.options(&q, e), func(o option) bool { return r.counts(e, o) }) {
					return true
				}
			}
		}
		return false
	}
	if r.POS(o.head) != lang.NOUN || len(r.match(o.head, "noun")) == 0 {
		return false
	}
	l := r.Lemma(p.At)
	return (r.lex.in("shows", l) || r.lex.in("yields", l)) && len(r.nounOptions(o.head)) > 0
}
