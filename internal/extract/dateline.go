package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateline is what stands before the dash at the start of a report: places, a
// date, an agency. All offsets are into the line.
type dateline struct {
	places [][2]int
	date   reading
	dated  bool
	agency [2]int
	credit [2]int // "Harbour News" in "Harbour News - …"
	end    int    // where the text proper begins
}

// datelined reports whether a line opens with a dateline.
func datelined(s string) bool { _, ok := readDateline(s); return ok }

// slashedRE matches "PLACE, 3 March. /Agency/. " at the start of a paragraph.
var slashedRE = regexp.MustCompile(`^[^/“"]{2,60}?(\.? /)(\p{Lu}[\p{L} -]{1,24})/\.? `)

// readDateline reads "PLACE, 3 March 2031 (Agency) — ", in any of its usual
// forms, or the credit "Some News - ", at the start of a paragraph.
func readDateline(s string) (dateline, bool) {
	var d dateline
	at, width := dash(s)
	if l := slashedRE.FindStringSubmatchIndex(s); l != nil {
		at, width, d.agency = l[2], l[1]-l[2], [2]int{l[4], l[5]}
	}
	if at <= 0 {
		return dateline{}, false
	}
	d.end = at + width
	head := s[:at]
	if open := strings.IndexByte(head, '('); open >= 0 {
		if shut := strings.IndexByte(head[open:], ')'); shut > 1 {
			d.agency = [2]int{open + 1, open + shut}
			if len(strings.TrimSpace(head[open+shut+1:])) > 0 && !hasDate(head[open+shut+1:]) {
				return dateline{}, false
			}
			head = head[:open] + strings.Repeat(" ", shut+1) + head[open+shut+1:]
		}
	}
	if r, ok := readDate(head); ok {
		d.date, d.dated = r, true
		if rest := strings.TrimSpace(strings.Trim(clockRE.ReplaceAllString(head[r.end:], ""), " ,.|")); rest != "" {
			return dateline{}, false
		}
		head = head[:r.start]
	}
	head = strings.TrimRight(weekdayRE.ReplaceAllString(head, ""), " ,./|:")
	strong := d.dated || d.agency[1] > 0
	if head == "" {
		return d, strong
	}
	if isCredit(head) {
		d.credit = [2]int{0, len(head)}
		return d, true
	}
	if !isPlaces(head) || !strong && !allCaps(head) && !weak(s, at, width, head) {
		return dateline{}, false
	}
	d.places = places(head)
	return d, true
}

// weak accepts a lone place before a long dash, when a capital follows.
func weak(s string, at, width int, head string) bool {
	if !strings.ContainsAny(s[at:at+width], "—–") || len(strings.Fields(head)) > 2 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[at+width:])
	return unicode.IsUpper(r) || strings.ContainsRune("“\"", r)
}

// dash returns where the first dash between words stands, early in the line,
// with the spaces around it.
func dash(s string) (at, width int) {
	for _, sep := range []string{" — ", " – ", " -- ", " - ", "— ", " —", "—", "– "} {
		i := strings.Index(s[:min(len(s), 110)], sep)
		if i > 0 && (at == 0 || i < at) {
			at, width = i, len(sep)
		}
	}
	return at, width
}

// places splits "Aldmoor/Brel, Vass" at slashes, "and" and semicolons; a place
// after a comma qualifies the one before it.
func places(head string) (out [][2]int) {
	start := 0
	add := func(end int) {
		a, b := start, end
		for a < b && strings.IndexByte(" ,", head[a]) >= 0 {
			a++
		}
		for b > a && strings.IndexByte(" ,", head[b-1]) >= 0 {
			b--
		}
		if a < b {
			out = append(out, [2]int{a, b})
		}
	}
	for i := 0; i < len(head); i++ {
		switch {
		case head[i] == '/' || head[i] == ';':
			add(i)
			start = i + 1
		case strings.HasPrefix(head[i:], " and "), strings.HasPrefix(head[i:], " AND "):
			add(i)
			start = i + 5
		}
	}
	add(len(head))
	return out
}

// isPlaces reports whether s has the form of one or more place names: up to
// eight capitalised words.
func isPlaces(s string) bool {
	n := 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '/' || r == ',' || r == ';' }) {
		r, _ := utf8.DecodeRuneInString(w)
		switch strings.ToLower(w) {
		case "and", "of", "de", "del", "la", "le", "el", "al", "da", "do", "di", "near", "the", "in", "aboard", "am", "an", "der", "upon":
			continue
		}
		if !unicode.IsUpper(r) || strings.ContainsAny(w, "?!:“”\"") {
			return false
		}
		n++
	}
	return n > 0 && n <= 8
}

func allCaps(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

func hasDate(s string) bool { _, ok := readDate(s); return ok }

// mediaWords are nouns that publishers put into their names.
var mediaWords = map[string]bool{
	"agency": true, "broadcasting": true, "bulletin": true, "chronicle": true, "courier": true, "daily": true, "digest": true,
	"dispatch": true, "examiner": true, "gazette": true, "globe": true, "herald": true, "independent": true, "inquirer": true, "insider": true,
	"journal": true, "ledger": true, "mail": true, "media": true, "mercury": true, "messenger": true, "mirror": true, "monitor": true,
	"news": true, "newswire": true, "observer": true, "post": true, "press": true, "radio": true, "record": true, "recorder": true, "register": true,
	"report": true, "reporter": true, "review": true, "sentinel": true, "signal": true, "standard": true, "star": true, "sun": true,
	"telegraph": true, "times": true, "today": true, "tribune": true, "tv": true, "weekly": true, "wire": true, "world": true, "sentry": true,
}

// isCredit reports whether s names a publisher: a few capitalised words, one of
// them a publisher's noun.
func isCredit(s string) bool {
	f := strings.Fields(s)
	if len(f) < 2 || len(f) > 5 || !isPlaces(s) {
		return false
	}
	for _, w := range f[1:] {
		if mediaWords[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// isSiteName reports whether a line is a publisher's name and nothing else: a
// publisher's noun among few words, an address, or one word with a capital
// inside it.
func isSiteName(s string) bool {
	s = strings.TrimSpace(s)
	f := strings.Fields(s)
	switch {
	case len(f) == 0 || len(f) > 5 || strings.Contains(s, "]("):
		return false
	case isCredit(s):
		return true
	case len(f) == 1:
		if addressRE.MatchString(s) {
			return true
		}
		inner := strings.IndexFunc(s[1:], unicode.IsUpper)
		return inner > 0 && strings.ToUpper(s) != s && unicode.IsUpper(rune(s[0])) && !strings.ContainsAny(s, ".,:;!?")
	}
	return f[0] == "The" && mediaWords[strings.ToLower(f[len(f)-1])]
}
