package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Direction is which way a stance points. Within a direction reports choose
// their own words ("rejects", "ruled out"), so that only between directions is
// there a change.
type Direction string

// The directions of a stance. Open is neither: wary, undecided, conditional.
const (
	For     Direction = "for"
	Open    Direction = "open"
	Against Direction = "against"
)

// DirectionOf is the direction of a stance, "" of none.
func DirectionOf(s travaux.Stance) Direction {
	switch s {
	case travaux.RulesOut, travaux.Opposes:
		return Against
	case travaux.Wary, travaux.Undecided, travaux.Conditional:
		return Open
	case travaux.Supports, travaux.Demands:
		return For
	}
	return ""
}

// Course is where one party stood on one issue over time.
type Course struct {
	Party  string
	Issue  string
	Points []Point
	// Undated are the positions of which it is not known when they held, Past
	// those told as held before, and no longer.
	Undated []*travaux.Position
	Past    []*travaux.Position
	Evidence
}

// Point is one matter within an issue: a text, or what is called by mostly the
// same words. Stances on different points do not replace each other.
type Point struct {
	Words string // the words of the report, of the latest stance
	About string // proposal id, where the stances are on a text
	// Stances are in order of time. Those of one direction on one day stand
	// side by side.
	Stances []Stand
}

// Stand is one position within a course.
type Stand struct {
	Position *travaux.Position
	// From is when it began to hold, as far as told: the day given, else the
	// report's.
	From travaux.EDTF
	// Until is when a later stance of another direction was first told, ""
	// while it holds. SupersededBy is that position's id.
	Until        travaux.EDTF
	SupersededBy string
	// Evidence of the position itself.
	Evidence
}

// Supersede sets Until and SupersededBy on the positions that gave way to a
// later one: of the same actor, on the same issue and point, of another
// direction, told of a later day. Nothing else of a position is changed. The
// positions may be in any order.
func Supersede(positions []travaux.Position) {
	list := make([]*travaux.Position, len(positions))
	for i := range positions {
		list[i] = &positions[i]
		list[i].Until, list[i].SupersededBy = "", ""
	}
	for _, c := range courses(list, func(id string) string { return id }) {
		for _, pt := range c.Points {
			for _, s := range pt.Stances {
				s.Position.Until, s.Position.SupersededBy = s.Until, s.SupersededBy
			}
		}
	}
}

// Courses are the positions of every party on every known issue, in order of
// time, by party and issue. Those of its persons are among a party's, but one
// person's stance does not replace another's.
func (v *View) Courses() []Course { return slices.Clone(v.courses()) }

// courses works them out once.
func (v *View) courses() []Course {
	v.layOnce.Do(func() {
		list := make([]*travaux.Position, len(v.Record.Positions))
		for i := range list {
			list[i] = &v.Record.Positions[i]
		}
		v.laid = courses(list, v.Party)
		slices.SortStableFunc(v.laid, func(a, b Course) int {
			return cmp.Or(strings.Compare(v.Name(a.Party), v.Name(b.Party)), strings.Compare(a.Party, b.Party), strings.Compare(a.Issue, b.Issue))
		})
		v.stances = v.stancesByIssue(v.laid)
	})
	return v.laid
}

// courses groups the positions by party, issue and point.
func courses(list []*travaux.Position, party func(string) string) []Course {
	type key struct{ party, issue string }
	by := map[key][]*travaux.Position{}
	var keys []key
	for _, p := range list {
		if !ownStance(p) {
			continue
		}
		k := key{party(p.Party), p.Issue}
		if by[k] == nil {
			keys = append(keys, k)
		}
		by[k] = append(by[k], p)
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(strings.Compare(a.party, b.party), strings.Compare(a.issue, b.issue))
	})
	out := make([]Course, 0, len(keys))
	for _, k := range keys {
		out = append(out, course(k.party, k.issue, by[k]))
	}
	return out
}

// stand is a position with its time.
type stand struct {
	*travaux.Position
	iv  travaux.Interval
	aim Direction
}

func compareStands(a, b stand) int {
	return cmp.Or(cmp.Compare(a.iv.Lo, b.iv.Lo), cmp.Compare(a.iv.Hi, b.iv.Hi), strings.Compare(a.ID, b.ID))
}

