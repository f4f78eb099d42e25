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
	edges := map[*unit]travaux.LineClass{}
	c := siteCues()
	for _, u := range words {
		if u.fixed && u.class == travaux.LineListItem { // sites make menus of list items too
			if got, _ := c.of(u); got.Furniture() {
				u.class = got
			}
		}
		if !u.fixed {
			if edge := cued(c, u); edge != "" {
				edges[u] = edge
			}
		}
	}
	for i := 1; i < min(4, len(words)); i++ {
		if words[i].class == "" && pictured(words[i]) {
			words[i].class = travaux.LineCaption
		}
	}
	announced(words)
	lists(words)
	first, last := extent(words)
	head(words[:first], words[first:], edges, m)
	tail(words[last+1:], edges)
	middle(words, first, last)
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

// cued classes a unit by its own words, and returns what it would be at the
// edge of an article.
func cued(c *cues, u *unit) (edge travaux.LineClass) {
	if u.words > 40 {
		return ""
	}
	u.class, edge = c.of(u)
	switch {
	case u.words == 0: // a row of dashes or stars
		u.class = travaux.LineMeta
	case u.class != "":
	case u.opens == '[' && placeholderRE.MatchString(u.text):
		u.class = travaux.LineNavigation
	case strings.ContainsRune("FfSs", u.opens) && followRE.MatchString(u.text):
		u.class = travaux.LineSocial
	case widget(u):
		u.class = travaux.LineWeather
	case promo(u):
		u.class = travaux.LinePromo
	case maybe(u.text, "hoto", "HOTO", "etty ", "/") && captionRE.MatchString(u.text):
		u.class = travaux.LineCaption
	case maybe(u.text, "ontributed", "ing by") && contributorRE.MatchString(u.text):
		u.class = travaux.LineCredit
	case u.words > 0 && isByline(u):
		u.class = travaux.LineByline
	case isDateLine(u.text):
		u.class = travaux.LineDateline
	case updatedRE.MatchString(u.text):
		u.class = travaux.LineMeta
	}
	return edge
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
	followRE      = regexp.MustCompile(`^(?i:follow|share)\b.{0,60}(?:[@#]\w| on \p{Lu}\w+\b.{0,60}$)`)
	captionRE     = regexp.MustCompile(`(?i:\(photos?\b|\bphoto(?:graph)?s?(?:\s+by\b|:)|\bfile photo\b|\bgetty images\b.{0,12}$|^file photo:)|\(?\b\p{Lu}[\p{L}.]+ \p{Lu}[\p{L}.-]+ ?/ ?\p{Lu}[\p{L} ]+\)?$`)
	updatedRE     = regexp.MustCompile(`^(?i:(?:last )?updated|published|posted)(?i: (?:at|on))?:? [\d:.]+ ?(?i:[ap]\.?m\b)?.{0,12}$`)
	speakerRE     = regexp.MustCompile(`^(?:[QA]|\p{Lu}[\p{Lu}. ’'-]+|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?: \([^)]*\))?: \S`)
	namesRE       = regexp.MustCompile(`^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,2}(?:(?:,| and|, and| &) \p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,2})*$`)
	contributorRE = regexp.MustCompile(`(?i)\bcontributed (?:(?:additional )?reporting\b|to (?:this|the|our) (?:report|article|story|piece|coverage)).{0,40}$|^\(?(?:additional )?(?:reporting|writing|editing|photography) by\b`)
	bylineRE      = regexp.MustCompile(`^(?:By|BY|by|Written by|Words by|Story by|Analysis by|Opinion by|Commentary by|From|Author:|Text by)\s+(?:\p{Lu}[\p{L}.'’-]*|and|with|in|for|the|at|,|/|\||&|and,|[A-Z]+)(?:[\s,]+(?:\p{Lu}[\p{L}.'’-]*|and|with|in|for|the|at|of|de|von|van|bin|al|/|\||&|[-–—•]))*[,.|]?$`)
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
		case open && u.class == "" && u.titled() && !u.prose() && u.words >= 4:
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
func extent(words []*unit) (first, last int) {
	first, last = -1, -1
	for i, u := range words {
		if u.class != "" && u.class != travaux.LineListItem && u.class != travaux.LineBody {
			continue
		}
		solid := u.class == travaux.LineBody || u.class == "" && u.prose() && !(i == 0 && opening(u) && followed(words[1:]))
		if first < 0 && solid && (u.words >= 20 || datelined(u.text) || u.class == travaux.LineBody || followed(words[i+1:])) {
			first = i
		}
		if solid || u.class == travaux.LineListItem || statement(u) {
			last = i
		}
	}
	if first < 0 {
		for i, u := range words {
			if u.class == "" && u.prose() {
				return i, max(last, i)
			}
		}
		return min(1, len(words)-1), max(last, min(1, len(words)-1))
	}
	return first, max(last, first)
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
			return u.class == travaux.LineBody || u.class == "" && u.prose()
		}
	}
	return false
}

