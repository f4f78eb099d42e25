package extract

import (
	"regexp"
	"strings"

	"github.com/travaux/travaux"
)

var (
	blogRE      = regexp.MustCompile(`^(?:[Ff]rom |[Ii]n |[Oo]n )?((?:The )?\p{Lu}[\p{L}\d&’'-]*(?: (?:\p{Lu}[\p{L}\d&’'-]*|of|and|the|&)){0,4}),? (?:is )?(?:a|an|the|our|your) (?:[\p{L}-]+ ){0,3}(?:blog|newsletter|bulletin|weekly|daily|magazine|journal|digest|podcast|news site|newspaper|letter)\b`)
	copyrightRE = regexp.MustCompile(`^(?:©|(?i:copyright))(?: ©| \(c\))?(?: \d{4}(?:[-–]\d{2,4})?)?,? (?:by )?(\p{Lu}[\p{L}&’'-]*(?: (?:\p{Lu}[\p{L}&’'-]*|of|and|the|&)){0,4})(?: \d{4})?(?:[.,|–—]|$)`)
	bySiteRE    = regexp.MustCompile(`^(?:By|BY) (\p{Lu}[\p{L}&’'-]*(?: \p{Lu}[\p{L}&’'-]*){0,3}?) (?i:staff|reporters?|newsroom|correspondents?|writers?)$`)
	companyRE   = regexp.MustCompile(`\b(?:Ltd|Limited|Inc|LLC|PLC|plc|GmbH|Corp|Corporation|SA|AG|BV)$`)
)

// outlet finds the publisher where neither metadata, nor a line over the text,
// nor the dateline names it, and writes it as the outlet itself does: names in
// capitals give way to the same words in small letters elsewhere in the text.
func outlet(r *travaux.Report, units []*unit) {
	if r.Outlet.Value == "" {
		r.Outlet = described(r, units)
	}
	if r.Outlet.Value == "" {
		r.Outlet = selfReference(r.Text)
	}
	if r.Outlet.Basis != "text" {
		return
	}
	name := r.Text[r.Outlet.Start:r.Outlet.End]
	if masthead(name) || mastheadRE.MatchString(name) || strings.Contains(name, "|") {
		if at := strings.IndexAny(name, "–—|-(:"); at > 2 {
			r.Outlet = field(r.Outlet.Start, r.Outlet.Start+len(strings.TrimRight(name[:at], " ")), r.Text)
		}
	}
	if strings.ToUpper(r.Outlet.Value) == r.Outlet.Value {
		if start, end, ok := smaller(r.Text, r.Outlet.Value); ok {
			r.Outlet = field(start, end, r.Text)
		}
	}
}

// described finds the outlet in a line that says what it is ("Lake Notes, a
// blog about water"), under whose name its staff write, or in a copyright line.
func described(r *travaux.Report, units []*unit) travaux.Field {
	prose := 0
	for _, u := range units {
		if u.class == travaux.LineBody {
			prose++
		}
		re := blogRE
		switch u.class {
		case travaux.LineByline:
			re = bySiteRE
		case travaux.LineLegal:
			re = copyrightRE
		case travaux.LineDeck, travaux.LineSiteName, travaux.LineSubscribe, travaux.LinePromo:
		case travaux.LineBody:
			if prose > 1 {
				continue
			}
		default:
			continue
		}
		if l := re.FindStringSubmatchIndex(u.text); l != nil && !companyRE.MatchString(u.text[l[2]:l[3]]) && u.words <= 30 {
			return field(u.start+l[2], u.start+l[3], r.Text)
		}
	}
	return travaux.Field{}
}

// smaller finds the first place in text where the words of a name in capitals
// stand with small letters.
func smaller(text, name string) (start, end int, ok bool) {
	re, err := regexp.Compile(`(?i)\b` + strings.ReplaceAll(regexp.QuoteMeta(name), " ", `\s+`) + `\b`)
	if err != nil {
		return 0, 0, false
	}
	for _, l := range re.FindAllStringIndex(text, 50) {
		s := text[l[0]:l[1]]
		lower := strings.ToLower(s)
		if s != strings.ToUpper(s) && s != lower {
			return l[0], l[1], true
		}
	}
	return 0, 0, false
}
