package analysis

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Corroborate lists every fact that the record's claims amount to, with who
// says so and how many of them are independent. Claims that say the same are
// one fact; facts.go says which do. The statements are those of the record, and
// are asked for twice; the record itself may be without them.
func Corroborate(rec *travaux.Record, statements iter.Seq[*travaux.Statement]) []travaux.Corroboration {
	w := &witnesses{chains: newChains(rec, statements), index: map[[2]string]int{}, labels: map[string]string{}}
	for i := range rec.Proposals {
		w.labels[rec.Proposals[i].ID] = "“" + rec.Proposals[i].Label + "”"
	}
	for i := range rec.Events {
		w.labels[rec.Events[i].ID] = rec.Events[i].Label
	}
	w.events(rec)
	w.texts(rec)
	w.positions(rec)
	w.consultations(rec)
	w.forecasts(rec)
	rows := make([]travaux.Corroboration, 0, len(w.facts))
	for i := range w.facts {
		if row, ok := w.count(&w.facts[i]); ok {
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b travaux.Corroboration) int {
		return cmp.Or(compareSpans(a.Spans[0], b.Spans[0]), strings.Compare(a.ID, b.ID))
	})
	return rows
}

// witnesses makes corroborations.
type witnesses struct {
	chains *chains
	facts  []fact
	index  map[[2]string]int // of facts, by what they are about and their words
	labels map[string]string // of texts and events
}

// fact is something that statements support, in plain words.
type fact struct {
	kind, about, words string
	rows               []string // of the record, that say so
	Evidence
}

func (w *witnesses) name(id string) string {
	if a := w.chains.actors[id]; a != nil {
		return a.Canonical
	}
	return id
}

// add notes evidence for a fact; two versions of a text may give one.
func (w *witnesses) add(f fact) {
	k := [2]string{f.about, f.words}
	i, ok := w.index[k]
	if !ok {
		w.index[k] = len(w.facts)
		w.facts = append(w.facts, f)
		return
	}
	old := &w.facts[i]
	old.rows = append(old.rows, f.rows...)
	old.SupportedBy = append(old.SupportedBy, f.SupportedBy...)
	old.Spans = append(old.Spans, f.Spans...)
}

// count makes the row of a fact; one that no statement supports has none.
func (w *witnesses) count(f *fact) (travaux.Corroboration, bool) {
	e := gather(f.Evidence)
	row := travaux.Corroboration{
		ID: travaux.NewID("corroboration", f.about, f.words), Kind: f.kind, Fact: f.words, About: f.about, Rows: distinct(f.rows),
		SupportedBy: e.SupportedBy, Spans: e.Spans,
	}
	list := make([]chain, 0, len(row.SupportedBy))
	sources := make([][2]string, 0, len(row.SupportedBy)) // report and last source
	unnamed := true
	for _, id := range row.SupportedBy {
		st, ok := w.chains.known[id]
		if !ok {
			continue
		}
		list = append(list, st.chain)
		unnamed = unnamed && st.unnamed
		sources = append(sources, [2]string{st.report, st.tail})
		row.Outlets = append(row.Outlets, w.outletName(w.chains.outlets[st.report]))
	}
	if len(list) == 0 || len(row.Spans) == 0 {
		return row, false
	}
	counted := list
	if len(list) > 1 {
		counted = independent(list)
	}
	for _, c := range counted {
		row.Chains = append(row.Chains, w.chainWords(c))
	}
	row.Independent = len(counted)
	slices.SortFunc(sources, func(a, b [2]string) int { return cmp.Or(strings.Compare(a[0], b[0]), strings.Compare(a[1], b[1])) })
	sources = slices.Compact(sources)
	reports := make([]string, len(sources))
	for i, s := range sources {
		reports[i] = s[0]
	}
	// Two unnamed persons of one report are two, whatever of another's.
	row.SingleAnonymous = unnamed && len(counted) == 1 && len(slices.Compact(slices.Clone(reports))) == len(sources)
	row.Outlets, row.Chains = distinct(row.Outlets), distinct(row.Chains)
	row.First, row.FirstReports = w.first(slices.Compact(reports))
	return row, true
}

// first is when a fact was first reported and by which reports: those that can
// have been the first. Undated reports and copies are among them only where
// there are no others.
func (w *witnesses) first(reports []string) (travaux.EDTF, []string) {
	var soonest travaux.Interval
	found := false
	for _, id := range reports {
		if iv, ok := w.chains.days[id]; ok && (!found || iv.Hi < soonest.Hi || iv.Hi == soonest.Hi && iv.Lo < soonest.Lo) {
			soonest, found = iv, true
		}
	}
	if !found {
		return "", reports
	}
	return edtf(soonest), slices.DeleteFunc(reports, func(id string) bool {
		iv, ok := w.chains.days[id]
		return !ok || iv.Lo > soonest.Hi
	})
}

func (w *witnesses) outletName(id string) string {
	if _, ok := w.chains.actors[id]; !ok {
		return "outlet not stated"
	}
	return w.name(id)
}

func (w *witnesses) chainWords(c chain) string {
	if c.tail == c.outlet {
		return w.outletName(c.outlet)
	}
	return w.outletName(c.outlet) + " ← " + w.name(c.tail)
}
