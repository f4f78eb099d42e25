package judge_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
	"github.com/travaux/travaux/internal/record"
)

// ferry is two reports of one negotiation over a ferry line, as a reader would
// have them.
func ferry(t *testing.T) []*travaux.Reading {
	t.Helper()
	a := readingtest.New(t, "a", "Delta Post", "2031-03-06", "Ferry talks\nJana Roth met Emil Voss in Sund for three hours. Roth backs the night ferry. The night ferry may run by June.")
	roth := a.Actor(travaux.ActorPerson, "Jana Roth", "Roth").ID
	voss := a.Actor(travaux.ActorPerson, "Emil Voss").ID
	a.Voice("Jana Roth met Emil Voss in Sund for three hours.")
	met := a.Event(travaux.Meeting, travaux.Happened, "met", roth, voss)
	met.Durations = []travaux.Value{a.Value("PT3H", "three hours")}
	backs := a.Voice("Roth backs the night ferry.")
	g := a.Reading()
	g.Positions = append(g.Positions, travaux.PositionClaim{
		Claim: travaux.Claim{ID: "position_a", Span: a.Span("backs the night ferry"), SupportedBy: []string{backs}},
		Party: roth, Issue: "other", Option: "the night ferry", Stance: travaux.Supports, Strength: "plain", Kind: "position", AccordingTo: "reported",
	})
	may := a.Voice("The night ferry may run by June.")
	g.Forecasts = append(g.Forecasts, travaux.ForecastClaim{
		Claim:  travaux.Claim{ID: "forecast_a", Span: a.Span("The night ferry may run by June"), SupportedBy: []string{may}},
		Holder: a.Outlet(), Proposition: a.Span("The night ferry may run by June"), Type: "prediction", Horizon: "2031-06",
	})

	b := readingtest.New(t, "b", "Sund Wire", "2031-03-07", "Ferry talks go on\nJ. Holm met Emil Voss for four hours.")
	holm := b.Actor(travaux.ActorPerson, "J. Holm").ID
	voss2 := b.Actor(travaux.ActorPerson, "Emil Voss").ID
	b.Voice("J. Holm met Emil Voss for four hours.")
	met2 := b.Event(travaux.Meeting, travaux.Happened, "met", holm, voss2)
	met2.Durations = []travaux.Value{b.Value("PT4H", "four hours")}
	return []*travaux.Reading{g, b.Reading()}
}

// docket makes judgements on a record, one after another.
type docket struct {
	t        *testing.T
	readings []*travaux.Reading
	list     []travaux.Judgement
	rec      *travaux.Record
}

func newDocket(t *testing.T) *docket {
	d := &docket{t: t, readings: ferry(t)}
	d.build()
	return d
}

func (d *docket) build() {
	d.t.Helper()
	rec, err := record.Build(d.readings, record.Options{Name: "ferry", Judgements: d.list})
	if err != nil {
		d.t.Fatal(err)
	}
	d.rec = rec
}

func (d *docket) marker() *judge.Marker { return judge.NewMarker(d.rec, d.readings, d.list) }

func (d *docket) anchors(ids ...string) (out []travaux.Anchor) {
	d.t.Helper()
	for _, id := range ids {
		parts, err := d.marker().Row(id)
		if err != nil {
			d.t.Fatal(err)
		}
		for _, p := range parts {
			out = append(out, p.Anchor)
		}
	}
	return out
}

// decide keeps a judgement and returns its id.
func (d *docket) decide(by string, j travaux.Judgement) string {
	d.t.Helper()
	j.By, j.At, j.Reason = by, "2031-03-08T09:00:00Z", "so it was"
	j = judge.Identify(j)
	if err := judge.Check(&j); err != nil {
		d.t.Fatal(err)
	}
	d.list = append(d.list, j)
	d.build()
	return j.ID
}

func (d *docket) state(id string) travaux.JudgementState {
	for _, j := range d.rec.Judgements {
		if j.ID == id {
			return j.State
		}
	}
	return "not listed"
}

func (d *docket) actor(name string) string {
	d.t.Helper()
	i := slices.IndexFunc(d.rec.Actors, func(a travaux.Actor) bool {
		return a.Canonical == name || slices.ContainsFunc(a.NameForms, func(f travaux.NameForm) bool { return f.Form == name })
	})
	if i < 0 {
		d.t.Fatalf("no actor %q", name)
	}
	return d.rec.Actors[i].ID
}

func (d *docket) durations() (out []string) {
	for _, e := range d.rec.Events {
		for _, v := range e.Durations {
			out = append(out, v.Value)
		}
	}
	slices.Sort(out)
	return out
}

func one(field, value string) []travaux.Setting {
	return []travaux.Setting{{Field: field, Value: value}}
}

