package judge

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// Identify returns the judgement with the id that its content has, so that two
// analysts' judgements can be put together without a clash.
func Identify(j travaux.Judgement) travaux.Judgement {
	parts := []string{string(j.Kind), j.By, j.At, j.Reason, j.Rules, j.Undoes, strconv.Itoa(len(j.Anchors))}
	for i := range j.Anchors {
		parts = append(parts, anchorParts(&j.Anchors[i])...)
	}
	for _, s := range j.Set {
		parts = append(parts, s.Field, s.Value)
		if s.Means != nil {
			parts = append(parts, anchorParts(s.Means)...)
		}
	}
	j.ID = travaux.NewID("judgement", parts...)
	return j
}

func anchorParts(a *travaux.Anchor) []string {
	return []string{
		a.What, strconv.Itoa(a.Side), a.Report, a.File, a.URL, strconv.Itoa(a.Start), strconv.Itoa(a.End),
		a.Quote, a.Prefix, a.Suffix, a.Reads, strconv.FormatBool(a.Only),
	}
}

// Union puts judgements together, each once, by time and id.
func Union(lists ...[]travaux.Judgement) []travaux.Judgement {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b travaux.Judgement) int {
		return cmp.Or(strings.Compare(a.At, b.At), strings.Compare(a.ID, b.ID))
	})
	return slices.CompactFunc(all, func(a, b travaux.Judgement) bool { return a.ID == b.ID })
}

// undone maps the judgements that are taken back to those that took them back:
// the ids, in order. What takes back a judgement can itself be taken back.
func undone(all []travaux.Judgement) map[string][]string {
	by := map[string][]string{} // id → those that would undo it
	for i := range all {
		if u := all[i].Undoes; u != "" {
			by[u] = append(by[u], all[i].ID)
		}
	}
	const unknown, looking, holds, back = 0, 1, 2, 3
	state := map[string]int{}
	// An id is a hash of what it undoes, so there is no circle; a forged one
	// ends where it begins. The walk keeps its own stack: chains may be long.
	var order []string
	for i := range all {
		stack := []string{all[i].ID}
		for len(stack) > 0 {
			id := stack[len(stack)-1]
			if state[id] == unknown {
				state[id] = looking
				for _, u := range by[id] {
					if state[u] == unknown {
						stack = append(stack, u)
					}
				}
				continue
			}
			stack = stack[:len(stack)-1]
			if state[id] == looking {
				state[id] = holds
				order = append(order, id)
			}
		}
	}
	out := map[string][]string{}
	for _, id := range order { // those that undo come before what they undo
		for _, u := range by[id] {
			if state[u] == holds {
				out[id] = append(out[id], u)
			}
		}
		if len(out[id]) > 0 {
			state[id] = back
		}
	}
	return out
}
