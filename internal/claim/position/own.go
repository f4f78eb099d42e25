package position

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// own reads what is no word of stance but one by who says it: what must be or
// cannot be, in the words of a party.
func (r *reader) own(i int) {
	if r.no(i) {
		return
	}
	r.harms(i)
	st := r.carrier(i)
	if st == nil || st.Mode == travaux.NoComment {
		return
	}
	p, ok := r.Clauses.Predicate(i)
	if !ok || r.hypothetical(i) || r.question(i) {
		return
	}
	stance, rule, at := r.deontic(&p)
	if stance == "" {
		stance, rule, at = r.existential(&p)
	}
	if stance == "" {
		return
	}
	party := r.speaks(st)
	if len(party) == 0 {
		return
	}
	first, last := r.stretch(at)
	switch {
	case rule == "own-will-not" && !p.Passive:
		first = at
	case rule == "own-there-can-be-no" && r.Low(first) == "no" && first < at:
		first++
	}
	o := r.option(at, first, last, true)
	o.frame = rule
	if r.idle(at) || !o.matter && !r.addressed(&p, o, party) && !(rule == "own-will-not" && r.lex.in("abstains", r.Lemma(at))) {
		return
	}
	f := found{at: i, party: party, on: o, stance: stance, strength: "plain", kind: "position", rule: rule}
	if rule == "own-should" {
		f.strength = "hedged"
	}
	r.finish(&f, &p, i)
}

// harms reads why a party says that it cannot do something: what the thing would
// bring about. "We cannot pay wages that would send ships elsewhere", "A treaty
// that punishes us is not one that we can sign".
func (r *reader) harms(i int) {
	p, ok := r.Clauses.Predicate(i)
	if !ok || r.hypothetical(i) || p.Passive {
		return
	}
	st := r.carrier(i)
	if st == nil {
		return
	}
	var thing int
	switch {
	case (p.Modal == "can" || p.Modal == "could" || p.Modal == "will" || p.Modal == "would") && p.Negated && len(p.Object) == 1 && p.Object[0] > i && (r.firstPerson(&p) || r.same(&p)):
		thing = p.Object[0]
	case p.Negated && r.Clauses.Kid(i, "cop") >= 0 && len(p.Subject) == 1 && r.unable(i):
		thing = p.Subject[0]
	default:
		return
	}
	v := r.Clauses.Kid(thing, "acl:relcl")
	if v < thing || r.POS(v) != lang.VERB {
		return
	}
	q, ok := r.Clauses.Predicate(v)
	if s := r.Clauses.Kid(v, "nsubj"); !ok || q.Negated || s < 0 || r.Low(s) != "that" && r.Low(s) != "which" {
		return
	}
	party := r.speaks(st)
	first, last := r.stretch(v)
	if r.Low(first) == "that" || r.Low(first) == "which" {
		first++
	}
	if first, last = r.trim(first, last); len(party) == 0 || first >= last {
		return
	}
	o := r.option(v, first, last, true)
	f := found{at: i, party: party, on: o, stance: travaux.Wary, strength: "plain", kind: "interest", rule: "interest-harm"}
	f.first, _ = r.Clauses.Phrase(thing)
	f.first, f.last = min(f.first, i), max(last, i+1)
	if s := r.Clauses.Kid(i, "nsubj"); s >= 0 {
		l, _ := r.Clauses.Phrase(s)
		f.first = min(f.first, l)
	}
	r.found = append(r.found, f)
}

// unable reports whether noun i is one that the speaker's side cannot take: "not
// a treaty that we can sign".
func (r *reader) unable(i int) bool {
	v := r.Clauses.Kid(i, "acl:relcl")
	q, ok := r.Clauses.Predicate(v)
	return ok && v > i && (q.Modal == "can" || q.Modal == "could" || q.Modal == "will" || q.Modal == "would") && r.firstPerson(&q)
}

