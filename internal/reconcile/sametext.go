package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// otherText reports what forbids that two accounts are of one text: one is a
// counter-proposal and the other not, one report tells them apart, or the
// numbers of points exclude each other and no name of its own unites them.
func otherText(a, b *text) bool {
	if a.src == b.src || a.counter != b.counter || a.derived != b.derived && comparePoints(a, b) <= 0 && !sameLetters(a, b) {
		return true
	}
	return compareParts(a, b) < 0 || comparePoints(a, b) < 0 && !common(a.proper, b.proper)
}

// compareParts returns 1 if both are called one part of a whole ("phase 1"), -1
// if they are called different ones, and 0 otherwise.
func compareParts(a, b *text) int {
	verdict := 0
	for noun, n := range a.parts {
		switch m := b.parts[noun]; {
		case m == "" || m == "?" || n == "?":
		case m == n:
			return 1
		default:
			verdict = -1
		}
	}
	return verdict
}

// comparePoints returns 1 if some number of points agrees, -1 if both state
// numbers and none can agree, and 0 otherwise.
func comparePoints(a, b *text) int {
	verdict := 0
	for _, v := range a.points {
		for _, w := range b.points {
			x, ok1 := numberAmount(v)
			y, ok2 := numberAmount(w)
			if !ok1 || !ok2 {
				continue
			}
			if compareAmounts(x, y) != travaux.Contradicts {
				return 1
			}
			verdict = -1
		}
	}
	return verdict
}

