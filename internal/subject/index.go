// Package subject finds what the reports of a folder are about, and which of
// them are about something else, by the words that the reports share and other
// text does not.
//
// It looks at words alone. It is not for events (package story groups those),
// for copies, or for deciding what becomes of a report on another subject.
//
// Whatever it finds depends on the set of reports alone, not on their order;
// all arithmetic is in whole numbers.
package subject

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/story"
)

const (
	passageWords = 120  // words of a passage; each begins where half of the last is over
	readWords    = 4000 // of a report: longer ones are judged by their beginning
	headlineBy   = 2    // times that a word of the headline counts
	topWords     = 12   // most telling words of a report
	fewestWords  = 12   // distinct telling words of a report that can be judged
	common       = 20   // rarity up to which a word tells nothing (see story.Rarity)
	shortest     = 3    // letters of a word that tells
)

// Report is a report to be looked at.
type Report struct {
	ID             string
	Headline, Body string
}

// Index holds the words of reports. A report costs the length of its text to
// add and nothing again.
type Index struct {
	ids     []string
	forms   map[string]form // as they stand in texts
	numbers map[string]int32
	words   []word
	has     [][]int32 // the distinct words of a report
	top     [][]int32 // those that tell most of it
	first   []int32   // the first passage of a report
	of      []int32   // the report of a passage
}

// form is a word as it stands in a text.
type form struct {
	word    int32 // -1 for one that tells nothing
	skipped bool  // is no word
	capital bool
}

// word is what is known of a word in all reports.
type word struct {
	text     string
	rarity   int64
	reports  int // how many have it
	seen     int // how often
	capital  int // of these with a capital
	passages []int32
}

// Add takes in a report. Its number is how many were added before.
func (x *Index) Add(r Report) {
	if x.numbers == nil {
		x.numbers, x.forms = map[string]int32{}, map[string]form{}
	}
	x.ids = append(x.ids, r.ID)
	x.first = append(x.first, int32(len(x.of)))
	text := make([]int32, 0, 800) // the words in order, -1 for one that tells nothing
	counts := map[int32]int{}
	for i, s := range []string{r.Headline, r.Body} {
		for f := range story.Forms(s) {
			if len(text) == readWords {
				break
			}
			w := x.form(f)
			if w.skipped {
				continue
			}
			text = append(text, w.word)
			if w.word < 0 {
				continue
			}
			x.words[w.word].seen++
			if w.capital {
				x.words[w.word].capital++
			}
			counts[w.word]++
			if i == 0 {
				counts[w.word] += headlineBy - 1
			}
		}
	}
	x.cut(text)
	x.weigh(counts)
}

func (x *Index) form(s string) form {
	f, ok := x.forms[s]
	if !ok {
		w, capital := spoken(s)
		f = form{skipped: w == "", capital: capital}
		if w != "" {
			f.word = x.number(w)
		}
		x.forms[strings.Clone(s)] = f
	}
	return f
}

// number returns the number of a word that tells, -1 of one that does not.
func (x *Index) number(w string) int32 {
	if n, ok := x.numbers[w]; ok {
		return n
	}
	n := int32(-1)
	if rarity := story.Rarity(w); rarity > common && utf8.RuneCountInString(w) >= shortest && !ofReporting[w] {
		n = int32(len(x.words))
		x.words = append(x.words, word{text: w, rarity: rarity})
	}
	x.numbers[w] = n
	return n
}

// cut notes in which passages of the report that was added last words stand.
func (x *Index) cut(text []int32) {
	report := int32(len(x.ids) - 1)
	for from := 0; from == 0 || from+passageWords/2 < len(text); from += passageWords / 2 {
		p := int32(len(x.of))
		x.of = append(x.of, report)
		for _, n := range text[from:min(from+passageWords, len(text))] {
			if n < 0 {
				continue
			}
			if at := x.words[n].passages; len(at) == 0 || at[len(at)-1] != p {
				x.words[n].passages = append(at, p)
			}
		}
	}
}

// weigh notes the words of the report that was added last.
func (x *Index) weigh(counts map[int32]int) {
	all := make([]int32, 0, len(counts))
	type weighed struct {
		n      int32
		weight int64
	}
	list := make([]weighed, 0, len(counts))
	for n, c := range counts {
		w := &x.words[n]
		w.reports++
		all = append(all, n)
		list = append(list, weighed{n, w.rarity * story.Dampened(c)})
	}
	slices.SortFunc(list, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(x.words[a.n].text, x.words[b.n].text))
	})
	var top []int32
	for _, w := range list[:min(len(list), topWords)] {
		top = append(top, w.n)
	}
	x.has, x.top = append(x.has, all), append(x.top, top)
}

// judged reports whether a report has words enough to be judged.
func (x *Index) judged(report int) bool { return len(x.has[report]) >= fewestWords }

// show is a word as it is mostly written.
func (x *Index) show(n int32) string {
	w := &x.words[n]
	if 2*w.capital <= w.seen {
		return w.text
	}
	r, size := utf8.DecodeRuneInString(w.text)
	return string(unicode.ToUpper(r)) + w.text[size:]
}
