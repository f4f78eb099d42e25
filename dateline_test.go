package travaux

import "testing"

func TestDatelineEnd(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"OSLO, May 14, 2031 (Wire) — The ministry spoke.", "The ministry spoke."},
		{"OSLO - The ministry spoke.", "The ministry spoke."},
		{"Harbour News - On Monday, envoys met.", "On Monday, envoys met."},
		{"SEL AMAR/OSLO — “We left,” she said.", "“We left,” she said."},
		{"OSLO—The ministry spoke.", "The ministry spoke."},
		{"The ministry — which spoke — left.", ""},
		{"Ana Lund — who chairs the talks — left.", ""},
		{"Talks ended. Nobody spoke — The end.", ""},
		{"", ""},
		{"— Reporting by Ana Lund", ""},
		{"A twelve-point plan - The Norwegian text - was read.", ""},
	} {
		got := ""
		if n := DatelineEnd(test.text); n > 0 {
			got = test.text[n:]
		}
		if got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}
