package dossier

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

func draw(dates ...string) string {
	var d drawing
	for i, e := range dates {
		d.add(fmt.Sprintf("event %d", i), &travaux.Event{Status: travaux.Happened, Dates: []travaux.Value{{Value: e}}})
	}
	return d.svg()
}

var drawnBar = regexp.MustCompile(`<rect class="([a-z ]+)" x="([\d.]+)%" width="([\d.]+)%"[^>]*data-date="([^"]*)"`)

// How each kind of date is drawn.
func TestBars(t *testing.T) {
	svg := draw("2031-05-01", "2031-05-03/2031-05-06", "2031-05-10/..", "../2031-05-04", "2031-05-08~", "2031-05-20")
	want := map[string]string{"2031-05-01": "bar", "2031-05-03/2031-05-06": "bar vague", "2031-05-10/..": "bar vague", "../2031-05-04": "bar vague", "2031-05-08~": "bar vague", "2031-05-20": "bar"}
	got := map[string]string{}
	for _, m := range drawnBar.FindAllStringSubmatch(svg, -1) {
		got[m[4]] = m[1]
		x, _ := strconv.ParseFloat(m[2], 64)
		w, _ := strconv.ParseFloat(m[3], 64)
		if x < 0 || w <= 0 || x+w > 100.01 {
			t.Errorf("%s is drawn from %v, %v wide", m[4], x, w)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := strings.Count(svg, `class="open"`); n != 2 {
		t.Errorf("%d open ends drawn, want 2", n)
	}
}

// Extreme dates neither fail nor squeeze the rest.
func TestWindow(t *testing.T) {
	var dates []string
	for i := range 20 {
		dates = append(dates, fmt.Sprintf("2031-05-%02d", i+1))
	}
	svg := draw(append(dates, "1815", "9999-12-31", "0000-01-01")...)
	for _, m := range drawnBar.FindAllStringSubmatch(svg, -1) {
		if w, _ := strconv.ParseFloat(m[3], 64); strings.HasPrefix(m[4], "2031") && w < 1 {
			t.Errorf("%s is %v %% wide", m[4], w)
		}
	}
	for _, only := range []string{"0000-01-01", "9999-12-31", "2031", "../2031-05-04", "2031-05-04/.."} {
		if svg := draw(only); !strings.Contains(svg, "<rect") || strings.Contains(svg, "NaN") {
			t.Errorf("%s is drawn as %s", only, svg)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, tt := range []struct{ lo, hi string }{
		{"2031-05-01", "2031-05-02"}, {"2031-05-01", "2031-05-20"}, {"2031-05-01", "2031-06-30"}, {"2031-01-01", "2031-12-31"}, {"2030-01-01", "2032-01-01"}, {"1815-01-01", "2031-01-01"}, {"0000-01-01", "9999-12-31"},
	} {
		d := drawing{lo: firstDay(travaux.EDTF(tt.lo)), hi: firstDay(travaux.EDTF(tt.hi))}
		if n := len(d.ticks()); n < 1 || n > maxTicks+2 {
			t.Errorf("%s to %s has %d ticks", tt.lo, tt.hi, n)
		}
	}
}
