package extract

import (
	"regexp"
	"strings"

	"github.com/travaux/travaux"
)

// class gives every unit its class. What a line's own words show comes first;
// then the running text is found, and what stands before, within and after it
// is judged by its form, its place and its neighbours. What remains uncertain
// is body: losing a line of the article is worse than keeping one of the site.
func class(units []*unit, m meta) {
	words := filled(units)
	if len(words) == 0 {
		return
	}
	c := siteCues()
	tables(words)
	posts(words)
	for _, u := range words {
		if u.fixed && u.class == travaux.LineListItem { // sites make menus of list items too
			if got := c.of(u); got.class.Furniture() {
				u.class = got.class
			}
		}
		if !u.fixed {
			cued(c, u)
		}
	}
	for i := 1; i < min(4, len(words)); i++ {
		if words[i].class == "" && pictured(words[i]) {
			words[i].class = travaux.LineCaption
		}
	}
	notes(words)
	announced(words)
	lists(words)
	thread(words)
	first, last := extent(words, m)
	head(words[:first], words[first:], m)
	tail(words[last+1:], words[:first])
	biography(words, m)
	middle(words, first, last)
	for _, s := range stories(words) {
		if s.title != nil {
			s.title.class = travaux.LineHeadline
		}
	}
}

// filled returns the units with words.
func filled(units []*unit) []*unit {
	out := make([]*unit, 0, len(units))
	for _, u := range units {
		if !u.blank() {
			out = append(out, u)
		} else if !u.fixed {
			u.class = travaux.LineBlank
		}
	}
	return out
}

// cued classes a unit by its own words, or says what it would be before and
// after an article.
func cued(c *cues, u *unit) {
	if u.class = player(u); u.class != "" || u.words > 40 {
		return
	}
	got := c.of(u)
	u.class, u.edge, u.tail = got.class, got.edge, got.tail
	if u.class == "" {
		c.row(u)
	}
	switch {
	case u.words == 0: // a row of dashes or stars
		u.class = travaux.LineMeta
	case u.class != "":
	case u.opens == '[' && placeholderRE.MatchString(u.text):
		u.class = travaux.LineNavigation
	case strings.ContainsRune("FfSs", u.opens) && followRE.MatchString(u.text) && !calendarRE.MatchString(u.text):
		u.class = travaux.LineSocial
	case u.upper && u.words <= 5 && strings.HasPrefix(u.text, "IN OTHER "):
		u.class = travaux.LineTeaser
	case widget(u), weather(u):
		u.class = travaux.LineWeather
	case handles(u.text):
		u.class = travaux.LineSocial
	case slug(u):
		u.class = travaux.LineMeta
	case promo(u):
		u.class = travaux.LinePromo
	case maybe(u.text, "hoto", "HOTO", "etty ", "/", "|") && (captionRE.MatchString(u.text) || agencyRE.MatchString(u.text)):
		u.class = travaux.LineCaption
	case maybe(u.text, "ontributed", "ing by", "ing from ") && contributorRE.MatchString(u.text):
		u.class = travaux.LineCredit
	case u.words > 0 && isByline(u):
		u.class = travaux.LineByline
	case isDateLine(u.text):
		u.class = travaux.LineDateline
	case updatedRE.MatchString(u.text):
		u.class = travaux.LineMeta
	case dayLineRE.MatchString(u.text):
		u.edge = travaux.LineDateline
	case maybe(u.text, "opyright", "©") && ownedRE.MatchString(u.text):
		u.class = travaux.LineLegal
	case u.tail == "" && appeal(u):
		u.tail = travaux.LinePromo
	case u.tail == "" && addressLineRE.MatchString(u.text):
		u.tail = travaux.LineLegal
	}
}

