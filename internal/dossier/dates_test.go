package dossier

import (
	"testing"

	"github.com/travaux/travaux"
)

func TestDateWords(t *testing.T) {
	for in, want := range map[travaux.EDTF]string{
		"": notInRecord, "2031-05-04": "4 May 2031", "2031-05": "May 2031", "2031": "2031", "203X": "2030s", "2031-05~": "about May 2031",
		"2031-05-04?": "4 May 2031 (uncertain)", "2031-05-02/2031-05-05": "2 to 5 May 2031", "2031-04-30/2031-05-02": "30 April to 2 May 2031",
		"2030-12-30/2031-01-02": "30 December 2030 to 2 January 2031", "2031-05-04/..": "4 May 2031 or later", "../2031-05-04": "4 May 2031 or earlier",
		"2031-04/2031-05": "April 2031 to May 2031", "2031-21": "spring 2031", "2031-34": "second quarter of 2031", "2031-40": "first half of 2031",
		"XXXX-11-19": "19 November (year not in the record)", "2031-05-04T10:30": "4 May 2031, 10:30", "2031-XX-XX": "2031", "soon": "soon", "../..": notInRecord, "2031-77": "2031-77", "2031-05-04/2031-05-04": "4 May 2031",
	} {
		if got := dateWords(in); got != want {
			t.Errorf("dateWords(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzDateWords(f *testing.F) {
	for _, s := range []string{"2031-05-04", "/", "-", "T", "~", "2031-5-", "XXXX", "--", "../~"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if dateWords(travaux.EDTF(s)) == "" {
			t.Errorf("dateWords(%q) is empty", s)
		}
		_ = durationWords(s)
	})
}

func TestDurationWords(t *testing.T) {
	for in, want := range map[string]string{
		"PT5H": "5 hours", "PT1H30M": "1 hour 30 minutes", "P2D": "2 days", "P1W": "1 week", "PT4.5H": "4.5 hours", "P": "P", "five": "five", "": "",
	} {
		if got := durationWords(in); got != want {
			t.Errorf("durationWords(%q) = %q, want %q", in, got, want)
		}
	}
	if got := boundWords(travaux.Over, "6 hours"); got != "more than 6 hours" {
		t.Error(got)
	}
}

func TestGrouped(t *testing.T) {
	for in, want := range map[string]string{"16000000": "16,000,000", "2031": "2031", "12345": "12,345", "1.5": "1.5", "about": "about", "123456.7": "123456.7"} {
		if got := grouped(in); got != want {
			t.Errorf("grouped(%q) = %q, want %q", in, got, want)
		}
	}
}
