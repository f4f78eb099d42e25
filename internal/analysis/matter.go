package analysis

import (
	"cmp"
	"encoding/binary"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordSet are the words of a phrase that say what it is about, as hashes of
// their stems, sorted.
type wordSet []uint64

// negation stands in a set for an odd number of words that deny.
const negation = 1

// phrase is what a phrase is about, and whether it denies it.
type phrase struct {
	words  wordSet
	denied bool
}

// read takes the content words of a phrase. "Other than" denies, like "not".
func read(text string) phrase {
	p := phrase{words: make(wordSet, 0, 8)}
	last := ""
	for w := range fields(text) {
		switch {
		case denials[w], w == "than" && last == "other", w == "but" && p.denied: // "not this but that"
			p.denied = !p.denied
		case !functionWords[w]:
			p.words = append(p.words, hash(stem(w)))
		}
		last = w
	}
	slices.Sort(p.words)
	p.words = slices.Compact(p.words)
	return p
}

// words are the content words of a phrase, with a mark where it denies.
func words(text string) wordSet {
	p := read(text)
	if p.denied {
		return p.words.with(negation)
	}
	return p.words
}

// exactWords are those of a phrase in which other numbers make another matter:
// 340 cubic metres are not 430.
func exactWords(text string) wordSet {
	set := words(text)
	var numbers uint64
	for f := range fields(text) {
		if f[0] >= '0' && f[0] <= '9' {
			numbers += hash(f) // in any order
		}
	}
	if numbers == 0 {
		return set
	}
	out := make(wordSet, len(set))
	for i, w := range set {
		out[i] = w ^ numbers
	}
	slices.Sort(out)
	return out
}

// hash is the 64-bit FNV-1a hash of a word.
func hash(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return h
}

// fields are the words of a phrase in lower case: letters, digits, and points
// within numbers; a possessive's s is left out.
func fields(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		s := strings.ToLower(text)
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
const stemBytes = 7

// stem cuts endings, and what follows the first letters. Numbers are kept.
func stem(w string) string {
	if w[0] >= '0' && w[0] <= '9' {
		return w
	}
	if base, ok := irregular[w]; ok {
		w = base
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		w = w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
		w = w[:len(w)-1]
	}
	for _, ending := range []string{"ing", "ed"} {
		if base, ok := strings.CutSuffix(w, ending); ok && len(base) > 2 && strings.ContainsAny(base, "aeiouy") {
			w = base
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
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

// irregular are past forms that no ending betrays, of verbs that tell what
// became of talks.
var irregular = pairs(`became become; began begin; begun begin; bought buy; broke break; broken break; brought bring; built build; chose choose;
chosen choose; drew draw; drawn draw; fell fall; fallen fall; felt feel; found find; fought fight; froze freeze; frozen freeze; gave give; given give;
grew grow; grown grow; held hold; kept keep; knew know; known know; laid lay; led lead; left leave; lost lose; meant mean; met meet; paid pay;
ran run; rose rise; risen rise; sat sit; sent send; shook shake; shrank shrink; sold sell; sought seek; spent spend; split split; spoke speak;
spoken speak; stood stand; struck strike; thrown throw; threw throw; told tell; took take; taken take; understood understand; withdrew withdraw;
withdrawn withdraw; won win; wrote write; written write`)

func pairs(s string) map[string]string {
	out := map[string]string{}
	for p := range strings.SplitSeq(s, ";") {
		if f := strings.Fields(p); len(f) == 2 {
			out[f[0]] = f[1]
		}
	}
	return out
}

// functionWords say nothing of what a phrase is about.
var functionWords = wordList(`a an the this that these those its it his her their our your my which who whom whose what
and or but nor so as at by for from in into of off on onto out over to under up upon with within about than then
is are was were be been being am has have had do does did will would shall should can could may might must
he she they we you i him them us there here any all some such each every both either other another more most very also just only even
do doing done get gets got getting go goes going went make makes made making come comes came put puts want wants wanted expected expects expect likely
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

// key is the set as a string.
func (a wordSet) key() string {
	b := make([]byte, 0, 8*len(a))
	for _, w := range a {
		b = binary.BigEndian.AppendUint64(b, w)
	}
	return string(b)
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
func (a wordSet) with(w uint64) wordSet {
	out := append(slices.Clone(a), w)
	slices.Sort(out)
	return slices.Compact(out)
}

// alike reports whether two sets are on one matter: at least half of all their
// words are shared, or the shorter, of two words at least, is a third at least
// of the longer.
func (a wordSet) alike(b wordSet) bool {
	n := a.shared(b)
	return n > 0 && 2*n >= len(a)+len(b)-n || n > 1 && n == min(len(a), len(b)) && 3*n >= max(len(a), len(b))
}

// commonWord is in how many groups a word may stand and still be used to look
// for an alike one; it bounds the work.
const commonWord = 48

// matters groups phrases that are on one matter: each joins the first group
// whose shortest phrase is like it, groups being taken by their shortest
// phrase. It returns for each phrase the least index in its group. Phrases
// without a content word are alone. Which phrases are grouped does not depend
// on their order.
func matters(sets []wordSet) []int {
	order := make([]int, 0, len(sets))
	out := make([]int, len(sets))
	for i := range sets {
		out[i] = i
		if len(sets[i]) > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(len(sets[i]), len(sets[j])), slices.Compare(sets[i], sets[j]), cmp.Compare(i, j))
	})
	with := map[uint64][]int{} // word → the groups whose shortest phrase has it
	for x, i := range order {
		if x > 0 && slices.Equal(sets[i], sets[order[x-1]]) {
			out[i] = out[order[x-1]]
			continue
		}
		if g := likest(sets, i, with); g >= 0 {
			out[i] = g
			continue
		}
		for _, w := range sets[i] {
			with[w] = append(with[w], i)
		}
	}
	return leasts(out)
}

// likest is the first group whose shortest phrase is like phrase i, or -1.
func likest(sets []wordSet, i int, with map[uint64][]int) int {
	best := -1
	for _, w := range sets[i] {
		if len(with[w]) > commonWord {
			continue
		}
		for _, g := range with[w] {
			if (best < 0 || before(sets[g], sets[best])) && sets[i].alike(sets[g]) {
				best = g
			}
		}
	}
	return best
}

func before(a, b wordSet) bool {
	return cmp.Or(cmp.Compare(len(a), len(b)), slices.Compare(a, b)) < 0
}

// leasts replaces each group by its least member.
func leasts(group []int) []int {
	least := make(map[int]int, len(group))
	for i, g := range group {
		if _, ok := least[g]; !ok {
			least[g] = i
		}
	}
	for i, g := range group {
		group[i] = least[g]
	}
	return group
}
