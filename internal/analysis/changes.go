package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Change is a stance that gave way to one of another direction.
type Change struct {
	Party string
	Issue string
	Kind  ChangeKind
	// From is the stance before. Of a concession told as one in a single
	// passage there is no earlier position.
	From     travaux.Stance
	To       travaux.Stance
	Before   *travaux.Position // nil where no report gives it
	After    *travaux.Position
	When     travaux.EDTF // when the new stance was told or began
	Rule     string
	Evidence        // the words on both sides
	Matter   string // what both are on, in the words of the later
}

// ChangeKind says how far a stance went.
type ChangeKind string

// The kinds of change.
const (
	Reversed ChangeKind = "reversed" // from for to against, or back
	Moved    ChangeKind = "moved"    // to or from a stance that is open
	Conceded ChangeKind = "conceded" // told as given up
)

// Changes are the stances that changed: those that gave way to a later one of
// another direction, and those that a report tells as given up. A change that
// several reports tell is one.
func (v *View) Changes() []Change {
	byID := map[string]*travaux.Position{}
	for i := range v.Record.Positions {
		byID[v.Record.Positions[i].ID] = &v.Record.Positions[i]
	}
	var out []Change
	for _, c := range v.courses() {
		for _, pt := range c.Points {
			out = append(out, v.turns(c, pt, byID)...)
		}
		out = append(out, v.concessions(c)...)
		out = append(out, v.turnedFromPast(c)...)
	}
	for _, c := range v.aside() {
		out = append(out, v.concessions(c)...)
	}
	slices.SortStableFunc(out, func(a, b Change) int {
		return cmp.Or(strings.Compare(v.Name(a.Party), v.Name(b.Party)), strings.Compare(a.Issue, b.Issue), strings.Compare(string(a.When), string(b.When)), compareEvidence(a.Evidence, b.Evidence), strings.Compare(a.After.ID, b.After.ID))
	})
	return out
}

// aside are the stances on no known issue that are told as given up: with what
// came before beside it, such a change needs no issue to be compared on.
func (v *View) aside() []Course {
	by := map[string]*Course{}
	var parties []string
	for i := range v.Record.Positions {
		p := &v.Record.Positions[i]
		if p.Issue != travaux.OtherIssue || p.From == "" || p.Party == "" || p.AccordingTo == "opponent" {
			continue
		}
		party := v.Party(p.Party)
		if by[party] == nil {
			by[party] = &Course{Party: party, Issue: travaux.OtherIssue}
			parties = append(parties, party)
		}
		by[party].Undated = append(by[party].Undated, p)
	}
	slices.Sort(parties)
	out := make([]Course, 0, len(parties))
	for _, id := range parties {
		out = append(out, *by[id])
	}
	return out
}

// turns are the changes from one stance of a point to the next. Of equal
// stances told on several days, the last before the change stands for all.
func (v *View) turns(c Course, pt Point, byID map[string]*travaux.Position) []Change {
	last := map[string]Stand{} // by what replaced it
	var order []string
	for _, s := range pt.Stances {
		if s.SupersededBy == "" {
			continue
		}
		if _, ok := last[s.SupersededBy]; !ok {
			order = append(order, s.SupersededBy)
		}
		last[s.SupersededBy] = s
	}
	var out []Change
	for _, id := range order {
		s, after := last[id], byID[id]
		if after.From != "" {
			continue // told as a concession
		}
		kind := Moved
		if Aim(s.Position) != Open && Aim(after) != Open {
			kind = Reversed
		}
		out = append(out, Change{
			Party: c.Party, Issue: c.Issue, Kind: kind, From: s.Position.Stance, To: after.Stance, Before: s.Position, After: after,
			When: s.Until, Rule: "change.later_stance", Matter: oneLine(after.Option),
			Evidence: ofPositions([]*travaux.Position{s.Position, after}),
		})
	}
	return out
}

// besideBytes is how far apart the two stances of one sentence may stand.
const besideBytes = 160

// turnedFromPast are the changes told in one breath: a stance told as past
// beside one of now, by the same actor on the issue.
func (v *View) turnedFromPast(c Course) []Change {
	if len(c.Past) == 0 {
		return nil
	}
	byReport := map[string][]*travaux.Position{}
	for _, pt := range c.Points {
		for _, s := range pt.Stances {
			report := s.Position.Spans[0].Report
			byReport[report] = append(byReport[report], s.Position)
		}
	}
	var out []Change
	for _, old := range c.Past {
		var now *travaux.Position
		a := old.Spans[0]
		for _, p := range byReport[a.Report] {
			b := p.Spans[0]
			if p.Party == old.Party && a.Start < b.End+besideBytes && b.Start < a.End+besideBytes && (now == nil || compareSpans(b, now.Spans[0]) < 0) {
				now = p
			}
		}
		if now == nil {
			continue
		}
		ch := Change{
			Party: c.Party, Issue: c.Issue, Kind: Moved, From: old.Stance, To: now.Stance, Before: old, After: now,
			Rule: "change.told_as_past", Matter: oneLine(now.Option), Evidence: ofPositions([]*travaux.Position{old, now}),
		}
		if iv, ok := heldFrom(now); ok {
			ch.When = edtf(iv)
		}
		out = append(out, ch)
	}
	return out
}

// concessions are the changes told as such, those of several reports together.
func (v *View) concessions(c Course) []Change {
	var told []*travaux.Position
	for _, pt := range c.Points {
		for _, s := range pt.Stances {
			told = append(told, s.Position)
		}
	}
	told = append(told, c.Undated...)
	told = slices.DeleteFunc(told, func(p *travaux.Position) bool { return p.From == "" })
	slices.SortStableFunc(told, func(a, b *travaux.Position) int {
		x, _ := heldFrom(a)
		y, _ := heldFrom(b)
		return cmp.Or(cmp.Compare(x.Hi, y.Hi), strings.Compare(a.ID, b.ID))
	})
	sets := make([]wordSet, len(told))
	for i, p := range told {
		sets[i] = matterOf(p).with(hash("from " + string(p.From)))
	}
	at := map[int]int{}
	var out []Change
	var parts [][]Evidence // of each
	for i, g := range matters(sets) {
		p := told[i]
		if j, ok := at[g]; ok {
			parts[j] = append(parts[j], Evidence{p.SupportedBy, p.Spans})
			continue
		}
		at[g] = len(out)
		var when travaux.EDTF
		if iv, ok := heldFrom(p); ok {
			when = edtf(iv)
		}
		out = append(out, Change{
			Party: c.Party, Issue: c.Issue, Kind: Conceded, From: p.From, To: p.Stance, After: p, When: when,
			Rule: "change.concession", Matter: oneLine(p.Option),
		})
		parts = append(parts, []Evidence{{p.SupportedBy, p.Spans}})
	}
	for j := range out {
		out[j].Evidence = gather(parts[j]...)
	}
	return out
}
