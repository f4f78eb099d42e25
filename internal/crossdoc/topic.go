package crossdoc

import (
	"slices"

	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/lang"
)

// topic is the mentions of the documents of one topic.
type topic struct {
	world *knowledge.World
	lex   *lexicon
	items []*item

	home         string            // the state whose organs are most often named
	sideOfPerson map[string]string // by the key of a person
}

// chains returns the items by what they name, in the order of their first.
func (t *topic) chains() [][]*item {
	t.sides()
	t.persons()
	t.titles()
	t.officials()
	t.things()
	g := newGrouping(t.items)
	g.likeThings()
	g.leftOvers(t)
	return g.chains()
}

// within lists the mentions of the text that lie within an item.
func (t *topic) within(x *item) []int {
	from, _ := slices.BinarySearchFunc(x.d.Mentions, x.d.Toks[x.first].Start, func(m lang.Mention, at int) int { return m.Start - at })
	var out []int
	for i := from; i < len(x.d.Mentions) && x.d.Mentions[i].First < x.last; i++ {
		if x.d.Mentions[i].Last <= x.last {
			out = append(out, i)
		}
	}
	return out
}
