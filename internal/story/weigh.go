package story

import (
	_ "embed"
	"iter"
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
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

// vocabulary numbers the words of documents, each as it stands and as it counts.
type vocabulary struct {
	forms  map[string]int32 // as they stand; -1 for what tells nothing
	words  map[string]int32 // as they count
	weight []int64          // the rarity of a word, by its number
}

func newVocabulary() *vocabulary {
	return &vocabulary{forms: map[string]int32{}, words: map[string]int32{}}
}

func (v *vocabulary) number(form string) int32 {
	if n, ok := v.forms[form]; ok {
		return n
	}
	n := int32(-1)
	if w := Word(form); len(w) >= shortest {
		known, ok := v.words[w]
		if k := Rarity(w); !ok && k > common {
			known = int32(len(v.weight))
			v.weight = append(v.weight, k)
			v.words[w], ok = known, true
		}
		if ok {
			n = known
		}
	}
	v.forms[strings.Clone(form)] = n
	return n
}

// vector holds the weights of a document's words, in whole numbers so that
// their products are the same on every machine.
type vector struct {
	terms []term
	norm  float64
}

type term struct {
	word   int32
	weight int64
}

// weigh gives each word of d its count, dampened, times its rarity.
func (v *vocabulary) weigh(d Doc) vector {
	counts := map[int32]int{}
	count := func(s string, by int) {
		for form := range Forms(s) {
			if n := v.number(form); n >= 0 {
				counts[n] += by
			}
		}
	}
	count(d.Headline, headlineBy)
	count(d.Body[:min(len(d.Body), readBytes)], 1)
	out := vector{terms: make([]term, 0, len(counts))}
	sum := int64(0)
	for n, c := range counts {
		t := term{n, v.weight[n] * Dampened(c)}
		out.terms = append(out.terms, t)
		sum += t.weight * t.weight
	}
	out.norm = math.Sqrt(float64(max(sum, 1)))
	return out
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

// Words yields the words of s, in lower case and without a possessive.
func Words(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for form := range Forms(s) {
			if w := Word(form); w != "" && !yield(w) {
				return
			}
		}
	}
}

// Word is a form as Words yields it, "" for one of apostrophes alone.
func Word(form string) string {
	w := strings.ToLower(strings.Trim(form, "'’"))
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
}

// Forms yields the runs of letters, digits and apostrophes of s.
func Forms(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i := 0; i < len(s); {
			r, n := rune(s[i]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(s[i:])
			}
			switch {
			case inWord(r):
				if start < 0 {
					start = i
				}
			case start >= 0:
				if !yield(s[start:i]) {
					return
				}
				start = -1
			}
			i += n
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '\''
	}
	return r == '’' || unicode.IsLetter(r) || unicode.IsDigit(r)
}
