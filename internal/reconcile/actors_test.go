package reconcile

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// TestMergeActors gives each report's actors as "type: name [, other form]
// [; office] [= world id]" and wants the record's actors as the names united.
func TestMergeActors(t *testing.T) {
	tests := []struct {
		name    string
		reports [][]string
		want    []string
	}{
		{"equal names", [][]string{{"person: Jana Roth"}, {"person: Jana Roth"}}, []string{"Jana Roth ×2"}},
		{"two spellings", [][]string{{"person: Oskar Wendel; envoy"}, {"person: Oskar Vendel; special envoy"}}, []string{"Oskar Vendel ×2"}},
		{"the more frequent spelling is shown", [][]string{{"person: Oskar Wendel"}, {"person: Oskar Vendel"}, {"person: Oskar Vendel"}}, []string{"Oskar Vendel ×3"}},
		{"a surname alone, in company", [][]string{{"person: Jana Roth", "person: Emil Voss"}, {"person: Roth", "person: Emil Voss"}}, []string{"Emil Voss ×2", "Jana Roth ×2"}},
		{"a surname alone, of somebody named often", [][]string{{"person: Jana Roth"}, {"person: Jana Roth"}, {"person: Jana Roth"}, {"person: Roth"}}, []string{"Jana Roth ×4"}},
		{"a surname alone, in other company", [][]string{{"person: Jana Roth", "person: Emil Voss"}, {"person: Roth", "person: Ada Lund"}}, []string{"Ada Lund ×1", "Emil Voss ×1", "Jana Roth ×1", "Roth ×1"}},
		{"no name at all", [][]string{{"person: a minister who wrote the bill"}, {"person: Bill"}}, []string{"Bill ×1", "a minister who wrote the bill ×1"}},
		{"a surname alone, where two can", [][]string{{"person: Jana Roth"}, {"person: Petra Roth"}, {"person: Roth"}}, []string{"Jana Roth ×1", "Petra Roth ×1", "Roth ×1"}},
		{"a surname alone, where one is named far more often", slices.Concat(times(12, "person: Jana Roth"), times(3, "person: Petra Roth"), times(1, "person: Roth")), []string{"Jana Roth ×13", "Petra Roth ×3"}},
		{"a surname alone, where another is named too often", slices.Concat(times(11, "person: Jana Roth"), times(3, "person: Petra Roth"), times(1, "person: Roth")), []string{"Jana Roth ×11", "Petra Roth ×3", "Roth ×1"}},
		{"a surname alone, with the office of neither", slices.Concat(times(12, "person: Jana Roth; envoy"), times(3, "person: Petra Roth"), times(1, "person: Roth; mayor")), []string{"Jana Roth ×12", "Petra Roth ×3", "Roth ×1"}},
		{"a surname alone, beside another who bears it", slices.Concat(times(12, "person: Jana Roth"), times(3, "person: Petra Roth"), [][]string{{"person: Petra Roth", "person: Roth"}}), []string{"Jana Roth ×12", "Petra Roth ×4", "Roth ×1"}},
		{"a surname alone, of a woman where a man is known", slices.Concat(times(12, "person: Mr Jan Roth"), times(3, "person: Petra Roth"), times(1, "person: Ms Roth")), []string{"Mr Jan Roth ×12", "Ms Roth ×1", "Petra Roth ×3"}},
		{"a body named for its leader", [][]string{{"organisation: the Roth administration"}, {"organisation: The Roth administration"}, {"organisation: the administration"}}, []string{"The Roth administration ×2", "the administration ×1"}},
		{"an initial, where one person can be meant", [][]string{{"person: Jana Roth"}, {"person: J. Roth"}}, []string{"Jana Roth ×2"}},
		{"an initial, where two can", [][]string{{"person: Jana Roth"}, {"person: Jonas Roth"}, {"person: J. Roth"}}, []string{"J. Roth ×1", "Jana Roth ×1", "Jonas Roth ×1"}},
		{"surnames alone, with an office", [][]string{{"person: Roth; minister"}, {"person: Roth; minister"}}, []string{"Roth ×2"}},
		{"surnames alone, without", [][]string{{"person: Roth"}, {"person: Roth"}}, []string{"Roth ×1", "Roth ×1"}},
		{"two holders of one ministry", [][]string{{"person: Jana Roth; foreign minister"}, {"person: Emil Voss; foreign minister"}}, []string{"Emil Voss ×1", "Jana Roth ×1"}},
		{"family name first", [][]string{{"person: Cao Lin, Cao"}, {"person: Cao Lin"}}, []string{"Cao Lin ×2"}},
		{"states by the world file", [][]string{{"state: Lowland= state/low"}, {"state: the Lowland Republic= state/low"}}, []string{"the Lowland Republic ×2"}},
		{"a state acting and as a place", [][]string{{"state: Lowland= state/low"}, {"place: Lowland= state/low"}}, []string{"Lowland ×2"}},
		{"its people are not the state", [][]string{{"state: Lowland= state/low"}, {"group: Lowlanders= state/low"}}, []string{"Lowland ×1", "Lowlanders ×1"}},
		{"organisations by name", [][]string{{"organisation: The Harbour Organization"}, {"body: Harbour Organisation"}}, []string{"The Harbour Organization ×2"}},
		{"an acronym of one organisation", [][]string{{"organisation: Delta Harbour Union", "organisation: DHU"}, {"organisation: Delta Harbour Union"}}, []string{"Delta Harbour Union ×2"}},
		{"a name with the noun for such bodies", [][]string{{"organisation: the United Quay Workers union"}, {"organisation: United Quay Workers"}, {"organisation: United Quay Workers"}}, []string{"United Quay Workers ×3"}},
		{"an acronym taken for a person", [][]string{{"organisation: United Quay Workers", "organisation: UQW"}, {"organisation: the United Quay Workers union"}, {"person: UQW"}, {"region_as_actor: UQW"}}, []string{"UQW ×4"}},
		{"an acronym that no report explains", [][]string{{"organisation: Delta Harbour Union"}, {"organisation: DHU"}}, []string{"DHU ×1", "Delta Harbour Union ×1"}},
		{"a surname with a particle", [][]string{{"person: Ines du Val; mayor"}, {"person: Du Val; mayor"}}, []string{"Ines du Val ×2"}},
		{"a surname that merely sounds alike", [][]string{{"person: Lin Zhu"}, {"person: Zhou"}}, []string{"Lin Zhu ×1", "Zhou ×1"}},
		{"a family name that comes first, with the office", [][]string{{"person: Cao Lin; president"}, {"person: Cao; president"}}, []string{"Cao Lin ×2"}},
		{"an acronym of two", [][]string{{"organisation: Delta Harbour Union"}, {"organisation: Deep Hull Underwriters"}, {"organisation: DHU"}}, []string{"DHU ×1", "Deep Hull Underwriters ×1", "Delta Harbour Union ×1"}},
		{"an outlet and its sections", [][]string{{"media: Delta Post"}, {"media: The Delta Post= media/delta"}, {"media: Delta Post - Opinion"}}, []string{"Delta Post ×3"}},
		{"a ministry without its state", [][]string{{"body: Foreign Ministry"}, {"body: Foreign Ministry"}}, []string{"Foreign Ministry ×1", "Foreign Ministry ×1"}},
		{"an office without its state", [][]string{{"office: The President"}, {"office: The President"}}, []string{"The President ×1", "The President ×1"}},
		{"collectives are of their report", [][]string{{"group: diplomats"}, {"group: diplomats"}}, []string{"diplomats ×1", "diplomats ×1"}},
		{"unnamed sources are of their report", [][]string{{"anonymous_person: a senior official"}, {"anonymous_person: a senior official"}}, []string{"a senior official ×1", "a senior official ×1"}},
		{"an unknown name of several types", [][]string{{"region_as_actor: Corrin"}, {"region_as_actor: Corrin"}, {"person: Corrin"}, {"group: Corrin"}}, []string{"Corrin ×4"}},
		{"an unknown name, as often a person", [][]string{{"place: Orma"}, {"person: Orma"}}, []string{"Orma ×2"}},
		{"one report tells them apart", [][]string{{"place: Orma", "person: Orma"}}, []string{"Orma ×1", "Orma ×1"}},
		{"a person with an office is no place", [][]string{{"place: Orma"}, {"place: Orma"}, {"person: Orma; mayor"}}, []string{"Orma ×1", "Orma ×2"}},
		{"a name that a list knows", [][]string{{"state: Lowland= state/low"}, {"organisation: Lowland"}, {"state: Lowland= state/low"}}, []string{"Lowland ×3"}},
		{"a person with the name of a state", [][]string{{"state: Lowland= state/low"}, {"person: Lowland"}, {"state: Lowland= state/low"}}, []string{"Lowland ×1", "Lowland ×2"}},
		{"a surname alone that may be two persons', and a place", [][]string{{"person: Jana Roth, Roth"}, {"person: Roth"}, {"person: Roth"}, {"place: Roth"}, {"region_as_actor: Roth"}}, []string{"Jana Roth ×1", "Roth ×1", "Roth ×1", "Roth ×2"}},
		{"a house is no House", [][]string{{"body: Low White House", "organisation: House"}}, []string{"House ×1", "Low White House ×1"}},
		{"a party and those who stand for it", [][]string{{"organisation: Harbour Party"}, {"organisation: Harbour Party for Ada Lund"}}, []string{"Harbour Party for Ada Lund ×1", "Harbour Party ×1"}},
		{"a surname typed as a place", [][]string{{"person: Jana Roth, Roth"}, {"person: Jana Roth, Roth"}, {"place: Roth"}}, []string{"Jana Roth ×3"}},
		{"a surname of two persons", [][]string{{"person: Jana Roth, Roth"}, {"person: Emil Roth, Roth"}, {"place: Roth"}}, []string{"Emil Roth ×1", "Jana Roth ×1", "Roth ×1"}},
		{"a company by its first word", [][]string{{"company: Norra Terminals, Norra"}, {"company: Norra Terminals, Norra"}, {"person: Norra"}}, []string{"Norra Terminals ×3"}},
		{"a company with and without its legal form", [][]string{{"company: Norra Terminals Inc."}, {"company: Norra Terminals"}}, []string{"Norra Terminals Inc. ×2"}},
		{"a ministry both ways round", [][]string{{"body: Corrinian Ports Ministry"}, {"body: Corrinian Ministry of Ports"}}, []string{"Corrinian Ministry of Ports ×2"}},
		{"an institute by the first part of its name", [][]string{{"organisation: Harbour Institute"}, {"organisation: Harbour Institute for Ports and Shipping"}}, []string{"Harbour Institute for Ports and Shipping ×2"}},
		{"an institute, where two begin so", [][]string{{"organisation: Harbour Institute"}, {"organisation: Harbour Institute for Ports"}, {"organisation: Harbour Institute on Ferries"}}, []string{"Harbour Institute for Ports ×1", "Harbour Institute on Ferries ×1", "Harbour Institute ×1"}},
		{"a company by its name alone, often a place", [][]string{{"company: Norra Inc., Norra"}, {"place: Norra"}, {"place: Norra"}, {"organisation: Norra"}}, []string{"Norra ×4"}},
		{"a place that a surname is", [][]string{{"person: Jana Orma, Orma"}, {"place: Orma"}, {"place: Orma"}}, []string{"Jana Orma ×1", "Orma ×2"}},
		{"a house that may stand for a state", [][]string{{"state: Lowland, Low House= state/low"}, {"place: Low House"}}, []string{"Low House ×1", "Lowland ×1"}},
		{"a council, by the report's only one", [][]string{{"body: Rivers Council", "organisation: Council"}, {"organisation: Council"}}, []string{"Council ×1", "Rivers Council ×1"}},
		{"a council, where the report has two", [][]string{{"body: Rivers Council", "body: Delta Council", "organisation: Council"}}, []string{"Council ×1", "Delta Council ×1", "Rivers Council ×1"}},
		{"a person is no organisation", [][]string{{"person: Victor Hale"}, {"company: Victor Hale"}}, []string{"Victor Hale ×1", "Victor Hale ×1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var rs []*travaux.Reading
			for i, actors := range tt.reports {
				rs = append(rs, actorsReport(t, string(rune('a'+i)), actors))
			}
			var got []string
			for _, a := range Reconcile(rs, nil).Actors {
				if strings.HasPrefix(a.Canonical, "Outlet ") {
					continue
				}
				reports := map[string]bool{}
				for _, f := range a.NameForms {
					reports[f.Report] = true
				}
				got = append(got, a.Canonical+" ×"+strconv.Itoa(len(reports)))
			}
			slices.Sort(got)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("actors (-want +got):\n%s", diff)
			}
		})
	}
}

