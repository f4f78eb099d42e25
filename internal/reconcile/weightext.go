package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// weights are how much a mark in common says, where few texts have it.
var weights = map[markKind]int{
	byTitle: 4, byInitials: 3, byPoints: 3, byPages: 3, byOrdinal: 3, byYear: 2, byParty: 2, byHouse: 1, byName: 2, byReporter: 2, byDay: 2, byAnswer: 2, bySource: 2, byWord: 1,
}

// counts is how many marks of a kind count, one where it is not listed.
var counts = map[markKind]int{byParty: 2, byName: 2, byWord: 2}

// weigh says whether two texts may be one, and what speaks for it and against.
// One mark in common is enough only where few texts can have it.
func (t *texts) weigh(a, b *known, bearers map[mark][]int, c *cast) (maybe, bool) {
	s := maybe{a: a, b: b, extent: "version"}
	if a.several || b.several {
		return s, false
	}
	s.marks(t, bearers, c)
	if len(s.reasons) < 2 && !slices.ContainsFunc(s.reasons, func(g ground) bool { return g.weight > 1 }) {
		return s, false
	}
	if s.first.kind == byWord && !slices.ContainsFunc(s.reasons, func(g ground) bool { return g.definite() }) {
		return s, false // "a short-term bill" is a kind of text
	}
	s.provisions()
	enough := len(s.reasons) > 1 || s.alone(c)
	s.talks()
	s.contradict(c)
	for _, g := range s.reasons {
		s.score += g.weight
	}
	for _, g := range s.contrary {
		s.score -= g.weight
	}
	return s, enough && s.score >= leastScore
}

// marks weighs what the two have in common, the most telling marks first, and the
// rarest of each kind.
func (s *maybe) marks(t *texts, bearers map[mark][]int, c *cast) {
	common := slices.DeleteFunc(orderedMarks(s.a.marks), func(m mark) bool { _, ok := s.b.marks[m]; return !ok })
	slices.SortStableFunc(common, func(x, y mark) int {
		return cmp.Or(cmp.Compare(weights[y.kind], weights[x.kind]), cmp.Compare(len(bearers[x]), len(bearers[y])))
	})
	given := map[markKind]int{}
	said := wordsOfParties(s, common)
	for _, m := range common {
		n := weights[m.kind] - commonness(m, len(bearers[m]))
		if m.kind == byTitle && s.a.passing[m.value] {
			n -= 2 // many a text is "the Senate bill" in its day
		}
		again := m.kind == byHouse && len(said) > 0 || m.kind == byName && said[m.value] || m.kind == byInitials && given[byTitle] > 0
		if n <= 0 || again || given[m.kind] >= max(counts[m.kind], 1) {
			continue
		}
		given[m.kind]++
		s.first = cmp.Or(s.first, m)
		s.titled = s.titled || n > 2 && (m.kind == byTitle || m.kind == byInitials)
		s.give(n, "identity."+string(m.kind), t.shared(m, s.a, s.b, c), s.a.marks[m], s.b.marks[m])
	}
}

// wordsOfParties are the words for the parties among the marks in common.
func wordsOfParties(s *maybe, common []mark) map[string]bool {
	out := map[string]bool{}
	for _, m := range common {
		if m.kind != byParty {
			continue
		}
		for _, w := range slices.Concat(nameWords(s.a.marks[m].span.Quote), nameWords(s.b.marks[m].span.Quote)) {
			out[w] = true
		}
	}
	return out
}

// alone reports whether the only mark that two texts have in common is enough:
// a name that lasts, a number, a person.
func (s *maybe) alone(c *cast) bool {
	switch s.first.kind {
	case byTitle:
		return !s.a.passing[s.first.value]
	case byInitials, byPoints, byPages, byOrdinal:
		return true
	case byParty:
		row := c.row(s.first.value)
		return row != nil && row.Type == travaux.ActorPerson
	}
	return false
}

// commonness is what a mark loses in weight by the number of texts that have it.
// A name of its own tells one text however often it is told of.
func commonness(m mark, texts int) int {
	switch {
	case m.kind == byTitle || m.kind == byInitials || texts <= fewBear:
		return 0
	case texts <= 12:
		return 1
	}
	return 2
}

