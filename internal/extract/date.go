package extract

import (
	"fmt"
	"net/mail"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/travaux/travaux"
)

const monthWords = `Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?`

var (
	dayMonthRE = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(` + monthWords + `)(?:,?[\s-]+(\d{4}))?\b`)
	monthDayRE = regexp.MustCompile(`(?i)\b(` + monthWords + `)\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4})\b)?`)
	isoRE      = regexp.MustCompile(`\b(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ]\d{2}:?\d{2}\S*)?\b`)
	numericRE  = regexp.MustCompile(`\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b|\b(\d{4})/(\d{1,2})/(\d{1,2})\b`)
	monthRE    = regexp.MustCompile(`(?i)\b(` + monthWords + `),?\s+(\d{4})\b`)
)

// reading is a date read in a string: bytes [start, end) of it.
type reading struct {
	edtf       travaux.EDTF
	start, end int
	yearless   bool
	note       string // why it is not used, or not exact
}

// readDate finds the first date in s. A date that the calendar does not have,
// or of the years 0 and 9999, has an empty EDTF and a note.
func readDate(s string) (reading, bool) {
	best := reading{start: len(s) + 1}
	take := func(loc []int, y, m, d string) {
		if loc == nil || loc[0] > best.start || loc[0] == best.start && loc[1] <= best.end {
			return
		}
		best = made(y, m, d)
		best.start, best.end = loc[0], loc[1]
	}
	sub := func(loc []int, i int) string {
		if loc == nil || loc[2*i] < 0 {
			return ""
		}
		return s[loc[2*i]:loc[2*i+1]]
	}
	if l := isoRE.FindStringSubmatchIndex(s); l != nil {
		take(l, sub(l, 1), sub(l, 2), sub(l, 3))
	}
	if l := dayMonthRE.FindStringSubmatchIndex(s); l != nil {
		take(l, sub(l, 3), sub(l, 2), sub(l, 1))
	}
	if l := monthDayRE.FindStringSubmatchIndex(s); l != nil {
		take(l, sub(l, 3), sub(l, 1), sub(l, 2))
	}
	if l := monthRE.FindStringSubmatchIndex(s); l != nil {
		take(l, sub(l, 2), sub(l, 1), "")
	}
	if l := numericRE.FindStringSubmatchIndex(s); l != nil && l[0] < best.start {
		if l[2] >= 0 {
			best = numeric(sub(l, 1), sub(l, 2), sub(l, 3))
		} else {
			best = made(sub(l, 4), sub(l, 5), sub(l, 6))
		}
		best.start, best.end = l[0], l[1]
	}
	return best, best.start <= len(s)
}

// dateIn returns where the first date of s stands.
func dateIn(s string) (start, end int, ok bool) {
	if len(s) > 400 || !strings.ContainsAny(s, "0123456789") {
		return 0, 0, false
	}
	r, ok := readDate(s)
	return r.start, r.end, ok
}

// made puts a date together. The month is a name or number; y and d may be empty.
func made(y, m, d string) reading {
	month := monthNumber(m)
	day, _ := strconv.Atoi(d)
	if y == "" {
		if month < 1 || day < 1 || day > 31 {
			return reading{note: "is no day of the calendar"}
		}
		return reading{edtf: travaux.EDTF(fmt.Sprintf("XXXX-%02d-%02d", month, day)), yearless: true}
	}
	year, _ := strconv.Atoi(y)
	if year < 1 || year > 9998 {
		return reading{note: "is in a year that stands for no date"}
	}
	e := travaux.EDTF(fmt.Sprintf("%04d-%02d", year, month))
	if d != "" {
		e += travaux.EDTF(fmt.Sprintf("-%02d", day))
	}
	if month > 12 || !e.Valid() {
		return reading{note: "is no day of the calendar"}
	}
	return reading{edtf: e}
}

// numeric reads a/b/y, which is b/a/y elsewhere: where both are possible the
// date is the interval between the two.
func numeric(a, b, y string) reading {
	one, two := made(y, b, a), made(y, a, b)
	switch {
	case one.edtf == "" || one.edtf == two.edtf:
		return two
	case two.edtf == "":
		return one
	}
	lo, hi := min(one.edtf, two.edtf), max(one.edtf, two.edtf)
	return reading{edtf: lo + "/" + hi, note: fmt.Sprintf("can be %s or %s", lo, hi)}
}

// monthNumber reads a month's name, whole or cut short, or its number.
func monthNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	if len(s) < 3 {
		return 0
	}
	i := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(s[:3]))
	return i/3 + 1
}

// metadataDate reads a date as machines write it, or as people do.
func metadataDate(s string) (reading, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02", time.RFC1123Z, time.RFC1123} {
		if t, err := time.Parse(layout, s); err == nil {
			r := made(fmt.Sprint(t.Year()), fmt.Sprint(int(t.Month())), fmt.Sprint(t.Day()))
			r.end = len(s)
			return r, true
		}
	}
	if t, err := mail.ParseDate(s); err == nil {
		r := made(fmt.Sprint(t.Year()), fmt.Sprint(int(t.Month())), fmt.Sprint(t.Day()))
		r.end = len(s)
		return r, true
	}
	if len(s) == 8 && isNumber(s) {
		return made(s[:4], s[4:6], s[6:]), true
	}
	if len(s) == 4 && isNumber(s) {
		if year, _ := strconv.Atoi(s); year > 0 && year < 9999 {
			return reading{edtf: travaux.EDTF(s), end: 4}, true
		}
		return reading{note: "is in a year that stands for no date", end: 4}, true
	}
	if e := travaux.EDTF(s); s != "" && strings.Contains(s, "/") && e.Valid() {
		return reading{edtf: e, end: len(s)}, true
	}
	return readDate(s)
}

var (
	publishedRE = regexp.MustCompile(`(?i)^\W*(?:first |last |originally )?(?:published|updated|posted|modified|created|issued|released|date|dated|filed)(?:\s+(?:on|at|date))?\s*:?\s*`)
	clockRE     = regexp.MustCompile(`(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{1,2}[:.]\d{2}(?::\d{2})?\b|\b(?:[ap]\.?m\b\.?|at|on|and|GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|IST|published|updated|last|first|posted|hrs|min(?:ute)?s? read|\d+)`)
)

// isDateLine reports whether a short line prints a date and little else.
func isDateLine(s string) bool {
	if len(s) > 120 {
		return false
	}
	start, end, ok := dateIn(s)
	if !ok {
		return false
	}
	rest := clockRE.ReplaceAllString(publishedRE.ReplaceAllString(s[:start], "")+" "+s[end:], "")
	if a, b, more := dateIn(rest); more {
		rest = rest[:a] + rest[b:]
	}
	letters := 0
	for _, r := range rest {
		if r >= 'A' && r <= 'z' || r > 0x7f && r != '–' && r != '—' && r != '·' && r != '•' {
			letters++
		}
	}
	if letters == 0 {
		return true
	}
	place := strings.Trim(strings.TrimSpace(s[:start]), ",-–—:|")
	return strings.TrimSpace(s[end:]) == "" && start > 0 && isPlaces(place)
}
