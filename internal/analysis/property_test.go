package analysis

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/travaux/travaux"
)

// drawRecord is a record of some reports about few parties and issues, so that
// much meets.
func drawRecord(t *rapid.T, tb testing.TB) *travaux.Record {
	b := &notation{t: tb, rec: &travaux.Record{}, actors: map[string]string{}, texts: map[string]int{}, events: map[string]int{}}
	pick := func(label string, list ...string) string { return rapid.SampledFrom(list).Draw(t, label) }
	n := rapid.IntRange(1, 6).Draw(t, "reports")
	for i := range n {
		b.line++
		date := "-"
		if rapid.IntRange(0, 5).Draw(t, "dated") > 0 {
			date = string((travaux.DayOf(2031, 1, 1) + travaux.Day(rapid.IntRange(0, 60).Draw(t, "day"))).EDTF())
		}
		b.row(fmt.Sprintf("report r%d %s %q", i, date, pick("outlet", "Delta Post", "River Wire", "Bay News")))
	}
	b.line++
	b.row(`text plan "the plan"`)
	b.line++
	b.row(`text answer "the answer" counter=plan`)
	for _, row := range []string{`points r0 plan 20 "a plan of 20 points"`, `points r0 answer 20 "an answer of 20 points"`} {
		b.line++
		b.row(row)
	}
	parties := []string{"Norland", "Ostland", "Westland"}
	options := []string{"a fixed figure", "no fixed figure", "a range of figures", "the repair fund", "a fund for repairs of 20 dams", "it"}
	for range rapid.IntRange(0, 25).Draw(t, "rows") {
		b.line++
		r := fmt.Sprintf("r%d", rapid.IntRange(0, n-1).Draw(t, "report"))
		by := pick("by", "", `by="an official"`, "by=Norland")
		option := pick("option", options...)
		switch pick("row", "position", "provision", "event", "forecast", "say", "consult", "status") {
		case "position":
			b.row(fmt.Sprintf("position %s %s %s %s %q %s", r, pick("party", parties...), pick("stance", "demands", "supports", "opposes", "rules_out", "wary", "conditional", "undecided", "not_stated"), pick("issue", "flow", "fund"), option, by))
		case "provision":
			b.row(fmt.Sprintf("provision %s %s %s %q %s", r, pick("text", "plan", "answer"), pick("issue", "flow", "fund"), option, by))
		case "event":
			b.row(fmt.Sprintf("event %s %s meeting %s %s \"the talks\" who=Norland,Ostland", r, pick("event", "e1", "e2"), pick("status", "scheduled", "happened", "cancelled"), pick("when", "-", "2031-01-20", "2031-02-10")))
		case "forecast":
			b.row(fmt.Sprintf("forecast %s %s prediction %q horizon=%s band=%s", r, pick("party", parties...), "the parties will sign "+option, pick("horizon", "", "2031-01-25", "2031-03-01"), pick("band", "", "55-80")))
		case "say":
			b.row(fmt.Sprintf("say %s \"\" %q", r, "the parties signed "+option))
		case "consult":
			b.row(fmt.Sprintf("consult %s %s %s %s \"told or not\"", r, pick("party", parties...), pick("relation", "consulted", "sidelined", "briefed"), pick("polarity", "yes", "no", "planned")))
		case "status":
			b.row(fmt.Sprintf("status %s %s %s \"was so\"", r, pick("text", "plan", "answer"), pick("state", "tabled", "signed")))
		}
	}
	return b.rec
}

// everything is what all analyses say of a record.
func everything(tb testing.TB, rec *travaux.Record, date travaux.EDTF) []any {
	Supersede(rec.Positions)
	rec.Corroborations = Corroborate(rec, each(rec.Statements))
	v, err := At(rec, date)
	if err != nil {
		tb.Fatal(err)
	}
	ledger := v.Ledger()
	out := []any{rec.Corroborations, v.Principals(), v.Reach(), v.Silences(), v.Courses(), v.Changes(), v.Network(), v.Negotiators(), v.Handovers(), v.Drafts(), ledger, Scores(ledger), v.Calendar(), v.Indicators()}
	for _, d := range v.Drafts() {
		out = append(out, v.Closeness(d.Version.ID))
		for _, o := range v.Drafts() {
			c, ok := v.Compare(d.Version.ID, o.Version.ID)
			out = append(out, c, ok)
		}
	}
	return out
}

func TestRowOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rec := drawRecord(rt, t)
		one := marshalled(rt, everything(t, rec, ""))
		rng := rand.New(rand.NewSource(rapid.Int64().Draw(rt, "order")))
		shuffle(rng, rec.Reports)
		shuffle(rng, rec.Actors)
		shuffle(rng, rec.Statements)
		shuffle(rng, rec.Events)
		shuffle(rng, rec.Proposals)
		shuffle(rng, rec.Positions)
		shuffle(rng, rec.Consultations)
		shuffle(rng, rec.Forecasts)
		if diff := cmp.Diff(one, marshalled(rt, everything(t, rec, ""))); diff != "" {
			rt.Fatalf("another order of rows says otherwise (-one +other):\n%s", diff)
		}
	})
}

