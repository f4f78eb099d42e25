package analysis

import (
	"bufio"
	"fmt"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// parse reads a record in a small notation: a line a row, words in quotation
// marks, attributes as key=value.
//
//	report a 2031-05-01 "Delta Post" [copy=b]
//	actor Norland state [side=north] [of=NAME] [title=…]
//	position a Norland demands flow "a fixed figure" [by=…] [from=…] [about=…] [via=…] [kind=…]
//	text plan "the plan" [derives=…] [counter=…]; of a text: provision, status, points
//	provision a plan flow "Norland shall release water" [obliged=…]
//	status a plan signed "was signed"
//	event a talks meeting scheduled 2031-05-09 "the talks" [who=A,B]
//	forecast a Norland prediction "an agreement by June" [horizon=…] [band=…] [hedge=…] [if=…]
//	say a Norland "the talks have ended"; a speaker "Delta Post > an aide" is one through an outlet
//	consult a Ostland consulted no "Ostland was not asked" [by=…] [from=SPEAKER]
//
// Every row is carried by a statement of the outlet's, or of by's.
func parse(t testing.TB, text string) *travaux.Record {
	t.Helper()
	b := &notation{t: t, rec: &travaux.Record{}, actors: map[string]string{}, texts: map[string]int{}, events: map[string]int{}}
	sc := bufio.NewScanner(strings.NewReader(text))
	for sc.Scan() {
		b.line++
		if line := strings.TrimSpace(sc.Text()); line != "" && !strings.HasPrefix(line, "#") {
			b.row(line)
		}
	}
	return b.rec
}

type notation struct {
	t      testing.TB
	rec    *travaux.Record
	line   int
	actors map[string]string
	texts  map[string]int
	events map[string]int
}

func (b *notation) row(line string) {
	b.t.Helper()
	f, set := cells(line)
	arg := func(i int) string {
		if i >= len(f) {
			b.t.Fatalf("line %d: %q is too short", b.line, line)
		}
		return f[i]
	}
	switch f[0] {
	case "report":
		r := travaux.ReportRow{Report: travaux.Report{ID: arg(1), File: arg(1), Outlet: travaux.Field{Value: arg(3)}, CopyOf: set["copy"]}}
		if arg(2) != "-" {
			r.Date.EDTF = travaux.EDTF(arg(2))
		}
		r.Spans = []travaux.Span{b.span(arg(1), "headline of "+arg(1))}
		b.rec.Reports = append(b.rec.Reports, r)
	case "actor":
		a := travaux.Actor{ID: b.actor(arg(1)), Canonical: arg(1)}
		for i := range b.rec.Actors {
			if x := &b.rec.Actors[i]; x.ID == a.ID {
				x.Type, x.Side = travaux.ActorType(arg(2)), set["side"]
				if set["of"] != "" {
					x.Parent = b.actor(set["of"])
				}
				if set["title"] != "" {
					x.Roles = append(x.Roles, travaux.Role{Title: set["title"], Spans: []travaux.Span{b.span(set["report"], set["title"])}})
				}
			}
		}
	case "position":
		st, sp := b.say(arg(1), arg(5), set["by"])
		via := set["via"]
		if via == "" {
			via = "reported"
		}
		b.rec.Positions = append(b.rec.Positions, travaux.Position{
			ID: b.id("position"), Party: b.actor(arg(2)), Stance: travaux.Stance(arg(3)), Issue: arg(4), Option: arg(5), Kind: orWord(set["kind"], "position"),
			AccordingTo: via, About: set["about"], From: travaux.Stance(set["from"]), Asserted: b.date(arg(1)), SupportedBy: st, Spans: sp,
		})
	case "text":
		b.texts[arg(1)] = len(b.rec.Proposals)
		b.rec.Proposals = append(b.rec.Proposals, travaux.Proposal{
			ID: arg(1), Label: arg(2), DerivedFrom: set["derives"], CounterTo: set["counter"], Versions: []travaux.Version{{ID: "version " + arg(1), Label: arg(2)}},
		})
	case "provision", "status", "points":
		b.ofText(f, set, arg)
	case "event":
		b.event(f, set, arg)
	case "forecast":
		st, sp := b.say(arg(1), arg(4), set["by"])
		b.rec.Forecasts = append(b.rec.Forecasts, travaux.Forecast{
			ID: b.id("forecast"), Holder: b.actor(arg(2)), Type: arg(3), Proposition: arg(4), Hedge: set["hedge"], Horizon: travaux.EDTF(set["horizon"]),
			Band: set["band"], Condition: set["if"], SupportedBy: st, Spans: sp,
		})
	case "say":
		b.say(arg(1), arg(3), arg(2))
	case "consult":
		st, sp := b.say(arg(1), arg(5), set["from"])
		c := travaux.Consultation{ID: b.id("consultation"), Who: []string{b.actor(arg(2))}, Relation: arg(3), Polarity: arg(4), About: set["about"], Topic: set["topic"], SupportedBy: st, Spans: sp}
		if set["by"] != "" {
			c.ByWhom = []string{b.actor(set["by"])}
		}
		b.rec.Consultations = append(b.rec.Consultations, c)
	default:
		b.t.Fatalf("line %d: no row is called %q", b.line, f[0])
	}
}

func (b *notation) ofText(f []string, set map[string]string, arg func(int) string) {
	i, ok := b.texts[arg(2)]
	if !ok {
		b.t.Fatalf("line %d: no text is called %q", b.line, arg(2))
	}
	p := &b.rec.Proposals[i]
	st, sp := b.say(arg(1), arg(4), set["by"])
	p.Reports, p.SupportedBy, p.Spans = append(p.Reports, arg(1)), append(p.SupportedBy, st...), append(p.Spans, sp...)
	v := &p.Versions[0]
	v.SupportedBy, v.Spans = p.SupportedBy, p.Spans
	switch f[0] {
	case "provision":
		x := travaux.Provision{ID: b.id("provision"), Issue: arg(3), Text: arg(4), SupportedBy: st, Spans: sp}
		if set["obliged"] != "" {
			x.Obliged = b.actor(set["obliged"])
		}
		v.Provisions = append(v.Provisions, x)
	case "status":
		v.Statuses = append(v.Statuses, travaux.Value{Value: arg(3), SupportedBy: st, Spans: sp})
	case "points":
		v.Points = append(v.Points, travaux.Value{Value: arg(3), SupportedBy: st, Spans: sp})
	}
}

// event adds a status, and a date unless it is "-", to the event of that name.
func (b *notation) event(_ []string, set map[string]string, arg func(int) string) {
	i, ok := b.events[arg(2)]
	if !ok {
		i = len(b.rec.Events)
		b.events[arg(2)] = i
		b.rec.Events = append(b.rec.Events, travaux.Event{ID: arg(2), Label: arg(2), Kind: travaux.EventKind(arg(3))})
	}
	e := &b.rec.Events[i]
	st, sp := b.say(arg(1), arg(6), set["by"])
	e.Status = travaux.EventStatus(arg(4))
	e.Statuses = append(e.Statuses, travaux.Value{Value: arg(4), SupportedBy: st, Spans: sp})
	if arg(5) != "-" {
		e.Dates = append(e.Dates, travaux.Value{Value: arg(5), SupportedBy: st, Spans: sp})
	}
	for _, who := range strings.Split(set["who"], ",") {
		if who != "" {
			e.Participants = append(e.Participants, travaux.Participant{Actor: b.actor(who), Part: "actor", SupportedBy: st, Spans: sp})
		}
	}
	e.Reports, e.SupportedBy, e.Spans = append(e.Reports, arg(1)), append(e.SupportedBy, st...), append(e.Spans, sp...)
}

func orWord(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (b *notation) id(kind string) string { return fmt.Sprintf("%s_%03d", kind, b.line) }

func (b *notation) date(report string) travaux.EDTF {
	for i := range b.rec.Reports {
		if b.rec.Reports[i].ID == report {
			return b.rec.Reports[i].Date.EDTF
		}
	}
	b.t.Fatalf("line %d: there is no report %q", b.line, report)
	return ""
}

// actor is the id of the actor of that name, made where it is new: a state, or
// an unnamed person where the name begins with "an ".
func (b *notation) actor(name string) string {
	if id, ok := b.actors[name]; ok {
		return id
	}
	a := travaux.Actor{ID: "actor " + name, Canonical: name, Type: travaux.ActorState, Spans: []travaux.Span{b.span("", name)}}
	if strings.HasPrefix(name, "an ") {
		a.Type = travaux.ActorAnonymousPerson
	}
	b.actors[name] = a.ID
	b.rec.Actors = append(b.rec.Actors, a)
	return a.ID
}

func (b *notation) span(report, words string) travaux.Span {
	return travaux.Span{Report: report, File: report, Start: 100 * b.line, End: 100*b.line + len(words), Quote: words}
}

// say adds a statement, in the outlet's own voice where by is empty.
func (b *notation) say(report, words, by string) ([]string, []travaux.Span) {
	b.date(report)
	outlet := ""
	for i := range b.rec.Reports {
		if b.rec.Reports[i].ID == report {
			outlet = b.actor(b.rec.Reports[i].Outlet.Value)
		}
	}
	for i := range b.rec.Actors {
		if b.rec.Actors[i].ID == outlet {
			b.rec.Actors[i].Type = travaux.ActorMedia
		}
	}
	sp := []travaux.Span{b.span(report, words)}
	st := travaux.Statement{ID: b.id("statement"), Report: report, Speaker: outlet, Attribution: travaux.ByOutlet, Chain: []string{outlet}, Content: sp, Spans: sp, Certainty: travaux.CertainTrue}
	if by != "" {
		for _, link := range strings.Split(by, " > ") {
			by = link
			st.Chain = append(st.Chain, b.actor(link))
		}
		st.Speaker, st.Attribution = b.actor(by), travaux.ByNamedPerson
		if strings.HasPrefix(by, "an ") {
			st.Attribution = travaux.ByAnonymousPerson
		}
	}
	b.rec.Statements = append(b.rec.Statements, st)
	return []string{st.ID}, sp
}

// cells splits a line at spaces, words in quotation marks kept together, and
// takes key=value apart.
func cells(line string) (list []string, set map[string]string) {
	set = map[string]string{}
	var cell strings.Builder
	quoted, any := false, false
	end := func() {
		if !any {
			return
		}
		s := cell.String()
		if k, v, ok := strings.Cut(s, "\x00="); ok {
			set[k] = v
		} else {
			list = append(list, s)
		}
		cell.Reset()
		any = false
	}
	for _, r := range line {
		switch {
		case r == '"':
			quoted, any = !quoted, true
		case r == ' ' && !quoted:
			end()
		case r == '=' && !quoted:
			cell.WriteString("\x00=")
		default:
			cell.WriteRune(r)
			any = true
		}
	}
	end()
	return list, set
}
