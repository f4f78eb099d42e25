package answer

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

// view is the record with what follows from it, looked at from a date; empty
// for that of the last report. It is nil where there is an error.
func (a *asker) view(date travaux.EDTF) *analysis.View {
	v, err := a.views.get(cmp.Or(date, a.now()))
	if err != nil {
		a.err = err
	}
	return v
}

// viewAsAsked sees the record at the date that is asked for; nil where there is
// an error.
func (a *asker) viewAsAsked() *analysis.View {
	date := a.date("date")
	if a.err != nil {
		return nil
	}
	return a.view(date)
}

// changes compares two texts, field by field and point by point.
func (a *asker) changes() {
	from, to := a.pair()
	p, ok := a.text("a", from)
	if !ok {
		a.missing("two texts to compare")
		return
	}
	q, ok := a.text("b", to)
	if !ok || p == q {
		a.missing("a second text to compare with " + p.Label)
		return
	}
	v := a.view("")
	if v == nil {
		return
	}
	c, _ := v.Compare(p.ID, q.ID)
	for _, x := range c.Attributes {
		a.row(p.ID, x.SupportedBy, x.Spans, x.What, a.attribute(x.A), a.attribute(x.B), a.speakers(x.SupportedBy), words(x.Spans))
	}
	for _, x := range c.Points {
		one, two := "not in the record", "not in the record"
		id := ""
		if x.B != nil {
			id, two = x.B.ID, x.B.Text
		}
		if x.A != nil {
			id, one = x.A.ID, x.A.Text
		}
		if x.Change == analysis.Dropped {
			two = "dropped"
		}
		a.row(id, x.SupportedBy, x.Spans, fmt.Sprintf("%s: provision (%s)", x.Change, a.issue(x.Issue)), one, two, a.speakers(x.SupportedBy), words(x.Spans))
	}
	for _, what := range c.NotInRecord {
		a.missing(what)
	}
	a.out.Note = "Only what reports say of the texts can be compared. A provision told of one text and not of the other may stand in both: its change is unknown."
}

// attribute shows what is told of a text, or that nothing is.
func (a *asker) attribute(vs []travaux.Value) string {
	return cmp.Or(plain(a.values(vs)), "not in the record")
}

// pair is a text and one that comes from it or answers it, else the two that
// most reports tell of.
func (a *asker) pair() (from, to *travaux.Proposal) {
	list := a.texts()
	for _, q := range list {
		if p := a.proposal(q.DerivedFrom); p != nil {
			return p, q
		}
	}
	for _, q := range list {
		if p := a.proposal(q.CounterTo); p != nil {
			return p, q
		}
	}
	switch len(list) {
	case 0:
		return nil, nil
	case 1:
		return list[0], nil
	}
	return list[0], list[1]
}

func (a *asker) reach() {
	v := a.view("")
	if v == nil {
		return
	}
	for _, r := range v.Reach() {
		var stances, blockers []string
		for _, p := range r.Stances {
			stances = append(stances, v.Name(p.Party)+": "+plain(string(p.Stance)))
		}
		for _, p := range r.Blockers {
			blockers = append(blockers, v.Name(p.Party)+": "+words(p.Spans))
		}
		a.row(r.Issue, r.SupportedBy, r.Spans, a.issue(r.Issue), string(r.Standing), strings.Join(slices.Compact(stances), "; "), strings.Join(slices.Compact(blockers), "; "), a.names(r.Silent))
		for _, id := range r.Silent {
			a.missing("a position of " + a.name(id) + " on " + a.issue(r.Issue))
		}
	}
	a.out.Note = "In reach: every principal accepts one option, or all have a position and none rules out or opposes what another wants. Blocked: one rules out or opposes what another demands or supports. Unknown: neither, and a principal has no position. Principals: " + a.names(v.Principals()) + "."
}

