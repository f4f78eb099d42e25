package proposal

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// provision is what a text is said to provide, before it becomes a claim.
type provision struct {
	first, last int // tokens
	obligation  string
	obliged     string
	rule        string
	no          int    // the number of the point, 0 where none is given
	state       string // how far it is agreed, where its words say so
}

// provide finds what texts are said to require, allow or promise, and what
// is said to be open in them.
func (t *Texts) provide() {
	for s := range t.Doc.Sents {
		sent := &t.Doc.Sents[s]
		if t.after(sent, "|") >= 0 {
			continue // headlines of other stories in a row
		}
		if x, ps := t.listed(s); x != nil {
			t.provides(x, ps)
		}
		for i := sent.First; i < sent.Last; i++ {
			for _, read := range []func(int) (*Text, []provision){t.article, t.owns, t.question} {
				if x, ps := read(i); x != nil {
					t.provides(x, ps)
				}
			}
			p, ok := t.Clauses.Predicate(i)
			if !ok {
				continue
			}
			for _, read := range []func(*clause.Predicate) (*Text, []provision){t.unsettled, t.under, t.requirement, t.contained} {
				if x, ps := read(&p); x != nil && len(ps) > 0 {
					t.provides(x, ps)
					break
				}
			}
		}
	}
}

// provides adds provisions to a text; of those that overlap the first read
// stays, unless a later one lies within it and was read from the same clause.
func (t *Texts) provides(x *Text, ps []provision) {
	s := t.saidOf(x)
	for _, p := range ps {
		p = t.trim(p)
		if p.first >= p.last {
			continue
		}
		n := len(s.provisions)
		if slices.ContainsFunc(s.provisions[max(0, n-12):], func(q provision) bool { return p.first < q.last && q.first < p.last }) {
			continue
		}
		s.provisions = append(s.provisions, p)
		x.used = true
	}
}

// trim drops punctuation and joining words from the ends of a provision.
func (t *Texts) trim(p provision) provision {
	for p.first < p.last && (t.POS(p.first) == lang.PUNCT && !opens(t.Low(p.first)) || t.POS(p.first) == lang.CCONJ || bullet(t.Low(p.first))) {
		p.first++
	}
	for p.first < p.last && (t.POS(p.last-1) == lang.PUNCT && !closes(t.Low(p.last-1)) || t.POS(p.last-1) == lang.CCONJ) {
		p.last--
	}
	return p
}

func opens(w string) bool { return w == "“" || w == `"` || w == "(" || w == "‘" || w == "[" }
func closes(w string) bool {
	return w == "”" || w == `"` || w == ")" || w == "’" || w == "]" || w == "%"
}

// provisionClaim makes the claim of a provision.
func (t *Texts) provisionClaim(p provision) travaux.ProvisionClaim {
	s := t.Span(p.first, p.last)
	issue := travaux.OtherIssue
	if m, ok := t.Issues.Around(p.first, p.last); ok {
		issue = m.Issue
	}
	return travaux.ProvisionClaim{
		Claim: travaux.Claim{
			ID: travaux.SpanID("provision", t.Reading.Report.ID, s.Start, s.End), Span: s, Rule: p.rule, SupportedBy: t.Voice.Carriers(s),
		},
		PointNo: p.no, Obligation: p.obligation, Obliged: p.obliged, Issue: issue, AgreedState: t.agreedState(&p),
	}
}

// agreedState tells how far a provision is agreed, by its own words and those
// of its sentence.
func (t *Texts) agreedState(p *provision) string {
	if p.state != "" {
		return p.state
	}
	sent := t.Sent(p.first)
	for k := max(sent.First, p.first-lookback); k < min(sent.Last, p.last+lookback); k++ {
		switch t.Low(k) {
		case "brackets", "bracketed":
			return "bracketed"
		case "disputed", "contested":
			return "disputed"
		}
	}
	for k := p.first; k < p.last; k++ {
		if w := t.Low(k); w == "optional" || w == "optionally" {
			return "optional"
		}
	}
	return "unknown"
}

// text is the first text that one of the phrases names or stands for, or nil.
func (t *Texts) text(heads []int) *Text {
	for _, h := range heads {
		if x := t.of(h); x != nil {
			return x
		}
	}
	return nil
}

// binds maps a modal on how binding it makes a provision.
func binds(modal string) string {
	switch modal {
	case "shall", "must", "will", "would":
		return "shall"
	case "should":
		return "should"
	case "may", "can", "could", "might":
		return "may"
	}
	return ""
}

// obligation maps the verb by which a text provides something, and its modal,
// on how binding the text makes it.
func obligation(lemma, modal string) string {
	switch lemma {
	case "require", "demand", "oblige", "mandate", "impose", "commit", "force", "stipulate", "ban", "bar", "cap", "limit",
		"compel", "bind", "prohibit", "forbid", "have", "restrict", "block":
		return "shall"
	case "call", "propose", "envisage", "envision", "foresee":
		return "should"
	case "allow", "permit", "offer", "enable", "let", "entitle", "authorise", "authorize":
		return "may"
	}
	if modal == "would" || modal == "will" {
		return ""
	}
	return binds(modal)
}
