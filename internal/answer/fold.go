package answer

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// apart are the questions that count or list each report for itself.
var apart = []string{"J10", "R6", "C2", "C5", "C8"}

// fold puts a row that stands only in copies and versions of other reports
// with the same row of the report that they come from: what a copy repeats is
// not said twice.
func (a *asker) fold() {
	for _, id := range apart {
		if a.out.ID == id {
			return
		}
	}
	if !slices.ContainsFunc(a.out.Rows, func(r Row) bool { return a.derived(r.Spans) }) {
		return
	}
	first := map[string]int{}
	var rows []Row
	for _, derived := range []bool{false, true} {
		for _, r := range a.out.Rows {
			if a.derived(r.Spans) != derived {
				continue
			}
			key := a.key(&r)
			if i, ok := first[key]; derived && ok {
				rows[i].Spans = append(rows[i].Spans[:len(rows[i].Spans):len(rows[i].Spans)], r.Spans...)
				rows[i].SupportedBy = append(rows[i].SupportedBy[:len(rows[i].SupportedBy):len(rows[i].SupportedBy)], r.SupportedBy...)
				continue
			}
			if _, ok := first[key]; !ok {
				first[key] = len(rows)
			}
			rows = append(rows, r)
		}
	}
	if len(rows) < len(a.out.Rows) {
		a.out.Rows = rows
	}
}

// derived reports whether all spans stand in copies or versions.
func (a *asker) derived(spans []travaux.Span) bool {
	for _, s := range spans {
		if r := a.reports[s.Report]; r == nil || r.CopyOf == "" && r.VersionOf == "" {
			return false
		}
	}
	return len(spans) > 0
}

var straight = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")

// key is what a row says, whoever published it and with whichever quotation
// marks.
func (a *asker) key(r *Row) string {
	outlet := a.outlet(r.Spans)
	var b strings.Builder
	for _, c := range a.out.Columns {
		v := r.Values[c]
		switch c {
		case "outlet", "outlets", "told", "first told", "list", "row":
			continue
		}
		if v != outlet {
			b.WriteString(straight.Replace(v))
		}
		b.WriteByte(0)
	}
	if _, ok := r.Values["words"]; !ok {
		b.WriteString(straight.Replace(words(r.Spans)))
	}
	return b.String()
}
