package claim

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// textEvent reads what is done to a text: tabled, signed, rejected, published.
func (r *reader) textEvent(f *found, g group) bool {
	if (f.kind == travaux.Leak || f.kind == travaux.Publication) && r.medium(r.agent(f.last)) {
		return false // read as a publication, with its outlet
	}
	end := r.clauseEnd(f.last - 1)
	c := (*cluster)(nil)
	if g.passive {
		c = r.textLeft(f.first)
	} else {
		for k := f.last; k < end; k++ {
			if n := r.np.Starts(k); n >= 0 {
				if c = r.textOf(n); c == nil && r.lex.in("terms", r.lemma(r.np.NPs[n].Head)) && r.pos(k) == lang.DET {
					c = r.lastText(k)
				}
				break
			}
		}
	}
	if c == nil && !g.passive && f.actors.first > 0 { // "the proposals the chair had rejected"
		c = r.textOf(r.np.Ends(f.actors.first))
	}
	if bare := r.np.Starts(f.last) < 0; c == nil && f.kind == travaux.Leak && bare {
		c = r.textLeft(f.first) // "became public", "was drafted and leaked"
	}
	if c == nil || f.t.has("laid") && !r.laid(f.last, end) {
		return false
	}
	if f.t.has("laid") {
		f.dates = r.dayWithin(f.last, r.sent(f.first).Last)
	}
	c.used = true
	f.about = c.id
	f.outcomes = nil
	for _, p := range r.preps(f.last, end) {
		if p.word == "to" && f.t.has("to") {
			f.others = r.list(p.object, end)
		}
	}
	if w := f.t.Words[0]; f.kind == travaux.Decision {
		f.outcomes = []travaux.Value{r.value(decided[w], r.span(f.first, f.last), "decision")}
	}
	if f.kind == travaux.Leak || f.kind == travaux.Publication {
		return true
	}
	return len(f.actors.ids) > 0 || g.passive && (f.kind == travaux.Signature || f.kind == travaux.Ratification) && (g.modal == "will" || len(r.dates(f.first, f.last)) > 0)
}

var decided = map[string]string{
	"sign": "approved", "accept": "accepted", "adopt": "adopted", "approve": "approved", "endorse": "endorsed", "rebuff": "rejected",
	"reject": "rejected", "veto": "vetoed",
}

// laid reports whether what is put is put before somebody, in [a, b): "put a text
// before the ministers", "put it on the table".
func (r *reader) laid(a, b int) bool {
	for k := a; k < r.sent(a).Last && k <= b; k++ {
		switch l := r.low(k); {
		case l == "before", l == "forward", l == "on" && r.low(k+2) == "table":
			return true
		case r.verb(k):
			return false
		}
	}
	return false
}

// lastText returns the text named last before token k, in its sentence or the
// one before.
func (r *reader) lastText(k int) *cluster {
	lo := r.d.Sents[max(int(r.d.Toks[k].Sent)-2, 0)].First
	for j := k - 1; j >= lo; j-- {
		if t := r.text[j]; t > 0 && !r.mentions[t-1].plural {
			return r.mentions[t-1].cluster
		}
	}
	return nil
}

// textLeft returns the text that is the subject of verb i.
func (r *reader) textLeft(i int) *cluster {
	lo := r.clauseStart(i)
	for k := i - 1; k >= lo; k-- {
		if t := r.text[k]; t > 0 {
			return r.mentions[t-1].cluster
		}
	}
	return nil
}

// proposals makes the claims of the texts that are kept.
func (r *reader) proposals() []travaux.ProposalClaim {
	r.relate()
	provisions := r.provisions()
	tracks := r.tracks()
	var out []travaux.ProposalClaim
	for _, c := range r.clusters {
		if r.kept(c) || len(provisions[c]) > 0 && (len(c.mentions) > 1 || r.mentions[c.mentions[0]].definite && c.score >= 1) || len(tracks[c]) > 0 {
			out = append(out, r.proposal(c, provisions[c], tracks[c]))
		}
	}
	kept := map[string]bool{}
	for i := range out {
		kept[out[i].ID] = true
	}
	for i := range out {
		p := &out[i]
		if !kept[p.DerivedFrom] {
			p.DerivedFrom = ""
		}
		if !kept[p.CounterTo] {
			p.CounterTo = ""
		}
	}
	for i := range r.happenings {
		if e := &r.happenings[i]; !kept[e.About] {
			e.About = ""
		}
	}
	return out
}

// counted reports whether a mention itself names the number of points.
func (r *reader) counted(m *textMention) bool {
	np := r.np.NPs[m.np]
	return r.count(np.First, np.Last) > 0
}

// proposal makes the claim of one text.
func (r *reader) proposal(c *cluster, provisions []travaux.ProvisionClaim, tracks []travaux.TrackClaim) travaux.ProposalClaim {
	best := c.mentions[0]
	for _, i := range c.mentions {
		m, b := &r.mentions[i], &r.mentions[best]
		if counted, than := r.counted(m), r.counted(b); counted && !than || counted == than && m.score > b.score {
			best = i
		}
	}
	s := r.nameSpan(best)
	p := travaux.ProposalClaim{
		Claim: travaux.Claim{ID: c.id, Span: s, Rule: "text-mentions", SupportedBy: r.Voice.Carriers(s)},
		Names: []travaux.Value{}, Points: []travaux.Value{}, Authors: []travaux.Value{}, Origins: []travaux.Value{},
		FirstReportedBy: []travaux.Value{}, TabledBy: []travaux.Value{}, Forms: []travaux.Value{}, Statuses: []travaux.Value{},
		Dates: []travaux.Value{}, TrackCounts: []travaux.Value{}, Provisions: provisions, Tracks: tracks,
	}
	if p.Provisions == nil {
		p.Provisions = []travaux.ProvisionClaim{}
	}
	if p.Tracks == nil {
		p.Tracks = []travaux.TrackClaim{}
	}
	for _, i := range c.mentions {
		r.describe(&p, i)
	}
	for _, f := range r.firsts {
		if f.text != c {
			continue
		}
		s := r.span(f.by.first, f.by.last)
		for _, id := range f.by.ids {
			p.FirstReportedBy = r.put(p.FirstReportedBy, id, s, "first-reported")
		}
		p.Dates = append(p.Dates, f.dates...)
		p.Statuses = r.put(p.Statuses, "made_public", r.span(f.at, f.end), "first-reported")
	}
	for i := range r.happenings {
		r.befell(&p, &r.happenings[i])
	}
	r.inFlux(&p, c)
	p.TrackCounts = append(p.TrackCounts, r.trackCounts(c)...)
	if c.parent != nil && c.parent != c {
		p.DerivedFrom = c.parent.id
	}
	if c.against != nil && c.against != c {
		p.CounterTo = c.against.id
	}
	return p
}
