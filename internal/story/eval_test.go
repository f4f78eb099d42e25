package story

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

type article struct{ ID, Story, Date, Title, Text string }

func articles(t *testing.T, r io.Reader, most int) []article {
	t.Helper()
	var out []article
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() && len(out) < most {
		var a article
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

// TestEval groups 297 articles of 100 stories, three outlets each, mixed into
// 1,000 articles on other subjects, and measures B³ over the 297: with their
// dates, and with all dates withheld.
func TestEval(t *testing.T) {
	data := filepath.Join("..", "..", "..", "shared", "data")
	f, err := os.Open(filepath.Join(data, "clusters", "basil.jsonl"))
	if err != nil {
		t.Skip("no articles beside the module")
	}
	defer f.Close()
	marked := articles(t, f, 1<<20)
	g, err := os.Open(filepath.Join(data, "corpora", "bulk.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	z, err := gzip.NewReader(g)
	if err != nil {
		t.Fatal(err)
	}
	all := slices.Concat(marked, articles(t, z, 1000))
	for _, dated := range []bool{true, false} {
		var docs []Doc
		for _, a := range all {
			d := Doc{ID: a.ID, Headline: a.Title, Body: a.Text}
			if day, _, _ := strings.Cut(a.Date, "T"); dated && travaux.EDTF(day).Valid() {
				d.When = travaux.EDTF(day)
			}
			docs = append(docs, d)
		}
		p, r := b3(Cluster(docs), marked)
		f := 2 * p * r / (p + r)
		name, floor := "with dates", 0.97
		if !dated {
			name, floor = "dates withheld", 0.88
		}
		t.Logf("stories, %s: precision %.1f, recall %.1f, B³ F1 %.1f", name, 100*p, 100*r, 100*f)
		if f < floor {
			t.Errorf("%s: %.3f is below %.2f", name, f, floor)
		}
	}
}

// b3 is B-cubed precision and recall over the marked documents, which come
// first; the others count as company.
func b3(got []int, marked []article) (precision, recall float64) {
	mine, gold := map[int]int{}, map[string]int{}
	for _, g := range got {
		mine[g]++
	}
	for _, a := range marked {
		gold[a.Story]++
	}
	for i, a := range marked {
		both := 0
		for j, b := range marked {
			if got[i] == got[j] && a.Story == b.Story {
				both++
			}
		}
		precision += float64(both) / float64(mine[got[i]])
		recall += float64(both) / float64(gold[a.Story])
	}
	n := float64(len(marked))
	return precision / n, recall / n
}
