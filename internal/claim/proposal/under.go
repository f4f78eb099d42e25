package proposal

import (
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// under reads "under the plan, the port would keep its staff", and the sentence
// after it that goes on: "Norway would also pay".
func (t *Texts) under(p *clause.Predicate) (*Text, []provision) {
	if t.POS(p.At) != lang.VERB && t.Clauses.Kid(p.At, "cop") < 0 || p.Marker == "if" || p.Marker == "that" && p.Modal == "" {
		return nil, nil
	}
	x, goesOn := t.setting(p.At)
	if s := int(t.Doc.Toks[p.At].Sent); x == nil && t.frame.text != nil && t.frame.sent == s-1 && t.continues(p) {
		x, goesOn = t.frame.text, true
	}
	if x == nil {
		return nil, nil
	}
	duty := p.Modal == "" && (t.Lemma(p.At) == "have" && p.Complement >= 0 || p.Passive && owed(t.Lemma(p.At)))
	ob := binds(p.Modal)
	if duty {
		ob = "shall"
	}
	if ob == "" || p.Modal == "can" || t.lex.in("stance", t.Lemma(p.At)) || len(p.Subject)+len(p.Object) == 0 {
		return nil, nil
	}
	if p.Passive && owed(t.Lemma(p.At)) && t.Lemma(p.At) == "allow" || t.Lemma(p.At) == "permit" {
		ob = "may"
	}
	who := p.Subject
	if p.Passive {
		who = p.Object
	}
	if goesOn && (len(t.pronouns(who)) == 0 && len(t.Actors(who)) == 0) {
		return nil, nil
	}
	for _, h := range who {
		if t.At(h) != nil {
			return nil, nil
		}
	}
	t.frame = frame{text: x, sent: int(t.Doc.Toks[p.At].Sent), modal: p.Modal}
	first, last := t.clauseOf(p.At)
	if w := t.Low(first); w == "which" || w == "that" || w == "who" {
		return nil, nil
	}
	return x, []provision{{first: first, last: last, obligation: ob, obliged: t.first(who), rule: "under-text"}}
}

// frame is the text under which the clause read last holds.
type frame struct {
	text  *Text
	sent  int
	modal string
}

// continues reports whether a clause goes on with what the sentence before says
// under a text: the main one, with the same modal, in the same paragraph.
func (t *Texts) continues(p *clause.Predicate) bool {
	prev := &t.Doc.Sents[t.frame.sent]
	return t.Clauses.Head(p.At) < 0 && p.Modal != "" && p.Modal == t.frame.modal && prev.Block == t.Sent(p.At).Block && len(t.pronouns(p.Subject)) == 0
}

func owed(lemma string) bool {
	switch lemma {
	case "require", "oblige", "allow", "permit", "force", "forbid", "ban", "bar", "prohibit", "entitle":
		return true
	}
	return false
}

// setting is the text under which the clause of verb v, or the one it is joined
// to, is said to hold. goesOn tells that it was named in the sentence before.
func (t *Texts) setting(v int) (x *Text, goesOn bool) {
	for steps := 0; v >= 0 && steps < 4; steps++ {
		for _, kid := range t.Clauses.Kids(v) {
			k := int(kid)
			if !t.Clauses.Is(k, "obl", "nmod", "advmod", "advcl") {
				continue
			}
			switch t.Clauses.Case(k) {
			case "under", "per", "according to", "in", "with":
				if x := t.At(k); x != nil && t.frames(k) {
					return x, false
				}
			}
		}
		if !t.Clauses.Is(v, "conj") {
			break
		}
		v = t.Clauses.Head(v)
	}
	return nil, false
}

// frames reports whether the phrase of a text says under what the clause holds:
// "under the plan" anywhere, "in the draft" only before it.
func (t *Texts) frames(k int) bool {
	switch t.Clauses.Case(k) {
	case "in", "with", "according to":
		first, _ := t.Clauses.Yield(k)
		return first == t.Sent(k).First
	}
	return true
}
