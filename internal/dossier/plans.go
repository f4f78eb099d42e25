package dossier

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

const plansPerPage = 30

// planView is a text on the table with what is reported of it.
type planView struct {
	Anchor   string
	Label    string
	Href     string
	Fields   []field
	Links    []planLink
	Reason   string
	Reports  []source
	Versions []versionView
	Tracks   []trackGroup
	Differ   []link
	Words    []cite
	NPoints  string // the numbers of points, in a line
	NReports int
	NProvide int    // provisions
	Where    string // outlet and date, where another text is called the same
}

// planLink is how a text stands to another.
type planLink struct {
	How  string
	Text link
}

type versionView struct {
	Label      string // "" where the text has one version without a name of its own
	Fields     []field
	TextHeld   bool
	Provisions []provisionView
}

type provisionView struct {
	Anchor  string
	Point   int
	Text    string
	Plain   bool       // the citation shows the same words
	Details []planLink // obligation, who is obliged, issue, how far agreed
	Cites   []cite
}

// trackGroup is one list of tracks; two lists of one text may disagree.
type trackGroup struct {
	Kind, List string
	Tracks     []trackView
}

type trackView struct {
	Anchor  string
	Label   string
	Plain   bool // the citation shows the same words
	Members []link
	Cites   []cite
}

func (s *Site) layOutPlans() {
	list := s.plansByReports()
	called := map[string]int{}
	for _, x := range list {
		called[oneLine(x.Label)]++
	}
	tracks := map[string][]*travaux.Track{}
	for i := range s.rec.Tracks {
		t := &s.rec.Tracks[i]
		tracks[t.Proposal] = append(tracks[t.Proposal], t)
	}
	s.addList("plans", "Texts on the table", "plans", len(list), plansPerPage, func(path string, from, to int) func() any {
		for _, x := range list[from:to] {
			s.href[x.ID] = path + "#" + slug(x.ID)
			for _, v := range x.Versions {
				s.href[v.ID] = s.href[x.ID]
				for _, p := range v.Provisions {
					s.href[p.ID] = path + "#" + slug(p.ID)
				}
			}
			for _, t := range tracks[x.ID] {
				s.href[t.ID] = path + "#" + slug(t.ID)
			}
		}
		loose := s.looseTracks()
		if from == 0 {
			for _, t := range loose {
				s.href[t.ID] = path + "#" + slug(t.ID)
			}
		}
		return func() any {
			v := struct {
				Total int
				Plans []planView
				Bare  []planView   // of which nothing is told but the name
				Loose []trackGroup // tracks of no text
			}{Total: len(list)}
			for _, x := range list[from:to] {
				p := s.planView(x, tracks[x.ID])
				if called[p.Label] > 1 && len(x.Spans) > 0 {
					src := s.source(x.Spans[0].Report)
					p.Where = src.Outlet + ", " + src.Date
				}
				if s.told(x, tracks[x.ID]) {
					v.Plans = append(v.Plans, p)
				} else {
					v.Bare = append(v.Bare, p)
				}
			}
			if from == 0 {
				v.Loose = s.trackGroups(loose)
			}
			return v
		}
	})
}

// told reports whether a report says anything of a text beyond naming it.
func (s *Site) told(x *travaux.Proposal, tracks []*travaux.Track) bool {
	if len(x.Authors)+len(x.Origins)+len(x.FirstReportedBy)+len(tracks)+len(x.Reports) > 1 || len(x.IdentityWith) > 0 || x.CounterTo+x.DerivedFrom != "" || len(s.relsOf[x.ID]) > 0 {
		return true
	}
	return slices.ContainsFunc(x.Versions, func(v travaux.Version) bool {
		return len(v.Points)+len(v.Statuses)+len(v.Dates)+len(v.Forms)+len(v.TabledBy)+len(v.TrackCounts)+len(v.Provisions) > 0
	})
}

// looseTracks are the channels and strands that belong to no text.
func (s *Site) looseTracks() []*travaux.Track {
	var out []*travaux.Track
	for i := range s.rec.Tracks {
		if t := &s.rec.Tracks[i]; s.proposals[t.Proposal] == nil {
			out = append(out, t)
		}
	}
	return out
}

