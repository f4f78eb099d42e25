package pack

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// maxWays is the most different sequences of words that one cue may stand for.
const maxWays = 400

// step is one place of a cue: the words that may stand there, and whether some
// others may come before it.
type step struct {
	words []string // folded; "pay:noun" asks for a part of speech
	gap   bool
}

// notation reads cues and frames: it knows the classes of words of a pack.
type notation struct {
	classes map[string][][]string // by name, each member a sequence of words
	plain   bool                  // capitals name no class
}

// newNotation reads the classes of f, and says what is wrong with them.
func newNotation(f *File) (*notation, []Problem) {
	n := &notation{classes: map[string][][]string{}}
	var found []Problem
	names := make([]string, 0, len(f.Words))
	for name := range f.Words {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		list := f.Words[name]
		line := 1
		if len(list) > 0 {
			line = list[0].Line
		}
		if !isClass(name) {
			found = append(found, Problem{f.name, line, fmt.Sprintf("the class of words %q must be written in capitals", name)})
			continue
		}
		for _, member := range list {
			words := split(strings.ToLower(member.S))
			if len(words) == 0 || strings.ContainsAny(member.S, "|()") || strings.Contains(member.S, "...") {
				found = append(found, Problem{f.name, member.Line, fmt.Sprintf("%q is no plain word or phrase", member.S)})
				continue
			}
			n.classes[name] = append(n.classes[name], words)
			if joined := atSpaces(strings.ToLower(member.S)); len(joined) < len(words) {
				n.classes[name] = append(n.classes[name], joined)
			}
		}
	}
	return n, found
}

// isClass reports whether a word of the notation names a class.
func isClass(s string) bool {
	if len(s) < 2 || !unicode.IsUpper(rune(s[0])) {
		return false
	}
	return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") == ""
}

// split cuts a phrase into words, at hyphens too.
func split(s string) []string {
	return splitAt(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '–' })
}

// atSpaces cuts a phrase at spaces alone: "non-binding" is one word where the
// tokenizer keeps a prefix, "long-range" several.
func atSpaces(s string) []string { return splitAt(s, unicode.IsSpace) }

func splitAt(s string, between func(rune) bool) []string {
	var out []string
	for w := range strings.FieldsFuncSeq(s, between) {
		w, clitic := strings.CutSuffix(strings.ReplaceAll(w, "’", "'"), "'s")
		out = append(out, fold(w))
		if clitic {
			out = append(out, "'s")
		}
	}
	return out
}

// cue reads a cue: every sequence of steps that it stands for.
//
//	territorial concession     two words, by lemma, in this order
//	cede|surrender land        either word
//	(pull back|withdraw) army  either phrase
//	withdraw FORCES            any word of a class
//	withdraw ... FORCES        with up to five other words between
//	pay:noun                   only as this part of speech
func (n *notation) cue(s string) ([][]step, error) {
	parts, err := pieces(s)
	if err != nil {
		return nil, err
	}
	ways := [][]step{nil}
	gap := false
	for _, part := range parts {
		if part == "..." {
			if gap || len(ways[0]) == 0 {
				return nil, fmt.Errorf("%q: ... must stand between two words", s)
			}
			gap = true
			continue
		}
		alts, err := n.alternatives(part)
		if err != nil {
			return nil, err
		}
		if ways = product(ways, alts, gap); len(ways) > maxWays {
			return nil, fmt.Errorf("%q stands for over %d phrases: write it as several", s, maxWays)
		}
		gap = false
	}
	if gap || len(ways[0]) == 0 {
		return nil, fmt.Errorf("%q: ... must stand between two words", s)
	}
	return ways, nil
}

// pieces cuts a cue at spaces that are not within parentheses.
func pieces(s string) ([]string, error) {
	var out []string
	depth, from := 0, -1
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case unicode.IsSpace(r) && depth == 0:
			if from >= 0 {
				out = append(out, s[from:i])
			}
			from = -1
			continue
		}
		if depth < 0 || depth > 1 {
			return nil, fmt.Errorf("%q: the parentheses do not match", s)
		}
		if from < 0 {
			from = i
		}
	}
	if depth != 0 {
		return nil, fmt.Errorf("%q: the parentheses do not match", s)
	}
	if from >= 0 {
		out = append(out, s[from:])
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("an empty cue")
	}
	return out, nil
}

// alternatives reads one place of a cue: the phrases that may stand there.
func (n *notation) alternatives(part string) ([][]string, error) {
	var out [][]string
	for alt := range strings.SplitSeq(part, "|") {
		alt = strings.Trim(alt, " ()")
		if isClass(alt) && !n.plain {
			members, ok := n.classes[alt]
			if !ok {
				return nil, fmt.Errorf("%s is no class of words of this pack; write an abbreviation in small letters", alt)
			}
			out = append(out, members...)
			continue
		}
		words := split(strings.ToLower(alt))
		if len(words) == 0 {
			return nil, fmt.Errorf("%q: nothing stands beside |", part)
		}
		for _, w := range words {
			if err := checkWord(w); err != nil {
				return nil, err
			}
		}
		out = append(out, words)
		if joined := atSpaces(strings.ToLower(alt)); len(joined) < len(words) {
			out = append(out, joined)
		}
	}
	return out, nil
}

func checkWord(w string) error {
	word, pos, ok := strings.Cut(w, ":")
	if ok && !slices.Contains([]string{"noun", "verb", "adjective", "name"}, pos) {
		return fmt.Errorf("%q: a part of speech is noun, verb, adjective or name", w)
	}
	if word == "" {
		return fmt.Errorf("%q has no word", w)
	}
	if strings.Trim(word, ".,;\"!?[]{}<>") != word {
		return fmt.Errorf("%q: leave punctuation out", w)
	}
	return nil
}

// product appends each phrase of alts to each sequence. Single words share one
// step.
func product(ways [][]step, alts [][]string, gap bool) [][]step {
	var single []string
	var tails [][]step
	for _, a := range alts {
		if len(a) == 1 {
			single = append(single, a[0])
			continue
		}
		var tail []step
		for i, w := range a {
			tail = append(tail, step{words: []string{w}, gap: gap && i == 0})
		}
		tails = append(tails, tail)
	}
	if len(single) > 0 {
		slices.Sort(single)
		tails = append([][]step{{{words: slices.Compact(single), gap: gap}}}, tails...)
	}
	var out [][]step
	for _, w := range ways {
		for _, t := range tails {
			out = append(out, slices.Concat(w, t))
		}
	}
	return out
}

// fold gives words that differ by spelling alone, British or American, one
// form.
func fold(w string) string {
	if p, pos, ok := strings.Cut(w, ":"); ok {
		return fold(p) + ":" + pos
	}
	for _, s := range spellings {
		if rest, ok := strings.CutPrefix(w, s[0]); ok {
			w = s[1] + rest
			break
		}
	}
	if i := strings.LastIndex(w, "iz"); i > 1 {
		w = w[:i] + "is" + w[i+2:]
	}
	return w
}

// spellings are beginnings of words in American and British spelling, where
// they differ otherwise than by z.
var spellings = [][2]string{
	{"center", "centre"},
	{"defense", "defence"},
	{"favor", "favour"},
	{"fueled", "fuelled"},
	{"harbor", "harbour"},
	{"honor", "honour"},
	{"labor", "labour"},
	{"license", "licence"},
	{"neighbor", "neighbour"},
	{"offense", "offence"},
	{"programme", "programme"},
	{"program", "programme"},
}