// silent lists the principals of whom no stance on an issue is in the record.
func (a *asker) silent() {
	v := a.view("")
	if v == nil {
		return
	}
	list := v.Silences()
	for _, s := range list {
		a.row(s.Issue, s.SupportedBy, s.Spans, v.Name(s.Party), a.issue(s.Issue))
		a.missing("a position of " + a.name(s.Party) + " on " + a.issue(s.Issue))
	}
	if len(list) == 0 && (len(v.Principals()) == 0 || len(v.Reach()) == 0) {
		a.missing("positions by which parties could be compared")
	}
	a.out.Note = "Not in the record is not the same as undecided. The words shown are where the issue comes up."
}

func (a *asker) changedStance() {
	v := a.view("")
	if v == nil {
		return
	}
	for _, c := range v.Changes() {
		from, to := string(c.From), string(c.To)
		if c.From == c.To { // the same demand or offer, of another size
			from, to = sizes(c.After.Option)
		}
		a.row(c.After.ID, c.SupportedBy, c.Spans, v.Name(c.Party), a.issue(c.Issue), from, to, string(c.When), words(c.Spans))
	}
	a.out.Note = "A change is a demand or an offer that was moved, a concession told as one, or a later stance of the same party, on the same matter, of another direction: for, against, or open."
}

var (
	fromTo = regexp.MustCompile(`\bfrom (.+?) to (.+)$`)
	toFrom = regexp.MustCompile(`\bto (.+?) from (.+)$`)
)

// sizes are those of a demand or an offer before and after it was moved: "its
// offer to 5 percent from 4 percent". What is not told is not in the record.
func sizes(words string) (from, to string) {
	words = strings.Join(strings.Fields(words), " ")
	if m := fromTo.FindStringSubmatch(words); m != nil {
		return m[1], m[2]
	}
	if m := toFrom.FindStringSubmatch(words); m != nil {
		return m[2], m[1]
	}
	if _, to, ok := strings.Cut(words, " to "); ok {
		return "not in the record", to
	}
	return "not in the record", words
}

func (a *asker) resolvable() {
	v := a.view("")
	if v == nil {
		return
	}
	ledger := v.Ledger()
	n := 0
	for _, x := range ledger {
		if !x.Resolvable && x.Resolution == nil && !x.Confirmed && (x.Probability == nil || x.Conditional) {
			continue
		}
		n++
		can, resolution := x.Why, x.Outcome()
		if iv, ok := x.Forecast.Horizon.Bounded(); ok {
			can = "from " + string(iv.Hi.EDTF())
			if iv.Hi > v.Day {
				can += ", after the last report"
			}
		}
		ev := analysis.Evidence{SupportedBy: x.SupportedBy, Spans: x.Spans}
		switch {
		case x.Confirmed:
			resolution += ", by an analyst's judgement"
		case x.Resolution != nil:
			resolution += fmt.Sprintf(", proposed from %s: %s (%s)", cmp.Or(string(x.Resolution.When), "a report without a date"), words(x.Resolution.Spans), x.Resolution.Rule)
			ev.SupportedBy, ev.Spans = slices.Concat(ev.SupportedBy, x.Resolution.SupportedBy), slices.Concat(ev.Spans, x.Resolution.Spans)
		case x.Fate == analysis.NoWord:
			a.missing("what came of: " + words(x.Spans))
		}
		a.row(x.Forecast.ID, ev.SupportedBy, ev.Spans, a.name(x.Forecast.Holder), x.Forecast.Proposition, string(x.Forecast.Horizon), can, resolution)
	}
	a.out.Note = fmt.Sprintf("A forecast can be resolved where it hangs on nothing and names a time with an end or a probability, or where a later report tells what came of it: %d of %d. What came of it is proposed by rule, not decided.", n, len(ledger))
	for _, s := range analysis.Scores(ledger) {
		group := "unconditional"
		if s.Conditional {
			group = "conditional"
		}
		a.out.Note += fmt.Sprintf(" Of %d %s forecasts with a stated probability and an outcome, %d %% came true; Brier score %.3f, logarithmic score %.3f; outcomes only proposed: %d.", s.N, group, s.BaseRate, s.Brier, s.Log, s.Proposed)
	}
}

