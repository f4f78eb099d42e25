package proposal

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// describe adds what one mention says of its text by itself.
func (t *Texts) describe(p *travaux.ProposalClaim, i int) {
	m := &t.mentions[i]
	s := t.name(i)
	p.Names = t.put(p.Names, plain(s.Quote), s, "text-name")
	if m.noun.Family != "any" || m.noun.Form == "draft" {
		p.Forms = t.put(p.Forms, m.noun.Form, t.Span(m.head, m.head+1), "text-noun")
	}
	if m.points != "" {
		if q := t.Quantity(m.pointsAt); q != nil {
			before := len(p.Points)
			p.Points = t.put(p.Points, q.Value, q.Span, "points")
			if len(p.Points) > before {
				p.Points[before].Bound = q.Bound
			}
		}
	}
	for k := m.first; k < m.head; k++ {
		status := ""
		switch t.Low(k) {
		case "leaked", "rejected", "rumoured", "signed", "suspended", "withdrawn", "ratified", "adopted", "initialled":
			status = t.Low(k)
		case "passed", "approved":
			status = "adopted"
		case "stalled", "frozen":
			status = "suspended"
		case "failed", "defeated":
			status = "rejected"
		case "rumored":
			status = "rumoured"
		case "tentative": // a tentative plan is nobody's yet
			if m.noun.Family == "deal" || m.noun.Form == "compromise" {
				status = "agreed_ad_referendum"
			}
		case "proposed":
			status = "tabled"
		case "revised", "amended", "updated", "reworked", "redrafted", "refined":
			status = "revised"
		}
		if status != "" {
			p.Statuses = t.put(p.Statuses, status, t.Span(k, k+1), "text-adjective")
		}
	}
	t.owned(p, m)
}

// owned reads the authors that a phrase names: "the chair's plan", "a
// union-drafted text", "a paper by the chair".
func (t *Texts) owned(p *travaux.ProposalClaim, m *mention) {
	for k := m.first + 2; k < m.head; k++ {
		if t.Low(k-1) != "-" || !t.lex.in("author", t.Lemma(k)) {
			continue
		}
		for _, id := range t.sideAt(k - 2) {
			p.Authors = t.put(p.Authors, id, t.Span(k-2, k+1), "author-compound")
		}
	}
	if k := t.Clauses.Owner(m.head); k >= 0 && t.POS(k) != lang.PRON && t.xpos(k) != "PRP$" {
		t.author(&p.Authors, t.Clauses.Conj(k), "possessor")
	}
	for _, kid := range t.Clauses.Kids(m.head) {
		k := int(kid)
		if k > m.head && t.Clauses.Is(k, "nmod") && t.Clauses.Case(k) == "by" {
			t.author(&p.Authors, t.Clauses.Conj(k), "author-by")
		}
	}
}

// author adds the actors that phrases name to those who wrote a text.
func (t *Texts) author(to *[]travaux.Value, heads []int, rule string) {
	for _, h := range heads {
		for _, id := range t.sideAt(h) {
			first, last := t.Clauses.Phrase(h)
			*to = t.put(*to, id, t.Span(first, last), rule)
		}
	}
}
