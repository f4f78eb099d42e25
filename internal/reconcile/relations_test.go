package reconcile

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// atlas knows the invented places of the tests.
type atlas map[string]string

func (a atlas) State(id string) string { return a[id] }

func (a atlas) Within(id, place string) bool { return id != place && a[id] == place }

var lowlands = atlas{"city/tarn": "state/ula", "city/orle": "state/ula", "city/besk": "state/vod", "state/ula": "state/ula", "state/vod": "state/vod"}

// session is one report's sentence on a meeting of two persons.
type session struct {
	outlet, report string // report: date of publication
	status         travaux.EventStatus
	date, when     string // EDTF and its words
	length, lasted string // ISO 8601 and its words
	bound          travaux.Bound
	place, world   string
	who            string // the second person, Ilir Marko unless given
}

func (s session) reading(t *testing.T, id string) *travaux.Reading {
	who := s.who
	if who == "" {
		who = "Ilir Marko"
	}
	body := strings.Join([]string{"Envoy Oskar Wendel and", who, "sat together", s.place, s.when, s.lasted}, " ")
	b := readingtest.New(t, id, s.outlet, s.report, "Talks\n"+body+".\n")
	e := b.Event(travaux.Meeting, s.status, body, b.Person("Oskar Wendel", "Envoy"), b.Person(who, ""))
	e.Trigger = b.Span("sat together")
	if s.date != "" {
		b.Date(e, s.date, s.when)
	}
	if s.length != "" {
		e.Durations = []travaux.Value{b.Value(s.length, s.lasted, s.bound)}
	}
	if s.place != "" {
		id := b.World(travaux.ActorPlace, s.place, s.world)
		e = &b.Reading().Events[0]
		e.Places = []travaux.Value{b.Value(id, s.place)}
	}
	return b.Reading()
}

// found writes the relations of a result as "kind subkind: a | b".
func found(r *Result) []string {
	out := []string{}
	for _, x := range r.Relations {
		out = append(out, fmt.Sprintf("%s %s: %s | %s", x.Kind, x.Subkind, x.A.Quote, x.B.Quote))
	}
	slices.Sort(out)
	return out
}

