package knowledge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// Problem is what is wrong with data that could be read.
type Problem struct {
	File string
	Line int    // from 1, 0 when it concerns the whole
	What string // in plain words
}

func (p Problem) String() string {
	if p.Line == 0 {
		return p.File + ": " + p.What
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.What)
}

// Check reports ids that nothing answers to, entries that cannot be named,
// states without a capital or adjective, and forms whose marks disagree with
// how many entries claim them. In the order of files and lines.
func (w *World) Check() []Problem {
	var found []Problem
	claims := w.claims()
	for _, e := range w.entries {
		report := func(format string, args ...any) {
			found = append(found, Problem{e.file, e.line, e.ID + " " + fmt.Sprintf(format, args...)})
		}
		if len(e.Forms) == 0 {
			report("has no name")
		}
		if e.Kind == State {
			if len(e.Capital) == 0 {
				report("has no capital")
			}
			if !e.uses(lang.AsAdjective) {
				report("has no adjective")
			}
		}
		for _, ref := range e.refs() {
			if _, ok := w.byID[ref]; !ok {
				report("refers to %s, which is no entry", ref)
			}
		}
		for _, f := range e.Forms {
			switch n := len(claims[f.Text]); {
			case n > 1 && !f.Shared:
				report("shares the form %q with %s; mark it with *", f.Text, others(claims[f.Text], e.ID))
			case n == 1 && f.Shared:
				report("marks the form %q as shared, but no other entry has it", f.Text)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Problem) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		return a.Line - b.Line
	})
	return found
}

// claims gives for every form the ids of its entries, sorted.
func (w *World) claims() map[string][]string {
	m := map[string][]string{}
	for _, e := range w.entries {
		for _, f := range e.Forms {
			if ids := m[f.Text]; len(ids) == 0 || ids[len(ids)-1] != e.ID {
				m[f.Text] = append(ids, e.ID)
			}
		}
	}
	return m
}

func others(ids []string, id string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(ids), func(s string) bool { return s == id }), ", ")
}

func (e Entry) uses(u lang.Use) bool {
	return slices.ContainsFunc(e.Forms, func(f Form) bool { return f.Use == u })
}

func (e Entry) refs() []string {
	return slices.Concat(e.Capital, e.Seats, e.In, e.Of, e.Claimants, e.Administered)
}
