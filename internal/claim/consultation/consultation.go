// Package consultation reads who is said to have been consulted, told or passed over.
//
// It is for single passages of one report. It is not for what other reports
// say of the same, and a meeting of the parties is an event rather than a
// consultation, unless the words say consult, brief or contact.
package consultation

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// Extract returns the consultations of a report, in text order.
func Extract(p *page.Page) []travaux.ConsultationClaim {
	r := &reader{Page: p, lex: lexicons()}
	for k := range p.Doc.Sents {
		s := &p.Doc.Sents[k]
		if r.asks(s) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			for _, f := range r.lex.of(p.Lemma(i)) {
				if r.read(f, i) {
					break
				}
			}
		}
	}
	return r.out
}

// reader holds what is found in one report.
type reader struct {
	*page.Page
	lex *lexicon
	out []travaux.ConsultationClaim
}

// asks reports whether sentence s is a question.
func (r *reader) asks(s *lang.Sent) bool {
	for i := s.Last - 1; i >= s.First && i > s.Last-4; i-- {
		if r.Low(i) == "?" {
			return true
		}
	}
	return false
}

// word is a word that may head a frame, with the clause that it belongs to.
type word struct {
	at      int
	verb    clause.Predicate // its own clause, or that of the verb that carries a noun
	carried bool             // whether there is such a clause
}

// read adds what frame f says at token i. It reports whether the frame fits,
// whatever came of it.
func (r *reader) read(f *frame, i int) bool {
	w, ok := r.word(f, i)
	if !ok {
		return false
	}
	for _, any := range f.Needs {
		if !slices.ContainsFunc(any, func(n need) bool { return r.meets(n, f, w) }) {
			return false
		}
	}
	if r.describes(w) {
		return true
	}
	who, by := r.actors(f.Who, w), r.actors(f.By, w)
	if len(who) == 0 && len(by) > 1 && f.Part == "noun" { // "the two held consultations"
		who, by = by, nil
	}
	by = slices.DeleteFunc(by, func(id string) bool { return slices.Contains(who, id) })
	if len(who)+len(by) == 0 || r.audience(f.Who, w) || r.press(by) {
		return true
	}
	if len(who) == 0 && r.filled(f.Who, w) && f.Relation == "in_contact" { // "in touch with reality"
		return true
	}
	o := r.weigh(w, f)
	if o.polarity == "" || len(who) == 0 && f.Relation != "in_contact" && (o.polarity == "yes" || o.polarity == "planned") {
		return true
	}
	r.add(f, w, o, who, by)
	return true
}

// press reports whether it is the outlet or another one that asks or tells.
func (r *reader) press(by []string) bool {
	return slices.ContainsFunc(by, func(id string) bool {
		a := r.Cast.Actor(id)
		return id == r.Cast.Outlet || a != nil && a.Type == travaux.ActorMedia
	})
}

func (r *reader) add(f *frame, w word, o outcome, who, by []string) {
	s := r.passage(w, o)
	c := travaux.ConsultationClaim{
		Claim: travaux.Claim{
			ID: travaux.SpanID("consultation", r.Reading.Report.ID, s.Start, s.End, f.rule()), Span: s,
			Rule: f.rule(), SupportedBy: r.Voice.Carriers(s),
		},
		Who: who, ByWhom: by, Relation: f.Relation, Polarity: o.polarity,
	}
	if o.relation != "" {
		c.Relation = o.relation
	}
	if at := r.about(f, w); at >= 0 {
		c.About, c.Topic = r.resolve(at), r.topic(at)
	}
	for i := range r.out {
		if r.out[i].ID == c.ID || r.out[i].Span == s && r.out[i].Relation == c.Relation {
			return
		}
	}
	r.out = append(r.out, c)
}

// word reports whether token i can be the head of frame f, and with what.
func (r *reader) word(f *frame, i int) (word, bool) {
	w := word{at: i}
	switch pos := r.POS(i); f.Part {
	case "verb":
		if pos != lang.VERB {
			return w, false
		}
		w.verb, w.carried = r.Clauses.Predicate(i)
	case "adj":
		if pos != lang.ADJ && pos != lang.VERB {
			return w, false
		}
		w.verb, w.carried = r.Clauses.Predicate(i)
		if h := r.Clauses.Head(i); !w.carried && r.Clauses.Is(i, "xcomp") {
			w.verb, w.carried = r.Clauses.Predicate(h)
		}
	case "noun":
		if pos != lang.NOUN && pos != lang.PROPN {
			return w, false
		}
		w.verb, w.carried = r.carrier(i)
		return w, true
	}
	return w, w.carried
}

// carrier is the clause whose verb carries noun i: "held consultations",
// "stayed in touch", "is in contact".
func (r *reader) carrier(i int) (clause.Predicate, bool) {
	for steps := 0; i >= 0 && steps < 4; steps++ {
		if p, ok := r.Clauses.Predicate(i); ok {
			return p, true
		}
		if !r.Clauses.Is(i, "obj", "obl", "nsubj:pass", "xcomp", "nmod", "conj") {
			break
		}
		i = r.Clauses.Head(i)
	}
	return clause.Predicate{At: -1, Complement: -1}, false
}

// describes reports whether w only says what kind of people somebody is:
// "people briefed on the matter".
func (r *reader) describes(w word) bool {
	if !r.Clauses.Is(w.at, "acl") || r.Clauses.Is(w.at, "acl:relcl") || !w.verb.Passive || w.verb.Negated {
		return false
	}
	h := r.Clauses.Head(w.at)
	m := r.Mention(h)
	return m != nil && m.Type == lang.Anonymous || len(r.Actor(h)) == 0 || r.POS(h) == lang.NOUN
}
