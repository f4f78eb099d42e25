package claim

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// missing reads who stays away from what: "skipped the session", "is expected
// to miss the talks", "did not attend", "stayed back in the capital".
func (r *reader) missing(t *trigger, i, end int) {
	g := r.group(i)
	denied := g.negated || r.refused(i, g) || r.unplanned(g)
	if t.has("negated") != denied || g.supposed && !t.has("negated") || r.supposition(g.first) {
		return
	}
	f := &found{t: t, kind: travaux.Absence, status: travaux.Absent, first: i, last: end, np: -1, carrier: -1, others: nobody(), rule: "absence-verb"}
	f.actors = r.subject(i)
	if len(f.actors.ids) == 0 {
		return
	}
	if !t.has("missed") && !r.assemblyIn(i) {
		return
	}
	n := r.object(end)
	if t.has("missed") && !(t.has("alone") && n < 0) {
		if n < 0 || !r.assembly(n) {
			return
		}
		f.np = n
		f.outcomes = []travaux.Value{r.missed(n)}
		r.claimed[r.np.NPs[n].Head] = true
	}
	switch g.modal {
	case "will", "shall":
		f.status = travaux.ExpectedAbsence
	case "":
		if g.to {
			s, ok := r.governed(i, g.first)
			switch {
			case r.refused(i, g), s == travaux.Scheduled && (ok || r.unplanned(g)):
				f.status = travaux.ExpectedAbsence
			case s != travaux.Happened:
				return
			}
		} else if r.xpos(i) == "VBG" && g.aux == "be" {
			f.status = travaux.ExpectedAbsence
		}
	default:
		return
	}
	if g.first < i {
		f.first = g.first
		if g.to {
			if v := r.verbBefore(g.first); v >= 0 && r.lex.in("plan", r.lemma(v)) && g.first-v < 3 {
				f.first = v
			}
		}
		f.first = max(f.first, i-4)
	}
	f.np = -1
	r.claim(f)
}

// object returns the phrase that follows the words of a verb, with "of", "at" or
// "in" before it; -1 for none, and for a time.
func (r *reader) object(end int) int {
	switch r.low(end) {
	case "of", "at", "in", "for", "from":
		end++
	}
	n := r.np.Starts(end)
	if n >= 0 && (r.tx[r.np.NPs[n].Head] > 0 || strings.HasSuffix(r.low(r.np.NPs[n].Head), "sel") || strings.HasSuffix(r.low(end), "self")) {
		return -1
	}
	return n
}

// unplanned reports whether a verb group stands under a plan that is denied:
// "is not expected to attend".
func (r *reader) unplanned(g group) bool {
	v := g.first - 1
	return g.to && v > 0 && r.lex.in("plan", r.lemma(v)) && r.group(v).negated
}

// supposition reports whether token i stands under "would" or "could" of a
// condition: "if she did not attend".
func (r *reader) supposition(i int) bool {
	for k := i - 1; k >= r.clauseStart(i)-1 && k >= r.sent(i).First; k-- {
		if l := r.low(k); l == "if" || l == "unless" || l == "whether" {
			return true
		}
	}
	return false
}

// away reads who is said not to be there: "was absent", "will not be at the
// session".
func (r *reader) away(i int) {
	if r.lemma(i) != "be" || r.claimed[i] || !r.aboutTalks() {
		return
	}
	g := r.group(i)
	if g.supposed || r.supposition(g.first) || g.modal != "" && g.modal != "will" || g.to {
		return
	}
	negated, j := g.negated, i+1
	for r.pos(j) == lang.ADV || r.low(j) == "not" || r.low(j) == "n't" || r.low(j) == "n’t" {
		negated = negated || r.lemma(j) == "not" || r.low(j) == "n't" || r.low(j) == "n’t" || r.low(j) == "never"
		j++
	}
	f := &found{kind: travaux.Absence, status: travaux.Absent, np: -1, carrier: -1, others: nobody(), rule: "absence-state"}
	switch {
	case r.low(j) == "absent" && !negated:
		f.first, f.last = i, j+1
	case negated && (r.low(j) == "at" || r.low(j) == "in" || r.low(j) == "present"):
		n := r.np.Starts(j + 1)
		_, placed := r.placeAt(j)
		if r.low(j) != "present" && (n < 0 || !r.assembly(n) && (!placed || g.modal != "will" && r.dayWithin(j, r.clauseEnd(j)) == nil)) {
			return
		}
		f.first, f.last = g.first, j+1
	default:
		return
	}
	f.actors = r.subject(i)
	if len(f.actors.ids) == 0 || len(f.actors.ids) == 1 && r.bodies(f.actors) && r.low(j) != "absent" {
		return
	}
	if g.modal == "will" {
		f.status = travaux.ExpectedAbsence
	}
	r.claim(f)
}

