package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// text is one report's account of one plan, draft or proposal.
type text struct {
	src      *source
	claim    *travaux.ProposalClaim
	points   []travaux.Value
	actors   map[string]bool // authors, origins, those who tabled it: record ids, with whom they belong to
	first    map[string]bool // first reporters
	words    map[string]bool // words of its names beyond the generic
	proper   map[string]bool // those of them that are capitalised
	called   map[string]bool // names of its own, whole ("tarn accord"), and whether they last
	letters  map[string]bool // the initials of such as are titles
	acronyms map[string]bool
	parts    map[string]string // "phase" → "1"; "?" for several
	counter  bool
	derived  bool
	reached  bool // an agreement that is told to have come about
	revised  bool
	torn     bool // its words fit two texts equally well
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

// reachedStatus are what a text is once the parties have agreed on it.
var reachedStatus = wordSet("agreed_ad_referendum initialled adopted authenticated signed ratified")

var revisedWords = wordSet("revised amended refined modified reworked redrafted")

// mergeTexts decides which accounts are of one text. The number of points is
// evidence, never the key.
func mergeTexts(sources []*source, c *cast, decided Identity) *texts {
	var all []*text
	for _, s := range sources {
		for i := range s.Proposals {
			all = append(all, newText(s, &s.Proposals[i], c))
		}
	}
	g := newGroups(len(all))
	g.decide(decided, localIndex(all, textLocals))
	links := textLinks(all, c)
	left := torn(all, links)
	for i := range left {
		all[i].torn = true
	}
	links = slices.DeleteFunc(links, func(l link) bool { return left[l.a] || left[l.b] })
	g.accept(links, func(a, b int) bool { return otherText(all[a], all[b]) })

	t := &texts{ids: map[string]string{}}
	var groups [][]*text
	var reasons []string
	var heads []int
	g.each(func(ms []int, why []string) {
		heads = append(heads, ms[0])
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
	roots := make([]int, len(order))
	for n, i := range order {
		t.groups = append(t.groups, groups[i])
		t.rows = append(t.rows, t.build(groups[i], reasons[i], c))
		roots[n] = heads[i]
	}
	t.tracks = t.buildTracks()
	t.suggest(c, func(a, b int) bool { return g.opposed(g.find(roots[a]), g.find(roots[b])) })
	return t
}

func newText(s *source, p *travaux.ProposalClaim, c *cast) *text {
	x := &text{src: s, claim: p, points: p.Points, actors: map[string]bool{}, first: map[string]bool{}, words: map[string]bool{}, proper: map[string]bool{}, called: map[string]bool{}, letters: map[string]bool{}, acronyms: map[string]bool{}, parts: map[string]string{}}
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
	x.reached = slices.ContainsFunc(p.Forms, func(v travaux.Value) bool { return v.Value == "agreement" }) &&
		slices.ContainsFunc(p.Statuses, func(v travaux.Value) bool { return reachedStatus[v.Value] })
	for _, v := range p.Names {
		x.addWords(v.Value)
		if k := titleInitials(properTitle(v.Value)); k != "" {
			x.letters[k] = true
		}
		for _, m := range numbersIn(nameWords(v.Value)) {
			if noun, n, _ := strings.Cut(m.value, " "); m.kind == byOrdinal && partNouns[noun] {
				if old, ok := x.parts[noun]; ok && old != n {
					n = "?"
				}
				x.parts[noun] = n
			}
		}
		if k := acronymIn(v.Value); k != "" {
			x.acronyms[k] = true
		}
		if name, passing := ownName(v.Value); name != "" {
			x.called[name] = !passing
		}
	}
	return x
}

// refined reports whether a sentence that names the text goes on to say that
// it was revised: "a plan later refined with the mediators".
func (x *text) refined() bool {
	for _, v := range x.claim.Names {
		for _, sp := range v.Spans {
			end := x.src.sentence(sp.Start).End
			for w := range strings.FieldsSeq(strings.ToLower(x.src.Report.Text[sp.End:max(end, sp.End)])) {
				if revisedWords[strings.Trim(w, ".,;:—–")] {
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

// build makes the row of one text.
func (t *texts) build(group []*text, reason string, c *cast) travaux.Proposal {
	p := travaux.Proposal{ID: t.of(group[0].src, group[0].claim.ID), IdentityWith: []travaux.PossibleIdentity{}, Reason: reason}
	var names, authors, origins, first values
	answers, comes := votes{}, votes{}
	for _, x := range group {
		cl := x.claim
		p.Reports = append(p.Reports, x.src.id)
		p.Claims = append(p.Claims, cl.ID)
		p.SupportedBy = append(p.SupportedBy, cl.SupportedBy...)
		p.Spans = append(p.Spans, x.src.span(cl.Span))
		addAll(&names, x.src, cl.Names, &cl.Claim)
		addActors(&authors, x.src, cl.Authors, &cl.Claim, c)
		addActors(&origins, x.src, cl.Origins, &cl.Claim, c)
		addActors(&first, x.src, cl.FirstReportedBy, &cl.Claim, c)
		answers.add(t.of(x.src, cl.CounterTo))
		comes.add(t.of(x.src, cl.DerivedFrom))
	}
	p.CounterTo, p.DerivedFrom = answers.most(p.ID), comes.most(p.ID)
	p.Names, p.Authors, p.Origins, p.FirstReportedBy = names.sorted(), authors.sorted(), origins.sorted(), first.sorted()
	p.Versions = t.versions(group, p.ID, c)
	p.Reports, p.SupportedBy, p.Spans = orderIDs(p.Reports), orderIDs(p.SupportedBy), orderSpans(p.Spans)
	p.Claims = orderIDs(p.Claims)
	p.Label = textLabel(group)
	return p
}

// votes counts what reports say, by the id of what they say it of.
type votes map[string]int

func (v votes) add(id string) { v[id]++ }

// most is what most say, other than "" and one; ties go to the least id.
func (v votes) most(other string) string {
	best := ""
	for _, id := range sortedKeys(v) {
		if id != "" && id != other && (best == "" || v[id] > v[best]) {
			best = id
		}
	}
	return best
}

// addActors adds values that are actors' ids or words.
func addActors(vs *values, s *source, in []travaux.Value, claim *travaux.Claim, c *cast) {
	for _, v := range in {
		v.Value = c.of(s, v.Value)
		vs.add(s, v, claim)
	}
}

// textLabel is the name shown for a text: one with its number of points first,
// then a name of its own, then one of several words before a bare noun ("paper"),
// then the one that most reports use, ties to the shorter, then to the alphabet.
func textLabel(group []*text) string {
	count := map[string]int{}
	for _, x := range group {
		for _, v := range x.claim.Names {
			count[withoutArticle(v.Value)]++
			if title := properTitle(v.Value); title != "" {
				count[title]++
			}
		}
	}
	names := sortedKeys(count)
	if len(names) == 0 {
		if pts := group[0].points; len(pts) > 0 {
			return "text of " + pts[0].Value + " points"
		}
		return group[0].claim.Quote
	}
	return slices.MinFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(vagueness(a), vagueness(b)), cmp.Compare(count[b], count[a]), cmp.Compare(len(a), len(b)), strings.Compare(a, b))
	})
}

// vagueness is how little a name tells of which text it is.
func vagueness(name string) int {
	switch {
	case strings.Contains(name, "point") && strings.ContainsAny(name, "0123456789"):
		return 0
	case properTitle(name) == name:
		return 1
	case strings.Contains(name, " "):
		return 2
	}
	return 3
}

// withoutArticle drops the articles and possessives that a name begins with.
func withoutArticle(name string) string {
	for {
		first, rest, more := strings.Cut(name, " ")
		if !more || !leadingWords[strings.ToLower(first)] {
			return name
		}
		name = rest
	}
}

var leadingWords = wordSet("a an the this that its his her their our own")
