package position

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
	"github.com/travaux/travaux/internal/lang/coref"
)

// claim records the stance of party on each of opts, where the words around do
// not take it away and the matter is one to negotiate.
func (r *reader) claim(p *clause.Predicate, e *entry, party []string, opts []option) {
	v, ok := r.judge(p, e)
	if !ok {
		return
	}
	for _, o := range opts {
		if !r.counts(e, o) {
			continue
		}
		if e.Stance == givesUp && v.from == "" && scale[v.stance] < 0 && o.first > p.At { // what is ruled out is to cede it
			o.first, o.clause = p.At, true
		}
		f := found{at: p.At, party: party, on: o, stance: v.stance, from: v.from, kind: e.kind(), rule: e.Part + "-" + o.frame + "/" + strings.Join(e.Words, "_")}
		if e.Stance == travaux.Demands && f.stance == travaux.Demands && r.declines(o, party) { // "insists that it will not pay"
			f.stance, f.on.first = travaux.RulesOut, o.head
		}
		f.strength = r.strength(e, v, p.At)
		if v.from != "" {
			f.kind = "concession"
		} else if e.kind() == "concession" && v.stance != e.Stance {
			f.kind = "position"
		}
		r.finish(&f, p, v.top)
		r.interests(&f, p)
	}
}

// declines reports whether the that-clause o says what party itself will not do.
func (r *reader) declines(o option, party []string) bool {
	q, ok := r.Clauses.Predicate(o.head)
	if !ok || o.frame != "that" || !q.Negated || q.Passive || q.Modal != "will" && q.Modal != "would" || r.Lemma(o.head) == "be" {
		return false
	}
	if len(q.Subject) == 1 {
		switch r.Low(q.Subject[0]) {
		case "he", "she", "they", "we", "i":
			return true
		}
	}
	return overlap(r.parties(q.Subject), party)
}

// finish adds conditions, date and passage to f, and keeps it.
func (r *reader) finish(f *found, p *clause.Predicate, top int) {
	if f.kind == "concession" && r.supposed(p.At) {
		return
	}
	if v := r.shown(p.At); f.kind == "concession" && v >= 0 && r.provided(v) { // "provided that the union drops its demand"
		f.stance, f.from, f.kind = f.from, "", "position"
	}
	var hung [][2]int
	f.conditions, hung = r.conditions(p.At, top, f.on.head)
	if len(f.conditions) > 0 {
		switch s := scale[f.stance]; {
		case s == 2, s < -1 && r.opens(f.conditions):
			f.stance = travaux.Conditional
		}
	}
	f.since = r.date(p.At, top)
	if f.kind == "position" && r.bygone(p) {
		f.stance, f.from, f.kind = after(f.stance), f.stance, "concession"
	}
	f.first, f.last = r.passage(p, top, f.on)
	for _, h := range hung {
		const near, far = 8, 25 // tokens from the stance to what it hangs on, and of that
		if h[0] >= f.first && h[0] <= f.last+near && h[1] > f.last && h[1]-h[0] <= far {
			f.last = h[1]
		}
	}
	if a, b := r.spoken(f.at, f.first, f.last); a < b {
		if s := r.Clauses.Kid(p.At, "nsubj", "nsubj:pass"); s < f.first || s >= a { // the party may stand before what is quoted of it
			f.first = a
		}
		f.last = b
	}
	if f.kind == "position" && r.relinquished(p, f) {
		return
	}
	r.found = append(r.found, *f)
}

// opens reports whether a refusal under conditions is an offer: "will not sign
// unless".
func (r *reader) opens(conditions []string) bool {
	for _, c := range conditions {
		switch first, _, _ := strings.Cut(strings.ToLower(c), " "); first {
		case "unless", "until", "without":
			return true
		}
	}
	return false
}

// counts reports whether a stance on o is a position in a negotiation.
func (r *reader) counts(e *entry, o option) bool {
	switch r.Low(o.first) {
	case "what", "whatever", "which", "who", "whichever":
		return false
	}
	if o.frame == "obj-to" && !o.matter && r.lex.in("bystander", r.Lemma(r.headOf(o.first, o.first+2))) || o.clause && r.Lemma(o.head) == "do" && r.Clauses.Kid(o.head, "obj") < 0 {
		return false
	}
	if (o.clause || o.issue == travaux.OtherIssue && o.about == "") && r.lex.in("idle", r.Lemma(o.head)) {
		return false
	}
	if e.has("waged") && r.lex.in("contest", r.Lemma(o.head)) {
		return false
	}
	if o.issue != travaux.OtherIssue || o.about != "" {
		return true
	}
	if r.Timex(o.head) != nil {
		return false
	}
	if !o.clause { // persons and places are no matter
		if m := r.Mention(o.head); m != nil && m.Type != lang.Nominal && m.Type != lang.Anonymous && m.Type != lang.Pronoun || coref.KindOf(r.Lemma(o.head)) == coref.PersonNoun {
			return false
		}
	}
	return !e.has("weak") || o.matter
}

