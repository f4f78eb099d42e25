// Command derive reads the word data of package tag off treebanks in CoNLL-U:
//
//	go run ./internal/lang/tag/derive -o internal/lang/tag/data EWT/train.conllu GUM/train.conllu
//
// It writes costs, not counts: 16 times the negative binary logarithm of a
// probability, rounded, so that a tagger adds integers and answers the same
// everywhere.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/travaux/travaux/internal/lang/tag"
)

type word struct{ form, lemma, tag string }

type counts map[string]map[string]int

func (c counts) add(key, value string) {
	if c[key] == nil {
		c[key] = map[string]int{}
	}
	c[key][value]++
}

func main() {
	out := flag.String("o", ".", "directory to write to")
	flag.Parse()
	var sents [][]word
	for _, path := range flag.Args() {
		s, err := read(path)
		if err != nil {
			log.Fatal(err)
		}
		sents = append(sents, s...)
	}
	if err := write(*out, sents); err != nil {
		log.Fatal(err)
	}
}

func read(path string) ([][]word, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var sents [][]word
	var sent []word
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		col := strings.Split(sc.Text(), "\t")
		if len(col) == 10 && !strings.ContainsAny(col[0], "-.") && !strings.Contains(col[5], "Typo=Yes") {
			sent = append(sent, word{strings.ReplaceAll(col[1], "’", "'"), col[2], col[3] + "|" + col[4]})
		}
		if sc.Text() == "" && len(sent) > 0 {
			sents, sent = append(sents, sent), nil
		}
	}
	return sents, sc.Err()
}

// cost is 16 times the negative binary logarithm of p.
func cost(p float64) int { return int(math.Round(-16 * math.Log2(p))) }

func write(dir string, sents [][]word) error {
	lower := map[string]bool{} // words seen in lower case
	tags := map[string]int{}
	n := 0
	for _, s := range sents {
		for _, w := range s {
			lower[w.form] = lower[w.form] || w.form == strings.ToLower(w.form)
			tags[w.tag]++
			n++
		}
	}
	words, shapes, next := counts{}, counts{}, counts{}
	total := map[string]int{}
	for _, s := range sents {
		for _, w := range s {
			total[strings.ToLower(w.form)]++
		}
	}
	for _, s := range sents {
		prev, prev2 := "", ""
		for i, w := range s {
			form := w.form
			if low := strings.ToLower(form); i == 0 && lower[low] {
				form = low
			}
			words.add(form, w.tag)
			if total[strings.ToLower(form)] <= 8 {
				for _, k := range tag.Shapes(w.form, i == 0) {
					shapes.add(k, w.tag)
				}
			}
			next.add(prev, w.tag)
			next.add(prev2+" "+prev, w.tag)
			prev2, prev = prev, w.tag
		}
		next.add(prev, "")
		next.add(prev2+" "+prev, "")
	}
	emission := func(t string, c map[string]int, smooth float64) int {
		sum := 0
		for _, k := range c {
			sum += k
		}
		prior := float64(tags[t]) / float64(n)
		return cost((float64(c[t]) + smooth*prior) / (float64(sum) + smooth) / prior)
	}
	lexicon := table(words, func(form string, c map[string]int, t string) (int, bool) {
		return emission(t, c, 0.3), len(form) < 25 && !strings.ContainsAny(form, "@0123456789") && (len(c) > 1 || c["PROPN|NNP"] != 1)
	})
	guesses := table(shapes, func(key string, c map[string]int, t string) (int, bool) {
		sum := 0
		for _, k := range c {
			sum += k
		}
		return emission(t, c, 2), sum >= 4 && c[t]*50 >= sum
	})
	first := table(next, func(key string, c map[string]int, t string) (int, bool) {
		sum := 0
		for _, k := range c {
			sum += k
		}
		if strings.Contains(key, " ") && (sum < 20 || c[t] < 3) {
			return 0, false
		}
		return cost(float64(c[t]) / float64(sum)), true
	})
	for name, lines := range map[string][]string{"lexicon.tsv": lexicon, "shapes.tsv": guesses, "sequence.tsv": first, "lemmas.tsv": lemmas(sents)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// table writes a line for each key: the key, a tab, tag:cost pairs.
func table(c counts, f func(key string, c map[string]int, tag string) (int, bool)) []string {
	var lines []string
	for _, key := range slices.Sorted(maps.Keys(c)) {
		var pairs []string
		for _, t := range slices.Sorted(maps.Keys(c[key])) {
			if v, ok := f(key, c[key], t); ok {
				pairs = append(pairs, fmt.Sprintf("%s:%d", t, v))
			}
		}
		if len(pairs) > 0 {
			lines = append(lines, key+"\t"+strings.Join(pairs, " "))
		}
	}
	return lines
}

// lemmas lists the base forms seen as such, and those that the rules miss.
func lemmas(sents [][]word) []string {
	seen := counts{}
	for _, s := range sents {
		for _, w := range s {
			if strings.ContainsFunc(w.form, unicode.IsSpace) || strings.ContainsAny(w.form, "@/") || w.lemma == "_" {
				continue
			}
			upos, _, _ := strings.Cut(w.tag, "|")
			if upos == "PROPN" || upos == "NUM" || upos == "PUNCT" || upos == "X" || upos == "SYM" {
				continue
			}
			seen.add(strings.ToLower(w.form)+"\t"+w.tag, w.lemma)
		}
	}
	var lines []string
	for _, key := range slices.Sorted(maps.Keys(seen)) {
		best := ""
		for _, l := range slices.Sorted(maps.Keys(seen[key])) {
			if best == "" || seen[key][l] > seen[key][best] {
				best = l
			}
		}
		lines = append(lines, key+"\t"+best)
	}
	return lines
}
