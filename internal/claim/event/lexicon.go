package event

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux"
)

//go:embed triggers.tsv
var triggersTSV string

//go:embed words.tsv
var wordsTSV string

// trigger is a word, with those that go with it, that tells of an event.
type trigger struct {
	Words []string
	Noun  bool
	Kind  travaux.EventKind
	Frame []string
}

func (t *trigger) has(f string) bool { return slices.Contains(t.Frame, f) }

// lexicon is what the data files say.
type lexicon struct {
	verbs, nouns map[string][]*trigger // by lemma of the head, the longer first
	words        map[string]map[string]bool
	known        map[string]bool // all lemmas of the above
}

func (l *lexicon) in(class, lemma string) bool { return l.words[class][lemma] }

// lexicons is the embedded data; a test checks that it can be read.
var lexicons = sync.OnceValue(func() *lexicon {
	l, _ := readLexicons(triggersTSV, wordsTSV)
	return l
})

// rows calls f with the columns of every line that is no comment; errors name
// the file and line.
func rows(name, data string, f func(cols []string) error) error {
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := f(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("%s line %d: %w", name, n, err)
		}
	}
	return nil
}

func readLexicons(triggers, words string) (*lexicon, error) {
	l := &lexicon{
		verbs: map[string][]*trigger{}, nouns: map[string][]*trigger{},
		words: map[string]map[string]bool{}, known: map[string]bool{},
	}
	err := rows("triggers.tsv", triggers, l.addTrigger)
	if err == nil {
		err = rows("words.tsv", words, func(c []string) error {
			if len(c) != 2 || l.words[c[0]] != nil {
				return fmt.Errorf("%q is not a new class and its words", c)
			}
			l.words[c[0]] = map[string]bool{}
			for w := range strings.FieldsSeq(c[1]) {
				l.words[c[0]][w], l.known[w] = true, true
			}
			return nil
		})
	}
	return l, err
}

var frames = []string{
	"with", "between", "of", "to", "for", "on", "as", "obj", "place", "moved", "text", "missed", "negated",
	"alone", "labour", "dated", "joint", "press", "stands", "named", "left", "person", "laid", "office",
}

func (l *lexicon) addTrigger(c []string) error {
	if len(c) < 4 {
		return fmt.Errorf("%d columns, want words, part, kind, frame and perhaps a note", len(c))
	}
	t := &trigger{Words: strings.Fields(c[0]), Noun: c[1] == "noun", Kind: travaux.EventKind(c[2]), Frame: strings.Fields(c[3])}
	for _, f := range t.Frame {
		if !slices.Contains(frames, f) {
			return fmt.Errorf("no frame is called %q", f)
		}
	}
	if travaux.DerivePLOVER(t.Kind, travaux.Happened).Event == "" && !wordKinds[t.Kind] {
		return fmt.Errorf("no kind of event is called %q", c[2])
	}
	m, key := l.verbs, t.Words[0]
	if t.Noun {
		m, key = l.nouns, t.Words[len(t.Words)-1]
	} else if c[1] != "verb" {
		return fmt.Errorf("part %q is neither verb nor noun", c[1])
	}
	l.known[key] = true
	m[key] = append(m[key], t)
	slices.SortStableFunc(m[key], func(a, b *trigger) int { return len(b.Words) - len(a.Words) })
	return nil
}

// wordKinds are the kinds that no PLOVER code is derived for.
var wordKinds = map[travaux.EventKind]bool{
	travaux.Speech: true, travaux.PressStatement: true, travaux.Readout: true, travaux.Publication: true,
	travaux.Leak: true, travaux.Vote: true, travaux.Appointment: true,
}

// verbAt returns the trigger that begins at verb i and the token after it.
func (r *reader) verbAt(i int) (*trigger, int) {
	if !r.verb(i) {
		return nil, 0
	}
	for _, t := range r.triggersOf(r.lex.verbs, i) {
		if k := i + len(t.Words); k <= r.Sent(i).Last && r.follow(t.Words[1:], i+1) {
			return t, k
		}
	}
	return nil, 0
}

func (r *reader) follow(words []string, at int) bool {
	for n, w := range words {
		if r.Low(at+n) != w && r.Lemma(at+n) != w {
			return false
		}
	}
	return true
}

// nounAt returns the trigger whose head is noun i and its first token.
func (r *reader) nounAt(i int) (*trigger, int) {
	if !r.nominal(i) {
		return nil, 0
	}
	for _, t := range r.triggersOf(r.lex.nouns, i) {
		n := len(t.Words) - 1
		if i-n >= r.Sent(i).First && r.follow(t.Words[:n], i-n) {
			return t, i - n
		}
	}
	return nil, 0
}

func (r *reader) triggersOf(m map[string][]*trigger, i int) []*trigger { return m[r.Lemma(i)] }

// Lemma is the page's, mended where a verb's has kept a doubled consonant or an
// "e" that it lacks, or lost one: "skipp", "chaire".
func (r *reader) Lemma(i int) string {
	l := r.Page.Lemma(i)
	if l == "" || r.lex.known[l] || !r.verb(i) {
		return l
	}
	end := l[len(l)-1:]
	for _, other := range []string{strings.TrimSuffix(l, end), l + "e", l + end} {
		if r.lex.known[other] {
			return other
		}
	}
	return l
}
