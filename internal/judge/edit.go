package judge

import (
	"slices"

	"github.com/travaux/travaux"
)

// given is a value that a judgement sets: words, or the local id of an actor.
type given struct {
	text  string
	actor string
	words travaux.Span // in the report; empty where the value is in the analyst's words
}

// one returns an actor's id where an actor is meant, else the words.
func (v given) one() string {
	if v.actor != "" {
		return v.actor
	}
	return v.text
}

// editor changes copies of readings; those it was given stay as they are.
type editor struct{ copies map[string]*travaux.Reading }

// copyOf returns the copy of a reading whose lists may be changed, but not what
// their rows share with the original: such are replaced whole.
func (e *editor) copyOf(s *sheet) *travaux.Reading {
	if g := e.copies[s.Report.ID]; g != nil {
		return g
	}
	g := *s.Reading
	rep := *g.Report
	g.Report = &rep
	g.Actors, g.Statements = slices.Clone(g.Actors), slices.Clone(g.Statements)
	g.Events, g.Proposals, g.Positions = slices.Clone(g.Events), slices.Clone(g.Proposals), slices.Clone(g.Positions)
	g.Consultations, g.Forecasts = slices.Clone(g.Consultations), slices.Clone(g.Forecasts)
	for i := range g.Proposals {
		g.Proposals[i].Provisions = slices.Clone(g.Proposals[i].Provisions)
	}
	e.copies[s.Report.ID] = &g
	return &g
}

// set gives a field of a row its values.
func set(g *travaux.Reading, what, id, name string, vs []given, by string) {
	switch what {
	case Report:
		g.Report.Date = travaux.DocTime{EDTF: travaux.EDTF(vs[0].text), Basis: travaux.BasisAnalyst}
	case Actor:
		if i := slices.IndexFunc(g.Actors, func(a travaux.Actor) bool { return a.ID == id }); i >= 0 {
			g.Actors[i].Type = travaux.ActorType(vs[0].text)
		}
	case Event:
		if i := slices.IndexFunc(g.Events, func(e travaux.EventClaim) bool { return e.ID == id }); i >= 0 {
			setEvent(&g.Events[i], name, vs, by)
		}
	case Text:
		if i := slices.IndexFunc(g.Proposals, func(p travaux.ProposalClaim) bool { return p.ID == id }); i >= 0 {
			setText(&g.Proposals[i], name, vs, by)
		}
	case Provision:
		for k := range g.Proposals {
			ps := g.Proposals[k].Provisions
			if i := slices.IndexFunc(ps, func(p travaux.ProvisionClaim) bool { return p.ID == id }); i >= 0 {
				setProvision(&ps[i], name, vs[0])
			}
		}
	case Position:
		if i := slices.IndexFunc(g.Positions, func(p travaux.PositionClaim) bool { return p.ID == id }); i >= 0 {
			setPosition(&g.Positions[i], name, vs[0])
		}
	case Consultation:
		if i := slices.IndexFunc(g.Consultations, func(c travaux.ConsultationClaim) bool { return c.ID == id }); i >= 0 {
			setConsultation(&g.Consultations[i], name, vs)
		}
	case Forecast:
		if i := slices.IndexFunc(g.Forecasts, func(f travaux.ForecastClaim) bool { return f.ID == id }); i >= 0 {
			setForecast(&g.Forecasts[i], name, vs[0])
		}
	case Statement:
		if i := slices.IndexFunc(g.Statements, func(s travaux.Statement) bool { return s.ID == id }); i >= 0 {
			setStatement(g, &g.Statements[i], name, vs[0])
		}
	}
}

func setEvent(e *travaux.EventClaim, name string, vs []given, by string) {
	switch name {
	case "kind":
		e.Kind = travaux.EventKind(vs[0].text)
	case "status":
		e.Status = travaux.EventStatus(vs[0].text)
	case "medium":
		e.Medium = travaux.Medium(vs[0].text)
	case "date":
		e.Dates = values(vs, &e.Claim, by, travaux.BasisAnalyst)
	case "duration":
		e.Durations = values(vs, &e.Claim, by, "")
	case "place":
		e.Places = values(vs, &e.Claim, by, "")
	case "outcome":
		e.Outcomes = values(vs, &e.Claim, by, "")
	case "actors":
		e.Actors = ones(vs)
	case "recipients":
		e.Recipients = ones(vs)
	}
	e.PLOVER = travaux.DerivePLOVER(e.Kind, e.Status)
}

