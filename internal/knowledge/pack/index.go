// Package pack holds what depends on the subject of a negotiation: the issues
// of peace, trade, climate, labour and budget talks, their options, and the
// words and frames that betray them. All of it is data that somebody who knows
// the subject can read and write (doc/packs.md).
//
// It is for finding which issue some words are about. It is not for who says
// so or where anybody stands: those words are the same in every subject.
package pack

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

// Match is an issue found in some words.
type Match struct {
	Pack, Issue, Option string
	First, Last         int    // tokens of the cue, half-open
	Cue                 string // as the pack has it
}

// Index is where the cues of a set stand in a document. It is read-only once
// made.
type Index struct {
	set    *Set
	x      *clause.Index
	hits   []hit   // by anchor
	weight []int32 // of the document, per pack
	top    int32   // the highest of a pack that is not the base
}

// hit is a pattern found: the tokens of its words, the first of which anchors a
// frame.
type hit struct {
	pattern int32
	anchor  int32
	at      []int32 // sorted
}

func (h *hit) first() int { return int(h.at[0]) }
func (h *hit) last() int  { return int(h.at[len(h.at)-1]) + 1 }

// Index finds all cues in d, whose trees x holds.
func (s *Set) Index(d *lang.Doc, x *clause.Index) *Index {
	return s.index(d, x, func(int) int32 { return 0 })
}

// index is Index with what each pack weighs beforehand.
func (s *Set) index(d *lang.Doc, x *clause.Index, prior func(pack int) int32) *Index {
	w := newWords(d)
	i := &Index{set: s, x: x, weight: make([]int32, len(s.packs))}
	var all []hit
	s.cues.find(w, func(p int32, at []int32) {
		all = append(all, hit{pattern: p, anchor: at[0], at: slices.Clone(at)})
	})
	r := newReader(d, x, w)
	for k := range d.Toks {
		i.framesAt(r, k, &all)
	}
	for k := range i.weight {
		i.weight[k] = prior(k)
	}
	all = withoutNames(d, all)
	i.weigh(all)
	i.keep(all, len(d.Toks))
	return i
}

// withoutNames drops the hits that are a part of somebody's name: "Amnesty" of
// "Amnesty International". A whole name may be a cue.
func withoutNames(d *lang.Doc, all []hit) []hit {
	in := make([]int32, len(d.Toks)) // 1 + the longest name over a token
	for n, m := range d.Mentions {
		if m.Type != lang.Person && m.Type != lang.Organisation && m.Type != lang.Place || m.Last-m.First < 2 {
			continue
		}
		for t := max(m.First, 0); t < m.Last && t < len(in); t++ {
			if old := in[t]; old == 0 || d.Mentions[old-1].Last-d.Mentions[old-1].First < m.Last-m.First {
				in[t] = int32(n + 1)
			}
		}
	}
	return slices.DeleteFunc(all, func(h hit) bool {
		n := in[h.at[0]]
		if n == 0 || d.Toks[h.at[0]].UPOS != lang.PROPN {
			return false
		}
		m := &d.Mentions[n-1]
		return h.last() <= m.Last && h.last()-h.first() < m.Last-m.First-1
	})
}

// framesAt adds the frames whose verb or noun is token k.
func (i *Index) framesAt(r *reader, k int, all *[]hit) {
	list := i.set.frames[r.w.lemma[k]]
	for _, f := range [...]string{r.w.form[k], r.w.one[k]} {
		if f != r.w.lemma[k] && len(i.set.frames[f]) > 0 {
			list = slices.Concat(list, i.set.frames[f])
		}
	}
	for _, p := range list {
		at := r.match(i.set.patterns[p].frame, k)
		if at == nil {
			continue
		}
		h := hit{pattern: p, anchor: int32(k)}
		for _, t := range at {
			h.at = append(h.at, int32(t))
		}
		slices.Sort(h.at)
		h.at = slices.Compact(h.at)
		*all = append(*all, h)
	}
}

