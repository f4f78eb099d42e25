package statement

import (
	"bufio"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux"
)

//go:embed cues.tsv
var cuesTSV string

// frame is a set of shapes that the words after (or before) a cue may take.
type frame uint16

const (
	fQuote   frame = 1 << iota // quotation: said: "…"
	fThat                      // clause with that
	fBare                      // clause without that
	fWh                        // whether, if, how, why, what
	fTo                        // to-infinitive: vowed to leave
	fNP                        // noun phrase: rejected the draft
	fGerund                    // gerund: ruled out sending troops
	fObjAs                     // object and as: described the text as a start
	fObjTo                     // object and infinitive: urged both sides to meet
	fObj                       // object and predicate: called the text a trap
	fPrep                      // one of the entry's prepositions: called for talks
	fObjPrep                   // object and one of them: accused the bloc of delay
	fTell                      // an addressee may come first: told reporters that
	fPost                      // after what it reports: "…," she said
	fPassive                   // passive with "by": was rejected by the union
	fNone                      // complete without content: declined to comment
)

// frameOrder names the frames, by the place of their bit.
var frameOrder = [...]string{
	"quote", "that", "bare", "wh", "to", "np", "ing", "obj-as", "obj-to", "obj", "prep", "obj-prep", "tell", "post", "passive", "none",
}

func parseFrame(name string) (frame, bool) {
	i := slices.Index(frameOrder[:], name)
	return 1 << max(i, 0), i >= 0
}

// class is the part of speech of a cue's head.
type class uint8

const (
	verbCue class = iota
	nounCue
	adjCue
)

// entry is one cue of the lexicon: a lemma, with the words that go with it.
type entry struct {
	Lemma   string
	After   []string // words that must follow: "clear" of "make clear"
	Class   class
	Frames  frame
	Preps   []string
	Mode    travaux.Mode // Attitude, NoComment, or "" for speech
	Act     travaux.SpeechAct
	Cert    travaux.Certainty
	Neg     bool // the cue denies its content
	Factive bool
	Weak    bool // needs a speaker that can speak; alone it reports nothing
	Held    bool // reports something in the passive, too, with nobody named
	Texts   bool // with a noun phrase only of what a text or poll shows
	Role    bool // a noun for whoever holds the attitude: only as a predicate
	Clausal bool // a noun after it begins a clause
	Gloss   bool // as a participle it explains another statement and is none
}

func (e *entry) has(f frame) bool { return e.Frames&f != 0 }

func (e *entry) prep(w string) bool {
	for _, p := range e.Preps {
		if p == w {
			return true
		}
	}
	return false
}

// lexicon is the cues by lemma of their head; the longer first.
type lexicon map[string][]*entry

// cueLexicon is the embedded lexicon; a test checks that it can be read.
var cueLexicon = sync.OnceValue(func() lexicon {
	lex, _ := readLexicon(cuesTSV)
	return lex
})

// readLexicon reads the cue file, whose own heading says what its columns are.
// Errors name the line.
func readLexicon(data string) (lexicon, error) {
	lex := lexicon{}
	sc := bufio.NewScanner(strings.NewReader(data))
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		e, err := parseEntry(line)
		if err != nil {
			return nil, fmt.Errorf("cue line %d: %w", n, err)
		}
		head := strings.Fields(e.Lemma)[0]
		es := lex[head]
		at := len(es)
		for at > 0 && len(es[at-1].After) < len(e.After) {
			at--
		}
		es = append(es, nil)
		copy(es[at+1:], es[at:])
		es[at] = e
		lex[head] = es
	}
	return lex, sc.Err()
}

func parseEntry(line string) (*entry, error) {
	f := strings.Split(line, "\t")
	if len(f) < 5 {
		return nil, fmt.Errorf("%q has %d columns, want 5 or 6", line, len(f))
	}
	words := strings.Fields(f[0])
	if len(words) == 0 {
		return nil, fmt.Errorf("%q has no lemma", line)
	}
	e := &entry{Lemma: f[0], After: words[1:], Mode: travaux.Mode(f[2]), Act: travaux.SpeechAct(f[3]), Cert: travaux.Certainty(f[4])}
	if f[2] == "speech" {
		e.Mode = ""
	}
	for _, w := range strings.Fields(f[1]) {
		name, preps, _ := strings.Cut(w, ":")
		bit, ok := parseFrame(name)
		if !ok {
			return nil, fmt.Errorf("unknown frame %q", w)
		}
		e.Frames |= bit
		if preps != "" {
			e.Preps = append(e.Preps, strings.Split(preps, ",")...)
		}
	}
	if len(f) > 5 {
		for _, w := range strings.Fields(f[5]) {
			switch w {
			case "noun":
				e.Class = nounCue
			case "adj":
				e.Class = adjCue
			case "neg":
				e.Neg = true
			case "factive":
				e.Factive = true
			case "weak":
				e.Weak = true
			case "texts":
				e.Texts = true
			case "role":
				e.Role = true
			case "held":
				e.Held = true
			case "clausal":
				e.Clausal = true
			case "gloss":
				e.Gloss = true
			default:
				return nil, fmt.Errorf("unknown flag %q", w)
			}
		}
	}
	return e, nil
}
