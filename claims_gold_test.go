package travaux_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/pipeline"
)

var shared = filepath.Join("..", "shared")

var kindFlag = flag.String("kind", "", "of claims: look at this kind only, and show what is missed")

// goldKinds are the kinds of claim that the hand reading of two reports holds,
// with how many percent of it must be found. Proposals are one row a value:
// a name, a number of points, an author, a provision, a track.
var goldKinds = []struct {
	kind  string
	floor int
}{
	{"statements", 60},
	{"events", 60},
	{"positions", 0},
	{"proposals", 75},
	{"consultations", 80},
	{"forecasts", 85},
}

// goldRow is a row of the hand reading: bytes [start, end) of a report.
type goldRow struct {
	id, seed   string
	start, end int
	cols       map[string]string
}

// TestClaimsGold counts the rows of the hand reading that are found: one claim
// for one row, the part that both share being at least half of the longer.
func TestClaimsGold(t *testing.T) {
	readings := seedReadings(t)
	for _, k := range goldKinds {
		if *kindFlag != "" && *kindFlag != k.kind {
			continue
		}
		rows := goldRows(t, k.kind)
		found := 0
		for _, seed := range seedsOf(rows) {
			g := readings[seed]
			var mine []goldRow
			for _, r := range rows {
				if r.seed == seed {
					mine = append(mine, r)
				}
			}
			spans := claimSpans(g, k.kind)
			match := pairs(mine, spans)
			for i, r := range mine {
				if match[i] >= 0 {
					found++
				} else if *kindFlag != "" {
					t.Logf("missed %s %s: %q; best: %s", r.id, k.kind, g.Report.Text[r.start:r.end], closest(g, r, spans))
				}
			}
		}
		t.Logf("%s: %d of %d (%.0f %%)", k.kind, found, len(rows), 100*float64(found)/float64(len(rows)))
		if found*100 < k.floor*len(rows) {
			t.Errorf("%s: %d of %d are found, below %d %%", k.kind, found, len(rows), k.floor)
		}
	}
}

// TestClaimsMetonyms counts the names of places in the hand reading whose sense
// is right at their occurrence. Modifiers ("Kremlin officials") are neither.
func TestClaimsMetonyms(t *testing.T) {
	if *kindFlag != "" && *kindFlag != "metonyms" {
		t.Skip("another kind is asked for")
	}
	readings := seedReadings(t)
	right, all := 0, 0
	for _, r := range goldRows(t, "metonyms") {
		want := "actor"
		switch r.cols["use"] {
		case "place":
			want = "place"
		case "modifier":
			continue
		}
		all++
		got := "none"
		for _, m := range readings[r.seed].Mentions {
			if m.Start <= r.start && r.end <= m.End && (got == "none" || m.NameStart == r.start) {
				got = m.Sense
			}
		}
		if got == want {
			right++
		} else if *kindFlag != "" {
			text := readings[r.seed].Report.Text
			t.Logf("wrong: %q is %s, not %q: …%s…", text[r.start:r.end], want, got, text[max(0, r.start-60):min(len(text), r.end+60)])
		}
	}
	t.Logf("actor or place: %d of %d (%.0f %%)", right, all, 100*float64(right)/float64(all))
	if right*100 < 75*all {
		t.Errorf("%d of %d are right, below 75 %%", right, all)
	}
}

