package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// participants gathers who took which part in an event.
type participants struct {
	list  []travaux.Participant
	index map[string]int
}

func (ps *participants) add(s *source, cl *travaux.EventClaim, c *cast) {
	absent := cl.Status == travaux.Absent || cl.Status == travaux.ExpectedAbsence || cl.Kind == travaux.Absence
	for _, a := range cl.Actors {
		part := "actor"
		switch {
		case absent:
			part = "absent"
		case slices.Contains(cl.Hosts, a):
			part = "host"
		case slices.Contains(cl.Mediators, a):
			part = "mediator"
		}
		ps.put(s, cl, c, a, part)
	}
	for _, a := range cl.Recipients {
		ps.put(s, cl, c, a, "recipient")
	}
}

func (ps *participants) put(s *source, cl *travaux.EventClaim, c *cast, local, part string) {
	for _, id := range c.parties(s, local) {
		if id != "" && c.row(id) != nil {
			ps.putActor(s, cl, id, local, part)
		}
	}
}

func (ps *participants) putActor(s *source, cl *travaux.EventClaim, id, local, part string) {
	k := id + "\x00" + part
	i, ok := ps.index[k]
	if !ok {
		i = len(ps.list)
		ps.index[k] = i
		ps.list = append(ps.list, travaux.Participant{Actor: id, Part: part})
	}
	p := &ps.list[i]
	p.SupportedBy = append(p.SupportedBy, cl.SupportedBy...)
	p.Spans = append(p.Spans, participantSpan(s, cl, local))
}

// participantSpan is the actor's mention within the claim, else the claim.
func participantSpan(s *source, cl *travaux.EventClaim, local string) travaux.Span {
	for _, m := range s.Named {
		if m.Actor == local && m.in(cl.Start, cl.End) {
			return s.naming(m)
		}
	}
	return s.span(cl.Span)
}

func (ps *participants) sorted() []travaux.Participant {
	out := ps.list
	if out == nil {
		out = []travaux.Participant{}
	}
	for i := range out {
		out[i].SupportedBy = orderIDs(out[i].SupportedBy)
		out[i].Spans = orderSpans(out[i].Spans)
	}
	slices.SortFunc(out, func(a, b travaux.Participant) int {
		return cmp.Or(strings.Compare(a.Part, b.Part), strings.Compare(a.Actor, b.Actor))
	})
	return out
}

var kindWords = map[travaux.EventKind]string{
	travaux.PressStatement: "Press statement", travaux.DraftTabled: "Draft tabled",
	travaux.MilitaryAct: "Military act", travaux.IndustrialAction: "Industrial action",
}

// byKinds are done by someone rather than being of those who take part.
var byKinds = map[travaux.EventKind]bool{
	travaux.Publication: true, travaux.Leak: true, travaux.Speech: true, travaux.PressStatement: true,
	travaux.Readout: true, travaux.DraftTabled: true, travaux.Decision: true, travaux.Sanction: true,
	travaux.Aid: true, travaux.MilitaryAct: true, travaux.IndustrialAction: true,
}

func preposition(k travaux.EventKind) string {
	if byKinds[k] {
		return " by "
	}
	return " of "
}

// eventLabel names an event by kind, participants and place, in alphabetical
// order, so that no side comes first by design.
func eventLabel(e *travaux.Event, c *cast) string {
	word := kindWords[e.Kind]
	if word == "" && e.Kind != "" {
		word = strings.ToUpper(string(e.Kind)[:1]) + strings.ReplaceAll(string(e.Kind)[1:], "_", " ")
	}
	var names []string
	for _, p := range e.Participants {
		if p.Part != "recipient" || !byKinds[e.Kind] {
			names = append(names, inSentence(c.name(p.Actor)))
		}
	}
	label := word
	if names = orderIDs(names); len(names) > 0 {
		label += preposition(e.Kind) + listWords(names, 4)
	}
	var places []string
	for _, p := range e.Places {
		places = append(places, c.name(p.Value))
	}
	if places = orderIDs(places); len(places) > 0 {
		label += ", " + strings.Join(places[:min(len(places), 2)], " or ")
	}
	if len(names) == 0 && len(places) == 0 && len(e.Spans) > 0 { // its first words tell it from others of its kind
		label += ": “" + firstWords(e.Spans[0].Quote, 60) + "”"
	}
	return label
}

// firstWords shortens words to about n bytes, at a space.
func firstWords(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= n {
		return s
	}
	if i := strings.LastIndexByte(s[:n], ' '); i > 0 {
		return s[:i] + " …"
	}
	return s
}

// listWords joins names: "A, B and C"; beyond limit, "and others".
func listWords(names []string, limit int) string {
	if len(names) > limit {
		return strings.Join(names[:limit], ", ") + " and others"
	}
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// inSentence writes the article of a description as it stands within a
// sentence: "the alliance", not "The alliance".
func inSentence(name string) string {
	for _, article := range []string{"The ", "A ", "An ", "One "} {
		if strings.HasPrefix(name, article) {
			return strings.ToLower(article[:1]) + name[1:]
		}
	}
	return name
}