func (s *Site) planView(x *travaux.Proposal, tracks []*travaux.Track) planView {
	v := planView{
		Anchor: slug(x.ID), Label: oneLine(x.Label), Href: s.href[x.ID], Reason: x.Reason, Differ: s.differLinks(x.ID),
		Fields: []field{
			s.field("Called", asWords, x.Names),
			s.field("Written by", asActor, x.Authors),
			s.field("First reported by", asActor, x.FirstReportedBy),
		},
		Tracks: s.trackGroups(tracks),
		Words:  s.cites(x.Spans, x.SupportedBy),
	}
	v.Fields = append(v.Fields, given(s.field("Origin", asWords, x.Origins))...)
	v.link("Derived from", s, x.DerivedFrom)
	v.link("Counter-text to", s, x.CounterTo)
	for i := range s.rec.Proposals {
		other := &s.rec.Proposals[i]
		if other.DerivedFrom == x.ID {
			v.link("Basis of", s, other.ID)
		}
		if other.CounterTo == x.ID {
			v.link("Countered by", s, other.ID)
		}
	}
	for _, m := range x.IdentityWith {
		if other := s.rowLink(m.With); s.href[m.ID] != "" {
			other.Href = s.href[m.ID]
			v.Links = append(v.Links, planLink{"May be one with (" + m.Strength + ")", other})
		}
	}
	v.Reports, v.NReports, v.NProvide = s.uncited(x.Reports, v.Words), len(unique(x.Reports)), provisions(x)
	var points []string
	for i := range x.Versions {
		v.Versions = append(v.Versions, s.versionView(&x.Versions[i]))
		for _, n := range v.Versions[i].Fields[0].Values {
			points = append(points, n.Text)
		}
	}
	v.NPoints = strings.Join(unique(points), ", ")
	return v
}

func (v *planView) link(how string, s *Site, id string) {
	if id != "" {
		v.Links = append(v.Links, planLink{how, s.rowLink(id)})
	}
}

func (s *Site) versionView(x *travaux.Version) versionView {
	v := versionView{Label: oneLine(x.Label), TextHeld: x.TextHeld, Fields: []field{
		s.field("Number of points", asNumber, x.Points),
		s.field("Status", asMember, x.Statuses),
		s.field("Date", asDate, x.Dates),
	}}
	v.Fields = append(v.Fields, given(
		s.field("Form", asMember, x.Forms), s.field("Put forward by", asActor, x.TabledBy), s.field("Number of tracks", asNumber, x.TrackCounts))...)
	for i := range x.Provisions {
		v.Provisions = append(v.Provisions, s.provisionView(&x.Provisions[i]))
	}
	return v
}

func (s *Site) provisionView(p *travaux.Provision) provisionView {
	v := provisionView{Anchor: slug(p.ID), Point: p.PointNo, Text: s.quote(oneLine(p.Text), p.Spans...), Cites: s.cites(p.Spans, p.SupportedBy)}
	v.Plain = inWords(v.Text, v.Cites)
	detail := func(how string, l link) {
		if l.Text != "" {
			v.Details = append(v.Details, planLink{how, l})
		}
	}
	detail("obligation", link{Text: plain(p.Obligation)})
	if p.Obliged != "" {
		detail("on", s.actor(p.Obliged))
	}
	if p.Issue != "" {
		detail("issue", s.issueLink(p.Issue))
	}
	if p.AgreedState != "" && p.AgreedState != "unknown" {
		detail("state", link{Text: plain(p.AgreedState)})
	}
	return v
}

func (s *Site) issueLink(id string) link {
	if label, ok := s.issues[id]; ok && label != "" {
		return link{Text: oneLine(label)}
	}
	return link{Text: plain(oneLine(id))}
}

func (s *Site) trackGroups(list []*travaux.Track) []trackGroup {
	var out []trackGroup
	for _, t := range list {
		if n := len(out); n == 0 || out[n-1].List != t.List || out[n-1].Kind != plain(t.Kind) {
			out = append(out, trackGroup{Kind: plain(t.Kind), List: t.List})
		}
		g := &out[len(out)-1]
		cites := s.cites(t.Spans, t.SupportedBy)
		g.Tracks = append(g.Tracks, trackView{slug(t.ID), oneLine(t.Label), inWords(oneLine(t.Label), cites), s.actorLinks(t.Members), cites})
	}
	return out
}
