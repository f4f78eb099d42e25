// Package analysis says what follows from a record: how many independent
// sources stand behind each claim, how drafts and positions moved, which issues
// are in reach, what was forecast and what came of it, and how these went over
// time. doc/analysis.md defines every term.
//
// It is for pure functions of one record, already cut to the dates that are
// asked about; every row of every result leads to its words. It is not for
// deciding what is one event or what contradicts what (that is reconcile's),
// nor for judging who is right: a verdict is always a rule's, named beside it,
// and what no report tells is "not in the record".
//
// No result depends on the order of the record's rows.
package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Evidence is the words that a row stands on, and the statements that carry
// them.
type Evidence struct {
	SupportedBy []string       `json:"supported_by"`
	Spans       []travaux.Span `json:"spans"`
}

// gather puts evidence together: passages in the order of files, each once.
func gather(parts ...Evidence) Evidence {
	if len(parts) == 1 && len(parts[0].SupportedBy) == 1 && len(parts[0].Spans) == 1 && parts[0].SupportedBy[0] != "" {
		return Evidence{parts[0].SupportedBy[:1:1], parts[0].Spans[:1:1]} // as most rows have it
	}
	var out Evidence
	for _, p := range parts {
		out.SupportedBy = append(out.SupportedBy, p.SupportedBy...)
		out.Spans = append(out.Spans, p.Spans...)
	}
	out.SupportedBy = distinct(out.SupportedBy)
	out.Spans = orderSpans(out.Spans)
	return out
}

func ofValue(v travaux.Value) Evidence { return Evidence{v.SupportedBy, v.Spans} }

func ofPositions(list []*travaux.Position) Evidence {
	parts := make([]Evidence, 0, len(list))
	for _, p := range list {
		parts = append(parts, Evidence{p.SupportedBy, p.Spans})
	}
	return gather(parts...)
}

// distinct sorts strings and drops repetitions and "": never nil.
func distinct(in []string) []string {
	out := make([]string, 0, len(in))
	for _, s := range in {
		if s != "" {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func compareSpans(a, b travaux.Span) int {
	return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Report, b.Report), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

func orderSpans(in []travaux.Span) []travaux.Span {
	out := slices.Clone(in)
	slices.SortFunc(out, compareSpans)
	return slices.Compact(out)
}

// compareEvidence orders rows by their first passage.
func compareEvidence(a, b Evidence) int {
	switch {
	case len(a.Spans) == 0 || len(b.Spans) == 0:
		return cmp.Compare(len(a.Spans), len(b.Spans))
	}
	return compareSpans(a.Spans[0], b.Spans[0])
}

func plain[T ~string](s T) string { return strings.ReplaceAll(string(s), "_", " ") }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
