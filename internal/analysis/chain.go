package analysis

import (
	"iter"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// chain is a statement's way to the page, cut to what independence hangs on:
// the outlet that published it first, and the last known source.
type chain struct{ outlet, tail string }

// heard is what counts of a statement as a source.
type heard struct {
	chain
	report  string
	unnamed bool // one person whom nobody names
}

// chains finds the chain of every statement of a record.
type chains struct {
	actors  map[string]*travaux.Actor
	reports map[string]*travaux.ReportRow
	outlets map[string]string           // report → its outlet
	known   map[string]heard            // by statement
	taken   map[string][]taken          // passages from other reports, by report
	days    map[string]travaux.Interval // report → when it was published; not of copies
}

func newChains(rec *travaux.Record, statements iter.Seq[*travaux.Statement]) *chains {
	c := &chains{
		actors: make(map[string]*travaux.Actor, len(rec.Actors)), reports: make(map[string]*travaux.ReportRow, len(rec.Reports)),
		outlets: make(map[string]string, len(rec.Reports)), known: map[string]heard{}, days: make(map[string]travaux.Interval, len(rec.Reports)),
	}
	for i := range rec.Actors {
		c.actors[rec.Actors[i].ID] = &rec.Actors[i]
	}
	for i := range rec.Reports {
		r := &rec.Reports[i]
		c.reports[r.ID] = r
		if iv, ok := r.Date.EDTF.Bounded(); ok && r.CopyOf == "" {
			c.days[r.ID] = iv
		}
		c.outlets[r.ID] = r.ID // an outlet that is not stated is none but itself
		if r.Outlet.Value != "" {
			c.outlets[r.ID] = "outlet " + strings.ToLower(oneLine(r.Outlet.Value))
		}
	}
	named := map[string]string{} // words for an outlet → the actor that it is
	for st := range statements {
		if len(st.Chain) > 0 {
			if old := named[c.outlets[st.Report]]; old == "" || st.Chain[0] < old {
				named[c.outlets[st.Report]] = st.Chain[0]
			}
		}
	}
	for id, o := range c.outlets {
		if a := named[o]; a != "" {
			c.outlets[id] = a
		}
	}
	c.taken = takenPassages(rec)
	for st := range statements {
		c.known[st.ID] = heard{c.find(st), st.Report, st.Attribution == travaux.ByAnonymousPerson}
	}
	return c
}

// find cuts a chain. The outlet of a copy is that of the original, but for what
// the copy alone has, and so is that of a passage from elsewhere; what goes
// through another outlet was published first there. A statement in an
// outlet's own voice has the outlet as its source.
func (c *chains) find(st *travaux.Statement) chain {
	report := c.origin(st)
	own := c.outlets[st.Report]
	out := chain{outlet: c.outlets[report]}
	out.tail = out.outlet
	if n := len(st.Chain); n > 0 && st.Chain[n-1] != own {
		out.tail = st.Chain[n-1]
	} else if st.Speaker != "" && st.Speaker != own && st.Attribution != travaux.ByOutlet {
		out.tail = st.Speaker
	}
	for i := len(st.Chain) - 1; i > 0; i-- {
		if a := c.actors[st.Chain[i]]; a != nil && a.Type == travaux.ActorMedia {
			out.outlet = st.Chain[i]
			break
		}
	}
	return out
}

// independent returns a greatest set of chains of which no two share an outlet
// or a last source: a maximum matching between outlets and sources (Kuhn's
// augmenting paths). Two reports of one outlet count once, and so do two
// outlets that repeat one person.
func independent(list []chain) []chain {
	tails := map[string][]string{}
	for _, c := range list {
		tails[c.outlet] = append(tails[c.outlet], c.tail)
	}
	outlets := make([]string, 0, len(tails))
	for o := range tails {
		tails[o] = distinct(tails[o])
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
	out := make([]chain, 0, len(taken))
	for t, o := range taken {
		out = append(out, chain{o, t})
	}
	slices.SortFunc(out, func(a, b chain) int { return strings.Compare(a.outlet+"\x00"+a.tail, b.outlet+"\x00"+b.tail) })
	return out
}

// taken is a passage of a report that stands in another, which had it first.
type taken struct {
	passage travaux.Span
	from    string // report
}

func takenPassages(rec *travaux.Record) map[string][]taken {
	out := map[string][]taken{}
	for i := range rec.Relations {
		if r := &rec.Relations[i]; r.Rule == "derives_from.passage" {
			out[r.A.Report] = append(out[r.A.Report], taken{r.A, r.B.Report})
		}
	}
	return out
}

// origin is the report that had a statement first.
func (c *chains) origin(st *travaux.Statement) string {
	report := st.Report
	for range 8 { // a copy of a copy; the limit ends a circle
		next := ""
		if r := c.reports[report]; r != nil && r.CopyOf != "" && !(report == st.Report && within(st, onlyHere(r))) {
			next = r.CopyOf
		} else if report == st.Report {
			for _, t := range c.taken[report] {
				if within(st, []travaux.Span{t.passage}) {
					next = t.from
					break
				}
			}
		}
		if c.reports[next] == nil {
			break
		}
		report = next
	}
	return report
}

// onlyHere lists what a copy has and its original has not.
func onlyHere(r *travaux.ReportRow) []travaux.Span {
	if r.Compared == nil {
		return nil
	}
	return r.Compared.Only
}

// within reports whether all that a statement says stands in one of the passages.
func within(st *travaux.Statement, passages []travaux.Span) bool {
	said := st.Content
	if len(said) == 0 {
		said = st.Spans
	}
	return len(said) > 0 && slices.ContainsFunc(passages, func(p travaux.Span) bool {
		return !slices.ContainsFunc(said, func(s travaux.Span) bool { return !p.Contains(s) })
	})
}