// definite reports whether one of the passages means a text that is known: "the",
// "her", not "a".
func (g ground) definite() bool {
	return slices.ContainsFunc(g.shown, func(x shown) bool {
		first, _, _ := strings.Cut(x.span.Quote, " ")
		first = strings.ToLower(first)
		return leadingWords[first] && first != "a" && first != "an" || strings.HasSuffix(strings.ReplaceAll(first, "’", "'"), "'s")
	})
}

func (s *maybe) give(weight int, rule, text string, words ...shown) {
	s.reasons = append(s.reasons, ground{weight, rule, text, words})
}

func (s *maybe) object(weight int, rule, text string, words ...shown) {
	s.contrary = append(s.contrary, ground{weight, rule, text, words})
}

// shared says in plain words what two texts have in common.
func (t *texts) shared(m mark, a, b *known, c *cast) string {
	switch m.kind {
	case byTitle:
		return fmt.Sprintf("Both bear one name of their own, “%s”.", m.value)
	case byInitials:
		return fmt.Sprintf("The initials of both names are %s.", strings.ToUpper(m.value))
	case byPoints:
		return "Both are said to have " + m.value + " points."
	case byPages:
		return "Both are said to have " + m.value + " pages."
	case byOrdinal:
		return "Both are called " + m.value + "."
	case byYear:
		return "Both are called by the year " + m.value + "."
	case byHouse:
		return fmt.Sprintf("Both are told of by the name of %s, or of somebody of theirs.", c.name(m.value))
	case byParty:
		_, x := a.authors[m.value]
		_, y := b.authors[m.value]
		if x && y {
			return fmt.Sprintf("Both are said to come from %s.", c.name(m.value))
		}
		return fmt.Sprintf("Both are told of by the name of %s.", c.name(m.value))
	case byReporter:
		return fmt.Sprintf("%s is called the first to report both.", c.name(m.value))
	case byDay:
		return "Both are told of for one day, " + m.value + "."
	case byAnswer:
		return fmt.Sprintf("Both are said to answer one text, “%s”.", t.label(m.value))
	case bySource:
		return fmt.Sprintf("Both are said to come from one text, “%s”.", t.label(m.value))
	}
	if m.kind == byName {
		return fmt.Sprintf("Both are called by the word “%s”.", m.value)
	}
	return fmt.Sprintf("Both are described with the word “%s”.", m.value)
}

func (t *texts) label(id string) string {
	if i, ok := slices.BinarySearchFunc(t.rows, id, func(p travaux.Proposal, id string) int { return strings.Compare(p.ID, id) }); ok {
		return t.rows[i].Label
	}
	return id
}

// talks weighs whether the texts are told of in the same talks.
func (s *maybe) talks() {
	days, known := s.days()
	people, bodies := inBoth(s.a.people, s.b.people), inBoth(s.a.bodies, s.b.bodies)
	same := people >= 2 || people+bodies >= 3
	x, y := s.a.group[0].shown(travaux.Value{}), s.b.group[0].shown(travaux.Value{})
	switch {
	case known && days > 365:
		s.object(4, "identity.far", "More than a year lies between the reports of the two.", x, y)
	case known && days > textDays:
		s.object(2, "identity.far", fmt.Sprintf("%d days lie between the reports of the two.", days), x, y)
	case !same:
		s.object(2, "identity.other_talks", "The reports of the two hardly name the same people and bodies.", x, y)
	default:
		s.give(1, "identity.talks", "Reports of the same people and bodies tell of the two within weeks of each other.", x, y)
	}
}

// days is how far apart the nearest dated reports of the two are.
func (s *maybe) days() (days int, known bool) {
	for _, x := range s.a.group[:min(len(s.a.group), accountsRead)] {
		for _, y := range s.b.group[:min(len(s.b.group), accountsRead)] {
			if !x.src.dated || !y.src.dated {
				return 0, false
			}
			if d := gap(x.src.when, y.src.when); !known || d < days {
				days, known = d, true
			}
		}
	}
	return days, known
}

func inBoth(a, b map[string]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}
