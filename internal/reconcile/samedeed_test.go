package reconcile

import (
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// TestOneDeed has two reports, both naming Jana Roth and Emil Voss, that tell of
// deeds of which they do not say whose they are, and says how many they are.
func TestOneDeed(t *testing.T) {
	type told struct {
		kind      travaux.EventKind
		status    travaux.EventStatus
		words     string
		date      string
		length    string
		published string
	}
	tests := []struct {
		name string
		a, b told
		want int
	}{
		{
			"a strike of two days, and of 48 hours",
			told{travaux.IndustrialAction, travaux.Happened, "two-day strike", "", "P2D", "2031-03-12"},
			told{travaux.IndustrialAction, travaux.Scheduled, "48-hour strike", "2031-03-10", "PT48H", "2031-03-06"},
			1,
		},
		{
			"of another length",
			told{travaux.IndustrialAction, travaux.Happened, "two-day strike", "", "P2D", "2031-03-12"},
			told{travaux.IndustrialAction, travaux.Scheduled, "week-long strike", "2031-03-10", "P7D", "2031-03-06"},
			2,
		},
		{
			"of another month",
			told{travaux.IndustrialAction, travaux.Happened, "two-day strike", "", "P2D", "2031-03-12"},
			told{travaux.IndustrialAction, travaux.Scheduled, "48-hour strike", "2031-05-10", "PT48H", "2031-03-14"},
			2,
		},
		{
			"a ballot by its days, and by the first",
			told{travaux.Vote, travaux.Scheduled, "ballot", "2031-03-22/2031-03-24", "", "2031-03-14"},
			told{travaux.Vote, travaux.Scheduled, "ballot", "2031-03-22", "", "2031-03-19"},
			1,
		},
		{
			"a ballot, and a vote of others",
			told{travaux.Vote, travaux.Scheduled, "ballot", "2031-03-22/2031-03-24", "", "2031-03-14"},
			told{travaux.Vote, travaux.Scheduled, "vote", "2031-03-22", "", "2031-03-19"},
			2,
		},
		{
			"the first round in both",
			told{travaux.Meeting, travaux.Happened, "first round", "2031-03-02", "", "2031-03-03"},
			told{travaux.Meeting, travaux.Happened, "first round", "", "PT3H", "2031-03-09"},
			1,
		},
		{
			"the first round and the second",
			told{travaux.Meeting, travaux.Happened, "first round", "2031-03-02", "PT3H", "2031-03-03"},
			told{travaux.Meeting, travaux.Happened, "second round", "2031-03-02", "PT3H", "2031-03-03"},
			2,
		},
		{
			"the first round of other talks, months later",
			told{travaux.Meeting, travaux.Happened, "first round", "", "", "2031-03-03"},
			told{travaux.Meeting, travaux.Happened, "first round", "", "", "2031-08-09"},
			2,
		},
		{
			"a round that was announced for the day of the report",
			told{travaux.Meeting, travaux.Scheduled, "second round", "2031-03-10", "", "2031-03-03"},
			told{travaux.Meeting, travaux.Happened, "session", "", "PT6H", "2031-03-10"},
			1,
		},
		{
			"and for another day",
			told{travaux.Meeting, travaux.Scheduled, "second round", "2031-03-12", "", "2031-03-03"},
			told{travaux.Meeting, travaux.Happened, "session", "", "PT6H", "2031-03-10"},
			2,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var rs []*travaux.Reading
			for i, x := range []told{tt.a, tt.b} {
				text := "Jana Roth and Emil Voss\nThere was a " + x.words + " at last. When: " + x.date + ". How long: " + x.length + ".\n"
				b := readingtest.New(t, string(rune('a'+i)), "Lantern", x.published, text)
				b.Person("Jana Roth", "")
				b.Person("Emil Voss", "")
				e := b.Event(x.kind, x.status, x.words+" at last")
				e.Trigger = b.Span(x.words)
				if x.date != "" {
					b.Date(e, x.date, x.date)
				}
				if x.length != "" {
					e.Durations = []travaux.Value{b.Value(x.length, x.length)}
				}
				rs = append(rs, b.Reading())
			}
			if got := len(Reconcile(rs, nil).Events); got != tt.want {
				t.Errorf("%d events, want %d", got, tt.want)
			}
		})
	}
}

// TestByOffice has a report in which a person of a title stays away, and one in
// which somebody is told by an office alone.
func TestByOffice(t *testing.T) {
	tests := []struct {
		title, office string
		want          int
	}{
		{"state mediator", "The mediator", 1},
		{"deputy mediator", "The mediator", 2},
		{"state mediator", "The chair", 2},
	}
	for _, tt := range tests {
		var rs []*travaux.Reading
		b := readingtest.New(t, "a", "Lantern", "2031-03-14", "Talks\nThe "+tt.title+", Jana Roth, was absent.\n")
		b.Event(travaux.Absence, travaux.Absent, "was absent", b.Person("Jana Roth", tt.title))
		rs = append(rs, b.Reading())
		b = readingtest.New(t, "b", "Delta Post", "2031-03-15", "Talks\n"+tt.office+" did not turn up.\n")
		b.Event(travaux.Absence, travaux.Absent, "did not turn up", b.Actor(travaux.ActorOffice, tt.office).ID)
		rs = append(rs, b.Reading())
		if got := len(Reconcile(rs, nil).Events); got != tt.want {
			t.Errorf("%s, %s: %d events, want %d", tt.title, tt.office, got, tt.want)
		}
	}
}
