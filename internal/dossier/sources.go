package dossier

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

const factsPerPage = 200

// factView is a fact with the independent sources behind it.
type factView struct {
	Anchor      string
	Fact        string
	Short       string // without the name of what it is about
	Href        string // of this row
	About       *link
	Independent int
	Anonymous   bool
	Copies      []link // outlets that only repeat others
	Chains      []string
	Cites       []cite
	Also        []factView // facts that rest on the same words and sources
}

// factSubject is an event or text with the facts about it.
type factSubject struct {
	Group *factGroup // heading that this subject opens
	About link
	Facts []factView
}

type factGroup struct {
	Heading, Meaning string
	Anchor           string
	N                int
	Continued        bool
}

func factClass(c *travaux.Corroboration) int {
	switch {
	case c.SingleAnonymous:
		return 0
	case c.Independent >= 2:
		return 1
	}
	return 2
}

// factClasses are the headings of the facts, in their order.
var factClasses = [...]factGroup{
	{Heading: "One unnamed person and nothing else", Anchor: "unnamed", Meaning: "No named person, document or second source in the record says so."},
	{Heading: "Two or more independent sources", Anchor: "several", Meaning: "Counted along the chains through which the words came: outlets that repeat one person count as one source."},
	{Heading: "One source", Anchor: "one", Meaning: "One named source, or several outlets that repeat the same one."},
}

// sortFacts orders facts by class, and within it keeps those about one event
// or text together, those with most sources first.
func (s *Site) sortFacts() (list []*travaux.Corroboration, n [len(factClasses)]int) {
	type key struct {
		class int
		about string
	}
	most := map[key]int{}
	for i := range s.rec.Corroborations {
		x := &s.rec.Corroborations[i]
		list = append(list, x)
		n[factClass(x)]++
		k := key{factClass(x), x.About}
		most[k] = max(most[k], x.Independent)
	}
	slices.SortStableFunc(list, func(a, b *travaux.Corroboration) int {
		ka, kb := key{factClass(a), a.About}, key{factClass(b), b.About}
		return cmp.Or(cmp.Compare(ka.class, kb.class), -cmp.Compare(most[ka], most[kb]),
			cmp.Compare(s.rowLink(a.About).Text, s.rowLink(b.About).Text), cmp.Compare(a.About, b.About),
			-cmp.Compare(a.Independent, b.Independent), cmp.Compare(a.Fact, b.Fact), cmp.Compare(a.ID, b.ID))
	})
	return list, n
}

func (s *Site) layOutSources() {
	list, n := s.sortFacts()
	s.facts = list
	var pathOf [len(factClasses)]string // where each class begins
	s.addList("sources", "Sources behind each fact", "sources", len(list), factsPerPage, func(path string, from, to int) func() any {
		for _, x := range list[from:to] {
			s.href[x.ID] = path + "#" + slug(x.ID)
			if c := factClass(x); pathOf[c] == "" {
				pathOf[c] = path + "#" + factClasses[c].Anchor
			}
		}
		return func() any {
			v := struct {
				Classes    []countView
				Subjects   []factSubject
				Total      int
				Judgements []judgementView
			}{Total: len(list), Subjects: s.factSubjects(list, from, to, n)}
			if from == 0 {
				v.Judgements = s.judgements()
				for c, g := range factClasses {
					v.Classes = append(v.Classes, countView{n[c], g.Heading, pathOf[c], ""})
				}
			}
			return v
		}
	})
}

// factSubjects are the facts of a page, by what they are about.
func (s *Site) factSubjects(list []*travaux.Corroboration, from, to int, n [len(factClasses)]int) []factSubject {
	var out []factSubject
	for i, x := range list[from:to] {
		class := factClass(x)
		opens := i == 0 || class != factClass(list[from+i-1])
		if opens || x.About != list[from+i-1].About || x.About == "" {
			out = append(out, factSubject{About: s.rowLink(x.About)})
		}
		subject := &out[len(out)-1]
		if opens {
			g := factClasses[class]
			g.N, g.Continued = n[class], i == 0 && from > 0 && class == factClass(list[from-1])
			subject.Group = &g
		}
		f := s.factView(x)
		if k := len(subject.Facts); k > 0 && f.restsOn(&subject.Facts[k-1]) {
			subject.Facts[k-1].Also = append(subject.Facts[k-1].Also, f)
			continue
		}
		subject.Facts = append(subject.Facts, f)
	}
	return out
}

