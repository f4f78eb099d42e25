package record

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// ownStatements refuses readings of two reports with a statement's identifier
// in common.
func (b *builder) ownStatements() error {
	of := map[string]string{} // report of a statement
	for _, r := range b.evidence() {
		for i := range r.Statements {
			id := r.Statements[i].ID
			if other, ok := of[id]; ok && other != r.Report.ID {
				return travaux.Errorf(travaux.CodeInvalid, "build record", id, "reports %s and %s share a statement's identifier", other, r.Report.ID)
			}
			of[id] = r.Report.ID
		}
	}
	return nil
}

// statements rewrites the statements of all reports to the record's actors.
func (b *builder) statements() []travaux.Statement {
	n := 0
	for _, r := range b.evidence() {
		n += len(r.Statements)
	}
	out := make([]travaux.Statement, 0, n)
	for _, r := range b.evidence() {
		out = append(out, b.statementsOf(r)...)
	}
	return out
}

// wholeStatements rewrites the statements of the reports that a sketched draft
// has whole.
func (b *builder) wholeStatements() (out []travaux.Statement) {
	for _, r := range b.evidence() {
		if b.whole[r.Report.ID] != nil {
			out = append(out, b.statementsOf(r)...)
		}
	}
	return out
}

// keepJudged keeps the statements of those reports, now that they name the
// judgements that they rest on.
func (b *builder) keepJudged(list []travaux.Statement) {
	b.judged = map[string][]travaux.Statement{}
	for id := range b.whole {
		b.judged[id] = nil
	}
	for _, st := range list {
		b.judged[st.Report] = append(b.judged[st.Report], st)
	}
}

// said yields the record's statements; those of a sketched record one report at a
// time.
func (b *builder) said(rec *travaux.Record) iter.Seq[*travaux.Statement] {
	return func(yield func(*travaux.Statement) bool) {
		if !b.sketched() {
			for i := range rec.Statements {
				if !yield(&rec.Statements[i]) {
					return
				}
			}
			return
		}
		for _, r := range b.evidence() {
			list := b.statementsOf(r)
			for i := range list {
				if !yield(&list[i]) {
					return
				}
			}
		}
	}
}

// statementsOf rewrites the statements of a report, each id once: with all that
// they show, where its reading was given whole.
func (b *builder) statementsOf(g *travaux.Reading) []travaux.Statement {
	if whole := b.whole[g.Report.ID]; whole != nil {
		g = whole
	}
	out := make([]travaux.Statement, 0, len(g.Statements))
	seen := make(map[string]bool, len(g.Statements))
	for i := range g.Statements {
		if st := &g.Statements[i]; !seen[st.ID] {
			seen[st.ID] = true
			out = append(out, b.statement(g.Report.ID, *st))
		}
	}
	return out
}

func (b *builder) statement(report string, st travaux.Statement) travaux.Statement {
	st.Report = report
	st.Speaker = b.of(report).Actor(report, st.Speaker)
	st.Chain = b.actors(report, st.Chain)
	st.JointWith = b.actors(report, st.JointWith)
	st.Venue = b.of(report).Actor(report, st.Venue)
	st.Source, st.Cue = b.ptr(report, st.Source), b.ptr(report, st.Cue)
	st.Content = b.spans(report, st.Content)
	if st.SaidAt != nil {
		at := *st.SaidAt
		at.Span = b.ptr(report, at.Span)
		st.SaidAt = &at
	}
	st.Spans = b.spans(report, st.Spans)
	if len(st.Spans) == 0 {
		for _, p := range []*travaux.Span{st.Source, st.Cue} {
			if p != nil {
				st.Spans = append(st.Spans, *p)
			}
		}
		st.Spans = append(st.Spans, st.Content...)
	}
	if len(st.Spans) == 0 {
		st.Spans = []travaux.Span{b.of(report).Anchor(report)}
	}
	return st
}

func (b *builder) actors(report string, local []string) []string {
	out := make([]string, 0, len(local))
	for _, l := range local {
		if l != "" {
			out = append(out, b.of(report).Actor(report, l))
		}
	}
	return out
}

// parties are actors, with the two for whom “both sides” stands.
func (b *builder) parties(report string, local []string) []string {
	out := make([]string, 0, len(local))
	for _, l := range local {
		if l != "" {
			out = append(out, b.of(report).Parties(report, l)...)
		}
	}
	return out
}

func (b *builder) ptr(report string, sp *travaux.Span) *travaux.Span {
	if sp == nil {
		return nil
	}
	out := b.of(report).Span(report, *sp)
	return &out
}

func (b *builder) spans(report string, in []travaux.Span) []travaux.Span {
	out := make([]travaux.Span, 0, len(in))
	for _, sp := range in {
		out = append(out, b.of(report).Span(report, sp))
	}
	return out
}