// maxCount is how often one issue counts towards what a report is about.
const maxCount = 3

// weigh finds how much the document is about each pack: distinct issues, each
// counted a few times at most, and signs.
func (i *Index) weigh(all []hit) {
	count := map[int]int32{}
	signs := make([]int32, len(i.set.packs))
	for n := range all {
		p := &i.set.patterns[all[n].pattern]
		switch p.kind {
		case sign:
			signs[p.pack] = min(signs[p.pack]+1, 4*maxCount)
		case strong:
			if count[p.issue] < maxCount {
				count[p.issue]++
				i.weight[p.pack] += 2
			}
		}
	}
	for k := range i.weight {
		i.weight[k] += signs[k]
		if !i.set.packs[k].Base {
			i.top = max(i.top, i.weight[k])
		}
	}
}

// about reports whether the document is about pack k, so that its weak cues
// count.
func (i *Index) about(k int) bool {
	if f := i.set.packs[k]; i.set.chosen || f.Base || f.Own {
		return true
	}
	return i.weight[k] > 0 && 2*i.weight[k] >= i.top
}

// maxOver is how many hits over one token are compared.
const maxOver = 48

// keep drops the hits that lie within a longer one, and those on the same words
// as one of a pack that the document is more about; signs and ignored phrases
// go in the end.
func (i *Index) keep(all []hit, tokens int) {
	all = slices.DeleteFunc(all, func(h hit) bool {
		p := &i.set.patterns[h.pattern]
		return p.kind == sign || p.kind == weak && !i.about(p.pack)
	})
	over := make([][]int32, tokens) // per token, the hits over it
	for n := range all {
		for _, t := range all[n].at {
			if len(over[t]) < maxOver {
				over[t] = append(over[t], int32(n))
			}
		}
	}
	for n := range all {
		h := &all[n]
		if i.set.patterns[h.pattern].kind == ignored {
			continue
		}
		beaten := false
		for _, t := range h.at {
			beaten = beaten || slices.ContainsFunc(over[t], func(m int32) bool { return int(m) != n && i.beats(&all[m], h, int(m) < n) })
		}
		if !beaten {
			i.hits = append(i.hits, *h)
		}
	}
	slices.SortStableFunc(i.hits, func(a, b hit) int { return cmp.Compare(a.anchor, b.anchor) })
}

// beats reports whether g takes the place of h.
func (i *Index) beats(g, h *hit, before bool) bool {
	p, q := &i.set.patterns[g.pattern], &i.set.patterns[h.pattern]
	if p.kind == ignored {
		// "carbon market" is no market of trade, but one of climate
		return (p.pack == q.pack || i.set.packs[p.pack].Base) && (len(h.at) <= len(g.at) || !contains(h.at, g.at))
	}
	if len(g.at) < len(h.at) || !contains(g.at, h.at) {
		return false
	}
	switch {
	case i.set.packs[q.pack].Own && !i.set.packs[p.pack].Own:
		return false
	case len(g.at) > len(h.at):
		return true
	case p.pack != q.pack:
		return i.nearer(p.pack, q.pack)
	case p.issue == q.issue:
		return p.option != "" && q.option == "" || (p.option == "") == (q.option == "") && before
	}
	return i.set.below(p.issue, q.issue)
}

// contains reports whether sorted a has all of b.
func contains(a, b []int32) bool {
	for _, t := range b {
		if _, ok := slices.BinarySearch(a, t); !ok {
			return false
		}
	}
	return true
}

// nearer reports whether the document is more about pack a than about b.
func (i *Index) nearer(a, b int) bool {
	p, q := i.set.packs[a], i.set.packs[b]
	if p.Own != q.Own {
		return p.Own
	}
	if p.Base != q.Base {
		return q.Base
	}
	if i.weight[a] != i.weight[b] {
		return i.weight[a] > i.weight[b]
	}
	return a < b
}
