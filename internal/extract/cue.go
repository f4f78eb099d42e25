package extract

import (
	"bufio"
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"github.com/travaux/travaux"
)

//go:embed cues.tsv
var cueTable string

// cues are the words of cues.tsv, ready for look-up.
type cues struct {
	whole map[string]travaux.LineClass
	start map[string][]cue // by first word
	head  map[string][]cue // by first word
	tail  map[string][]cue // by first word
	end   []cue
	has   []cue
	vocab []vocabulary
}

type cue struct {
	words string
	class travaux.LineClass
}

// vocabulary is a closed set of words that make up lines of one class.
type vocabulary struct {
	words map[string]bool
	class travaux.LineClass
	edge  bool // only before or after the article
}

// siteCues parses the table once, on first use.
var siteCues = sync.OnceValue(func() *cues {
	c, err := parseCues(cueTable)
	if err != nil {
		panic(err) // the table is part of the program, and tested
	}
	return c
})

// parseCues reads the format that the table's head describes.
func parseCues(table string) (*cues, error) {
	c := &cues{whole: map[string]travaux.LineClass{}, start: map[string][]cue{}, head: map[string][]cue{}, tail: map[string][]cue{}}
	sc := bufio.NewScanner(strings.NewReader(table))
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 || f[2] == "" {
			return nil, fmt.Errorf("cues line %d: want class, how and words", n)
		}
		class, first := travaux.LineClass(f[0]), firstWord(f[2])
		switch f[1] {
		case "whole":
			c.whole[f[2]] = class
		case "start":
			c.start[first] = append(c.start[first], cue{f[2], class})
		case "head":
			c.head[first] = append(c.head[first], cue{f[2], class})
		case "tail":
			c.tail[first] = append(c.tail[first], cue{f[2], class})
		case "end":
			c.end = append(c.end, cue{f[2], class})
		case "has":
			c.has = append(c.has, cue{f[2], class})
		case "vocab", "edge":
			v := vocabulary{words: map[string]bool{}, class: class, edge: f[1] == "edge"}
			for _, w := range strings.Fields(f[2]) {
				v.words[w] = true
			}
			c.vocab = append(c.vocab, v)
		default:
			return nil, fmt.Errorf("cues line %d: %q is no way to match", n, f[1])
		}
	}
	return c, sc.Err()
}

func firstWord(s string) string { w, _, _ := strings.Cut(s, " "); return w }

// plain lowers s and reduces it to words with single spaces; the position of
// the first colon, bar or dash between words is returned as the number of bytes
// of the result before it, or -1.
func plain(s string) (out string, separator int) {
	var b strings.Builder
	b.Grow(len(s))
	separator = -1
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '©':
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case (r == '\'' || r == '’') && !gap:
			b.WriteByte('\'')
		default:
			if (r == ':' || r == '|' || r == '–' || r == '—' || r == '»' || r == '>') && separator < 0 {
				separator = b.Len()
			}
			gap = true
		}
	}
	return strings.TrimRight(b.String(), "'"), separator
}

// linkWords may stand in a line of a closed vocabulary.
var linkWords = map[string]bool{"and": true, "or": true, "the": true, "of": true, "on": true, "in": true, "your": true, "our": true, "for": true, "by": true, "a": true, "with": true}

// verdict is what the words of a line make of it: its class wherever it stands,
// or its class before or after an article (edge), or only after one (tail).
type verdict struct{ class, edge, tail travaux.LineClass }

// of judges a short line by its words.
func (c *cues) of(u *unit) verdict {
	if u.words > 40 {
		return verdict{}
	}
	s, sep := plain(u.text)
	if class, ok := c.whole[s]; ok {
		return verdict{class: class}
	}
	first := firstWord(s)
	for _, q := range c.head[first] {
		if strings.HasPrefix(s, q.words) && sep == len(q.words) {
			if q.class == travaux.LineCredit && u.lower >= 2 && picture[q.words] {
				return verdict{class: travaux.LineCaption}
			}
			return verdict{class: q.class}
		}
	}
	if class := c.phrase(u, s, first); class != "" {
		return verdict{class: class}
	}
	var v verdict
	if u.words <= 16 && !u.bullet && u.ends != '.' {
		if v.class, v.edge = c.closed(s); v.class != "" {
			return v
		}
	}
	for _, q := range c.tail[first] {
		if prefixed(s, q.words) && (sep == len(q.words) || q.class != travaux.LineTeaser && u.words <= 14) && (u.ends != '.' || nextRE.MatchString(u.text)) {
			v.tail = q.class
			return v
		}
	}
	return v
}

// picture holds the credits of pictures that are captions when they say more
// than a name.
var picture = map[string]bool{"image": true, "photo": true, "photograph": true}

