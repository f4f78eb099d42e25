package dossier

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/travaux/travaux"
)

// notInRecord is printed wherever the record holds no value.
const notInRecord = "not in the record"

// dateWords puts an EDTF date in words: "2 to 5 December 2025", "about March
// 2031", "2 May 2031 or later". What is not EDTF is returned as it is.
func dateWords(e travaux.EDTF) string {
	s := string(e)
	from, to, isRange := strings.Cut(s, "/")
	open := func(p string) bool { return p == "" || p == ".." }
	switch {
	case s == "":
		return notInRecord
	case !isRange:
		return datePart(s)
	case open(from) && open(to):
		return notInRecord
	case open(from):
		return datePart(to) + " or earlier"
	case open(to):
		return datePart(from) + " or later"
	case from == to:
		return datePart(from)
	}
	a, b := datePart(from), datePart(to)
	if len(from) == 10 && len(to) == 10 && from[:8] == to[:8] && !strings.Contains(from, "X") {
		a, _, _ = strings.Cut(a, " ") // 2 to 5 December 2025
	} else if len(from) == 10 && len(to) == 10 && from[:5] == to[:5] {
		a = strings.TrimSuffix(a, " "+from[:4])
	}
	return a + " to " + b
}

// partOfYear names the seasons, quarters and halves of EDTF, "" for others.
func partOfYear(m int) string {
	switch {
	case m >= 21 && m <= 24:
		return [...]string{"spring", "summer", "autumn", "winter"}[m-21]
	case m >= 33 && m <= 36:
		return [...]string{"first", "second", "third", "fourth"}[m-33] + " quarter of"
	case m == 40:
		return "first half of"
	case m == 41:
		return "second half of"
	}
	return ""
}

// datePart puts one date, not an interval, in words.
func datePart(s string) string {
	core := strings.TrimRight(s, "?~%")
	core, clock, _ := strings.Cut(core, "T")
	if core == "" {
		return s
	}
	f := strings.Split(core, "-")
	year := f[0]
	if strings.HasPrefix(year, "XXXX") {
		year = "(year not in the record)"
	} else if strings.HasSuffix(year, "X") {
		year = strings.ReplaceAll(year, "X", "0") + "s"
	}
	out := year
	if len(f) >= 2 && f[1] != "XX" {
		m, err := strconv.Atoi(f[1])
		switch {
		case err != nil:
			return s
		case m >= 1 && m <= 12:
			out = time.Month(m).String() + " " + year
		case partOfYear(m) != "":
			out = partOfYear(m) + " " + year
		default:
			return s
		}
	}
	if len(f) == 3 && f[2] != "XX" {
		d, err := strconv.Atoi(f[2])
		if err != nil {
			return s
		}
		out = strconv.Itoa(d) + " " + out
	}
	if clock != "" {
		out += ", " + clock
	}
	switch s[len(s)-1] {
	case '~':
		return "about " + out
	case '?':
		return out + " (uncertain)"
	case '%':
		return "about " + out + " (uncertain)"
	}
	return out
}

// basisWords says what a date rests on.
func basisWords(b travaux.Basis) string {
	switch b {
	case travaux.BasisExplicit:
		return "printed in the report"
	case travaux.BasisDateline:
		return "from the dateline"
	case travaux.BasisMetadata:
		return "from the metadata"
	case travaux.BasisAnchored:
		return "worked out from words in the report"
	case travaux.BasisCrossReport:
		return "worked out from another report"
	case travaux.BasisAnalyst:
		return "entered by the analyst"
	}
	return ""
}

// countedFrom says what the date of something told in a report rests on.
func countedFrom(b travaux.Basis) string {
	switch b {
	case travaux.BasisDateline:
		return "counted from the dateline"
	case travaux.BasisMetadata:
		return "counted from the date of publication"
	}
	return basisWords(b)
}

var isoDuration = regexp.MustCompile(`^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$`)

// durationWords puts an ISO 8601 duration in words; anything else is returned
// as it is.
func durationWords(s string) string {
	m := isoDuration.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	var parts []string
	for i, unit := range []string{"year", "month", "week", "day", "hour", "minute", "second"} {
		if n := m[i+1]; n != "" {
			if n != "1" {
				unit += "s"
			}
			parts = append(parts, n+" "+unit)
		}
	}
	if len(parts) == 0 {
		return s
	}
	return strings.Join(parts, " ")
}

// boundWords puts a bound before what it limits.
func boundWords(b travaux.Bound, s string) string {
	switch b {
	case travaux.Over:
		return "more than " + s
	case travaux.AtLeast:
		return "at least " + s
	case travaux.Under:
		return "less than " + s
	case travaux.AtMost:
		return "at most " + s
	case travaux.Nearly:
		return "nearly " + s
	case travaux.About:
		return "about " + s
	}
	return s
}

// grouped sets off the thousands of a whole number of five digits or more.
func grouped(s string) string {
	if len(s) < 5 || strings.Trim(s, "0123456789") != "" {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func number(n int) string { return grouped(strconv.Itoa(n)) }

// count puts a number before a noun: "1 report", "3 reports".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}
