package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// texts relates what reports say of plans and drafts.
func (rs *relations) texts(t *texts) {
	for i, group := range t.groups {
		id := t.rows[i].ID
		var first, dates []reading
		points, tracks := map[bool][]reading{}, map[bool][]reading{}
		for _, x := range group {
			cl := &x.claim.Claim
			for _, v := range x.claim.FirstReportedBy {
				v.Value = rs.actors.of(x.src, v.Value)
				first = append(first, newReading(x.src, cl, v, false))
			}
			for _, v := range x.claim.Points {
				points[x.revised] = append(points[x.revised], newReading(x.src, cl, v, false))
			}
			for _, v := range x.claim.TrackCounts {
				tracks[x.revised] = append(tracks[x.revised], newReading(x.src, cl, v, false))
			}
			for _, v := range x.claim.Dates {
				if !x.revised {
					dates = append(dates, newReading(x.src, cl, v, false))
				}
			}
		}
		rs.pairs(first, func(a, b reading) { rs.firstReports(a, b, id, "strong") })
		rs.pairs(dates, func(a, b reading) { rs.dates(a, b, id, "text") })
		for _, revised := range []bool{false, true} {
			rs.pairs(points[revised], func(a, b reading) { rs.numbers(a, b, id, "points") })
			rs.pairs(tracks[revised], func(a, b reading) { rs.numbers(a, b, id, "tracks") })
		}
		rs.authorship(group, id)
		rs.textNames(group, id)
	}
	rs.lists(t)
	rs.sameForm(t)
	rs.keptNumber(t)
	rs.firstToTell(t)
}

// firstReports relates two outlets each called the first to report a text.
func (rs *relations) firstReports(a, b reading, about, strength string) {
	if a.value.Value == b.value.Value {
		return
	}
	x, y := rs.show(a.value), rs.show(b.value)
	rs.add(a, b, finding{
		kind: travaux.Contradicts, subkind: "first_report", strength: strength, about: about, rule: "first_report.contradicts",
		holdsIf:     "Both passages speak of the same text, and both mean its first publication.",
		alternative: "One outlet reported that the text exists, the other its content.",
		explanation: fmt.Sprintf("One passage names %s as the first to report the text, the other %s.", x, y),
	})
}

// numbers relates two numbers of points or tracks of one version.
func (rs *relations) numbers(a, b reading, about, of string) {
	x, ok1 := numberAmount(a.value)
	y, ok2 := numberAmount(b.value)
	if !ok1 || !ok2 {
		return
	}
	u, v := rs.show(a.value), rs.show(b.value)
	f := finding{kind: compareAmounts(x, y), subkind: "number", strength: "medium", about: about}
	switch f.kind {
	case "":
		return
	case travaux.Contradicts:
		f.holdsIf = fmt.Sprintf("Both passages count the %s of the same version of the text.", of)
		f.alternative = "The text was revised in between."
		f.explanation = fmt.Sprintf("One passage gives the text %s %s, the other %s.", u, of, v)
	default:
		f.explanation = fmt.Sprintf("%s and %s %s can both be true.", u, v, of)
	}
	f.rule = "number." + string(f.kind)
	rs.add(a, b, f)
}

// numbered is a report's account of a text with a number of points.
type numbered struct {
	reading
	row     int // of the text
	revised bool
	counter bool
}

// sameForm warns of texts that share a number of points and are not, or not
// surely, one: different texts, and versions before and after a revision.
func (rs *relations) sameForm(t *texts) {
	byPoints := map[string][]numbered{}
	for i, group := range t.groups {
		for _, x := range group {
			for _, v := range x.claim.Points {
				if v.Bound == "" || v.Bound == travaux.Exact {
					byPoints[v.Value] = append(byPoints[v.Value], numbered{newReading(x.src, &x.claim.Claim, v, false), i, x.revised, x.counter})
				}
			}
		}
	}
	for _, n := range sortedKeys(byPoints) {
		list := byPoints[n]
		slices.SortStableFunc(list, func(a, b numbered) int { return compareReadings(a.reading, b.reading) })
		drawn := map[string]int{}
		rs.tellApart(list, n, t, drawn, true)
		rs.tellApart(list, n, t, drawn, false)
	}
}

// trapLimit is how many passages on two texts of one number are set side by
// side.
const trapLimit = 12

// tellApart relates the accounts of two texts or versions: where one report
// has both, there; and across reports, up to a limit.
func (rs *relations) tellApart(list []numbered, n string, t *texts, drawn map[string]int, within bool) {
	for i, a := range list {
		for _, b := range list[i+1:] {
			if a.row == b.row && a.revised == b.revised || (a.src == b.src) != within {
				continue
			}
			pair := fmt.Sprint(min(a.row, b.row), max(a.row, b.row))
			if drawn[pair] >= trapLimit || a.src.origin != a.src.id || b.src.origin != b.src.id {
				continue // a copy has what its original has
			}
			drawn[pair]++
			support := append(slices.Clone(a.value.SupportedBy), b.value.SupportedBy...)
			rs.put(a.span, b.span, n+" points", n+" points", support, identityTrap(a, b, n, t.rows[b.row].ID))
		}
	}
}

func identityTrap(a, b numbered, n, about string) finding {
	f := finding{kind: travaux.UnrelatedSameForm, subkind: "identity", strength: "medium", rule: "identity.same_number", about: about}
	switch {
	case a.row == b.row:
		f.explanation = fmt.Sprintf("Both passages speak of %s points, but a revision lies between them: whether it is the same version is not reported.", n)
	case a.counter != b.counter:
		f.strength = "strong"
		f.explanation = fmt.Sprintf("Both texts have %s points, but one is a counter-proposal: the number does not make them one.", n)
	default:
		f.explanation = fmt.Sprintf("Both texts have %s points; beyond the number nothing reported makes them one.", n)
	}
	return f
}

