package audit

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func chain(t *rapid.T) []Entry {
	var out []Entry
	word := rapid.StringMatching(`[a-z0-9 ]{0,6}`)
	for i := range rapid.IntRange(1, 12).Draw(t, "length") {
		e := Entry{
			At: fmt.Sprintf("2031-05-14T09:%02d:00Z", i), Agent: word.Draw(t, "agent"), Activity: rapid.SampledFrom([]Activity{Add, Withdraw, Judge}).Draw(t, "activity"),
			Used: rapid.SliceOfN(word, 0, 3).Draw(t, "used"), Made: rapid.SliceOfN(word, 0, 3).Draw(t, "generated"), Rules: word.Draw(t, "rules"),
		}
		var prev *Entry
		if i > 0 {
			prev = &out[i-1]
		}
		e, err := e.After(prev)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	return out
}

func faults(entries []Entry) []string {
	var c Checker
	var out []string
	for _, e := range entries {
		if f := c.Next(e); f != "" {
			out = append(out, f)
		}
	}
	return out
}

func TestWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if f := faults(chain(t)); len(f) > 0 {
			t.Fatalf("a whole chain has faults: %v", f)
		}
	})
}

// TestBroken changes, drops, repeats or exchanges entries.
func TestBroken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := chain(t)
		i := rapid.IntRange(0, len(c)-1).Draw(t, "entry")
		how := rapid.SampledFrom([]string{"at", "agent", "activity", "used", "moved", "generated", "rules", "drop", "repeat", "exchange"}).Draw(t, "how")
		switch how {
		case "at":
			c[i].At += "0"
		case "agent":
			c[i].Agent += "x"
		case "activity":
			c[i].Activity = Restore
		case "used":
			c[i].Used = append(slices.Clone(c[i].Used), "x")
		case "moved": // from what was used to what came out
			c[i].Used, c[i].Made = nil, append(slices.Clone(c[i].Made), append(slices.Clone(c[i].Used), "x")...)
		case "generated":
			c[i].Made = append(slices.Clone(c[i].Made), "x")
		case "rules":
			c[i].Rules += "x"
		case "drop":
			if i == len(c)-1 {
				t.Skip("a chain without its last entry is whole: its head tells")
			}
			c = slices.Delete(c, i, i+1)
		case "repeat":
			c = slices.Insert(c, i, c[i])
		case "exchange":
			if i == 0 {
				t.Skip("nothing to exchange with")
			}
			c[i], c[i-1] = c[i-1], c[i]
		}
		if len(faults(c)) == 0 {
			t.Fatalf("%s of entry %d is not seen", how, i+1)
		}
	})
}

func TestHead(t *testing.T) {
	var c Checker
	if c.Head() != "" {
		t.Error("an empty chain has a head")
	}
	e, err := Entry{Activity: Init}.After(nil)
	if err != nil {
		t.Fatal(err)
	}
	c.Next(e)
	if c.Head() != e.Hash || e.Hash == "" {
		t.Errorf("head %q, want %q", c.Head(), e.Hash)
	}
}