// strength is how firm the stance is by the words around it.
func (r *reader) strength(e *entry, v verdict, at int) string {
	out := "plain"
	if e.has("strong") {
		out = "strong"
	}
	for _, i := range [...]int{at, v.top} {
		for _, kid := range r.Clauses.Kids(i) {
			k := int(kid)
			switch {
			case !r.Clauses.Is(k, "advmod", "amod", "obl:unmarked"):
			case r.lex.in("hedge", r.Low(k)):
				return "hedged"
			case r.lex.in("strong", r.Low(k)):
				out = "strong"
			}
		}
	}
	if v.hedged || e.has("hedged") {
		return "hedged"
	}
	return out
}

// conditional reports whether what token i heads hangs on a condition.
func (r *reader) conditional(i int) bool {
	words, _ := r.conditions(i)
	return len(words) > 0
}

// supposed reports whether the clause headed by token i is only put as a
// condition.
func (r *reader) supposed(i int) bool {
	if r.Clauses.Is(i, "advcl") {
		first, _ := r.Clauses.Yield(i)
		return r.hangs(i, first)
	}
	h := r.Clauses.Head(i)
	return h >= 0 && r.Clauses.Is(i, "ccomp") && r.lex.in("condition", r.Low(h))
}

// provided reports whether words right before the clause of verb v put it as a
// condition, wherever the tree hangs it.
func (r *reader) provided(v int) bool {
	first, _ := r.Clauses.Yield(v)
	if s := r.Clauses.Kid(v, "nsubj"); s >= 0 {
		first, _ = r.Clauses.Phrase(s)
	}
	for k := max(first-2, r.Sent(v).First); k < first; k++ {
		if r.lex.in("condition", r.Low(k)) {
			return true
		}
	}
	return false
}

// conditions are the words that the stance hangs on, and where they stand:
// clauses with "if", "unless", "provided", and "in exchange for".
func (r *reader) conditions(at ...int) (out []string, where [][2]int) {
	seen := map[int]bool{}
	for n := 0; n < len(at); n++ {
		i := at[n]
		if i < 0 || seen[i] {
			continue
		}
		seen[i] = true
		for _, kid := range r.Clauses.Kids(i) {
			if k := int(kid); n < 3 && r.Clauses.Is(k, "parataxis") {
				at = append(at, k) // "would accept it, she said, provided that …"
			}
		}
		for _, kid := range r.Clauses.Kids(i) {
			k := int(kid)
			first, _ := r.Clauses.Yield(k)
			_, last := r.Clauses.Clause(k)
			switch {
			case r.Clauses.Is(k, "advcl", "ccomp") && r.hangs(k, first):
			case r.Clauses.Is(k, "obl", "nmod") && r.exchange(k):
				_, last = r.Clauses.Yield(k)
				for _, next := range r.Clauses.Kids(i) { // "for more access", hung on the verb
					if a, b := r.Clauses.Yield(int(next)); a == last && r.Clauses.Case(int(next)) == "for" {
						last = b
					}
				}
			default:
				continue
			}
			if first > 0 && r.Low(first-1) == "only" {
				first--
			}
			if first, last = r.trim(first, last); first < last {
				out = append(out, strings.Join(strings.Fields(r.Span(first, last).Quote), " "))
				where = append(where, [2]int{first, last})
			}
		}
	}
	return out, where
}

func (r *reader) hangs(k, first int) bool {
	for i := first; i < first+3 && i < len(r.Doc.Toks); i++ {
		switch w := r.Low(i); {
		case w == "even", w == "when", w == "once" && r.POS(i) == lang.ADV:
			return false
		case w == "only", w == ",":
		default:
			return r.lex.in("condition", w) || w == "as" && r.Low(i+1) == "long"
		}
	}
	return false
}

// exchange reports whether k heads "in exchange for …", "on condition that …"
// or "without …".
func (r *reader) exchange(k int) bool {
	switch r.Lemma(k) {
	case "exchange", "return":
		return r.Clauses.Case(k) == "in"
	case "condition", "proviso":
		return r.Clauses.Case(k) == "on"
	}
	return strings.HasPrefix(r.Clauses.Case(k), "in exchange") || strings.HasPrefix(r.Clauses.Case(k), "in return")
}

