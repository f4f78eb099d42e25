package ner

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/tokenize"
)

// lexicon finds names by their tokens, the longest first.
type lexicon struct {
	nodes  []node
	first  map[string]int32 // by form
	shouts map[string]int32 // by form in capitals
}

// node is a step in a trie of tokens.
type node struct {
	next  map[string]int32
	names []lang.Name // that end here
}

func newLexicon(names []lang.Name) *lexicon {
	l := &lexicon{first: map[string]int32{}, shouts: map[string]int32{}}
	cut := tokenize.New()
	for _, n := range names {
		d := &lang.Doc{Text: n.Form, Blocks: []lang.Block{{Span: lang.Span{End: len(n.Form)}}}}
		if cut.Annotate(d) != nil || len(d.Toks) == 0 {
			continue
		}
		forms := make([]string, len(d.Toks))
		for i := range d.Toks {
			forms[i] = d.Form(i)
		}
		l.add(l.first, forms, n)
		if n.Use != lang.AsTitle && len(n.Form) > 3 {
			for i := range forms {
				forms[i] = strings.ToUpper(forms[i])
			}
			l.add(l.shouts, forms, n)
		}
	}
	return l
}

func (l *lexicon) add(from map[string]int32, forms []string, n lang.Name) {
	at := int32(-1)
	for i, f := range forms {
		next := from
		if i > 0 {
			if l.nodes[at].next == nil {
				l.nodes[at].next = map[string]int32{}
			}
			next = l.nodes[at].next
		}
		to, ok := next[f]
		if !ok {
			to = int32(len(l.nodes))
			l.nodes = append(l.nodes, node{})
			next[f] = to
		}
		at = to
	}
	l.nodes[at].names = append(l.nodes[at].names, n)
}

// match returns the token after the longest name that begins at token i and
// ends before last, and the names of that form; or i and nil. Only names that
// keep accepts count.
func (l *lexicon) match(d *lang.Doc, i, last int, shouting bool, keep func(lang.Name) bool) (int, []lang.Name) {
	from := l.first
	if shouting {
		from = l.shouts
	}
	end, names := i, []lang.Name(nil)
	for j := i; j < last; j++ {
		at, ok := from[d.Form(j)]
		if !ok {
			break
		}
		n := &l.nodes[at]
		for k := range n.names {
			if keep(n.names[k]) {
				end, names = j+1, n.names
				break
			}
		}
		if from = n.next; from == nil {
			break
		}
	}
	return end, names
}