func TestEventRelations(t *testing.T) {
	const happened, scheduled = travaux.Happened, travaux.Scheduled
	tests := []struct {
		name string
		a, b session
		want []string
	}{
		{
			name: "the same day and length say nothing new",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT4H", lasted: "for four hours"},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "last Friday", length: "PT4H", lasted: "for 4 hours"},
			want: []string{},
		},
		{
			name: "two lengths that exclude each other",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT4H", lasted: "for four hours"},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT5H", lasted: "for over five hours", bound: travaux.Over},
			want: []string{"contradicts duration: for four hours | for over five hours"},
		},
		{
			name: "over five hours can be six",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT6H", lasted: "for six hours"},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT5H", lasted: "for over five hours", bound: travaux.Over},
			want: []string{"entails duration: for six hours | for over five hours"},
		},
		{
			name: "four hours can be nearly five",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT4H", lasted: "for four hours"},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT5H", lasted: "for nearly five hours", bound: travaux.Nearly},
			want: []string{"overlaps duration: for four hours | for nearly five hours"},
		},
		{
			name: "four hours rounds three hours and fifty minutes",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT4H", lasted: "for four hours"},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT3H50M", lasted: "for three hours and 50 minutes"},
			want: []string{"entailed_by duration: for four hours | for three hours and 50 minutes"},
		},
		{
			name: "at least two hours can be three",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT2H", lasted: "for at least two hours", bound: travaux.AtLeast},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT3H", lasted: "for three hours"},
			want: []string{"entailed_by duration: for at least two hours | for three hours"},
		},
		{
			name: "under two hours is not three",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT2H", lasted: "for under two hours", bound: travaux.Under},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT3H", lasted: "for three hours"},
			want: []string{"contradicts duration: for under two hours | for three hours"},
		},
		{
			name: "a planned length is not a measured one",
			a:    session{outlet: "A", report: "2031-05-01", status: scheduled, date: "2031-05-02", when: "on 2 May", length: "PT1H", lasted: "for an hour"},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT3H", lasted: "for three hours"},
			want: []string{"updates status: sat together | sat together"},
		},
		{
			name: "a day within an open interval is finer",
			a:    session{outlet: "A", report: "2031-05-04", status: happened, date: "2031-05-02/..", when: "on 2 May and the days after"},
			b:    session{outlet: "B", report: "2031-05-04", status: happened, date: "2031-05-03", when: "on 3 May"},
			want: []string{"entailed_by date: on 2 May and the days after | on 3 May"},
		},
		{
			name: "a day within a month is finer",
			a:    session{outlet: "A", report: "2031-05-04", status: happened, date: "2031-05-03", when: "on 3 May"},
			b:    session{outlet: "B", report: "2031-06-04", status: happened, date: "2031-05", when: "in May"},
			want: []string{"entails date: on 3 May | in May"},
		},
		{
			name: "two days of one sitting at one place",
			a:    session{outlet: "A", report: "2031-05-04", status: happened, date: "2031-05-02", when: "on 2 May", place: "in Tarn", world: "city/tarn"},
			b:    session{outlet: "B", report: "2031-05-04", status: happened, date: "2031-05-03", when: "on 3 May", place: "in Tarn", world: "city/tarn"},
			want: []string{"contradicts date: on 2 May | on 3 May"},
		},
		{
			name: "days far apart are two meetings",
			a:    session{outlet: "A", report: "2031-05-04", status: happened, date: "2031-05-02", when: "on 2 May", place: "in Tarn", world: "city/tarn"},
			b:    session{outlet: "B", report: "2031-05-14", status: happened, date: "2031-05-12", when: "on 12 May", place: "in Tarn", world: "city/tarn"},
			want: []string{},
		},
		{
			name: "neighbouring days without a place are two meetings",
			a:    session{outlet: "A", report: "2031-05-04", status: happened, date: "2031-05-02", when: "on 2 May"},
			b:    session{outlet: "B", report: "2031-05-04", status: happened, date: "2031-05-03", when: "on 3 May"},
			want: []string{},
		},
		{
			name: "one report telling of two days tells of two sittings",
			a:    session{outlet: "A", report: "2031-05-02", status: happened, date: "2031-05-02", when: "on 2 May", place: "in Tarn", world: "city/tarn", who: "Ilir Marko"},
			b:    session{outlet: "A", report: "2031-05-02", status: happened, date: "2031-05-02", when: "on 2 May", place: "in Tarn", world: "city/tarn", who: "Ada Lund"},
			want: []string{},
		},
		{
			name: "an announced day and the reported one",
			a:    session{outlet: "A", report: "2031-05-01", status: scheduled, date: "2031-05-02", when: "on 2 May", place: "in Tarn", world: "city/tarn"},
			b:    session{outlet: "B", report: "2031-05-04", status: happened, date: "2031-05-03", when: "on 3 May", place: "in Tarn", world: "city/tarn"},
			want: []string{"schedule_vs_report date: on 2 May | on 3 May", "updates status: sat together | sat together"},
		},
		{
			name: "an announcement moved to another day",
			a:    session{outlet: "A", report: "2031-05-01", status: scheduled, date: "2031-05-08", when: "on 8 May", place: "in Tarn", world: "city/tarn"},
			b:    session{outlet: "B", report: "2031-05-04", status: scheduled, date: "2031-05-09", when: "on 9 May", place: "in Tarn", world: "city/tarn"},
			want: []string{"updates date: on 8 May | on 9 May"},
		},
		{
			name: "announced and called off",
			a:    session{outlet: "A", report: "2031-05-01", status: scheduled, date: "2031-05-08", when: "on 8 May"},
			b:    session{outlet: "B", report: "2031-05-04", status: travaux.Cancelled, date: "2031-05-08", when: "on 8 May"},
			want: []string{"updates status: sat together | sat together"},
		},
		{
			name: "no update by an older report",
			a:    session{outlet: "A", report: "2031-05-09", status: scheduled, date: "2031-05-08", when: "on 8 May"},
			b:    session{outlet: "B", report: "2031-05-04", status: happened, date: "2031-05-08", when: "on 8 May"},
			want: []string{},
		},
		{
			name: "a city within its state is finer",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", place: "in Tarn", world: "city/tarn"},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", place: "in Ula", world: "state/ula"},
			want: []string{"entails place: in Tarn | in Ula"},
		},
		{
			name: "two states for one sitting",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", place: "in Tarn", world: "city/tarn"},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", place: "in Besk", world: "city/besk"},
			want: []string{"contradicts place: in Tarn | in Besk"},
		},
		{
			name: "two places of one state may be one tour",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", place: "in Tarn", world: "city/tarn"},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", place: "in Orle", world: "city/orle"},
			want: []string{},
		},
		{
			name: "another partner is another meeting",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT1H", lasted: "for one hour"},
			b:    session{outlet: "B", report: "2031-05-03", status: happened, date: "2031-05-02", when: "on 2 May", length: "PT5H", lasted: "for five hours", who: "Ada Lund"},
			want: []string{},
		},
		{
			name: "undated reports months apart",
			a:    session{outlet: "A", report: "2031-05-03", status: happened, length: "PT1H", lasted: "for one hour"},
			b:    session{outlet: "B", report: "2031-09-03", status: happened, length: "PT5H", lasted: "for five hours"},
			want: []string{},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			res := Reconcile([]*travaux.Reading{tt.a.reading(t, "a"), tt.b.reading(t, "b")}, lowlands)
			if diff := cmp.Diff(tt.want, found(res)); diff != "" {
				t.Errorf("relations (-want +got):\n%s", diff)
			}
		})
	}
}

