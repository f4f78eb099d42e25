package claim

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// nameSpan returns the words of a mention, with what the text is for.
func (r *reader) nameSpan(i int) travaux.Span {
	np := r.np.NPs[r.mentions[i].np]
	return r.span(np.First, np.Last)
}

// put adds a value, or its words to one that is there.
func (r *reader) put(vs []travaux.Value, v string, s travaux.Span, rule string) []travaux.Value {
	for i := range vs {
		if vs[i].Value == v {
			if !slices.ContainsFunc(vs[i].Spans, s.Overlaps) {
				vs[i].Spans = append(vs[i].Spans, s)
				for _, id := range r.Voice.Carriers(s) {
					if !slices.Contains(vs[i].SupportedBy, id) {
						vs[i].SupportedBy = append(vs[i].SupportedBy, id)
					}
				}
			}
			return vs
		}
	}
	return append(vs, r.value(v, s, rule))
}

// describe adds what one mention says of its text.
func (r *reader) describe(p *travaux.ProposalClaim, i int) {
	m := &r.mentions[i]
	np := r.np.NPs[m.np]
	s := r.nameSpan(i)
	p.Names = r.put(p.Names, quoted(s.Quote), s, "text-name")
	if m.noun.Family != "any" || m.noun.Form == "draft" {
		p.Forms = r.put(p.Forms, m.noun.Form, r.span(m.head, m.head+1), "text-noun")
	}
	if m.points > 0 {
		q := &r.g.Quantities[m.points-1]
		before := len(p.Points)
		p.Points = r.put(p.Points, q.Value, q.Span, "points")
		if len(p.Points) > before {
			p.Points[before].Bound = q.Bound
		}
	}
	for k := np.First; k < np.Last; k++ {
		switch r.low(k) {
		case "leaked":
			p.Statuses = r.put(p.Statuses, "leaked", r.span(k, k+1), "text-adjective")
		case "tentative":
			p.Statuses = r.put(p.Statuses, "tentative", r.span(k, k+1), "text-adjective")
		case "rejected":
			p.Statuses = r.put(p.Statuses, "rejected", r.span(k, k+1), "text-adjective")
		case "rumoured", "rumored":
			p.Statuses = r.put(p.Statuses, "rumoured", r.span(k, k+1), "text-adjective")
		case "revised", "amended", "updated", "reworked", "redrafted", "refined":
			p.Statuses = r.put(p.Statuses, "revised", r.span(k, k+1), "text-adjective")
		}
	}
	if m.owner.first >= 0 && r.xpos(m.owner.last) == "POS" {
		for _, id := range m.owner.ids {
			p.Authors = r.put(p.Authors, id, r.span(m.owner.first, m.owner.last), "possessor")
		}
	}
	r.authors(p, m)
}

// authors reads who wrote a text and what it goes back to: "drafted by the
// chair", "the chair drew up a plan", "chair-drafted", "based on the treaty".
func (r *reader) authors(p *travaux.ProposalClaim, m *textMention) {
	np := r.np.NPs[m.np]
	for k := np.First; k < np.Head; k++ {
		if !r.lex.in("author", r.lemma(k)) && r.lemma(k) != "back" {
			continue
		}
		if k < np.First+2 || r.pos(k-1) != lang.PUNCT && r.low(k-1) != "-" || r.at[k-2] == 0 {
			continue
		}
		d := &r.d.Mentions[r.at[k-2]-1]
		if id := r.c.ID(d.Entity); id != "" && r.lemma(k) != "back" {
			p.Authors = r.put(p.Authors, id, r.span(k-2, k+1), "author-compound")
		}
	}
	end := r.sent(m.head).Last
	limit := min(np.Last+26, end)
	for k := np.Last; k < limit; k++ {
		if r.text[k] > 0 && r.mentions[r.text[k]-1].cluster != m.cluster || r.low(k) == ";" {
			break
		}
		if !r.verb(k) && r.xpos(k) != "VBN" {
			continue
		}
		l := r.lemma(k)
		by := k + 1
		for by < end && by < k+4 && r.pos(by) == lang.ADV || r.low(by) == "up" {
			by++
		}
		switch {
		case r.lex.in("author", l) && r.low(by) == "by":
			w := r.list(by+1, end)
			for _, id := range w.ids {
				p.Authors = r.put(p.Authors, id, r.span(w.first, w.last), "author-passive")
			}
		case r.lex.in("origin", l) && (r.low(by) == "by" || r.low(by) == "on" || r.low(by) == "from"):
			if n := r.np.Starts(by + 1); n >= 0 {
				s := r.span(r.np.NPs[n].First, r.np.NPs[n].Last)
				p.Origins = r.put(p.Origins, quoted(s.Quote), s, "origin")
			}
		case r.finite(k) && k > np.Last+1 && !r.lex.in("author", l):
			limit = min(limit, k+8)
		}
	}
	for k := np.First - 1; k >= r.sent(m.head).First && k > np.First-5; k-- {
		if r.verb(k) {
			if r.lex.in("author", r.lemma(k)) && !r.group(k).passive && r.lemma(k) != "write" {
				w := r.subject(k)
				for _, id := range w.ids {
					p.Authors = r.put(p.Authors, id, r.span(w.first, w.last), "author-active")
				}
			}
			break
		}
		if r.pos(k) != lang.DET && r.pos(k) != lang.ADP && r.pos(k) != lang.ADV && r.pos(k) != lang.PART {
			break
		}
	}
}

// befell adds what an event about a text makes of it.
func (r *reader) befell(p *travaux.ProposalClaim, e *travaux.EventClaim) {
	if e.About != p.ID {
		return
	}
	status := ""
	switch {
	case e.Status != travaux.Happened:
	case e.Kind == travaux.DraftTabled:
		status = "tabled"
	case e.Kind == travaux.Signature:
		status = "signed"
		if strings.HasPrefix(e.Trigger.Quote, "initial") {
			status = "initialled"
		}
	case e.Kind == travaux.Ratification:
		status = "ratified"
	case e.Kind == travaux.Leak:
		status = "made_public"
	case e.Kind == travaux.Decision && len(e.Outcomes) > 0:
		status = e.Outcomes[0].Value
	}
	if status == "tabled" {
		for _, id := range e.Actors {
			p.TabledBy = r.put(p.TabledBy, id, e.Span, "tabled")
		}
	}
	if status != "" {
		p.Statuses = r.put(p.Statuses, status, e.Trigger, "event-of-text")
	}
}

// inFlux reads that a text was still open: "remained in flux", "is in
// brackets".
func (r *reader) inFlux(p *travaux.ProposalClaim, c *cluster) {
	for _, i := range c.mentions {
		m := &r.mentions[i]
		end := r.sent(m.head).Last
		for k := m.head + 1; k < end && k < m.head+9; k++ {
			phrase, n := "", 0
			switch l := r.low(k); {
			case l == "in" && r.low(k+1) == "flux", l == "up" && r.low(k+1) == "for" && r.low(k+2) == "discussion":
				phrase, n = "under_discussion", 2
			case l == "in" && (r.low(k+1) == "brackets" || r.low(k+2) == "brackets"):
				phrase, n = "bracketed", 2
			case l == "negotiable", l == "unfinished", l == "open" && r.low(k-1) == "remained":
				phrase, n = "under_discussion", 1
			case l == "final" && r.low(k-1) == "not":
				phrase, n = "under_discussion", 1
			}
			if phrase != "" && k+n <= end {
				p.Statuses = r.put(p.Statuses, phrase, r.span(k, k+n), "still-open")
			}
		}
	}
}
