package reconcile

import (
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
