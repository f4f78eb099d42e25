package position

import (
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// shift reads an offer or a demand that was moved or held to: "lowered its
// demand from 9 to 8 percent", "kept to its offer of 5 percent".
func (r *reader) shift(i int) bool {
	moves := r.lex.in("moves", r.Lemma(i))
	if !moves && !r.lex.in("holds", r.Lemma(i)) {
		return false
	}
	p, ok := r.Clauses.Predicate(i)
	if !ok || p.Negated || p.Passive && r.Clauses.Kid(i, "aux") >= 0 || p.Modal != "" || p.Infinite || r.hypothetical(i) {
		return false
	}
	var heads []int
	if moves {
		heads = p.Object
	}
	for _, o := range p.Obliques {
		if !moves && (o.Case == "to" || o.Case == "by") {
			heads = append(heads, o.Head)
		}
	}
	any := false
	for _, h := range heads {
		stance := travaux.Stance("")
		switch {
		case r.lex.in("asked", r.Lemma(h)):
			stance = travaux.Demands
		case r.lex.in("offered", r.Lemma(h)):
			stance = travaux.Supports
		}
		party := r.parties(p.Subject)
		if k := r.Clauses.Owner(h); k >= 0 && r.POS(k) != lang.PRON {
			party = r.parties(r.Clauses.Conj(k))
		}
		if stance == "" || len(party) == 0 {
			continue
		}
		first, last := r.Clauses.Phrase(h)
		for _, o := range p.Obliques { // "from 9 percent to 8 percent over two years"
			if a, b := r.Clauses.Yield(o.Head); a >= last && a-last <= maxShift && b-last <= 2*maxShift {
				last = max(last, b)
			}
		}
		first, last = r.trim(first, last)
		if first >= last {
			continue
		}
		on := r.option(h, first, last, false)
		r.sameMatter(&on)
		f := found{at: i, party: party, on: on, stance: stance, strength: "plain", kind: "position", rule: "shift/" + r.Lemma(i)}
		if moves {
			f.from, f.kind = stance, "concession"
		}
		r.finish(&f, &p, i)
		any = true
	}
	return any
}

// sameMatter gives an offer whose words tell no issue that of the demand or
// offer told right before, which it answers.
func (r *reader) sameMatter(o *option) {
	if len(r.found) == 0 || o.issue != travaux.OtherIssue && o.issue != OverallIssue {
		return
	}
	last := &r.found[len(r.found)-1]
	if strings.HasPrefix(last.rule, "shift/") && r.Doc.Toks[o.head].Sent-r.Doc.Toks[last.at].Sent <= 1 {
		o.issue = last.on.issue
	}
}

// maxShift is how many tokens behind an offer the figures may stand by which it
// was moved.
const maxShift = 8