// maybe reports whether s has one of the parts: a cheap test before a pattern
// that needs one of them.
func maybe(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

var (
	placeholderRE = regexp.MustCompile(`^\[[\p{L}-]+(?: [\p{L}-]+)?\]$`)
	followRE      = regexp.MustCompile(`^(?i:follow|share)\b(?:[^-].{0,60}[@#]\w| (?:(?i:us|me|him|her|them|it|this|our|the author|the writer)\b|\p{Lu}).{0,50} on \p{Lu}\w+\b.{0,60}$)`)
	calendarRE    = regexp.MustCompile(`\bon (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:` + monthWords + `)\b)`)
	captionRE     = regexp.MustCompile(`(?i:\(photos?\b|\bphoto(?:graph)?s?(?:\s+by\b|:)|\bfile photo\b|\bgetty images\b.{0,12}$|^file photo:)|\(?\b\p{Lu}[\p{L}.]+ \p{Lu}[\p{L}.-]+ ?/ ?\p{Lu}[\p{L} ]+\)?$`)
	ownedRE       = regexp.MustCompile(`^(?:©|Copyright (?:©|\(c\)|\d{4}))`)
	updatedRE     = regexp.MustCompile(`^(?i:(?:last )?updated|published|posted)(?i: (?:at|on))?:? [\d:.]+ ?(?i:[ap]\.?m\b)?.{0,12}$`)
	// What an outlet says of its own text is part of the article: "an earlier
	// version said" is a statement like any other, with a speaker of its own.
	noteRE        = regexp.MustCompile(`^\W{0,3}(?i:corrections?(?:[:.,]|$| [(–—-]| of )|clarifications?(?:[:.]|$| [(–—-])|correction and clarification|editor['’]s note|editors['’] note|note to readers|(?:an earlier|a previous|the original) version of (?:this|the)\b|this (?:article|story|report|piece|post|headline|text|page) (?:was|has been) (?:amended|corrected|updated|changed|edited|revised)\b|we have (?:corrected|amended|updated) this\b)`)
	speakerRE     = regexp.MustCompile(`^[QA]\. \S|^(?:[QA]|\p{Lu}[\p{Lu}. ’'-]+|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?: \([^)]*\))?: \S`)
	namesRE       = regexp.MustCompile(`^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,2}(?:(?:,| and|, and| &) \p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,2})*$`)
	contributorRE = regexp.MustCompile(`(?i)\bcontributed (?:(?:additional )?reporting\b|to (?:this|the|our) (?:report|article|story|piece|coverage)).{0,40}$|^\(?(?:additional )?(?:reporting|writing|editing|photography) by\b|^(?i:reporting|writing) (?:from|in) \p{Lu}[\p{L} -]*$`)
	bylineRE      = regexp.MustCompile(`^(?:(?:EXCLUSIVE|Exclusive|REVEALED|OPINION|Opinion)[: ]+)?(?:By|BY|by|Written by|Words by|Story by|Analysis by|Opinion by|Commentary by|From|Author:|Text by)\s+(?:\p{Lu}[\p{L}.'’-]*|staff|our|and|with|in|for|the|at|,|/|\||&|and,|[A-Z]+)(?:[\s,]+(?:\p{Lu}[\p{L}.'’-]*|staff|agenc(?:y|ies)|writers?|reporters?|correspondents?|editor|and|with|in|for|the|at|of|de|von|van|bin|al|/|\||&|[-–—•]))*[,.|]?$`)
)

// isByline reports whether the line names an author and nothing else.
func isByline(u *unit) bool {
	if u.words > 16 || u.words < 2 || u.bullet {
		return false
	}
	s := u.text
	if at, _, ok := dateIn(s); ok && at > 3 {
		s = strings.TrimRight(s[:at], " ,|•·-–—")
	}
	return bylineRE.MatchString(s) && (!strings.HasPrefix(s, "From ") || strings.Contains(s, " in "))
}

// announced classes the headlines after a line that announces other stories,
// once the article has begun: before it, they may be its own.
func announced(words []*unit) {
	begun, open := false, false
	for _, u := range words {
		switch {
		case u.class == travaux.LineTeaser:
			open = begun
		case open && u.class == "" && u.tail == "" && u.titled() && !u.prose() && u.words >= 4:
			u.class = travaux.LineTeaser
		case u.class == "" || !u.class.Furniture():
			open = false
			begun = begun || u.class == "" && u.prose()
		}
	}
}

// lists classes list items, marked or following a line that ends in a colon.
func lists(words []*unit) {
	for _, u := range words {
		if u.bullet && u.class == "" {
			u.class = travaux.LineListItem
		}
	}
}

// extent returns the first and last units of the running text. The first is a
// long sentence, a dateline or the first of two sentences in a row; where
// there is none, the first sentence, then the first line.
func extent(words []*unit, m meta) (first, last int) {
	first, last = -1, -1
	for i, u := range words {
		if u.class != "" && u.class != travaux.LineListItem && u.class != travaux.LineBody {
			continue
		}
		solid := u.class == travaux.LineBody || u.class == "" && u.prose() && !(i == 0 && opening(u) && followed(words[1:]))
		if first < 0 && solid && introduces(words, i, m) {
			continue
		}
		if first < 0 && solid && (u.words >= 20 || u.words >= 16 && (u.ends == '.' || u.ends == ':') || datelined(u.text) || u.class == travaux.LineBody || followed(words[i+1:])) {
			first = i
		}
		if (solid || u.class == travaux.LineListItem || statement(u)) && u.tail == "" {
			last = i
		}
	}
	if first < 0 {
		for i, u := range words {
			if u.class == "" && u.prose() && u.edge == "" && u.tail == "" {
				return i, max(last, i)
			}
		}
		return min(1, len(words)-1), max(last, min(1, len(words)-1))
	}
	return first, max(last, first)
}

// introduces reports whether a sentence is no part of the running text but the
// headline or deck over it: a byline or date follows it, or it opens a text
// without a title and asks a question.
func introduces(words []*unit, i int, m meta) bool {
	u := words[i]
	if i > 5 || u.class != "" || u.words >= 35 || i+1 == len(words) || datelined(u.text) {
		return false
	}
	if i == 0 && u.ends == '?' && u.words <= 16 && m.headline.Value == "" && !strings.ContainsRune("“\"", u.opens) {
		return followed(words[1:])
	}
	next := words[i+1]
	return (next.class == travaux.LineByline || next.class == travaux.LineDateline) && followed(words[i+2:])
}

// opening reports whether the first line of a text is long for a headline but
// stands like one: apart from what follows, and not closed by a full stop.
func opening(u *unit) bool {
	return u.spaced && u.titled() && u.ends != '.' && u.ends != '!' && !strings.ContainsRune("“\"", u.opens) && !datelined(u.text)
}

// statement reports whether a short line is spoken or complete: it has the end
// of a sentence, or stands in quotation marks.
func statement(u *unit) bool {
	return u.class == "" && u.words >= 2 && (u.ends == '.' || u.ends == '!' || strings.ContainsRune("“\"", u.opens))
}

// followed reports whether the next line that is not furniture is a sentence.
func followed(rest []*unit) bool {
	for _, u := range rest {
		if !u.class.Furniture() && u.class != travaux.LineCaption && u.class != travaux.LineCredit {
			return u.class == travaux.LineBody || u.class == "" && (u.prose() || u.ends == '.' && u.words >= 3)
		}
	}
	return false
}

// pictured reports whether a line near the headline describes a picture: a few
// words that begin with a bare noun, say where or with what, and have no verb.
func pictured(u *unit) bool {
	if u.ends != '.' || u.caps > 1 || u.words > 12 || u.words < 3 || !u.spaced {
		return false
	}
	s, _ := plain(u.text)
	placed := false
	for i, w := range strings.Fields(s) {
		switch w {
		case "is", "are", "was", "were", "has", "have", "had", "will", "would", "said", "says", "may", "could", "did", "do", "does", "not":
			return false
		case "in", "with", "at", "on", "of", "near", "outside", "beside", "behind":
			placed = true
		case "the", "it", "they", "he", "she", "we", "this", "that", "these", "but", "no", "now", "there":
			if i == 0 {
				return false
			}
		}
		if len(w) > 4 && strings.HasSuffix(w, "ed") {
			return false
		}
	}
	return placed
}