// claimSpans are the passages of the claims of a kind.
func claimSpans(g *travaux.Reading, kind string) []travaux.Span {
	var out []travaux.Span
	claims := func(c travaux.Claim) { out = append(out, c.Span) }
	switch kind {
	case "statements":
		for _, s := range g.Statements {
			switch {
			case s.Attribution == travaux.ByOutlet:
			case len(s.Content) > 0:
				out = append(out, travaux.SpanOf(g.Report.Text, s.Content[0].Start, s.Content[len(s.Content)-1].End))
			case s.Cue != nil:
				out = append(out, *s.Cue)
			}
		}
	case "events":
		for _, e := range g.Events {
			claims(e.Claim)
		}
	case "positions":
		for _, p := range g.Positions {
			claims(p.Claim)
		}
	case "consultations":
		for _, c := range g.Consultations {
			claims(c.Claim)
		}
	case "forecasts":
		for _, f := range g.Forecasts {
			claims(f.Claim)
			if f.Proposition.Len() > 0 && f.Proposition != f.Span {
				out[len(out)-1] = f.Proposition
			}
		}
	case "proposals":
		for _, p := range g.Proposals {
			for _, vs := range [][]travaux.Value{p.Names, p.Points, p.Authors, p.Origins, p.FirstReportedBy, p.TabledBy, p.Forms, p.Statuses, p.Dates, p.TrackCounts} {
				for _, v := range vs {
					out = append(out, v.Spans...)
				}
			}
			for _, x := range p.Provisions {
				claims(x.Claim)
			}
			for _, x := range p.Tracks {
				claims(x.Claim)
			}
		}
	}
	return out
}

// pairs gives each row the claim that it is matched with, -1 for none: the
// largest number of pairs there is (Kuhn's augmenting paths).
func pairs(rows []goldRow, spans []travaux.Span) []int {
	of := make([]int, len(rows))
	taken := make([]int, len(spans))
	for i := range of {
		of[i] = -1
	}
	for i := range taken {
		taken[i] = -1
	}
	var seen []bool
	var try func(i int) bool
	try = func(i int) bool {
		for j, s := range spans {
			if seen[j] || !half(rows[i], s) {
				continue
			}
			seen[j] = true
			if taken[j] < 0 || try(taken[j]) {
				of[i], taken[j] = j, i
				return true
			}
		}
		return false
	}
	for i := range rows {
		seen = make([]bool, len(spans))
		try(i)
	}
	return of
}

func half(r goldRow, s travaux.Span) bool {
	return 2*common(r, s) >= max(r.end-r.start, s.End-s.Start)
}

func common(r goldRow, s travaux.Span) int { return max(0, min(r.end, s.End)-max(r.start, s.Start)) }

// closest is the claim that shares most with a row that was missed.
func closest(g *travaux.Reading, r goldRow, spans []travaux.Span) string {
	best, share := "nothing", 0.0
	for _, s := range spans {
		if f := float64(common(r, s)) / float64(max(r.end-r.start, s.End-s.Start)); f > share {
			best, share = strconv.Quote(g.Report.Text[s.Start:s.End]), f
		}
	}
	return best
}

func goldRows(t *testing.T, kind string) []goldRow {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared, "gold", kind+".tsv"))
	if err != nil {
		t.Skip("no hand reading beside the module")
	}
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	var rows []goldRow
	for _, line := range lines[1:] {
		r := goldRow{cols: map[string]string{}}
		for i, c := range strings.Split(line, "\t") {
			r.cols[head[i]] = c
		}
		r.id, r.seed = r.cols["id"], r.cols["seed"]
		r.start, _ = strconv.Atoi(r.cols["bstart"])
		r.end, _ = strconv.Atoi(r.cols["bend"])
		if r.end > r.start {
			rows = append(rows, r)
		}
	}
	return rows
}

func seedsOf(rows []goldRow) []string {
	var out []string
	for _, r := range rows {
		if !slices.Contains(out, r.seed) {
			out = append(out, r.seed)
		}
	}
	return out
}

// seedReadings reads the seed reports, by file name.
func seedReadings(t *testing.T) map[string]*travaux.Reading {
	t.Helper()
	if _, err := os.Stat(filepath.Join(shared, "seeds")); err != nil {
		t.Skip("no seed reports beside the module")
	}
	out := map[string]*travaux.Reading{}
	err := pipeline.Read(t.Context(), newReader(t), []string{filepath.Join(shared, "seeds")}, pipeline.Options{}, func(o pipeline.Outcome) error {
		if o.Err == nil {
			out[filepath.Base(o.File)] = o.Reading
		}
		return o.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// newReader is a reader without a profile.
func newReader(t *testing.T) *pipeline.Reader {
	t.Helper()
	world, err := knowledge.Default()
	if err != nil {
		t.Fatal(err)
	}
	r, err := pipeline.NewReader(world, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
