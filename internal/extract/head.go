package extract

import (
	"regexp"
	"strings"

	"github.com/travaux/travaux"
)

// head classes what stands before the running text.
func head(before, after []*unit, m meta) {
	for i, u := range before {
		if u.class == "" && (u.row || u.edge == travaux.LineDateline) && u.edge != "" && !(i == 0 && u.edge == travaux.LineDateline && !u.row) {
			u.class = u.edge
		}
	}
	title := headline(before, after, m)
	if title < 0 && len(after) > 0 && after[0].class == "" && m.headline.Value == "" && after[0].titled() && after[0].words < 15 {
		return
	}
	for i, u := range before {
		switch {
		case u.fixed && u.class == travaux.LineSubhead && title >= 0 && i == title+1 && u.words >= 5 && credited(before[i+1:]):
			u.class = travaux.LineDeck
		case u.class == "" && i > 0 && i < title && !u.after && sloganRE.MatchString(u.text) && outletLine(before, i-1):
			u.class = travaux.LineSiteName
		case i == title && m.headline.Value != "" && !alike(u.text, m.headline.Value):
			u.class = travaux.LineDeck
		case i == title:
			u.class = travaux.LineHeadline
		case u.class != "":
		case isSiteName(u.text), m.outlet.Value != "" && sameWords(u.text, m.outlet.Value):
			u.class = travaux.LineSiteName
		case u.words <= 14 && u.edge == "" && authored(before, i, title, m):
			u.class = travaux.LineByline
		case i < title || title < 0 && u.words <= 3 && u.ends != '.':
			above(u)
		default:
			below(u, before[i+1:], after)
		}
	}
}

// credited reports whether a byline or date is the next line of the head.
func credited(rest []*unit) bool {
	return len(rest) > 0 && (rest[0].class == travaux.LineByline || rest[0].class == travaux.LineDateline || namesRE.MatchString(rest[0].text))
}

var (
	roleRE  = regexp.MustCompile(`^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,2}, (?:\p{Lu}?[\p{L}-]+ ){0,3}(?i:reporter|correspondent|editor|writer|columnist|contributor|critic|staff)$`)
	placeRE = regexp.MustCompile(`^(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,2}) in \p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+)?$`)
)

// authored reports whether a line over the running text is the name of who wrote
// it: under the headline, or where the metadata has the headline.
func authored(before []*unit, i, title int, m meta) bool {
	u := before[i]
	if i < title && m.byline.Value == "" && m.headline.Value == "" || title < 0 && m.headline.Value == "" && !strings.Contains(u.text, " and ") {
		return false
	}
	if namesRE.MatchString(u.text) || roleRE.MatchString(u.text) {
		return true
	}
	p := placeRE.FindStringSubmatch(u.text)
	return p != nil && (sameWords(p[1], m.byline.Value) || i+1 < len(before) && before[i+1].class == travaux.LineDateline)
}

func sameWords(a, b string) bool {
	a, _ = plain(a)
	b, _ = plain(b)
	return a == b
}

// alike reports whether two titles are the same but for some words: most words
// of the shorter stand in the other, which is not much longer.
func alike(a, b string) bool {
	if sameWords(a, b) {
		return true
	}
	x, y := stems(a, 1), stems(b, 1)
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return both >= 3 && both*10 >= 7*min(len(x), len(y)) && both*10 >= 4*max(len(x), len(y))
}

// stems returns the first letters of the words of s that have at least n.
func stems(s string, n int) map[string]bool {
	s, _ = plain(s)
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		if len(w) >= n {
			m[w[:min(len(w), 6)]] = true
		}
	}
	return m
}

// headline returns which of the units is the headline, or -1: the one that the
// metadata names, else the first that has a headline's form and is no slogan.
func headline(before, after []*unit, m meta) int {
	for i, u := range before {
		if u.class == travaux.LineHeadline || m.headline.Value != "" && sameWords(u.text, m.headline.Value) {
			return i
		}
	}
	short, best := -1, -1
	for i, u := range before {
		if m.headline.Value != "" && u.class == "" && u.titled() && alike(u.text, m.headline.Value) {
			return i
		}
		if u.class != "" || !u.titled() || u.bullet || u.edge != "" || isSiteName(u.text) || m.headline.Value != "" && namesRE.MatchString(u.text) {
			continue
		}
		if m.outlet.Value != "" && sameWords(u.text, m.outlet.Value) {
			continue
		}
		if u.words >= 4 && (best < 0 || i < 12 && slogan(before, best, u, after)) {
			if short == best {
				short = -1 // what is a slogan is no short headline either
			}
			best = i
		}
		if short < 0 && u.words >= 2 {
			short = i
		}
	}
	if best < 0 || short >= 0 && short < best && before[short].lower > 0 && shared(before[short], after) > 0 {
		return short
	}
	return best
}

