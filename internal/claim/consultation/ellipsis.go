package consultation

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/frame"
	"github.com/travaux/travaux/internal/lang"
)

// told is a telling that a sentence without a verb of its own may take up.
type told struct {
	f    *telling
	w    frame.Word
	sent int
}

// recall keeps what frame f told or asked at w, for the sentences behind it.
func (r *reader) recall(f *telling, w frame.Word) {
	if subject := f.Who; len(subject) > 0 && (subject[0] == "subj" || w.Verb.Passive) {
		r.last = told{f: f, w: w, sent: int(r.Doc.Toks[w.At].Sent)}
	}
}

// asked keeps what a question asks: "Who gave input?"
func (r *reader) asked(s *lang.Sent) {
	if r.Low(s.First) != "who" && r.Low(s.First) != "which" && r.POS(s.First) != lang.AUX {
		return
	}
	for i := s.First; i < s.Last; i++ {
		for _, f := range frame.Lookup(r.lex.frames, r.Lemma(i)) {
			w, ok := r.Word(f.Part, i)
			if !ok || f.Part == frame.Adj {
				continue
			}
			fits := true
			for _, any := range f.Needs {
				met := false
				for _, n := range any {
					met = met || n.Role == "who" || n.Role == "negated" || r.meets(n, f, w)
				}
				fits = fits && met
			}
			if fits {
				r.recall(f, w)
				return
			}
		}
	}
}

// answers reads a sentence that is a subject and an auxiliary alone, and takes
// its verb from the one before: "The growers were consulted. The pilots were
// not."
func (r *reader) answers(s *lang.Sent, n int) bool {
	if r.last.f == nil || n-r.last.sent > 2 || r.Doc.Sents[r.last.sent].Block != s.Block {
		return false
	}
	v := s.First
	for v < s.Last && r.POS(v) != lang.AUX && r.POS(v) != lang.VERB {
		v++
	}
	subject := r.Clauses.Kid(v, "nsubj", "nsubj:pass", "nsubj:outer")
	if subject < 0 && r.Clauses.Is(v, "cop", "aux", "aux:pass") { // hung on its own subject
		if subject = r.Clauses.Head(v); subject > v { // or on the "not" behind it
			subject = r.Clauses.Kid(subject, "nsubj", "nsubj:pass")
		}
	}
	if v >= s.Last || v == s.First || subject < s.First || subject >= v {
		return false
	}
	switch lemma := r.Lemma(v); {
	case r.last.w.Verb.Passive != (lemma == "be"), lemma != "be" && lemma != "do" && lemma != "have":
		return false
	}
	polarity, end := "yes", v+1
	if w := r.Low(end); w == "not" || w == "n't" || w == "n’t" {
		polarity, end = "no", end+1
	}
	if r.POS(end) != lang.PUNCT && r.Low(end) != "either" && r.Low(end) != "too" { // the auxiliary has a verb
		return false
	}
	who := distinct(r.Parties(r.Clauses.Conj(subject)))
	if len(who) == 0 && r.POS(subject) == lang.NOUN {
		first, last := r.Clauses.Core(subject)
		who = []string{r.Cast.Add(r.Doc.TokSpan(first, last), travaux.ActorGroup)}
	}
	if len(who) == 0 {
		return false
	}
	first, _ := r.Clauses.Phrase(subject)
	span := r.Span(first, end)
	rule := r.last.f.rule() + "-taken-up"
	c := travaux.ConsultationClaim{
		Claim: travaux.Claim{ID: travaux.SpanID("consultation", r.Reading.Report.ID, span.Start, span.End, rule), Span: span, Rule: rule, SupportedBy: r.Voice.Carriers(span)},
		Who:   who, Relation: r.last.f.Relation, Polarity: polarity,
	}
	if at := r.about(r.last.f, r.last.w); at >= 0 {
		c.About, c.Topic = r.resolve(at), r.topic(at)
	}
	r.out = append(r.out, c)
	r.last.sent = n
	return true
}
