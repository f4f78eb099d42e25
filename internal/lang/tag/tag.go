// Package tag gives every token its part of speech, its morphological features
// and its lemma.
//
// It is the first, small version: a list of words with their tags, the shapes
// of unlisted words, and the order of tags, all three counted on open treebanks
// (see data/README.md) and searched for the cheapest sequence as in T. Brants,
// "TnT – A Statistical Part-of-Speech Tagger" (2000), in whole numbers. Lemmas
// follow from the tag by rules with listed exceptions. It is not for trees, and
// nothing in it depends on what a text is about.
package tag

import (
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

var (
	//go:embed data/lexicon.tsv
	lexiconData string
	//go:embed data/shapes.tsv
	shapesData string
	//go:embed data/sequence.tsv
	sequenceData string
	//go:embed data/lemmas.tsv
	lemmasData string
	//go:embed data/news.tsv
	newsData string
)

// Tagger gives tags and lemmas. It is safe for use by several goroutines.
type Tagger struct {
	tags    []xtag
	ids     map[string]uint8
	lexicon map[string][]choice
	shapes  map[string][]choice
	after   []int16 // cost of a tag after two others, see trans
	lemmas  lemmatizer
}

// xtag is a universal tag with the treebank's own.
type xtag struct {
	name  string // UPOS|XPOS
	upos  lang.POS
	xpos  string
	feats string
}

// choice is a tag that a word may have, with its cost.
type choice struct {
	tag  uint8
	cost int32
}

const (
	hopeless = 120 // a word's tag dearer by this than its cheapest is never right
	unseen   = 260 // cost of a sequence of two tags that was never seen
	backoff  = 24  // extra cost of a sequence of three that is not listed
)

// New reads the embedded word data.
func New() (*Tagger, error) {
	t := &Tagger{ids: map[string]uint8{}, tags: []xtag{{}}}
	t.ids[""] = 0
	var err error
	if t.lexicon, err = t.table(newsData+lexiconData, hopeless); err != nil {
		return nil, fmt.Errorf("tag lexicon: %w", err)
	}
	if t.shapes, err = t.table(shapesData, hopeless); err != nil {
		return nil, fmt.Errorf("tag shapes: %w", err)
	}
	if err = t.sequence(sequenceData); err != nil {
		return nil, fmt.Errorf("tag sequence: %w", err)
	}
	if t.lemmas, err = newLemmatizer(lemmasData); err != nil {
		return nil, fmt.Errorf("tag lemmas: %w", err)
	}
	for form, choices := range t.lexicon {
		for _, c := range choices {
			switch t.tags[c.tag].name {
			case "VERB|VB":
				t.lemmas.bases[form] = true
			case "NOUN|NN":
				t.lemmas.nouns[form] = true
			case "ADJ|JJ":
				t.lemmas.adjs[form] = true
			}
		}
	}
	return t, nil
}

// Name is the component's name.
func (*Tagger) Name() string { return "tag" }

// Version changes whenever the answers do.
func (*Tagger) Version() string { return "rules/2" }

// Needs returns sentences and tokens.
func (*Tagger) Needs() lang.Layer { return lang.Sentences | lang.Tokens }

// Gives returns tags and lemmas.
func (*Tagger) Gives() lang.Layer { return lang.Tags | lang.Lemmas }

// id returns the number of a tag written as UPOS|XPOS.
func (t *Tagger) id(s string) (uint8, error) {
	if n, ok := t.ids[s]; ok {
		return n, nil
	}
	u, x, _ := strings.Cut(s, "|")
	upos, ok := lang.ParsePOS(u)
	if !ok || len(t.tags) > 250 {
		return 0, fmt.Errorf("unknown tag %q", s)
	}
	n := uint8(len(t.tags))
	t.ids[s] = n
	t.tags = append(t.tags, xtag{s, upos, x, feats(upos, x)})
	return n, nil
}

// table reads lines of a key, a tab, and tag:cost pairs. The first line of a
// key holds; lines that begin "# " are comments.
func (t *Tagger) table(data string, hopeless int32) (map[string][]choice, error) {
	m := make(map[string][]choice, 1<<15)
	for line := range strings.Lines(data) {
		key, pairs, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			continue
		}
		if _, again := m[key]; again {
			continue
		}
		for p := range strings.SplitSeq(pairs, " ") {
			i := strings.LastIndexByte(p, ':')
			if i < 0 {
				return nil, fmt.Errorf("%s: %q is not tag:cost", key, p)
			}
			id, err := t.id(p[:i])
			if err != nil {
				return nil, fmt.Errorf("%s: %w", key, err)
			}
			c, err := strconv.Atoi(p[i+1:])
			if err != nil {
				return nil, fmt.Errorf("%s: %w", key, err)
			}
			m[key] = append(m[key], choice{id, int32(c)})
		}
		m[key] = consistent(m[key], t.tags)
		slices.SortFunc(m[key], func(a, b choice) int {
			return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.tag, b.tag))
		})
		m[key] = slices.DeleteFunc(m[key], func(c choice) bool { return c.cost > m[key][0].cost+hopeless })
	}
	return m, nil
}

// consistent drops the choices whose two tags cannot go together, unless none
// is left. The treebanks give some words the universal tag of a typing error or
// of one part of speech with the own tag of another.
func consistent(cs []choice, tags []xtag) []choice {
	kept := make([]choice, 0, len(cs))
	for _, c := range cs {
		if agree(tags[c.tag].upos, tags[c.tag].xpos) {
			kept = append(kept, c)
		}
	}
	if len(kept) == 0 {
		return cs
	}
	return kept
}

// agree reports whether a universal and a treebank's tag can be of one word.
func agree(upos lang.POS, xpos string) bool {
	if upos != lang.PUNCT && upos != lang.AUX {
		return true
	}
	return !strings.HasPrefix(xpos, "NN")
}

// sequence reads the costs of a tag after one or two others.
func (t *Tagger) sequence(data string) error {
	m, err := t.table(data, math.MaxInt16)
	if err != nil {
		return err
	}
	n := len(t.tags)
	t.after = make([]int16, n*n*n)
	for p1 := range n {
		two := make([]int16, n)
		for i := range two {
			two[i] = unseen
		}
		for _, c := range m[t.tags[p1].name] {
			two[c.tag] = int16(c.cost)
		}
		for p2 := range n {
			row := t.after[(p2*n+p1)*n:][:n]
			for i := range row {
				row[i] = two[i] + backoff
			}
			for _, c := range m[t.tags[p2].name+" "+t.tags[p1].name] {
				// half and half, so that a rare history does not decide alone
				row[c.tag] = min(row[c.tag], (int16(c.cost)*3+two[c.tag])/4)
			}
		}
	}
	return nil
}

func (t *Tagger) trans(p2, p1, tag uint8) int32 {
	n := len(t.tags)
	return int32(t.after[(int(p2)*n+int(p1))*n+int(tag)])
}
