package travaux_test

import (
	"testing"

	"github.com/travaux/travaux"
)

// TestDerivePLOVER holds what an event that is still to come, or was not, is in
// PLOVER.
func TestDerivePLOVER(t *testing.T) {
	for _, test := range []struct {
		kind   travaux.EventKind
		status travaux.EventStatus
		want   travaux.PLOVER
	}{
		{travaux.Meeting, travaux.Happened, travaux.PLOVER{Event: "CONSULT", Mode: "visit"}},
		{travaux.Meeting, travaux.Scheduled, travaux.PLOVER{Event: "AGREE", Mode: "meet"}},
		{travaux.Call, travaux.Proposed, travaux.PLOVER{Event: "REQUEST", Mode: "meet"}},
		{travaux.Signature, travaux.Happened, travaux.PLOVER{Event: "SUPPORT"}},
		{travaux.Aid, travaux.Agreed, travaux.PLOVER{Event: "AGREE"}},
		{travaux.Sanction, travaux.Proposed, travaux.PLOVER{Event: "THREATEN", Mode: "restrict"}},
		{travaux.IndustrialAction, travaux.Scheduled, travaux.PLOVER{Event: "THREATEN"}},
		{travaux.MilitaryAct, travaux.Denied, travaux.PLOVER{Event: "ASSAULT", Mode: "negation"}},
		{travaux.PressStatement, travaux.Happened, travaux.PLOVER{}},
	} {
		if got := travaux.DerivePLOVER(test.kind, test.status); got != test.want {
			t.Errorf("%s %s: %v, want %v", test.kind, test.status, got, test.want)
		}
	}
}
