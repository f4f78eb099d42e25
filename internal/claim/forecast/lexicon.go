package forecast

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux/internal/claim/frame"
	"github.com/travaux/travaux/internal/table"
)

//go:embed hedges.tsv
var hedgesTSV string

//go:embed words.tsv
var wordsTSV string

//go:embed bands.tsv
var bandsTSV string

// hedge is a word, modals aside, by which somebody looks ahead.
type hedge struct {
	Head, Part string
	Needs      [][]frame.Need
	Content    []string // where that stands which is looked ahead to
	Holder     string
	Type       string
}

func (h *hedge) rule() string { return h.Type + "-" + h.Part + "-" + h.Head }

// band is what a scale gives a term.
type band struct{ Band, Scale string }

// lexicon is what the data files say.
type lexicon struct {
	hedges map[string][]*hedge // by head, in the order of the file
	words  table.Classes
	bands  map[string]map[string]string // by scale, then by term
}

func (l *lexicon) in(class, lemma string) bool { return l.words.In(class, lemma) }

// lexicons is the embedded data; a test checks that it can be read.
var lexicons = sync.OnceValue(func() *lexicon {
	l, _ := readLexicon(hedgesTSV, wordsTSV, bandsTSV)
	return l
})

var (
	types   = []string{"prediction", "expectation", "plan", "commitment", "conditional", "precondition", "fear"}
	holders = []string{"subj", "owner", "speaker"}
	parts   = []string{frame.Verb, frame.Noun, frame.Adj}
	flags   = []string{"to", "clause", "cop", "active", "passive", "thing", "people", "change", "modal", "gerund", "present", "held"}
	scales  = []string{"ICD 203", "IPCC"}
)

func readLexicon(hedges, words, bands string) (*lexicon, error) {
	classes, err := table.ReadClasses("words.tsv", words)
	l := &lexicon{hedges: map[string][]*hedge{}, words: classes, bands: map[string]map[string]string{}}
	if err == nil {
		err = table.Rows("hedges.tsv", hedges, l.add)
	}
	if err == nil {
		err = table.Rows("bands.tsv", bands, l.addBand)
	}
	return l, err
}

func (l *lexicon) add(c []string) error {
	if len(c) != 6 && len(c) != 7 {
		return fmt.Errorf("%d columns, want head, part, needs, content, holder, type and perhaps a note", len(c))
	}
	h := &hedge{Head: c[0], Part: c[1], Content: frame.Roles(c[3]), Holder: c[4], Type: c[5]}
	for _, check := range []struct {
		what, got string
		known     []string
	}{{"part", h.Part, parts}, {"holder", h.Holder, holders}, {"type", h.Type, types}} {
		if !slices.Contains(check.known, check.got) {
			return fmt.Errorf("no %s is called %q", check.what, check.got)
		}
	}
	needs, err := frame.Needs(c[2], l.words, flags)
	h.Needs = needs
	l.hedges[h.Head] = append(l.hedges[h.Head], h)
	return err
}

func (l *lexicon) addBand(c []string) error {
	if len(c) != 3 || !slices.Contains(scales, c[2]) {
		return fmt.Errorf("%q is not words, a band and a scale", c)
	}
	var lo, hi int
	if _, err := fmt.Sscanf(c[1], "%d-%d", &lo, &hi); err != nil || lo < 0 || hi > 100 || lo >= hi {
		return fmt.Errorf("%q is no band of per cents", c[1])
	}
	if l.bands[c[2]] == nil {
		l.bands[c[2]] = map[string]string{}
	}
	l.bands[c[2]][c[0]] = c[1]
	return nil
}

// band is what words mean on a scale, the IPCC's in a report that names it. A
// modal before a term changes nothing, nor does what it denies: that a thing
// "will probably not" be is as probable.
func (l *lexicon) band(words string, climate bool) band {
	words = strings.TrimSuffix(strings.ToLower(words), " not")
	for {
		if b := l.bands["IPCC"][words]; climate && b != "" {
			return band{b, "IPCC"}
		}
		if b := l.bands["ICD 203"][words]; b != "" {
			return band{b, "ICD 203"}
		}
		modal, rest, found := strings.Cut(words, " ")
		if !found || modal != "will" && modal != "would" {
			return band{}
		}
		words = rest
	}
}