// nextRE finds a second story announced in one line with another.
var nextRE = regexp.MustCompile(`\b(?:Next|Newer)(?: \w+)?:`)

// phrase finds a cue at the start, in the middle or at the end of the plain
// words s of a line.
func (c *cues) phrase(u *unit, s, first string) travaux.LineClass {
	if u.words > 30 {
		return ""
	}
	if u.words <= 14 {
		for _, q := range c.start[first] {
			if prefixed(s, q.words) && (u.words <= 8 || !u.sentence() || imperative(s)) {
				return q.class
			}
		}
	}
	for _, q := range c.has {
		if strings.Contains(s, q.words) {
			return q.class
		}
	}
	if u.sentence() {
		return ""
	}
	for _, q := range c.end {
		if strings.HasSuffix(s, q.words) && len(s) > len(q.words) && s[len(s)-len(q.words)-1] == ' ' {
			return q.class
		}
	}
	return ""
}

// prefixed reports whether s begins with the words p.
func prefixed(s, p string) bool {
	return strings.HasPrefix(s, p) && (len(s) == len(p) || s[len(p)] == ' ')
}

// closed finds the vocabulary that all words of s belong to.
func (c *cues) closed(s string) (class, edge travaux.LineClass) {
	fields := strings.Fields(s)
	for _, v := range c.vocab {
		own := 0
		for _, w := range fields {
			switch {
			case v.words[w]:
				own++
			case !linkWords[w] && !isNumber(w):
				own = -len(fields)
			}
		}
		if own > 0 && !v.edge && len(fields) <= 8 {
			return v.class, ""
		}
		if own > 0 && edge == "" {
			edge = v.class
		}
	}
	if edge == "" && len(fields) >= 4 {
		edge = c.mixed(fields)
	}
	return "", edge
}

// mixed is the class of a row of menu words from several closed sets, none of
// them a link word.
func (c *cues) mixed(fields []string) travaux.LineClass {
	for _, w := range fields {
		known := false
		for _, v := range c.vocab {
			known = known || v.words[w] && v.class.Furniture()
		}
		if !known {
			return ""
		}
	}
	return travaux.LineNavigation
}

func isNumber(s string) bool { return strings.Trim(s, "0123456789") == "" }

var (
	addressRE = regexp.MustCompile(`(?i)\b[\w.+-]+@[\w-]+\.[a-z]{2,}|\b(?:https?://|www\.)\S+|\b[a-z0-9-]{2,}\.(?:com|org|net|info|news|co|io|ai|eu|tv|gov|int|press|media|today|site|blog|example)\b`)
	degreeRE  = regexp.MustCompile(`^[-–−+\d\s./|]*°\s*[CF]?\b[\s\w]{0,20}$`)
	loadingRE = regexp.MustCompile(`^[A-Z]\w*ing\b[\w\s]{0,30}(?:\.\.\.|…)$`)
)

// verbs with which sites ask their readers to do something.
var askings = map[string]bool{
	"browse": true, "buy": true, "check": true, "click": true, "contact": true, "discover": true, "donate": true,
	"download": true, "email": true, "enjoy": true, "explore": true, "find": true, "follow": true, "get": true, "go": true, "join": true,
	"learn": true, "listen": true, "login": true, "order": true, "read": true, "register": true, "see": true, "send": true,
	"share": true, "sign": true, "start": true, "stay": true, "subscribe": true, "support": true, "tap": true, "try": true,
	"tune": true, "upgrade": true, "view": true, "visit": true, "watch": true, "write": true,
}

// imperative reports whether the plain words begin by asking the reader to do
// something.
func imperative(s string) bool {
	w := firstWord(s)
	if w == "please" {
		w = firstWord(strings.TrimPrefix(s, "please "))
	}
	return askings[w]
}

// promo reports whether a short line asks the reader to do something on the
// site: an imperative with an address, or with the site's "our", "us", "here"
// or "app".
func promo(u *unit) bool {
	if u.words > 25 || u.bullet || !unicode.IsUpper(u.opens) && u.opens != '(' {
		return false
	}
	if w, _, _ := strings.Cut(strings.TrimLeft(u.text, "("), " "); !askings[strings.ToLower(w)] && !strings.EqualFold(w, "please") {
		return false
	}
	s, _ := plain(u.text)
	if !imperative(s) {
		return false
	}
	if addressRE.MatchString(u.text) {
		return true
	}
	for _, w := range strings.Fields(s) {
		switch w {
		case "us", "our", "here", "newsletter", "newsletters", "app", "podcast", "inbox", "subscription", "updates":
			return true
		}
	}
	return false
}

// widget reports whether the line is what a weather or loading box leaves in
// the text of a page.
func widget(u *unit) bool {
	return u.words <= 6 && (degreeRE.MatchString(u.text) || loadingRE.MatchString(u.text))
}
