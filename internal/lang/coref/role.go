package coref

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// role is the part that a phrase plays in its sentence, as far as the words
// around it show; the more prominent the higher.
type role uint8

const (
	modifier  role = iota // "the Weil cabinet's envoy"
	possessor             // "Weil's plan"
	oblique               // after a preposition
	object
	agent // "an effort by Weil"
	subject
)

var roleWeights = [...]int{modifier: 0, possessor: 25, oblique: 30, object: 45, agent: 70, subject: 80}

// roleOf reads the words around the tokens from first to last.
func (r *run) roleOf(first, last int) role {
	d := r.d
	s := d.Sents[d.Toks[first].Sent]
	nominative := true
	switch w := strings.ToLower(d.Form(first)); {
	case d.Toks[first].XPOS == "PRP$":
		return possessor
	case last > first+1:
	case w == "he" || w == "she" || w == "they":
		return subject
	case w == "him" || w == "her" || w == "them":
		nominative = false
	}
	if last < s.Last {
		if d.Toks[last].XPOS == "POS" {
			if n := r.np.At(first); n >= 0 && r.nameAt(r.np.NPs[n].Head) != nil && r.np.NPs[n].Head >= last {
				return modifier // of a named person: "Weil's envoy Kern"
			}
			return possessor
		}
		if n := r.np.At(last); n >= 0 && n == r.np.At(last-1) && r.np.NPs[n].Head >= last {
			return modifier
		}
	}
	if n := r.np.At(first); n >= 0 && r.np.NPs[n].First < first {
		first = r.np.NPs[n].First
	}
	if first > s.First {
		switch t := &d.Toks[first-1]; {
		case t.UPOS == lang.ADP || t.Lemma == "to" && t.XPOS == "IN":
			if d.Form(first-1) == "by" {
				return agent
			}
			return oblique
		case t.UPOS == lang.VERB && says(t.Lemma):
			if last >= s.Last || d.Toks[last].UPOS == lang.PUNCT {
				return subject // “…,” said Weil
			}
		case t.UPOS == lang.VERB, t.UPOS == lang.AUX && !r.verbAhead(last, s.Last):
			return object
		}
	}
	if nominative && r.verbAhead(last, s.Last) {
		return subject
	}
	return object
}

// verbAhead reports whether a verb comes after token i and before limit.
func (r *run) verbAhead(i, limit int) bool {
	for ; i < limit; i++ {
		if u := r.d.Toks[i].UPOS; u == lang.VERB || u == lang.AUX {
			return true
		}
	}
	return false
}

// says reports whether the subject of a verb often follows it.
func says(lemma string) bool {
	switch lemma {
	case "say", "add", "write", "note", "warn", "ask", "recall", "explain", "argue", "insist", "conclude", "continue", "reply", "answer", "remark", "declare", "announce":
		return true
	}
	return false
}