func TestMergeAndUndo(t *testing.T) {
	d := newDocket(t)
	before := len(d.rec.Actors)
	id := d.decide("ana", travaux.Judgement{Kind: travaux.JudgeMerge, Anchors: d.anchors(d.actor("Jana Roth"), d.actor("J. Holm"))})
	if len(d.rec.Actors) != before-1 || d.actor("Jana Roth") != d.actor("J. Holm") {
		t.Errorf("%d actors after the merge, %d before", len(d.rec.Actors), before)
	}
	undo := d.decide("ben", travaux.Judgement{Kind: travaux.JudgeUndo, Undoes: id})
	if d.state(id) != travaux.JudgementUndone || len(d.rec.Actors) != before {
		t.Errorf("undone: %s, %d actors", d.state(id), len(d.rec.Actors))
	}
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeUndo, Undoes: undo})
	if d.state(id) != travaux.JudgementApplied || d.state(undo) != travaux.JudgementUndone {
		t.Errorf("the undo undone: %s, %s", d.state(id), d.state(undo))
	}
}

func TestSplitSetsAReportApart(t *testing.T) {
	d := newDocket(t)
	parts, err := d.marker().Row(d.actor("Emil Voss"))
	if err != nil || len(parts) != 2 {
		t.Fatalf("%d parts, %v", len(parts), err)
	}
	var anchors []travaux.Anchor
	for i, p := range parts {
		p.Side = i + 1
		anchors = append(anchors, p.Anchor)
	}
	n := len(d.rec.Actors)
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeSplit, Anchors: anchors})
	if len(d.rec.Actors) != n+1 {
		t.Errorf("%d actors, want %d", len(d.rec.Actors), n+1)
	}
}

func TestCorrectRejectAndConflict(t *testing.T) {
	d := newDocket(t)
	met := d.rec.Events[slices.IndexFunc(d.rec.Events, func(e travaux.Event) bool { return slices.Contains(e.Reports, "report_a") })].ID
	anchors := d.anchors(met)
	c := d.decide("ana", travaux.Judgement{Kind: travaux.JudgeCorrect, Anchors: anchors, Set: one("duration", "PT5H")})
	if !slices.Contains(d.durations(), "PT5H") || slices.Contains(d.durations(), "PT3H") {
		t.Errorf("durations after the correction: %v", d.durations())
	}
	other := d.decide("ben", travaux.Judgement{Kind: travaux.JudgeCorrect, Anchors: anchors, Set: one("duration", "PT2H")})
	if d.state(c) != travaux.JudgementConflict || d.state(other) != travaux.JudgementConflict || !slices.Contains(d.durations(), "PT3H") {
		t.Errorf("in conflict: %s, %s, durations %v", d.state(c), d.state(other), d.durations())
	}
	d.decide("ben", travaux.Judgement{Kind: travaux.JudgeUndo, Undoes: other})
	r := d.decide("ben", travaux.Judgement{Kind: travaux.JudgeReject, Anchors: anchors})
	if d.state(c) != travaux.JudgementConflict || d.state(r) != travaux.JudgementConflict {
		t.Errorf("a rejected correction: %s, %s", d.state(c), d.state(r))
	}
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeUndo, Undoes: c})
	if d.state(r) != travaux.JudgementApplied || slices.Contains(d.durations(), "PT3H") {
		t.Errorf("rejected: %s, durations %v", d.state(r), d.durations())
	}
}

func TestPositionForecastAndGrade(t *testing.T) {
	d := newDocket(t)
	stance := d.decide("ana", travaux.Judgement{Kind: travaux.JudgeCorrect, Anchors: d.anchors(d.rec.Positions[0].ID), Set: one("stance", "wary")})
	if got := d.rec.Positions[0]; got.Stance != travaux.Wary || !slices.Contains(got.Judgements, stance) {
		t.Errorf("position %+v", got)
	}
	// A later judgement on what was corrected bears on the same claim.
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeCorrect, Anchors: d.anchors(d.rec.Positions[0].ID), Set: one("strength", "strong")})
	if got := d.rec.Positions[0]; got.Stance != travaux.Wary || got.Strength != "strong" {
		t.Errorf("position %+v", got)
	}
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeResolve, Anchors: d.anchors(d.rec.Forecasts[0].ID), Set: one("resolution", "came_true")})
	if d.rec.Forecasts[0].Resolution != "came_true" {
		t.Errorf("forecast %+v", d.rec.Forecasts[0])
	}
	outlet := d.anchors(d.actor("Delta Post"))
	g := d.decide("ana", travaux.Judgement{Kind: travaux.JudgeReliability, Anchors: outlet, Set: one("reliability", "B")})
	h := d.decide("ben", travaux.Judgement{Kind: travaux.JudgeCredibility, Anchors: outlet, Set: one("credibility", "2")})
	if d.state(g) != travaux.JudgementApplied || d.state(h) != travaux.JudgementApplied {
		t.Errorf("graded independently: %s, %s", d.state(g), d.state(h))
	}
}

