// Package consultation reads who is said to have been consulted, told or passed over.
//
// It is for single passages of one report. It is not for what other reports
// say of the same, and a meeting of the parties is an event rather than a
// consultation, unless the words say consult, brief or contact.
package consultation

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/frame"
	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/lang"
)

// Extract returns the consultations of a report, in text order.
func Extract(p *page.Page) []travaux.ConsultationClaim {
	lex := lexicons()
	r := &reader{Reader: &frame.Reader{Page: p, Light: lex.carriers}, lex: lex, named: p.Named(), used: map[int]bool{}}
	for k := range p.Doc.Sents {
		s := &p.Doc.Sents[k]
		if r.Asks(s) {
			r.asked(s)
			continue
		}
		if r.answers(s, k) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			for _, f := range frame.Lookup(lex.frames, p.Lemma(i)) {
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
	*frame.Reader
	lex   *lexicon
	named *page.Named
	used  map[int]bool // words that complete another's frame: "kept informed"
	last  told         // what a sentence without a verb takes up
	out   []travaux.ConsultationClaim
}

// read adds what frame f says at token i. It reports whether the frame fits,
// whatever came of it.
func (r *reader) read(f *telling, i int) bool {
	w, ok := r.Word(f.Part, i)
	if !ok || r.used[i] || f.Part == frame.Adj && !w.Carried {
		return false
	}
	for _, any := range f.Needs {
		if !slices.ContainsFunc(any, func(n frame.Need) bool { return r.meets(n, f, w) }) {
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
	if w.At == w.Verb.At {
		r.used[w.Verb.Complement] = true
	}
	r.add(f, w, o, who, by)
	r.recall(f, w)
	return true
}

// press reports whether it is the outlet or another one that asks or tells.
func (r *reader) press(by []string) bool {
	return slices.ContainsFunc(by, func(id string) bool {
		a := r.Cast.Actor(id)
		return id == r.Cast.Outlet || a != nil && a.Type == travaux.ActorMedia
	})
}

func (r *reader) add(f *telling, w frame.Word, o outcome, who, by []string) {
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

// describes reports whether w only says what kind of people somebody is:
// "people briefed on the matter".
func (r *reader) describes(w frame.Word) bool {
	if !r.Clauses.Is(w.At, "acl") || r.Clauses.Is(w.At, "acl:relcl") || !w.Verb.Passive || w.Verb.Negated {
		return false
	}
	h := r.Clauses.Head(w.At)
	m := r.Mention(h)
	return m != nil && m.Type == lang.Anonymous || len(r.Actor(h)) == 0 || r.POS(h) == lang.NOUN
}
