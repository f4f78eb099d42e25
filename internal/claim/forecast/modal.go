package forecast

import (
	"slices"

	"github.com/travaux/travaux"
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
	if p.Modal == "" && !going || going && p.Past || r.idle(p) || r.shared(i) {
		return
	}
	head := i
	if going {
		head = p.Complement
		p.Modal = "going to"
	}
	if r.POS(head) == lang.AUX || r.lex.in("talk", r.Lemma(head)) || r.rather(head) || r.verdict(head) || r.provided(p) || r.term(p) {
		return
	}
	if len(p.Subject)+len(p.Object) == 0 || r.dummy(p) {
		return
	}
	typ := r.kind(p, head)
	if typ == "" {
		return
	}
	hedge := r.modalWords(i, p)
	if hedge == p.Modal && r.dated(p) {
		return
	}
	if typ == "precondition" && p.Modal != "must" {
		hedge += " " + r.Lemma(head) + " to"
	}
	first, last := r.Clauses.Clause(i)
	last = r.joined(i, last)
	f := found{at: i, head: i, first: first, last: last, hedge: hedge, typ: typ, rule: typ + "-modal-" + p.Modal}
	r.taken[head] = true
	if r.asked(first) || r.unsure(i) || r.loose(p, f) {
		return
	}
	r.add(f)
}

// shared reports whether verb i has its modal from the verb that it is joined
// to, which looks ahead for both.
func (r *reader) shared(i int) bool {
	return r.Clauses.Is(i, "conj") && r.Clauses.Kid(i, "aux", "nsubj", "nsubj:pass") < 0
}

// asked reports whether the clause that begins at token first is an embedded
// question: "how much it will cost".
func (r *reader) asked(first int) bool {
	for k := first - 1; k >= r.Sent(first).First && k > first-4; k-- {
		switch r.Low(k) {
		case "how", "what", "whether", "why":
			return true
		case ",", "that", "said", "says":
			return false
		}
	}
	return false
}

// unsure reports whether the clause that i heads is one that somebody does not
// know or warrant: "is not sure the talks will go on".
func (r *reader) unsure(i int) bool {
	h := r.Clauses.Head(i)
	if !r.Clauses.Is(i, "ccomp", "xcomp", "csubj", "advcl") || h < 0 {
		return false
	}
	if r.lex.in("unsure", r.Lemma(h)) {
		return true
	}
	p, ok := r.Clauses.Predicate(h)
	return ok && p.Negated && r.lex.in("sure", r.Lemma(h))
}

// loose reports whether a modal other than "will" is about no future that
// anybody looks ahead to: what the outlet supposes without a condition, what a
// speaker is able to do, what could be said of the past.
func (r *reader) loose(p clause.Predicate, f found) bool {
	s := r.Span(f.first, f.last)
	st := r.Voice.Carrier(s)
	switch p.Modal {
	case "would":
		return st == nil && r.condition(f) == "" && !r.outcome(p)
	case "can":
		return r.horizon(f) == ""
	case "may", "might": // what may be so now
		still := p.Progressive || r.Clauses.Kid(p.At, "cop") >= 0
		return still && r.horizon(f) == ""
	case "could":
		if st == nil {
			return r.pastAbove(p.At) || r.Clauses.Is(p.At, "acl:relcl") && !r.lex.in("change", r.Lemma(r.Clauses.Head(p.At)))
		}
		for _, id := range r.Parties(p.Subject) {
			if id == st.Speaker {
				return true
			}
		}
	}
	return false
}

