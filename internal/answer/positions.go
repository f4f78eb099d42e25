package answer

import (
	"regexp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

func (a *asker) position(p *travaux.Position, more ...string) {
	a.row(p.ID, p.SupportedBy, p.Spans, append([]string{
		a.partyName(p.Party), string(p.Stance), p.Kind, a.issue(p.Issue), p.Option, a.speakers(p.SupportedBy), plain(p.AccordingTo), string(p.Asserted), words(p.Spans),
	}, more...)...)
}

func (a *asker) issue(id string) string {
	for _, is := range a.rec.Issues {
		if is.ID == id {
			return is.Label
		}
	}
	return id
}

// each calls f for the positions that want accepts.
func (a *asker) each(want func(*travaux.Position) bool, f func(*travaux.Position)) {
	for i := range a.rec.Positions {
		if p := &a.rec.Positions[i]; want(p) {
			f(p)
		}
	}
}

func (a *asker) ruledOut() {
	a.ofParty(func(p *travaux.Position) bool {
		return p.Stance == travaux.RulesOut || p.Kind == "red_line" || p.Stance == travaux.Opposes && refused(words(p.Spans))
	})
	a.out.Note = "Ruled out is what a party excludes, refuses or rejects in whole; what it only opposes or is wary of is not."
}

// refusals open the words of a refusal, which leaves nothing open, unlike an
// objection.
var refusals = []string{"reject", "refus", "rebuff", "veto", "spurn", "turned down", "turns down", "turn down", "turning down", "will not ", "won't ", "would not ", "cannot ", "can not ", "never "}

func refused(words string) bool {
	words = " " + fold(words) + " "
	return slices.ContainsFunc(refusals, func(r string) bool { return strings.Contains(words, " "+r) })
}

func (a *asker) allPositions() {
	a.ofParty(func(*travaux.Position) bool { return true })
}

// ofParty lists the positions that want accepts, of one party where one is
// asked for.
func (a *asker) ofParty(want func(*travaux.Position) bool) {
	only := a.called("party")
	if a.err != nil {
		return
	}
	a.each(func(p *travaux.Position) bool { return (len(only) == 0 || only[p.Party]) && want(p) }, func(p *travaux.Position) { a.position(p) })
	if len(only) > 0 && len(a.out.Rows) == 0 {
		a.missing("such a position of " + a.set["party"])
	}
}

func (a *asker) interests() {
	a.each(func(p *travaux.Position) bool { return p.Kind == "interest" }, func(p *travaux.Position) { a.position(p) })
}

func (a *asker) alternatives() {
	a.each(func(p *travaux.Position) bool { return p.Kind == "BATNA_indicator" }, func(p *travaux.Position) { a.position(p) })
	told := map[string]bool{}
	a.each(func(p *travaux.Position) bool { return p.Kind == "BATNA_indicator" }, func(p *travaux.Position) { told[a.party(p.Party)] = true })
	for _, id := range a.principals() {
		if !told[id] {
			a.missing("an alternative to agreement of " + a.name(id))
		}
	}
	if len(a.out.Rows) == 0 && len(a.out.NotInRecord) == 0 {
		a.missing("any party's alternative to agreement")
	}
}

// sequenceWords put one thing before another.
var sequenceWords = []string{"before", "until", "first", "after", "once", "unless", "only if", "provided", "precondition", "only when", "as long as"}

func (a *asker) sequence() {
	for i := range a.rec.Positions {
		p := &a.rec.Positions[i]
		said := " " + strings.ToLower(strings.Join(append(p.Conditions, p.Option), " ; ")) + " "
		if len(p.Conditions) > 0 && p.Kind != "interest" || p.Stance == travaux.Demands && slices.ContainsFunc(sequenceWords, func(w string) bool { return strings.Contains(said, " "+w+" ") }) {
			a.position(p, strings.Join(p.Conditions, "; "))
		}
	}
	a.sequenceSaid()
}

// orderPattern finds a demand that puts one thing before another.
var orderPattern = regexp.MustCompile(`(?i)\b(ask|asks|asked|urge[sd]?|demand(s|ed)?|want(s|ed)?|insist(s|ed)?|call(s|ed)? on|must)\b.{1,120}\b(before|until|unless|only after|only if|only when|only once)\b`)

// sequenceSaid adds the demands of that kind that a speaker makes in words of
// their own, where no position was read in them.
func (a *asker) sequenceSaid() {
	told := map[string][]travaux.Span{}
	for _, r := range a.out.Rows {
		for _, s := range r.Spans {
			told[s.Report] = append(told[s.Report], s)
		}
	}
	for i := range a.rec.Statements {
		st := &a.rec.Statements[i]
		if st.Mode != travaux.Direct && st.Mode != travaux.Mixed || st.Speaker == "" {
			continue
		}
		said := words(st.Content)
		if !orderPattern.MatchString(said) || slices.ContainsFunc(told[st.Report], func(s travaux.Span) bool { return slices.ContainsFunc(st.Content, s.Overlaps) }) {
			continue
		}
		a.row(st.ID, []string{st.ID}, st.Content, a.partyName(st.Speaker), string(travaux.Demands), "position", "", said, a.name(st.Speaker), "own words", a.told(st.Spans), said, "")
	}
}

func (a *asker) changedStance() {
	last := map[[2]string]*travaux.Position{}
	for _, p := range a.inTime() {
		key := [2]string{p.Party, p.Issue}
		old := last[key]
		switch {
		case p.From != "":
			a.row(p.ID, p.SupportedBy, p.Spans, a.name(p.Party), a.issue(p.Issue), string(p.From), string(p.Stance), string(p.Asserted), words(p.Spans))
		case old != nil && p.Issue != travaux.OtherIssue && p.Kind != "interest" && turned(old, p):
			spans := slices.Concat(old.Spans, p.Spans)
			a.row(p.ID, slices.Concat(old.SupportedBy, p.SupportedBy), spans, a.name(p.Party), a.issue(p.Issue), string(old.Stance), string(p.Stance), string(p.Asserted), words(spans))
		}
		if p.Kind != "interest" {
			last[key] = p
		}
	}
	a.out.Note = "A change is a concession told as one, or two stances of one party on one issue, of opposite direction, in reports of different dates. The two may be on different points of the issue: compare the words."
}

// inTime are the positions by the day on which they were reported.
func (a *asker) inTime() []*travaux.Position {
	days := make(map[travaux.EDTF]travaux.Day)
	list := make([]*travaux.Position, len(a.rec.Positions))
	for i := range a.rec.Positions {
		p := &a.rec.Positions[i]
		list[i], days[p.Asserted] = p, 0
	}
	for d := range days {
		days[d] = begin(d)
	}
	slices.SortStableFunc(list, func(x, y *travaux.Position) int { return int(days[x.Asserted] - days[y.Asserted]) })
	return list
}

// turned reports whether b is later than a and of the other direction.
func turned(a, b *travaux.Position) bool {
	x, okx := bounded(a.Asserted)
	y, oky := bounded(b.Asserted)
	return okx && oky && x.Before(y) && sign(a.Stance)*sign(b.Stance) < 0
}

// sign is the direction of a stance.
func sign(s travaux.Stance) int {
	switch s {
	case travaux.RulesOut, travaux.Opposes, travaux.Wary:
		return -1
	case travaux.Conditional, travaux.Supports, travaux.Demands:
		return 1
	}
	return 0
}

func begin(d travaux.EDTF) travaux.Day {
	iv, ok := bounded(d)
	if !ok {
		return 0
	}
	return iv.Lo
}

// issueStances are the positions on each issue, by party.
func (a *asker) issueStances() (issues []string, by map[string]map[string][]*travaux.Position) {
	by = map[string]map[string][]*travaux.Position{}
	for i := range a.rec.Positions {
		p := &a.rec.Positions[i]
		if p.Issue == "" || p.Issue == travaux.OtherIssue || p.Kind == "interest" {
			continue
		}
		if by[p.Issue] == nil {
			by[p.Issue] = map[string][]*travaux.Position{}
			issues = append(issues, p.Issue)
		}
		by[p.Issue][p.Party] = append(by[p.Issue][p.Party], p)
	}
	slices.Sort(issues)
	return issues, by
}

func (a *asker) reach() {
	principals := a.principals()
	issues, by := a.issueStances()
	for _, issue := range issues {
		r := reachOf(principals, by[issue])
		var spans []travaux.Span
		var support []string
		for _, p := range r.all {
			spans, support = append(spans, p.Spans...), append(support, p.SupportedBy...)
		}
		if len(spans) == 0 {
			continue
		}
		var stances, blockers []string
		for _, p := range r.all {
			stances = append(stances, a.name(p.Party)+": "+plain(string(p.Stance)))
		}
		for _, p := range r.blockers {
			blockers = append(blockers, a.name(p.Party)+": "+words(p.Spans))
		}
		a.row(issue, support, spans, a.issue(issue), r.result, strings.Join(slices.Compact(stances), "; "), strings.Join(blockers, "; "), a.names(r.silent))
		for _, id := range r.silent {
			a.missing("a position of " + a.name(id) + " on " + a.issue(issue))
		}
	}
	a.out.Note = "Blocked: one principal rules out or opposes what another demands or supports. In reach: none does, and all have a position. Unknown: a principal has none. Principals: " + a.names(principals) + "."
}

// reachResult is what the stances on one issue allow.
type reachResult struct {
	result   string
	all      []*travaux.Position
	blockers []*travaux.Position
	silent   []string
}

func reachOf(principals []string, by map[string][]*travaux.Position) reachResult {
	var r reachResult
	wanted := false
	for _, id := range principals {
		if len(by[id]) == 0 {
			r.silent = append(r.silent, id)
		}
		for _, p := range by[id] {
			r.all = append(r.all, p)
			wanted = wanted || p.Stance == travaux.Demands || p.Stance == travaux.Supports
			if p.Stance == travaux.RulesOut || p.Stance == travaux.Opposes {
				r.blockers = append(r.blockers, p)
			}
		}
	}
	switch {
	case len(r.blockers) > 0 && wanted:
		r.result = "blocked"
	case len(r.silent) > 0:
		r.result = "unknown"
	default:
		r.result = "in reach"
	}
	return r
}

func (a *asker) silent() {
	issues, by := a.issueStances()
	for _, id := range a.principals() {
		for _, issue := range issues {
			if len(by[issue][id]) > 0 {
				continue
			}
			var spans []travaux.Span
			for _, is := range a.rec.Issues {
				if is.ID == issue {
					spans = is.Spans[:min(1, len(is.Spans))]
				}
			}
			a.row(issue, nil, spans, a.name(id), a.issue(issue))
			a.missing("a position of " + a.name(id) + " on " + a.issue(issue))
		}
	}
	if len(issues) == 0 || len(a.principals()) == 0 {
		a.missing("positions by which parties could be compared")
	}
	a.out.Note = "Not in the record is not the same as undecided. The words shown are where the issue comes up."
}
