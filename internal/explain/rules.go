package explain

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/travaux/travaux/internal/table"
)

//go:embed rules.tsv
var rulesTSV string

// rule describes the ids that fit a pattern. A * stands for any words, which
// the description repeats as {1}, {2}….
type rule struct {
	kind, pattern, does string
}

var rules = sync.OnceValue(func() []rule {
	list, err := readRules(rulesTSV)
	if err != nil {
		panic(err) // the file is embedded, and a test reads it
	}
	return list
})

// readRules reads lines of kind, pattern and description.
func readRules(tsv string) ([]rule, error) {
	var list []rule
	err := table.Rows("rules.tsv", tsv, func(c []string) error {
		if len(c) != 3 || c[0] == "" || c[1] == "" || !strings.HasSuffix(c[2], ".") {
			return fmt.Errorf("%q is not kind, pattern and a sentence", c)
		}
		list = append(list, rule{c[0], c[1], c[2]})
		return nil
	})
	return list, err
}

// Describe says in a sentence what the rule of an item of a kind does, "" where
// it is not known. Of the patterns that fit, the one with the most letters of
// its own is the closest.
func Describe(kind, id string) string {
	best, own := "", -1
	for _, r := range rules() {
		if r.kind != kind {
			continue
		}
		got, ok := fit(r.pattern, id)
		if n := len(r.pattern) - strings.Count(r.pattern, "*"); ok && n > own {
			best, own = r.fill(got), n
		}
	}
	return best
}

// fill puts what the stars stood for into the description.
func (r *rule) fill(got []string) string {
	s := r.does
	for i, g := range got {
		if f := frames[g]; f != "" {
			g = f
		}
		s = strings.ReplaceAll(s, "{"+string(rune('1'+i))+"}", strings.ReplaceAll(g, "_", " "))
	}
	return s
}

// frames say in words what a cue or verb takes.
var frames = map[string]string{
	"bare": "a clause without “that”", "that": "a clause with “that”", "quote": "a quotation", "to": "an infinitive with “to”",
	"obj": "an object", "np": "a noun phrase", "obj-to": "an object and an infinitive", "obj-as": "an object and “as”",
	"obj-prep": "an object and a preposition", "prep": "a prepositional phrase", "wh": "a question", "ing": "a verb in -ing",
	"subj": "what it is said of", "reply": "what was said before", "none": "nothing of its own", "of": "a phrase with “of”",
}

// fit matches an id against a pattern, and returns what its stars stand for.
func fit(pattern, id string) ([]string, bool) {
	var got []string
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(id, parts[0]) {
		return nil, false
	}
	id = id[len(parts[0]):]
	for i, p := range parts[1:] {
		at := strings.Index(id, p)
		if i == len(parts)-2 { // the last: to the end
			at = len(id) - len(p)
			if at < 0 || !strings.HasSuffix(id, p) {
				return nil, false
			}
		}
		if at < 0 {
			return nil, false
		}
		got = append(got, id[:at])
		id = id[at+len(p):]
	}
	return got, len(parts) > 1 || id == ""
}
