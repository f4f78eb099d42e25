package dossier

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

const factsPerPage = 400

// factView is a fact with the independent sources behind it.
type factView struct {
	Anchor      string
	Group       *factGroup
	Fact        string
	Href        string // of this row
	About       *link
	Within      bool // the fact names what it is about
	Independent int
	Anonymous   bool
	Outlets     []link
	Chains      []string
	Cites       []cite
}

type factGroup struct {
	Heading, Meaning string
	N                int
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

func factGroups(class int) (heading, meaning string) {
	switch class {
	case 0:
		return "One unnamed person and nothing else", "No named person, document or second source in the record says so."
	case 1:
		return "Two or more independent sources", "Counted along the chains through which the words came: outlets that repeat one person count as one source."
	}
	return "One source", "One named source, or several outlets that repeat the same one."
}

func (s *Site) layOutSources() {
	list := make([]*travaux.Corroboration, 0, len(s.rec.Corroborations))
	for i := range s.rec.Corroborations {
		list = append(list, &s.rec.Corroborations[i])
	}
	slices.SortStableFunc(list, func(a, b *travaux.Corroboration) int {
		return cmp.Or(cmp.Compare(factClass(a), factClass(b)), -cmp.Compare(a.Independent, b.Independent),
			cmp.Compare(a.Fact, b.Fact), cmp.Compare(a.ID, b.ID))
	})
	var n [3]int
	for _, x := range list {
		n[factClass(x)]++
	}
	s.facts = list
	s.addList("sources", "Sources behind each fact", "sources", len(list), factsPerPage, func(path string, from, to int) func() any {
		for _, x := range list[from:to] {
			s.href[x.ID] = path + "#" + slug(x.ID)
		}
		return func() any {
			v := struct {
				Facts      []factView
				Total      int
				Judgements []judgementView
			}{Total: len(list)}
			for i, x := range list[from:to] {
				f := s.factView(x)
				if class := factClass(x); i == 0 || class != factClass(list[from+i-1]) {
					h, m := factGroups(class)
					f.Group = &factGroup{h, m, n[class]}
				}
				v.Facts = append(v.Facts, f)
			}
			if from == 0 {
				v.Judgements = s.judgements()
			}
			return v
		}
	})
}

func (s *Site) factView(x *travaux.Corroboration) factView {
	support := s.byReport(x.SupportedBy)
	v := factView{
		Anchor: slug(x.ID), Fact: s.quote(oneLine(x.Fact), x.Spans...), Href: s.href[x.ID], Independent: x.Independent, Anonymous: x.SingleAnonymous,
		Cites: s.citesFrom(sentences(x.Spans, support), support),
	}
	if x.About != "" {
		l := s.rowLink(x.About)
		v.About, v.Within = &l, strings.Contains(v.Fact, l.Text)
	}
	for _, o := range unique(x.Outlets) {
		v.Outlets = append(v.Outlets, s.actor(o))
	}
	for _, c := range x.Chains {
		v.Chains = append(v.Chains, s.chainWords(c))
	}
	return v
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