// heldFrom is from when a position is known to have held.
func heldFrom(p *travaux.Position) (travaux.Interval, bool) {
	for _, d := range []travaux.EDTF{p.Since, p.Asserted} {
		if iv, ok := d.Bounded(); ok {
			return iv, true
		}
	}
	return travaux.Interval{}, false
}

func course(party, issue string, list []*travaux.Position) Course {
	c := Course{Party: party, Issue: issue, Evidence: ofPositions(list)}
	var dated []stand
	for _, p := range list {
		if toldAsPast(p) {
			c.Past = append(c.Past, p)
		} else if iv, ok := heldFrom(p); ok {
			dated = append(dated, stand{p, iv, Aim(p)})
		} else {
			c.Undated = append(c.Undated, p)
		}
	}
	slices.SortFunc(dated, compareStands)
	for _, list := range [][]*travaux.Position{c.Undated, c.Past} {
		slices.SortFunc(list, func(a, b *travaux.Position) int { return strings.Compare(a.ID, b.ID) })
	}
	sets := make([]wordSet, len(dated))
	for i, s := range dated {
		sets[i] = matterOf(s.Position)
	}
	byPoint := map[int][]stand{}
	var order []int
	for i, g := range matters(sets) {
		if byPoint[g] == nil {
			order = append(order, g)
		}
		byPoint[g] = append(byPoint[g], dated[i])
	}
	for _, g := range order {
		c.Points = append(c.Points, lay(byPoint[g]))
	}
	return c
}

// lay puts in order the stances on one point. One holds until the first of another
// direction that the same actor is told to have taken on a later day.
func lay(list []stand) Point {
	type way struct {
		actor string
		d     Direction
	}
	ways := map[way][]stand{}
	for _, s := range list {
		k := way{s.Party, s.aim}
		ways[k] = append(ways[k], s)
	}
	var pt Point
	for _, s := range list {
		st := Stand{Position: s.Position, From: edtf(s.iv), Evidence: Evidence{s.SupportedBy, s.Spans}}
		var next *stand
		for _, d := range []Direction{For, Open, Against} {
			others := ways[way{s.Party, d}]
			if d == s.aim {
				continue
			}
			i, _ := slices.BinarySearchFunc(others, s.iv.Hi+1, func(o stand, day travaux.Day) int { return cmp.Compare(o.iv.Lo, day) })
			if i < len(others) && (next == nil || compareStands(others[i], *next) < 0) {
				next = &others[i]
			}
		}
		if next != nil {
			st.Until, st.SupersededBy = edtf(next.iv), next.ID
		}
		pt.Stances = append(pt.Stances, st)
	}
	last := list[len(list)-1]
	pt.Words, pt.About = oneLine(last.Option), last.About
	return pt
}

// matterOf are the words of what a stance is on; of a stance on a text, the
// text itself.
func matterOf(p *travaux.Position) wordSet {
	if p.About != "" {
		return wordSet{hash(p.About)}
	}
	t := read(p.Option)
	if t.denied && DirectionOf(p.Stance) == Against { // what must not be left out
		return t.words.with(negation)
	}
	return t.words
}

// Aim is which way a stance points on its matter. To demand that something not
// be is to be against it.
func Aim(p *travaux.Position) Direction {
	d := DirectionOf(p.Stance)
	if d == For && p.About == "" && read(p.Option).denied {
		return Against
	}
	return d
}

// toldAsPast reports whether the words of a stance say that it was held before:
// "once supported", "demanded until last week".
func toldAsPast(p *travaux.Position) bool {
	if len(p.Spans) == 0 || p.From != "" { // told as given up
		return false
	}
	last, past := "", false
	for w := range fields(p.Spans[0].Quote) {
		switch {
		case w == "now": // told beside what was before
			return false
		case w == "formerly", w == "previously", w == "to" && last == "used",
			pastVerb(w) && last == "once", (w == "last" || w == "recently") && last == "until":
			past = true
		}
		last = w
	}
	return past
}

func pastVerb(w string) bool { return strings.HasSuffix(w, "ed") || irregular[w] != "" }
