package statement

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// TestCorpora publishes, on coverage of four negotiations, the share of
// statements whose speaker is an actor, and of quotations of three words or more
// that have a speaker. Every twelfth article is read,
// with TRAVAUX_ALL every one.
func TestCorpora(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "data", "corpora", "*.jsonl"))
	if len(files) == 0 || testing.Short() {
		t.Skip("no corpora beside the module")
	}
	n := 12
	if os.Getenv("TRAVAUX_ALL") != "" {
		n = 1
	}
	var all, resolved, quotes, explained score
	for _, f := range files {
		var speakers, marks score
		for _, text := range every(t, f, n) {
			_, c, ss := read(t, text)
			check(t, text, c, ss)
			for i := range ss {
				s := &ss[i]
				if s.Mode == travaux.UnattributedQuote {
					marks.want++
					continue
				}
				if s.Attribution == travaux.ByOutlet {
					continue
				}
				speakers.want++
				if s.Speaker != "" {
					speakers.hit++
				}
			}
			q := sourced(text, ss)
			marks.want += q
			marks.hit += q
		}
		t.Logf("%-22s speaker resolved %.1f %% of %d; quotations explained %.1f %% of %d",
			filepath.Base(f), speakers.r(), speakers.want, marks.r(), marks.want)
		all.want += speakers.want
		resolved.hit += speakers.hit
		quotes.want += marks.want
		explained.hit += marks.hit
	}
	speaker, quoted := 100*float64(resolved.hit)/float64(all.want), 100*float64(explained.hit)/float64(quotes.want)
	t.Logf("all: speaker resolved %.1f %% of %d statements; explained %.1f %% of %d quotations", speaker, all.want, quoted, quotes.want)
	if speaker < 80 || quoted < 85 {
		t.Error("below the floors of 80 and 85 %")
	}
}

// sourced counts the quotations of three words or more in contents of
// statements that have a source.
func sourced(text string, ss []travaux.Statement) int {
	seen := map[int]bool{}
	for _, q := range marked(text) {
		for i := range ss {
			for _, c := range ss[i].Content {
				if ss[i].Source != nil && c.Start <= q.Start && q.End <= c.End {
					seen[q.Start] = true
				}
			}
		}
	}
	return len(seen)
}

// marked lists the quotations of three words or more.
func marked(text string) []quotation {
	var out []quotation
	for _, q := range quotations(&lang.Doc{Text: text, Blocks: lines(text)}) {
		if len(strings.Fields(text[q.Inner.Start:q.Inner.End])) >= 3 {
			out = append(out, q)
		}
	}
	return out
}

// every reads each n-th text of a file of JSON lines.
func every(t *testing.T, path string, n int) []string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []string
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for i := 0; sc.Scan(); i++ {
		var a struct{ Text string }
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if i%n == 0 {
			out = append(out, a.Text)
		}
	}
	return out
}
