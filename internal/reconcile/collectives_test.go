package reconcile

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// TestCollectives has two reports that speak of a collective of the Lake League,
// a group of states, or of Corrin, a state, and says whether it is one.
func TestCollectives(t *testing.T) {
	tests := []struct {
		a, b string
		one  bool
	}{
		{"Laker leaders", "Laker allies", true},
		{"Laker leaders", "the Laker governments", true},
		{"Laker leaders", "some Laker leaders", false},
		{"Laker leaders", "Laker officials", false},
		{"Corrinian leaders", "Corrinian leaders", true},
		{"Corrinian leaders", "Corrinian allies", false},
		{"Corrinian officials", "Corrinian officials", false},
	}
	for _, tt := range tests {
		t.Run(tt.a+", "+tt.b, func(t *testing.T) {
			var rs []*travaux.Reading
			var ids []string
			for i, words := range []string{tt.a, tt.b} {
				b := readingtest.New(t, string(rune('a'+i)), "Lantern", "2031-03-04", "Headline\n"+words+" met.\n")
				if strings.Contains(words, "Laker") {
					b.World(travaux.ActorGroupOfStates, "Laker", "group/lake-league")
				} else {
					b.World(travaux.ActorState, "Corrinian", "state/corrin")
				}
				ids = append(ids, b.Actor(travaux.ActorAnonymousGroup, words).ID)
				rs = append(rs, b.Reading())
			}
			r := Reconcile(rs, nil)
			if got := r.Actor("report_a", ids[0]) == r.Actor("report_b", ids[1]); got != tt.one {
				t.Errorf("one: %v, want %v", got, tt.one)
			}
		})
	}
}

// TestBothSides says who took part in a meeting of “the two sides” after a
// sentence with names.
func TestBothSides(t *testing.T) {
	tests := []struct {
		name, before, words string
		want                []string
	}{
		{"two states", "Corrin and Lowland disagree.", "the two sides", []string{"Corrin", "Lowland"}},
		{"two persons", "Ada Lund wrote to Oren Paskal.", "the two leaders", []string{"Ada Lund", "Oren Paskal"}},
		{"persons for sides", "Ada Lund wrote to Oren Paskal.", "both sides", []string{"both sides"}},
		{"three states", "Corrin, Lowland and Tarn disagree.", "both sides", []string{"both sides"}},
		{"others as often", "Corrin and Lowland agree. Tarn and Varn do not.", "the two countries", []string{"the two countries"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := readingtest.New(t, "a", "Lantern", "2031-03-04", "Headline\n"+tt.before+"\nThen "+tt.words+" met.\n")
			for _, name := range []string{"Corrin", "Lowland", "Tarn", "Varn", "Ada Lund", "Oren Paskal"} {
				switch {
				case !strings.Contains(tt.before, name):
				case strings.Contains(name, " "):
					b.Person(name, "")
				default:
					b.World(travaux.ActorState, name, "state/"+name)
				}
			}
			b.Event(travaux.Meeting, travaux.Happened, tt.words+" met", b.Actor(travaux.ActorGroup, tt.words).ID)
			r := Reconcile([]*travaux.Reading{b.Reading()}, nil)
			var got []string
			for _, p := range r.Events[0].Participants {
				got = append(got, r.actors.name(p.Actor))
			}
			if diff := cmp.Diff(orderIDs(tt.want), orderIDs(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
