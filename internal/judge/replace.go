package judge

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Replaces returns the judgement of the same person on the same field of the
// same thing that is in force, nil for none: deciding anew takes it back. Those
// of others stand beside it, in conflict. The judgements are a record's.
func Replaces(j *travaux.Judgement, listed []travaux.Judgement) *travaux.Judgement {
	switch j.Kind {
	case travaux.JudgeChoose, travaux.JudgeCorrect, travaux.JudgeReliability, travaux.JudgeCredibility, travaux.JudgeResolve, travaux.JudgeKeep, travaux.JudgeSetAside:
	default:
		return nil
	}
	for i := range listed {
		o := &listed[i]
		if o.State != travaux.JudgementUndone && (o.Kind == j.Kind || belonging(o.Kind) && belonging(j.Kind)) && o.By == j.By && fieldsOf(o) == fieldsOf(j) && sameAnchors(o.Anchors, j.Anchors) {
			return o
		}
	}
	return nil
}

func belonging(k travaux.JudgementKind) bool {
	return k == travaux.JudgeKeep || k == travaux.JudgeSetAside
}

func fieldsOf(j *travaux.Judgement) string {
	var out []string
	for _, s := range j.Set {
		out = append(out, s.Field)
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), "\x00")
}

func sameAnchors(a, b []travaux.Anchor) bool {
	return slices.EqualFunc(a, b, func(x, y travaux.Anchor) bool {
		return x.What == y.What && x.Report == y.Report && x.Start == y.Start && x.End == y.End && x.Reads == y.Reads
	})
}
