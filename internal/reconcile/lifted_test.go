package reconcile

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

const (
	own      = "A brass band played outside the town hall while the councillors argued about parking fees until dusk. The mayor left early, and nobody could say where she had gone.\n"
	elsehow  = "Schoolchildren released forty paper boats on the canal in memory of the old lock keeper. Rain fell all afternoon and the boats went under one after another.\n"
	taken    = "The negotiators of both unions met behind the fish market for nearly seven hours and left by separate doors. Neither delegation would say whether the wage table had been opened at all.\n"
	reworded = "The negotiators of both unions met behind the fish market for nearly seven hours on Friday and left by separate doors. Neither of the delegations would say whether the wage table had been opened at all.\n"
	boats    = "By our staff\n" + elsehow + "Two of the oldest boats were pulled out by a man with a rake, who asked not to be thanked. The canal will be drained in spring for repairs to its western wall.\n"
	speech   = "“We met behind the fish market for nearly seven hours and left by separate doors, and I shall not say whether the wage table had been opened at all,” she said.\n"
)

func TestLifted(t *testing.T) {
	type report struct{ id, outlet, date, text string }
	tests := []struct {
		name     string
		reports  []report
		by, from string // "" for none
		strength string
	}{
		{"nothing in common", []report{{"a", "Quay Post", "2031-05-02", own}, {"b", "Bay News", "2031-05-03", elsehow}}, "", "", ""},
		{"a paragraph of another outlet", []report{{"a", "Quay Post", "2031-05-02", own + taken}, {"b", "Bay News", "2031-05-03", boats + taken}}, "b", "a", "medium"},
		{"with some words changed", []report{{"a", "Quay Post", "2031-05-02", own + taken}, {"b", "Bay News", "2031-05-03", boats + reworded}}, "b", "a", "medium"},
		{"with credit, though dated before", []report{{"a", "Quay Post", "2031-05-03", own + taken}, {"b", "Bay News", "2031-05-02", boats + "The Quay Post wrote first.\n" + taken}}, "b", "a", "strong"},
		{"of unknown order", []report{{"a", "Quay Post", "", own + taken}, {"b", "Bay News", "", boats + taken}}, "b", "a", "weak"},
		{"the same speech", []report{{"a", "Quay Post", "2031-05-02", own + speech}, {"b", "Bay News", "2031-05-03", boats + speech}}, "", "", ""},
		{"of one outlet", []report{{"a", "Bay News", "2031-05-02", own + taken}, {"b", "Bay News", "2031-05-03", boats + taken}}, "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var rs []*travaux.Reading
			for _, r := range tt.reports {
				rs = append(rs, readingtest.New(t, r.id, r.outlet, r.date, "Headline "+r.id+"\n"+r.text).Reading())
			}
			var got []string
			for _, r := range Reconcile(rs, nil).Relations {
				if r.Rule != "derives_from.passage" {
					continue
				}
				got = append(got, strings.TrimPrefix(r.A.Report, "report_")+" "+strings.TrimPrefix(r.B.Report, "report_")+" "+r.Strength)
				if !strings.HasPrefix(r.A.Quote, "The negotiators") || !strings.HasSuffix(r.A.Quote, "at all.") || !strings.HasPrefix(r.B.Quote, "The negotiators") || !strings.HasSuffix(r.B.Quote, "at all.") {
					t.Errorf("the passages are %q and %q", r.A.Quote, r.B.Quote)
				}
			}
			want := []string{tt.by + " " + tt.from + " " + tt.strength}
			if tt.by == "" {
				want = nil
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A passage that two outlets took is chained to its origin by both, not from
// the one to the other.
func TestLiftedFromTheFirst(t *testing.T) {
	var rs []*travaux.Reading
	for i, text := range []string{own + taken, boats + taken, "Nobody swept the square that week, and the pigeons took it over. A broom was bought at last and stood in a corner of the market hall until the first frost.\n" + strings.ReplaceAll(speech, "fish", "meat") + taken} {
		rs = append(rs, readingtest.New(t, string(rune('a'+i)), "Outlet "+string(rune('A'+i)), "2031-05-0"+string(rune('2'+i)), "Headline "+string(rune('a'+i))+"\n"+text).Reading())
	}
	var got []string
	for _, r := range Reconcile(rs, nil).Relations {
		if r.Rule == "derives_from.passage" {
			got = append(got, r.A.Report+" "+r.B.Report)
		}
	}
	if diff := cmp.Diff([]string{"report_b report_a", "report_c report_a"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCompared(t *testing.T) {
	a := readingtest.New(t, "a", "River Wire", "2031-05-02", "X\n"+story+other).Reading()
	b := readingtest.New(t, "b", "Bay News", "2031-05-03", "Y\n"+story+"A local shop has sold out of paint, its owner said.\n").Reading()
	c := Reconcile([]*travaux.Reading{a, b}, nil).Compared["report_b"]
	if c == nil || c.With != "report_a" || c.Shared < 80 || c.Shared > 90 {
		t.Fatalf("compared: %+v", c)
	}
	var got []string
	for _, s := range append(c.Only, c.OtherOnly...) {
		got = append(got, s.Report+": "+s.Quote)
	}
	want := []string{"report_b: A local shop has sold out of paint, its owner said.", "report_a: " + strings.TrimSpace(other)}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
