package judge_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
)

// line is one sentence of an invented report. what is who it is in the eyes of
// a person, whatever becomes of the text around it.
type line struct {
	what int
	text string
}

var (
	givenNames = []string{"Jana", "Emil"}
	surnames   = []string{"Roth", "Voss", "Lund"}
	towns      = []string{"Port Halle", "Sund"}
	days       = []string{"Monday", "Tuesday"}
)

func drawLine(t *rapid.T, what int) line {
	pick := func(of []string) string { return rapid.SampledFrom(of).Draw(t, "word") }
	form := rapid.SampledFrom([]string{
		"%[1]s %[2]s met %[3]s in %[4]s on %[5]s.", "On %[5]s %[2]s met the %[4]s delegation.", "%[2]s met %[3]s. ", "They met.",
	}).Draw(t, "form")
	s := fmt.Sprintf(form+"%[6]s", pick(givenNames), pick(surnames), pick(surnames), pick(towns), pick(days), "")
	return line{what, strings.TrimSpace(s)}
}

// edit makes another text of the lines: some dropped, some told twice, some
// with a word changed, others put in. Where the telling that was judged is dropped and told elsewhere, it
// has moved.
func drawEdit(t *rapid.T, in []line) []line {
	out := slices.Clone(in)
	next := 1000
	for range rapid.IntRange(0, 4).Draw(t, "edits") {
		at := rapid.IntRange(0, len(out)).Draw(t, "at")
		switch rapid.SampledFrom([]string{"put in", "drop", "tell twice", "reword"}).Draw(t, "edit") {
		case "put in":
			out = slices.Insert(out, at, drawLine(t, next))
		case "drop":
			if at < len(out) {
				gone := out[at]
				out = slices.Delete(out, at, at+1)
				if i := slices.IndexFunc(out, func(l line) bool { return l.what < 0 && l.what == -gone.what-1 }); i >= 0 {
					out[i].what = gone.what
				}
			}
		case "reword":
			if at < len(out) {
				words := strings.Fields(out[at].text)
				words[rapid.IntRange(0, len(words)-1).Draw(t, "word at")] = rapid.SampledFrom([]string{"met", "Roth", "perhaps"}).Draw(t, "other word")
				out[at] = line{next, strings.Join(words, " ")} // says something else
			}
		case "tell twice":
			if len(out) > 0 {
				of := out[rapid.IntRange(0, len(out)-1).Draw(t, "of")]
				if of.what >= 0 {
					of.what = -of.what - 1
				}
				out = slices.Insert(out, at, of)
			}
		}
		next++
	}
	return out
}

// read makes a reading of lines as some version of the rules would: with its
// own ids, wider or narrower spans, and perhaps missing something.
func read(t *rapid.T, id, file string, lines []line, version int, spaces []string) (g *travaux.Reading, claims map[string]int) {
	g, claims = &travaux.Reading{}, map[string]int{}
	var b strings.Builder
	type mark struct{ at, what int }
	var marks []mark
	for i, l := range lines {
		if i > 0 {
			b.WriteString(rapid.SampledFrom(spaces).Draw(t, "space"))
		}
		if k := strings.Index(l.text, "met"); k >= 0 {
			marks = append(marks, mark{b.Len() + k, l.what})
		}
		b.WriteString(l.text)
	}
	text := b.String()
	g.Report = &travaux.Report{ID: id, File: file, Text: text}
	for i, m := range marks {
		if version > 0 && rapid.IntRange(0, 9).Draw(t, "missed") == 0 {
			continue
		}
		end := m.at + 3
		if version%2 == 1 && m.at+4 < len(text) {
			end++ // another version's trigger is a little wider
		}
		e := travaux.EventClaim{Kind: travaux.Meeting, Status: travaux.Happened, Trigger: travaux.SpanOf(text, m.at, end)}
		e.ID, e.Span = travaux.NewID("event", id, fmt.Sprint(version, i)), e.Trigger
		g.Events = append(g.Events, e)
		claims[e.ID] = m.what
	}
	return g, claims
}

