package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

const positionsPerPage = 400

// positionView is where a party is said to stand on an issue.
type positionView struct {
	Anchor     string
	Group      string // issue that this position opens
	Party      link
	Issue      string
	Option     string
	Stance     string
	Kind       string
	According  string
	Conditions []string
	Since      string
	Until      string
	Superseded string // where the later position stands
	Cites      []cite
}

type consultationView struct {
	Anchor   string
	Who, By  []link
	Relation string
	Polarity string
	About    link
	Cites    []cite
}

type forecastView struct {
	Anchor     string
	Holder     link
	Words      string
	Details    []string
	Resolution string
	Cites      []cite
}

func (s *Site) layOutPositions() {
	list := make([]*travaux.Position, 0, len(s.rec.Positions))
	for i := range s.rec.Positions {
		list = append(list, &s.rec.Positions[i])
	}
	slices.SortStableFunc(list, func(a, b *travaux.Position) int {
		return cmp.Or(cmp.Compare(s.issueLink(a.Issue).Text, s.issueLink(b.Issue).Text),
			cmp.Compare(s.actor(a.Party).Text, s.actor(b.Party).Text), cmp.Compare(firstDay(a.Since), firstDay(b.Since)), cmp.Compare(a.ID, b.ID))
	})
	cons, fore := s.rec.Consultations, s.rec.Forecasts
	total := max(len(list), len(cons), len(fore))
	s.addList("positions", "Positions, consultations and forecasts", "positions", total, positionsPerPage, func(path string, from, to int) func() any {
		cut := func(n int) (int, int) { return min(from, n), min(to, n) }
		pf, pt := cut(len(list))
		cf, ct := cut(len(cons))
		ff, ft := cut(len(fore))
		for _, x := range list[pf:pt] {
			s.href[x.ID] = path + "#" + slug(x.ID)
		}
		for _, x := range cons[cf:ct] {
			s.href[x.ID] = path + "#" + slug(x.ID)
		}
		for _, x := range fore[ff:ft] {
			s.href[x.ID] = path + "#" + slug(x.ID)
		}
		return func() any { return s.positionsPage(list[pf:pt], cons[cf:ct], fore[ff:ft]) }
	})
}

// positionsPage is a page of positions, consultations and forecasts.
type positionsPage struct {
	Positions     []positionView
	Consultations []consultationView
	Forecasts     []forecastView
}

func (s *Site) positionsPage(list []*travaux.Position, cons []travaux.Consultation, fore []travaux.Forecast) positionsPage {
	var v positionsPage
	for i, x := range list {
		p := s.positionView(x)
		if i == 0 || x.Issue != list[i-1].Issue {
			p.Group = p.Issue
		}
		v.Positions = append(v.Positions, p)
	}
	for i := range cons {
		v.Consultations = append(v.Consultations, s.consultationView(&cons[i]))
	}
	for i := range fore {
		v.Forecasts = append(v.Forecasts, s.forecastView(&fore[i]))
	}
	return v
}

func (s *Site) positionView(x *travaux.Position) positionView {
	v := positionView{
		Anchor: slug(x.ID), Party: s.actor(x.Party), Issue: s.issueLink(x.Issue).Text, Option: s.quote(oneLine(x.Option), x.Spans...),
		Stance: plain(string(x.Stance)), Kind: plain(x.Kind), According: accordingWords(x.AccordingTo),
		Cites: s.cites(x.Spans, x.SupportedBy), Superseded: s.href[x.SupersededBy],
	}
	if v.Issue == "" {
		v.Issue = "Issue " + notInRecord
	}
	for _, c := range x.Conditions {
		v.Conditions = append(v.Conditions, s.quote(oneLine(c), x.Spans...))
	}
	if x.Since != "" {
		v.Since = dateWords(x.Since)
	}
	if x.Until != "" {
		v.Until = dateWords(x.Until)
	}
	return v
}

func (s *Site) consultationView(x *travaux.Consultation) consultationView {
	v := consultationView{
		Anchor: slug(x.ID), Who: s.actorLinks(x.Who), By: s.actorLinks(x.ByWhom),
		Relation: plain(x.Relation), Polarity: plain(x.Polarity), Cites: s.cites(x.Spans, x.SupportedBy),
	}
	if x.About != "" {
		v.About = s.rowLink(x.About)
	}
	return v
}

func (s *Site) forecastView(x *travaux.Forecast) forecastView {
	v := forecastView{
		Anchor: slug(x.ID), Holder: s.actor(x.Holder), Words: s.quote(oneLine(x.Proposition), x.Spans...),
		Resolution: plain(x.Resolution), Cites: s.cites(x.Spans, x.SupportedBy),
	}
	if v.Holder.Text == "" {
		v.Holder.Text = "Holder " + notInRecord
	}
	add := func(label, words string) {
		if words != "" {
			v.Details = append(v.Details, label+words)
		}
	}
	add("", plain(x.Type))
	if x.Hedge != "" {
		add("hedged with ", "“"+s.quote(oneLine(x.Hedge), x.Spans...)+"”")
	}
	if x.Horizon != "" {
		add("by ", dateWords(x.Horizon))
	}
	add("on condition: ", s.quote(oneLine(x.Condition), x.Spans...))
	add("on a scale: ", x.Band)
	return v
}
