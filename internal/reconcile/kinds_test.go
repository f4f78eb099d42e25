package reconcile

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// related writes the relations whose rule begins so as "rule kind: a | b".
func related(rule string, readings ...*travaux.Reading) []string {
	out := []string{}
	for _, x := range Reconcile(readings, lowlands).Relations {
		if strings.HasPrefix(x.Rule, rule) {
			out = append(out, x.Rule+" "+string(x.Kind)+": "+x.A.Quote+" | "+x.B.Quote)
		}
	}
	slices.Sort(out)
	return out
}

func checkRelated(t *testing.T, rule string, want []string, readings ...*travaux.Reading) {
	t.Helper()
	if diff := cmp.Diff(want, related(rule, readings...)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", rule, diff)
	}
}

// TestViewpoints: the outlet and two others see the pay talks differently.
func TestViewpoints(t *testing.T) {
	b := readingtest.New(t, "a", "Courier", "2031-03-10", "Port\nThe pay talks are deadlocked. Ada Lund said a deal was within reach.\nEmil Voss called the talks stalled.\n")
	lund, voss := b.Person("Ada Lund", ""), b.Person("Emil Voss", "")
	b.Voice("The pay talks are deadlocked.")
	b.Says(lund, travaux.ByNamedPerson, "a deal was within reach")
	b.Says(voss, travaux.ByNamedPerson, "the talks stalled")
	checkRelated(t, "viewpoint", []string{
		"viewpoint.progress viewpoint: deadlocked | within reach",
		"viewpoint.progress viewpoint: within reach | stalled",
	}, b.Reading())
}

// TestViewpointsAcross: reports of the same people differ; reports years apart
// do not.
func TestViewpointsAcross(t *testing.T) {
	report := func(id, date, words string) *travaux.Reading {
		b := readingtest.New(t, id, "Outlet "+id, date, "Lake\nAda Lund and Emil Voss met. "+words+"\n")
		b.Person("Ada Lund", "")
		b.Person("Emil Voss", "")
		b.Voice(words)
		return b.Reading()
	}
	near := report("b", "2031-05-05", "The treaty talks are at an impasse.")
	far := report("c", "2033-05-06", "The treaty talks are at an impasse.")
	first := report("a", "2031-05-03", "The treaty is within reach.")
	checkRelated(t, "viewpoint", []string{"viewpoint.progress viewpoint: within reach | at an impasse"}, first, near)
	checkRelated(t, "viewpoint", []string{}, first, far)
}

func TestTitles(t *testing.T) {
	report := func(id, date, title, name, world string) *travaux.Reading {
		b := readingtest.New(t, id, "Outlet "+id, date, "Talks\n"+title+" "+name+" spoke in Ula and Vod.\n")
		state := ""
		if world != "" {
			state = b.World(travaux.ActorState, map[string]string{"state/ula": "Ula", "state/vod": "Vod"}[world], world)
		}
		b.Voice(title + " " + name + " spoke in Ula and Vod.")
		p := b.Actor(travaux.ActorPerson, name)
		p.Roles = []travaux.Role{{Title: title, Organisation: state, Spans: []travaux.Span{b.Span(title)}}}
		return b.Reading()
	}
	trade := report("a", "2031-05-03", "trade minister", "Ada Lund", "state/ula")
	tests := []struct {
		name string
		b    *travaux.Reading
		want []string
	}{
		{"two holders of one office", report("b", "2032-05-03", "trade minister", "Emil Voss", "state/ula"), []string{"role.updates updates: trade minister | trade minister"}},
		{"the ministers of two states", report("b", "2031-05-03", "trade minister", "Emil Voss", "state/vod"), []string{}},
		{"the minister twice", report("b", "2031-05-03", "trade minister", "Ada Lund", "state/ula"), []string{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkRelated(t, "role.", tt.want, trade, tt.b) })
	}
	checkRelated(t, "role.same_title", []string{"role.same_title unrelated_same_form: national water adviser | national water adviser"},
		report("a", "2031-05-03", "national water adviser", "Ada Lund", ""), report("b", "2031-05-03", "national water adviser", "Emil Voss", ""))
	checkRelated(t, "variant.title", []string{"variant.title variant: peace envoy | special envoy"},
		report("a", "2031-05-03", "peace envoy", "Ada Lund", ""), report("b", "2031-05-03", "special envoy", "Ada Lund", ""))
}