// TestJudgementsSurvive wants that whatever becomes of the text, the rules and
// the order of reports, a rejection takes out what was rejected or is listed
// for review, and nothing else is ever taken out.
func TestJudgementsSurvive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var lines []line
		for i := range rapid.IntRange(1, 6).Draw(t, "lines") {
			lines = append(lines, drawLine(t, i))
		}
		asWas, otherwise := []string{" "}, []string{" ", "\n", "\n\n", "  "}
		first, claims := read(t, "report_1", "talks.txt", lines, 0, asWas)
		target := first.Events[rapid.IntRange(0, len(first.Events)-1).Draw(t, "target")]
		meant := claims[target.ID]
		rec := &travaux.Record{}
		parts, err := judge.NewMarker(rec, []*travaux.Reading{first}, nil).Row(target.ID)
		if err != nil {
			t.Fatal(err)
		}
		j := judge.Identify(travaux.Judgement{Kind: travaux.JudgeReject, Anchors: []travaux.Anchor{parts[0].Anchor}, By: "ana", At: "2031-03-05T09:00:00Z", Reason: "misread"})

		version := rapid.IntRange(0, 3).Draw(t, "version")
		id, now, spaces := "report_1", lines, asWas
		if rapid.Bool().Draw(t, "changed") {
			id, now, spaces = "report_2", drawEdit(t, lines), otherwise
		}
		if !slices.ContainsFunc(now, func(l line) bool { return l.what == meant }) {
			// The very sentence, put in elsewhere: it has moved.
			if i := slices.IndexFunc(now, func(l line) bool { return l.text == lines[meant].text }); i >= 0 {
				now[i].what = meant
			}
		}
		second, after := read(t, id, "talks.txt", now, version, spaces)
		other, _ := read(t, "report_3", "other.txt", lines, version, asWas)
		readings := []*travaux.Reading{second, other}
		if rapid.Bool().Draw(t, "order") {
			slices.Reverse(readings)
		}
		applied := judge.Apply(readings, []travaux.Judgement{j})
		out := &travaux.Record{}
		for _, g := range readings {
			out.Reports = append(out.Reports, travaux.ReportRow{Report: *g.Report})
		}
		applied.Finish(out, same{})
		if len(out.Judgements) != 1 {
			t.Fatalf("the record lists %d judgements", len(out.Judgements))
		}
		var gone []int
		for i, g := range applied.Readings {
			left := map[string]bool{}
			for _, e := range g.Events {
				left[e.ID] = true
			}
			for _, e := range readings[i].Events {
				if !left[e.ID] {
					if g.Report.ID == "report_3" {
						t.Fatalf("a claim of another report was rejected")
					}
					gone = append(gone, after[e.ID])
				}
			}
		}
		state := out.Judgements[0].State
		switch {
		case len(gone) > 1 || len(gone) == 1 && gone[0] != meant:
			t.Fatalf("rejected %v, meant %d\nwas: %q\nis:  %q\n%+v", gone, meant, first.Report.Text, second.Report.Text, j.Anchors)
		case len(gone) == 1 && state != travaux.JudgementApplied, len(gone) == 0 && state == travaux.JudgementApplied:
			t.Fatalf("state %q with %d rejected", state, len(gone))
		}
	})
}

// decided are the kinds of judgement on a claim whose effect shows in it.
var decided = []travaux.Judgement{
	{Kind: travaux.JudgeReject}, {Kind: travaux.JudgeCorrect, Set: one("status", "cancelled")}, {Kind: travaux.JudgeNote},
}

