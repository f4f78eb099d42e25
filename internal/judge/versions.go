package judge

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/travaux/travaux"
)

// A judgement made on one version of an article bears on the same passage of
// its other versions, where it is certain which that is. A person who looked at
// another version itself is heard first there.

// doubt is why it is not certain what a judgement means in a later version of
// its report, and the words there that are to be looked at.
type doubt struct {
	sheet *sheet
	why   string
	at    []place
}

// carryAll carries what was found over to other versions of its reports.
func (a *Applied) carryAll(f *finder) {
	own := map[string][]*matter{}
	for _, m := range a.cases {
		if m.State == travaux.JudgementUndone {
			continue
		}
		for i := range m.at {
			if x := &m.at[i]; x.ok() && !x.carried && m.live() {
				own[x.row()] = append(own[x.row()], m)
			}
		}
	}
	for _, m := range a.cases {
		if m.live() && m.Kind != travaux.JudgeAdd {
			m.carry(f, own)
		}
	}
	a.dropSettled()
}

// carry finds what the judgement means in the other versions of its reports.
func (m *matter) carry(f *finder, own map[string][]*matter) {
	for _, x := range slices.Clone(m.at) {
		if !x.ok() || x.carried || !m.carries(x.anchor) {
			continue
		}
		for _, s := range f.versions[x.sheet.Report.ID] {
			if s == x.sheet {
				continue
			}
			y, d := m.inVersion(&x, s)
			switch {
			case d == nil && y.sheet != nil && !m.judgedThere(&y, own):
				m.at = append(m.at, y)
			case d != nil && !s.before(x.sheet) && m.exact() && !m.anchoredIn(s, x.anchor):
				m.doubts = append(m.doubts, *d)
			}
		}
	}
}

// before reports whether a report is certain to be the earlier one of two.
func (s *sheet) before(t *sheet) bool {
	a, errA := s.Report.Date.EDTF.Interval()
	b, errB := t.Report.Date.EDTF.Interval()
	return s.Report.Date.EDTF != "" && t.Report.Date.EDTF != "" && errA == nil && errB == nil && a.Before(b)
}

// carries reports whether an anchor means the same in another version. The date
// of a report, its grade and a note on it are that version's own.
func (m *matter) carries(a *travaux.Anchor) bool {
	if a.What == Report {
		return m.Kind == travaux.JudgeKeep || m.Kind == travaux.JudgeSetAside
	}
	return a.Quote != ""
}

// exact reports whether the judgement is on what one passage says, so that
// another wording must be looked at; what is decided of a row of the record
// bears on whatever the rules take for one with it.
func (m *matter) exact() bool {
	switch m.Kind {
	case travaux.JudgeCorrect, travaux.JudgeReject, travaux.JudgeAdd, travaux.JudgeResolve, travaux.JudgeSplit, travaux.JudgeKeep, travaux.JudgeSetAside:
		return true
	}
	return false
}

// anchoredIn reports whether the judgement itself names something of the kind
// in that version.
func (m *matter) anchoredIn(s *sheet, a *travaux.Anchor) bool {
	return slices.ContainsFunc(m.Anchors, func(b travaux.Anchor) bool {
		return b.Report == s.Report.ID && b.What == a.What && b.Side == a.Side
	})
}

// judgedThere reports whether the judgement has the row already, or another was
// made on that version itself.
func (m *matter) judgedThere(y *found, own map[string][]*matter) bool {
	if slices.ContainsFunc(m.at, func(x found) bool { return x.ok() && x.id != "" && x.row() == y.row() }) {
		return true
	}
	claims := func(k travaux.JudgementKind) bool { return k == travaux.JudgeCorrect || k == travaux.JudgeReject }
	return slices.ContainsFunc(own[y.row()], func(o *matter) bool { return o.Kind == m.Kind || claims(o.Kind) && claims(m.Kind) })
}

