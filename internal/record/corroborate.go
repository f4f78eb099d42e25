package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile"
)

// corroborate lists, for each event, text and reported value, who says so and
// how many of them are independent.
func (b *builder) corroborate(rec *travaux.Record) []travaux.Corroboration {
	names := map[string]string{}
	for _, a := range rec.Actors {
		names[a.ID] = a.Canonical
	}
	w := &witnesses{b: b, names: names, chains: map[string]chain{}, index: map[[2]string]int{}}
	for i := range rec.Events {
		w.event(&rec.Events[i])
	}
	for i := range rec.Proposals {
		w.proposal(&rec.Proposals[i])
	}
	for _, f := range w.facts {
		w.count(f)
	}
	return ordered(w.rows, func(c travaux.Corroboration) (travaux.Span, string) { return c.Spans[0], c.ID })
}

// witnesses makes corroborations.
type witnesses struct {
	b      *builder
	names  map[string]string
	chains map[string]chain // by statement id
	facts  []fact
	index  map[[2]string]int // of facts, by what they are about and their words
	rows   []travaux.Corroboration
}

// fact is something that statements support, in plain words.
type fact struct {
	about, words string
	support      []string
	spans        []travaux.Span
}

func (w *witnesses) name(id string) string {
	if n := w.names[id]; n != "" {
		return n
	}
	return id
}

func (w *witnesses) event(e *travaux.Event) {
	for _, s := range e.Statuses {
		if s.Value == string(travaux.StatusUnknown) {
			continue // that nothing is said of it is no fact
		}
		w.add(e.ID, fmt.Sprintf("%s: %s", e.Label, strings.ReplaceAll(s.Value, "_", " ")), s)
	}
	for _, v := range e.Dates {
		w.add(e.ID, fmt.Sprintf("%s: dated %s", e.Label, reconcile.DateWords(v.Value)), v)
	}
	for _, v := range e.Durations {
		w.add(e.ID, fmt.Sprintf("%s: lasted %s", e.Label, reconcile.DurationWords(v)), v)
	}
	for _, v := range e.Places {
		w.add(e.ID, fmt.Sprintf("%s: held in %s", e.Label, w.name(v.Value)), v)
	}
}

func (w *witnesses) proposal(p *travaux.Proposal) {
	w.add(p.ID, fmt.Sprintf("The text “%s” exists", p.Label), travaux.Value{SupportedBy: p.SupportedBy, Spans: p.Spans})
	for _, v := range p.FirstReportedBy {
		w.add(p.ID, fmt.Sprintf("“%s” was first reported by %s", p.Label, w.name(v.Value)), v)
	}
	for _, v := range p.Authors {
		w.add(p.ID, fmt.Sprintf("“%s” was written by %s", p.Label, w.name(v.Value)), v)
	}
	for _, ver := range p.Versions {
		for _, v := range ver.Points {
			w.add(p.ID, fmt.Sprintf("“%s” has %s points", p.Label, withBound(v)), v)
		}
		for _, v := range ver.Provisions {
			w.add(p.ID, fmt.Sprintf("“%s” requires: %s", p.Label, v.Text), travaux.Value{SupportedBy: v.SupportedBy, Spans: v.Spans})
		}
	}
}

func withBound(v travaux.Value) string {
	if v.Bound == "" || v.Bound == travaux.Exact {
		return v.Value
	}
	return strings.ReplaceAll(string(v.Bound), "_", " ") + " " + v.Value
}

// add notes a value as a fact; two versions of a text may give one.
func (w *witnesses) add(about, words string, v travaux.Value) {
	k := [2]string{about, words}
	i, ok := w.index[k]
	if !ok {
		i = len(w.facts)
		w.index[k] = i
		w.facts = append(w.facts, fact{about: about, words: words})
	}
	f := &w.facts[i]
	f.support = append(f.support, v.SupportedBy...)
	f.spans = append(f.spans, v.Spans...)
}

