package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// voices relates the ways in which a report names one source: an unnamed one
// by differing descriptions, and an institution by its name and by whoever
// spoke for it.
func (rs *relations) voices() {
	for _, s := range rs.sources {
		rs.descriptions(s)
		rs.spokespersons(s)
	}
}

// described is one wording for an unnamed source.
type described struct {
	span       travaux.Span
	head, tail string // "person", "familiar effort"
	support    []string
}

// descriptions relates the first full description of an unnamed person to the
// others of the report that describe it in other words.
func (rs *relations) descriptions(s *source) {
	for i := range s.Actors {
		a := &s.Actors[i]
		if a.Type != travaux.ActorAnonymousPerson {
			continue
		}
		var list []described
		for _, f := range a.NameForms {
			if d, ok := describe(s.span(f.First)); ok {
				list = append(list, d)
			}
		}
		for j := range s.Statements {
			st := &s.Statements[j]
			if st.Source != nil && (st.Speaker == a.ID || slices.Contains(st.JointWith, a.ID)) {
				if d, ok := describe(s.span(*st.Source)); ok && (len(st.JointWith) == 0 || numbersOff(st.Source.Quote)) {
					d.support = []string{st.ID}
					list = append(list, d)
				}
			}
		}
		slices.SortStableFunc(list, func(a, b described) int { return a.span.Start - b.span.Start })
		rs.describedApart(s, a, list)
	}
}

func (rs *relations) describedApart(s *source, a *travaux.Actor, list []described) {
	if len(list) == 0 {
		return
	}
	first := list[0]
	for _, d := range list[1:] {
		if sharesOrAdds(first, d) || d.span.Overlaps(first.span) {
			continue // repeats it, adds to it, or only points back to it
		}
		rs.put(first.span, d.span, first.span.Quote, d.span.Quote, d.support, finding{
			kind: travaux.Variant, subkind: "name", strength: "medium", about: rs.actors.of(s, a.ID), rule: "variant.description",
			explanation: fmt.Sprintf("“%s” and “%s” are taken for one unnamed source of this report.", first.span.Quote, d.span.Quote),
		})
		return
	}
}

// sharesOrAdds reports whether one description has all the telling words of the
// other.
func sharesOrAdds(a, b described) bool {
	x, y := strings.Fields(a.tail), strings.Fields(b.tail)
	return within(x, y) || within(y, x)
}

// sourceHeads are the nouns that name an unnamed source and nothing more of it.
var sourceHeads = wordSet(`person people individual individuals source sources official officials diplomat diplomats aide aides
 adviser advisers advisor advisors delegate delegates negotiator negotiators member members participant participants insider insiders`)

// describe takes the wording of a source apart: the noun, and what tells it
// from others, without articles and the count of it.
func describe(span travaux.Span) (d described, ok bool) {
	d.span = span
	var tail []string
	for w := range strings.FieldsSeq(fold(span.Quote)) {
		w = strings.Trim(w, ".,;:")
		switch {
		case d.head == "" && sourceHeads[w]:
			d.head = strings.TrimSuffix(w, "s")
		case len(w) > 3 && !vagueSourceWords[w]:
			tail = append(tail, w)
		}
	}
	if d.head == "people" {
		d.head = "person"
	}
	d.tail = strings.Join(tail, " ")
	return d, d.head != ""
}

var vagueSourceWords = wordSet("this that these those same first second third fourth another other with about from their whom were both")

// ordinals count off the unnamed sources of a report.
var ordinals = wordSet("first second third fourth fifth")

// numbersOff reports whether the words for several sources count them off:
// "the first and third individuals", which describes each of them.
func numbersOff(words string) bool {
	n := 0
	for w := range strings.FieldsSeq(fold(words)) {
		if ordinals[strings.Trim(w, ",")] {
			n++
		}
	}
	return n > 1
}

// spokeswords begin the titles of those whose words are their institution's.
var spokeswords = []string{"spokes", "press secretary"}

// nearVoice is how many bytes may lie between what an institution is reported
// to say and the words of whoever spoke for it.
const nearVoice = 500

// spokespersons relates a statement of an institution to the one that follows
// it by the person who spoke for it: one source, named twice.
func (rs *relations) spokespersons(s *source) {
	for i := range s.Statements {
		st := &s.Statements[i]
		if st.Source == nil || seeming(st.Cue) || st.Mode == travaux.Attitude || st.Attribution != travaux.ByNamedOrg && st.Attribution != travaux.ByCollective {
			continue
		}
		for j := i + 1; j < min(len(s.Statements), i+6); j++ {
			next := &s.Statements[j]
			if next.Source == nil || next.Attribution != travaux.ByNamedPerson || next.Source.Start < st.Source.End {
				continue
			}
			if next.Source.Start-st.Source.End < nearVoice && rs.speaksFor(s, next, rs.actors.of(s, st.Speaker)) {
				rs.sameVoice(s, st, next)
				break
			}
		}
	}
}

// seeming reports whether a cue is how the outlet reads an institution, not
// what that says.
func seeming(cue *travaux.Span) bool {
	return cue != nil && (strings.Contains(cue.Quote, "appear") || strings.Contains(cue.Quote, "seem"))
}

func (rs *relations) sameVoice(s *source, st, next *travaux.Statement) {
	a := s.span(*st.Source)
	if st.Cue != nil && st.Cue.Start > st.Source.Start {
		a = s.stretch(st.Source.Start, max(st.Source.End, st.Cue.End))
	}
	b := s.span(*next.Source)
	rs.put(a, b, st.Source.Quote, next.Source.Quote, []string{st.ID, next.ID}, finding{
		kind: travaux.EntailedBy, subkind: "attribution", strength: "medium", rule: "attribution.spokesperson", about: rs.actors.of(s, next.Speaker),
		explanation: fmt.Sprintf("“%s” and “%s” are one source: the second names who spoke for the first.", st.Source.Quote, next.Source.Quote),
	})
}

// speaksFor reports whether the speaker of a statement is called a spokesperson
// of the institution: by a role in any report, or by the words of the source
// ("the president's spokesman").
func (rs *relations) speaksFor(s *source, st *travaux.Statement, institution string) bool {
	row := rs.actors.row(rs.actors.of(s, st.Speaker))
	if row == nil || institution == "" {
		return false
	}
	spokes := func(title string) bool {
		t := fold(title)
		return slices.ContainsFunc(spokeswords, func(w string) bool { return strings.Contains(t, w) })
	}
	if !spokes(st.Source.Quote) && !slices.ContainsFunc(row.Roles, func(r travaux.Role) bool { return spokes(r.Title) }) {
		return false
	}
	if rs.belongs(row.ID, institution) {
		return true
	}
	master, _, ok := strings.Cut(strings.ReplaceAll(st.Source.Quote, "’", "'"), "'s ")
	if !ok {
		return false
	}
	for i := range s.Actors {
		a := &s.Actors[i]
		if slices.ContainsFunc(a.NameForms, func(f travaux.NameForm) bool { return strings.EqualFold(f.Form, master) }) {
			id := rs.actors.of(s, a.ID)
			return id == institution || rs.belongs(id, institution)
		}
	}
	return false
}
