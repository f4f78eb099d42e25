package reconcile

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// oneMembership is why collectives are taken for one.
const oneMembership = "a collective of one membership"

// mergeCollectives unites the collectives of different reports that have one
// membership: those who lead the members of one region or group of states,
// however they are called ("European leaders", "the Europeans", "European
// allies"), or one state ("Chinese leaders"). What names a part ("some", "other",
// "most") is none of them, and neither are unnamed officials.
func mergeCollectives(g *groups, all []member) {
	heads := map[string]int{}
	var src *source
	var inner map[int]string
	for i, m := range all {
		if m.Type != travaux.ActorGroup && m.Type != travaux.ActorAnonymousGroup {
			continue
		}
		if m.src != src {
			src, inner = m.src, worldAt(m.src)
		}
		k := collectiveKey(m, inner)
		if k == "" {
			continue
		}
		if j, ok := heads[k]; ok {
			g.join(j, i, oneMembership)
		} else {
			heads[k] = i
		}
	}
}

// worldAt are the entries of the world file named in a report, by where their
// mentions begin.
func worldAt(s *source) map[int]string {
	world := map[string]string{}
	for i := range s.Actors {
		if w := s.Actors[i].World; w != "" {
			world[s.Actors[i].ID] = w
		}
	}
	out := map[int]string{}
	for _, m := range s.Named {
		if world[m.Actor] != "" {
			out[int(m.Start)] = world[m.Actor] + "\x00" + s.naming(m).Quote
		}
	}
	return out
}

// collectiveKey is what a collective is the membership of, "" for one that its
// words do not tell.
func collectiveKey(m member, inner map[int]string) string {
	if m.World != "" {
		return membersOf(m.World, "")
	}
	if len(m.Spans) == 0 {
		return ""
	}
	at := m.Spans[0]
	words, start := at.Quote, at.Start
	for _, article := range []string{"The ", "the "} {
		if rest, ok := strings.CutPrefix(words, article); ok {
			words, start = rest, start+len(article)
		}
	}
	world, name, ok := strings.Cut(inner[start], "\x00")
	rest, head := strings.CutPrefix(words, name)
	if !ok || !head {
		return ""
	}
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "'s"), "’s")
	return membersOf(world, strings.TrimSpace(strings.ToLower(rest)))
}

// membersOf is the key of those who are called by a noun behind the name of a
// state, or of a region or group of states, "" where the noun does not say.
func membersOf(world, noun string) string {
	if strings.HasPrefix(world, "region/") || strings.HasPrefix(world, "group/") {
		if noun == "" || memberNouns[noun] {
			return "members of " + world
		}
		return ""
	}
	switch {
	case !strings.HasPrefix(world, "state/"):
	case slices.Contains([]string{"leaders", "leadership", "rulers"}, noun):
		return "leaders of " + world
	case noun == "allies":
		return "allies of " + world
	}
	return ""
}

var memberNouns = wordSet("leaders allies partners governments capitals states countries nations powers members heads")