// listLimit is how many later lists of tracks are compared with each.
const listLimit = 12

// lists relates lists of tracks whose members differ: of one text; of one
// report, or of reports of the same parties, where both have as many members.
func (rs *relations) lists(t *texts) {
	var all []listed
	for i, group := range t.groups {
		for _, l := range trackLists(group) {
			if len(l.tracks) > 1 && l.x.src.origin == l.x.src.id { // a copy has its original's
				all = append(all, listed{l, t.rows[i].ID})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b listed) int {
		return cmp.Or(cmp.Compare(a.x.src.n, b.x.src.n), cmp.Compare(a.span().Start, b.span().Start))
	})
	for i, a := range all {
		for _, b := range all[i+1 : min(len(all), i+1+listLimit)] {
			if rs.ofOneWhole(a, b) {
				rs.differ(a, b)
			}
		}
	}
}

// listed is a list of tracks with the id of its text.
type listed struct {
	trackList
	text string
}

// ofOneWhole reports whether two lists can be of the tracks of one text.
func (rs *relations) ofOneWhole(a, b listed) bool {
	switch {
	case a.x.counter != b.x.counter:
		return false
	case a.text == b.text:
		return a.x.revised == b.x.revised
	case len(a.tracks) != len(b.tracks):
		return false
	case a.x.src == b.x.src:
		return true
	}
	s, t := a.x.src, b.x.src
	return s.dated && t.dated && gap(s.when, t.when) <= viewDays && (samePeople(s, t, rs.actors) || common(a.x.proper, b.x.proper) || rs.partiesInCommon(s, t) >= fewParties)
}

// fewParties is how many names two reports have in common that are of one
// negotiation, whatever kind of actor each takes them for.
const fewParties = 3

func (rs *relations) partiesInCommon(s, t *source) int {
	named := map[string]bool{}
	for i := range s.Actors {
		if a := &s.Actors[i]; a.Type != travaux.ActorMedia && properName(a.Canonical) {
			named[fold(a.Canonical)] = true
		}
	}
	n := 0
	for i := range t.Actors {
		if a := &t.Actors[i]; a.Type != travaux.ActorMedia && named[fold(a.Canonical)] {
			n++
		}
	}
	return n
}

func (rs *relations) differ(a, b listed) {
	onlyA, onlyB := unmatched(a.tracks, b.tracks), unmatched(b.tracks, a.tracks)
	if len(onlyA) == 0 || len(onlyB) == 0 {
		return // one list is shorter, or they say the same in other words
	}
	f := finding{
		kind: travaux.Contradicts, subkind: "set_membership", strength: "medium", about: a.text, rule: "set_membership.contradicts",
		holdsIf:     "Both lists name the tracks of the same version of the text, and each names them all.",
		alternative: "One list gives examples, or names something other than the tracks.",
		explanation: fmt.Sprintf("Only the first list has %s, only the second %s.", listWords(onlyA, 4), listWords(onlyB, 4)),
	}
	if len(a.tracks) == len(b.tracks) && a.text == b.text {
		f.strength = "strong"
	}
	rs.put(a.span(), b.span(), a.set(), b.set(), append(listSupport(a.trackList), listSupport(b.trackList)...), f)
}

// unmatched lists the labels of a that share no content word with one of b.
func unmatched(a, b []*travaux.TrackClaim) []string {
	var out []string
	for _, t := range a {
		if !slices.ContainsFunc(b, func(u *travaux.TrackClaim) bool { return common(labelWords(t.Label), labelWords(u.Label)) }) {
			out = append(out, t.Label)
		}
	}
	return out
}

// labelWords are the words of a label without small and general ones, each cut
// to its first six letters, which unites "territory" and "territorial".
func labelWords(label string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(fold(label)) {
		w = strings.Trim(w, ".,;:")
		if len(w) < 4 || vagueLabelWords[w] {
			continue
		}
		w = w[:min(len(w), 6)]
		out[cmp.Or(headingOf[w], w)] = true
	}
	return out
}

// headingOf unites words under which one part of an agreement goes, each cut as
// labelWords cuts: outlets say "money" or "compensation" of the same chapter, and
// "courts" of the one on disputes.
var headingOf = map[string]string{
	"financ": "money", "fundin": "money", "funds": "money", "compen": "money", "paymen": "money",
	"court": "disput", "courts": "disput", "arbitr": "disput", "tribun": "disput",
	"defenc": "securi", "defens": "securi", "milita": "securi",
	"border": "territ", "land": "territ",
}

var vagueLabelWords = wordSet("issues issue matters questions concerns arrangements measures aspects track tracks guarantees cooperation with from that and the")

func (l trackList) span() travaux.Span {
	start, end := l.tracks[0].Start, l.tracks[0].End
	for _, t := range l.tracks[1:] {
		start, end = min(start, t.Start), max(end, t.End)
	}
	return l.x.src.stretch(start, end)
}

func (l trackList) set() string {
	labels := make([]string, len(l.tracks))
	for i, t := range l.tracks {
		labels[i] = t.Label
	}
	return "{" + strings.Join(labels, ", ") + "}"
}

func listSupport(l trackList) []string {
	var out []string
	for _, t := range l.tracks {
		out = append(out, t.SupportedBy...)
	}
	return out
}