// sentOnly reads a side that sent somebody lesser: "sent only a deputy".
func (r *reader) sentOnly(i, end int) {
	f := &found{kind: travaux.Absence, status: travaux.Absent, first: i, last: end + 1, np: -1, carrier: -1, others: nobody(), rule: "sent-only", places: []travaux.Value{}}
	f.actors = r.subject(i)
	w := r.list(end, r.sent(i).Last)
	if len(w.ids) == 0 {
		w = r.list(end+1, r.sent(i).Last)
	}
	if len(f.actors.ids) == 0 || len(w.ids) == 0 {
		return
	}
	r.claim(f)
}

// refused reports whether an infinitive stands under a refusal: "declined to
// attend".
func (r *reader) refused(i int, g group) bool {
	return g.to && g.first > r.sent(i).First && r.lex.in("refuse", r.lemma(g.first-1))
}

// assembly reports whether phrase n is a meeting that one can miss.
func (r *reader) assembly(n int) bool {
	return r.lex.in("assembly", r.lemma(r.np.NPs[n].Head))
}

// assemblyIn reports whether the sentence of token i speaks of a meeting.
func (r *reader) assemblyIn(i int) bool {
	s := r.sent(i)
	for k := s.First; k < s.Last; k++ {
		if r.lex.in("assembly", r.lemma(k)) && r.pos(k) == lang.NOUN {
			return true
		}
	}
	return false
}

// missed returns the words of the meeting that phrase n names.
func (r *reader) missed(n int) travaux.Value {
	np := r.np.NPs[n]
	s := r.span(np.First, np.Last)
	return r.value(quoted(s.Quote)+" missed", s, "meeting-missed")
}

// absenceNoun reads "the minister's absence from the talks".
func (r *reader) absenceNoun(t *trigger, n, i int) {
	np := r.np.NPs[n]
	f := &found{t: t, kind: travaux.Absence, status: travaux.Absent, first: i, last: i + 1, np: n, carrier: -1, others: nobody(), rule: "absence-noun"}
	f.actors = r.possessor(n)
	limit := r.clauseEnd(np.Last - 1)
	for _, p := range r.preps(np.Last, min(limit, np.Last+8)) {
		if p.word == "of" && len(f.actors.ids) == 0 && p.at == np.Last {
			f.actors = r.list(p.object, limit)
		}
		if (p.word == "from" || p.word == "at" || p.word == "of") && r.assembly(p.np) {
			f.outcomes = []travaux.Value{r.missed(p.np)}
			if r.aheadPhrase(p.np) {
				f.status = travaux.ExpectedAbsence
			}
		}
	}
	if len(f.actors.ids) == 0 {
		return
	}
	if a := r.c.Actor(f.actors.ids[0]); a == nil || len(f.outcomes) == 0 && a.Type != travaux.ActorPerson {
		return
	}
	if r.aheadPhrase(n) {
		f.status = travaux.ExpectedAbsence
	}
	if len(f.outcomes) == 0 { // "his absence": whatever the report said of it before
		j := r.antecedentOf(i, f.actors.ids)
		if j < 0 || t.Words[0] == "boycott" {
			return
		}
		f.status = r.happenings[j].Status
	}
	r.claim(f)
}

// aheadPhrase reports whether words in phrase n put it in the future.
func (r *reader) aheadPhrase(n int) bool {
	np := r.np.NPs[n]
	for k := r.edge(n); k < np.Head; k++ {
		if r.lex.in("ahead", r.low(k)) {
			return true
		}
	}
	return false
}

// antecedentOf returns the absence of one of the actors told before token i.
func (r *reader) antecedentOf(i int, ids []string) int {
	for j := len(r.happenings) - 1; j >= 0; j-- {
		e := &r.happenings[j]
		if e.Kind == travaux.Absence && e.Start < r.d.Toks[i].Start && len(without(ids, e.Actors)) < len(ids) {
			return j
		}
	}
	return -1
}
