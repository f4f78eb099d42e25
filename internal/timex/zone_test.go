package timex

import (
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/travaux/travaux"
)

func TestZones(t *testing.T) {
	var cities []string
	for line := range strings.Lines(zonesTSV) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		city, zone, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || city != strings.ToLower(city) {
			t.Errorf("zones.tsv: %q", line)
		}
		if _, err := time.LoadLocation(zone); err != nil {
			t.Errorf("zones.tsv: %s: %v", city, err)
		}
		cities = append(cities, city)
	}
	if !sort.StringsAreSorted(cities) {
		t.Error("zones.tsv is not sorted")
	}
}

func TestZoneOfDateline(t *testing.T) {
	for _, c := range []struct {
		places string
		want   string
	}{
		{"BRUSSELS", "Europe/Brussels"},
		{"Geneva", "Europe/Zurich"},
		{"Paris|Lyon", "Europe/Paris"},
		{"London|Washington", ""},
		{"Port Alder", ""},
		{"", ""},
		{"New York, N.Y.", "America/New_York"},
	} {
		r := &travaux.Report{Date: travaux.DocTime{EDTF: "2031-05-07", Basis: travaux.BasisDateline}}
		for p := range strings.SplitSeq(c.places, "|") {
			if p != "" {
				r.Places = append(r.Places, travaux.Field{Value: p})
			}
		}
		tx, _ := Find(annotated(t, "The talks open at 9 p.m. Monday, or 14:30 GMT, or this morning."), r)
		var got []string
		for _, x := range tx {
			got = append(got, x.Zone)
		}
		if want := []string{c.want, "", ""}; strings.Join(got, ",") != strings.Join(want, ",") {
			t.Errorf("%s: zones %q, want %q", c.places, got, want)
		}
	}
}

// TestParts anchors the dates of each story of a file in its own time.
func TestParts(t *testing.T) {
	first, second, third := "The port shut on Monday.\n\n", "The strike ended on Friday. Trains ran the following day.\n\n", "The fair opened on Monday, and closed a day later."
	text := first + second + third
	one := travaux.DocTime{EDTF: "2031-05-07", Basis: travaux.BasisDateline}
	r := &travaux.Report{Date: one, Parts: []travaux.Part{
		{Start: 0, End: len(first), Kind: travaux.PartStory, Date: one},
		{Start: len(first), End: len(first + second), Kind: travaux.PartStory, Date: travaux.DocTime{EDTF: "2031-06-18", Basis: travaux.BasisDateline}},
		{Start: len(first + second), End: len(text), Kind: travaux.PartStory, Date: travaux.DocTime{Basis: travaux.BasisUnknown}},
	}}
	tx, _ := Find(annotated(t, text, parser(t)), r)
	var got []string
	for _, x := range tx {
		got = append(got, x.Value)
	}
	if want := "2031-05-05 2031-06-13 2031-06-14 XXXX-WXX-1 XXXX-XX-XX"; strings.Join(got, " ") != want {
		t.Errorf("values %s, want %s", strings.Join(got, " "), want)
	}
}
