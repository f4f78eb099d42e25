package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Standing is how far the principals' stances on an issue leave room.
type Standing string

// The standings of an issue.
const (
	InReach  Standing = "in reach"
	Blocked  Standing = "blocked"
	NotKnown Standing = "unknown"
)

// Reach is the reach test of one issue, without numbers.
type Reach struct {
	Issue    string
	Standing Standing
	Rule     string // the rule that decided, see doc/analysis.md
	Why      string // the same in a plain sentence
	// Options are what the stances are on, each told by the words of a report.
	Options []Option
	// Stances are the principals' present stances, Blockers those that stand in
	// the way, Silent the principals of whom no stance is in the record.
	Stances  []*travaux.Position
	Blockers []*travaux.Position
	Silent   []string
	Evidence // of the stances
}

// Option is one way to settle an issue, or a part of one, with the stances of
// the principals on it.
type Option struct {
	Words   string
	About   string // proposal id, of a stance on a text
	For     []*travaux.Position
	Open    []*travaux.Position
	Against []*travaux.Position
}

// Reach tests every issue on which a principal has a stance: by issue. Only
// stances that hold at the view's date count, and none that only an opponent
// ascribes.
func (v *View) Reach() []Reach {
	var out []Reach
	for _, s := range v.stancesByIssue() {
		if r, ok := v.reach(s, func(x held) bool { return x.until == nil }); ok {
			out = append(out, r)
		}
	}
	return out
}

// issueStances are all stances of principals on an issue, past ones too.
type issueStances struct {
	issue string
	list  []held
}

// held is a stance with the time in which it is known to have held.
type held struct {
	*travaux.Position
	from  *travaux.Interval // nil of one without a date
	until *travaux.Interval // nil while it holds
	point int               // the same number for stances on one matter
}

func (v *View) stancesByIssue() []issueStances {
	by := map[string][]held{}
	for _, c := range v.Courses() {
		if !slices.Contains(v.principals, c.Party) {
			continue
		}
		for _, pt := range c.Points {
			for _, s := range pt.Stances {
				x := held{Position: s.Position}
				if iv, ok := bounded(s.From); ok {
					x.from = &iv
				}
				if iv, ok := bounded(s.Until); ok {
					x.until = &iv
				}
				by[c.Issue] = append(by[c.Issue], x)
			}
		}
		for _, p := range c.Undated {
			by[c.Issue] = append(by[c.Issue], held{Position: p})
		}
	}
	out := make([]issueStances, 0, len(by))
	for issue, list := range by {
		slices.SortFunc(list, func(a, b held) int {
			return cmp.Or(strings.Compare(v.Name(a.Party), v.Name(b.Party)), compareSpans(a.Spans[0], b.Spans[0]), strings.Compare(a.ID, b.ID))
		})
		sets := make([]wordSet, len(list))
		for i, x := range list {
			sets[i] = matterOf(x.Position)
		}
		for i, g := range matters(sets) {
			list[i].point = g
		}
		out = append(out, issueStances{issue, list})
	}
	slices.SortFunc(out, func(a, b issueStances) int { return strings.Compare(a.issue, b.issue) })
	return out
}

// reach tests an issue by those of its stances that hold; ok is false where
// none does.
func (v *View) reach(s issueStances, holds func(held) bool) (r Reach, ok bool) {
	r.Issue = s.issue
	at := map[int]int{}
	spoke := map[string]bool{}
	for _, x := range s.list {
		if !holds(x) {
			continue
		}
		j, seen := at[x.point]
		if !seen {
			j = len(r.Options)
			at[x.point] = j
			r.Options = append(r.Options, Option{Words: oneLine(x.Option), About: x.About})
		}
		r.Options[j].add(x.Position)
		r.Stances = append(r.Stances, x.Position)
		spoke[v.Party(x.Party)] = true
	}
	if len(r.Stances) == 0 {
		return r, false
	}
	for _, id := range v.principals {
		if !spoke[id] {
			r.Silent = append(r.Silent, id)
		}
	}
	r.Evidence = ofPositions(r.Stances)
	v.decide(&r)
	return r, true
}

