package analysis

import (
	"testing"

	"github.com/travaux/travaux"
)

func TestAlike(t *testing.T) {
	for _, x := range []struct {
		a, b string
		want bool
	}{
		{"the reopening of the ports", "reopen the port", true},
		{"a loss fund", "the loss fund for islands", true},
		{"a fixed figure", "a fixed minimum flow", false},
		{"tariffs on grain", "tariffs on steel", false},
		{"negotiations on prisoners", "to negotiate about prisoners", true},
		{"a deal", "a deal on fishing rights in the northern waters", false},
		{"it", "that", false},
	} {
		if got := words(x.a).alike(words(x.b)); got != x.want {
			t.Errorf("%q and %q: %v, want %v", x.a, x.b, got, x.want)
		}
	}
}

func TestExactWords(t *testing.T) {
	if !words("release 340 cubic metres").alike(words("release 430 cubic metres")) {
		t.Error("a number alone makes another matter")
	}
	if exactWords("release 340 cubic metres").alike(exactWords("release 430 cubic metres")) {
		t.Error("two numbers are taken for one")
	}
}

func TestAim(t *testing.T) {
	for _, x := range []struct {
		stance travaux.Stance
		option string
		want   Direction
	}{
		{travaux.Demands, "new dams", For},
		{travaux.Demands, "no new dams", Against},
		{travaux.Demands, "not a wall but a fence", For},
		{travaux.Supports, "no decision without the islands", For},
		{travaux.Opposes, "new dams", Against},
		{travaux.RulesOut, "a deal without inspections", Against},
		{travaux.Wary, "no dams", Open},
		{travaux.NotStated, "dams", ""},
	} {
		if got := Aim(&travaux.Position{Stance: x.stance, Option: x.option}); got != x.want {
			t.Errorf("%s %q: %q, want %q", x.stance, x.option, got, x.want)
		}
	}
}

func TestToldAsPast(t *testing.T) {
	for words, want := range map[string]bool{
		"which demanded a quota until last month":                       true,
		"the islands once backed a quota":                               true,
		"they used to oppose inspections":                               true,
		"previously opposed inspections":                                true,
		"the islands, which demanded a quota until last month, now do":  false,
		"the islands demand a quota at once":                            false,
		"will hold out until the last minute of the last day of August": false,
	} {
		if got := toldAsPast(&travaux.Position{Spans: []travaux.Span{{Quote: words}}}); got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
}

func TestProbability(t *testing.T) {
	for words, want := range map[string][2]int{
		"puts the chance of a signature by June at one in three": {33, 33},
		"a 60 percent chance of a deal":                          {60, 60},
		"the odds of a strike are at about 75 per cent":          {75, 75},
		"a fifty-fifty call":                                     {50, 50},
		"one in three dockers will stay at home":                 {-1, -1},
		"tariffs of 25 percent":                                  {-1, -1},
		"a 120 percent chance":                                   {-1, -1},
	} {
		got := [2]int{-1, -1}
		if p := probabilityOf(&travaux.Forecast{Spans: []travaux.Span{{Quote: words}}}); p != nil {
			got = [2]int{p.Lo, p.Hi}
		}
		if got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
	if p := probabilityOf(&travaux.Forecast{Band: "55-80", Scale: "ICD 203"}); p == nil || p.Lo != 55 || p.Hi != 80 {
		t.Errorf("band: %+v", p)
	}
}