// hit lists what became of the claims of a reading: those that a judgement
// changed or took out.
func hit(before, after *travaux.Reading) (ids []string) {
	for _, e := range before.Events {
		i := slices.IndexFunc(after.Events, func(x travaux.EventClaim) bool { return x.ID == e.ID })
		if i < 0 || after.Events[i].Status != e.Status {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// TestEveryJudgementSurvives judges several things of several reports, changes
// texts, rules and the order of reports, keeps the old version of a changed
// report or does not, and wants of every judgement that it is listed once, that
// it says what it did, and that it bore on nothing but what was meant.
func TestEveryJudgementSurvives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asWas, otherwise := []string{" "}, []string{" ", "\n", "\n\n", "  "}
		var readings []*travaux.Reading
		var list []travaux.Judgement
		what := map[string]int{}      // by claim, of all readings
		meant := map[string]int{}     // by judgement
		ofFile := map[string]string{} // by judgement
		asItWas := map[string]bool{}  // by file: neither text nor rules changed
		for n := range rapid.IntRange(1, 3).Draw(t, "reports") {
			file := fmt.Sprintf("talks%d.txt", n)
			var lines []line
			for i := range rapid.IntRange(1, 5).Draw(t, "lines") {
				lines = append(lines, drawLine(t, 100*n+i))
			}
			was, claims := read(t, "report_"+file, file, lines, 0, asWas)
			marker := judge.NewMarker(&travaux.Record{}, []*travaux.Reading{was}, nil)
			for k := range rapid.IntRange(0, 2).Draw(t, "judgements") {
				of := was.Events[rapid.IntRange(0, len(was.Events)-1).Draw(t, "of")]
				parts, err := marker.Row(of.ID)
				if err != nil {
					t.Fatal(err)
				}
				j := rapid.SampledFrom(decided).Draw(t, "kind")
				j.Anchors, j.By, j.At, j.Reason = []travaux.Anchor{parts[0].Anchor}, "ana", "2031-03-05T09:00:00Z", fmt.Sprint("misread ", n, k)
				j = judge.Identify(j)
				list = append(list, j)
				meant[j.ID], ofFile[j.ID] = claims[of.ID], file
			}
			now, id := lines, was.Report.ID
			changed := rapid.Bool().Draw(t, "changed")
			if changed {
				now, id = drawEdit(t, lines), "report_later_"+file
				for _, l := range lines { // the very sentence, elsewhere: it has moved
					if !slices.ContainsFunc(now, func(x line) bool { return x.what == l.what }) {
						if i := slices.IndexFunc(now, func(x line) bool { return x.text == l.text && (x.what >= 1000 || x.what < 0) }); i >= 0 {
							now[i].what = l.what
						}
					}
				}
			}
			version := rapid.IntRange(0, 3).Draw(t, "version")
			g, after := read(t, id, file, now, version, map[bool][]string{false: asWas, true: otherwise}[changed])
			readings = append(readings, g)
			maps.Copy(what, after)
			asItWas[file] = !changed && version == 0
			if changed && rapid.Bool().Draw(t, "the old one stays") {
				old, after := read(t, was.Report.ID, file, lines, version, asWas)
				readings = append(readings, old)
				maps.Copy(what, after)
			}
		}

		applied := judge.Apply(readings, list)
		hits := map[int]bool{}
		for i, g := range applied.Readings {
			for _, id := range hit(readings[i], g) {
				hits[what[id]] = true
				if !slices.ContainsFunc(list, func(j travaux.Judgement) bool {
					return j.Kind != travaux.JudgeNote && meant[j.ID] == what[id] && ofFile[j.ID] == g.Report.File
				}) {
					t.Fatalf("%d was changed, which nobody judged:\n%q", what[id], g.Report.Text)
				}
			}
		}
		listed := finished(applied, readings)
		if len(listed) != len(list) {
			t.Fatalf("%d of %d judgements are listed", len(listed), len(list))
		}
		for _, j := range listed {
			switch {
			case j.State == travaux.JudgementConflict: // corrected and rejected
			case j.State == travaux.JudgementApplied && j.Kind != travaux.JudgeNote && !hits[meant[j.ID]]:
				t.Fatalf("%s of %d is applied, and did nothing\nwas %q %q %q\nis %q, %v", j.Kind, meant[j.ID], j.Anchors[0].Prefix, j.Anchors[0].Quote, j.Anchors[0].Suffix, readings[0].Report.Text, j.Spans)
			case j.State != travaux.JudgementApplied && asItWas[ofFile[j.ID]]:
				t.Fatalf("%s of %d is %s, though nothing changed: %s", j.Kind, meant[j.ID], j.State, j.Why)
			case j.State != travaux.JudgementApplied && j.Why == "":
				t.Fatalf("%s is %s, and does not say why", j.Kind, j.State)
			}
		}
		again := rapid.Permutation(readings).Draw(t, "order")
		if diff := cmp.Diff(listed, finished(judge.Apply(again, rapid.Permutation(list).Draw(t, "order of judgements")), again)); diff != "" {
			t.Fatalf("in another order: %s", diff)
		}
	})
}