func marshalled(t *rapid.T, list []any) []string {
	out := make([]string, len(list))
	for i, x := range list {
		b, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		out[i] = string(b)
	}
	return out
}

func shuffle[T any](rng *rand.Rand, list []T) {
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// TestEveryRowHasWords walks all results: a struct with evidence has a passage.
func TestEveryRowHasWords(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var walk func(v reflect.Value, path string)
		walk = func(v reflect.Value, path string) {
			switch v.Kind() {
			case reflect.Interface:
				walk(v.Elem(), path)
			case reflect.Pointer:
				if _, row := v.Interface().(*Resolution); row && !v.IsNil() {
					walk(v.Elem(), path)
				}
			case reflect.Slice:
				for i := range v.Len() {
					walk(v.Index(i), fmt.Sprintf("%s[%d]", path, i))
				}
			case reflect.Struct:
				if e, ok := v.Interface().(Evidence); ok {
					if len(e.Spans) == 0 {
						rt.Errorf("%s has no words", path)
					}
					return
				}
				for i := range v.NumField() {
					if v.Type().Field(i).IsExported() {
						walk(v.Field(i), path+"."+v.Type().Field(i).Name)
					}
				}
			}
		}
		for _, x := range everything(t, drawRecord(rt, t), "") {
			if c, ok := x.(Comparison); ok && c.A.Proposal == nil {
				continue // of no versions
			}
			walk(reflect.ValueOf(x), fmt.Sprintf("%T", x))
		}
	})
}

// TestLaterKnowsMore: what was known by a date is still known by a later one.
func TestLaterKnowsMore(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rec := drawRecord(rt, t)
		day := travaux.DayOf(2031, 1, 1) + travaux.Day(rapid.IntRange(0, 60).Draw(rt, "known by"))
		before := knownBy(rec, day)
		for _, x := range []*travaux.Record{before, rec} {
			Supersede(x.Positions)
			x.Corroborations = Corroborate(x, each(x.Statements))
		}
		old, now := view(t, before, day.EDTF()), view(t, rec, "2031-03-31")
		edges := now.Network().Edges
		for _, e := range old.Network().Edges {
			if !slices.ContainsFunc(edges, func(x Edge) bool {
				return x.By == e.By && x.Who == e.Who && x.Relation == e.Relation && x.Polarity == e.Polarity && x.Reports >= e.Reports
			}) {
				rt.Errorf("the edge %+v is lost", e)
			}
		}
		replaced := map[string]bool{}
		for _, p := range rec.Positions {
			replaced[p.ID] = p.Until != ""
		}
		for _, p := range before.Positions {
			if p.Until != "" && !replaced[p.ID] && p.About != "" {
				rt.Errorf("%s gave way, and then did not", p.Option)
			}
		}
		passed := map[string]bool{}
		for _, x := range now.Ledger() {
			for _, f := range append(x.Others, x.Forecast) {
				passed[f.ID] = x.Passed
			}
		}
		for _, x := range old.Ledger() {
			if x.Passed && !passed[x.Forecast.ID] {
				rt.Errorf("the horizon of %q was past, and is not", x.Forecast.Proposition)
			}
		}
	})
}

func view(tb testing.TB, rec *travaux.Record, date travaux.EDTF) *View {
	tb.Helper()
	v, err := At(rec, date)
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

// knownBy is the record without what only later reports tell.
func knownBy(rec *travaux.Record, day travaux.Day) *travaux.Record {
	out := *rec
	in := map[string]bool{}
	out.Reports = slices.DeleteFunc(slices.Clone(rec.Reports), func(r travaux.ReportRow) bool {
		iv, ok := r.Date.EDTF.Bounded()
		in[r.ID] = !ok || iv.Lo <= day
		return !in[r.ID]
	})
	gone := func(spans []travaux.Span) bool {
		return len(spans) > 0 && !slices.ContainsFunc(spans, func(s travaux.Span) bool { return in[s.Report] })
	}
	out.Statements = slices.DeleteFunc(slices.Clone(rec.Statements), func(x travaux.Statement) bool { return gone(x.Spans) })
	out.Positions = slices.DeleteFunc(slices.Clone(rec.Positions), func(x travaux.Position) bool { return gone(x.Spans) })
	out.Consultations = slices.DeleteFunc(slices.Clone(rec.Consultations), func(x travaux.Consultation) bool { return gone(x.Spans) })
	out.Forecasts = slices.DeleteFunc(slices.Clone(rec.Forecasts), func(x travaux.Forecast) bool { return gone(x.Spans) })
	out.Proposals, out.Corroborations, out.Events = nil, nil, nil
	return &out
}

func TestAtRefusesWhatIsNoDate(t *testing.T) {
	if _, err := At(&travaux.Record{}, "soon"); travaux.CodeOf(err) != travaux.CodeInvalid {
		t.Errorf("soon: %v", err)
	}
}
