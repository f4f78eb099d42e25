package extract

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

// said is what a report says of itself, with the basis of each word.
func said(r *travaux.Report) map[string]string {
	m := map[string]string{}
	put := func(k string, fs ...travaux.Field) {
		for _, f := range fs {
			if f.Value != "" {
				m[k] = strings.TrimPrefix(m[k]+"; "+f.Value+" ("+f.Basis+")", "; ")
			}
		}
	}
	put("outlet", r.Outlet)
	put("headline", r.Headline)
	put("deck", r.Deck)
	put("byline", r.Byline)
	put("url", r.URL)
	put("contributors", r.Contributors...)
	put("listed", r.Listed...)
	put("places", r.Places...)
	m["date"] = string(r.Date.EDTF) + " (" + string(r.Date.Basis) + ")" + r.Date.Weekday
	return m
}

func TestSamples(t *testing.T) {
	want := map[string]map[string]string{
		"report.txt": {
			"outlet": "Harbour Courier (text)", "headline": "Dockers Walk Out as Port Talks Stall in Brelmouth (text)",
			"deck":   "Company says its offer of six per cent stands; union calls it an insult (text)",
			"byline": "Ada Renn and Tobias Quill (text)", "places": "BRELMOUTH (text)", "date": "2031-03-05 (dateline)",
			"contributors": "Lene Holt (text)",
		},
		"report.md": {
			"outlet": "Vass Signal (front_matter)", "headline": "A second counter-draft in Vass (front_matter)", "date": "2031-04-14 (metadata)",
		},
		"page.html": {
			"outlet": "Harbour Courier (metadata)", "headline": "Dockers reject the offer (metadata)",
			"deck": "The union calls six per cent an insult. (metadata)", "byline": "Ada Renn, Tobias Quill (metadata)",
			"url": "https://courier.example/port/offer (metadata)", "date": "2031-03-05 (metadata)",
		},
		"letter.eml": {
			"outlet": "Vass Signal (header)", "headline": "Lake talks end – without a text (header)", "date": "2031-04-12 (metadata)",
		},
		"newsletter.eml": {
			"byline": "Mara Oste (header)", "headline": "The week at the port (header)", "date": "2031-03-07 (metadata)",
		},
		"item.json": {
			"outlet": "Lake Wire (metadata)", "headline": "Grain deal extended (metadata)", "byline": "Jon Vane, Mia Ostrander (metadata)",
			"url": "https://wire.example/p-17 (metadata)", "places": "TOLM (text)", "date": "2031-06-01 (metadata)",
		},
		"set.pdf": {
			"headline": "Dockers reject the offer (text)", "byline": "Ada Renn (text)", "places": "BRELMOUTH (text)", "date": "2031-03-05 (dateline)",
		},
	}
	for _, in := range samples(t) {
		base := filepath.Base(in.File)
		t.Run(base, func(t *testing.T) {
			r, err := Extract(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			check(t, r)
			if diff := cmp.Diff(want[base], said(r)); diff != "" {
				t.Error(diff)
			}
			if want := travaux.NewID("report", r.SHA256); r.ID != want {
				t.Errorf("id %s, want %s", r.ID, want)
			}
		})
	}
}

// The page's article is taken, and nothing of what stands around it.
func TestPageLines(t *testing.T) {
	data, err := os.ReadFile("testdata/samples/page.html")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Extract(context.Background(), Input{File: "page.html", Data: data})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range r.Lines {
		if l.Class != travaux.LineBlank && !l.Class.Furniture() {
			got = append(got, string(l.Class)+": "+r.Text[l.Start:min(l.End, l.Start+24)])
		}
	}
	want := []string{
		"headline: Dockers reject the offer", "deck: The union calls six per ", "byline: By Ada Renn and Tobias Q",
		"caption: Dockers at the north gat", "body: The dockers of Brelmouth", "body: “We have not been hear",
		"subhead: What the union wants", "body: The union has asked the ", "list_item: a rise of nine per cent,",
		"list_item: a shorter week, and", "list_item: no new hires from abroad", "body: The company declined to ",
		"body: Eleven ships are waiting",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, s := range []string{"Home", "Most read", "harbour_rat"} {
		if strings.Contains(r.Text, s) {
			t.Errorf("the text holds %q", s)
		}
	}
}

func TestDocumentTime(t *testing.T) {
	for _, tt := range []struct{ name, text, address, want string }{
		{"dateline", "Tolm/Vass, 3 December 2031 — " + lead, "", "2031-12-03 (dateline)"},
		{"agency after the date", "VASS, Dec. 3, 2031 (Lake Wire) -- " + lead, "", "2031-12-03 (dateline)"},
		{"agency between slashes", "VASS, December 3, 2031. /LAKE/. " + lead, "", "2031-12-03 (dateline)"},
		{"place and full stop", "VASS. Dec 3, 2031 (Lake Wire) - " + lead, "", "2031-12-03 (dateline)"},
		{"no year and a slug", "LAKE | PORTS | 04-03-2031 06:42\n\nA Title of Some Story\n\nVASS, March 4 (Lake Wire) - " + lead, "", "2031-03-04 (dateline)"},
		{"ambiguous, settled by a neighbour", "A Title of Some Story\nUpdated 03/04/2031\n3 April 2031\n" + lead, "", "2031-04-03 (explicit)"},
		{"weekday line", "A Title of Some Story\nBy Ada Renn\nFriday\n" + lead, "", " (unknown)Friday"},
		{"weekday alone before the words", "A Title of Some Story\n\nSunday. The kettle is on, and the harbour is still.\n\n" + lead, "", " (unknown)Sunday"},
		{"no year", "VASS, March 5 (Lake Wire) — " + lead, "", "XXXX-03-05 (dateline)"},
		{"printed", "A Title of Some Story\nPublished: Wednesday, 5 March 2031, 10:40 GMT\n" + lead, "", "2031-03-05 (explicit)"},
		{"ambiguous", "A Title of Some Story\nUpdated 03/04/2031\n" + lead, "", "2031-03-04/2031-04-03 (explicit)"},
		{"one reading only", "A Title of Some Story\nUpdated 03/24/2031\n" + lead, "", "2031-03-24 (explicit)"},
		{"address", "A Title of Some Story\n" + lead, "https://x.example/2031/03/05/talks", "2031-03-05 (metadata)"},
		{"address is the last resort", "TOLM, 6 March 2031 — " + lead, "https://x.example/2031/03/05/talks", "2031-03-06 (dateline)"},
		{"a date in the story is not its own", "A Title of Some Story\n" + strings.Replace(lead, "on Wednesday", "on 3 March 2031", 1), "", " (unknown)"},
		{"weekday", lead, "", " (unknown)Wednesday"},
		{"two weekdays", lead + "They will vote on Friday.", "", " (unknown)"},
		{"another weekday", strings.Replace(lead, "on Wednesday", "last Wednesday", 1), "", " (unknown)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Extract(context.Background(), Input{File: "a.txt", Data: []byte(tt.text + "\n" + lead), URL: tt.address})
			if err != nil {
				t.Fatal(err)
			}
			check(t, r)
			if got := said(r)["date"]; got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestOutlet(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"credit", "Harbour News - " + lead, "Harbour News (text)"},
		{"credit over name", "HarbourFin\n\nA Long Enough Title of Some Story\n\nHarbourFin News - " + lead, "HarbourFin News (text)"},
		{"agency", "TOLM (Lake Wire) - " + lead, "Lake Wire (text)"},
		{"agency between slashes", "VASS, December 3. /LAKE/. " + lead, "LAKE (text)"},
		{"in its own letters", "LAKE WIRE\n\nA Long Enough Title of Some Story\n\nTOLM (Lake Wire) - " + lead, "Lake Wire (text)"},
		{"described", "A Long Enough Title of Some Story\n\nfrom Lake Notes, a blog about water\n\n" + lead, "Lake Notes (text)"},
		{"copyright", lead + "\n\n© 2031 Upper Valley Press. All rights reserved.", "Upper Valley Press (text)"},
		{"itself, twice", lead + "as The Signal first reported. " + lead + "The vote was close, as The Signal has reported.", "The Signal (self_reference)"},
		{"another, once", lead + "It came to light on Monday, as The Signal first reported.", ""},
		{"none", lead, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Extract(context.Background(), Input{File: "a.txt", Data: []byte(tt.text + "\n\n" + lead)})
			if err != nil {
				t.Fatal(err)
			}
			if got := said(r)["outlet"]; got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestCueTable(t *testing.T) {
	if _, err := parseCues(cueTable); err != nil {
		t.Fatal(err)
	}
	var rows []string
	for line := range strings.Lines(cueTable) {
		if line[0] == '#' {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if got, _ := plain(f[2]); got != f[2] && f[1] != "vocab" && f[1] != "edge" {
			t.Errorf("%q can never match: lines are reduced to %q", f[2], got)
		}
		rows = append(rows, line)
	}
	for i := 1; i < len(rows); i++ {
		if rows[i] <= rows[i-1] {
			t.Errorf("%q is out of order or twice", rows[i])
		}
	}
}

// The real reports, where they are at hand: nearly all furniture is found and
// no line that the hand reading calls text is lost.
func TestSeeds(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if len(files) == 0 {
		t.Skip("no ../shared/seeds beside the module")
	}
	furniture := 0
	classes := map[string]map[string]bool{} // by file and line text: is it furniture
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Extract(context.Background(), Input{File: file, Data: data})
		if err != nil {
			t.Fatal(err)
		}
		check(t, r)
		name := filepath.Base(file)
		classes[name] = map[string]bool{}
		for _, l := range r.Lines {
			classes[name][strings.TrimSpace(r.Text[l.Start:l.End])] = l.Class.Furniture()
			if l.Class.Furniture() {
				furniture++
			}
		}
	}
	t.Logf("furniture: %d lines found of 21, no article line lost", furniture)
	if furniture < 20 {
		t.Errorf("%d lines are furniture, 20 are expected", furniture)
	}
	gold, err := os.ReadFile("../../../shared/gold/lines.tsv")
	if err != nil {
		t.Skip("no ../shared/gold beside the module")
	}
	for i, row := range strings.Split(strings.TrimSpace(string(gold)), "\n") {
		f := strings.Split(row, "\t")
		if i == 0 || len(f) < 3 {
			continue
		}
		if got, want := classes[f[0]][f[2]], strings.HasPrefix(f[1], "boilerplate:"); got != want {
			t.Errorf("%s: furniture is %v, want %v: %.60q", f[0], got, want, f[2])
		}
	}
}
