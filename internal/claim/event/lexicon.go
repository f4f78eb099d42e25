package event

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/table"
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
	words        table.Classes
	known        map[string]bool // all lemmas of the above
}

func (l *lexicon) in(class, lemma string) bool { return l.words.In(class, lemma) }

// lexicons is the embedded data; a test checks that it can be read.
var lexicons = sync.OnceValue(func() *lexicon {
	l, _ := readLexicons(triggersTSV, wordsTSV)
	return l
})

func readLexicons(triggers, words string) (*lexicon, error) {
	l := &lexicon{
		verbs: map[string][]*trigger{}, nouns: map[string][]*trigger{},
		known: map[string]bool{},
	}
	err := table.Rows("triggers.tsv", triggers, l.addTrigger)
	if err == nil {
		l.words, err = table.ReadClasses("words.tsv", words)
	}
	for _, class := range l.words {
		for w := range class {
			l.known[w] = true
		}
	}
	return l, err
}

var frames = []string{
	"with", "between", "of", "to", "for", "on", "as", "obj", "place", "moved", "text", "missed", "negated",
	"alone", "labour", "dated", "due", "joint", "press", "stands", "named", "left", "person", "laid", "office",
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
