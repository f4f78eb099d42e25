package reconcile

import (
	"math"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// amount is the interval of what a number or a duration can mean given its
// bound, in thousandths of its unit; ends included.
type amount struct{ lo, hi int64 }

const unbounded = math.MaxInt64 / 4

// numberAmount reads a decimal number with its bound. The tolerance of an
// exact number is nothing: a count is a count.
func numberAmount(v travaux.Value) (amount, bool) {
	n, ok := thousandths(v.Value)
	if !ok {
		return amount{}, false
	}
	return bounded(n, 0, v.Bound), true
}

// thousandths reads a decimal number without going through floating point.
func thousandths(s string) (int64, bool) {
	whole, frac, _ := strings.Cut(strings.TrimSpace(s), ".")
	frac = (frac + "000")[:3]
	n, err := strconv.ParseInt(whole+frac, 10, 64)
	if err != nil || n < 0 || n > unbounded/4 {
		return 0, false
	}
	return n, true
}

// durationAmount reads an ISO 8601 duration of weeks, days, hours and minutes
// as thousandths of minutes. A duration in whole hours is taken to be rounded
// to half an hour, one in whole days to half a day, one in minutes to nothing:
// "four hours" and "three hours and fifty minutes" can both be true.
func durationAmount(v travaux.Value) (amount, bool) {
	rest, ok := strings.CutPrefix(v.Value, "P")
	if !ok {
		return amount{}, false
	}
	var total, tolerance, last int64
	inTime := false
	for rest != "" {
		if rest[0] == 'T' {
			inTime, rest = true, rest[1:]
			continue
		}
		i := strings.IndexFunc(rest, func(r rune) bool { return r >= 'A' && r <= 'Z' })
		if i <= 0 {
			return amount{}, false
		}
		n, ok := thousandths(rest[:i])
		unit := minutesOf(rest[i], inTime)
		if !ok || unit == 0 || n > unbounded/4/unit {
			return amount{}, false
		}
		total += n * unit
		last = unit * 1000
		tolerance = 0
		if unit > 1 && n%1000 == 0 {
			tolerance = unit * 1000 / 2
		}
		rest = rest[i+1:]
	}
	if total == 0 {
		return amount{}, false
	}
	a := bounded(total, tolerance, v.Bound)
	if v.Bound == travaux.Nearly {
		a.lo = max(a.lo, total-last) // nearly thirteen hours is more than twelve
	}
	return a, true
}

func minutesOf(unit byte, inTime bool) int64 {
	switch {
	case inTime && unit == 'M':
		return 1
	case inTime && unit == 'H':
		return 60
	case !inTime && unit == 'D':
		return 24 * 60
	case !inTime && unit == 'W':
		return 7 * 24 * 60
	}
	return 0
}

// bounded applies a bound to n. "Nearly" reaches down by 15 %, "about" by 20 %
// either way: what a reader would let pass.
func bounded(n, tolerance int64, b travaux.Bound) amount {
	switch b {
	case travaux.Over:
		return amount{n + 1, unbounded}
	case travaux.AtLeast:
		return amount{n, unbounded}
	case travaux.Under:
		return amount{0, n - 1}
	case travaux.AtMost:
		return amount{0, n}
	case travaux.Nearly:
		return amount{n - n*15/100, n}
	case travaux.About:
		return amount{n - max(n/5, tolerance), n + max(n/5, tolerance)}
	}
	return amount{n - tolerance, n + tolerance}
}

// compareAmounts says how two amounts stand to each other; "" when they agree
// and neither says more.
func compareAmounts(a, b amount) travaux.RelationKind {
	switch {
	case a == b:
		return ""
	case a.hi < b.lo || b.hi < a.lo:
		return travaux.Contradicts
	case b.lo <= a.lo && a.hi <= b.hi:
		return travaux.Entails
	case a.lo <= b.lo && b.hi <= a.hi:
		return travaux.EntailedBy
	}
	return travaux.Overlapping
}

// compareDates says how two dates stand to each other; "" when they are equal
// or one says nothing.
func compareDates(a, b travaux.EDTF) travaux.RelationKind {
	x, err1 := a.Interval()
	y, err2 := b.Interval()
	if err1 != nil || err2 != nil || a == "" || b == "" || x == y {
		return ""
	}
	if uncertain(a) || uncertain(b) {
		if !x.Overlaps(y) {
			return ""
		}
	}
	switch {
	case !x.Overlaps(y):
		return travaux.Contradicts
	case x.Within(y):
		return travaux.Entails
	case y.Within(x):
		return travaux.EntailedBy
	}
	return travaux.Overlapping
}

// uncertain reports whether a date is marked approximate or uncertain.
func uncertain(e travaux.EDTF) bool { return strings.ContainsAny(string(e), "~?%") }

// gap is the number of days between two intervals, 0 when they touch or
// overlap.
func gap(a, b travaux.Interval) int {
	switch {
	case a.Hi < b.Lo:
		return int(b.Lo - a.Hi)
	case b.Hi < a.Lo:
		return int(a.Lo - b.Hi)
	}
	return 0
}