// restsOn reports whether a fact has the same words and sources as another.
func (f *factView) restsOn(other *factView) bool {
	return f.Independent == other.Independent && slices.Equal(f.Chains, other.Chains) &&
		slices.EqualFunc(f.Cites, other.Cites, func(x, y cite) bool { return x.Href == y.Href })
}

func (s *Site) factView(x *travaux.Corroboration) factView {
	support := s.byReport(x.SupportedBy)
	v := factView{
		Anchor: slug(x.ID), Fact: s.quote(oneLine(x.Fact), x.Spans...), Href: s.href[x.ID], Independent: x.Independent, Anonymous: x.SingleAnonymous,
		Cites: s.citesFrom(sentences(x.Spans, support), support),
	}
	v.Short = v.Fact
	if x.About != "" {
		l := s.rowLink(x.About)
		v.About, v.Short = &l, shortFact(v.Fact, l.Text)
	}
	for _, c := range x.Chains {
		v.Chains = append(v.Chains, s.chainWords(c))
	}
	for _, o := range unique(x.Outlets) {
		l := s.actor(o)
		if !slices.ContainsFunc(v.Chains, func(c string) bool { return strings.HasPrefix(c, l.Text) }) {
			v.Copies = append(v.Copies, l)
		}
	}
	return v
}

// shortFact is a fact without the name of what it is about, which heads it.
func shortFact(fact, about string) string {
	for _, head := range [...]string{about + ": ", about + " ", "“" + about + "” "} {
		if rest, ok := strings.CutPrefix(fact, head); ok {
			return rest
		}
	}
	if rest, ok := strings.CutPrefix(fact, "The text “"+about+"” "); ok {
		return rest
	}
	return fact
}

// tellingBytes is the length from which a passage says something by itself.
const tellingBytes = 40

// sentences returns spans with those that are but a word or two replaced by
// the content of the supporting statement they stand in.
func sentences(spans []travaux.Span, support backing) []travaux.Span {
	out := slices.Clone(spans)
	for i, sp := range out {
		if sp.Len() >= tellingBytes {
			continue
		}
		for _, st := range support[sp.Report] {
			if j := slices.IndexFunc(st.Content, func(c travaux.Span) bool { return c.Contains(sp) }); j >= 0 {
				out[i] = st.Content[j]
				break
			}
		}
	}
	return out
}

// chainWords names the actors of a chain where it lists identifiers.
func (s *Site) chainWords(chain string) string {
	words := strings.Fields(chain)
	for i, w := range words {
		core := strings.Trim(w, ",;>→")
		if a := s.actors[core]; a != nil && core != "" {
			words[i] = strings.Replace(w, core, actorName(a), 1)
		}
	}
	return strings.Join(words, " ")
}

// judgementView is a decision of the analyst.
type judgementView struct {
	Anchor, Kind, Value, By, At, Reason string
	State, Why                          string // empty where it is applied
	Targets                             []link
	Undoes                              bool
}

// settings words what a judgement gives.
func (s *Site) settings(set []travaux.Setting) string {
	var out []string
	for _, x := range set {
		out = append(out, plain(x.Field)+" "+plain(x.Value))
	}
	return strings.Join(out, "; ")
}

func (s *Site) judgements() []judgementView {
	var out []judgementView
	for _, j := range s.rec.Judgements {
		v := judgementView{
			Anchor: slug(j.ID), Kind: plain(string(j.Kind)), Value: s.settings(j.Set), By: oneLine(j.By),
			At: j.At, Reason: oneLine(j.Reason), Undoes: j.Undoes != "",
		}
		if j.State != travaux.JudgementApplied {
			v.State, v.Why = plain(string(j.State)), oneLine(j.Why)
		}
		for _, id := range j.Targets {
			l := s.rowLink(id)
			if l.Href == "" {
				l.Href = s.href[id]
			}
			v.Targets = append(v.Targets, l)
		}
		out = append(out, v)
	}
	return out
}
