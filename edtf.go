package travaux

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// EDTF is a date in the Extended Date/Time Format of the Library of Congress:
// levels 0 and 1, with the quarters and seasons of level 2. Examples:
// 2025-12-02, 2025-11, 2025-12-02/.., 2025-21 (spring), 2025-11~, XXXX-11-19.
type EDTF string

// Day is a calendar day of the proleptic Gregorian calendar, as days since
// 0000-01-01.
type Day int

const (
	minDay Day = -1 << 30
	maxDay Day = 1 << 30
)

// DayOf returns the day of a calendar date; months and days out of range are
// carried over, as by time.Date.
func DayOf(year, month, day int) Day {
	month--
	year += month / 12
	if month %= 12; month < 0 {
		month, year = month+12, year-1
	}
	// Years are counted from March on, so that the leap day is the last of one,
	// in cycles of 400 years, of 146097 days each.
	if month < 2 {
		year--
	}
	cycle := year / 400
	if year < 0 && year%400 != 0 {
		cycle--
	}
	of := year - 400*cycle
	return Day(146097*cycle + 365*of + of/4 - of/100 + (153*((month+10)%12)+2)/5 + day - 1 + 60)
}

// Date returns the calendar date.
func (d Day) Date() (year int, month time.Month, day int) {
	return time.Date(0, 1, 1+int(d), 0, 0, 0, 0, time.UTC).Date()
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday {
	return time.Date(0, 1, 1+int(d), 0, 0, 0, 0, time.UTC).Weekday()
}

// EDTF returns the day as YYYY-MM-DD.
func (d Day) EDTF() EDTF {
	y, m, n := d.Date()
	return EDTF(fmt.Sprintf("%04d-%02d-%02d", y, m, n))
}

// Interval is the set of days a date can mean, both ends included.
type Interval struct{ Lo, Hi Day }

// everything is the interval of a date of which nothing is known.
var everything = Interval{minDay, maxDay}

// Overlaps reports whether the two can be the same day.
func (a Interval) Overlaps(b Interval) bool { return a.Lo <= b.Hi && b.Lo <= a.Hi }

// Within reports whether every day of a is one of b: a is as fine or finer.
func (a Interval) Within(b Interval) bool { return b.Lo <= a.Lo && a.Hi <= b.Hi }

// Before reports whether all of a lies before all of b.
func (a Interval) Before(b Interval) bool { return a.Hi < b.Lo }

// Open reports whether the interval has no lower or no upper end.
func (a Interval) Open() (lo, hi bool) { return a.Lo == minDay, a.Hi == maxDay }

// Days is the number of days, or 0 for an open interval.
func (a Interval) Days() int {
	if lo, hi := a.Open(); lo || hi {
		return 0
	}
	return int(a.Hi-a.Lo) + 1
}

// Interval returns the days that the date can mean. The empty date and an
// unspecified year mean any day. Errors: CodeInvalid for what is not EDTF.
func (e EDTF) Interval() (Interval, error) {
	s := string(e)
	if s == "" {
		return everything, nil
	}
	from, to, isRange := strings.Cut(s, "/")
	lo, err := parsePart(from)
	if err != nil {
		return Interval{}, &Error{Code: CodeInvalid, Op: "read date", ID: s, Err: err}
	}
	if !isRange {
		if from == ".." || from == "" {
			return Interval{}, Errorf(CodeInvalid, "read date", s, "an open end needs a /")
		}
		return lo, nil
	}
	hi, err := parsePart(to)
	if err != nil {
		return Interval{}, &Error{Code: CodeInvalid, Op: "read date", ID: s, Err: err}
	}
	if hi.Hi < lo.Lo {
		return Interval{}, Errorf(CodeInvalid, "read date", s, "it ends before it begins")
	}
	return Interval{lo.Lo, hi.Hi}, nil
}

// Bounded returns the interval of a date that is given and has both ends.
func (e EDTF) Bounded() (Interval, bool) {
	iv, err := e.Interval()
	if err != nil || e == "" {
		return iv, false
	}
	lo, hi := iv.Open()
	return iv, !lo && !hi
}

// Valid reports whether e is empty or well-formed.
func (e EDTF) Valid() bool { _, err := e.Interval(); return err == nil }

// parsePart reads one side of an interval: "..", "", or a date.
func parsePart(s string) (Interval, error) {
	if s == ".." || s == "" {
		return everything, nil
	}
	s = strings.TrimRight(s, "?~%")
	if i := strings.IndexByte(s, 'T'); i >= 0 { // the time of day does not matter here
		s = s[:i]
	}
	f := strings.Split(s, "-")
	if len(f) > 3 {
		return Interval{}, fmt.Errorf("%q is not a date", s)
	}
	if strings.HasPrefix(f[0], "X") {
		return everything, unspecified(f)
	}
	y1, y2, err := digits(f[0], 4)
	if err != nil {
		return Interval{}, err
	}
	if len(f) == 1 {
		return Interval{DayOf(y1, 1, 1), DayOf(y2, 12, 31)}, nil
	}
	if y1 != y2 || f[1] == "XX" {
		return Interval{DayOf(y1, 1, 1), DayOf(y2, 12, 31)}, nil
	}
	m, m2, err := digits(f[1], 2)
	if err != nil {
		return Interval{}, err
	}
	if m != m2 && m2 < 20 { // 0X, 1X: months that are not known
		return Interval{DayOf(y1, max(m, 1), 1), DayOf(y1, min(m2, 12)+1, 1) - 1}, nil
	}
	if len(f) == 2 || f[2] == "XX" {
		return monthOrSeason(y1, m)
	}
	d1, d2, err := digits(f[2], 2)
	if err != nil {
		return Interval{}, err
	}
	last := daysIn(y1, m)
	if m < 1 || m > 12 || d1 > last || d2 < 1 {
		return Interval{}, fmt.Errorf("%q is no day of the calendar", s)
	}
	return Interval{DayOf(y1, m, max(d1, 1)), DayOf(y1, m, min(d2, last))}, nil
}

// unspecified checks the fields of a date whose year is not given, as far as
// digits go.
func unspecified(f []string) error {
	for i, s := range f {
		if _, _, err := digits(s, 2+2*boolInt(i == 0)); err != nil {
			return err
		}
	}
	return nil
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func daysIn(y, m int) int { _, _, d := (DayOf(y, m+1, 1) - 1).Date(); return d }

// monthOrSeason reads the second field of YYYY-MM: months 01-12, seasons 21-24
// (northern, by calendar quarter's meteorological months), quarters 33-36,
// halves 40-41.
func monthOrSeason(y, m int) (Interval, error) {
	span := func(from, n int) (Interval, error) {
		return Interval{DayOf(y, from, 1), DayOf(y, from+n, 1) - 1}, nil
	}
	switch {
	case m >= 1 && m <= 12:
		return span(m, 1)
	case m >= 21 && m <= 23:
		return span(3+3*(m-21), 3)
	case m == 24: // winter is named by the year in which it begins
		return span(12, 3)
	case m >= 33 && m <= 36:
		return span(1+3*(m-33), 3)
	case m == 40 || m == 41:
		return span(1+6*(m-40), 6)
	}
	return Interval{}, fmt.Errorf("%02d is no month or season", m)
}

// digits reads n digits, of which trailing ones may be X, as the least and
// greatest number they can be.
func digits(s string, n int) (lo, hi int, err error) {
	if len(s) != n {
		return 0, 0, fmt.Errorf("%q has not %d digits", s, n)
	}
	a, b := strings.ReplaceAll(s, "X", "0"), strings.ReplaceAll(s, "X", "9")
	lo, err = strconv.Atoi(a)
	if err != nil || strings.ContainsAny(s, "+-") {
		return 0, 0, fmt.Errorf("%q is not a number", s)
	}
	hi, _ = strconv.Atoi(b)
	return lo, hi, nil
}
