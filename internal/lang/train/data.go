package train

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/travaux/travaux/internal/lang/conllu"
)

// Data is what there is to train on or to measure with, under one folder.
type Data struct {
	Train, Dev []Set
	Unlabelled string
}

// Set is a part of a treebank.
type Set struct {
	Name  string
	Sents []conllu.Sentence
	Names map[string][]string // IOB2 tags by sentence id; nil where none are
}

// Load reads the treebanks and names under dir.
func Load(dir string) (*Data, error) {
	d := &Data{Unlabelled: filepath.Join(dir, "unlabelled-government.txt.gz")}
	for _, part := range []struct {
		name string
		to   *[]Set
	}{{"train", &d.Train}, {"dev", &d.Dev}} {
		for _, bank := range []string{"ewt", "gum"} {
			s, err := loadSet(dir, bank, part.name)
			if err != nil {
				return nil, fmt.Errorf("loading %s %s: %w", bank, part.name, err)
			}
			*part.to = append(*part.to, s)
		}
	}
	return d, nil
}

func loadSet(dir, bank, part string) (Set, error) {
	f, err := os.Open(filepath.Join(dir, "treebank", bank, part+".conllu"))
	if err != nil {
		return Set{}, err
	}
	defer f.Close()
	set := Set{Name: bank + " " + part}
	if set.Sents, err = conllu.Read(f); err != nil {
		return Set{}, err
	}
	if bank == "ewt" {
		set.Names, err = readNames(filepath.Join(dir, "ner", "uner-ewt", part+".iob2"))
	}
	return set, err
}

// readNames reads a file of Universal NER: an IOB2 tag in the third column.
func readNames(path string) (map[string][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names := map[string][]string{}
	id := ""
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if v, ok := strings.CutPrefix(line, "# sent_id = "); ok {
			id = v
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) < 3 {
			return nil, fmt.Errorf("%s: line %d: %d columns", path, n, len(c))
		}
		names[id] = append(names[id], c[2])
	}
	return names, sc.Err()
}