// ofClaim is the span of a claim as the spans of a row.
func (b *builder) ofClaim(report string, c travaux.Claim) []travaux.Span {
	return []travaux.Span{b.of(report).Span(report, c.Span)}
}

func (b *builder) positions() []travaux.Position {
	var out []travaux.Position
	for _, r := range b.readings {
		id := r.Report.ID
		for _, p := range r.Positions {
			for i, party := range b.res.Parties(id, p.Party) {
				row := travaux.NewID("position", id, p.ID)
				if i > 0 {
					row = travaux.NewID("position", id, p.ID, party)
				}
				out = append(out, travaux.Position{
					ID: row, Party: party, Issue: p.Issue, Option: p.Option,
					Stance: p.Stance, Strength: p.Strength, Kind: p.Kind, Conditions: append([]string{}, p.Conditions...), AccordingTo: p.AccordingTo,
					About: b.res.Text(id, p.About), From: p.From, Asserted: r.Report.Date.EDTF, Since: p.Since,
					SupportedBy: orderIDs(p.SupportedBy), Spans: b.ofClaim(id, p.Claim),
				})
			}
		}
	}
	return ordered(out, func(p travaux.Position) (travaux.Span, string) { return p.Spans[0], p.ID })
}

func (b *builder) consultations() []travaux.Consultation {
	var out []travaux.Consultation
	for _, r := range b.readings {
		id := r.Report.ID
		for _, c := range r.Consultations {
			about := b.res.Text(id, c.About)
			if about == "" {
				about = b.res.Event(id, c.About)
			}
			out = append(out, travaux.Consultation{
				ID: travaux.NewID("consultation", id, c.ID), Who: orderIDs(b.parties(id, c.Who)), ByWhom: orderIDs(b.parties(id, c.ByWhom)),
				Relation: c.Relation, Polarity: c.Polarity, About: about, Topic: c.Topic,
				SupportedBy: orderIDs(c.SupportedBy), Spans: b.ofClaim(id, c.Claim),
			})
		}
	}
	return ordered(out, func(c travaux.Consultation) (travaux.Span, string) { return c.Spans[0], c.ID })
}

func (b *builder) forecasts() []travaux.Forecast {
	var out []travaux.Forecast
	for _, r := range b.readings {
		id := r.Report.ID
		for _, f := range r.Forecasts {
			proposition := b.res.Span(id, f.Proposition)
			out = append(out, travaux.Forecast{
				ID: travaux.NewID("forecast", id, f.ID), Holder: b.res.Actor(id, f.Holder), Proposition: proposition.Quote,
				Hedge: f.Hedge, Type: f.Type, Horizon: f.Horizon, Condition: f.Condition, Band: f.Band, Scale: f.Scale,
				SupportedBy: orderIDs(f.SupportedBy), Spans: b.ofClaim(id, f.Claim),
			})
		}
	}
	return ordered(out, func(f travaux.Forecast) (travaux.Span, string) { return f.Spans[0], f.ID })
}

// ordered sorts rows by the place of their first span, then by id, and drops
// rows of one id.
func ordered[T any](rows []T, key func(T) (travaux.Span, string)) []T {
	slices.SortFunc(rows, func(x, y T) int {
		a, i := key(x)
		b, j := key(y)
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Report, b.Report), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(i, j))
	})
	return slices.CompactFunc(rows, func(x, y T) bool {
		_, i := key(x)
		_, j := key(y)
		return i == j
	})
}

// orderSpans sorts spans by report and place and drops repetitions.
func orderSpans(in []travaux.Span) []travaux.Span {
	return ordered(slices.Clone(in), func(s travaux.Span) (travaux.Span, string) {
		return s, fmt.Sprintf("%s %d %d", s.Report, s.Start, s.End)
	})
}

// issues lists the issues that a position or provision touches, with the
// passages that do, and the issues above them with all passages below.
func (b *builder) issues(rec *travaux.Record) []travaux.Issue {
	parent := map[string]string{}
	for _, is := range b.opt.Issues {
		parent[is.ID] = is.Parent
	}
	touched := map[string][]travaux.Span{}
	touch := func(id string, spans []travaux.Span) {
		for steps := 0; id != "" && steps <= len(parent); steps++ { // a circle of parents ends
			touched[id] = append(touched[id], spans...)
			id = parent[id]
		}
	}
	for _, p := range rec.Positions {
		touch(p.Issue, p.Spans)
	}
	for _, p := range rec.Proposals {
		for _, v := range p.Versions {
			for _, pr := range v.Provisions {
				touch(pr.Issue, pr.Spans)
			}
		}
	}
	out := []travaux.Issue{}
	for _, is := range b.opt.Issues {
		if spans := touched[is.ID]; len(spans) > 0 {
			is.Spans = slices.Compact(orderSpans(spans))
			out = append(out, is)
		}
	}
	slices.SortFunc(out, func(a, b travaux.Issue) int { return strings.Compare(a.ID, b.ID) })
	return out
}
