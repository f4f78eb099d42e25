package travaux_test

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// drawing is a claim to be read by a person. Drawings are in an order that
// hangs on the claim's id alone, so that the same claims are drawn again.
type drawing struct{ key, text string }

// drawer draws the claims of one reading.
type drawer struct {
	g     *travaux.Reading
	names map[string]string
	out   []drawing
}

func drawings(g *travaux.Reading, kind string) []drawing {
	d := &drawer{g: g, names: map[string]string{}}
	for _, a := range g.Actors {
		d.names[a.ID] = a.Canonical
	}
	switch kind {
	case "statements":
		d.statements()
	case "events":
		d.events()
	case "proposals":
		d.proposals()
	case "positions":
		for _, p := range g.Positions {
			d.add(p.ID, p.Span, "%s: %s (%s, %s) on %s [%s] according to %s if %q rule=%s", d.name(p.Party), p.Stance, p.Kind, p.Strength, p.Issue, fold(p.Option), p.AccordingTo, p.Conditions, p.Rule)
		}
	case "consultations":
		for _, c := range g.Consultations {
			d.add(c.ID, c.Span, "%s %s by %s: %s about %s rule=%s", d.name(c.Who...), c.Relation, d.name(c.ByWhom...), c.Polarity, fold(c.Topic), c.Rule)
		}
	case "forecasts":
		for _, f := range g.Forecasts {
			d.add(f.ID, f.Span, "%s: %s hedge=%s horizon=%s if=%s band=%s [%s] rule=%s", d.name(f.Holder), f.Type, f.Hedge, f.Horizon, fold(f.Condition), f.Band, fold(f.Proposition.Quote), f.Rule)
		}
	}
	return d.out
}

func (d *drawer) name(ids ...string) string {
	var s []string
	for _, id := range ids {
		s = append(s, d.names[id])
	}
	return strings.Join(s, "; ")
}

func (d *drawer) add(id string, s travaux.Span, format string, args ...any) {
	h := fnv.New64a()
	h.Write([]byte(id))
	what := fmt.Sprintf(format, args...)
	d.out = append(d.out, drawing{
		fmt.Sprintf("%016x", h.Sum64()),
		fmt.Sprintf("%s\t%s:%d\t%s\n\tWORDS %s\n\tSENTENCE %s", id, d.g.Report.File, s.Start, what, fold(s.Quote), fold(around(d.g, s))),
	})
}

func (d *drawer) statements() {
	for _, s := range d.g.Statements {
		if s.Attribution == travaux.ByOutlet || len(s.Spans) == 0 {
			continue
		}
		content, cue, source := "", "-", "-"
		for _, c := range s.Content {
			content += "[" + fold(c.Quote) + "]"
		}
		if s.Cue != nil {
			cue = s.Cue.Quote
		}
		if s.Source != nil {
			source = s.Source.Quote
		}
		d.add(s.ID, s.Spans[0], "%s %s speaker=%s source=%s cue=%s act=%s %s %s content=%s", s.Mode, s.Attribution, d.name(s.Speaker), source, cue, s.SpeechAct, s.Polarity, s.Certainty, content)
	}
}

func (d *drawer) events() {
	for _, e := range d.g.Events {
		var vs []string
		for _, v := range slices.Concat(e.Dates, e.Durations) {
			vs = append(vs, v.Value)
		}
		for _, v := range e.Places {
			vs = append(vs, "at "+d.name(v.Value))
		}
		d.add(e.ID, e.Span, "%s %s actors=%s recipients=%s %s rule=%s", e.Kind, e.Status, d.name(e.Actors...), d.name(e.Recipients...), strings.Join(vs, " "), e.Rule)
	}
}

func (d *drawer) proposals() {
	for _, p := range d.g.Proposals {
		var vs []string
		for _, v := range p.Names {
			vs = append(vs, v.Value)
		}
		for _, v := range p.Authors {
			vs = append(vs, "author="+d.name(v.Value))
		}
		for _, v := range p.Statuses {
			vs = append(vs, "status="+v.Value)
		}
		d.add(p.ID, p.Span, "TEXT %s", strings.Join(vs, "; "))
		for _, x := range p.Provisions {
			d.add(x.ID, x.Span, "PROVISION of [%s]: obligation=%s obliged=%s issue=%s state=%s rule=%s", p.Names[0].Value, x.Obligation, d.name(x.Obliged), x.Issue, x.AgreedState, x.Rule)
		}
	}
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// around is the sentence of a span and the one before it.
func around(g *travaux.Reading, s travaux.Span) string {
	for i, sent := range g.Sentences {
		if sent.Start <= s.Start && s.Start < sent.End {
			start := sent.Start
			if i > 0 {
				start = g.Sentences[i-1].Start
			}
			return g.Report.Text[start:max(sent.End, min(s.End, len(g.Report.Text)))]
		}
	}
	return ""
}
