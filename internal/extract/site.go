package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux"
)

// partRE is what stands between the entries of a menu, a trail or a slug line.
var partRE = regexp.MustCompile(`\s*[|›»→]\s*|\s+[·•/>]\s+|\s{2,}|\t`)

// row looks at a line as a row of parts. One in which at least half of the
// parts are words of the site is the site's; a row of labels is a menu before
// or after an article, and one with a date in it says when and where a story
// was sent.
func (c *cues) row(u *unit) {
	if u.bullet || u.words > 30 || !strings.ContainsAny(u.text, "|›»→·•/>\t") && !strings.Contains(u.text, "  ") {
		return
	}
	parts := partRE.Split(strings.Trim(u.text, " |›»→·•/>"), -1)
	if len(parts) < 2 {
		return
	}
	known, labels, tails, other := 0, 0, 0, 0
	var class travaux.LineClass
	for _, p := range parts {
		p = strings.Trim(p, " []*_")
		part := &unit{text: p, end: len(p)}
		look(part)
		got := c.of(part)
		switch {
		case got.class.Furniture():
			known++
			if class == "" {
				class = got.class
			}
		case got.tail.Furniture():
			tails++
			u.tail = got.tail
		case part.words == 0 || part.words > 3 || !label(part):
			other++
		}
		if part.words > 0 && part.words <= 3 && label(part) {
			labels++
		}
	}
	_, _, printsDate := dateIn(u.text)
	trail := strings.ContainsAny(u.text, "›»")
	switch {
	case known*2 >= len(parts) && other == 0:
		u.class = class
	case tails > 0:
	case printsDate && len(parts) >= 3 && u.words <= 16 && !u.sentence():
		u.edge, u.row = travaux.LineDateline, true
	case labels == len(parts) && (labels >= 3 || trail) || trail && labels*2 >= len(parts) && labels >= 2:
		u.edge, u.row = travaux.LineNavigation, true
	case tickerRE.MatchString(u.text) && !spoken(u):
		u.edge, u.row = travaux.LineWeather, true
	}
}

// label reports whether a part of a row could stand in a menu.
func label(p *unit) bool {
	r, _ := utf8.DecodeRuneInString(p.text)
	return unicode.IsUpper(r) && !p.sentence() && !p.comma && strings.IndexFunc(p.text, unicode.IsDigit) < 0
}

var (
	tickerRE  = regexp.MustCompile(`(?:[+−▲▼-] ?\d+(?:[.,]\d+)?\s?%.*){2}`)
	unitRE    = regexp.MustCompile(`(?i)\d ?°|\d ?(?:km/h|kmh|mph|m/s|knots|kn|hPa)\b|\b(?:humidity|sunrise|sunset|high water|low water|uv index|pollen)\b`)
	measureRE = regexp.MustCompile(`(?i)\d ?°|\b\d+ ?(?:km/h|kmh|mph|m/s|knots|kn|hPa)\b|\b(?:humidity|wind|sunny|cloudy|cloud|overcast|drizzle|sunrise|sunset|high water|low water|sleet|snow|rain|showers|fog|mist|clear|pollen|uv index|tide)\b`)
)

// weather reports whether a line is the weather, as sites print it: a
// temperature or several measures, and no sentence about it.
func weather(u *unit) bool {
	if u.words > 24 || u.bullet || strings.IndexFunc(u.text, unicode.IsDigit) < 0 {
		return false
	}
	n := len(measureRE.FindAllStringIndex(u.text, 5))
	return (n >= 3 || n >= 2 && strings.Contains(u.text, "°")) && unitRE.MatchString(u.text) && !spoken(u)
}

// spoken reports whether a line has one of the small words that every sentence
// has and no box of figures.
func spoken(u *unit) bool {
	s, _ := plain(u.text)
	for w := range strings.FieldsSeq(s) {
		switch w {
		case "the", "a", "an", "is", "was", "are", "were", "be", "will", "to", "of", "that", "by", "said", "which", "has", "have", "had", "from", "its", "than", "with", "for", "if", "not":
			return true
		}
	}
	return false
}

var handleRE = regexp.MustCompile(`^(?:[#@][\p{L}\d_]+[\s,·|]*)+$|^(?:https?://)?pic\.\S+$|^(?:[—–-] ?)?[^.]{2,40} \(@\w+\)(?: \p{Lu}\p{Ll}+ \d{1,2}, \d{4})?$`)

// handles reports whether a line is made of tags and accounts, or is what an
// embedded post leaves of its address and author.
func handles(s string) bool {
	return strings.ContainsAny(s, "#@") && handleRE.MatchString(s) || strings.Contains(s, "pic.") && handleRE.MatchString(s)
}

var (
	slugRE = regexp.MustCompile(`^[\p{Lu}\d]{2,}(?:/[\p{L}\d.:-]+){2,}(?: [\p{Lu}\d]+){0,4}$|^\p{Lu}{2,}(?:[-/]\p{Lu}[\p{Lu}\d]+){2,}$|^\p{Lu}{2,5}\d{3,}(?: [\p{L}\d]{1,4}){0,4}$|^-{1,3} ?(?:30|ENDS|END|end|ends) ?-{1,3}$|^(?:ENDS|Ends)$`)
	ageRE  = regexp.MustCompile(`(?i)\b\d+[ -]?(?:min(?:ute)?s?)[ -](?:read|listen|watch)\b|\b\d+ (?:minutes?|hours?|days?) ago\b`)
)

// slug reports whether a line is what an agency's system prints of a story (its
// code, its sign-off), or a page of its length and age.
func slug(u *unit) bool {
	if u.words > 12 || u.sentence() {
		return false
	}
	return slugRE.MatchString(u.text) || maybe(u.text, "min", "ago", "MIN") && ageRE.MatchString(u.text)
}

// dayLineRE matches a line that prints a weekday and at most a time.
var dayLineRE = regexp.MustCompile(`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,? (?:morning|afternoon|evening|night|at \S+|\d{1,2}[:.]\d{2}.{0,6}))?$`)

// addressLineRE matches a postal address.
var addressLineRE = regexp.MustCompile(`^\p{Lu}[\p{L}&.’' -]+, (?:No\. ?)?\d+[a-z]?,? \p{Lu}[\p{L}’' ]*\b(?:Street|St|Road|Rd|Lane|Avenue|Ave|Way|Square|Place|Quay|Drive|Boulevard)\b`)

// appeals are verbs with which sites ask readers for something, beside those
// of askings; they are too common in articles to be judged by alone.
var appeals = map[string]bool{"advertise": true, "call": true, "forward": true, "talk": true, "tell": true, "vote": true}

// appeal reports whether a line, were it to stand after the article, asks the
// readers for something: one of its sentences is an imperative, with an
// address, "us" or the newsroom as its object.
func appeal(u *unit) bool {
	if u.words > 30 || u.words < 3 || u.bullet || strings.ContainsAny(u.text, "“”\"") {
		return false
	}
	asks := false
	for sentence := range strings.FieldsFuncSeq(u.text, func(r rune) bool { return r == '.' || r == '!' || r == '?' }) {
		s, _ := plain(sentence)
		asks = asks || imperative(s) || appeals[firstWord(s)]
	}
	if !asks {
		return false
	}
	s, _ := plain(u.text)
	for w := range strings.FieldsSeq(s) {
		switch w {
		case "said", "says", "told", "asked", "added":
			return false
		}
	}
	if addressRE.MatchString(u.text) {
		return true
	}
	for w := range strings.FieldsSeq(s) {
		switch w {
		case "us", "our", "newsdesk", "newsroom", "quiz", "here":
			return true
		}
	}
	return false
}