func actorsReport(t *testing.T, id string, actors []string) *travaux.Reading {
	b := readingtest.New(t, id, "Outlet "+id, "2031-05-02", "Names\n"+strings.Join(actors, "\n"))
	for _, line := range actors {
		line, world, _ := strings.Cut(line, "= ")
		line, office, _ := strings.Cut(line, "; ")
		typ, forms, _ := strings.Cut(line, ": ")
		names := strings.Split(forms, ", ")
		a := b.Actor(travaux.ActorType(typ), names[0], names[1:]...)
		a.World = world
		if office != "" {
			a.Roles = []travaux.Role{{Title: office}}
		}
	}
	return b.Reading()
}

// times is n reports that name one actor.
func times(n int, actor string) [][]string {
	return slices.Repeat([][]string{{actor}}, n)
}

func TestVariantOncePerReport(t *testing.T) {
	var rs []*travaux.Reading
	for i, name := range []string{"Oskar Wendel", "Oskar Vendel", "Oskar Wendel", "Oskar Vendel"} {
		rs = append(rs, actorsReport(t, string(rune('a'+i)), []string{"person: " + name}))
	}
	// Every report with one spelling against the first with the other.
	if got := len(Reconcile(rs, nil).Relations); got != 3 {
		t.Errorf("%d variant relations, want 3", got)
	}
	short := []*travaux.Reading{
		actorsReport(t, "a", []string{"person: Oskar Wendel; envoy"}),
		actorsReport(t, "b", []string{"person: Wendel; envoy"}),
		actorsReport(t, "c", []string{"person: O. Wendel"}),
	}
	if got := found(Reconcile(short, nil)); len(got) != 0 {
		t.Errorf("a shorter form is no variant: %v", got)
	}
}