func TestAddAndJudgeWhatWasAdded(t *testing.T) {
	d := newDocket(t)
	at, err := d.marker().Quoted("report_b", judge.Event, "Ferry talks go on")
	if err != nil {
		t.Fatal(err)
	}
	who, err := d.marker().Named("report_b", "Emil Voss")
	if err != nil {
		t.Fatal(err)
	}
	n := len(d.rec.Events)
	add := travaux.Judgement{Kind: travaux.JudgeAdd, Anchors: []travaux.Anchor{at}, Set: []travaux.Setting{
		{Field: "kind", Value: "vote"}, {Field: "actors", Value: "Emil Voss", Means: &who},
	}}
	first := d.decide("ana", add)
	if len(d.rec.Events) != n+1 {
		t.Fatalf("%d events after one was added to %d", len(d.rec.Events), n)
	}
	d.decide("ben", add) // he reads the same there: it is one
	if len(d.rec.Events) != n+1 {
		t.Fatalf("%d events after it was added twice", len(d.rec.Events))
	}
	vote := d.rec.Events[slices.IndexFunc(d.rec.Events, func(e travaux.Event) bool { return e.Kind == travaux.Vote })]
	if len(vote.Participants) != 1 || len(vote.SupportedBy) != 1 || !slices.Contains(vote.Judgements, first) {
		t.Errorf("added %+v", vote)
	}
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeCorrect, Anchors: d.anchors(vote.ID), Set: one("status", "scheduled")})
	i := slices.IndexFunc(d.rec.Events, func(e travaux.Event) bool { return e.Kind == travaux.Vote })
	if i < 0 || d.rec.Events[i].Status != travaux.Scheduled {
		t.Error("what was added cannot be corrected")
	}
}

func TestChoose(t *testing.T) {
	d := newDocket(t)
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeMerge, Anchors: d.anchors(d.actor("Jana Roth"), d.actor("J. Holm"))})
	s, err := d.marker().Value(d.actor("Jana Roth"), "name", "J. Holm")
	if err != nil {
		t.Fatal(err)
	}
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeChoose, Anchors: d.anchors(d.actor("Jana Roth"))[:1], Set: []travaux.Setting{s}})
	if !slices.ContainsFunc(d.rec.Actors, func(a travaux.Actor) bool { return a.Canonical == "J. Holm" }) {
		t.Error("the name chosen is not shown")
	}
	if len(d.rec.Events) != 1 {
		t.Fatalf("%d events of the same two people a day apart", len(d.rec.Events))
	}
	if s, err = d.marker().Value(d.rec.Events[0].ID, "duration", "PT4H"); err != nil {
		t.Fatal(err)
	}
	id := d.decide("ana", travaux.Judgement{Kind: travaux.JudgeChoose, Anchors: d.anchors(d.rec.Events[0].ID)[:1], Set: []travaux.Setting{s}})
	if v, ok := travaux.Shown(d.rec.Events[0].Durations); !ok || d.rec.Events[0].Durations[0].Value != "PT4H" || v.Value != "PT4H" || v.Judgement != id || len(d.durations()) != 2 {
		t.Errorf("shown %+v of %v", v, d.durations())
	}
	if _, err := d.marker().Value(d.rec.Events[0].ID, "duration", "PT9H"); travaux.CodeOf(err) != travaux.CodeNotFound {
		t.Errorf("a value that nobody reports: %v", err)
	}
}

// TestChosenPlaceLeadsTheLabel wants a label to name what was chosen first.
func TestChosenPlaceLeadsTheLabel(t *testing.T) {
	d := &docket{t: t, readings: talksInTwoPlaces(t)}
	d.build()
	if got := d.rec.Events[0].Label; !strings.HasSuffix(got, ", Port Halle or Sund") {
		t.Fatalf("label %q", got)
	}
	s, err := d.marker().Value(d.rec.Events[0].ID, "place", "Sund")
	if err != nil {
		t.Fatal(err)
	}
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeChoose, Anchors: d.anchors(d.rec.Events[0].ID)[:1], Set: []travaux.Setting{s}})
	e := d.rec.Events[0]
	if v, _ := travaux.Shown(e.Places); v.Judgement == "" || len(e.Places) != 2 || !strings.HasSuffix(e.Label, ", Sund or Port Halle") {
		t.Errorf("%q, places %+v", e.Label, e.Places)
	}
}

