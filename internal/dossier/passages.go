package dossier

import (
	"cmp"
	"slices"
)

// passage is a quotation standing alone, with the anchors of all that is cited
// within it.
type passage struct {
	// Opens and Closes delimit a run of passages that nothing but names and
	// metadata rest on; they are set in one line.
	Minor, Opens, Closes bool

	Anchors []string
	Quote   string
	Marks   string // as quoteMarks says
	Notes   []noteView

	start, end int
}

// passages are the quotations of a report standing alone: those that lie in no
// other, each with the anchors of what lies in it. Statements of the outlet
// itself join what else is quoted of their words; they would otherwise amount
// to the article.
func (s *Site) passages(report string) []passage {
	var out []passage
	notes := map[string]bool{}
	join := func(p *passage, u use) {
		if id := anchor(u.span); !slices.Contains(p.Anchors, id) {
			p.Anchors = append(p.Anchors, id)
		}
		if n, ok := s.note(u); ok && !notes[u.row] {
			notes[u.row] = true
			p.Notes = append(p.Notes, n)
		}
	}
	open := func(u use, quote string) *passage {
		out = append(out, passage{Quote: quote, Marks: quoteMarks(quote), start: u.span.Start, end: u.span.End})
		return &out[len(out)-1]
	}
	for _, u := range s.uses[report] {
		if u.kind == "voice" {
			continue
		}
		if n := len(out); n > 0 && u.span.End <= out[n-1].end {
			join(&out[n-1], u)
			continue
		}
		join(open(u, s.quote(u.span.Quote, u.span)), u)
	}
	for _, u := range s.uses[report] {
		if u.kind != "voice" {
			continue
		}
		i := slices.IndexFunc(out, func(p passage) bool { return p.start < u.span.End && u.span.Start < p.end })
		if i >= 0 {
			join(&out[i], u)
		} else {
			join(open(u, s.quoteVoice(u.span.Quote, u.span)), u)
		}
	}
	slices.SortStableFunc(out, func(a, b passage) int { return cmp.Compare(a.start, b.start) })
	for i := range out {
		out[i].Minor = len(out[i].Notes) == 0
	}
	for i := range out {
		out[i].Opens = out[i].Minor && (i == 0 || !out[i-1].Minor)
		out[i].Closes = out[i].Minor && (i+1 == len(out) || !out[i+1].Minor)
	}
	return out
}
