package reconcile

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/travaux/travaux"
)

// onceDays is how far apart two reports of one walkout may lie.
const onceDays = 7

// onceSweep is how many reports of walkouts are compared with each.
const onceSweep = 8

// once relates the dates of a walkout that reports of the same people tell of,
// be it that they name its parties alike or not ("the union", "the
// negotiators"): talks are walked out of once in a while, and each report has
// the one.
func (rs *relations) once(ev *events) {
	var all []reading
	rows := map[*happening]int{}
	byReport := map[string]int{}
	for i, hs := range ev.groups {
		for _, h := range hs {
			if h.claims[0].Kind != travaux.Walkout || !h.done {
				continue
			}
			rows[h] = i
			byReport[h.src.id]++
			for _, cl := range h.claims {
				for _, v := range cl.Dates {
					all = append(all, newEventReading(h, cl, v))
				}
			}
		}
	}
	all = slices.DeleteFunc(all, func(r reading) bool { return byReport[r.src.id] > 1 })
	slices.SortStableFunc(all, compareReadings)
	for i, a := range all {
		for _, b := range all[i+1 : min(len(all), i+1+onceSweep)] {
			if a.src == b.src || !a.src.dated || !b.src.dated || gap(a.src.when, b.src.when) > onceDays ||
				!samePeople(a.src, b.src, rs.actors) || compareDates(travaux.EDTF(a.value.Value), travaux.EDTF(b.value.Value)) != travaux.Contradicts ||
				gap(a.of.when, b.of.when) > nearDays {
				continue
			}
			rs.add(a, b, finding{
				kind: travaux.Contradicts, subkind: "date", strength: "medium", about: ev.rows[rows[a.of]].ID, rule: "date.once",
				holdsIf:     "Both passages speak of the same walkout.",
				alternative: "Talks were walked out of twice.",
				explanation: fmt.Sprintf("One passage dates the walkout %s, the other %s; no day fits both.", DateWords(a.value.Value), DateWords(b.value.Value)),
			})
		}
	}
}

// firstToTell relates what outlets are called the first to report in reports of
// the same days and people that each know one such text.
func (rs *relations) firstToTell(t *texts) {
	type told struct {
		reading
		row int
	}
	var all []told
	byReport := map[string]int{}
	for i, group := range t.groups {
		for _, x := range group {
			for _, v := range x.claim.FirstReportedBy {
				v.Value = rs.actors.of(x.src, v.Value)
				byReport[x.src.id]++
				if !x.counter {
					all = append(all, told{newReading(x.src, &x.claim.Claim, v, false), i})
				}
			}
		}
	}
	all = slices.DeleteFunc(all, func(r told) bool { return byReport[r.src.id] > 1 || !r.src.dated })
	slices.SortStableFunc(all, func(a, b told) int { return cmp.Or(compareReadings(a.reading, b.reading), cmp.Compare(a.row, b.row)) })
	for i, a := range all {
		for _, b := range all[i+1 : min(len(all), i+1+onceSweep)] {
			if a.row != b.row && gap(a.src.when, b.src.when) <= nearDays && samePeople(a.src, b.src, rs.actors) {
				rs.firstReports(a.reading, b.reading, t.rows[a.row].ID, "weak")
			}
		}
	}
}
