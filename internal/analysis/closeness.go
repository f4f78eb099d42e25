package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Verdict is how a version stands to a party's demand.
type Verdict string

// The verdicts; never a number.
const (
	Meets      Verdict = "meets"
	Partly     Verdict = "partly"
	Contrary   Verdict = "against"
	NotDecided Verdict = "unknown"
)

// Fit is a version beside one stance of a party on an issue.
type Fit struct {
	Party     string
	Issue     string
	Verdict   Verdict
	Position  *travaux.Position  // nil where no stance of the party is in the record
	Provision *travaux.Provision // nil where no provision on the issue is
	Rule      string
	Why       string
	Evidence  // the words on both sides
}

// Closeness compares a version, by its id or its text's, with what each
// principal demands or rules out at the view's date, issue by issue.
func (v *View) Closeness(id string) []Fit {
	d, ok := v.Draft(id)
	if !ok {
		return nil
	}
	words := newLexicon()
	byIssue := map[string][]*travaux.Provision{}
	for i := range d.Version.Provisions {
		x := &d.Version.Provisions[i]
		byIssue[x.Issue] = append(byIssue[x.Issue], x)
	}
	var out []Fit
	told := map[[2]string]bool{} // party and issue
	for _, c := range v.Courses() {
		if !slices.Contains(v.principals, c.Party) {
			continue
		}
		for _, p := range present(c) {
			told[[2]string{c.Party, c.Issue}] = true
			out = append(out, v.fit(c.Party, p, d, byIssue[c.Issue], words))
		}
	}
	for issue, list := range byIssue {
		for _, party := range v.principals {
			if issue == "" || issue == travaux.OtherIssue || told[[2]string{party, issue}] {
				continue
			}
			out = append(out, Fit{
				Party: party, Issue: issue, Verdict: NotDecided, Provision: list[0], Rule: "closeness.no_stance",
				Why: "No stance of the party on the issue is in the record.", Evidence: gather(Evidence{list[0].SupportedBy, list[0].Spans}),
			})
		}
	}
	slices.SortStableFunc(out, func(a, b Fit) int {
		return cmp.Or(strings.Compare(v.Name(a.Party), v.Name(b.Party)), strings.Compare(a.Party, b.Party), strings.Compare(a.Issue, b.Issue), compareEvidence(a.Evidence, b.Evidence))
	})
	return out
}

// present are the stances of a course that have not given way to others.
func present(c Course) []*travaux.Position {
	var out []*travaux.Position
	for _, pt := range c.Points {
		for _, s := range pt.Stances {
			if s.SupersededBy == "" {
				out = append(out, s.Position)
			}
		}
	}
	return append(out, c.Undated...)
}

func (v *View) fit(party string, p *travaux.Position, d Draft, provisions []*travaux.Provision, words *lexicon) Fit {
	f := Fit{Party: party, Issue: p.Issue, Position: p, Verdict: NotDecided, Evidence: gather(Evidence{p.SupportedBy, p.Spans})}
	if p.About == d.Proposal.ID {
		f.Rule, f.Why = "closeness.on_the_text", "The stance is on the text itself."
		switch DirectionOf(p.Stance) {
		case For:
			f.Verdict = Meets
		case Against:
			f.Verdict = Contrary
		case Open:
			f.Verdict = Partly
		}
		return f
	}
	var best *travaux.Provision
	var n int
	want := words.words(p.Option)
	for _, x := range provisions {
		if s := want.shared(words.words(x.Text)); best == nil || s > n {
			best, n = x, s
		}
	}
	if best == nil {
		f.Rule, f.Why = "closeness.no_provision", "No provision of the text on the issue is in the record."
		return f
	}
	f.Provision = best
	f.Evidence = gather(f.Evidence, Evidence{best.SupportedBy, best.Spans})
	has := words.words(best.Text)
	f.Verdict, f.Rule, f.Why = judge(p, want, has)
	return f
}

// judge sets the words of a stance beside those of a provision.
func judge(p *travaux.Position, want, has wordSet) (Verdict, string, string) {
	n := want.shared(has)
	all := n > 0 && n == len(want)
	switch d := DirectionOf(p.Stance); {
	case n == 0:
		return NotDecided, "closeness.other_words", "Stance and provision are on one issue, in words that have nothing in common."
	case d == Against && (all || want.alike(has)):
		return Contrary, "closeness.refused", "The text provides what the party rules out or opposes."
	case d == For && all:
		return Meets, "closeness.provided", "The text provides what the party demands or supports, in the same words."
	case d == For:
		return Partly, "closeness.provided_in_part", "The text provides for some of what the party demands or supports."
	case d == Open:
		return Partly, "closeness.conditional", "The party takes what the text provides on conditions, or has not decided."
	}
	return NotDecided, "closeness.other_words", "Stance and provision are on one issue, and whether on one point is not told."
}
