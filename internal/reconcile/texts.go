package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// text is one report's account of one plan, draft or proposal.
type text struct {
	src     *source
	claim   *travaux.ProposalClaim
	points  []travaux.Value
	actors  map[string]bool // authors, origins, those who tabled it: record ids, with whom they belong to
	first   map[string]bool // first reporters
	words   map[string]bool // words of its names beyond the generic
	proper  map[string]bool // those of them that are capitalised
	counter bool
	derived bool
	revised bool
}

// texts is the merged texts with the claims behind each.
type texts struct {
	rows   []travaux.Proposal
	groups [][]*text // by row
	tracks []travaux.Track
	ids    map[string]string // report id + local id → record id
}

func (t *texts) of(s *source, local string) string {
	if local == "" {
		return ""
	}
	return t.ids[localKey(s, local)]
}

// genericWords say that something is a text, not which.
var genericWords = wordSet(`a an the of for to in on its their his her our this that new latest proposed
 plan plans proposal proposals draft drafts framework document text texts agreement deal offer paper outline
 blueprint initiative package point points article articles peace trade climate settlement compromise version
 revised updated amended original initial current counter counterproposal counter-proposal counteroffer leaked
 detailed full final so-called and by with ending end war talks`)

var revisedWords = wordSet("revised amended refined modified reworked redrafted")

// mergeTexts decides which accounts are of one text. The number of points is
// evidence, never the key.
func mergeTexts(sources []*source, c *cast) *texts {
	var all []*text
	for _, s := range sources {
		for i := range s.Proposals {
			all = append(all, newText(s, &s.Proposals[i], c))
		}
	}
	g := newGroups(len(all))
	g.accept(textLinks(all, c), func(a, b int) bool { return otherText(all[a], all[b]) })

	t := &texts{ids: map[string]string{}}
	var groups [][]*text
	var reasons []string
	g.each(func(ms []int, why []string) {
		group := make([]*text, len(ms))
		for i, m := range ms {
			group[i] = all[m]
		}
		id := recordID("proposal", group, func(x *text) string { return x.src.id + x.claim.ID })
		for _, x := range group {
			t.ids[localKey(x.src, x.claim.ID)] = id
		}
		groups = append(groups, group)
		reasons = append(reasons, strings.Join(why, "; "))
	})
	order := make([]int, len(groups))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := groups[a][0], groups[b][0]
		return strings.Compare(t.of(x.src, x.claim.ID), t.of(y.src, y.claim.ID))
	})
	for _, i := range order {
		t.groups = append(t.groups, groups[i])
		t.rows = append(t.rows, t.build(groups[i], reasons[i], c))
	}
	t.tracks = t.buildTracks()
	return t
}

func newText(s *source, p *travaux.ProposalClaim, c *cast) *text {
	x := &text{src: s, claim: p, points: p.Points, actors: map[string]bool{}, first: map[string]bool{}, words: map[string]bool{}, proper: map[string]bool{}}
	for _, field := range [][]travaux.Value{p.Authors, p.Origins, p.TabledBy} {
		for _, v := range field {
			id := c.of(s, v.Value)
			x.actors[id] = true
			if row := c.row(id); row != nil && row.Parent != "" {
				x.actors[row.Parent] = true
			}
		}
	}
	for _, v := range p.FirstReportedBy {
		x.first[c.of(s, v.Value)] = true
	}
	x.counter, x.derived = p.CounterTo != "", p.DerivedFrom != ""
	for _, field := range [][]travaux.Value{p.Names, p.Forms, p.Statuses} {
		for _, v := range field {
			f := fold(v.Value)
			x.counter = x.counter || strings.Contains(f, "counter")
			for w := range strings.FieldsSeq(f) {
				x.revised = x.revised || revisedWords[w]
			}
		}
	}
	x.revised = x.revised || x.refined()
	for _, v := range p.Names {
		x.addWords(v.Value)
	}
	return x
}

