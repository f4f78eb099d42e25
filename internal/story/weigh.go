package story

import (
	_ "embed"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

//go:embed frequencies.txt
var frequenciesTXT string

// rarity is how rare each word is: the binary logarithm, times 4, of one in how
// many paragraphs of general text has it (inverse document frequency). It is
// fixed, so that two documents are as alike whatever stands beside them.
var rarity = sync.OnceValue(func() map[string]int64 {
	m := map[string]int64{}
	for line := range strings.Lines(frequenciesTXT) {
		if word, n, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && line[0] != '#' {
			if k, err := strconv.ParseInt(n, 10, 64); err == nil { // checked by a test
				m[word] = k
			}
		}
	}
	return m
})

const (
	rarest     = 60   // of a word that the list does not have
	common     = 20   // words up to here tell nothing
	shortest   = 3    // letters of a word that counts
	readBytes  = 6000 // of a body: what a report is about stands first
	headlineBy = 2    // times that a word of the headline counts
)

// vector holds the weights of a document's words, in whole numbers so that
// their products are the same on every machine.
type vector struct {
	terms []term // by word
	norm  float64
}

type term struct {
	word   string
	weight int64
}

// weigh gives each word of d its count, dampened, times its rarity.
func weigh(d Doc) vector {
	counts := map[string]int{}
	count(counts, d.Headline, headlineBy)
	body := d.Body
	if len(body) > readBytes {
		body = body[:readBytes]
	}
	count(counts, body, 1)
	var v vector
	sum := int64(0)
	for w, n := range counts {
		k := Rarity(w)
		if k <= common || len(w) < shortest {
			continue
		}
		t := term{w, k * Dampened(n)}
		v.terms = append(v.terms, t)
		sum += t.weight * t.weight
	}
	slices.SortFunc(v.terms, func(a, b term) int { return strings.Compare(a.word, b.word) })
	v.norm = math.Sqrt(float64(max(sum, 1)))
	return v
}

// Rarity is how rare a word of lower case is in general text: four times the
// binary logarithm of one in how many paragraphs has it.
func Rarity(w string) int64 {
	if k, ok := rarity()[w]; ok {
		return k
	}
	return rarest
}

// Dampened is 16 × (1 + ln n), from a table: what n occurrences of a word count
// for.
func Dampened(n int) int64 {
	table := [...]int64{0, 16, 27, 34, 38, 42, 45, 47, 49, 51, 53, 54, 56, 57, 58, 59}
	if n >= len(table) {
		return 64
	}
	return table[n]
}

func count(m map[string]int, s string, by int) {
	for w := range Words(s) {
		m[w] += by
	}
}

// Words yields the words of s, in lower case and without a possessive.
func Words(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(s, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
		}) {
			w = strings.ToLower(strings.Trim(w, "'’"))
			w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
			if w != "" && !yield(w) {
				return
			}
		}
	}
}