// date is when the stance was taken, where the clause says so.
func (r *reader) date(at ...int) travaux.EDTF {
	for _, i := range at {
		for _, kid := range r.Clauses.Kids(i) {
			k := int(kid)
			if !r.Clauses.Is(k, "obl", "advmod", "nmod") {
				continue
			}
			if t := r.Timex(k); t != nil && t.Type == "DATE" && t.EDTF != "" {
				switch r.Clauses.Case(k) {
				case "", "on", "in", "since", "at", "late", "early":
					return t.EDTF
				}
			}
		}
	}
	return ""
}

// passage is the stretch of tokens that tells of the stance: the clause, from
// the party where it stands near before, with what the stance is on.
func (r *reader) passage(p *clause.Predicate, top int, o option) (first, last int) {
	const near = 12 // tokens between a subject's first and its verb
	const far = 10  // tokens of the clause after what the stance is on
	first, last = p.At, p.At+1
	for _, i := range [...]int{p.At, top} {
		first = min(first, i)
		for _, kid := range r.Clauses.Kids(i) {
			k := int(kid)
			if k < i && r.Clauses.Is(k, "aux", "advmod", "cop", "amod", "det", "nmod:poss", "compound") {
				l, _ := r.Clauses.Yield(k)
				first = min(first, l)
			}
		}
	}
	verb := first
	subject := -1
	for _, i := range [...]int{top, p.At} {
		if s := r.Clauses.Kid(i, "nsubj", "nsubj:pass"); s >= 0 && s < first {
			subject = s
			if l, _ := r.Clauses.Phrase(s); verb-l <= near {
				first = min(first, l)
			}
		}
	}
	if lo := o.lo; lo >= verb || verb-lo <= near && (subject < 0 || lo < subject && !r.pointing(subject)) {
		first = min(first, lo)
	}
	last = max(last, o.hi)
	if _, end := r.Clauses.Clause(p.At); end > last && end-last <= far {
		last = end
	}
	if o.clause {
		for _, kid := range r.Clauses.Kids(o.head) { // "to press on, through talks and sanctions"
			if a, b := r.Clauses.Yield(int(kid)); r.Clauses.Is(int(kid), "obl") && a >= last && a <= last+1 && b-a <= far {
				last = b
			}
		}
	}
	for _, s := range p.Subject {
		if s > p.At && s < last+6 { // "rejected by the union"
			_, l := r.Clauses.Phrase(s)
			last = max(last, l)
		}
	}
	return r.trim(first, last)
}

// ownReason reports whether the clause of k gives a reason that is told as the
// party's: it is no time or measure, and the stance is not denied by it ("not
// because").
func (r *reader) ownReason(k int, p *clause.Predicate) bool {
	first, _ := r.Clauses.Clause(k)
	for i := first - 2; i < first; i++ {
		if i >= 0 && (r.Low(i) == "not" || r.Low(i) == "only" || r.Low(i) == "partly") {
			return false
		}
	}
	return !p.Negated
}

// interests records what a stance is for or rests on, where the clause says so:
// "wants a cap to protect its growers", "as a guarantee against", "because it
// would cost them their licences".
func (r *reader) interests(f *found, p *clause.Predicate) {
	if f.kind != "position" || scale[f.stance] < 2 && scale[f.stance] > -2 {
		return
	}
	var o option
	stance := travaux.Demands
	for _, b := range p.Obliques {
		if b.Case == "as" && b.Head > p.At && r.lex.in("safety", r.Lemma(b.Head)) {
			if opts := r.nominal([]int{b.Head}); len(opts) > 0 {
				o = opts[0]
			}
		}
	}
	for _, h := range [...]int{p.At, f.on.head} {
		for _, kid := range r.Clauses.Kids(h) {
			if k := int(kid); k > h && r.Clauses.Is(k, "advcl", "acl") && r.mark(k) == "to" && r.lex.in("protects", r.Lemma(k)) {
				first, last := r.stretch(k)
				o = r.option(k, first, last, true)
			}
			if k := int(kid); k > h && r.Clauses.Is(k, "advcl") && r.mark(k) == "because" && o.last == 0 && r.ownReason(k, p) {
				first, last := r.stretch(k)
				if r.Low(first) == "because" {
					first++
				}
				o = r.option(k, first, last, true)
				if stance = travaux.Supports; scale[f.stance] < 0 { // what speaks for it, or what is feared of it
					stance = travaux.Wary
				}
			}
		}
	}
	if o.last == 0 {
		return
	}
	r.found = append(r.found, found{
		at: p.At, party: f.party, on: o, stance: stance, strength: "plain", kind: "interest",
		rule: "interest", first: o.lo, last: o.hi,
	})
}
