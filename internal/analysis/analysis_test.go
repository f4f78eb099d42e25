package analysis

import (
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

var update = flag.Bool("update", false, "rewrite the expectations; read the difference")

// TestSubjects reads the records of testdata, each with what a careful reader
// expects of it below "--".
func TestSubjects(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d records: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			record, want, _ := strings.Cut(string(b), "\n--\n")
			got := told(t, parse(t, record))
			if *update {
				if err := os.WriteFile(file, []byte(record+"\n--\n"+got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func each(list []travaux.Statement) iter.Seq[*travaux.Statement] {
	return func(yield func(*travaux.Statement) bool) {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}
}

// told writes what the analyses say of a record, a line a finding.
func told(t *testing.T, rec *travaux.Record) string {
	t.Helper()
	Supersede(rec.Positions)
	rec.Corroborations = Corroborate(rec, each(rec.Statements))
	v, err := At(rec, "")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	line := func(kind string, cells ...any) {
		fmt.Fprintf(&out, "%s: ", kind)
		for i, c := range cells {
			if i > 0 {
				out.WriteString(" | ")
			}
			fmt.Fprint(&out, c)
		}
		out.WriteByte('\n')
	}
	line("principals", v.names(v.Principals()))
	for _, c := range rec.Corroborations {
		if len(c.Rows) > 1 || c.Independent > 1 || c.SingleAnonymous {
			line("fact", c.Fact, c.Independent, strings.Join(c.Chains, ", "), map[bool]string{true: "one unnamed person"}[c.SingleAnonymous], "first "+strings.Join(c.FirstReports, ", "))
		}
	}
	for _, r := range v.Reach() {
		line("reach", r.Issue, r.Standing, r.Rule, "blocked by "+quotes(r.Blockers), "silent "+v.names(r.Silent))
	}
	for _, c := range v.Changes() {
		line("change", v.Name(c.Party), c.Issue, c.Kind, c.From, c.To, c.When, c.Matter)
	}
	for _, p := range rec.Positions {
		if p.Until != "" {
			line("until", v.Name(p.Party), p.Stance, p.Option, p.Until)
		}
	}
	v.toldTexts(line)
	for _, e := range v.Network().Edges {
		line("edge", orWord(v.Name(e.By), "?"), v.Name(e.Who), e.Relation, e.Polarity, e.Sense, e.Reports)
	}
	for _, n := range v.Negotiators() {
		line("negotiator", v.Name(n.Party), v.Name(n.Person), n.How, n.First, n.Last)
	}
	for _, h := range v.Handovers() {
		line("handover", v.Name(h.Party), v.Name(h.Before), v.Name(h.After), h.When)
	}
	ledger := v.Ledger()
	for _, x := range ledger {
		rule := ""
		if x.Resolution != nil {
			rule = x.Resolution.Rule + " “" + x.Resolution.Spans[0].Quote + "”"
		}
		line("forecast", v.Name(x.Forecast.Holder), x.Forecast.Proposition, x.Resolvable, x.Fate, rule)
	}
	for _, s := range Scores(ledger) {
		line("score", s.Group, s.N, s.BaseRate, s.Brier, s.Log, s.Proposed)
	}
	for _, e := range v.Calendar() {
		if e.Event != nil {
			line("calendar", e.State, e.When, e.Before, e.Event.Label)
		}
	}
	for _, x := range v.Indicators() {
		var weeks []string
		for _, w := range x.Weeks {
			weeks = append(weeks, fmt.Sprintf("%s %d/%d", w.Week, w.N, w.Of))
		}
		line("indicator", x.ID, fmt.Sprintf("%d/%d", x.Now.N, x.Now.Of), strings.Join(weeks, ", "))
	}
	return out.String()
}

func (v *View) toldTexts(line func(string, ...any)) {
	for _, d := range v.Drafts() {
		for _, l := range d.Links {
			line("link", d.Proposal.Label, l.How, l.Why)
			if l.How != BasisOf && l.How != CounteredBy {
				continue
			}
			c, _ := v.Compare(d.Proposal.ID, l.To)
			for _, p := range c.Points {
				a, b := "not in the record", "not in the record"
				if p.A != nil {
					a = p.A.Text
				}
				if p.B != nil {
					b = p.B.Text
				}
				line("point", p.Change, p.Issue, a, b)
			}
		}
		for _, f := range v.Closeness(d.Version.ID) {
			option := "no stance"
			if f.Position != nil {
				option = string(f.Position.Stance) + " " + f.Position.Option
			}
			line("fit", d.Proposal.Label, v.Name(f.Party), f.Issue, f.Verdict, f.Rule, option)
		}
	}
}

func (v *View) names(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, v.Name(id))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func quotes(list []*travaux.Position) string {
	var out []string
	for _, p := range list {
		out = append(out, "“"+p.Option+"”")
	}
	return strings.Join(out, " ")
}
