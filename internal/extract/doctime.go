package extract

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/travaux/travaux"
)

// documentTime sets when the report was published, by the best of what says so:
// its dateline, its metadata, a line that prints the date, its address. It
// never guesses: where nothing says it, the date is empty.
func documentTime(r *travaux.Report, units []*unit, m meta, lead *dateline) {
	r.Date = travaux.DocTime{Basis: travaux.BasisUnknown}
	set := func(d reading, words string, basis travaux.Basis, where string, inText bool) bool {
		if d.note != "" {
			r.Notes = append(r.Notes, fmt.Sprintf("the date %q in the %s %s", words, where, d.note))
		}
		if d.edtf == "" {
			return false
		}
		if one := settled(r.Date.EDTF, d.edtf); one != "" { // the two dates make one; its words are the first's
			r.Date.EDTF = one
			return true
		}
		if r.Date.EDTF != "" && !(strings.HasPrefix(string(r.Date.EDTF), "XXXX") && !d.yearless) {
			return false
		}
		r.Date.EDTF, r.Date.Basis, r.Date.Start, r.Date.End = d.edtf, basis, 0, 0
		if inText {
			r.Date.Start, r.Date.End = d.start, d.end
		}
		return true
	}
	if lead != nil && lead.dated {
		set(lead.date, r.Text[lead.date.start:lead.date.end], travaux.BasisDateline, "dateline", true)
	}
	for _, u := range units {
		if u.class == travaux.LineDateline || u.class == travaux.LineByline {
			printedDate(r, u, set)
		}
	}
	for _, d := range m.dates {
		if got, ok := metadataDate(d.words); ok {
			set(got, d.words, d.basis, d.field, false)
		} else {
			r.Notes = append(r.Notes, fmt.Sprintf("the date %q in the %s is not one that can be read", d.words, d.field))
		}
	}
	if r.Date.EDTF == "" {
		if d, ok := addressDate(r.URL.Value); ok {
			set(d, r.URL.Value, travaux.BasisMetadata, "address", false)
		}
	}
	if r.Date.EDTF == "" {
		r.Date.Weekday = printedWeekday(units)
	}
	if r.Date.EDTF == "" && r.Date.Weekday == "" {
		r.Date.Weekday = leadWeekday(units)
	}
}

// settled returns the day that two readings of a date together fix: a day
// without a year and a date that has it, or two possible days and one of them.
// It is empty where they do not fit.
func settled(a, b travaux.EDTF) travaux.EDTF {
	for _, p := range [][2]string{{string(a), string(b)}, {string(b), string(a)}} {
		lo, hi, two := strings.Cut(p[0], "/")
		for _, day := range []string{lo, hi} {
			switch {
			case len(day) != len("2031-03-04"):
			case strings.HasPrefix(p[1], "XXXX") && strings.HasSuffix(day, p[1][4:]):
				return travaux.EDTF(day)
			case two && day == p[1]:
				return travaux.EDTF(day)
			}
		}
	}
	return ""
}

// printedWeekday returns the weekday that stands on a line of its own over the
// text, or alone before its first words: "Sunday. The kettle is on."
func printedWeekday(units []*unit) string {
	for _, u := range units {
		switch {
		case u.class == travaux.LineDateline && dayLineRE.MatchString(u.text):
			return weekdayRE.FindString(u.text)
		case u.class.Prose() && u.class != travaux.LineHeadline:
			if l := weekdayRE.FindStringIndex(u.text); l != nil && l[0] == 0 && strings.ContainsAny(u.text[l[1]:min(len(u.text), l[1]+1)], ".:") {
				return u.text[:l[1]]
			}
			if u.class == travaux.LineBody {
				return ""
			}
		}
	}
	return ""
}

// printedDate takes the date of a line that prints one.
func printedDate(r *travaux.Report, u *unit, set func(reading, string, travaux.Basis, string, bool) bool) {
	d, ok := readDate(u.text)
	if !ok {
		return
	}
	words := u.text[d.start:d.end]
	basis, where := travaux.BasisExplicit, "line that prints it"
	if place := strings.Trim(u.text[:d.start], " ,-–—:|"); u.class == travaux.LineDateline && isPlaces(place) && !publishedRE.MatchString(u.text) && !weekdayRE.MatchString(place) {
		basis, where = travaux.BasisDateline, "dateline"
		if len(r.Places) == 0 {
			for _, p := range places(place) {
				at := u.start + strings.Index(u.text, place)
				r.Places = append(r.Places, field(at+p[0], at+p[1], r.Text))
			}
		}
	}
	d.start += u.start
	d.end += u.start
	set(d, words, basis, where, true)
}

var pathDateRE = regexp.MustCompile(`[/_-](\d{4})[/_-](\d{1,2}|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?:[/_-](\d{1,2}))?(?:[/_.-]|$)`)

// addressDate reads a date such as /2031/03/05/ in the path of a URL.
func addressDate(s string) (reading, bool) {
	u, err := url.Parse(s)
	if err != nil {
		return reading{}, false
	}
	m := pathDateRE.FindStringSubmatch(u.Path)
	if m == nil || m[1] < "1900" || m[1] > "2199" {
		return reading{}, false
	}
	d := made(m[1], m[2], m[3])
	return d, d.edtf != ""
}

// otherDayRE is what before a weekday makes it another day than the report's.
var otherDayRE = regexp.MustCompile(`\b(?:last|next|this|every|each|since|until|till|by|from|late|early|coming|past|of) $`)

// leadWeekday returns the weekday that the first paragraph names for what it
// reports, if it names just one.
func leadWeekday(units []*unit) string {
	for _, u := range units {
		if u.class != travaux.LineBody || u.words < 8 {
			continue
		}
		day := ""
		for _, m := range weekdayRE.FindAllStringSubmatchIndex(u.text, -1) {
			if before := u.text[max(0, m[0]-12):m[0]]; otherDayRE.MatchString(before) {
				continue
			}
			d := u.text[m[2]:m[3]]
			if day != "" && day != d {
				return ""
			}
			day = d
		}
		return day
	}
	return ""
}
