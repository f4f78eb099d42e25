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
	Position  *travaux.Position  // the last told of equal ones; nil where no stance of the party is in the record
	Provision *travaux.Provision // nil where no provision on the issue is
	Rule      string
	Why       string
	Evidence  // the words on both sides
}

// Closeness compares a version, by its id or its text's, with what each
// principal demands, supports or refuses at the view's date, issue by issue.
// Equal stances are one line.
func (v *View) Closeness(id string) []Fit {
	d, ok := v.Draft(id)
	if !ok {
		return nil
	}
	byIssue := map[string][]*travaux.Provision{}
	for i := range d.Version.Provisions {
		x := &d.Version.Provisions[i]
		byIssue[x.Issue] = append(byIssue[x.Issue], x)
	}
	for _, list := range byIssue {
		slices.SortFunc(list, func(a, b *travaux.Provision) int {
			return cmp.Or(compareSpans(a.Spans[0], b.Spans[0]), strings.Compare(a.ID, b.ID))
		})
	}
	var out []Fit
	told := map[[2]string]bool{} // party and issue
	for _, c := range v.courses() {
		if !slices.Contains(v.principals(), c.Party) {
			continue
		}
		for _, o := range options(present(c)) {
			for _, list := range [][]*travaux.Position{o.For, o.Open, o.Against} {
				if len(list) > 0 {
					told[[2]string{c.Party, c.Issue}] = true
					out = append(out, v.fit(c.Party, list, d, byIssue[c.Issue]))
				}
			}
		}
	}
	for issue, list := range byIssue {
		for _, party := range v.principals() {
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
		return cmp.Or(strings.Compare(v.Name(a.Party), v.Name(b.Party)), strings.Compare(a.Party, b.Party), strings.Compare(a.Issue, b.Issue), compareEvidence(a.Evidence, b.Evidence), strings.Compare(string(a.Verdict), string(b.Verdict)))
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

// fit sets equal stances beside the provision of the version that has most
// words in common with them.
func (v *View) fit(party string, stances []*travaux.Position, d Draft, provisions []*travaux.Provision) Fit {
	p := stances[len(stances)-1]
	f := Fit{Party: party, Issue: p.Issue, Position: p, Verdict: NotDecided, Evidence: ofPositions(stances)}
	if p.About != "" {
		f.judgeText(p, d)
		return f
	}
	want := read(p.Option)
	n := -1
	for _, x := range provisions {
		if s := want.words.shared(read(x.Text).words); s > n {
			f.Provision, n = x, s
		}
	}
	if f.Provision == nil {
		f.Rule, f.Why = "closeness.no_provision", "No provision of the text on the issue is in the record."
		return f
	}
	f.Evidence = gather(f.Evidence, Evidence{f.Provision.SupportedBy, f.Provision.Spans})
	f.judge(want, read(f.Provision.Text))
	return f
}

// judgeText judges a stance on a text as a whole.
func (f *Fit) judgeText(p *travaux.Position, d Draft) {
	if p.About != d.Proposal.ID {
		f.Rule, f.Why = "closeness.other_text", "The stance is on another text."
		return
	}
	f.Rule, f.Why = "closeness.on_the_text", "The stance is on the text itself."
	switch DirectionOf(p.Stance) {
	case For:
		f.Verdict = Meets
	case Against:
		f.Verdict = Contrary
	case Open:
		f.Verdict = Partly
	}
}

// judge sets the words of a stance beside those of a provision.
func (f *Fit) judge(want, has phrase) {
	n := want.words.shared(has.words)
	others := otherNumbers(f.Position.Option, f.Provision.Text)
	all := n > 0 && n == len(want.words)
	most := n > 0 && 3*n >= 2*len(want.words) || want.words.alike(has.words)
	aim := Aim(f.Position)
	if has.denied && aim != Open { // what is not to be
		aim = map[Direction]Direction{For: Against, Against: For}[aim]
	}
	switch {
	case n == 0:
		f.Rule, f.Why = "closeness.other_words", "Stance and provision are on one issue, in words that have nothing in common."
	case others && aim != For:
		f.Rule, f.Why = "closeness.other_numbers", "Stance and provision are on one issue, in other numbers."
	case aim == Open && most:
		f.Verdict, f.Rule, f.Why = Partly, "closeness.conditional", "The party takes what the text provides on conditions, or has not decided."
	case aim == Against && most:
		f.Verdict, f.Rule, f.Why = Contrary, "closeness.refused", "The text provides what the party rules out or opposes."
	case aim == For && all && !others:
		f.Verdict, f.Rule, f.Why = Meets, "closeness.provided", "The text provides what the party demands or supports, in the same words and numbers."
	case aim == For && most:
		f.Verdict, f.Rule, f.Why = Partly, "closeness.provided_in_part", "The text provides most of what the party demands or supports, or provides it in other numbers."
	default:
		f.Rule, f.Why = "closeness.not_on_one_point", "Stance and provision are on one issue; that they are on one point is not told."
	}
}

// otherNumbers reports whether the stance has a number that the provision has
// not, though it has others.
func otherNumbers(option, text string) bool {
	has := map[string]bool{}
	for w := range fields(text) {
		if w[0] >= '0' && w[0] <= '9' {
			has[w] = true
		}
	}
	if len(has) == 0 {
		return false
	}
	for w := range fields(option) {
		if w[0] >= '0' && w[0] <= '9' && !has[w] {
			return true
		}
	}
	return false
}
