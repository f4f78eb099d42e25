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

// Reach tests every issue that a position or provision touches: by issue. Only
// stances that hold at the view's date count, and none that only an opponent
// ascribes.
func (v *View) Reach() []Reach {
	if len(v.principals()) == 0 {
		return nil
	}
	var out []Reach
	touched := v.touched()
	for _, s := range v.principalStances() {
		if r, ok := v.reach(s, func(x held) bool { return x.until == nil }); ok {
			out = append(out, r)
			delete(touched, s.issue)
		}
	}
	for issue, e := range touched {
		out = append(out, Reach{
			Issue: issue, Standing: NotKnown, Rule: "reach.no_stance", Why: "No principal's position is in the record.",
			Silent: v.Principals(), Evidence: e,
		})
	}
	slices.SortFunc(out, func(a, b Reach) int { return strings.Compare(a.Issue, b.Issue) })
	return out
}

// touched are the issues that come up, each with the first passage in which it
// does.
func (v *View) touched() map[string]Evidence {
	out := map[string]Evidence{}
	note := func(issue string, support []string, spans []travaux.Span) {
		if issue == "" || issue == travaux.OtherIssue || len(spans) == 0 {
			return
		}
		e := Evidence{support, spans[:1]}
		if old, ok := out[issue]; !ok || compareEvidence(e, old) < 0 || compareEvidence(e, old) == 0 && slices.Compare(support, old.SupportedBy) < 0 {
			out[issue] = e
		}
	}
	for i := range v.Record.Positions {
		p := &v.Record.Positions[i]
		note(p.Issue, p.SupportedBy, p.Spans)
	}
	for i := range v.Record.Proposals {
		for _, ver := range v.Record.Proposals[i].Versions {
			for _, x := range ver.Provisions {
				note(x.Issue, x.SupportedBy, x.Spans)
			}
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
	aim   Direction
	party string
}

// principalStances are those of principals, by issue.
func (v *View) principalStances() []issueStances {
	v.courses()
	return v.stances
}

func (v *View) stancesByIssue(list []Course) []issueStances {
	by := map[string][]held{}
	for _, c := range list {
		if !slices.Contains(v.principals(), c.Party) {
			continue
		}
		for _, pt := range c.Points {
			for _, s := range pt.Stances {
				x := held{Position: s.Position}
				if iv, ok := s.From.Bounded(); ok {
					x.from = &iv
				}
				if iv, ok := s.Until.Bounded(); ok {
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
			list[i].point, list[i].aim, list[i].party = g, Aim(list[i].Position), v.Party(list[i].Party)
		}
		out = append(out, issueStances{issue, list})
	}
	slices.SortFunc(out, func(a, b issueStances) int { return strings.Compare(a.issue, b.issue) })
	return out
}

// reach tests an issue by those of its stances that hold; ok is false where
// none does.
func (v *View) reach(s issueStances, holds func(held) bool) (r Reach, ok bool) {
	now := make([]held, 0, len(s.list))
	for _, x := range s.list {
		if holds(x) {
			now = append(now, x)
		}
	}
	if len(now) == 0 {
		return Reach{}, false
	}
	r = v.decide(now)
	r.Issue = s.issue
	at := map[int]int{}
	for _, x := range now {
		j, seen := at[x.point]
		if !seen {
			j = len(r.Options)
			at[x.point] = j
			r.Options = append(r.Options, Option{Words: oneLine(x.Option), About: x.About})
		}
		r.Options[j].put(x.Position, x.aim)
		r.Stances = append(r.Stances, x.Position)
	}
	r.Evidence = ofPositions(r.Stances)
	return r, true
}

func (o *Option) put(p *travaux.Position, aim Direction) {
	switch aim {
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
		out[j].put(list[i], Aim(list[i]))
	}
	return out
}

// decide applies the rules to stances that hold, in their order. It fills in
// standing, rule, reason, blockers and who is silent.
func (v *View) decide(now []held) Reach {
	var r Reach
	points := map[int]*tallies{}
	all := newTallies()
	for _, x := range now {
		t := points[x.point]
		if t == nil {
			t = newTallies()
			points[x.point] = t
		}
		t.add(x)
		all.add(x)
	}
	for _, id := range v.principals() {
		if !all.spoke[id] {
			r.Silent = append(r.Silent, id)
		}
	}
	for _, x := range now { // in their order, not that of a map
		if len(v.principals()) > 1 && points[x.point].acceptedBy(len(v.principals())) {
			r.Standing, r.Rule = InReach, "reach.accepted"
			r.Why = "Every principal is for “" + oneLine(x.Option) + "”, or takes it on conditions."
			return r
		}
	}
	for _, x := range now {
		if x.aim == Against && points[x.point].wantedByOther(x.party) {
			r.Blockers = append(r.Blockers, x.Position)
		}
	}
	if len(r.Blockers) > 0 {
		r.Standing, r.Rule = Blocked, "reach.refused"
		r.Why = "A principal rules out or opposes what another demands or supports."
		return r
	}
	for _, x := range now {
		if x.aim == Against && all.wantedByOther(x.party) {
			r.Blockers = append(r.Blockers, x.Position)
		}
	}
	switch {
	case len(r.Blockers) > 0:
		r.Standing, r.Rule = Blocked, "reach.refused_on_issue"
		r.Why = "A principal rules out or opposes something on the issue, and another demands or supports something; that both mean one thing is not told."
	case len(r.Silent) > 0:
		r.Standing, r.Rule = NotKnown, "reach.silent"
		r.Why = "No principal blocks what another wants, but of some no position is in the record."
	case len(all.wants) == 0:
		r.Standing, r.Rule = NotKnown, "reach.nothing_wanted"
		r.Why = "No principal is told to want anything on the issue."
	default:
		r.Standing, r.Rule = InReach, "reach.not_refused"
		r.Why = "Every principal has a position, and none rules out or opposes what another wants."
	}
	return r
}

// tallies are the parties by how they stand.
type tallies struct {
	wants, takes, spoke map[string]bool
	other               bool // somebody is against, wary or undecided
}

func newTallies() *tallies {
	return &tallies{map[string]bool{}, map[string]bool{}, map[string]bool{}, false}
}

func (t *tallies) add(x held) {
	t.spoke[x.party] = true
	switch {
	case x.aim == For:
		t.wants[x.party], t.takes[x.party] = true, true
	case x.Stance == travaux.Conditional:
		t.takes[x.party] = true
	default:
		t.other = true
	}
}

// acceptedBy reports whether all of n parties are for an option or take it on
// conditions, and none is told to be otherwise.
func (t *tallies) acceptedBy(n int) bool { return !t.other && len(t.takes) == n }

// wantedByOther reports whether a party other than one is for something.
func (t *tallies) wantedByOther(party string) bool {
	return len(t.wants) > 1 || len(t.wants) == 1 && !t.wants[party]
}

// Silence is a principal of whom no stance on an issue is in the record, though
// the issue comes up.
type Silence struct {
	Party    string
	Issue    string
	Evidence // where the issue comes up
}

// first is the evidence of the first stance, of an issue without any where it
// comes up.
func (r Reach) first() Evidence {
	if len(r.Stances) == 0 {
		return r.Evidence
	}
	return Evidence{r.Stances[0].SupportedBy, r.Stances[0].Spans}
}

// toldOf are the parties and issues of which some stance is in the record, be it
// that only an opponent ascribes it, or that another stance hangs on the matter:
// who would agree once the other drops a demand has a stance on that demand.
func (v *View) toldOf() map[[2]string]bool {
	out := map[[2]string]bool{}
	byReport := map[string][]*travaux.Position{}
	for i := range v.Record.Positions {
		p := &v.Record.Positions[i]
		if !isStance(p) || len(p.Spans) == 0 {
			continue
		}
		out[[2]string{v.Party(p.Party), p.Issue}] = true
		byReport[p.Spans[0].Report] = append(byReport[p.Spans[0].Report], p)
	}
	for i := range v.Record.Positions {
		p := &v.Record.Positions[i]
		if len(p.Conditions) == 0 || len(p.Spans) == 0 {
			continue
		}
		for _, q := range byReport[p.Spans[0].Report] {
			if q != p && p.Spans[0].Contains(q.Spans[0]) {
				out[[2]string{v.Party(p.Party), q.Issue}] = true
			}
		}
	}
	return out
}

// Silences are the gaps, by party and issue.
func (v *View) Silences() []Silence {
	var out []Silence
	told := v.toldOf()
	for _, r := range v.Reach() {
		for _, id := range r.Silent {
			if told[[2]string{id, r.Issue}] {
				continue
			}
			out = append(out, Silence{id, r.Issue, r.first()})
		}
	}
	slices.SortStableFunc(out, func(a, b Silence) int {
		return cmp.Or(strings.Compare(v.Name(a.Party), v.Name(b.Party)), strings.Compare(a.Party, b.Party), strings.Compare(a.Issue, b.Issue))
	})
	return out
}
