package ner

import (
	"os"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/lang"
)

// senseFloor is the share of occurrences, in percent, that must be read right.
const senseFloor = 90

// TestSenses reads testdata/senses: a sentence a line, the names of places
// marked with a for an actor and p for a place.
func TestEvalSenses(t *testing.T) {
	data, err := os.ReadFile("testdata/senses/occurrences.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := New(someNames(), given)
	right, n := 0, 0
	for line := range strings.Lines(string(data)) {
		want := map[int]lang.Sense{}
		var text strings.Builder
		for rest := strings.TrimSpace(line); rest != ""; {
			before, marked, ok := strings.Cut(rest, "[")
			text.WriteString(before)
			if !ok {
				break
			}
			want[text.Len()] = map[byte]lang.Sense{'a': lang.AsActor, 'p': lang.AsPlace}[marked[0]]
			name, after, _ := strings.Cut(marked[2:], "]")
			text.WriteString(name)
			rest = after
		}
		d := annotate(t, r, text.String(), lang.Paragraph)
		got := map[int]lang.Sense{}
		for _, m := range d.Mentions {
			if m.Type == lang.Place {
				got[m.Start] = m.Sense
			}
		}
		for at, s := range want {
			n++
			if got[at] == s {
				right++
			} else {
				t.Logf("wrong in %s: at %d %q, not %q", text.String(), at, got[at], s)
			}
		}
	}
	t.Logf("actor or place %d of %d", right, n)
	if 100*right < senseFloor*n {
		t.Error("below the floor")
	}
}
