package event

import (
	"fmt"
	"testing"
	"time"

	"github.com/travaux/travaux"
)

// A text that tells of many meetings must not have each compared with each.
func TestSameEventsOfMany(t *testing.T) {
	const n = 20000
	r := &reader{refs: make([]reference, 2*n)}
	for i := range 2 * n {
		who := []string{fmt.Sprint("a", i%n), fmt.Sprint("b", i%n)}
		if i >= n {
			who[0], who[1] = who[1], who[0]
		}
		r.events = append(r.events, meeting(i, who))
	}
	start := time.Now()
	r.sameEvents()
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("took %v", d)
	}
	for i, e := range r.events {
		want := ""
		if i >= n {
			want = fmt.Sprint(i - n)
		}
		if e.Same != want {
			t.Fatalf("claim %d is the same as %q, want %q", i, e.Same, want)
		}
	}
}

func meeting(i int, who []string) travaux.EventClaim {
	e := travaux.EventClaim{Kind: travaux.Meeting, Status: travaux.Happened, Actors: who}
	e.ID = fmt.Sprint(i)
	return e
}