// talksInTwoPlaces is one meeting that two reports put in different towns.
func talksInTwoPlaces(t *testing.T) []*travaux.Reading {
	t.Helper()
	var out []*travaux.Reading
	for i, town := range []string{"Port Halle", "Sund"} {
		b := readingtest.New(t, string(rune('a'+i)), "Delta Post", "2031-03-06", "Talks\nJana Roth met Emil Voss in "+town+" on 5 March 2031.")
		roth, voss := b.Actor(travaux.ActorPerson, "Jana Roth").ID, b.Actor(travaux.ActorPerson, "Emil Voss").ID
		place := b.Actor(travaux.ActorPlace, town).ID
		b.Voice("Jana Roth met Emil Voss in " + town + " on 5 March 2031.")
		e := b.Event(travaux.Meeting, travaux.Happened, "met", roth, voss)
		e.Dates = []travaux.Value{b.Value("2031-03-05", "5 March 2031")}
		e.Places = []travaux.Value{b.Value(place, town)}
		out = append(out, b.Reading())
	}
	return out
}

// TestAnyOrder wants the same record whatever the order of reports and of
// judgements, and the readings left as they were.
func TestAnyOrder(t *testing.T) {
	d := newDocket(t)
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeMerge, Anchors: d.anchors(d.actor("Jana Roth"), d.actor("J. Holm"))})
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeCorrect, Anchors: d.anchors(d.rec.Positions[0].ID), Set: one("stance", "wary")})
	d.decide("ben", travaux.Judgement{Kind: travaux.JudgeReject, Anchors: d.anchors(d.rec.Forecasts[0].ID)})
	want := d.rec
	slices.Reverse(d.list)
	slices.Reverse(d.readings)
	d.build()
	if diff := cmp.Diff(want, d.rec); diff != "" {
		t.Error(diff)
	}
	fresh := ferry(t)
	slices.Reverse(fresh)
	if diff := cmp.Diff(fresh, d.readings); diff != "" {
		t.Errorf("the readings were changed: %s", diff)
	}
}

// TestUnionOfFiles wants two analysts' files to make one, line by line or by
// the program, with nothing lost.
func TestUnionOfFiles(t *testing.T) {
	d := newDocket(t)
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeReject, Anchors: d.anchors(d.rec.Forecasts[0].ID)})
	d.decide("ben", travaux.Judgement{Kind: travaux.JudgeNote})
	d.decide("ana", travaux.Judgement{Kind: travaux.JudgeReliability, Anchors: d.anchors(d.actor("Delta Post")), Set: one("reliability", "B")})
	file := func(list []travaux.Judgement) string {
		var b bytes.Buffer
		if err := judge.Write(&b, list); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	ana, ben := file(d.list[:2]), file(d.list[1:])
	got, err := judge.Read("both", strings.NewReader(ben+ana))
	if err != nil {
		t.Fatal(err)
	}
	if file(got) != file(d.list) {
		t.Errorf("put together:\n%swant:\n%s", file(got), file(d.list))
	}
	_, err = judge.Read("merging", strings.NewReader(strings.Replace(ana, "\n", "\n<<<<<<< ours\n", 1)))
	if travaux.CodeOf(err) != travaux.CodeMalformed || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("a merge that was not finished: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("{\"format\":\"travaux.judgements/1\"}\n"))
	a := travaux.Anchor{What: judge.Event, Report: "report_1", File: "a.txt", Start: 3, End: 6, Quote: "met", Prefix: "We ", Suffix: "."}
	for _, j := range []travaux.Judgement{
		{Kind: travaux.JudgeNote, By: "ana", At: "2031-03-05T09:00:00Z", Reason: "ask"},
		{Kind: travaux.JudgeReject, By: "ana", At: "2031-03-05T09:00:00Z", Reason: "no", Anchors: []travaux.Anchor{a}},
		{Kind: travaux.JudgeCorrect, By: "bén", At: "2031-03-05T09:00:00Z", Reason: "so", Anchors: []travaux.Anchor{a}, Set: []travaux.Setting{{Field: "date", Value: "2031-03"}}},
	} {
		var b bytes.Buffer
		if err := judge.Write(&b, []travaux.Judgement{judge.Identify(j)}); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	rep := &travaux.Report{ID: "report_1", File: "a.txt", Text: "We met. They met."}
	f.Fuzz(func(t *testing.T, body []byte) {
		list, err := judge.Read("fuzz", bytes.NewReader(body))
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := judge.Write(&b, list); err != nil {
			t.Fatal(err)
		}
		again, err := judge.Read("again", &b)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(list, again); diff != "" {
			t.Fatal(diff)
		}
		rec := &travaux.Record{Reports: []travaux.ReportRow{{Report: *rep}}}
		judge.Apply([]*travaux.Reading{{Report: rep}}, list).Finish(rec, same{})
		if len(rec.Judgements) != len(list) {
			t.Fatalf("%d judgements listed of %d", len(rec.Judgements), len(list))
		}
	})
}
