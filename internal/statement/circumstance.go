package statement

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// circumstances reads when and where something was said, from the words of the
// reporting clause.
func (b *builder) circumstances(u *unit, c *candidate, s *travaux.Statement) {
	r := b.r
	inContent := func(at int) bool {
		for _, x := range s.Content {
			if x.Start <= at && at < x.End {
				return true
			}
		}
		return false
	}
	from, to := max(c.begin(), 0), min(len(u.e), max(c.to, c.src.to)+12)
	end := r.end(u, to-1)
	for _, t := range b.tx {
		if t.Start >= end {
			break
		}
		if t.Start >= r.start(u, from) && t.EDTF != "" && (t.Type == "DATE" || t.Type == "TIME") && !inContent(t.Start) {
			x := t.Span
			s.SaidAt = &travaux.When{EDTF: t.EDTF, Basis: t.Basis, Span: &x}
			break
		}
	}
	if r.lemma(u, c.to) == "reporter" && c.e.has(fTell) {
		s.Venue = "to reporters"
	}
	for k := from; k < to; k++ {
		if u.e[k].quote >= 0 || inContent(r.start(u, k)) {
			continue
		}
		switch r.form(u, k) {
		case "at", "in":
			if e := r.npEnd(u, k+1); e > 0 && s.Venue == "" && r.venue(u, k+1) {
				s.Venue = r.d.Quote(r.span(u, k+1, e))
			}
		}
	}
}

// occasion reports whether adverbial clause t, which begins at place p, is about
// the saying.
func (r *reader) occasion(u *unit, c *candidate, t, p int, comma bool) bool {
	mark := r.x.Kid(t, "mark")
	if k := r.x.Kid(t, "advmod"); mark < 0 && k >= 0 && r.x.Low(k) == "when" {
		mark = k
	}
	if mark < 0 || r.x.Low(mark) == "to" && comma {
		return comma && !r.is(u, p, "given") && !r.is(u, p, "including")
	}
	switch r.x.Low(mark) {
	case "as", "while", "whereas", "although", "though", "before", "after", "when", "since":
		// Where a thing is named rather than something told of it, only the
		// naming can have an occasion; "as a threat" has no subject.
		return comma || c.comp.frame == fQuote || !c.comp.clausal() && (r.x.Low(mark) != "as" || r.x.Kid(t, "nsubj") >= 0)
	}
	return false
}

// venue reports whether the phrase at k is a place or an occasion.
func (r *reader) venue(u *unit, k int) bool {
	head := r.npHead(u, k)
	if m := r.mention(head); m != nil && (m.Type == lang.Place || m.Type == lang.Event) {
		return true
	}
	switch r.d.Toks[head].Lemma {
	case "conference", "summit", "forum", "briefing", "meeting", "rally", "hearing", "headquarters", "parliament", "event", "session", "ceremony":
		return true
	}
	return false
}
