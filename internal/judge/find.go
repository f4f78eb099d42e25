package judge

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// finder finds anchors in a set of readings.
type finder struct {
	byID     map[string]*sheet
	named    map[string][]*sheet // by file and by URL
	versions map[string][]*sheet // by report: all versions of its article, from the earliest
}

// sheet is a reading with what is worked out of it when it is first asked for.
type sheet struct {
	*travaux.Reading
	rows []row
	text *folded
}

// newFinder returns a finder for readings of which these are known to be
// versions of one article.
func newFinder(readings []*travaux.Reading, versions [][]string) *finder {
	f := &finder{byID: map[string]*sheet{}, named: map[string][]*sheet{}, versions: map[string][]*sheet{}}
	for _, g := range readings {
		if g == nil || g.Report == nil {
			continue
		}
		s := &sheet{Reading: g}
		f.byID[g.Report.ID] = s
		for _, k := range locations(g.Report.File, g.Report.URL.Value) {
			f.named[k] = append(f.named[k], s)
		}
	}
	for _, ids := range versions {
		all := make([]*sheet, len(ids))
		for i, id := range ids {
			all[i] = f.byID[id]
		}
		for _, id := range ids {
			f.versions[id] = all
		}
	}
	return f
}

// locations lists under what a report may be found again when its text is
// another.
func locations(file, url string) []string {
	var out []string
	if file != "" && file != "-" {
		out = append(out, "file "+file)
	}
	if url != "" {
		out = append(out, "url "+url)
	}
	return out
}

func (s *sheet) read() []row {
	if s.rows == nil {
		s.rows = rowsOf(s.Reading)
	}
	return s.rows
}

func (s *sheet) folded() *folded {
	if s.text == nil {
		s.text = fold(s.Report.Text)
	}
	return s.text
}

// found is where an anchor stands: in which report, at which words, and which
// local row it means. Where it stands nowhere with certainty, why says so.
type found struct {
	anchor *travaux.Anchor
	sheet  *sheet
	at     place
	id     string
	state  travaux.JudgementState // empty where it was found
	why    string

	carried bool    // from another version of the report
	means   []found // by setting, where it was carried
}

func (f *found) ok() bool { return f.state == "" }

func (f *found) span() travaux.Span {
	sp := travaux.SpanOf(f.sheet.Report.Text, f.at.start, f.at.end)
	sp.Report, sp.File = f.sheet.Report.ID, f.sheet.Report.File
	return sp
}

// find returns where the anchor stands. strict asks that the rules read what
// they read when it was made.
func (f *finder) find(a *travaux.Anchor, strict bool) found {
	s, at, why := f.passage(a)
	if s == nil {
		return found{anchor: a, state: travaux.JudgementWaiting, why: why}
	}
	out := found{anchor: a, sheet: s, at: at}
	switch {
	case why != "":
	case a.What == Passage || a.What == Relation:
		return out
	case a.What == Report:
		out.id = s.Report.ID
		return out
	default:
		if out.id, why = choose(s.read(), a, at, strict); why == "" {
			return out
		}
	}
	out.state, out.why = travaux.JudgementReview, why
	return out
}

// passage finds the words: at their place, where the report is the one it was
// made on; else in the report that has since taken its place, if exactly one
// place of it fits.
func (f *finder) passage(a *travaux.Anchor) (s *sheet, at place, why string) {
	if a.Erased {
		return nil, place{}, "its report, " + a.File + ", was withdrawn"
	}
	if s = f.byID[a.Report]; s != nil {
		if stands(s.Report.Text, a) {
			return s, place{a.Start, a.End}, ""
		}
		return once([]*sheet{s}, a)
	}
	var heirs []*sheet
	for _, k := range locations(a.File, a.URL) {
		for _, h := range f.named[k] {
			if !slices.Contains(heirs, h) {
				heirs = append(heirs, h)
			}
		}
	}
	if len(heirs) == 0 {
		return nil, place{}, "its report, " + a.File + ", is not in the record"
	}
	slices.SortFunc(heirs, func(x, y *sheet) int { return strings.Compare(x.Report.ID, y.Report.ID) })
	if all := f.versions[heirs[0].Report.ID]; !slices.ContainsFunc(heirs, func(h *sheet) bool { return !slices.Contains(all, h) }) {
		for _, h := range all { // one article: the earliest version that has the words for certain
			if _, at, why := once([]*sheet{h}, a); why == "" {
				return h, at, ""
			}
		}
	}
	return once(heirs, a)
}

// stands reports whether the anchor's words are where they were, in their
// context.
func stands(text string, a *travaux.Anchor) bool {
	if a.Start < 0 || a.End < a.Start || a.End > len(text) {
		return false
	}
	lo, hi := a.Start-len(a.Prefix), a.End+len(a.Suffix)
	return lo >= 0 && hi <= len(text) && text[lo:hi] == a.Prefix+a.Quote+a.Suffix && len(a.Quote) == a.End-a.Start
}

// once finds the one place in some texts where an anchor fits, and the report
// that it is in.
func once(sheets []*sheet, a *travaux.Anchor) (in *sheet, at place, why string) {
	in = sheets[0]
	if a.Quote == "" { // a report as a whole, or an outlet that only metadata names
		if len(sheets) == 1 {
			return in, place{}, ""
		}
		return in, place{}, "several reports have since taken the place of " + a.File
	}
	fits := 0
	for _, s := range sheets {
		p, n := find(s.folded(), a)
		if n > 0 {
			at, in = p, s
		}
		if a.What == Report {
			n = min(n, 1) // a headline may stand in a report more than once
		}
		fits += n
	}
	switch {
	case fits == 1:
		return in, at, ""
	case fits == 0:
		return in, place{}, "the text of its report has changed, and the words do not stand in it in their context"
	}
	return in, place{}, "the text of its report has changed, and the words now stand in it more than once"
}
