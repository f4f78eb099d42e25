package reconcile

import (
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// states is an atlas in which every place is its own state.
type states struct{}

func (states) State(id string) string         { return id }
func (states) Within(id, place string) bool   { return id == place }
func anEvent(kind travaux.EventKind) telling  { return telling{kind: kind, status: travaux.Happened} }
func (x telling) on(date string) telling      { x.date = date; return x }
func (x telling) by(who ...string) telling    { x.who = who; return x }
func (x telling) saying(words string) telling { x.words = words; return x }
func (x telling) still(published string) telling {
	x.published = published
	x.status = travaux.Scheduled
	return x
}

// telling is what a report says of one event. Those who took part are persons
// where they have two names, the state of Corrin, or else a group.
type telling struct {
	kind      travaux.EventKind
	status    travaux.EventStatus
	words     string
	who       []string
	date      string
	published string
}

// TestPublicActs has tellings of events, a report each, all naming Jana Roth
// and Emil Voss, and says how many events they tell of.
func TestPublicActs(t *testing.T) {
	vote, said, met, signed := anEvent(travaux.Vote), anEvent(travaux.PressStatement), anEvent(travaux.Meeting), anEvent(travaux.Signature)
	due, called := anEvent(travaux.Deadline), anEvent(travaux.Call)
	appointed := anEvent(travaux.Appointment)
	tests := []struct {
		name     string
		tellings []telling
		want     int
	}{
		{"a referendum by its day, month and year", []telling{
			vote.saying("Thursday's referendum in Corrin").on("2031-06-23").by("Corrin"),
			vote.saying("Corrin's vote in June 2031 to leave the Lake League").on("2031-06").by("Corrin"),
			vote.saying("the 2031 referendum of Corrin").on("2031").by("Corrin"),
			vote.saying("Corrin's vote to leave the Lake League").by("Corrin"),
		}, 1},
		{"two referendums, and one of which the day is not said", []telling{
			vote.saying("Thursday's referendum in Corrin").on("2031-06-23").by("Corrin"),
			vote.saying("the second referendum in Corrin").on("2031-09-02").by("Corrin"),
			vote.saying("the 2031 referendum of Corrin").on("2031").by("Corrin"),
		}, 3},
		{"a referendum and an election on one day", []telling{
			vote.saying("Thursday's referendum").on("2031-06-23"),
			vote.saying("Thursday's election").on("2031-06-23"),
		}, 2},
		{"a vote with its count and without", []telling{
			vote.saying("Tuesday's 57-43 vote").on("2031-03-04"),
			vote.saying("Tuesday's vote").on("2031-03-04"),
		}, 1},
		{"a vote and other votes", []telling{
			vote.saying("Tuesday's vote").on("2031-03-04"),
			vote.saying("other votes on Tuesday").on("2031-03-04"),
		}, 2},
		{"two counts on one day", []telling{
			vote.saying("Tuesday's 57-43 vote").on("2031-03-04"),
			vote.saying("the vote of 61-39 on Tuesday").on("2031-03-04"),
		}, 2},
		{"said on one day", []telling{
			said.saying("Jana Roth said on Tuesday").on("2031-03-04").by("Jana Roth"),
			said.saying("Jana Roth told reporters on Tuesday").on("2031-03-04").by("Jana Roth"),
		}, 1},
		{"said to two broadcasters", []telling{
			said.saying("Jana Roth told Lakeside FM on Tuesday").on("2031-03-04").by("Jana Roth"),
			said.saying("Jana Roth told Delta TV on Tuesday").on("2031-03-04").by("Jana Roth"),
		}, 2},
		{"said by a state", []telling{
			said.saying("Corrin said on Tuesday").on("2031-03-04").by("Corrin"),
			said.saying("On Tuesday Corrin said").on("2031-03-04").by("Corrin"),
		}, 2},
		{"signed by one and by both", []telling{
			signed.saying("Ada Lund signed the accord").on("2031-03-04").by("Ada Lund"),
			signed.saying("Ada Lund and Oren Paskal signed").on("2031-03-04").by("Ada Lund", "Oren Paskal"),
			signed.saying("the signing of the accord on Tuesday").on("2031-03-04"),
		}, 1},
		{"a summit by its day and its week", []telling{
			met.saying("the G9 summit on Tuesday").on("2031-03-04"),
			met.saying("the G-9 leaders' summit this week").on("2031-03-03/2031-03-09"),
		}, 1},
		{"a meeting at a summit", []telling{
			met.saying("the G9 summit on Tuesday").on("2031-03-04"),
			met.saying("Ada Lund met Oren Paskal at the G9 summit on Tuesday").on("2031-03-04").by("Ada Lund", "Oren Paskal"),
		}, 2},
		{"talks that broke down", []telling{
			met.saying("talks broke down in May").on("2031-05"),
			met.saying("negotiations between the two sides collapsed in May").on("2031-05").by("the two sides"),
		}, 1},
		{"a deadline", []telling{
			due.saying("the 30 September deadline").on("2031-09-30"),
			due.saying("a deadline looms on 30 September").on("2031-09-30"),
		}, 1},
		{"coming into an office, with its year and without", []telling{
			appointed.saying("Ada Lund took office in 2029").on("2029").by("Ada Lund"),
			appointed.saying("since Ada Lund took office").by("Ada Lund"),
		}, 1},
		{"told in the same words", []telling{
			called.saying("I had a useful conversation with the port minister today").on("2031-03-04").by("Ada Lund"),
			called.saying("I have had a useful conversation with the port minister today").on("2031-03-04").by("Ada Lund"),
		}, 1},
		{"a principal and a group of one name", []telling{
			met.saying("Ada Lund met a delegation of pilots").on("2031-03-04").by("Ada Lund", "a delegation of pilots"),
			met.saying("Ada Lund received several pilots").on("2031-03-04").by("Ada Lund", "several pilots"),
		}, 1},
		{"a principal and two groups", []telling{
			met.saying("Ada Lund met a delegation of pilots").on("2031-03-04").by("Ada Lund", "a delegation of pilots"),
			met.saying("Ada Lund received harbour masters").on("2031-03-04").by("Ada Lund", "harbour masters"),
		}, 2},
		{"talks announced for one month", []telling{
			met.saying("talks planned for May").on("2031-05").still("2031-04-20"),
			met.saying("a new round of talks between the two sides in May").on("2031-05").by("the two sides").still("2031-04-22"),
		}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var rs []*travaux.Reading
			for i, x := range tt.tellings {
				rs = append(rs, x.reading(t, string(rune('a'+i))))
			}
			if got := Reconcile(rs, states{}).Events; len(got) != tt.want {
				t.Errorf("%d events, want %d", len(got), tt.want)
			}
		})
	}
}

func (x telling) reading(t *testing.T, id string) *travaux.Reading {
	if x.published == "" {
		x.published = "2031-10-01"
	}
	text := "Jana Roth and Emil Voss\n" + x.words + ". There: " + strings.Join(x.who, ", ") + ". Told " + x.date + ".\n"
	b := readingtest.New(t, id, "Lantern", x.published, text)
	b.Person("Jana Roth", "")
	b.Person("Emil Voss", "")
	var ids []string
	for _, w := range x.who {
		switch {
		case w == "Corrin":
			ids = append(ids, b.World(travaux.ActorState, w, "state/corrin"))
		case w == strings.ToLower(w):
			ids = append(ids, b.Actor(travaux.ActorGroup, w).ID)
		default:
			ids = append(ids, b.Person(w, ""))
		}
	}
	e := b.Event(x.kind, x.status, x.words, ids...)
	if strings.Contains(x.words, "took office") {
		e.Trigger = b.Span("took office")
	}
	if x.date != "" {
		b.Date(e, x.date, x.date)
	}
	return b.Reading()
}
