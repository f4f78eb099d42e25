package coref

import "strings"

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

// roleOf reads the part of the phrase that token i heads from its tree; a
// joined phrase and an apposition have that of the phrase they belong to.
func (r *run) roleOf(i int) role {
	for range maxRise {
		t := &r.d.Toks[i]
		up := r.governor(i)
		rel, sub, _ := strings.Cut(t.Deprel, ":")
		switch {
		case up < 0:
			return object
		case rel == "conj" || rel == "appos" || rel == "flat":
			i = up
			continue
		case rel == "nsubj" || rel == "csubj" || rel == "dislocated":
			return subject
		case sub == "poss":
			if r.nameAt(up) != nil {
				return modifier // of a named person: "Weil's envoy Kern"
			}
			return possessor
		case sub == "agent":
			return agent
		case rel == "obl" || rel == "nmod":
			return oblique
		case rel == "compound" || rel == "amod" || rel == "nummod":
			return modifier
		}
		return object
	}
	return object
}

// maxRise ends the way up through joined phrases.
const maxRise = 8

// governor is the token that token i depends on, or -1.
func (r *run) governor(i int) int {
	if h := r.d.Toks[i].Head; h > 0 {
		return r.d.Sents[r.d.Toks[i].Sent].First + int(h) - 1
	}
	return -1
}

// says reports whether the subject of a verb often follows it.
func says(lemma string) bool {
	switch lemma {
	case "say", "add", "write", "note", "warn", "ask", "recall", "explain", "argue", "insist", "conclude", "continue", "reply", "answer", "remark", "declare", "announce":
		return true
	}
	return false
}
