package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

func (a *asker) singleAnonymous() {
	for i := range a.rec.Corroborations {
		if c := &a.rec.Corroborations[i]; c.SingleAnonymous {
			a.row(c.ID, c.SupportedBy, c.Spans, c.Fact, a.speakers(c.SupportedBy), a.names(c.Outlets), words(c.Spans))
		}
	}
}

func (a *asker) agreed() {
	for i := range a.rec.Corroborations {
		if c := &a.rec.Corroborations[i]; c.Independent > 1 {
			a.row(c.ID, c.SupportedBy, c.Spans, c.Fact, strconv.Itoa(c.Independent), a.names(c.Outlets), words(c.Spans))
		}
	}
	a.out.Note = "Sources are counted along chains: outlets that repeat one person are one source, and a copy is none."
}

func (a *asker) contradictions() {
	for i := range a.rec.Relations {
		if r := &a.rec.Relations[i]; r.Kind == travaux.Contradicts {
			a.row(r.ID, r.SupportedBy, r.Spans, plain(r.Subkind), words([]travaux.Span{r.A}), words([]travaux.Span{r.B}), r.HoldsIf, r.Explanation)
		}
	}
	a.out.Note = "All other pairs that look like conflicts are a later state, a finer grain, another holder or another thing; the differences of the record list them with their kind."
}

func (a *asker) outletVoice() {
	type count struct {
		all, own int
		spans    []travaux.Span
	}
	counts := map[string]*count{}
	var outlets []string
	for i := range a.rec.Statements {
		st := &a.rec.Statements[i]
		o := a.outlet(st.Spans)
		c := counts[o]
		if c == nil {
			c = &count{}
			counts[o] = c
			outlets = append(outlets, o)
		}
		c.all++
		if st.Attribution == travaux.ByOutlet {
			c.own++
			if len(c.spans) < 3 {
				c.spans = append(c.spans, st.Spans...)
			}
		}
	}
	slices.Sort(outlets)
	total := count{}
	for _, o := range outlets {
		c := counts[o]
		total.all, total.own = total.all+c.all, total.own+c.own
		a.row(o, nil, c.spans, o, strconv.Itoa(c.all), strconv.Itoa(c.own), share(c.own, c.all))
	}
	a.out.Note = fmt.Sprintf("%d of %d statements, %s %%. Counted are statements that carry a claim; sentences that claim nothing are not.", total.own, total.all, share(total.own, total.all))
}

// share is n of all in percent, with one digit, "" of nothing.
func share(n, all int) string {
	if all == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(1000*n/all)/10, 'f', 1, 64)
}

func (a *asker) behindNotConsulted() {
	var who *travaux.Actor
	if a.set["who"] != "" {
		x, ok := a.actor("who", nil)
		if !ok {
			return
		}
		who = x
	} else {
		a.param("who", "")
	}
	seen := map[string]bool{}
	for i := range a.rec.Consultations {
		c := &a.rec.Consultations[i]
		if !passedOver(c) || who != nil && !slices.Contains(c.Who, who.ID) {
			continue
		}
		for _, id := range c.SupportedBy {
			st := a.statements[id]
			if st == nil {
				continue
			}
			key := strings.Join(st.Chain, ">")
			if st.Attribution != travaux.ByOutlet && len(st.Chain) > 1 {
				key = st.Chain[len(st.Chain)-1] // who said it, whichever outlet repeats it
			}
			if seen[key+a.names(c.Who)] {
				continue
			}
			seen[key+a.names(c.Who)] = true
			a.row(c.ID, c.SupportedBy, c.Spans, a.names(c.Who), a.name(st.Speaker), a.outlet(c.Spans), words(c.Spans))
		}
	}
	a.out.Note = "One row for each source. One person behind several outlets is one source; unnamed people of two reports are never taken for one."
}

func (a *asker) senses() {
	asked := strings.ToLower(a.param("name", ""))
	type key struct{ name, sense string }
	counts := map[key]int{}
	spans := map[key][]travaux.Span{}
	places := map[string]bool{}
	for _, g := range a.Readings {
		for _, m := range g.Mentions {
			name := g.Report.Text[m.NameStart:m.NameEnd]
			if m.Sense == "" || m.Type != "place" && m.Type != "organisation" || asked != "" && strings.ToLower(name) != asked {
				continue
			}
			k := key{name, m.Sense}
			places[name] = places[name] || m.Sense == "place"
			counts[k]++
			if s := m.Span; len(spans[k]) < 12 {
				s.Report, s.File = g.Report.ID, g.Report.File
				spans[k] = append(spans[k], s)
			}
		}
	}
	var keys []key
	for k := range counts {
		if places[k.name] {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(x, y key) int { return strings.Compare(x.name+"\x00"+x.sense, y.name+"\x00"+y.sense) })
	for _, k := range keys {
		a.row(k.name, nil, spans[k], k.name, k.sense, strconv.Itoa(counts[k]))
	}
	a.out.Note = "Decided at each occurrence; at most twelve are quoted."
}

func (a *asker) coding() {
	rows := map[string]int{}
	spans := map[string][]travaux.Span{}
	count := func(rule string, s []travaux.Span) {
		if rule == "" {
			return
		}
		rows[rule]++
		if spans[rule] == nil {
			spans[rule] = s
		}
	}
	for i := range a.rec.Statements {
		count(a.rec.Statements[i].Rule, a.rec.Statements[i].Spans)
	}
	for i := range a.rec.Relations {
		count(a.rec.Relations[i].Rule, a.rec.Relations[i].Spans)
	}
	for _, g := range a.Readings {
		at := func(c travaux.Claim) {
			s := c.Span
			s.Report, s.File = g.Report.ID, g.Report.File
			count(c.Rule, []travaux.Span{s})
		}
		for _, e := range g.Events {
			at(e.Claim)
		}
		for _, p := range g.Proposals {
			at(p.Claim)
			for _, x := range p.Provisions {
				at(x.Claim)
			}
		}
		for _, p := range g.Positions {
			at(p.Claim)
		}
		for _, c := range g.Consultations {
			at(c.Claim)
		}
		for _, f := range g.Forecasts {
			at(f.Claim)
		}
	}
	var rules []string
	for r := range rows {
		rules = append(rules, r)
	}
	slices.Sort(rules)
	readers := strings.Join(a.rec.Negotiation.Readers, " ")
	for _, r := range rules {
		a.row(r, nil, spans[r], r, strconv.Itoa(rows[r]), readers, "0")
	}
	for i := range a.rec.Judgements {
		j := &a.rec.Judgements[i]
		a.row(j.ID, nil, j.Spans, "judgement: "+plain(string(j.Kind)), strconv.Itoa(len(j.Targets)), j.By+" "+j.At, j.Reason)
	}
	if len(a.rec.Judgements) == 0 {
		a.missing("any judgement of an analyst")
	}
}
