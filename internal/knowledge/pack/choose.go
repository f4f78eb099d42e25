package pack

import (
	"cmp"
	"slices"
	"sort"
)

// Issue returns the issue that tokens [first, last) are about.
func (i *Index) Issue(first, last int) (Match, bool) {
	all := i.Issues(first, last)
	if len(all) == 0 {
		return Match{}, false
	}
	return all[0], true
}

// Issues returns every issue that tokens [first, last) touch, best first, each
// once. A cue counts with all its words, a frame with its verb and what it
// takes.
func (i *Index) Issues(first, last int) []Match {
	type ranked struct {
		*hit
		score int
	}
	var in []ranked
	from := sort.Search(len(i.hits), func(k int) bool { return int(i.hits[k].anchor) >= first })
	for k := from; k < len(i.hits) && int(i.hits[k].anchor) < last; k++ {
		if h := &i.hits[k]; i.within(h, first, last) {
			in = append(in, ranked{h, i.score(h, first, last)})
		}
	}
	slices.SortStableFunc(in, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.pack(i), b.pack(i)), cmp.Compare(a.anchor, b.anchor))
	})
	if n := slices.IndexFunc(in, func(r ranked) bool { return i.refines(r.hit, in[0].hit) }); n > 0 {
		r := in[n]
		in = slices.Insert(slices.Delete(in, n, n+1), 0, r)
	}
	var out []Match
	at := map[int]int{}
	for _, h := range in {
		p := &i.set.patterns[h.pattern]
		if n, ok := at[p.issue]; ok {
			if out[n].Option == "" {
				out[n].Option = p.option
			}
			continue
		}
		at[p.issue] = len(out)
		out = append(out, Match{
			Pack: i.set.packs[p.pack].Pack.S, Issue: i.set.issues[p.issue].ID.S, Option: p.option,
			First: h.first(), Last: h.last(), Cue: p.text,
		})
	}
	return out
}

// refines reports whether h hangs on g and is of an issue below that of g:
// "duties on steel".
func (i *Index) refines(h, g *hit) bool {
	p, q := &i.set.patterns[h.pattern], &i.set.patterns[g.pattern]
	return i.set.below(p.issue, q.issue) && slices.ContainsFunc(g.at, func(t int32) bool {
		return i.x.Under(int(h.anchor), int(t))
	})
}

// Around returns the issue that tokens [first, last) are about, by what they
// hang on when they hold no cue themselves: "$5 billion" of "demanded $5 billion
// for a wall". It looks up the tree as far as the sentence goes, for issues of
// subjects alone: of talks and texts every other sentence speaks.
func (i *Index) Around(first, last int) (Match, bool) {
	if m, ok := i.Issue(first, last); ok || first >= last {
		return m, ok
	}
	top := first
	for steps := 0; steps < maxClimb; steps++ {
		h := i.x.Head(top)
		if h < first || h >= last {
			break
		}
		top = h
	}
	for steps := 0; top >= 0 && steps < maxClimb; steps++ {
		for _, m := range i.Issues(i.x.Yield(top)) {
			if m.Pack != i.set.base {
				return m, true
			}
		}
		top = i.x.Head(top)
	}
	return Match{}, false
}

// maxClimb is how far up the tree Around looks at most.
const maxClimb = 32

func (h *hit) pack(i *Index) int { return i.set.patterns[h.pattern].pack }

func (i *Index) within(h *hit, first, last int) bool {
	if h.first() >= first && h.last() <= last {
		return true
	}
	if i.set.patterns[h.pattern].frame == nil {
		return false
	}
	n := 0
	for _, t := range h.at {
		if int(t) >= first && int(t) < last {
			n++
		}
	}
	return n > 1
}

// What a cue weighs against others in the same words.
const (
	perWord  = 2
	maxWords = 4
	forFrame = 1
	perStep  = 2 // down the tree from the head of the words
	maxSteps = 5
	ifWeak   = -3
	ifStray  = -3
	ifBase   = -3
	ifOwn    = 100
)

// score weighs a hit: longer cues more, those near the head of the words more,
// weak ones less, and so those of the base and of packs that the document is
// not about.
func (i *Index) score(h *hit, first, last int) int {
	p := &i.set.patterns[h.pattern]
	s := perWord*min(len(h.at), maxWords) - perStep*min(i.depth(h, first, last), maxSteps)
	if p.frame != nil {
		s += forFrame
	}
	if p.kind == weak {
		s += ifWeak
	}
	switch f := i.set.packs[p.pack]; {
	case f.Base:
		s += ifBase
	case f.Own:
		s += ifOwn
	case !i.about(p.pack):
		s += ifStray
	}
	return s
}

// depth is how many steps up the tree lead from the words of a hit out of
// [first, last).
func (i *Index) depth(h *hit, first, last int) int {
	best := maxSteps
	for _, t := range h.at {
		n := 0
		for k := i.x.Head(int(t)); k >= first && k < last && n < best; k = i.x.Head(k) {
			n++
		}
		best = min(best, n)
	}
	return best
}