// refined reports whether a sentence that names the text says that it was
// revised: "a plan later refined with the mediators".
func (x *text) refined() bool {
	for _, v := range x.claim.Names {
		for _, sp := range v.Spans {
			i, ok := slices.BinarySearchFunc(x.src.Sentences, sp.Start, func(s travaux.Sentence, at int) int {
				switch {
				case s.End <= at:
					return -1
				case s.Start > at:
					return 1
				}
				return 0
			})
			if !ok {
				continue
			}
			for _, t := range x.src.Sentences[i].Tokens {
				if t.Start >= sp.End && revisedWords[strings.ToLower(t.Form)] {
					return true
				}
			}
		}
	}
	return false
}

func (x *text) addWords(name string) {
	for i, w := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" ,;:()“”\"'’‘", r) }) {
		f := fold(w)
		if len(f) < 3 || genericWords[f] || f[0] >= '0' && f[0] <= '9' {
			continue
		}
		x.words[f] = true
		if i > 0 && w[0] >= 'A' && w[0] <= 'Z' {
			x.proper[f] = true
		}
	}
}

// otherText reports what forbids that two accounts are of one text: one is a
// counter-proposal and the other not, one report tells them apart, or the
// numbers of points exclude each other and no name of its own unites them.
func otherText(a, b *text) bool {
	if a.src == b.src || a.counter != b.counter || a.derived != b.derived {
		return true
	}
	return comparePoints(a, b) < 0 && !common(a.proper, b.proper)
}

// comparePoints returns 1 if some number of points agrees, -1 if both state
// numbers and none can agree, and 0 otherwise.
func comparePoints(a, b *text) int {
	verdict := 0
	for _, v := range a.points {
		for _, w := range b.points {
			x, ok1 := numberAmount(v)
			y, ok2 := numberAmount(w)
			if !ok1 || !ok2 {
				continue
			}
			if compareAmounts(x, y) != travaux.Contradicts {
				return 1
			}
			verdict = -1
		}
	}
	return verdict
}

