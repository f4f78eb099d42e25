package timex

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed words.tsv
var wordsTSV string

// entry is what the lexicon knows of a word.
type entry struct {
	cls  class
	val  int32
	unit int32 // of UNIT and UNITS, which can stand beside another class
	text string
	lit  int16 // set by the patterns that name the word
}

// grammar is the lexicon with the compiled patterns, built once.
type grammar struct {
	words  map[string]entry
	passes []*pass
	lits   int16
}

var theGrammar = sync.OnceValue(func() *grammar {
	g := &grammar{words: make(map[string]entry, 512)}
	if err := g.load(wordsTSV); err != nil {
		panic(err) // the file is embedded, and a test loads it
	}
	for _, p := range passes() {
		g.passes = append(g.passes, g.pass(p))
	}
	return g
})

// load reads lines of class, word, value and text.
func (g *grammar) load(tsv string) error {
	for n, line := range strings.Split(tsv, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		cls, ok := classNames[f[0]]
		if !ok || len(f) < 2 || len(f) > 4 {
			return fmt.Errorf("words.tsv, line %d: no such class or too few columns: %q", n+1, line)
		}
		e := g.words[f[1]]
		e.cls |= cls
		if len(f) > 2 {
			v, err := strconv.Atoi(f[2])
			if err != nil {
				return fmt.Errorf("words.tsv, line %d: %w", n+1, err)
			}
			if cls&(cUnit|cUnits) != 0 {
				e.unit = int32(v)
			} else {
				e.val = int32(v)
			}
		}
		if len(f) > 3 {
			e.text = f[3]
		}
		g.words[f[1]] = e
	}
	return nil
}

// literal numbers a word that patterns name.
func (g *grammar) literal(s string) int16 {
	e := g.words[s]
	if e.lit == 0 {
		g.lits++
		e.lit = g.lits
		g.words[s] = e
	}
	return e.lit
}
