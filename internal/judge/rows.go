package judge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// What an anchor can mean.
const (
	Actor        = "actor"
	Event        = "event"
	Text         = "text"
	Provision    = "provision"
	Position     = "position"
	Consultation = "consultation"
	Forecast     = "forecast"
	Statement    = "statement"
	Relation     = "relation"
	Report       = "report"
	Passage      = "passage"
)

// row is something read at a passage of a report: one naming of an actor, or
// one claim.
type row struct {
	what       string
	id         string // local to the reading
	start, end int
	reads      string
}

// rowsOf lists what was read in a report, by place.
func rowsOf(g *travaux.Reading) []row {
	var out []row
	add := func(what, id string, sp travaux.Span, reads ...string) {
		out = append(out, row{what, id, sp.Start, sp.End, words(reads...)})
	}
	typ, name := map[string]string{}, map[string]string{}
	for i := range g.Actors {
		a := &g.Actors[i]
		typ[a.ID], name[a.ID] = string(a.Type), a.Canonical
	}
	named := func(ids ...string) string {
		var out []string
		for _, id := range ids {
			out = append(out, name[id])
		}
		slices.Sort(out)
		return strings.Join(out, ", ")
	}
	seen := map[string]bool{}
	for i := range g.Mentions {
		m := &g.Mentions[i]
		if m.Actor != "" {
			seen[m.Actor] = true
			add(Actor, m.Actor, nameOf(m), typ[m.Actor])
		}
	}
	for i := range g.Actors {
		if a := &g.Actors[i]; !seen[a.ID] {
			add(Actor, a.ID, unmentioned(a), typ[a.ID], a.Canonical)
		}
	}
	for i := range g.Events {
		e := &g.Events[i]
		add(Event, e.ID, cmp.Or(e.Trigger, e.Span), string(e.Kind))
	}
	for i := range g.Proposals {
		p := &g.Proposals[i]
		add(Text, p.ID, textSpan(p))
		for k := range p.Provisions {
			v := &p.Provisions[k]
			add(Provision, v.ID, v.Span, v.Obligation, named(v.Obliged))
		}
	}
	for i := range g.Positions {
		p := &g.Positions[i]
		add(Position, p.ID, p.Span, named(p.Party), string(p.Stance), p.Issue+inner(p.Option))
	}
	for i := range g.Consultations {
		c := &g.Consultations[i]
		add(Consultation, c.ID, c.Span, c.Relation, c.Polarity, named(c.Who...))
	}
	for i := range g.Forecasts {
		f := &g.Forecasts[i]
		add(Forecast, f.ID, f.Proposition, f.Type, named(f.Holder))
	}
	for i := range g.Statements {
		s := &g.Statements[i]
		said := ""
		if len(s.Content) > 0 {
			said = clip(s.Content[0].Quote)
		}
		add(Statement, s.ID, statementSpan(s), string(s.Attribution), named(s.Speaker)+inner(said))
	}
	return out
}

// inner writes the words that tell two readings of one passage apart where all
// else is equal.
func inner(words string) string { return innerMark + words }

const innerMark = ": "

// outer is what a row reads without them.
func outer(reads string) string {
	before, _, _ := strings.Cut(reads, innerMark)
	return before
}

func words(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// nameOf is the name in a mention, without titles.
func nameOf(m *travaux.Mention) travaux.Span {
	if m.NameEnd > m.NameStart && m.Start <= m.NameStart && m.NameEnd <= m.End {
		return travaux.Span{Start: m.NameStart, End: m.NameEnd}
	}
	return m.Span
}

// unmentioned is the first words of an actor that no mention names; none for
// an outlet that only the metadata names.
func unmentioned(a *travaux.Actor) travaux.Span {
	for _, f := range a.NameForms {
		if f.First.Len() > 0 {
			return f.First
		}
	}
	return travaux.Span{}
}

func textSpan(p *travaux.ProposalClaim) travaux.Span {
	for _, v := range p.Names {
		if len(v.Spans) > 0 {
			return v.Spans[0]
		}
	}
	return p.Span
}

// statementSpan is the words that mark a statement: its cue, else what it says.
func statementSpan(s *travaux.Statement) travaux.Span {
	switch {
	case s.Cue != nil && s.Cue.Len() > 0:
		return *s.Cue
	case len(s.Content) > 0:
		return s.Content[0]
	case len(s.Spans) > 0:
		return s.Spans[0]
	}
	return travaux.Span{}
}

// choose returns the id of what was read at the place and is meant by the
// anchor; why says in plain words why there is none. Where strict, other
// readings of the same words are not what was meant.
func choose(rows []row, a *travaux.Anchor, at place, strict bool) (id, why string) {
	exact := func(r *row) bool { return r.start == at.start && r.end == at.end }
	overlap := func(r *row) bool { return r.start < at.end && at.start < r.end || exact(r) }
	same := func(r *row) bool { return r.reads == a.Reads }
	tests := []func(*row) bool{
		func(r *row) bool { return exact(r) && same(r) },
		func(r *row) bool { return overlap(r) && same(r) },
		func(r *row) bool { return exact(r) && outer(r.reads) == outer(a.Reads) },
	}
	if !strict && a.Only {
		tests = append(tests, exact) // the same words, of which something else is now said
	}
	for _, fits := range tests {
		var ids []string
		for i := range rows {
			if r := &rows[i]; r.what == a.What && fits(r) && !slices.Contains(ids, r.id) {
				ids = append(ids, r.id)
			}
		}
		switch len(ids) {
		case 1:
			return ids[0], ""
		case 0:
		default:
			return "", "the rules now read several there, and which is meant is not certain"
		}
	}
	return "", "the words are there, but the rules no longer read this in them"
}
