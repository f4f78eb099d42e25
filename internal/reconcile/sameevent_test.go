package reconcile

import (
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// TestLeavingTalks has two reports of who left talks and when, and says how
// many events they tell of.
func TestLeavingTalks(t *testing.T) {
	type told struct{ who, of, day string }
	tests := []struct {
		name string
		a, b told
		want int
	}{
		{"the union, and its representatives", told{"The Quay Union", "", "2031-03-05"}, told{"Representatives of the Quay Union", "Quay Union", "2031-03-05"}, 1},
		{"a day apart", told{"The Quay Union", "", "2031-03-05"}, told{"The Quay Union", "", "2031-03-06"}, 1},
		{"a week apart", told{"The Quay Union", "", "2031-03-05"}, told{"The Quay Union", "", "2031-03-12"}, 2},
		{"another's representatives", told{"The Quay Union", "", "2031-03-05"}, told{"Representatives of the Delta Union", "Delta Union", "2031-03-05"}, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var rs []*travaux.Reading
			for i, x := range []told{tt.a, tt.b} {
				text := "Talks on pay\n" + x.who + " walked out of the talks on " + x.day + ".\n"
				b := readingtest.New(t, string(rune('a'+i)), "Lantern", "2031-03-14", text)
				typ := travaux.ActorOrganisation
				if x.of != "" {
					typ = travaux.ActorAnonymousGroup
					b.Actor(travaux.ActorOrganisation, x.of)
				}
				e := b.Event(travaux.Walkout, travaux.Happened, "walked out", b.Actor(typ, x.who).ID)
				b.Date(e, x.day, x.day)
				rs = append(rs, b.Reading())
			}
			if got := len(Reconcile(rs, nil).Events); got != tt.want {
				t.Errorf("%d events, want %d", got, tt.want)
			}
		})
	}
}

// TestOneMeeting has two reports of contacts, both naming Jana Roth and Emil
// Voss besides who took part, and says how many events they tell of.
func TestOneMeeting(t *testing.T) {
	type told struct {
		kind      travaux.EventKind
		status    travaux.EventStatus
		who       []string // persons, or a group where in lower case
		place     string
		date      string // EDTF
		published string
	}
	tests := []struct {
		name string
		a, b told
		want int
	}{
		{
			"one in general words, the month of the other's day",
			told{travaux.Meeting, travaux.Happened, []string{"Ada Lund", "Oren Paskal"}, "Tarn", "2031-12-01", "2031-12-04"},
			told{travaux.Meeting, travaux.Happened, []string{"the leaders"}, "Tarn", "2031-12", "2032-06-01"},
			1,
		},
		{
			"in general words, another month",
			told{travaux.Meeting, travaux.Happened, []string{"Ada Lund", "Oren Paskal"}, "Tarn", "2031-12-01", "2031-12-04"},
			told{travaux.Meeting, travaux.Happened, []string{"the leaders"}, "Tarn", "2031-10", "2032-06-01"},
			2,
		},
		{
			"others met at the same summit",
			told{travaux.Meeting, travaux.Happened, []string{"Ada Lund", "Oren Paskal"}, "Tarn", "2031-12-01", "2031-12-04"},
			told{travaux.Meeting, travaux.Happened, []string{"Ines Duval", "Cao Lin"}, "Tarn", "2031-12-01", "2031-12-04"},
			2,
		},
		{
			"others met on the next day",
			told{travaux.Meeting, travaux.Happened, []string{"the delegations"}, "", "2031-12-01", "2031-12-04"},
			told{travaux.Meeting, travaux.Happened, []string{"Ines Duval"}, "", "2031-12-02", "2031-12-04"},
			2,
		},
		{
			"a journey announced twice",
			told{travaux.Visit, travaux.Scheduled, []string{"Ada Lund"}, "Tarn", "", "2031-05-25"},
			told{travaux.Visit, travaux.Scheduled, []string{"Ada Lund"}, "Tarn", "", "2031-05-29"},
			1,
		},
		{
			"a journey announced and made",
			told{travaux.Visit, travaux.Scheduled, []string{"Ada Lund"}, "Tarn", "", "2031-05-25"},
			told{travaux.Visit, travaux.Happened, []string{"Ada Lund"}, "Tarn", "2031-06-02", "2031-06-03"},
			1,
		},
		{
			"a journey made before another is announced",
			told{travaux.Visit, travaux.Happened, []string{"Ada Lund"}, "Tarn", "2031-05-20", "2031-05-25"},
			told{travaux.Visit, travaux.Scheduled, []string{"Ada Lund"}, "Tarn", "", "2031-05-29"},
			2,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var rs []*travaux.Reading
			for i, x := range []told{tt.a, tt.b} {
				text := "Jana Roth and Emil Voss\nThey were in touch: " + strings.Join(x.who, ", ") + ". Where: " + x.place + ". When: " + x.date + ".\n"
				b := readingtest.New(t, string(rune('a'+i)), "Lantern", x.published, text)
				b.Person("Jana Roth", "")
				b.Person("Emil Voss", "")
				var ids []string
				for _, w := range x.who {
					if w == strings.ToLower(w) {
						ids = append(ids, b.Actor(travaux.ActorGroup, w).ID)
					} else {
						ids = append(ids, b.Person(w, ""))
					}
				}
				place := ""
				if x.place != "" {
					place = b.World(travaux.ActorPlace, x.place, "place/"+x.place)
				}
				e := b.Event(x.kind, x.status, "in touch", ids...)
				if x.date != "" {
					b.Date(e, x.date, x.date)
				}
				if place != "" {
					e.Places = []travaux.Value{b.Value(place, x.place)}
				}
				rs = append(rs, b.Reading())
			}
			if got := len(Reconcile(rs, nil).Events); got != tt.want {
				t.Errorf("%d events, want %d", got, tt.want)
			}
		})
	}
}