// head classes what stands before the running text.
func head(before, after []*unit, edges map[*unit]travaux.LineClass, m meta) {
	title := headline(before, edges, m)
	if title < 0 && len(after) > 0 && after[0].class == "" && m.headline.Value == "" && after[0].titled() && after[0].words < 15 {
		return
	}
	for i, u := range before {
		switch {
		case i == title && m.headline.Value != "" && !sameWords(u.text, m.headline.Value):
			u.class = travaux.LineDeck
		case i == title:
			u.class = travaux.LineHeadline
		case u.class != "":
		case isSiteName(u.text):
			u.class = travaux.LineSiteName
		case namesRE.MatchString(u.text) && (i > title && title >= 0 || m.headline.Value != "" || strings.Contains(u.text, " and ")) && u.words <= 14 && edges[u] == "":
			u.class = travaux.LineByline
		case i < title || title < 0 && u.words <= 3 && u.ends != '.':
			above(u, edges)
		default:
			below(u, before[i+1:], after)
		}
	}
}

func sameWords(a, b string) bool {
	a, _ = plain(a)
	b, _ = plain(b)
	return a == b
}

// headline returns which of the units is the headline, or -1: the one that the
// metadata names, else the first that has a headline's form.
func headline(before []*unit, edges map[*unit]travaux.LineClass, m meta) int {
	want, _ := plain(m.headline.Value)
	short := -1
	for i, u := range before {
		if u.class == travaux.LineHeadline {
			return i
		}
		if want != "" {
			if got, _ := plain(u.text); got == want {
				return i
			}
		}
	}
	for i, u := range before {
		if u.class != "" || !u.titled() || u.bullet || m.headline.Value != "" && namesRE.MatchString(u.text) {
			continue
		}
		if u.words >= 4 && edges[u] == "" && !isSiteName(u.text) {
			return i
		}
		if short < 0 && u.words >= 2 && edges[u] == "" && !isSiteName(u.text) {
			short = i
		}
	}
	return short
}

// above classes a line over the headline.
func above(u *unit, edges map[*unit]travaux.LineClass) {
	switch {
	case edges[u] != "" && !isSiteName(u.text):
		u.class = edges[u]
	case u.words <= 5 && u.ends != '.':
		u.class = travaux.LineSiteName
	case u.prose():
		u.class = travaux.LineDeck
	default:
		u.class = travaux.LineDeck
	}
}

// below classes a line between the headline and the running text.
func below(u *unit, rest, after []*unit) {
	switch {
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

// tail classes what stands after the running text.
func tail(rest []*unit, edges map[*unit]travaux.LineClass) {
	site, listed := 0, false
	for _, u := range rest {
		if u.class.Furniture() || edges[u] != "" {
			site++
		}
		if u.class == "" && u.words >= 4 && u.titled() {
			site++
		}
	}
	for i, u := range rest {
		switch {
		case u.class == travaux.LineSourceList:
			listed = true
		case u.class.Furniture():
			listed = false
		case u.class != "":
		case listed:
			u.class = travaux.LineSourceList
		case edges[u] != "" && site > 1:
			u.class = edges[u]
		case u.titled() && u.words >= 4 && (u.headlineCase() || site > 1):
			u.class = travaux.LineTeaser
		case u.titled() && site > 1:
			u.class = travaux.LineNavigation
		case u.titled() && i == 0 && u.words >= 2 && u.lower == 0:
			u.class = travaux.LineByline
		default:
			u.class = travaux.LineBody
		}
	}
}

// middle classes what is left within the running text.
func middle(words []*unit, first, last int) {
	for i := first; i <= last && i < len(words); i++ {
		if u := words[i]; u.class == "" && subhead(words, i) {
			u.class = travaux.LineSubhead
		}
	}
	for _, u := range words {
		if u.class == "" {
			u.class = travaux.LineBody
		}
	}
}

// subhead reports whether a line within the running text heads what follows.
func subhead(words []*unit, i int) bool {
	u := words[i]
	if !u.titled() || u.words > 14 || speakerRE.MatchString(u.text) || u.ends == '!' || strings.ContainsRune("“\"", u.opens) && u.text[len(u.text)-1] == '"' {
		return false
	}
	if i+1 == len(words) || i == 0 {
		return false
	}
	next := words[i+1]
	if next.class == "" && !next.prose() && next.titled() {
		return false // one of several short lines: verse, a table, names
	}
	return u.after || words[i-1].sentence() || words[i-1].prose() || words[i-1].class.Furniture()
}
