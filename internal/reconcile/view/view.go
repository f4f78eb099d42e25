// Package view finds in one report the words by which somebody judges the
// negotiation: how near an agreement is, whether those concerned act together,
// whether what is on the table is new, in what tone they talked, what is hoped
// of it; and who judges so.
//
// It is for telling that two holders see one matter differently. It is not for
// what a party wants (a position), nor for saying who is right.
package view

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/table"
)

// View is one judgement. Speaker is the id of a local actor, "" where words
// like "was hailed as" leave out whose view it is.
type View struct {
	Matter  string
	Good    bool // the side of the matter
	Words   string
	Span    travaux.Span
	Speaker string
	// Statement is the id of the innermost statement that holds the words.
	Statement string
}

// Stretch is a part of a text, such as a sentence.
type Stretch struct{ Start, End int }

//go:embed views.txt
var viewLines string

//go:embed topic.txt
var topicLines string

// phrase is one row of views.txt.
type phrase struct {
	matter string
	good   bool
	words  []string
	alone  bool // needs no word of the topic beside it
}

type lexicon struct {
	byFirst map[string][]phrase // by the first word, or its beginning before a star
	stems   []string            // first words that end in a star
	topic   []string
}

var theLexicon = sync.OnceValue(func() *lexicon {
	l, err := parse(viewLines, topicLines)
	if err != nil {
		panic(err) // the file is embedded, and a test parses it
	}
	return l
})

func parse(views, topic string) (*lexicon, error) {
	l := &lexicon{byFirst: map[string][]phrase{}}
	err := table.Rows("views.txt", views, func(cols []string) error {
		if len(cols) != 3 || cols[1] != "+" && cols[1] != "-" || cols[2] == "" {
			return fmt.Errorf("%q is not a matter, a side and words", cols)
		}
		words, alone := strings.CutSuffix(cols[2], "!")
		p := phrase{cols[0], cols[1] == "+", strings.Fields(words), alone}
		first, star := strings.CutSuffix(p.words[0], "*")
		if star && !slices.Contains(l.stems, first) {
			l.stems = append(l.stems, first)
		}
		l.byFirst[first] = append(l.byFirst[first], p)
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = table.Rows("topic.txt", topic, func(cols []string) error {
		l.topic = append(l.topic, cols[0])
		return nil
	})
	return l, err
}

// word is a word of the text in lower case.
type word struct {
	text       string
	start, end int
	fresh      bool // begins a clause: a comma, a dash or a bracket stands before it
}

// Read returns the judgements in the sentences of a reading, in text order.
// Readings of a record do not keep their sentences, so these are given apart.
func Read(g *travaux.Reading, sentences []Stretch) []View {
	l := theLexicon()
	var out []View
	var before []word // of the sentence before
	for _, s := range sentences {
		words := split(g.Report.Text, s)
		if !strings.HasSuffix(strings.TrimRight(g.Report.Text[s.Start:s.End], " \n\"”’'"), "?") {
			topical := sync.OnceValue(func() bool { return l.topical(words) || l.topical(before) })
			out = l.read(g, words, topical, out)
		}
		before = words
	}
	return out
}

func (l *lexicon) read(g *travaux.Reading, words []word, topical func() bool, out []View) []View {
	for i := 0; i < len(words); {
		p, ok := l.match(words[i:])
		if !ok || !p.alone && !topical() {
			i++
			continue
		}
		from, end := i, i+len(p.words)
		i = end
		good, first, ok := polarity(p, words, from)
		if !ok {
			continue
		}
		sp := travaux.SpanOf(g.Report.Text, words[first].start, words[end-1].end)
		v := View{Matter: p.matter, Good: good, Words: strings.ToLower(sp.Quote), Span: sp}
		v.Speaker, v.Statement = holder(g, sp, p.matter == "novelty" && p.good)
		if unnamed(words[:from]) {
			v.Speaker = ""
		}
		if v.Statement != "" {
			out = append(out, v)
		}
	}
	return out
}

// match returns the longest phrase at the head of words.
func (l *lexicon) match(words []word) (best phrase, ok bool) {
	try := func(list []phrase) {
		for _, p := range list {
			if len(p.words) > len(best.words) && p.at(words) {
				best, ok = p, true
			}
		}
	}
	try(l.byFirst[words[0].text])
	for _, s := range l.stems {
		if strings.HasPrefix(words[0].text, s) {
			try(l.byFirst[s])
		}
	}
	return best, ok
}

func (p phrase) at(words []word) bool {
	if len(words) < len(p.words) {
		return false
	}
	for i, w := range p.words {
		if !like(words[i].text, w) {
			return false
		}
	}
	return true
}

// like reports whether a word is the pattern, of which a star is any ending.
func like(w, pattern string) bool {
	if stem, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(w, stem)
	}
	return w == pattern
}

func (l *lexicon) topical(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool {
		return slices.ContainsFunc(l.topic, func(t string) bool { return like(w.text, t) })
	})
}

