package claim

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// verbStatus tells how far the event of verb i is said to have come: by its
// auxiliaries, its negation and the verb that governs it. ok is false for what
// is only supposed.
func (r *reader) verbStatus(i int) (s travaux.EventStatus, ok bool) {
	s = travaux.Happened
	g := r.group(i)
	if r.deniedAt(g.first) {
		return travaux.Denied, true
	}
	switch {
	case g.supposed:
		return travaux.Proposed, false
	case g.modal == "will" || g.modal == "shall":
		s = travaux.Scheduled
	case g.modal == "would", g.modal == "could", g.modal == "might", g.modal == "may", g.modal == "should", g.modal == "must", g.modal == "can":
		s = travaux.Proposed
		ok = g.modal == "should" || g.modal == "must"
		return s, ok && !g.negated
	case g.to:
		s, ok = r.governed(i, g.first)
		if g.negated || !ok {
			return s, false
		}
		return s, true
	case r.xpos(i) == "VBG" && g.aux != "":
		s = travaux.UnderWay
	}
	if g.negated {
		return travaux.Denied, false
	}
	return s, true
}

// deniedAt reports whether the clause of token i is what somebody denies:
// "denied that she met him".
func (r *reader) deniedAt(i int) bool {
	lo := r.sent(i).First
	for k := i - 1; k >= lo && k > i-10; k-- {
		if r.verb(k) && r.np.At(k) < 0 || r.low(k) == "," || r.low(k) == ";" {
			return r.lex.in("deny", r.lemma(k)) && !r.group(k).negated
		}
	}
	return false
}

// group is the verb group that ends at a verb.
type group struct {
	first    int    // its first token
	modal    string // the modal auxiliary
	aux      string // the last auxiliary
	to       bool   // an infinitive with "to"
	negated  bool
	passive  bool
	supposed bool // stands under "if", "unless", "whether"
}

func (r *reader) group(i int) group {
	g := group{first: i}
	lo := r.sent(i).First
	k := i - 1
	for ; k >= lo; k-- {
		l := r.lemma(k)
		switch {
		case r.xpos(k) == "MD":
			g.modal = modal(r.low(k))
		case r.pos(k) == lang.AUX || l == "get" && r.pos(k) == lang.VERB:
			if g.aux == "" {
				g.aux = l
			}
		case l == "not" || r.low(k) == "never" || l == "n't":
			g.negated = true
		case r.low(k) == "to":
			g.to = true
		case r.pos(k) == lang.ADV || r.plainTime(k) && r.pos(k) != lang.ADP:
			continue
		default:
			j := r.phraseGap(k, lo)
			if j < 0 {
				goto done
			}
			k = j
			continue
		}
		g.first = k
	}
done:
	x := r.xpos(i)
	g.passive = (x == "VBN" || x == "VBD") && (g.aux == "be" || g.aux == "get")
	for j := k; j >= lo && j > i-14; j-- {
		switch r.low(j) {
		case "if", "unless", "whether":
			g.supposed = true
		case "once", "until": // "once they present a plan", not "until they met"
			x := r.xpos(i)
			g.supposed = g.supposed || g.first == i && (x == "VBP" || x == "VBZ" || x == "VB" && !g.to)
		case ",", ";", ":", "—":
			j = lo
		}
	}
	return g
}

// phraseGap returns the first token of a prepositional phrase that ends at
// token k inside a verb group ("would in its first year cost"), or -1.
func (r *reader) phraseGap(k, lo int) int {
	n := r.np.Ends(k + 1)
	if n < 0 {
		return -1
	}
	p := r.np.NPs[n].First - 1
	if p > lo && r.pos(p) == lang.ADP && r.xpos(p-1) == "MD" {
		return p
	}
	return -1
}

func modal(w string) string {
	switch w {
	case "'ll", "’ll", "wo", "won":
		return "will"
	case "'d", "’d":
		return "would"
	case "ca":
		return "can"
	}
	return w
}