func setText(p *travaux.ProposalClaim, name string, vs []given, by string) {
	switch name {
	case "name":
		p.Names = values(vs, &p.Claim, by, "")
	case "points":
		p.Points = values(vs, &p.Claim, by, "")
	case "author":
		p.Authors = values(vs, &p.Claim, by, "")
	case "form":
		p.Forms = values(vs, &p.Claim, by, "")
	case "status":
		p.Statuses = values(vs, &p.Claim, by, "")
	case "date":
		p.Dates = values(vs, &p.Claim, by, travaux.BasisAnalyst)
	}
}

func setProvision(p *travaux.ProvisionClaim, name string, v given) {
	switch name {
	case "obligation":
		p.Obligation = v.text
	case "obliged":
		p.Obliged = v.one()
	case "issue":
		p.Issue = v.text
	case "agreed_state":
		p.AgreedState = v.text
	}
}

func setPosition(p *travaux.PositionClaim, name string, v given) {
	switch name {
	case "party":
		p.Party = v.one()
	case "issue":
		p.Issue = v.text
	case "option":
		p.Option = v.text
	case "stance":
		p.Stance = travaux.Stance(v.text)
	case "since":
		p.Since = travaux.EDTF(v.text)
	case "strength":
		p.Strength = v.text
	case "kind":
		p.Kind = v.text
	case "according_to":
		p.AccordingTo = v.text
	}
}

func setConsultation(c *travaux.ConsultationClaim, name string, vs []given) {
	switch name {
	case "who":
		c.Who = ones(vs)
	case "by_whom":
		c.ByWhom = ones(vs)
	case "topic":
		c.Topic = vs[0].text
	case "relation":
		c.Relation = vs[0].text
	case "polarity":
		c.Polarity = vs[0].text
	}
}

func setForecast(f *travaux.ForecastClaim, name string, v given) {
	switch name {
	case "holder":
		f.Holder = v.one()
	case "type":
		f.Type = v.text
	case "horizon":
		f.Horizon = travaux.EDTF(v.text)
	case "condition":
		f.Condition = v.text
	case "hedge":
		f.Hedge = v.text
	}
}

func setStatement(g *travaux.Reading, s *travaux.Statement, name string, v given) {
	switch name {
	case "speaker":
		if n := len(s.Chain); n > 0 && s.Chain[n-1] == s.Speaker {
			s.Chain = append(slices.Clone(s.Chain[:n-1]), v.one())
		} else {
			s.Chain = append(slices.Clone(s.Chain), v.one())
		}
		s.Speaker = v.one()
		s.Attribution = attributionOf(g, s.Speaker)
	case "mode":
		s.Mode = travaux.Mode(v.text)
	case "speech_act":
		s.SpeechAct = travaux.SpeechAct(v.text)
	case "polarity":
		s.Polarity = travaux.Polarity(v.text)
	case "certainty":
		s.Certainty = travaux.Certainty(v.text)
	case "attribution":
		s.Attribution = travaux.Attribution(v.text)
	}
}

// attributionOf is the kind of attribution that a speaker of that type makes.
func attributionOf(g *travaux.Reading, actor string) travaux.Attribution {
	for i := range g.Actors {
		if g.Actors[i].ID != actor {
			continue
		}
		return g.Actors[i].Type.Attribution()
	}
	return travaux.Unattributed
}

// values makes reported values of what an analyst gave, carried by the words
// meant, else by those of the claim.
func values(vs []given, claim *travaux.Claim, by string, basis travaux.Basis) []travaux.Value {
	out := make([]travaux.Value, 0, len(vs))
	for _, v := range vs {
		x := travaux.Value{Value: v.one(), Basis: basis, SupportedBy: claim.SupportedBy, Spans: []travaux.Span{claim.Span}, Rule: ruleAnalyst, Judgement: by}
		if v.words.Len() > 0 {
			x.Spans = []travaux.Span{v.words}
		}
		out = append(out, x)
	}
	return out
}

func ones(vs []given) []string {
	out := make([]string, len(vs))
	for i, v := range vs {
		out[i] = v.one()
	}
	return out
}

// ruleAnalyst stands in the place of a rule where a person read.
const ruleAnalyst = "analyst"
