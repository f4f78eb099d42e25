package analysis

import (
	"cmp"
	"maps"
	"slices"

	"github.com/travaux/travaux"
)

// Indicator is a count over time, with what is counted said in words. None is a
// judgement of how near an agreement is.
type Indicator struct {
	ID         string
	Label      string
	Definition string
	// Share says that a value is N of Of, to be shown as a share; else N is a
	// number by itself.
	Share bool
	Now   Count   // at the view's date, of the whole record
	Weeks []Count // in order; weeks without a report are left out
}

// Count is the value of an indicator in one week, or of the whole record.
type Count struct {
	Week travaux.EDTF // its Monday; "" of the whole record
	N    int
	Of   int // of a share
	// The words of what was counted, at most some; where nothing was, of the
	// reports that were looked through.
	Evidence
	kept sample
}

// sample is the first passages of many, in order, each with a statement that
// carries it.
type sample []Evidence

// keep takes the first passage of evidence where it is among the first.
func (s *sample) keep(e Evidence) {
	x := Evidence{e.SupportedBy[:min(1, len(e.SupportedBy))], e.Spans[:min(1, len(e.Spans))]}
	list := *s
	if len(list) == quoted {
		if comparePassages(x, list[quoted-1]) >= 0 {
			return
		}
		list = list[:quoted-1]
	}
	at, _ := slices.BinarySearchFunc(list, x, comparePassages)
	*s = slices.Insert(list, at, x)
}

func comparePassages(a, b Evidence) int {
	return cmp.Or(compareEvidence(a, b), slices.Compare(a.SupportedBy, b.SupportedBy))
}

// quoted is how many passages a count quotes at most.
const quoted = 12

// week is the Monday of the week of a day.
func week(d travaux.Day) travaux.Day { return d - travaux.Day((int(d.Weekday())+6)%7) }

// tally counts things by week.
type tally struct {
	v     *View
	now   Count
	weeks map[travaux.Day]*Count
}

func (v *View) tally() *tally {
	t := &tally{v: v, weeks: map[travaux.Day]*Count{}}
	for w := range v.looked().weeks {
		if w <= v.Day {
			t.weeks[w] = &Count{Week: w.EDTF()}
		}
	}
	return t
}

// add counts something that is told or happened in an interval: n says whether
// it is among those counted, and not only among those looked at.
func (t *tally) add(iv travaux.Interval, dated, n bool, e Evidence) {
	t.now.count(n, e)
	w := week(iv.Lo)
	if !dated || w != week(iv.Hi) || w > t.v.Day {
		return
	}
	if t.weeks[w] == nil {
		t.weeks[w] = &Count{Week: w.EDTF()}
	}
	t.weeks[w].count(n, e)
}

func (c *Count) count(n bool, e Evidence) {
	c.Of++
	if !n {
		return
	}
	c.N++
	c.kept.keep(e)
}

// looked are the headlines of the reports that were looked through, of all and
// of each week.
type looked struct {
	all   sample
	weeks map[travaux.Day]*sample
}

func (v *View) lookThrough() *looked {
	l := &looked{weeks: map[travaux.Day]*sample{}}
	for i := range v.Record.Reports {
		r := &v.Record.Reports[i]
		l.all.keep(Evidence{Spans: r.Spans})
		if iv, ok := v.published(r.ID); ok && week(iv.Lo) == week(iv.Hi) {
			w := week(iv.Lo)
			if l.weeks[w] == nil {
				l.weeks[w] = &sample{}
			}
			l.weeks[w].keep(Evidence{Spans: r.Spans})
		}
	}
	return l
}

// indicator closes a tally. A count of nothing quotes the headlines of the
// reports that were looked through.
func (t *tally) indicator(id, label, definition string, share bool) Indicator {
	out := Indicator{ID: id, Label: label, Definition: definition, Share: share, Now: t.now}
	looked := t.v.looked()
	out.Now.close(&looked.all)
	days := make([]travaux.Day, 0, len(t.weeks))
	for d := range t.weeks {
		days = append(days, d)
	}
	slices.Sort(days)
	for _, d := range days {
		c := *t.weeks[d]
		c.close(looked.weeks[d])
		out.Weeks = append(out.Weeks, c)
	}
	return out
}

func (c *Count) close(looked *sample) {
	if len(c.kept) == 0 && looked != nil {
		c.kept = *looked
	}
	c.Evidence, c.kept = gather(c.kept...), nil
}

// Indicators are all indicators of the record. Each is a count of what reports
// tell: more reports tell more.
func (v *View) Indicators() []Indicator {
	out := v.reachIndicators()
	out = append(out, v.contactIndicators()...)
	return append(out, v.provisionsOpen(), v.soleSource(), v.outletVoice())
}

