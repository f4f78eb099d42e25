package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// contradict weighs what speaks against an identity.
func (s *maybe) contradict(c *cast) {
	s.kinds()
	s.numbers(byPoints, "points", 2)
	s.numbers(byPages, "pages", 1)
	s.serials()
	if x, y, ok := s.unlike(byYear); ok {
		s.object(3, "identity.other_year", fmt.Sprintf("One is called by the year %s, the other by %s.", x.value, y.value), s.a.marks[x], s.b.marks[y])
	}
	s.hands(c)
	for _, k := range []*known{s.a, s.b} {
		if x := k.group[0]; x.torn {
			s.object(1, "identity.fits_two", "The words for one of them fit another text as well.", x.shown(firstName(x)))
		}
	}
	if x, y, ok := s.unlike(byDay); ok {
		s.extent = "text"
		s.object(1, "identity.other_day", fmt.Sprintf("One is told of for %s, the other for %s.", x.value, y.value), s.a.marks[x], s.b.marks[y])
	}
	for _, x := range s.a.group {
		for _, y := range s.b.group {
			if x.src == y.src {
				s.object(2, "identity.told_apart", "One report tells of both.", x.shown(firstName(x)), y.shown(firstName(y)))
				return
			}
		}
	}
}

func firstName(x *text) travaux.Value {
	if len(x.claim.Names) == 0 {
		return travaux.Value{}
	}
	return x.claim.Names[0]
}

// kinds weighs what kind of text each is, and whether one was revised.
func (s *maybe) kinds() {
	counter := func(x *text) bool { return x.counter }
	revised := func(x *text) bool { return x.revised }
	x, y := slices.IndexFunc(s.a.group, counter), slices.IndexFunc(s.b.group, counter)
	if (x >= 0) != (y >= 0) {
		s.object(4, "identity.counter", "One is called a counter-proposal, the other is not.", s.a.group[max(x, 0)].shown(firstName(s.a.group[max(x, 0)])), s.b.group[max(y, 0)].shown(firstName(s.b.group[max(y, 0)])))
	}
	if slices.ContainsFunc(s.a.group, revised) != slices.ContainsFunc(s.b.group, revised) {
		s.extent = "text"
	}
	if len(s.a.nouns) > 0 && len(s.b.nouns) > 0 {
		for n := range s.a.nouns {
			if _, ok := s.b.nouns[n]; ok {
				return
			}
		}
		n, m := sortedKeys(s.a.nouns)[0], sortedKeys(s.b.nouns)[0]
		s.object(2, "identity.other_kind", fmt.Sprintf("One is called %s, the other %s.", n, m), s.a.nouns[n], s.b.nouns[m])
	}
}

// numbers weighs two numbers of points or pages.
func (s *maybe) numbers(kind markKind, of string, weight int) {
	if x, y, ok := s.unlike(kind); ok {
		s.extent = "text"
		s.object(weight, "identity.other_"+of, fmt.Sprintf("One is said to have %s %s, the other %s.", x.value, of, y.value), s.a.marks[x], s.b.marks[y])
	}
}

// unlike returns the first marks of a kind that the two have, where they have
// none in common.
func (s *maybe) unlike(kind markKind) (x, y mark, ok bool) {
	find := func(k *known) (first mark, ok bool) {
		for m := range k.marks {
			if m.kind == kind && (!ok || m.value < first.value) {
				first, ok = m, true
			}
		}
		return first, ok
	}
	for m := range s.a.marks {
		if _, both := s.b.marks[m]; both && m.kind == kind {
			return x, y, false
		}
	}
	x, okX := find(s.a)
	y, okY := find(s.b)
	return x, y, okX && okY
}

// serials weighs that one is the first and the other the second of a kind: of
// parts two texts, of drafts two versions.
func (s *maybe) serials() {
	for _, m := range orderedMarks(s.a.marks) {
		noun, _, _ := strings.Cut(m.value, " ")
		if m.kind != byOrdinal {
			continue
		}
		for _, o := range orderedMarks(s.b.marks) {
			of, _, _ := strings.Cut(o.value, " ")
			if o.kind != byOrdinal || of != noun {
				continue
			}
			if _, both := s.b.marks[m]; both {
				continue
			}
			weight := 5
			if draftNouns[noun] {
				weight, s.extent = 1, "text"
			}
			s.object(weight, "identity.other_ordinal", fmt.Sprintf("One is called %s, the other %s.", m.value, o.value), s.a.marks[m], s.b.marks[o])
			return
		}
	}
}

// hands weighs that the two come from different authors, or are called after
// different parties. Who has a name or somebody above them in common may speak
// for one another.
func (s *maybe) hands(c *cast) {
	if len(s.a.authors) > 0 && len(s.b.authors) > 0 {
		for _, x := range sortedKeys(s.a.authors) {
			if slices.ContainsFunc(sortedKeys(s.b.authors), func(y string) bool { return ofOneHouse(x, y, c) }) {
				return
			}
		}
		x, y := sortedKeys(s.a.authors)[0], sortedKeys(s.b.authors)[0]
		weight, words := 2, "One is said to come from %s, the other from %s."
		if a, b := sideOf(x, c), sideOf(y, c); a != "" && b != "" && a != b {
			weight, words = 4, "One is said to come from %s, the other from %s, of another side."
		}
		s.object(weight, "identity.other_author", fmt.Sprintf(words, c.name(x), c.name(y)), s.a.authors[x], s.b.authors[y])
		return
	}
	if x, y, ok := s.unlike(byParty); ok && !s.titled && !ofOneHouse(x.value, y.value, c) {
		s.object(2, "identity.other_party", fmt.Sprintf("One is told of by the name of %s, the other by that of %s.", c.name(x.value), c.name(y.value)), s.a.marks[x], s.b.marks[y])
	}
}

// ofOneHouse reports whether two authors are one, belong to each other or to one
// state or body, or have a word of their names in common.
func ofOneHouse(x, y string, c *cast) bool {
	a, b := c.row(x), c.row(y)
	if a == nil || b == nil || x == y || a.Parent == y || b.Parent == x || a.Parent != "" && a.Parent == b.Parent {
		return true
	}
	return slices.ContainsFunc(nameWords(a.Canonical), func(w string) bool {
		return len(w) > 3 && slices.Contains(nameWords(b.Canonical), w)
	})
}

func sideOf(id string, c *cast) string {
	if row := c.row(id); row != nil {
		return row.Side
	}
	return ""
}
