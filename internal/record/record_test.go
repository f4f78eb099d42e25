package record

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// delta is a small negotiation told by four outlets: one envoy under two
// spellings, two durations, a plan with two first reporters, a counter-plan of
// as many points, an absence foretold.
func delta(t testing.TB) []*travaux.Reading {
	a := readingtest.New(t, "a", "Harbour Gazette", "2031-05-01", `Talks set for Tarn
Special envoy Oskar Wendel is to meet President Ilir Marko in Tarn on 2 May.
Foreign minister Ada Lund is expected to miss the council.`)
	wendel, marko := a.Person("Oskar Wendel", "Special envoy"), a.Person("Ilir Marko", "President")
	lund := a.Person("Ada Lund", "Foreign minister")
	tarn := a.World(travaux.ActorPlace, "Tarn", "city:tarn")
	e := a.Event(travaux.Meeting, travaux.Scheduled, "Oskar Wendel is to meet President Ilir Marko in Tarn on 2 May", wendel, marko)
	a.Date(e, "2031-05-02", "2 May")
	e.Places = []travaux.Value{a.Value(tarn, "Tarn")}
	e.Trigger = a.Span("meet")
	ab := a.Event(travaux.Absence, travaux.ExpectedAbsence, "Ada Lund is expected to miss the council", lund)
	ab.Trigger = a.Span("expected to miss")

	b := readingtest.New(t, "b", "Delta Post", "2031-05-03", `A plan leaks
Envoy Oskar Vendel met President Ilir Marko in Tarn on 2 May for a four-hour session.
The 28-point plan, first reported by River Wire, was written by Oskar Vendel. The lowlands answered with a 28-point counter-plan.
Ada Lund skipped the council.`)
	wendel, marko = b.Person("Oskar Vendel", "Envoy"), b.Person("Ilir Marko", "President")
	lund = b.Person("Ada Lund", "")
	tarn = b.World(travaux.ActorPlace, "Tarn", "city:tarn")
	wire := b.Actor(travaux.ActorMedia, "River Wire").ID
	e = b.Event(travaux.Meeting, travaux.Happened, "Oskar Vendel met President Ilir Marko in Tarn on 2 May for a four-hour session", wendel, marko)
	b.Date(e, "2031-05-02", "2 May")
	e.Durations = []travaux.Value{b.Value("PT4H", "four-hour")}
	e.Places = []travaux.Value{b.Value(tarn, "Tarn")}
	b.Event(travaux.Absence, travaux.Absent, "Ada Lund skipped the council", lund)
	p := b.Text("The 28-point plan")
	p.Points = []travaux.Value{b.Value("28", "28-point", travaux.Exact)}
	p.Authors = []travaux.Value{b.Value(wendel, "Oskar Vendel")}
	p.FirstReportedBy = []travaux.Value{b.Value(wire, "River Wire")}
	plan := p.ID
	q := b.Text("28-point counter-plan")
	q.Points = []travaux.Value{b.Value("28", "28-point counter", travaux.Exact)}
	q.CounterTo = plan

	c := readingtest.New(t, "c", "Upland Times", "2031-05-04", `Envoy's long evening
Oskar Wendel, the envoy, and Ilir Marko talked in Tarn on 2 May for over five hours.
The 28-point draft by Oskar Wendel was revealed by the Delta Post.`)
	wendel, marko = c.Person("Oskar Wendel", "envoy"), c.Person("Ilir Marko", "")
	tarn = c.World(travaux.ActorPlace, "Tarn", "city:tarn")
	post := c.Actor(travaux.ActorMedia, "Delta Post").ID
	e = c.Event(travaux.Meeting, travaux.Happened, "Oskar Wendel, the envoy, and Ilir Marko talked in Tarn on 2 May for over five hours", wendel, marko)
	c.Date(e, "2031-05-02", "2 May")
	e.Durations = []travaux.Value{c.Value("PT5H", "over five hours", travaux.Over)}
	e.Places = []travaux.Value{c.Value(tarn, "Tarn")}
	p = c.Text("The 28-point draft")
	p.Points = []travaux.Value{c.Value("28", "28-point", travaux.Exact)}
	p.Authors = []travaux.Value{c.Value(wendel, "Oskar Wendel")}
	p.FirstReportedBy = []travaux.Value{c.Value(post, "Delta Post")}

	d := readingtest.New(t, "d", "Coast Radio", "", `No date here
An official said the 28-point plan of Oskar Wendel is dead.`)
	wendel = d.Person("Oskar Wendel", "")
	off := d.Actor(travaux.ActorAnonymousPerson, "An official").ID
	st := d.Says(off, travaux.ByAnonymousPerson, "the 28-point plan of Oskar Wendel is dead")
	p = d.Text("28-point plan")
	p.Points = []travaux.Value{d.Value("28", "28-point", travaux.Exact)}
	p.Authors = []travaux.Value{d.Value(wendel, "Oskar Wendel")}
	p.SupportedBy = []string{st}
	return []*travaux.Reading{a.Reading(), b.Reading(), c.Reading(), d.Reading()}
}