// reachIndicators test the issues as of each week's Sunday: with the stances
// told by then and not yet given way.
func (v *View) reachIndicators() []Indicator {
	issues := v.principalStances()
	now := map[Standing]*Count{InReach: {}, Blocked: {}, NotKnown: {}}
	for _, r := range v.Reach() {
		countStanding(now, r.Standing, r.first())
	}
	weeks := map[Standing]map[travaux.Day]*Count{InReach: {}, Blocked: {}, NotKnown: {}}
	last := make([]*weekly, len(issues))
	turns := make([][]travaux.Day, len(issues)) // yet to come
	for i, s := range issues {
		turns[i] = s.turns()
	}
	for _, monday := range v.weeksOfReports() {
		counts := map[Standing]*Count{}
		for s := range weeks {
			counts[s] = &Count{Week: monday.EDTF()}
			weeks[s][monday] = counts[s]
		}
		for i, s := range issues {
			sunday := monday + 6
			past, _ := slices.BinarySearch(turns[i], sunday+1)
			if past > 0 {
				turns[i] = turns[i][past:]
				last[i] = v.weekly(s, sunday)
			}
			if last[i] != nil {
				countStanding(counts, last[i].standing, last[i].first)
			}
		}
	}
	indicator := func(id string, s Standing, definition string) Indicator {
		t := &tally{v: v, now: *now[s], weeks: weeks[s]}
		return t.indicator(id, "issues "+string(s), definition+", of all that come up; of a week, as of its Sunday, by dated reports, of all on which a principal has a stance", true)
	}
	return []Indicator{
		indicator("reach.in_reach", InReach, "issues on which every principal accepts one option, or every principal has a position and none rules out or opposes what another wants"),
		indicator("reach.blocked", Blocked, "issues on which one principal rules out or opposes what another demands or supports, and no option is accepted by all"),
		indicator("reach.unknown", NotKnown, "issues on which nothing is blocked, and some principal has no position in the record"),
	}
}

func countStanding(counts map[Standing]*Count, standing Standing, e Evidence) {
	for s, c := range counts {
		c.count(s == standing, e)
	}
}

// weekly is how an issue stood at the end of a week, with the first of the
// stances that held.
type weekly struct {
	standing Standing
	first    Evidence
}

// weekly is nil where no stance held.
func (v *View) weekly(s issueStances, sunday travaux.Day) *weekly {
	var now []held
	for _, x := range s.list {
		if x.holdsOn(sunday) {
			now = append(now, x)
		}
	}
	if len(now) == 0 {
		return nil
	}
	return &weekly{v.decide(now).Standing, Evidence{now[0].SupportedBy, now[0].Spans}}
}

// weeksOfReports are the Mondays of the weeks in which reports were published.
func (v *View) weeksOfReports() []travaux.Day {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(v.looked().weeks)), func(w travaux.Day) bool { return w > v.Day })
}

// holdsOn reports whether a stance is known to hold at the end of a day.
func (x held) holdsOn(day travaux.Day) bool {
	return x.from != nil && x.from.Hi <= day && (x.until == nil || x.until.Hi > day)
}

// turns are the days on which a stance is known to have begun or ended, in
// order.
func (s issueStances) turns() []travaux.Day {
	var days []travaux.Day
	for _, x := range s.list {
		if x.from != nil {
			days = append(days, x.from.Hi)
		}
		if x.until != nil {
			days = append(days, x.until.Hi)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

func (v *View) contactIndicators() []Indicator {
	held, planned, off := v.tally(), v.tally(), v.tally()
	for i := range v.Record.Events {
		e := &v.Record.Events[i]
		if !isContact(e.Kind) {
			continue
		}
		ev := Evidence{e.SupportedBy, e.Spans}
		iv, ok := v.eventDay(e)
		if e.Status == travaux.Happened || e.Status == travaux.UnderWay {
			held.add(iv, ok, true, ev)
		}
		at, told := v.told(e.Spans)
		switch e.Status {
		case travaux.Scheduled, travaux.Agreed:
			planned.add(at, told, true, ev)
		case travaux.Cancelled, travaux.Postponed, travaux.Superseded:
			at, told = v.lastTold(e.Spans)
			off.add(at, told, true, ev)
		}
	}
	return []Indicator{
		held.indicator("contacts.held", "contacts held", "meetings, calls and visits that are said to have taken place, in the week of their day", false),
		planned.indicator("contacts.scheduled", "contacts scheduled", "meetings, calls and visits said to be scheduled or agreed and not yet told as held, in the week in which they were first told", false),
		off.indicator("contacts.off", "contacts called off or put off", "meetings, calls and visits whose last status is cancelled, postponed or superseded, in the week in which that was told", false),
	}
}

// eventDay is when an event took place: its first bounded date, which is that
// chosen where one was.
func (v *View) eventDay(e *travaux.Event) (travaux.Interval, bool) {
	for _, d := range e.Dates {
		if iv, ok := travaux.EDTF(d.Value).Bounded(); ok {
			return iv, true
		}
	}
	return travaux.Interval{}, false
}

func (v *View) provisionsOpen() Indicator {
	t := v.tally()
	for _, d := range v.Drafts() {
		for _, x := range d.Version.Provisions {
			at, ok := v.told(x.Spans)
			t.add(at, ok, x.AgreedState == "bracketed" || x.AgreedState == "disputed", Evidence{x.SupportedBy, x.Spans})
		}
	}
	return t.indicator("provisions.open", "provisions open", "provisions told as disputed or not settled, of all provisions told, in the week in which they were told", true)
}

func (v *View) soleSource() Indicator {
	t := v.tally()
	for i := range v.Record.Corroborations {
		c := &v.Record.Corroborations[i]
		at, ok := c.First.Bounded()
		t.add(at, ok, c.Independent == 1, Evidence{c.SupportedBy, c.Spans})
	}
	return t.indicator("sources.sole", "facts with one source", "facts behind which one independent source stands, of all facts, in the week in which they were first told", true)
}

func (v *View) outletVoice() Indicator {
	t := v.tally()
	ids := make([]string, len(v.Record.Statements))
	for i := range v.Record.Statements {
		st := &v.Record.Statements[i]
		ids[i] = st.ID
		at, ok := v.published(st.Report)
		t.add(at, ok, st.Attribution == travaux.ByOutlet, Evidence{ids[i : i+1], st.Spans})
	}
	return t.indicator("voice.outlet", "statements in the outlets' own voice", "statements that an outlet makes in its own voice, of all statements that carry a claim, in the week of the report", true)
}