// deontic is the stance of a speaker who says what p says, by its modal, with
// the head of what the stance is on.
func (r *reader) deontic(p *clause.Predicate) (_ travaux.Stance, rule string, at int) {
	i := p.At
	if p.Perfect || r.inverted(p) {
		return "", "", 0
	}
	we := r.firstPerson(p)
	switch p.Modal {
	case "must":
		return travaux.Demands, "own-must", i
	case "should", "ought":
		return travaux.Supports, "own-should", i
	case "will", "would", "can", "could":
		if !p.Negated || !we && !r.lifted(p) && (r.Clauses.Kid(i, "nsubj") < 0 || !r.same(p)) || r.Lemma(i) == "be" || p.Modal == "could" {
			break
		}
		if p.Modal == "can" && !p.Passive && !r.conditional(i) {
			break // what one is unable to do is not ruled out
		}
		return travaux.RulesOut, "own-will-not", i
	}
	c := p.Complement
	if c < 0 {
		c = r.Clauses.Kid(i, "csubj", "advcl", "acl")
	}
	if m := r.mark(c); c < i || m != "to" && r.Lemma(i) != "go" && (m != "that" || r.POS(i) != lang.ADJ) {
		return "", "", 0
	}
	switch r.Lemma(i) {
	case "need", "have":
		if k := r.Clauses.Kid(c, "mark"); k > i+2 || r.fronted(i) || r.controller(p, c) >= 0 {
			break // "have a duty to"
		}
		if r.POS(i) == lang.VERB && !p.Negated && p.Modal != "may" && p.Modal != "might" && !p.Past {
			if we {
				return travaux.Demands, "own-must", c
			}
			return travaux.Demands, "own-must", i
		}
	case "go":
		if p.Negated && p.Progressive && we {
			return travaux.RulesOut, "own-will-not", c
		}
	}
	switch r.Low(i) {
	case "essential", "vital", "crucial", "imperative", "necessary", "important", "critical", "high", "time":
		if s := r.Clauses.Kid(i, "nsubj", "expl"); s >= 0 && r.Low(s) == "it" && !p.Negated {
			return travaux.Demands, "own-must", c
		}
	}
	return "", "", 0
}

// existential reads "there is no alternative to", "there can be no", "there
// must be".
func (r *reader) existential(p *clause.Predicate) (_ travaux.Stance, rule string, at int) {
	if e := r.Clauses.Kid(p.At, "expl"); e < 0 || r.Low(e) != "there" {
		return "", "", 0
	}
	n := r.Clauses.Kid(p.At, "nsubj")
	if n < 0 {
		n = p.At
	}
	no := r.without(n) || p.Negated
	switch r.Lemma(n) {
	case "alternative", "substitute":
		for _, kid := range r.Clauses.Kids(n) {
			if k := int(kid); no && k > n && r.Clauses.Is(k, "nmod", "acl", "obl") {
				return travaux.Supports, "own-no-alternative", k
			}
		}
		return "", "", 0
	}
	switch p.Modal {
	case "can", "will", "could", "would": // "would" of what was said then
		if no {
			return travaux.RulesOut, "own-there-can-be-no", n
		}
	case "must", "should":
		if !no {
			return travaux.Demands, "own-must", n
		}
	}
	return "", "", 0
}

// fronted reports whether the object of verb i stands before it: "how much time
// they have to decide".
func (r *reader) fronted(i int) bool {
	o := r.Clauses.Kid(i, "obj")
	return o >= 0 && o < i
}

// inverted reports whether the auxiliary stands before its subject: "should
// talks fail".
func (r *reader) inverted(p *clause.Predicate) bool {
	a, s := r.Clauses.Kid(p.At, "aux"), r.Clauses.Kid(p.At, "nsubj", "nsubj:pass")
	return a >= 0 && a < s
}

// lifted reports whether p says that something will not be done, by nobody said.
func (r *reader) lifted(p *clause.Predicate) bool {
	s := r.Clauses.Kid(p.At, "nsubj:pass")
	return s >= 0 && len(p.Subject) == 0 && (r.POS(s) == lang.NOUN || r.POS(s) == lang.PROPN) && len(r.party(s)) == 0
}

func (r *reader) firstPerson(p *clause.Predicate) bool {
	return slices.ContainsFunc(p.Subject, func(s int) bool { l := r.Low(s); return l == "we" || l == "i" })
}

