package extract

import (
	"regexp"
	"strings"

	"github.com/travaux/travaux"
)

var (
	weekdayRE     = regexp.MustCompile(`\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b`)
	selfRE        = regexp.MustCompile(`\bas ((?:[Tt]he )?\p{Lu}[\p{L}\d.&’'-]*(?: \p{Lu}[\p{L}\d.&’'-]*){0,4}) (?:first |previously |earlier |exclusively |has |had |has previously |has already |first )*reported\b`)
	bylineLeadRE  = regexp.MustCompile(`^(?:By|BY|by|Written by|Words by|Story by|Text by|Author:)\s+`)
	contributedRE = regexp.MustCompile(`(?i)\s+(?:also )?contributed\b.*$`)
)

// describe fills in what the report says of itself.
func describe(r *travaux.Report, units []*unit, m meta, address string) {
	r.Outlet, r.Headline, r.Deck, r.Byline, r.URL = m.outlet, m.headline, m.deck, m.byline, m.url
	var note string
	if r.Language, note = language(prose(r), m.language.Value); note != "" {
		r.Notes = append(r.Notes, note)
	}
	if r.URL.Value == "" && address != "" {
		r.URL = travaux.Field{Value: address, Basis: "url"}
	}
	lead := fields(r, units)
	outlet(r, units)
	documentTime(r, units, m, lead)
	divide(r, units)
	r.Genre = genre(r, units, m)
}

// prose is the beginning of what is read of a report, the site's lines left out.
func prose(r *travaux.Report) string {
	var b strings.Builder
	for _, x := range r.Blocks {
		if b.Len() > languageSample {
			break
		}
		b.WriteString(r.Text[x.Start:x.End])
		b.WriteByte('\n')
	}
	if b.Len() == 0 {
		return r.Text
	}
	return b.String()
}

// fields takes the fields that stand in the text, and returns the first
// paragraph's dateline.
func fields(r *travaux.Report, units []*unit) (lead *dateline) {
	prose := 0
	for _, u := range units {
		switch u.class {
		case travaux.LineHeadline:
			located(&r.Headline, u)
		case travaux.LineDeck:
			located(&r.Deck, u)
		case travaux.LineByline:
			located(&r.Byline, sub(u, bylineLeadRE, nil))
		case travaux.LineSiteName:
			if r.Outlet.Value == "" {
				r.Outlet = field(u.start, u.end, r.Text)
			}
		case travaux.LineCredit:
			if c := sub(u, nil, contributedRE); c.end < u.end {
				for _, p := range names(c.text) {
					r.Contributors = append(r.Contributors, field(u.start+p[0], u.start+p[1], r.Text))
				}
			}
		case travaux.LineSourceList:
			if _, heading := siteCues().whole[first(plain(u.text))]; !heading {
				r.Listed = append(r.Listed, field(u.start, u.end, r.Text))
			}
		case travaux.LineBody, travaux.LineListItem:
			if prose++; prose <= 2 && lead == nil {
				lead = takeDateline(r, u)
			}
		}
	}
	return lead
}

func first(s string, _ int) string { return s }

// takeDateline reads the dateline of an opening paragraph into the report.
func takeDateline(r *travaux.Report, u *unit) *dateline {
	d, ok := readDateline(u.text)
	if !ok {
		return nil
	}
	at := func(p [2]int) travaux.Field { return field(u.start+p[0], u.start+p[1], r.Text) }
	for _, p := range d.places {
		r.Places = append(r.Places, at(p))
	}
	credit := d.credit
	if credit[1] == 0 {
		credit = d.agency
	}
	inText := r.Outlet.Basis == "" || r.Outlet.Basis == "text"
	if credit[1] > 0 {
		by := at(credit)
		if r.Outlet.Value == "" || inText && (within(r.Outlet.Value, by.Value) || named(r.Outlet.Value, by.Value)) || r.Outlet.Basis == "header" && bulletin(r.Outlet.Value, by.Value) {
			r.Outlet = by
		}
	}
	d.date.start += u.start
	d.date.end += u.start
	return &d
}

// within reports whether the words of one name begin another, in any case.
func within(short, long string) bool {
	short, _ = plain(short)
	long, _ = plain(long)
	return short != "" && prefixed(long, short)
}

// named reports whether a line over the text, such as "LAKE WIRE AGENCY (LWA)",
// has a dateline's credit among its words.
func named(line, credit string) bool {
	line, _ = plain(line)
	credit, _ = plain(credit)
	return credit != "" && strings.Contains(" "+line+" ", " "+credit+" ")
}

// bulletinRE is what senders add to an outlet's name.
var bulletinRE = regexp.MustCompile(`(?i)(?: (?:bulletins?|alerts?|newsletters?|updates?|briefings?|desk|newsdesk|editors?|team|subscriptions))+$`)

// bulletin reports whether a sender's name is an outlet's with such an addition.
func bulletin(sender, outlet string) bool {
	return sameWords(bulletinRE.ReplaceAllString(sender, ""), outlet)
}

// located sets a field that has no value to the unit's words, or gives the
// place in the text to one that has the same value.
func located(f *travaux.Field, u *unit) {
	value := strings.Join(strings.Fields(u.text), " ")
	switch {
	case f.Value != "" && sameWords(f.Value, value):
		if f.End == 0 {
			f.Start, f.End = u.start, u.end
		}
	case f.Value == "" || f.Basis == "header": // a subject is not always the title
		*f = travaux.Field{Value: value, Basis: "text", Start: u.start, End: u.end}
	}
}

// field quotes text[start:end].
func field(start, end int, text string) travaux.Field {
	return travaux.Field{Value: strings.Join(strings.Fields(text[start:end]), " "), Basis: "text", Start: start, End: end}
}

// sub returns a copy of u without what lead matches at its start and trail at
// its end.
func sub(u *unit, lead, trail *regexp.Regexp) *unit {
	c := *u
	if lead != nil {
		if l := lead.FindStringIndex(c.text); l != nil {
			c.start, c.text = c.start+l[1], c.text[l[1]:]
		}
	}
	if trail != nil {
		if l := trail.FindStringIndex(c.text); l != nil {
			c.end, c.text = c.start+l[0], c.text[:l[0]]
		}
	}
	return &c
}

// names splits "A, B and C" into the offsets of the names.
func names(s string) (out [][2]int) {
	for i := 0; i < len(s); {
		end, skip := len(s), 0
		for _, sep := range []string{", and ", " and ", ", ", " & "} {
			if j := strings.Index(s[i:], sep); j >= 0 && i+j < end {
				end, skip = i+j, len(sep)
			}
		}
		if end > i {
			out = append(out, [2]int{i, end})
		}
		i = end + skip
		if skip == 0 {
			break
		}
	}
	return out
}

// selfReference finds the outlet in its own "as X first reported": one name, so
// used at least twice. Used once, it is as often another outlet's story.
func selfReference(text string) travaux.Field {
	var found travaux.Field
	times := 0
	for _, m := range selfRE.FindAllStringSubmatchIndex(text, 8) {
		f := field(m[2], m[3], text)
		switch {
		case strings.ContainsAny(f.Value, "'’"): // "as Ada Renn's office reported"
		case times == 0:
			f.Basis = "self_reference"
			found, times = f, 1
		case found.Value != f.Value:
			return travaux.Field{}
		default:
			times++
		}
	}
	if times < 2 {
		return travaux.Field{}
	}
	return found
}