// count makes the row of a fact; one that no statement supports has none.
func (w *witnesses) count(f fact) {
	row := travaux.Corroboration{
		ID: travaux.NewID("corroboration", f.about, f.words), Fact: f.words, About: f.about,
		SupportedBy: orderIDs(f.support), Spans: orderSpans(f.spans),
	}
	var chains []chain
	single, tails := true, map[string]bool{}
	for _, id := range row.SupportedBy {
		st := w.b.support[id]
		if st == nil {
			continue
		}
		c := w.chain(st)
		chains = append(chains, c)
		tails[c.tail] = true
		single = single && st.Attribution == travaux.ByAnonymousPerson
		row.Outlets = append(row.Outlets, w.outletName(w.b.res.Outlet(st.Report)))
	}
	if len(chains) == 0 || len(row.Spans) == 0 {
		return
	}
	counted := independent(chains)
	for _, c := range counted {
		row.Chains = append(row.Chains, w.words(c))
	}
	row.Independent, row.SingleAnonymous = len(counted), single && len(tails) == 1
	row.Outlets, row.Chains = orderIDs(row.Outlets), orderIDs(row.Chains)
	w.rows = append(w.rows, row)
}

func (w *witnesses) outletName(id string) string {
	if _, ok := w.names[id]; !ok {
		return "outlet not stated"
	}
	return w.name(id)
}

func (w *witnesses) words(c chain) string {
	if c.tail == c.outlet {
		return w.outletName(c.outlet)
	}
	return w.outletName(c.outlet) + " ← " + w.name(c.tail)
}

// chain is a statement's way to the page, cut to what independence hangs on:
// the outlet that published it first, and the last known source.
type chain struct{ outlet, tail string }

// chain finds the two ends. The outlet of a copy is that of the original; a
// statement in an outlet's own voice has the outlet as its source.
func (w *witnesses) chain(st *travaux.Statement) chain {
	if c, ok := w.chains[st.ID]; ok {
		return c
	}
	report := st.Report
	for range 8 { // a copy of a copy; the limit ends a circle
		if o := w.b.res.CopyOf[report]; o != "" {
			report = o
		}
	}
	c := chain{outlet: w.b.res.Outlet(report)}
	c.tail = c.outlet
	own := w.b.res.Outlet(st.Report)
	if n := len(st.Chain); n > 0 && st.Chain[n-1] != own {
		c.tail = st.Chain[n-1]
	} else if st.Speaker != "" && st.Speaker != own && st.Attribution != travaux.ByOutlet {
		c.tail = st.Speaker
	}
	w.chains[st.ID] = c
	return c
}

// independent returns a greatest set of chains of which no two share an outlet
// or a last source: a maximum matching between outlets and sources (Kuhn's
// augmenting paths). Two reports of one outlet count once, and so do two
// outlets that repeat one person.
func independent(chains []chain) []chain {
	tails := map[string][]string{}
	for _, c := range chains {
		tails[c.outlet] = append(tails[c.outlet], c.tail)
	}
	outlets := make([]string, 0, len(tails))
	for o := range tails {
		tails[o] = orderIDs(tails[o])
		outlets = append(outlets, o)
	}
	slices.Sort(outlets)
	taken := map[string]string{} // tail → outlet
	var try func(o string, seen map[string]bool) bool
	try = func(o string, seen map[string]bool) bool {
		for _, t := range tails[o] {
			if seen[t] {
				continue
			}
			seen[t] = true
			if p, ok := taken[t]; !ok || try(p, seen) {
				taken[t] = o
				return true
			}
		}
		return false
	}
	for _, o := range outlets {
		try(o, map[string]bool{})
	}
	var out []chain
	for t, o := range taken {
		out = append(out, chain{o, t})
	}
	slices.SortFunc(out, func(a, b chain) int { return strings.Compare(a.outlet+"\x00"+a.tail, b.outlet+"\x00"+b.tail) })
	return out
}
