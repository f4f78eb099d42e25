package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// TestSeeds asks of the five real reports what a reader must find in their
// dossier. It names no one: what is asked for is the shape of the answer.
func TestSeeds(t *testing.T) {
	const dir = "../../../shared/seeds"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the shared reports are not beside the project")
	}
	out := filepath.Join(t.TempDir(), "dossier")
	output(t, "dossier", dir, "-o", out)
	written, err := os.ReadFile(filepath.Join(out, "record.json"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(written, output(t, "export", dir)) {
		t.Error("the dossier's record is not what export writes")
	}
	var rec travaux.Record
	if err := json.Unmarshal(written, &rec); err != nil {
		t.Fatal(err)
	}
	if n := len(rec.Reports); n != 5 || len(rec.Negotiation.Unread) != 0 {
		t.Errorf("%d reports read, %d not", n, len(rec.Negotiation.Unread))
	}

	t.Run("dates", func(t *testing.T) {
		basis := map[travaux.Basis]int{}
		weekday := 0
		for _, r := range rec.Reports {
			basis[r.Date.Basis]++
			if r.Date.Weekday != "" {
				weekday++
			}
			iv, err := r.Date.EDTF.Interval()
			if err != nil {
				t.Error(err)
			}
			if r.Date.Basis != travaux.BasisDateline && iv.Days() == 1 {
				t.Errorf("%s: a day was guessed: %s", r.File, r.Date.EDTF)
			}
		}
		if basis[travaux.BasisDateline] != 1 || weekday != 1 {
			t.Errorf("bases %v, %d with a weekday only; want one dateline, one weekday", basis, weekday)
		}
	})

	t.Run("one envoy under two spellings", func(t *testing.T) {
		if !slices.ContainsFunc(rec.Relations, func(r travaux.Relation) bool {
			return r.Kind == travaux.Variant && spelling(r.ValueA, r.ValueB) && roleOf(&rec, r.About, "envoy")
		}) {
			t.Error("no envoy's name has a variant that differs in one letter")
		}
	})

	t.Run("talks with two durations and differing dates", func(t *testing.T) {
		i := slices.IndexFunc(rec.Events, func(e travaux.Event) bool {
			return e.Kind == travaux.Meeting && len(e.Durations) == 2 && len(e.Dates) > 1
		})
		if i < 0 {
			t.Fatal("no meeting has two durations and several dates")
		}
		e := rec.Events[i]
		if got := e.Durations[0].Value + " " + e.Durations[1].Value; got != "PT4H PT5H" {
			t.Errorf("durations %s", got)
		}
		if r := relation(&rec, e.ID, travaux.Contradicts, "duration"); r == nil || r.HoldsIf == "" {
			t.Error("the durations do not contradict each other under an assumption")
		}
		for _, r := range rec.Relations {
			if r.About == e.ID && r.Subkind == "date" && r.Kind == travaux.Contradicts {
				t.Errorf("dates that can both hold are called a contradiction: %s", r.Explanation)
			}
		}
	})

	t.Run("texts", func(t *testing.T) { checkTexts(t, &rec) })

	t.Run("an absence, expected and then real", func(t *testing.T) {
		if !slices.ContainsFunc(rec.Events, func(e travaux.Event) bool {
			return e.Kind == travaux.Absence && e.Status == travaux.Absent && len(e.Reports) > 1 &&
				relation(&rec, e.ID, travaux.Updates, "status") != nil
		}) {
			t.Error("not found")
		}
	})
}

func checkTexts(t *testing.T, rec *travaux.Record) {
	var plan, counter, short *travaux.Proposal
	for i := range rec.Proposals {
		p := &rec.Proposals[i]
		switch n := points(p); {
		case n == "28" && p.CounterTo == "":
			plan = p
		case n == "28":
			counter = p
		case n == "19":
			short = p
		}
	}
	if plan == nil || counter == nil || short == nil {
		t.Fatalf("plan %v, counter-proposal %v, shorter version %v", plan != nil, counter != nil, short != nil)
	}
	if n := len(plan.FirstReportedBy); n != 2 || relation(rec, plan.ID, travaux.Contradicts, "first_report") == nil {
		t.Errorf("the plan has %d first reporters, or they do not contradict each other", n)
	}
	listed := 0
	for _, v := range plan.Versions {
		for _, p := range v.Provisions {
			if strings.HasPrefix(p.Spans[0].File, "../../../shared/seeds/003") && p.Obliged != "" && p.Obligation == "shall" {
				listed++
			}
		}
	}
	if listed != 3 {
		t.Errorf("%d provisions listed in bullets, want 3", listed)
	}
	same := func(r travaux.Relation) bool { return r.Kind == travaux.UnrelatedSameForm }
	if !slices.ContainsFunc(rec.Relations, same) {
		t.Error("two texts with the same number of points are not told apart")
	}
}

func points(p *travaux.Proposal) string {
	for _, v := range p.Versions {
		for _, n := range v.Points {
			return n.Value
		}
	}
	return ""
}

func relation(rec *travaux.Record, about string, kind travaux.RelationKind, subkind string) *travaux.Relation {
	for i, r := range rec.Relations {
		if r.About == about && r.Kind == kind && r.Subkind == subkind {
			return &rec.Relations[i]
		}
	}
	return nil
}

// spelling reports whether two names of one length differ in one letter.
func spelling(a, b string) bool {
	n := 0
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			n++
		}
	}
	return len(a) == len(b) && n == 1
}

func roleOf(rec *travaux.Record, actor, title string) bool {
	for _, a := range rec.Actors {
		if a.ID == actor {
			return slices.ContainsFunc(a.Roles, func(r travaux.Role) bool { return strings.Contains(r.Title, title) })
		}
	}
	return false
}