func TestVoices(t *testing.T) {
	b := readingtest.New(t, "a", "Courier", "2031-05-03", "Lake\nA second person familiar with the drafting called it thin. Later the second person close to the chair said it would grow. The person would not say more.\nThe Ministry shrugged off the draft. “It says little,” said Ada Lund, a spokeswoman.\n")
	src := b.Actor(travaux.ActorAnonymousPerson, "A second person familiar with the drafting", "the second person close to the chair", "The person")
	_ = src
	ministry := b.Actor(travaux.ActorOrganisation, "The Ministry").ID
	lund := b.Actor(travaux.ActorPerson, "Ada Lund")
	lund.Roles = []travaux.Role{{Title: "spokeswoman", Organisation: ministry, Spans: []travaux.Span{b.Span("spokeswoman")}}}
	lundID := lund.ID
	b.Says(ministry, travaux.ByNamedOrg, "the draft.")
	b.Says(lundID, travaux.ByNamedPerson, "It says little")
	g := b.Reading()
	for i := range g.Statements {
		if st := &g.Statements[i]; st.Speaker == ministry {
			sp := b.Span("The Ministry")
			st.Source = &sp
		} else if st.Speaker == lundID {
			sp := b.Span("Ada Lund, a spokeswoman")
			st.Source = &sp
		}
	}
	checkRelated(t, "variant.description", []string{
		"variant.description variant: A second person familiar with the drafting | the second person close to the chair",
	}, g)
	checkRelated(t, "attribution", []string{"attribution.spokesperson entailed_by: The Ministry | Ada Lund, a spokeswoman"}, g)
}

// TestTexts: names of one text, and whom reports have as its authors.
func TestTexts(t *testing.T) {
	report := func(id, name, author string) *travaux.Reading {
		b := readingtest.New(t, id, "Outlet "+id, "2031-05-03", "Lake\n"+author+" wrote "+name+", which has 12 points. Ada Lund and Emil Voss read it.\n")
		who := b.Actor(travaux.ActorPerson, author).ID
		b.Person("Ada Lund", "")
		b.Person("Emil Voss", "")
		p := b.Text(name)
		p.Points = []travaux.Value{b.Value("12", "12 points", travaux.Exact)}
		p.Authors = []travaux.Value{b.Value(who, author)}
		return b.Reading()
	}
	a, c := report("a", "the Tarn plan", "Oskar Wendel"), report("b", "the Orle plan", "Ilir Marko")
	checkRelated(t, "variant.text", []string{"variant.text variant: the Tarn plan | the Orle plan"}, a, c)
	checkRelated(t, "authorship", []string{"authorship.viewpoint viewpoint: Oskar Wendel | Ilir Marko"}, a, c)
	checkRelated(t, "variant.text", []string{}, a, report("b", "the plan for Tarn", "Oskar Wendel"))
}

// TestOutcomes: a forecast of an agreement, and what came of it.
func TestOutcomes(t *testing.T) {
	report := func(id, date, text, forecast string) *travaux.Reading {
		b := readingtest.New(t, id, "Outlet "+id, date, "Mill\nAda Lund and Emil Voss talked. "+text+"\n")
		b.Person("Ada Lund", "")
		b.Person("Emil Voss", "")
		ids := []string{b.Voice(text)}
		if forecast != "" {
			g := b.Reading()
			g.Forecasts = append(g.Forecasts, travaux.ForecastClaim{
				Claim: travaux.Claim{ID: "forecast_" + id, Span: b.Span(forecast), SupportedBy: ids}, Proposition: b.Span(forecast), Type: "prediction",
			})
		}
		return b.Reading()
	}
	hope := report("a", "2031-05-03", "A deal could be signed within days, a mediator said.", "A deal could be signed within days")
	doubt := report("a", "2031-05-03", "An agreement will not be reached.", "An agreement will not be reached")
	none := report("b", "2031-05-09", "No final agreement was reached on the shifts.", "")
	done := report("b", "2031-05-09", "The sides reached a tentative agreement on the shifts.", "")
	open := report("b", "2031-05-09", "They will rest if they have reached an agreement.", "")
	before := report("b", "2031-05-01", "No final agreement was reached on the shifts.", "")
	checkRelated(t, "forecast.outcome", []string{"forecast.outcome updates: A deal could be signed within days | No final agreement was reached"}, hope, none)
	checkRelated(t, "forecast.outcome", []string{"forecast.outcome updates: A deal could be signed within days | reached a tentative agreement"}, hope, done)
	checkRelated(t, "forecast.outcome", []string{}, hope, open)
	checkRelated(t, "forecast.outcome", []string{}, hope, before)
	checkRelated(t, "forecast.outcome", []string{}, doubt, none)
}

// TestConsultations: knowledge is less than a say; what one source tells of two
// things is no contradiction; a plan is what is to follow.
func TestConsultations(t *testing.T) {
	type told struct{ words, relation, polarity string }
	report := func(first, second told) *travaux.Reading {
		b := readingtest.New(t, "a", "Courier", "2031-05-03", "Orchard\nThe growers were "+first.words+", said Ada Lund. Emil Voss said the growers were "+second.words+".\n")
		growers := b.Actor(travaux.ActorOrganisation, "The growers", "the growers").ID
		lund, voss := b.Person("Ada Lund", ""), b.Person("Emil Voss", "")
		g := b.Reading()
		for i, x := range []told{first, second} {
			who := []string{lund, voss}[i]
			id := b.Says(who, travaux.ByNamedPerson, x.words)
			g.Consultations = append(g.Consultations, travaux.ConsultationClaim{
				Claim: travaux.Claim{ID: x.words, Span: b.Span(x.words), SupportedBy: []string{id}}, Who: []string{growers}, Relation: x.relation, Polarity: x.polarity,
			})
		}
		return g
	}
	no := told{"never asked about the levy", "consulted", "no"}
	tests := []struct {
		name   string
		second told
		want   []string
	}{
		{"asked after all", told{"asked twice about the levy", "consulted", "yes"}, []string{"consultation.contradicts contradicts: never asked about the levy | asked twice about the levy"}},
		{"told is not asked", told{"told of the levy", "informed", "yes"}, []string{}},
		{"to be asked", told{"to be asked in June", "consulted", "planned"}, []string{"consultation.updates updates: never asked about the levy | to be asked in June"}},
		{"asked later", told{"later asked about the levy", "consulted", "yes"}, []string{"consultation.updates updates: never asked about the levy | later asked about the levy"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkRelated(t, "consultation", tt.want, report(no, tt.second)) })
	}
}