// governed tells the status that the word before an infinitive gives it:
// "expected to meet", "agreed to meet", "offered to meet".
func (r *reader) governed(i, first int) (travaux.EventStatus, bool) {
	lo := r.sent(i).First
	for k := first - 1; k >= lo && k > first-9; k-- {
		l := r.lemma(k)
		if n := r.np.At(k); n >= 0 && r.np.NPs[n].Last > k+1 && r.verb(k) { // "a divided parliament"
			continue
		}
		switch {
		case r.lex.in("plan", l):
			return travaux.Scheduled, !r.group(k).negated
		case r.lex.in("agree", l):
			return travaux.Agreed, !r.group(k).negated
		case r.lex.in("propose", l):
			return travaux.Proposed, !r.group(k).negated
		case r.lex.in("refuse", l):
			return travaux.Denied, false
		case r.verb(k) && (r.xpos(k) == "VBD" || r.group(k).passive || r.xpos(k) == "VBN"): // "travelled to Oslo to meet", "was sent to brief"
			s, ok := r.verbStatus(k)
			return s, ok
		case r.verb(k):
			s, ok := r.verbStatus(k)
			return s, ok && s == travaux.Scheduled
		case r.breaks(k):
			return travaux.Proposed, false
		}
	}
	return travaux.Proposed, false
}

// nounStatus tells how far the event of a noun phrase is said to have come: by
// the words before the noun, then by the verb that carries it. carrier is that
// verb, or -1.
func (r *reader) nounStatus(n, carrier int, support bool, said []predicate) (travaux.EventStatus, bool) {
	np := r.np.NPs[n]
	for k := r.edge(n); k < np.Head; k++ {
		l := r.low(k)
		switch {
		case r.lex.in("gone", l):
			return travaux.Cancelled, true
		case r.lex.in("late", l):
			return travaux.Postponed, true
		case r.lex.in("ahead", l):
			return travaux.Scheduled, true
		case r.lex.in("maybe", l):
			return travaux.Proposed, true
		}
	}
	if t := r.turns(said); t.status != "" {
		return t.status, true
	}
	if carrier >= 0 {
		l := r.lemma(carrier)
		switch {
		case r.lex.in("postpone", l):
			return travaux.Postponed, true
		case r.lex.in("cancel", l):
			return travaux.Cancelled, true
		case r.lex.in("deny", l):
			return travaux.Denied, true
		case support:
			return r.verbStatus(carrier)
		case r.group(carrier).modal == "will":
			return travaux.Scheduled, true
		case r.group(carrier).modal != "":
			return travaux.Proposed, true
		case l == "agree" || l == "announce" || l == "confirm":
			return travaux.Agreed, true
		case r.lex.in("plan", l):
			return travaux.Scheduled, true
		case r.lex.in("propose", l):
			return travaux.Proposed, true
		}
	}
	for k := np.First - 1; k >= r.sent(np.Head).First && k > np.First-4; k-- { // "plans for a meeting", "hopes of talks"
		switch r.lemma(k) {
		case "plan", "hope", "preparation", "call", "request", "invitation", "offer", "prospect", "proposal", "chance", "possibility":
			if r.pos(k) == lang.NOUN {
				return travaux.Proposed, true
			}
		}
	}
	if r.lex.in("past", r.low(np.First+1)) || np.First < np.Head && r.lex.in("past", r.low(np.First)) {
		return travaux.Happened, true
	}
	if carrier < 0 && !r.settled(n) {
		return travaux.StatusUnknown, true
	}
	return travaux.Happened, true
}

// settled reports whether phrase n speaks of an event as known: it is definite
// or owned, and stands in no heading.
func (r *reader) settled(n int) bool {
	np := r.np.NPs[n]
	if r.d.Blocks[r.sent(np.Head).Block].Kind == lang.Heading {
		return false
	}
	if r.low(np.First) == "the" {
		return true
	}
	for k := np.First; k < np.Head; k++ {
		if x := r.xpos(k); x == "POS" || x == "PRP$" {
			return true
		}
	}
	return false
}