// inVersion finds what is meant in another version of the report of x: it, or
// why that is not certain, or neither where that version leaves the words out.
func (m *matter) inVersion(x *found, s *sheet) (y found, d *doubt) {
	a := x.anchor
	uncertain := func(why string, at ...place) (found, *doubt) {
		return found{}, &doubt{s, "in another version of its report, " + s.Report.File + ", " + why, at}
	}
	at, fits := find(s.folded(), a)
	if a.What == Report {
		fits = min(fits, 1)
	}
	switch {
	case fits > 1:
		return uncertain("the words of “"+clip(a.Quote)+"” stand more than once", at)
	case fits == 0:
		in, ok := likest(s.Report.Text, a)
		if !ok {
			return found{}, nil
		}
		return uncertain(fmt.Sprintf("“%s” may stand for the words of “%s”", clip(s.Report.Text[in.start:in.end]), clip(a.Quote)), in)
	}
	y = found{anchor: a, sheet: s, at: at, carried: true}
	switch {
	case a.What == Report:
		y.id = s.Report.ID
	case a.What != Relation && m.Kind != travaux.JudgeAdd:
		id, why := choose(s.read(), a, at, true)
		if why != "" {
			if !slices.ContainsFunc(s.read(), func(r row) bool { return r.what == a.What && r.start < at.end && at.start < r.end }) {
				return found{}, nil // nothing is read there that could be judged
			}
			return uncertain("at “"+clip(a.Quote)+"”, "+why, at)
		}
		y.id = id
	}
	for _, set := range m.Set {
		z, ok := meantIn(s, set.Means)
		if !ok {
			return uncertain("it is not certain who “"+clip(set.Value)+"” is", at)
		}
		y.means = append(y.means, z)
	}
	return y, nil
}

// meantIn finds what a setting means in another version: at the same words, else
// the only actor that it names so.
func meantIn(s *sheet, a *travaux.Anchor) (found, bool) {
	if a == nil {
		return found{}, true
	}
	at, fits := find(s.folded(), a)
	out := found{anchor: a, sheet: s, at: at}
	if a.What != Actor {
		return out, fits == 1
	}
	if fits == 1 {
		if id, why := choose(s.read(), a, at, false); why == "" {
			out.id = id
			return out, true
		}
	}
	first := s.named(a.Quote)
	if len(first) != 1 {
		return found{}, false
	}
	out.at, out.id = place{first[0].start, first[0].end}, first[0].id
	return out, true
}

// dropSettled drops the doubts about words that somebody has judged since: a
// note on them will do.
func (a *Applied) dropSettled() {
	judged := map[string][]found{} // by report
	for _, m := range a.cases {
		if !m.live() {
			continue
		}
		for _, x := range m.at {
			if x.ok() && !x.carried {
				judged[x.sheet.Report.ID] = append(judged[x.sheet.Report.ID], x)
			}
		}
	}
	for _, m := range a.cases {
		m.doubts = slices.DeleteFunc(m.doubts, func(d doubt) bool {
			return slices.ContainsFunc(judged[d.sheet.Report.ID], func(x found) bool {
				return slices.ContainsFunc(d.at, func(p place) bool { return x.at.start < p.end && p.start < x.at.end })
			})
		})
	}
}

// leastShared is how many words two tellings of one thing share, beside half of
// all that they have.
const leastShared = 3

// likest returns the sentence of a text that shares most words with that of an
// anchor, if it may be another wording of it. It is only ever shown.
func likest(text string, a *travaux.Anchor) (best place, ok bool) {
	whole := a.Prefix + a.Quote + a.Suffix
	lo, hi := sentence(whole, len(a.Prefix), len(a.Prefix)+len(a.Quote))
	want := map[string]int{}
	ours := tokens(whole[lo:hi])
	for _, w := range ours {
		want[w]++
	}
	most := 0
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexAny(text[start:], ".?!\n"); i >= 0 {
			end = start + i + 1
		}
		shared, theirs := 0, tokens(text[start:end])
		have := map[string]int{}
		for _, w := range theirs {
			if have[w]++; have[w] <= want[w] {
				shared++
			}
		}
		if shared > most && shared >= leastShared && 4*shared >= len(ours)+len(theirs) {
			best, most, ok = trimmed(text, start, end), shared, true
		}
		start = end
	}
	return best, ok
}

// tokens are the words of a passage, in small letters.
func tokens(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// trimmed is a place without the white space around it.
func trimmed(text string, start, end int) place {
	s := text[start:end]
	start += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	return place{start, start + len(strings.TrimSpace(s))}
}