// nearWords is how far back a negation reaches.
const nearWords = 4

// polarity is the side of a phrase in its clause, with the first of its words
// and of the negation before it; ok is false where nothing is asserted.
func polarity(p phrase, words []word, at int) (good bool, first int, ok bool) {
	good, first = p.good, at
	for i := at - 1; i >= 0 && !words[i+1].fresh; i-- {
		w := words[i].text
		switch {
		case open[w]:
			return false, 0, false
		case at-i <= nearWords && (denials[w] || strings.HasSuffix(w, "n't")):
			if !p.good || first != at {
				return false, 0, false // "not deadlocked", and twice denied: no plain view
			}
			good, first = false, i
		}
	}
	return good, first, true
}

// open words leave open whether what follows is so; denials deny it.
var (
	open = wordSet(`any if whether unless until could may might would should must can hope hopes hoped hoping seek seeks seeking
 sought aim aims aimed need needs needed want wants wanted chance chances prospect prospects possibility possible
 potential risk risks risking lest avoid avoiding break breaking overcome ending end toward towards before after`)
	denials = wordSet(`no not never hardly neither nor without lack lacks lacking unlikely doubt doubts doubted doubtful
 sceptical skeptical dismiss dismissed denied denies fail failed fails far little less`)
	passive   = wordSet("was were is are be been being while though widely broadly warmly quickly initially generally often")
	reporting = wordSet("welcomed hailed praised described seen viewed regarded billed touted portrayed presented perceived")
)

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// unnamed reports whether a passive before the words leaves out whose view it
// is: "was hailed as a".
func unnamed(before []word) bool {
	for i := len(before) - 1; i >= max(2, len(before)-nearWords-2); i-- {
		if before[i].text == "as" && reporting[before[i-1].text] {
			return passive[before[i-2].text]
		}
	}
	return false
}

// holder is the speaker of the innermost statement that holds the words, and
// its id. What only qualifies a thing that a speaker names ("the new plan") is
// the outlet's, unless it is quoted.
func holder(g *travaux.Reading, sp travaux.Span, presupposed bool) (speaker, statement string) {
	size := 0
	for i := range g.Statements {
		st := &g.Statements[i]
		if presupposed && st.Attribution != travaux.ByOutlet && st.Mode != travaux.Direct {
			continue
		}
		n := 0
		for _, c := range st.Content {
			if c.Start <= sp.Start && sp.End <= c.End {
				n = c.Len()
			}
		}
		if c := st.Cue; c != nil && c.Start <= sp.Start && sp.End <= c.End {
			n = c.Len()
		}
		if n > 0 && (size == 0 || n < size || n == size && st.Attribution != travaux.ByOutlet) {
			speaker, statement, size = st.Speaker, st.ID, n
		}
	}
	return speaker, statement
}

// split cuts a sentence into words.
func split(text string, s Stretch) []word {
	out := make([]word, 0, (s.End-s.Start)/5)
	fresh := true
	for at := s.Start; at < s.End; {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			fresh = fresh || strings.ContainsRune(",;:—–()[]", r)
			at += n
			continue
		}
		start, plain := at, true
		for at < s.End {
			if r, n = utf8.DecodeRuneInString(text[at:]); !inWord(r) {
				break
			}
			plain = plain && ('a' <= r && r <= 'z')
			at += n
		}
		w := text[start:at]
		if !plain {
			w = strings.ToLower(strings.ReplaceAll(w, "’", "'"))
			w = strings.TrimSuffix(strings.Trim(w, "'-"), "'s")
		}
		out = append(out, word{w, start, at, fresh})
		fresh = false
	}
	return out
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '\'' || r == '-'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '’'
}