func (o *Option) add(p *travaux.Position) {
	switch Aim(p) {
	case For:
		o.For = append(o.For, p)
	case Open:
		o.Open = append(o.Open, p)
	case Against:
		o.Against = append(o.Against, p)
	}
}

// options groups stances by matter.
func options(list []*travaux.Position) []Option {
	sets := make([]wordSet, len(list))
	for i, p := range list {
		sets[i] = matterOf(p)
	}
	at := map[int]int{}
	var out []Option
	for i, g := range matters(sets) {
		j, ok := at[g]
		if !ok {
			j = len(out)
			at[g] = j
			out = append(out, Option{Words: oneLine(list[i].Option), About: list[i].About})
		}
		out[j].add(list[i])
	}
	return out
}

// decide applies the rules in their order.
func (v *View) decide(r *Reach) {
	var wanted, refused []*travaux.Position
	for _, o := range r.Options {
		wanted, refused = append(wanted, o.For...), append(refused, o.Against...)
		if v.acceptedByAll(o) {
			r.Standing, r.Rule = InReach, "reach.accepted"
			r.Why = "Every principal is for “" + o.Words + "”, or takes it on conditions."
			r.Blockers = nil
			return
		}
	}
	for _, o := range r.Options {
		if blocks := v.opposed(o.Against, o.For); len(blocks) > 0 {
			r.Blockers = append(r.Blockers, blocks...)
		}
	}
	if len(r.Blockers) > 0 {
		r.Standing, r.Rule = Blocked, "reach.refused"
		r.Why = "A principal rules out or opposes what another demands or supports."
		return
	}
	if r.Blockers = v.opposed(refused, wanted); len(r.Blockers) > 0 {
		r.Standing, r.Rule = Blocked, "reach.refused_on_issue"
		r.Why = "A principal rules out or opposes something on the issue, and another demands or supports something; that both mean one thing is not told."
		return
	}
	switch {
	case len(r.Silent) > 0:
		r.Standing, r.Rule = NotKnown, "reach.silent"
		r.Why = "No principal blocks what another wants, but of some no position is in the record."
	case len(wanted) == 0:
		r.Standing, r.Rule = NotKnown, "reach.nothing_wanted"
		r.Why = "No principal is told to want anything on the issue."
	default:
		r.Standing, r.Rule = InReach, "reach.not_refused"
		r.Why = "Every principal has a position, and none rules out or opposes what another wants."
	}
}

// acceptedByAll reports whether every principal is for an option, or takes it
// on conditions, and none is told to be otherwise.
func (v *View) acceptedByAll(o Option) bool {
	if len(o.Against) > 0 || len(v.principals) < 2 {
		return false
	}
	yes := map[string]bool{}
	for _, p := range o.For {
		yes[v.Party(p.Party)] = true
	}
	for _, p := range o.Open {
		if p.Stance != travaux.Conditional {
			return false
		}
		yes[v.Party(p.Party)] = true
	}
	return len(yes) == len(v.principals)
}

// opposed are the refusals by one party where another party wants something.
func (v *View) opposed(refusals, wants []*travaux.Position) []*travaux.Position {
	var out []*travaux.Position
	for _, x := range refusals {
		if slices.ContainsFunc(wants, func(y *travaux.Position) bool { return v.Party(y.Party) != v.Party(x.Party) }) {
			out = append(out, x)
		}
	}
	return out
}

// Silence is a principal of whom no stance on an issue is in the record, while
// another party has one.
type Silence struct {
	Party    string
	Issue    string
	Evidence // where the issue comes up
}

// Silences are the gaps, by party and issue.
func (v *View) Silences() []Silence {
	var out []Silence
	for _, r := range v.Reach() {
		for _, id := range r.Silent {
			out = append(out, Silence{id, r.Issue, Evidence{r.Stances[0].SupportedBy, r.Stances[0].Spans}})
		}
	}
	slices.SortStableFunc(out, func(a, b Silence) int {
		return cmp.Or(strings.Compare(v.Name(a.Party), v.Name(b.Party)), strings.Compare(a.Party, b.Party), strings.Compare(a.Issue, b.Issue))
	})
	return out
}
