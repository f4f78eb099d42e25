package dossier

import (
	"cmp"
	"slices"

	"github.com/travaux/travaux"
)

const forecastsPerPage = 400

// forecastView is what somebody expects, and what came of it.
type forecastView struct {
	Anchor     string
	Group      string // type that this forecast opens
	Holder     link
	Words      string
	Plain      bool // the citation shows the same words
	Details    []string
	Resolution string
	Cites      []cite
}

func (s *Site) layOutForecasts() {
	list := make([]*travaux.Forecast, 0, len(s.rec.Forecasts))
	for i := range s.rec.Forecasts {
		list = append(list, &s.rec.Forecasts[i])
	}
	slices.SortStableFunc(list, func(a, b *travaux.Forecast) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(firstDay(a.Horizon), firstDay(b.Horizon)), cmp.Compare(s.actor(a.Holder).Text, s.actor(b.Holder).Text), cmp.Compare(a.ID, b.ID))
	})
	s.listed.forecasts = list
	s.addList("forecasts", "Forecasts", "forecasts", len(list), forecastsPerPage, func(path string, from, to int) func() any {
		for _, x := range list[from:to] {
			s.href[x.ID] = path + "#" + slug(x.ID)
		}
		return func() any {
			var out []forecastView
			for i, x := range list[from:to] {
				v := s.forecastView(x)
				if i == 0 || x.Type != list[from+i-1].Type {
					v.Group = capital(plain(x.Type)) + "s"
				}
				out = append(out, v)
			}
			return out
		}
	})
}

func (s *Site) forecastView(x *travaux.Forecast) forecastView {
	v := forecastView{
		Anchor: slug(x.ID), Holder: s.actor(x.Holder), Words: s.quote(oneLine(x.Proposition), x.Spans...),
		Resolution: plain(x.Resolution), Cites: s.cites(x.Spans, x.SupportedBy),
	}
	v.Plain = quoted(v.Words, v.Cites)
	if v.Holder.Text == "" {
		v.Holder.Text = "Holder " + notInRecord
	}
	add := func(label, words string) {
		if words != "" {
			v.Details = append(v.Details, label+words)
		}
	}
	if x.Hedge != "" {
		add("hedged with ", "“"+s.quote(oneLine(x.Hedge), x.Spans...)+"”")
	}
	if x.Horizon != "" {
		add("by ", dateWords(x.Horizon))
	}
	add("on condition: ", s.quote(oneLine(x.Condition), x.Spans...))
	if x.Band != "" {
		add("", x.Band+" % on the scale "+x.Scale)
	}
	return v
}