func common(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// textLinks proposes which accounts are of one text. Candidates share a
// number of points, an actor, a first reporter or a word of the name.
func textLinks(all []*text, c *cast) []link {
	blocks := map[string][]int{}
	for i, x := range all {
		keys := []string{"o" + x.src.origin}
		for _, v := range x.points {
			keys = append(keys, "n"+v.Value)
		}
		for _, m := range []map[string]bool{x.actors, x.first, x.words} {
			for k := range m {
				keys = append(keys, "k"+k)
			}
		}
		for _, k := range orderIDs(keys) {
			blocks[k] = append(blocks[k], i)
		}
	}
	seen := map[[2]int]bool{}
	var links []link
	for _, k := range sortedKeys(blocks) {
		b := blocks[k]
		for i, x := range b {
			for _, y := range b[i+1 : min(len(b), i+1+sweepWindow)] {
				if p := [2]int{x, y}; !seen[p] {
					seen[p] = true
					if score, why := sameText(all[x], all[y], c); score > 0 {
						links = append(links, link{x, y, score, why})
					}
				}
			}
		}
	}
	return links
}

// sameText scores how likely two accounts are of one text, 0 for no, and says
// why in plain words. One agreement is never enough.
func sameText(a, b *text, c *cast) (score int, reason string) {
	if otherText(a, b) {
		return 0, ""
	}
	var why []string
	give := func(n int, words string) {
		score += n
		why = append(why, words)
	}
	if a.src.origin == b.src.origin && sameName(a, b) {
		give(4, "one report is a copy or version of the other")
		give(1, "the same name")
	}
	points := comparePoints(a, b)
	if points > 0 {
		give(2, "the same number of points")
	}
	if points < 0 {
		score -= 2
	}
	if common(a.actors, b.actors) {
		give(2, "an author or party in common")
	}
	if common(a.first, b.first) {
		give(2, "the same first reporter")
	}
	if common(a.proper, b.proper) {
		give(2, "a name in common")
	} else if common(a.words, b.words) {
		give(1, "a word of the description in common")
	}
	if a.counter {
		give(1, "both a counter-proposal")
	}
	if a.src.dated && b.src.dated {
		switch d := gap(a.src.when, b.src.when); {
		case d <= 45 && points > 0 && samePeople(a.src, b.src, c):
			give(1, "reported within weeks of each other, of the same people")
		case d > 365:
			score -= 2
		}
	}
	if len(why) < 2 || score < 3 {
		return 0, ""
	}
	return score, strings.Join(why, ", ")
}

func sameName(a, b *text) bool {
	return slices.ContainsFunc(a.claim.Names, func(v travaux.Value) bool {
		return slices.ContainsFunc(b.claim.Names, func(w travaux.Value) bool { return v.Value == w.Value })
	})
}

// samePeople reports whether two reports name at least two persons in common:
// they tell of one negotiation.
func samePeople(s, t *source, c *cast) bool {
	persons := map[string]bool{}
	for i := range s.Actors {
		if s.Actors[i].Type == travaux.ActorPerson {
			persons[c.of(s, s.Actors[i].ID)] = true
		}
	}
	n := 0
	for i := range t.Actors {
		if t.Actors[i].Type == travaux.ActorPerson && persons[c.of(t, t.Actors[i].ID)] {
			n++
		}
	}
	return n >= 2
}

// build makes the row of one text.
func (t *texts) build(group []*text, reason string, c *cast) travaux.Proposal {
	p := travaux.Proposal{ID: t.of(group[0].src, group[0].claim.ID), Reason: reason}
	var names, authors, origins, first values
	for _, x := range group {
		cl := x.claim
		p.Reports = append(p.Reports, x.src.id)
		p.SupportedBy = append(p.SupportedBy, cl.SupportedBy...)
		p.Spans = append(p.Spans, x.src.span(cl.Span))
		addAll(&names, x.src, cl.Names, &cl.Claim)
		addActors(&authors, x.src, cl.Authors, &cl.Claim, c)
		addActors(&origins, x.src, cl.Origins, &cl.Claim, c)
		addActors(&first, x.src, cl.FirstReportedBy, &cl.Claim, c)
		if id := t.of(x.src, cl.CounterTo); id != "" && id != p.ID && (p.CounterTo == "" || id < p.CounterTo) {
			p.CounterTo = id
		}
		if id := t.of(x.src, cl.DerivedFrom); id != "" && id != p.ID && (p.DerivedFrom == "" || id < p.DerivedFrom) {
			p.DerivedFrom = id
		}
	}
	p.Names, p.Authors, p.Origins, p.FirstReportedBy = names.sorted(), authors.sorted(), origins.sorted(), first.sorted()
	p.Versions = t.versions(group, p.ID, c)
	p.Reports, p.SupportedBy, p.Spans = orderIDs(p.Reports), orderIDs(p.SupportedBy), orderSpans(p.Spans)
	p.Label = textLabel(group)
	return p
}

// addActors adds values that are actors' ids or words.
func addActors(vs *values, s *source, in []travaux.Value, claim *travaux.Claim, c *cast) {
	for _, v := range in {
		v.Value = c.of(s, v.Value)
		vs.add(s, v, claim)
	}
}

// textLabel is the name that most reports use; a name with a number of points
// first, ties to the shorter, then to the alphabet.
func textLabel(group []*text) string {
	count := map[string]int{}
	for _, x := range group {
		for _, v := range x.claim.Names {
			count[strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(v.Value, "The "), "the "), "a "))]++
		}
	}
	names := sortedKeys(count)
	if len(names) == 0 {
		if pts := group[0].points; len(pts) > 0 {
			return "text of " + pts[0].Value + " points"
		}
		return group[0].claim.Quote
	}
	numbered := func(s string) int {
		if strings.ContainsAny(s, "0123456789") {
			return 0
		}
		return 1
	}
	return slices.MinFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(numbered(a), numbered(b)), cmp.Compare(count[b], count[a]), cmp.Compare(len(a), len(b)), strings.Compare(a, b))
	})
}
