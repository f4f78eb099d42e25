package answer

import (
	"hash/maphash"
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
	if slices.Contains(apart, a.out.ID) || !a.copied() {
		return
	}
	derived := make([]bool, len(a.out.Rows))
	repeated := map[uint64]bool{} // what the derived rows may say
	f := &folder{asker: a, seed: maphash.MakeSeed()}
	for i := range a.out.Rows {
		if derived[i] = a.derived(a.out.Rows[i].Spans); derived[i] {
			repeated[f.hash(&a.out.Rows[i])] = true
		}
	}
	if len(repeated) == 0 {
		return
	}
	first := map[string]int{}
	rows := make([]Row, 0, len(a.out.Rows))
	for i := range a.out.Rows {
		if r := &a.out.Rows[i]; !derived[i] {
			if repeated[f.hash(r)] {
				if key := a.key(r); !has(first, key) {
					first[key] = len(rows)
				}
			}
			rows = append(rows, *r)
		}
	}
	for i := range a.out.Rows {
		r := &a.out.Rows[i]
		if !derived[i] {
			continue
		}
		key := a.key(r)
		if at, ok := first[key]; ok {
			rows[at].Spans = append(rows[at].Spans[:len(rows[at].Spans):len(rows[at].Spans)], r.Spans...)
			rows[at].SupportedBy = append(rows[at].SupportedBy[:len(rows[at].SupportedBy):len(rows[at].SupportedBy)], r.SupportedBy...)
			continue
		}
		first[key] = len(rows)
		rows = append(rows, *r)
	}
	if len(rows) < len(a.out.Rows) {
		a.out.Rows = rows
	}
}

func has(m map[string]int, k string) bool { _, ok := m[k]; return ok }

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

// straighten makes quotation marks straight. All the others begin with one byte.
func straighten(s string) string {
	if strings.IndexByte(s, "“"[0]) < 0 {
		return s
	}
	return straight.Replace(s)
}

// key is what a row says, whoever published it and with whichever quotation
// marks.
func (a *asker) key(r *Row) string {
	var b strings.Builder
	a.says(r, func(v string) {
		b.WriteString(straighten(v))
		b.WriteByte(0)
	})
	return b.String()
}

// says calls f for each cell that a row's key is made of.
func (a *asker) says(r *Row, f func(string)) {
	outlet := a.outlet(r.Spans)
	for _, c := range a.out.Columns {
		v := r.Values[c]
		switch c {
		case "outlet", "outlets", "told", "first told", "list", "row":
			continue
		}
		if v == outlet {
			v = ""
		}
		f(v)
	}
	if _, ok := r.Values["words"]; !ok {
		f(words(r.Spans))
	}
}

// folder finds the few rows that derived ones may repeat without making the
// keys of all.
type folder struct {
	*asker
	seed maphash.Seed
}

// hash is the same for rows with one key.
func (f *folder) hash(r *Row) uint64 {
	var h maphash.Hash
	h.SetSeed(f.seed)
	f.says(r, func(v string) {
		h.WriteString(straighten(v))
		h.WriteByte(0)
	})
	return h.Sum64()
}
