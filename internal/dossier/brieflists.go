package dossier

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

// names joins the names of actors.
func (s *Site) names(ids []string) string {
	var out string
	for i, id := range ids {
		if i > 0 {
			out += ", "
		}
		out += s.actor(id).Text
	}
	return out
}

func (s *Site) briefPositions(d *document) {
	d.heading(2, "Where parties are said to stand")
	list := s.listed.positions
	for i, x := range list[:min(len(list), maxBriefRows)] {
		if i == 0 || x.Issue != list[i-1].Issue {
			d.heading(3, s.issueLabel(x.Issue))
		}
		v := s.positionView(x)
		line := "**" + markdown(v.Party.Text) + "**: " + markdown(v.Stance)
		if v.Kind != "" {
			line += ", " + markdown(v.Kind)
		}
		d.item(0, line+" ("+markdown(v.According)+"): "+cited(v.Cites, 1))
		for _, c := range v.Conditions {
			d.item(1, "condition: "+markdown(c))
		}
	}
	if len(list) == 0 {
		d.item(0, capital(notInRecord)+".")
	}
	d.rest(len(list), "positions.html")
}

func (s *Site) briefConsultations(d *document) {
	d.heading(2, "Who was consulted, told or passed over")
	list := s.listed.consultations
	for i, x := range list[:min(len(list), maxBriefRows)] {
		if g := consultationGroup(x); i == 0 || g != consultationGroup(list[i-1]) {
			d.heading(3, consultationGroups[g].title)
		}
		v := s.consultationView(x)
		who := s.names(x.Who)
		if who == "" {
			who = "who: " + notInRecord
		}
		line := "**" + markdown(who) + "**: " + markdown(v.How)
		if by := s.names(x.ByWhom); by != "" {
			line += ", by " + markdown(by)
		}
		d.item(0, line+": "+cited(v.Cites, 1))
	}
	if len(list) == 0 {
		d.item(0, capital(notInRecord)+".")
	}
	d.rest(len(list), "consultations.html")
}

func (s *Site) briefForecasts(d *document) {
	d.heading(2, "What is expected, planned or feared")
	list := s.listed.forecasts
	for i := range list[:min(len(list), maxBriefRows)] {
		x := &list[i]
		v := s.forecastView(x)
		d.item(0, "**"+markdown(v.Holder.Text)+"** ("+markdown(plain(x.Forecast.Type))+"): "+cited(v.Cites, 1))
		if h := x.Forecast.Horizon; h != "" {
			d.item(1, "by "+markdown(dateWords(h)))
		}
		d.item(1, "what came of it: "+markdown(v.Fate))
		for _, c := range v.Told {
			d.item(2, citedOne(c))
			break
		}
	}
	if len(list) == 0 {
		d.item(0, capital(notInRecord)+".")
	}
	d.rest(len(list), "forecasts.html")
}

// listed are rows in the order in which their pages show them.
type listed struct {
	positions     []*travaux.Position
	consultations []*travaux.Consultation
	forecasts     []analysis.Foreseen
}
