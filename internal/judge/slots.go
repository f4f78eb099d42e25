package judge

import (
	"slices"

	"github.com/travaux/travaux"
)

// setter gives one field of a row its values, of which there is at least one.
type setter func(vs []given)

// set gives a field of a row of a copied reading its values. A judgement names
// itself in the values that it gives.
func set(g *travaux.Reading, what, id, name string, vs []given, by string) {
	if put := slots(g, what, id, by)[name]; put != nil && len(vs) > 0 {
		put(vs)
	}
}

// slots are the fields of a row that can be set, by name: those of the table
// of fields. There are none where the reading has no such row.
func slots(g *travaux.Reading, what, id, by string) map[string]setter {
	switch what {
	case Report:
		return map[string]setter{"date": func(vs []given) {
			g.Report.Date = travaux.DocTime{EDTF: travaux.EDTF(vs[0].text), Basis: travaux.BasisAnalyst}
		}}
	case Actor:
		if a := rowWith(g.Actors, id, func(a *travaux.Actor) string { return a.ID }); a != nil {
			return map[string]setter{"type": word(&a.Type)}
		}
	case Event:
		if e := rowWith(g.Events, id, func(e *travaux.EventClaim) string { return e.ID }); e != nil {
			return eventSlots(e, by)
		}
	case Text:
		if p := rowWith(g.Proposals, id, func(p *travaux.ProposalClaim) string { return p.ID }); p != nil {
			return textSlots(p, by)
		}
	case Provision:
		for k := range g.Proposals {
			p := rowWith(g.Proposals[k].Provisions, id, func(p *travaux.ProvisionClaim) string { return p.ID })
			if p != nil {
				return map[string]setter{
					"obligation": word(&p.Obligation), "obliged": word(&p.Obliged), "issue": word(&p.Issue), "agreed_state": word(&p.AgreedState),
				}
			}
		}
	case Position:
		if p := rowWith(g.Positions, id, func(p *travaux.PositionClaim) string { return p.ID }); p != nil {
			return map[string]setter{
				"party": word(&p.Party), "issue": word(&p.Issue), "option": word(&p.Option), "stance": word(&p.Stance), "since": word(&p.Since),
				"strength": word(&p.Strength), "kind": word(&p.Kind), "according_to": word(&p.AccordingTo),
			}
		}
	case Consultation:
		if c := rowWith(g.Consultations, id, func(c *travaux.ConsultationClaim) string { return c.ID }); c != nil {
			return map[string]setter{
				"who": wordList(&c.Who), "by_whom": wordList(&c.ByWhom), "topic": word(&c.Topic), "relation": word(&c.Relation), "polarity": word(&c.Polarity),
			}
		}
	case Forecast:
		if f := rowWith(g.Forecasts, id, func(f *travaux.ForecastClaim) string { return f.ID }); f != nil {
			return map[string]setter{
				"holder": word(&f.Holder), "type": word(&f.Type), "horizon": word(&f.Horizon), "condition": word(&f.Condition), "hedge": word(&f.Hedge),
			}
		}
	case Statement:
		if s := rowWith(g.Statements, id, func(s *travaux.Statement) string { return s.ID }); s != nil {
			return statementSlots(g, s)
		}
	}
	return nil
}

func eventSlots(e *travaux.EventClaim, by string) map[string]setter {
	coded := func(put setter) setter { // the code hangs on kind and status
		return func(vs []given) {
			put(vs)
			e.PLOVER = travaux.DerivePLOVER(e.Kind, e.Status)
		}
	}
	return map[string]setter{
		"kind": coded(word(&e.Kind)), "status": coded(word(&e.Status)), "medium": word(&e.Medium),
		"date": dates(&e.Dates, &e.Claim, by), "duration": reported(&e.Durations, &e.Claim, by), "place": reported(&e.Places, &e.Claim, by),
		"outcome": reported(&e.Outcomes, &e.Claim, by), "actors": wordList(&e.Actors), "recipients": wordList(&e.Recipients),
	}
}

func textSlots(p *travaux.ProposalClaim, by string) map[string]setter {
	return map[string]setter{
		"name": reported(&p.Names, &p.Claim, by), "points": reported(&p.Points, &p.Claim, by), "author": reported(&p.Authors, &p.Claim, by),
		"form": reported(&p.Forms, &p.Claim, by), "status": reported(&p.Statuses, &p.Claim, by), "date": dates(&p.Dates, &p.Claim, by),
	}
}

func statementSlots(g *travaux.Reading, s *travaux.Statement) map[string]setter {
	return map[string]setter{
		"mode": word(&s.Mode), "speech_act": word(&s.SpeechAct), "polarity": word(&s.Polarity), "certainty": word(&s.Certainty),
		"attribution": word(&s.Attribution),
		"speaker": func(vs []given) {
			chain := slices.Clone(s.Chain)
			if n := len(chain); n > 0 && chain[n-1] == s.Speaker {
				chain = chain[:n-1]
			}
			s.Speaker = vs[0].one()
			s.Chain, s.Attribution = append(chain, s.Speaker), attributionOf(g, s.Speaker)
		},
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

// rowWith returns the row with an id, or nil.
func rowWith[T any](rows []T, id string, idOf func(*T) string) *T {
	for i := range rows {
		if idOf(&rows[i]) == id {
			return &rows[i]
		}
	}
	return nil
}

// word sets a field that holds one word or id.
func word[S ~string](field *S) setter {
	return func(vs []given) { *field = S(vs[0].one()) }
}

// wordList sets a field that holds several.
func wordList(field *[]string) setter {
	return func(vs []given) {
		*field = make([]string, len(vs))
		for i, v := range vs {
			(*field)[i] = v.one()
		}
	}
}

// reported sets a field that holds reported values. They are carried by the
// words that are meant, else by those of the claim.
func reported(field *[]travaux.Value, claim *travaux.Claim, by string) setter {
	return func(vs []given) {
		*field = make([]travaux.Value, 0, len(vs))
		for _, v := range vs {
			x := travaux.Value{Value: v.one(), SupportedBy: claim.SupportedBy, Spans: []travaux.Span{claim.Span}, Rule: ruleAnalyst, Judgement: by}
			if v.words.Len() > 0 {
				x.Spans = []travaux.Span{v.words}
			}
			*field = append(*field, x)
		}
	}
}

// dates sets reported dates, which rest on the analyst.
func dates(field *[]travaux.Value, claim *travaux.Claim, by string) setter {
	put := reported(field, claim, by)
	return func(vs []given) {
		put(vs)
		for i := range *field {
			(*field)[i].Basis = travaux.BasisAnalyst
		}
	}
}
