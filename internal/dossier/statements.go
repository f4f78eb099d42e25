package dossier

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

const statementsPerPage = 200

// statementView is one statement: source, cue, content and chain.
type statementView struct {
	Anchor  string
	Href    string
	Group   *speakerGroup // heading that this statement opens
	Speaker link
	Words   []cite
	Mode    string
	By      string
	Source  *cite
	Cue     *cite
	Chain   []link
	Joint   []link
	Notes   []string // speech act, polarity, certainty and doubts, in words
	Said    *value
	Venue   string
}

// speakerGroup heads the statements of one speaker.
type speakerGroup struct {
	Anchor    string
	Who       link
	Type      string
	N         int
	Modes     []modeCount
	Continued bool
	Href      string

	key   string
	class int // 0 named, 1 unnamed people, 2 outlets in their own voice, 3 nobody named
	list  []*travaux.Statement
}

type modeCount struct {
	Label string
	N     int
}

// speakerGroups are the statements by speaker: named ones in the order of
// their names, then unnamed people, outlets in their own voice, and what
// nobody is named for.
func (s *Site) speakerGroups() []*speakerGroup {
	groups := map[string]*speakerGroup{}
	var out []*speakerGroup
	for i := range s.rec.Statements {
		st := &s.rec.Statements[i]
		g := s.groupOf(st)
		if groups[g.key] == nil {
			groups[g.key] = g
			out = append(out, g)
		}
		g = groups[g.key]
		g.list = append(g.list, st)
		g.N++
	}
	slices.SortFunc(out, func(a, b *speakerGroup) int {
		return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(s.speakerSort(a), s.speakerSort(b)), cmp.Compare(a.key, b.key))
	})
	for _, g := range out {
		s.sortStatements(g.list)
		g.Modes = countModes(g.list)
	}
	return out
}

// How many speakers the index describes, those with most statements, and how many
// more it names.
const (
	maxSpeakers = 40
	maxNamed    = 1000
)

// splitSpeakers keeps the order of the groups.
func splitSpeakers(groups []*speakerGroup) (often, rare []*speakerGroup, left int) {
	byNumber := slices.Clone(groups)
	slices.SortStableFunc(byNumber, func(a, b *speakerGroup) int { return cmp.Compare(b.N, a.N) })
	place := make(map[*speakerGroup]int, len(groups))
	for i, g := range byNumber {
		place[g] = i
	}
	for _, g := range groups {
		switch i := place[g]; {
		case i < maxSpeakers:
			often = append(often, g)
		case i < maxSpeakers+maxNamed:
			rare = append(rare, g)
		default:
			left++
		}
	}
	return often, rare, left
}

// speakerSort is what a group is sorted by within its class.
func (s *Site) speakerSort(g *speakerGroup) string {
	if a := s.actors[strings.TrimPrefix(g.key, "by:")]; a != nil {
		return sortName(a)
	}
	return strings.ToLower(g.Who.Text)
}

func (s *Site) groupOf(st *travaux.Statement) *speakerGroup {
	if st.Attribution == travaux.ByOutlet {
		g := &speakerGroup{key: "outlet:" + st.Speaker, Who: s.actor(st.Speaker), class: 2, Type: "outlet in its own voice"}
		if a := s.actors[st.Speaker]; a == nil || len(a.NameForms) == 0 && s.reports[st.Report] != nil && s.reports[st.Report].Outlet.Value == "" {
			g.Who.Text = outletOf(s, st.Report)
		}
		if st.Speaker == "" {
			g.Who = link{Text: outletOf(s, st.Report)}
			g.key += st.Report
		}
		g.Anchor = "said-own-" + slug(g.key[len("outlet:"):])
		return g
	}
	if st.Speaker == "" {
		return &speakerGroup{key: "nobody", Who: link{Text: "Speaker " + notInRecord}, class: 3, Anchor: "said-nobody", Type: "nobody named"}
	}
	g := &speakerGroup{key: "by:" + st.Speaker, Who: s.actor(st.Speaker), Anchor: "said-" + slug(st.Speaker)}
	if a := s.actors[st.Speaker]; a != nil {
		g.Type = actorTypeWords(a.Type)
		if a.Type.Anonymous() {
			g.class = 1
		}
	}
	return g
}

func outletOf(s *Site, report string) string { return s.source(report).Outlet }

