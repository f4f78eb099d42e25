package timex

import "github.com/travaux/travaux"

// kind is what sort of meaning an expression has before it is anchored.
type kind uint8

const (
	kBound    kind = iota // no time: a bound to be taken up by what follows
	kCal                  // a calendar date, whole or in part
	kWeekday              // a day of the week
	kStep                 // a unit some steps from another: last week, two days ago
	kRef                  // PRESENT_REF, PAST_REF, FUTURE_REF
	kDuration             // a length of time
	kSet                  // a recurring time
	kClock                // a time of day
	kHoliday
)

// meaning is an expression before it is anchored. Fields that a kind does not
// speak of are zero.
type meaning struct {
	kind kind

	y, m, d int  // of kCal; 0 where not said
	sub     int  // season, quarter or half, as the month of an EDTF date
	years   int  // 10 for a decade, 100 for a century: y is its first year
	lastD   int  // end of a range of days: "3-5 May"
	lastY   int  // end of a range of years
	week    bool // the week that holds the date

	wday int // 1 Monday … 7 Sunday

	unit     unit
	step     int  // of kStep, and of a name behind last, this, next
	stepped  bool // this, last or next stood before a name
	fromText bool // steps from a date of the text, not from the document time
	exact    bool // "two days ago", not "two years ago": keep the day

	num   float64 // of a duration
	vague bool    // a number of units that is not given
	finer unit    // "a month earlier", said of a day
	ahead bool    // of a duration: that which follows
	value string  // TIMEX3 value of kRef and kSet
	part  int     // early … end, the values of MOD
	open  bool    // "and the following days"
	clock string  // "T21:00", "TNI"
	zone  string
	feast int // of a holiday, index into feasts
	bc    bool

	passing bool // of kRef: means nothing in a story of the past
	bound   travaux.Bound
}

// unit is a unit of time, numbered as in words.tsv.
type unit int

const (
	second unit = 1 + iota
	minute
	hour
	day
	week
	month
	quarter
	year
	decade
	century
	weekend
	fortnight
	millennium
)
