package analysis

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// passages are the statements that tell what is or was so, found by their words.
type passages struct {
	list []passage
	with map[uint64][]int // word → passages, in order of time
}

type passage struct {
	statement *travaux.Statement
	at        travaux.Interval
	words     wordSet
	denied    bool
	denies    bool // of a match: it says the opposite
}

// readPassages takes the statements of dated reports that tell of something
// that came about or did not (an event, a state of a text), and do not look
// ahead, ask or suppose.
func (v *View) readPassages() passages {
	outcome := v.outcomes()
	ahead := map[string]bool{} // statements that carry a forecast
	for i := range v.Record.Forecasts {
		for _, s := range v.Record.Forecasts[i].Spans {
			ahead[spanKey(s)] = true
		}
	}
	var p passages
	for i := range v.Record.Statements {
		st := &v.Record.Statements[i]
		if !outcome[st.ID] {
			continue
		}
		at, ok := v.published(st.Report)
		if !ok || len(st.Content) == 0 || !tells(st) || slices.ContainsFunc(st.Content, func(s travaux.Span) bool { return ahead[spanKey(s)] }) {
			continue
		}
		text := st.Content[0].Quote
		if leavesOpen(text) {
			continue
		}
		told := foretold(text)
		if n := len(told.words); n > 1 && n <= maxPassageWords {
			p.list = append(p.list, passage{statement: st, at: at, words: told.words, denied: told.denied})
		}
	}
	slices.SortFunc(p.list, func(a, b passage) int {
		return cmp.Or(cmp.Compare(a.at.Lo, b.at.Lo), cmp.Compare(a.at.Hi, b.at.Hi), compareSpans(a.statement.Content[0], b.statement.Content[0]), strings.Compare(a.statement.ID, b.statement.ID))
	})
	p.with = map[uint64][]int{}
	for i := range p.list {
		for _, w := range p.list[i].words {
			p.with[w] = append(p.with[w], i)
		}
	}
	return p
}

// outcomes are the statements that tell of an event that is no mere
// announcement, or of the state of a text.
func (v *View) outcomes() map[string]bool {
	out := map[string]bool{}
	for i := range v.Record.Events {
		for _, s := range v.Record.Events[i].Statuses {
			switch travaux.EventStatus(s.Value) {
			case travaux.Scheduled, travaux.Agreed, travaux.Proposed, travaux.ExpectedAbsence:
				continue
			}
			for _, id := range s.SupportedBy {
				out[id] = true
			}
		}
	}
	for i := range v.Record.Proposals {
		for _, ver := range v.Record.Proposals[i].Versions {
			for _, s := range ver.Statuses {
				for _, id := range s.SupportedBy {
					out[id] = true
				}
			}
		}
	}
	return out
}

// maxPassageWords is how long a passage may be that tells one thing.
const maxPassageWords = 24

func spanKey(s travaux.Span) string {
	return s.Report + ":" + strconv.Itoa(s.Start) + ":" + strconv.Itoa(s.End)
}

// tells reports whether a statement says that something is so.
func tells(st *travaux.Statement) bool {
	switch st.SpeechAct {
	case travaux.ActForecast, travaux.ActDemand, travaux.ActThreaten, travaux.ActAdvise, travaux.ActNoComment, travaux.ActGroundRule, travaux.ActReject:
		return false
	}
	return st.Mode != travaux.NoComment && st.Mode != travaux.UnattributedQuote && (st.Certainty == travaux.CertainTrue || st.Certainty == "")
}

// openWords leave open whether something is so.
var openWords = wordList(`will would could may might shall should must can if unless whether expected expects expect likely unlikely hope hopes hoped
plan plans planned threaten threatens threatened seek seeks sought try tries trying want wants wanted ahead possible potential scheduled set due
demand demands demanded call calls called urge urges urged propose proposed proposes until`)

func leavesOpen(text string) bool {
	if strings.HasPrefix(text, "to ") {
		return true
	}
	for w := range fields(text) {
		if openWords[w] {
			return true
		}
	}
	return strings.HasSuffix(strings.TrimRight(text, `"”’' `), "?")
}

// timeWords say when, not what.
var timeWords = wordList(`today tomorrow yesterday tonight week weeks month months day days year years hour hours soon early late later mid next last
before after by until within monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter morning afternoon evening night weekend`)

// failWords deny that what stands with them came about.
var failWords = wordList(`fail fails failed failing refuse refuses refused cancel cancels cancelled canceled postpone postponed delayed scrapped
collapse collapsed blocked rejected nowhere despite without unable elusive stalled`)

// foretold takes the words of what is foretold or told: no times, no hedges.
func foretold(text string) phrase {
	p := phrase{words: make(wordSet, 0, 8)}
	last := ""
	for w := range fields(text) {
		switch {
		case denials[w], failWords[w]:
			p.denied = !p.denied
		case functionWords[w], timeWords[w], openWords[w], w[0] >= '0' && w[0] <= '9' && len(w) < 3:
		case w == "of" && last == "end":
		default:
			p.words = append(p.words, hash(stem(w)))
		}
		last = w
	}
	slices.Sort(p.words)
	p.words = slices.Compact(p.words)
	return p
}

// postingLimit is how many passages with one word are looked at for a forecast.
const postingLimit = 400

// match is the first passage within a time that has three quarters of the
// words, three at least, and few others. What came about cannot be told before
// the horizon begins.
func (p *passages) match(want phrase, window, horizon travaux.Interval) (passage, bool) {
	n := len(want.words)
	need := max(3, (3*n+3)/4)
	if n < need {
		return passage{}, false
	}
	rare := slices.Clone(want.words)
	slices.SortFunc(rare, func(a, b uint64) int { return cmp.Or(cmp.Compare(len(p.with[a]), len(p.with[b])), cmp.Compare(a, b)) })
	best := -1
	for _, w := range rare[:n-need+1] { // a match has one of these
		list := p.with[w]
		from := sort.Search(len(list), func(i int) bool { return p.list[list[i]].at.Lo >= window.Lo })
		for _, i := range list[from:min(len(list), from+postingLimit)] {
			x := &p.list[i]
			if x.at.Lo > window.Hi || best >= 0 && i >= best {
				break
			}
			if x.words.shared(want.words) < need {
				continue
			}
			if denies := x.denied != want.denied; denies && 2*n >= len(x.words) || !denies && 3*n >= len(x.words) && x.at.Hi >= horizon.Lo {
				best = i
			}
		}
	}
	if best < 0 {
		return passage{}, false
	}
	out := p.list[best]
	out.denies = out.denied != want.denied
	return out, true
}
