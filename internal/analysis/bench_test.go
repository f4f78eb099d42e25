package analysis

import (
	"fmt"
	"testing"

	"github.com/travaux/travaux"
)

// hoard is a record of n reports in two years: of each, ten statements, four
// positions, five forecasts, three events and some provisions, of 40 parties on
// 30 issues.
func hoard(n int) *travaux.Record {
	rec := &travaux.Record{}
	words := []string{"tariff", "border", "fund", "ceasefire", "quota", "prisoner", "grain", "inspection", "pension", "emission", "harbour", "water", "treaty", "visa", "court", "subsidy", "mine", "refugee", "loan", "export"}
	phrase := func(i int) string {
		return fmt.Sprintf("the %s %s of the %s %s region %d", words[i%20], words[i/20%20], words[i/7%20], words[i/3%20], i%17)
	}
	for i := range 240 {
		typ := travaux.ActorState
		if i >= 40 {
			typ = travaux.ActorPerson
		}
		if i >= 180 {
			typ = travaux.ActorMedia
		}
		rec.Actors = append(rec.Actors, travaux.Actor{ID: fmt.Sprint("a", i), Canonical: fmt.Sprint("Actor ", i), Type: typ})
	}
	start := travaux.DayOf(2030, 1, 1)
	span := func(i, at int, quote string) []travaux.Span {
		r := fmt.Sprint("r", i)
		return []travaux.Span{{Report: r, File: r, Start: 200 * at, End: 200*at + len(quote), Quote: quote}}
	}
	stances := []travaux.Stance{travaux.Demands, travaux.Supports, travaux.Opposes, travaux.RulesOut, travaux.Wary, travaux.Conditional}
	for k := range 200 {
		rec.Proposals = append(rec.Proposals, travaux.Proposal{ID: fmt.Sprint("p", k), Label: fmt.Sprint("plan ", k), Versions: []travaux.Version{{ID: fmt.Sprint("v", k)}}})
	}
	for i := range n {
		day := (start + travaux.Day(i*700/n)).EDTF()
		outlet := fmt.Sprint("a", 180+i%60)
		rec.Reports = append(rec.Reports, travaux.ReportRow{
			Report: travaux.Report{ID: fmt.Sprint("r", i), File: fmt.Sprint("r", i), Outlet: travaux.Field{Value: outlet}, Date: travaux.DocTime{EDTF: day}}, Spans: span(i, 0, "headline"),
		})
		for k := range 40 {
			text := phrase(i*31 + k*7)
			rec.Statements = append(rec.Statements, travaux.Statement{
				ID: fmt.Sprintf("s%d.%d", i, k), Report: fmt.Sprint("r", i), Speaker: outlet, Attribution: travaux.ByOutlet, Chain: []string{outlet}, Certainty: travaux.CertainTrue,
				Content: span(i, k, text), Spans: span(i, k, text),
			})
		}
		by := func(k int) []string { return []string{fmt.Sprintf("s%d.%d", i, k)} }
		for k := range 4 {
			x := i*13 + k*5
			rec.Positions = append(rec.Positions, travaux.Position{
				ID: fmt.Sprintf("pos%d.%d", i, k), Party: fmt.Sprint("a", x%11*x%40), Issue: fmt.Sprint("issue", x%7*x%30), Option: phrase(x), Stance: stances[x%6], Asserted: day,
				SupportedBy: by(k), Spans: span(i, k, phrase(x)),
			})
		}
		for k := range 5 {
			f := travaux.Forecast{ID: fmt.Sprintf("f%d.%d", i, k), Holder: fmt.Sprint("a", (i*3+k)%240), Type: "prediction", Proposition: phrase(i*17 + k), SupportedBy: by(10 + k), Spans: span(i, 10+k, phrase(i*17+k))}
			if k == 0 {
				f.Horizon = (start + travaux.Day(i*700/n) + 20).EDTF()
			}
			rec.Forecasts = append(rec.Forecasts, f)
		}
		for k := range 3 {
			e := travaux.Event{ID: fmt.Sprintf("e%d.%d", i, k), Label: "Meeting", Kind: travaux.Meeting, Status: travaux.Happened, SupportedBy: by(20 + k), Spans: span(i, 20+k, "met")}
			e.Statuses = []travaux.Value{{Value: "happened", SupportedBy: by(20 + k), Spans: e.Spans}}
			e.Dates = []travaux.Value{{Value: string(day), SupportedBy: by(20 + k), Spans: e.Spans}}
			e.Participants = []travaux.Participant{{Actor: fmt.Sprint("a", i%40), Spans: e.Spans}, {Actor: fmt.Sprint("a", (i+k)%40), Spans: e.Spans}}
			rec.Events = append(rec.Events, e)
		}
		if i%3 == 0 {
			rec.Consultations = append(rec.Consultations, travaux.Consultation{ID: fmt.Sprint("c", i), Who: []string{fmt.Sprint("a", i%40)}, Relation: "consulted", Polarity: "no", SupportedBy: by(30), Spans: span(i, 30, "was not asked")})
		}
		p := &rec.Proposals[i%200]
		p.Reports, p.Spans, p.SupportedBy = append(p.Reports, fmt.Sprint("r", i)), append(p.Spans, span(i, 31, "the plan")...), append(p.SupportedBy, by(31)...)
		v := &p.Versions[0]
		v.Spans, v.SupportedBy = p.Spans, p.SupportedBy
		v.Provisions = append(v.Provisions, travaux.Provision{ID: fmt.Sprint("x", i), Issue: fmt.Sprint("issue", i%30), Text: phrase(i * 5), SupportedBy: by(32), Spans: span(i, 32, phrase(i*5))})
	}
	return rec
}

func BenchmarkAnalyses(b *testing.B) {
	rec := hoard(10000)
	Supersede(rec.Positions)
	rec.Corroborations = Corroborate(rec, each(rec.Statements))
	v, err := At(rec, "")
	if err != nil {
		b.Fatal(err)
	}
	for _, x := range []struct {
		name string
		f    func()
	}{
		{"At", func() { _, _ = At(rec, "") }},
		{"Corroborate", func() { Corroborate(rec, each(rec.Statements)) }},
		{"Supersede", func() { Supersede(rec.Positions) }},
		{"Courses", func() { v.Courses() }},
		{"Changes", func() { v.Changes() }},
		{"Reach", func() { v.Reach() }},
		{"Network", func() { v.Network() }},
		{"Negotiators", func() { v.Handovers() }},
		{"Drafts", func() { v.Drafts() }},
		{"Compare", func() { v.Compare("p0", "p1") }},
		{"Closeness", func() { v.Closeness("p0") }},
		{"Ledger", func() { v.Ledger() }},
		{"Calendar", func() { v.Calendar() }},
		{"Indicators", func() { v.Indicators() }},
	} {
		b.Run(x.name, func(b *testing.B) {
			for b.Loop() {
				x.f()
			}
		})
	}
}
