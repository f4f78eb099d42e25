package explain

import (
	"sort"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// builder gathers what touches the sentence.
type builder struct {
	g     *travaux.Reading
	x     *Explanation
	names map[string]string
}

func (b *builder) all() {
	for _, m := range b.g.Mentions {
		b.add(Item{Kind: "mention", ID: m.ID, Span: m.Span, Fields: fields("type", m.Type, "sense", m.Sense, "actor", b.name(m.Actor))})
	}
	for _, t := range b.g.Timexes {
		b.add(Item{Kind: "time", ID: t.ID, Span: t.Span, Fields: fields("type", t.Type, "value", t.Value, "edtf", string(t.EDTF),
			"bound", string(t.Bound), "basis", string(t.Basis), "zone", t.Zone)})
	}
	for _, q := range b.g.Quantities {
		b.add(Item{Kind: "quantity", ID: q.ID, Span: q.Span, Fields: fields("value", q.Value, "bound", string(q.Bound), "unit", q.Unit, "of", q.Of)})
	}
	b.statements()
	b.claims()
}

func (b *builder) statements() {
	for _, s := range b.g.Statements {
		it := Item{Kind: "statement", ID: s.ID, Rule: s.Rule, Words: s.Spans}
		it.Fields = fields("speaker", b.name(s.Speaker), "with", b.list(s.JointWith), "chain", strings.Join(b.each(s.Chain), " → "),
			"mode", string(s.Mode), "attribution", string(s.Attribution), "act", string(s.SpeechAct), "polarity", string(s.Polarity), "certainty", string(s.Certainty))
		if s.Source != nil {
			it.Fields = append(it.Fields, Field{"source", s.Source.Quote})
		}
		if s.Cue != nil {
			it.Fields = append(it.Fields, Field{"cue", s.Cue.Quote})
		}
		for _, c := range s.Content {
			it.Fields = append(it.Fields, Field{"content", c.Quote})
		}
		if len(s.Spans) > 0 {
			first, last := s.Spans[0], s.Spans[len(s.Spans)-1]
			it.Span = travaux.SpanOf(b.g.Report.Text, first.Start, max(first.End, last.End))
		}
		b.add(it)
	}
}

func (b *builder) claims() {
	for _, e := range b.g.Events {
		b.claim("event", e.Claim, append(append(values("date", e.Dates), values("duration", e.Durations)...), append(b.actors("place", e.Places), values("outcome", e.Outcomes)...)...),
			[]travaux.Span{e.Trigger}, "kind", string(e.Kind), "status", string(e.Status), "actors", b.list(e.Actors), "recipients", b.list(e.Recipients))
	}
	for _, p := range b.g.Proposals {
		var more []Field
		more = append(more, values("name", p.Names)...)
		more = append(more, values("points", p.Points)...)
		more = append(more, b.actors("author", p.Authors)...)
		more = append(more, b.actors("first reported by", p.FirstReportedBy)...)
		more = append(more, values("form", p.Forms)...)
		more = append(more, values("status", p.Statuses)...)
		b.claim("text", p.Claim, more, spansOf(p.Names, p.Points, p.Authors, p.FirstReportedBy, p.Statuses, p.Dates))
		for _, v := range p.Provisions {
			b.claim("provision", v.Claim, nil, nil, "obligation", v.Obligation, "obliged", b.name(v.Obliged), "issue", v.Issue, "state", v.AgreedState)
		}
		for _, t := range p.Tracks {
			b.claim("track", t.Claim, nil, nil, "label", t.Label)
		}
	}
	for _, p := range b.g.Positions {
		b.claim("position", p.Claim, nil, nil, "party", b.name(p.Party), "issue", p.Issue, "on", p.Option, "stance", string(p.Stance),
			"kind", p.Kind, "strength", p.Strength, "according to", p.AccordingTo, "conditions", strings.Join(p.Conditions, "; "))
	}
	for _, c := range b.g.Consultations {
		b.claim("consultation", c.Claim, nil, nil, "who", b.list(c.Who), "by", b.list(c.ByWhom), "relation", c.Relation, "polarity", c.Polarity, "topic", c.Topic)
	}
	for _, f := range b.g.Forecasts {
		b.claim("forecast", f.Claim, nil, []travaux.Span{f.Proposition}, "holder", b.name(f.Holder), "type", f.Type, "hedge", f.Hedge,
			"horizon", string(f.Horizon), "condition", f.Condition, "band", f.Band)
	}
}

// claim adds a claim with its fields and the statements that carry it.
func (b *builder) claim(kind string, c travaux.Claim, more []Field, words []travaux.Span, pairs ...string) {
	it := Item{Kind: kind, ID: c.ID, Span: c.Span, Rule: c.Rule, Fields: append(fields(pairs...), more...)}
	if by := b.carriers(c.SupportedBy); by != "" {
		it.Fields = append(it.Fields, Field{"said by", by})
	}
	it.Words = append([]travaux.Span{c.Span}, words...)
	b.add(it)
}

// carriers names the speakers of statements.
func (b *builder) carriers(ids []string) string {
	var who []string
	for _, s := range b.g.Statements {
		for _, id := range ids {
			if s.ID == id {
				who = append(who, b.name(s.Speaker)+" ("+s.ID+")")
			}
		}
	}
	return strings.Join(who, ", ")
}

// add keeps an item that touches the sentence.
func (b *builder) add(it Item) {
	s := b.x.Sentence
	touches := it.Start < s.End && s.Start < it.End
	if it.Kind == "statement" || it.Kind == "text" { // its words may lie far apart
		touches = false
		for _, w := range it.Words {
			touches = touches || w.Start < s.End && s.Start < w.End
			it.Here = it.Here || w.Start <= b.x.Offset && b.x.Offset < w.End
		}
	}
	if !touches {
		return
	}
	it.Here = it.Here || it.Start <= b.x.Offset && b.x.Offset < it.End
	it.Words = inOrder(it.Words)
	if it.Rule != "" {
		it.Does = Describe(it.Kind, it.Rule)
	}
	b.x.Items = append(b.x.Items, it)
}

// inOrder sorts spans and drops empty and repeated ones.
func inOrder(spans []travaux.Span) []travaux.Span {
	out := make([]travaux.Span, 0, len(spans))
	for _, s := range spans {
		if s.End > s.Start {
			out = append(out, s)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		return out[i].Start < out[j].Start || out[i].Start == out[j].Start && out[i].End < out[j].End
	})
	n := 0
	for i, s := range out {
		if i == 0 || s.Start != out[n-1].Start || s.End != out[n-1].End {
			out[n] = s
			n++
		}
	}
	return out[:n]
}

// fields makes fields of names and values, empty ones left out.
func fields(pairs ...string) []Field {
	list := []Field{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			list = append(list, Field{pairs[i], pairs[i+1]})
		}
	}
	return list
}

func values(name string, vs []travaux.Value) (list []Field) {
	for _, v := range vs {
		list = append(list, Field{name, v.Value})
	}
	return list
}

func (b *builder) actors(name string, vs []travaux.Value) (list []Field) {
	for _, v := range vs {
		list = append(list, Field{name, b.name(v.Value)})
	}
	return list
}

func spansOf(lists ...[]travaux.Value) (out []travaux.Span) {
	for _, vs := range lists {
		for _, v := range vs {
			out = append(out, v.Spans...)
		}
	}
	return out
}

// name is an actor's name, or its id where it has none.
func (b *builder) name(id string) string {
	if n := b.names[id]; n != "" {
		return n
	}
	return id
}

func (b *builder) each(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = b.name(id)
	}
	return out
}

func (b *builder) list(ids []string) string { return strings.Join(b.each(ids), ", ") }

func at(s travaux.Span) string { return strconv.Itoa(s.Start) + "–" + strconv.Itoa(s.End) }
