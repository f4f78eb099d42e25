package extract

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/travaux/travaux"
)

// stampRE is the time over a post of a live blog, alone on its line or before
// the post's title.
var stampRE = regexp.MustCompile(`^(?i:(?:posted(?: at)?|updated(?: at)?|at)?:? ?)((?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?(?i:[ap]\.?m\b\.?))?(?: ?\(?[A-Z]{2,4}\)?)?|(?:1[0-2]|[1-9]) ?(?i:[ap]\.?m\b\.?)(?: [A-Z]{2,4})?)(?:[,;:|–—-]* *|$)`)

// ledRE is how a sentence begins that only looks like a dateline: "On 3 March
// 2031 — the day of the vote — …".
var ledRE = regexp.MustCompile(`^(?:On|By|In|At|Until|Since|From|After|Before|As|The|It|But|And|For) `)

// stamp returns the time that a unit opens with, and whether nothing follows it
// but a date.
func stamp(u *unit) (clock string, alone, ok bool) {
	if u.words > 24 || u.text == "" || u.opens > 'z' {
		return "", false, false
	}
	m := stampRE.FindStringSubmatchIndex(u.text)
	if m == nil {
		return "", false, false
	}
	rest := strings.Trim(u.text[m[1]:], " ,|–—-")
	if rest != "" {
		if d, dated := readDate(rest); dated && d.end-d.start >= len(rest)-12 {
			rest = ""
		}
	}
	return strings.TrimSpace(u.text[m[2]:m[3]]), rest == "", true
}

// posts classes the time stamps of a live blog. Three make one, two where its
// title says so: a report names a time of day now and then.
func posts(words []*unit) {
	var alone, titled []*unit
	live := false
	for i, u := range words {
		if u.words <= 16 && liveRE.MatchString(u.text) {
			live = true
		}
		if u.fixed && u.class != travaux.LineSubhead && u.class != travaux.LineBody {
			continue
		}
		switch _, bare, ok := stamp(u); {
		case !ok || strings.HasPrefix(strings.ToLower(u.text), "updated") && len(alone)+len(titled) == 0:
		case bare:
			alone = append(alone, u)
		case !u.prose() && u.titled() && i+1 < len(words) && (words[i+1].prose() || words[i+1].sentence()): // a row of such titles alone is a list of links
			titled = append(titled, u)
		}
	}
	need := 3
	if live {
		need = 2
	}
	if len(alone) >= need {
		for _, u := range alone {
			u.class, u.fixed = travaux.LineTimestamp, true
		}
	}
	if len(titled) >= need {
		for _, u := range titled {
			u.class, u.fixed = travaux.LineSubhead, true
		}
	}
}

// divide finds the posts of a live blog, or the stories of a file that holds
// several. Each keeps the time that it prints; a post without a date has the
// report's.
func divide(r *travaux.Report, units []*unit) {
	words := filled(units)
	if live := livePosts(r, words); len(live) > 1 {
		r.Parts = live
		return
	}
	starts := stories(words)
	if len(starts) == 0 {
		return
	}
	r.Parts = append(r.Parts, travaux.Part{End: starts[0].u.start, Kind: travaux.PartStory, Headline: r.Headline, Date: r.Date})
	for i, s := range starts {
		p := travaux.Part{Start: s.u.start, End: len(r.Text), Kind: travaux.PartStory, Date: travaux.DocTime{Basis: travaux.BasisUnknown}}
		if i+1 < len(starts) {
			p.End = starts[i+1].u.start
		}
		if s.title != nil {
			p.Headline = field(s.title.start, s.title.end, r.Text)
		}
		if s.date.edtf != "" {
			p.Date = travaux.DocTime{EDTF: s.date.edtf, Basis: s.basis, Start: s.date.start, End: s.date.end}
		}
		r.Parts = append(r.Parts, p)
	}
	r.Notes = append(r.Notes, fmt.Sprintf("the file holds %d stories; each is dated by its own lines alone", len(r.Parts)))
}

func livePosts(r *travaux.Report, words []*unit) (list []travaux.Part) {
	for _, u := range words {
		if u.class != travaux.LineTimestamp && u.class != travaux.LineSubhead {
			continue
		}
		clock, _, ok := stamp(u)
		if !ok {
			continue
		}
		p := travaux.Part{Start: u.start, End: len(r.Text), Kind: travaux.PartPost, Date: r.Date, Clock: clock}
		if d, dated := readDate(u.text); dated && d.edtf != "" && !d.yearless {
			p.Date = travaux.DocTime{EDTF: d.edtf, Basis: travaux.BasisExplicit, Start: u.start + d.start, End: u.start + d.end}
		}
		if n := len(list); n > 0 {
			list[n-1].End = u.start
		}
		list = append(list, p)
	}
	return list
}

// story is where a second or later story of a file begins.
type story struct {
	u     *unit // the first of its lines
	title *unit // nil where it has none
	date  reading
	basis travaux.Basis
}

// stories finds the later stories of a file: a title with a byline or a line
// that prints a date under it, or a paragraph with a dateline of its own, once a
// story has been told, and with a story to come.
func stories(words []*unit) (list []story) {
	told := 0 // paragraphs since the last story began
	for i, u := range words {
		body := u.class == travaux.LineBody && u.prose()
		if told >= 2 {
			if s, ok := storyAt(words, i); ok {
				list, told = append(list, s), 0
			}
		}
		if body {
			told++
		}
	}
	if told < 1 && len(list) > 0 {
		list = list[:len(list)-1]
	}
	return list
}

func storyAt(words []*unit, i int) (story, bool) {
	u := words[i]
	if lead, ok := readDateline(u.text); ok && u.class == travaux.LineBody && lead.dated && !lead.date.yearless && len(lead.places) > 0 && !ledRE.MatchString(u.text) {
		return dateled(story{u: u}, u, lead), true
	}
	if !u.titled() || u.words < 4 || u.words > 20 || u.bullet || i+1 >= len(words) {
		return story{}, false
	}
	switch u.class {
	case travaux.LineSubhead, travaux.LineBody, travaux.LineTeaser, travaux.LineHeadline:
	default:
		return story{}, false
	}
	s := story{u: u, title: u}
	signed := false
	for j := i + 1; j < len(words) && j <= i+3; j++ {
		next := words[j]
		switch next.class {
		case travaux.LineByline, travaux.LineDateline, travaux.LineMeta:
			if d, ok := readDate(next.text); ok && d.edtf != "" {
				d.start, d.end = d.start+next.start, d.end+next.start
				s.date, s.basis = d, travaux.BasisExplicit
			}
			signed = signed || next.class != travaux.LineMeta
			continue
		case travaux.LineBody:
			if lead, ok := readDateline(next.text); ok && (lead.dated || lead.agency[1] > 0) && len(lead.places) > 0 {
				s = dateled(s, next, lead)
				return s, true
			}
		}
		return s, signed && next.class == travaux.LineBody
	}
	return s, signed
}

// dateled takes the date of a story's dateline, which stands in u.
func dateled(s story, u *unit, lead dateline) story {
	if lead.dated && lead.date.edtf != "" {
		s.date, s.basis = lead.date, travaux.BasisDateline
		s.date.start, s.date.end = s.date.start+u.start, s.date.end+u.start
	}
	return s
}
