package claim_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/claimtest"
	"github.com/travaux/travaux/internal/lang"
)

var shared = filepath.Join("..", "..", "..", "shared")

// table reads a file of tab-separated values with a header row.
func table(t testing.TB, path string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skip("no hand-read reports beside the module")
	}
	var rows []map[string]string
	var head []string
	for line := range strings.Lines(string(data)) {
		cols := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if head == nil {
			head = cols
			continue
		}
		row := map[string]string{}
		for i, c := range cols {
			row[head[i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

// kindWords maps the words of the hand reading on kinds of events.
var kindWords = map[string][]travaux.EventKind{
	"meeting": {travaux.Meeting}, "talks": {travaux.Meeting}, "series": {travaux.Meeting, travaux.Call},
	"publication_leak": {travaux.Leak, travaux.Publication}, "trip": {travaux.Visit, travaux.Shuttle},
	"presentation": {travaux.DraftTabled}, "press_statement": {travaux.PressStatement},
	"briefing": {travaux.Briefing}, "sanction": {travaux.Sanction}, "decision": {travaux.Decision},
	"speech": {travaux.Speech}, "aid": {travaux.Aid}, "inauguration": {travaux.Appointment},
}

// TestEval prints how much of the hand reading is found. It holds a floor, so
// that a change that loses events is seen.
func TestEval(t *testing.T) {
	readings := map[string]*travaux.Reading{}
	read := func(seed string) *travaux.Reading {
		if readings[seed] == nil {
			data, err := os.ReadFile(filepath.Join(shared, "seeds", seed))
			if err != nil {
				t.Skip("no seed reports beside the module")
			}
			_, readings[seed] = claimtest.Read(t, string(data))
		}
		return readings[seed]
	}
	found, kind, status, all := 0, 0, 0, 0
	for _, row := range table(t, filepath.Join(shared, "gold", "events.tsv")) {
		g := read(row["seed"])
		a, _ := strconv.Atoi(row["bstart"])
		b, _ := strconv.Atoi(row["bend"])
		gold := lang.Span{Start: a, End: b}
		all++
		best := 0
		for i := range g.Events {
			e := &g.Events[i]
			if !gold.Overlaps(lang.Span{Start: e.Trigger.Start, End: e.Trigger.End}) {
				continue
			}
			n := 1
			for _, k := range kindWords[row["kind"]] {
				if k == e.Kind {
					n = 2
					if string(e.Status) == strings.Replace(row["status"], "ongoing", "under_way", 1) {
						n = 3
					}
				}
			}
			best = max(best, n)
		}
		if best < 2 {
			t.Logf("missed (%d) %s %s: %s", best, row["kind"], row["status"], row["span"])
		}
		found += min(best, 1)
		kind += min(max(best-1, 0), 1)
		status += max(best-2, 0)
	}
	t.Logf("events: %d of %d found, %d with the kind, %d with kind and status", found, all, kind, status)
	if kind < 16 {
		t.Errorf("%d events with their kind, want at least 16", kind)
	}
	hit, values := 0, 0
	for _, row := range table(t, filepath.Join(shared, "gold", "proposals.tsv")) {
		g := read(row["seed"])
		a, _ := strconv.Atoi(row["bstart"])
		b, _ := strconv.Atoi(row["bend"])
		values++
		if proposalValue(g, row["attribute"], lang.Span{Start: a, End: b}) {
			hit++
		} else {
			t.Logf("missed %s %s: %s", row["proposal_id"], row["attribute"], row["span"])
		}
	}
	t.Logf("values of texts: %d of %d found", hit, values)
	if hit < 32 {
		t.Errorf("%d values of texts, want at least 32", hit)
	}
}

// proposalValue reports whether a value of the attribute stands at the span.
func proposalValue(g *travaux.Reading, attribute string, gold lang.Span) bool {
	for i := range g.Proposals {
		p := &g.Proposals[i]
		fields := map[string][]travaux.Value{
			"name": p.Names, "alias_of": p.Names, "points": p.Points, "author": p.Authors, "origin": p.Origins,
			"first_reporter": p.FirstReportedBy, "status": p.Statuses, "structure": p.TrackCounts,
		}
		for _, v := range fields[attribute] {
			for _, s := range v.Spans {
				if gold.Overlaps(lang.Span{Start: s.Start, End: s.End}) {
					return true
				}
			}
		}
		for _, q := range p.Provisions {
			if attribute == "provision" && gold.Overlaps(lang.Span{Start: q.Start, End: q.End}) {
				return true
			}
		}
		for _, q := range p.Tracks {
			if attribute == "track" && gold.Overlaps(lang.Span{Start: q.Start, End: q.End}) {
				return true
			}
		}
	}
	return false
}
