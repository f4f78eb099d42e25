package reconcile

import (
	"regexp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// bothSides are the words for two who were named before. They are no actor:
// what they do, the two do.
var bothSides = regexp.MustCompile(`(?i)^(?:the two|both|both the|two) (sides|parties|countries|nations|states|governments|neighbours|neighbors|powers|economies|rivals|capitals|leaders|presidents|prime ministers|premiers|men|women|ministers|negotiators)$`)

// personWords are those of them that stand for persons.
var personWords = wordSet("leaders presidents premiers men women ministers negotiators prime")

// bothSide is a local actor that stands for two others.
type bothSide struct{ Of, A, B string }

// bothOf finds whom “the two sides” of a report stand for: the two who are
// named, and nobody else of their kind, in the sentence before, if no other two
// are named together as often in the report.
func bothOf(s *source) []bothSide {
	var out []bothSide
	var states, persons *couples
	for i := range s.Actors {
		a := &s.Actors[i]
		if a.Type != travaux.ActorGroup && a.Type != travaux.ActorAnonymousGroup || len(a.Spans) == 0 {
			continue
		}
		m := bothSides.FindStringSubmatch(a.Canonical)
		if m == nil {
			continue
		}
		if states == nil {
			states, persons = couplesOf(s, isParty), couplesOf(s, onePerson)
		}
		of := states
		if personWords[strings.ToLower(strings.Fields(m[1])[0])] {
			of = persons
		}
		if two, ok := of.before(a.Spans[0].Start); ok {
			out = append(out, bothSide{a.ID, two[0], two[1]})
		}
	}
	return out
}

func onePerson(a *travaux.Actor) bool { return a.Type == travaux.ActorPerson }

// isParty reports whether an actor can be a side of talks.
func isParty(a *travaux.Actor) bool {
	switch a.Type {
	case travaux.ActorState, travaux.ActorGroupOfStates, travaux.ActorArmedGroup, travaux.ActorGovernment, travaux.ActorCompany:
		return true
	case travaux.ActorOrganisation, travaux.ActorBody:
		return properName(withoutArticle(a.Canonical))
	}
	return false
}

// couples are the sentences of a report that name exactly two of a kind.
type couples struct {
	at    []int // where the sentences end, ascending
	two   [][2]string
	often [2]string // those named together most often
}

func couplesOf(s *source, kind func(*travaux.Actor) bool) *couples {
	is := map[string]bool{}
	for i := range s.Actors {
		is[s.Actors[i].ID] = kind(&s.Actors[i])
	}
	named := map[int][]string{} // by the end of the sentence
	for _, m := range s.Named {
		if is[m.Actor] {
			end := s.sentence(int(m.Start)).End
			if !slices.Contains(named[end], m.Actor) {
				named[end] = append(named[end], m.Actor)
			}
		}
	}
	c := &couples{}
	counts := map[[2]string]int{}
	for end, who := range named {
		if len(who) != 2 {
			continue
		}
		slices.Sort(who)
		counts[[2]string(who)]++
		c.at = append(c.at, end)
	}
	slices.Sort(c.at)
	best := 0
	for _, end := range c.at {
		two := [2]string(named[end])
		c.two = append(c.two, two)
		if counts[two] > best {
			best, c.often = counts[two], two
		}
	}
	for two, n := range counts {
		if n == best && two != c.often {
			c.often = [2]string{} // others are named together as often
		}
	}
	return c
}

// before are the two named together last before a place, or in its sentence,
// if they are those of the report.
func (c *couples) before(at int) (two [2]string, ok bool) {
	i, _ := slices.BinarySearch(c.at, at)
	if i < len(c.at) && c.two[i] == c.often && i == 0 {
		return c.often, c.often[0] != "" // the headline, or the same sentence
	}
	if i == 0 {
		return two, false
	}
	two = c.two[i-1]
	return two, two == c.often && two[0] != ""
}

// parties are the record's ids of those for whom a local actor stands: itself,
// or the two of “both sides”.
func (c *cast) parties(s *source, local string) []string {
	for _, b := range s.Both {
		if b.Of == local {
			return []string{c.of(s, b.A), c.of(s, b.B)}
		}
	}
	return []string{c.of(s, local)}
}

// Parties returns the record's ids of those for whom a report's local actor
// stands: the actor, or the two whom it calls both sides.
func (r *Result) Parties(report, local string) []string {
	s := r.byReport[report]
	if s == nil {
		return []string{local}
	}
	return r.actors.parties(s, local)
}
