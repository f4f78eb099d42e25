package dossier

import (
	"testing"

	"github.com/travaux/travaux"
)

// TestDecidedValueIsFirst wants the value that an analyst chose before the
// others, and who chose it.
func TestDecidedValueIsFirst(t *testing.T) {
	s := &Site{rec: &travaux.Record{Judgements: []travaux.Judgement{{ID: "judgement_1", Kind: travaux.JudgeChoose, By: "ana"}}}}
	f := s.field("Length", asDuration, []travaux.Value{{Value: "PT3H"}, {Value: "PT4H", Judgement: "judgement_1"}})
	if len(f.Values) != 2 || f.Values[0].Text != "4 hours" || f.Values[0].Note != "chosen by ana" || f.Values[1].Note != "" {
		t.Errorf("got %+v", f.Values)
	}
}
