package forecast

import (
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// modal adds what the clause that token i heads says under a modal.
func (r *reader) modal(i int) {
	if r.taken[i] || r.fixed[i] || r.Low(i) == "" {
		return
	}
	p, ok := r.Clauses.Predicate(i)
	if !ok {
		return
	}
	going := r.Lemma(i) == "go" && p.Progressive && p.Complement >= 0 && r.Low(r.Clauses.Kid(p.Complement, "mark")) == "to"
	if p.Modal == "" && !going || r.idle(p) {
		return
	}
	head := i
	if going {
		head = p.Complement
		p.Modal = "going to"
	}
	if r.lex.in("talk", r.Lemma(head)) || r.verdict(head) || r.provided(p) || r.dated(p) {
		return
	}
	if len(p.Subject)+len(p.Object) == 0 || r.dummy(p) {
		return
	}
	typ := r.kind(p, head)
	if typ == "" {
		return
	}
	first, last := r.Clauses.Clause(i)
	last = r.joined(i, last)
	r.add(found{at: i, head: i, first: first, last: last, hedge: r.modalWords(i, p), typ: typ, rule: typ + "-modal-" + p.Modal})
	r.taken[head] = true
}

// joined takes in the verbs that share modal and subject with verb i: "could
// ease the strain and cut the cost".
func (r *reader) joined(i, last int) int {
	for _, k := range r.Clauses.Conj(i)[1:] {
		if r.Clauses.Head(k) != i || r.POS(k) != lang.VERB || r.Doc.Toks[k].XPOS != r.Doc.Toks[i].XPOS || r.Clauses.Kid(k, "nsubj", "nsubj:pass", "aux") >= 0 {
			continue
		}
		_, end := r.Clauses.Clause(k)
		last = max(last, end)
		r.taken[k] = true
	}
	return last
}

// idle reports whether the modal clause p looks ahead to nothing: it is past,
// supposed, asked about, a purpose, or denied an ability.
func (r *reader) idle(p clause.Predicate) bool {
	switch p.Modal {
	case "will", "shall", "going to", "":
	case "would", "could", "may", "might":
		if p.Perfect {
			return true
		}
	default:
		return true
	}
	switch p.Marker {
	case "if", "whether", "unless", "so", "until", "once", "lest":
		return true
	}
	if p.Modal == "could" && p.Negated {
		return true
	}
	if r.Clauses.Is(p.At, "acl:relcl") && p.Modal != "will" && p.Modal != "could" {
		return true
	}
	for _, kid := range r.Clauses.Kids(p.At) {
		switch k := int(kid); r.Low(k) {
		case "how", "why", "what", "when", "where":
			if k < p.At && !r.Clauses.Is(p.At, "acl:relcl") {
				return true
			}
		}
	}
	return false
}

// verdict reports whether what the clause says of its subject is a judgement.
func (r *reader) verdict(i int) bool {
	return r.Clauses.Kid(i, "cop") >= 0 && (r.lex.in("verdict", r.Lemma(i)) || r.POS(i) == lang.PRON)
}

// provided reports whether p says what a text asks: "the bill would ban".
func (r *reader) provided(p clause.Predicate) bool {
	if p.Modal == "could" || p.Modal == "might" || r.lex.in("fate", r.Lemma(p.At)) {
		return false
	}
	for _, s := range p.Subject {
		if r.text(s) {
			return true
		}
	}
	return false
}

// text reports whether phrase i names a text of the report.
func (r *reader) text(i int) bool {
	at := r.Doc.Toks[i].Span
	for n := range r.Reading.Proposals {
		for _, v := range r.Reading.Proposals[n].Names {
			for _, s := range v.Spans {
				if s.Start <= at.Start && at.End <= s.End {
					return true
				}
			}
		}
	}
	switch r.Lemma(i) {
	case "bill", "plan", "proposal", "measure", "legislation", "amendment", "law", "resolution", "rule", "order":
		return true
	}
	return false
}

// dated reports whether p only tells of an event that has its day: "the talks
// will resume on Monday".
func (r *reader) dated(p clause.Predicate) bool {
	if p.Modal != "will" && p.Modal != "would" {
		return false
	}
	at := r.Doc.Toks[p.At].Span
	for n := range r.Reading.Events {
		e := &r.Reading.Events[n]
		if e.Trigger.Start <= at.Start && at.End <= e.Trigger.End {
			return true
		}
		for _, s := range append(append([]int{}, p.Subject...), p.Object...) {
			o := r.Doc.Toks[s].Span
			if e.Trigger.Start <= o.Start && o.End <= e.Trigger.End && r.lex.in("scheduled", r.Lemma(p.At)) {
				return true
			}
		}
	}
	return false
}

// dummy reports whether the subject of p only points: "that would", "which
// could", "there will".
func (r *reader) dummy(p clause.Predicate) bool {
	if len(p.Subject) != 1 {
		return false
	}
	switch r.Low(p.Subject[0]) {
	case "who", "whoever", "what", "whatever", "anyone", "nobody", "you":
		return true
	}
	return false
}

// kind is the type of what a modal says, "" for none.
func (r *reader) kind(p clause.Predicate, head int) string {
	lemma := r.Lemma(head)
	who := r.Parties(p.Subject)
	switch {
	case lemma == "need" || lemma == "have" && p.Complement >= 0:
		return "precondition"
	case p.Modal == "could" || p.Modal == "may" || p.Modal == "might":
		return "prediction"
	case len(who) == 0 || p.Passive || r.POS(head) != lang.VERB || stative(lemma):
		return "prediction"
	}
	st := r.Voice.Carrier(r.Span(p.At, p.At+1))
	if st != nil {
		for _, id := range who {
			if id == st.Speaker || r.stands(st.Speaker, id) {
				return "commitment"
			}
		}
	}
	return "plan"
}

// stands reports whether actor a holds an office of b.
func (r *reader) stands(a, b string) bool {
	x, y := r.Cast.Actor(a), r.Cast.Actor(b)
	if x == nil || y == nil || y.World == "" {
		return false
	}
	for _, role := range x.Roles {
		if role.Organisation == y.World {
			return true
		}
	}
	return false
}

// stative reports whether a verb says what befalls its subject rather than
// what it does.
func stative(lemma string) bool {
	switch lemma {
	case "be", "become", "benefit", "collapse", "die", "face", "fail", "fall", "feel", "find", "get", "grow", "happen", "have",
		"know", "lose", "need", "prevail", "remain", "rise", "see", "suffer", "survive", "win":
		return true
	}
	return false
}

// modalWords is the modal with the adverbs that go with it: "will probably".
func (r *reader) modalWords(i int, p clause.Predicate) string {
	s := p.Modal
	for _, kid := range r.Clauses.Kids(i) {
		switch k := int(kid); r.Lemma(k) {
		case "likely", "probably", "possibly", "perhaps", "certainly", "inevitably", "not", "never", "unlikely", "almost":
			if r.Clauses.Is(k, "advmod") && k < i {
				s += " " + r.Low(k)
			}
		}
	}
	return s
}
