package judge

import (
	"slices"

	"github.com/travaux/travaux"
)

// Erase returns the judgement without the words of a withdrawn report, and
// whether it had any. It keeps its id, by which others undo it, and can no
// longer be applied to that report.
func Erase(j travaux.Judgement, report string) (travaux.Judgement, bool) {
	any := false
	wipe := func(a travaux.Anchor) travaux.Anchor {
		if a.Report != report {
			return a
		}
		any = true
		return travaux.Anchor{What: a.What, Side: a.Side, Report: a.Report, File: a.File, Erased: true}
	}
	j.Anchors, j.Set = slices.Clone(j.Anchors), slices.Clone(j.Set)
	for i := range j.Anchors {
		j.Anchors[i] = wipe(j.Anchors[i])
	}
	for i, s := range j.Set {
		if s.Means == nil || s.Means.Report != report {
			continue
		}
		a := wipe(*s.Means)
		j.Set[i] = travaux.Setting{Field: s.Field, Means: &a}
	}
	return j, any
}

// erased reports whether some words of a judgement were withdrawn: its content
// no longer has its id.
func erased(j *travaux.Judgement) bool {
	return slices.ContainsFunc(j.Anchors, func(a travaux.Anchor) bool { return a.Erased }) ||
		slices.ContainsFunc(j.Set, func(s travaux.Setting) bool { return s.Means != nil && s.Means.Erased })
}
