package main

import (
	"bufio"
	"compress/gzip"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"

	"github.com/travaux/travaux/internal/story"
)

// fewest is in how many paragraphs a word must stand to be listed.
const fewest = 20

// frequencies writes how rare words are in the unlabelled text, a paragraph a
// line: the list that package story embeds.
func frequencies(args []string) error {
	fs := flag.NewFlagSet("frequencies", flag.ContinueOnError)
	data := fs.String("data", "../shared/data", "folder of the data")
	to := fs.String("o", "internal/story/frequencies.txt", "file to write")
	if err := fs.Parse(args); err != nil {
		return err
	}
	f, err := os.Open(filepath.Join(*data, "unlabelled-government.txt.gz"))
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name(), err)
	}
	in, all := map[string]int{}, 0
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		all++
		seen := map[string]bool{}
		for w := range story.Words(sc.Text()) {
			if !seen[w] {
				seen[w] = true
				in[w]++
			}
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("%s: %w", f.Name(), err)
	}
	out, err := os.Create(*to)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, `# How rare words are: 4 times the binary logarithm of one in how many of %d
# paragraphs has the word. Words of fewer than %d paragraphs are left out.
# Made by langtrain frequencies from the unlabelled text (CC0, doc/models.md).
`, all, fewest)
	for _, word := range slices.Sorted(maps.Keys(in)) {
		if n := in[word]; n >= fewest && len(word) >= 3 {
			fmt.Fprintf(w, "%s\t%d\n", word, int(math.Round(4*math.Log2(float64(all)/float64(n)))))
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return out.Close()
}