func countModes(list []*travaux.Statement) []modeCount {
	var out []modeCount
	for _, m := range [...]travaux.Mode{travaux.Direct, travaux.Mixed, travaux.Indirect, travaux.Attitude, travaux.NoComment, travaux.UnattributedQuote} {
		n := 0
		for _, st := range list {
			if st.Mode == m {
				n++
			}
		}
		if n > 0 {
			out = append(out, modeCount{modeWords(m), n})
		}
	}
	return out
}

func (s *Site) layOutStatements() {
	groups := s.speakerGroups()
	type entry struct {
		st    *travaux.Statement
		group *speakerGroup
	}
	var list []entry
	for _, g := range groups {
		for _, st := range g.list {
			list = append(list, entry{st, g})
		}
	}
	s.addList("statements", "Statements", "statements", len(list), statementsPerPage, func(path string, from, to int) func() any {
		for _, e := range list[from:to] {
			s.href[e.st.ID] = path + "#" + slug(e.st.ID)
			if e.group.Href == "" {
				e.group.Href = path + "#" + e.group.Anchor
			}
		}
		first := from == 0
		return func() any {
			v := struct {
				Total      int
				Groups     []*speakerGroup // the index of speakers, on the first page
				Rare       []*speakerGroup // those with fewer statements, where there are many
				Left       int             // speakers that it does not name
				Statements []statementView
			}{Total: len(list)}
			if first {
				v.Groups, v.Rare, v.Left = splitSpeakers(groups)
			}
			for i, e := range list[from:to] {
				x := s.statementView(e.st)
				if i == 0 || e.group != list[from+i-1].group {
					g := *e.group
					g.Continued = e.st != g.list[0]
					if g.Continued {
						g.Anchor += "-more"
					}
					x.Group = &g
				}
				v.Statements = append(v.Statements, x)
			}
			return v
		}
	})
	s.saidBy = map[string]string{}
	for _, g := range groups {
		if id, ok := strings.CutPrefix(g.key, "by:"); ok {
			s.saidBy[id] = g.Href
		}
	}
}

func (s *Site) statementView(st *travaux.Statement) statementView {
	content := st.Content
	if len(content) == 0 {
		content = st.Spans
	}
	v := statementView{
		Anchor: slug(st.ID), Href: s.href[st.ID], Speaker: s.actor(st.Speaker), Mode: modeWords(st.Mode), By: attributionWords(st.Attribution),
		Words: s.cites(content, nil), Chain: s.actorLinks(st.Chain), Joint: s.actorLinks(st.JointWith), Venue: s.rowLink(st.Venue).Text,
	}
	if st.Speaker == "" || st.Attribution == travaux.ByOutlet {
		v.Speaker.Text = s.speakerName(st)
	}
	if st.Attribution == travaux.ByOutlet {
		for i := range v.Words {
			v.Words[i].Quote = s.quoteVoice(v.Words[i].Quote, content[0])
		}
	}
	if st.Source != nil {
		c := s.cite(*st.Source, nil)
		v.Source = &c
	}
	if st.Cue != nil {
		c := s.cite(*st.Cue, nil)
		v.Cue = &c
	}
	if st.SaidAt != nil && st.SaidAt.EDTF != "" {
		v.Said = &value{Text: dateWords(st.SaidAt.EDTF), Note: countedFrom(st.SaidAt.Basis)}
		if st.SaidAt.Span != nil {
			v.Said.Cites = []cite{s.cite(*st.SaidAt.Span, nil)}
		}
	}
	if st.SpeechAct != "" && st.SpeechAct != travaux.ActAssert && st.SpeechAct != travaux.ActNoComment {
		v.Notes = append(v.Notes, plain(string(st.SpeechAct)))
	}
	if st.Polarity == travaux.Negative {
		v.Notes = append(v.Notes, "negative")
	}
	if w := certaintyWords(st.Certainty); w != "" && st.Certainty != travaux.CertainTrue {
		v.Notes = append(v.Notes, w)
	}
	if st.GroundRule != "" && st.GroundRule != "unknown" && st.GroundRule != "on_record" {
		v.Notes = append(v.Notes, plain(st.GroundRule))
	}
	if st.Factive {
		v.Notes = append(v.Notes, "the verb commits the outlet to the content")
	}
	if st.ScopeUncertain {
		v.Notes = append(v.Notes, "where the content ends is not marked in the text")
	}
	return v
}
