package judge

import (
	"regexp"
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile"
)

// IsID reports whether a name is made as the ids of rows and claims are.
func IsID(name string) bool {
	return idShape.MatchString(name)
}

var idShape = regexp.MustCompile(`^[a-z]+_[0-9a-f]{16}$`)

// Behind lists the reports that the rows of a record with an id rest on, or
// that have it for a name: those of which a marker needs the readings to judge
// them. There are none for what is no row of the record.
func Behind(rec *travaux.Record, id string) []string {
	var out []string
	add := func(spans ...travaux.Span) {
		for _, s := range spans {
			if s.Report != "" {
				out = append(out, s.Report)
			}
		}
	}
	for i := range rec.Reports {
		if r := &rec.Reports[i]; r.ID == id || r.File == id || r.GivenID != "" && r.GivenID == id {
			out = append(out, r.ID)
		}
	}
	for i := range rec.Actors {
		if a := &rec.Actors[i]; a.ID == id {
			add(a.Spans...)
			for _, f := range a.NameForms {
				out = append(out, f.Report)
			}
		}
	}
	for i := range rec.Events {
		if e := &rec.Events[i]; e.ID == id || slices.Contains(e.Claims, id) {
			add(e.Spans...)
			out = append(out, e.Reports...)
		}
	}
	for i := range rec.Proposals {
		p := &rec.Proposals[i]
		if p.ID == id || slices.Contains(p.Claims, id) {
			add(p.Spans...)
			out = append(out, p.Reports...)
		}
		for k := range p.Versions {
			for n := range p.Versions[k].Provisions {
				if x := &p.Versions[k].Provisions[n]; x.ID == id {
					add(x.Spans...)
				}
			}
		}
	}
	for i := range rec.Statements {
		if rec.Statements[i].ID == id {
			out = append(out, rec.Statements[i].Report)
		}
	}
	for i := range rec.Positions {
		if rec.Positions[i].ID == id {
			add(rec.Positions[i].Spans...)
		}
	}
	for i := range rec.Consultations {
		if rec.Consultations[i].ID == id {
			add(rec.Consultations[i].Spans...)
		}
	}
	for i := range rec.Forecasts {
		if rec.Forecasts[i].ID == id {
			add(rec.Forecasts[i].Spans...)
		}
	}
	for i := range rec.Relations {
		if r := &rec.Relations[i]; r.ID == id {
			add(r.A, r.B)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Whole says which of some reports must be given to Apply with all that was
// read of them, by their ids: those that judgements are anchored in, and the
// other versions of their articles.
func Whole(reports []*travaux.Report, judgements []travaux.Judgement) map[string]bool {
	ids, places := map[string]bool{}, map[string]bool{}
	anchored := func(a *travaux.Anchor) {
		ids[a.Report] = true
		for _, k := range locations(a.File, a.URL) {
			places[k] = true
		}
	}
	for i := range judgements {
		j := &judgements[i]
		for k := range j.Anchors {
			anchored(&j.Anchors[k])
		}
		for _, s := range j.Set {
			if s.Means != nil {
				anchored(s.Means)
			}
		}
	}
	whole := map[string]bool{}
	if len(ids) == 0 {
		return whole
	}
	readings := make([]*travaux.Reading, len(reports))
	for i, r := range reports {
		readings[i] = &travaux.Reading{Report: r}
		if ids[r.ID] || slices.ContainsFunc(locations(r.File, r.URL.Value), func(k string) bool { return places[k] }) {
			whole[r.ID] = true
		}
	}
	for _, article := range reconcile.Versions(readings) {
		if slices.ContainsFunc(article, func(id string) bool { return whole[id] }) {
			for _, id := range article {
				whole[id] = true
			}
		}
	}
	return whole
}
