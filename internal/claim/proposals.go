package claim

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// textEvent reads what is done to a text: tabled, signed, rejected, published.
func (r *reader) textEvent(f *found, g group) bool {
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
	if c == nil && f.kind == travaux.Leak && f.t.Words[0] == "become" {
		c = r.textLeft(f.first)
	}
	if c == nil {
		return false
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
	return len(f.actors.ids) > 0
}

var decided = map[string]string{
	"sign": "approved", "accept": "accepted", "adopt": "adopted", "approve": "approved", "endorse": "endorsed", "rebuff": "rejected",
	"reject": "rejected", "veto": "vetoed",
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
		if r.kept(c) || len(provisions[c]) > 0 && len(c.mentions) > 1 || len(tracks[c]) > 0 {
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

// proposal makes the claim of one text.
func (r *reader) proposal(c *cluster, provisions []travaux.ProvisionClaim, tracks []travaux.TrackClaim) travaux.ProposalClaim {
	best := c.mentions[0]
	for _, i := range c.mentions {
		if r.mentions[i].score > r.mentions[best].score {
			best = i
		}
	}
	s := r.nameSpan(best)
	p := travaux.ProposalClaim{
		Claim: travaux.Claim{ID: c.id, Span: s, Rule: "text-mentions", SupportedBy: r.voice.carriers(s)},
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
	for _, n := range r.trackCounts(c) {
		p.TrackCounts = append(p.TrackCounts, n)
	}
	if c.parent != nil && c.parent != c {
		p.DerivedFrom = c.parent.id
	}
	if c.against != nil && c.against != c {
		p.CounterTo = c.against.id
	}
	return p
}

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
				for _, id := range r.voice.carriers(s) {
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
	case e.Kind == travaux.Ratification:
		status = "ratified"
	case e.Kind == travaux.Leak:
		status = "made_public"
	case e.Kind == travaux.Decision && len(e.Outcomes) > 0:
		status = e.Outcomes[0].Value
	}
	if e.Kind == travaux.DraftTabled {
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