// finished lists the judgements as a record of the readings would.
func finished(a *judge.Applied, readings []*travaux.Reading) []travaux.Judgement {
	rec := &travaux.Record{}
	for _, g := range readings {
		rec.Reports = append(rec.Reports, travaux.ReportRow{Report: *g.Report})
	}
	a.Finish(rec, same{})
	return rec.Judgements
}

// same has every id of a record be that of its report.
type same struct{}

func (same) Actor(_, local string) string { return local }
func (same) Event(_, local string) string { return local }
func (same) Text(_, local string) string  { return local }

// TestShiftedTextIsFound wants that what stands whole in a text that grew
// around it is found, by actor as by claim.
func TestShiftedTextIsFound(t *testing.T) {
	const sentence = "Jana Roth met Emil Voss in Port Halle on Monday."
	was := "Talks resume\n\n" + sentence + " Nothing was signed."
	tests := []struct {
		name, text string
		want       travaux.JudgementState
	}{
		{"the same", was, travaux.JudgementApplied},
		{"a paragraph before", "Talks resume\n\nThe port was shut all week.\n\n" + sentence + " Nothing was signed.", travaux.JudgementApplied},
		{"a sentence between", "Talks resume\n\n" + sentence + " They shook hands. Nothing was signed.", travaux.JudgementApplied},
		{"other line breaks", "Talks resume\n\nJana Roth met Emil Voss\nin Port Halle on Monday. Nothing was signed.", travaux.JudgementApplied},
		{"the passage twice", "Talks resume\n\n" + sentence + "\n\n" + sentence + " Nothing was signed.", travaux.JudgementReview},
		{"another day", "Talks resume\n\nJana Roth met Emil Voss in Port Halle on Tuesday. Nothing was signed.", travaux.JudgementReview},
		{"gone", "Talks resume\n\nNothing was signed.", travaux.JudgementReview},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, words := range []string{"met", "Jana Roth", sentence} {
				i := strings.Index(was, words)
				a := judge.Mark(&travaux.Report{ID: "report_1", File: "a.txt", Text: was}, judge.Passage, i, i+len(words), "")
				j := judge.Identify(travaux.Judgement{Kind: travaux.JudgeNote, Anchors: []travaux.Anchor{a}, By: "ana", At: "2031-03-05T09:00:00Z", Reason: "to be asked"})
				rep := &travaux.Report{ID: "report_2", File: "a.txt", Text: tt.text}
				rec := &travaux.Record{Reports: []travaux.ReportRow{{Report: *rep}}}
				judge.Apply([]*travaux.Reading{{Report: rep}}, []travaux.Judgement{j}).Finish(rec, same{})
				got := rec.Judgements[0]
				if got.State != tt.want {
					t.Errorf("%q is %s (%s), want %s", words, got.State, got.Why, tt.want)
				}
				if tt.want == travaux.JudgementApplied && (len(got.Spans) != 1 || strings.Join(strings.Fields(got.Spans[0].Quote), " ") != words) {
					t.Errorf("%q is found at %+v", words, got.Spans)
				}
			}
		})
	}
}
