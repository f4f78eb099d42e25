package plover

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux/internal/table"
)

//go:embed verbs.tsv
var verbsTSV string

//go:embed nouns.tsv
var nounsTSV string

//go:embed classes.tsv
var classesTSV string

// dealing is a way of dealing with what an act is about, or with another act.
type dealing string

// The dealings that look at the act they govern, and those that look at the
// class of the object (the columns of classes.tsv).
const (
	says      dealing = "say"
	wills     dealing = "will"
	agrees    dealing = "agree"
	threatens dealing = "threaten"
	refuses   dealing = "refuse"
	requests  dealing = "request"
	begins    dealing = "begin"
	makes     dealing = "make"
	stops     dealing = "stop"
	allows    dealing = "allow"
	forbids   dealing = "forbid"
)

var dealings = []dealing{says, wills, agrees, threatens, refuses, requests, begins, makes, stops, "give", "take", allows, forbids, "accept", "break"}

// sense is one reading of a word.
type sense struct {
	more  []string // the words that go with it
	with  []string // classes of the object; "*" any, empty without one
	root  Root     // what it is, or is when what it governs says nothing
	deals dealing
}

type lexicon struct {
	verbs   map[string][]sense // by the first word
	nouns   map[string]string  // lemma, or lemma and preposition, to class
	classes map[string]map[dealing]Root
}

// words is the embedded data; a test checks that it can be read.
var words = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon(verbsTSV, nounsTSV, classesTSV)
	return l
})

func readLexicon(verbs, nouns, classes string) (*lexicon, error) {
	l := &lexicon{map[string][]sense{}, map[string]string{}, map[string]map[dealing]Root{}}
	var head []string
	err := table.Rows("classes.tsv", classes, func(c []string) error {
		if head == nil {
			head = c
			return nil
		}
		if len(c) != len(head) {
			return fmt.Errorf("%d columns, want %d", len(c), len(head))
		}
		l.classes[c[0]] = map[dealing]Root{}
		for i, r := range c[1:] {
			d := dealing(head[i+1])
			if r != "-" && !Root(r).known() || !slices.Contains(dealings, d) {
				return fmt.Errorf("%q for %q is no root", r, d)
			}
			if r != "-" {
				l.classes[c[0]][d] = Root(r)
			}
		}
		return nil
	})
	if err == nil {
		err = table.Rows("nouns.tsv", nouns, func(c []string) error {
			if len(c) != 2 || l.classes[c[1]] == nil || l.nouns[c[0]] != "" {
				return fmt.Errorf("%q is not a new noun and its class", c)
			}
			l.nouns[c[0]] = c[1]
			return nil
		})
	}
	if err == nil {
		err = table.Rows("verbs.tsv", verbs, l.addVerb)
	}
	return l, err
}

func (l *lexicon) addVerb(c []string) error {
	if len(c) != 3 {
		return fmt.Errorf("%d columns, want words, object and sense", len(c))
	}
	s := sense{}
	if c[1] != "-" {
		s.with = strings.Fields(c[1])
	}
	for _, w := range s.with {
		if w != "*" && l.classes[w] == nil {
			return fmt.Errorf("no class is called %q", w)
		}
	}
	deals, root, both := strings.Cut(c[2], "/")
	switch {
	case Root(c[2]).known():
		s.root = Root(c[2])
	case slices.Contains(dealings, dealing(deals)) && (!both || Root(root).known()):
		s.deals, s.root = dealing(deals), Root(root)
	default:
		return fmt.Errorf("%q is neither a root nor a dealing", c[2])
	}
	ws := strings.Fields(c[0])
	s.more = ws[1:]
	l.verbs[ws[0]] = append(l.verbs[ws[0]], s)
	slices.SortStableFunc(l.verbs[ws[0]], func(a, b sense) int { // the closest description first
		return 4*(len(b.more)-len(a.more)) + b.narrow() - a.narrow()
	})
	return nil
}

func (s sense) narrow() int {
	switch {
	case len(s.with) == 0:
		return 0
	case s.with[0] == "*":
		return 1
	}
	return 2
}