// same reports whether the speaker's side is the subject of p: "said that the
// bloc would not pay".
func (r *reader) same(p *clause.Predicate) bool {
	st := r.carrier(p.At)
	if st == nil || len(p.Subject) == 0 {
		return false
	}
	if len(p.Subject) == 1 && r.ministers(p.Subject[0]) && r.governs(st) {
		return true
	}
	subject := r.parties(p.Subject)
	return slices.Contains(subject, st.Speaker) || overlap(subject, r.speaks(st)) || overlap(subject, r.behind(st))
}

// addressed reports whether p, the clause o, says what a party is to do, other
// than the speaker's own, or what is to become of it.
func (r *reader) addressed(p *clause.Predicate, o option, speaker []string) bool {
	if p.Negated && p.Modal != "must" && p.Modal != "should" || r.firstPerson(p) {
		return false
	}
	for _, s := range p.Subject {
		switch r.Lemma(s) {
		case "side", "party":
			return true
		}
	}
	for i := o.first; i < o.last; i++ {
		if r.POS(i) == lang.PRON {
			continue
		}
		if id := r.state(i); id != "" && !slices.Contains(speaker, id) {
			return true
		}
	}
	return false
}

// idle reports whether the verb of the clause at i, or what it governs, is no
// matter of a negotiation: "must say", "cannot comment".
func (r *reader) idle(i int) bool {
	if r.lex.in("idle", r.Lemma(i)) {
		return true
	}
	c := r.Clauses.Kid(i, "xcomp")
	return c >= 0 && r.lex.in("idle", r.Lemma(c))
}

// against reads prepositions that tell of a stance after "be": "is against the
// levy", "was in favour of a cap".
func (r *reader) against(i int) bool {
	if r.Clauses.Kid(i, "cop") < 0 {
		return false
	}
	p, ok := r.Clauses.Predicate(i)
	if !ok || r.hypothetical(i) {
		return false
	}
	if r.shut(i, &p) {
		return true
	}
	e := &entry{Part: "prep", Denied: nothing}
	var opts []option
	switch c := r.Clauses.Case(i); {
	case c == "against":
		e.Stance, e.Words, opts = travaux.Opposes, []string{"against"}, r.nominal([]int{i})
	case (c == "in" || strings.HasPrefix(c, "in fav")) && (r.Low(i) == "favour" || r.Low(i) == "favor" || c != "in"):
		e.Stance, e.Words = travaux.Supports, []string{"in_favour"}
		if c != "in" {
			opts = r.nominal([]int{i})
			break
		}
		q := r.frameOf(i)
		opts = r.prepositional(i, q.Obliques, []string{"of"})
	}
	party := r.parties(p.Subject)
	if len(opts) == 0 || len(party) == 0 {
		return false
	}
	for n := range opts {
		opts[n].frame = "obj"
	}
	r.claim(&p, e, party, opts)
	return true
}

// silences records who is reported not to have said where it stands on a text
// or an issue. That is no middle position.
func (r *reader) silences() {
	for n := range r.Reading.Statements {
		st := &r.Reading.Statements[n]
		if st.Mode != travaux.NoComment || st.Cue == nil || len(st.Content) == 0 {
			continue
		}
		first, last := r.Tokens(st.Content[0])
		if first >= last {
			continue
		}
		o := option{head: r.headOf(first, last), first: first, last: last, lo: first, hi: last, frame: "silence"}
		if r.tell(&o); o.about == "" && o.issue == travaux.OtherIssue {
			continue
		}
		party := r.speaks(st)
		at, end := r.Tokens(*st.Cue)
		if len(party) == 0 || at >= len(r.Doc.Toks) || r.Doc.Toks[at].Sent != r.Doc.Toks[first].Sent {
			continue
		}
		f := found{at: at, party: party, on: o, stance: travaux.NotStated, strength: "plain", kind: "position", rule: "silence"}
		f.first, f.last = min(at, first), max(end, last)
		if st.Source != nil {
			if a, b := r.Tokens(*st.Source); b <= f.first && f.first-b < 2 {
				f.first = a
			}
		}
		r.found = append(r.found, f)
	}
}
