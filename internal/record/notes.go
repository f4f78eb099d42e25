package record

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

const (
	lateDays   = 366 // after all others that a report is dated so much later than that it is said
	datedFew   = 3   // other dated reports, of fewer nothing is late
	notesNamed = 4   // names listed in a note
)

// oddities say what is odd about the reports as a whole, and what it was taken
// for.
func (b *builder) oddities(rec *travaux.Record) []string {
	var kept []*travaux.ReportRow
	for i := range rec.Reports {
		if rec.Reports[i].SetAside == nil {
			kept = append(kept, &rec.Reports[i])
		}
	}
	return slices.Concat(allCopies(kept), lateReports(kept), b.outletNotes(rec, kept))
}

// allCopies says when there is one text and nothing else.
func allCopies(kept []*travaux.ReportRow) []string {
	copies, first := 0, ""
	for _, r := range kept {
		if r.CopyOf != "" || r.VersionOf != "" {
			copies++
		} else {
			first = r.File
		}
	}
	if len(kept) < 2 || copies < len(kept)-1 {
		return nil
	}
	return []string{fmt.Sprintf("All %d reports are one: the others are copies or versions of %s, and no fact has a second source.", len(kept), first)}
}

// lateReports names reports dated long after all others; the record knows no
// today by which a date would be in the future.
func lateReports(kept []*travaux.ReportRow) []string {
	type dated struct {
		at  travaux.Interval
		row *travaux.ReportRow
	}
	var list []dated
	for _, r := range kept {
		if at, err := r.Date.EDTF.Interval(); err == nil && r.Date.EDTF != "" {
			if lo, hi := at.Open(); !lo && !hi {
				list = append(list, dated{at, r})
			}
		}
	}
	slices.SortFunc(list, func(x, y dated) int { return int(x.at.Lo - y.at.Lo) })
	for i := datedFew; i < len(list); i++ {
		if list[i].at.Lo-list[i-1].at.Lo <= lateDays || 2*i < len(list) {
			continue
		}
		var out []string
		for _, d := range list[i:] {
			out = append(out, fmt.Sprintf("%s is dated %s, more than a year after the other reports. The date is taken as it stands: --known-by an earlier day leaves the report out.", d.row.File, d.row.Date.EDTF))
		}
		return out[:min(len(out), notesNamed)]
	}
	return nil
}

// outletNotes says which outlet goes by several names, and which name stands
// for several web sites.
func (b *builder) outletNotes(rec *travaux.Record, kept []*travaux.ReportRow) []string {
	names, sites := map[string][]string{}, map[string][]string{}
	for _, r := range kept {
		if r.Outlet.Value == "" {
			continue
		}
		id := b.res.Outlet(r.ID)
		names[id] = append(names[id], r.Outlet.Value)
		if s := site(r.URL.Value); s != "" {
			sites[id] = append(sites[id], s)
		}
	}
	var out []string
	for i := range rec.Actors {
		a := &rec.Actors[i]
		if list := orderIDs(names[a.ID]); len(list) > 1 {
			out = append(out, fmt.Sprintf("One outlet goes by %d names: %s. They are counted as one source.", len(list), strings.Join(list, ", ")))
		}
		if list := orderIDs(sites[a.ID]); len(list) > 1 {
			out = append(out, fmt.Sprintf("The outlet %s has reports from %d web sites: %s. They are counted as one source; if they are two outlets, name each in its reports' metadata.",
				orderIDs(names[a.ID])[0], len(list), strings.Join(list[:min(len(list), notesNamed)], ", ")))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// site is the host of an address without what a site puts before its name, so
// that news.bay.example and www.bay.example are one.
func site(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return ""
	}
	parts := strings.Split(strings.ToLower(u.Hostname()), ".")
	for len(parts) > 2 && (len(parts) > 3 || len(parts[len(parts)-2]) > 3) { // not "bay.co.uk"
		parts = parts[1:]
	}
	return strings.Join(parts, ".")
}
