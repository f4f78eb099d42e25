package subject

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

type article struct{ ID, Title, Text string }

var corpora = []string{"brexit", "us-china-trade", "paris-climate", "shutdown-2018"}

// load reads the four corpora and every article of the bulk.
func load(t *testing.T) (own map[string][]Report, bulk []Report) {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "shared", "data", "corpora")
	own = map[string][]Report{}
	for _, name := range append([]string{"bulk.jsonl.gz"}, corpora...) {
		path := filepath.Join(dir, name)
		if !strings.HasSuffix(path, ".gz") {
			path += ".jsonl"
		}
		f, err := os.Open(path)
		if err != nil {
			t.Skip("no articles beside the module")
		}
		defer f.Close()
		if !strings.HasSuffix(path, ".gz") {
			own[name] = articles(t, f)
			continue
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		bulk = articles(t, z)
	}
	return own, bulk
}

func articles(t *testing.T, r io.Reader) []Report {
	t.Helper()
	var out []Report
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var a article
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		out = append(out, Report{ID: a.ID, Headline: a.Title, Body: a.Text})
	}
	return out
}

func index(lists ...[]Report) *Index {
	var x Index
	for _, r := range slices.Concat(lists...) {
		x.Add(r)
	}
	return &x
}

func draw(list []Report, n int, r *rand.Rand) []Report {
	out := make([]Report, 0, n)
	for _, i := range r.Perm(len(list))[:n] {
		out = append(out, list[i])
	}
	return out
}

// tally counts what was set aside, of the folder's own reports and of foreign
// ones.
type tally struct{ own, lost, foreign, caught int }

func (c *tally) add(f Finding, own, foreign []Report) {
	aside := map[string]bool{}
	for _, a := range f.Aside {
		aside[a.Report] = true
	}
	for _, r := range own {
		c.own++
		if aside[r.ID] {
			c.lost++
		}
	}
	for _, r := range foreign {
		c.foreign++
		if aside[r.ID] {
			c.caught++
		}
	}
}

func (c *tally) merge(d tally) {
	c.own, c.lost, c.foreign, c.caught = c.own+d.own, c.lost+d.lost, c.foreign+d.foreign, c.caught+d.caught
}

func (c tally) String() string {
	return fmt.Sprintf("own set aside %.1f %%, foreign set aside %.1f %%", percent(c.lost, c.own), percent(c.caught, c.foreign))
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// TestEval mixes articles on every other subject into the reports of four
// negotiations, and measures how many of each are set aside.
func TestEval(t *testing.T) {
	own, bulk := load(t)
	r := rand.New(rand.NewPCG(7, 7))
	var alone, mixed tally
	for _, name := range corpora {
		alone.add(index(own[name]).Find(nil), own[name], nil)
		for _, k := range []int{3, len(own[name]) / 2, len(own[name])} {
			foreign := draw(bulk, k, r)
			var c tally
			c.add(index(own[name], foreign).Find(nil), own[name], foreign)
			t.Logf("%-14s %3d with %3d others: %s", name, len(own[name]), k, c)
			mixed.merge(c)
		}
	}
	t.Logf("alone: %s", alone)
	t.Logf("mixed: %s", mixed)
	if 100*alone.lost > 2*alone.own || 100*mixed.lost > 3*mixed.own || 100*mixed.caught < 94*mixed.foreign {
		t.Error("below the floors: at most 2 % of a folder's own set aside alone and 3 % mixed, at least 94 % of foreign ones")
	}
	few := tally{}
	for _, name := range corpora {
		for range 4 {
			o, foreign := draw(own[name], 12, r), draw(bulk, 4, r)
			few.add(index(o, foreign).Find(nil), o, foreign)
		}
	}
	t.Logf("12 with 4 others: %s", few)
	for i, a := range corpora {
		for _, b := range corpora[i+1:] {
			n := min(len(own[a]), len(own[b]))
			f := index(own[a][:n], own[b][:n]).Find(nil)
			t.Logf("%s and %s, %d each: %d subjects, %d set aside", a, b, n, len(f.Subjects), len(f.Aside))
			if len(f.Subjects) != 2 || 100*len(f.Aside) > 7*2*n {
				t.Errorf("%s and %s: two subjects are not seen", a, b)
			}
		}
	}
}

// TestEvalKnown finds each negotiation among 3,000 articles by names that a
// profile would have.
func TestEvalKnown(t *testing.T) {
	own, bulk := load(t)
	profiles := map[string][][]string{
		"brexit":         {{"Theresa May"}, {"Boris Johnson"}, {"European Union", "Brussels"}, {"Michel Barnier"}, {"Jeremy Corbyn"}, {"Brexit", "backstop"}},
		"us-china-trade": {{"China", "Beijing"}, {"Xi Jinping"}, {"Liu He"}, {"Robert Lighthizer", "Lighthizer"}, {"Steven Mnuchin", "Mnuchin"}, {"tariffs"}, {"trade war", "trade talks"}},
		"paris-climate":  {{"Paris accord", "Paris agreement", "Paris climate"}, {"emissions"}, {"climate change", "global warming"}, {"United Nations"}, {"greenhouse gases", "carbon"}},
		"shutdown-2018":  {{"Nancy Pelosi"}, {"Chuck Schumer"}, {"Mitch McConnell"}, {"border wall"}, {"government shutdown", "partial shutdown"}, {"Donald Trump"}},
	}
	r := rand.New(rand.NewPCG(8, 8))
	others := draw(bulk, 3000, r)
	for _, name := range corpora {
		var c tally
		c.add(index(own[name], others).Find(profiles[name]), own[name], others)
		t.Logf("%-14s %3d by a profile among 3000: %s", name, len(own[name]), c)
		// Parties who are in every report on a country's politics choose badly.
		if 100*c.lost > 8*c.own || 100*c.caught < 70*c.foreign {
			t.Errorf("%s: below the floors of 92 and 70 %%", name)
		}
	}
}
