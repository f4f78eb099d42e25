package extract

import (
	"regexp"
	"strings"

	"github.com/travaux/travaux"
)

var archiveRE = regexp.MustCompile(`^(?:` + monthWords + `) \d{4}(?: \(\d+\))?$`)

// tail classes what stands after the running text; before is what stands over
// it.
func tail(rest, before []*unit) {
	site, edges, listed, shown := 0, 0, false, false
	for _, u := range rest {
		if u.class == "" && u.tail != "" {
			u.class = u.tail
		}
		if u.class == "" && repeated(u, before) {
			u.class = travaux.LineSiteName
		}
		if u.class.Furniture() || u.class == "" && u.edge.Furniture() {
			site++
			if u.class == "" {
				edges++
			}
			shown = shown || u.class.Furniture() || edges > 1
		} else if u.class == "" && u.words >= 4 && u.titled() {
			site++
		}
	}
	for i, u := range rest {
		switch {
		case u.class == travaux.LineDateline && archiveRE.MatchString(u.text) && (i > 0 && rest[i-1].class.Furniture() || i+1 < len(rest) && archiveRE.MatchString(rest[i+1].text)):
			u.class = travaux.LineNavigation // an archive's list of months
		case u.class == travaux.LineSourceList:
			listed = true
		case u.class.Furniture():
			listed = false
		case u.class != "":
		case noteRE.MatchString(u.text):
			u.class, listed = travaux.LineNote, false
		case listed:
			u.class = travaux.LineSourceList
		case u.edge.Furniture() && site > 1:
			u.class = u.edge
		case u.strong || !shown && u.titled() && (i > 0 || u.words >= 4 || u.lower > 0): // headings and names at the end of an article
			u.class = travaux.LineBody
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

// repeated reports whether a line after the text is the outlet's name that
// stands over it.
func repeated(u *unit, before []*unit) bool {
	for _, b := range before[:min(len(before), 12)] {
		if b.class == travaux.LineSiteName && b.titled() && sameWords(u.text, b.text) {
			return true
		}
	}
	return false
}

var (
	commenterRE = regexp.MustCompile(`^[\p{L}\d][\p{L}\d_. -]{1,30} (?:says|wrote|writes|commented|replied)(?: (?:on|at|to) .{3,40})?:?$`)
	agoRE       = regexp.MustCompile(`(?i)\b(?:\d+|an?) (?:min(?:ute)?s?|hours?|days?|weeks?|months?|[hd]) ago$`)
)

// thread classes the readers' comments under an article. They begin at a line
// that counts or calls for them; after it, words are a comment's only where a
// line that names their writer, or says how old they are, stands over them.
func thread(words []*unit) {
	begun, open := 0, false
	author := 0 // paragraphs that may still be a comment's
	for i, u := range words {
		switch {
		case u.class == travaux.LineReply:
			open, author = begun >= 2, 0
		case !open:
			if u.class == "" && u.prose() {
				begun++
			}
		case author > 0 && u.row && u.class == "":
			u.class = travaux.LineReply
		case u.fixed || u.class != "" && u.class != travaux.LineByline && u.class != travaux.LineMeta && u.class != travaux.LineDateline:
		case commenter(words, i):
			u.class, author = travaux.LineReply, 3
		case author > 0 && u.class == "" && (!u.titled() || u.sentence()):
			u.class = travaux.LineReply
			author--
		case u.prose():
			open = false
		}
	}
}

// commenter reports whether a line names the writer of a comment or tells its
// age.
func commenter(words []*unit, i int) bool {
	u := words[i]
	if u.words > 8 || u.sentence() {
		return false
	}
	if commenterRE.MatchString(u.text) || agoRE.MatchString(u.text) {
		return true
	}
	return u.words <= 3 && i+1 < len(words) && words[i+1].words <= 8 && agoRE.MatchString(words[i+1].text)
}

var bioRE = regexp.MustCompile(`^(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2}),? (?:is|was|has been|covers|reports|writes|teaches) `)

// biography classes the sentence after the text that says who its author is.
func biography(words []*unit, m meta) {
	author, _ := plain(m.byline.Value)
	for _, u := range words {
		if u.class == travaux.LineByline && author == "" {
			author, _ = plain(bylineLeadRE.ReplaceAllString(u.text, ""))
		}
	}
	if author == "" {
		return
	}
	for i := len(words) - 1; i > 1 && i >= len(words)-6; i-- {
		u := words[i]
		if m := bioRE.FindStringSubmatch(u.text); m != nil && (u.class == "" || u.class == travaux.LineBody) && !u.fixed && u.words <= 60 {
			if name, _ := plain(m[1]); strings.Contains(author, name) {
				u.class = travaux.LineCredit
			}
		}
	}
}
