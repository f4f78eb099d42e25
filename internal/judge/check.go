package judge

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/travaux/travaux"
)

// Check reports how a judgement makes no sense, or nil. Errors: CodeInvalid.
func Check(j *travaux.Judgement) error {
	fail := func(format string, args ...any) error {
		return travaux.Errorf(travaux.CodeInvalid, "judge", string(j.Kind), format, args...)
	}
	for what, v := range map[string]string{"an author": j.By, "a reason": j.Reason} {
		if strings.TrimSpace(v) == "" {
			return fail("a judgement needs %s", what)
		}
	}
	if _, err := time.Parse(time.RFC3339, j.At); err != nil {
		return fail("%q is not a time such as 2031-03-05T09:00:00Z", j.At)
	}
	anchors := j.Anchors
	for _, s := range j.Set {
		if s.Means != nil {
			anchors = append(slices.Clip(anchors), *s.Means)
		}
	}
	for _, a := range anchors {
		if a.Report == "" || a.Start < 0 || a.End-a.Start != len(a.Quote) {
			return fail("an anchor does not name its report and words")
		}
	}
	switch j.Kind {
	case travaux.JudgeMerge, travaux.JudgeSplit:
		return checkIdentity(j, fail)
	case travaux.JudgeChoose, travaux.JudgeCorrect, travaux.JudgeAdd:
		return checkSet(j, fail)
	case travaux.JudgeReliability, travaux.JudgeCredibility, travaux.JudgeResolve:
		g := grades[j.Kind]
		if len(j.Anchors) == 0 || len(j.Set) != 1 || j.Set[0].Field != g.field {
			return fail("it gives a row one %s", g.field)
		}
		if v := j.Set[0].Value; !slices.Contains(g.oneOf, v) {
			return fail("%q is no %s; there are: %s", v, g.field, strings.Join(g.oneOf, ", "))
		}
		if j.Kind == travaux.JudgeResolve && j.Anchors[0].What != Forecast {
			return fail("only a forecast can be resolved")
		}
	case travaux.JudgeReject:
		if len(j.Anchors) == 0 {
			return fail("it names nothing to reject")
		}
		for _, a := range j.Anchors {
			if a.What == Actor || a.What == Report || a.What == Passage {
				return fail("a %s cannot be rejected, only what was read", a.What)
			}
		}
	case travaux.JudgeKeep, travaux.JudgeSetAside:
		if len(j.Anchors) == 0 || slices.ContainsFunc(j.Anchors, func(a travaux.Anchor) bool { return a.What != Report }) {
			return fail("it takes reports, at least one")
		}
	case travaux.JudgeNote:
	case travaux.JudgeUndo:
		if j.Undoes == "" {
			return fail("it names no judgement to undo")
		}
	default:
		return fail("there is no such kind of judgement")
	}
	return nil
}

func checkIdentity(j *travaux.Judgement, fail func(string, ...any) error) error {
	sides := map[int]bool{}
	for _, a := range j.Anchors {
		sides[a.Side] = true
		if a.What != j.Anchors[0].What || a.What != Actor && a.What != Event && a.What != Text {
			return fail("it takes actors alone, events alone or texts alone")
		}
	}
	if len(j.Anchors) < 2 || j.Kind == travaux.JudgeSplit && len(sides) < 2 {
		return fail("it takes at least two")
	}
	return nil
}

func checkSet(j *travaux.Judgement, fail func(string, ...any) error) error {
	if len(j.Anchors) == 0 || len(j.Set) == 0 {
		return fail("it needs something to bear on, a field and a value")
	}
	what := j.Anchors[0].What
	given := map[string]int{}
	for _, s := range j.Set {
		given[s.Field]++
		if known := Fields(j.Kind, what); !slices.Contains(known, s.Field) {
			return fail("%s has no field %q here; there are: %s", Article(what), s.Field, strings.Join(known, ", "))
		}
		if j.Kind == travaux.JudgeChoose {
			continue
		}
		f := fields[what][s.Field]
		if s.Means != nil && s.Means.Erased {
			continue
		}
		if !f.valid(s.Value) || f.form == anActor && s.Means == nil {
			return fail("%s of %s must be %s, not %q", s.Field, Article(what), f.shape(), s.Value)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if given[name] > 1 && (j.Kind == travaux.JudgeChoose || !fields[what][name].many) {
			return fail("%s of %s has one value", name, Article(what))
		}
	}
	if j.Kind == travaux.JudgeAdd {
		for _, name := range needed[what] {
			if given[name] == 0 {
				return fail("%s needs: %s", Article(what), strings.Join(needed[what], ", "))
			}
		}
		if len(needed[what]) == 0 {
			return fail("%s cannot be added by hand", Article(what))
		}
	}
	return nil
}

// Article is the name of what an anchor can mean, with its article.
func Article(what string) string {
	if what == Actor || what == Event {
		return "an " + what
	}
	return "a " + what
}
