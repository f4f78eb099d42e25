package reconcile

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEvalDuplicates mixes edited copies of real articles into the articles
// that they are made of, and counts how many pairs are found: of each copy 10
// to 60 percent of the sentences are cut, the rest is put in another order one
// time in two, and the headline is another.
func TestEvalDuplicates(t *testing.T) {
	texts := bulkTexts(t, 3000)
	n := len(texts)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		if i%3 == 0 {
			texts = append(texts, edited(texts[i], r))
		}
	}
	found, wrong := 0, 0
	for _, p := range Duplicates(texts) {
		if p[0] < n && p[1] >= n && 3*(p[1]-n) == p[0] {
			found++
		} else {
			wrong++
			if testing.Verbose() {
				t.Logf("taken for copies: %.90q and %.90q", texts[p[0]], texts[p[1]])
			}
		}
	}
	all := len(texts) - n
	t.Logf("edited copies: %d of %d found (%.1f %%), precision %.1f %%", found, all, 100*float64(found)/float64(all), 100*float64(found)/float64(found+wrong))
	if 100*found < 98*all || 100*found < 99*(found+wrong) {
		t.Error("below 98 % found or 99 % right")
	}
}

func edited(text string, r *rand.Rand) string {
	sents := strings.SplitAfter(text, ". ")
	keep := len(sents) - int(float64(len(sents))*(0.1+0.5*r.Float64()))
	drop := map[int]bool{}
	for _, i := range r.Perm(len(sents))[keep:] {
		drop[i] = true
	}
	var out []string
	for i, s := range sents {
		if !drop[i] {
			out = append(out, s)
		}
	}
	if r.IntN(2) == 0 {
		r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	}
	return "Another headline stands over it\n" + strings.Join(out, "")
}

// bulkTexts are articles of at least twelve sentences.
func bulkTexts(t *testing.T, most int) []string {
	t.Helper()
	var texts []string
	for _, a := range bulkArticles(t, most) {
		texts = append(texts, a.Text)
	}
	return texts
}

type bulkArticle struct{ Text, Outlet string }

func bulkArticles(t *testing.T, most int) []bulkArticle {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "corpora", "bulk.jsonl.gz"))
	if err != nil {
		t.Skip("no articles beside the module")
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var texts []bulkArticle
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() && len(texts) < most {
		var a bulkArticle
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if strings.Count(a.Text, ". ") >= 12 {
			texts = append(texts, a)
		}
	}
	return texts
}
