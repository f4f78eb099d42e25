package position

import "github.com/travaux/travaux"

// scale orders the stances, from rules_out to demands.
var scale = map[travaux.Stance]int{
	travaux.RulesOut: -3, travaux.Opposes: -2, travaux.Wary: -1, travaux.Undecided: 0,
	travaux.Conditional: 1, travaux.Supports: 2, travaux.Demands: 3,
}

// compose is the stance that an outer word makes of an inner one of the same
// party: "refused to accept", "would be willing to support", "did not rule out
// accepting".
func compose(outer, inner travaux.Stance) travaux.Stance {
	switch o, i := scale[outer], scale[inner]; {
	case o == 0, i == 0:
		return travaux.Undecided
	case o > 1:
		return inner
	case o == 1 && i > 0:
		return travaux.Conditional
	case o == 1:
		return inner
	case i > 0:
		return outer
	}
	return travaux.Undecided // "refused to rule out"
}

// asModal is what a modal verb makes of a stance: nothing where it is not the
// party's own ("should accept"), or what others think it may be.
func asModal(modal string, denied, own bool, s travaux.Stance) (_ travaux.Stance, hedged, ok bool) {
	switch modal {
	case "must", "should", "ought", "shall", "need":
		return s, false, false
	case "may", "might", "could":
		return s, true, denied || own
	case "can":
		return s, false, denied || own
	case "would":
		return s, !denied, true
	}
	return s, false, true
}

// denial is the stance of a denied word. A denial of the future rules out what
// a denial of the present opposes, and what is not done yet is open.
func denial(e *entry, modal string, yet bool) travaux.Stance {
	switch {
	case yet && scale[e.Stance] > 0:
		return travaux.Undecided
	case e.Denied == travaux.Opposes && (modal == "will" || modal == "would" || modal == "can" || modal == "could"):
		return travaux.RulesOut
	}
	return e.Denied
}

// after is the stance left to a party that gives up from.
func after(from travaux.Stance) travaux.Stance {
	if scale[from] > 0 {
		return travaux.Undecided
	}
	return travaux.Conditional
}
