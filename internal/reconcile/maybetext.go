package reconcile

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

// markLimit is how many texts may have a mark in common for it to suggest that
// two of them are one: what more have tells none from the others.
const markLimit = 40

// fewBear is how many texts have a mark that is rare.
const fewBear = 4

// maybe is two texts that may be one.
type maybe struct {
	a, b     *known
	score    int // what speaks for it, less what speaks against
	extent   string
	first    mark // in common
	titled   bool // they have a name of their own in common
	reasons  []ground
	contrary []ground
}

// ground is a reason with its weight.
type ground struct {
	weight int
	rule   string
	text   string
	shown  []shown
}

// suggest lists, for every text, those that may be it though no rule joins them.
// Texts are compared that have a mark in common; of what can be said of some that
// may all be one, no more is said than holds them together, the strongest first.
func (t *texts) suggest(c *cast, apart func(a, b int) bool) {
	all := make([]*known, len(t.rows))
	for i := range t.rows {
		all[i] = t.know(i, c)
	}
	bearers := bearersOf(all)
	var list []maybe
	seen := map[[2]int]bool{}
	for _, m := range orderedMarks(bearers) {
		rows := bearers[m]
		if len(rows) > markLimit || weights[m.kind] < 2 && len(rows) > fewBear {
			continue
		}
		for i, x := range rows {
			for _, y := range rows[i+1:] {
				p := [2]int{x, y}
				if seen[p] || apart(x, y) || t.related(x, y) {
					continue
				}
				seen[p] = true
				if s, ok := t.weigh(all[x], all[y], bearers, c); ok {
					list = append(list, s)
				}
			}
		}
	}
	for _, s := range t.holding(list) {
		a, b := s.row(t)
		x, y := &t.rows[s.a.row], &t.rows[s.b.row]
		x.IdentityWith, y.IdentityWith = append(x.IdentityWith, a), append(y.IdentityWith, b)
	}
}

// related reports whether a report says how two texts stand to each other.
func (t *texts) related(x, y int) bool {
	a, b := &t.rows[x], &t.rows[y]
	return a.CounterTo == b.ID || b.CounterTo == a.ID || a.DerivedFrom == b.ID || b.DerivedFrom == a.ID
}

// bearersOf lists the texts that have each mark, in the order of the rows.
func bearersOf(all []*known) map[mark][]int {
	out := map[mark][]int{}
	for i, k := range all {
		for m := range k.marks {
			out[m] = append(out[m], i)
		}
	}
	return out
}

func orderedMarks[V any](in map[mark]V) []mark {
	out := make([]mark, 0, len(in))
	for m := range in {
		out = append(out, m)
	}
	slices.SortFunc(out, compareMarks)
	return out
}

// holding keeps of the suggestions those that are needed to hold together what
// may be one: of three texts that may all be one, two.
func (t *texts) holding(list []maybe) []maybe {
	reports := func(s maybe) int { return len(t.rows[s.a.row].Reports) + len(t.rows[s.b.row].Reports) }
	slices.SortFunc(list, func(x, y maybe) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(reports(y), reports(x)), cmp.Compare(x.a.row, y.a.row), cmp.Compare(x.b.row, y.b.row))
	})
	g := newGroups(len(t.rows))
	var out []maybe
	for _, s := range list {
		if g.find(s.a.row) != g.find(s.b.row) {
			g.join(s.a.row, s.b.row, "")
			out = append(out, s)
		}
	}
	return out
}

// row makes what is suggested of each of the two.
func (s *maybe) row(t *texts) (a, b travaux.PossibleIdentity) {
	x, y := t.rows[s.a.row].ID, t.rows[s.b.row].ID
	a = travaux.PossibleIdentity{
		ID: travaux.NewID("identity", min(x, y), max(x, y)), With: y, Extent: s.extent, Strength: s.strength(), Rule: "identity.suggested",
		For: rowsOfGrounds(s.reasons), Against: rowsOfGrounds(s.contrary),
	}
	for _, r := range slices.Concat(a.For, a.Against) {
		a.SupportedBy, a.Spans = append(a.SupportedBy, r.SupportedBy...), append(a.Spans, r.Spans...)
	}
	a.SupportedBy, a.Spans = orderIDs(a.SupportedBy), orderSpans(a.Spans)
	b = a
	b.With = x
	return a, b
}

// strength grades what speaks for an identity; what speaks strongly against it
// leaves it weak or medium.
func (s *maybe) strength() string {
	switch against := slices.ContainsFunc(s.contrary, func(g ground) bool { return g.weight >= 2 }); {
	case s.score >= strongScore && !against:
		return "strong"
	case s.score >= mediumScore:
		return "medium"
	}
	return "weak"
}

// From what score a suggestion is made, and is medium or strong.
const (
	leastScore  = 3
	mediumScore = 5
	strongScore = 7
)

func rowsOfGrounds(list []ground) []travaux.Reason {
	out := []travaux.Reason{}
	for _, g := range list {
		r := travaux.Reason{Rule: g.rule, Text: g.text}
		for _, s := range g.shown {
			r.SupportedBy, r.Spans = append(r.SupportedBy, s.support...), append(r.Spans, s.span)
		}
		r.SupportedBy, r.Spans = orderIDs(r.SupportedBy), orderSpans(r.Spans)
		out = append(out, r)
	}
	return out
}
