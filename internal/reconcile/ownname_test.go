package reconcile

import "testing"

func TestProperTitle(t *testing.T) {
	for _, test := range []struct{ words, title, initials, acronym string }{
		{"the proposed Lowland–Corrin Fisheries Agreement", "Lowland–Corrin Fisheries Agreement", "lcfa", ""},
		{"the L.R.-Corrin Fisheries Agreement", "L.R.-Corrin Fisheries Agreement", "lrcfa", ""},
		{"the 12-year-old Low Seas Herring Pact", "Low Seas Herring Pact", "lshp", ""},
		{"the Convention on the Law of the Delta", "", "", ""},
		{"the Delta Water Treaty of 2019", "Delta Water Treaty", "dwt", ""},
		{"the Tarn accord", "", "", ""},
		{"Roth's replacement LCFA deal", "", "", "lcfa"},
		{"the GWU plan", "", "", "gwu"},
		{"the worst Trade Deal", "", "", ""},
		{"Water Minister Jana Roth’s resolution", "", "", ""},
		{"a 12-point plan", "", "", ""},
		{"the New Deal for Docks", "", "", ""},
		{"", "", "", ""},
	} {
		title := properTitle(test.words)
		if title != test.title || titleInitials(title) != test.initials || acronymIn(test.words) != test.acronym {
			t.Errorf("%q: %q, %q, %q, want %q, %q, %q", test.words, title, titleInitials(title), acronymIn(test.words), test.title, test.initials, test.acronym)
		}
	}
}
