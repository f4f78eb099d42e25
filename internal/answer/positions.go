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
		return p.Stance == travaux.RulesOut || p.From == travaux.RulesOut && ruledOutBefore(words(p.Spans)) || p.Kind == "red_line" || p.Stance == travaux.Opposes && refused(words(p.Spans))
	})
	a.out.Note = "Ruled out is what a party excludes, refuses or rejects in whole, or did until it gave way; what it only opposes or is wary of is not."
}

// refusals open the words of a refusal, which leaves nothing open, unlike an
// objection.
var refusals = []string{"reject", "refus", "rebuff", "veto", "spurn", "turned down", "turns down", "turn down", "turning down", "will not ", "won't ", "would not ", "cannot ", "can not ", "never "}

func refused(words string) bool {
	words = " " + fold(words) + " "
	return slices.ContainsFunc(refusals, func(r string) bool { return strings.Contains(words, " "+r) })
}

// ruledOutBefore reports whether the words of a stance that was given up say that
// something was ruled out; not all that is conceded had been.
func ruledOutBefore(words string) bool {
	return strings.Contains(" "+fold(words)+" ", " ruled ")
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

// mayOrder reports whether a word stands in what is said that the pattern ends
// in. Few have one.
func mayOrder(content []travaux.Span) bool {
	return slices.ContainsFunc(content, func(s travaux.Span) bool {
		low := strings.ToLower(s.Quote)
		return strings.Contains(low, "before") || strings.Contains(low, "until") || strings.Contains(low, "unless") || strings.Contains(low, "only")
	})
}

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
		if !a.said(st) || !mayOrder(st.Content) {
			continue
		}
		said := words(st.Content)
		if !orderPattern.MatchString(said) || slices.ContainsFunc(told[st.Report], func(s travaux.Span) bool { return slices.ContainsFunc(st.Content, s.Overlaps) }) {
			continue
		}
		a.row(st.ID, []string{st.ID}, st.Content, a.partyName(st.Speaker), string(travaux.Demands), "position", "", said, a.name(st.Speaker), "own words", a.told(st.Spans), said, "")
	}
}