// indicators are counts with their definitions; none is a judgement.
func (a *asker) indicators() {
	v := a.view("")
	if v == nil {
		return
	}
	value := func(x analysis.Indicator, c analysis.Count) string {
		if x.Share {
			return fmt.Sprintf("%d of %d", c.N, c.Of)
		}
		return strconv.Itoa(c.N)
	}
	for _, x := range v.Indicators() {
		var weeks []string
		for _, c := range x.Weeks {
			weeks = append(weeks, string(c.Week)+": "+value(x, c))
		}
		a.row(x.ID, x.Now.SupportedBy, x.Now.Spans, x.Label, value(x, x.Now), x.Definition, strings.Join(weeks, "; "))
	}
	a.out.Note = "A week is named by its Monday; weeks without a report are left out. At most twelve passages are quoted of each; of a count of nothing, the headlines of reports that were looked through."
}

// viewAt sees the record as it was at a date, and was known by then; nil where
// there is an error.
func (a *asker) viewAt(date travaux.EDTF) *analysis.View {
	if a.at == nil || date == "" {
		return a.view(date)
	}
	rec, err := a.heldBy(date)
	if err != nil {
		a.err = err
		return nil
	}
	v, err := analysis.At(rec, date)
	if err != nil {
		a.err = err
	}
	return v
}

func (a *asker) scheduled() {
	date := a.date("date")
	if a.err != nil {
		return
	}
	v := a.viewAt(date)
	if v == nil {
		return
	}
	for _, x := range v.Calendar() {
		if x.Event == nil || x.State != analysis.Upcoming && x.State != analysis.Undated {
			continue
		}
		status := plain(string(x.Event.Status))
		for _, d := range x.Before {
			status += "; set before for " + string(d)
		}
		var places []string
		for _, p := range x.Event.Places {
			places = append(places, v.Name(p.Value))
		}
		slices.Sort(places)
		a.row(x.Event.ID, x.SupportedBy, x.Spans, x.Event.Label, status, cmp.Or(string(x.When), "not in the record"), strings.Join(slices.Compact(places), "; "), a.told(x.Spans))
	}
	if len(a.out.Rows) == 0 {
		a.missing("anything scheduled as of " + string(date))
	}
}

func (a *asker) network() {
	v := a.viewAsAsked()
	if v == nil {
		return
	}
	for _, e := range v.Network().Edges {
		a.row(strings.Join(e.Rows, " "), e.SupportedBy, e.Spans, v.Name(e.By), v.Name(e.Who), plain(e.Relation), plain(e.Polarity), words(e.Spans))
	}
	a.out.Note = "An edge is what one or several passages say of two. Of a report without a date it is not known that it was later."
}

func (a *asker) negotiators() {
	v := a.viewAsAsked()
	if v == nil {
		return
	}
	for _, n := range v.Negotiators() {
		if n.Former {
			continue
		}
		party := cmp.Or(v.Name(n.Party), n.PartyWords)
		role := strings.Join(n.Titles, ", ")
		if n.How == "took part" {
			role = strings.Trim(role+"; took part in talks", "; ")
		}
		a.row(n.Person, n.SupportedBy, n.Spans, party, v.Name(n.Person), role, string(n.First), words(n.Spans))
		if party == "" && n.How != "mediator" {
			a.missing("the party for which " + v.Name(n.Person) + " negotiates")
		}
	}
	a.out.Note = "Those whose title says that they negotiate or mediate, and those of a principal who are told to have taken part in talks."
	for _, h := range v.Handovers() {
		a.out.Note += fmt.Sprintf(" For %s: %s after %s, between %s.", v.Name(h.Party), v.Name(h.After), v.Name(h.Before), strings.ReplaceAll(string(h.When), "/", " and "))
	}
}
