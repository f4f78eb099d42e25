package record

import (
	"slices"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/story"
)

// storyDays is how long before a report an event may lie and still be what the
// report is about; older ones are background.
const storyDays = 14

// stories groups the reports that are about one event, as package story finds
// them, copies and later versions with their first. Every report is in exactly
// one story, and an event is listed where it is news.
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
	docs := make([]story.Doc, len(rec.Reports))
	for i := range rec.Reports {
		r := &rec.Reports[i]
		docs[i] = story.Doc{ID: r.ID, Headline: r.Headline.Value, Body: r.Text, When: r.Date.EDTF}
	}
	for i, first := range story.Cluster(docs) {
		join(docs[i].ID, docs[first].ID)
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
	for i := range rec.Events {
		e := &rec.Events[i]
		var roots []string
		for _, id := range e.Reports {
			if _, ok := parent[id]; ok && isNews(e, when[id]) {
				roots = append(roots, find(id))
			}
		}
		for _, root := range orderIDs(roots) {
			byRoot[root].Events = append(byRoot[root].Events, e.ID)
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
