package event

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// shortReport is how many sentences a readout may have.
const shortReport = 60

// leadDate gives the contact that a readout opens with the report's own day where
// no other is told: "met" is of that day. A readout goes on in the manner of one
// ("They discussed", "She reaffirmed"); in other reports an undated event stays
// undated.
func (r *reader) leadDate() {
	doc := r.Reading.Report.Date
	if iv, err := doc.EDTF.Interval(); doc.EDTF == "" || err != nil || iv.Days() > 1 || len(r.Doc.Sents) > shortReport || !r.readout() {
		return
	}
	for _, s := range r.openings() {
		if !r.timedIn(s.First, s.Last) && r.dateOpening(s) {
			return
		}
	}
}

// readout reports whether half of the sentences after the first few words of the
// report tell what was discussed, stressed or reaffirmed.
func (r *reader) readout() bool {
	told, all := 0, 0
	for k := 1; k < len(r.Doc.Sents) && all < 6; k++ {
		s := &r.Doc.Sents[k]
		if s.Last-s.First < 5 {
			continue
		}
		all++
		for i := s.First; i < s.Last; i++ {
			if r.x.Head(i) < 0 && r.verb(i) && r.lex.in("readout", r.Lemma(i)) && r.x.Kid(i, "nsubj") >= 0 {
				told++
				break
			}
		}
	}
	return all > 0 && 2*told >= all
}

// dateOpening gives the contact that sentence s tells the report's day, and
// reports whether there is one.
func (r *reader) dateOpening(s *lang.Sent) bool {
	doc := r.Reading.Report.Date
	for i := range r.events {
		e := &r.events[i]
		if e.Trigger.Start < s.Start || e.Trigger.Start >= s.End || !contact(e.Kind) || e.Status != travaux.Happened || len(e.Dates) > 0 {
			continue
		}
		at, _ := r.clauseOf(r.tokenAt(e.Trigger.Start))
		if !r.root(at) || len(e.Actors)+len(e.Recipients) < 2 {
			continue
		}
		d := r.Value(string(doc.EDTF), e.Trigger, "day-of-report")
		d.Basis = doc.Basis
		e.Dates = []travaux.Value{d}
		return true
	}
	return false
}

// openings are the first sentence, which may be a heading, and the first that is
// none.
func (r *reader) openings() []*lang.Sent {
	k := slices.IndexFunc(r.Doc.Sents, func(s lang.Sent) bool { return r.Doc.Blocks[s.Block].Kind != lang.Heading })
	if len(r.Doc.Sents) == 0 {
		return nil
	}
	out := []*lang.Sent{&r.Doc.Sents[0]}
	if k > 0 {
		out = append(out, &r.Doc.Sents[k])
	}
	return out
}

func (r *reader) timedIn(first, last int) bool {
	for k := first; k < last; k++ {
		if t := r.Timex(k); t != nil && t.Type == "DATE" && t.Value != "PRESENT_REF" && t.Value != "PAST_REF" && t.Value != "FUTURE_REF" {
			if iv, err := t.EDTF.Interval(); t.EDTF == "" || err == nil && iv.Days() <= 7 {
				return true
			}
		}
	}
	return false
}

// root reports whether v heads its sentence, or is joined to what does.
func (r *reader) root(v int) bool {
	for steps := 0; v >= 0 && steps < 4; steps++ {
		h := r.x.Head(v)
		if h < 0 {
			return true
		}
		if !r.x.Is(v, "conj") {
			return false
		}
		v = h
	}
	return false
}
