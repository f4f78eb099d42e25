package reconcile

import (
	"fmt"
	"strings"
	"time"

	"github.com/travaux/travaux"
)

// DateWords writes a date as a reader would: "2 May 2031", "May 2031", "from
// 2 May 2031 on", "between 2 and ...".
func DateWords(edtf string) string {
	iv, err := travaux.EDTF(edtf).Interval()
	if err != nil {
		return edtf
	}
	day := func(d travaux.Day) string {
		y, m, n := d.Date()
		return fmt.Sprintf("%d %s %d", n, m, y)
	}
	noStart, noEnd := iv.Open()
	switch {
	case noStart && noEnd:
		return withoutYear(edtf)
	case noStart:
		return "until " + day(iv.Hi)
	case noEnd:
		return "from " + day(iv.Lo) + " on"
	case iv.Lo == iv.Hi:
		return day(iv.Lo)
	}
	y, m, d := iv.Lo.Date()
	if d == 1 && iv.Hi == travaux.DayOf(y, int(m)+1, 1)-1 {
		return fmt.Sprintf("%s %d", m, y)
	}
	if iv.Lo == travaux.DayOf(y, 1, 1) && iv.Hi == travaux.DayOf(y, 12, 31) {
		return fmt.Sprint(y)
	}
	return day(iv.Lo) + " to " + day(iv.Hi)
}

// withoutYear writes a date of which the report gives no year: XXXX-08-14 is
// "14 August, year not in the record".
func withoutYear(edtf string) string {
	var month, day int
	if n, _ := fmt.Sscanf(edtf, "XXXX-%02d-%02d", &month, &day); n < 1 || month < 1 || month > 12 {
		return edtf
	}
	words := time.Month(month).String()
	if day > 0 {
		words = fmt.Sprintf("%d %s", day, words)
	}
	return words + ", year not in the record"
}

var unitWords = map[string]string{"D": "day", "W": "week", "TH": "hour", "TM": "minute", "M": "month", "Y": "year", "TS": "second"}

// DurationWords writes an ISO 8601 duration with its bound: "over 5 hours".
func DurationWords(v travaux.Value) string {
	var parts []string
	rest, inTime := strings.TrimPrefix(v.Value, "P"), ""
	for rest != "" {
		if rest[0] == 'T' {
			inTime, rest = "T", rest[1:]
			continue
		}
		i := strings.IndexFunc(rest, func(r rune) bool { return r >= 'A' && r <= 'Z' })
		if i <= 0 {
			return v.Value
		}
		unit := unitWords[inTime+rest[i:i+1]]
		if unit == "" {
			unit = unitWords[rest[i:i+1]]
		}
		if unit == "" {
			return v.Value
		}
		if rest[:i] != "1" {
			unit += "s"
		}
		parts = append(parts, rest[:i]+" "+unit)
		rest = rest[i+1:]
	}
	words := strings.Join(parts, " ")
	if b := boundWords[v.Bound]; b != "" {
		return b + " " + words
	}
	return words
}