func build(t testing.TB, rs []*travaux.Reading, opt Options) *travaux.Record {
	t.Helper()
	rec, err := Build(rs, opt)
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

// TestOrderDoesNotMatter: the same reports in any order, some of them twice,
// give the same bytes, for any part of them and with any dates.
func TestOrderDoesNotMatter(t *testing.T) {
	readings := delta(t)
	rapid.Check(t, func(rt *rapid.T) {
		opt := Options{
			Name:    "Delta",
			AsOf:    rapid.SampledFrom([]travaux.EDTF{"", "2031-05-01", "2031-05-02", "2031-05-03"}).Draw(rt, "as of"),
			KnownBy: rapid.SampledFrom([]travaux.EDTF{"", "2031-05-01", "2031-05-03"}).Draw(rt, "known by"),
		}
		part := readings[:rapid.IntRange(0, len(readings)).Draw(rt, "part")]
		want, _ := json.Marshal(build(t, part, opt))
		order := rapid.Permutation(slices.Concat(part, part)).Draw(rt, "order")
		got, _ := json.Marshal(build(t, order, opt))
		if string(got) != string(want) {
			rt.Fatalf("another order gives another record")
		}
	})
	if diff := cmp.Diff(delta(t), readings); diff != "" {
		t.Errorf("building changed the readings:\n%s", diff)
	}
}

// TestEveryRowStandsOnItsWords walks the whole record: every span quotes its
// report, every list is a list, every statement id exists, every contradiction
// says under which assumption it is one.
func TestEveryRowStandsOnItsWords(t *testing.T) {
	readings := delta(t)
	rec := build(t, readings, Options{Name: "Delta"})
	checkRecord(t, readings, rec)
}

func checkRecord(t *testing.T, readings []*travaux.Reading, rec *travaux.Record) {
	t.Helper()
	texts := map[string]*travaux.Report{}
	for _, r := range readings {
		texts[r.Report.ID] = r.Report
	}
	known := map[string]bool{}
	for _, s := range rec.Statements {
		known[s.ID] = true
	}
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem(), path)
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), path)
			}
		case reflect.Struct:
			if sp, ok := v.Interface().(travaux.Span); ok {
				r := texts[sp.Report]
				if r == nil || r.File != sp.File {
					t.Errorf("%s: span of no report: %+v", path, sp)
				} else if err := sp.Check(r.Text); err != nil {
					t.Errorf("%s: %v", path, err)
				}
				return
			}
			for i := range v.NumField() {
				f := v.Type().Field(i)
				switch {
				case f.Name == "SupportedBy":
					if v.Field(i).IsNil() && f.Tag.Get("json") == "supported_by" {
						t.Errorf("%s: supported_by is no list", path)
					}
					for _, id := range v.Field(i).Interface().([]string) {
						if !known[id] {
							t.Errorf("%s: no statement %s", path, id)
						}
					}
				case f.Name == "Spans" && v.Field(i).Len() == 0:
					t.Errorf("%s has no words", path)
				case f.Name == "Lines", f.Name == "Blocks":
				default:
					walk(v.Field(i), path+"."+f.Name)
				}
			}
		}
	}
	walk(reflect.ValueOf(*rec), "record")
	for _, r := range rec.Relations {
		if (r.Kind == travaux.Contradicts) != (r.HoldsIf != "") {
			t.Errorf("%s %q / %q: holds_if %q", r.Kind, r.A.Quote, r.B.Quote, r.HoldsIf)
		}
		if r.Explanation == "" || r.Rule == "" || r.Strength == "" {
			t.Errorf("relation without explanation, rule or strength: %+v", r)
		}
	}
}
