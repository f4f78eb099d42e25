package judge

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

// TestEnumerations holds the values that can be given to what the domain has.
func TestEnumerations(t *testing.T) {
	domain := map[string][]string{}
	for _, file := range []string{"event.go", "reading.go", "statement.go", "actor.go"} {
		f, err := parser.ParseFile(token.NewFileSet(), "../../"+file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok || v.Type == nil || len(v.Values) != 1 {
				return true
			}
			typ, named := v.Type.(*ast.Ident)
			lit, literal := v.Values[0].(*ast.BasicLit)
			if s, err := strconv.Unquote(text(lit)); named && literal && err == nil {
				domain[typ.Name] = append(domain[typ.Name], s)
			}
			return true
		})
	}
	for typ, have := range map[string][]string{
		"EventKind": eventKinds, "EventStatus": eventStatuses, "Medium": media, "Stance": append(slices.Clone(stances), "not_stated"), "Mode": modes,
		"SpeechAct": acts, "Polarity": polarities, "Certainty": certainties, "Attribution": attributions, "ActorType": actorTypes,
	} {
		if diff := cmp.Diff(slices.Sorted(slices.Values(domain[typ])), slices.Sorted(slices.Values(have))); diff != "" {
			t.Errorf("%s (-domain +fields): %s", typ, diff)
		}
	}
	for what, given := range needed {
		for _, name := range given {
			if _, ok := fields[what][name]; !ok {
				t.Errorf("%s needs %s, which it has not", what, name)
			}
		}
	}
}

func text(lit *ast.BasicLit) string {
	if lit == nil {
		return ""
	}
	return lit.Value
}

// TestEveryFieldCanBeSet wants a place in a reading for every field that can be
// corrected or given by hand.
func TestEveryFieldCanBeSet(t *testing.T) {
	claim := travaux.Claim{ID: "x"}
	g := &travaux.Reading{
		Report: &travaux.Report{ID: "report_a"}, Actors: []travaux.Actor{{ID: "x"}}, Statements: []travaux.Statement{{ID: "x"}},
		Events: []travaux.EventClaim{{Claim: claim}}, Positions: []travaux.PositionClaim{{Claim: claim}},
		Proposals:     []travaux.ProposalClaim{{Claim: claim, Provisions: []travaux.ProvisionClaim{{Claim: claim}}}},
		Consultations: []travaux.ConsultationClaim{{Claim: claim}}, Forecasts: []travaux.ForecastClaim{{Claim: claim}},
	}
	for what, of := range fields {
		have := slices.Sorted(maps.Keys(slots(g, what, "x", "judgement_a")))
		if diff := cmp.Diff(slices.Sorted(maps.Keys(of)), have); diff != "" {
			t.Errorf("%s (-fields +slots): %s", what, diff)
		}
	}
}
