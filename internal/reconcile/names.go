package reconcile

import (
	_ "embed"
	"slices"
	"strings"
)

// personName is a person's name taken apart. All parts are folded: lower case,
// without diacritics, hyphens and apostrophes.
type personName struct {
	tokens []string // all, in order, without titles and generational suffixes
	given  string   // first given name or initial; "" for a name of one word
	middle []string
	family string // with its particles
	suffix string // jr, sr, ii, iii
	rough  string // sound of the whole name, whatever its transliteration
	famSk  string // sound of the family name
	givSk  string // sound of the given name
}

// full reports whether the name has a given name, written out.
func (n *personName) full() bool { return len(n.given) > 1 }

// particles begin a family name when they do not begin the whole name.
var particles = wordSet("von van der den de del della di da dos das du le la bin ibn ben bint abu al el ter ten zu zur af av")

// leadingParticles begin a family name even where it stands alone ("Le Pen").
var leadingParticles = wordSet("von van de del della di da dos das du le la zu")

var honorifics = wordSet("mr mrs ms miss dr prof professor sir dame lord lady gen general col colonel lt adm admiral capt captain rev sen rep hon amb")

var suffixes = wordSet("jr sr ii iii iv")

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// parseName takes a person's name apart. familyFirst says that the first word
// is the family name, as a report may show by using it alone.
func parseName(form string, familyFirst bool) *personName {
	n := &personName{}
	for w := range strings.FieldsSeq(form) {
		t := foldToken(w)
		switch {
		case t == "" || (len(n.tokens) == 0 && honorifics[t]):
		case suffixes[t] && len(n.tokens) > 1:
			n.suffix = t
		default:
			n.tokens = append(n.tokens, t)
		}
	}
	n.split(familyFirst)
	n.rough = sound(strings.Join(withoutArticles(n.tokens, 1), ""))
	n.famSk = sound(strings.Join(withoutArticles(strings.Fields(n.family), 0), ""))
	n.givSk = sound(n.given)
	return n
}

func (n *personName) split(familyFirst bool) {
	k := len(n.tokens)
	switch {
	case k == 0:
		return
	case k == 1 || k == 2 && leadingParticles[n.tokens[0]]:
		n.family = strings.Join(n.tokens, " ")
		return
	case familyFirst:
		n.family, n.given = n.tokens[0], strings.Join(n.tokens[1:], "")
		return
	}
	cut := k - 1
	for i := 1; i < k-1; i++ {
		if particles[n.tokens[i]] {
			cut = i
			break
		}
	}
	n.given, n.middle = n.tokens[0], n.tokens[1:cut]
	n.family = strings.Join(n.tokens[cut:], " ")
}

// withoutArticles drops "al" and "el", which transliterations add, leave out
// or join, from token number from on, unless nothing else is there.
func withoutArticles(tokens []string, from int) []string {
	var out []string
	for i, t := range tokens {
		if i >= from && (t == "al" || t == "el") && i < len(tokens)-1 {
			continue
		}
		out = append(out, t)
	}
	return out
}

//go:embed given_names.txt
var givenNamesFile string

// sameGivenName maps each form of a given name to the forms it may stand for.
var sameGivenName = readGivenNames(givenNamesFile)

// readGivenNames reads one name a line, its forms separated by spaces; #
// begins a comment.
func readGivenNames(file string) map[string][]int {
	m := map[string][]int{}
	for i, line := range strings.Split(file, "\n") {
		line, _, _ = strings.Cut(line, "#")
		for w := range strings.FieldsSeq(line) {
			m[w] = append(m[w], i)
		}
	}
	return m
}

func knownVariants(a, b string) bool {
	for _, i := range sameGivenName[a] {
		if slices.Contains(sameGivenName[b], i) {
			return true
		}
	}
	return false
}

// givenMatch says how two given names agree.
type givenMatch int

const (
	givenDiffers givenMatch = iota
	givenInitial            // one is the initial of the other
	givenVariant            // a known or transliterated variant
	givenEqual
)