// pastAbove reports whether the clause over the relative clause i is past.
func (r *reader) pastAbove(i int) bool {
	for steps := 0; i >= 0 && steps < 8; steps++ {
		i = r.Clauses.Head(i)
		if p, ok := r.Clauses.Predicate(i); ok {
			return p.Past
		}
	}
	return false
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
	case "must":
		return !r.first(p.At)
	case "can":
		return p.Negated || r.Voice.Carrier(r.Span(p.At, p.At+1)) == nil
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
	if p.Modal == "could" && p.Negated || r.month(p.At) {
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

// rather reports whether verb i says what somebody prefers: "would rather".
func (r *reader) rather(i int) bool {
	for _, k := range r.Clauses.Kids(i) {
		if r.Low(int(k)) == "rather" && int(k) < i {
			return true
		}
	}
	return false
}

// first reports whether what verb i says must come first.
func (r *reader) first(i int) bool {
	for _, k := range r.Clauses.Kids(i) {
		if r.Low(int(k)) == "first" && r.Clauses.Is(int(k), "advmod") {
			return true
		}
	}
	return false
}

// month reports whether what looks like the modal of verb i is a name: "Mrs May
// needed".
func (r *reader) month(i int) bool {
	for _, kid := range r.Clauses.Kids(i) {
		k := int(kid)
		if r.Clauses.Is(k, "aux") && k > r.Sent(i).First && r.Doc.Form(k) == "May" {
			return true
		}
	}
	return false
}

// verdict reports whether what the clause says of its subject is a judgement.
func (r *reader) verdict(i int) bool {
	if r.Clauses.Kid(i, "cop") < 0 {
		return false
	}
	switch s := r.Clauses.Kid(i, "nsubj"); r.Low(s) {
	case "it", "this", "that", "which":
		return true
	}
	return r.lex.in("verdict", r.Lemma(i)) || r.POS(i) == lang.PRON
}

// provided reports whether p says what a text asks: "the bill would ban".
func (r *reader) provided(p clause.Predicate) bool {
	if p.Modal == "could" || p.Modal == "might" || r.Clauses.Kid(p.At, "aux:pass") >= 0 {
		return false
	}
	if st := r.Voice.Carrier(r.Span(p.At, p.At+1)); st != nil && st.Attribution == travaux.ByDocument {
		return true
	}
	if r.lex.in("fate", r.Lemma(p.At)) {
		return false
	}
	for _, s := range p.Subject {
		if r.text(s) {
			return true
		}
	}
	return false
}

// term reports whether p is what a text settles, told as a fact to come: "under
// the deal, tariffs will be cut"; "premiums will be frozen, a year less than the
// draft proposed"; or a passive after a sentence of which the text is the subject.
func (r *reader) term(p clause.Predicate) bool {
	if p.Modal != "will" || r.lex.in("fate", r.Lemma(p.At)) && !p.Passive || slices.ContainsFunc(p.Subject, r.text) {
		return false
	}
	if st := r.Voice.Carrier(r.Span(p.At, p.At+1)); st != nil {
		return false
	}
	for _, o := range p.Obliques {
		if r.text(o.Head) && (r.Clauses.Case(o.Head) == "under" || r.Clauses.Case(o.Head) == "in") {
			return true
		}
	}
	s := r.Sent(p.At)
	for i := p.At; i < s.Last; i++ {
		if r.Low(i) != "than" {
			continue
		}
		for k := i + 1; k < min(i+4, s.Last); k++ {
			if r.text(k) || r.lex.in("text", r.Lemma(k)) {
				return true
			}
		}
	}
	return p.Passive && r.textBefore(s)
}

// textBefore reports whether a text is the subject of the sentence before s, in
// the same paragraph.
func (r *reader) textBefore(s *lang.Sent) bool {
	n := r.Doc.Toks[s.First].Sent - 1
	if n < 0 || r.Doc.Sents[n].Block != s.Block {
		return false
	}
	for i := r.Doc.Sents[n].First; i < r.Doc.Sents[n].Last; i++ {
		if p, ok := r.Clauses.Predicate(i); ok && r.Clauses.Head(i) < 0 && len(p.Subject) == 1 {
			return r.text(p.Subject[0])
		}
	}
	return false
}

// text reports whether phrase i names a text of the report.
func (r *reader) text(i int) bool {
	if r.named.Text(i) != "" {
		return true
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
	if r.lex.in("scheduled", r.Lemma(p.At)) {
		for _, o := range p.Obliques {
			if t := r.Timex(o.Head); t != nil && (t.Type == "DATE" || t.Type == "TIME") {
				return true
			}
		}
	}
	if r.named.Event(p.At) != "" {
		return true
	}
	return r.lex.in("scheduled", r.Lemma(p.At)) && slices.ContainsFunc(slices.Concat(p.Subject, p.Object), func(i int) bool { return r.named.Event(i) != "" })
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
	case p.Modal == "must":
		return "precondition"
	case lemma == "need" || lemma == "have" && r.obliged(head):
		return "precondition"
	case p.Modal == "can" || p.Modal == "could" || p.Modal == "may" || p.Modal == "might":
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

// obliged reports whether verb i takes an infinitive: "will have to".
func (r *reader) obliged(i int) bool {
	p, ok := r.Clauses.Predicate(i)
	return ok && p.Complement >= 0 && r.Low(r.Clauses.Kid(p.Complement, "mark")) == "to"
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

// doubted reports whether the clause that i heads is one that somebody does not
// think will come true.
func (r *reader) doubted(i int) bool {
	h := r.Clauses.Head(i)
	if !r.Clauses.Is(i, "ccomp") {
		return false
	}
	switch r.Lemma(h) {
	case "think", "believe", "see", "imagine":
		p, ok := r.Clauses.Predicate(h)
		return ok && p.Negated
	}
	return false
}

// modalWords is the modal with the adverbs that go with it: "will probably".
func (r *reader) modalWords(i int, p clause.Predicate) string {
	s := p.Modal
	if r.doubted(i) {
		s = "not think … " + s
	}
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