func common(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// textDays is how far apart two reports of one text may be.
const textDays = 45

// differ reports whether both know of authors, and of none in common.
func differ(a, b map[string]bool) bool { return len(a) > 0 && len(b) > 0 && !common(a, b) }

// torn returns the accounts whose strongest links lead equally to two texts that
// are not one: either may be meant, and they stay by themselves.
func torn(all []*text, links []link) map[int]bool {
	return between(links, func(int, int) bool { return true }, func(a, b int) bool { return toldApart(all[a], all[b]) })
}

// toldApart reports whether two accounts are certain to be of two texts: by what
// forbids that they are one, but of one report also by their names.
func toldApart(a, b *text) bool {
	if a.src != b.src {
		return otherText(a, b)
	}
	return a.counter != b.counter || a.claim.ID == b.claim.DerivedFrom || b.claim.ID == a.claim.DerivedFrom || comparePoints(a, b) < 0 || compareParts(a, b) < 0 ||
		len(a.proper) > 0 && len(b.proper) > 0 && !common(a.proper, b.proper) && !sameLetters(a, b)
}

// textLinks proposes which accounts are of one text. Candidates share a
// number of points, an actor, a first reporter or a word of the name.
func textLinks(all []*text, c *cast) []link {
	blocks := map[string][]int{}
	people := map[*source][]string{}
	for i, x := range all {
		keys := []string{"o" + x.src.origin}
		for _, v := range x.points {
			keys = append(keys, "n"+v.Value)
		}
		for noun, n := range x.parts {
			keys = append(keys, "s"+noun+n)
		}
		for _, m := range []map[string]bool{x.actors, x.first, x.words, x.called, x.letters, x.acronyms} {
			for k := range m {
				keys = append(keys, "k"+k)
			}
		}
		if x.counter || x.reached {
			if _, ok := people[x.src]; !ok {
				people[x.src] = peopleOf(x.src, c)
			}
			for _, p := range people[x.src] {
				keys = append(keys, fmt.Sprintf("p%t%t%s", x.counter, x.reached, p))
			}
		}
		for _, k := range orderIDs(keys) {
			blocks[k] = append(blocks[k], i)
		}
	}
	seen := map[[2]int]bool{}
	var links []link
	for _, k := range sortedKeys(blocks) {
		b := blocks[k]
		for i, x := range b {
			for _, y := range b[i+1 : min(len(b), i+1+sweepWindow)] {
				if p := [2]int{x, y}; !seen[p] {
					seen[p] = true
					if score, why := sameText(all[x], all[y], c); score > 0 {
						links = append(links, link{x, y, score, why})
					}
				}
			}
		}
	}
	return links
}

// agreement is what two accounts agree on, with how much it says.
type agreement struct {
	score int
	why   []string
}

func (x *agreement) give(n int, words string) {
	x.score += n
	x.why = append(x.why, words)
}

// sameText scores how likely two accounts are of one text, 0 for no, and says
// why in plain words. One agreement is never enough.
func sameText(a, b *text, c *cast) (score int, reason string) {
	if otherText(a, b) {
		return 0, ""
	}
	inTime := !a.src.dated || !b.src.dated || gap(a.src.when, b.src.when) <= textDays
	talks := inTime && sameTalks(a.src, b.src, c)
	var x agreement
	if a.src.origin == b.src.origin && sameName(a, b) {
		x.give(4, "one report is a copy or version of the other")
		x.give(1, "the same name")
	}
	counted := x.counts(a, b)
	x.hands(a, b)
	named := sharedName(a, b, inTime)
	x.names(a, b, named)
	letters := sameLetters(a, b)
	if !talks && !letters && x.score <= leastAgreement && len(x.why) == 2 && common(a.actors, b.actors) && !common(a.proper, b.proper) {
		return 0, "" // many a text of one party is called by one word: "Roth's fishing plan"
	}
	x.talks(a, b, counted, named, talks, c)
	if len(x.why) < 2 && !letters || x.score < leastAgreement {
		return 0, ""
	}
	return x.score, strings.Join(x.why, ", ")
}

// leastAgreement is the score from which two accounts are linked.
const leastAgreement = 3

// counts weighs what the two count: points, and parts of a whole. It reports
// whether they agree on one.
func (x *agreement) counts(a, b *text) bool {
	points, part := comparePoints(a, b), compareParts(a, b) > 0
	if points > 0 {
		x.give(2, "the same number of points")
		if provideAlike(a, b) {
			x.give(1, "a provision alike")
		}
	}
	if points < 0 {
		x.score -= 2
	}
	if part {
		x.give(2, "called the same part of a whole")
	}
	return points > 0 || part
}

// hands weighs whose the two are, and who told of them first.
func (x *agreement) hands(a, b *text) {
	if common(a.actors, b.actors) {
		x.give(2, "an author or party in common")
	}
	if common(a.first, b.first) {
		x.give(2, "the same first reporter")
	}
	if a.counter {
		x.give(1, "both a counter-proposal")
	}
}

// names weighs what the two are called.
func (x *agreement) names(a, b *text, named bool) {
	if common(a.proper, b.proper) {
		x.give(2, "a name in common")
	} else if common(a.words, b.words) {
		x.give(1, "a word of the description in common")
	}
	if sameLetters(a, b) {
		x.give(3, "the same name of its own, or its initials")
	} else if named && (len(a.actors) == 0 || len(b.actors) == 0 || common(a.actors, b.actors)) {
		x.give(2, "the same name of its own")
	}
}

// talks weighs when the two are told of, and in which talks.
func (x *agreement) talks(a, b *text, counted, named, talks bool, c *cast) {
	dated := a.src.dated && b.src.dated
	switch {
	case dated && gap(a.src.when, b.src.when) > 365:
		x.score -= 2
	case dated && counted && talks:
		x.give(1, "reported within weeks of each other, of the same people")
	}
	inTime := !dated || gap(a.src.when, b.src.when) <= textDays
	switch {
	case !talks:
		if a.counter && inTime && peopleInCommon(a.src, b.src, c) > 0 {
			x.give(1, "of somebody in common")
		}
	case a.counter && !differ(a.actors, b.actors):
		x.give(2, "reported within weeks of each other, of the same talks")
	case a.reached && b.reached && !differ(a.actors, b.actors) && (len(a.proper)+len(b.proper)+len(a.called)+len(b.called) == 0 || common(a.proper, b.proper) || named):
		x.give(2, "both an agreement that was reached")
		x.give(1, "reported within weeks of each other, of the same talks")
	}
}

// sharedName reports whether two texts have a name of its own in common that
// means one text at the times of their reports.
func sharedName(a, b *text, inTime bool) bool {
	for name, lasts := range a.called {
		if _, ok := b.called[name]; ok && (inTime || lasts) {
			return true
		}
	}
	return false
}

func sameName(a, b *text) bool {
	return slices.ContainsFunc(a.claim.Names, func(v travaux.Value) bool {
		return slices.ContainsFunc(b.claim.Names, func(w travaux.Value) bool { return v.Value == w.Value })
	})
}
