package record

import (
	"slices"

	"github.com/travaux/travaux"
)

// storyDays is how long before a report an event may lie and still be what the
// report is about; older ones are background.
const storyDays = 14

// stories groups the reports that share an event which is news to them. Every
// report is in exactly one story.
func (b *builder) stories(rec *travaux.Record) []travaux.Story {
	parent := map[string]string{}
	var find func(string) string
	find = func(x string) string {
		if parent[x] == x {
			return x
		}
		parent[x] = find(parent[x])
		return parent[x]
	}
	join := func(x, y string) {
		x, y = find(x), find(y)
		parent[max(x, y)] = min(x, y)
	}
	when := map[string]travaux.EDTF{}
	for _, r := range rec.Reports {
		parent[r.ID], when[r.ID] = r.ID, r.Date.EDTF
	}
	for _, r := range rec.Reports {
		for _, other := range []string{r.CopyOf, r.VersionOf} {
			if _, ok := parent[other]; ok {
				join(r.ID, other)
			}
		}
	}
	news := map[string][]string{} // event id → reports to which it is news
	for i := range rec.Events {
		e := &rec.Events[i]
		for _, id := range e.Reports {
			if _, ok := parent[id]; ok && isNews(e, when[id]) {
				news[e.ID] = append(news[e.ID], id)
			}
		}
		for _, id := range news[e.ID] {
			join(id, news[e.ID][0])
		}
	}
	byRoot := map[string]*travaux.Story{}
	var roots []string
	for _, r := range rec.Reports {
		root := find(r.ID)
		if byRoot[root] == nil {
			byRoot[root] = &travaux.Story{ID: travaux.NewID("story", root), Events: []string{}}
			roots = append(roots, root)
		}
		s := byRoot[root]
		s.Reports = append(s.Reports, r.ID)
		s.Spans = append(s.Spans, r.Spans...)
	}
	for _, e := range rec.Events {
		if in := news[e.ID]; len(in) > 0 {
			s := byRoot[find(in[0])]
			s.Events = append(s.Events, e.ID)
		}
	}
	slices.Sort(roots)
	out := make([]travaux.Story, 0, len(roots))
	for _, r := range roots {
		byRoot[r].Reports = orderIDs(byRoot[r].Reports)
		out = append(out, *byRoot[r])
	}
	return out
}

// isNews reports whether an event can be what a report of that time is about.
func isNews(e *travaux.Event, report travaux.EDTF) bool {
	at, err := report.Interval()
	if err != nil || report == "" || len(e.Dates) == 0 {
		return true
	}
	for _, d := range e.Dates {
		if iv, err := travaux.EDTF(d.Value).Interval(); err == nil && iv.Hi >= at.Lo-storyDays {
			return true
		}
	}
	return false
}