func matchGiven(a, b *personName) givenMatch {
	x, y := a.given, b.given
	switch {
	case x == "" || y == "":
		return givenDiffers
	case x == y:
		return givenEqual
	case len(x) == 1 || len(y) == 1:
		if x[0] == y[0] {
			return givenInitial
		}
		return givenDiffers
	case a.givSk == b.givSk, knownVariants(x, y):
		return givenVariant
	}
	if c := consonants(a.givSk); len(c) >= 4 && c == consonants(b.givSk) && distance(a.givSk, b.givSk) <= 2 {
		return givenVariant
	}
	return givenDiffers
}

// middlesAgree reports whether the middle names do not speak against one
// person: one has none, or they agree initial by initial.
func middlesAgree(a, b *personName) bool {
	if len(a.middle) == 0 || len(b.middle) == 0 {
		return true
	}
	if len(a.middle) != len(b.middle) {
		return false
	}
	for i, m := range a.middle {
		o := b.middle[i]
		if m != o && !strings.HasPrefix(m, o) && !strings.HasPrefix(o, m) && sound(m) != sound(o) {
			return false
		}
	}
	return true
}

// samePerson reports whether two full names may be one person's, and why in
// plain words; "" is for equal names. sharedOffice says that both are given
// the same office or affiliation, which names that merely resemble each other
// need.
func samePerson(a, b *personName, sharedOffice bool) (ok bool, reason string) {
	if a.suffix != b.suffix && (a.suffix != "" && b.suffix != "" || !sharedOffice) {
		return false, "" // a father and a son, unless an office says otherwise
	}
	if slices.Equal(a.tokens, b.tokens) || strings.Join(a.tokens, "") == strings.Join(b.tokens, "") {
		return true, ""
	}
	if !a.full() || !b.full() {
		return false, ""
	}
	if a.rough == b.rough {
		return true, "the same name in two transliterations"
	}
	if short, long := byLength(a.tokens, b.tokens); len(short) >= 2 && len(long) > len(short) &&
		(slices.Equal(long[:len(short)], short) || slices.Equal(long[len(long)-len(short):], short)) {
		return true, "one form is part of the other"
	}
	if len(a.tokens) == 2 && len(b.tokens) == 2 && a.tokens[0] == b.tokens[1] && a.tokens[1] == b.tokens[0] {
		return true, "the same names in another order"
	}
	if !middlesAgree(a, b) {
		return false, ""
	}
	return similarNames(a, b, sharedOffice)
}

func byLength(a, b []string) (short, long []string) {
	if len(a) <= len(b) {
		return a, b
	}
	return b, a
}

// similarNames decides about names of which a part is equal.
func similarNames(a, b *personName, sharedOffice bool) (ok bool, reason string) {
	given := matchGiven(a, b)
	if a.famSk == b.famSk || min(len(a.family), len(b.family)) >= 5 && hardSound(a.family) == hardSound(b.family) {
		switch {
		case given == givenEqual && a.family == b.family:
			return true, "same given name and surname"
		case given == givenEqual:
			return true, "same given name; the surname in two transliterations"
		case given == givenVariant:
			return true, "same surname; two forms of one given name"
		case a.family == b.family && sharedOffice && oneLetterApart(a.given, b.given, 5):
			return true, "same surname and office; given names differ by one letter"
		}
		return false, ""
	}
	if given < givenVariant || !sharedOffice || genderedPair(a.family, b.family) {
		return false, ""
	}
	if oneLetterApart(a.family, b.family, 5) {
		return true, "same given name and office; surnames differ by one letter"
	}
	if min(len(a.family), len(b.family)) >= 9 && given == givenEqual && distance(a.family, b.family) == 2 {
		return true, "same given name and office; surnames differ by two letters"
	}
	return false, ""
}

// genderedPair reports whether two surnames differ only by a final a, as those
// of a man and a woman of one family do.
func genderedPair(a, b string) bool { return a+"a" == b || b+"a" == a }