// sloganRE is how outlets describe themselves.
var sloganRE = regexp.MustCompile(`(?i)^(?:the (?:\pL+ )?(?:news)?(?:paper|voice|home|letter|journal)\b|(?:the )?(?:official|independent|your|all|voice|news|every|trusted|fearless|proudly)\b)|\bsince 1?\d\d\d\d?\b|\bfor (?:people|those) who\b|\ba (?:weekly|daily|monthly|blog|newsletter|journal|magazine)\b`)

// slogan reports whether the unit at i describes or names the outlet, rather
// than the story that next names: it stands at the top or under the outlet's
// name, and shares fewer words with the text that follows.
func slogan(before []*unit, i int, next *unit, after []*unit) bool {
	u := before[i]
	top := i == 0 && masthead(u.text)
	under := i > 0 && !u.after && outletLine(before, i-1) && next.after
	caps := i == 0 && u.upper && !next.upper && shared(u, after) == 0 // a headline shares words with its text
	if !top && !caps && !under && !sloganRE.MatchString(u.text) || namesRE.MatchString(next.text) {
		return false
	}
	own, other := shared(u, after), shared(next, after)
	if own < other || own == 0 && under {
		u.edge = travaux.LineSiteName
		return true
	}
	return false
}

// outletLine reports whether the unit at i is, or looks like, the outlet's name.
func outletLine(before []*unit, i int) bool {
	u := before[i]
	return u.class == travaux.LineSiteName || isSiteName(u.text) || i == 0 && u.words <= 5 && u.titled() && (u.class == "" || u.class == travaux.LineByline && u.upper)
}

var (
	mastheadRE = regexp.MustCompile(`^(.{3,40}?)(?: [–—|-] |: )\p{L}`)
	acronymRE  = regexp.MustCompile(`^\p{Lu}{2,8} [–—-] |\(\p{Lu}{2,8}\)$`)
)

// masthead reports whether a line is the outlet's name with a slogan or its
// long form: "Harbour Post – News from the quays", "LAKE WIRE AGENCY (LWA)".
func masthead(s string) bool {
	if m := mastheadRE.FindStringSubmatch(s); m != nil && isSiteName(m[1]) {
		return true
	}
	return acronymRE.MatchString(s) && strings.ToUpper(s) == s
}

// common are longer words that say nothing of what a line is about.
var common = map[string]bool{"about": true, "after": true, "again": true, "could": true, "other": true, "should": true, "their": true, "there": true, "these": true, "those": true, "where": true, "which": true, "while": true, "would": true}

// shared counts the longer words of u that stand in the first paragraphs of
// the running text.
func shared(u *unit, after []*unit) (n int) {
	text := map[string]bool{}
	for i, a := range after {
		if i == 8 {
			break
		}
		if a.class == "" || a.class == travaux.LineBody || a.class == travaux.LineListItem {
			for w := range stems(a.text[:min(len(a.text), 2000)], 5) {
				text[w] = true
			}
		}
	}
	for w := range stems(u.text, 5) {
		if text[w] && !common[w] {
			n++
		}
	}
	return n
}

// above classes a line over the headline.
func above(u *unit) {
	switch {
	case u.edge != "" && !isSiteName(u.text):
		u.class = u.edge
	case u.tail != "":
		u.class = u.tail
	case u.words <= 5 && u.titled():
		u.class = travaux.LineSiteName
	default:
		u.class = travaux.LineDeck
	}
}

// below classes a line between the headline and the running text.
func below(u *unit, rest, after []*unit) {
	switch {
	case u.edge.Furniture() && u.words <= 3 && len(rest)+len(after) > 0:
		u.class = u.edge
	case u.prose():
		u.class = travaux.LineDeck
	case u.titled() && u.words <= 8 && len(rest) > 0 && rest[0].class == travaux.LineListItem:
		u.class = travaux.LineSubhead
	case u.titled() && len(rest) == 0 && len(after) > 0 && (u.words <= 4 || u.headlineCase()):
		u.class = travaux.LineSubhead
	case u.titled():
		u.class = travaux.LineDeck
	default:
		u.class = travaux.LineBody
	}
}
