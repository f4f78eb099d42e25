package timex

import (
	"github.com/travaux/travaux"
)

// money reads a currency with its amount; in "$50-60 billion" the first amount
// shares the scale of the second.
func (c *counter) money(i int) travaux.Quantity {
	q := travaux.Quantity{Unit: c.ws[i].text}
	n := c.ws[i+1].num
	j := i + 3
	if c.is(j, cCur) {
		j++
	}
	if f := c.form(i + 2); (f == "to" || f == "-" || f == "–") && c.is(j, cNum) {
		high := c.ws[j].num
		for scale := 1e12; scale >= 1e6; scale /= 1e3 {
			if high >= scale && n < 1000 {
				n *= scale
				break
			}
		}
		if n < high {
			q.Bound = travaux.AtLeast
		}
	}
	q.Value = decimal(n)
	return q
}

// topOfRange reports whether the number at i ends a range: "between 3 and 5".
func (c *counter) topOfRange(i int) bool {
	if c.form(i-1) == "to" && c.is(i-2, cPct) && c.is(i-3, cNum) && c.is(i+1, cPct) {
		return c.ws[i-3].num < c.ws[i].num // "25% to 30%"
	}
	if !c.is(i-2, cNum) || c.is(i-3, cCur) || c.ws[i-2].num >= c.ws[i].num {
		return false
	}
	f := c.form(i - 1)
	return f == "to" || f == "and" && lower(c.form(i-3)) == "between"
}

// share reads "two-thirds", "half", "a third".
func (c *counter) share(i int) (float64, int) {
	of := func(n int) bool { f := c.form(i + n); return f == "of" || f == "the" || f == "its" || f == "their" }
	switch f := lower(c.form(i)); {
	case f == "half" && of(1):
		return 0.5, 1
	case c.is(i, cInt) && c.form(i+1) == "-" && c.is(i+2, cFrac) && c.ws[i+2].val > 2:
		return c.ws[i].num / float64(c.ws[i+2].val), 3
	case c.is(i, cInt) && c.is(i+1, cFrac) && c.ws[i+1].val > 2 && c.form(i+2) == "of":
		return c.ws[i].num / float64(c.ws[i+1].val), 2
	case (f == "a" || f == "one") && c.is(i+1, cOrd) && c.ws[i+1].val > 2 && c.form(i+2) == "of":
		return 1 / float64(c.ws[i+1].val), 2
	}
	return 0, 0
}
