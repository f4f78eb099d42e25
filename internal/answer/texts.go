package answer

import (
	"fmt"
	"strings"

	"github.com/travaux/travaux"
)

func (a *asker) onTheTable() {
	vague := 0
	for _, p := range a.texts() {
		if nameless(p) {
			vague++
			continue
		}
		var points, statuses []travaux.Value
		for _, v := range p.Versions {
			points, statuses = append(points, v.Points...), append(statuses, v.Statuses...)
		}
		var links []string
		if q := a.proposal(p.CounterTo); q != nil {
			links = append(links, "counter to "+q.Label)
		}
		if q := a.proposal(p.DerivedFrom); q != nil {
			links = append(links, "from "+q.Label)
		}
		a.row(p.ID, p.SupportedBy, p.Spans, p.Label, a.values(p.Names), a.values(points), a.values(p.Authors), a.values(statuses), a.values(p.FirstReportedBy), strings.Join(links, "; "), a.maybe(p))
		if len(p.Authors) == 0 {
			a.missing("the author of " + p.Label)
		}
	}
	a.out.Note = "The number of points is no identity: two texts may have the same number. Whether two texts are versions of one is for the analyst to say; travaux texts --identity shows what speaks for it and against."
	if vague > 0 {
		a.out.Note += fmt.Sprintf(" Left out: %d mentions of a text of which no more is told than “a deal” or “the treaty”.", vague)
	}
}

// maybe names the texts that a text may be, each with how strongly.
func (a *asker) maybe(p *travaux.Proposal) string {
	var out []string
	for _, s := range p.IdentityWith {
		if q := a.proposal(s.With); q != nil {
			out = append(out, fmt.Sprintf("%s (%s)", q.Label, s.Strength))
		}
	}
	return strings.Join(out, "; ")
}

// identities lists what is suggested of texts, each pair once, and how to decide.
func (a *asker) identities() {
	p, ok := a.text("text", nil)
	if !ok && a.set["text"] != "" {
		return
	}
	only := ""
	if ok {
		only = p.ID
	}
	seen := map[string]bool{}
	for _, p := range a.texts() {
		for _, s := range p.IdentityWith {
			q := a.proposal(s.With)
			if seen[s.ID] || q == nil || only != "" && p.ID != only {
				continue
			}
			seen[s.ID] = true
			a.row(s.ID, s.SupportedBy, s.Spans, p.Label, q.Label, s.Extent, s.Strength, reasons(s.For), reasons(s.Against),
				"travaux judge merge STORE "+p.ID+" "+q.ID+" --reason …", "travaux judge split STORE "+p.ID+" "+q.ID+" --reason …")
		}
	}
	a.out.Note = "No rule joins these texts: an analyst does, or says that they are two, and the suggestion is gone. Of texts that may all be one no more pairs are listed than hold them together. “version” says that nothing tells two versions apart, “text” that they may be two versions of one."
}

func reasons(list []travaux.Reason) string {
	out := make([]string, len(list))
	for i, r := range list {
		out[i] = r.Text
	}
	return strings.Join(out, " ")
}

// nameless reports whether a text has no name but a common noun, and nothing
// else is told of it by which it could be known.
func nameless(p *travaux.Proposal) bool {
	known := len(p.Authors) + len(p.FirstReportedBy) + len(p.Origins)
	for _, v := range p.Versions {
		known += len(v.Points) + len(v.Dates) + len(v.TabledBy) + len(v.TrackCounts)
		for _, st := range v.Statuses {
			if st.Value != "under_discussion" { // as any deal is that is spoken of
				known++
			}
		}
	}
	return known == 0 && p.CounterTo == "" && p.DerivedFrom == "" && !strings.Contains(p.Label, " ")
}

// proposal is the text with an id, or nil.
func (a *asker) proposal(id string) *travaux.Proposal { return a.proposals()[id] }

func (a *asker) openProvisions() {
	a.provisions(func(p *travaux.Proposal, x *travaux.Provision) {
		switch x.AgreedState {
		case "bracketed", "disputed", "optional", "not_discussed":
			a.row(x.ID, x.SupportedBy, x.Spans, p.Label, x.Text, plain(x.AgreedState), a.issue(x.Issue), a.speakers(x.SupportedBy))
		}
	})
}

func (a *asker) provisions(f func(*travaux.Proposal, *travaux.Provision)) {
	for i := range a.rec.Proposals {
		p := &a.rec.Proposals[i]
		for j := range p.Versions {
			for k := range p.Versions[j].Provisions {
				f(p, &p.Versions[j].Provisions[k])
			}
		}
	}
}

func (a *asker) paxProvisions() {
	codes := map[string]string{}
	for _, is := range a.rec.Issues {
		codes[is.ID] = strings.Join(is.PAXCodes, " ")
	}
	a.provisions(func(p *travaux.Proposal, x *travaux.Provision) {
		a.row(x.ID, x.SupportedBy, x.Spans, p.Label, x.Text, a.issue(x.Issue), codes[x.Issue], "Pre")
	})
	a.out.Note = "PA-X codes agreements that were signed; these are provisions of texts as reported, all coded as pre-negotiation (Pre). An empty code: the issue has none in the codebook."
}

func (a *asker) tracks() {
	for i := range a.rec.Tracks {
		t := &a.rec.Tracks[i]
		label := ""
		if p := a.proposal(t.Proposal); p != nil {
			label = p.Label
		}
		a.row(t.ID, t.SupportedBy, t.Spans, t.Label, t.Kind, label, t.List, words(t.Spans), a.speakers(t.SupportedBy))
	}
	a.out.Note = "Lists that differ stand side by side, each with its number."
}

func (a *asker) firstReport() {
	list := a.texts()
	if a.set["text"] != "" {
		p, ok := a.text("text", nil)
		if !ok {
			return
		}
		list = []*travaux.Proposal{p}
		if len(p.FirstReportedBy) == 0 {
			a.missing("who first reported " + p.Label)
		}
	}
	for _, p := range list {
		for _, v := range p.FirstReportedBy {
			for _, s := range v.Spans {
				a.row(p.ID, v.SupportedBy, []travaux.Span{s}, p.Label, a.name(v.Value), a.speakers(v.SupportedBy), a.outlet([]travaux.Span{s}), words([]travaux.Span{s}))
			}
		}
	}
	a.out.Note = "What reports say of who was first, side by side. That an outlet is said to be first is no proof that it was."
}
