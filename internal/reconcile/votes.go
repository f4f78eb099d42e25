package reconcile

import (
	"regexp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// The kinds of vote that exclude each other; "" is not said.
const (
	ofThePeople  = "people"
	ofAnElection = "election"
	ofConfidence = "confidence"
)

var ballotWords = map[string]string{
	"referendum": ofThePeople, "referendums": ofThePeople, "referenda": ofThePeople, "plebiscite": ofThePeople,
	"election": ofAnElection, "elections": ofAnElection, "by-election": ofAnElection,
	"no-confidence": ofConfidence, "confidence": ofConfidence, "censure": ofConfidence,
}

// ballot is what kind of vote a happening is told as.
func (h *happening) ballot() string {
	for _, cl := range h.claims {
		for w := range strings.FieldsSeq(fold(cl.Quote)) {
			w = strings.Trim(w, ".,;:“”\"'()")
			if b := ballotWords[strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")]; b != "" {
				return b
			}
		}
	}
	if h.asState && purposeOfVote.MatchString(h.claims[0].Quote) {
		return ofThePeople
	}
	return ""
}

// purposeOfVote tells a state's own vote on what it is to do, "voted to join
// the bloc", from its vote in a body, "voted against the motion".
var purposeOfVote = regexp.MustCompile(`(?i)\bvot(e|es|ed|ing)\b.{0,40}\bto \w+`)

// tally is the counted votes that a happening is told with, such as "257-167".
func (h *happening) tally() string {
	for _, cl := range h.claims {
		if m := tallied.FindStringSubmatch(cl.Quote); m != nil {
			return m[1] + "-" + m[2]
		}
	}
	return ""
}

var tallied = regexp.MustCompile(`\b(\d{1,4}) ?(?:[-–—]|to) ?(\d{1,4})\b`)

// sameBallot decides about two votes of one day. A body votes on many things in
// a day, but who tells of “the vote” without saying on what tells of one; what
// sets two apart is another count, another kind or another voter.
func sameBallot(a, b *happening, c *cast) (score int, reason string) {
	if a.family != string(travaux.Vote) || !a.known || !b.known || a.when != b.when || a.when.Days() != 1 || a.saysAnyOf(manyVotes) || b.saysAnyOf(manyVotes) {
		return 0, ""
	}
	x, y := a.ballot(), b.ballot()
	switch {
	case otherBallot(a, b):
		return 0, ""
	case a.src == b.src:
		return 9, "one report, votes of one day with nothing to tell them apart"
	case x == ofThePeople && y == ofThePeople && overlapPlaces(a.electorate, b.electorate):
		return 9, "a vote of one people on one day"
	case samePeople(a.src, b.src, c) || common(a.who, b.who):
		return 7, "votes of one day with nothing to tell them apart, in reports of the same people"
	}
	return 0, ""
}

// manyVotes tell of several votes, or of one beside another.
var manyVotes = wordSet("votes ballots other another series both")

// otherBallot reports whether two votes are told with different counts or as
// of different kinds.
func otherBallot(a, b *happening) bool {
	if a.family != string(travaux.Vote) || b.family != a.family {
		return false
	}
	x, y := a.tally(), b.tally()
	k, l := a.ballot(), b.ballot()
	return x != "" && y != "" && x != y || k != "" && l != "" && k != l
}

// sameSigning decides about two signings of one day.
func sameSigning(a, b *happening, c *cast) (score int, reason string) {
	if a.family != string(travaux.Signature) || !a.known || !b.known || a.when != b.when || a.when.Days() != 1 {
		return 0, ""
	}
	switch {
	case common(a.who, b.who):
		return 12, "the same party signing on the same day"
	case a.src == b.src, samePeople(a.src, b.src, c):
		return 6, "a signing on the same day, in reports of the same people"
	}
	return 0, ""
}

// electorateOf are the states whose people a vote is of: those of the voters
// who are states or parts of one, else the state that the report names most.
func electorateOf(h *happening, c *cast, atlas Atlas) map[string]bool {
	out := map[string]bool{}
	for w := range h.who {
		if st := stateOf(c, atlas, w); st != "" {
			out[st] = true
		}
	}
	h.asState = len(out) == 1
	if len(out) > 0 || atlas == nil {
		return out
	}
	counts := map[string]int{}
	for _, m := range h.src.Named {
		if st := stateOf(c, atlas, c.of(h.src, m.Actor)); st != "" {
			counts[st]++
		}
	}
	best := ""
	for _, st := range sortedKeys(counts) {
		if best == "" || counts[st] > counts[best] {
			best = st
		}
	}
	if best != "" {
		out[best] = true
	}
	return out
}

// partOfVote reports whether a happening tells how some voted on what is known:
// “all Greens voted against the bill”.
func (h *happening) partOfVote() bool { return votedOnIt.MatchString(h.claims[0].Quote) }

var votedOnIt = regexp.MustCompile(`(?i)\bvoted (?:no|yes|(?:for|against|in favou?r of) (?:it|the (?:bill|measure|deal|motion|resolution|plan|agreement|accord|treaty|pact)))\b`)

// definite reports whether the words for a happening speak of a known one:
// “the vote”, “Britain’s vote”, “Thursday’s vote”.
func (h *happening) definite() bool {
	q := strings.ToLower(h.claims[0].Quote)
	return strings.HasPrefix(q, "the ") || strings.HasPrefix(q, "their ") || strings.HasPrefix(q, "his ") || strings.HasPrefix(q, "her ") ||
		slices.ContainsFunc(strings.Fields(q), func(w string) bool { return strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") })
}
