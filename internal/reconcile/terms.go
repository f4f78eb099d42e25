package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// term is one passage on what is asked of somebody: a demand or red line of a
// party, or a provision of a text.
type term struct {
	reading
	words  map[string]bool // content words
	places []string        // world ids of the places that it names
	plain  bool            // names no place but a state, and no number
	number bool
}

// termLimit is how many passages on one matter are compared with one another.
const termLimit = 12

// finerTerms relates passages on one party's demand on a subject, and on one
// text's provision on it, of which one says in particular what the other says
// in general.
func (rs *relations) finerTerms(r *Result, atlas Atlas) {
	by := map[string][]term{}
	add := func(k string, t term) {
		if len(by[k]) < termLimit {
			by[k] = append(by[k], t)
		}
	}
	for _, s := range rs.sources {
		for i := range s.Positions {
			p := &s.Positions[i]
			if party := rs.actors.of(s, p.Party); party != "" && (p.Stance == travaux.Demands || p.Stance == travaux.RulesOut) && subject(p.Issue) != "" {
				add("demand\x00"+party+"\x00"+subject(p.Issue)+"\x00"+string(p.Stance), rs.newTerm(s, &p.Claim))
			}
		}
		for i := range s.Proposals {
			text := r.Text(s.id, s.Proposals[i].ID)
			for j := range s.Proposals[i].Provisions {
				p := &s.Proposals[i].Provisions[j]
				if obliged := rs.actors.of(s, p.Obliged); obliged != "" && subject(p.Issue) != "" {
					add("provision\x00"+text+"\x00"+p.Issue+"\x00"+obliged, rs.newTerm(s, &p.Claim))
				}
			}
		}
	}
	for _, k := range sortedKeys(by) {
		what, _, _ := strings.Cut(k, "\x00")
		for i, a := range by[k] {
			for _, b := range by[k][i+1:] {
				if a.claim != b.claim && !overlapping(a.reading, b.reading) && !sameSentence(a.reading, b.reading) {
					rs.finerTerm(a, b, what, atlas)
				}
			}
		}
	}
}

// subject is the root of an issue, "" for what no pack knows and for the course
// of talks.
func subject(issue string) string {
	root, _, _ := strings.Cut(issue, ".")
	switch root {
	case travaux.OtherIssue, "plan", "process":
		return ""
	}
	return root
}

func (rs *relations) newTerm(s *source, c *travaux.Claim) term {
	t := term{reading: newReading(s, c, travaux.Value{Value: strings.Join(strings.Fields(c.Quote), " "), SupportedBy: c.SupportedBy}, false), words: labelWords(c.Quote), plain: true}
	for _, m := range s.Named {
		if !m.in(c.Start, c.End) {
			continue
		}
		row := rs.actors.row(rs.actors.of(s, m.Actor))
		if row == nil || row.World == "" {
			continue
		}
		switch kind, _, _ := strings.Cut(row.World, "/"); kind {
		case "place", "region", "territory":
			t.places = append(t.places, row.World)
			t.plain = false
		case "state":
			t.places = append(t.places, row.World)
		}
	}
	for i := range s.Quantities {
		if q := &s.Quantities[i]; c.Start <= q.Start && q.End <= c.End {
			t.plain, t.number = false, true
		}
	}
	return t
}

// finerTerm relates two passages if the one names a place or a number and the
// other only speaks of such things in general.
func (rs *relations) finerTerm(a, b term, what string, atlas Atlas) {
	kind := travaux.RelationKind("")
	switch {
	case what == "demand" && (a.number || b.number || a.src.dated && b.src.dated && gap(a.src.when, b.src.when) > 2*viewDays):
		return // how much is asked for changes in the course of talks
	case !a.plain && b.plain && compatible(a, b, what, atlas):
		kind = travaux.Entails
	case a.plain && !b.plain && compatible(b, a, what, atlas):
		kind = travaux.EntailedBy
	default:
		return
	}
	f := finding{kind: kind, subkind: "provision", strength: "weak", rule: what + ".finer"}
	which := "first"
	if (kind == travaux.EntailedBy) == (compareReadings(a.reading, b.reading) < 0) {
		which = "second"
	}
	f.explanation = fmt.Sprintf("Both passages tell of one %s; the %s is finer, both can be true.", what, which)
	rs.add(a.reading, b.reading, f)
}

// compatible reports whether a particular term can be an instance of a general
// one: they share a word, of two demands two, and what the particular one names
// lies in a state that the general one names, if it names any.
func compatible(fine, wide term, what string, atlas Atlas) bool {
	n, need := 0, 1
	if what == "demand" {
		need = 2
	}
	for w := range fine.words {
		if wide.words[w] && !askWords[w] {
			n++
		}
	}
	if n < need {
		return false
	}
	if len(wide.places) == 0 || atlas == nil {
		return true
	}
	return len(fine.places) == 0 || slices.ContainsFunc(fine.places, func(p string) bool {
		return slices.ContainsFunc(wide.places, func(q string) bool { return atlas.State(p) == q || p == q })
	})
}

// askWords say that something is asked for, cut as labelWords cuts them.
var askWords = wordSet("demand insist wants deman must should needs presid minist govern")

// glosses relates the places of a quotation and of the outlet's explanation of
// it: "what was agreed in Tarn", he said, referring to the Ulan summit.
func (rs *relations) glosses(atlas Atlas) {
	if atlas == nil {
		return
	}
	for _, s := range rs.sources {
		for i := range s.Statements {
			st := &s.Statements[i]
			if st.Cue == nil || len(st.Content) == 0 || !refers(st.Cue.Quote) {
				continue
			}
			b, ok := rs.placeIn(s, st.Content[0])
			sent := s.sentence(st.Cue.Start)
			a, ok2 := rs.placeIn(s, s.stretch(sent.Start, st.Cue.Start))
			if !ok || !ok2 || a.world == b.world {
				continue
			}
			f := finding{subkind: "place", strength: "medium"}
			switch {
			case atlas.Within(a.world, b.world):
				f.kind, f.explanation = travaux.Entails, fmt.Sprintf("%s lies in %s, and the report explains the one by the other: the first is finer.", a.name, b.name)
			case atlas.Within(b.world, a.world):
				f.kind, f.explanation = travaux.EntailedBy, fmt.Sprintf("%s lies in %s, and the report explains the one by the other: the second is finer.", b.name, a.name)
			default:
				continue
			}
			f.rule = "place.gloss"
			rs.put(a.span, b.span, a.name, b.name, []string{st.ID}, f)
		}
	}
}

// refers reports whether a cue introduces what somebody's words refer to.
func refers(cue string) bool {
	c := strings.ToLower(cue)
	return strings.Contains(c, "referring to") || strings.Contains(c, "reference to") || strings.Contains(c, "alluding to")
}

type placeNamed struct {
	span        travaux.Span
	world, name string
}

// placeIn is the last place that is named in a stretch and known to the world
// file.
func (rs *relations) placeIn(s *source, in travaux.Span) (p placeNamed, ok bool) {
	for _, m := range s.Named {
		if !m.in(in.Start, in.End) {
			continue
		}
		row := rs.actors.row(rs.actors.of(s, m.Actor))
		if row == nil {
			continue
		}
		switch kind, _, _ := strings.Cut(row.World, "/"); kind {
		case "place", "region", "territory":
			if !ok || int(m.Start) >= p.span.Start {
				p, ok = placeNamed{s.naming(m), row.World, row.Canonical}, true
			}
		}
	}
	return p, ok
}