// TestDisputed: two sources of one report count the same things differently.
func TestDisputed(t *testing.T) {
	report := func(first, second, of string) *travaux.Reading {
		b := readingtest.New(t, "a", "Courier", "2031-05-03", "Strike\nAda Lund put the figure at "+first+". Emil Voss said "+second+" had gone in.\n")
		lund, voss := b.Person("Ada Lund", ""), b.Person("Emil Voss", "")
		b.Quantity(strings.ReplaceAll(first, ",", ""), travaux.Exact, "", first)
		n, _, _ := strings.Cut(second, " ")
		b.Quantity(strings.ReplaceAll(n, ",", ""), travaux.Exact, of, second)
		b.Says(lund, travaux.ByNamedPerson, first)
		b.Says(voss, travaux.ByNamedPerson, second)
		return b.Reading()
	}
	checkRelated(t, "number.disputed", []string{"number.disputed contradicts: 3,400 | 2,100 drivers"}, report("3,400", "2,100 drivers", "drivers"))
	checkRelated(t, "number.disputed", []string{}, report("3,400", "12 drivers", "drivers"))
}

// TestDenials: an act, and the same act denied.
func TestDenials(t *testing.T) {
	report := func(id, date, text string) *travaux.Reading {
		b := readingtest.New(t, id, "Outlet "+id, date, "News\n"+text+"\n")
		b.World(travaux.ActorState, "Ula", "state/ula")
		b.Voice(text)
		return b.Reading()
	}
	act := report("a", "2031-05-03", "Ula rejects the fishing treaty.")
	checkRelated(t, "stance.denied", []string{"stance.denied contradicts: Ula rejects the fishing treaty | Ula has not rejected the fishing treaty"}, act,
		report("b", "2031-05-04", "Ula has not rejected the fishing treaty."))
	checkRelated(t, "stance.denied", []string{}, act, report("b", "2031-05-04", "Ula has not rejected a loan."))
	checkRelated(t, "stance.denied", []string{}, act, report("b", "2031-06-04", "Ula has not rejected the fishing treaty."))
}

// TestJourneys: a journey planned for one time and made at another.
func TestJourneys(t *testing.T) {
	b := readingtest.New(t, "a", "Courier", "2031-05-03", "Lake\nAda Lund, who was planning a visit to Tarn next month, is the envoy.\nShe flew to Orle this week.\n")
	lund := b.Person("Ada Lund", "")
	tarn := b.World(travaux.ActorPlace, "Tarn", "city/tarn")
	orle := b.World(travaux.ActorPlace, "Orle", "city/orle")
	_ = tarn
	b.Voice("Ada Lund, who was planning a visit to Tarn next month, is the envoy.")
	e := b.Event(travaux.Visit, travaux.Happened, "She flew to Orle this week", lund)
	e.Places = []travaux.Value{b.Value(orle, "Orle")}
	g := b.Reading()
	for _, w := range []string{"next month", "this week"} {
		g.Timexes = append(g.Timexes, travaux.Timex{ID: w, Span: b.Span(w), Type: "DATE"})
	}
	checkRelated(t, "date.journey", []string{"date.journey schedule_vs_report: next month | this week"}, g)
}

// TestFinerTerms: a demand in particular and in general.
func TestFinerTerms(t *testing.T) {
	report := func(id, words, place string) *travaux.Reading {
		b := readingtest.New(t, id, "Outlet "+id, "2031-05-03", "Border\nVod wants "+words+".\n")
		vod := b.World(travaux.ActorState, "Vod", "state/vod")
		if place != "" {
			b.World(travaux.ActorPlace, place, "place/"+strings.ToLower(place))
		}
		g := b.Reading()
		g.Positions = append(g.Positions, travaux.PositionClaim{
			Claim: travaux.Claim{ID: "p" + id, Span: b.Span(words), SupportedBy: []string{b.Voice(words)}}, Party: vod, Issue: "territory.cession", Option: words, Stance: travaux.Demands,
		})
		return g
	}
	wide := report("a", "more territory in the hills", "")
	checkRelated(t, "demand.finer", []string{"demand.finer entailed_by: more territory in the hills | the territory in the hills around Brack"}, wide, report("b", "the territory in the hills around Brack", "Brack"))
	checkRelated(t, "demand.finer", []string{}, wide, report("b", "a harbour at Brack", "Brack"))
}
