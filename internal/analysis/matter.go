package analysis

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordSet are the words of a phrase that say what it is about, as numbers,
// sorted. Two phrases are on one matter if they share most of theirs.
type wordSet []int32

// lexicon numbers the stems that it has seen.
type lexicon struct{ ids map[string]int32 }

func newLexicon() *lexicon { return &lexicon{map[string]int32{}} }

func (l *lexicon) id(stem string) int32 {
	n, ok := l.ids[stem]
	if !ok {
		n = int32(len(l.ids))
		l.ids[stem] = n
	}
	return n
}

// negation stands in a set for an odd number of words that deny.
const negation = "¬"

// words are the content words of a phrase.
func (l *lexicon) words(phrase string) wordSet {
	out := make(wordSet, 0, 8)
	denied := false
	for w := range fields(phrase) {
		switch {
		case denials[w]:
			denied = !denied
		case !functionWords[w]:
			out = append(out, l.id(stem(w)))
		}
	}
	if denied {
		out = append(out, l.id(negation))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// fields are the words of a phrase in lower case: letters, digits, and points
// within numbers; a possessive's s is left out.
func fields(phrase string) iter.Seq[string] {
	return func(yield func(string) bool) {
		s := strings.ToLower(phrase)
		start := -1
		for i, r := range s {
			inside := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' && start >= 0 && digitsAround(s, i)
			switch {
			case inside && start < 0:
				start = i
			case !inside && start >= 0:
				if w := s[start:i]; !(w == "s" && apostropheBefore(s, start)) && !yield(w) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			if w := s[start:]; !(w == "s" && apostropheBefore(s, start)) {
				yield(w)
			}
		}
	}
}

func digitsAround(s string, i int) bool {
	return i+1 < len(s) && s[i-1] >= '0' && s[i-1] <= '9' && s[i+1] >= '0' && s[i+1] <= '9'
}

func apostropheBefore(s string, i int) bool {
	return strings.HasSuffix(s[:i], "'") || strings.HasSuffix(s[:i], "’")
}

// stemBytes is how much of a word tells it from others: "negotiate",
// "negotiation" and "negotiators" are one matter.
const stemBytes = 6

// stem cuts the plural, and what follows the first letters. Numbers are kept.
func stem(w string) string {
	if w[0] >= '0' && w[0] <= '9' {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		w = w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
		w = w[:len(w)-1]
	}
	if len(w) <= stemBytes {
		return w
	}
	end := stemBytes
	for !utf8.RuneStart(w[end]) {
		end--
	}
	return w[:end]
}

// functionWords say nothing of what a phrase is about.
var functionWords = wordList(`a an the this that these those its it his her their our your my which who whom whose what
and or but nor so as at by for from in into of off on onto out over to under up upon with within about than then
is are was were be been being am has have had do does did will would shall should can could may might must
he she they we you i him them us there here any all some such each every both either other another more most very also just only even
s t mr mrs ms said says say`)

// denials turn what a phrase says.
var denials = wordList(`no not never without neither cannot n't nt none`)

func wordList(s string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		out[w] = true
	}
	return out
}

// shared counts the words in both sets.
func (a wordSet) shared(b wordSet) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// with is the set and one more member.
func (a wordSet) with(w int32) wordSet {
	out := append(slices.Clone(a), w)
	slices.Sort(out)
	return slices.Compact(out)
}

// alike reports whether two sets are on one matter: at least half of all their
// words are shared, or two words at least are and the shorter is part of the
// longer.
func (a wordSet) alike(b wordSet) bool {
	n := a.shared(b)
	return n > 0 && 2*n >= len(a)+len(b)-n || n > 1 && n == min(len(a), len(b))
}

// commonWord is in how many different phrases a word may stand and still be
// used to look for alike ones; it bounds the work.
const commonWord = 48

// matters groups phrases that are on one matter, directly or through others:
// the result has, for each, the least index of its group. Which phrases are
// grouped does not depend on their order.
func matters(sets []wordSet) []int {
	group := newGroups(len(sets))
	first := map[string]int{} // of equal sets
	var reps []int
	for i, s := range sets {
		if len(s) == 0 {
			continue
		}
		k := s.key()
		if j, ok := first[k]; ok {
			group.join(i, j)
			continue
		}
		first[k] = i
		reps = append(reps, i)
	}
	with := map[int32][]int{}
	for _, i := range reps {
		for _, w := range sets[i] {
			with[w] = append(with[w], i)
		}
	}
	for _, list := range with {
		if len(list) > commonWord {
			continue
		}
		for x, i := range list {
			for _, j := range list[x+1:] {
				if group.of(i) != group.of(j) && sets[i].alike(sets[j]) {
					group.join(i, j)
				}
			}
		}
	}
	out := make([]int, len(sets))
	for i := range out {
		out[i] = group.of(i)
	}
	return out
}

func (a wordSet) key() string {
	b := make([]byte, 0, 4*len(a))
	for _, w := range a {
		b = append(b, byte(w>>24), byte(w>>16), byte(w>>8), byte(w))
	}
	return string(b)
}

// groups is a union-find whose roots are the least members.
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

func (g groups) of(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

func (g groups) join(i, j int) {
	i, j = g.of(i), g.of(j)
	g[max(i, j)] = min(i, j)
}
