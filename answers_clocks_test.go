package travaux_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/answer"
)

// TestAnswersKeepBothClocks asks every question of records as of and known by
// the day of each report of both examples: nothing published later may be
// quoted of what was known, and nothing that came about later told of what was.
func TestAnswersKeepBothClocks(t *testing.T) {
	for _, folder := range []string{"harbour", "river"} {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			s := subject(t, "", filepath.Join("examples", folder))
			published := map[string]travaux.Interval{}
			var days []travaux.Day
			for _, r := range s.Record.Reports {
				if iv, ok := r.Date.EDTF.Bounded(); ok {
					published[r.ID] = iv
					days = append(days, iv.Hi)
				}
			}
			slices.Sort(days)
			days = slices.Compact(days)
			c := &clocks{s: s, published: published}
			for _, day := range days[:len(days)-1] {
				c.knownBy(t, day)
				c.asOf(t, day)
				c.asked(t, day)
			}
		})
	}
}

// clocks checks answers by the dates of what they quote.
type clocks struct {
	s         answer.Subject
	published map[string]travaux.Interval
}

func (c *clocks) at(t *testing.T, asOf, knownBy travaux.EDTF) *answer.Index {
	t.Helper()
	rec, err := c.s.At(asOf, knownBy)
	if err != nil {
		t.Fatal(err)
	}
	return answer.NewIndex(answer.Subject{Record: rec, Readings: c.s.Readings, At: c.s.At})
}

// none complains of passages of reports published after a day.
func (c *clocks) none(t *testing.T, ans *answer.Answer, day travaux.Day, what string) {
	t.Helper()
	for _, r := range ans.Rows {
		for _, sp := range r.Spans {
			if iv, ok := c.published[sp.Report]; ok && iv.Lo > day && (what != "as of" || !c.saidBy(r.ID, day)) {
				t.Errorf("%s %s %s: “%s” of %s, published %s", ans.ID, what, day.EDTF(), sp.Quote, filepath.Base(sp.File), iv.Lo.EDTF())
				return
			}
		}
	}
}

// saidBy reports whether a row is a statement that its report dates on a day or
// before it.
func (c *clocks) saidBy(id string, day travaux.Day) bool {
	i := slices.IndexFunc(c.s.Record.Statements, func(st travaux.Statement) bool { return st.ID == id })
	if i < 0 || c.s.Record.Statements[i].SaidAt == nil {
		return false
	}
	iv, ok := c.s.Record.Statements[i].SaidAt.EDTF.Bounded()
	return ok && iv.Lo <= day
}

func (c *clocks) knownBy(t *testing.T, day travaux.Day) {
	x := c.at(t, "", day.EDTF())
	for _, q := range answer.Questions() {
		ans, err := x.Ask(q.ID, nil)
		if err != nil {
			t.Errorf("%s known by %s: %v", q.ID, day.EDTF(), err)
			continue
		}
		c.none(t, ans, day, "known by")
	}
	for id, set := range map[string]map[string]string{"J11": {"to": "2099-01-01"}, "R3": {"date": "2099-01-01"}} {
		ans, err := x.Ask(id, set)
		if err != nil {
			t.Errorf("%s known by %s: %v", id, day.EDTF(), err)
			continue
		}
		c.none(t, ans, day, "asked of a later date, known by")
	}
}

// asOf looks for what is told to have come about after a day. What somebody said
// came about when they said it.
func (c *clocks) asOf(t *testing.T, day travaux.Day) {
	x := c.at(t, day.EDTF(), "")
	for _, id := range []string{"J4", "J6", "M8", "R1", "C7", "M11", "R4"} {
		ans, err := x.Ask(id, nil)
		if err != nil {
			t.Errorf("%s as of %s: %v", id, day.EDTF(), err)
			continue
		}
		c.none(t, ans, day, "as of")
	}
	rec, err := c.s.At(day.EDTF(), "")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]bool{}
	for _, e := range rec.Events {
		rows[e.ID] = true
	}
	for _, id := range []string{"C1", "R5", "R8", "J3", "R3", "J11"} {
		ans, err := x.Ask(id, nil)
		if err != nil {
			t.Errorf("%s as of %s: %v", id, day.EDTF(), err)
			continue
		}
		for _, r := range ans.Rows {
			if slices.ContainsFunc(c.s.Record.Events, func(e travaux.Event) bool { return e.ID == r.ID }) && !rows[r.ID] {
				t.Errorf("%s as of %s: the event %s had not come about", id, day.EDTF(), r.ID)
			}
		}
	}
}

// asked gives questions that take a date an earlier one.
func (c *clocks) asked(t *testing.T, day travaux.Day) {
	x := answer.NewIndex(c.s)
	for id, param := range map[string]string{"M11": "date", "C7": "date", "R3": "date", "J11": "to"} {
		set := map[string]string{param: string(day.EDTF())}
		if id == "J11" {
			set["from"] = set["to"]
		}
		ans, err := x.Ask(id, set)
		if err != nil {
			t.Errorf("%s asked of %s: %v", id, day.EDTF(), err)
			continue
		}
		c.none(t, ans, day, "asked of")
	}
}
