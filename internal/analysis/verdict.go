package analysis

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"github.com/travaux/travaux"
)

// verdict is how somebody foretells that a vote on a text goes.
type verdict struct {
	yes   bool
	share float64 // of the votes in favour, in per cent; 0 where none is foretold
}

var (
	passWords   = wordList("pass passes passed passage approve approves approved approval ratify ratifies ratified ratification adopt adopts adopted adoption accept accepted acceptance endorse endorsed yes")
	defeatWords = wordList("reject rejects rejected rejection defeat defeated fail fails failed refuse refused refusal")
	ballotWords = wordList("ballot vote votes voting referendum poll motion bill plan proposal draft text offer package measure member members voter voters")
	favourShare = regexp.MustCompile(`(?i)\b(\d{1,3}(?:\.\d+)?)\s*(?:%|per ?cent)[^.;]{0,40}?\b(?:in favou?r|voted (?:yes|for)|backed|supported|said yes)\b`)
	acceptedBy  = wordList("adopted ratified in_force")
	rejectedBy  = wordList("rejected")
)

const (
	verdictSpan  = travaux.Day(92) // how long after a forecast without a time a vote may still be its
	peopleShared = 3               // by which two reports are of the same talks
)

// foretoldVerdict reads a forecast of a vote and of nothing else.
func foretoldVerdict(f *travaux.Forecast) (verdict, bool) {
	if f.Type != "prediction" && f.Type != "expectation" {
		return verdict{}, false
	}
	text := strings.ReplaceAll(strings.ToLower(f.Proposition), "than not", "")
	if m := favourShare.FindStringSubmatch(text); m != nil {
		n, err := strconv.ParseFloat(m[1], 64)
		return verdict{n > 50, n}, err == nil && n > 0 && n <= 100
	}
	said, denied := 0, false
	yes := false
	for w := range fields(text) {
		switch {
		case passWords[w]:
			said, yes = said+1, true
		case defeatWords[w]:
			said, yes = said+1, false
		case denials[w]:
			denied = !denied
		case functionWords[w], timeWords[w], openWords[w], agreementWords[w], ballotWords[w]:
		default:
			return verdict{}, false
		}
	}
	return verdict{yes: yes != denied}, said == 1
}

// decidedByVote reports whether a vote decides a forecast, whenever it is.
func decidedByVote(f *travaux.Forecast) bool {
	_, ok := foretoldVerdict(f)
	return ok
}

// stateAt is a state of a text, and when a report told it.
type stateAt struct {
	at    travaux.Interval
	text  *travaux.Proposal
	value travaux.Value
	span  travaux.Span
}

// textStates are the states of texts in the order in which they were told.
func (r *resolver) textStates() []stateAt {
	if r.states != nil {
		return r.states
	}
	r.states = []stateAt{}
	for i := range r.v.Record.Proposals {
		p := &r.v.Record.Proposals[i]
		for _, ver := range p.Versions {
			for _, s := range ver.Statuses {
				for _, span := range s.Spans {
					if at, ok := r.v.published(span.Report); ok && (concludedBy[s.Value] || acceptedBy[s.Value] || rejectedBy[s.Value]) {
						r.states = append(r.states, stateAt{at, p, s, span})
					}
				}
			}
		}
	}
	slices.SortFunc(r.states, func(a, b stateAt) int {
		return cmp.Or(cmp.Compare(a.at.Lo, b.at.Lo), cmp.Compare(a.at.Hi, b.at.Hi), compareSpans(a.span, b.span), strings.Compare(a.text.ID, b.text.ID), strings.Compare(a.value.Value, b.value.Value))
	})
	return r.states
}

// firstState is the first told, within a time, of some states of a text: of one
// that the forecast's own report tells of, else of one without a name of its own,
// in a report of the same people.
func (r *resolver) firstState(f *travaux.Forecast, window travaux.Interval, want func(string) bool) (stateAt, bool) {
	list := r.textStates()
	from := sort.Search(len(list), func(i int) bool { return list[i].at.Lo >= window.Lo })
	report := f.Spans[0].Report
	best, found := stateAt{}, false
	for _, s := range list[from:min(len(list), from+postingLimit)] {
		if s.at.Lo > window.Hi {
			break
		}
		if !want(s.value.Value) {
			continue
		}
		if slices.Contains(s.text.Reports, report) {
			return s, true
		}
		if !found && !named(s.text.Label) && r.samePeople(report, s.span.Report) {
			best, found = s, true
		}
	}
	return best, found
}

// named reports whether a text is known by a name of its own.
func named(label string) bool {
	return strings.IndexFunc(label, unicode.IsUpper) >= 0
}

// samePeople reports whether two reports name enough of the same actors to be of
// the same talks.
func (r *resolver) samePeople(a, b string) bool {
	if r.people == nil {
		r.people = map[string]map[string]bool{}
		for i := range r.v.Record.Actors {
			x := &r.v.Record.Actors[i]
			if x.Type == travaux.ActorMedia || x.Type.Anonymous() {
				continue
			}
			for _, s := range x.Spans {
				if r.people[s.Report] == nil {
					r.people[s.Report] = map[string]bool{}
				}
				r.people[s.Report][x.ID] = true
			}
		}
	}
	n := 0
	for id := range r.people[a] {
		if r.people[b][id] {
			n++
		}
	}
	return n >= peopleShared
}

// byVerdict resolves a forecast of how a vote goes by what a later report says
// became of the text.
func (r *resolver) byVerdict(x *Foreseen, told, window travaux.Interval) *Resolution {
	want, ok := foretoldVerdict(x.Forecast)
	if !ok {
		return nil
	}
	window.Hi = min(max(window.Lo, told.Hi)+verdictSpan, r.v.Day)
	s, ok := r.firstState(x.Forecast, window, func(v string) bool { return acceptedBy[v] || rejectedBy[v] })
	if !ok {
		return nil
	}
	res := &Resolution{
		Fate: CameTrue, When: edtf(s.at), Row: s.text.ID, Rule: "resolution.vote", Evidence: r.v.within(ofValue(s.value), s.span.Report),
		Why: "A later report has the text “" + s.text.Label + "” as " + plain(s.value.Value) + ".",
	}
	if want.yes != acceptedBy[s.value.Value] {
		res.Fate = DidNot
	}
	if want.share > 0 {
		r.countShare(res, x.Forecast, want.share, s.span.Report)
	}
	return res
}

// countShare holds the share of votes that was foretold against the one that the
// report tells; "about" reaches two and a half points either way, as a figure
// rounded to five does.
func (r *resolver) countShare(res *Resolution, f *travaux.Forecast, share float64, report string) {
	for i := range r.v.Record.Statements {
		st := &r.v.Record.Statements[i]
		if st.Report != report || len(st.Content) == 0 {
			continue
		}
		m := favourShare.FindStringSubmatch(st.Content[0].Quote)
		if m == nil {
			continue
		}
		got, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			continue
		}
		reach := 0.5
		if strings.Contains(strings.ToLower(f.Proposition), "about") || strings.Contains(strings.ToLower(f.Proposition), "around") {
			reach = 2.5
		}
		res.Fate, res.Row, res.Rule = CameTrue, st.ID, "resolution.share"
		if math.Abs(got-share) > reach {
			res.Fate = DidNot
		}
		res.Evidence = gather(Evidence{[]string{st.ID}, st.Content}, res.Evidence)
		res.Why = "A later report tells the share of the votes: " + m[1] + " per cent."
		return
	}
}