// TestEventsInGeneralWords: "the parties" are whoever the other report names.
func TestEventsInGeneralWords(t *testing.T) {
	reading := func(id, date string, typ travaux.ActorType, parties ...string) *travaux.Reading {
		text := "Talks\n"
		for _, p := range parties {
			text += p + " "
		}
		b := readingtest.New(t, id, "Outlet "+id, "2031-05-03", text+"talked in Tarn on the day\n")
		var who []string
		for _, p := range parties {
			who = append(who, b.Actor(typ, p).ID)
		}
		tarn := b.World(travaux.ActorPlace, "Tarn", "city/tarn")
		e := b.Event(travaux.Meeting, travaux.Happened, "talked in Tarn on the day", who...)
		e.Places = []travaux.Value{b.Value(tarn, "Tarn")}
		b.Date(e, date, "the day")
		return b.Reading()
	}
	tests := []struct {
		name string
		a, b *travaux.Reading
		want int
	}{
		{"the parties, the same place and day", reading("a", "2031-05-02", travaux.ActorGroup, "The parties"), reading("b", "2031-05-02", travaux.ActorPerson, "Oskar Wendel", "Ilir Marko"), 1},
		{"the parties, another day", reading("a", "2031-05-01", travaux.ActorGroup, "The parties"), reading("b", "2031-05-02", travaux.ActorPerson, "Oskar Wendel", "Ilir Marko"), 2},
		{"others named, the same place and day", reading("a", "2031-05-02", travaux.ActorPerson, "Ada Lund", "Emil Voss"), reading("b", "2031-05-02", travaux.ActorPerson, "Oskar Wendel", "Ilir Marko"), 2},
	}
	for _, tt := range tests {
		if got := len(Reconcile([]*travaux.Reading{tt.a, tt.b}, lowlands).Events); got != tt.want {
			t.Errorf("%s: %d events, want %d", tt.name, got, tt.want)
		}
	}
}
