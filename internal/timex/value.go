package timex

import (
	"strconv"

	"github.com/travaux/travaux"
)

func two(n int) string  { return padded(n, 2) }
func four(n int) string { return padded(n, 4) }

// padded writes n with zeros before it, width characters wide at least.
func padded(n, width int) string {
	s := strconv.Itoa(n)
	if n < 0 || len(s) >= width {
		return s
	}
	return "0000"[:width-len(s)] + s
}

var seasonCode = [...]string{"SP", "SU", "FA", "WI"}

// partValue is the TIMEX3 value behind the year.
func partValue(m *meaning) string {
	switch {
	case m.sub >= 40:
		return "-H" + strconv.Itoa(m.sub-39)
	case m.sub >= 33:
		return "-Q" + strconv.Itoa(m.sub-32)
	case m.sub >= 21:
		return "-" + seasonCode[m.sub-21]
	}
	return edtfPart(m)
}

// edtfPart is the EDTF behind the year.
func edtfPart(m *meaning) string {
	switch {
	case m.sub > 0:
		return "-" + two(m.sub)
	case m.m == 0:
		return ""
	case m.d == 0:
		return "-" + two(m.m)
	}
	return "-" + two(m.m) + "-" + two(m.d)
}

// unknownYear is the EDTF of a month or day of a year that is not known.
func unknownYear(m *meaning) travaux.EDTF {
	if m.m == 0 || m.lastD > 0 {
		return ""
	}
	return travaux.EDTF("XXXX" + edtfPart(m))
}

// edtfOf writes an interval, as one date where it is one.
func edtfOf(iv travaux.Interval) travaux.EDTF {
	if iv.Lo == iv.Hi {
		return iv.Lo.EDTF()
	}
	lo := iv.Lo.EDTF()
	for _, e := range [...]travaux.EDTF{lo[:4], lo[:7]} {
		if whole, err := e.Interval(); err == nil && whole == iv {
			return e
		}
	}
	return lo + "/" + iv.Hi.EDTF()
}

// weekValue is the ISO week that begins on Monday lo.
func weekValue(lo travaux.Day) string {
	y, _, _ := (lo + 3).Date() // a week belongs to the year of its Thursday
	return four(y) + "-W" + two(int(lo+3-travaux.DayOf(y, 1, 1))/7+1)
}

// durationValue writes a duration in ISO 8601, X for a number not given.
func durationValue(m *meaning) string {
	if !m.vague {
		return lengthValue(m.num, m.unit)
	}
	switch m.unit {
	case 0:
		return "PXX"
	case second, minute, hour:
		return "PTX" + isoUnit[m.unit]
	case decade, century, millennium:
		return "PXY"
	case fortnight:
		return "PXW"
	case quarter:
		return "PXM"
	}
	return "PX" + isoUnit[m.unit]
}

var isoUnit = [...]string{second: "S", minute: "M", hour: "H", day: "D", week: "W", month: "M", year: "Y", weekend: "D", quarter: "Q", millennium: "Y"}

// lengthValue writes n units in ISO 8601; a half goes over to the next finer
// unit where that is exact.
func lengthValue(n float64, u unit) string {
	switch u {
	case quarter:
		n, u = n*3, month
	case decade:
		n, u = n*10, year
	case century:
		n, u = n*100, year
	case millennium:
		n, u = n*1000, year
	case fortnight:
		n, u = n*2, week
	case weekend:
		n, u = n*2, day
	}
	if n == float64(int(n)) {
		if u <= hour {
			return "PT" + strconv.Itoa(int(n)) + isoUnit[u]
		}
		return "P" + strconv.Itoa(int(n)) + isoUnit[u]
	}
	whole, rest := int(n), n-float64(int(n))
	head, tail := "P", ""
	switch u {
	case year:
		tail = exact(rest*12, "M")
	case day:
		tail = exact(rest*24, "H")
	case hour:
		head, tail = "PT", exact(rest*60, "M")
	case minute:
		head, tail = "PT", exact(rest*60, "S")
	case second:
		head = "PT"
	}
	if tail == "" {
		return head + strconv.FormatFloat(n, 'f', -1, 64) + isoUnit[u]
	}
	if whole > 0 {
		head += strconv.Itoa(whole) + isoUnit[u]
	}
	if u == day {
		head += "T"
	}
	return head + tail
}

// exact writes n with its unit when it is whole, else "".
func exact(n float64, unit string) string {
	if n < 1 || n-float64(int(n)) > 1e-9 {
		return ""
	}
	return strconv.Itoa(int(n)) + unit
}
